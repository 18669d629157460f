//! Fields are declared once: the schemas and the tables in `docs/` are made from the declarations.
//!
//! `WARTA_BLESS=1 cargo test reference` writes the tables into the documents.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;
use warta::config::Kind;
use warta::config::written::{
    MenuEntry, Written, WrittenComments, WrittenFeeds, WrittenFrontMatter, WrittenHeaders, WrittenHighlight,
    WrittenImage, WrittenLanguage, WrittenMarkdown, WrittenNumbering, WrittenSection, WrittenSecurity, WrittenTaxonomy,
    WrittenViews,
};
use warta::diagnostic::messages::Tongue;
use warta::parse::comments::WrittenComment;
use warta::parse::documents::{ALL, DocumentKind};
use warta::parse::kinds::{
    Announcement, Common, Gallery, Material, PageFields, PressRelease, Programme, SectionFields, Workshop,
};
use warta::parse::ledger::WrittenAddress;
use warta::parse::records::{Organization, Person, Topic, ViewCount};
use warta::read::theme::ThemeManifest;
use warta::yaml::fields::RecordShape;
use warta::yaml::reference::{Links, Reference, records_in};
use warta::yaml::{Field, Shape};

use crate::site::{TestSite, warta};

/// The records that have a table of their own at a place chosen by hand.
fn placed() -> Vec<RecordShape> {
    vec![
        RecordShape::of::<Common>(),
        RecordShape::of::<PressRelease>(),
        RecordShape::of::<Workshop>(),
        RecordShape::of::<Programme>(),
        RecordShape::of::<Material>(),
        RecordShape::of::<PageFields>(),
        RecordShape::of::<Announcement>(),
        RecordShape::of::<Gallery>(),
        RecordShape::of::<SectionFields>(),
        RecordShape::of::<Person>(),
        RecordShape::of::<Organization>(),
        RecordShape::of::<Topic>(),
        RecordShape::of::<ViewCount>(),
        RecordShape::of::<WrittenComment>(),
        RecordShape::of::<WrittenAddress>(),
        RecordShape::of::<Written>(),
        RecordShape::of::<WrittenLanguage>(),
        RecordShape::of::<MenuEntry>(),
        RecordShape::of::<WrittenSection>(),
        RecordShape::of::<WrittenTaxonomy>(),
        RecordShape::of::<WrittenFeeds>(),
        RecordShape::of::<WrittenMarkdown>(),
        RecordShape::of::<WrittenHighlight>(),
        RecordShape::of::<WrittenComments>(),
        RecordShape::of::<WrittenViews>(),
        RecordShape::of::<WrittenImage>(),
        RecordShape::of::<WrittenNumbering>(),
        RecordShape::of::<WrittenFrontMatter>(),
        RecordShape::of::<WrittenHeaders>(),
        RecordShape::of::<WrittenSecurity>(),
        RecordShape::of::<ThemeManifest>(),
    ]
}

/// What all kinds of items say of a field: `e` if all agree, `e (press_release, workshop)` otherwise.
fn need(tables: &Reference, record: &RecordShape, field: &Field) -> Option<String> {
    let items: Vec<&DocumentKind> = ALL
        .iter()
        .filter(|kind| kind.item.is_some() && matches!((kind.shape)(), Shape::Record(all) if record.fields().all(|own| all.named(own.name).is_some())))
        .collect();
    let asking: Vec<_> = items.iter().filter_map(|kind| Some((kind.need(field)?, kind.name))).collect();
    let need = tables.need(asking.first()?.0);
    let names: Vec<&str> = asking.iter().map(|(_, name)| *name).collect();
    Some(if names.len() == items.len() { need.to_owned() } else { format!("{need} ({})", names.join(", ")) })
}

/// Every shape that stands in an item or a data file.
fn content() -> Vec<Shape> {
    ALL.iter().filter(|kind| !matches!(kind.name, "config" | "theme")).map(|kind| (kind.shape)()).collect()
}

/// The documents with tables: their language, and whether types are links to other tables.
const DOCUMENTS: &[(&str, Tongue, Links)] = &[
    ("reference/content.md", Tongue::English, Links::Within),
    ("reference/configuration.md", Tongue::English, Links::None),
    ("panduan/kunci.md", Tongue::Indonesian, Links::Within),
];

fn block(name: &str, tables: &Reference) -> String {
    let placed = placed();
    match name {
        "words" => tables.words(&content()),
        "records" => {
            let records = records_in(&content());
            let others = records.iter().filter(|record| placed.iter().all(|known| known.name != record.name));
            others.map(|record| tables.section(3, record, |_| None)).collect::<Vec<_>>().join("\n")
        }
        fields => {
            let record = fields.strip_prefix("fields: ").and_then(|name| placed.iter().find(|one| one.name == name));
            let record = record.unwrap_or_else(|| panic!("{name} names nothing"));
            tables.table(record, |field| need(tables, record, field))
        }
    }
}

/// The document with its blocks made anew.
fn filled(tables: &Reference, text: &str) -> String {
    let mut out = String::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        out.push_str(line);
        out.push('\n');
        let name = line.strip_prefix("<!-- ").and_then(|rest| rest.strip_suffix(" -->"));
        if let Some(name) = name.filter(|name| *name != "end") {
            out.push_str(&block(name, tables));
            out.push_str("<!-- end -->\n");
            assert!(lines.any(|line| line == "<!-- end -->"), "{name} has no end");
        }
    }
    out
}

