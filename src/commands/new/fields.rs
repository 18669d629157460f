//! The fields of a draft: given ones by their shapes, wanted ones left open, as YAML in the writer's language.

use std::io::{BufRead, Write};

use crate::commands::Reporter;
use crate::commands::ask::{TRIES, Talk};
use crate::config::Kind;
use crate::diagnostic::messages::Tongue;
use crate::diagnostic::nearest;
use crate::parse::front_matter::fields_of;
use crate::parse::kinds::rules;
use crate::yaml::fields::{RecordShape, Required};
use crate::yaml::scalars::Form;
use crate::yaml::{Field, Shape, quoted};

/// Why a key cannot be set.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unfit {
    /// The kind has no such key; perhaps another one was meant.
    Unknown(Option<&'static str>),
    /// It has a value already.
    Twice,
}

/// A value, and for records the keys in it.
enum Node {
    Text(String),
    Record(Vec<(&'static Field, Node)>),
}

/// What is to stand above the text.
pub(super) struct Fields {
    kind: Kind,
    tongue: Tongue,
    record: RecordShape,
    given: Vec<(&'static Field, Node)>,
}

impl Fields {
    /// Nothing yet.
    pub(super) fn new(kind: Kind, tongue: Tongue) -> Fields {
        let record = match fields_of(kind) {
            Shape::Record(record) => record,
            _ => RecordShape { name: "", doc: "", tables: Vec::new() },
        };
        Fields { kind, tongue, record, given: Vec::new() }
    }

    /// Keys that the kind requires or readers expect, in the order in which they stand in a file.
    pub(super) fn wanted(&self) -> Vec<&'static str> {
        let own = self.record.fields().filter(|field| field.required == Required::Yes).map(|field| field.name);
        let mut wanted: Vec<&'static str> = own.chain(rules::required(self.kind)).collect();
        wanted.extend(rules::expected(self.kind));
        wanted
    }

    /// Whether a key is wanted and still open.
    pub(super) fn wants(&self, key: &str) -> bool {
        self.wanted().contains(&key) && !self.has(key)
    }

    /// Whether it has a value.
    pub(super) fn has(&self, key: &str) -> bool {
        self.given.iter().any(|(field, _)| field.name == key)
    }

    /// A value that is one text.
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        self.given.iter().find(|(field, _)| field.name == key).and_then(|(_, node)| match node {
            Node::Text(text) => Some(text.as_str()),
            Node::Record(_) => None,
        })
    }

    /// Whether what was typed is a key, or a part of it.
    pub(super) fn is_key(&self, typed: &str, key: &str) -> bool {
        let first = typed.split('.').next().unwrap_or(typed);
        self.record.named(first).is_some_and(|field| field.name == key)
    }

    /// Names of all keys.
    pub(super) fn known(&self) -> String {
        self.record.fields().map(|field| self.spelt(field)).collect::<Vec<_>>().join(", ")
    }

    /// A key as it is written in a file of this language.
    pub(super) fn name(&self, key: &str) -> &'static str {
        self.record.named(key).map_or("", |field| self.spelt(field))
    }

