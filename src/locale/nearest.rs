//! "Did you mean": the candidate that a misspelt word resembles most.

/// The candidate nearest to a misspelt `word`, if one is near enough to be meant.
///
/// Near is a Damerau-Levenshtein distance of at most a third of the longer word's length, and at least 1.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&word, &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= (word.chars().count().max(candidate.chars().count()) / 3).max(1))
        .min()
        .map(|(_, candidate)| candidate)
}
