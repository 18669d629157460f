//! `warta.yaml`: as written ([`Written`]) → as meant ([`Config`]).
//!
//! What is written is optional and textual; what is meant is complete, checked and typed. The list of keys is closed: a
//! key that is not here does not exist. Nothing else of the site is known here, so references into it (the
//! organisation, a menu's page) are checked when the site is related.

mod base_url;
mod headers;
mod numbering;
pub mod written;

use std::sync::Arc;

use jiff::Timestamp;

pub use base_url::BaseUrl;
pub use headers::Headers;
pub use numbering::NumberPattern;
pub use written::{
    ArchiveBy, FeedContent, Kind, MenuEntry, RawHtmlPolicy, SortBy, UnknownKeys, Written, WrittenSection,
    WrittenSecurity,
};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, nearest};
use crate::locale::Words;
use crate::locale::date::Zone;
use crate::source::Source;
use crate::yaml::fields::{Entries, Record};
use crate::yaml::scalars::{Address, Flag, OneOr, stays_on_site};
use crate::yaml::{self, Id, Line, Part, Places};

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

/// The default language's code, from a file that may have mistakes: those are to be told in that language.
pub fn language(source: &Arc<Source>) -> Option<String> {
    let written = yaml::read::<Written>(source, 0..source.text.len()).value;
    written.language.map(|code| code.0)
}