    fn spelt(&self, field: &'static Field) -> &'static str {
        match self.tongue {
            Tongue::English => field.name,
            Tongue::Indonesian => field.alias.unwrap_or(field.name),
        }
    }

    /// Sets a key, or with `venue.name` a key in a record.
    pub(super) fn set(&mut self, key: &str, value: &str) -> Result<(), Unfit> {
        let parts: Vec<&str> = key.split('.').map(str::trim).collect();
        set(&mut self.given, &self.record, &parts, value)
    }

    /// Whether a value is of the shape of a key; where it is YAML of its own, the judges say so later.
    pub(super) fn fits(&self, key: &str, value: &str) -> bool {
        self.record.named(key).is_some_and(|field| fits(&(field.shape)(), value))
    }

    /// What to write for a key: the words of its list, or a hint in the writer's language.
    pub(super) fn hint(&self, key: &str, reporter: &Reporter) -> Option<String> {
        if let Some(Shape::Scalar { form: Form::Words(words), .. }) =
            self.record.named(key).map(|field| (field.shape)())
        {
            let word = |word: &crate::yaml::scalars::Word| match self.tongue {
                Tongue::English => word.word,
                Tongue::Indonesian => word.aliases.first().copied().unwrap_or(word.word),
            };
            return Some(words.iter().map(word).collect::<Vec<_>>().join(", "));
        }
        let id = format!("new-hint-{}", key.replace('_', "-"));
        let hint = reporter.say(&id, &[]);
        (hint != id).then_some(hint)
    }

    /// Asks for the value of a key until it fits or is left open.
    pub(super) fn ask<I: BufRead, O: Write>(&self, key: &str, talk: &mut Talk<'_, I, O>) -> Option<String> {
        let name = self.name(key);
        let hint = self.hint(key, talk.reporter).map(|hint| format!(" ({hint})")).unwrap_or_default();
        for _ in 0..TRIES {
            let answer = talk.line("new-ask-value", &[("key", name.into()), ("hint", hint.as_str().into())])?;
            if self.fits(key, &answer) {
                return Some(answer);
            }
            talk.tell("new-unfit", &[("value", answer.as_str().into()), ("key", name.into())]);
        }
        None
    }

    /// The whole file.
    pub(super) fn file(&self, reporter: &Reporter) -> String {
        let mut text = String::from("---\n");
        for (field, node) in &self.given {
            let value = self.yaml(&(field.shape)(), node);
            text.push_str(&format!("{}: {value}\n", self.spelt(field)));
        }
        for key in self.wanted().into_iter().filter(|key| !self.has(key)) {
            let hint = self.hint(key, reporter).map(|hint| format!(" # {hint}")).unwrap_or_default();
            text.push_str(&format!("{}:{hint}\n", self.name(key)));
        }
        text.push_str("---\n\n");
        text
    }

    fn yaml(&self, shape: &Shape, node: &Node) -> String {
        match node {
            Node::Record(fields) => {
                let fields = fields.iter().map(|(field, node)| {
                    let value = self.yaml(&(field.shape)(), node);
                    format!("{}: {value}", self.spelt(field))
                });
                format!("{{ {} }}", fields.collect::<Vec<_>>().join(", "))
            }
            // One record in a list of them.
            Node::Text(text) if matches!(shape, Shape::List(_)) && text.starts_with('{') && is_flow(text) => {
                format!("[{text}]")
            }
            Node::Text(text) if is_flow(text) => text.clone(),
            Node::Text(text) => match shape {
                Shape::List(item) => {
                    let items = text.split(',').map(str::trim).filter(|item| !item.is_empty());
                    let items = items.map(|text| self.yaml(item, &Node::Text(text.to_owned())));
                    format!("[{}]", items.collect::<Vec<_>>().join(", "))
                }
                Shape::Record(record) => match leading(record) {
                    Some(field) => {
                        let value = self.yaml(&(field.shape)(), &Node::Text(text.clone()));
                        format!("{{ {}: {value} }}", self.spelt(field))
                    }
                    None => quoted(text),
                },
                Shape::Either(one, other) => {
                    let shape = if fits(one, text) { one } else { other };
                    self.yaml(shape, node)
                }
                // As a writer would: fields read a number from either form.
                _ if text.parse::<i64>().is_ok() => text.clone(),
                _ => quoted(text),
            },
        }
    }
}

fn set(
    given: &mut Vec<(&'static Field, Node)>,
    record: &RecordShape,
    parts: &[&str],
    value: &str,
) -> Result<(), Unfit> {
    let Some((first, rest)) = parts.split_first() else { return Err(Unfit::Unknown(None)) };
    let Some(field) = record.named(first) else {
        return Err(Unfit::Unknown(
            nearest(first, record.keys()).and_then(|near| record.keys().find(|key| *key == near)),
        ));
    };
    let known = given.iter_mut().find(|(known, _)| known.name == field.name);
    match (known, rest) {
        (None, []) => given.push((field, Node::Text(value.to_owned()))),
        (Some((_, Node::Record(inside))), [_, ..]) => {
            let Shape::Record(record) = (field.shape)() else { return Err(Unfit::Unknown(None)) };
            set(inside, &record, rest, value)?;
        }
        (None, _) => {
            let Shape::Record(record) = (field.shape)() else { return Err(Unfit::Unknown(None)) };
            let mut inside = Vec::new();
            set(&mut inside, &record, rest, value)?;
            given.push((field, Node::Record(inside)));
        }
        (Some(_), _) => return Err(Unfit::Twice),
    }
    Ok(())
}

/// The key of a record that says most of it: the first that it requires, else the first.
fn leading(record: &RecordShape) -> Option<&'static Field> {
    record.fields().find(|field| field.required != Required::No).or_else(|| record.fields().next())
}

/// Whether a value is written as YAML already.
fn is_flow(text: &str) -> bool {
    (text.starts_with('[') && text.ends_with(']')) || (text.starts_with('{') && text.ends_with('}'))
}

fn fits(shape: &Shape, text: &str) -> bool {
    match shape {
        _ if is_flow(text) => true,
        Shape::Scalar { check, .. } => check(text).is_ok(),
        Shape::List(item) => {
            text.split(',').map(str::trim).filter(|part| !part.is_empty()).all(|part| fits(item, part))
        }
        Shape::Record(record) => leading(record).is_some_and(|field| fits(&(field.shape)(), text)),
        Shape::Either(one, other) => fits(one, text) || fits(other, text),
        Shape::Map(_) | Shape::ListOrMap(_) | Shape::Free => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::ask::tests::asked;
    use crate::diagnostic::messages::Messages;

    #[test]
    fn every_wanted_key_says_what_to_write() {
        for tongue in [Tongue::English, Tongue::Indonesian] {
            let messages = Messages::new(tongue);
            for kind in Kind::ALL {
                let fields = Fields::new(kind, tongue);
                assert!(fields.wanted().contains(&"title"), "{kind:?}");
                for key in fields.wanted() {
                    let words = matches!(
                        fields.record.named(key).map(|field| (field.shape)()),
                        Some(Shape::Scalar { form: Form::Words(_), .. })
                    );
                    let id = format!("new-hint-{}", key.replace('_', "-"));
                    assert!(words || key == "title" || messages.find(&id).is_some(), "{id} {tongue:?}");
                }
            }
        }
    }

    #[test]
    fn keys_in_either_language_and_in_records() {
        let mut fields = Fields::new(Kind::Workshop, Tongue::Indonesian);
        assert_eq!(fields.set("tempat.nama", "Balai"), Ok(()));
        assert_eq!(fields.set("venue.city", "Batam"), Ok(()));
        assert_eq!(fields.set("judul", "A"), Ok(()));
        assert_eq!(fields.set("title", "B"), Err(Unfit::Twice));
        assert_eq!(fields.set("venu", "B"), Err(Unfit::Unknown(Some("venue"))));
        assert_eq!(fields.set("venue.nme", "B"), Err(Unfit::Unknown(Some("name"))));
        assert!(fields.wants("start") && !fields.wants("venue") && !fields.fits("start", "besok"));
    }

    #[test]
    fn values_are_asked_for_until_they_fit() {
        let fields = Fields::new(Kind::Workshop, Tongue::Indonesian);
        let (answer, seen) = asked("besok\n 2026-12-01 09.00 \n", |talk| fields.ask("start", talk));
        assert_eq!(answer.as_deref(), Some("2026-12-01 09.00"));
        assert!(seen.starts_with("mulai (2026-11-24 09.00): ") && seen.contains("“besok” bukan nilai"), "{seen}");
        let wrong = "besok\n".repeat(TRIES) + "2026-12-01\n";
        for typed in ["\n", "", &wrong] {
            assert_eq!(asked(typed, |talk| fields.ask("start", talk)).0, None);
        }
        let (_, seen) = asked("", |talk| fields.ask("info_class", talk));
        assert!(seen.contains("berkala, serta_merta"), "{seen}");
    }
}
