//! What `warta init` writes for VS Code: schemas for files of YAML, snippets for front matter, a task that underlines findings.
//!
//! The YAML extension completes in files of YAML and does not look into Markdown. In front matter keys come from snippets, and what
//! is wrong from `warta check`, which runs as a task. Settings, recommendations and the task are people's own once they are there;
//! schemas and snippets are made from the program's declarations, and are written anew by `--editor`.

use serde_json::{Map, Value, json};

use crate::commands::schema::as_json;
use crate::diagnostic::messages::Tongue;
use crate::parse::documents::{ALL, DocumentKind};
use crate::yaml::fields::RecordShape;
use crate::yaml::meanings::Meanings;
use crate::yaml::scalars::{Form, Word};
use crate::yaml::{Field, Shape};

/// Choices of one snippet; a longer list is no help.
const MOST_CHOICES: usize = 30;

/// A file for the editor.
pub(super) struct EditorFile {
    /// Where, from the project's folder.
    pub(super) path: String,
    /// What stands in it.
    pub(super) text: String,
    /// Whether the program makes it, and may write it anew.
    pub(super) is_made: bool,
}

/// Every file, in the language of messages.
pub(super) fn files(tongue: Tongue) -> Vec<EditorFile> {
    let mut files = vec![
        own("settings.json", pretty(&settings())),
        own("extensions.json", pretty(&json!({ "recommendations": ["redhat.vscode-yaml"] }))),
        own("tasks.json", include_str!("editor/tasks.json").to_owned()),
        made("warta.code-snippets", pretty(&snippets(tongue))),
    ];
    files.extend(ALL.iter().map(|kind| made(&format!("warta/{}.json", kind.name), as_json(kind, tongue))));
    files
}

fn own(name: &str, text: String) -> EditorFile {
    EditorFile { path: format!(".vscode/{name}"), text, is_made: false }
}

fn made(name: &str, text: String) -> EditorFile {
    EditorFile { is_made: true, ..own(name, text) }
}

fn pretty(value: &Value) -> String {
    // Texts, numbers and lists always have a JSON form.
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}

/// Which schema is for which files, and that keys complete in Markdown too.
fn settings() -> Value {
    let yaml = ALL.iter().filter(|kind| !kind.files.ends_with(".md"));
    let schemas: Map<String, Value> =
        yaml.map(|kind| (format!("./.vscode/warta/{}.json", kind.name), json!(kind.files))).collect();
    json!({
        "yaml.schemas": schemas,
        "[markdown]": { "editor.quickSuggestions": { "other": true }, "editor.wordWrap": "on" },
        "files.exclude": { "public": true, "public-server": true, ".warta": true }
    })
}

/// A snippet for each key of an item, by either name.
fn snippets(tongue: Tongue) -> Value {
    let meanings = Meanings::new(tongue);
    let mut snippets = Map::new();
    for kind in ALL.iter().filter(|kind| kind.item.is_some()) {
        let Shape::Record(record) = (kind.shape)() else { continue };
        for field in record.fields() {
            let key = match (tongue, field.alias) {
                (Tongue::Indonesian, Some(alias)) => alias,
                _ => field.name,
            };
            snippets.entry(key).or_insert_with(|| {
                let body = format!("{key}: {}", value((field.shape)(), tongue));
                snippet(body, kind, &record, field, &meanings)
            });
        }
    }
    Value::Object(snippets)
}

fn snippet(body: String, kind: &DocumentKind, record: &RecordShape, field: &Field, meanings: &Meanings) -> Value {
    let prefix: Vec<&str> = std::iter::once(field.name).chain(field.alias).collect();
    let more = if is_of_all(field) { String::new() } else { format!(" ({})", kind.name) };
    json!({
        "scope": "markdown",
        "prefix": prefix,
        "body": body,
        "description": format!("{}{more}", meanings.field(record, field)),
    })
}

/// Whether every kind of item has the field.
fn is_of_all(field: &Field) -> bool {
    ALL.iter().filter(|kind| kind.item.is_some()).all(|kind| match (kind.shape)() {
        Shape::Record(record) => record.named(field.name).is_some(),
        _ => false,
    })
}

/// What is to be filled in, in the snippet syntax of VS Code.
fn value(shape: Shape, tongue: Tongue) -> String {
    let is_english = tongue == Tongue::English;
    match shape {
        Shape::Scalar { form: Form::Words(words), .. } if words.len() <= MOST_CHOICES => {
            let name = |word: &Word| if is_english { word.word } else { word.aliases.first().unwrap_or(&word.word) };
            format!("${{1|{}|}}", words.iter().map(name).collect::<Vec<_>>().join(","))
        }
        Shape::Scalar { form: Form::Flag, .. } => if is_english { "${1|yes,no|}" } else { "${1|ya,tidak|}" }.to_owned(),
        Shape::List(item) => match *item {
            Shape::Record(_) => "\n  - $1".to_owned(),
            _ => "[$1]".to_owned(),
        },
        Shape::Record(_) => "\n  $1".to_owned(),
        _ => "$1".to_owned(),
    }
}
