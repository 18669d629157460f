//! Component calls in a body: `{{<figure src="a.jpg" alt="…"/>}}`, and `{{<note kind="info">}} … {{</note>}}` around Markdown.
//!
//! A Markdown parser would tear such a call into text and raw HTML. So calls are found by a scan of our own, and every tag of a
//! call is overwritten, in a copy of the text, by an HTML declaration of the same length: it is a block of its own, it ends a
//! paragraph, and all places in the copy are places in the source. What stands between two tags stays where it is and
//! is Markdown like the rest. Whether a component exists and takes these arguments is decided where components are known.

mod mask;
mod tag;

use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use mask::{Mark, Side, marks, masked};

use mask::mask;
use tag::{Reader, Tag};

use crate::diagnostic::{Code, Diagnostic};
use crate::source::Source;

/// Calls inside calls, at most.
pub const MAX_DEPTH: usize = 10;

/// What opens every tag of a call.
const OPEN: &str = "{{<";
/// What ends one that a body or nothing follows.
const CLOSE: &str = ">}}";
/// What ends a call without a body.
const CLOSE_WHOLE: &str = "/>}}";

/// A call of a component.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ComponentCall {
    /// The component's name as written.
    pub name: String,
    /// Where the name stands.
    pub name_span: Range<usize>,
    /// In the order written, each name once.
    pub arguments: Vec<Argument>,
    /// What stands between the tags; none for `{{<name/>}}`.
    pub body: Option<Range<usize>>,
    /// From the first `{{<` to the last `>}}`.
    pub span: Range<usize>,
}

/// One argument of a call.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Argument {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: Literal,
    /// Where the value stands, with its quotes.
    pub span: Range<usize>,
    /// Where the name stands.
    pub name_span: Range<usize>,
}

/// A value that a writer may give.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Literal {
    /// `"text"`; `\"`, `\\` and `\n` stand for quote, backslash and newline.
    Text(String),
    /// `3`
    Integer(i64),
    /// `0.5`
    Float(f64),
    /// `true` or `false`
    Boolean(bool),
}

/// Why a call does not parse. Its [`word`](Reason::word) chooses the text of the message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// No closing tag follows.
    Unclosed,
    /// No `>}}` ends the tag.
    OpenTag,
    /// A text without its closing quotation mark.
    OpenText,
    /// Something stands in the tag that does not belong there.
    Junk,
    /// No name after `{{<`.
    BadName,
    /// A value that is no text, number or truth value.
    BadLiteral,
    /// An argument twice.
    Duplicate,
    /// Text beside the call on its line.
    NotAlone,
    /// A closing tag without its opening one.
    Unopened,
    /// The two tags stand in different lists, quotes or other blocks.
    Crossing,
    /// More than [`MAX_DEPTH`] calls inside one another.
    TooDeep,
    /// Text begins beside the opening tag where there is no room to tell them apart.
    OwnLine,
}

impl Reason {
    /// The word that the message tells apart.
    pub fn word(self) -> &'static str {
        match self {
            Reason::Unclosed => "unclosed",
            Reason::OpenTag => "open-tag",
            Reason::OpenText => "open-text",
            Reason::Junk => "junk",
            Reason::BadName => "bad-name",
            Reason::BadLiteral => "bad-literal",
            Reason::Duplicate => "duplicate",
            Reason::NotAlone => "not-alone",
            Reason::Unopened => "unopened",
            Reason::Crossing => "crossing",
            Reason::TooDeep => "too-deep",
            Reason::OwnLine => "own-line",
        }
    }
}

/// A call that is not one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) reason: Reason,
    /// The name or the odd text, for the message.
    pub(super) what: String,
    pub(super) span: Range<usize>,
}

impl Fault {
    pub(super) fn diagnostic(self, source: &Arc<Source>) -> Diagnostic {
        let mended = (self.reason == Reason::BadLiteral).then(|| quoted(&self.what)).flatten();
        Diagnostic::at(Code::ComponentSyntax, source, self.span)
            .with("reason", self.reason.word())
            .with("what", self.what)
            .suggesting(mended)
    }
}

/// A word that was meant as a text, in the quotes that a text needs.
fn quoted(word: &str) -> Option<String> {
    let plain = word.trim_matches(['“', '”', '„', '‘', '’', '\'', '"']);
    (!plain.is_empty() && !plain.contains(['"', '\\', '='])).then(|| format!("\"{plain}\""))
}

/// What a scan finds.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// By the place of the opening tag; calls inside calls follow the call that holds them.
    pub(super) calls: Vec<ComponentCall>,
    /// Tags that belong to no call: blanked, so that one mistake gives one message.
    pub(super) broken: Vec<Range<usize>>,
    pub(super) faults: Vec<Fault>,
    /// What opens a call behind a backslash, with the backslash: printed as it stands.
    pub(super) escaped: Vec<Range<usize>>,
}

/// Whether `text` may hold a call at all: cheap, and false for nearly every body.
pub fn may_hold_calls(text: &str) -> bool {
    text.contains(OPEN)
}

