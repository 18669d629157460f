//! Addresses are permanent: what was recorded is there, leads on, or is gone with a reason.
//!
//! Fails when nothing is held against the ledger.

use std::fs;

use crate::site::{CONFIG, TestSite};

fn record(site: &TestSite, flags: &[&str]) -> (Option<i32>, String) {
    let mut command = crate::site::warta();
    let ran = command.args(["record", "--lang", "en", "-r"]).arg(site.path("")).args(flags).output().unwrap();
    (ran.status.code(), String::from_utf8(ran.stdout).unwrap() + &String::from_utf8(ran.stderr).unwrap())
}

fn ledger(site: &TestSite) -> String {
    fs::read_to_string(site.path("addresses.yaml")).unwrap()
}

fn site() -> TestSite {
    TestSite::new()
        .release("a", "id: satu", "Isi.")
        .release("b", "aliases: [/lama/, \"/?p=12\"]", "Isi.")
        .release("nanti", "date: 2999-01-01\nid: rahasia", "Isi.")
        .file("content/berita/c/index.md", "---\ntitle: C\ndate: 2020-05-01\n---\n")
        .file("content/berita/c/Surat edaran: 1.txt", "surat")
        .file("static/unduh.txt", "unduh")
        .file("static/.well-known/security.txt", "x")
}

#[test]
fn what_lasts_is_recorded_and_nothing_that_is_not_public() {
    let site = site();
    let (code, out) = record(&site, &[]);
    assert_eq!(code, Some(0), "{out}");
    let text = ledger(&site);
    for line in [
        "\"/\": {}",
        "\"/atom.xml\": {}",
        "\"/berita/\": {}",
        "\"/berita/a/\": { id: \"satu\" }",
        "\"/berita/atom.xml\": {}",
        "\"/berita/c/Surat edaran: 1.txt\": {}",
        "\"/unduh.txt\": {}",
    ] {
        assert!(text.lines().any(|own| own == line), "no {line} in\n{text}");
    }
    for word in ["rahasia", "nanti", "aset", ".well-known", "/lama", "tags", "sitemap"] {
        assert!(!text.contains(word), "{word} in\n{text}");
    }
    assert!(text.starts_with("# Every address"), "{text}");
    // The second time nothing changes, and the site builds.
    let before = text;
    let (_, out) = record(&site, &[]);
    assert!(out.contains("0 new addresses"), "{out}");
    assert_eq!(ledger(&site), before);
    site.build();
}

#[test]
fn an_address_that_vanishes_stops_the_build_and_the_message_says_how_to_keep_it() {
    let site = site().build();
    record(&site, &[]);
    // Moved: another slug for the same id.
    let site = site.release("a", "id: satu\nslug: lain", "Isi.").fails().expect_codes(&["E048"]);
    let site =
        site.expect_message("aliases: [\"/berita/a/\"] to content/berita/a.md").expect_message("addresses.yaml:");
    let site = site.release("a", "id: satu\nslug: lain\naliases: [/berita/a/]", "Isi.").build();
    // Back to a draft.
    let site = site.release("b", "status: draft\naliases: [/lama/]", "Isi.").fails().expect_codes(&["E048"]);
    let site = site.expect_message("status: withdrawn");
    let withdrawn = "status: withdrawn\nwithdrawn: { reason: salah }\naliases: [/lama/, \"/?p=12\"]";
    let site = site.release("b", withdrawn, "Isi.").build();
    // A file.
    let site =
        site.remove("static/unduh.txt").fails().expect_codes(&["E048"]).expect_message("/unduh.txt was published");
    let text = ledger(&site).replace("\"/unduh.txt\": {}", "\"/unduh.txt\": { dihapus: diganti edaran baru }");
    let site = site.file("addresses.yaml", text).build();
    // Recording keeps the reason.
    record(&site, &[]);
    assert!(ledger(&site).contains("\"/unduh.txt\": { gone: \"diganti edaran baru\" }"), "{}", ledger(&site));
    // And a whole section.
    let config = CONFIG.replace("berita: { kind: press_release }", "berita: { kind: press_release, feed: no }");
    site.file("warta.yaml", config).fails().expect_message("/berita/atom.xml was published");
}

