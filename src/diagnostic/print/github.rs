//! Workflow commands of GitHub Actions: `::error file=…,line=…,title=E013::message`.
//!
//! <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>

use std::fmt::Write;

use super::Printer;
use crate::diagnostic::messages::visible;
use crate::diagnostic::{Diagnostic, Severity};

/// One finding as one line.
pub(super) fn annotation(finding: &Diagnostic, printer: &Printer<'_>) -> String {
    let command = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let mut properties = Vec::new();
    if let Some(place) = &finding.primary {
        properties.push(("file", printer.path(&place.source().path)));
        if let Some((start, end)) = place.lines() {
            properties.push(("line", start.line.to_string()));
            properties.push(("endLine", end.line.to_string()));
            // A column means something only within one line.
            if start.line == end.line {
                properties.push(("col", start.column.to_string()));
                properties.push(("endColumn", end.column.to_string()));
            }
        }
    }
    properties.push(("title", finding.code.number().to_owned()));
    let properties: Vec<String> =
        properties.iter().map(|(name, value)| format!("{name}={}", property(value))).collect();
    let wording = printer.messages.wording(finding);
    let mut text = wording.message;
    for more in wording.help.iter().chain(&finding.note) {
        // Writing to a String cannot fail.
        let _ = write!(text, "\n{more}");
    }
    format!("::{command} {}::{}\n", properties.join(","), data(&text))
}

fn data(text: &str) -> String {
    visible(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
