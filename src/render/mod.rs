//! One [`Output`] → bytes. A pure function of the snapshot: what `build` writes and what a preview shows cannot differ.

mod bodies;
mod components;
mod context;
pub mod engine;
mod explain;
mod feeds;
mod files;
mod filters;
mod functions;
pub mod highlight;
mod information;
pub mod markdown;
mod memory;
mod options;
mod places;
mod prose;
mod registry;
mod shared_bodies;
mod summary;
mod templates;
mod value;
mod view;
pub mod words;

use std::sync::Arc;

pub use engine::Engine;
pub use memory::{Memory, Written};
pub use options::check as check_options;
pub use shared_bodies::feed_pages;
pub use templates::{ask_for_date, names as template_names};
pub use view::{Inputs, View};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::formats::sitemap;
use crate::locale::date::When;
use crate::parse::front_matter::split;
use crate::plan::{Output, Recipe};
use crate::read::FileRef;
use crate::read::picture::Sum;
use crate::site::links::From;
use crate::site::{Page, Site};
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
    /// A picture without what it says of itself, to be made of its file; and what the bytes will be.
    Picture(FileRef, Sum),
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
        Recipe::File(file) => files::published(engine, file, &mut found)?,
        Recipe::Asset(bytes) => Content::Shared(Arc::clone(bytes)),
        Recipe::Robots => Content::Bytes(sitemap::robots(&view.config.base_url).into_bytes()),
        Recipe::Sitemap => Content::Bytes(sitemap::sitemap(&sitemap_entries(view)).map_err(failed)?),
        Recipe::Feed(feed) => Content::Bytes(feeds::bytes(view, engine, *feed, output)?),
        Recipe::Information(taxonomy, lang) => Content::Bytes(information::list(view, *taxonomy, *lang)?),
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
            Recipe::Home(_)
            | Recipe::Section(..)
            | Recipe::Term(..)
            | Recipe::Terms(..)
            | Recipe::Archive(..)
            | Recipe::Corrections(..) => None,
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
