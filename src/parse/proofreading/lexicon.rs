//! Words that proofreading looks for, all in one pass: the wrong spellings of the glossary, and the names of weekdays.
//!
//! What is right wins where it covers a wrong word: `rapat kerja tahunan` is no `rapat kerja`, and a name as it was once published
//! stays as it was. A word counts only as a whole, and not inside an address.

use std::collections::BTreeMap;
use std::ops::Range;

use aho_corasick::{AhoCorasick, Anchored, Input, MatchKind, StartKind};
use jiff::civil::Weekday;

use super::beginnings::Beginnings;
use crate::locale::date::weekday_of;

/// Weekdays as running text names them. Short forms are left out: too many other words look like them.
const WEEKDAYS: [&str; 17] = [
    "Senin",
    "Selasa",
    "Rabu",
    "Kamis",
    "Jumat",
    "Jum'at",
    "Jum’at",
    "Sabtu",
    "Minggu",
    "Ahad",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// How far around a word it is looked whether that is an address: longer ones are cut.
const AROUND: usize = 200;

/// What a word means here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// How it is written, where it is wrong.
    pub right: Option<String>,
    /// The day that it names.
    pub weekday: Option<Weekday>,
}

/// The words. Two are equal when they find the same.
#[derive(Debug)]
pub struct Lexicon {
    entries: BTreeMap<String, Entry>,
    in_order: Vec<Entry>,
    automaton: Option<AhoCorasick>,
    beginnings: Beginnings,
}

impl PartialEq for Lexicon {
    fn eq(&self, other: &Lexicon) -> bool {
        self.entries == other.entries
    }
}

impl Default for Lexicon {
    fn default() -> Lexicon {
        Lexicon::new([], [])
    }
}

/// A word in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit<'a> {
    /// Where.
    pub range: Range<usize>,
    /// What it means.
    pub entry: &'a Entry,
}

impl Lexicon {
    /// The weekdays, wrong spellings with the right ones, and what is right however it looks.
    pub fn new<'a>(
        wrong: impl IntoIterator<Item = (&'a str, &'a str)>,
        kept: impl IntoIterator<Item = &'a str>,
    ) -> Lexicon {
        let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
        for name in WEEKDAYS {
            entries.entry(name.to_ascii_lowercase()).or_default().weekday = weekday_of(name);
        }
        let mut right_ones = Vec::new();
        for (wrong, right) in wrong {
            let (wrong, right) = (wrong.trim(), right.trim());
            if !wrong.is_empty() && !right.is_empty() {
                // Of an entry that is there twice the first counts.
                let entry = entries.entry(wrong.to_ascii_lowercase()).or_default();
                entry.right.get_or_insert_with(|| right.to_owned());
                right_ones.push(right);
            }
        }
        for right in right_ones.into_iter().chain(kept).filter(|right| !right.trim().is_empty()) {
            entries.entry(right.trim().to_ascii_lowercase()).or_default();
        }
        // A word is looked for where one begins, and nowhere else.
        let automaton = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostLongest)
            .start_kind(StartKind::Anchored)
            .build(entries.keys());
        let beginnings = Beginnings::of(entries.keys().map(String::as_bytes));
        Lexicon { in_order: entries.values().cloned().collect(), entries, automaton: automaton.ok(), beginnings }
    }

    /// What it looks for, and what that means.
    pub fn entries(&self) -> &BTreeMap<String, Entry> {
        &self.entries
    }

    /// The words that stand in a text and mean something.
    pub fn hits(&self, text: &str) -> Vec<Hit<'_>> {
        let mut hits = Vec::new();
        let Some(automaton) = &self.automaton else { return hits };
        let mut at = 0;
        for start in self.beginnings.in_text(text.as_bytes()) {
            if start < at || !begins_word(text, start) {
                continue;
            }
            let input = Input::new(text).span(start..text.len()).anchored(Anchored::Yes);
            let Some(found) = automaton.find(input).filter(|found| ends_word(text, found.end())) else { continue };
            at = found.end();
            let entry = self.in_order.get(found.pattern().as_usize());
            let entry = entry.filter(|entry| entry.right.is_some() || entry.weekday.is_some());
            let entry = entry.filter(|_| !in_address(text, found.range()));
            hits.extend(entry.map(|entry| Hit { range: found.range(), entry }));
        }
        hits
    }
}

fn belongs_to_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// Whether a word may begin here.
fn begins_word(text: &str, start: usize) -> bool {
    text.get(..start).is_some_and(|before| !before.chars().next_back().is_some_and(belongs_to_word))
}

/// Whether a word may end here.
fn ends_word(text: &str, end: usize) -> bool {
    !text.get(end..).is_some_and(|rest| rest.chars().next().is_some_and(belongs_to_word))
}

