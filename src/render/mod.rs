//! One [`Output`] → bytes. A pure function of the snapshot: what `build` writes and what a preview shows cannot differ.

mod bodies;
mod cached;
mod calendars;
mod cards;
mod colors;
mod components;
mod context;
mod editions;
pub mod engine;
mod explain;
mod facets;
mod feed_links;
mod feeds;
mod files;
mod filters;
mod functions;
pub mod highlight;
mod information;
mod kept_bodies;
pub mod markdown;
mod memory;
mod menu;
mod open_data;
mod options;
mod places;
mod prose;
mod registry;
mod server;
mod shared_bodies;
mod sitemaps;
mod structured_data;
mod summary;
mod templates;
mod value;
mod view;
pub mod words;

use std::sync::Arc;

use rayon::prelude::*;

pub use engine::Engine;
pub use kept_bodies::{KeptBodies, NAME as BODIES, Put};
pub use memory::{Memory, Written};
pub use options::{API as THEME_API, check as check_options};
use prose::SiteLinks;
pub use shared_bodies::feed_items;
use templates::Fields;
pub use templates::{Asked, ask_for_date, names as template_names};
pub use view::{Inputs, Summaries, View};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::formats::security_txt;
use crate::parse::front_matter::split;
use crate::plan::{Output, Recipe, SECURITY_PATH};
use crate::read::FileRef;
use crate::read::picture::Sum;
use crate::site::Site;
use crate::site::links::From;
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

/// What web servers are told of the site: names and bytes of files that lie beside the output.
pub fn server_files(view: &View) -> Vec<(&'static str, Vec<u8>)> {
    server::files(view)
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
        Recipe::Robots => Content::Bytes(sitemaps::robots(view).into_bytes()),
        Recipe::Security => Content::Bytes(security(view).into_bytes()),
        Recipe::Sitemap(map) => Content::Bytes(sitemaps::bytes(view, *map)?),
        Recipe::Feed(feed, format) => Content::Bytes(feeds::bytes(view, engine, (*feed, *format), output)?),
        Recipe::Calendar(calendar) => Content::Bytes(calendars::bytes(view, *calendar, output)),
        Recipe::OpenData(data) => Content::Bytes(open_data::bytes(view, *data)?),
        Recipe::Information(taxonomy, lang) => Content::Bytes(information::list(view, *taxonomy, *lang)?),
        recipe => {
            let context = context::of(view, engine, output, recipe, &mut found);
            let names = template_names(&view.site, recipe);
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let Some(template) = engine.first_template(&names) else {
                return Err(no_template(view, engine, recipe, &names).into());
            };
            let rendered = engine.render(template, &context).or_else(|error| match recipe {
                // What is said of a name that does not exist depends on those that do.
                Recipe::Page(id) if view.asked.page.are_few() => {
                    let whole = context::of_page(view, engine, *id, &Fields::all(), &mut Diagnostics::new());
                    engine.render(template, &whole)
                }
                _ => Err(error),
            });
            match rendered {
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

/// `security.txt`; empty where the configuration has none.
fn security(view: &View) -> String {
    let Some(own) = &view.config.security else { return String::new() };
    let absolute = |address: &String| {
        if address.starts_with('/') { view.permalink(address) } else { address.clone() }
    };
    security_txt::write(&security_txt::SecurityTxt {
        contacts: own.contacts.iter().map(absolute).collect(),
        expires: own.expires,
        languages: view.config.languages.iter().map(|language| language.code.as_str()).collect(),
        canonical: view.permalink(SECURITY_PATH),
        policy: own.policy.as_ref().map(absolute),
        encryption: own.encryption.as_ref().map(absolute),
        acknowledgments: own.acknowledgments.as_ref().map(absolute),
    })
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

/// How many bodies of a site nothing is known of from earlier runs.
pub fn new_bodies(view: &View, engine: &Engine) -> usize {
    view.site.pages.par_iter().filter(|page| bodies::is_new(engine, view, page)).count()
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
    let body = bodies::convert(engine, view, None, text, &SiteLinks { view, from });
    found.append(body.diagnostics);
    value::html(Some(body.html).filter(|html| !html.trim().is_empty()))
}
