//! All documents related: one site at one instant.
//!
//! Everything that needs more than one file happens here: what is public, addresses, sections, terms, languages, order,
//! links. What is not public is not in the [`Site`]; a private index of it ([`Withheld`]) serves only to judge references.
//! Nothing here knows a template, and nothing is quadratic in the number of pages or in the size of a term.

mod again;
mod agenda;
mod announcements;
pub mod calendars;
pub mod changes;
pub mod corrections;
mod desk;
pub mod files;
mod identity;
mod key_path;
pub mod links;
pub mod mentions;
mod page;
pub(crate) mod paths;
mod permalink;
mod programmes;
pub(crate) mod references;
pub mod related;
mod relations;
pub mod review;
pub mod roles;
mod sections;
pub mod terms;
pub mod threads;
pub mod visibility;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use jiff::Timestamp;
use rayon::prelude::*;

pub use corrections::Corrected;
pub use files::PublishedFile;
pub use mentions::Relation;
pub use page::Page;
pub use sections::Section;
pub use terms::{Taxonomy, Term, TermRef};
pub use visibility::{Embargoes, Moment, StatusNote, Withheld, WithheldItems};

use crate::config::{Config, Lang};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::parse::kinds::Common;
use crate::parse::{self, CommentsFile, Document, Parsed, Place, Records, SectionDocument};
use crate::read::{self, Sources};

/// Index of a page in [`Site::pages`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageId(pub u32);

/// Index of a section in [`Site::sections`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SectionId(pub u32);

/// One site at one instant. What is large is shared with the next one, where it is the same.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// Public items, in the order of their files.
    pub pages: Vec<Arc<Page>>,
    /// All pages by [`Page::order`].
    pub ordered: Arc<Vec<PageId>>,
    /// The place of each page in that order: to compare two is to compare two numbers, without a look at either.
    pub ranks: Arc<Vec<u32>>,
    /// Sections of every language, in the order of their folders.
    pub sections: Vec<Section>,
    /// The `_index.md` of `content/` itself, by language: words for the home page.
    pub homes: Vec<Option<Arc<SectionDocument>>>,
    /// Taxonomies in the order of the configuration.
    pub taxonomies: Arc<Vec<Taxonomy>>,
    /// Pages by file below `content/`.
    pub by_file: Arc<HashMap<String, PageId>>,
    /// Pages in the order of their languages and ids, of those that share both the first.
    by_id: Arc<Vec<PageId>>,
    /// Files that are published from `content/`, by path below it.
    pub files: Arc<BTreeMap<String, PublishedFile>>,
    /// Files that are published from `static/`, by path below it.
    pub statics: Arc<BTreeMap<String, PublishedFile>>,
    /// What is not public yet, and why.
    pub withheld: Arc<WithheldItems>,
    /// Records of data files.
    pub records: Arc<Records>,
    /// The newest pages of each language that are dated, newest first.
    pub newest: Vec<Vec<PageId>>,
    /// The pages of each language by views, most first.
    pub most_read: Vec<Vec<PageId>>,
    /// Workshops of each language by start, earliest first.
    pub events: Vec<Vec<PageId>>,
    /// Corrections of each language, newest first.
    pub corrections: Vec<Vec<Corrected>>,
    /// The announcements that stand on every page of each language, the most urgent first.
    pub announcements: Vec<Vec<PageId>>,
    /// Whether a broken file may have an id that could not be read: then references by id are not judged.
    incomplete: bool,
    /// Files and folders that are there and could not be read, by path from the project's root.
    lost: Vec<String>,
    /// Data files there are, to suggest one.
    data_files: Vec<String>,
}

impl Site {
    /// Whether a path below `content/` may lead to something that could not be read.
    pub fn is_lost(&self, path: &str) -> bool {
        let path = format!("{}/{path}", read::CONTENT);
        self.lost
            .iter()
            .any(|lost| path == *lost || path.strip_prefix(lost.as_str()).is_some_and(|rest| rest.starts_with('/')))
    }

    /// Whether something of `content/` could not be read, so that not all addresses are known.
    pub fn has_gaps(&self) -> bool {
        self.lost.iter().any(|lost| lost.starts_with(read::CONTENT))
    }

    /// The page of an id.
    #[allow(clippy::indexing_slicing, reason = "ids are made from the indices of `pages`, which never shrinks")]
    pub fn page(&self, id: PageId) -> &Page {
        &self.pages[id.0 as usize]
    }

    /// Its place among all pages by [`Page::order`].
    pub fn rank(&self, id: PageId) -> u32 {
        self.ranks.get(id.0 as usize).copied().unwrap_or(u32::MAX)
    }

    /// The files of all pages below `content/`, in their order.
    pub fn content_files(&self) -> impl Iterator<Item = &str> + Clone {
        self.pages.iter().map(|page| content_path(&page.document.source.path))
    }

    /// The section of an id.
    #[allow(clippy::indexing_slicing, reason = "ids are made from the indices of `sections`, which never shrinks")]
    pub fn section(&self, id: SectionId) -> &Section {
        &self.sections[id.0 as usize]
    }

