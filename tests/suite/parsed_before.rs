//! A run that begins with what an earlier one read and parsed says and makes what it would without.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::time::{Duration, SystemTime};

use xxhash_rust::xxh3::{xxh3_64, xxh3_128};

use crate::site::{CONFIG, TestSite, tree};

type Change = Box<dyn Fn(TestSite) -> TestSite>;

fn site() -> TestSite {
    let release = "organizations: [humas]\nnarahubung: [{ nama: Budi, surel: budi@humas.example }]\nnotes_to_editors: \"**Tebal**\"\n";
    TestSite::new()
        .file("content/berita/_index.md", "---\ntitle: Berita\n---\n")
        .release("a", release, "Senin, 5 Juni 2010 ijin \"terbit\".\n\n## Judul {#sini}\n\n{{<note>}}\nCatatan[^1]\n{{</note>}}\n\n[^1]: Kaki.")
        .release("b", "tags: [Satu, 2010]", "Lihat [a](a.md#sini), <b onclick=x>tebal</b>.")
        .release("b.en", "", "An \"English\" text.")
        .release("c", "", "Air \"bersih\"[^1] -- dan lain.\n\n[^1]: Kaki.")
        .release("d", "draft: true", "Konsep [a](a.md).")
        .flags(&["--verbose"])
}

/// Until the clock of the file system tells what was written from what comes.
pub(crate) fn settle() {
    std::thread::sleep(Duration::from_millis(120));
}

fn text_is_known(site: &TestSite) -> bool {
    fs::read_to_string(site.path(".warta/texts")).unwrap().contains("content/berita/a.md")
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
        (
            "quotation marks",
            Box::new(move |site| site.file("warta.yaml", config("markdown: { smart_quotes: true }\n"))),
        ),
        ("the kind", Box::new(|site| site.file("content/berita/_index.md", "---\ntitle: Berita\nkind: page\n---\n"))),
        ("words", Box::new(|site| site.file("data/glossary.yaml", "terbit: muncul\n"))),
        (
            "words of the theme",
            Box::new(|site| {
                site.file(
                    "themes/t/i18n/id.ftl",
                    "home = Beranda\nnot-found = Tidak ada\nviews = { $count }\nmarkdown-footnotes = Di bawah\n",
                )
            }),
        ),
        ("data", Box::new(|site| site.file("data/organizations.yaml", "humas: { name: Humas }\n"))),
        ("a page there", Box::new(|site| site.release("c2", "", "Ada."))),
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
    let states = [(false, false), (true, false), (true, true)];
    for ((name, change), (is_settled, is_converted)) in
        changes.iter().flat_map(|change| states.map(|state| (change, state)))
    {
        let before = site();
        if is_settled {
            // Then texts are known by their files.
            settle();
        }
        let mut before = before.try_build();
        if is_converted {
            // What is printed again is kept as it was converted.
            fs::remove_dir_all(before.output()).unwrap();
            before = before.try_build();
        }
        assert_eq!(before.path(".warta/bodies").is_file(), is_converted, "{name}");
        assert_eq!(before.path(".warta/texts").is_file() && text_is_known(&before), is_settled, "{name}");
        let with = change(before).try_build();
        let kept = outcome(&with);
        fs::remove_dir_all(with.path(".warta")).unwrap();
        drop(fs::remove_dir_all(with.output()));
        let without = outcome(&with.try_build());
        assert!(without.1.contains("W001"), "{name}: {}", without.1);
        assert_eq!(kept, without, "{name}");
    }
}

/// Rewrites what is kept under a name, with a sound checksum.
pub(crate) fn forged(site: TestSite, name: &str, from: &str, to: &str) -> TestSite {
    let kept = site.path(".warta").join(name);
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
    let site = forged(site, "items", "Naskah a", "Tempaan").file("static/a.txt", "a").build();
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
    let site = forged(site, "items", "Naskah a", "");
    let before = tree(&site.path(".warta"));
    std::thread::sleep(Duration::from_millis(20));
    let found = String::from_utf8(site.run("check", &["--verbose"]).stderr).unwrap();
    // An item whose title is empty cannot be read from it, so its text is.
    assert!(!found.contains("E0"), "{found}");
    assert_eq!(tree(&site.path(".warta")), before);
}

/// The line of a text in the memory of texts up to its hash: what the system says of its file.
fn told(site: &TestSite, path: &str) -> String {
    let text = fs::read_to_string(site.path(".warta/texts")).unwrap();
    let line = text.lines().find(|line| line.ends_with(path)).unwrap_or_else(|| panic!("{text}"));
    line.splitn(5, ' ').take(4).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_text_with_the_size_and_time_of_another_is_read() {
    let site = TestSite::new().release("a", "", "Satu.").release("b", "", "Dua.");
    settle();
    let site = site.build();
    let path = site.path("content/berita/b.md");
    let time = fs::metadata(&path).unwrap().modified().unwrap();
    fs::write(&path, fs::read_to_string(&path).unwrap().replace("Dua.", "Dui.")).unwrap();
    File::options().write(true).open(&path).unwrap().set_modified(time).unwrap();
    settle();
    let site = site.file("static/a.txt", "a").build();
    assert!(site.text("berita/b/index.html").contains("Dui."));
}

/// Fails when a text whose file looks as it did is read before its page is made, and when a page is made of a text that only looks as it did.
#[test]
fn a_text_whose_file_was_not_touched_is_read_for_its_page_alone_and_held_against_what_was_parsed() {
    let site = TestSite::new().release("a", "", "Satu.").release("b", "", "Dua.");
    settle();
    let site = site.build();
    let before = told(&site, "/b.md");
    let path = site.path("content/berita/b.md");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("Dua.", "Tiga.")).unwrap();
    settle();
    let site = site.build();
    let after = told(&site, "/b.md");
    assert_ne!(before, after);
    // As if the file with its present stamp had had the first text.
    let hash = |text: &str| format!("{:032x}", xxh3_128(text.as_bytes()));
    let site = forged(site, "texts", &hash(&text.replace("Dua.", "Tiga.")), &hash(&text));
    let site = site.file("static/a.txt", "a").try_build();
    let said = &site.last().err;
    assert!(site.last().code == Some(1) && said.contains("E002") && said.contains("content/berita/b.md"), "{said}");
    // What is not known under this hash is read at once, and found to be another.
    let site = forged(site.remove(".warta/items"), "texts", &hash(&text), &hash("Lain"));
    let site = site.try_build();
    let said = &site.last().err;
    assert!(site.last().code == Some(1) && said.contains("E002") && said.contains("content/berita/b.md"), "{said}");
    // A file that is touched is read, whatever is remembered.
    File::options().write(true).open(&path).unwrap().set_modified(SystemTime::UNIX_EPOCH).unwrap();
    let site = site.build();
    assert!(site.text("berita/b/index.html").contains("Tiga."));
}
