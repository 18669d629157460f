//! White space that nobody meant: before a comma, doubled inside a sentence, tabs, no-break spaces beside other spaces.
//!
//! Spaces at the end of a line are none of it: in Markdown two of them break the line.

use std::ops::Range;

use super::Sheet;
use crate::diagnostic::Code;

/// What takes the place of white space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Debris {
    /// The white space.
    pub range: Range<usize>,
    /// What should stand there.
    pub mended: &'static str,
    /// What is wrong with it, as the message tells it.
    pub problem: &'static str,
}

/// Reports all of it as one finding, at the first place.
pub(super) fn judge(sheet: &mut Sheet<'_>) {
    let places = places(sheet);
    let first = places.iter().min_by_key(|(place, _)| place.start);
    if let Some((place, debris)) = first {
        let finding = sheet.at(Code::WhiteSpace, place.clone()).with("problem", debris.problem);
        sheet.found.push(finding.with("count", places.len()));
    }
}

/// Everything that is found, with its place in the file.
fn places(sheet: &Sheet<'_>) -> Vec<(Range<usize>, Debris)> {
    let mut places = of_text(sheet.prose, sheet.document.source.text());
    for (path, value) in sheet.fields() {
        let find = |text: &str| debris(text).into_iter().map(|debris| (debris.range.clone(), debris)).collect();
        places.extend(sheet.in_field(path, value, find));
    }
    places
}

/// What is found in running text, with its place in the file that it is written in.
pub fn of_text(prose: &super::Prose, file: &str) -> Vec<(Range<usize>, Debris)> {
    let found = debris(prose.text()).into_iter();
    let found = found.map(|debris| (prose.place(debris.range.clone()), debris));
    // Where the space is a line's end, or written as a reference, there is nothing to see in the file.
    found.filter(|(place, debris)| file.get(place.clone()) == prose.text().get(debris.range.clone())).collect()
}

/// What is found in a text. A line's end and the indentation behind it are no debris.
pub fn debris(text: &str) -> Vec<Debris> {
    if !is_suspicious(text) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut letters = text.char_indices().peekable();
    let mut before: Option<char> = None;
    while let Some((start, letter)) = letters.next() {
        if !is_space(letter) {
            before = Some(letter);
            continue;
        }
        let mut end = start + letter.len_utf8();
        while let Some((at, next)) = letters.next_if(|(_, next)| is_space(*next)) {
            end = at + next.len_utf8();
        }
        let after = letters.peek().map(|(_, after)| *after);
        let behind = letters.clone().nth(1).map(|(_, behind)| behind);
        let spaces = text.get(start..end).unwrap_or("");
        found.extend(judged(spaces, before, after, behind).map(|(problem, mended)| Debris {
            range: start..end,
            mended,
            problem,
        }));
        before = Some(' ');
    }
    found
}

/// What is wrong with a stretch of spaces between two characters, and what should stand there.
fn judged(
    spaces: &str,
    before: Option<char>,
    after: Option<char>,
    behind: Option<char>,
) -> Option<(&'static str, &'static str)> {
    let (before, after) = (before.filter(|before| *before != '\n')?, after.filter(|after| *after != '\n')?);
    let ends_word = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric() && letter != after);
    if matches!(after, ',' | '.' | ';' | '!' | '?') && ends_word(behind) && before.is_alphanumeric() {
        return Some(("before-mark", ""));
    }
    if spaces.contains('\t') {
        return Some(("tab", " "));
    }
    let has_no_break = spaces.contains('\u{a0}');
    if has_no_break && spaces.chars().count() > 1 {
        return Some(("no-break", " "));
    }
    // Two spaces behind a sentence are a habit from typewriters, and do no harm.
    let is_inside = !matches!(before, '.' | '!' | '?' | ':' | '”' | '"' | ')' | '…');
    (spaces.len() > 1 && !has_no_break && is_inside).then_some(("doubled", " "))
}

fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\t' | '\u{a0}')
}

/// Whether there may be anything: nearly every text is clean, and this loop is one that the compiler makes fast.
fn is_suspicious(text: &str) -> bool {
    let bytes = text.as_bytes();
    let pairs = bytes.chunks(256).zip(bytes.get(1..).unwrap_or_default().chunks(256));
    let is_odd = |(before, after): (&[u8], &[u8])| {
        let odd = before.iter().zip(after).map(|(before, after)| {
            let mark = (*after == b' ') | (*after == b',') | (*after == b'.') | (*after == b';') | (*after == b'!');
            let mark = mark | (*after == b'?') | (*after == b'\t') | (*after == 0xc2);
            u8::from((*before == b' ') & mark | (*before == b'\t') | (*before == 0xa0))
        });
        odd.fold(0, |all, one| all | one) != 0
    };
    pairs.into_iter().any(is_odd)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::proofreading::tests::{found, release};

    fn mended(text: &str) -> String {
        let mut mended = text.to_owned();
        for debris in debris(text).into_iter().rev() {
            mended.replace_range(debris.range, debris.mended);
        }
        mended
    }

    #[test]
    fn debris_is_found_and_mended() {
        for (text, expected) in [
            ("kata , kata", "kata, kata"),
            ("kata .", "kata."),
            ("kata  kata", "kata kata"),
            ("kata\tkata", "kata kata"),
            ("kata \u{a0}kata", "kata kata"),
            ("kata\u{a0}, kata", "kata, kata"),
            ("apa ?", "apa?"),
            ("kata  ; kata", "kata; kata"),
        ] {
            assert_eq!(mended(text), expected, "{text:?}");
            assert_eq!(debris(expected), []);
        }
    }

    #[test]
    fn white_space_that_was_meant_is_left_alone() {
        for text in [
            "Satu. Dua.  Tiga",
            "Rp\u{a0}50.000",
            "baris  \nbaris",
            "baris\n  lanjut",
            "domain .go.id",
            "tunggu ... lalu",
            "Hari : Senin",
            "senyum :)",
            "nilai ,5",
            "a – , b",
            "",
            " , ",
        ] {
            assert_eq!(debris(text), [], "{text:?}");
        }
    }

    #[test]
    fn all_of_it_is_one_finding_at_the_first_place() {
        let text = release(
            "title: Pasar  pagi dibuka\nsummary: >-\n  Ringkasan yang\n  terlipat.",
            "Satu , dua  tiga  \nempat\n",
        );
        assert_eq!(found(&text, Code::WhiteSpace), ["  "]);
        let text = release(
            "",
            "Satu `a  b` dua [^1] tiga &nbsp; x\n\n    kode  kode\n\n| a   | b  |\n|----|---|\n| c  | d |\n\n[^1]: x\n",
        );
        assert_eq!(found(&text, Code::WhiteSpace), [""; 0]);
    }
}