#[test]
fn an_address_stays_with_its_item() {
    let site = site().build();
    record(&site, &[]);
    let site = site.remove("content/berita/a.md").release("baru", "id: dua\nslug: a", "Isi.");
    let site = site.fails().expect_codes(&["E049"]);
    site.expect_message("belongs to the item “satu”").expect_message("content/berita/baru.md");
}

#[test]
fn an_earlier_instant_and_a_mistake_elsewhere_are_no_loss() {
    let site = site().release("kini", "date: 2026-03-01", "Isi.").now("2026-04-01");
    let (code, out) = record(&site, &[]);
    assert_eq!(code, Some(0), "{out}");
    // Before it was public, its address is not missing.
    let site = site.build().now("2026-02-01").build();
    // A file that cannot be read gives one message.
    let site = site.now("2026-04-01").release("kini", "date: 31 Februari 2026", "").fails();
    assert!(!site.last().err.contains("E048"), "{}", site.last().err);
}

#[test]
fn nothing_is_recorded_of_a_broken_site_or_on_trial() {
    let broken = site().release("a", "titel: A", "");
    let (code, out) = record(&broken, &[]);
    assert_eq!(code, Some(1), "{out}");
    assert!(out.contains("Nothing was recorded") && !broken.path("addresses.yaml").exists(), "{out}");
    let site = site();
    let (code, out) = record(&site, &["--dry-run"]);
    assert_eq!(code, Some(0), "{out}");
    assert!(out.contains("would be recorded") && !site.path("addresses.yaml").exists(), "{out}");
    for flag in ["--now=2026-01-01", "-D", "-F", "-u=https://b.example"] {
        assert_eq!(record(&site, &[flag]).0, Some(2), "{flag}");
    }
    // A ledger with a mistake is told, and kept as it is.
    let site = site.file("addresses.yaml", "\"/berita/a/\": { idd: satu }\n").fails().expect_codes(&["E013"]);
    assert_eq!(record(&site, &[]).0, Some(1));
    assert_eq!(ledger(&site), "\"/berita/a/\": { idd: satu }\n");
}

#[test]
fn changes_of_an_event_are_counted() {
    let event = |site: TestSite, start: &str, title: &str| {
        let text =
            format!("---\ntitle: {title}\ndate: 2020-01-01\nid: temu\nstart: {start}\nvenue: {{ name: Aula }}\n---\n");
        site.file("content/acara/temu.md", text)
    };
    let config = CONFIG.replace("berita: { kind: press_release }", "acara: { kind: workshop }");
    let site = event(TestSite::new().file("warta.yaml", config), "2026-05-01 09:00", "Temu");
    record(&site, &[]);
    assert!(ledger(&site).contains("id: \"temu\", sequence: 0, event: "), "{}", ledger(&site));
    let site = event(site, "2026-05-01 09:00", "Temu warga");
    record(&site, &[]);
    assert!(ledger(&site).contains("sequence: 0"), "a title is no change of time or place");
    let site = event(site, "2026-05-02 09:00", "Temu warga");
    // Whoever has the event must hear of it: the number is due before it is recorded, and after.
    let site =
        event(site, "2026-05-03 09:00", "Temu warga").build().expect_codes(&["W052"]).expect_message("sequence: 1");
    record(&site, &[]);
    assert!(ledger(&site).contains("sequence: 1"), "{}", ledger(&site));
    let site = site.build().expect_codes(&["W052"]).expect_message("sequence: 1");
    let site = event(site, "2026-05-03 09:00\nsequence: 1", "Temu warga").build().expect_codes(&[]);
    record(&site, &[]);
    assert!(ledger(&site).contains("sequence: 1"), "{}", ledger(&site));
    // What a writer counts is believed, and that an event is over is no change.
    let site = event(site, "2026-05-04 09:00\nsequence: 7", "Temu warga").build().expect_codes(&[]);
    record(&site, &[]);
    assert!(ledger(&site).contains("sequence: 7"), "{}", ledger(&site));
    let over = "2026-05-04 09:00\nsequence: 7\nevent_status: completed";
    let site = event(site.now("2026-06-01"), over, "Temu warga").build().expect_codes(&[]);
    let off = over.replace("completed", "cancelled");
    event(site, &off, "Temu warga").build().expect_codes(&["W052"]).expect_message("sequence: 8");
}
