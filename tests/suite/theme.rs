//! `warta theme`, the colours of a theme, and the style guide of the default one.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::site::{TestSite, tree, warta};

fn theme(site: &TestSite, tongue: &str, words: &[&str]) -> (Option<i32>, String, String) {
    let ran = warta().args(["theme", "--lang", tongue, "-r"]).arg(site.path(".")).args(words).output().unwrap();
    (ran.status.code(), String::from_utf8(ran.stdout).unwrap(), String::from_utf8(ran.stderr).unwrap())
}

const CONFIG: &str =
    "title: Kota\nbase_url: https://a.example\ntime_zone: WIB\nsections: { berita: { kind: press_release } }\n";

/// A site with the theme inside the program.
fn default_site() -> TestSite {
    TestSite::empty().file("warta.yaml", CONFIG).release("a", "", "")
}

#[test]
fn themes_are_listed_with_the_one_in_use() {
    let site = TestSite::new().file("themes/lama/theme.yaml", "name: lama\napi: 7\nextends: balai\n");
    let (code, out, err) = theme(&site, "en", &[]);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    let lines: Vec<Vec<&str>> = out.lines().map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(lines[1], ["balai", "1", "inside", "the", "program"]);
    assert_eq!(lines[2], ["lama", "7", "(this", "program", "speaks", "1)", "balai", "themes/lama"]);
    assert_eq!(lines[3], ["t", "1", "themes/t", "used", "by", "this", "site"]);
    assert_eq!(theme(&site, "id", &["daftar"]).1.lines().count(), 4);
}

#[test]
fn a_new_theme_is_a_child_that_works_and_is_never_overwritten() {
    let site = default_site().build();
    let before = site.text("index.html");
    let (code, out, err) = theme(&site, "id", &["new", "kota-kami"]);
    assert_eq!((code, err.as_str()), (Some(0), ""), "{out}");
    assert!(out.contains("themes/kota-kami") && out.contains("theme: kota-kami"), "{out}");
    let site = site.file("warta.yaml", format!("{CONFIG}theme: kota-kami\n")).build();
    let after = site.text("index.html");
    let added: Vec<&str> = after.lines().filter(|line| !before.contains(line)).collect();
    assert!(added.len() == 1 && added[0].contains("kota-kami."), "{added:?}");
    let files = tree(&site.path("themes"));
    for words in [&["new", "kota-kami"][..], &["new", "balai"], &["new", "../luar"], &["new", "Kota Kami"], &["new"]] {
        let (code, _, err) = theme(&site, "en", words);
        assert!(code == Some(2) && err.starts_with("error: "), "{words:?} {err}");
    }
    assert_eq!(tree(&site.path("themes")), files);
    // A theme may stand on one that stands on another.
    assert_eq!(theme(&site, "en", &["baru", "anak"]).0, Some(0));
    site.file("warta.yaml", format!("{CONFIG}theme: anak\n")).build().expect_text("index.html", "/aset/anak.");
}

#[test]
fn a_file_of_the_theme_is_copied_and_used() {
    let site = default_site().build();
    for (name, path) in [
        ("home.html", "templates/home.html"),
        ("page", "templates/page.html"),
        ("balai/components/item.html", "templates/components/item.html"),
        ("themes/balai/templates/404.html", "templates/404.html"),
        ("i18n/id.ftl", "i18n/id.ftl"),
        ("assets/lambang.svg", "assets/lambang.svg"),
    ] {
        let (code, out, err) = theme(&site, "en", &["eject", name]);
        assert_eq!((code, err.as_str()), (Some(0), ""), "{name}");
        assert!(out.contains(path), "{out}");
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/balai").join(path);
        assert_eq!(fs::read(site.path(path)).unwrap(), fs::read(own).unwrap());
    }
    // The copies change nothing until they are changed.
    let site = site.build().expect_written(&[]);
    let site = site
        .file("templates/404.html", "{% extends \"base.html\" %}{% block main %}Hilang.{% endblock main %}")
        .build();
    assert!(site.text("404.html").contains("Hilang."));
    let (code, _, err) = theme(&site, "en", &["eject", "404.html"]);
    assert!(code == Some(1) && err.contains("was not changed"), "{err}");
    assert!(fs::read_to_string(site.path("templates/404.html")).unwrap().contains("Hilang."));
    let (code, _, err) = theme(&site, "id", &["salin", "hom.html"]);
    assert!(code == Some(2) && err.contains("maksud Anda home.html?"), "{err}");
    let (code, out, _) = theme(&site, "en", &["eject"]);
    assert!(code == Some(0) && out.lines().any(|line| line == "templates/components/date.html"), "{out}");
}

#[test]
fn an_accent_that_cannot_be_read_is_an_error_with_one_that_can() {
    let with =
        |color: &str| default_site().file("warta.yaml", format!("{CONFIG}theme_options: {{ accent: \"{color}\" }}\n"));
    let site =
        with("#ffd400").fails().expect_codes(&["E017"]).expect_message("its contrast is 1.3 : 1, 4.5 : 1 is needed");
    let err = &site.last().err;
    let proposal = err.split("write \"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
    // What is proposed is taken.
    let site = with(&proposal).build();
    let files = tree(site.output());
    let css = files.keys().find(|path| path.contains("/balai.") && path.ends_with(".css")).unwrap();
    assert!(site.text(css).contains(&format!("--accent-seed: {proposal}")), "{proposal}");
    with("#00546e").build();
}

#[test]
fn the_style_guide_shows_every_component_and_only_with_drafts() {
    const GUIDE: &str = "panduan-gaya/index.html";
    let site = default_site().build().expect_no_file(GUIDE).flags(&["--drafts"]).build().expect_file(GUIDE);
    assert!(site.text(GUIDE).contains("content=\"noindex\""));
    site.expect_no_text("sitemap.xml", "panduan-gaya").flags(&[]).build().expect_no_file(GUIDE);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/balai/templates");
    let guide = fs::read_to_string(folder.join("style-guide.html")).unwrap();
    let components: BTreeSet<String> = fs::read_dir(folder.join("components"))
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    let missing: Vec<&String> = components
        .iter()
        .filter(|name| !guide.contains(&format!("<{name} ")) && !guide.contains(&format!("<{name}/")))
        .collect();
    assert!(missing.is_empty(), "the style guide does not show {missing:?}");
    let readme = fs::read_to_string(folder.parent().unwrap().join("README.md")).unwrap();
    let missing: Vec<&String> = components.iter().filter(|name| !readme.contains(&format!("`{name}`"))).collect();
    assert!(missing.is_empty(), "the README of balai does not name {missing:?}");
}

#[test]
fn what_is_wrong_with_options_is_told_once_and_as_it_is_written() {
    let site = |theme: &str, options: &str| {
        let config = format!("{CONFIG}theme: {theme}\ntheme_options:\n{options}");
        TestSite::empty().file("warta.yaml", config).release("a", "", "").fails()
    };
    // Nobody knows the options of a theme that is not there.
    let missing = site("bali", "  accent: \"#00546e\"\n  lain: x\n");
    let codes: Vec<String> = missing.last().codes().into_iter().filter(|code| code != "W001").collect();
    assert_eq!(codes.len(), 1, "{}", missing.last().err);
    // To YAML this is a remark.
    site("balai", "  accent: #b5381d\n").expect_message("“#b5381d” is not a colour").expect_message("in quotes");
    site("balai", "  accent:\n").expect_message("nothing stands here");
}
