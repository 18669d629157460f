//! `warta list`: what stands where, in three shapes.

use std::process::Output;

use crate::site::{TestSite, warta};

fn site() -> TestSite {
    TestSite::new()
        .release("terbit", "title: Sudah terbit", "")
        .release("konsep", "status: draft\ntitle: Rahasia konsep", "")
        .release("tinjau", "status: tinjauan", "")
        .release("nanti", "date: 2026-02-01\ntitle: 'Nanti, \"segera\"'", "")
        .release("tayang", "publish_at: 2026-01-20 09:00", "")
        .release("embargo", "date: 2026-03-01\nembargo_until: 2026-01-10 09:00", "")
        .release("segera", "expires_at: 2026-01-15", "")
        .release("jauh", "expires_at: 2026-12-31", "")
        .release("lewat", "expires_at: 2025-12-31", "")
        .release("cabut", "status: withdrawn\nwithdrawn: { reason: Keliru }", "")
        .file("content/berita/rusak.md", "---\ntitel: Rusak\ndate: 2020-05-01\n---\n")
        .file("content/berita/inggris.en.md", "---\ntitle: English\ndate: 2019-01-01\n---\n")
}

fn list(site: &TestSite, tongue: &str, words: &[&str]) -> Output {
    let mut program = warta();
    program.env_remove("COLUMNS").args(["list", "--lang", tongue, "--now", "2026-01-01", "-r"]);
    program.arg(site.path(".")).args(words).output().unwrap()
}

