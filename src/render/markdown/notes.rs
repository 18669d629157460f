//! Footnotes: their numbers, their references, and their list at the end.

use std::collections::BTreeMap;

use super::escape;
use super::writer::Writer;
use crate::parse::body::{Body, reference_id};

/// The notes of a body.
#[derive(Default)]
pub(super) struct Notes {
    /// Number, from 1, by label.
    numbers: BTreeMap<String, usize>,
    /// By number, the HTML of each and how often it was referred to so far.
    notes: Vec<(Option<String>, usize)>,
}

impl Notes {
    pub(super) fn new(body: &Body) -> Notes {
        let labels = body.footnotes.iter().map(|note| note.label.clone());
        Notes { numbers: labels.zip(1..).collect(), notes: vec![(None, 0); body.footnotes.len()] }
    }

    /// The number of the note that is defined here; none for what is defined already.
    pub(super) fn open(&self, label: &str) -> Option<usize> {
        let number = *self.numbers.get(&label.to_lowercase())?;
        let (html, _) = self.notes.get(number - 1)?;
        html.is_none().then_some(number)
    }

    pub(super) fn keep(&mut self, number: usize, html: String) {
        if let Some((note, _)) = self.notes.get_mut(number - 1) {
            note.get_or_insert(html);
        }
    }

    /// One more reference: the note's number and how many references there are now.
    pub(super) fn refer(&mut self, label: &str) -> Option<(usize, usize)> {
        let number = *self.numbers.get(&label.to_lowercase())?;
        let (_, count) = self.notes.get_mut(number - 1)?;
        *count += 1;
        Some((number, *count))
    }
}

impl Writer<'_> {
    /// The list of notes, each with the ways back to its references.
    pub(super) fn footnotes(&mut self) {
        let notes = std::mem::take(&mut self.notes.notes);
        if notes.is_empty() {
            return;
        }
        let words = self.settings.words;
        self.fresh_line();
        self.push("<div class=\"footnotes\" role=\"group\"");
        self.attribute("aria-label", words.footnotes);
        self.push("><ol>\n");
        for ((html, references), number) in notes.into_iter().zip(1..) {
            let html = html.unwrap_or_default();
            let (before, after) = divided(html.trim_end());
            self.push(&format!("<li id=\"catatan-{number}\">"));
            self.push(before);
            for nth in 1..=references {
                self.push(if before.is_empty() && nth == 1 { "" } else { " " });
                self.push(&format!("<a href=\"#{}\">", reference_id(number, nth)));
                escape::text(&mut self.piece.html, words.back_to_text);
                self.push(&if nth == 1 { "</a>".to_owned() } else { format!(" ({nth})</a>") });
            }
            self.push(after);
            self.push("</li>\n");
        }
        self.push("</ol></div>\n");
    }
}

/// A note before and after the place for its way back: a single paragraph without its tags, else the end of the last paragraph.
fn divided(html: &str) -> (&str, &str) {
    let Some(open) = html.strip_suffix("</p>") else { return (html, "") };
    match open.strip_prefix("<p>") {
        Some(single) if !single.contains("<p>") => (single, ""),
        _ => (open, "</p>"),
    }
}
