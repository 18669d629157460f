//! The pages about codes: their examples do what they say, and `warta explain-code` prints them.
//!
//! An example is a fence below a line such as `Salah:` or ``Right, in `warta.yaml`:``. A file that the line names is that file
//! (of `warta.yaml` only the keys shown are exchanged); without one, YAML is fields of an item and Markdown its text. The rest
//! of the site is [`office`].

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use warta::diagnostic::Code;

use crate::site::{TestSite, codes, warta};

const DOCUMENTS: [(&str, &str); 2] =
    [("id", "docs/content/panduan/kode.md"), ("en", "docs/content/reference/codes.md")];

/// Codes whose mistake is nothing that a page can show: it lies in bytes, in names of files, or in the machine.
const WITHOUT_EXAMPLES: &[&str] = &[
    "E001", "E002", "E003", "E004", "E005", "E006", "E008", "E047", "E049", "E050", "E062", "W005", "W010", "W011",
    "W012", "W013", "W014", "W015",
];

/// Codes that only `warta check` tells.
const ONLY_CHECKED: [&str; 2] = ["W029", "W053"];

/// The settings of the site that the examples belong to, a key each.
const SETTINGS: &[(&str, &str)] = &[
    ("title", "title: Humas Batam\n"),
    ("base_url", "base_url: https://humas.contoh.go.id\n"),
    ("time_zone", "time_zone: WIB\n"),
    ("languages", "languages: { id: {}, en: {} }\n"),
    ("sections", "sections:\n  siaran-pers: { kind: press_release }\n  workshop: { kind: workshop }\n"),
    ("numbering", "numbering: { press_release: \"{n}/SP/{YYYY}\" }\n"),
    ("taxonomies", "taxonomies:\n  tags: {}\n  people: { closed: true }\n  organizations: { closed: true }\n"),
];

/// Its files beside the settings. What is expected and missing in items taken over from elsewhere is no warning.
const FILES: &[(&str, &str)] = &[
    ("data/people.yaml", "dini-saraswati: { name: Dini Saraswati }\n"),
    ("data/organizations.yaml", "bagian-humas: { name: Bagian Humas }\n"),
    ("data/glossary.yaml", "kerjasama: kerja sama\n"),
    (
        "content/tentang.md",
        "---\ntitle: Tentang kami\nimport: { from: arsip }\n---\n\n## Syarat peserta\n\nSemua warga.\n",
    ),
    (
        "content/siaran-pers/pasar-pagi.md",
        "---\ntitle: Pasar pagi\nid: pasar-pagi\ndate: 2010-05-03\nnumber: 1/SP/2010\nimport: { from: arsip }\n---\n\nPasar pagi dibuka.\n",
    ),
    (
        "content/siaran-pers/libur.md",
        "---\ntitle: Libur bersama\ndate: 2010-05-04\ndraft: true\nimport: { from: arsip }\n---\n\nKantor tutup.\n",
    ),
    (
        "content/program/pasar-sehat.md",
        "---\nkind: programme\ntitle: Pasar sehat\nowner: bagian-humas\nimport: { from: arsip }\n---\n",
    ),
    (
        "content/workshop/pasar-rapi.md",
        "---\nkind: workshop\ntitle: Pasar rapi\ndate: 2010-05-05\nstart: 2199-05-06\nvenue: { name: Aula }\nprogramme: pasar-sehat\nimport: { from: arsip }\n---\n",
    ),
    ("content/siaran-pers/paparan.pptx", "PK\x03\x04"),
    ("content/siaran-pers/paparan.pdf", "%PDF-1.7\n"),
    ("data/venues.yaml", "aula-kota: { name: Aula Kota }\n"),
    (
        "content/workshop/rapat.md",
        "---\nkind: workshop\ntitle: Rapat kerja\nstart: 2010-06-03 09:00\nend: 2010-06-03 12:00\nvenue: { ref: aula-kota }\nsummary: Rapat kerja petugas humas dari semua dinas di Kota Batam.\norganizations: [bagian-humas]\ninfo_class: berkala\n---\n",
    ),
];

