//! Feeds: of what, in which formats, and where.

use super::{Plan, Planner, Recipe, corrections};
use crate::config::{Config, Kind, Lang};
use crate::locale::Words;
use crate::site::{PageId, SectionId, Site, TermRef};

/// What a feed is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Feed {
    /// The whole site in a language.
    Site(Lang),
    /// A section.
    Section(SectionId),
    /// All items of a kind in a language, whichever section they are in.
    Kind(Kind, Lang),
    /// A term in a language: index of the taxonomy, term.
    Term(usize, TermRef, Lang),
    /// What belongs to a programme.
    Programme(PageId),
    /// What was put right in a language.
    Corrections(Lang),
}

/// How a feed is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FeedFormat {
    /// RFC 4287.
    Atom,
    /// RSS 2.0.
    Rss,
    /// JSON Feed 1.1.
    Json,
}

impl FeedFormat {
    /// Every format, the one that most readers should take first.
    pub const ALL: [FeedFormat; 3] = [FeedFormat::Atom, FeedFormat::Rss, FeedFormat::Json];

    /// The name of its file.
    pub fn file(self) -> &'static str {
        match self {
            FeedFormat::Atom => "atom.xml",
            FeedFormat::Rss => "rss.xml",
            FeedFormat::Json => "feed.json",
        }
    }

    /// Its name for readers.
    pub fn label(self) -> &'static str {
        match self {
            FeedFormat::Atom => "Atom",
            FeedFormat::Rss => "RSS",
            FeedFormat::Json => "JSON Feed",
        }
    }
}

impl Feed {
    /// The formats it is written in. Every term has a feed, so these have one format.
    pub fn formats(self) -> &'static [FeedFormat] {
        match self {
            Feed::Site(_) | Feed::Section(_) => &FeedFormat::ALL,
            Feed::Kind(..) | Feed::Term(..) | Feed::Programme(_) | Feed::Corrections(_) => &[FeedFormat::Atom],
        }
    }

    /// The folder of its files, from the site's root: `/siaran-pers/`. None for a term that has no page in the language.
    pub fn folder(self, site: &Site, config: &Config) -> Option<String> {
        Some(match self {
            Feed::Site(lang) => format!("{}/", config.lang_prefix(lang)),
            Feed::Section(id) => site.section(id).path.clone(),
            Feed::Kind(kind, lang) => {
                let (folder, kind) = match config.language(lang).words {
                    Words::Indonesian => ("jenis", kind.alias()),
                    Words::English => ("kinds", kind.word()),
                };
                format!("{}/{folder}/{}/", config.lang_prefix(lang), kind.replace('_', "-"))
            }
            Feed::Term(taxonomy, term, lang) => {
                let taxonomy = site.taxonomies.get(taxonomy)?;
                taxonomy.term_path(taxonomy.term(term), config, lang)?
            }
            Feed::Programme(id) => site.page(id).path.clone(),
            Feed::Corrections(lang) => corrections::path(config, lang),
        })
    }

    /// Whether its address is one for readers to keep. Terms come and go with their items.
    pub(super) fn lasts(self) -> bool {
        !matches!(self, Feed::Term(..) | Feed::Kind(..))
    }
}

/// The kinds that have a feed in a language: those that stand in the feed of the site, too.
pub fn kinds(site: &Site, lang: Lang) -> impl Iterator<Item = Kind> {
    let newest = site.newest.get(usize::from(lang.0)).map(Vec::as_slice).unwrap_or_default();
    let has = move |kind: &Kind| newest.iter().any(|id| site.page(*id).kind() == *kind);
    Kind::ALL.into_iter().filter(|kind| *kind != Kind::Page).filter(has)
}

impl Plan {
    /// Whether there is such a feed: not every theme has a log of corrections.
    pub fn has_feed(&self, feed: Feed, site: &Site, config: &Config) -> bool {
        let folder = feed.folder(site, config);
        let path = folder.map(|folder| format!("{}{}", folder.trim_start_matches('/'), FeedFormat::Atom.file()));
        path.is_some_and(|path| self.find(&path).is_some())
    }
}

impl Planner<'_> {
    /// A feed in each of its formats.
    pub(super) fn feed(&mut self, feed: Feed) {
        let Some(folder) = feed.folder(self.site, self.config) else { return };
        for format in feed.formats() {
            self.file(format!("{folder}{}", format.file()), Recipe::Feed(feed, *format));
        }
    }
}