    /// All pages with their ids.
    pub fn page_ids(&self) -> impl Iterator<Item = (PageId, &Page)> {
        (0..).map(PageId).zip(self.pages.iter().map(|page| &**page))
    }

    /// All sections with their ids.
    pub fn section_ids(&self) -> impl Iterator<Item = (SectionId, &Section)> {
        (0..).map(SectionId).zip(&self.sections)
    }

    /// The page of an id in a language, or in the default one.
    pub fn find(&self, lang: Lang, id: &str) -> Option<PageId> {
        self.find_in(lang, id).or_else(|| self.find_in(Lang::default(), id))
    }

    /// The page of an id in a language.
    fn find_in(&self, lang: Lang, id: &str) -> Option<PageId> {
        let name = |own: &PageId| (self.page(*own).lang(), self.page(*own).id.as_str());
        let index = self.by_id.binary_search_by(|own| name(own).cmp(&(lang, id))).ok()?;
        self.by_id.get(index).copied()
    }

    /// The ids of all pages.
    fn ids(&self) -> impl Iterator<Item = &str> {
        self.by_id.iter().map(|id| self.page(*id).id.as_str())
    }

    /// The section of a folder in a language.
    pub fn section_of(&self, folder: &str, lang: Lang) -> Option<SectionId> {
        self.section_ids().find(|(_, section)| section.folder == folder && section.lang == lang).map(|(id, _)| id)
    }

    /// Whether a page is an item in another language that is here already: what is said of that one is said of it.
    pub fn is_later_edition(&self, id: PageId) -> bool {
        self.page(id).translations.iter().any(|other| *other < id)
    }

    /// The words for the home page of a language.
    pub fn home(&self, lang: Lang) -> Option<&Arc<SectionDocument>> {
        self.homes.get(usize::from(lang.0)).and_then(Option::as_ref)
    }

    /// The embargoes at `now` of everything that is known.
    pub fn embargoes(&self, now: Timestamp) -> Embargoes {
        let withheld = self.withheld.iter().map(|item| &*item.document);
        Embargoes::new(self.pages.iter().map(|page| &*page.document).chain(withheld), now)
    }

    /// Every text that stands at the head of a list: of sections, and of the home page.
    pub fn introductions(&self) -> impl Iterator<Item = &Arc<SectionDocument>> {
        self.sections.iter().filter_map(|section| section.document.as_ref()).chain(self.homes.iter().flatten())
    }

    /// Whether a language has anything to show; the default one always has its home page.
    pub fn has_edition(&self, lang: Lang) -> bool {
        lang == Lang::default() || self.pages.iter().any(|page| page.lang() == lang)
    }

    /// The taxonomy of a name.
    pub fn taxonomy(&self, name: &str) -> Option<&Taxonomy> {
        self.taxonomies.iter().find(|taxonomy| taxonomy.name == name)
    }
}

/// Relates everything that was parsed.
pub fn relate(parsed: Parsed, sources: &Sources, config: &Config, moment: &Moment) -> (Site, Diagnostics) {
    let mut found = Diagnostics::new();
    let unnamed = |document: &Arc<Document>| document.broken && document.front.common.id.is_none();
    let lost_content = sources.lost.iter().any(|lost| lost.starts_with(read::CONTENT));
    let incomplete = lost_content || parsed.documents.iter().any(unnamed);
    let mut parsed = parsed;
    parsed
        .sections
        .retain(|section| moment.drafts || moment.everything || section.front.draft.is_none_or(|draft| !draft.0));
    comments(&parsed, &mut found);
    let (public, withheld) = visibility::partition(parsed.documents, moment);
    let mut site = Site {
        records: parsed.records,
        incomplete,
        lost: sources.lost.clone(),
        data_files: sources.data.keys().cloned().collect(),
        ..Site::default()
    };
    site.homes = config
        .langs()
        .map(|lang| parsed.sections.iter().find(|own| own.folder.is_empty() && own.lang == lang).cloned())
        .collect();
    site.sections = sections::all(&public, &parsed.sections, config);
    sections::check_names(config, &site.sections, &parsed.sections, &withheld, &mut found);
    sections::check_patterns(config, &site.sections, &mut found);
    sections::check_facets(config, &parsed.sections, &mut found);

    let comments: HashMap<&str, &CommentsFile> =
        parsed.comments.iter().map(|file| (file.item.as_str(), file)).collect();
    site.pages = found.gather(public.into_par_iter(), |(document, note), found| {
        let section = sections::nearest(&site.sections, &document);
        let path = permalink::path(&document, section.map(|id| site.section(id)), config, found);
        let comments = comments_of(&document.place, &comments);
        if let Some(file) = comments.filter(|_| document.front.common.import.is_none()) {
            found.append(file.unsigned());
        }
        Arc::new(Page {
            id: document.id().to_owned(),
            path,
            section,
            terms: Vec::with_capacity(config.taxonomies.len()),
            newer: None,
            older: None,
            translations: Vec::new(),
            names: Vec::new(),
            named_by: Vec::new(),
            backlinks: Vec::new(),
            comments: comments.map(|file| file.approved.clone()).unwrap_or_default(),
            views: None,
            note,
            document,
        })
    });
    identity::identify(&mut site, &mut found);
    site.withheld = Arc::new(WithheldItems::new(withheld));
    relations::views(&mut site);
    relations::rank(&mut site);
    // None of these looks at what the others make.
    let of_order = || (relations::lists(&site, config), relations::translations(&site, config));
    let ((lists, (translations, of_translations)), taxonomies) =
        rayon::join(of_order, || terms::taxonomies(&site, config));
    lists.put(&mut site);
    relations::put_translations(translations, &mut site);
    found.append(of_translations);
    terms::put(taxonomies, &mut site, &mut found);
    files::publish(&mut site, sources, config, &mut found);
    // Neither looks at what items name, which comes after them; most of the one is done by one thread.
    let fields = || {
        let mut found = Diagnostics::new();
        references::check(&site, &parsed.comments, config, &mut found);
        agenda::check(&site, config, moment.now, &mut found);
        desk::check(&site, &mut found);
        found
    };
    let texts = || {
        let mut found = Diagnostics::new();
        (links::check(&site, &mut found), found)
    };
    let (of_fields, (mut linked, of_texts)) = rayon::join(fields, texts);
    found.append(of_fields);
    let mut pairs = mentions::relate(&mut site, &mut found);
    found.append(of_texts);
    pairs.append(&mut linked);
    mentions::backlinks(&mut site, pairs);
    site.corrections = corrections::log(&site, config);
    site.announcements = announcements::standing(&site, config, moment.now);
    programmes::check(&site, config, moment.now, &mut found);
    (site, found)
}

