//! What is wrong, where, and what to do about it: data, apart from its printing.
//!
//! Stages return their value *and* [`Diagnostics`]; nothing stops at the first mistake, and what follows from a mistake
//! that was reported already stays silent. The words live in `messages/{en,id}.ftl` under the code's name, so that a
//! diagnostic says the same in both languages; here are only codes, places and the values that go into the words.

pub mod code;
mod expectations;
pub mod explanations;
pub mod messages;
pub mod print;
mod told;

use std::collections::BTreeSet;
use std::io;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

pub use crate::locale::nearest::{near_id, nearest, slipped};
pub use code::Code;
pub use told::Told;

use serde::{Deserialize, Serialize};

use crate::locale::Words;
use crate::locale::date::month_name;
use crate::locale::number::decimal;
use crate::source::{Location, Source};

/// How much a diagnostic weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// Good to know.
    Info,
    /// Published all the same; `--strict` makes it an error.
    Warning,
    /// Nothing is published while one stands.
    Error,
}

/// A value inside a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Argument {
    /// Words of the user's or a name.
    Text(String),
    /// A count; the message chooses its plural by it.
    Number(i64),
    /// The name of a key in English and in Indonesian.
    Key(String, String),
}

impl Argument {
    /// A date in words: `3 June 2010`, `3 Juni 2010`.
    pub fn date(date: Date) -> Argument {
        let of = |words| format!("{} {} {}", date.day(), month_name(date.month(), words), date.year());
        Argument::Key(of(Words::English), of(Words::Indonesian))
    }

    /// A number with its decimals: `1.4`, `1,4`.
    pub fn decimal(value: f64) -> Argument {
        Argument::Key(decimal(value, Words::English), decimal(value, Words::Indonesian))
    }

    /// The text of a [`Key`](Argument::Key) or [`Text`](Argument::Text) in a language; empty for numbers.
    pub fn key(&self, tongue: messages::Tongue) -> &str {
        match (self, tongue) {
            (Argument::Text(text), _)
            | (Argument::Key(text, _), messages::Tongue::English)
            | (Argument::Key(_, text), messages::Tongue::Indonesian) => text,
            (Argument::Number(_), _) => "",
        }
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Argument {
        Argument::Text(text.to_owned())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Argument {
        Argument::Text(text)
    }
}

impl From<&String> for Argument {
    fn from(text: &String) -> Argument {
        Argument::Text(text.clone())
    }
}

impl From<usize> for Argument {
    fn from(number: usize) -> Argument {
        Argument::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// One finding.
///
/// The message is the Fluent message named by the code. Its attribute `.label` stands beside the carets, `.related` beside
/// every related place, `.help` says what to do; `.suggest` takes the place of `.help` when the argument `suggestion` is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of finding.
    pub code: Code,
    /// Its weight here; the code has a default.
    pub severity: Severity,
    /// Values for the message.
    pub arguments: Vec<(&'static str, Argument)>,
    /// Where. None when it concerns no file.
    pub primary: Option<Location>,
    /// Other places that matter: the first of two duplicates, the file that refers to this one.
    pub related: Vec<Location>,
    /// Text of another tool that explains more (a template engine's own report), printed below as it is.
    pub note: Option<String>,
}

impl Diagnostic {
    /// A finding without a place.
    pub fn new(code: Code) -> Diagnostic {
        Diagnostic {
            code,
            severity: code.severity(),
            arguments: Vec::new(),
            primary: None,
            related: Vec::new(),
            note: None,
        }
    }

    /// A finding in a file.
    pub fn at(code: Code, source: &Arc<Source>, span: Range<usize>) -> Diagnostic {
        Diagnostic { primary: Some(Location::new(source, span)), ..Diagnostic::new(code) }
    }

    /// A finding about a file as a whole.
    pub fn in_file(code: Code, source: &Arc<Source>) -> Diagnostic {
        Diagnostic { primary: Some(Location::file(source)), ..Diagnostic::new(code) }
    }

    /// A character that no page may hold.
    pub fn forbidden(letter: char, source: &Arc<Source>, span: Range<usize>) -> Diagnostic {
        let code = format!("U+{:04X}", u32::from(letter));
        Diagnostic::at(Code::ControlCharacter, source, span).with("character", code)
    }

    /// Sets a value of the message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Argument>) -> Diagnostic {
        self.arguments.push((name, value.into()));
        self
    }

    /// Sets `suggestion` when there is one.
    #[must_use]
    pub fn suggesting(self, suggestion: Option<impl Into<Argument>>) -> Diagnostic {
        match suggestion {
            Some(suggestion) => self.with("suggestion", suggestion),
            None => self,
        }
    }

    /// Adds another place that matters.
    #[must_use]
    pub fn related(mut self, location: Location) -> Diagnostic {
        self.related.push(location);
        self
    }

    /// Adds words of another tool.
    #[must_use]
    pub fn noting(mut self, note: impl Into<String>) -> Diagnostic {
        self.note = Some(note.into());
        self
    }

    /// Says why the system refused, as a word that the messages know; in the system's own words where they do not.
    #[must_use]
    pub fn because(self, error: &io::Error) -> Diagnostic {
        let reason = match error.kind() {
            io::ErrorKind::NotFound => "missing",
            io::ErrorKind::PermissionDenied => "denied",
            io::ErrorKind::IsADirectory => "folder",
            io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => "file",
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "full",
            io::ErrorKind::ReadOnlyFilesystem => "read-only",
            io::ErrorKind::InvalidFilename => "name",
            _ => return self.with("reason", "other").noting(error.to_string()),
        };
        self.with("reason", reason)
    }

    /// The text of an argument, if it has one of that name.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.arguments.iter().rev().find_map(|(known, value)| match value {
            Argument::Text(text) if *known == name => Some(text.as_str()),
            _ => None,
        })
    }

