//! Room for bodies that more than one output shows, so that page and feeds share one conversion.
//!
//! Only bodies that a feed shows are kept, each until the last output that shows it has asked for it: memory does not grow with the site.
//! The key is the page of one snapshot, whose options never change, and a conversion depends on nothing else. Who asks later, as a preview
//! does, gets a body made for it alone.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::markdown::Rendered;
use crate::config::{Config, FeedContent, Lang};
use crate::plan::{Feed, Plan, Recipe};
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
    body: Room<Arc<Rendered>>,
    /// The same as feeds show it.
    in_feeds: Room<Arc<str>>,
}

/// Room for a value that is asked for so many times: made for the first, let go with the last.
#[derive(Debug)]
struct Room<T>(Mutex<(usize, Option<Arc<OnceLock<T>>>)>);

impl<T> Default for Room<T> {
    fn default() -> Room<T> {
        Room(Mutex::new((0, None)))
    }
}

impl<T: Clone> Room<T> {
    /// One more will ask.
    fn expect_one(&mut self) {
        self.0.get_mut().unwrap_or_else(PoisonError::into_inner).0 += 1;
    }

    fn get_or(&self, make: impl Fn() -> T) -> T {
        // It is made outside the lock, by one for all who ask meanwhile.
        let value = {
            let mut room = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            let (left, value) = &mut *room;
            *left = left.saturating_sub(1);
            if *left == 0 { value.take() } else { Some(Arc::clone(value.get_or_insert_default())) }
        };
        value.map_or_else(&make, |value| value.get_or_init(&make).clone())
    }
}

impl SharedBodies {
    /// Room for the bodies that feeds show.
    pub fn new(site: &Site, plan: &Plan, config: &Config) -> SharedBodies {
        let mut shared: Vec<Option<Box<Shared>>> = site.pages.iter().map(|_| None).collect();
        let of_feeds = plan.outputs.iter().filter(|_| config.feed_content == FeedContent::Full);
        for output in of_feeds {
            let Recipe::Feed(feed, _) = &output.recipe else { continue };
            for id in feed_items(site, *feed, config.feed_size) {
                let Some(place) = shared.get_mut(id.0 as usize) else { continue };
                let place = place.get_or_insert_with(|| {
                    let mut own = Box::<Shared>::default();
                    // The page's own output.
                    own.body.expect_one();
                    own
                });
                place.body.expect_one();
                place.in_feeds.expect_one();
            }
        }
        SharedBodies { shared }
    }

    /// The body of a page, converted at most once where it is shared.
    pub fn get_or(&self, id: PageId, convert: impl Fn() -> Arc<Rendered>) -> Arc<Rendered> {
        match self.of(id) {
            Some(shared) => shared.body.get_or(convert),
            None => convert(),
        }
    }

    /// The body of a page as feeds show it, made at most once: an item is in several feeds, each in several formats.
    pub fn in_feeds(&self, id: PageId, make: impl Fn() -> Arc<str>) -> Arc<str> {
        match self.of(id) {
            Some(shared) => shared.in_feeds.get_or(make),
            None => make(),
        }
    }

    fn of(&self, id: PageId) -> Option<&Shared> {
        self.shared.get(id.0 as usize)?.as_deref()
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

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn a_value_is_made_for_the_first_and_let_go_with_the_last() {
        let mut room = Room::default();
        (0..3).for_each(|_| room.expect_one());
        let made = Cell::new(0);
        let ask = || {
            room.get_or(|| {
                made.set(made.get() + 1);
                Arc::new(made.get())
            })
        };
        let first = ask();
        assert_eq!((Arc::strong_count(&first), *ask()), (2, 1));
        let last = *ask();
        assert_eq!((last, Arc::strong_count(&first)), (1, 1));
        // Who was not expected is answered all the same.
        assert_eq!((*ask(), *ask()), (2, 3));
    }
}