/// Comments whose item does not exist, and what is odd about the words of others.
fn comments(parsed: &Parsed, found: &mut Diagnostics) {
    if parsed.comments.is_empty() {
        return;
    }
    let mut items: HashMap<String, bool> = HashMap::new();
    for document in &parsed.documents {
        // What was taken over is a record in any of its languages.
        *items.entry(document.place.key()).or_default() |= document.front.common.import.is_some();
    }
    for file in &parsed.comments {
        let oddities = file.oddities.iter().cloned();
        match items.get(&file.item) {
            None => found.push(Diagnostic::in_file(Code::OrphanComments, &file.source)),
            Some(true) => found.extend(oddities.map(parse::proofreading::of_record)),
            Some(false) => found.extend(oddities),
        }
    }
}

/// The comments of an item.
fn comments_of<'a>(place: &Place, comments: &HashMap<&str, &'a CommentsFile>) -> Option<&'a CommentsFile> {
    // Most sites have none, and no name need be made for each item.
    if comments.is_empty() { None } else { comments.get(place.key().as_str()).copied() }
}

/// The path of a source below `content/`.
pub fn content_path(path: &str) -> &str {
    path.strip_prefix("content/").unwrap_or(path)
}

/// Errors in items that are not public must not stop what is: they become warnings.
pub fn demote_withheld(found: &mut Diagnostics, site: &Site) {
    let paths: BTreeSet<&str> = site.withheld.iter().map(|item| item.file.as_str()).collect();
    let items: BTreeSet<String> = site.withheld.iter().map(|item| item.document.place.key()).collect();
    for finding in found.iter_mut().filter(|finding| finding.severity == Severity::Error) {
        let Some(place) = &finding.primary else { continue };
        let path = &place.source().path;
        let comments = read::is_comments(path) && items.contains(&parse::comments::item(path));
        if comments || paths.contains(content_path(path)) {
            finding.severity = Severity::Warning;
        }
    }
}

/// Takes out what the items themselves accept: `ignore` with a code and a reason. Errors are never accepted.
pub fn without_exempted(found: Diagnostics, site: &Site) -> Diagnostics {
    let documents = site.pages.iter().map(|page| &page.document).chain(site.withheld.iter().map(|item| &item.document));
    let documents: Vec<_> = documents.filter(|document| !document.front.common.ignore.is_empty()).collect();
    let exempted: BTreeMap<&str, &Common> =
        documents.iter().map(|document| (document.source.path.as_str(), &*document.front.common)).collect();
    // What an item accepts, it accepts of its comments too.
    let commented: BTreeMap<String, &Common> =
        documents.iter().map(|document| (document.place.key(), &*document.front.common)).collect();
    let is_exempted = |finding: &Diagnostic| {
        let common = finding.primary.as_ref().and_then(|place| {
            let path = place.source().path.as_str();
            let of_comments = || commented.get(&parse::comments::item(path)).filter(|_| read::is_comments(path));
            exempted.get(path).or_else(of_comments)
        });
        finding.severity != Severity::Error
            && common.is_some_and(|common| {
                common.ignore.iter().any(|exemption| exemption.code.as_deref() == Some(finding.code.number()))
            })
    };
    found.into_iter().filter(|finding| !is_exempted(finding)).collect()
}

/// A reference that leads nowhere.
fn unknown_item(page: &Page, paths: &[&str], id: &str, suggestion: Option<&str>) -> Diagnostic {
    let document = &page.document;
    document
        .front
        .finding(&document.source, Code::UnknownItem, paths)
        .with("id", id)
        .with("problem", "item")
        .suggesting(suggestion)
}
