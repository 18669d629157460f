//! `warta new`: drafts that pass `warta check` as they are, in the place where their section keeps them.

use std::fs;

use crate::site::{CONFIG, TestSite, tree, warta};

fn run(site: &TestSite, tongue: &str, words: &[&str]) -> (Option<i32>, String, String) {
    let mut program = warta();
    program.args(["new", "--lang", tongue, "--now", "2026-11-24", "-r"]).arg(site.path(".")).args(words);
    let ran = program.output().unwrap();
    (ran.status.code(), String::from_utf8(ran.stdout).unwrap(), String::from_utf8(ran.stderr).unwrap())
}

/// Makes a draft; gives its path in the project and its text.
fn made(site: &TestSite, tongue: &str, words: &[&str]) -> (String, String) {
    let (code, out, err) = run(site, tongue, words);
    assert_eq!(code, Some(0), "{words:?}: {err}");
    let path = out.trim_end().rsplit_once("content/").unwrap().1.to_owned();
    let text = fs::read_to_string(out.trim_end()).unwrap();
    let checked = site.run("check", &[]);
    assert_eq!(checked.status.code(), Some(0), "{text}{}", String::from_utf8_lossy(&checked.stderr));
    (path, text)
}

/// What was typed is refused, and nothing is written.
fn refused(site: &TestSite, words: &[&str], code: i32, english: &str, indonesian: &str) {
    let before = tree(&site.path("content"));
    for (tongue, said) in [("en", english), ("id", indonesian)] {
        let (ended, out, err) = run(site, tongue, words);
        assert_eq!((ended, out.as_str()), (Some(code), ""), "{words:?}: {err}");
        assert!(err.contains(said), "{words:?}: {err}");
    }
    assert_eq!(tree(&site.path("content")), before);
}

fn site() -> TestSite {
    let config = CONFIG.replace("sections:\n", "sections:\n  lokakarya: { kind: workshop }\n");
    TestSite::new().file("warta.yaml", config)
}

#[test]
fn a_draft_has_all_that_its_kind_wants_in_the_writers_language() {
    let site = site();
    let (path, text) = made(&site, "id", &["siaran_pers", "Pasar pagi: dibuka \"kembali\""]);
    assert_eq!(path, "berita/pasar-pagi-dibuka-kembali.md");
    assert!(
        text.starts_with("---\njudul: \"Pasar pagi: dibuka \\\"kembali\\\"\"\ntanggal: 2026-11-24\nstatus: konsep\n"),
        "{text}"
    );
    for key in ["ringkasan:", "instansi:", "klasifikasi:", "titimangsa:", "narahubung:", "paraf:"] {
        assert!(text.contains(&format!("\n{key} # ")), "{key} {text}");
    }
    let (path, text) = made(&site, "en", &["press-release", "Market opens"]);
    assert_eq!(path, "berita/market-opens.md");
    for key in ["title: Market opens", "date: 2026-11-24", "status: draft", "summary: #", "dateline: #", "signoff: #"] {
        assert!(text.contains(key), "{key} {text}");
    }
    assert!(text.ends_with("---\n\n"), "{text}");
    // A draft is never public.
    let site = site.build().expect_no_file("berita/market-opens/index.html");
    let (path, text) = made(&site, "en", &["page", "About us"]);
    assert_eq!(path, "about-us.md");
    assert!(!text.contains("date:") && !text.contains("kind:"), "{text}");
    let words =
        ["workshop", "Kursus", "--set", "start=2026-12-01 09:00", "--set", "venue=Balai Kota", "--set", "tempat.x=1"];
    let (path, text) = made(&site, "id", &words[..6]);
    assert_eq!(path, "lokakarya/kursus.md");
    assert!(text.contains("mulai: \"2026-12-01 09:00\"\ntempat: { nama: Balai Kota }\n"), "{text}");
}

#[test]
fn values_are_written_by_their_shapes() {
    let site = site().file("data/contacts.yaml", "meja: { name: Meja }\n");
    let (path, text) = made(
        &site,
        "en",
        &[
            "siaran_pers",
            "Semua: ada",
            "--bundle",
            "--date",
            "3 Juni 2010",
            "--summary",
            "Ringkas: # ya",
            "--set",
            "tags=pasar, good governance",
            "--set",
            "titimangsa=Batam",
            "--set",
            "contacts=meja",
            "--set",
            "signoff.desk=humas",
            "--set",
            "paraf.writer=ab",
            "--set",
            "info_class=berkala",
            "--set",
            "views=12",
            "--set",
            "extra={ a: 1 }",
        ],
    );
    assert_eq!(path, "berita/semua-ada/index.md");
    for line in [
        "title: \"Semua: ada\"",
        "date: 3 Juni 2010",
        "summary: \"Ringkas: # ya\"",
        "tags: [pasar, good governance]",
        "dateline: { city: Batam }",
        "contacts: [meja]",
        "signoff: { desk: humas, writer: ab }",
        "info_class: berkala",
        "views: 12",
        "extra: { a: 1 }",
    ] {
        assert!(text.contains(&format!("\n{line}\n")), "{line} {text}");
    }
    assert!(text.contains("\norganizations: # "), "{text}");
}

