//! Holds a YAML text against a shape and reports every difference at its place. Runs only after the typed read failed.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::Unread;
use super::fields::{Field, RecordShape, Required, Shape};
use super::marked::{self, Node, Value};
use super::scalars::Problem;
use crate::diagnostic::{Argument, Code, Diagnostic, Diagnostics, nearest};
use crate::locale::date::{DateProblem, Impossible};
use crate::source::{Location, Source};

/// What is wrong with a YAML text.
pub(super) struct Explained {
    /// All mistakes.
    pub(super) found: Diagnostics,
    /// Which bytes, counted from the start of the text, to leave out to read the rest.
    pub(super) wrong: Vec<Range<usize>>,
    /// What stands in them.
    pub(super) unread: Unread,
}

/// All mistakes of the YAML in `range`. `error` is what the typed read said; without one it succeeded, and a record lacks a key.
pub(super) fn explain(
    source: &Arc<Source>,
    range: Range<usize>,
    shape: &Shape,
    error: Option<&serde_yaml::Error>,
) -> Explained {
    let all = |found: Diagnostics| Explained {
        found,
        wrong: std::iter::once(0..range.len()).collect(),
        unread: Unread { all: true, ..Unread::default() },
    };
    let root = match marked::parse(source, range.clone()) {
        Ok(root) => root,
        Err(failure) => return all(syntax(source, failure.at, &failure.words).into()),
    };
    let mut walk = Walk { source, found: Diagnostics::new(), unread: Unread::default() };
    let wrong = walk.root(&root, shape, &range);
    if let Some(error) = error.filter(|_| walk.found.is_empty()) {
        // Our walk is content and the parser is not: aliases out of bounds, an unknown anchor, a merge key.
        let at = error.location().map_or(range.start, |location| range.start + location.index());
        return all(syntax(source, at, &error.to_string()).into());
    }
    Explained { found: walk.found, wrong, unread: walk.unread }
}

/// What the parser says about text that is no YAML, put as a writer would need it.
pub(super) fn syntax(source: &Arc<Source>, at: usize, words: &str) -> Diagnostic {
    let line = line_at(source, at);
    let text = source.slice(line.clone());
    let problem = if words.contains("more than one document") {
        "documents"
    } else if words.contains("deep") || words.contains("recursion") || words.contains("repetition") {
        "depth"
    } else if words.contains("tab") || text.starts_with('\t') {
        "tab"
    } else if words.contains("quote") || words.contains("unexpected end of stream") || words.contains("end of input") {
        "quote"
    } else if words.contains("mapping values are not allowed") || text.matches(": ").count() > 1 {
        "colon"
    } else {
        "other"
    };
    let span = if matches!(problem, "documents" | "colon") { line } else { at..at + 1 };
    Diagnostic::at(Code::YamlSyntax, source, span).with("problem", problem).with("words", words)
}

fn line_at(source: &Arc<Source>, at: usize) -> Range<usize> {
    let (line, _) = source.line_column(at);
    let mut start = 0;
    for (number, text) in source.text.split('\n').enumerate() {
        if number + 1 == line {
            return start..start + text.trim_end().len();
        }
        start += text.len() + 1;
    }
    at..at
}

struct Walk<'a> {
    source: &'a Arc<Source>,
    found: Diagnostics,
    unread: Unread,
}