/// Whether a word is part of an address, a number of a document or the name of a file: `https://…/kerjasama`, `humas@walikota.id`.
pub(super) fn in_address(text: &str, range: Range<usize>) -> bool {
    let mut from = range.start.saturating_sub(AROUND);
    let mut to = (range.end + AROUND).min(text.len());
    while !text.is_char_boundary(from) {
        from += 1;
    }
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let before = text.get(from..range.start).unwrap_or("");
    let after = text.get(range.end..to).unwrap_or("");
    let before = before.rsplit(char::is_whitespace).next().unwrap_or("");
    let after = after.split(char::is_whitespace).next().unwrap_or("");
    let dotted = |mut letters: std::iter::Rev<std::str::Chars<'_>>| {
        letters.next() == Some('.') && letters.next().is_some_and(char::is_alphanumeric)
    };
    let follows = {
        let mut letters = after.chars();
        letters.next() == Some('.') && letters.next().is_some_and(char::is_alphanumeric)
    };
    before.contains("://")
        || before.to_ascii_lowercase().contains("www.")
        || before.contains('@')
        || after.starts_with('@')
        || after.starts_with("://")
        || dotted(before.chars().rev())
        || follows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(lexicon: &Lexicon, text: &str) -> Vec<String> {
        lexicon.hits(text).into_iter().map(|hit| text[hit.range].to_owned()).collect()
    }

    #[test]
    fn words_count_as_a_whole() {
        let lexicon = Lexicon::new([("suat", "suatu"), ("ijin", "izin"), ("kerja tahunan", "kerja tahun")], []);
        assert_eq!(
            found(&lexicon, "suatu suat perijinan IJIN, ijin_a ijin-ijin kerja tahunan"),
            ["suat", "IJIN", "ijin", "ijin", "kerja tahunan"]
        );
        // A match that is no word does not hide the word that begins inside it.
        let lexicon = Lexicon::new([("a suat", "x"), ("suat", "suatu")], []);
        assert_eq!(found(&lexicon, "karena suat kia suat"), ["suat", "suat"]);
    }

    #[test]
    fn what_is_right_covers_what_is_wrong() {
        let lexicon = Lexicon::new([("MAP", "map"), ("rapat", "rapat kerja")], ["Dini Saraswati, MAP"]);
        assert_eq!(found(&lexicon, "Dini Saraswati, MAP menutup rapat kerja"), [""; 0]);
        assert_eq!(found(&lexicon, "MAP dan rapat"), ["MAP", "rapat"]);
    }

    #[test]
    fn addresses_are_no_words() {
        let lexicon = Lexicon::new([("walikota", "wali kota")], []);
        for text in [
            "https://a.id/x-walikota/b",
            "www.a.id/walikota",
            "humas@walikota.id",
            "walikota@a.id",
            "walikota.a.id",
            "a.walikota",
        ] {
            assert_eq!(found(&lexicon, text), [""; 0], "{text}");
        }
        assert_eq!(found(&lexicon, "walikota/wakil, walikota."), ["walikota", "walikota"]);
    }

    /// Every place is tried, one after the other: what the search must find.
    fn one_by_one<'a>(lexicon: &Lexicon, text: &'a str) -> Vec<&'a str> {
        let (mut found, mut at) = (Vec::new(), 0);
        while at < text.len() {
            let length = (1..=text.len() - at).rev().find(|length| {
                let part = text.get(at..at + length).map(str::to_ascii_lowercase);
                part.is_some_and(|part| lexicon.entries.contains_key(&part)) && begins_word(text, at)
            });
            let length = length.filter(|length| ends_word(text, at + length));
            let part = length.and_then(|length| text.get(at..at + length));
            found.extend(part.filter(|part| lexicon.entries[&part.to_ascii_lowercase()].right.is_some()));
            at += length.unwrap_or(1);
        }
        found
    }

    #[test]
    fn nothing_is_passed_over() {
        let lexicon =
            Lexicon::new([("a", "x"), ("ab", "x"), ("b-a", "x"), ("é", "x"), ("-b", "x"), ("ba b", "x")], ["b"]);
        let letters = ["a", "b", "B", "-", " ", "é", "_"];
        for number in 0..letters.len().pow(6) {
            let text: String = (0..6).map(|at| letters[number / letters.len().pow(at) % letters.len()]).collect();
            assert_eq!(found(&lexicon, &text), one_by_one(&lexicon, &text), "{text}");
        }
    }

    #[test]
    fn hostile_text_takes_linear_time() {
        let lexicon = Lexicon::new([("ijin", "izin")], []);
        assert_eq!(lexicon.hits(&"ijin".repeat(500_000)).len(), 0);
        assert_eq!(lexicon.hits(&"ijin/".repeat(200_000)).len(), 200_000);
    }
}