#[test]
fn sections_keep_their_habits() {
    let in_years = (0..4).fold(site(), |site, index| {
        site.file(&format!("content/berita/2025/r{index}.md"), "---\ntitle: A\ndate: 2025-01-01\n---\n")
    });
    assert_eq!(made(&in_years, "id", &["siaran_pers", "Baru"]).0, "berita/2026/baru.md");
    assert_eq!(made(&in_years, "id", &["siaran_pers", "Lama", "--date", "2010-06-03"]).0, "berita/2010/lama.md");
    assert_eq!(
        made(&in_years, "id", &["siaran_pers", "Sini", "--section", "berita/khusus"]).0,
        "berita/khusus/sini.md"
    );
    let dated = (0..4).fold(site(), |site, index| {
        site.file(&format!("content/berita/2025-01-0{}-r.md", index + 1), "---\ntitle: A\ndate: 2025-01-01\n---\n")
    });
    assert_eq!(made(&dated, "id", &["siaran_pers", "Baru"]).0, "berita/2026-11-24-baru.md");
    // Another language, and a kind that the section does not have by itself.
    assert_eq!(
        made(&dated, "en", &["siaran_pers", "New", "--language", "en", "--name", "baru"]).0,
        "berita/baru.en.md"
    );
    let (path, text) = made(&dated, "id", &["halaman", "Panduan", "--section", "content/berita/"]);
    assert_eq!(path, "berita/2026-11-24-panduan.md".replace("2026-11-24-", ""));
    assert!(text.contains("jenis: halaman"), "{text}");
}

#[test]
fn nothing_is_overwritten_and_every_mistake_is_told() {
    let config = "  opini: { kind: press_release }\n  siaran: { kind: press_release }\n";
    let site =
        site().release("ada", "", "").file("content/berita/lain/berkas.md", "---\ntitle: L\ndate: 2026-01-01\n---\n");
    refused(&site, &["siaran_pers", "Ada!"], 1, "such as `--name ada-2`", "misalnya `--name ada-2`");
    refused(&site, &["siaran_pers", "Ada", "--bundle"], 1, "`--name ada-2`", "`--name ada-2`");
    // Its id would be that of an item elsewhere.
    refused(&site, &["siaran_pers", "Berkas"], 1, "`--name berkas-2`", "`--name berkas-2`");
    refused(&site, &["siaran_pers"], 2, "the title is missing", "judulnya belum ada");
    refused(&site, &["page", "?!"], 2, "no file name can be made", "tidak dapat dijadikan nama berkas");
    refused(&site, &["siaran_per", "A"], 2, "did you mean “siaran_pers”?", "maksud Anda “siaran_pers”?");
    refused(&site, &["page", "A", "--set", "titel=x"], 2, "did you mean “title”?", "maksud Anda “title”?");
    refused(&site, &["page", "A", "--set", "judul=x"], 2, "is given twice", "diberikan dua kali");
    refused(&site, &["page", "A", "--set", "x"], 2, "summary=…", "summary=…");
    refused(&site, &["page", "A", "--language", "fr"], 2, "these are: id, en", "bahasa situs ini: id, en");
    refused(&site, &["page", "A", "--section", "berta"], 2, "did you mean “berita”?", "maksud Anda “berita”?");
    refused(&site, &["page", "A", "--section", "berita/../.."], 2, "there is no section", "tidak ada bagian");
    refused(&site, &["workshop", "A"], 2, "--set start=… --set venue=…", "--set mulai=… --set tempat=…");
    refused(&site, &["siaran_pers", "A", "--date", "3/6/2010"], 1, "[E019]", "[E019]");
    refused(&site, &["siaran_pers", "A", "--date", "3/6/2010"], 1, "Nothing was written.", "Tidak ada yang ditulis.");
    refused(&site, &["siaran_pers", "A", "--set", "related=hilang"], 1, "[E031]", "[E031]");
    let several = TestSite::new().file("warta.yaml", CONFIG.replace("sections:\n", &format!("sections:\n{config}")));
    refused(&several, &["siaran_pers", "A"], 2, "--section berita", "berita, opini, siaran");
    assert_eq!(made(&several, "id", &["siaran_pers", "A", "--section", "opini"]).0, "opini/a.md");
    let none = TestSite::new().file("warta.yaml", CONFIG.replace("kind: press_release", "kind: page"));
    refused(&none, &["siaran_pers", "A"], 2, "`kind: press_release`", "`jenis: siaran_pers`");
    refused(&TestSite::empty(), &["page", "A"], 1, "[E001]", "[E001]");
}

#[test]
fn scripts_get_the_path_and_nothing_else() {
    let site = site();
    let (_, out, err) = run(&site, "id", &["halaman", "Satu"]);
    assert!(out.ends_with("content/satu.md\n") && out.lines().count() == 1, "{out}");
    assert!(err.contains("warta check"), "{err}");
    let (_, out, err) = run(&site, "id", &["halaman", "Dua", "-q"]);
    assert!(out.ends_with("content/dua.md\n") && err.is_empty(), "{out}{err}");
    // From inside the project the path is that from there.
    let ran = warta().args(["new", "page", "Tiga"]).current_dir(site.path(".")).output().unwrap();
    assert_eq!(String::from_utf8(ran.stdout).unwrap(), "content/tiga.md\n");
}
