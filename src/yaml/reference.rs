//! A shape as tables in Markdown: what a person needs to write a file. The tables in `docs/` are these.

use super::fields::{Field, RecordShape, Required, Shape};
use super::scalars::{Form, Word};

/// How tables are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Links {
    /// Types with a table of their own are links to it; words to the table of words.
    Within,
    /// Types are named, words are listed.
    None,
}

/// The table of a record's fields. `note` may say more about whether a field is needed than its declaration does.
pub fn table(record: &RecordShape, links: Links, note: impl Fn(&Field) -> Option<String>) -> String {
    let mut text = String::from("| key (alias) | type | | meaning |\n|---|---|---|---|\n");
    for field in record.fields() {
        let alias = field.alias.map(|alias| format!(" (`{alias}`)")).unwrap_or_default();
        let needed = note(field).unwrap_or_else(|| match field.required {
            Required::No => String::new(),
            Required::Yes => "R".to_owned(),
            Required::Unless(other) => format!("R, or `{other}`"),
        });
        let kind = type_of(&(field.shape)(), links);
        text.push_str(&format!("| `{}`{alias} | {kind} | {needed} | {} |\n", field.name, field.doc.trim()));
    }
    text
}

/// Every record that stands inside `shapes`, each once, by name.
pub fn records_in(shapes: &[Shape]) -> Vec<RecordShape> {
    let mut found: Vec<RecordShape> = Vec::new();
    for shape in shapes {
        inside(shape, &mut |shape| {
            if let Shape::Record(record) = shape
                && !found.iter().any(|known| known.name == record.name)
            {
                found.push(record.clone());
            }
        });
    }
    found.sort_by_key(|record| record.name);
    found
}

/// The table of every closed list of words that stands inside `shapes`, by name.
pub fn words_in(shapes: &[Shape]) -> String {
    let mut lists: Vec<(&'static str, &'static [Word])> = Vec::new();
    for shape in shapes {
        inside(shape, &mut |shape| {
            if let Shape::Scalar { name, form: Form::Words(words), .. } = shape
                && !lists.iter().any(|(known, _)| known == name)
            {
                lists.push((name, words));
            }
        });
    }
    lists.sort_by_key(|(name, _)| *name);
    let rows = lists.iter().flat_map(|(name, words)| {
        words.iter().enumerate().map(move |(index, word)| {
            let name = if index == 0 { *name } else { "" };
            format!("| {name} | {} | {} |\n", with_aliases(word), word.doc.trim())
        })
    });
    format!("| words | (alias) | meaning |\n|---|---|---|\n{}", rows.collect::<String>())
}

/// The name of a record as a heading: `MediaInvite` → `Media invite`.
pub fn heading(record: &RecordShape) -> String {
    let mut text = String::new();
    for letter in record.name.chars() {
        if letter.is_uppercase() && !text.is_empty() {
            text.push(' ');
            text.extend(letter.to_lowercase());
        } else {
            text.push(letter);
        }
    }
    text
}

fn type_of(shape: &Shape, links: Links) -> String {
    match shape {
        Shape::Scalar { name, form: Form::Words(words), .. } => match links {
            Links::Within => format!("[{name}](#words)"),
            Links::None => words.iter().map(with_aliases).collect::<Vec<_>>().join(", "),
        },
        Shape::Scalar { name, .. } => (*name).to_owned(),
        Shape::List(item) => format!("list of {}", type_of(item, links)),
        Shape::Map(value) => match &**value {
            Shape::Free => "map".to_owned(),
            value => format!("map to {}", type_of(value, links)),
        },
        Shape::Record(record) => {
            let heading = heading(record);
            match links {
                Links::Within => format!("[{heading}](#{})", heading.to_lowercase().replace(' ', "-")),
                Links::None => {
                    let keys: Vec<String> = record.fields().map(|field| format!("`{}`", field.name)).collect();
                    format!("map with {}", keys.join(", "))
                }
            }
        }
        Shape::Either(one, other) => format!("{} or {}", type_of(one, links), type_of(other, links)),
        Shape::ListOrMap(item) => format!("list of {0}, or one a language", type_of(item, links)),
        Shape::Free => "anything".to_owned(),
    }
}

fn with_aliases(word: &Word) -> String {
    let aliases: String = word.aliases.iter().map(|alias| format!(" (`{alias}`)")).collect();
    format!("`{}`{aliases}", word.word)
}

/// Asks `visit` about a shape and everything inside it.
fn inside(shape: &Shape, visit: &mut impl FnMut(&Shape)) {
    visit(shape);
    match shape {
        Shape::Scalar { .. } | Shape::Free => {}
        Shape::List(item) | Shape::Map(item) | Shape::ListOrMap(item) => inside(item, visit),
        Shape::Either(one, other) => {
            inside(one, visit);
            inside(other, visit);
        }
        Shape::Record(record) => {
            for field in record.fields() {
                inside(&(field.shape)(), visit);
            }
        }
    }
}
