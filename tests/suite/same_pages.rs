//! After an edit, pages that it cannot have changed are not rendered again, and the output is that of a clean build.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use xxhash_rust::xxh3::{xxh3_64, xxh3_128};

use crate::rebuilds::{event, first_site, happen, text};
use crate::site::{TestSite, tree};

const OPENING: &str = "Pasar pagi di Jalan Contoh dibuka kembali setelah perbaikan atap, saluran air dan kios selesai. Pedagang menempati \
     kios mereka menurut undian yang diadakan bulan lalu, dan pengunjung dapat memakai dua pintu masuk. Kantor pasar memberi keterangan \
     setiap hari kerja di lantai dasar, juga tentang tempat parkir dan angkutan umum menuju pasar.\n\n";

fn site() -> TestSite {
    let site = TestSite::new().file("data/x.yaml", "a: 1\n").file("static/a.txt", "satu\n");
    let item = |name: &str| format!("{OPENING}Naskah {name}.");
    site.release("a", "", &item("a")).release("b", "", &item("b"))
}

/// What was changed a moment ago is not vouched for.
fn settle() {
    std::thread::sleep(Duration::from_millis(120));
}

fn kept(site: &TestSite) -> PathBuf {
    let entries = fs::read_dir(site.path(".warta")).unwrap().flatten().map(|entry| entry.path());
    entries.into_iter().find(|path| path.file_name().unwrap().to_str().unwrap().starts_with("same-")).unwrap()
}

/// Rewrites the lines of a list that end with a path, and gives the text.
fn relisted(path: &Path, output: &str, line: impl Fn(&str) -> String) -> String {
    let text = fs::read_to_string(path).unwrap();
    let end = format!(" {output}");
    text.lines().map(|old| if old.ends_with(&end) { line(old) } else { old.to_owned() } + "\n").collect()
}

/// Puts other bytes in the place of a page, as if it had been rendered so. Who renders it again sees that it is not.
fn forge(site: &TestSite, output: &str) {
    let bytes = b"tempaan";
    fs::write(site.output().join(output), bytes).unwrap();
    let manifest = site.output().join(".warta-manifest");
    let text = relisted(&manifest, output, |_| format!("{:032x} {} {output}", xxh3_128(bytes), bytes.len()));
    fs::write(&manifest, text).unwrap();
    let same = kept(site);
    let text = relisted(&same, output, |old| format!("{} {:032x} {output}", &old[..16], xxh3_128(bytes)));
    let (lines, _) = text.trim_end().rsplit_once('\n').unwrap();
    let lines = format!("{lines}\n");
    fs::write(&same, format!("{lines}{:016x}\n", xxh3_64(lines.as_bytes()))).unwrap();
}

/// Builds, forges the page of `b`, lets something happen, builds again; whether the forged page is still there.
fn is_kept(site: TestSite, change: impl Fn(TestSite) -> TestSite) -> bool {
    settle();
    let site = site.build();
    forge(&site, "berita/b/index.html");
    let site = change(site).build();
    site.text("berita/b/index.html") == "tempaan"
}

#[test]
fn an_edit_of_one_text_leaves_the_other_pages() {
    let edit = |site: TestSite| site.release("a", "", &format!("{OPENING}Naskah lain."));
    assert!(is_kept(site(), edit));
    // Later, as long as the clock changes nothing.
    assert!(is_kept(site(), |site| edit(site).now("2026-01-02")));
    // A list shows how a text begins, unless it is summed up.
    assert!(!is_kept(site(), |site| site.release("a", "", "Awal lain.")));
    let summed = |text: &str| site().release("a", "summary: Ringkas.", text);
    assert!(is_kept(summed("Awal."), |site| site.release("a", "summary: Ringkas.", "Awal lain.")));
    // What is not public is no other page's business, however long it is.
    let draft = |site: TestSite, text: &str| site.release("c", "draft: true", text);
    assert!(is_kept(draft(site(), OPENING), |site| draft(site, "Awal lain.")));
}

/// Fails when a feed is left that shows the text, and when one is made anew that does not.
#[test]
fn an_edit_makes_the_feeds_anew_that_show_it() {
    let tagged = |site: TestSite, name: &str, text: &str| {
        site.release(name, &format!("tags: [{name}]"), &format!("{OPENING}Naskah {text}."))
    };
    let site = tagged(tagged(TestSite::new(), "a", "a"), "b", "b");
    settle();
    let site = site.build();
    let feeds = ["tags/a/atom.xml", "tags/b/atom.xml", "atom.xml", "rss.xml", "feed.json"];
    for feed in feeds {
        assert!(site.text(".warta-manifest").contains(&format!(" {feed}\n")), "{feed} is no output");
        forge(&site, feed);
    }
    let site = tagged(site, "a", "lain").build();
    let left = feeds.map(|feed| site.text(feed) == "tempaan");
    assert_eq!(left, [false, true, false, false, false]);
    ["tags/a/atom.xml", "atom.xml", "rss.xml", "feed.json"]
        .into_iter()
        .fold(site, |site, feed| site.expect_text(feed, "Naskah lain."));
}

