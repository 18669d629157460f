//! One [`Output`] → bytes. A pure function of the snapshot: what `build` writes and what a preview shows cannot differ.

mod bodies;
mod components;
mod context;
pub mod engine;
mod explain;
mod filters;
mod functions;
pub mod highlight;
pub mod markdown;
mod options;
mod prose;
mod registry;
mod shared_bodies;
mod summary;
mod templates;
mod value;
mod view;
pub mod words;

use std::sync::Arc;

use jiff::Timestamp;

pub use engine::Engine;
pub use options::check as check_options;
pub use shared_bodies::feed_pages;
pub use templates::{ask_for_date, names as template_names};
pub use view::{Inputs, View};

use crate::config::Lang;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::formats::{atom, sitemap};
use crate::locale::date::When;
use crate::parse::front_matter::split;
use crate::plan::{Feed, Output, Recipe};
use crate::read::FileRef;
use crate::site::links::From;
use crate::site::{Page, PageId, Site};
use crate::source::Location;
use crate::yaml::{Part, Places};

/// What an output consists of.
#[derive(Clone, Debug)]
pub enum Content {
    /// Bytes made for it.
    Bytes(Vec<u8>),
    /// Bytes that others hold too.
    Shared(Arc<Vec<u8>>),
    /// A file as it is, to be streamed.
    File(FileRef),
}

/// An output rendered, and what was noticed meanwhile.
pub struct Rendered {
    /// Its content.
    pub content: Content,
    /// Findings in the texts it shows.
    pub diagnostics: Diagnostics,
}

/// Renders an output.
///
/// # Errors
/// A template that fails, or a component that a text calls wrongly.
pub fn render(view: &View, engine: &Engine, output: &Output) -> Result<Rendered, Diagnostics> {
    let mut found = Diagnostics::new();
    let content = match &output.recipe {
        Recipe::File(file) => Content::File(file.clone()),
        Recipe::Asset(bytes) => Content::Shared(Arc::clone(bytes)),
        Recipe::Robots => Content::Bytes(sitemap::robots(&view.config.base_url).into_bytes()),
        Recipe::Sitemap => Content::Bytes(sitemap::sitemap(&sitemap_entries(view)).map_err(failed)?),
        Recipe::Feed(feed) => Content::Bytes(feed_bytes(view, engine, *feed, output)?),
        recipe => {
            let context = context::of(view, engine, output, recipe, &mut found);
            let names = template_names(&view.site, recipe);
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let Some(template) = engine.first_template(&names) else {
                return Err(no_template(view, engine, recipe, &names).into());
            };
            match engine.render(template, &context) {
                Ok(html) => Content::Bytes(html),
                Err(error) => {
                    found.push(naming(*error, view, output));
                    return Err(found);
                }
            }
        }
    };
    if found.has_errors() { Err(found) } else { Ok(Rendered { content, diagnostics: found }) }
}

fn failed(reason: String) -> Diagnostics {
    Diagnostic::new(Code::TemplateFailed).with("problem", "other").with("page", "").noting(reason).into()
}

/// A template's error with the page on which it happened, and that page's file.
fn naming(error: Diagnostic, view: &View, output: &Output) -> Diagnostic {
    let error = error.with("page", output.address());
    match &output.recipe {
        Recipe::Page(id) => error.related(Location::file(&view.site.page(*id).document.source)),
        _ => error,
    }
}

fn no_template(view: &View, engine: &Engine, recipe: &Recipe, names: &[&str]) -> Diagnostic {
    // Of a list of names the last is the one that every theme must have.
    let wanted = names.last().copied().unwrap_or_default();
    let known = engine.template_names();
    let place = template_named(&view.site, recipe);
    let named = place.is_some();
    let base = Diagnostic {
        primary: Some(place.unwrap_or_else(|| Location::file(&view.config.source))),
        ..Diagnostic::new(Code::NoTemplate)
    };
    let near = crate::diagnostic::nearest(wanted, known.iter().copied());
    let near = near.filter(|_| named);
    base.with("template", wanted)
        .with("problem", if named { "named" } else { "needed" })
        .with("theme", view.config.theme.as_str())
        .with("known", known.join(", "))
        .suggesting(near)
}

