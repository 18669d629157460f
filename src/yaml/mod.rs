//! YAML text → typed values, with every mistake of the text reported at its place.
//!
//! `serde_yaml` reads straight into the typed value; that is the only path a correct file takes. Only when it fails is
//! the same text walked again with marks (`marked`) and held against the type's own [`Shape`] (`check`), so that all
//! mistakes are found in one run; what is sound in the file is kept, so that one mistake gives one message.
//! Each field is declared once, with `record!`. Nothing outside this folder knows that the parser is serde_yaml.

mod check;
mod dates;
mod entries;
mod examples;
pub mod fields;
pub mod free;
pub(crate) mod key;
mod marked;
pub mod meanings;
mod one_or;
mod quoted;
pub mod reference;
pub mod scalars;
pub mod schema;
mod syntax;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

pub use entries::Entries;
pub use examples::example;
pub use fields::{Field, Record, Shape, Typed};
pub use one_or::OneOr;
pub use quoted::quoted;
pub use scalars::{Id, Line, Problem, Scalar};

use crate::diagnostic::{Argument, Code, Diagnostic, Diagnostics};
use crate::source::Source;

/// Longer text than this is no front matter, record or configuration.
const MAX_BYTES: usize = 8 * 1024 * 1024;

/// Brackets inside brackets, at most: no data of anyone's go deeper, and the parser takes the square of it in time.
const MOST_BRACKETS: usize = 1000;

/// What was read of a YAML text.
pub struct Read<T> {
    /// The value; defaults in the place of what was wrong.
    pub value: T,
    /// What was wrong.
    pub diagnostics: Diagnostics,
    /// What was not read because it was wrong.
    pub unread: Unread,
}

/// What of a YAML text was not read: nothing is to be said of what seems to be missing there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unread {
    /// Canonical names of fields at the top whose value, or whose name, was wrong.
    pub fields: Vec<&'static str>,
    /// Nothing was read at all.
    pub all: bool,
}

impl Unread {
    /// Whether the field of this canonical name may stand in the text all the same.
    pub fn has(&self, field: &str) -> bool {
        self.all || self.fields.contains(&field)
    }
}

/// Reads the YAML in `range` of `source` as a `T`.
///
/// Every mistake is reported but one: a required key that is missing at the top, since the caller may have the value from
/// elsewhere ([`fields::Record::missing`]).
pub fn read<T: Typed + Default>(source: &Arc<Source>, range: Range<usize>) -> Read<T> {
    // An empty text is an empty map.
    let parse = |text: &str| serde_yaml::from_str::<Option<T>>(text).map(Option::unwrap_or_default);
    let text = source.slice(range.clone());
    if text.len() > MAX_BYTES {
        let found = Diagnostic::at(Code::YamlSyntax, source, range.start..range.start)
            .with("problem", "too-long")
            .with("limit", MAX_BYTES / 1024 / 1024);
        let unread = Unread { all: true, ..Unread::default() };
        return Read { value: T::default(), diagnostics: found.into(), unread };
    }
    if let Some(found) = too_deep(source, &range) {
        let unread = Unread { all: true, ..Unread::default() };
        return Read { value: T::default(), diagnostics: found.into(), unread };
    }
    let escaped = forbidden(source, &range);
    let parsed = parse(text);
    if let Ok(value) = &parsed
        && value.parts_are_complete()
    {
        return Read { value: parsed.unwrap_or_default(), diagnostics: escaped, unread: Unread::default() };
    }
    let mut explained = check::explain(source, range, &T::shape(), parsed.as_ref().err());
    explained.found.append(escaped);
    let value = match parsed {
        // A record that lacks a key is shown to nobody: there is an error.
        Ok(value) => value,
        Err(_) => parse(&blanked(text, &explained.wrong)).unwrap_or_default(),
    };
    Read { value, diagnostics: explained.found, unread: explained.unread }
}

/// Findings for keys that are missing at the top of a file that holds one `R`, those aside that were written wrongly.
pub fn missing<R: Record>(
    source: &Arc<Source>,
    keys: impl IntoIterator<Item = &'static str>,
    unread: &Unread,
) -> Diagnostics {
    let missing = keys.into_iter().filter(|key| !unread.has(key));
    missing
        .map(|key| {
            let alias = R::FIELDS.iter().find(|field| field.name == key).and_then(|field| field.alias);
            let name = Argument::Key(key.to_owned(), alias.unwrap_or(key).to_owned());
            let found = Diagnostic::in_file(Code::MissingKey, source).with("key", name);
            found.with("example", example(&fields::RecordShape::of::<R>(), key))
        })
        .collect()
}

