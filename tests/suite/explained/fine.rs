//! What looks like a mistake and is none: the page says what was meant.

use std::time::{Duration, Instant};

use super::project::{ACARA, PAGI, append, edit, fields};
use super::{run, sound};
use crate::site::TestSite;

/// Builds, and says nothing but the result.
fn quiet(site: TestSite) -> TestSite {
    let site = site.build();
    assert_eq!(site.last().err, "");
    site
}

const PAGE: &str = "berita/pasar-pagi/index.html";

#[test]
fn the_sound_project_is_sound() {
    let site = quiet(sound());
    for lang in ["en", "id"] {
        let checked = run(&site, "check", lang, false);
        assert_eq!((checked.status.code(), String::from_utf8(checked.stderr).unwrap().as_str()), (Some(0), ""));
    }
}

#[test]
fn line_ends_and_marks_of_other_systems() {
    let text = std::fs::read_to_string(sound().path(PAGI)).unwrap();
    let windows = text.replace('\n', "\r\n");
    let old = text.replace('\n', "\r");
    for text in [windows.clone(), format!("\u{feff}{windows}"), format!("\u{feff}{text}"), old] {
        quiet(sound().file(PAGI, text)).expect_text(PAGE, "<h2 id=\"jam-buka\">");
    }
}

#[test]
fn values_that_yaml_would_turn_into_others_stay_what_was_written() {
    // As titles, these are words. Only a release is asked for more of them.
    for title in ["no", "12:30", "09.00", "1.370", "007", "2025-11-20", "null x", "1e3", "0x1F", "yes"] {
        let site = edit(sound(), "content/tentang.md", "title: Tentang kami", &format!("title: {title}"));
        quiet(site).expect_text("tentang/index.html", &format!("<h1>{title}</h1>"));
    }
    for start in ["09.00", "09:00", "9:00"] {
        quiet(edit(sound(), ACARA, "start: 09.00", &format!("start: {start}")));
    }
    // A count with leading zeros is that count; `no` is no.
    quiet(fields(sound(), PAGI, "views: 0012\nnoindex: no"));
}

#[test]
fn names_of_files_may_hold_anything_that_text_can() {
    let long = "a".repeat(240);
    let names = ["dengan spasi", "tanda “kutip” 'satu' \"dua\"", "emoji 😀", "é", long.as_str()];
    let source = std::fs::read_to_string(sound().path("content/tentang.md")).unwrap();
    let site = names.iter().fold(sound(), |site, name| {
        site.file(&format!("content/{name}.md"), &source).file(&format!("static/{name}.txt"), "x")
    });
    let site = quiet(site);
    for name in names {
        assert_eq!(site.text(&format!("{name}.txt")), "x");
    }
    site.expect_text("dengan-spasi/index.html", "<h1>Tentang kami</h1>")
        .expect_text("tanda-kutip-satu-dua/index.html", "<h1>Tentang kami</h1>")
        .expect_text(&format!("{}/index.html", "e"), "<h1>Tentang kami</h1>");
}

#[test]
fn fifty_megabytes_of_text_are_a_long_page() {
    let started = Instant::now();
    let site = append(sound(), PAGI, &"Pasar pagi dibuka kembali mulai Senin.\n\n".repeat(1_300_000)).build();
    assert!(site.text(PAGE).len() > 50_000_000);
    assert!(started.elapsed() < Duration::from_secs(120), "{:?}", started.elapsed());
}

#[test]
fn ten_thousand_levels_of_markdown_are_a_page() {
    for deep in
        ["> ".repeat(10_000), "- ".repeat(10_000), "[".repeat(10_000), "*_".repeat(10_000), "<div>".repeat(10_000)]
    {
        let site = append(sound(), PAGI, &format!("\n{deep}dalam\n")).try_build();
        assert_eq!(site.last().code, Some(0), "{}", site.last().err);
        site.expect_text(PAGE, "dalam");
    }
}

#[test]
fn a_call_can_be_shown() {
    let site = append(sound(), PAGI, "\nTulis \\{{<note>}} untuk catatan.\n");
    quiet(site).expect_text(PAGE, "Tulis {{&lt;note&gt;}} untuk catatan.");
}