/// Where an item or a section names its template; none where it does not.
fn template_named(site: &Site, recipe: &Recipe) -> Option<Location> {
    let (source, range) = match recipe {
        Recipe::Page(id) => {
            let document = &site.page(*id).document;
            document.front.common.template.as_ref()?;
            (&document.source, document.front.yaml.clone())
        }
        Recipe::Section(id, _) => {
            // What a language's file leaves out is the default language's.
            let folder = &site.section(*id).folder;
            let editions = site.sections.iter().filter(|section| section.folder == *folder);
            let mut documents =
                site.section(*id).document.iter().chain(editions.filter_map(|one| one.document.as_ref()));
            let document = documents.find(|document| document.front.template.is_some())?;
            (&document.source, split(&document.source).ok()?.yaml)
        }
        _ => return None,
    };
    let places = Places::of(source, range);
    let span = ["template", "templat"].iter().find_map(|key| places.at(key, Part::Value));
    Some(span.map_or_else(|| Location::file(source), |span| Location::new(source, span)))
}

fn sitemap_entries(view: &View) -> Vec<sitemap::Entry> {
    let mut entries = Vec::new();
    for output in &view.plan.outputs {
        let page: Option<&Page> = match &output.recipe {
            Recipe::Page(id) if is_indexed(view.site.page(*id)) => Some(view.site.page(*id)),
            Recipe::Home(_) | Recipe::Section(..) | Recipe::Term(..) | Recipe::Terms(..) | Recipe::Archive(..) => None,
            _ => continue,
        };
        let alternates = page.filter(|page| !page.translations.is_empty()).map(|page| {
            let all = page.translations.iter().map(|id| view.site.page(*id));
            let mut links: Vec<(String, String)> = std::iter::once(page)
                .chain(all)
                .filter(|page| is_indexed(page))
                .map(|page| (view.config.language(page.lang()).code.clone(), view.permalink(&page.path)))
                .collect();
            links.sort();
            links
        });
        entries.push(sitemap::Entry {
            location: view.permalink(&output.address()),
            last_modified: page.and_then(Page::changed).map(When::iso),
            alternates: alternates.unwrap_or_default(),
        });
    }
    entries
}

/// Whether search engines may list a page.
fn is_indexed(page: &Page) -> bool {
    !page.common().noindex.is_some_and(|flag| flag.0)
        && page.note.is_none_or(|note| note == crate::site::StatusNote::Expired)
}

fn feed_bytes(view: &View, engine: &Engine, feed: Feed, output: &Output) -> Result<Vec<u8>, Diagnostics> {
    let (lang, title, path) = match feed {
        Feed::Site(lang) => (lang, String::new(), format!("{}/", view.config.lang_prefix(lang))),
        Feed::Section(id) => {
            let section = view.site.section(id);
            (section.lang, section.title.clone(), section.path.clone())
        }
        Feed::Term(taxonomy, term, lang) => {
            let Some(taxonomy) = view.site.taxonomies.get(taxonomy) else { return Ok(Vec::new()) };
            let term = taxonomy.term(term);
            let path = taxonomy.term_path(term, &view.config, lang).unwrap_or_default();
            (lang, term.name(lang).to_owned(), path)
        }
    };
    let mut found = Diagnostics::new();
    let pages: Vec<PageId> = feed_pages(&view.site, feed)
        .iter()
        .copied()
        .filter(|id| view.site.page(*id).date().is_some())
        .take(view.config.feed_size)
        .collect();
    let entries = pages.iter().map(|id| feed_entry(view, engine, *id, &mut found)).collect();
    if found.has_errors() {
        return Err(found);
    }
    let site_title = view.config.language(lang).title.clone();
    let value = atom::Feed {
        id: tag_of_feed(view, &output.path),
        title: if title.is_empty() { site_title.clone() } else { format!("{title} – {site_title}") },
        self_link: view.permalink(&format!("/{}", output.path)),
        link: view.permalink(&path),
        lang: view.config.language(lang).code.clone(),
        // A feed without entries was last changed when nothing had happened yet.
        updated: pages
            .iter()
            .filter_map(|id| view.site.page(*id).changed())
            .map(When::instant)
            .max()
            .unwrap_or(Timestamp::UNIX_EPOCH),
        author: publisher(view, lang),
        entries,
    };
    atom::write(&value, &view.config.zone).map_err(failed)
}

