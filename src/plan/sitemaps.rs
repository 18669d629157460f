//! What search engines are told of, and in how many files.

use super::{Output, Planner, Recipe};
use crate::config::Kind;
use crate::site::{Page, Site};

/// The addresses of one file at most (sitemaps.org, protocol 0.9). With more the file is an index of parts.
const MOST: usize = 50_000;

/// The addresses of a part: with links to twenty languages each, these stay below the 50 MB that one file may have.
pub const PART: usize = 20_000;

/// One file for search engines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sitemap {
    /// Every address.
    Whole,
    /// The list of so many parts.
    Index(usize),
    /// One of the parts, from 1.
    Part(usize),
    /// What is new: press releases of the last two days.
    News,
}

/// Whether search engines are told of an output.
pub fn is_listed(site: &Site, output: &Output) -> bool {
    match &output.recipe {
        Recipe::Page(id) => site.page(*id).is_indexed(),
        Recipe::Home(_)
        | Recipe::Section(..)
        | Recipe::Term(..)
        | Recipe::Terms(..)
        | Recipe::Archive(..)
        | Recipe::Facet(..)
        | Recipe::Corrections(..) => true,
        _ => false,
    }
}

/// News for one file at most (Google, news sitemaps).
const MOST_NEWS: usize = 1_000;

/// The press releases of every language that search engines may list, newest first, as many as one file may hold.
pub fn newest_releases(site: &Site) -> Vec<&Page> {
    let is_it = |page: &&Page| page.kind() == Kind::PressRelease && page.is_indexed();
    let of_languages =
        site.newest.iter().flat_map(|newest| newest.iter().map(|id| site.page(*id)).filter(is_it).take(MOST_NEWS));
    let mut all: Vec<&Page> = of_languages.collect();
    all.sort_by_key(|page| page.order());
    all.truncate(MOST_NEWS);
    all
}

/// The path of a part.
pub fn part_path(number: usize) -> String {
    format!("/sitemap-{number}.xml")
}

/// The path of the file of what is new.
pub const NEWS_PATH: &str = "/sitemap-news.xml";

impl Planner<'_> {
    /// The files that name the outputs planned so far.
    pub(super) fn sitemaps(&mut self) {
        let count = self.outputs.iter().filter(|output| is_listed(self.site, output)).count();
        if count <= MOST {
            self.file("/sitemap.xml".to_owned(), Recipe::Sitemap(Sitemap::Whole));
        } else {
            let parts = count.div_ceil(PART);
            self.file("/sitemap.xml".to_owned(), Recipe::Sitemap(Sitemap::Index(parts)));
            for number in 1..=parts {
                self.file(part_path(number), Recipe::Sitemap(Sitemap::Part(number)));
            }
        }
        // The schema wants at least one address. A site that has news keeps the file, or search engines report it as lost.
        if !newest_releases(self.site).is_empty() {
            self.file(NEWS_PATH.to_owned(), Recipe::Sitemap(Sitemap::News));
        }
    }
}
