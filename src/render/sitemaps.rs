//! What stands in the files for search engines.

use super::view::View;
use super::{editions, failed};
use crate::diagnostic::Diagnostics;
use crate::formats::sitemap::{self, Alternate, Entry, News};
use crate::locale::date::When;
use crate::plan::sitemaps::{NEWS_PATH, PART, Sitemap, is_listed, newest_releases, part_path};
use crate::plan::{Output, Recipe, TERM_PAGE_SIZE};
use crate::site::{Page, PageId, changes};

/// The bytes of a file.
pub(super) fn bytes(view: &View, map: Sitemap) -> Result<Vec<u8>, Diagnostics> {
    match map {
        Sitemap::Whole => sitemap::sitemap(&entries(view, 0, usize::MAX)),
        Sitemap::Part(number) => sitemap::sitemap(&entries(view, number.saturating_sub(1).saturating_mul(PART), PART)),
        Sitemap::Index(parts) => {
            let parts: Vec<String> = (1..=parts).map(|number| view.permalink(&part_path(number))).collect();
            sitemap::index(&parts)
        }
        Sitemap::News => sitemap::sitemap(&news(view)),
    }
    .map_err(failed)
}

/// `robots.txt`: everything may be read, and here are the lists.
pub(super) fn robots(view: &View) -> String {
    let has_news = view.plan.find(NEWS_PATH.trim_start_matches('/')).is_some();
    let maps = std::iter::once("/sitemap.xml").chain(has_news.then_some(NEWS_PATH));
    sitemap::robots(&maps.map(|path| view.permalink(path)).collect::<Vec<_>>())
}

fn entries(view: &View, skip: usize, take: usize) -> Vec<Entry> {
    let listed = view.plan.outputs.iter().filter(|output| is_listed(&view.site, output));
    listed.skip(skip).take(take).map(|output| entry(view, output)).collect()
}

fn entry(view: &View, output: &Output) -> Entry {
    let changed = match &output.recipe {
        Recipe::Page(id) => view.site.page(*id).changed().cloned(),
        recipe => newest(view, first_items(view, recipe)),
    };
    let item = match &output.recipe {
        Recipe::Page(id) => Some(*id),
        _ => None,
    };
    let address = output.address();
    let editions = editions::of(view, &output.recipe);
    let alternates = editions::for_search(view, item, &address, &editions).into_iter();
    Entry {
        location: view.permalink(&address),
        last_modified: changed.as_ref().map(When::iso),
        alternates: alternates
            .map(|(code, path)| Alternate { lang: code.to_owned(), location: view.permalink(path) })
            .collect(),
        news: None,
    }
}

/// The items on the first page of a list. The others change whenever an item comes before them, which nobody needs to be told.
fn first_items<'v>(view: &'v View, recipe: &Recipe) -> &'v [PageId] {
    let first = |items: &'v [PageId], size: usize| items.get(..size.min(items.len())).unwrap_or_default();
    match recipe {
        Recipe::Home(lang) => {
            let newest = view.site.newest.get(usize::from(lang.0)).map(Vec::as_slice).unwrap_or_default();
            first(newest, view.config.feed_size)
        }
        Recipe::Section(id, 1) => {
            let section = view.site.section(*id);
            first(&section.pages, section.page_size)
        }
        Recipe::Term(taxonomy, term, lang, 1) => {
            let taxonomy = view.site.taxonomies.get(*taxonomy);
            taxonomy.map_or(&[][..], |own| first(own.term(*term).pages_in(*lang), TERM_PAGE_SIZE))
        }
        _ => &[],
    }
}

fn newest(view: &View, items: &[PageId]) -> Option<When> {
    items.iter().filter_map(|id| view.site.page(*id).changed()).max().cloned()
}

/// Releases of the last two days, newest first. When there are none, the newest release without the marks of news: the file
/// must hold an address, and Google asks that old ones lose their marks.
fn news(view: &View) -> Vec<Entry> {
    let entry = |page: &Page, fresh: bool| {
        let language = view.config.language(page.lang());
        Entry {
            location: view.permalink(&page.path),
            last_modified: page.changed().map(When::iso),
            alternates: Vec::new(),
            news: page.date().filter(|_| fresh).map(|date| News {
                publication: language.title.clone(),
                // ISO 639, without the region.
                language: language.code.split('-').next().unwrap_or_default().to_owned(),
                published: date.iso(),
                title: page.title().to_owned(),
            }),
        }
    };
    let newest = newest_releases(&view.site);
    let fresh = newest.iter().filter(|page| changes::is_news(&page.document, view.moment.now));
    let fresh: Vec<Entry> = fresh.map(|page| entry(page, true)).collect();
    if fresh.is_empty() {
        return newest.first().map(|page| entry(page, false)).into_iter().collect();
    }
    fresh
}
