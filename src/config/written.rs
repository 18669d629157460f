//! `warta.yaml` as written: every key optional, every value as text or word.

use crate::yaml::Entries;
use crate::yaml::OneOr;
use crate::yaml::free::FreeMap;
use crate::yaml::scalars::{Address, Dated, Flag, Pattern};
use crate::yaml::{self, Id, Line, record, words};

words! {
    /// What an item is.
    pub enum Kind named "kind" {
        /// A press release.
        PressRelease = "press_release" / "siaran_pers",
        /// An event to which people come.
        Workshop = "workshop" / "lokakarya",
        /// A programme: releases, events and materials that belong together.
        Programme = "programme" / "program",
        /// A document to read or to take along.
        Material = "material" / "materi",
        /// A plain page.
        Page = "page" / "halaman",
        /// Something everyone should know at once, for a time.
        Announcement = "announcement" / "pengumuman",
        /// Photographs.
        Gallery = "gallery" / "galeri",
    }
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 7] = [
        Kind::PressRelease,
        Kind::Workshop,
        Kind::Programme,
        Kind::Material,
        Kind::Page,
        Kind::Announcement,
        Kind::Gallery,
    ];

    /// The Indonesian word.
    pub fn alias(self) -> &'static str {
        match self {
            Kind::PressRelease => "siaran_pers",
            Kind::Workshop => "lokakarya",
            Kind::Programme => "program",
            Kind::Material => "materi",
            Kind::Page => "halaman",
            Kind::Announcement => "pengumuman",
            Kind::Gallery => "galeri",
        }
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
    pub enum RawHtmlPolicy named "HTML" {
        /// Elements of an allow-list pass.
        AllowList = "allow_list",
        /// All of it is reported.
        Forbid = "forbid",
    }
}

words! {
    /// What an unknown key is.
    pub enum UnknownKeys named "unknown keys" {
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
        /// Where the site is published; may have a path: `https://contoh.go.id/humas`.
        pub base_url [required]: Option<Line>,
        /// The zone of every time that names none: WIB, WITA, WIT or an IANA name.
        pub time_zone [required]: Option<Line>,
        /// The default language; its addresses have no prefix. Without it: `id`.
        pub language: Option<Line>,
        /// All languages; `name` is the language's own name for itself. Without it: only the default one.
        pub languages: Entries<WrittenLanguage>,
        /// The organisation that publishes the site, of `data/organizations.yaml`.
        pub organization: Option<Id>,
        /// What the site is, one or one a language.
        pub description: Option<OneOr<Line, Entries<Line>>>,
        /// The picture of cards and structured data for pages that have none of their own. Without it: the theme's.
        pub image: Option<WrittenImage>,
        /// Under which terms its content may be used, such as `CC-BY-4.0`; open data says so.
        pub license: Option<Line>,
        /// A folder in `themes/`, or the theme inside the program. Without it: `balai`.
        pub theme: Option<Line>,
        /// Options of the theme, typed by its `theme.yaml`; a text may be given per language.
        pub theme_options: FreeMap,
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
        /// How numbers are written.
        pub numbering: Option<WrittenNumbering>,
        /// Front matter.
        pub front_matter: Option<WrittenFrontMatter>,
        /// Response headers of the server snippets.
        pub headers: Option<WrittenHeaders>,
        /// Whom to tell of a hole in the site: makes `/.well-known/security.txt` (RFC 9116).
        pub security: Option<WrittenSecurity>,
        /// The output folder, from the project's root. Without it: `public`.
        pub output: Option<Line>,
    }
}

record! {
    /// A picture that stands for the site.
    pub struct WrittenImage {
        /// Path of the file from the site's root: `/bagikan.png` in `static/`. JPEG, PNG, GIF or WebP of at least 200 × 200
        /// pixels, best 1200 × 630.
        pub src [required]: Option<Line>,
        /// What it shows, one or one a language.
        pub alt [required]: Option<OneOr<Line, Entries<Line>>>,
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
        /// Kind of items that name none. Without it: `page`.
        pub kind("jenis"): Option<Kind>,
        /// Addresses of its items; may hold `{year}`, `{month}`, `{day}`, `{slug}`, `{id}`, `{section}`. Without
        /// it: `/{section}/{slug}/`.
        pub permalink: Option<Pattern>,
        /// Items on one page of the list. Without it: 20.
        pub page_size: Option<u64>,
        /// Order of the list; `date` and `start` put the newest first. Without it: `date`.
        pub sort: Option<SortBy>,
        /// Whether it has a feed. Without it: yes.
        pub feed: Option<Flag>,
        /// Which archives it has. Without it: `none`.
        pub archive: Option<ArchiveBy>,
        /// By what readers narrow its list, one at a time: `type`, or names of taxonomies. Without it: by nothing.
        pub facets: Vec<Line>,
    }
}

