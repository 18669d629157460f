//! Findings in the forms that other programs read, and the flags that say how much is printed.

use serde_json::Value;

use crate::site::{CONFIG, TestSite, warta};

/// A site with mistakes of every sort of place: a span behind letters beyond ASCII, two places, a file as a whole.
fn broken() -> TestSite {
    TestSite::new()
        .file(
            "content/berita/jum’at: 50%, ya.md",
            "---\ntitle: Jum’at\ndate: 2020-01-01\npeople: [‘é’, x y]\nsummary: pendek\n---\n",
        )
        .release("a", "id: satu", "[ke](hilang.md)")
        .release("b", "id: satu", "")
        .file("content/berita/c.fr.md", "---\ntitle: C\ndate: 2020-01-01\n---\n")
}

fn output(site: &TestSite, flags: &[&str]) -> (Option<i32>, String, String) {
    let ran = site.run("check", flags);
    (ran.status.code(), String::from_utf8(ran.stdout).unwrap(), String::from_utf8(ran.stderr).unwrap())
}

#[test]
fn json_is_one_document_with_every_finding() {
    let (code, out, err) = output(&broken(), &["--format", "json"]);
    assert_eq!(code, Some(1));
    let document: Value = serde_json::from_str(&out).unwrap();
    let findings = document["findings"].as_array().unwrap();
    assert_eq!(document["errors"], 5, "{out}");
    assert_eq!(document["errors"].as_u64().unwrap() + document["warnings"].as_u64().unwrap(), findings.len() as u64);
    let id = findings.iter().find(|one| one["code"] == "E017" && one["arguments"]["value"] == "x y").unwrap();
    // Columns are characters, bytes are bytes.
    assert_eq!(id["place"]["start"], serde_json::json!({ "line": 4, "column": 15, "byte": 56 }), "{id}");
    assert_eq!(id["place"]["end"]["column"], 18);
    assert_eq!((&id["name"], &id["severity"]), (&Value::from("bad-value"), &Value::from("error")));
    let twice = findings.iter().find(|one| one["code"] == "E032").unwrap();
    assert_eq!(twice["related"][0]["place"]["path"], "content/berita/a.md");
    let whole = findings.iter().find(|one| one["code"] == "E024").unwrap();
    assert!(whole["place"]["start"].is_null() && whole["place"]["path"] == "content/berita/c.fr.md");
    // What is for people does not stand in the document.
    assert!(err.contains("5 errors"), "{err}");
}

#[test]
fn json_of_a_sound_site_is_a_document_too() {
    let site = TestSite::new().release("a", "import: { from: x }", "");
    let (code, out, err) = output(&site, &["--format", "json"]);
    assert_eq!(
        (code, serde_json::from_str::<Value>(&out).unwrap()["findings"].as_array().map(Vec::len)),
        (Some(0), Some(0))
    );
    assert!(err.contains("Checked"), "{err}");
    // A finding about no file.
    let nothing = TestSite::empty();
    let (code, out, _) = output(&nothing, &["--format", "json"]);
    assert_eq!((code, &serde_json::from_str::<Value>(&out).unwrap()["findings"][0]["place"]), (Some(1), &Value::Null));
}

#[test]
fn sarif_names_rules_places_and_fingerprints() {
    let site = broken();
    let (code, out, _) = output(&site, &["--format", "sarif"]);
    assert_eq!(code, Some(1));
    let log: Value = serde_json::from_str(&out).unwrap();
    let (rules, results) = (&log["runs"][0]["tool"]["driver"]["rules"], log["runs"][0]["results"].as_array().unwrap());
    assert!(results.len() > 5, "{out}");
    for result in results {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
    }
    let id = results.iter().find(|one| one["message"]["text"].as_str().unwrap().contains("x y")).unwrap();
    let place = &id["locations"][0]["physicalLocation"];
    let root = site.path("").to_str().unwrap().trim_end_matches('/').to_owned();
    assert_eq!(
        place["artifactLocation"]["uri"],
        format!("file://{root}/content/berita/jum%E2%80%99at%3A%2050%25%2C%20ya.md")
    );
    assert_eq!(
        place["region"],
        serde_json::json!({ "startLine": 4, "startColumn": 15, "endLine": 4, "endColumn": 18 })
    );
    // A line above moves the place and leaves the fingerprint.
    let moved = broken().file(
        "content/berita/jum’at: 50%, ya.md",
        "---\ntitle: Jum’at\n\ndate: 2020-01-01\npeople: [‘é’, x y]\nsummary: pendek\n---\n",
    );
    let log: Value = serde_json::from_str(&output(&moved, &["--format", "sarif"]).1).unwrap();
    let again = log["runs"][0]["results"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["partialFingerprints"] == id["partialFingerprints"]);
    assert_eq!(again.unwrap()["locations"][0]["physicalLocation"]["region"]["startLine"], 5);
}

