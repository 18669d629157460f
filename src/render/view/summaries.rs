//! What lists show of items, their terms and their sections: each made once per snapshot, and shared by every page.
//!
//! Tera's values are reference-counted, so a list of 100,000 summaries costs a template one pointer. They need the related site and
//! nothing that is planned, so they are made while outputs are.

use std::sync::Arc;

use rayon::prelude::*;
use tera::Value;

use super::View;
use crate::config::{Config, Lang};
use crate::parse::kinds::KindFields;
use crate::render::summary::{Ingredients, picture};
use crate::render::value::{count, map, option};
use crate::site::{Moment, Page, PageId, Section, Site, Taxonomy, Term, TermRef, changes, content_path};

/// A value that many summaries hold. One that is equal to the previous snapshot's is that one, so that to compare what summaries
/// hold is to compare pointers.
type Shared = Arc<Value>;

fn shared(value: Value, previous: Option<&Shared>) -> Shared {
    match previous {
        Some(previous) if **previous == value => Arc::clone(previous),
        _ => Arc::new(value),
    }
}

/// Summaries of all items, and what they share.
#[derive(Debug, Default)]
pub struct Summaries {
    /// By page.
    items: Vec<Value>,
    sections: Vec<Shared>,
    /// By taxonomy, term and language.
    terms: Vec<Vec<Vec<Shared>>>,
}

impl Summaries {
    /// Makes the values. Those that the view of a previous snapshot has, and that would be made anew as they are, are taken over
    /// from it.
    pub fn new(config: &Arc<Config>, site: &Site, moment: &Moment, previous: Option<&View>) -> Summaries {
        // Nearly everything depends on the configuration.
        let previous = previous.filter(|previous| Arc::ptr_eq(&previous.config, config));
        let making = Making { config, site, moment, previous };
        // What many summaries hold comes first.
        let shared = Summaries {
            items: Vec::new(),
            sections: site.sections.iter().map(|section| making.section(section)).collect(),
            terms: (0..site.taxonomies.len()).map(|taxonomy| making.terms(taxonomy)).collect(),
        };
        Summaries { items: making.items(&shared), ..shared }
    }

    /// The summary of a page.
    pub(super) fn of(&self, id: PageId) -> Value {
        self.items.get(id.0 as usize).cloned().unwrap_or_else(Value::none)
    }

    /// A term in a language.
    pub(super) fn term(&self, taxonomy: usize, term: TermRef, lang: Lang) -> Option<&Shared> {
        self.terms.get(taxonomy)?.get(term.0 as usize)?.get(usize::from(lang.0))
    }

    /// The terms of a page in a taxonomy.
    fn terms_of<'a>(
        &'a self,
        site: &'a Site,
        page: &'a Page,
        name: &str,
    ) -> impl Iterator<Item = &'a Shared> + Clone + use<'a> {
        let index = site.taxonomies.iter().position(|taxonomy| taxonomy.name == name).unwrap_or(usize::MAX);
        let terms = page.terms.get(index).map(Vec::as_slice).unwrap_or_default();
        terms.iter().filter_map(move |term| self.term(index, *term, page.lang()))
    }
}

/// What they are made of.
#[derive(Clone, Copy)]
struct Making<'a> {
    config: &'a Config,
    site: &'a Site,
    moment: &'a Moment,
    previous: Option<&'a View>,
}

