//! Traps of libraries, each once confirmed by a small program; here through the whole of ours.

use crate::site::{TestSite, warta};

#[test]
fn serde_yaml_positions_are_found_where_it_has_none() {
    // Duplicate keys and alias bombs come without a place; ours have one.
    TestSite::new()
        .file("content/berita/a.md", "---\ntitle: A\ndate: 2020-01-01\nextra:\n  a: 1\ntitle: B\n---\n")
        .fails()
        .expect_codes(&["E014"])
        .expect_message("content/berita/a.md:6:1");
    let bomb = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e]\ng: &g [*f,*f,*f,*f,*f,*f,*f,*f]\nh: [*g,*g,*g,*g,*g,*g,*g,*g]\n";
    let site = TestSite::new().file(
        "content/berita/a.md",
        format!(
            "---\ntitle: A\ndate: 2020-01-01\nextra:\n{}---\n",
            bomb.replace("\n", "\n  ")
                .trim_end_matches(' ')
                .to_owned()
                .split_inclusive('\n')
                .collect::<String>()
                .replacen("a:", "  a:", 1)
        ),
    );
    site.fails().expect_message("content/berita/a.md");
    TestSite::new()
        .file("data/lain.yaml", "a: 1\n---\nb: 2\n")
        .file("data/people.yaml", "a: {}\n---\nb: {}\n")
        .fails()
        .expect_codes(&["E010", "E010"])
        .expect_message("a second document begins here");
}

#[test]
fn saphyr_marks_are_characters_and_ours_are_bytes() {
    TestSite::new()
        .file("content/berita/a.md", "---\ntitle: “Jum’at” – é 😀\nsummary: ‘é’\ndate: 2020-01-01\nstatsu: x\n---\n")
        .fails()
        .expect_message("content/berita/a.md:5:1")
        .expect_message("| ^^^^^^ not known here");
}

#[test]
fn atom_forbids_control_characters() {
    TestSite::new().release("a", "", "isi \u{8} dan \u{7f}").fails().expect_codes(&["E004"]).expect_message("U+0008");
    TestSite::new().release("a", "", "isi \u{fffe}").fails().expect_codes(&["E004"]);
    TestSite::new().file("content/berita/a.md", b"---\ntitle: \xff\n---\n").fails().expect_message("not UTF-8");
    // A byte order mark and Windows line ends are no mistake.
    TestSite::new()
        .file("content/berita/a.md", "\u{feff}---\r\ntitle: A\r\ndate: 2020-01-01\r\n---\r\n\r\nIsi.\r\n")
        .build()
        .expect_text("berita/a/index.html", "<p>Isi.</p>");
}

#[test]
fn fluent_marks_and_numbers() {
    let site = TestSite::new()
        .file("themes/t/templates/page.html", "[{{ t(key=\"views\", count=12345) }}]")
        .release("a", "", "")
        .build();
    // Without isolation marks around the number, and with the separators of the language.
    site.expect_text("berita/a/index.html", "[12.345 kali dibaca]");
    let told = TestSite::new().release("a", "titel: x", "").try_build();
    assert!(!told.last().err.contains(['\u{2068}', '\u{2069}']));
}

#[test]
fn annotations_at_the_end_and_beside_wide_characters_do_not_panic() {
    for text in ["---\ntitle: \"😀", "---\ntitle: 😀\n", "---", "---\n---", "---\ntitle: é\ndate: 😀\n---", "😀"]
    {
        let site = TestSite::new().file("content/berita/a.md", text).try_build();
        assert_eq!(site.last().code, Some(1), "{text:?}: {}", site.last().err);
    }
}

#[test]
fn jiff_brings_its_own_zones() {
    let site = TestSite::new().release("a", "date: 2026-01-01 07:00", "");
    let built = warta()
        .args(["build", "--lang", "en", "--now", "2026-01-01T06:59:59+07:00", "-r"])
        .arg(site.path("."))
        .env("TZ", "/hilang")
        .env("TZDIR", "/hilang")
        .output()
        .unwrap();
    assert!(String::from_utf8(built.stdout).unwrap().contains("until Thursday, 1 January 2026, 07:00 WIB"));
}

#[test]
fn the_embedded_theme_works_in_an_empty_folder() {
    TestSite::empty()
        .file(
            "warta.yaml",
            "title: A\nbase_url: https://a.example\ntime_zone: WIB\nsections: { berita: { kind: press_release } }\n",
        )
        .release("a", "", "Isi.")
        .build()
        .expect_text("berita/a/index.html", "Jumat, 1 Mei 2020");
}

#[test]
fn highlighting_is_remembered_and_right_without_memory() {
    let site = TestSite::new().release("a", "", "```rust\nlet x = \"a\"; // b\n```").build();
    let page = site.text("berita/a/index.html");
    assert!(page.contains("<span class=\"hl-string\">"), "{page}");
    assert!(site.path(".warta/highlight").exists());
    std::fs::write(site.path(".warta/highlight"), "sampah").unwrap();
    site.build().expect_written(&[]);
}

#[cfg(unix)]
#[test]
fn links_that_leave_the_project_or_run_in_a_circle() {
    use std::os::unix::fs::symlink;
    let site = TestSite::new().release("a", "", "");
    symlink("/etc", site.path("content/berita/luar")).unwrap();
    let site = site.fails().expect_codes(&["E006"]);
    std::fs::remove_file(site.path("content/berita/luar")).unwrap();
    symlink(".", site.path("content/berita/putar")).unwrap();
    site.fails().expect_codes(&["E006"]);
}

#[test]
fn what_is_embedded_and_locked_is_watched() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    // `include_dir` alone does not notice a file that is added to the theme.
    assert!(std::fs::read_to_string(root.join("build.rs")).unwrap().contains("rerun-if-changed=themes/balai"));
    // Lock files name packages, not the registry from which someone once fetched them.
    let lock = std::fs::read_to_string(root.join("tests/judges/package-lock.json")).unwrap();
    assert!(lock.contains("\"integrity\"") && !lock.contains("\"resolved\""));
}