/// A workflow command taken apart as the runner does it.
fn command(line: &str) -> (String, Vec<(String, String)>, String) {
    let rest = line.strip_prefix("::").unwrap();
    let (head, data) = rest.split_once("::").unwrap();
    let (name, properties) = head.split_once(' ').unwrap();
    let plain = |text: &str| {
        text.replace("%3A", ":").replace("%2C", ",").replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
    };
    let properties = properties.split(',').map(|property| {
        let (name, value) = property.split_once('=').unwrap();
        (name.to_owned(), plain(value))
    });
    (name.to_owned(), properties.collect(), plain(data))
}

#[test]
fn annotations_of_github_are_read_back_as_they_were_meant() {
    let (code, out, _) = output(&broken(), &["--format", "github"]);
    assert_eq!(code, Some(1));
    let commands: Vec<_> = out.lines().map(command).collect();
    assert!(commands.iter().all(|(name, ..)| name == "error" || name == "warning"), "{out}");
    let (_, properties, text) = commands.iter().find(|(_, _, text)| text.contains("x y")).unwrap();
    let property = |name: &str| properties.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    assert!(property("file").unwrap().ends_with("content/berita/jum’at: 50%, ya.md"), "{out}");
    assert_eq!((property("line"), property("col"), property("endColumn")), (Some("4"), Some("15"), Some("18")));
    assert_eq!(property("title"), Some("E017"));
    assert!(text.contains('\n'), "the help stands on a line of its own: {text}");
}

#[test]
fn paths_in_annotations_begin_where_the_program_was_started() {
    let site = TestSite::new().release("a", "titel: A", "");
    let folder = site.path("").parent().unwrap().to_owned();
    let name = site.path("").file_name().unwrap().to_str().unwrap().to_owned();
    for root in [name.clone(), format!("./{name}/")] {
        let ran = warta().current_dir(&folder).args(["check", "--root", &root, "--format", "github"]).output().unwrap();
        let out = String::from_utf8(ran.stdout).unwrap();
        assert!(out.contains(&format!("file={name}/content/berita/a.md,line=")), "{out}");
    }
}

#[test]
fn quiet_prints_errors_alone_and_verbose_prints_all() {
    // An imported item's missing keys are good to know and nothing more.
    let sound = TestSite::new().release("a", "import: { from: x }\nsummary: pendek", "");
    let (_, out, err) = output(&sound, &["-q"]);
    assert_eq!((out.as_str(), err.as_str()), ("", ""));
    let (_, _, err) = output(&sound, &[]);
    assert!(err.contains("W006") && !err.contains("W001"), "{err}");
    let (_, _, err) = output(&sound, &["-v"]);
    assert!(err.contains("info[W001]"), "{err}");
    let (_, out, err) = output(&broken(), &["--quiet"]);
    assert!(out.is_empty() && err.contains("E017") && !err.contains("W006"), "{err}");
    // Together they make no sense.
    assert_eq!(output(&sound, &["-q", "-v"]).0, Some(2));
}

#[test]
fn colours_are_for_terminals_unless_asked_for() {
    let site = broken();
    let run = |flags: &[&str]| {
        let mut command = warta();
        command.env_remove("NO_COLOR").arg("check").arg("--root").arg(site.path("")).args(flags);
        String::from_utf8(command.output().unwrap().stderr).unwrap()
    };
    assert!(!run(&[]).contains('\u{1b}'));
    assert!(run(&["--color", "always"]).contains("\u{1b}["));
    assert!(!run(&["--color", "never"]).contains('\u{1b}'));
}

#[test]
fn the_language_is_that_of_the_flag_the_environment_the_site_in_this_order() {
    let english =
        CONFIG.replace("title: Situs", "title: Site\nlanguage: en").replace("{ id: {}, en: {} }", "{ en: {} }");
    let site = TestSite::new().file("warta.yaml", english).release("a", "titel: A", "");
    let speaks = |flag: &[&str], environment: &[(&str, &str)]| {
        let mut command = warta();
        command.env_remove("LC_ALL").env_remove("LC_MESSAGES").env_remove("LANG");
        command.arg("check").arg("--root").arg(site.path("")).args(flag).envs(environment.iter().copied());
        let err = String::from_utf8(command.output().unwrap().stderr).unwrap();
        if err.contains("there is no field") { "en" } else { "id" }
    };
    assert_eq!(speaks(&[], &[]), "en");
    assert_eq!(speaks(&[], &[("LANG", "C.UTF-8")]), "en");
    assert_eq!(speaks(&[], &[("LANG", "id_ID.UTF-8")]), "id");
    assert_eq!(speaks(&[], &[("LANG", "id_ID.UTF-8"), ("WARTA_LANG", "en")]), "en");
    assert_eq!(speaks(&["--lang", "id"], &[("WARTA_LANG", "en")]), "id");
}