/// Where a text has too many open brackets. Those in quotes and comments are counted too; nobody leaves so many open.
fn too_deep(source: &Arc<Source>, range: &Range<usize>) -> Option<Diagnostic> {
    let mut depth = 0_usize;
    let at = source.slice(range.clone()).bytes().position(|byte| {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > MOST_BRACKETS
    })?;
    Some(syntax::explain(source, range.clone(), range.start + at, "nested too deeply"))
}

/// Values with a character that no page may hold, written as an escape (`"\x1b"`): the text as such is clean.
fn forbidden(source: &Arc<Source>, range: &Range<usize>) -> Diagnostics {
    if !source.slice(range.clone()).contains('\\') {
        return Diagnostics::new();
    }
    let found = marked::forbidden(source, range.clone()).into_iter();
    found.map(|(span, letter)| Diagnostic::forbidden(letter, source, span)).collect()
}

/// The places of keys and values in one YAML text, which is walked when the first is asked for, and once.
#[derive(Debug)]
pub struct Places {
    source: Arc<Source>,
    range: Range<usize>,
    tree: OnceLock<Option<marked::Node>>,
}

impl Places {
    /// Of the YAML in `range` of `source`.
    pub fn of(source: &Arc<Source>, range: Range<usize>) -> Places {
        Places { source: Arc::clone(source), range, tree: OnceLock::new() }
    }

    /// Of a whole file.
    pub fn of_file(source: &Arc<Source>) -> Places {
        Places::of(source, 0..source.text().len())
    }

    /// The place of the value at a path such as `people[1].person`, or of its key.
    pub fn at(&self, path: &str, part: Part) -> Option<Range<usize>> {
        let node = self.tree()?.at(path)?;
        Some(match part {
            Part::Key => node.key.clone().unwrap_or_else(|| node.span.clone()),
            Part::Value => node.span.clone(),
        })
    }

    /// The places of all top-level keys, whatever characters they hold.
    pub fn keys(&self) -> BTreeMap<&str, Range<usize>> {
        let Some(marked::Value::Map(entries)) = self.tree().map(|root| &root.value) else { return BTreeMap::new() };
        // Of a key that is given twice the first is meant.
        entries.iter().rev().filter_map(|(name, node)| Some((name.as_str(), node.key.clone()?))).collect()
    }

    /// The place of a value at a path whose keys may have either of two names ([`Shape::names`]).
    pub fn named(&self, path: &[(String, Option<&str>)]) -> Option<Range<usize>> {
        self.tree()?.named(path).map(|node| node.span.clone())
    }

    fn tree(&self) -> Option<&marked::Node> {
        self.tree.get_or_init(|| marked::parse(&self.source, self.range.clone()).ok()).as_ref()
    }
}

/// Cheap: the copy walks the text itself when it is asked.
impl Clone for Places {
    fn clone(&self) -> Places {
        Places::of(&self.source, self.range.clone())
    }
}

/// Which half of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The key.
    Key,
    /// The value.
    Value,
}

