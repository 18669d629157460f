//! The golden site: every field, every name of it and every word at least once, what templates are given for them, and what
//! `check` says, to the letter.
//!
//! `WARTA_BLESS=1 cargo test --test suite golden` writes `tests/golden/expected/` anew; read what has changed before it is committed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};
use warta::formats::words::words;

use crate::site::{TestSite, tree, warta};

mod pretty;
mod used;

/// The instant of every build: some events lie behind, some ahead, some announcements stand.
const NOW: &str = "2026-11-24T10:00:00+07:00";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// The project's own files, without what is expected of them.
fn project() -> BTreeMap<String, Vec<u8>> {
    tree(&folder()).into_iter().filter(|(path, _)| !path.starts_with("expected/") && path != "README.md").collect()
}

/// A copy, since builds write into the project; `change` may give a file another text.
fn copy(change: impl Fn(&str, &str) -> Option<String>) -> TestSite {
    project().into_iter().fold(TestSite::empty().now(NOW), |site, (path, bytes)| {
        let changed = std::str::from_utf8(&bytes).ok().and_then(|text| change(&path, text));
        site.file(&path, changed.map_or(bytes, String::into_bytes))
    })
}

fn as_it_is(_: &str, _: &str) -> Option<String> {
    None
}

/// With the theme of the program in the place of its own.
fn with_balai() -> TestSite {
    copy(|path, text| (path == "warta.yaml").then(|| text.replace("theme: data\n", "theme: balai\n")))
}

/// Compares files with those below `expected/`, or writes them.
fn expect(part: &str, files: &BTreeMap<String, String>) {
    let root = folder().join("expected").join(part);
    if std::env::var_os("WARTA_BLESS").is_some() {
        let _ = fs::remove_dir_all(&root);
        for (path, text) in files {
            let target = root.join(path);
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            fs::write(target, text).unwrap();
        }
        return;
    }
    let expected = tree(&root);
    let paths: BTreeSet<&String> = expected.keys().chain(files.keys()).collect();
    let differing: Vec<String> = paths
        .into_iter()
        .filter_map(|path| {
            let before = expected.get(path).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
            let after = files.get(path);
            (before.as_ref() != after).then(|| difference(path, before.as_deref(), after.map(String::as_str)))
        })
        .collect();
    let shown: String = differing.iter().take(5).cloned().collect();
    assert!(
        differing.is_empty(),
        "{} files of tests/golden/expected/{part} differ:\n{shown}\nIf that is meant: WARTA_BLESS=1 cargo test --test suite golden",
        differing.len()
    );
}

/// A file's name and the first lines that differ.
fn difference(path: &str, before: Option<&str>, after: Option<&str>) -> String {
    let (Some(before), Some(after)) = (before, after) else {
        return format!("{path}: {}\n", if before.is_some() { "is no more" } else { "is new" });
    };
    let (before, after): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let first = before.iter().zip(&after).take_while(|(one, other)| one == other).count();
    let show = |sign, lines: &[&str]| -> String {
        lines.iter().skip(first).take(4).map(|line| format!("{sign} {line}\n")).collect()
    };
    format!("{path}:{}\n{}{}", first + 1, show('-', &before), show('+', &after))
}

#[test]
fn every_field_every_name_of_it_and_every_word_is_used() {
    let unused = used::unused(&project());
    assert_eq!(unused, [""; 0], "tests/golden uses each once; add them to one of its items");
}

#[test]
fn templates_are_given_what_they_were_given() {
    let site = copy(as_it_is).build();
    let judged = ["html", "xml", "csv", "txt", "json"];
    let files = tree(site.output()).into_iter().filter_map(|(path, bytes)| {
        let ending = path.rsplit('.').next()?;
        // What is copied is compared elsewhere; here it would stand twice in the repository.
        let made =
            !project().contains_key(&format!("content/{path}")) && !project().contains_key(&format!("static/{path}"));
        if !judged.contains(&ending) || path.starts_with("aset/") || !made || is_small(&path) {
            return None;
        }
        let text = String::from_utf8(bytes).unwrap();
        let (path, text) = match serde_json::from_str::<Value>(&text) {
            Ok(value) => (path.replace(".html", ".json"), pretty::printed(without_versions(value))),
            Err(_) => (path, text.replace(env!("CARGO_PKG_VERSION"), "0")),
        };
        Some((path, text))
    });
    expect("site", &files.collect());
}

