//! Holds a YAML text against a shape and reports every difference at its place. Runs only after the typed read failed.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::Unread;
use super::dates;
use super::examples;
use super::fields::{Field, RecordShape, Required, Shape};
use super::marked::{self, Node, Value};
use super::scalars::{Form, Pattern, Problem, Scalar, SitePath, Word};
use super::syntax;
use crate::diagnostic::{Argument, Code, Diagnostic, Diagnostics, nearest, slipped};
use crate::locale::slug::slugify;
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
    let length = range.len();
    let all = |found: Diagnostics| Explained {
        found,
        wrong: std::iter::once(0..length).collect(),
        unread: Unread { all: true, ..Unread::default() },
    };
    let root = match marked::parse(source, range.clone()) {
        Ok(root) => root,
        Err(failure) => return all(syntax::explain(source, range.clone(), failure.at, &failure.words).into()),
    };
    let indonesian = speaks_indonesian(&root, shape);
    let mut walk = Walk { source, indonesian, found: Diagnostics::new(), unread: Unread::default() };
    let wrong = walk.root(&root, shape, &range);
    if let Some(error) = error.filter(|_| walk.found.is_empty()) {
        // Our walk is content and the parser is not: aliases out of bounds, an unknown anchor, a merge key.
        let at = error.location().map(|location| range.start + location.index());
        let at = at.or_else(|| root.first_alias()).unwrap_or(range.start);
        return all(syntax::explain(source, range, at, &error.to_string()).into());
    }
    Explained { found: walk.found, wrong, unread: walk.unread }
}

struct Walk<'a> {
    source: &'a Arc<Source>,
    /// Whether the writer uses the Indonesian names of keys.
    indonesian: bool,
    found: Diagnostics,
    unread: Unread,
}

