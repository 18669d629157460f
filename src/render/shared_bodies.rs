//! Room for bodies that more than one output shows, so that page and feed share one conversion.
//!
//! Only bodies that a feed shows are kept: memory does not grow with the site. The key is the page of one snapshot, whose
//! options never change, and a conversion depends on nothing else.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use super::markdown::Rendered;
use crate::plan::{Feed, Plan, Recipe};
use crate::site::{PageId, Relation, Site};

/// Converted bodies that more than one output shows.
#[derive(Debug)]
pub struct SharedBodies {
    /// By page; none for pages that no feed shows.
    shared: Vec<Option<OnceLock<Arc<Rendered>>>>,
}

impl SharedBodies {
    /// Room for the bodies that feeds of `size` items show.
    pub fn new(site: &Site, plan: &Plan, size: usize) -> SharedBodies {
        let mut shared: Vec<Option<OnceLock<Arc<Rendered>>>> = site.pages.iter().map(|_| None).collect();
        for output in &plan.outputs {
            let Recipe::Feed(feed) = &output.recipe else { continue };
            for id in feed_pages(site, *feed).iter().take(size) {
                if let Some(place) = shared.get_mut(id.0 as usize) {
                    place.get_or_insert_with(OnceLock::new);
                }
            }
        }
        SharedBodies { shared }
    }

    /// The body of a page, converted at most once where it is shared.
    pub fn get_or(&self, id: PageId, convert: impl Fn() -> Arc<Rendered>) -> Arc<Rendered> {
        match self.shared.get(id.0 as usize).and_then(Option::as_ref) {
            Some(place) => Arc::clone(place.get_or_init(convert)),
            None => convert(),
        }
    }
}

/// The pages of a feed, newest first; none where its entries are no pages.
pub fn feed_pages(site: &Site, feed: Feed) -> Cow<'_, [PageId]> {
    let pages: &[PageId] = match feed {
        Feed::Site(lang) => site.newest.get(usize::from(lang.0)).map_or(&[], Vec::as_slice),
        Feed::Section(id) => &site.section(id).pages,
        Feed::Term(taxonomy, term, lang) => {
            site.taxonomies.get(taxonomy).map_or(&[], |taxonomy| taxonomy.term(term).pages_in(lang))
        }
        Feed::Programme(id) => {
            let members = site.page(id).all_naming(Relation::Programme);
            return members.filter(|id| site.page(*id).is_listed()).collect::<Vec<_>>().into();
        }
        Feed::Corrections(_) => &[],
    };
    Cow::Borrowed(pages)
}
