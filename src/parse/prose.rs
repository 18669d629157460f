//! The running text of a body: its words without their markup, and where each of them stands in the file.
//!
//! It is what proofreading looks at, and is dropped when that is done. Paragraphs, headings, list items and cells are apart by an
//! empty line. Code, pictures, addresses that stand for themselves, footnote marks and HTML leave one [`OBJECT`] each, so that
//! words on both sides of them are never taken for neighbours.

use std::ops::Range;

use memchr::memmem;

/// What stands in the place of something that is no prose.
pub const OBJECT: char = '\u{fffc}';

/// What lies between two blocks.
pub const BREAK: &str = "\n\n";

/// Words and their places.
#[derive(Debug, Default)]
pub struct Prose {
    text: String,
    pieces: Vec<Piece>,
    /// The words of each link, in the order in which they end.
    pub links: Vec<Range<usize>>,
    /// Where the first paragraph begins.
    pub opening: Option<usize>,
    open: Vec<usize>,
}

/// A stretch of the text, and where it comes from.
#[derive(Debug)]
struct Piece {
    at: usize,
    place: Range<usize>,
    /// Whether each byte of the one is a byte of the other.
    exact: bool,
}

impl Prose {
    /// For a text of about so many bytes.
    pub fn with_capacity(bytes: usize) -> Prose {
        Prose { text: String::with_capacity(bytes), ..Prose::default() }
    }

    /// The words.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Part of the words; empty where the range does not lie in them.
    pub fn slice(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or("")
    }

    /// The blocks that hold anything, with where each begins.
    pub fn blocks(&self) -> impl Iterator<Item = (usize, &str)> {
        let mut breaks = memmem::find_iter(self.text.as_bytes(), BREAK);
        let mut at = Some(0);
        let blocks = std::iter::from_fn(move || {
            let start = at?;
            let end = breaks.next();
            at = end.map(|end| end + BREAK.len());
            Some((start, self.slice(start..end.unwrap_or(self.text.len()))))
        });
        blocks.filter(|(_, block)| !block.is_empty())
    }

    /// Where words stand in the file.
    pub fn place(&self, range: Range<usize>) -> Range<usize> {
        let piece = |at: usize| {
            let index = self.pieces.partition_point(|piece| piece.at <= at).checked_sub(1)?;
            self.pieces.get(index)
        };
        let start = piece(range.start).map_or(0, |piece| match piece.exact {
            true => (piece.place.start + range.start - piece.at).min(piece.place.end),
            false => piece.place.start,
        });
        let last = range.end.saturating_sub(1).max(range.start);
        let end = piece(last).map_or(start, |piece| match piece.exact {
            true => (piece.place.start + range.end - piece.at).min(piece.place.end),
            false => piece.place.end,
        });
        start..end.max(start)
    }

    /// Words that the reader sees, and where they are written.
    pub(super) fn push(&mut self, text: &str, place: Range<usize>) {
        let exact = text.len() == place.len();
        let continues = exact
            && self.pieces.last().is_some_and(|last| {
                last.exact && last.place.end == place.start && last.at + last.place.len() == self.text.len()
            });
        match self.pieces.last_mut().filter(|_| continues) {
            Some(last) => last.place.end = place.end,
            None => self.pieces.push(Piece { at: self.text.len(), place, exact }),
        }
        self.text.push_str(text);
    }

    /// Something that is no prose.
    pub(super) fn object(&mut self, place: Range<usize>) {
        self.pieces.push(Piece { at: self.text.len(), place, exact: false });
        self.text.push(OBJECT);
    }

    /// The end of a line that the writer asked for.
    pub(super) fn line(&mut self, place: Range<usize>) {
        self.pieces.push(Piece { at: self.text.len(), place, exact: false });
        self.text.push('\n');
    }

    /// The end of a block.
    pub(super) fn divide(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(BREAK) {
            let missing = if self.text.ends_with('\n') { "\n" } else { BREAK };
            self.text.push_str(missing);
        }
    }

    /// A paragraph begins.
    pub(super) fn paragraph(&mut self) {
        self.opening.get_or_insert(self.text.len());
    }

    pub(super) fn open_link(&mut self) {
        self.open.push(self.text.len());
    }

    pub(super) fn close_link(&mut self) {
        if let Some(start) = self.open.pop() {
            self.links.push(start..self.text.len());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::config::MarkdownOptions;
    use crate::parse::body;
    use crate::source::Source;

    fn prose(text: &str) -> (Arc<Source>, Prose) {
        let source = Source::new("a.md", format!("---\n---\n{text}"));
        let (_, prose, _) = body::read(&source, 8..source.text().len(), &MarkdownOptions::default());
        (source, prose)
    }

    #[test]
    fn holds_words_and_no_markup() {
        let text = "# Judul *dua*\n\nSatu **dua**\ntiga `kode` [empat](lima.md)<br>enam[^1] <https://a.id> ![tujuh](b.jpg)\n\n\
                    - delapan\n- sembilan  \n  sepuluh\n\n| a | b |\n|---|---|\n| sebelas  | x |\n\n```\nkode\n```\n\n<p>html</p>\n\n[^1]: Catatan.\n";
        assert_eq!(
            prose(text).1.text(),
            "Judul dua\n\nSatu dua tiga \u{fffc} empat\nenam\u{fffc} \u{fffc} \u{fffc}\n\ndelapan\n\nsembilan\nsepuluh\n\n\
             a\n\nb\n\nsebelas\n\nx\n\n\u{fffc}\n\nCatatan.\n\n"
        );
    }

    #[test]
    fn every_word_knows_its_place() {
        let text = "Satu \\* **dua** &amp; tiga\n> kutip  \n> lagi \"a\" \u{e9}na\n\nempat [lima enam](b.md)\n";
        let (source, prose) = prose(text);
        for word in ["Satu", "dua", "tiga", "kutip", "lagi", "\u{e9}na", "empat", "lima enam"] {
            let at = prose.text().find(word).unwrap();
            assert_eq!(source.slice(prose.place(at..at + word.len())), word);
        }
        let at = prose.text().find('&').unwrap();
        assert_eq!(source.slice(prose.place(at..at + 1)), "&amp;");
        assert_eq!(prose.slice(prose.links[0].clone()), "lima enam");
        assert_eq!(prose.place(999..1200).len(), 0);
    }

    #[test]
    fn blocks_know_where_they_begin() {
        let (_, prose) = prose("## Kepala\n\nSatu\n\n- dua\n");
        assert_eq!(prose.blocks().collect::<Vec<_>>(), [(0, "Kepala"), (8, "Satu"), (14, "dua")]);
        assert_eq!(prose.opening, Some(8));
    }
}
