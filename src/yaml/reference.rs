//! A shape as tables in Markdown: what a person needs to write a file. The tables in `docs/` are these.

use super::fields::{Field, RecordShape, Required, Shape};
use super::meanings::Meanings;
use super::scalars::{Form, Word};
use crate::diagnostic::messages::Tongue;

/// How types that have a table of their own are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Links {
    /// As links to it; words as links to the table of words.
    Within,
    /// Their keys are named, words are listed.
    None,
}

/// Whether a field is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// An error without it.
    Required,
    /// A warning without it.
    Expected,
}

/// Writes tables.
#[derive(Debug)]
pub struct Reference {
    tongue: Tongue,
    meanings: Meanings,
    links: Links,
}

impl Reference {
    /// Tables in a language.
    pub fn new(tongue: Tongue, links: Links) -> Reference {
        Reference { tongue, meanings: Meanings::new(tongue), links }
    }

    /// A record as a section: heading, what it is, table.
    pub fn section(&self, level: usize, record: &RecordShape, note: impl Fn(&Field) -> Option<String>) -> String {
        let heading = "#".repeat(level);
        format!(
            "{heading} {}\n\n{}\n\n{}",
            self.meanings.title(record),
            self.meanings.about(record),
            self.table(record, note)
        )
    }

    /// The table of a record's fields. `note` may say more about whether a field is needed than its declaration does.
    pub fn table(&self, record: &RecordShape, note: impl Fn(&Field) -> Option<String>) -> String {
        let mut text = String::from(match self.tongue {
            Tongue::English => "| key (alias) | type | | meaning |\n|---|---|---|---|\n",
            Tongue::Indonesian => "| kunci (dalam bahasa Inggris) | jenis | | arti |\n|---|---|---|---|\n",
        });
        for field in record.fields() {
            let key = match (self.tongue, field.alias) {
                (_, None) => format!("`{}`", field.name),
                (Tongue::English, Some(alias)) => format!("`{}` (`{alias}`)", field.name),
                (Tongue::Indonesian, Some(alias)) => format!("`{alias}` (`{}`)", field.name),
            };
            let needed = note(field).unwrap_or_else(|| match (field.required, self.tongue) {
                (Required::No, _) => String::new(),
                (Required::Yes, _) => self.need(Need::Required).to_owned(),
                (Required::Unless(other), Tongue::English) => format!("R, or `{other}`"),
                (Required::Unless(other), Tongue::Indonesian) => format!("W, atau `{other}`"),
            });
            let kind = self.type_of(&(field.shape)());
            text.push_str(&format!("| {key} | {kind} | {needed} | {} |\n", self.meanings.field(record, field)));
        }
        text
    }

