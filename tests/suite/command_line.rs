//! The command line itself: its languages, mistakes of usage, spellings of other generators, exit codes.

use std::process::Output;

use crate::site::{TestSite, tree, warta};

fn run(words: &[&str]) -> Output {
    warta().args(words).output().unwrap()
}

fn out(ran: &Output) -> String {
    String::from_utf8(ran.stdout.clone()).unwrap()
}

fn err(ran: &Output) -> String {
    String::from_utf8(ran.stderr.clone()).unwrap()
}

#[test]
fn help_is_in_the_language_of_messages_wherever_the_flag_stands() {
    for words in
        [&["--help", "--lang", "id"][..], &["--lang=id", "--help"], &["help", "--lang", "id"], &["-h", "--lang", "id"]]
    {
        let ran = run(words);
        assert_eq!(ran.status.code(), Some(0));
        let help = out(&ran);
        assert!(help.contains("Pemakaian: warta [OPSI] <PERINTAH>") && help.contains("Bangun situs"), "{help}");
        assert!(help.contains("Perintah:") && help.contains("Opsi umum:"), "{help}");
        for english in ["Usage", "Options", "Commands", "Print", "default", "Build the"] {
            assert!(!help.contains(english), "{english}: {help}");
        }
    }
    let ran = warta().args(["build", "--help"]).env("WARTA_LANG", "id").output().unwrap();
    assert!(out(&ran).contains("Pemakaian: warta build [OPSI]"), "{}", out(&ran));
    let ran = warta().args(["help", "build"]).env("WARTA_LANG", "en").output().unwrap();
    assert!(out(&ran).contains("Usage: warta build [OPTIONS]"), "{}", out(&ran));
}

#[test]
fn mistakes_of_usage_are_told_in_both_languages_and_end_with_2() {
    for (words, english, indonesian) in [
        (&["bild"][..], "there is no command “bild”", "tidak ada perintah “bild”"),
        (&["build", "--drafst"], "did you mean “--drafts”?", "maksud Anda “--drafts”?"),
        (&["build", "-j", "0"], "possible are: 1–1024", "pilihannya: 1–1024"),
        (&["build", "--output"], "--output <DIR> needs a value", "--output <DIR> memerlukan nilai"),
        (&["init", "a", "b"], "“b” is one argument too many", "argumen “b” berlebih"),
        (&["build", "--lang", "fr"], "possible are: id, en", ""),
    ] {
        for (tongue, said) in [("en", english), ("id", indonesian)] {
            let ran = warta().args(words).env("WARTA_LANG", tongue).output().unwrap();
            assert_eq!((ran.status.code(), out(&ran).as_str()), (Some(2), ""), "{words:?}");
            assert!(err(&ran).contains(said), "{words:?} {tongue}: {}", err(&ran));
            let first = if tongue == "en" { "error: " } else { "galat: " };
            assert!(err(&ran).starts_with(first) && err(&ran).contains("--help"), "{}", err(&ran));
        }
    }
    // Nothing at all is a question.
    let ran = warta().env("WARTA_LANG", "id").output().unwrap();
    assert_eq!(ran.status.code(), Some(2));
    assert!(err(&ran).contains("Bangun situs"), "{}", err(&ran));
}

#[test]
fn spellings_of_hugo_and_zola_are_understood() {
    let site = TestSite::new().release("draf", "status: draft", "").release("nanti", "date: 2030-01-01", "");
    let root = site.path(".").display().to_string();
    for (name, words) in [
        ("a", &["build", "--source", &root, "--buildDrafts", "--buildFuture", "--baseURL", "https://b.example"][..]),
        ("b", &["-s", &root, "build", "-D", "-F", "-b", "https://b.example"]),
    ] {
        for flag in ["--destination", "-d", "--output-dir", "-o"] {
            let output = site.path(&format!("out{name}{flag}"));
            let ran = warta().args(words).args(["--now", "2026-01-01", flag]).arg(&output).output().unwrap();
            assert_eq!(ran.status.code(), Some(0), "{}", err(&ran));
            let files = tree(&output);
            assert!(files.contains_key("berita/draf/index.html") && files.contains_key("berita/nanti/index.html"));
            assert!(String::from_utf8_lossy(&files["sitemap.xml"]).contains("https://b.example/"));
        }
    }
}

#[test]
fn general_flags_stand_anywhere() {
    let site = TestSite::new().release("a", "", "");
    let root = site.path(".").display().to_string();
    for words in [
        ["--root", &root, "--lang", "en", "-j", "1", "check"],
        ["check", "--root", &root, "--lang", "en", "-j", "1"],
        ["--lang", "en", "check", "-j", "1", "--root", &root],
    ] {
        let ran = run(&words);
        assert_eq!(ran.status.code(), Some(0), "{}", err(&ran));
        assert!(out(&ran).starts_with("Checked: "), "{}", out(&ran));
    }
}

#[cfg(debug_assertions)]
#[test]
fn a_bug_of_ours_is_called_one_and_publishes_nothing() {
    let site = TestSite::new().release("a", "", "Lama.").build().release("a", "", "Baru.");
    let before = tree(site.output());
    for (command, tongue, said, version) in [
        ("build", "en", "this is a bug of warta, not a mistake of yours", "version: "),
        ("build", "id", "ini kesalahan di dalam warta, bukan kesalahan Anda", "versi: "),
        ("check", "id", "ini kesalahan di dalam warta", "versi: "),
    ] {
        // A debug build fails where it asks for the time: in the midst of rendering, on threads of its pool.
        let ran = warta()
            .args([command, "--lang", tongue, "-j", "4", "-r"])
            .arg(site.path("."))
            .env("WARTA_PANIC", "1")
            .output()
            .unwrap();
        assert_eq!(ran.status.code(), Some(101), "{}", err(&ran));
        let told = err(&ran);
        assert_eq!(told.matches(said).count(), 1, "{told}");
        assert!(told.contains(&format!("{version}{}", env!("CARGO_PKG_VERSION"))), "{told}");
        assert!(told.contains("src/main.rs:") && told.contains("a panic that was asked for"), "{told}");
        assert_eq!(tree(site.output()), before);
    }
    // The next build takes up where that one ended.
    let site = site.build();
    assert!(site.text("berita/a/index.html").contains("Baru."));
}
