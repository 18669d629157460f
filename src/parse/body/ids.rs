//! Ids of headings and numbers of footnotes: one of each, whatever a text repeats.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::{Footnote, Heading};
use crate::locale::slug::slugify;

/// The id of a heading whose text has nothing to make one of.
const NAMELESS: &str = "bagian";

/// The id of the `nth` reference to a footnote, both counted from 1.
pub(crate) fn reference_id(number: usize, nth: usize) -> String {
    if nth == 1 { format!("rujukan-{number}") } else { format!("rujukan-{number}-{nth}") }
}

/// Footnotes in the order in which the text refers to them, then notes inside notes, then those that nothing refers to.
pub(super) fn numbered(references: &[(Option<String>, String)], defined: &[String]) -> Vec<Footnote> {
    let defined_set: BTreeSet<&str> = defined.iter().map(String::as_str).collect();
    let mut inside: BTreeMap<Option<&str>, Vec<&str>> = BTreeMap::new();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (place, label) in references.iter().filter(|(_, label)| defined_set.contains(label.as_str())) {
        inside.entry(place.as_deref()).or_default().push(label);
        *counts.entry(label).or_default() += 1;
    }
    let mut seen = BTreeSet::new();
    let mut notes = Vec::new();
    let mut queue: VecDeque<&str> = inside.remove(&None).unwrap_or_default().into();
    let mut rest = defined.iter().map(String::as_str);
    while let Some(label) = queue.pop_front().or_else(|| rest.next()) {
        if seen.insert(label) {
            notes.push(Footnote { label: label.to_owned(), references: counts.get(label).copied().unwrap_or(0) });
            queue.extend(inside.remove(&Some(label)).unwrap_or_default());
        }
    }
    notes
}

/// Gives every heading an id of its own: the one it asks for, else one from its text, with a number where it is taken.
pub(super) fn name_headings(headings: &mut [Heading], anchors: &BTreeSet<String>) {
    let mut taken = anchors.clone();
    let mut next: BTreeMap<String, usize> = BTreeMap::new();
    let mut unique = |wanted: String| {
        let mut id = wanted.clone();
        let number = next.entry(wanted.clone()).or_insert(2);
        while !taken.insert(id.clone()) {
            id = format!("{wanted}-{number}");
            *number += 1;
        }
        id
    };
    // Ids that were asked for come first, so that no other heading takes them away.
    for heading in headings.iter_mut().filter(|heading| !heading.id.is_empty()) {
        heading.id = unique(std::mem::take(&mut heading.id));
    }
    for heading in headings.iter_mut().filter(|heading| heading.id.is_empty()) {
        let slug = slugify(&heading.text);
        heading.id = unique(if slug.is_empty() { NAMELESS.to_owned() } else { slug });
    }
}
