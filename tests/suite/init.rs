//! `warta init`: a first site that builds as it is.

use crate::site::{TestSite, warta};

#[test]
fn a_new_site_is_sound_in_both_languages() {
    for lang in ["id", "en"] {
        let folder = tempfile::tempdir().unwrap();
        let site = folder.path().join("situs");
        let run = |command: &str, more: &[&str]| {
            let mut program = warta();
            program.args([command, "--lang", lang]);
            if command == "init" {
                program.arg(&site)
            } else {
                program.arg("-r").arg(&site)
            };
            let ran = program.args(more).output().unwrap();
            assert_eq!(ran.status.code(), Some(0), "{}", String::from_utf8_lossy(&ran.stderr));
            String::from_utf8(ran.stdout).unwrap()
        };
        run("init", &[]);
        run("check", &["--strict"]);
        run("build", &["--strict"]);
        assert!(site.join("public/index.html").exists());
        // Nothing that is there is ever replaced.
        std::fs::write(site.join("warta.yaml"), "title: Milik saya\n").unwrap();
        let said = run("init", &[]);
        assert!(said.contains("warta.yaml"), "{said}");
        assert_eq!(std::fs::read_to_string(site.join("warta.yaml")).unwrap(), "title: Milik saya\n");
    }
}

/// What people call their offices, and what machines might take for something else.
const NAMES: &[&str] = &[
    "Dinas Kominfo Kota Batam",
    "Humas \"Kota\" & 'Kabupaten'",
    "Humas: Sekretariat # Daerah",
    "- humas",
    "{ nama: humas }",
    "<script>alert(1)</script>",
    "<name> {{ site.title }}",
    "\\n \\u0041 \\",
    "🏛️ 公報室",
    "\u{202e}العلاقات العامة\u{202c}",
    "מחלקת הדוברות",
    "null",
    "112",
    "2026-01-01",
    "Humas %APPDATA% !important *tebal* @semua | > ?",
];

#[test]
fn an_office_is_called_what_was_typed_whatever_that_is() {
    for (index, name) in NAMES.iter().enumerate() {
        let folder = tempfile::tempdir().unwrap();
        let address =
            ["https://humas.example", "http://localhost:8080/a", "https://www.humas.batam.go.id/k%20/'a'"][index % 3];
        let run = |command: &str, more: &[&str]| {
            let ran = warta().args([command, "--lang", "id", "-r"]).arg(folder.path()).args(more).output().unwrap();
            assert_eq!(ran.status.code(), Some(0), "{name}: {}", String::from_utf8_lossy(&ran.stderr));
            String::from_utf8(ran.stdout).unwrap()
        };
        let language = if index % 2 == 0 { "id" } else { "en" };
        let named = format!("--name={name}");
        let flags = [&named, "-u", address, "--time-zone", "wita", "--language", language];
        let said = run("init", &flags);
        let made = crate::site::tree(folder.path()).len();
        assert!(said.starts_with(&format!("{made} berkas dibuat")), "{said}");
        run("check", &["--strict"]);
        run("build", &["--strict"]);
        let public = folder.path().join("public");
        let feed = json(&public.join("feed.json"));
        assert_eq!(feed["title"], *name);
        assert_eq!(feed["home_page_url"], format!("{address}/"));
        assert_eq!(feed["language"], language);
        let offices = json(&public.join("api/v1/organizations.json"));
        assert!(offices.to_string().contains(&serde_json::json!(name).to_string()), "{name}: {offices}");
        let page = std::fs::read_to_string(public.join("index.html")).unwrap();
        assert!(!page.contains("<script>alert"), "{name}");
        let settings = std::fs::read_to_string(folder.path().join("warta.yaml")).unwrap();
        assert!(settings.contains("\ntime_zone: Asia/Makassar\n"), "{settings}");
    }
}

