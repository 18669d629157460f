//! What is said of the words of items, across files: the demonstration, exemptions, comments, a glossary that changes.
//!
//! What each judgement finds and leaves alone is tested beside it.

use std::fs;
use std::path::Path;

use warta::diagnostic::{Code, Diagnostics, Severity};
use warta::pipeline::{self, Kept};
use warta::read::{Hint, Look};
use warta::serve::live::Live;
use warta::site::Moment;

use crate::site::{CONFIG, TestSite, codes, warta};

/// The codes that `warta check` prints of a file, with everything that is good to know.
fn checked(site: &TestSite, file: &str) -> Vec<String> {
    let ran = site.run("check", &["--verbose"]);
    let err = String::from_utf8(ran.stderr).unwrap();
    let own = err.split("\n\n").filter(|finding| finding.contains(file));
    codes(&own.collect::<Vec<_>>().join("\n\n"))
}

#[test]
fn the_release_of_2010_has_the_findings_that_it_must_have() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let ran = warta()
        .args(["check", "--lang", "en", "--now", "2026-11-24", "--format", "json", "--verbose", "-r"])
        .arg(root)
        .output()
        .unwrap();
    assert_eq!(ran.status.code(), Some(0));
    let told: serde_json::Value = serde_json::from_slice(&ran.stdout).unwrap();
    let findings = told["findings"].as_array().unwrap();
    let of = |finding: &serde_json::Value| (finding["code"].as_str().unwrap().to_owned(), finding.to_string());
    let mut seed: Vec<String> = Vec::new();
    for (code, text) in findings.iter().map(of) {
        // Others work on the demonstration too: nothing of it is to be warned of.
        assert!(text.contains("\"severity\":\"info\""), "{text}");
        if text.contains("/2010/") {
            seed.push(code);
        }
    }
    seed.sort_unstable();
    let mut expected = vec!["W024"; 8];
    expected.extend(["I001", "W001", "W022"]);
    expected.sort_unstable();
    assert_eq!(seed, expected);
}

#[test]
fn a_changed_glossary_judges_all_items_anew() {
    let site = TestSite::new().release("a", "", "Walikota dan kerjasama.").release("b", "", "Isi.");
    let root = site.path("");
    let mut live = Live::read(pipeline::Request { root: &root, base_url: None }, Kept::default());
    let mut found = |change: Option<(&str, &str)>| {
        if let Some((path, text)) = change {
            fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
            fs::write(root.join(path), text).unwrap();
            // A file that was not there is looked for in its folder.
            while live.look(&Hint::at(path), true) == Look::Changed(Default::default()) {}
        }
        let now = "2026-01-01T00:00:00Z".parse().unwrap();
        let (_, found) = live.snapshot(|_| Moment { now, drafts: false, future: false, everything: false });
        words(&found)
    };
    assert_eq!(found(None), [""; 0]);
    assert_eq!(found(Some(("data/glossary.yaml", "Walikota: Wali Kota\n"))), ["Walikota"]);
    assert_eq!(found(Some(("data/glossary.yaml", "kerjasama: kerja sama\n"))), ["kerjasama"]);
    assert_eq!(
        found(Some(("content/berita/b.md", "---\ntitle: Naskah b\ndate: 2020-05-01\n---\n\nKerjasama.\n"))),
        ["kerjasama", "Kerjasama"]
    );
    // A name as it was once published.
    let people = "budi: { name: Budi, as_published: [dan kerjasama] }\n";
    assert_eq!(found(Some(("data/people.yaml", people))), ["Kerjasama"]);
}

/// The words that the glossary found.
fn words(found: &Diagnostics) -> Vec<String> {
    let own = found.iter().filter(|finding| finding.code == Code::Glossary);
    own.map(|finding| {
        let place = finding.primary.as_ref().unwrap();
        place.source().slice(place.span()).to_owned()
    })
    .collect()
}

