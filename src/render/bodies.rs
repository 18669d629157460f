//! Bodies of items as HTML: Markdown with this site's links, components and words.
//!
//! A body is converted when its output is rendered. Only bodies that a feed shows as well are kept, so that page and feed
//! share one conversion and memory does not grow with the site.

use std::sync::{Arc, OnceLock};

use super::components::SiteComponents;
use super::engine::Engine;
use super::markdown::{self, Components, Foreign, Links, Rendered, Settings, Target};
use super::view::View;
use super::words::Words;
use crate::config::{Lang, MarkdownOptions};
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::Words as Rules;
use crate::parse::Body;
use crate::parse::components::ComponentCall;
use crate::parse::kinds::KindFields;
use crate::parse::kinds::press_release::Dateline;
use crate::plan::{Feed, Plan, Recipe};
use crate::site::links::{From, Target as SiteTarget};
use crate::site::{Page, PageId, Site};
use crate::source::Source;
use crate::yaml::scalars::OneOr;

/// Converted bodies that more than one output shows.
#[derive(Debug)]
pub struct Bodies {
    /// By page; none for pages that no feed shows.
    shared: Vec<Option<OnceLock<Arc<Rendered>>>>,
}

impl Bodies {
    /// Room for the bodies that feeds of `size` items show.
    pub fn new(site: &Site, plan: &Plan, size: usize) -> Bodies {
        let mut shared: Vec<Option<OnceLock<Arc<Rendered>>>> = site.pages.iter().map(|_| None).collect();
        for output in &plan.outputs {
            let Recipe::Feed(feed) = &output.recipe else { continue };
            for id in feed_pages(site, *feed).iter().take(size) {
                if let Some(place) = shared.get_mut(id.0 as usize) {
                    place.get_or_insert_with(OnceLock::new);
                }
            }
        }
        Bodies { shared }
    }
}

/// The pages of a feed, newest first.
pub(super) fn feed_pages(site: &Site, feed: Feed) -> &[PageId] {
    match feed {
        Feed::Site(lang) => site.newest.get(usize::from(lang.0)).map_or(&[], Vec::as_slice),
        Feed::Section(id) => &site.section(id).pages,
        Feed::Term(taxonomy, term, lang) => {
            site.taxonomies.get(taxonomy).map_or(&[], |taxonomy| taxonomy.term(term).pages_in(lang))
        }
    }
}

/// The body of a page.
pub(crate) fn of_page(engine: &Engine, view: &View, id: PageId) -> Arc<Rendered> {
    match view.bodies.shared.get(id.0 as usize).and_then(Option::as_ref) {
        Some(place) => Arc::clone(place.get_or_init(|| Arc::new(convert_page(engine, view, view.site.page(id))))),
        None => Arc::new(convert_page(engine, view, view.site.page(id))),
    }
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
    let text = Text { source: &document.source, body: &document.body, from, lead: lead.as_deref(), foreign: &foreign };
    convert(engine, view, Some(page), text)
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

/// A text of a data file or a field: no components, links as on the site's root.
pub(crate) fn prose(view: &View, text: &str, lang: Lang) -> String {
    let source = Source::new("", text);
    let options = MarkdownOptions { heading_anchors: false, highlight: false, ..view.config.markdown.clone() };
    let (body, _) = crate::parse::body::parse(&source, 0..text.len(), &options);
    let links = SiteLinks { view, from: From { base: "", lang, body: &body } };
    let settings = Settings {
        options: &options,
        links: &links,
        components: &NoComponents,
        highlighter: None,
        words: view.markdown_words(lang).borrowed(),
        lead: None,
        foreign: &[],
    };
    markdown::render(&source, &body, &settings).html
}

/// Texts outside an item call no components.
struct NoComponents;

impl Components for NoComponents {
    fn render(&self, call: &ComponentCall, _: Option<&str>) -> Result<String, Diagnostic> {
        Err(Diagnostic::new(Code::UnknownComponent).with("name", call.name.as_str()))
    }
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

/// Links of a text on this site.
struct SiteLinks<'a> {
    view: &'a View,
    from: From<'a>,
}

impl Links for SiteLinks<'_> {
    fn resolve(&self, dest: &str, image: bool) -> Target {
        let site = &self.view.site;
        match site.follow(self.from, dest) {
            SiteTarget::Page(id, fragment) => {
                let mut url = self.view.url(&site.page(id).path);
                if let Some(fragment) = fragment {
                    url.push('#');
                    url.push_str(fragment);
                }
                Target::Url(url)
            }
            SiteTarget::NoAnchor(id, _) => Target::Url(self.view.url(&site.page(id).path)),
            SiteTarget::Section(id) => Target::Url(self.view.url(&site.section(id).path)),
            SiteTarget::File(file) if image => {
                let size = file.size;
                Target::Image {
                    url: self.view.file_url(&file.path),
                    width: size.map(|size| size.0),
                    height: size.map(|size| size.1),
                }
            }
            SiteTarget::File(file) => Target::Url(self.view.file_url(&file.path)),
            SiteTarget::Withheld(_) => Target::PlainText,
            SiteTarget::Address(path) => Target::Url(self.view.url(path)),
            SiteTarget::Here(_) | SiteTarget::Elsewhere | SiteTarget::Missing => Target::AsWritten,
        }
    }
}

/// The words that Markdown needs, owned.
#[derive(Debug, Default)]
pub struct MarkdownWords {
    note: String,
    tip: String,
    important: String,
    warning: String,
    caution: String,
    footnotes: String,
    footnote: String,
    back_to_text: String,
    anchor: String,
    table: String,
    code: String,
}

impl MarkdownWords {
    pub(crate) fn load(words: &Words, lang: Lang, rules: Rules) -> MarkdownWords {
        // A theme may leave these words to us.
        let say = |key: &str, indonesian: &str, english: &str| {
            let own = match rules {
                Rules::Indonesian => indonesian,
                Rules::English => english,
            };
            words.known(lang, key).unwrap_or_else(|| own.to_owned())
        };
        MarkdownWords {
            note: say("note-info", "Catatan", "Note"),
            tip: say("note-tip", "Tips", "Tip"),
            important: say("note-important", "Penting", "Important"),
            warning: say("note-warning", "Perhatian", "Warning"),
            caution: say("note-caution", "Awas", "Caution"),
            footnotes: say("markdown-footnotes", "Catatan kaki", "Footnotes"),
            footnote: say("markdown-footnote", "catatan kaki", "footnote"),
            back_to_text: say("markdown-back-to-text", "Kembali ke teks", "Back to the text"),
            anchor: say("markdown-anchor", "Tautan ke bagian", "Link to section"),
            table: say("markdown-table", "Tabel", "Table"),
            code: say("markdown-code", "Kode", "Code"),
        }
    }

    fn borrowed(&self) -> markdown::Words<'_> {
        markdown::Words {
            note: &self.note,
            tip: &self.tip,
            important: &self.important,
            warning: &self.warning,
            caution: &self.caution,
            footnotes: &self.footnotes,
            footnote: &self.footnote,
            back_to_text: &self.back_to_text,
            anchor: &self.anchor,
            table: &self.table,
            code: &self.code,
        }
    }
}
