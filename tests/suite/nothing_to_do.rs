//! A build with nothing to do knows it without reading; whatever changes, in whatever way, makes it build.

use std::fs::{self, File};
use std::path::PathBuf;
use std::time::{Duration, Instant, SystemTime};

use crate::site::{TestSite, tree};

/// A release without a warning: those are told each time, and then everything is made.
trait Sound {
    fn sound(self, name: &str, fields: &str, text: &str) -> TestSite;
}

impl Sound for TestSite {
    fn sound(self, name: &str, fields: &str, text: &str) -> TestSite {
        let front = format!(
            "title: Pasar pagi {name} dibuka kembali pekan ini\ndate: 2020-05-01\nignore: [{{ code: W001, reason: contoh }}]\n{fields}"
        );
        self.file(&format!("content/berita/{name}.md"), format!("---\n{front}\n---\n\n{text}\n"))
    }
}

fn site() -> TestSite {
    TestSite::new()
        .file("themes/t/templates/section.html", "{% for item in pager.items %}{{ item.title }} {% endfor %}")
        .file("static/a.txt", "satu\n")
        .file("data/x.yaml", "a: 1\n")
        .sound("a", "", "Satu.\n\n```rust\nlet a = 1;\n```\n")
        .sound("b", "", "Dua.")
        .sound("konsep", "draft: true", "Tiga.")
        .file("content/berita/nanti.md", "---\ntitle: Pasar malam dibuka pada bulan depan\ndate: 2026-03-01T08:00:00+07:00\nignore: [{ code: W001, reason: contoh }]\n---\n\nNanti.\n")
}

fn kept(site: &TestSite, start: &str) -> Option<PathBuf> {
    let entries = fs::read_dir(site.path(".warta")).ok()?.flatten().map(|entry| entry.path());
    entries.into_iter().find(|path| path.file_name().unwrap().to_str().unwrap().starts_with(start))
}

/// Builds until the files are old enough to be vouched for.
fn settled(site: TestSite) -> TestSite {
    let (mut site, begun) = (site.build(), Instant::now());
    while kept(&site, "done-").is_none() {
        assert!(begun.elapsed() < Duration::from_secs(20), "nothing was remembered");
        site = site.build();
    }
    site
}

/// Builds, and says whether everything was made anew: only then is a file of the cache there again that was taken away.
fn works(site: TestSite) -> (TestSite, bool) {
    let facts = kept(&site, "facts").expect("each build leaves them");
    let before = fs::read(&facts).unwrap();
    fs::remove_file(&facts).unwrap();
    let site = site.build();
    let worked = facts.exists();
    if !worked {
        fs::write(&facts, before).unwrap();
    }
    (site, worked)
}

/// The output of a build in a folder that never had one.
fn afresh(site: &TestSite) -> std::collections::BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let ran = site.run("build", &["-o", folder.path().join("out").to_str().unwrap()]);
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    tree(&folder.path().join("out"))
}

#[test]
fn nothing_is_made_and_the_same_is_said() {
    let site = settled(site());
    let said = site.last().out.clone();
    let (site, worked) = works(site);
    assert!(!worked, "everything was made anew");
    let without_time = |text: &str| text.rsplit_once(" dalam ").or(text.rsplit_once(" in ")).unwrap().0.to_owned();
    assert_eq!(without_time(&site.last().out), without_time(&said));
    assert!(
        site.last().out.contains("berita/konsep.md") && site.last().out.contains("berita/nanti.md"),
        "{}",
        site.last().out
    );
    assert_eq!(tree(site.output()), afresh(&site));
}

#[test]
fn what_an_editor_leaves_beside_a_text_is_none_of_it() {
    let mut site = settled(site());
    for left in ["content/berita/.a.md.swp", "content/berita/a.md~", "content/.obsidian/workspace.json"] {
        let (with, worked) = works(site.file(left, "x"));
        assert!(!worked, "{left}");
        site = with;
    }
}

