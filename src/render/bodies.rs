//! Bodies of items as HTML: Markdown with this site's links, components and words.
//!
//! A body is converted when its output is rendered; the page and the feeds that show it share one conversion.

use std::sync::Arc;

use super::components::SiteComponents;
use super::engine::Engine;
use super::markdown::{self, Foreign, Rendered, Settings};
use super::prose::SiteLinks;
use super::view::View;
use crate::diagnostic::Diagnostic;
use crate::parse::Body;
use crate::parse::kinds::KindFields;
use crate::parse::kinds::press_release::Dateline;
use crate::site::links::From;
use crate::site::{Page, PageId};
use crate::source::Source;
use crate::yaml::scalars::OneOr;

/// The body of a page.
pub(crate) fn of_page(engine: &Engine, view: &View, id: PageId) -> Arc<Rendered> {
    let converted = || Arc::new(convert_page(engine, view, view.site.page(id)));
    view.bodies.get_or(id, converted)
}

fn convert_page(engine: &Engine, view: &View, page: &Page) -> Rendered {
    let document = &page.document;
    let base = document.place.base();
    let from = From { base: &base, lang: page.lang(), body: &document.body };
    let lead = match page.fields() {
        KindFields::PressRelease(release) => release.dateline.as_ref().and_then(lead),
        _ => None,
    };
    let foreign: Vec<Foreign> = page.common().foreign_terms.iter().filter_map(foreign).collect();
    let Some(source) = document.source.whole() else {
        return Rendered { diagnostics: Diagnostic::overtaken(&document.source).into(), ..Rendered::default() };
    };
    let text = Text { source: &source, body: &document.body, from, lead: lead.as_deref(), foreign: &foreign };
    convert(engine, view, Some(page), text)
}

/// The second text of a page: notes to editors, or what people are to do. Its findings point at the field.
pub(crate) fn notes(engine: &Engine, view: &View, page: &Page) -> Option<Rendered> {
    let document = &page.document;
    let notes = document.notes.as_ref()?;
    let base = document.place.base();
    let from = From { base: &base, lang: page.lang(), body: &notes.body };
    let text = Text { source: &notes.source, body: &notes.body, from, lead: None, foreign: &[] };
    let rendered = convert(engine, view, Some(page), text);
    let found = rendered.diagnostics.into_iter().map(|finding| notes.placed(&document.source, finding)).collect();
    Some(Rendered { diagnostics: found, ..rendered })
}

/// A text to be converted.
pub(crate) struct Text<'a> {
    pub(crate) source: &'a Arc<Source>,
    pub(crate) body: &'a Body,
    pub(crate) from: From<'a>,
    pub(crate) lead: Option<&'a str>,
    pub(crate) foreign: &'a [Foreign],
}

/// Converts a text; `page` is the item that its components may ask about.
pub(crate) fn convert(engine: &Engine, view: &View, page: Option<&Page>, text: Text<'_>) -> Rendered {
    let links = SiteLinks { view, from: text.from };
    let components = SiteComponents { engine, view, source: text.source, from: text.from, page };
    let settings = Settings {
        options: &view.config.markdown,
        links: &links,
        components: &components,
        highlighter: view.config.markdown.highlight.then_some(&engine.highlighter),
        words: view.markdown_words(text.from.lang).borrowed(),
        lead: text.lead,
        foreign: text.foreign,
    };
    markdown::render(text.source, text.body, &settings)
}

/// `BATAM – `, or `Batam, InfoPublik – ` with an agency.
fn lead(dateline: &Dateline) -> Option<String> {
    let mut html = String::from("<span class=\"dateline\">");
    crate::formats::html::escape(&mut html, &dateline_text(dateline)?);
    html.push_str("</span> – ");
    Some(html)
}

/// The words of a dateline.
pub(crate) fn dateline_text(dateline: &Dateline) -> Option<String> {
    let city = dateline.city.as_deref()?;
    Some(match dateline.agency.as_deref() {
        Some(agency) => format!("{city}, {agency}"),
        None => city.to_uppercase(),
    })
}

fn foreign(term: &OneOr<crate::yaml::Line, crate::parse::kinds::shared::ForeignTerm>) -> Option<Foreign> {
    match term {
        OneOr::One(text) => Some(Foreign { text: text.0.clone(), lang: "en".to_owned() }),
        OneOr::Record(term) => {
            Some(Foreign { text: term.text.as_ref()?.0.clone(), lang: term.lang.as_deref().unwrap_or("en").to_owned() })
        }
    }
}
