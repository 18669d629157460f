//! One tag of a call, read: name, arguments, their literal values.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Argument, CLOSE, CLOSE_WHOLE, Fault, Literal, OPEN, Reason};

/// One tag of a call.
pub(super) struct Tag {
    pub(super) closing: bool,
    pub(super) whole: bool,
    pub(super) name: String,
    pub(super) name_span: Range<usize>,
    pub(super) arguments: Vec<Argument>,
    /// Names of arguments that stood there before.
    pub(super) duplicates: Vec<Range<usize>>,
    pub(super) end: usize,
}

/// Reads a tag from behind its `{{<`.
pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
    pub(super) end: usize,
}

impl<'t> Reader<'t> {
    pub(super) fn tag(&mut self, start: usize) -> Result<Tag, Fault> {
        let closing = self.eat("/");
        self.skip_space();
        let name_span = self.name();
        let name = self.slice(&name_span).to_owned();
        if name.is_empty() {
            return Err(self.odd(Reason::BadName, start));
        }
        let mut tag =
            Tag { closing, whole: false, name, name_span, arguments: Vec::new(), duplicates: Vec::new(), end: 0 };
        let mut seen = BTreeSet::new();
        loop {
            self.skip_space();
            if self.eat(CLOSE) || (!closing && self.eat(CLOSE_WHOLE)) {
                tag.whole = self.text.get(..self.at).is_some_and(|read| read.ends_with(CLOSE_WHOLE));
                tag.end = self.at;
                return Ok(tag);
            }
            let name_span = self.name();
            if name_span.is_empty() {
                return Err(self.odd(Reason::Junk, start));
            }
            let name = self.slice(&name_span).to_owned();
            self.skip_space();
            if closing || !self.eat("=") {
                return Err(Fault { reason: Reason::Junk, what: name, span: name_span });
            }
            self.skip_space();
            let from = self.at;
            let value = self.literal(start)?;
            if seen.insert(name.clone()) {
                tag.arguments.push(Argument { name, value, span: from..self.at, name_span });
            } else {
                tag.duplicates.push(name_span);
            }
        }
    }

    /// A letter, then letters, digits, `_`, `-` and `.`.
    fn name(&mut self) -> Range<usize> {
        let rest = self.rest();
        let length = rest.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.')).count();
        let start = self.at;
        if rest.bytes().next().is_some_and(|first| first.is_ascii_alphabetic()) {
            self.at += length;
        }
        start..self.at
    }

    fn literal(&mut self, tag: usize) -> Result<Literal, Fault> {
        let start = self.at;
        if self.rest().starts_with('"') {
            return self.quoted();
        }
        // Up to white space or what ends the tag.
        let rest = self.rest();
        let length = rest
            .char_indices()
            .find(|(at, c)| {
                c.is_whitespace()
                    || (matches!(c, '>' | '/')
                        && rest.get(*at..).is_some_and(|r| r.starts_with(CLOSE) || r.starts_with(CLOSE_WHOLE)))
            })
            .map_or(rest.len(), |(at, _)| at);
        let word = rest.get(..length).unwrap_or("");
        if word.is_empty() {
            return Err(self.odd(Reason::BadLiteral, tag));
        }
        self.at += length;
        let digits = word.strip_prefix('-').unwrap_or(word);
        let numeric = digits.starts_with(|c: char| c.is_ascii_digit())
            && digits.ends_with(|c: char| c.is_ascii_digit())
            && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let value = match word {
            "true" => Some(Literal::Boolean(true)),
            "false" => Some(Literal::Boolean(false)),
            _ if !numeric => None,
            _ if digits.contains('.') => {
                word.parse().ok().filter(|number: &f64| number.is_finite()).map(Literal::Float)
            }
            _ => word.parse().ok().map(Literal::Integer),
        };
        // A text without its quotes runs on to the end of the tag; the first line of it is enough to show.
        value.ok_or_else(|| Fault { reason: Reason::BadLiteral, what: word.to_owned(), span: start..self.at })
    }

    /// A text on one line, so that a forgotten quote does not swallow the page.
    fn quoted(&mut self) -> Result<Literal, Fault> {
        let start = self.at;
        let mut value = String::new();
        let mut characters = self.rest().char_indices().skip(1);
        while let Some((offset, character)) = characters.next() {
            match character {
                '"' => {
                    self.at = start + offset + 1;
                    return Ok(Literal::Text(value));
                }
                '\n' => break,
                '\\' => match characters.next() {
                    Some((_, 'n')) => value.push('\n'),
                    Some((_, escaped @ ('"' | '\\'))) => value.push(escaped),
                    Some((escaped, odd)) => {
                        let span = start + offset..start + escaped + odd.len_utf8();
                        return Err(Fault { reason: Reason::BadLiteral, what: self.slice(&span).to_owned(), span });
                    }
                    None => break,
                },
                _ => value.push(character),
            }
        }
        let line = self.rest().lines().next().unwrap_or("");
        Err(Fault { reason: Reason::OpenText, what: line.to_owned(), span: start..start + line.len() })
    }

    /// What is wrong here: one character, or the tag's beginning where the text ends.
    fn odd(&self, reason: Reason, tag: usize) -> Fault {
        match self.rest().chars().next() {
            Some(odd) => Fault { reason, what: odd.to_string(), span: self.at..self.at + odd.len_utf8() },
            None => Fault { reason: Reason::OpenTag, what: self.opened(tag), span: tag..tag + OPEN.len() },
        }
    }

    /// The name behind an opening brace.
    fn opened(&self, tag: usize) -> String {
        let rest = self.text.get(tag + OPEN.len()..self.end).unwrap_or("");
        rest.chars().take_while(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '.')).collect()
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..self.end).unwrap_or("")
    }

    fn slice(&self, span: &Range<usize>) -> &'t str {
        self.text.get(span.clone()).unwrap_or("")
    }

    fn eat(&mut self, expected: &str) -> bool {
        let there = self.rest().starts_with(expected);
        if there {
            self.at += expected.len();
        }
        there
    }

    fn skip_space(&mut self) {
        self.at += self.rest().bytes().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n')).count();
    }
}
