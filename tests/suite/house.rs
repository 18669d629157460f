//! More of the picture of the house: what a list of imports does not show by itself.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::site::tree;

/// Source files without their tests and comments.
fn sources() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = tree(&root).into_iter().filter(|(path, _)| path.ends_with(".rs") && !path.ends_with("tests.rs"));
    files
        .map(|(path, bytes)| {
            let text = String::from_utf8(bytes).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap();
            let lines: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            (path, lines.join("\n"))
        })
        .collect()
}

fn words_in<'a>(module: &str, words: &'a [&'a str], allowed: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (path, code) in sources() {
        let of = path.split(['/', '.']).next().unwrap();
        if allowed.contains(&of) || (!module.is_empty() && of != module) {
            continue;
        }
        found.extend(words.iter().filter(|word| code.contains(*word)).map(|word| format!("{path}: {word}")));
    }
    found
}

#[test]
fn imports_are_one_a_line_so_that_they_can_be_read() {
    // `use crate::{a, b}` would hide from the test of the floors.
    assert_eq!(words_in("", &["use crate::{", "use crate::*", "use super::*", "use super::super"], &[]), [""; 0]);
}

#[test]
fn formats_know_no_site() {
    for (path, code) in sources().into_iter().filter(|(path, _)| path.starts_with("formats/")) {
        for line in code.lines().filter(|line| line.contains("crate::")) {
            assert!(
                ["crate::config", "crate::formats", "crate::locale", "crate::source"]
                    .iter()
                    .any(|known| line.contains(known)),
                "{path}: {line}"
            );
        }
    }
}

#[test]
fn site_and_plan_know_no_templates_and_parse_sees_one_file() {
    assert_eq!(words_in("site", &["tera::", "minijinja"], &[]), [""; 0]);
    assert_eq!(words_in("plan", &["tera::"], &[]), [""; 0]);
    assert_eq!(words_in("", &["tera::"], &["render"]), [""; 0]);
    assert_eq!(words_in("parse", &["crate::site", "crate::plan"], &[]), [""; 0]);
}

#[test]
fn files_are_touched_by_read_and_write_alone() {
    let words = [
        "fs::read_to_string",
        "fs::read_dir",
        "fs::canonicalize",
        "fs::metadata",
        "fs::symlink_metadata",
        "OpenOptions",
        "File::options",
        "fs::create_dir",
        "fs::hard_link",
        "Reader::from_path",
        "imagesize::size(",
        "tempfile",
    ];
    assert_eq!(words_in("", &words, &["read", "write"]), [""; 0]);
    let writing = ["fs::write", "fs::create_dir", "fs::hard_link", "fs::remove", "fs::rename", "OpenOptions"];
    assert_eq!(words_in("read", &writing, &[]), [""; 0]);
}

#[test]
fn the_environment_is_read_by_main_alone() {
    assert_eq!(
        words_in(
            "",
            &[
                "env::var",
                "env::args",
                "env::current_dir",
                "process::exit",
                "Zoned::now",
                "TimeZone::system",
                "rand::",
                "thread_rng",
                "RandomState"
            ],
            &["main"]
        ),
        [""; 0]
    );
}

#[test]
fn libraries_live_in_one_room_each() {
    let rooms = [
        ("serde_yaml::", &["yaml"][..]),
        ("saphyr_parser::", &["yaml"]),
        ("pulldown_cmark::", &["parse", "render"]),
        ("ammonia::", &["parse", "render"]),
        ("syntect::", &["render"]),
        ("atom_syndication::", &["formats"]),
        ("annotate_snippets::", &["diagnostic"]),
        ("rustix::", &["write"]),
        ("include_dir::", &["read"]),
        ("html5ever::", &["formats"]),
        ("clap::", &["commands", "diagnostic", "main"]),
        ("indicatif::", &["commands"]),
        ("terminal_size::", &["main"]),
    ];
    for (library, allowed) in rooms {
        assert_eq!(words_in("", &[library], allowed), [""; 0], "{library}");
    }
}

#[test]
fn nothing_is_unfinished_or_panics_on_purpose() {
    let words = [
        "todo!",
        "unimplemented!",
        "dbg!",
        "println!(\"",
        "unsafe {",
        "static mut",
        "#[serde(flatten",
        "#[serde(untagged",
        "TODO",
        "FIXME",
    ];
    assert_eq!(words_in("", &words, &[]), [""; 0]);
}

#[test]
fn every_code_has_words_in_both_languages_and_the_same_ones() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/diagnostic/messages");
    let text = |lang: &str| std::fs::read_to_string(root.join(format!("{lang}.ftl"))).unwrap();
    let (english, indonesian) = (text("en"), text("id"));
    let keys = |text: &str| {
        let mut id = String::new();
        let mut keys = BTreeSet::new();
        for line in text.lines() {
            if let Some((name, _)) =
                line.split_once(" =").filter(|_| line.starts_with(|letter: char| letter.is_ascii_lowercase()))
            {
                id = name.to_owned();
                keys.insert(id.clone());
            } else if let Some((name, _)) = line.trim_start().strip_prefix('.').and_then(|rest| rest.split_once(" =")) {
                keys.insert(format!("{id}.{name}"));
            }
        }
        keys
    };
    assert_eq!(keys(&english), keys(&indonesian));
    for code in warta::diagnostic::Code::ALL {
        assert!(keys(&english).contains(code.name()), "{}", code.name());
    }
    // Variables too.
    let variables = |text: &str| -> BTreeSet<String> {
        text.split('$')
            .skip(1)
            .map(|rest| rest.chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect())
            .collect()
    };
    assert_eq!(variables(&english), variables(&indonesian));
}

#[test]
fn the_fuzzer_can_spell_every_key() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let dictionary = |name: &str| std::fs::read_to_string(root.join(format!("fuzz/dictionaries/{name}.dict"))).unwrap();
    let words = [
        ("parse/kinds/", dictionary("front_matter")),
        ("config/written", dictionary("configuration")),
        ("parse/records", dictionary("data_files")),
        ("parse/comments", dictionary("data_files")),
        ("parse/ledger", dictionary("data_files")),
    ];
    for (path, code) in sources() {
        let Some((_, words)) = words.iter().find(|(start, _)| path.starts_with(start)) else { continue };
        // A line of `record!`: `pub name("alias") as "written" [required]: Type,`
        let records = code.split("\nrecord! {\n").skip(1).filter_map(|rest| rest.split("\n}").next());
        for line in records.flat_map(str::lines).filter_map(|line| line.trim().strip_prefix("pub ")?.split_once(": ")) {
            let (key, rest) = line.0.split_once(['(', ' ']).unwrap_or((line.0, ""));
            let written = rest.split('"').skip(1).step_by(2);
            let canonical = (!rest.contains(" as ") && line.1.ends_with(',')).then_some(key);
            for name in
                written.chain(canonical).filter(|name| name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'))
            {
                assert!(words.contains(&format!("\"{name}: \"")), "{path}: {name} is not in its dictionary in fuzz/");
            }
        }
    }
}

#[test]
fn no_file_is_too_long_without_a_reason() {
    // A file past 400 lines has a reason or is two files; past 800 there is no reason.
    // The words of messages are a list, one entry after the other, and no code.
    let files = tree(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    for (path, bytes) in files.into_iter().filter(|(path, _)| !path.ends_with(".ftl")) {
        let lines = bytes.iter().filter(|byte| **byte == b'\n').count();
        assert!(lines <= 800, "{path}: {lines}");
    }
}