/// Whether a page is that of an item that is there for a single word, or a list of terms: the others show the same.
fn is_small(path: &str) -> bool {
    let small = [
        "/acara-",
        "/lembar-",
        "/cap-",
        "/status-",
        "/p-",
        "jenis-",
        "/rilis-",
        "/gambar-hiasan",
        "/hiasan",
        "/luring",
    ];
    // Schemas hang on the program alone; one stands in `tests/formats/`.
    let lists = ["topik/", "instansi/", "kecamatan/", "label/", "api/v1/schema/"];
    // The other formats of a feed, and the feeds of kinds, hold what the feed of the site holds.
    let again = (path.ends_with("/rss.xml") || path.ends_with("/feed.json")) || path.starts_with("jenis/");
    again || small.iter().any(|name| path.contains(name)) || lists.iter().any(|list| path.starts_with(list))
}

/// What changes with versions and nothing else is left out.
fn without_versions(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            let kept = map.into_iter().filter(|(key, _)| key != "generator");
            Value::Object(kept.map(|(key, value)| (key, without_versions(value))).collect::<Map<_, _>>())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(without_versions).collect()),
        other => other,
    }
}

#[test]
fn check_says_what_it_said() {
    let site = copy(as_it_is);
    let said = ["en", "id"].map(|tongue| {
        let ran = warta().args(["check", "--strict", "--lang", tongue, "--now", NOW, "-r"]).arg(site.path("")).output();
        let ran = ran.unwrap();
        let text = String::from_utf8(ran.stdout).unwrap() + &String::from_utf8(ran.stderr).unwrap();
        // The last line says how long it took.
        let findings = text.lines().filter(|line| !line.starts_with("Checked:") && !line.starts_with("Diperiksa:"));
        (format!("{tongue}.txt"), findings.map(|line| format!("{line}\n")).collect())
    });
    expect("messages", &said.into_iter().collect());
}

#[test]
fn the_theme_of_the_program_renders_all_of_it() {
    let (given, shown) = (copy(as_it_is).build(), with_balai().build());
    let (given, shown) = (tree(given.output()), tree(shown.output()));
    let mut items = 0;
    for (path, bytes) in given.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = shown.get(path).unwrap_or_else(|| panic!("{path} is missing"));
        let page = std::str::from_utf8(page).unwrap();
        let Ok(given) = serde_json::from_slice::<Value>(bytes) else { continue };
        // What an item is called stands in its heading as text, whatever letters it is made of.
        let Some(title) = given["page"]["title"].as_str() else { continue };
        let heading = page.split_once("<h1").and_then(|(_, rest)| rest.split_once("</h1>")).unwrap().0;
        let said = words(&format!("<h1{heading}"));
        assert_eq!(said, title.split_whitespace().collect::<Vec<_>>(), "{path}");
        items += 1;
    }
    assert!(items > 60, "{items} texts");
}

#[test]
fn the_other_settings_are_used_too() {
    let site = copy(|path, text| (path == "warta.yaml").then(|| used::with_other_settings(text)));
    // Its texts hold no HTML, so that nothing is forbidden; and an unknown key is no error.
    let site = site.file("content/tambahan.md", "---\ntitle: Contoh tambahan\ntak_dikenal: 1\n---\n\nContoh isi.\n");
    let site = site.try_build();
    let codes: BTreeSet<String> = site.last().codes().into_iter().collect();
    assert!(codes.contains("E013") || site.last().err.contains("tak_dikenal"), "{codes:?}");
    assert!(!site.last().err.contains("error[E013]"), "{}", site.last().err);
    assert_eq!(site.last().code, Some(0), "{}", site.last().err);
    // Feeds hold summaries.
    let feed = site.text("siaran/atom.xml");
    assert!(feed.contains("<summary>") && !feed.contains("<content"), "{feed}");
}