#[test]
fn what_other_pages_may_show_makes_them_anew() {
    type Change = (&'static str, fn(TestSite) -> TestSite);
    let changes: &[Change] = &[
        ("its own text", |site| site.release("b", "", &format!("{OPENING}Naskah lain."))),
        ("a title", |site| site.release("a", "title: Lain", &format!("{OPENING}Naskah a."))),
        ("a link", |site| site.release("a", "", &format!("{OPENING}Naskah [b](b.md)."))),
        ("a heading", |site| site.release("a", "", &format!("{OPENING}Naskah a.\n\n## Judul"))),
        ("a new item", |site| site.release("c", "", "Lagi.")),
        ("an item less", |site| site.remove("content/berita/a.md")),
        ("a comment", |site| {
            let text = "- { id: k1, author: { name: Ani }, at: 2020-05-02, status: approved, body: Ya. }\n";
            site.file("content/berita/b.komentar.yaml", text)
        }),
        ("a record", |site| site.file("data/x.yaml", "a: 2\n")),
        ("a template", |site| site.file("themes/t/templates/404.html", "Hilang.")),
        ("a word", |site| site.file("i18n/id.ftl", "home = Rumah\n")),
        ("a file", |site| site.file("static/b.txt", "dua\n")),
        ("the configuration", |site| {
            let text = fs::read_to_string(site.path("warta.yaml")).unwrap();
            site.file("warta.yaml", text.replace("title: Situs", "title: Kota"))
        }),
        ("a section", |site| site.file("content/berita/_index.md", "---\ntitle: Berita\n---\n\nPengantar.\n")),
        ("a flag", |site| site.flags(&["--drafts"])),
        ("the address", |site| site.flags(&["--base-url", "https://b.example/c"])),
        ("an earlier clock", |site| site.now("2025-12-31")),
        ("the memory, damaged", |site| {
            let path = kept(&site);
            let text = fs::read_to_string(&path).unwrap();
            fs::write(&path, text.replacen("berita/b", "berita/c", 1)).unwrap();
            site
        }),
        ("the published page", |site| {
            fs::write(site.output().join("berita/b/index.html"), "coretan").unwrap();
            site
        }),
    ];
    for (what, change) in changes {
        assert!(!is_kept(site(), change), "{what} left a page as it was");
    }
    let with_event =
        |site: TestSite| site.release("acara", "kind: workshop\nstart: 2026-02-01\nvenue: { name: Aula }", "Isi.");
    assert!(
        !is_kept(with_event(site()), |site| site.now("2026-02-01T12:00:00+07:00")),
        "the clock left a page as it was"
    );
}

#[test]
fn what_is_found_in_a_text_is_told_each_time() {
    let code = format!("{OPENING}```brainfuck-2\n+\n```\n");
    let site = site().release("b", "", &code);
    settle();
    let site = site.build().release("a", "", &format!("{OPENING}Naskah lain.")).build();
    site.expect_codes(&["W004"]);
}

#[test]
fn what_the_others_asked_for_is_still_remembered() {
    let highlights = |site: &TestSite| fs::read(site.path(".warta/highlight")).unwrap().len();
    let site = site().release("b", "", &format!("{OPENING}```rust\nlet a = 1;\n```\n"));
    settle();
    let site = site.build();
    let before = highlights(&site);
    let site = site.release("a", "", &format!("{OPENING}Naskah lain.")).build();
    assert_eq!(highlights(&site), before);
}

#[test]
fn after_any_edits_the_output_is_that_of_a_clean_build() {
    let config = ProptestConfig { cases: 16, max_shrink_iters: 60, ..ProptestConfig::default() };
    let texts = proptest::collection::vec(text(), 1..5);
    let events = proptest::collection::vec(proptest::collection::vec(event(), 0..3), 1..5);
    let outcome = TestRunner::new(config).run(&(texts, events), |(first, events)| {
        let mut site = first_site(&first);
        for (step, events) in std::iter::once(&Vec::new()).chain(&events).enumerate() {
            site = events.iter().fold(site, happen);
            settle();
            site = site.flags(&["--force"]).try_build();
            if site.last().code != Some(0) {
                continue;
            }
            let folder = tempfile::tempdir().unwrap();
            let clean = folder.path().join("out");
            // Another output folder has nothing that is remembered of it.
            prop_assert!(site.run("build", &["-o", clean.to_str().unwrap()]).status.success());
            let (warm, clean) = (tree(site.output()), tree(&clean));
            let differ = |path: &&String| warm.get(*path) != clean.get(*path);
            let differ: Vec<&String> = clean.keys().filter(differ).collect();
            prop_assert!(differ.is_empty(), "step {step}: {differ:?} differ from the clean build");
        }
        Ok(())
    });
    outcome.unwrap();
}
