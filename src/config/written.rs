//! `warta.yaml` as written: every key optional, every value as text or word.

use crate::yaml::fields::Entries;
use crate::yaml::scalars::{Address, Flag, OneOr, Pattern};
use crate::yaml::{self, Id, Line, record, words};

words! {
    /// What an item is.
    pub enum Kind named "kind" {
        /// A press release.
        PressRelease = "press_release" / "siaran_pers",
        /// An event to which people come.
        Workshop = "workshop" / "lokakarya",
        /// A plain page.
        Page = "page" / "halaman",
    }
}

words! {
    /// By what a section's list is sorted.
    pub enum SortBy named "sort" {
        /// Newest first.
        Date = "date" / "tanggal",
        /// By title.
        Title = "title" / "judul",
        /// By `weight`, then title.
        Weight = "weight" / "bobot",
        /// By the start of the event, newest first.
        Start = "start" / "mulai",
    }
}

words! {
    /// Which archives a section has.
    pub enum ArchiveBy named "archive" {
        /// None.
        None = "none",
        /// One page a year.
        Year = "year",
        /// One page a year and one a month.
        YearMonth = "year_month",
    }
}

words! {
    /// How much of an item a feed holds.
    pub enum FeedContent named "feed content" {
        /// The whole body.
        Full = "full",
        /// The summary.
        Summary = "summary",
    }
}

words! {
    /// What becomes of HTML inside Markdown.
    pub enum RawHtmlPolicy named "raw_html" {
        /// Elements of an allow-list pass.
        AllowList = "allow_list",
        /// All of it is reported.
        Forbid = "forbid",
    }
}

words! {
    /// What an unknown key is.
    pub enum UnknownKeys named "unknown" {
        /// An error.
        Error = "error",
        /// A warning, while an archive is taken over.
        Warn = "warn",
    }
}

record! {
    /// `warta.yaml` as written.
    pub struct Written {
        /// The site's title, one or one a language.
        pub title [required]: Option<OneOr<Line, Entries<Line>>>,
        /// Where the site is published; may have a path.
        pub base_url [required]: Option<Line>,
        /// An IANA zone, or WIB, WITA, WIT.
        pub time_zone [required]: Option<Line>,
        /// The default language.
        pub language: Option<Line>,
        /// All languages.
        pub languages: Entries<WrittenLanguage>,
        /// The term of `organizations` that publishes the site.
        pub organization: Option<Id>,
        /// What the site is, one or one a language.
        pub description: Option<OneOr<Line, Entries<Line>>>,
        /// A folder in `themes/`, or the embedded theme.
        pub theme: Option<Line>,
        /// Options of the theme, typed by its `theme.yaml`.
        pub theme_options: serde_json::Map<String, serde_json::Value>,
        /// The main menu, one or one a language.
        pub menu: Menus,
        /// Folders below `content/`.
        pub sections: Entries<WrittenSection>,
        /// Ways to group items.
        pub taxonomies: Option<Entries<WrittenTaxonomy>>,
        /// Feeds.
        pub feeds: Option<WrittenFeeds>,
        /// How Markdown is read.
        pub markdown: Option<WrittenMarkdown>,
        /// Syntax highlighting.
        pub highlight: Option<WrittenHighlight>,
        /// Comments and the reply form.
        pub comments: Option<WrittenComments>,
        /// View counters.
        pub views: Option<WrittenViews>,
        /// Front matter.
        pub front_matter: Option<WrittenFrontMatter>,
        /// Response headers of the server snippets.
        pub headers: Option<WrittenHeaders>,
        /// The output folder.
        pub output: Option<Line>,
    }
}

record! {
    /// One language.
    pub struct WrittenLanguage {
        /// The site's title in it.
        pub title: Option<Line>,
        /// What the site is, in it.
        pub description: Option<Line>,
        /// The language's own name.
        pub name: Option<Line>,
    }
}