#[test]
fn an_item_accepts_what_is_said_of_it_and_of_its_comments() {
    let comments =
        "- id: k1\n  status: approved\n  body: Saya setuju”.\n- id: k2\n  status: pending\n  body: “Belum.\n";
    let of = |fields: &str| {
        let site =
            TestSite::new().release("a", fields, "Ia berkata “baik.").file("content/berita/a.komentar.yaml", comments);
        let found = checked(&site, "content/berita/a.");
        found.into_iter().filter(|code| code == "W022").count()
    };
    assert_eq!(of("tags: [a]"), 2);
    assert_eq!(of("ignore: [{ code: W022, reason: arsip }]"), 0);
    assert_eq!(of("ignore: [{ code: W023, reason: arsip }]"), 2);
    // A comment of what was taken over is a record as well.
    let site =
        TestSite::new().release("a", "import: { from: x }", "Isi.").file("content/berita/a.komentar.yaml", comments);
    assert!(!site.try_build().last().err.contains("W022"));
}

#[test]
fn personal_data_in_comments_stop_the_build_unless_they_are_withheld() {
    let of = |status: &str, official: &str, body: &str| {
        let comment = format!("- id: k1\n  status: {status}\n{official}  body: {body}\n");
        let site = TestSite::new().file("data/organizations.yaml", "humas: { name: Humas }\n");
        let config = CONFIG.replace("taxonomies: {", "taxonomies: { organizations: { closed: true },");
        let site = site.file("warta.yaml", config).release("a", "", "Isi.");
        let site = site.file("content/berita/a.komentar.yaml", comment).try_build();
        let found = site.last().codes();
        found.contains(&"E054".to_owned())
    };
    assert!(of("approved", "", "Kirim ke budi@contoh.com"));
    assert!(of("approved", "", "Dari 36.68.123.45"));
    assert!(of("approved", "", "NIK saya 2171040306850001"));
    assert!(!of("pending", "", "Kirim ke budi@contoh.com"));
    assert!(!of("approved", "  official: humas\n", "Kirim ke layanan@contoh.com"));
    assert!(of("approved", "  official: humas\n", "NIK Anda 2171040306850001"));
    // An error is never accepted.
    let site = TestSite::new().release("a", "ignore: [{ code: E054, reason: x }]", "NIK 2171040306850001.").try_build();
    assert!(site.last().codes().contains(&"E054".to_owned()));
}

#[test]
fn a_review_is_overdue_the_day_after() {
    let of = |date: &str| {
        checked(&TestSite::new().release("a", &format!("review_by: {date}"), "Isi."), "a.md")
            .contains(&"W029".to_owned())
    };
    assert!(of("2025-12-31"));
    assert!(!of("2026-01-01"));
    // A build says nothing of it, and a draft is judged too.
    let site = TestSite::new().release("a", "review_by: 2020-01-01", "Isi.").build();
    assert!(!site.last().err.contains("W029"));
    assert!(
        checked(&TestSite::new().release("a", "review_by: 2020-01-01\ndraft: true", "Isi."), "a.md")
            .contains(&"W029".to_owned())
    );
}

#[test]
fn a_glossary_is_held_to_its_shape() {
    let site = TestSite::new()
        .file("data/glossary.yaml", "Walikota: [Wali, Kota]\n")
        .release("a", "", "Walikota.")
        .try_build();
    assert_eq!((site.last().code, site.last().codes().contains(&"E016".to_owned())), (Some(1), true));
}

#[test]
fn what_is_good_to_know_is_told_only_when_asked() {
    let site = TestSite::new().release("a", "", "Isi.").build();
    assert!(!site.last().err.contains("[I0"), "{}", site.last().err);
    let found = checked(&site, "a.md");
    assert_eq!(found.iter().filter(|code| code.starts_with('I')).count(), 3, "{found:?}");
    // With --strict it is no error either.
    assert_eq!(Code::NoImage.severity(), Severity::Info);
    let complete = "summary: Ringkasan yang cukup panjang untuk dibaca orang di daftar berita.\norganizations: [x]\ninfo_class: berkala\n\
                    dateline: { city: Batam }\ncontacts: [{ name: Meja, phone: 1 }]\nsignoff: { desk: humas }";
    let strict = TestSite::new().release("abc", complete, "Isi.").run("check", &["--strict"]);
    assert_eq!(strict.status.code(), Some(0), "{}", String::from_utf8_lossy(&strict.stderr));
}