/// `text` with spaces in the place of the entries that were wrong; lines stay where they are.
fn blanked(text: &str, wrong: &[Range<usize>]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for range in wrong {
        for byte in bytes.get_mut(range.clone()).into_iter().flatten() {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// A whole file of free YAML as JSON-like values, for templates that ask for data.
pub fn read_free(source: &Arc<Source>) -> Result<serde_json::Value, Box<Diagnostic>> {
    if source.text().trim().is_empty() {
        return Ok(serde_json::Value::Null);
    }
    let whole = 0..source.text().len();
    if let Some(found) = too_deep(source, &whole).or_else(|| forbidden(source, &whole).into_iter().next()) {
        return Err(Box::new(found));
    }
    serde_yaml::from_str::<free::Free>(source.text()).map(|free::Free(value)| value).map_err(|error| {
        let explained = check::explain(source, whole, &Shape::Free, Some(&error));
        // There is always one: the parser has found something.
        Box::new(explained.found.into_iter().next().unwrap_or_else(|| Diagnostic::in_file(Code::YamlSyntax, source)))
    })
}

pub(crate) use fields::record;
pub(crate) use scalars::words;

#[cfg(test)]
#[allow(unreachable_pub, reason = "`record!` makes public structs")]
mod tests {
    use super::*;

    record! {
        /// For the tests.
        pub struct Inner {
            /// A
            pub city("kota"): Option<Line>,
            /// B
            pub agency: Option<Line>,
        }
    }

    record! {
        /// For the tests.
        pub struct Outer {
            /// A
            pub title("judul") [required]: Option<Line>,
            /// B
            pub size: Option<u64>,
            /// C
            pub dateline: Option<Inner>,
            /// D
            pub tags("label"): Vec<Line>,
        }
    }

    fn outer(text: &str) -> (Outer, Vec<(Code, Range<usize>)>) {
        let source = Source::new("a.yaml", text);
        let read = read::<Outer>(&source, 0..text.len());
        let found = read
            .diagnostics
            .iter()
            .map(|found| (found.code, found.primary.as_ref().map_or(0..0, |place| place.span())))
            .collect();
        (read.value, found)
    }

    #[test]
    fn reads_both_languages() {
        let (value, found) = outer("judul: Satu\ndateline: { kota: Batam }\nlabel: [a, 2010]\n");
        assert_eq!(found, []);
        assert_eq!(value.title.as_deref(), Some("Satu"));
        assert_eq!(value.dateline.and_then(|inner| inner.city).as_deref(), Some("Batam"));
        assert_eq!(value.tags.iter().map(|tag| tag.to_string()).collect::<Vec<_>>(), ["a", "2010"]);
    }

    #[test]
    fn reports_every_mistake_and_keeps_the_rest() {
        let text = "title: Satu\ntitel: Dua\nsize: besar\ndateline:\n  citi: Batam\n  agency: A\ntags: a\n";
        let (value, found) = outer(text);
        let found: Vec<_> = found.into_iter().map(|(code, span)| (code, &text[span])).collect();
        assert_eq!(
            found,
            [
                (Code::UnknownKey, "titel"),
                (Code::BadValue, "besar"),
                (Code::UnknownKey, "citi"),
                (Code::WrongShape, "a"),
            ]
        );
        assert_eq!(value.title.as_deref(), Some("Satu"));
    }

    #[test]
    fn a_slip_in_the_other_language_is_told_in_that_of_the_file() {
        let near = |text: &str| {
            let read = read::<Outer>(&Source::new("a.yaml", text), 0..text.len());
            read.diagnostics.iter().find_map(|finding| finding.text("suggestion").map(str::to_owned))
        };
        assert_eq!(near("titel: Satu\nsize: 1\nlabel: [a]\n").as_deref(), Some("judul"));
        assert_eq!(near("titel: Satu\nsize: 1\ntags: [a]\n").as_deref(), Some("title"));
    }

    #[test]
    fn duplicate_keys_in_either_language() {
        let (_, found) = outer("title: Satu\njudul: Dua\n");
        assert_eq!(found.first().map(|(code, span)| (*code, span.clone())), Some((Code::DuplicateKey, 12..17)));
        let (_, found) = outer("title: Satu\ntitle: Dua\n");
        assert_eq!(found.first().map(|(code, _)| *code), Some(Code::DuplicateKey));
    }

    #[test]
    fn syntax_errors_have_a_place() {
        let (_, found) = outer("title: Workshop: Budaya\n");
        assert_eq!(found.len(), 1);
        assert_eq!(found.first().map(|(code, _)| *code), Some(Code::YamlSyntax));
    }

    #[test]
    fn alias_bombs_and_second_documents_end() {
        let bomb = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d,*d,*d]\n";
        assert!(!outer(bomb).1.is_empty());
        assert!(!outer("title: a\n---\ntitle: b\n").1.is_empty());
        for deep in ["[".repeat(10_000), "{a: [\n".repeat(100_000)] {
            assert_eq!(outer(&format!("title: {deep}")).1.first().map(|(code, _)| *code), Some(Code::YamlSyntax));
        }
    }

    #[test]
    fn locates_values_in_characters_beyond_ascii() {
        let source =
            Source::new("a.yaml", "title: Jum’at\npeople:\n  - { person: é, as: quoted }\n  - { person: b }\n");
        let span = Places::of_file(&source).at("people[1].person", Part::Value);
        assert_eq!(span.map(|span| source.slice(span).to_owned()), Some("b".to_owned()));
    }
}
