//! Spans of time that share a key, such as a room or a person: which of them overlap.
//!
//! One sorted sweep: each span is held against the one of its key that lasts longest so far, so a crowded room costs no more
//! than an empty one, and each span is told at most once.

use jiff::Timestamp;

/// A span of time.
#[derive(Clone, Copy, Debug)]
pub struct Span<K, T> {
    /// What cannot be in two places: spans of different keys never meet.
    pub key: K,
    /// Its first instant.
    pub from: Timestamp,
    /// The instant at which it is over; what has no length lasts for this instant.
    pub until: Timestamp,
    /// What it is the span of.
    pub of: T,
}

impl<K, T> Span<K, T> {
    /// Where it ends: a span without a length is there for a moment all the same.
    fn end(&self) -> Timestamp {
        let moment = self.from.as_second().saturating_add(1);
        self.until.max(Timestamp::from_second(moment).unwrap_or(Timestamp::MAX))
    }
}

/// The spans that begin before another of their key is over, each with that other one in front.
pub fn overlaps<K: Ord + Copy, T: Ord + Copy>(mut spans: Vec<Span<K, T>>) -> Vec<(T, T)> {
    spans.sort_unstable_by_key(|span| (span.key, span.from, span.of));
    let mut found = Vec::new();
    for same in spans.chunk_by(|one, other| one.key == other.key) {
        let mut longest: Option<&Span<K, T>> = None;
        for span in same {
            match longest {
                Some(before) if span.from < before.end() => found.push((before.of, span.of)),
                _ => {}
            }
            if longest.is_none_or(|before| span.end() > before.end()) {
                longest = Some(span);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(key: char, from: i64, until: i64, of: usize) -> Span<char, usize> {
        let at = |second| Timestamp::from_second(second).unwrap();
        Span { key, from: at(from), until: at(until), of }
    }

    #[test]
    fn what_touches_does_not_overlap() {
        assert_eq!(overlaps(vec![span('a', 0, 10, 1), span('a', 10, 20, 2)]), []);
        assert_eq!(overlaps(vec![span('a', 0, 10, 1), span('b', 5, 20, 2)]), []);
    }

    #[test]
    fn each_is_told_once_with_the_one_that_lasts_longest() {
        let spans = vec![span('a', 9, 12, 3), span('a', 0, 20, 1), span('a', 2, 4, 2), span('a', 20, 21, 4)];
        assert_eq!(overlaps(spans), [(1, 2), (1, 3)]);
    }

    #[test]
    fn what_has_no_length_is_there_all_the_same() {
        assert_eq!(overlaps(vec![span('a', 5, 5, 1), span('a', 5, 5, 2)]), [(1, 2)]);
        assert_eq!(overlaps(vec![span('a', 0, 5, 1), span('a', 5, 5, 2)]), []);
    }
}