impl<'a> Making<'a> {
    /// What a view was made of.
    fn of(view: &View) -> Making<'_> {
        Making { config: &view.config, site: &view.site, moment: &view.moment, previous: None }
    }

    fn section(&self, section: &Section) -> Shared {
        let before = self.previous.and_then(|view| {
            let id = view.site.section_of(&section.folder, section.lang)?;
            view.summaries.sections.get(id.0 as usize)
        });
        let value = map([
            ("name", Value::from(section.folder.as_str())),
            ("title", Value::from(section.title.as_str())),
            ("url", Value::from(self.config.base_url.relative(&section.path))),
        ]);
        shared(value, before)
    }

    fn terms(&self, index: usize) -> Vec<Vec<Shared>> {
        let Some(taxonomy) = self.site.taxonomies.get(index) else { return Vec::new() };
        let editions = |term: &Term| {
            let before = self.previous.and_then(|view| Some((view, view.site.taxonomies.get(index)?.find(&term.id)?)));
            let edition = |lang: Lang| {
                let before = before.and_then(|(view, term)| view.summaries.term(index, term, lang));
                shared(self.term(taxonomy, term, lang), before)
            };
            self.config.langs().map(edition).collect()
        };
        taxonomy.terms.iter().map(editions).collect()
    }

    fn term(&self, taxonomy: &Taxonomy, term: &Term, lang: Lang) -> Value {
        let url = taxonomy.term_path(term, self.config, lang).map(|path| self.config.base_url.relative(&path));
        let name = term.name(lang);
        map([
            ("id", Value::from(term.id.as_str())),
            ("name", Value::from(name)),
            ("short", Value::from(term.short.as_deref().unwrap_or(name))),
            ("url", option(url)),
            ("total", count(term.pages_in(lang).len())),
        ])
    }

    /// Made in the order of items by date, so that those lie near each other in memory that pages show beside each other.
    fn items(&self, shared: &Summaries) -> Vec<Value> {
        if self.previous.is_some() {
            // Nearly all are taken over, after a look at each page, and pages lie in the order of their files.
            let ids = self.site.pages.par_iter().enumerate().map(|(index, _)| u32::try_from(index).unwrap_or(u32::MAX));
            return ids.map(|id| self.item(PageId(id), shared)).collect();
        }
        let ordered = self.site.ordered.par_iter();
        let mut made: Vec<Value> = ordered.map(|id| self.item(*id, shared)).collect();
        let mut take = |rank: u32| made.get_mut(rank as usize).map(|own| std::mem::replace(own, Value::none()));
        self.site.ranks.iter().map(|rank| take(*rank).unwrap_or_else(Value::none)).collect()
    }

    fn item(&self, id: PageId, shared: &Summaries) -> Value {
        let page = self.site.page(id);
        let ingredients = self.ingredients(page, shared);
        let same = self.previous.and_then(|view| {
            // Where no file came or went, a page has its place still.
            let here = view.site.pages.get(id.0 as usize);
            let index = match here.filter(|other| Arc::ptr_eq(&other.document, &page.document)) {
                Some(_) => id.0 as usize,
                None => view.site.by_file.get(content_path(&page.document.source.path))?.0 as usize,
            };
            let before = Making::of(view).ingredients(view.site.pages.get(index)?, &view.summaries);
            view.summaries.items.get(index).filter(|_| ingredients.are_same(&before))
        });
        same.cloned().unwrap_or_else(|| ingredients.summary(self.config))
    }

    /// What the summary of a page is made of.
    fn ingredients(
        &self,
        page: &'a Page,
        shared: &'a Summaries,
    ) -> Ingredients<'a, impl Iterator<Item = &'a Shared> + Clone + use<'a>> {
        let Making { config, site, moment, .. } = *self;
        let file = |name: Option<&str>| site.file(&page.document.place.base(), name?);
        let venue = match page.fields() {
            KindFields::Workshop(workshop) => workshop.venue.as_ref().and_then(|venue| venue.venue.as_ref()),
            _ => None,
        };
        Ingredients {
            page,
            section: page.section.and_then(|id| shared.sections.get(id.0 as usize)),
            terms: ["organizations", "topics", "tags", "districts"].map(|name| shared.terms_of(site, page, name)),
            image: file(picture(page).map(|picture| picture.src)),
            file: file(match page.fields() {
                KindFields::Material(material) => material.file.as_deref(),
                _ => None,
            }),
            status: changes::programme_status(&page.document, config, moment.now),
            state: (
                changes::event_state(&page.document, moment.now),
                changes::is_over(&page.document, moment.now),
                changes::registration_state(&page.document, moment.now),
            ),
            venue: venue.and_then(|id| site.records.venues.get(id)),
        }
    }
}