fn out(ran: &Output) -> String {
    assert_eq!(ran.status.code(), Some(0), "{}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8(ran.stdout.clone()).unwrap()
}

/// Names of the files listed, in order.
fn names(site: &TestSite, words: &[&str]) -> Vec<String> {
    let text = out(&list(site, "en", &[words, &["--as", "csv"]].concat()));
    let rows = text.lines().skip(1).map(|row| row.split(',').next().unwrap().to_owned());
    rows.map(|path| path.rsplit('/').next().unwrap().trim_end_matches(".md").to_owned()).collect()
}

#[test]
fn every_item_stands_where_it_belongs() {
    let site = site();
    for (words, expected) in [
        (&["drafts"][..], &["konsep"][..]),
        (&["konsep"], &["konsep"]),
        (&["tinjauan"], &["tinjau"]),
        (&["scheduled"], &["tayang", "nanti"]),
        (&["future"], &["tayang", "nanti"]),
        (&["embargoed"], &["embargo"]),
        (&["expiring"], &["segera"]),
        (&["expiring", "--within", "5d"], &[]),
        (&["akan-berakhir", "--within", "60 minggu"], &["segera", "jauh"]),
        (&["expired"], &["lewat"]),
        (&["dicabut"], &["cabut"]),
        (&["public"], &["jauh", "lewat", "segera", "terbit", "inggris.en"]),
    ] {
        assert_eq!(names(&site, words), expected, "{words:?}");
    }
    assert_eq!(names(&site, &[]).len(), 12);
}

#[test]
fn a_table_is_aligned_and_fits() {
    let site = site();
    let table = out(&list(&site, "id", &["terjadwal"]));
    let lines: Vec<&str> = table.lines().collect();
    assert!(lines[0].starts_with("Berkas") && lines[0].contains("Terbit mulai") && lines.len() == 3, "{table}");
    assert!(lines[1].contains("20 Jan 2026 09.00 WIB"), "{table}");
    let english = out(&list(&site, "en", &["scheduled"]));
    assert!(english.starts_with("File") && english.contains("20 Jan 2026 09:00 WIB"), "{english}");
    // In a terminal of 60 columns nothing is wider.
    let ran = warta()
        .env("COLUMNS", "60")
        .args(["list", "--lang", "id", "--now", "2026-01-01", "-r"])
        .arg(site.path("."))
        .output()
        .unwrap();
    let narrow = out(&ran);
    assert!(narrow.lines().all(|line| line.chars().count() <= 60), "{narrow}");
    assert!(!narrow.contains("Alamat") && narrow.contains("konsep.md"), "{narrow}");
    // A broken file is listed, and called that.
    assert!(narrow.contains("ada galat"), "{narrow}");
    assert!(String::from_utf8(ran.stderr).unwrap().contains("1 naskah berisi galat"));
}

#[test]
fn programs_get_words_that_do_not_depend_on_the_language() {
    let site = site();
    let json = out(&list(&site, "id", &["terjadwal", "--as", "json"]));
    assert_eq!(json, out(&list(&site, "en", &["scheduled", "--as", "json"])));
    let items: serde_json::Value = serde_json::from_str(&json).unwrap();
    let last = &items[1];
    assert_eq!(last["title"], "Nanti, \"segera\"");
    assert_eq!(last["status"], "scheduled");
    assert_eq!(last["kind"], "press_release");
    assert_eq!(last["lang"], "id");
    assert_eq!(last["public_from"], "2026-02-01");
    assert_eq!(last["expires_at"], serde_json::Value::Null);
    assert_eq!(last["address"], "https://a.example/berita/nanti/");
    assert_eq!(items[0]["public_from"], "2026-01-20T09:00:00+07:00");
    let csv = out(&list(&site, "id", &["terjadwal", "--as", "csv"]));
    assert!(
        csv.starts_with("file,kind,title,lang,status,date,public_from,expires_at,address,approved_by,approved_at\n"),
        "{csv}"
    );
    assert!(csv.contains("\"Nanti, \"\"segera\"\"\""), "{csv}");
    // The last gate decides: an embargo that ends before the date does not make it public.
    let embargoed = out(&list(&site, "id", &["embargo", "--as", "json"]));
    assert!(embargoed.contains("\"public_from\": \"2026-03-01\""), "{embargoed}");
    // Nothing found is nothing, in each shape.
    assert_eq!(out(&list(&TestSite::new(), "en", &["drafts", "--as", "json"])), "[]\n");
    assert_eq!(out(&list(&TestSite::new(), "id", &["konsep"])), "Tidak ada yang perlu didaftar.\n");
    assert_eq!(out(&list(&TestSite::new(), "en", &["drafts"])), "Nothing to list.\n");
}

#[test]
fn nothing_is_written_and_mistakes_of_usage_are_told() {
    let site = site();
    let before = crate::site::tree(&site.path("."));
    out(&list(&site, "id", &[]));
    assert_eq!(crate::site::tree(&site.path(".")), before);
    for (words, said) in [
        (&["konsepp"][..], "maksud Anda “konsep”?"),
        (&["--within", "3x"], "30d, 4w"),
        (&["--as", "xml"], "table, json, csv"),
    ] {
        let ran = list(&site, "id", words);
        assert_eq!(ran.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&ran.stderr).contains(said), "{}", String::from_utf8_lossy(&ran.stderr));
    }
    let ran = list(&TestSite::empty(), "id", &[]);
    assert_eq!(ran.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&ran.stderr).contains("[E001]"));
    // A theme that is missing is no reason not to know one's drafts.
    let site = site.file("warta.yaml", crate::site::CONFIG.replace("theme: t", "theme: hilang"));
    assert_eq!(names(&site, &["drafts"]), ["konsep"]);
}

#[test]
fn format_json_asks_for_the_list_as_json() {
    let site = TestSite::new().release("a", "titel: A", "").release("b", "", "");
    for flags in [["--format", "json"], ["--as", "json"]] {
        let ran = site.run("list", &flags);
        let list: serde_json::Value = serde_json::from_slice(&ran.stdout).unwrap();
        assert_eq!(list.as_array().map(Vec::len), Some(2), "{list}");
    }
    // What was said more exactly counts.
    let ran = site.run("list", &["--format", "json", "--as", "csv"]);
    assert!(ran.stdout.starts_with(b"file,kind,"));
    let ran = site.run("next", &["--format", "json"]);
    assert!(serde_json::from_slice::<serde_json::Value>(&ran.stdout).is_ok());
}
