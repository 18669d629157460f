//! Diagnostics as text: for people, and in the forms that other programs read.
//!
//! A form for programs is one document with all findings of a run, in the order in which they are printed for people. Places are
//! counted as those do: lines and columns from 1, columns in characters, the end just behind the last character.

mod github;
mod human;
mod json;
mod sarif;

pub use human::severity_name;

use super::Diagnostics;
use super::messages::Messages;

/// How text for people is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// With colours.
    pub color: bool,
    /// Width of the terminal in columns.
    pub width: usize,
}

/// A form in which findings are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people, with the lines concerned.
    #[default]
    Human,
    /// One JSON document, as `docs/findings.schema.json` says.
    Json,
    /// SARIF 2.1.0 (OASIS), which code scanners and editors read.
    Sarif,
    /// Annotations of GitHub Actions, a line each.
    Github,
}

/// What the forms have in common.
#[derive(Debug)]
pub struct Printer<'a> {
    /// The words.
    pub messages: &'a Messages,
    /// How text for people is drawn.
    pub style: Style,
    /// The project's folder as it was named: what paths in annotations begin with, since they are read from elsewhere.
    pub root: &'a str,
}

impl Printer<'_> {
    /// All findings in `format`, with a newline at the end of each line; empty when there is nothing to say.
    pub fn print(&self, found: &Diagnostics, format: Format) -> String {
        match format {
            Format::Human => found.iter().map(|one| human::human(one, self.messages, self.style) + "\n\n").collect(),
            Format::Json => json::document(found, self.messages),
            Format::Sarif => sarif::log(found, self),
            Format::Github => found.iter().map(|one| github::annotation(one, self)).collect(),
        }
    }

    /// A path of the project from where the program was started.
    fn path(&self, path: &str) -> String {
        match self.root.trim_end_matches('/') {
            "" | "." => path.to_owned(),
            root => format!("{}/{path}", root.strip_prefix("./").unwrap_or(root)),
        }
    }
}

/// Indented JSON with a newline at its end.
fn to_json(value: &impl serde::Serialize) -> String {
    // Structs of texts and numbers always have a JSON form.
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}