impl Walk<'_> {
    /// Walks the top level and says which of its entries hold a mistake.
    fn root(&mut self, root: &Node, shape: &Shape, range: &Range<usize>) -> Vec<Range<usize>> {
        let (Value::Map(entries), Shape::Record(_) | Shape::Map(_)) = (&root.value, shape) else {
            self.node(root, shape);
            self.unread.all = !self.found.is_empty();
            let whole = 0..range.len();
            return if self.unread.all { Vec::from([whole]) } else { Vec::new() };
        };
        let starts: Vec<usize> = entries.iter().map(|(_, node)| node.key.as_ref().map_or(0, |key| key.start)).collect();
        let mut wrong = Vec::new();
        let mut seen = BTreeMap::new();
        for (index, (name, node)) in entries.iter().enumerate() {
            let before = self.found.iter().count();
            self.entry(name, node, shape, &mut seen);
            if self.found.iter().count() > before {
                if let Shape::Record(record) = shape {
                    self.unread.fields.extend(meant(record, name).map(|field| field.name));
                }
                let start = starts.get(index).copied().unwrap_or(range.start);
                let end = starts.get(index + 1).copied().unwrap_or(range.end);
                wrong.push(start.saturating_sub(range.start)..end.saturating_sub(range.start));
            }
        }
        wrong
    }

    fn node(&mut self, node: &Node, shape: &Shape) {
        if node.is_null() {
            return;
        }
        match (shape, &node.value) {
            (Shape::Free, _) | (_, Value::Alias) => {}
            (Shape::Scalar { name, check, .. }, Value::Scalar { text, .. }) => {
                if let Err(problem) = check(text) {
                    self.found.push(self.problem(node, name, text, &problem));
                }
            }
            (Shape::List(item), Value::List(nodes)) => {
                for node in nodes {
                    self.node(node, item);
                }
            }
            (Shape::Map(_) | Shape::Record(_), Value::Map(entries)) => {
                let mut seen = BTreeMap::new();
                for (name, node) in entries {
                    self.entry(name, node, shape, &mut seen);
                }
                if let Shape::Record(record) = shape {
                    self.required(node, record, &seen);
                }
            }
            (Shape::ListOrMap(item), Value::List(nodes)) => {
                for node in nodes {
                    self.node(node, item);
                }
            }
            (Shape::ListOrMap(item), Value::Map(entries)) => {
                for node in entries.iter().flat_map(|(_, node)| match &node.value {
                    Value::List(nodes) => nodes.iter(),
                    _ => std::slice::from_ref(node).iter(),
                }) {
                    self.node(node, item);
                }
            }
            (Shape::Either(one, _), Value::Scalar { .. }) => self.node(node, one),
            (Shape::Either(_, record), _) => self.node(node, record),
            (shape, value) => {
                let found = Diagnostic::at(Code::WrongShape, self.source, node.span.clone())
                    .with("expected", expected(shape))
                    .with("found", found(value));
                self.found.push(found);
            }
        }
    }

    fn entry<'n>(&mut self, name: &'n str, node: &'n Node, shape: &Shape, seen: &mut BTreeMap<&'n str, &'n Node>) {
        let key = node.key.clone().unwrap_or_else(|| node.span.clone());
        let (canonical, value_shape) = match shape {
            Shape::Record(record) => {
                let Some(field) = record.named(name) else {
                    let known: Vec<&str> = record.keys().collect();
                    let nearest = nearest(name, known.iter().copied());
                    let unknown = Diagnostic::at(Code::UnknownKey, self.source, key)
                        .with("key", name)
                        .with("known", known.join(", "))
                        .suggesting(nearest);
                    self.found.push(unknown);
                    return;
                };
                (field.name, (field.shape)())
            }
            Shape::Map(value) => {
                self.duplicate(name, &key, seen.get(name).copied());
                seen.entry(name).or_insert(node);
                self.node(node, value);
                return;
            }
            _ => return,
        };
        self.duplicate(name, &key, seen.get(canonical).copied());
        seen.entry(canonical).or_insert(node);
        self.node(node, &value_shape);
    }

    /// Reports the required keys that a record lacks, unless one that stands there was meant to be it.
    fn required(&mut self, node: &Node, record: &RecordShape, seen: &BTreeMap<&str, &Node>) {
        let Value::Map(entries) = &node.value else { return };
        let stands = |name: &str| seen.get(name).is_some_and(|node| !node.is_null());
        for field in record.fields() {
            let missing = match field.required {
                Required::No => false,
                Required::Yes => !stands(field.name),
                Required::Unless(other) => !stands(field.name) && !stands(other),
            };
            let misspelt = |name: &str| {
                record.named(name).is_none() && meant(record, name).is_some_and(|meant| meant.name == field.name)
            };
            if missing && !entries.iter().any(|(name, _)| misspelt(name)) {
                let key = Argument::Key(field.name.to_owned(), field.alias.unwrap_or(field.name).to_owned());
                let place = first_line(self.source, node.span.clone());
                self.found.push(Diagnostic::at(Code::MissingKey, self.source, place).with("key", key));
            }
        }
    }

    fn duplicate(&mut self, name: &str, key: &Range<usize>, first: Option<&Node>) {
        if let Some(first) = first {
            let place = first.key.clone().unwrap_or_else(|| first.span.clone());
            let duplicate = Diagnostic::at(Code::DuplicateKey, self.source, key.clone())
                .with("key", name)
                .with("first", self.source.slice(place.clone()))
                .related(Location::new(self.source, place));
            self.found.push(duplicate);
        }
    }

    fn problem(&self, node: &Node, name: &str, text: &str, problem: &Problem) -> Diagnostic {
        let at = |code| Diagnostic::at(code, self.source, node.span.clone()).with("value", text);
        match problem {
            Problem::Date(problem) => date_problem(at, problem),
            Problem::NotOneOf(words) => {
                at(Code::UnknownWord).with("words", words.join(", ")).suggesting(nearest(text, words.iter().copied()))
            }
            other => at(Code::BadValue).with("type", name).with("problem", other.name()),
        }
    }
}

