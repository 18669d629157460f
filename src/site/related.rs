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
    let (lang, rank) = (page.lang(), site.rank(id));
    let mut related: Vec<PageId> = Vec::new();
    let named = page.all_named(Relation::Related);
    related.extend(named.filter(|target| *target != id && site.page(*target).is_listed()));
    // An item and a weight in one number, which is quicker to sort than two: there are a hundred on a page.
    let mut shared: Vec<u64> = Vec::new();
    for (taxonomy, terms) in site.taxonomies.iter().zip(&page.terms) {
        let weight = match taxonomy.name.as_str() {
            "topics" => 3,
            "tags" | "people" | "districts" => 2,
            // Nearly everything comes from the same few units.
            _ => continue,
        };
        for term in terms {
            let pages = taxonomy.term(*term).pages_in(lang);
            let at = pages.partition_point(|other| site.rank(*other) < rank);
            let near = pages.iter().skip(at.saturating_sub(REACH)).take(2 * REACH + 1);
            shared.extend(near.filter(|other| **other != id).map(|other| u64::from(other.0) << u32::BITS | weight));
        }
    }
    shared.sort_unstable();
    let of = |number: u64| PageId(u32::try_from(number >> u32::BITS).unwrap_or(u32::MAX));
    let scores = shared.chunk_by(|a, b| of(*a) == of(*b)).filter_map(|same| {
        let score = same.iter().map(|number| number & u64::from(u32::MAX)).sum::<u64>();
        Some((score, of(*same.first()?)))
    });
    let shown = |other: &PageId| !page.translations.contains(other) && !related.contains(other);
    // Only the best are put in order: those with the highest score, of these the newest.
    let ranked = scores.filter(|(_, other)| shown(other));
    let mut ranked: Vec<(u64, PageId)> = ranked
        .map(|(score, other)| ((u64::from(u32::MAX) - score) << u32::BITS | u64::from(site.rank(other)), other))
        .collect();
    let missing = limit.saturating_sub(related.len());
    if missing < ranked.len() {
        ranked.select_nth_unstable_by_key(missing, |own| own.0);
        ranked.truncate(missing);
    }
    ranked.sort_unstable_by_key(|own| own.0);
    related.extend(ranked.into_iter().map(|(_, other)| other));
    related.truncate(limit);
    related
}
