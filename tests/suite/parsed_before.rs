//! A run that begins with what an earlier one parsed says and makes what it would without.

use std::collections::BTreeMap;
use std::fs;
use std::time::Duration;

use xxhash_rust::xxh3::xxh3_64;

use crate::site::{CONFIG, TestSite, tree};

type Change = Box<dyn Fn(TestSite) -> TestSite>;

fn site() -> TestSite {
    let release = "organizations: [humas]\nnarahubung: [{ nama: Budi, surel: budi@humas.example }]\nnotes_to_editors: \"**Tebal**\"\n";
    TestSite::new()
        .file("content/berita/_index.md", "---\ntitle: Berita\n---\n")
        .release("a", release, "Senin, 5 Juni 2010 ijin \"terbit\".\n\n## Judul {#sini}\n\n{{<note>}}\nCatatan[^1]\n{{</note>}}\n\n[^1]: Kaki.")
        .release("b", "tags: [Satu, 2010]", "Lihat [a](a.md#sini), <b onclick=x>tebal</b>.")
        .release("b.en", "", "An \"English\" text.")
        .release("d", "draft: true", "Konsep [a](a.md).")
        .flags(&["--verbose"])
}

/// What a build says and makes; one that finds mistakes leaves what was there.
fn outcome(site: &TestSite) -> (Option<i32>, String, BTreeMap<String, Vec<u8>>) {
    let last = site.last();
    let made = if last.code == Some(0) { tree(site.output()) } else { BTreeMap::new() };
    (last.code, last.err.clone(), made)
}

#[test]
fn whatever_changes_the_run_is_as_without_it() {
    let config = |more: &str| format!("{CONFIG}{more}");
    let changes: Vec<(&str, Change)> = vec![
        ("nothing", Box::new(|site| site)),
        ("a text", Box::new(|site| site.release("b", "", "Kamis, 5 Juni 2010."))),
        ("a broken text", Box::new(|site| site.release("b", "tanggal: 31 Februari 2010", "Satu."))),
        ("a name", Box::new(|site| site.release("e", "", "Lima.").remove("content/berita/a.md"))),
        ("a language", Box::new(|site| site.remove("content/berita/b.en.md"))),
        ("a draft", Box::new(|site| site.flags(&["--verbose", "--drafts"]))),
        ("the address", Box::new(|site| site.flags(&["--verbose", "--base-url", "https://kota.go.id/humas"]))),
        ("the zone", Box::new(move |site| site.file("warta.yaml", CONFIG.replace("WIB", "WIT")))),
        (
            "Markdown",
            Box::new(move |site| {
                site.file("warta.yaml", config("markdown: { smart_quotes: true, raw_html: forbid }\n"))
            }),
        ),
        ("the kind", Box::new(|site| site.file("content/berita/_index.md", "---\ntitle: Berita\nkind: page\n---\n"))),
        ("words", Box::new(|site| site.file("data/glossary.yaml", "terbit: muncul\n"))),
        ("data", Box::new(|site| site.file("data/organizations.yaml", "humas: { name: Humas }\n"))),
        ("a page there", Box::new(|site| site.release("c", "", "Ada."))),
        (
            "what was kept, cut",
            Box::new(|site| {
                let kept = site.path(".warta/items");
                let bytes = fs::read(&kept).unwrap();
                fs::write(kept, &bytes[..bytes.len() / 2]).unwrap();
                site.file("static/a.txt", "a")
            }),
        ),
        ("what was kept, gone", Box::new(|site| site.remove(".warta/items").file("static/a.txt", "a"))),
    ];
    for (name, change) in changes {
        let with = change(site().try_build()).try_build();
        let kept = outcome(&with);
        fs::remove_dir_all(with.path(".warta")).unwrap();
        drop(fs::remove_dir_all(with.output()));
        let without = outcome(&with.try_build());
        assert!(without.1.contains("W001"), "{name}: {}", without.1);
        assert_eq!(kept, without, "{name}");
    }
}

/// Rewrites what is kept, with a sound checksum.
fn forged(site: TestSite, from: &str, to: &str) -> TestSite {
    let kept = site.path(".warta/items");
    let text = fs::read_to_string(&kept).unwrap();
    assert!(text.contains(from), "{text}");
    let text = text.replace(from, to);
    let (lines, _) = text.trim_end().rsplit_once('\n').unwrap();
    let lines = format!("{lines}\n");
    fs::write(kept, format!("{lines}{:016x}\n", xxh3_64(lines.as_bytes()))).unwrap();
    site
}

#[test]
fn a_text_that_is_the_same_is_not_parsed_again() {
    let site = TestSite::new().release("a", "", "Satu.").release("b", "", "Dua.").build();
    let title = |site: &TestSite| site.text("berita/a/index.html").contains("Tempaan");
    let site = forged(site, "Naskah a", "Tempaan").file("static/a.txt", "a").build();
    assert!(title(&site));
    // It stays as it is, and is left when its text is another one.
    let site = site.release("b", "", "Tiga.").build();
    assert!(title(&site));
    let site = site.release("a", "", "Empat.").build();
    assert!(!title(&site));
    assert!(!fs::read_to_string(site.path(".warta/items")).unwrap().contains("Tempaan"));
}

#[test]
fn check_uses_it_and_leaves_it() {
    let site = TestSite::new().release("a", "", "Satu.").build();
    let site = forged(site, "Naskah a", "");
    let before = tree(&site.path(".warta"));
    std::thread::sleep(Duration::from_millis(20));
    let found = String::from_utf8(site.run("check", &["--verbose"]).stderr).unwrap();
    // An item whose title is empty cannot be read from it, so its text is.
    assert!(!found.contains("E0"), "{found}");
    assert_eq!(tree(&site.path(".warta")), before);
}