/// Reads the configuration. `base_url` takes the place of the file's own.
pub fn resolve(source: &Arc<Source>, base_url: Option<&str>) -> (Option<Config>, Diagnostics) {
    let read = yaml::read::<Written>(source, 0..source.text.len());
    let mut found = read.diagnostics;
    let written = read.value;
    let absent = written.missing().into_iter().filter(|key| *key != "base_url" || base_url.is_none());
    found.append(yaml::missing::<Written>(source, absent, &read.unread));
    let places = Places::of_file(source);
    let place = |path: &str, part: Part| places.at(path, part).unwrap_or(0..0);

    let code = written.language.as_deref().unwrap_or("id").to_owned();
    let mut codes: Vec<&str> = vec![&code];
    codes.extend(written.languages.iter().map(|(code, _)| code).filter(|other| *other != code));
    for wrong in codes.iter().filter(|code| !is_language_tag(code)) {
        let key = if *wrong == code {
            place("language", Part::Value)
        } else {
            place(&format!("languages.{wrong}"), Part::Key)
        };
        found.push(
            Diagnostic::at(Code::BadValue, source, key)
                .with("value", *wrong)
                .with("type", "language")
                .with("problem", "not-a-language")
                .suggesting(code_of(wrong)),
        );
    }
    let languages = codes
        .iter()
        .map(|code| {
            let own = written.languages.get(code);
            let title = own.and_then(|own| own.title.as_deref()).or_else(|| per_language(written.title.as_ref(), code));
            Language {
                code: (*code).to_owned(),
                name: own.and_then(|own| own.name.as_deref()).unwrap_or_else(|| language_name(code)).to_owned(),
                title: title.unwrap_or("").to_owned(),
                description: own
                    .and_then(|own| own.description.as_deref())
                    .or_else(|| per_language(written.description.as_ref(), code))
                    .map(str::to_owned),
                words: Words::for_code(code),
            }
        })
        .collect();

    let base_text = base_url.or(written.base_url.as_deref());
    let base = base_text.and_then(BaseUrl::parse);
    if let (Some(text), None) = (base_text, &base) {
        let wrong = if base_url.is_some() {
            Diagnostic::new(Code::BadValue)
        } else {
            Diagnostic::at(Code::BadValue, source, place("base_url", Part::Value))
        };
        let wrong = wrong.with("value", text).with("type", "address").with("problem", "not-a-base-url");
        let mended = format!("https://{}", text.trim_start_matches("//"));
        let can_be = text.contains('.') && !text.contains("://") && BaseUrl::parse(&mended).is_some();
        found.push(wrong.suggesting(can_be.then_some(mended)));
    }
    let zone = match written.time_zone.as_deref().map(Zone::parse) {
        Some(Ok(zone)) => Some(zone),
        Some(Err(error)) => {
            let unknown = Diagnostic::at(Code::UnknownZone, source, place("time_zone", Part::Value))
                .with("value", error.name.as_str())
                .suggesting(error.suggestions.first().map(String::as_str));
            found.push(unknown);
            None
        }
        None => None,
    };

    let taxonomies = taxonomies(&written, &codes);
    for (name, taxonomy) in written.taxonomies.iter().flat_map(Entries::iter) {
        if let Some(path) =
            taxonomy.path.as_deref().filter(|path| !stays_on_site(path) || path.trim_matches('/').is_empty())
        {
            let at = place(&format!("taxonomies.{name}.path"), Part::Value);
            found.push(
                Diagnostic::at(Code::BadValue, source, at)
                    .with("value", path)
                    .with("type", "site path")
                    .with("problem", "not-a-part"),
            );
        }
        if !TAXONOMIES.contains(&name) {
            let key = place(&format!("taxonomies.{name}"), Part::Key);
            found.push(
                Diagnostic::at(Code::UnknownSection, source, key)
                    .with("name", name)
                    .with("what", "taxonomy")
                    .with("known", TAXONOMIES.join(", "))
                    .suggesting(nearest(name, TAXONOMIES.iter().copied())),
            );
        }
    }
    let markdown = markdown(&written);
    let image = written.image.as_ref().and_then(|image| {
        let alt = |code: &&str| per_language(image.alt.as_ref(), code).unwrap_or_default().to_owned();
        Some(SiteImage { src: image.src.as_deref()?.to_owned(), alt: codes.iter().map(alt).collect() })
    });
    let menus = codes
        .iter()
        .map(|code| {
            let own = written.menu.by_language.iter().find(|(language, _)| language == code).map(|(_, menu)| menu);
            own.unwrap_or(&written.menu.shared).clone()
        })
        .collect();
    let comments = written.comments.clone().unwrap_or_default();
    let views = written.views.clone().unwrap_or_default();
    let numbers = written.numbering.as_ref().and_then(|numbering| numbering.press_release.as_deref());
    let release_numbers = numbers.and_then(NumberPattern::parse);
    if let (Some(text), None) = (numbers, &release_numbers) {
        let at = place("numbering.press_release", Part::Value);
        let wrong = Diagnostic::at(Code::BadValue, source, at).with("value", text).with("type", "text");
        found.push(wrong.with("problem", "not-a-numbering").with("known", numbering::PARTS.join(", ")));
    }
    found.extend(headers::unsound(written.headers.as_ref(), source, place));
    let (Some(base_url), Some(zone)) = (base, zone) else { return (None, found) };
    let security = written.security.and_then(|own| security(own, &zone));
    let headers = Headers::new(written.headers, comments.endpoint.as_deref(), &base_url);
    let config = Config {
        source: Arc::clone(source),
        base_url,
        zone,
        languages,
        organization: written.organization,
        image,
        license: written.license.map(|license| license.0),
        theme: written.theme.as_deref().unwrap_or("balai").to_owned(),
        theme_options: written.theme_options.0,
        menus,
        sections: written.sections.0,
        taxonomies,
        feed_size: written.feeds.as_ref().and_then(|feeds| feeds.size).map_or(20, as_size),
        feed_content: written.feeds.as_ref().and_then(|feeds| feeds.content).unwrap_or(FeedContent::Full),
        markdown,
        comments: CommentsConfig {
            endpoint: comments.endpoint.map(|address| address.0),
            mailto: comments.mailto.map(|address| address.0),
            close_after_days: comments.close_after_days,
        },
        show_views: views.show.is_none_or(|flag| flag.0),
        views_file: views.file.map_or_else(|| "data/views.yaml".to_owned(), |file| file.0),
        release_numbers,
        security,
        unknown_keys: written.front_matter.and_then(|front| front.unknown).unwrap_or(UnknownKeys::Error),
        headers,
        output: written.output.map_or_else(|| "public".to_owned(), |output| output.0),
        places,
    };
    (Some(config), found)
}

/// None where something of it is missing, which has been told.
fn security(own: WrittenSecurity, zone: &Zone) -> Option<Security> {
    let of = |address: Option<Address>| address.map(|address| address.0);
    Some(Security {
        contacts: own.contacts.into_iter().map(|contact| contact.0).collect(),
        expires: own.expires?.in_zone(zone).ok()?.end_instant(),
        policy: of(own.policy),
        encryption: of(own.encryption),
        acknowledgments: of(own.acknowledgments),
    })
}

