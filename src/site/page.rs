//! A public item, and what is asked of it everywhere.

use std::sync::Arc;

use jiff::Timestamp;

use super::{PageId, Relation, Section, SectionId, StatusNote, TermRef};
use crate::config::{Kind, Lang, SortBy};
use crate::locale::date::When;
use crate::parse::kinds::shared::{InfoClass, Precision};
use crate::parse::kinds::{Common, KindFields};
use crate::parse::{Comment, Document};

/// A public item and what surrounds it.
#[derive(Clone, Debug)]
pub struct Page {
    /// As written.
    pub document: Arc<Document>,
    /// Its name that never changes, unique in its language.
    pub id: String,
    /// Path of its address on the site: `/siaran-pers/2010/06/judul/`.
    pub path: String,
    /// The section whose list it is in.
    pub section: Option<SectionId>,
    /// Its terms, by taxonomy in the order of [`super::Site::taxonomies`], as written.
    pub terms: Vec<Vec<TermRef>>,
    /// The next one in its section.
    pub newer: Option<PageId>,
    /// The one before.
    pub older: Option<PageId>,
    /// The same item in other languages.
    pub translations: Vec<PageId>,
    /// Items that it names, and how, in the order of its fields.
    pub names: Vec<(Relation, PageId)>,
    /// Items that name it, and how; those of one relation newest first.
    pub named_by: Vec<(Relation, PageId)>,
    /// Items that link to it or name it.
    pub backlinks: Vec<PageId>,
    /// Comments to show.
    pub comments: Vec<Comment>,
    /// How often it was read.
    pub views: Option<u64>,
    /// Why it would not be public, or what is to be said above it.
    pub note: Option<StatusNote>,
}

impl Page {
    /// What every kind has.
    pub fn common(&self) -> &Common {
        &self.document.front.common
    }

    /// What its own kind has.
    pub fn fields(&self) -> &KindFields {
        &self.document.front.kind
    }

    /// Its kind.
    pub fn kind(&self) -> Kind {
        self.fields().kind()
    }

    /// Its language.
    pub fn lang(&self) -> Lang {
        self.document.lang
    }

    /// Its title; empty only in a site with errors, which is never published.
    pub fn title(&self) -> &str {
        self.common().title.as_deref().unwrap_or("")
    }

    /// Its date.
    pub fn date(&self) -> Option<&When> {
        self.document.front.dates.date.as_ref()
    }

    /// How exact its date is.
    pub fn precision(&self) -> Precision {
        self.common().date_precision.unwrap_or(Precision::Day)
    }

    /// The date by which a section's archives file it: the start of an event in a section sorted by start.
    pub fn filed_under(&self, section: &Section) -> Option<&When> {
        let start = self.document.front.dates.start.as_ref().filter(|_| section.sort == SortBy::Start);
        start.or(self.date())
    }

    /// When it changed last, as far as readers care.
    pub fn changed(&self) -> Option<&When> {
        self.document.front.dates.updated.as_ref().or(self.published())
    }

    /// When it was published, as far as its file says. The start of an event orders it where it has no date, and may lie ahead:
    /// nobody knows when such an event was announced.
    pub fn published(&self) -> Option<&When> {
        let stands_in = self.kind() == Kind::Workshop && self.common().date.is_none();
        self.date().filter(|_| !stands_in)
    }

    /// Whether search engines may list it.
    pub fn is_indexed(&self) -> bool {
        let hidden = self.common().noindex.is_some_and(|flag| flag.0);
        !hidden && self.note.is_none_or(|note| note == StatusNote::Expired)
    }

    /// Whether its text is shown. What was withdrawn keeps it only when the writer says so.
    pub fn shows_body(&self) -> bool {
        let keeps = self.common().withdrawn.as_ref().and_then(|withdrawn| withdrawn.keep_body);
        self.note != Some(StatusNote::Withdrawn) || keeps.is_some_and(|flag| flag.0)
    }

    /// What it says in a sentence or two: the writer's summary, else the start of its text.
    pub fn summary(&self) -> Option<&str> {
        let excerpt = Some(self.document.body.excerpt.as_str()).filter(|_| self.shows_body());
        self.common().summary.as_deref().or(excerpt).filter(|summary| !summary.is_empty())
    }

    /// Whether lists, feeds and neighbours show it. What was withdrawn keeps its address and nothing else.
    pub fn is_listed(&self) -> bool {
        self.note != Some(StatusNote::Withdrawn)
    }

    /// Its class of public information.
    pub fn info_class(&self) -> Option<InfoClass> {
        self.common().info_class
    }

    /// The first item that it names so.
    pub fn named(&self, relation: Relation) -> Option<PageId> {
        self.all_named(relation).next()
    }

    /// The items that it names so, in the order of its fields.
    pub fn all_named(&self, relation: Relation) -> impl Iterator<Item = PageId> {
        self.names.iter().filter(move |(own, _)| *own == relation).map(|(_, id)| *id)
    }

    /// The items that name it so, newest first.
    pub fn all_naming(&self, relation: Relation) -> impl Iterator<Item = PageId> {
        // Sorted by relation first, and one of a programme may be long.
        let start = self.named_by.partition_point(|(own, _)| *own < relation);
        let rest = self.named_by.get(start..).unwrap_or_default();
        rest.iter().take_while(move |(own, _)| *own == relation).map(|(_, id)| *id)
    }

    /// The order of lists: newest first, then by address.
    pub fn order(&self) -> (std::cmp::Reverse<Option<Timestamp>>, &str) {
        (std::cmp::Reverse(self.date().map(When::instant)), &self.path)
    }
}