impl Walk<'_> {
    /// Walks the top level and says which of its entries hold a mistake.
    fn root(&mut self, root: &Node, shape: &Shape, range: &Range<usize>) -> Vec<Range<usize>> {
        let (Value::Map(entries), Shape::Record(_) | Shape::Map(_)) = (&root.value, shape) else {
            match (&root.value, shape) {
                (value, Shape::Record(_)) if !root.is_null() => {
                    let place = first_line(self.source, root.span.clone());
                    let wrong = Diagnostic::at(Code::WrongShape, self.source, place).with("expected", "fields");
                    self.found.push(wrong.with("found", found(value)));
                }
                _ => self.node(root, shape),
            }
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
            (_, Value::Alias) => {}
            (Shape::Free, Value::List(nodes)) => nodes.iter().for_each(|node| self.node(node, shape)),
            (Shape::Free, Value::Map(entries)) => {
                // Any key may stand there, but only once.
                let mut seen: BTreeMap<&str, &Node> = BTreeMap::new();
                for (name, node) in entries {
                    let key = node.key.clone().unwrap_or_else(|| node.span.clone());
                    let first = seen.insert(name, node);
                    self.duplicate(name, &key, first);
                    self.node(node, shape);
                }
            }
            (Shape::Free, _) => {}
            (Shape::Scalar { name, check, form }, Value::Scalar { text, .. }) => {
                if let Err(problem) = check(text) {
                    let found = self.problem(node, name, text, &problem);
                    self.found.push(match form {
                        Form::Words(words) => found.with("words", in_both(words)),
                        _ => found,
                    });
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
            (Shape::Either(_, record), Value::Map(_)) => self.node(node, record),
            (shape, value) => {
                let place = first_line(self.source, node.span.clone());
                let found = Diagnostic::at(Code::WrongShape, self.source, place)
                    .with("expected", expected(shape))
                    .with("found", found(value));
                self.found.push(found.suggesting(self.reshaped(node, shape)));
            }
        }
    }

    fn entry<'n>(&mut self, name: &'n str, node: &'n Node, shape: &Shape, seen: &mut BTreeMap<&'n str, &'n Node>) {
        let key = node.key.clone().unwrap_or_else(|| node.span.clone());
        let (canonical, value_shape) = match shape {
            Shape::Record(record) => {
                let Some(field) = record.named(name) else {
                    self.found.push(self.unknown(name, key, record));
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

    fn unknown(&self, name: &str, key: Range<usize>, record: &RecordShape) -> Diagnostic {
        let listed = || record.fields().filter(|field| field.name != "extra");
        let english: Vec<&str> = listed().map(|field| field.name).collect();
        let indonesian: Vec<&str> = listed().map(|field| field.alias.unwrap_or(field.name)).collect();
        // Of two names that are near, the one in the writer's language was meant; a slip in the other names its field.
        let own = if self.indonesian { &indonesian } else { &english };
        let near = nearest(name, own.iter().copied()).or_else(|| {
            let other = if self.indonesian { slipped(name, record.keys()) } else { nearest(name, record.keys()) };
            let field = record.named(other?)?;
            Some(if self.indonesian { field.alias.unwrap_or(field.name) } else { other? })
        });
        let free = record.named("extra").is_some();
        Diagnostic::at(Code::UnknownKey, self.source, key)
            .with("key", name)
            .with("known", Argument::Key(english.join(", "), indonesian.join(", ")))
            .with("free", if free { "yes" } else { "no" })
            .with("belongs", "nowhere")
            .suggesting(near)
    }

    /// The entry as it would be right, where that can be told: a value in brackets or in braces.
    fn reshaped(&self, node: &Node, shape: &Shape) -> Option<String> {
        let key = self.source.slice(node.key.clone()?);
        let Value::Scalar { text, .. } = &node.value else { return None };
        let written = self.source.slice(node.span.clone());
        match shape {
            _ if text.contains('\n') || key.is_empty() => None,
            Shape::List(_) => Some(format!("{key}: [{written}]")),
            Shape::Record(record) => {
                let required = record.fields().find(|field| field.required != Required::No);
                let first = required.or_else(|| record.fields().next())?;
                let name = if self.indonesian { first.alias.unwrap_or(first.name) } else { first.name };
                Some(format!("{key}: {{ {name}: {written} }}"))
            }
            _ => None,
        }
    }

    /// Reports the required keys that a record lacks, unless one that stands there was meant to be it.
    fn required(&mut self, node: &Node, record: &RecordShape, seen: &BTreeMap<&str, &Node>) {
        let Value::Map(entries) = &node.value else { return };
        // Of a key that does not exist nobody knows what it was meant to be; it may be the one that is missing.
        if entries.iter().any(|(name, _)| record.named(name).is_none()) {
            return;
        }
        let stands = |name: &str| seen.get(name).is_some_and(|node| !node.is_null());
        for field in record.fields() {
            let missing = match field.required {
                Required::No => false,
                Required::Yes => !stands(field.name),
                Required::Unless(other) => !stands(field.name) && !stands(other),
            };
            if missing {
                let key = Argument::Key(field.name.to_owned(), field.alias.unwrap_or(field.name).to_owned());
                let place = first_line(self.source, node.span.clone());
                let missing = Diagnostic::at(Code::MissingKey, self.source, place).with("key", key);
                self.found.push(missing.with("example", examples::line(field, record)));
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
        let place = first_line(self.source, node.span.clone());
        let at = |code| Diagnostic::at(code, self.source, place.clone()).with("value", text.trim());
        match problem {
            Problem::Date(problem) => dates::explain(at, text.trim(), problem),
            Problem::NotOneOf(words) => {
                at(Code::UnknownWord).with("words", words.join(", ")).suggesting(nearest(text, words.iter().copied()))
            }
            other => {
                let problem = match (other, name) {
                    (Problem::NotAnId, "slug") => "not-a-slug",
                    (Problem::NotASitePath, "permalink") => "not-a-pattern",
                    (other, _) => other.name(),
                };
                at(Code::BadValue).with("type", name).with("problem", problem).suggesting(mended(
                    other,
                    name,
                    text.trim(),
                ))
            }
        }
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

/// Words of a closed list in English and in Indonesian.
fn in_both(words: &[Word]) -> Argument {
    let english: Vec<&str> = words.iter().map(|word| word.word).collect();
    let indonesian: Vec<&str> = words.iter().map(|word| *word.aliases.first().unwrap_or(&word.word)).collect();
    Argument::Key(english.join(", "), indonesian.join(", "))
}

/// The value as it was probably meant.
fn mended(problem: &Problem, name: &str, text: &str) -> Option<String> {
    match problem {
        Problem::NotANumber => {
            let digits: String = text.chars().filter(|letter| !matches!(letter, '.' | ',' | ' ' | '\'')).collect();
            let grouped = text.starts_with(|first: char| first.is_ascii_digit())
                && digits.bytes().all(|byte| byte.is_ascii_digit());
            (grouped && digits.len() < 19).then_some(digits)
        }
        Problem::NotAnId => Some(slugify(text)).filter(|slug| (1..=80).contains(&slug.len())),
        Problem::NotAnAddress if text.contains(char::is_whitespace) => None,
        Problem::NotAnAddress if text.contains('@') => Some(format!("mailto:{text}")),
        Problem::NotAnAddress => text.contains('.').then(|| format!("https://{text}")),
        Problem::NotASitePath => {
            let path =
                text.split_once("://").map_or(text, |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path));
            let path = format!("/{}/", path.trim_matches('/'));
            let sound = if name == "permalink" {
                Pattern::from_scalar(&path).is_ok()
            } else {
                SitePath::from_scalar(&path).is_ok()
            };
            (sound && path.len() > 2).then_some(path)
        }
        Problem::SeveralLines => {
            let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
            (line.chars().count() <= 100).then_some(line)
        }
        _ => None,
    }
}

/// Whether more of a file's keys have Indonesian names than English ones.
fn speaks_indonesian(root: &Node, shape: &Shape) -> bool {
    let (english, indonesian) = names_used(root, shape);
    indonesian > english
}

fn names_used(node: &Node, shape: &Shape) -> (usize, usize) {
    let mut used = (0, 0);
    let mut add = |(english, indonesian): (usize, usize)| used = (used.0 + english, used.1 + indonesian);
    match (shape, &node.value) {
        (Shape::List(item) | Shape::ListOrMap(item), Value::List(nodes)) => {
            nodes.iter().for_each(|node| add(names_used(node, item)));
        }
        (Shape::Map(item), Value::Map(entries)) => entries.iter().for_each(|(_, node)| add(names_used(node, item))),
        (Shape::Either(_, record), Value::Map(_)) => add(names_used(node, record)),
        (Shape::Record(record), Value::Map(entries)) => {
            for (name, node) in entries {
                let Some(field) = record.named(name) else { continue };
                let aliased = field.alias == Some(name.as_str());
                add((usize::from(!aliased && field.alias.is_some()), usize::from(aliased)));
                add(names_used(node, &(field.shape)()));
            }
        }
        _ => {}
    }
    used
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