/// Finds the calls in `range` of `text` outside `code` (ranges in order).
pub(super) fn scan(text: &str, range: Range<usize>, code: &[Range<usize>]) -> Found {
    let mut found = Found::default();
    // Calls whose closing tag is awaited: index of the call (none when it is broken), its name, its opening tag.
    let mut open: Vec<(Option<usize>, String, Range<usize>)> = Vec::new();
    let mut at = range.start;
    while let Some(start) = text.get(at..range.end).and_then(|rest| rest.find(OPEN)).map(|offset| at + offset) {
        let behind = code.partition_point(|code| code.end <= start);
        if let Some(code) = code.get(behind).filter(|code| code.start <= start) {
            at = code.end;
            continue;
        }
        at = start + OPEN.len();
        if is_escaped(text, range.start, start) {
            found.escaped.push(start - 1..start + OPEN.len());
            continue;
        }
        let tag = match (Reader { text, at, end: range.end }).tag(start) {
            Ok(tag) => tag,
            Err(fault) => {
                at = end_of_broken(text, fault.span.start.max(at), range.end);
                found.broken.push(start..at);
                found.faults.push(fault);
                continue;
            }
        };
        let span = start..tag.end;
        at = tag.end;
        for duplicate in &tag.duplicates {
            found.fault(Reason::Duplicate, text.get(duplicate.clone()).unwrap_or(""), duplicate.clone());
        }
        if tag.closing {
            found.close(text, &mut open, &tag, span, range.clone());
            continue;
        }
        let alone = is_first(text, range.start, start) && (!tag.whole || is_last(text, tag.end, range.end));
        let reason = if !alone {
            Some(Reason::NotAlone)
        } else if open.len() >= MAX_DEPTH {
            Some(Reason::TooDeep)
        } else if !tag.whole && mask(text, &span, Side::Open).is_none() {
            Some(Reason::OwnLine)
        } else {
            None
        };
        if let Some(reason) = reason {
            found.fault(reason, &tag.name, span.clone());
            found.broken.push(span.clone());
            // Remembered so that its closing tag is not reported too; within bounds, or hostile input costs a square.
            if !tag.whole && open.len() < 10 * MAX_DEPTH {
                open.push((None, tag.name, span));
            }
            continue;
        }
        if !tag.whole {
            open.push((Some(found.calls.len()), tag.name.clone(), span.clone()));
        }
        found.calls.push(ComponentCall {
            name: tag.name,
            name_span: tag.name_span,
            arguments: tag.arguments,
            body: None,
            span,
        });
    }
    let dead = open.into_iter().filter_map(|unclosed| found.unclosed(unclosed)).collect::<Vec<_>>();
    found.remove(&dead);
    found.calls.retain(|call| !call.span.is_empty());
    found.broken.sort_unstable_by_key(|range| range.start);
    found
}

impl Found {
    fn fault(&mut self, reason: Reason, what: &str, span: Range<usize>) {
        self.faults.push(Fault { reason, what: what.to_owned(), span });
    }

    /// Ties a closing tag to its opening one.
    fn close(
        &mut self,
        text: &str,
        open: &mut Vec<(Option<usize>, String, Range<usize>)>,
        tag: &Tag,
        span: Range<usize>,
        range: Range<usize>,
    ) {
        let Some(opening) = open.iter().rposition(|(_, name, _)| *name == tag.name) else {
            self.fault(Reason::Unopened, &tag.name, span.clone());
            self.broken.push(span);
            return;
        };
        // What was opened later and not closed is unclosed.
        let unclosed: Vec<_> = open.drain(opening + 1..).collect();
        let mut dead: Vec<usize> = unclosed.into_iter().filter_map(|unclosed| self.unclosed(unclosed)).collect();
        let Some((call, name, open_tag)) = open.pop() else { return };
        let reason = if !is_last(text, span.end, range.end) {
            Some(Reason::NotAlone)
        } else if mask(text, &span, Side::Close).is_none() {
            Some(Reason::OwnLine)
        } else {
            None
        };
        match (call, reason) {
            (Some(call), None) => {
                if let Some(call) = self.calls.get_mut(call) {
                    call.body = Some(open_tag.end..span.start);
                    call.span.end = span.end;
                }
            }
            (Some(call), Some(reason)) => {
                self.fault(reason, &name, span.clone());
                self.broken.extend([open_tag, span]);
                dead.push(call);
            }
            // The opening tag was reported already.
            (None, _) => self.broken.push(span),
        }
        self.remove(&dead);
    }

    /// Reports an opening tag without closing one; gives the call that is none.
    fn unclosed(&mut self, (call, name, tag): (Option<usize>, String, Range<usize>)) -> Option<usize> {
        let call = call?;
        self.fault(Reason::Unclosed, &name, tag.clone());
        self.broken.push(tag);
        Some(call)
    }

    /// Empties the span of calls that are none; they are dropped at the end, since the open calls are known by index.
    fn remove(&mut self, dead: &[usize]) {
        for index in dead {
            if let Some(call) = self.calls.get_mut(*index) {
                call.span = 0..0;
            }
        }
    }
}

/// Whether only white space stands before `at` on its line.
fn is_first(text: &str, from: usize, at: usize) -> bool {
    let before = text.get(from..at).unwrap_or("").trim_end_matches([' ', '\t']);
    before.is_empty() || before.ends_with('\n')
}

/// Whether only white space follows `at` on its line.
fn is_last(text: &str, at: usize, end: usize) -> bool {
    let after = text.get(at..end).unwrap_or("").trim_start_matches([' ', '\t', '\r']);
    after.is_empty() || after.starts_with('\n')
}

/// Where to go on after a tag that does not parse: behind the next `>}}` of this line, or at the line's end.
fn end_of_broken(text: &str, at: usize, end: usize) -> usize {
    let rest = text.get(at..end).unwrap_or("");
    for (offset, character) in rest.char_indices() {
        match character {
            '\n' => return at + offset,
            '>' if rest.get(offset..).is_some_and(|rest| rest.starts_with(CLOSE)) => return at + offset + CLOSE.len(),
            _ => {}
        }
    }
    end
}

/// Whether an odd number of backslashes stands before `at`: then Markdown prints the brace.
fn is_escaped(text: &str, from: usize, at: usize) -> bool {
    let before = text.get(from..at).unwrap_or("");
    (before.len() - before.trim_end_matches('\\').len()) % 2 == 1
}

#[cfg(test)]
mod tests;