#[derive(Debug)]
struct Example {
    code: String,
    wrong: bool,
    path: Option<String>,
    language: String,
    text: String,
}

/// The examples of a document, in order.
fn examples(document: &str) -> Vec<Example> {
    let mut examples = Vec::new();
    let (mut code, mut marker) = (String::new(), String::new());
    let mut lines = document.lines();
    while let Some(line) = lines.next() {
        let marks: String = line.chars().take_while(|letter| *letter == '`').collect();
        if marks.len() >= 3 {
            let text: Vec<&str> = lines.by_ref().take_while(|line| *line != marks).collect();
            // No page may hold an identity number, not even an invented one: two of its digits are left out there.
            let text: Vec<String> = text.iter().map(|line| line.replace("00XX", "0001")).collect();
            let wrong = ["Salah", "Wrong"].iter().any(|word| marker.starts_with(word));
            if wrong || ["Benar", "Right"].iter().any(|word| marker.starts_with(word)) {
                assert!(marker.ends_with(':'), "{code}: {marker}");
                let path = marker.split('`').nth(1).map(str::to_owned);
                let language = line[marks.len()..].to_owned();
                examples.push(Example { code: code.clone(), wrong, path, language, text: text.join("\n") + "\n" });
            }
            marker.clear();
        } else if let Some(heading) = line.strip_prefix("### ") {
            code = heading.split(' ').next().unwrap().to_owned();
        } else if !line.is_empty() {
            marker = line.to_owned();
        }
    }
    examples
}

/// The site of a press office, sound as it is.
fn office(settings: &str) -> TestSite {
    let is_shown = |key: &str| settings.lines().any(|line| line.split(':').next() == Some(key));
    let kept = SETTINGS.iter().filter(|(key, _)| !is_shown(key)).map(|(_, text)| *text);
    let site = TestSite::empty().file("warta.yaml", kept.collect::<String>() + settings);
    let site = site.file("content/siaran-pers/pembukaan.jpg", crate::facts::jpeg(b""));
    FILES.iter().fold(site, |site, (path, text)| site.file(path, text))
}

/// The office's site with an example in its place.
fn site_of(example: &Example) -> TestSite {
    let text = example.text.as_str();
    let has = |keys: &[&str]| keys.iter().any(|key| text.lines().any(|line| line.split(':').next() == Some(key)));
    match (example.path.as_deref(), example.language.as_str()) {
        (Some("warta.yaml"), "yaml") => office(text),
        (Some(path), _) => office("").file(path, text),
        (None, "yaml") => {
            let event = has(&["start", "mulai"]);
            let title = if has(&["title", "judul"]) { "" } else { "title: Naskah siaran\n" };
            let date = if has(&["date", "tanggal"]) || event { "" } else { "date: 2010-06-03\n" };
            let folder = if event { "workshop" } else { "siaran-pers" };
            // What an event was can be told only of one that was recorded.
            let recorded = "/workshop/naskah/: { id: naskah, sequence: 0, event: \"0000000000000000\" }\n";
            let office = office("");
            let office = if example.code == "W052" { office.file("addresses.yaml", recorded) } else { office };
            office.file(&format!("content/{folder}/naskah.md"), format!("---\n{title}{date}{text}---\n\nIsi.\n"))
        }
        (None, "markdown") if text.starts_with("---\n") => office("").file("content/siaran-pers/naskah.md", text),
        (None, "markdown") => {
            // A picture is mostly not alone.
            let before = if example.code == "W027" { "" } else { "Inilah naskahnya.\n\n" };
            let fields = "title: Naskah siaran\ndate: 2010-06-03";
            office("").file("content/siaran-pers/naskah.md", format!("---\n{fields}\n---\n\n{before}{text}"))
        }
        (None, language) => panic!("{}: an example in “{language}” needs a file", example.code),
    }
}

