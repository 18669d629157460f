//! Terms of another language in running text → `<i lang="en">`, so that a screen reader pronounces them.
//!
//! Every word that begins like a term is looked up once among the terms' first words; the longest term that fits wins. Linear
//! in the length of the text. A term may be broken over two lines. Case counts, but for a capital at the start of a sentence.

use std::collections::BTreeMap;

use super::{Foreign, escape};

/// Finds terms.
pub(super) struct Matcher<'a> {
    /// Terms by their first word, the longest first.
    terms: BTreeMap<String, Vec<Term<'a>>>,
    /// Whether a term begins with this byte: most words are passed over by this alone.
    begins: [bool; 256],
}

struct Term<'a> {
    /// Divided at white space.
    parts: Vec<String>,
    lang: &'a str,
}

impl<'a> Matcher<'a> {
    /// A matcher of `foreign`; none where there is nothing to match.
    pub(super) fn new(foreign: &'a [Foreign]) -> Option<Matcher<'a>> {
        let mut terms: BTreeMap<String, Vec<Term<'a>>> = BTreeMap::new();
        for term in foreign {
            let text = term.text.trim_start_matches(|c: char| !c.is_alphanumeric()).trim_end();
            let mut characters = text.chars();
            let Some(first) = characters.next() else { continue };
            let capital: String = first.to_uppercase().chain(characters).collect();
            let as_written = Some(text.to_owned()).filter(|text| *text != capital);
            for variant in as_written.into_iter().chain([capital]) {
                let word = variant.chars().take_while(|c| c.is_alphanumeric()).collect();
                let parts = variant.split_whitespace().map(str::to_owned).collect();
                terms.entry(word).or_default().push(Term { parts, lang: &term.lang });
            }
        }
        for list in terms.values_mut() {
            list.sort_by_key(|term| std::cmp::Reverse(term.parts.iter().map(|part| part.len() + 1).sum::<usize>()));
        }
        let mut begins = [false; 256];
        for byte in terms.keys().filter_map(|word| word.bytes().next()) {
            if let Some(begins) = begins.get_mut(usize::from(byte)) {
                *begins = true;
            }
        }
        (!terms.is_empty()).then_some(Matcher { terms, begins })
    }

    /// Writes `text` escaped, its terms set off.
    pub(super) fn write(&self, out: &mut String, text: &str) {
        let mut written = 0;
        let mut at = 0;
        while let Some((start, end)) = self.next_word(text, at) {
            at = end;
            let Some(candidates) = text.get(start..end).and_then(|word| self.terms.get(word)) else { continue };
            let found = candidates.iter().find_map(|term| Some((term.end(text, start)?, term.lang)));
            let Some((end, lang)) = found else { continue };
            escape::text(out, text.get(written..start).unwrap_or(""));
            out.push_str("<i lang=\"");
            escape::attribute(out, lang);
            out.push_str("\">");
            escape::text(out, text.get(start..end).unwrap_or(""));
            out.push_str("</i>");
            written = end;
            at = end;
        }
        escape::text(out, text.get(written..).unwrap_or(""));
    }

    /// The next run of letters and digits that begins with the byte of a term.
    fn next_word(&self, text: &str, mut from: usize) -> Option<(usize, usize)> {
        loop {
            let begins = |byte: u8| self.begins.get(usize::from(byte)).copied().unwrap_or(false);
            let start = from + text.as_bytes().get(from..)?.iter().position(|byte| begins(*byte))?;
            let before = text.get(..start).and_then(|before| before.chars().next_back());
            let word = text.get(start..).unwrap_or("");
            let length = word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len());
            if length > 0 && before.is_none_or(|before| !before.is_alphanumeric()) {
                return Some((start, start + length));
            }
            // In the middle of a word, or of a character.
            from = start + length.max(1);
        }
    }
}

impl Term<'_> {
    /// Where the term ends if it stands at `start`, as whole words.
    fn end(&self, text: &str, start: usize) -> Option<usize> {
        let mut rest = text.get(start..)?;
        for (index, part) in self.parts.iter().enumerate() {
            if index > 0 {
                let trimmed = rest.trim_start();
                if trimmed.len() == rest.len() {
                    return None;
                }
                rest = trimmed;
            }
            rest = rest.strip_prefix(part.as_str())?;
        }
        let whole = rest.chars().next().is_none_or(|next| !next.is_alphanumeric());
        whole.then_some(text.len() - rest.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set_off(terms: &[&str], text: &str) -> String {
        let foreign: Vec<Foreign> =
            terms.iter().map(|term| Foreign { text: (*term).to_owned(), lang: "en".to_owned() }).collect();
        let mut out = String::new();
        match Matcher::new(&foreign) {
            Some(matcher) => matcher.write(&mut out, text),
            None => escape::text(&mut out, text),
        }
        out
    }

    #[test]
    fn the_longest_term_wins_and_words_are_whole() {
        let terms = ["mind", "mind set", "output", "C++"];
        assert_eq!(
            set_off(&terms, "Mind set, mind\nset; mindful outputs & output"),
            "<i lang=\"en\">Mind set</i>, <i lang=\"en\">mind\nset</i>; mindful outputs &amp; <i lang=\"en\">output</i>"
        );
        assert_eq!(set_off(&terms, "MIND C++ C+"), "MIND <i lang=\"en\">C++</i> C+");
        assert_eq!(set_off(&["über"], "äber, über, Über"), "äber, <i lang=\"en\">über</i>, <i lang=\"en\">Über</i>");
        assert_eq!(set_off(&["set"], "émind set"), "émind <i lang=\"en\">set</i>");
        assert_eq!(set_off(&[], "mind & set"), "mind &amp; set");
        assert_eq!(set_off(&["", "--"], "a -- b"), "a -- b");
    }
}
