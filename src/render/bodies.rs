//! Bodies of items as HTML: Markdown with this site's links, components and words.
//!
//! A body is converted when its output is rendered, unless an earlier run did it; the page and the feeds that show it share one conversion.

use std::sync::Arc;

use super::components::SiteComponents;
use super::engine::Engine;
use super::kept_bodies::Noting;
use super::markdown::{self, Foreign, Links, Rendered, Settings};
use super::prose::SiteLinks;
use super::view::View;
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::digest::Digest;
use crate::parse::kinds::KindFields;
use crate::parse::kinds::press_release::Dateline;
use crate::parse::{Body, Document};
use crate::site::links::From;
use crate::site::{Page, PageId};
use crate::source::Source;
use crate::yaml::OneOr;

/// The body of a page.
pub(crate) fn of_page(engine: &Engine, view: &View, id: PageId) -> Arc<Rendered> {
    let converted = || Arc::new(convert_page(engine, view, view.site.page(id)));
    view.bodies.get_or(id, converted)
}

fn convert_page(engine: &Engine, view: &View, page: &Page) -> Rendered {
    let document = &page.document;
    let base = document.place.base();
    let from = From { base: &base, lang: page.lang(), body: &document.body };
    let (links, given) = (SiteLinks { view, from }, Given::of(page));
    let key = key(engine, view, document, &given);
    let Given { lead, foreign } = &given;
    let convert = |source: &Arc<Source>, links: &dyn Links| {
        let text = Text { source, body: &document.body, from, lead: lead.as_deref(), foreign };
        convert(engine, view, Some(page), text, links)
    };
    if let Some(known) = key.and_then(|key| engine.bodies.recall(key, &links, &engine.highlighter)) {
        // All sites of all tests are built through here. A text that is another by now cannot be compared.
        if cfg!(debug_assertions)
            && let Some(source) = document.source.whole()
        {
            assert_eq!(convert(&source, &links), known);
        }
        return known;
    }
    let Some(source) = document.source.whole() else {
        return Rendered { diagnostics: Diagnostic::overtaken(&document.source).into(), ..Rendered::default() };
    };
    let links = Noting::new(&links);
    let rendered = convert(&source, &links);
    if let Some(key) = key {
        engine.bodies.keep(key, &rendered, &links);
    }
    rendered
}

/// What the front matter of a page gives its body.
struct Given {
    /// What stands before the first words.
    lead: Option<String>,
    foreign: Vec<Foreign>,
}

impl Given {
    fn of(page: &Page) -> Given {
        let lead = match page.fields() {
            KindFields::PressRelease(release) => release.dateline.as_ref().and_then(lead),
            _ => None,
        };
        Given { lead, foreign: page.common().foreign_terms.iter().filter_map(foreign).collect() }
    }
}

/// Whether nothing is known from earlier runs of a body that may be kept for later ones.
pub(crate) fn is_new(engine: &Engine, view: &View, page: &Page) -> bool {
    key(engine, view, &page.document, &Given::of(page)).is_some_and(|key| !engine.bodies.knows(key))
}

/// What the conversion of a body depends on beside its links; none where components are called, to which more matters.
fn key(engine: &Engine, view: &View, document: &Document, given: &Given) -> Option<u128> {
    if !document.body.components.is_empty() {
        return None;
    }
    let mut key = Digest::of([&engine.conditions.to_le_bytes()[..], &document.source.hash().to_le_bytes()]);
    view.markdown_words(document.lang).borrowed().all().iter().for_each(|word| key.add(word.as_bytes()));
    for lead in given.lead.as_slice() {
        key.add(lead.as_bytes());
    }
    for Foreign { text, lang } in &given.foreign {
        key.add(text.as_bytes());
        key.add(lang.as_bytes());
    }
    Some(key.long())
}

/// What the conversions of all bodies of a site have in common, hashed.
pub(crate) fn conditions(config: &Config) -> u128 {
    let options = format!("{:?}", config.markdown);
    Digest::of([config.source.text(), &config.base_url.absolute(""), &options].map(str::as_bytes)).long()
}

/// The second text of a page: notes to editors, or what people are to do. Its findings point at the field.
pub(crate) fn notes(engine: &Engine, view: &View, page: &Page) -> Option<Rendered> {
    let document = &page.document;
    let notes = document.notes.as_ref()?;
    let base = document.place.base();
    let from = From { base: &base, lang: page.lang(), body: &notes.body };
    let text = Text { source: &notes.source, body: &notes.body, from, lead: None, foreign: &[] };
    let rendered = convert(engine, view, Some(page), text, &SiteLinks { view, from });
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
pub(crate) fn convert(
    engine: &Engine,
    view: &View,
    page: Option<&Page>,
    text: Text<'_>,
    links: &dyn Links,
) -> Rendered {
    let components = SiteComponents { engine, view, source: text.source, from: text.from, page };
    let settings = Settings {
        options: &view.config.markdown,
        links,
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
