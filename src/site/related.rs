//! Items to read next: those that the writer names, then those that share the most with the page.
//!
//! Candidates come from the neighbourhood of the page in each of its terms, a bounded number, so that a term with 10,000
//! items costs no more than one with 100.

use super::{PageId, Relation, Site};

/// Neighbours looked at on each side in each term.
const REACH: usize = 12;

/// At most `limit` related pages, best first.
pub fn of(site: &Site, id: PageId, limit: usize) -> Vec<PageId> {
    let page = site.page(id);
    let lang = page.lang();
    let mut related: Vec<PageId> = Vec::new();
    let named = page.all_named(Relation::Related);
    related.extend(named.filter(|target| *target != id && site.page(*target).is_listed()));
    let mut shared: Vec<(PageId, u32)> = Vec::new();
    for (taxonomy, terms) in site.taxonomies.iter().zip(&page.terms) {
        let weight = match taxonomy.name.as_str() {
            "topics" => 3,
            "tags" | "people" | "districts" => 2,
            // Nearly everything comes from the same few units.
            _ => continue,
        };
        for term in terms {
            let pages = taxonomy.term(*term).pages_in(lang);
            let at = pages.partition_point(|other| site.page(*other).rank < page.rank);
            let near = pages.iter().skip(at.saturating_sub(REACH)).take(2 * REACH + 1);
            shared.extend(near.filter(|other| **other != id).map(|other| (*other, weight)));
        }
    }
    shared.sort_unstable();
    let scores = shared.chunk_by(|a, b| a.0 == b.0).filter_map(|same| {
        let (other, _) = same.first()?;
        Some((same.iter().map(|(_, weight)| weight).sum::<u32>(), *other))
    });
    let shown = |other: &PageId| !page.translations.contains(other) && !related.contains(other);
    // To look at a page is what costs here, so each is looked at once, and only the best are put in order.
    let ranked = scores.filter(|(_, other)| shown(other));
    let mut ranked: Vec<_> =
        ranked.map(|(score, other)| (std::cmp::Reverse(score), site.page(other).rank, other)).collect();
    let missing = limit.saturating_sub(related.len());
    if missing < ranked.len() {
        ranked.select_nth_unstable(missing);
        ranked.truncate(missing);
    }
    ranked.sort_unstable();
    related.extend(ranked.into_iter().map(|(_, _, other)| other));
    related.truncate(limit);
    related
}