/// Terms of one taxonomy that a feed names of an item, at most: every term has a feed, and each would name all the others.
const MOST_NAMES: usize = 100;

fn feed_entry(view: &View, engine: &Engine, id: PageId, found: &mut Diagnostics) -> atom::Entry {
    let page = view.site.page(id);
    let permalink = view.permalink(&page.path);
    let content = (view.config.feed_content == crate::config::FeedContent::Full).then(|| {
        let body = bodies::of_page(engine, view, id);
        // Warnings belong to the page's own output; errors stop this one too.
        for error in body.diagnostics.iter().filter(|found| found.severity == crate::diagnostic::Severity::Error) {
            found.push(error.clone());
        }
        crate::formats::html::for_feed(&body.html, &view.config.base_url, &permalink)
    });
    let names = |taxonomy: &str| -> Vec<String> {
        let found = view.site.taxonomies.iter().zip(&page.terms).find(|(known, _)| known.name == taxonomy);
        found.map_or_else(Vec::new, |(taxonomy, terms)| {
            terms.iter().take(MOST_NAMES).map(|term| taxonomy.term(*term).name(page.lang()).to_owned()).collect()
        })
    };
    let authors = names("organizations");
    atom::Entry {
        id: tag_of_page(view, page),
        title: page.title().to_owned(),
        link: permalink,
        lang: view.config.language(page.lang()).code.clone(),
        published: page.date().cloned(),
        updated: page.changed().cloned(),
        authors: if authors.is_empty() { vec![publisher(view, page.lang())] } else { authors },
        categories: names("topics").into_iter().chain(names("tags")).collect(),
        summary: page.summary().map(str::to_owned),
        content,
    }
}

/// The organisation that publishes the site, or the site itself.
fn publisher(view: &View, lang: Lang) -> String {
    let name = view.config.organization.as_ref().map(|id| view.term_by_id("organizations", id, lang));
    let name = name.and_then(|term| term.get_from_path("name").and_then(|name| name.as_str().map(str::to_owned)));
    name.unwrap_or_else(|| view.config.language(lang).title.clone())
}

/// `tag:humas.example,2010:judul` (RFC 4151): the year is that of the item, so the id stays when the site moves on.
fn tag_of_page(view: &View, page: &Page) -> String {
    let year = page.date().map_or(1970, |date| date.date().year());
    let language = if page.lang() == view.config.default_lang() {
        String::new()
    } else {
        format!(":{}", view.config.language(page.lang()).code)
    };
    format!("tag:{},{year:04}:{}{language}", view.config.base_url.host(), page.id)
}

fn tag_of_feed(view: &View, path: &str) -> String {
    format!("tag:{},2000:{}", view.config.base_url.host(), path.replace("/atom.xml", "").replace("atom.xml", "situs"))
}

/// A text that stands at the head of a list.
fn introduction(
    view: &View,
    engine: &Engine,
    document: &crate::parse::SectionDocument,
    found: &mut Diagnostics,
) -> tera::Value {
    let from = From { base: &document.folder, lang: document.lang, body: &document.body };
    let text = bodies::Text { source: &document.source, body: &document.body, from, lead: None, foreign: &[] };
    let body = bodies::convert(engine, view, None, text);
    found.append(body.diagnostics);
    value::html(Some(body.html).filter(|html| !html.trim().is_empty()))
}
