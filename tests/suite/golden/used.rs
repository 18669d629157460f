//! Which fields, names of fields and words the files of a project use, held against the declarations.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use warta::parse::documents::{ALL, DocumentKind};
use warta::parse::kinds::Common;
use warta::source::Source;
use warta::yaml::fields::{Record, RecordShape};
use warta::yaml::reference::{records_in, word_lists_in};
use warta::yaml::scalars::Form;
use warta::yaml::{Shape, read_free};

/// What no file of a sound site can use, each with its reason.
const EXCEPTIONS: &[&str] = &[
    // An item of this class is an error.
    "class: dikecualikan",
];

/// A site has one setting of each: the same configuration with the other words of it.
const OTHER_SETTINGS: &[(&str, &str)] = &[
    ("raw_html: allow_list", "raw_html: forbid"),
    ("content: full", "content: summary"),
    ("unknown: error", "unknown: warn"),
    ("numbering: { press_release:", "numbering: { siaran_pers:"),
];

/// The configuration with other settings.
pub(super) fn with_other_settings(config: &str) -> String {
    OTHER_SETTINGS.iter().fold(config.to_owned(), |config, (one, other)| {
        assert!(config.contains(one), "warta.yaml says {one:?} no more");
        config.replace(one, other)
    })
}

/// What is declared and used nowhere.
pub(super) fn unused(files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let mut used = BTreeSet::new();
    let config = &files["warta.yaml"];
    let sections = value("warta.yaml", std::str::from_utf8(config).unwrap())["sections"].clone();
    for (path, bytes) in files {
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        let Some((kind, text)) = document(path, text, &sections) else { continue };
        note(&(kind.shape)(), &value(path, text), &mut used);
    }
    let other = with_other_settings(std::str::from_utf8(config).unwrap());
    let (kind, text) = document("warta.yaml", &other, &sections).unwrap();
    note(&(kind.shape)(), &value("warta.yaml", text), &mut used);
    declared().into_iter().filter(|name| !used.contains(name) && !EXCEPTIONS.contains(&name.as_str())).collect()
}

/// Every name that a field has, and every word of a list.
fn declared() -> Vec<String> {
    let shapes: Vec<Shape> = ALL.iter().map(|kind| (kind.shape)()).collect();
    let fields = records_in(&shapes).into_iter().flat_map(|record| {
        let names = record.fields().flat_map(|field| [Some(field.name), field.alias]).flatten();
        names.map(|name| of_field(&record, name)).collect::<Vec<_>>()
    });
    let words = word_lists_in(&shapes).into_iter().flat_map(|(list, words)| {
        words
            .iter()
            .flat_map(|word| std::iter::once(&word.word).chain(word.aliases))
            .map(move |word| format!("{list}: {word}"))
    });
    let all: BTreeSet<String> = fields.chain(words).collect();
    all.into_iter().collect()
}

/// `PressRelease.nomor`; what all kinds have is one field, whichever kind of item has it.
fn of_field(record: &RecordShape, name: &str) -> String {
    let is_common = Common::FIELDS.iter().any(|field| field.name == name || field.alias == Some(name));
    let of_an_item = record.tables.len() > 1;
    format!("{}.{name}", if is_common && of_an_item { Common::NAME } else { record.name })
}

/// What kind of file it is, and its YAML.
fn document<'t>(path: &str, text: &'t str, sections: &Value) -> Option<(&'static DocumentKind, &'t str)> {
    let named = |name: &str| DocumentKind::named(name);
    if let Some(item) = path.strip_prefix("content/") {
        if path.ends_with("komentar.yaml") {
            return Some((named("comments")?, text));
        }
        if !path.ends_with(".md") {
            return None;
        }
        let front = text.strip_prefix("---\n")?.split("\n---\n").next()?;
        if path.rsplit('/').next()?.starts_with("_index.") {
            return Some((named("section")?, front));
        }
        let own = value(path, front);
        let own = own.get("kind").or_else(|| own.get("jenis")).and_then(Value::as_str);
        let section = &sections[item.split('/').next()?];
        let kind = own.or_else(|| section.get("kind").or_else(|| section.get("jenis"))?.as_str()).unwrap_or("page");
        return Some((named(kind)?, front));
    }
    let name = path.rsplit('/').next()?.strip_suffix(".yaml")?;
    let name = if name == "warta" { "config" } else { name };
    Some((named(name)?, text))
}

fn value(path: &str, yaml: &str) -> Value {
    read_free(&Source::new(path, yaml)).unwrap_or_else(|found| panic!("{found:?}"))
}

/// Notes every key and word that stands in a value of this shape.
fn note(shape: &Shape, value: &Value, used: &mut BTreeSet<String>) {
    match (shape, value) {
        (Shape::Scalar { name, form: Form::Words(words), .. }, Value::String(text))
            if words.iter().any(|word| word.word == text || word.aliases.contains(&text.as_str())) =>
        {
            used.insert(format!("{name}: {text}"));
        }
        (Shape::List(item) | Shape::ListOrMap(item), Value::Array(items)) => {
            items.iter().for_each(|one| note(item, one, used));
        }
        (Shape::Map(item), Value::Object(map)) => map.values().for_each(|one| note(item, one, used)),
        (Shape::ListOrMap(item), Value::Object(map)) => {
            map.values().flat_map(|list| list.as_array().into_iter().flatten()).for_each(|one| note(item, one, used));
        }
        (Shape::Record(record), Value::Object(map)) => {
            for (key, one) in map {
                if let Some(field) = record.named(key) {
                    used.insert(of_field(record, key));
                    note(&(field.shape)(), one, used);
                }
            }
        }
        (Shape::Either(_, other), Value::Object(_)) => note(other, value, used),
        (Shape::Either(one, _), _) => note(one, value, used),
        _ => {}
    }
}
