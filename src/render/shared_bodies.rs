//! Room for bodies that more than one output shows, so that page and feed share one conversion.
//!
//! Only bodies that a feed shows are kept: memory does not grow with the site. The key is the page of one snapshot, whose
//! options never change, and a conversion depends on nothing else.

use std::sync::{Arc, OnceLock};

use super::markdown::Rendered;
use crate::config::Lang;
use crate::plan::{Feed, FeedFormat, Plan, Recipe};
use crate::site::{PageId, Relation, Site};

/// Converted bodies that more than one output shows.
#[derive(Debug)]
pub struct SharedBodies {
    /// By page; none for pages that no feed shows.
    shared: Vec<Option<Box<Shared>>>,
}

/// A body that more than one output shows.
#[derive(Debug, Default)]
struct Shared {
    body: OnceLock<Arc<Rendered>>,
    /// The same as feeds show it.
    in_feeds: OnceLock<String>,
}

impl SharedBodies {
    /// Room for the bodies that feeds of `size` items show.
    pub fn new(site: &Site, plan: &Plan, size: usize) -> SharedBodies {
        let mut shared: Vec<Option<Box<Shared>>> = site.pages.iter().map(|_| None).collect();
        for output in &plan.outputs {
            let Recipe::Feed(feed, FeedFormat::Atom) = &output.recipe else { continue };
            // The other formats of a feed hold the same.
            for id in feed_items(site, *feed, size) {
                if let Some(place) = shared.get_mut(id.0 as usize) {
                    place.get_or_insert_default();
                }
            }
        }
        SharedBodies { shared }
    }

    /// The body of a page, converted at most once where it is shared.
    pub fn get_or(&self, id: PageId, convert: impl Fn() -> Arc<Rendered>) -> Arc<Rendered> {
        match self.shared.get(id.0 as usize).and_then(Option::as_ref) {
            Some(place) => Arc::clone(place.body.get_or_init(convert)),
            None => convert(),
        }
    }

    /// The body of a page as feeds show it, made at most once: an item is in several feeds, each in several formats.
    pub fn in_feeds(&self, id: PageId, make: impl Fn() -> String) -> String {
        match self.shared.get(id.0 as usize).and_then(Option::as_ref) {
            Some(place) => place.in_feeds.get_or_init(make).clone(),
            None => make(),
        }
    }
}

/// The items that a feed of `size` holds, newest first; none where its entries are no items. What has no day of publication is
/// in none.
pub fn feed_items(site: &Site, feed: Feed, size: usize) -> Vec<PageId> {
    let newest = |lang: Lang| site.newest.get(usize::from(lang.0)).map(Vec::as_slice).unwrap_or_default();
    let first = |pages: &mut dyn Iterator<Item = PageId>| -> Vec<PageId> {
        pages.filter(|id| site.page(*id).published().is_some()).take(size).collect()
    };
    match feed {
        Feed::Site(lang) => first(&mut newest(lang).iter().copied()),
        Feed::Section(id) => first(&mut site.section(id).pages.iter().copied()),
        Feed::Kind(kind, lang) => first(&mut newest(lang).iter().copied().filter(|id| site.page(*id).kind() == kind)),
        Feed::Term(taxonomy, term, lang) => site
            .taxonomies
            .get(taxonomy)
            .map_or_else(Vec::new, |taxonomy| first(&mut taxonomy.term(term).pages_in(lang).iter().copied())),
        Feed::Programme(id) => {
            let members = site.page(id).all_naming(Relation::Programme);
            first(&mut members.filter(|id| site.page(*id).is_listed()))
        }
        Feed::Corrections(_) => Vec::new(),
    }
}
