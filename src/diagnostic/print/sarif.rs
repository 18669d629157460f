//! SARIF 2.1.0: the log of one run (OASIS Standard, 27 March 2020).
//!
//! Only what this program knows is filled in. Columns are counted in characters (`unicodeCodePoints`, §3.14.17). A fingerprint
//! (§3.27.17) names a finding by its code, its file and the words at its place, so that moving it by a line is no new one.

use std::collections::BTreeMap;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use xxhash_rust::xxh3::xxh3_128;

use super::Printer;
use crate::diagnostic::explanations::{explanation, title};
use crate::diagnostic::messages::Tongue;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::source::Location;

/// What a path keeps in a URI (RFC 3986 §3.3: unreserved characters and the slash).
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

#[derive(Serialize)]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    column_kind: &'static str,
    results: Vec<Outcome>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    name: String,
    short_description: Text,
    help: Help,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

/// Markdown reads well as text, too.
#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Text,
    locations: Vec<Place>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Place>,
    partial_fingerprints: BTreeMap<&'static str, String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Place {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    region: Region,
}

#[derive(Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_column: Option<usize>,
    end_line: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<usize>,
}

/// The log, indented, with a newline at its end.
pub(super) fn log(found: &Diagnostics, printer: &Printer<'_>) -> String {
    let mut codes: Vec<Code> = found.iter().map(|one| one.code).collect();
    codes.sort_unstable();
    codes.dedup();
    let results = found.iter().map(|one| outcome(one, &codes, printer)).collect();
    let rules = codes.iter().map(|code| rule(*code, printer.messages.tongue)).collect();
    super::to_json(&Log {
        schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool { driver: Driver { name: "warta", semantic_version: env!("CARGO_PKG_VERSION"), rules } },
            column_kind: "unicodeCodePoints",
            results,
        }],
    })
}

fn rule(code: Code, tongue: Tongue) -> Rule {
    // The page about the code, without its heading: that is the short description.
    let page = explanation(code, tongue);
    let page = page.split_once('\n').map_or(page, |(_, page)| page).trim().to_owned();
    Rule {
        id: code.number(),
        name: pascal(code.name()),
        short_description: Text { text: title(code, tongue).to_owned() },
        help: Help { text: page.clone(), markdown: page },
        default_configuration: Configuration { level: level(code.severity()) },
    }
}

/// `unknown-key` → `UnknownKey`, as §3.49.7 wants names.
fn pascal(name: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    name.split('-').map(capital).collect()
}

fn outcome(one: &Diagnostic, codes: &[Code], printer: &Printer<'_>) -> Outcome {
    let wording = printer.messages.wording(one);
    let related = one.related.iter().enumerate().map(|(index, other)| {
        let message = wording.related.clone().map(|text| Text { text });
        Place { id: Some(index), message, ..place(other, printer) }
    });
    let parts = [Some(wording.message), wording.help, one.note.clone()];
    Outcome {
        rule_id: one.code.number(),
        rule_index: codes.binary_search(&one.code).unwrap_or_default(),
        level: level(one.severity),
        message: Text { text: parts.into_iter().flatten().collect::<Vec<_>>().join("\n") },
        locations: one.primary.iter().map(|primary| place(primary, printer)).collect(),
        related_locations: related.collect(),
        partial_fingerprints: BTreeMap::from([("wartaFinding/v1", fingerprint(one))]),
    }
}

fn place(location: &Location, printer: &Printer<'_>) -> Place {
    let source = location.source();
    let region = location.lines().map_or_else(
        // A file as a whole is told by its lines alone (§3.30.1 wants a region all the same).
        || Region {
            start_line: 1,
            start_column: None,
            end_line: source.text().lines().count().max(1),
            end_column: None,
        },
        |(start, end)| Region {
            start_line: start.line,
            start_column: Some(start.column),
            end_line: end.line,
            end_column: Some(end.column),
        },
    );
    let physical_location =
        PhysicalLocation { artifact_location: ArtifactLocation { uri: uri(&printer.path(&source.path)) }, region };
    Place { id: None, physical_location, message: None }
}

/// A relative reference, or a `file:` URI for a path from the root of the disk (RFC 8089).
fn uri(path: &str) -> String {
    let scheme = if path.starts_with('/') { "file://" } else { "" };
    format!("{scheme}{}", utf8_percent_encode(path, PATH))
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn fingerprint(one: &Diagnostic) -> String {
    let (path, words) = one.primary.as_ref().map_or(("", ""), |primary| {
        let source = primary.source();
        (source.path.as_str(), source.slice(primary.span()))
    });
    format!("{:032x}", xxh3_128(format!("{}\0{path}\0{words}", one.code.number()).as_bytes()))
}
