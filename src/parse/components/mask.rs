//! What stands for the tags of calls in the copy of a text that the Markdown parser reads.

use std::borrow::Cow;
use std::ops::Range;

use super::{ComponentCall, is_first, is_last};

/// The shortest declaration that is a block: `<!W>`.
const SHORTEST_MASK: usize = 4;

/// A tag of a call and what stands for it in the copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The tag in the source.
    pub tag: Range<usize>,
    /// Which call, as an index of `Body::components`.
    pub call: usize,
    /// Opening, closing, or both in one.
    pub side: Side,
    /// Where the declaration begins that stands for the tag.
    pub at: usize,
}

/// Which end of a call a tag is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// `{{<name …>}}`
    Open,
    /// `{{</name>}}`
    Close,
    /// `{{<name …/>}}`
    Whole,
}

/// The tags of `calls`, in order.
pub fn marks(text: &str, calls: &[ComponentCall]) -> Vec<Mark> {
    let mut marks = Vec::with_capacity(calls.len() * 2);
    for (index, call) in calls.iter().enumerate() {
        let sides = match &call.body {
            None => vec![(call.span.clone(), Side::Whole)],
            Some(body) => vec![(call.span.start..body.start, Side::Open), (body.end..call.span.end, Side::Close)],
        };
        marks.extend(sides.into_iter().filter_map(|(tag, side)| {
            let offset = mask(text, &tag, side)?.find('<')?;
            Some(Mark { at: tag.start + offset, tag, call: index, side })
        }));
    }
    marks.sort_unstable_by_key(|mark| mark.tag.start);
    marks
}

/// `range` of `text` with every tag of `marks` overwritten by a declaration, `broken` by spaces, and in what is `escaped` the
/// backslash before the sign that would begin HTML.
pub fn masked<'t>(
    text: &'t str,
    range: Range<usize>,
    marks: &[Mark],
    broken: &[Range<usize>],
    escaped: &[Range<usize>],
) -> Cow<'t, str> {
    let Some(body) = text.get(range.clone()) else { return Cow::Borrowed("") };
    if marks.is_empty() && broken.is_empty() && escaped.is_empty() {
        return Cow::Borrowed(body);
    }
    let mut bytes = body.as_bytes().to_vec();
    let mut write = |tag: &Range<usize>, with: &[u8]| {
        let place = tag.start.checked_sub(range.start).zip(tag.end.checked_sub(range.start));
        if let Some(target) = place.and_then(|(start, end)| bytes.get_mut(start..end)).filter(|t| t.len() == with.len())
        {
            target.copy_from_slice(with);
        }
    };
    for mark in marks {
        if let Some(with) = mask(text, &mark.tag, mark.side) {
            write(&mark.tag, with.as_bytes());
        }
    }
    for tag in broken {
        write(tag, " ".repeat(tag.len()).as_bytes());
    }
    for opening in escaped {
        write(opening, b"{{\\<");
    }
    // Only whole characters are overwritten, so this always holds.
    String::from_utf8(bytes).map_or(Cow::Borrowed(body), Cow::Owned)
}

/// What stands for a tag: as long as it, with a line break on the side where the body shares its line. None where it has no room.
pub(super) fn mask(text: &str, tag: &Range<usize>, side: Side) -> Option<String> {
    let shares_line = match side {
        Side::Open => !is_last(text, tag.end, text.len()),
        Side::Close => !is_first(text, 0, tag.start),
        Side::Whole => false,
    };
    // The body's first line is indented like the call, or it would leave the list that the call stands in.
    let indent = if shares_line { indent(text, tag.start) } else { "" };
    let fill = tag.len().checked_sub(SHORTEST_MASK + usize::from(shares_line) + indent.len())?;
    let fill = "x".repeat(fill);
    Some(match (shares_line, side) {
        (true, Side::Open) => format!("<!W{fill}>\n{indent}"),
        (true, _) => format!("\n{indent}<!W{fill}>"),
        (false, _) => format!("<!W{fill}>"),
    })
}

/// The white space at the start of the line of `at`.
fn indent(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or("");
    let line = before.rfind('\n').and_then(|newline| before.get(newline + 1..)).unwrap_or(before);
    line.get(..line.len() - line.trim_start_matches([' ', '\t']).len()).unwrap_or("")
}
