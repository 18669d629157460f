//! Open data: what the lists say is what the site says, and nothing that is not public.
//!
//! Fails when a list holds what was withdrawn, or a cell is a formula.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use serde_json::Value;

use crate::site::{CONFIG, TestSite, tree, warta};

fn read(site: &TestSite, name: &str) -> Value {
    serde_json::from_str(&site.text(&format!("api/v1/{name}.json"))).unwrap()
}

fn titles(list: &Value) -> Vec<String> {
    list["items"].as_array().unwrap().iter().map(|item| item["title"].as_str().unwrap().to_owned()).collect()
}

fn expected() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats/open-data")
}

#[test]
fn the_release_and_the_workshop_of_2010_are_as_they_were() {
    let output = tempfile::tempdir().unwrap();
    let public = output.path().join("situs");
    let built = warta()
        .args(["build", "-q", "--now", "2026-11-24", "-r"])
        .arg(env!("CARGO_MANIFEST_DIR"))
        .arg("-o")
        .arg(&public)
        .output()
        .unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let text = |path: &str| fs::read_to_string(public.join("api/v1").join(path)).unwrap();
    let item = |list: &str, id: &str| {
        let list: Value = serde_json::from_str(&text(list)).unwrap();
        let item = list["items"].as_array().unwrap().iter().find(|item| item["id"] == id).unwrap().clone();
        serde_json::to_string_pretty(&item).unwrap() + "\n"
    };
    let id = "reformasi-birokrasi-good-governance-2010";
    let files = [
        ("release.json", item("press-releases.json", id)),
        ("workshop.json", item("workshops.json", "workshop-budaya-kerja-aparatur-2010")),
        (
            "release.csv",
            text("index.csv").lines().filter(|line| line.starts_with(id)).map(|line| format!("{line}\n")).collect(),
        ),
        ("workshops.schema.json", text("schema/workshops.json")),
    ];
    for (name, text) in files {
        let path = expected().join(name);
        if std::env::var_os("WARTA_BLESS").is_some() {
            fs::create_dir_all(expected()).unwrap();
            fs::write(&path, &text).unwrap();
        }
        let before = fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(text, before, "{name}; if that is meant: WARTA_BLESS=1 cargo test --test suite open_data");
    }
}

#[test]
fn lists_hold_what_is_public_in_every_language_newest_first() {
    let site = TestSite::new()
        .release("satu", "title: Satu\ndate: 2020-01-01\ntags: [air]", "")
        .release("dua", "title: Dua\ndate: 2020-02-01\nupdated: 2020-03-01", "")
        .release("konsep", "title: Rahasia\nstatus: draft", "")
        .release("nanti", "title: Rahasia\ndate: 2999-01-01", "")
        .release("batal", "title: Dicabut\nstatus: withdrawn\nwithdrawn: { reason: salah }", "")
        .file("content/berita/satu.en.md", "---\ntitle: One\ndate: 2020-01-01\n---\n")
        .file("content/tentang.md", "---\ntitle: Tentang\n---\n")
        .build();
    let list = read(&site, "press-releases");
    assert_eq!(titles(&list), ["Dua", "Satu", "One"]);
    assert_eq!((&list["count"], &list["updated"]), (&Value::from(3), &Value::from("2020-03-01")));
    assert_eq!(list["items"][1]["url"], "https://a.example/berita/satu/");
    assert_eq!(list["items"][1]["translations"][0]["url"], "https://a.example/en/berita/satu/");
    let index = read(&site, "index");
    let names: Vec<&str> =
        index["lists"].as_array().unwrap().iter().map(|list| list["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["press-releases", "pages"]);
    assert_eq!(index["license"], Value::Null);
    for (path, bytes) in tree(&site.output().join("api")) {
        let text = String::from_utf8(bytes).unwrap();
        assert!(!text.contains("Rahasia") && !text.contains("Dicabut"), "{path}");
    }
    // Known licences have an address.
    let site = site.file("warta.yaml", format!("{CONFIG}license: CC-BY-4.0\n")).build();
    assert_eq!(read(&site, "index")["license"]["url"], "https://creativecommons.org/licenses/by/4.0/");
}

#[test]
fn nothing_in_a_list_depends_on_the_clock_without_need() {
    let site = TestSite::new().release("satu", "", "").build();
    let before = tree(&site.output().join("api"));
    let site = site.now("2027-06-01").build();
    assert_eq!(tree(&site.output().join("api")), before);
}

#[test]
fn an_empty_site_has_an_index_that_lists_nothing() {
    let site = TestSite::new().build();
    let index = read(&site, "index");
    assert_eq!((index["lists"].as_array().map(Vec::len), &index["updated"]), (Some(0), &Value::Null));
    assert_eq!(site.text("api/v1/index.csv").lines().count(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn texts_come_back_from_both_parsers(
        texts in prop::collection::vec("[=+@'\"<>&;,\\[\\]{}a-z 👍é\u{5e9}\u{202e}\u{200f}-]{0,40}|=1\\+1|'x|-5 derajat|</script>|\\]\\]>", 1..6),
        long in 0_usize..3,
    ) {
        let texts: Vec<String> = texts.iter().map(|text| format!("{}x{}", text.trim(), "panjang ".repeat(long * 1200))).collect();
        let site = texts.iter().enumerate().fold(TestSite::new(), |site, (number, text)| {
            let own = format!("import: {{ from: x }}\ntitle: {}\nsummary: {}", Value::from(text.trim()), Value::from(text.trim()));
            site.release(&format!("r{number}"), &own, "")
        });
        // What proofreading has against such titles is not asked here; what is published is.
        let site = site.try_build();
        prop_assume!(site.last().code == Some(0));
        let list = read(&site, "press-releases");
        let mut own = titles(&list);
        own.sort();
        let mut wanted: Vec<String> = texts.iter().map(|text| text.trim().to_owned()).collect();
        wanted.sort();
        prop_assert_eq!(&own, &wanted);
        let table = site.text("api/v1/index.csv");
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let mut cells: Vec<String> = Vec::new();
        for row in reader.records() {
            let row = row.unwrap();
            for cell in &row {
                prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{}", cell);
            }
            cells.push(row[4].strip_prefix('\'').unwrap_or(&row[4]).to_owned());
        }
        cells.sort();
        prop_assert_eq!(cells, wanted);
    }
}
