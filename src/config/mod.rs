//! `warta.yaml`: as written ([`Written`]) → as meant ([`Config`]).
//!
//! What is written is optional and textual; what is meant is complete, checked and typed. The list of keys is closed: a
//! key that is not here does not exist. Nothing else of the site is known here, so references into it (the
//! organisation, a menu's page) are checked when the site is related.

mod base_url;
mod headers;
mod numbering;
mod resolve;
pub mod written;

use std::sync::Arc;

use jiff::Timestamp;

pub use base_url::BaseUrl;
pub use headers::Headers;
pub use numbering::NumberPattern;
pub use resolve::{as_size, language, resolve};
pub use written::{
    ArchiveBy, FeedContent, Kind, MenuEntry, RawHtmlPolicy, SortBy, UnknownKeys, Written, WrittenSection,
    WrittenSecurity,
};

use crate::locale::Words;
use crate::locale::date::Zone;
use crate::source::Source;
use crate::yaml::{Id, Places};

/// The file's name, in the project's root.
pub const FILE: &str = "warta.yaml";

/// One of the site's languages: an index into [`Config::languages`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang(pub u8);

/// The site's settings.
#[derive(Clone, Debug)]
pub struct Config {
    /// The file, for diagnostics of later stages.
    pub source: Arc<Source>,
    /// Where the site is published.
    pub base_url: BaseUrl,
    /// The zone of every time without one.
    pub zone: Zone,
    /// At least one; the first is the default.
    pub languages: Vec<Language>,
    /// The term of `organizations` that publishes the site.
    pub organization: Option<Id>,
    /// The picture of pages that have none of their own.
    pub image: Option<SiteImage>,
    /// Under which terms the content may be used.
    pub license: Option<String>,
    /// Name of the theme.
    pub theme: String,
    /// Options given to it.
    pub theme_options: serde_json::Map<String, serde_json::Value>,
    /// The menu of each language.
    pub menus: Vec<Vec<MenuEntry>>,
    /// Sections in the order of the file.
    pub sections: Vec<(String, WrittenSection)>,
    /// Taxonomies in the order of the file.
    pub taxonomies: Vec<TaxonomyConfig>,
    /// Items in one feed.
    pub feed_size: usize,
    /// How much of each.
    pub feed_content: FeedContent,
    /// How Markdown is read.
    pub markdown: MarkdownOptions,
    /// Comments.
    pub comments: CommentsConfig,
    /// Whether view counters are shown.
    pub show_views: bool,
    /// The data file with the counters.
    pub views_file: String,
    /// How numbers of releases are written, where the office says it.
    pub release_numbers: Option<NumberPattern>,
    /// Whom to tell of a hole in the site.
    pub security: Option<Security>,
    /// What an unknown key in front matter is.
    pub unknown_keys: UnknownKeys,
    /// Response headers of the site.
    pub headers: Headers,
    /// The output folder, from the project's root.
    pub output: String,
    /// Where what stands in the file.
    pub places: Places,
}

/// A language of the site.
#[derive(Clone, Debug)]
pub struct Language {
    /// BCP 47 tag.
    pub code: String,
    /// Its own name for itself.
    pub name: String,
    /// The site's title in it.
    pub title: String,
    /// What the site is, in it.
    pub description: Option<String>,
    /// Whose rules dates and numbers follow.
    pub words: Words,
}

/// A picture that stands for the site.
#[derive(Clone, Debug)]
pub struct SiteImage {
    /// Path of the file from the site's root.
    pub src: String,
    /// What it shows, in each language.
    pub alt: Vec<String>,
}

/// A taxonomy.
#[derive(Clone, Debug)]
pub struct TaxonomyConfig {
    /// The front matter key.
    pub name: String,
    /// First part of its addresses.
    pub path: String,
    /// The data file with records, from the project's root.
    pub terms: Option<String>,
    /// Whether a term without a record is an error.
    pub closed: bool,
    /// Its name in each language; empty when the theme's words are to be used.
    pub titles: Vec<Option<String>>,
}

