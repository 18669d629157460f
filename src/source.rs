//! Text with a path, and places in it.
//!
//! A [`Source`] is one text file of the project, read once and shared; of a large archive the texts are let go when they are parsed, and read
//! again where they are wanted. A [`Location`] is a source and a byte range of it:
//! what every diagnostic points at. Line and column are computed only when something is printed. Ranges always lie
//! on character boundaries inside the text; [`Location::new`] sees to it, because renderers panic otherwise.

use std::cmp::Ordering;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use xxhash_rust::xxh3::xxh3_128;

/// One text file: its path from the project's root, with `/` between parts, and its text without a byte order mark.
pub struct Source {
    /// Path from the project's root, `/` between parts on every system.
    pub path: String,
    /// The whole text; none while it is not held.
    text: OnceLock<String>,
    hash: OnceLock<u128>,
    /// How to have it back; none of a text that is held to the end.
    again: Option<Again>,
    /// What is needed to find lines and columns; made when the first is asked for.
    waymarks: OnceLock<Vec<Waymark>>,
}

/// Reads the text of a path from the project's root once more; nothing when it cannot.
#[derive(Clone)]
pub struct Again(Arc<Read>);

type Read = dyn Fn(&str) -> Option<String> + Send + Sync;

impl Again {
    /// By a function of the path.
    pub fn new(read: impl Fn(&str) -> Option<String> + Send + Sync + 'static) -> Again {
        Again(Arc::new(read))
    }
}

impl std::fmt::Debug for Again {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Again")
    }
}

/// Whether the text is held makes no difference.
impl std::fmt::Debug for Source {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Source({:?}, {:032x})", self.path, self.hash())
    }
}

/// Line and column of an offset.
#[derive(Clone, Copy, Debug)]
struct Waymark {
    offset: usize,
    line: usize,
    column: usize,
}

/// Bytes between two waymarks: the file and its lines may be of any length.
const STRETCH: usize = 1024;

impl Source {
    /// A source of `text` that was read from `path`.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Arc<Source> {
        let text = OnceLock::from(text.into());
        Arc::new(Source { path: path.into(), text, hash: OnceLock::new(), again: None, waymarks: OnceLock::new() })
    }

    /// The whole text. One that was let go is read again, and held from then on; it is empty when the file is another by now.
    pub fn text(&self) -> &str {
        self.text.get_or_init(|| self.read_again().unwrap_or_default())
    }

    /// What the text is told from others by.
    pub fn hash(&self) -> u128 {
        *self.hash.get_or_init(|| xxh3_128(self.text().as_bytes()))
    }

    /// The same source without its text, for the time in which nobody needs it.
    pub fn let_go(&self, again: &Again) -> Arc<Source> {
        Source::unread(self.path.as_str(), self.hash(), again)
    }

    /// A source whose text is known by its hash alone.
    pub fn unread(path: impl Into<String>, hash: u128, again: &Again) -> Arc<Source> {
        Arc::new(Source {
            path: path.into(),
            text: OnceLock::new(),
            hash: OnceLock::from(hash),
            again: Some(again.clone()),
            waymarks: OnceLock::new(),
        })
    }

    /// The source with its text, as long as the answer is held; none when the file is another by now.
    pub fn whole(self: &Arc<Source>) -> Option<Arc<Source>> {
        if self.again.is_none() {
            return Some(Arc::clone(self));
        }
        self.read_again().map(|text| Source::new(self.path.as_str(), text))
    }

    fn read_again(&self) -> Option<String> {
        let text = (self.again.as_ref()?.0)(&self.path)?;
        self.hash.get().is_some_and(|hash| *hash == xxh3_128(text.as_bytes())).then_some(text)
    }

    /// The text of `range`; empty where the range does not lie in the text.
    pub fn slice(&self, range: Range<usize>) -> &str {
        self.text().get(range).unwrap_or("")
    }

    /// The greatest character boundary that is not past `offset`.
    pub fn floor(&self, offset: usize) -> usize {
        floor_boundary(self.text(), offset)
    }

    /// Line and column of a byte offset, both counted from 1, columns in characters.
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let offset = self.floor(offset);
        let waymarks = self.waymarks.get_or_init(|| waymarks(self.text()));
        let before = waymarks.partition_point(|mark| mark.offset <= offset);
        let start = Waymark { offset: 0, line: 1, column: 1 };
        let mark = before.checked_sub(1).and_then(|index| waymarks.get(index)).copied().unwrap_or(start);
        let there = mark.after(self.slice(mark.offset..offset));
        (there.line, there.column)
    }
}

fn waymarks(text: &str) -> Vec<Waymark> {
    let mut mark = Waymark { offset: 0, line: 1, column: 1 };
    let mut marks = Vec::with_capacity(text.len() / STRETCH);
    while mark.offset + STRETCH < text.len() {
        mark = mark.after(text.get(mark.offset..floor_boundary(text, mark.offset + STRETCH)).unwrap_or(""));
        marks.push(mark);
    }
    marks
}

impl Waymark {
    /// Behind the text that follows this place.
    fn after(self, text: &str) -> Waymark {
        let offset = self.offset + text.len();
        match text.rsplit_once('\n') {
            Some((lines, rest)) => {
                let lines = lines.bytes().filter(|byte| *byte == b'\n').count() + 1;
                Waymark { offset, line: self.line + lines, column: rest.chars().count() + 1 }
            }
            None => Waymark { offset, column: self.column + text.chars().count(), ..self },
        }
    }
}