#[test]
fn whatever_changes_is_noticed() {
    type Change = (&'static str, fn(TestSite) -> TestSite);
    let changes: &[Change] = &[
        ("a text", |site| site.sound("a", "", "Empat.\n\n```rust\nlet a = 1;\n```\n")),
        ("a text of the same length and time", |site| {
            let path = site.path("content/berita/b.md");
            let (text, time) = (fs::read_to_string(&path).unwrap(), fs::metadata(&path).unwrap().modified().unwrap());
            fs::write(&path, text.replace("Dua.", "Tua.")).unwrap();
            File::options().write(true).open(&path).unwrap().set_modified(time).unwrap();
            site
        }),
        ("another file under the same name, size and time", |site| {
            let (path, fresh) = (site.path("content/berita/b.md"), site.path("content/berita/b.baru"));
            let (text, time) = (fs::read_to_string(&path).unwrap(), fs::metadata(&path).unwrap().modified().unwrap());
            fs::write(&fresh, text.replace("Dua.", "Tua.")).unwrap();
            File::options().write(true).open(&fresh).unwrap().set_modified(time).unwrap();
            fs::rename(&fresh, &path).unwrap();
            site
        }),
        ("a new file", |site| site.sound("c", "", "Lima.")),
        ("a file less", |site| site.remove("content/berita/b.md")),
        ("a template", |site| site.file("themes/t/templates/404.html", "Hilang.")),
        ("a template of the site", |site| site.file("templates/404.html", "Hilang.")),
        ("a word", |site| site.file("i18n/id.ftl", "home = Rumah\n")),
        ("data", |site| site.file("data/x.yaml", "a: 2\n")),
        ("a static file", |site| site.file("static/a.txt", "dua!\n")),
        ("the ledger", |site| site.file("addresses.yaml", "")),
        ("the configuration", |site| {
            let text = fs::read_to_string(site.path("warta.yaml")).unwrap();
            site.file("warta.yaml", text.replace("title: Situs", "title: Kota"))
        }),
        ("a flag", |site| site.flags(&["--drafts"])),
        ("the address", |site| site.flags(&["--base-url", "https://b.example/c"])),
        ("the clock", |site| site.now("2026-03-02")),
        ("an earlier clock", |site| site.now("2025-12-31")),
        ("a published file", |site| {
            fs::write(site.output().join("berita/a/index.html"), "coret").unwrap();
            site
        }),
        ("a published file, in time only", |site| {
            let file = File::options().write(true).open(site.output().join("berita/a/index.html")).unwrap();
            file.set_modified(SystemTime::UNIX_EPOCH).unwrap();
            site
        }),
        ("a published file less", |site| {
            fs::remove_file(site.output().join("berita/a/index.html")).unwrap();
            site
        }),
        ("the list of published files", |site| {
            fs::remove_file(site.output().join(".warta-manifest")).unwrap();
            site
        }),
        ("a file for servers less", |site| {
            fs::remove_file(site.path("public-server/nginx.conf")).unwrap();
            site
        }),
        ("the memory, damaged", |site| {
            let path = kept(&site, "done-").unwrap();
            let text = fs::read_to_string(&path).unwrap();
            // Sound JSON still, with an instant further ahead: only the checksum tells.
            fs::write(&path, text.replacen("2026-03", "2027-03", 1)).unwrap();
            site
        }),
        ("the memory of times", |site| {
            fs::remove_file(kept(&site, "times-").unwrap()).unwrap();
            site
        }),
    ];
    for (what, change) in changes {
        let (site, worked) = works(change(settled(site())));
        assert!(worked, "{what} was not noticed");
        assert_eq!(tree(site.output()), afresh(&site), "{what}");
        assert!(site.path("public-server/nginx.conf").exists(), "{what}");
    }
}

#[test]
fn a_warning_is_told_each_time() {
    let site = site().file("content/berita/c.md", "---\ntitle: C\ndate: 2020-05-01\n---\n\n```brainfuck-2\n+\n```\n");
    let site = settled(site.flags(&["--lang", "en"]));
    let told = |site: &TestSite| site.last().err.clone();
    let first = told(&site);
    assert!(first.contains("[W001]") && first.contains("[W004]") && first.contains("c.md:"), "{first}");
    let (site, worked) = works(site);
    assert!(!worked && told(&site) == first, "{}", told(&site));
    // In another language, and in another form.
    let (site, worked) = works(site.flags(&["--lang", "id"]));
    assert!(!worked && told(&site).contains("peringatan[W004]"), "{}", told(&site));
    let (site, worked) = works(site.flags(&["--format", "json", "--lang", "en"]));
    assert!(!worked && site.last().out.contains("\"W004\""), "{}", site.last().out);
    // What a warning means with --strict is for the whole build to say.
    let ran = site.run("build", &["--strict", "--lang", "en"]);
    let err = String::from_utf8(ran.stderr).unwrap();
    assert!(ran.status.code() == Some(1) && err.contains("Nothing was published"), "{err}");
}

#[test]
fn what_becomes_public_does_so_on_time() {
    let site = settled(site().now("2026-02-28"));
    let site = site.now("2026-03-01T07:59:59+07:00");
    let (site, worked) = works(site);
    assert!(!worked && !site.output().join("berita/nanti/index.html").exists());
    let (site, worked) = works(site.now("2026-03-01T08:00:00+07:00"));
    assert!(worked);
    site.expect_file("berita/nanti/index.html");
}