/// The diagnostic for text that is not a date; `at` makes one of a code at the text's place.
fn date_problem(at: impl Fn(Code) -> Diagnostic, problem: &DateProblem) -> Diagnostic {
    match problem {
        DateProblem::Ambiguous { readings } => {
            at(Code::AmbiguousDate).with("first", readings.0.as_str()).with("second", readings.1.as_str())
        }
        DateProblem::DayMonthDigits { reading } => {
            at(Code::NotADate).with("problem", "digits").suggesting(Some(reading.as_str()))
        }
        DateProblem::Impossible(what) => match what {
            Impossible::Day { year, month, last, .. } => {
                at(Code::ImpossibleDate).with("problem", "day").with("last", format!("{year:04}-{month:02}-{last:02}"))
            }
            Impossible::Month { .. } => at(Code::ImpossibleDate).with("problem", "month"),
            Impossible::Year { .. } => at(Code::ImpossibleDate).with("problem", "year"),
            Impossible::Time { .. } => at(Code::ImpossibleDate).with("problem", "time"),
            Impossible::SkippedTime { zone, .. } => {
                at(Code::ImpossibleDate).with("problem", "skipped").with("zone", zone.as_str())
            }
        },
        DateProblem::WrongWeekday { written, right, date } => at(Code::WrongWeekday)
            .with("date", date.to_string())
            .with("written", written.as_str())
            .with("right", *right),
        DateProblem::UnknownMonth { word, nearest } => {
            at(Code::NotADate).with("problem", "month").with("word", word.as_str()).suggesting(*nearest)
        }
        DateProblem::UnknownWeekday { word, nearest } => {
            at(Code::NotADate).with("problem", "weekday").with("word", word.as_str()).suggesting(*nearest)
        }
        DateProblem::UnknownZone(error) => {
            at(Code::UnknownZone).suggesting(error.suggestions.first().map(String::as_str))
        }
        DateProblem::NotADate => at(Code::NotADate).with("problem", "other"),
    }
}

impl Problem {
    /// Which message variant words it.
    fn name(&self) -> &'static str {
        match self {
            Problem::Empty => "empty",
            Problem::SeveralLines => "several-lines",
            Problem::NotANumber => "not-a-number",
            Problem::NotABoolean => "not-a-flag",
            Problem::NotOneOf(_) => "not-one-of",
            Problem::NotAnId => "not-an-id",
            Problem::NotAColor => "not-a-color",
            Problem::NotAnAddress => "not-an-address",
            Problem::NotASitePath => "not-a-site-path",
            Problem::Date(_) => "not-a-date",
        }
    }
}

/// The field that a key names, or the one that it nearly names.
fn meant(record: &RecordShape, key: &str) -> Option<&'static Field> {
    record.named(key).or_else(|| record.named(nearest(key, record.keys())?))
}

/// A place as far as its first line.
fn first_line(source: &Arc<Source>, span: Range<usize>) -> Range<usize> {
    let line = source.slice(span.clone()).split('\n').next().unwrap_or("");
    span.start..span.start + line.trim_end().len()
}

/// The name of what is expected, chosen by the messages.
fn expected(shape: &Shape) -> &'static str {
    match shape {
        Shape::Scalar { .. } => "scalar",
        Shape::List(_) | Shape::ListOrMap(_) => "list",
        Shape::Map(_) | Shape::Record(_) => "map",
        Shape::Either(..) => "either",
        Shape::Free => "free",
    }
}

fn found(value: &Value) -> &'static str {
    match value {
        Value::Scalar { .. } => "scalar",
        Value::List(_) => "list",
        Value::Map(_) => "map",
        Value::Alias => "alias",
    }
}
