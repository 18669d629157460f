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