    fn order(&self) -> (Option<&Location>, Code) {
        (self.primary.as_ref(), self.code)
    }
}

impl Diagnostic {
    /// The files that it shows.
    pub fn sources(&self) -> impl Iterator<Item = &Arc<Source>> {
        self.primary.iter().chain(&self.related).map(Location::source)
    }

    /// A file that was saved, moved or removed since it was read. A build begins anew then.
    pub fn overtaken(source: &Arc<Source>) -> Diagnostic {
        let path = source.path.as_str();
        Diagnostic::in_file(Code::Unreadable, source).with("path", path).with("reason", "changed")
    }

    /// Whether it is one of these.
    pub fn is_overtaken(&self) -> bool {
        self.code == Code::Unreadable && self.text("reason") == Some("changed")
    }

    /// The same finding where places in `one` source are those of `other`, which has the same text.
    #[must_use]
    pub fn moved(mut self, one: &Arc<Source>, other: &Arc<Source>) -> Diagnostic {
        for place in self.primary.iter_mut().chain(&mut self.related) {
            place.move_from(one, other);
        }
        self
    }
}

/// Findings, in no order until [`Diagnostics::sorted`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// None yet.
    pub fn new() -> Diagnostics {
        Diagnostics::default()
    }

    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Adds all of `other`.
    pub fn append(&mut self, other: Diagnostics) {
        self.extend(other);
    }

    /// Judges many things on all cores. Values and findings come in the order of the things, whatever the number of threads.
    pub fn gather<I, T>(&mut self, many: I, judge: impl Fn(I::Item, &mut Diagnostics) -> T + Send + Sync) -> Vec<T>
    where
        I: IndexedParallelIterator,
        T: Send,
    {
        let judged = many.map(|one| {
            let mut found = Diagnostics::new();
            (judge(one, &mut found), found)
        });
        let (values, found): (Vec<T>, Vec<Diagnostics>) = judged.unzip();
        found.into_iter().for_each(|found| self.append(found));
        values
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many weigh exactly `severity`.
    pub fn count(&self, severity: Severity) -> usize {
        self.0.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }

    /// Whether one is an error.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// All, as they came.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.iter()
    }

    /// All, to be changed.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Diagnostic> {
        self.0.iter_mut()
    }

    /// The findings of `code` that have one place and one problem, told once: the first by page, and how many `more` there are.
    #[must_use]
    pub fn folded(self, code: Code) -> Diagnostics {
        let text = |finding: &Diagnostic, name: &str| {
            let found = finding.arguments.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| format!("{value:?}")).unwrap_or_default()
        };
        let (mut same, others): (Vec<Diagnostic>, Vec<Diagnostic>) =
            self.0.into_iter().partition(|finding| finding.code == code);
        same.sort_by_cached_key(|finding| (finding.primary.clone(), text(finding, "problem"), text(finding, "page")));
        let told = same.chunk_by(|a, b| a.primary == b.primary && text(a, "problem") == text(b, "problem"));
        let told = told.filter_map(|chunk| Some(chunk.first()?.clone().with("more", chunk.len() - 1)));
        told.chain(others).collect()
    }

    /// Without what follows from another finding, so that one mistake gives one message: all else about a file that is no
    /// text, syntax where a control character stands, and the keys of items whose section is misspelt in the configuration.
    #[must_use]
    pub fn without_consequences(self) -> Diagnostics {
        let path = |finding: &Diagnostic| finding.primary.as_ref().map(|place| place.source().path.clone());
        let with = |code: Code| -> BTreeSet<String> {
            self.0.iter().filter(|finding| finding.code == code).filter_map(path).collect()
        };
        let (not_text, controls) = (with(Code::NotUtf8), with(Code::ControlCharacter));
        let sections = self.0.iter().filter(|finding| finding.code == Code::UnknownSection);
        let sections: Vec<String> =
            sections.filter_map(|finding| Some(format!("content/{}/", finding.text("suggestion")?))).collect();
        let follows = |finding: &Diagnostic| {
            let Some(path) = path(finding) else { return false };
            match finding.code {
                Code::NotUtf8 => false,
                _ if not_text.contains(&path) => true,
                Code::YamlSyntax | Code::TemplateSyntax | Code::FluentSyntax => controls.contains(&path),
                Code::UnknownKey => {
                    finding.text("belongs") == Some("elsewhere")
                        && sections.iter().any(|folder| path.starts_with(folder.as_str()))
                }
                _ => false,
            }
        };
        let kept: Vec<bool> = self.0.iter().map(|finding| !follows(finding)).collect();
        self.0.into_iter().zip(kept).filter_map(|(finding, kept)| kept.then_some(finding)).collect()
    }

    /// Without all findings of `code` but the first: what has one cause is told once.
    #[must_use]
    pub fn first_of(self, code: Code) -> Diagnostics {
        let (same, others): (Vec<Diagnostic>, Vec<Diagnostic>) =
            self.0.into_iter().partition(|finding| finding.code == code);
        let text = |finding: &Diagnostic| format!("{:?}", finding.arguments);
        same.into_iter().min_by_key(text).into_iter().chain(others).collect()
    }

    /// Without what `known` holds too, by code, arguments and what `place` gives.
    #[must_use]
    pub fn without<P: Ord>(self, known: &Diagnostics, place: impl Fn(&Diagnostic) -> P) -> Diagnostics {
        let key = |finding: &Diagnostic| (place(finding), finding.code, format!("{:?}", finding.arguments));
        let known: BTreeSet<_> = known.iter().map(key).collect();
        self.0.into_iter().filter(|finding| !known.contains(&key(finding))).collect()
    }

    /// By path and place, each once: the order in which they are printed. What has no place comes first.
    #[must_use]
    pub fn sorted(mut self) -> Diagnostics {
        self.0.sort_by(|a, b| a.order().cmp(&b.order()));
        self.0.dedup();
        self
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, diagnostics: I) {
        self.0.extend(diagnostics);
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(diagnostics: I) -> Diagnostics {
        Diagnostics(diagnostics.into_iter().collect())
    }
}

impl From<Diagnostic> for Diagnostics {
    fn from(diagnostic: Diagnostic) -> Diagnostics {
        Diagnostics(vec![diagnostic])
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
