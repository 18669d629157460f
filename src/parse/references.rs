//! Numeric character references, `&#17;`, that stand for what no page may hold.
//!
//! A file may be clean and its page not: the Markdown parser and the sanitizer turn such references into the characters
//! themselves. Here they become U+FFFD, as HTML and CommonMark do with `&#0;`. What is reported when a body is parsed is what is
//! replaced when it is printed.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag};

use crate::source;

/// What begins a numeric reference.
const START: &str = "&#";

/// C1 controls that HTML keeps as they are; it reads the others as windows-1252 (HTML standard, §13.2.5.80).
const KEPT_CONTROLS: [u32; 5] = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

/// Whether `text` may hold one at all: cheap, and false for nearly every body.
pub fn may_stand_in(text: &str) -> bool {
    text.contains(START)
}

/// `event` without the characters that no page may hold, and the first of them.
pub fn replaced(event: Event<'_>) -> (Event<'_>, Option<char>) {
    let mut first = None;
    let mut clean = |text: CowStr<'_>| match source::forbidden(&text) {
        None => text.into_static(),
        Some((_, letter)) => {
            first.get_or_insert(letter);
            CowStr::from(text.replace(source::is_forbidden, "\u{fffd}"))
        }
    };
    let event = match event {
        Event::Text(text) if source::forbidden(&text).is_some() => Event::Text(clean(text)),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Link { link_type, dest_url: clean(dest_url), title: clean(title), id })
        }
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Image { link_type, dest_url: clean(dest_url), title: clean(title), id })
        }
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(clean(info))))
        }
        other => other,
    };
    (event, first)
}

/// The references in raw HTML to what no page may hold, and what they stand for.
pub fn in_html(html: &str) -> Vec<(Range<usize>, char)> {
    let references = html.match_indices(START).filter_map(|(start, _)| {
        let rest = html.get(start + START.len()..)?;
        let hexadecimal = rest.starts_with(['x', 'X']);
        let (digits, radix) = if hexadecimal { (rest.get(1..)?, 16) } else { (rest, 10) };
        let count = digits.find(|letter: char| !letter.is_digit(radix)).unwrap_or(digits.len());
        // More digits than any character has are U+FFFD to the sanitizer itself.
        let code = u32::from_str_radix(digits.get(..count)?, radix).ok()?;
        let letter = char::from_u32(code).filter(|letter| source::is_forbidden(*letter))?;
        let is_other_letter = (0x80..=0x9f).contains(&code) && !KEPT_CONTROLS.contains(&code);
        let end = start + START.len() + usize::from(hexadecimal) + count;
        let end = end + usize::from(html.get(end..)?.starts_with(';'));
        (code != 0 && !is_other_letter).then_some((start..end, letter))
    });
    references.collect()
}

/// `html` with U+FFFD in the place of those references.
pub fn without(html: &str) -> Cow<'_, str> {
    if !may_stand_in(html) {
        return Cow::Borrowed(html);
    }
    let mut out = String::with_capacity(html.len());
    let mut written = 0;
    for (range, _) in in_html(html) {
        out.push_str(html.get(written..range.start).unwrap_or(""));
        out.push('\u{fffd}');
        written = range.end;
    }
    out.push_str(html.get(written..).unwrap_or(""));
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_way_to_write_them() {
        let found = |html: &str| in_html(html).into_iter().map(|(range, letter)| (range, u32::from(letter))).collect();
        let one: Vec<_> = found("a&#17;b&#x1B &#00027x&#xFDD0;");
        assert_eq!(one, [(1..6, 0x11), (7..12, 0x1b), (13..20, 0x1b), (21..29, 0xfdd0)]);
        let none: Vec<(Range<usize>, u32)> = found("&#65;&#x9;&#10;&#128;&#0;&#xD800;&#99999999999999;&#;&#x&#");
        assert_eq!(none, []);
        assert_eq!(without("<b title=\"&#8;\">&#129;c"), "<b title=\"\u{fffd}\">\u{fffd}c");
    }
}
