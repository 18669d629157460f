//! A YAML text as a tree in which every node knows its bytes. Only walked when there is something to explain.
//!
//! The event parser's marks are character indices; they become byte offsets of the source here, once. Anchors and
//! aliases are not followed: an alias is a node of its own, so that nothing can grow.

use std::ops::Range;
use std::sync::Arc;

use saphyr_parser::{Event, Parser, ScalarStyle, Span};

use crate::source::{self, Source};

/// Deeper nesting than this is refused; no model of ours is deeper than 8.
const MAX_DEPTH: usize = 64;

/// A node and where it stands.
#[derive(Debug)]
pub(super) struct Node {
    /// Bytes of the source.
    pub(super) span: Range<usize>,
    /// Bytes of its key, when it is the value of one.
    pub(super) key: Option<Range<usize>>,
    /// What it is.
    pub(super) value: Value,
}

/// What a node is.
#[derive(Debug)]
pub(super) enum Value {
    /// A single value; `plain` when it has no quotes.
    Scalar { text: String, plain: bool },
    /// A list.
    List(Vec<Node>),
    /// Entries in the order of the file, with repeated keys.
    Map(Vec<(String, Node)>),
    /// An alias.
    Alias,
}

/// Why there is no tree.
#[derive(Debug)]
pub(super) struct Failure {
    /// Byte offset in the source.
    pub(super) at: usize,
    /// The parser's words.
    pub(super) words: String,
}

impl Node {
    /// Whether nothing stands there: an empty plain scalar, `~` or `null`.
    pub(super) fn is_null(&self) -> bool {
        matches!(&self.value, Value::Scalar { text, plain: true } if matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL"))
    }

    /// The node at a path whose keys may have either of two names.
    pub(super) fn named(&self, path: &[(String, Option<&str>)]) -> Option<&Node> {
        let mut node = self;
        for (name, alias) in path {
            node = match (&node.value, name.strip_suffix(']')) {
                (Value::List(items), Some(index)) => items.get(index.parse::<usize>().ok()?)?,
                (Value::Map(entries), None) => {
                    let wanted = |key: &str| key == name || Some(key) == *alias;
                    entries.iter().find(|(key, _)| wanted(key)).map(|(_, node)| node)?
                }
                _ => return None,
            };
        }
        Some(node)
    }

    /// Where the first alias stands that the node holds.
    pub(super) fn first_alias(&self) -> Option<usize> {
        match &self.value {
            Value::Alias => Some(self.span.start),
            Value::List(items) => items.iter().find_map(Node::first_alias),
            Value::Map(entries) => entries.iter().find_map(|(_, node)| node.first_alias()),
            Value::Scalar { .. } => None,
        }
    }

    /// The node at a path such as `people[1].person`.
    pub(super) fn at(&self, path: &str) -> Option<&Node> {
        let mut node = self;
        for part in path.split(['.', '[']).filter(|part| !part.is_empty()) {
            node = match (&node.value, part.strip_suffix(']')) {
                (Value::List(items), Some(index)) => items.get(index.parse::<usize>().ok()?)?,
                (Value::Map(entries), None) => entries.iter().find(|(key, _)| key == part).map(|(_, node)| node)?,
                _ => return None,
            };
        }
        Some(node)
    }
}

/// Keys and values that hold a character which no page may hold and which is not in the text itself.
pub(super) fn forbidden(source: &Arc<Source>, range: Range<usize>) -> Vec<(Range<usize>, char)> {
    let text = source.slice(range.clone());
    let offsets = Offsets::new(text, range.start);
    let scalars = Parser::new_from_str(text).map_while(Result::ok).filter_map(|(event, span)| match event {
        Event::Scalar(value, ..) => Some((source::forbidden(&value)?.1, offsets.bytes(span))),
        _ => None,
    });
    scalars.filter(|(odd, span)| !source.slice(span.clone()).contains(*odd)).map(|(odd, span)| (span, odd)).collect()
}

/// Parses the YAML in `range` of `source`.
pub(super) fn parse(source: &Arc<Source>, range: Range<usize>) -> Result<Node, Failure> {
    let text = source.slice(range.clone());
    let offsets = Offsets::new(text, range.start);
    let mut events = Vec::new();
    for event in Parser::new_from_str(text) {
        match event {
            // The parser's spans of blocks end where the next line begins.
            Ok((event, span)) => events.push((event, without_end(source, offsets.bytes(span)))),
            Err(error) => {
                return Err(Failure { at: offsets.byte(error.marker().index()), words: error.info().to_owned() });
            }
        }
    }
    let documents = events.iter().filter(|(event, _)| matches!(event, Event::DocumentStart(_))).count();
    if documents > 1 {
        let second = events.iter().filter(|(event, _)| matches!(event, Event::DocumentStart(_))).nth(1);
        let at = second.map_or(range.start, |(_, span)| span.start);
        return Err(Failure { at, words: "more than one document".to_owned() });
    }
    let mut tree = Builder { events: events.into_iter(), end: range.end };
    tree.root().unwrap_or_else(|| {
        Ok(Node { span: range.clone(), key: None, value: Value::Scalar { text: String::new(), plain: true } })
    })
}

/// A span without the white space at its end.
fn without_end(source: &Source, span: Range<usize>) -> Range<usize> {
    let text = source.slice(span.clone());
    span.start..span.start + text.trim_end().len()
}

struct Builder<'a> {
    events: std::vec::IntoIter<(Event<'a>, Range<usize>)>,
    end: usize,
}

impl Builder<'_> {
    /// The span of a list or map: to its bracket where it has one, else to the end of what it holds.
    fn span_of(&self, start: usize, end: &Range<usize>, last: Option<&Node>) -> Range<usize> {
        let end = match last {
            // The end of a block is an empty span at the start of whatever comes next.
            Some(last) if end.is_empty() => last.span.end,
            Some(last) => last.span.end.max(end.end),
            None => end.end,
        };
        start..end.min(self.end).max(start)
    }

