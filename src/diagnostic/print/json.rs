//! One JSON document with all findings; `docs/findings.schema.json` describes it.

use serde::Serialize;
use serde_json::Value;

use crate::diagnostic::messages::{Messages, Tongue};
use crate::diagnostic::{Argument, Diagnostic, Diagnostics, Severity};
use crate::source::{Location, Position};

/// Version of the document's shape; raised when a reader of the last one would not understand it.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document {
    version: u32,
    language: &'static str,
    errors: usize,
    warnings: usize,
    findings: Vec<Finding>,
}

#[derive(Serialize)]
struct Finding {
    code: &'static str,
    name: &'static str,
    severity: &'static str,
    message: String,
    label: Option<String>,
    help: Option<String>,
    note: Option<String>,
    place: Option<Place>,
    related: Vec<Related>,
    arguments: serde_json::Map<String, Value>,
}

#[derive(Serialize)]
struct Related {
    message: Option<String>,
    place: Place,
}

#[derive(Serialize)]
struct Place {
    path: String,
    /// None when the file as a whole is meant.
    start: Option<Point>,
    end: Option<Point>,
}

#[derive(Serialize)]
struct Point {
    line: usize,
    column: usize,
    byte: usize,
}

/// The document, indented, with a newline at its end.
pub(super) fn document(found: &Diagnostics, messages: &Messages) -> String {
    let document = Document {
        version: VERSION,
        language: match messages.tongue {
            Tongue::Indonesian => "id",
            Tongue::English => "en",
        },
        errors: found.count(Severity::Error),
        warnings: found.count(Severity::Warning),
        findings: found.iter().map(|one| finding(one, messages)).collect(),
    };
    super::to_json(&document)
}

fn finding(one: &Diagnostic, messages: &Messages) -> Finding {
    let wording = messages.wording(one);
    let related = one.related.iter().map(|other| Related { message: wording.related.clone(), place: place(other) });
    Finding {
        code: one.code.number(),
        name: one.code.name(),
        severity: match one.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        },
        message: wording.message,
        label: wording.label,
        related: related.collect(),
        help: wording.help,
        note: one.note.clone(),
        place: one.primary.as_ref().map(place),
        arguments: one.arguments.iter().map(|(name, value)| ((*name).to_owned(), argument(value, messages))).collect(),
    }
}

fn argument(value: &Argument, messages: &Messages) -> Value {
    match value {
        Argument::Text(text) => Value::from(text.as_str()),
        Argument::Number(number) => Value::from(*number),
        Argument::Key(..) => Value::from(value.key(messages.tongue)),
    }
}

fn place(location: &Location) -> Place {
    let span = location.shown();
    let point = |position: Position, byte| Point { line: position.line, column: position.column, byte };
    let (start, end) = location.lines().unzip();
    Place {
        path: location.source().path.clone(),
        start: start.map(|position| point(position, span.start)),
        end: end.map(|position| point(position, span.end)),
    }
}