/// A line and a column, both counted from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// A byte range in a source.
#[derive(Clone, Debug)]
pub struct Location {
    source: Arc<Source>,
    span: Range<usize>,
}

impl Location {
    /// The place `span` in `source`; a span that reaches past the end or into a character is clamped.
    pub fn new(source: &Arc<Source>, span: Range<usize>) -> Location {
        let start = floor_boundary(source.text(), span.start);
        let end = floor_boundary(source.text(), span.end.max(start));
        Location { source: Arc::clone(source), span: start..end }
    }

    /// A place that [`Location::new`] gave in an earlier run, in a source with the same text, which is not read for it.
    pub fn again(source: &Arc<Source>, span: Range<usize>) -> Location {
        Location { source: Arc::clone(source), span }
    }

    /// The whole file, shown without an excerpt.
    pub fn file(source: &Arc<Source>) -> Location {
        Location { source: Arc::clone(source), span: 0..0 }
    }

    /// A place in `one` source lies in `other` from now on, which has the same text.
    pub fn move_from(&mut self, one: &Arc<Source>, other: &Arc<Source>) {
        if Arc::ptr_eq(&self.source, one) {
            self.source = Arc::clone(other);
        }
    }

    /// The file.
    pub fn source(&self) -> &Arc<Source> {
        &self.source
    }

    /// Where it begins and where it ends, just behind its last character; none when the file as a whole is meant.
    pub fn lines(&self) -> Option<(Position, Position)> {
        let position = |offset| {
            let (line, column) = self.source.line_column(offset);
            Position { line, column }
        };
        let span = self.shown();
        (span != (0..0)).then(|| (position(span.start), position(span.end)))
    }

    /// The byte range.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The byte range to be shown: the file as a whole where its text was let go and is another by now.
    pub fn shown(&self) -> Range<usize> {
        self.source.floor(self.span.start)..self.source.floor(self.span.end)
    }
}

impl PartialEq for Location {
    fn eq(&self, other: &Location) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Location {}

impl PartialOrd for Location {
    fn partial_cmp(&self, other: &Location) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// By path, then by place: the order in which diagnostics are printed.
impl Ord for Location {
    fn cmp(&self, other: &Location) -> Ordering {
        (&self.source.path, self.span.start, self.span.end).cmp(&(&other.source.path, other.span.start, other.span.end))
    }
}

/// The first character of `text` that no page may hold, and its place: what XML 1.0 forbids (§2.2), the other controls, and
/// what Unicode keeps out of texts (§23.7).
pub fn forbidden(text: &str) -> Option<(usize, char)> {
    // Nearly every text is clean, and its bytes tell so faster than its characters; this loop is one that the compiler makes fast.
    let is_odd = |byte: u8| {
        let is_control = (byte < b' ') & (byte != b'\t') & (byte != b'\n');
        is_control | (byte == 0x7f) | (byte == 0xc2) | (byte == 0xef) | (byte >= 0xf0)
    };
    let is_clean = |part: &[u8]| !part.iter().fold(false, |odd, byte| odd | is_odd(*byte));
    if text.as_bytes().chunks(256).all(is_clean) {
        return None;
    }
    text.char_indices().find(|(_, letter)| is_forbidden(*letter))
}

/// Whether no page may hold this character.
pub fn is_forbidden(letter: char) -> bool {
    let is_no_character = |code: u32| code & 0xfffe == 0xfffe || (0xfdd0..=0xfdef).contains(&code);
    (letter.is_control() && !matches!(letter, '\t' | '\n')) || is_no_character(u32::from(letter))
}

/// The greatest character boundary that is not past `offset`.
fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_was_let_go_comes_back_or_is_told_to_be_another() {
        let source = Source::new("a.md", "satu dua");
        let same = source.let_go(&Again::new(|path| (path == "a.md").then(|| "satu dua".to_owned())));
        assert_eq!(same.hash(), source.hash());
        assert_eq!(same.whole().as_deref().map(Source::text), Some("satu dua"));
        // Whoever asks for a whole one lets it go again.
        assert!(same.text.get().is_none());
        assert_eq!((same.slice(5..8), same.text.get().is_some()), ("dua", true));
        for other in [Again::new(|_| None), Again::new(|_| Some("satu tiga".to_owned()))] {
            let other = source.let_go(&other);
            assert!(other.whole().is_none());
            assert_eq!((other.text(), Location::new(&other, 2..5).span()), ("", 0..0));
        }
    }

    #[test]
    fn counts_lines_and_characters() {
        let source = Source::new("a.md", "satu\nd\u{e9}ua x\n");
        assert_eq!(source.line_column(0), (1, 1));
        assert_eq!(source.line_column(10), (2, 5));
        assert_eq!(source.line_column(999), (3, 1));
    }

    #[test]
    fn finds_lines_and_columns_beyond_the_first_stretch() {
        let text = format!("{}\n{}", "\u{e9}\n".repeat(STRETCH), "\u{e9}".repeat(STRETCH));
        let source = Source::new("a.md", text.as_str());
        for (offset, _) in text.char_indices() {
            let before = text.get(..offset).unwrap_or("");
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
            assert_eq!(source.line_column(offset), (line, column), "{offset}");
        }
    }

    #[test]
    fn clamps_spans_to_boundaries() {
        let source = Source::new("a.md", "\u{e9}");
        assert_eq!(Location::new(&source, 1..9).span(), 0..2);
        let (start, end) = (7, 3);
        assert_eq!(Location::new(&source, start..end).span(), 2..2);
    }
}
