//! Quotation marks that open and do not close, or close and were never open. Each paragraph is judged by itself; a quote that goes
//! over several may be opened again in each.

use std::ops::Range;

use memchr::memchr2_iter;

use super::Sheet;
use crate::diagnostic::Code;

/// A mark without its partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lonely {
    /// Where it stands in the text.
    pub at: usize,
    /// What it is.
    pub mark: char,
    /// Whether it opens. A straight mark is taken to open.
    pub opens: bool,
}

impl Lonely {
    /// The bytes that it takes.
    pub fn range(&self) -> Range<usize> {
        self.at..self.at + self.mark.len_utf8()
    }

    /// The word that the message tells apart.
    pub fn word(&self) -> &'static str {
        if self.opens { "open" } else { "closed" }
    }
}

/// Reports the marks of the text, the title and the summary.
pub(super) fn judge(sheet: &mut Sheet<'_>) {
    let prose = sheet.prose;
    if may_hold_marks(prose.text()) {
        for lonely in unbalanced(prose.blocks()) {
            let finding = sheet.in_text(Code::UnbalancedQuotes, lonely.range());
            sheet.found.push(finding.with("problem", lonely.word()).with("mark", lonely.mark.to_string()));
        }
    }
    for (path, value) in sheet.fields() {
        if !may_hold_marks(value) {
            continue;
        }
        let find = |text: &str| -> Vec<(Range<usize>, Lonely)> {
            unbalanced([(0, text)]).into_iter().map(|lonely| (lonely.range(), lonely)).collect()
        };
        for (place, lonely) in sheet.in_field(path, value, find) {
            let finding = sheet.at(Code::UnbalancedQuotes, place).with("problem", lonely.word());
            sheet.found.push(finding.with("mark", lonely.mark.to_string()));
        }
    }
}

/// Whether a text holds anything that is judged here: most do not.
pub fn may_hold_marks(text: &str) -> bool {
    marks(text).next().is_some()
}

/// The quotation marks of a text. Bytes are looked for, faster than characters: `E2` begins all marks that are not straight.
fn marks(text: &str) -> impl Iterator<Item = (usize, char)> {
    let places = memchr2_iter(b'"', 0xE2, text.as_bytes());
    let letters = places.filter_map(|at| Some((at, text.get(at..)?.chars().next()?)));
    letters.filter(|(_, letter)| matches!(letter, '“' | '”' | '„' | '‘' | '’' | '"'))
}

/// The first lonely mark of each paragraph.
pub fn unbalanced<'t>(paragraphs: impl IntoIterator<Item = (usize, &'t str)>) -> Vec<Lonely> {
    let mut found = Vec::new();
    let mut paragraphs = paragraphs.into_iter().peekable();
    while let Some((start, paragraph)) = paragraphs.next() {
        if !may_hold_marks(paragraph) {
            continue;
        }
        let next = paragraphs.peek().map_or("", |(_, next)| next.trim_start());
        let lonely = lonely(paragraph).into_iter().filter(|lonely| !goes_on(*lonely, next));
        found.extend(lonely.take(1).map(|lonely| Lonely { at: start + lonely.at, ..lonely }));
    }
    found
}

/// Whether the next paragraph opens the quote again.
fn goes_on(lonely: Lonely, next: &str) -> bool {
    lonely.opens && next.starts_with(lonely.mark)
}

/// The marks of one paragraph that have no partner, in order.
fn lonely(paragraph: &str) -> Vec<Lonely> {
    let mut lonely = Vec::new();
    let mut double: Vec<Lonely> = Vec::new();
    let mut single: Vec<Lonely> = Vec::new();
    let mut straight: Option<Lonely> = None;
    let mut has_inches = false;
    for (at, mark) in marks(paragraph) {
        let before = paragraph.get(..at).and_then(|before| before.chars().next_back());
        let after = paragraph.get(at + mark.len_utf8()..).and_then(|after| after.chars().next());
        let in_word = before.is_some_and(char::is_alphanumeric);
        match mark {
            // German and Dutch papers open below; a low mark pairs with either closing one.
            '“' if double.last().is_some_and(|open| open.mark == '„') => drop(double.pop()),
            '“' | '„' => double.push(Lonely { at, mark, opens: true }),
            '”' if double.pop().is_none() => lonely.push(Lonely { at, mark, opens: false }),
            // `Jum‘at`, `‘90-an`: an apostrophe.
            '‘' if !in_word && !after.is_some_and(|after| after.is_numeric()) => {
                single.push(Lonely { at, mark, opens: true });
            }
            '’' if !(in_word && after.is_some_and(char::is_alphanumeric)) => drop(single.pop()),
            '"' => {
                has_inches |= before.is_some_and(char::is_numeric);
                straight = if straight.is_none() { Some(Lonely { at, mark, opens: true }) } else { None };
            }
            _ => {}
        }
    }
    lonely.extend(double);
    lonely.extend(single);
    // `15"` is a length.
    lonely.extend(straight.filter(|_| !has_inches));
    lonely.sort_unstable_by_key(|lonely| lonely.at);
    lonely
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::proofreading::tests::{found, release};

    fn marks(text: &str) -> String {
        unbalanced(text.split("\n\n").map(|paragraph| (0, paragraph))).into_iter().map(|lonely| lonely.mark).collect()
    }

    #[test]
    fn a_mark_without_its_partner_is_found() {
        for (text, mark) in [
            ("Ia berkata “baik.", "“"),
            ("Ia berkata baik”, katanya.", "”"),
            ("“Baik”, katanya. “Lagi", "“"),
            ("Istilah ‘mind set dan", "‘"),
            ("Ia berkata \"baik.", "\""),
            ("“Satu\n\nDua”", "“”"),
            ("“kata\"", "“"),
        ] {
            assert_eq!(marks(text), mark, "{text}");
        }
    }

    #[test]
    fn marks_that_belong_together_are_left_alone() {
        for text in [
            "“Baik”, katanya.",
            "\"Baik\", kata ‘dia’ “lagi”.",
            "Jum'at, Jum’at, Jum‘at, Ma’ruf, the students’ day, ’90-an, ‘90-an",
            "‘don’t do’",
            "“‘Ya’, katanya”",
            "Layar 15\" dan \"besar\"",
            "“Satu paragraf\n\n“dan yang kedua.”",
            "\"Satu paragraf\n\n\"dan yang kedua.\"",
            "„Gut“ und „gut”",
            "",
        ] {
            assert_eq!(marks(text), "", "{text}");
        }
    }

    #[test]
    fn code_and_html_hold_no_marks() {
        let text =
            "Kata `\"` dan <a title=\"x\">y</a> [z](a.md \"t\") &ldquo;a&rdquo;\n\n```\n\"\n```\n\n<p title='\"'>\n";
        assert_eq!(found(&release("", text), Code::UnbalancedQuotes), [""; 0]);
    }

    #[test]
    fn fields_are_judged_where_they_are_written() {
        let text =
            release("title: \"Wujudkan ‘Good Governance di Batam\"\nsummary: >-\n  Ia berkata\n  “baik.", "Isi.\n");
        assert_eq!(found(&text, Code::UnbalancedQuotes), ["‘", "“"]);
    }
}
