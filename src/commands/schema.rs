//! `warta schema`: the keys of a kind of file, for editors as JSON Schema and for people as a table.

use super::report::number;
use super::{Outcome, Reporter};
use crate::diagnostic::messages::Tongue;
use crate::parse::documents::{self, DocumentKind};
use crate::yaml::fields::RecordShape;
use crate::yaml::meanings::Meanings;
use crate::yaml::reference::{self, Links, Reference};
use crate::yaml::{Field, Shape, schema};

/// `warta schema`
#[derive(Clone, Debug, clap::Args)]
pub struct Arguments {
    /// The kind of file; all of them are listed without it.
    #[arg(value_name = "KIND", value_parser = known)]
    pub kind: Option<String>,
    /// How it is printed.
    #[arg(long = "as", value_name = "FORM", default_value = "json")]
    pub form: Form,
}

/// A form in which a schema is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Form {
    /// JSON Schema, draft 2020-12.
    Json,
    /// A table in Markdown.
    Markdown,
}

fn known(text: &str) -> Result<String, String> {
    let found = DocumentKind::named(text).map(|kind| kind.name.to_owned());
    let names = || documents::ALL.iter().map(|kind| kind.name).collect::<Vec<_>>().join(", ");
    found.ok_or_else(names)
}

/// Prints it.
pub fn run(arguments: &Arguments, reporter: &Reporter) -> Outcome {
    match arguments.kind.as_deref().and_then(DocumentKind::named) {
        Some(kind) => reporter.text(&printed(kind, arguments.form, reporter.tongue())),
        None => {
            let width = documents::ALL.iter().map(|kind| kind.name.len()).max().unwrap_or_default();
            for kind in documents::ALL {
                let alias = kind.alias.map(|alias| format!("  ({alias})")).unwrap_or_default();
                reporter.text(&format!("{:width$}  {}{alias}\n", kind.name, kind.files));
            }
            reporter.line("schemas", &[("count", number(documents::ALL.len()))]);
        }
    }
    Outcome::Done
}

/// The schema of a kind of file, as an editor reads it.
pub(super) fn as_json(kind: &DocumentKind, tongue: Tongue) -> String {
    let title = format!("warta: {}", kind.files);
    let document = schema::document(&title, &(kind.shape)(), &kind.required(), &Meanings::new(tongue));
    // Texts, numbers and lists always have a JSON form.
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

fn printed(kind: &DocumentKind, form: Form, tongue: Tongue) -> String {
    let shape = (kind.shape)();
    match form {
        Form::Json => as_json(kind, tongue),
        Form::Markdown => {
            let mut records = reference::records_in(std::slice::from_ref(&shape));
            // What stands at the top is explained first.
            let top = |record: &RecordShape| matches!(&shape, Shape::Record(own) if own.name == record.name);
            records.sort_by_key(|record| !top(record));
            let tables = Reference::new(tongue, Links::None);
            let sections = records.iter().map(|record| {
                let need = |field: &Field| top(record).then(|| kind.need(field)).flatten();
                tables.section(2, record, |field| need(field).map(|need| tables.need(need).to_owned()))
            });
            sections.collect::<Vec<_>>().join("\n")
        }
    }
}