record! {
    /// One section; `_index.md` may override each key.
    pub struct WrittenSection {
        /// Kind of items without `kind:`.
        pub kind("jenis"): Option<Kind>,
        /// Pattern of addresses.
        pub permalink: Option<Pattern>,
        /// Items on one page of the list.
        pub page_size: Option<u64>,
        /// Order of the list.
        pub sort: Option<SortBy>,
        /// Whether it has a feed.
        pub feed: Option<Flag>,
        /// Which archives it has.
        pub archive: Option<ArchiveBy>,
    }
}

record! {
    /// One taxonomy.
    pub struct WrittenTaxonomy {
        /// First part of its addresses.
        pub path: Option<Line>,
        /// The data file with a record for each term.
        pub terms: Option<Line>,
        /// Whether a term without a record is an error.
        pub closed: Option<Flag>,
        /// Its name, one or one a language.
        pub title: Option<OneOr<Line, Entries<Line>>>,
    }
}

record! {
    /// Feeds.
    pub struct WrittenFeeds {
        /// Items in one feed.
        pub size: Option<u64>,
        /// How much of each.
        pub content: Option<FeedContent>,
    }
}

record! {
    /// How Markdown is read.
    pub struct WrittenMarkdown {
        /// Straight quotes become typographic ones.
        pub smart_quotes: Option<Flag>,
        /// Bare addresses become links.
        pub linkify: Option<Flag>,
        /// Headings get a link to themselves.
        pub heading_anchors: Option<Flag>,
        /// Levels in the table of contents, from and to.
        pub toc_depth: Vec<u64>,
        /// What becomes of HTML.
        pub raw_html: Option<RawHtmlPolicy>,
    }
}

record! {
    /// Syntax highlighting.
    pub struct WrittenHighlight {
        /// Whether code is coloured.
        pub enabled: Option<Flag>,
    }
}

record! {
    /// Comments and the reply form.
    pub struct WrittenComments {
        /// Where the form is sent.
        pub endpoint: Option<Address>,
        /// The address that receives comments.
        pub mailto: Option<Line>,
        /// Days after which comments close.
        pub close_after_days: Option<u64>,
    }
}

record! {
    /// View counters.
    pub struct WrittenViews {
        /// Whether they are shown.
        pub show: Option<Flag>,
        /// The data file with the counters.
        pub file: Option<Line>,
    }
}

record! {
    /// Front matter.
    pub struct WrittenFrontMatter {
        /// What an unknown key is.
        pub unknown: Option<UnknownKeys>,
    }
}

record! {
    /// Response headers.
    pub struct WrittenHeaders {
        /// The content security policy.
        pub csp: Option<Line>,
        /// More headers.
        pub extra: Entries<Line>,
    }
}

record! {
    /// An entry of a menu: `name` and `url`, or `page`.
    pub struct MenuEntry {
        /// The words.
        pub name: Option<Line>,
        /// Where it leads.
        pub url: Option<Address>,
        /// A file below `content/`.
        pub page: Option<Line>,
    }
}

/// The menu: a list, or a list for each language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Menus {
    /// For every language that has none of its own.
    pub shared: Vec<MenuEntry>,
    /// By language code.
    pub by_language: Vec<(String, Vec<MenuEntry>)>,
}

impl yaml::Typed for Menus {
    fn shape() -> yaml::Shape {
        yaml::Shape::ListOrMap(Box::new(<MenuEntry as yaml::Typed>::shape()))
    }
}

impl<'de> serde::Deserialize<'de> for Menus {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Menus, D::Error> {
        struct MenusVisitor;

        impl<'de> serde::de::Visitor<'de> for MenusVisitor {
            type Value = Menus;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("a list, or a list for each language")
            }

            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, seq: A) -> Result<Menus, A::Error> {
                let shared = <Vec<MenuEntry> as serde::Deserialize>::deserialize(
                    serde::de::value::SeqAccessDeserializer::new(seq),
                )?;
                Ok(Menus { shared, by_language: Vec::new() })
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Menus, A::Error> {
                let entries = <Entries<Vec<MenuEntry>> as serde::Deserialize>::deserialize(
                    serde::de::value::MapAccessDeserializer::new(map),
                )?;
                Ok(Menus { shared: Vec::new(), by_language: entries.0 })
            }
        }

        deserializer.deserialize_any(MenusVisitor)
    }
}