record! {
    /// One taxonomy.
    pub struct WrittenTaxonomy {
        /// First part of its addresses. Without it: the taxonomy's name.
        pub path: Option<Line>,
        /// The file with a record for each term; must lie in `data/`. Without it: `data/{name}.yaml`, not for `tags`.
        pub terms: Option<Line>,
        /// Whether a term without a record is an error. Without it: no.
        pub closed: Option<Flag>,
        /// Its name, one or one a language. Without it: the theme's word.
        pub title: Option<OneOr<Line, Entries<Line>>>,
    }
}

record! {
    /// Feeds.
    pub struct WrittenFeeds {
        /// Items in one feed. Without it: 20.
        pub size: Option<u64>,
        /// How much of each item. Without it: `full`.
        pub content: Option<FeedContent>,
    }
}

record! {
    /// How Markdown is read.
    pub struct WrittenMarkdown {
        /// Straight quotes become typographic ones. Without it: no.
        pub smart_quotes: Option<Flag>,
        /// Bare addresses become links. Without it: yes.
        pub linkify: Option<Flag>,
        /// Headings have a link to themselves. Without it: yes.
        pub heading_anchors: Option<Flag>,
        /// First and last level of headings in the table of contents. Without it: `[2, 3]`.
        pub toc_depth: Vec<u64>,
        /// What becomes of HTML in a text. Without it: `allow_list`.
        pub raw_html: Option<RawHtmlPolicy>,
    }
}

record! {
    /// Syntax highlighting.
    pub struct WrittenHighlight {
        /// Whether code is coloured. Without it: yes.
        pub enabled: Option<Flag>,
    }
}

record! {
    /// Comments and the reply form.
    pub struct WrittenComments {
        /// Where the reply form is sent.
        pub endpoint: Option<Address>,
        /// The e-mail address that receives comments, where there is no endpoint.
        pub mailto: Option<Line>,
        /// Days after an item's date from which its form is gone.
        pub close_after_days: Option<u64>,
    }
}

record! {
    /// View counters.
    pub struct WrittenViews {
        /// Whether counters are shown. Without it: yes.
        pub show: Option<Flag>,
        /// The file with the counters; must lie in `data/`. Without it: `data/views.yaml`.
        pub file: Option<Line>,
    }
}

record! {
    /// How the office numbers what it publishes.
    pub struct WrittenNumbering {
        /// Pattern of `number` in press releases; may hold `{MM}`, `{ROMAN_MONTH}`, `{YYYY}` of the date, and holds the running
        /// number `{n}` once. Without it: numbers may have any form.
        pub press_release("siaran_pers"): Option<Line>,
    }
}

record! {
    /// Front matter.
    pub struct WrittenFrontMatter {
        /// What an unknown key in an item is; `warn` while an old archive is taken over. Without it: `error`.
        pub unknown: Option<UnknownKeys>,
    }
}

record! {
    /// Response headers.
    pub struct WrittenHeaders {
        /// The content security policy; `default` is one under which the theme `balai` works. Without it: `default`.
        pub csp: Option<Line>,
        /// More headers; one that warta sends by itself takes this value instead.
        pub extra: Entries<Line>,
    }
}

record! {
    /// Whom to tell of a hole in the site.
    pub struct WrittenSecurity {
        /// Addresses to write to, the best first: `mailto:`, `tel:`, `https:` or a page of this site.
        pub contacts [required]: Vec<Address>,
        /// The day after which nobody should rely on it; at most a year ahead is wise.
        pub expires [required]: Option<Dated>,
        /// The page with the rules for those who look for holes.
        pub policy: Option<Address>,
        /// The key for mail that is to be encrypted.
        pub encryption: Option<Address>,
        /// The page that thanks those who helped.
        pub acknowledgments: Option<Address>,
    }
}

record! {
    /// An entry of a menu: `name` and `url`, or `page`.
    pub struct MenuEntry {
        /// The words. Without it: the title of the page, else the address.
        pub name: Option<Line>,
        /// Where it leads.
        pub url: Option<Address>,
        /// A file below `content/`: the item that it leads to.
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

impl serde::Serialize for Menus {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.by_language.is_empty() {
            return serde::Serialize::serialize(&self.shared, serializer);
        }
        serializer.collect_map(self.by_language.iter().map(|(language, menu)| (language, menu)))
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