    /// The sign for a need: `R` (`W`, wajib) or `e` (`h`, diharapkan).
    pub fn need(&self, need: Need) -> &'static str {
        match (need, self.tongue) {
            (Need::Required, Tongue::English) => "R",
            (Need::Required, Tongue::Indonesian) => "W",
            (Need::Expected, Tongue::English) => "e",
            (Need::Expected, Tongue::Indonesian) => "h",
        }
    }

    /// The table of every closed list of words that stands inside `shapes`, by name.
    pub fn words(&self, shapes: &[Shape]) -> String {
        let head = match self.tongue {
            Tongue::English => "| words | (alias) | meaning |\n|---|---|---|\n",
            Tongue::Indonesian => "| daftar | kata | arti |\n|---|---|---|\n",
        };
        let lists = word_lists_in(shapes);
        let rows = lists.iter().flat_map(|(name, words)| {
            words.iter().enumerate().map(move |(index, word)| {
                let shown = if index == 0 { self.name(name) } else { "" };
                format!("| {shown} | {} | {} |\n", self.with_aliases(word), self.meanings.word(name, word))
            })
        });
        format!("{head}{}", rows.collect::<String>())
    }

    fn type_of(&self, shape: &Shape) -> String {
        let english = self.tongue == Tongue::English;
        match shape {
            Shape::Scalar { name, form: Form::Words(words), .. } => match self.links {
                Links::Within => {
                    format!("[{}](#{})", self.name(name), if english { "words" } else { "kata-yang-mungkin" })
                }
                Links::None => words.iter().map(|word| self.with_aliases(word)).collect::<Vec<_>>().join(", "),
            },
            Shape::Scalar { name, .. } => self.name(name).to_owned(),
            Shape::List(item) if english => format!("list of {}", self.type_of(item)),
            Shape::List(item) => format!("daftar {}", self.type_of(item)),
            Shape::Map(value) => match &**value {
                Shape::Free if english => "map".to_owned(),
                Shape::Free => "data bebas".to_owned(),
                value if english => format!("map to {}", self.type_of(value)),
                value => format!("pasangan nama dan {}", self.type_of(value)),
            },
            Shape::Record(record) if self.links == Links::Within => {
                let title = self.meanings.title(record);
                format!("[{title}](#{})", title.to_lowercase().replace(' ', "-"))
            }
            Shape::Record(record) => {
                let name = |field: &Field| if english { field.name } else { field.alias.unwrap_or(field.name) };
                let keys: Vec<String> = record.fields().map(|field| format!("`{}`", name(field))).collect();
                format!("{} {}", if english { "map with" } else { "catatan dengan" }, keys.join(", "))
            }
            Shape::Either(one, other) => {
                format!("{} {} {}", self.type_of(one), if english { "or" } else { "atau" }, self.type_of(other))
            }
            Shape::ListOrMap(item) if english => format!("list of {}, or one a language", self.type_of(item)),
            Shape::ListOrMap(item) => format!("daftar {}, atau satu untuk tiap bahasa", self.type_of(item)),
            Shape::Free => if english { "anything" } else { "apa saja" }.to_owned(),
        }
    }

    fn with_aliases(&self, word: &Word) -> String {
        let mut all: Vec<String> =
            std::iter::once(&word.word).chain(word.aliases).map(|word| format!("`{word}`")).collect();
        if self.tongue == Tongue::Indonesian {
            all.reverse();
        }
        match all.split_first() {
            Some((first, [])) => first.clone(),
            Some((first, others)) => format!("{first} ({})", others.join(", ")),
            None => String::new(),
        }
    }

    /// The name of a type or a list of words.
    fn name(&self, english: &'static str) -> &'static str {
        if self.tongue == Tongue::English {
            return english;
        }
        NAMES.iter().find(|(name, _)| *name == english).map_or(english, |(_, indonesian)| indonesian)
    }
}

/// Names of types and of lists of words; those that are not here are the same in both languages.
const NAMES: &[(&str, &str)] = &[
    ("text", "teks"),
    ("date", "tanggal"),
    ("number", "angka"),
    ("yes/no", "ya/tidak"),
    ("site path", "alamat di situs ini"),
    ("permalink", "pola alamat"),
    ("color", "warna"),
    ("address", "alamat"),
    ("kind", "jenis naskah"),
    ("sort", "urutan"),
    ("archive", "arsip"),
    ("feed content", "isi umpan"),
    ("unknown keys", "kunci tak dikenal"),
    ("precision", "ketelitian"),
    ("class", "klasifikasi"),
    ("part", "peran"),
    ("level", "tingkat"),
    ("comment mode", "moda komentar"),
    ("correction type", "jenis koreksi"),
    ("release type", "jenis siaran"),
    ("event type", "jenis acara"),
    ("event status", "status acara"),
    ("mode", "cara"),
    ("session type", "jenis sesi"),
    ("page type", "jenis halaman"),
    ("comment status", "status komentar"),
];

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

/// Every closed list of words that stands inside `shapes`, each once, by name.
pub fn word_lists_in(shapes: &[Shape]) -> Vec<(&'static str, &'static [Word])> {
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
    lists
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