/// The front matter keys that group items.
pub const TAXONOMIES: &[&str] = &["tags", "topics", "people", "organizations", "districts", INFO_CLASS];

/// The taxonomy of public information. Every site has it, whether its configuration names it or not: its terms are the classes
/// that are published.
pub const INFO_CLASS: &str = "info_class";

fn taxonomies(written: &Written, codes: &[&str]) -> Vec<TaxonomyConfig> {
    let entries = written.taxonomies.iter().flat_map(Entries::iter);
    let mut all: Vec<TaxonomyConfig> = entries
        .filter(|(name, _)| TAXONOMIES.contains(name))
        .map(|(name, taxonomy)| {
            let is_information = name == INFO_CLASS;
            let default = if is_information { "informasi-publik" } else { name };
            TaxonomyConfig {
                name: name.to_owned(),
                path: taxonomy.path.as_deref().unwrap_or(default).trim_matches('/').to_owned(),
                terms: taxonomy.terms.as_deref().filter(|_| !is_information).map(str::to_owned),
                closed: is_information || taxonomy.closed.is_some_and(|flag| flag.0),
                titles: codes
                    .iter()
                    .map(|code| per_language(taxonomy.title.as_ref(), code).map(str::to_owned))
                    .collect(),
            }
        })
        .collect();
    if all.iter().all(|taxonomy| taxonomy.name != INFO_CLASS) {
        all.push(TaxonomyConfig {
            name: INFO_CLASS.to_owned(),
            path: "informasi-publik".to_owned(),
            terms: None,
            closed: true,
            titles: vec![None; codes.len()],
        });
    }
    all
}

fn markdown(written: &Written) -> MarkdownOptions {
    let defaults = MarkdownOptions::default();
    let own = written.markdown.clone().unwrap_or_default();
    let flag = |flag: Option<Flag>, default: bool| flag.map_or(default, |flag| flag.0);
    let level = |index: usize, default: u8| {
        own.toc_depth.get(index).map_or(default, |level| u8::try_from(*level).unwrap_or(6).clamp(1, 6))
    };
    MarkdownOptions {
        extensions: true,
        smart_quotes: flag(own.smart_quotes, defaults.smart_quotes),
        linkify: flag(own.linkify, defaults.linkify),
        heading_anchors: flag(own.heading_anchors, defaults.heading_anchors),
        toc_depth: (level(0, defaults.toc_depth.0), level(1, defaults.toc_depth.1)),
        raw_html: match own.raw_html {
            Some(RawHtmlPolicy::Forbid) => RawHtml::Forbid,
            _ => RawHtml::AllowList,
        },
        highlight: written.highlight.as_ref().and_then(|highlight| highlight.enabled).is_none_or(|flag| flag.0),
    }
}

fn per_language<'a>(value: Option<&'a OneOr<Line, Entries<Line>>>, code: &str) -> Option<&'a str> {
    match value? {
        OneOr::One(line) => Some(line),
        OneOr::Record(entries) => {
            entries.get(code).or_else(|| entries.0.first().map(|(_, line)| line)).map(|line| &**line)
        }
    }
}

/// Letters and digits in parts of at most eight, joined by hyphens (RFC 5646 §2.1).
fn is_language_tag(code: &str) -> bool {
    let mut parts = code.split('-');
    parts
        .next()
        .is_some_and(|first| (2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_lowercase()))
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// The code of a language that is written as a word.
fn code_of(word: &str) -> Option<&'static str> {
    match word.to_lowercase().as_str() {
        "indonesia" | "bahasa" | "bahasa indonesia" | "indonesian" => Some("id"),
        "english" | "inggris" | "bahasa inggris" => Some("en"),
        "jawa" | "basa jawa" | "bahasa jawa" | "javanese" => Some("jv"),
        "sunda" | "basa sunda" | "bahasa sunda" | "sundanese" => Some("su"),
        "melayu" | "bahasa melayu" | "malay" => Some("ms"),
        _ => None,
    }
}

fn language_name(code: &str) -> &str {
    match code.split('-').next().unwrap_or(code) {
        "id" => "Indonesia",
        "en" => "English",
        "jv" => "Basa Jawa",
        "su" => "Basa Sunda",
        "ms" => "Bahasa Melayu",
        _ => code,
    }
}

/// A size as written, for lists in memory.
pub fn as_size(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX).max(1)
}