/// Comments.
#[derive(Clone, Debug, Default)]
pub struct CommentsConfig {
    /// Where the form is sent.
    pub endpoint: Option<String>,
    /// The address that receives comments.
    pub mailto: Option<String>,
    /// Days after which comments close.
    pub close_after_days: Option<u64>,
}

/// Whom to tell of a hole in the site.
#[derive(Clone, Debug)]
pub struct Security {
    /// As written; those of this site without its address.
    pub contacts: Vec<String>,
    /// From when on nobody should rely on it.
    pub expires: Timestamp,
    /// Where the rules stand.
    pub policy: Option<String>,
    /// Where a key for mail lies.
    pub encryption: Option<String>,
    /// Who helped.
    pub acknowledgments: Option<String>,
}

/// How Markdown is read and printed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MarkdownOptions {
    /// Everything beyond CommonMark that has no switch of its own: tables, footnotes, ids of headings, components …
    pub extensions: bool,
    /// `"a"` → `“a”`, `--` → `–`, `...` → `…`
    pub smart_quotes: bool,
    /// Bare addresses in text become links.
    pub linkify: bool,
    /// A link to itself beside every heading.
    pub heading_anchors: bool,
    /// The levels of headings, first and last, that the table of contents lists.
    pub toc_depth: (u8, u8),
    /// What becomes of raw HTML.
    pub raw_html: RawHtml,
    /// Whether code is coloured.
    pub highlight: bool,
}

/// What becomes of raw HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RawHtml {
    /// What the allow-list has is printed, the rest is removed and reported as a warning.
    AllowList,
    /// Nothing of it is printed, all of it is an error.
    Forbid,
    /// It is printed as it is: for the CommonMark suite.
    Plain,
}

impl Default for MarkdownOptions {
    fn default() -> MarkdownOptions {
        MarkdownOptions {
            extensions: true,
            smart_quotes: false,
            linkify: true,
            heading_anchors: true,
            toc_depth: (2, 3),
            raw_html: RawHtml::AllowList,
            highlight: true,
        }
    }
}

impl MarkdownOptions {
    /// CommonMark and nothing else: what the examples of its specification run through.
    pub fn plain() -> MarkdownOptions {
        MarkdownOptions {
            extensions: false,
            smart_quotes: false,
            linkify: false,
            heading_anchors: false,
            toc_depth: (2, 3),
            raw_html: RawHtml::Plain,
            highlight: false,
        }
    }
}

impl Config {
    /// The default language.
    pub fn default_lang(&self) -> Lang {
        Lang(0)
    }

    /// All languages, the default first.
    pub fn langs(&self) -> impl Iterator<Item = Lang> + use<> {
        (0..u8::try_from(self.languages.len()).unwrap_or(u8::MAX)).map(Lang)
    }

    /// What is known of a language.
    pub fn language(&self, lang: Lang) -> &Language {
        // A `Lang` is only made by `lang_of` and `langs`; the first language is the answer to one of another site.
        self.languages.get(usize::from(lang.0)).unwrap_or_else(|| self.default_language())
    }

    #[allow(clippy::indexing_slicing, reason = "`resolve` puts at least one language in and nothing takes one out")]
    fn default_language(&self) -> &Language {
        &self.languages[0]
    }

    /// The language with this code.
    pub fn lang_of(&self, code: &str) -> Option<Lang> {
        let index = self.languages.iter().position(|language| language.code == code)?;
        u8::try_from(index).ok().map(Lang)
    }

    /// Prefix of addresses in a language: empty for the default one, `/en` for others.
    pub fn lang_prefix(&self, lang: Lang) -> String {
        if lang == self.default_lang() { String::new() } else { format!("/{}", self.language(lang).code) }
    }

    /// The settings of a section, if the file has any.
    pub fn section(&self, name: &str) -> Option<&WrittenSection> {
        self.sections.iter().find(|(key, _)| key == name).map(|(_, section)| section)
    }
}

/// The front matter keys that group items.
pub const TAXONOMIES: &[&str] = &["tags", "topics", "people", "organizations", "districts", INFO_CLASS];

/// The taxonomy of public information. Every site has it, whether its configuration names it or not: its terms are the classes
/// that are published.
pub const INFO_CLASS: &str = "info_class";
