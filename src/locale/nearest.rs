//! "Did you mean": the candidate that a misspelt word resembles most.

/// Nobody misspells a longer word: the distance takes the product of two lengths, in time and in memory.
const LONGEST: usize = 400;

/// The candidate nearest to a misspelt `word`, if one is near enough to be meant.
///
/// Near is a Damerau-Levenshtein distance of at most a third of the longer word's length, and at least 1.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > LONGEST {
        return None;
    }
    let word = word.to_lowercase();
    let letters = Letters::of(&word);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates.into_iter().filter(|candidate| candidate.len() <= LONGEST) {
        let folded = candidate.to_lowercase();
        let others = Letters::of(&folded);
        let limit = (letters.count.max(others.count) / 3).max(1);
        let limit = best.map_or(limit, |(distance, _)| distance.min(limit));
        // A thousand broken links in a site of ten thousand pages: the distance itself is too slow to ask it every time.
        if letters.least_distance(&others) > limit {
            continue;
        }
        let found = (strsim::damerau_levenshtein(&word, &folded), candidate);
        if found.0 <= limit && best.is_none_or(|best| found < best) {
            best = Some(found);
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// The candidate from which a `word` of another language differs by one slip; words of two languages resemble each other by chance, so
/// nothing further away was meant.
pub fn slipped<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let near = nearest(word, candidates)?;
    (strsim::damerau_levenshtein(&word.to_lowercase(), &near.to_lowercase()) <= 1).then_some(near)
}

/// The id nearest to a misspelt one; failing that, the only one that holds it as a whole part: `hartono` → `budi-hartono`.
pub fn near_id<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let candidates: Vec<&str> = candidates.into_iter().collect();
    nearest(word, candidates.iter().copied()).or_else(|| {
        let part = format!("-{word}-");
        let mut holding = candidates.iter().copied().filter(|id| format!("-{id}-").contains(&part));
        let only = holding.next().filter(|_| word.len() > 2)?;
        holding.next().is_none().then_some(only)
    })
}

/// How often each letter occurs in a word, letters being put into a few drawers.
struct Letters {
    drawers: [i32; 64],
    count: usize,
}

impl Letters {
    #[allow(clippy::indexing_slicing, reason = "a remainder of the length lies within it")]
    fn of(word: &str) -> Letters {
        let mut letters = Letters { drawers: [0; 64], count: 0 };
        for letter in word.chars() {
            letters.drawers[letter as usize % 64] += 1;
            letters.count += 1;
        }
        letters
    }

    /// A lower bound of the distance: an edit adds one letter and takes one at most (bag distance).
    fn least_distance(&self, other: &Letters) -> usize {
        let (mut more, mut fewer) = (0, 0);
        for (own, other) in self.drawers.iter().zip(&other.drawers) {
            let difference = own - other;
            more += difference.max(0);
            fewer += (-difference).max(0);
        }
        usize::try_from(more.max(fewer)).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_is_meant() {
        assert_eq!(nearest("sumary", ["title", "summary", "tag"]), Some("summary"));
        assert_eq!(nearest("Tags", ["tag", "topics"]), Some("tag"));
        assert_eq!(nearest("acbd", ["abcd"]), Some("abcd"));
        assert_eq!(nearest("x", ["title"]), None);
        let long = "a".repeat(50_000);
        assert_eq!((nearest(&long, [long.as_str()]), nearest("b", [long.as_str(), "bb"])), (None, Some("bb")));
        // Of two that are as near, the first of the alphabet.
        assert_eq!(nearest("ac", ["ad", "ab"]), Some("ab"));
    }

    #[test]
    fn a_word_of_another_language_is_meant_where_one_slip_lies_between() {
        assert_eq!(slipped("titel", ["title", "summary"]), Some("title"));
        assert_eq!(slipped("peran", ["person", "as"]), None);
    }

    #[test]
    fn a_part_of_one_id_is_meant_too() {
        let ids = ["budi-hartono", "dini-saraswati", "siti-hartati"];
        assert_eq!(near_id("hartono", ids), Some("budi-hartono"));
        assert_eq!(near_id("budi-hartomo", ids), Some("budi-hartono"));
        assert_eq!(near_id("harto", ids), None);
        assert_eq!(near_id("hartono", ["budi-hartono", "siti-hartono"]), None);
    }

    #[test]
    fn the_bound_is_one() {
        let words = ["lokakarya", "lokkarya", "karyawan", "siaran-pers", "siaranpers", "é", "", "ab", "ba"];
        for one in words {
            for other in words {
                let least = Letters::of(one).least_distance(&Letters::of(other));
                assert!(least <= strsim::damerau_levenshtein(one, other), "{one} {other}");
            }
        }
    }
}
