//! The words of a body: counted, collected for excerpts and headings, and handed to proofreading.

use std::ops::Range;

use super::Reader;
use crate::diagnostic::{Code, Diagnostic, nearest};

impl Reader<'_> {
    pub(super) fn text(&mut self, text: &str) {
        if self.in_code {
            return;
        }
        if let Some(link) = self.images.last().and_then(|image| self.body.links.get_mut(*image)) {
            link.alt_empty &= text.trim().is_empty();
            return;
        }
        self.body.words += word_starts(text, self.in_word);
        self.in_word = text.bytes().next_back().is_some_and(|last| !is_space(last));
        if let Some((_, heading)) = &mut self.heading {
            heading.push_str(text);
        } else if self.in_paragraph {
            self.excerpt.push(text);
        }
    }

    /// A reference to a footnote that is not defined is plain text to the Markdown parser.
    pub(super) fn undefined_footnote(&mut self, text: &str, at: usize) {
        if text != "[" || self.in_code || !self.options.extensions {
            return;
        }
        let rest = self.source.text().get(at..).and_then(|rest| rest.strip_prefix("[^")).unwrap_or("");
        let length =
            rest.find([']', '[', ' ', '\n']).filter(|end| rest.get(*end..).is_some_and(|end| end.starts_with(']')));
        if let Some(length) = length.filter(|length| *length > 0) {
            let anchor = rest.get(..length).unwrap_or("");
            if self.source.text().get(..at).is_some_and(|before| !before.ends_with('\\')) {
                let span = at..at + length + "[^]".len();
                self.diagnostics.push(
                    Diagnostic::at(Code::BrokenAnchor, self.source, span)
                        .with("target", format!("[^{anchor}]"))
                        .with("anchor", format!("[^{anchor}]"))
                        .with("problem", "footnote")
                        .suggesting(self.nearest_note(anchor)),
                );
            }
        }
    }

    /// The footnote that was perhaps meant; those defined below are not known yet, so the text is asked.
    fn nearest_note(&self, label: &str) -> Option<String> {
        let lines = self.source.text().lines().filter_map(|line| line.strip_prefix("[^")?.split_once("]:"));
        nearest(label, lines.map(|(label, _)| label)).map(|near| format!("[^{near}]"))
    }

    /// Words for proofreading, as they are written where a quotation mark was made typographic.
    pub(super) fn words(&mut self, text: &str, place: Range<usize>) {
        if self.in_code || self.in_address || !self.images.is_empty() {
            return;
        }
        let written = self.source.slice(place.clone());
        let written = Some(written).filter(|written| matches!(*written, "\"" | "'"));
        self.prose.push(written.unwrap_or(text), place);
    }

    pub(super) fn object(&mut self, place: Range<usize>) {
        if self.images.is_empty() {
            self.prose.object(place);
        }
    }
}

/// How many words begin in `text`: characters other than white space after white space, or at the start unless `in_word`.
///
/// Every text goes through here, so the loop is one that the compiler turns into vector instructions.
fn word_starts(text: &str, in_word: bool) -> usize {
    let bytes = text.as_bytes();
    let first = bytes.first().is_some_and(|first| !in_word && !is_space(*first));
    let after = bytes.get(1..).unwrap_or_default();
    // 255 at most, so that a byte can count them.
    let pairs = bytes.chunks(255).zip(after.chunks(255));
    let later = pairs.map(|(before, after)| {
        let starts = before.iter().zip(after).map(|(before, after)| u8::from(is_space(*before) & !is_space(*after)));
        usize::from(starts.fold(0, u8::wrapping_add))
    });
    usize::from(first) + later.sum::<usize>()
}

fn is_space(byte: u8) -> bool {
    byte <= b' '
}
