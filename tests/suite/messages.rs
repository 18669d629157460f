//! How findings and results are told: languages, order, streams, colours, exit codes.

use crate::site::{TestSite, warta};

fn run(site: &TestSite, more: &[&str], env: &[(&str, &str)]) -> (Option<i32>, String, String) {
    let mut program = warta();
    program.args(["build", "--now", "2026-01-01", "-r"]).arg(site.path(".")).args(more);
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "WARTA_LANG"] {
        program.env_remove(name);
    }
    let ran = program.envs(env.iter().copied()).output().unwrap();
    (ran.status.code(), String::from_utf8(ran.stdout).unwrap(), String::from_utf8(ran.stderr).unwrap())
}

fn with_mistakes() -> TestSite {
    TestSite::new()
        .file("content/berita/b.md", "---\ntitel: A\ndate: 31 Juni 2010\n---\n[x](hilang.md)\n")
        .file("content/berita/a.md", "---\ntitle: A\ndate: 2020-01-01\n---\n[x](hilang.md)\n\n[y](hilang.md)\n")
}

#[test]
fn the_language_is_the_flags_then_the_environments_then_indonesian() {
    let site = with_mistakes();
    for (flags, env, indonesian) in [
        (&[][..], &[][..], true),
        (&[], &[("LANG", "en_US.UTF-8")], false),
        (&[], &[("LANG", "C.UTF-8")], true),
        (&[], &[("LANG", "en_US.UTF-8"), ("LC_ALL", "id_ID.UTF-8")], true),
        (&[], &[("LANG", "id_ID"), ("WARTA_LANG", "en")], false),
        (&["--lang", "id"], &[("WARTA_LANG", "en")], true),
    ] {
        let (code, _, err) = run(&site, flags, env);
        assert_eq!(code, Some(1));
        assert_eq!(err.contains("galat[E013]"), indonesian, "{flags:?} {env:?}: {err}");
        assert_eq!(err.contains("error[E013]"), !indonesian, "{flags:?} {env:?}: {err}");
    }
}

#[test]
fn a_broken_item_does_not_hide_the_mistakes_of_others() {
    let (_, _, err) = run(&with_mistakes(), &["--lang", "en"], &[]);
    assert!(
        err.contains("[E013]") && err.contains("content/berita/a.md:5:5") && err.contains("content/berita/a.md:7:5"),
        "{err}"
    );
}

