//! What is known of a subject: facts in order, once as text and once as data.

use serde_json::{Map, Value};
use unicode_width::UnicodeWidthStr;

use crate::commands::Reporter;

/// One value of a fact.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// For people.
    pub(super) text: String,
    /// For programs.
    pub(super) data: Value,
}

impl Entry {
    /// The same for both.
    pub(super) fn plain(text: impl Into<String>) -> Entry {
        let text = text.into();
        Entry { data: Value::from(text.as_str()), text }
    }
}

struct Fact {
    key: &'static str,
    entries: Vec<Entry>,
    shape: Shape,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// One value.
    One,
    /// Values below each other.
    Lines,
    /// Short values beside each other.
    Row,
}

/// Everything that is known.
pub(super) struct Explanation {
    /// What the subject is: a word for programs, and the end of its message's id.
    what: &'static str,
    title: String,
    facts: Vec<Fact>,
}

impl Explanation {
    /// Nothing but what it is, and how it is called.
    pub(super) fn new(what: &'static str, title: impl Into<String>) -> Explanation {
        Explanation { what, title: title.into(), facts: Vec::new() }
    }

    /// Adds a fact with one value.
    pub(super) fn one(&mut self, key: &'static str, entry: Entry) {
        self.facts.push(Fact { key, entries: vec![entry], shape: Shape::One });
    }

    /// Adds a fact with one value that may be missing.
    pub(super) fn maybe(&mut self, key: &'static str, text: Option<impl Into<String>>) {
        if let Some(text) = text {
            self.one(key, Entry::plain(text));
        }
    }

    /// Adds a fact with any number of values.
    pub(super) fn many(&mut self, key: &'static str, entries: Vec<Entry>) {
        self.facts.push(Fact { key, entries, shape: Shape::Lines });
    }

    /// Adds a fact with any number of short values.
    pub(super) fn row(&mut self, key: &'static str, entries: Vec<Entry>) {
        self.facts.push(Fact { key, entries, shape: Shape::Row });
    }

    /// As one object.
    pub(super) fn data(&self) -> Value {
        let mut object = Map::new();
        object.insert("what".to_owned(), self.what.into());
        object.insert("title".to_owned(), self.title.as_str().into());
        for fact in &self.facts {
            let mut values = fact.entries.iter().map(|entry| entry.data.clone());
            let value = match fact.shape {
                Shape::One => values.next().into(),
                Shape::Lines | Shape::Row => Value::from(values.collect::<Vec<_>>()),
            };
            object.insert(fact.key.to_owned(), value);
        }
        Value::Object(object)
    }

    /// As lines: a heading, then a name and its values. What has no value is left out.
    pub(super) fn lines(&self, reporter: &Reporter) -> Vec<String> {
        let heading =
            reporter.say(&format!("explain-{}", self.what.replace('_', "-")), &[("title", self.title.as_str().into())]);
        let facts: Vec<(String, &Fact)> = self
            .facts
            .iter()
            .filter(|fact| !fact.entries.is_empty())
            .map(|fact| (reporter.say(&format!("fact-{}", fact.key.replace('_', "-")), &[]), fact))
            .collect();
        let width = facts.iter().map(|(name, _)| name.width()).max().unwrap_or(0);
        let mut lines = vec![clean(&heading)];
        for (name, fact) in facts {
            let names = std::iter::once(name.as_str()).chain(std::iter::repeat(""));
            let texts: Vec<&str> = fact.entries.iter().map(|entry| entry.text.as_str()).collect();
            let texts = match fact.shape {
                Shape::Row => vec![texts.join(", ")],
                Shape::One | Shape::Lines => texts.into_iter().map(str::to_owned).collect(),
            };
            for (name, text) in names.zip(texts) {
                let space = " ".repeat(width.saturating_sub(name.width()));
                lines.push(format!("  {name}{space}  {}", clean(&text)));
            }
        }
        lines
    }
}

/// A control character in a title must not move the cursor.
fn clean(text: &str) -> String {
    text.replace(char::is_control, " ")
}
