//! What a good editor would say about the words of an item: spelling, quotation marks, dates that cannot be, what readers miss.
//!
//! Everything here needs one file and the glossary, and is judged when the file is parsed. One judgement, one file. In an item that
//! was taken over from elsewhere a warning becomes information: it is a record, and stays as it was.

mod beginnings;
mod dateline;
mod glossary;
mod lexicon;
mod links;
mod order;
pub mod personal;
mod poster;
pub mod quotes;
mod reading;
mod title;
mod weekday;
pub mod white_space;

use std::ops::Range;

pub use lexicon::Lexicon;

use super::prose::Prose;
use super::{Document, FrontMatter};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::parse::kinds::{KindFields, PressRelease};
use crate::source::Source;

/// An item before its proofreader, and what was said of it.
struct Sheet<'a> {
    document: &'a Document,
    prose: &'a Prose,
    found: Diagnostics,
}

/// Judges the words of an item.
pub fn item(document: &Document, prose: &Prose, lexicon: &Lexicon) -> Diagnostics {
    let mut sheet = Sheet { document, prose, found: Diagnostics::new() };
    let hits = lexicon.hits(prose.text());
    glossary::judge(&mut sheet, &hits, lexicon);
    weekday::judge(&mut sheet, &hits);
    quotes::judge(&mut sheet);
    title::judge(&mut sheet);
    dateline::judge(&mut sheet);
    white_space::judge(&mut sheet);
    links::judge(&mut sheet);
    poster::judge(&mut sheet);
    personal::judge(&mut sheet);
    order::judge(&mut sheet);
    reading::judge(&mut sheet);
    let is_record = document.front.common.import.is_some();
    sheet.found.into_iter().map(|finding| if is_record { of_record(finding) } else { finding }).collect()
}

/// A finding about an item that was taken over from elsewhere.
pub fn of_record(finding: Diagnostic) -> Diagnostic {
    match finding.severity {
        Severity::Warning => Diagnostic { severity: Severity::Info, ..finding },
        _ => finding,
    }
}

impl<'a> Sheet<'a> {
    fn front(&self) -> &'a FrontMatter {
        &self.document.front
    }

    /// The fields of a release, if it is one.
    fn release(&self) -> Option<&'a PressRelease> {
        match &self.front().kind {
            KindFields::PressRelease(release) => Some(release),
            _ => None,
        }
    }

    /// A finding at a place in the file.
    fn at(&self, code: Code, place: Range<usize>) -> Diagnostic {
        Diagnostic::at(code, &self.document.source, place)
    }

    /// A finding at words of the text.
    fn in_text(&self, code: Code, range: Range<usize>) -> Diagnostic {
        self.at(code, self.prose.place(range))
    }

    /// The fields that readers see as words.
    fn fields(&self) -> Vec<(&'static str, &'a str)> {
        let common = &self.front().common;
        let caption = common.image.as_ref().and_then(|image| image.caption.as_deref());
        let fields = [
            ("title", common.title.as_deref()),
            ("subtitle", common.subtitle.as_deref()),
            ("summary", common.summary.as_deref()),
            ("image.caption", caption),
        ];
        fields.into_iter().filter_map(|(path, value)| Some((path, value?))).collect()
    }

    /// What `find` finds in the value of a field, with places in the file.
    fn in_field<T>(
        &self,
        path: &str,
        value: &str,
        find: impl Fn(&str) -> Vec<(Range<usize>, T)>,
    ) -> Vec<(Range<usize>, T)> {
        in_value(&self.document.source, || self.front().place(path), value, find)
    }
}

/// What `find` finds in a value, with places in the file that holds it. The value's own place is asked for only when there is
/// something to show: it costs as much as reading the file.
pub fn in_value<T>(
    source: &Source,
    place: impl Fn() -> Option<Range<usize>>,
    value: &str,
    find: impl Fn(&str) -> Vec<(Range<usize>, T)>,
) -> Vec<(Range<usize>, T)> {
    let hits = find(value);
    if hits.is_empty() { hits } else { placed(source.text(), place(), hits, find) }
}

/// Moves what was found in a value to where it is written: the same is looked for in the writing itself, which may be folded or
/// quoted. Where that gives something else, the whole value is shown.
fn placed<T>(
    text: &str,
    place: Option<Range<usize>>,
    hits: Vec<(Range<usize>, T)>,
    find: impl Fn(&str) -> Vec<(Range<usize>, T)>,
) -> Vec<(Range<usize>, T)> {
    let place = place.unwrap_or(0..0);
    let written = text.get(place.clone()).unwrap_or("");
    let spans: Vec<Range<usize>> = find(written).into_iter().map(|(span, _)| span).collect();
    if spans.len() != hits.len() {
        return hits.into_iter().map(|(_, what)| (place.clone(), what)).collect();
    }
    let moved = |span: Range<usize>| span.start + place.start..span.end + place.start;
    hits.into_iter().zip(spans).map(|((_, what), span)| (moved(span), what)).collect()
}

#[cfg(test)]
mod tests;