fn document(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// Builds every example of a document.
fn judge(path: &str) {
    let document = document(path);
    let mut count: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    // A heading in an example has no dot.
    for code in document.lines().filter_map(|line| Some(line.strip_prefix("### ")?.split_once(" · ")?.0)) {
        count.insert(code.to_owned(), (0, 0));
    }
    let mut failures = String::new();
    for example in examples(&document) {
        let seen = count.get_mut(&example.code).unwrap();
        if example.wrong {
            seen.0 += 1
        } else {
            seen.1 += 1
        };
        // Into the folder that the settings name, since they may be what is wrong.
        let command = if ONLY_CHECKED.contains(&example.code.as_str()) { "check" } else { "build" };
        let flags: &[&str] = if example.code.starts_with('I') { &["--verbose"] } else { &[] };
        let ran = site_of(&example).run(command, flags);
        let mut err = String::from_utf8(ran.stderr).unwrap();
        if example.code.starts_with('I') {
            // It is also good to know of the items around the example.
            let own = err.split("\n\n").filter(|finding| finding.contains("naskah.md"));
            err = own.collect::<Vec<_>>().join("\n\n");
        }
        // A right example of another code may still lack what readers expect; that is not its subject.
        let mut found = codes(&err);
        found.retain(|found| !(found == "W001" || found.starts_with('I')) || *found == example.code);
        found.dedup();
        let meant: &[&str] = if example.wrong { &[&example.code] } else { &[] };
        if found != meant {
            failures.push_str(&format!("{example:#?}\ngave {found:?}:\n{err}\n"));
        }
    }
    assert!(failures.is_empty(), "{failures}");
    for (code, (wrong, right)) in count {
        let without = WITHOUT_EXAMPLES.contains(&code.as_str());
        assert_eq!(wrong > 0 && right > 0, !without, "{code} in {path}: {wrong} wrong, {right} right");
    }
}

#[test]
fn indonesian_examples_do_what_they_say() {
    judge(DOCUMENTS[0].1);
}

#[test]
fn english_examples_do_what_they_say() {
    judge(DOCUMENTS[1].1);
}

#[test]
fn both_pages_show_the_same_mistakes() {
    let shape = |path: &str| -> Vec<(String, bool, String)> {
        examples(&document(path)).into_iter().map(|own| (own.code, own.wrong, own.language)).collect()
    };
    assert_eq!(shape(DOCUMENTS[0].1), shape(DOCUMENTS[1].1));
}

/// For each variant of each code's message: the code's name, the variant's key, its words.
fn variants(lang: &str) -> Vec<(String, String, String)> {
    let (mut name, mut is_message, mut variants) = (String::new(), false, Vec::new());
    for line in document(&format!("src/diagnostic/messages/{lang}.ftl")).lines() {
        if let Some((id, _)) = line.split_once(" = ").filter(|_| line.starts_with(|letter: char| letter.is_lowercase()))
        {
            (name, is_message) = (id.to_owned(), true);
        }
        is_message &= !line.starts_with("    .");
        let variant = line.trim().trim_start_matches('*').strip_prefix('[').filter(|_| is_message);
        if let Some((key, words)) = variant.and_then(|variant| variant.split_once(']')) {
            variants.push((name.clone(), key.to_owned(), words.trim().to_owned()));
        }
    }
    variants
}

#[test]
fn every_variant_of_a_message_is_explained_in_its_own_words() {
    let names: BTreeMap<&str, &str> = Code::ALL.iter().map(|code| (code.name(), code.number())).collect();
    let mut failures = Vec::new();
    for (lang, path) in DOCUMENTS {
        let document = document(path);
        let variants = variants(lang);
        assert!(variants.len() > 60, "{variants:?}");
        for section in document.split("\n### ").skip(1) {
            let number = section.split(' ').next().unwrap();
            let own: Vec<_> = variants.iter().filter(|(name, ..)| names.get(name.as_str()) == Some(&number)).collect();
            let items = section.lines().filter_map(|line| line.strip_prefix("- *"));
            let heads = items.filter_map(|item| item.split_once("*: ")).map(|(head, _)| head);
            let phrases: Vec<&str> =
                heads.flat_map(|head| head.split("*, *")).map(|phrase| phrase.trim_end_matches(" …")).collect();
            for phrase in phrases.iter().filter(|phrase| !own.iter().any(|(.., words)| words.contains(**phrase))) {
                failures.push(format!("{path}, {number}: no message says “{phrase}”"));
            }
            for (_, key, words) in &own {
                // Numbers are told apart for the grammar alone, each rule of E026 is a line that says it in full, and what is
                // left over has no words of its own.
                let is_told = key == "other" || number == "E026" || phrases.iter().any(|phrase| words.contains(phrase));
                if !is_told && !matches!(number, "E044" | "W001") {
                    failures.push(format!("{path}, {number}: nothing is said of [{key}] {words}"));
                }
            }
        }
    }
    assert_eq!(failures, Vec::<String>::new());
}

/// Runs `warta explain-code`.
fn explain(lang: &str, code: &[&str]) -> (Option<i32>, String, String) {
    let ran = warta().args(["explain-code", "--lang", lang]).args(code).env("COLUMNS", "80").output().unwrap();
    (ran.status.code(), String::from_utf8(ran.stdout).unwrap(), String::from_utf8(ran.stderr).unwrap())
}

#[test]
fn a_code_is_explained_in_the_language_of_messages() {
    let (code, indonesian, err) = explain("id", &["E013"]);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert!(indonesian.starts_with("E013 · kunci tidak dikenal\n\n"), "{indonesian}");
    let (_, english, _) = explain("en", &["e13"]);
    assert!(english.starts_with("E013 · unknown key\n\n"), "{english}");
    assert_eq!(explain("en", &["unknown-key"]).1, english);
    let is_short = |line: &str| line.starts_with("    ") || line.chars().count() <= 80;
    assert!(!english.contains("```") && english.lines().all(is_short), "{english}");
}

#[test]
fn without_a_code_all_are_listed_a_line_each() {
    for (lang, path) in DOCUMENTS {
        let (code, out, err) = explain(lang, &[]);
        assert_eq!((code, err.as_str()), (Some(0), ""));
        let document = document(path);
        let headings: Vec<(&str, &str)> = document
            .lines()
            .filter_map(|line| line.strip_prefix("### ").and_then(|heading| heading.split_once(" · ")))
            .collect();
        assert_eq!(out.lines().count(), headings.len());
        for (line, (number, title)) in out.lines().zip(headings) {
            assert!(line.starts_with(number) && line.ends_with(title), "{line}: {number}, {title}");
            let severity = match (lang, &number[..1]) {
                ("id", "E") => "galat",
                ("id", "W") => "peringatan",
                ("id", _) => "informasi",
                (_, "E") => "error",
                (_, "W") => "warning",
                _ => "info",
            };
            assert_eq!(line.split_whitespace().nth(1), Some(severity));
        }
    }
}

#[test]
fn a_code_that_does_not_exist_is_a_mistake_of_usage() {
    for (lang, written, words) in [
        ("en", "E099", "there is no code “E099”\nhelp: did you mean “E009”?\n"),
        ("id", "E099", "tidak ada kode “E099”\nsaran: maksud Anda “E009”?\n"),
        ("en", "unknow-key", "there is no code “unknow-key”\nhelp: did you mean “unknown-key”?\n"),
        ("en", "pasar", "there is no code “pasar”\nhelp: warta explain-code lists all codes\n"),
        ("id", "pasar", "tidak ada kode “pasar”\nsaran: warta explain-code menampilkan semua kode\n"),
    ] {
        let (code, out, err) = explain(lang, &[written]);
        assert_eq!((code, out.as_str()), (Some(2), ""), "{written}");
        assert!(err.ends_with(words), "{err}");
    }
}

#[test]
fn a_build_with_errors_says_where_more_is_told_once() {
    let line = "more on a code: warta explain-code E013\n";
    let site = TestSite::new().release("a", "titel: A\nsubtitel: B", "[x](hilang.md)").try_build();
    assert_eq!(site.last().err.matches("explain-code").count(), 1);
    assert!(site.last().err.ends_with(line), "{}", site.last().err);
    let quiet = site.flags(&["--quiet"]).try_build();
    assert!(!quiet.last().err.contains("explain-code"), "{}", quiet.last().err);
    let warned = TestSite::new().release("a", "", "").build();
    assert!(!warned.last().err.contains("explain-code") && warned.last().err.contains("1 warning"));
}