    fn root(&mut self) -> Option<Result<Node, Failure>> {
        loop {
            match self.events.next()? {
                (Event::StreamStart | Event::DocumentStart(_) | Event::Nothing, _) => {}
                (Event::StreamEnd | Event::DocumentEnd, _) => return None,
                (event, span) => return Some(self.node(event, span, None, 0)),
            }
        }
    }

    fn node(
        &mut self,
        event: Event<'_>,
        span: Range<usize>,
        key: Option<Range<usize>>,
        depth: usize,
    ) -> Result<Node, Failure> {
        if depth > MAX_DEPTH {
            return Err(Failure { at: span.start, words: "nested too deeply".to_owned() });
        }
        let start = span.start;
        match event {
            Event::Scalar(text, style, _, _) => {
                let plain = matches!(style, ScalarStyle::Plain);
                Ok(Node { span, key, value: Value::Scalar { text: text.into_owned(), plain } })
            }
            Event::SequenceStart(..) => {
                let mut items = Vec::new();
                loop {
                    match self.events.next() {
                        Some((Event::SequenceEnd, span)) => {
                            return Ok(Node {
                                span: self.span_of(start, &span, items.last()),
                                key,
                                value: Value::List(items),
                            });
                        }
                        Some((event, span)) => items.push(self.node(event, span, None, depth + 1)?),
                        None => return Err(Failure { at: self.end, words: "unexpected end".to_owned() }),
                    }
                }
            }
            Event::MappingStart(..) => {
                let mut entries: Vec<(String, Node)> = Vec::new();
                loop {
                    let (name, name_span) = match self.events.next() {
                        Some((Event::MappingEnd, span)) => {
                            let last = entries.last().map(|(_, last)| last);
                            return Ok(Node {
                                span: self.span_of(start, &span, last),
                                key,
                                value: Value::Map(entries),
                            });
                        }
                        Some((Event::Scalar(text, ..), span)) => (text.into_owned(), span),
                        Some((event, span)) => {
                            let key = self.node(event, span, None, depth + 1)?;
                            (String::new(), key.span)
                        }
                        None => return Err(Failure { at: self.end, words: "unexpected end".to_owned() }),
                    };
                    let Some((event, span)) = self.events.next() else {
                        return Err(Failure { at: self.end, words: "unexpected end".to_owned() });
                    };
                    let value = self.node(event, span, Some(name_span), depth + 1)?;
                    entries.push((name, value));
                }
            }
            _ => Ok(Node { span, key, value: Value::Alias }),
        }
    }
}

/// Character index → byte offset.
struct Offsets {
    /// Byte offset of each character; empty when the text is ASCII and both are the same.
    bytes: Vec<usize>,
    base: usize,
    length: usize,
}

impl Offsets {
    fn new(text: &str, base: usize) -> Offsets {
        let bytes = if text.is_ascii() { Vec::new() } else { text.char_indices().map(|(at, _)| at).collect() };
        Offsets { bytes, base, length: text.len() }
    }

    fn byte(&self, character: usize) -> usize {
        let at =
            if self.bytes.is_empty() { character } else { self.bytes.get(character).copied().unwrap_or(self.length) };
        self.base + at.min(self.length)
    }

    fn bytes(&self, span: Span) -> Range<usize> {
        self.byte(span.start.index())..self.byte(span.end.index())
    }
}