#[test]
fn tables_in_the_documents_are_those_of_the_declarations() {
    for (document, tongue, links) in DOCUMENTS {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/content").join(document);
        let text = fs::read_to_string(&path).unwrap();
        let fresh = filled(&Reference::new(*tongue, *links), &text);
        if std::env::var_os("WARTA_BLESS").is_some() {
            fs::write(&path, fresh).unwrap();
        } else {
            assert!(text == fresh, "docs/content/{document} is not up to date: WARTA_BLESS=1 cargo test reference");
        }
    }
}

/// Names of the tables that a document shows; of a table for all that has none elsewhere, the names of those too.
fn shown(document: &str) -> BTreeSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/content").join(document);
    let text = fs::read_to_string(path).unwrap();
    let mut shown: BTreeSet<String> = text
        .lines()
        .filter_map(|line| line.strip_prefix("<!-- fields: ")?.strip_suffix(" -->").map(str::to_owned))
        .collect();
    if text.contains("\n<!-- records -->\n") {
        let placed = placed();
        let others = records_in(&content()).into_iter().filter(|one| placed.iter().all(|known| known.name != one.name));
        shown.extend(others.map(|record| record.name.to_owned()));
    }
    shown
}

#[test]
fn every_field_of_every_file_stands_in_a_table() {
    let all: Vec<Shape> = ALL.iter().map(|kind| (kind.shape)()).collect();
    let english = &shown("reference/content.md") | &shown("reference/configuration.md");
    let indonesian = shown("panduan/kunci.md");
    for (shapes, shown) in [(all, english), (content(), indonesian)] {
        let records = records_in(&shapes);
        // Keys of all kinds have a table of their own, which that of a kind is without.
        let missing: Vec<_> = records.iter().map(|record| record.name).filter(|name| !shown.contains(*name)).collect();
        assert!(!records.is_empty() && missing.is_empty(), "in no table of the reference: {missing:?}");
    }
}

#[test]
fn every_field_has_a_meaning_that_ends_in_a_full_stop() {
    let shapes: Vec<Shape> = ALL.iter().map(|kind| (kind.shape)()).collect();
    for record in records_in(&shapes) {
        for field in record.fields() {
            assert!(field.doc.trim().ends_with('.'), "{}.{}: {}", record.name, field.name, field.doc);
        }
    }
}

fn schema(kind: &str) -> Value {
    let ran = warta().args(["schema", kind, "--lang", "en"]).output().unwrap();
    assert!(ran.status.success());
    serde_json::from_slice(&ran.stdout).unwrap()
}

#[test]
fn a_schema_has_both_names_of_a_key_and_says_what_is_needed() {
    let release = schema("siaran_pers");
    assert_eq!(release, schema("press_release"));
    let keys = release["properties"].as_object().unwrap();
    assert!(["title", "judul", "titimangsa", "dateline"].iter().all(|key| keys.contains_key(*key)));
    assert_eq!(keys["title"]["description"], "The title, 1 to 150 characters.");
    let conditions = release["allOf"].as_array().unwrap();
    let needs = |key: &str| conditions.iter().any(|one| one["anyOf"][0]["required"][0] == key);
    assert!(needs("title") && needs("date") && !needs("summary"));
    assert!(conditions.contains(&serde_json::json!({ "not": { "required": ["title", "judul"] } })));
    // What editors show is in the language of messages.
    let indonesian = warta().args(["schema", "page", "--lang", "id"]).output().unwrap();
    let indonesian: Value = serde_json::from_slice(&indonesian.stdout).unwrap();
    assert_eq!(indonesian["properties"]["title"]["description"], "Judul, 1 sampai 150 karakter.");
    // The date of an event may be its start.
    let workshop = schema("workshop");
    let needs =
        |key: &str| workshop["allOf"].as_array().unwrap().iter().any(|one| one["anyOf"][0]["required"][0] == key);
    assert!(needs("start") && !needs("date"));
}

#[test]
fn kinds_of_files_are_listed_and_a_wrong_one_is_an_error_of_use() {
    let ran = warta().args(["schema", "--lang", "en"]).output().unwrap();
    let out = String::from_utf8(ran.stdout).unwrap();
    assert!(ALL.iter().all(|kind| out.contains(kind.name) && out.contains(kind.files)), "{out}");
    let ran = warta().args(["schema", "siaran"]).output().unwrap();
    assert_eq!(ran.status.code(), Some(2));
    let table = warta().args(["schema", "halaman", "--as", "markdown", "--lang", "en"]).output().unwrap();
    let table = String::from_utf8(table.stdout).unwrap();
    assert!(table.starts_with("## Page fields") && table.contains("| `title` (`judul`) | text | R |"), "{table}");
}

#[test]
fn what_a_kind_requires_by_rule_is_an_error_without_it() {
    // The schema and the tables say so; the program must, too.
    for kind in ALL.iter().filter(|kind| kind.item == Some(Kind::PressRelease)) {
        for key in kind.required() {
            let text = "---\ntitle: A\ndate: 2020-01-01\n---\n".replace(&format!("{key}: 2020-01-01\n"), "");
            TestSite::new().file("content/berita/a.md", text).fails().expect_message(&format!("“{key}” is missing"));
        }
    }
}
