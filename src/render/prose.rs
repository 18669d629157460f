//! Texts of data files and fields as HTML, and links of any text on this site. Needs no engine: components are an item's.

use super::markdown::{self, Components, Links, Settings, Target};
use super::view::View;
use crate::config::{Lang, MarkdownOptions};
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::components::ComponentCall;
use crate::site::links::{From, Target as SiteTarget};
use crate::source::Source;

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

/// Links of a text on this site.
pub(super) struct SiteLinks<'a> {
    pub(super) view: &'a View,
    pub(super) from: From<'a>,
}

impl Links for SiteLinks<'_> {
    fn resolve(&self, dest: &str, image: bool) -> Target {
        let site = &self.view.site;
        let page = |path: &str, fragment: Option<&str>| {
            let url = self.view.url(path);
            Target::Url(fragment.map_or_else(|| url.clone(), |fragment| format!("{url}#{fragment}")))
        };
        match site.follow(self.from, dest) {
            SiteTarget::Page(id, fragment) => page(&site.page(id).path, fragment),
            SiteTarget::Section(id, fragment) => page(&site.section(id).path, fragment),
            SiteTarget::Home(lang, fragment) => page(&format!("{}/", self.view.config.lang_prefix(lang)), fragment),
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
