//! `warta explain`: files, outputs and addresses, and what stands behind them.

use serde_json::Value;

use crate::site::{CONFIG, TestSite, tree, warta};

fn run(site: &TestSite, tongue: &str, words: &[&str]) -> (Option<i32>, String, String) {
    let mut program = warta();
    program.args(["explain", "--lang", tongue, "--now", "2026-01-01", "-r"]).arg(site.path(".")).args(words);
    let ran = program.output().unwrap();
    (ran.status.code(), String::from_utf8(ran.stdout).unwrap(), String::from_utf8(ran.stderr).unwrap())
}

fn said(site: &TestSite, tongue: &str, target: &str) -> String {
    let (code, out, err) = run(site, tongue, &[target]);
    assert_eq!((code, err.as_str()), (Some(0), ""), "{target}");
    out
}

fn data(site: &TestSite, target: &str) -> Value {
    let (code, out, err) = run(site, "id", &[target, "--as", "json"]);
    assert_eq!(code, Some(0), "{target}: {err}");
    assert_eq!(out, run(site, "en", &[target, "--as", "json"]).1, "{target}");
    serde_json::from_str(&out).unwrap()
}

fn site() -> TestSite {
    let config = CONFIG
        .replace("https://a.example", "https://a.example/humas")
        .replace("berita: { kind: press_release }", "berita: { kind: press_release, archive: year }");
    TestSite::new()
        .file("warta.yaml", config)
        .file("content/berita/_index.md", "---\ntitle: Kabar\n---\n")
        .release(
            "a",
            "tags: [pasar]\naliases: [/lama/a, '/?p=12']",
            "{{<note>}}x{{</note>}}\n\n[b](b.md) [w](https://w.example/) ![d](denah.png)",
        )
        .release("b", "id: bebe", "")
        .file("content/berita/a.en.md", "---\ntitle: A in English\ndate: 2020-05-02\n---\n")
        .file("content/berita/denah.png", "png")
        .release(
            "nanti",
            "date: 2026-02-01\npublish_at: 2026-03-01 09:00\nembargo_until: 2026-02-15 10:00\ntitle: Rahasia",
            "",
        )
        .release("konsep", "status: draft", "")
        .file("content/tentang.md", "---\nkind: page\ntitle: Tentang\n---\n")
        .file("templates/page.html", "{% extends \"t/page.html\" %}")
        .file("static/robots.txt", "")
        .file("data/bebas.yaml", "a: 1\n")
}

#[test]
fn an_item_is_known_by_file_output_and_every_spelling_of_its_address() {
    let site = site();
    let first = said(&site, "en", "content/berita/a.md");
    assert!(first.starts_with("“Naskah a” is an item\n"), "{first}");
    let absolute = site.path("content/berita/a.md").display().to_string();
    for target in [
        "./content/berita/a.md",
        "berita/a.md",
        &absolute,
        "public/berita/a/index.html",
        "berita/a/index.html",
        "/berita/a/",
        "/berita/a",
        "/humas/berita/a/",
        "https://a.example/humas/berita/a/#judul",
        "berita/a",
    ] {
        assert_eq!(said(&site, "en", target), first, "{target}");
    }
    let item = data(&site, "/berita/a/");
    assert_eq!(item["what"], "item");
    assert_eq!(item["address"], "https://a.example/humas/berita/a/");
    assert_eq!(item["source"], "content/berita/a.md");
    assert_eq!(item["output"], "public/berita/a/index.html");
    assert_eq!(
        (&item["kind"], &item["section"], &item["lang"], &item["id"]),
        (&"press_release".into(), &"berita".into(), &"id".into(), &"a".into())
    );
    assert_eq!((&item["status"], &item["date"]), (&"public".into(), &"2020-05-01".into()));
    assert_eq!(item["calls"], serde_json::json!(["note"]));
    assert_eq!(item["looked_up"][0], serde_json::json!({ "name": "press_release.html", "found": false }));
    // The site's own template stands before the theme's, and extends it.
    assert_eq!(
        item["templates"],
        serde_json::json!(["templates/page.html", "themes/t/templates/page.html", "themes/t/templates/base.html"])
    );
    assert_eq!(item["aliases"], serde_json::json!(["/lama/a", "/?p=12"]));
    assert_eq!(item["translations"][0]["source"], "content/berita/a.en.md");
    assert_eq!(item["refers_to"][0]["source"], "content/berita/b.md");
    let refers = item["refers_to"].to_string();
    assert!(refers.contains("https://w.example/") && refers.contains("/humas/berita/denah.png"), "{refers}");
    let shown = item["shown_in"].to_string();
    for list in ["/humas/berita/\"", "/humas/berita/2020/\"", "/humas/tags/pasar/\""] {
        assert!(shown.contains(list), "{shown}");
    }
    assert!(item["feeds"].to_string().contains("/humas/berita/atom.xml"));
    assert_eq!(data(&site, "content/berita/b.md")["referred_by"][0]["source"], "content/berita/a.md");
}