#[test]
fn what_is_given_and_does_not_fit_is_refused_and_nothing_is_made() {
    for (flags, english, indonesian) in [
        (["--name", " "], "“ ” cannot be the name of an office", "“ ” tidak dapat menjadi nama kantor"),
        (["-u", "humas.go.id"], "did you mean “https://humas.go.id”?", "maksud Anda “https://humas.go.id”?"),
        (["--time-zone", "UTC+8"], "did you mean “WITA”?", "maksud Anda “WITA”?"),
        (["--language", "su"], "other languages are added in warta.yaml", "bahasa lain ditambahkan di warta.yaml"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        for (lang, said) in [("en", english), ("id", indonesian)] {
            let ran = warta().args(["init", "--lang", lang]).arg(folder.path()).args(flags).output().unwrap();
            let err = String::from_utf8(ran.stderr).unwrap();
            assert_eq!(ran.status.code(), Some(2), "{err}");
            assert!(err.contains(said), "{err}");
            assert!(crate::site::tree(folder.path()).is_empty());
        }
        let both = warta().args(["init", "--editor"]).arg(folder.path()).args(flags).output().unwrap();
        assert_eq!(both.status.code(), Some(2));
    }
}

/// Runs `warta init` as it is on a terminal, where someone types this; what stands on the screen.
#[cfg(target_os = "linux")]
fn on_a_terminal(folder: &std::path::Path, more: &str, typed: &str) -> Option<String> {
    use std::io::Write;
    use std::process::{Command, Stdio};

    let line = format!("{} init --lang id situs {more}", env!("CARGO_BIN_EXE_warta"));
    let mut program = Command::new("script");
    program.args(["-qec", &line, "/dev/null"]).current_dir(folder).env("NO_COLOR", "1");
    // Where there is no `script`, the questions are judged by the tests beside them alone.
    let mut started = program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().ok()?;
    started.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
    let ran = started.wait_with_output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stdout));
    Some(String::from_utf8(ran.stdout).unwrap())
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_terminal_what_is_not_given_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let typed = "\nDinas: \"Kominfo\"\nkominfo.go.id\n\nWITA\n";
    let Some(seen) = on_a_terminal(folder.path(), "", typed) else { return };
    for said in ["Bahasa situs", "Nama kantor [Bagian Humas]: ", "maksud Anda “https://kominfo.go.id”?", "Zona waktu"]
    {
        assert!(seen.contains(said), "{said}: {seen}");
    }
    // What the guide shows is what is asked.
    let guide = include_str!("../../docs/content/panduan/memasang.md");
    let questions: Vec<&str> =
        guide.lines().filter(|line| line.contains("]:")).filter_map(|line| Some(line.split_once(" [")?.0)).collect();
    assert!(questions.len() == 4 && questions.iter().all(|question| seen.contains(question)), "{questions:?}");
    let settings = std::fs::read_to_string(folder.path().join("situs/warta.yaml")).unwrap();
    let expected =
        "title: \"Dinas: \\\"Kominfo\\\"\"\nbase_url: https://kominfo.go.id\ntime_zone: Asia/Makassar\nlanguage: id\n";
    assert!(settings.contains(expected), "{settings}");
    // A site that is there has its answers already.
    let seen = on_a_terminal(folder.path(), "", "").unwrap();
    assert!(seen.contains("situs/warta.yaml sudah ada") && !seen.contains("Nama kantor"), "{seen}");
    // Nobody is asked who wants silence, or whose program listens.
    for quiet in ["-q", "--format json"] {
        let folder = tempfile::tempdir().unwrap();
        let seen = on_a_terminal(folder.path(), quiet, "").unwrap();
        assert!(!seen.contains("Nama kantor") && folder.path().join("situs/warta.yaml").exists(), "{seen}");
    }
}

#[test]
fn usage_mistakes_are_told_apart_from_mistakes_of_the_site() {
    let site = TestSite::new();
    assert_eq!(site.run("build", &["--hilang"]).status.code(), Some(2));
    assert_eq!(site.run("build", &["--lang", "fr"]).status.code(), Some(2));
    let now = warta().args(["build", "--now", "kemarin", "--lang", "en", "-r"]).arg(site.path(".")).output().unwrap();
    assert_eq!(now.status.code(), Some(1));
    assert!(String::from_utf8(now.stderr).unwrap().contains("“kemarin”, given with --now, is not an instant"));
}

