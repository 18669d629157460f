//! Links to feeds in the heads of pages. Each is made once in a snapshot, however many pages name it: it is a function of the feed alone.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use tera::Value;

use super::feeds::title;
use super::value::map;
use super::view::View;
use crate::formats::media;
use crate::plan::{Feed, FeedFormat};

/// The links that were asked for.
#[derive(Debug, Default)]
pub(super) struct FeedLinks(RwLock<BTreeMap<Feed, Links>>);

/// A feed in each of its formats.
type Links = Arc<[(FeedFormat, Value)]>;

impl FeedLinks {
    /// The links to a feed: none where the site does not have it.
    pub(super) fn of(&self, view: &View, feed: Feed) -> Links {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&feed).map(Arc::clone);
        known.unwrap_or_else(|| {
            let links = links(view, feed);
            self.0.write().unwrap_or_else(PoisonError::into_inner).insert(feed, Arc::clone(&links));
            links
        })
    }
}

fn links(view: &View, feed: Feed) -> Links {
    let Some(folder) = feed.folder(&view.site, &view.config) else { return Links::default() };
    let title = match feed {
        // As templates call the site, which its home page may name otherwise.
        Feed::Site(lang) => {
            let own = view.site_value(lang).get_from_path("title").and_then(Value::as_str).map(str::to_owned);
            own.unwrap_or_else(|| title(view, feed))
        }
        _ => title(view, feed),
    };
    let link = |format: &FeedFormat| {
        let link = map([
            ("title", Value::from(title.as_str())),
            ("url", Value::from(view.url(&format!("{folder}{}", format.file())))),
            ("type", Value::from(media::plain(format.file()))),
            ("format", Value::from(format.label())),
        ]);
        (*format, link)
    };
    feed.formats().iter().map(link).collect()
}