#[test]
fn both_languages_say_the_same_and_leave_nothing_unfilled() {
    let site = with_mistakes()
        .release(
            "c",
            "tags: [a]\nviews: -1\nsummary: pendek\nrelated: [hilang]\nstatus: siapp",
            "{{<figre/>}} \n\n![x](h.svg)",
        )
        .release("d", "status: draft", "")
        .file("content/berita/e.md", "x")
        .file("content/berita/f.md", "---\ntitle: \"F\n---\n");
    let (_, _, english) = run(&site, &["--lang", "en"], &[]);
    let (_, _, indonesian) = run(&site, &["--lang", "id"], &[]);
    let codes = |text: &str| {
        let lines = text.lines().filter(|line| line.contains("[E0") || line.contains("[W0"));
        lines.map(|line| line.split(['[', ']']).nth(1).unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(codes(&english), codes(&indonesian));
    assert!(codes(&english).len() >= 8, "{english}");
    for text in [&english, &indonesian] {
        assert!(!text.contains("{$") && !text.contains("{ $") && !text.contains(['\u{2068}', '\u{2069}']), "{text}");
    }
    assert!(!indonesian.contains(" the ") && !indonesian.contains("did you mean"), "{indonesian}");
}

#[test]
fn findings_have_one_order_whatever_the_threads() {
    let site = (0..30)
        .fold(TestSite::new(), |site, index| site.release(&format!("r{index:02}"), "", "[x](hilang.md)\n[y](lain.md)"));
    let (_, _, once) = run(&site, &["--lang", "en", "-j", "1"], &[]);
    for _ in 0..4 {
        assert_eq!(run(&site, &["--lang", "en", "-j", "4"], &[]).2, once);
    }
    let places: Vec<&str> = once.lines().filter_map(|line| line.trim_start().strip_prefix("--> ")).collect();
    let mut sorted = places.clone();
    sorted.sort_by_key(|place| {
        let mut parts = place.rsplitn(3, ':');
        let column: usize = parts.next().unwrap().parse().unwrap();
        let line: usize = parts.next().unwrap().parse().unwrap();
        (parts.next().unwrap(), line, column)
    });
    assert_eq!(places, sorted);
}

#[test]
fn findings_go_to_one_stream_and_results_to_the_other() {
    let (code, out, err) = run(&TestSite::new().release("a", "", ""), &["--lang", "en"], &[]);
    assert_eq!(code, Some(0));
    assert!(out.starts_with("Built: ") && !out.contains("W001"), "{out}");
    assert!(err.contains("warning[W001]") && !err.contains("Built"), "{err}");
    let (code, out, err) = run(&with_mistakes(), &["--lang", "en"], &[]);
    assert_eq!(code, Some(1));
    assert!(!out.contains("error") && err.contains("errors,"), "{out}{err}");
    // A quiet site is quiet.
    let (_, _, err) = run(&TestSite::new(), &["--lang", "en"], &[]);
    assert_eq!(err, "");
}

#[test]
fn pipes_get_no_colours() {
    let site = with_mistakes();
    let ran =
        warta().env_remove("NO_COLOR").args(["build", "--lang", "en", "-r"]).arg(site.path(".")).output().unwrap();
    assert_eq!(ran.status.code(), Some(1));
    assert!(!ran.stderr.contains(&0x1b) && !ran.stdout.contains(&0x1b));
}

#[test]
fn numbers_are_written_as_the_language_writes_them() {
    let long = "a".repeat(1370);
    let site = TestSite::new().release("a", &format!("summary: {long}"), "");
    assert!(run(&site, &["--lang", "id"], &[]).2.contains("1.370"));
    assert!(run(&site, &["--lang", "en"], &[]).2.contains("1,370"));
    let (_, out, _) = run(&site, &["--lang", "id"], &[]);
    // Seconds with a comma.
    assert!(out.contains("0,") && !out.contains("0."), "{out}");
}

#[test]
fn strict_is_told_and_kept_apart_from_mistakes() {
    let site = TestSite::new().release("a", "", "");
    let (code, out, err) = run(&site, &["--lang", "en", "--strict"], &[]);
    assert_eq!(code, Some(1));
    assert!(
        err.contains("[W001]") && out.contains("Nothing was published") || err.contains("Nothing was published"),
        "{out}{err}"
    );
    // What is accepted with a reason is no obstacle.
    let site = TestSite::new().release("a", "ignore: [{ code: W001, reason: arsip }]", "");
    assert_eq!(run(&site, &["--strict"], &[]).0, Some(0));
    // Also where it is found only when the page is rendered.
    let exempted = "import: { from: arsip }\nignore: [{ code: W004, reason: bahasa buatan }]";
    let site = TestSite::new().release("a", exempted, "```yamll\na: b\n```");
    let (code, _, err) = run(&site, &["--strict"], &[]);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert_eq!(site.run("check", &["--strict"]).status.code(), Some(0));
    // Errors are never accepted.
    let site = TestSite::new().release("a", "ignore: [{ code: E034, reason: nanti }]", "[x](hilang.md)");
    assert_eq!(run(&site, &[], &[]).0, Some(1));
}

#[test]
fn names_that_are_not_text_are_told() {
    use std::os::unix::ffi::OsStrExt;
    let site = TestSite::new().release("a", "", "");
    let name = std::ffi::OsStr::from_bytes(b"rusak\xff.md");
    std::fs::write(site.path("content/berita").join(name), "---\n---\n").unwrap();
    let (code, _, err) = run(&site, &["--lang", "en"], &[]);
    assert_eq!(code, Some(1));
    assert!(err.contains("[E005]"), "{err}");
}

#[test]
fn the_project_may_lie_anywhere() {
    // With spaces and other letters in its path, and seen from inside.
    let place = tempfile::tempdir().unwrap();
    let root = place.path().join("situs kota “é” 😀");
    for (path, text) in [
        (
            "warta.yaml",
            "title: A\nbase_url: https://a.example\ntime_zone: WIB\nsections: { berita: { kind: press_release } }\n",
        ),
        ("content/berita/a.md", "---\ntitle: A\ndate: 2020-01-01\n---\nIsi.\n"),
    ] {
        let file = root.join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, text).unwrap();
    }
    let ran = warta().args(["build", "--lang", "en"]).current_dir(&root).output().unwrap();
    assert_eq!(ran.status.code(), Some(0), "{}", String::from_utf8_lossy(&ran.stderr));
    assert!(root.join("public/berita/a/index.html").exists());
    let ran = warta().args(["build", "--lang", "en", "-r", "hilang"]).current_dir(&root).output().unwrap();
    assert_eq!(ran.status.code(), Some(1));
    assert!(String::from_utf8(ran.stderr).unwrap().contains("[E001]"));
    // `output` in the configuration is seen from the root, `-o` from where one stands.
    let config = std::fs::read_to_string(root.join("warta.yaml")).unwrap();
    std::fs::write(root.join("warta.yaml"), format!("{config}output: hasil/situs\n")).unwrap();
    let ran = warta().args(["build", "-r"]).arg(&root).current_dir(place.path()).output().unwrap();
    assert_eq!(ran.status.code(), Some(0), "{}", String::from_utf8_lossy(&ran.stderr));
    assert!(root.join("hasil/situs/index.html").exists());
}