fn json(path: &std::path::Path) -> serde_json::Value {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn an_editor_finds_a_schema_for_each_file_and_keys_in_front_matter() {
    let folder = tempfile::tempdir().unwrap();
    let init = |more: &[&str]| {
        let ran = warta().args(["init", "--lang", "id"]).arg(folder.path()).args(more).output().unwrap();
        assert_eq!(ran.status.code(), Some(0), "{}", String::from_utf8_lossy(&ran.stderr));
    };
    init(&[]);
    let path = |name: &str| folder.path().join(".vscode").join(name);
    let settings = json(&path("settings.json"));
    let schemas = settings["yaml.schemas"].as_object().unwrap();
    assert_eq!(schemas["./.vscode/warta/config.json"], "warta.yaml");
    assert_eq!(schemas["./.vscode/warta/comments.json"], "content/**/*komentar.yaml");
    for schema in schemas.keys() {
        assert!(json(&folder.path().join(schema))["$schema"].is_string(), "{schema}");
    }
    let snippets = json(&path("warta.code-snippets"));
    assert_eq!(snippets["judul"]["prefix"], serde_json::json!(["title", "judul"]));
    assert_eq!(snippets["status"]["body"], "status: ${1|konsep,tinjauan,siap,dicabut|}");
    assert_eq!(snippets["judul"]["description"], "Judul, 1 sampai 150 karakter.");
    assert!(snippets["titimangsa"]["description"].as_str().unwrap().ends_with("(press_release)"), "{snippets}");
    // What people changed stays; what the program makes is made anew when it is asked to, and nothing else is touched.
    std::fs::write(path("settings.json"), "{}").unwrap();
    std::fs::write(path("warta/config.json"), "{}").unwrap();
    std::fs::remove_file(folder.path().join("content/tentang.md")).unwrap();
    init(&["--editor"]);
    assert_eq!(json(&path("settings.json")), serde_json::json!({}));
    assert!(json(&path("warta/config.json"))["$schema"].is_string());
    assert!(!folder.path().join("content/tentang.md").exists());
}

/// What the patterns of the task look for is what the program prints; a change of its words would leave the editor without findings.
#[test]
fn the_task_of_the_editor_understands_what_check_prints() {
    let folder = tempfile::tempdir().unwrap();
    warta().args(["init", "-q"]).arg(folder.path()).output().unwrap();
    let task = &json(&folder.path().join(".vscode/tasks.json"))["tasks"][0];
    let matchers = task["problemMatcher"].as_array().unwrap();
    std::fs::write(folder.path().join("content/tentang.md"), "---\njudl: A\n---\n").unwrap();
    for (lang, words) in [("id", ["galat", "peringatan"]), ("en", ["error", "warning"])] {
        let ran = warta().args(["check", "--lang", lang, "-r"]).arg(folder.path()).output().unwrap();
        let err = String::from_utf8(ran.stderr).unwrap();
        for (matcher, word) in matchers.iter().zip(words) {
            let first = matcher["pattern"][0]["regexp"].as_str().unwrap();
            assert!(first.contains(word), "{first}");
            let at =
                err.lines().position(|line| line.starts_with(&format!("{word}["))).unwrap_or_else(|| panic!("{err}"));
            let place = err.lines().nth(at + 1).unwrap().trim_start();
            assert!(place.starts_with("--> content/") && place.matches(':').count() == 2, "{place}");
            let ends = matcher["background"]["endsPattern"].as_str().unwrap();
            let last = err.lines().find(|line| line.starts_with(|letter: char| letter.is_ascii_digit())).unwrap();
            assert!(ends.contains(last.split([' ', ',']).nth(1).unwrap().trim_end_matches('s')), "{last}");
        }
    }
}
