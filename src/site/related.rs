//! Items to read next: those that the writer names, then those that share the most with the page.
//!
//! Candidates come from the neighbourhood of the page in each of its terms, a bounded number, so that a term with 10,000
//! items costs no more than one with 100.

use std::collections::BTreeMap;

use super::{PageId, Site, relations};

/// Neighbours looked at on each side in each term.
const REACH: usize = 12;

/// At most `limit` related pages, best first.
pub fn of(site: &Site, id: PageId, limit: usize) -> Vec<PageId> {
    let page = site.page(id);
    let lang = page.lang();
    let mut related: Vec<PageId> = Vec::new();
    for name in &page.common().related {
        if let Some(super::Mention::Page(target)) = relations::resolve(site, lang, name)
            && target != id
            && !related.contains(&target)
        {
            related.push(target);
        }
    }
    let mut scores: BTreeMap<PageId, u32> = BTreeMap::new();
    for (taxonomy, terms) in site.taxonomies.iter().zip(&page.terms) {
        let weight = match taxonomy.name.as_str() {
            "topics" => 3,
            "tags" => 2,
            "people" | "districts" => 2,
            // Nearly everything comes from the same few units.
            _ => continue,
        };
        for term in terms {
            let pages = taxonomy.term(*term).pages_in(lang);
            let at = pages.partition_point(|other| site.page(*other).order() < page.order());
            let near = pages.iter().skip(at.saturating_sub(REACH)).take(2 * REACH + 1);
            for other in near.filter(|other| **other != id) {
                *scores.entry(*other).or_default() += weight;
            }
        }
    }
    let shown = |other: &PageId| !page.translations.contains(other) && !related.contains(other);
    let mut ranked: Vec<(u32, PageId)> =
        scores.into_iter().filter(|(other, _)| shown(other)).map(|(other, score)| (score, other)).collect();
    ranked.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| site.page(a.1).order().cmp(&site.page(b.1).order())));
    related.extend(ranked.into_iter().map(|(_, other)| other));
    related.truncate(limit);
    related
}