#[test]
fn what_is_not_public_says_which_gate_opens_last() {
    let site = site();
    let item = data(&site, "/berita/nanti/");
    assert_eq!(item["status"], "embargoed");
    assert_eq!(item["last_gate"], serde_json::json!({ "key": "publish_at", "at": "2026-03-01T09:00:00+07:00" }));
    let english = said(&site, "en", "content/berita/nanti.md");
    assert!(english.contains("not public: under embargo until Sunday, 1 March 2026, 09:00 WIB"), "{english}");
    let indonesian = said(&site, "id", "content/berita/nanti.md");
    assert!(indonesian.contains("belum terbit: embargo sampai Minggu, 1 Maret 2026, 09.00 WIB"), "{indonesian}");
    assert!(indonesian.contains("Minggu, 15 Februari 2026, 10.00 WIB"), "{indonesian}");
    assert!(said(&site, "id", "/berita/konsep/").contains("belum terbit: masih konsep"));
    assert!(said(&site, "en", "/berita/konsep/").contains("not public: it is a draft"));
}

#[test]
fn everything_else_that_has_an_address_is_explained_too() {
    let site = site();
    for (target, what) in [
        ("/", "home"),
        ("/en/", "home"),
        ("/berita/", "section"),
        ("content/berita/_index.md", "section"),
        ("content/berita", "section"),
        ("/tags/", "terms"),
        ("/tags/pasar/", "term"),
        ("/berita/2020/", "archive"),
        ("/atom.xml", "feed"),
        ("/tags/pasar/atom.xml", "feed"),
        ("/sitemap.xml", "sitemap"),
        ("/robots.txt", "file"),
        ("static/robots.txt", "file"),
        ("/404.html", "not_found"),
        ("/lama/a/", "redirect"),
        ("/?p=12", "old_address"),
        ("content/berita/denah.png", "file"),
        ("themes/t/templates/page.html", "template"),
        ("warta.yaml", "configuration"),
        ("data/bebas.yaml", "data"),
    ] {
        assert_eq!(data(&site, target)["what"], what, "{target}");
        for tongue in ["en", "id"] {
            let text = said(&site, tongue, target);
            assert!(!text.contains("fact-") && !text.contains("explain-") && !text.contains("{ $"), "{text}");
        }
    }
    assert_eq!(data(&site, "/lama/a")["leads_to"], "https://a.example/humas/berita/a/");
    assert_eq!(data(&site, "/?p=12")["leads_to"], "https://a.example/humas/berita/a/");
    assert_eq!(data(&site, "content/berita/denah.png")["named_by"][0]["source"], "content/berita/a.md");
    let template = data(&site, "themes/t/templates/page.html");
    assert_eq!(template["hidden_by"], "templates/page.html");
    let own = data(&site, "templates/page.html");
    assert!(own["renders"].to_string().contains("/humas/tentang/"), "{own}");
    let items = data(&site, "/berita/");
    assert_eq!(items["page"], serde_json::json!({ "number": 1, "total": 1, "items": 2 }));
    // An asset, by the name that its content gives it, and the file it is.
    let site = site.build();
    let files = tree(site.output());
    let asset = files.keys().find(|path| path.starts_with("aset/a.")).unwrap();
    assert_eq!(data(&site, &format!("/{asset}"))["source"], "themes/t/assets/a.css");
}

#[test]
fn what_nobody_has_is_told_with_what_is_near() {
    let site = site();
    for (target, english, indonesian) in [
        ("/beritaa/", "nothing has the address /beritaa/", "tidak ada yang beralamat /beritaa/"),
        ("/2020/05/a/", "did you mean “/berita/a/”?", "maksud Anda “/berita/a/”?"),
        ("/beritaa/", "did you mean “/berita/”?", "maksud Anda “/berita/”?"),
        ("content/brita/a.md", "did you mean “content/berita/a.md”?", "maksud Anda “content/berita/a.md”?"),
        ("tentng.md", "did you mean “content/tentang.md”?", "maksud Anda “content/tentang.md”?"),
        (
            "https://b.example/berita/",
            "addresses of this site begin with https://a.example/humas/",
            "alamat situs ini diawali https://a.example/humas/",
        ),
        ("/sesuatu/yang/lain/sama/sekali/", "old addresses go under aliases", "alamat_lama"),
    ] {
        for (tongue, words) in [("en", english), ("id", indonesian)] {
            let (code, out, err) = run(&site, tongue, &[target]);
            assert_eq!((code, out.as_str()), (Some(1), ""), "{target}");
            assert!(err.contains(words), "{target}: {err}");
        }
    }
    assert_eq!(run(&site, "id", &[]).0, Some(2));
    let (code, _, err) = run(&TestSite::empty(), "id", &["/"]);
    assert!(code == Some(1) && err.contains("[E001]"), "{err}");
}
