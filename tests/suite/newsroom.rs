//! The newsroom's own kinds and what binds them: relations on both sides, announcements, corrections, public information.
//!
//! Fails when a relation is shown on the side alone where it was written.

use crate::site::TestSite;

const CONFIG: &str = "title: Situs
base_url: https://a.example
time_zone: WIB
theme: balai
languages: { id: {}, en: {} }
sections:
  berita: { kind: press_release }
  acara: { kind: workshop, sort: start }
  program: { kind: programme }
  materi: { kind: material }
  pengumuman: { kind: announcement }
  galeri: { kind: gallery }
taxonomies:
  people: { path: tokoh, closed: true }
  organizations: { path: instansi, closed: true }
";

fn site() -> TestSite {
    TestSite::empty()
        .file("warta.yaml", CONFIG)
        .file("data/people.yaml", "ani: { name: Ani }\n")
        .file("data/organizations.yaml", "dinas: { name: Dinas }\n")
        .file("content/program/sehat.md", "---\ntitle: Program sehat\nowner: dinas\n---\n")
        .file("content/acara/kursus.md", "---\ntitle: Kursus\ndate: 2025-01-03\nstart: 2026-03-01\nvenue: { name: Aula }\nprogramme: sehat\nmaterials: [buku]\n---\n")
        .file("content/materi/buku.md", "---\ntitle: Buku\ndate: 2025-01-01\nfile: buku.txt\n---\n")
        .file("content/materi/buku.txt", "isi buku")
        .file("content/materi/poster.md", "---\ntitle: Poster\ndate: 2025-01-02\nurl: https://b.example/poster\nevent: kursus\nreplaces: buku\n---\n")
        .file("content/berita/kabar.md", "---\ntitle: Kabar kursus\ndate: 2025-02-01\nevent: kursus\n---\n")
        .file("content/galeri/foto.md", "---\ntitle: Foto kursus\ndate: 2025-02-02\nevent: kursus\nphotos: [{ src: foto.svg, alt: Aula, credit: Humas, people: [ani] }]\n---\n")
        .file("content/galeri/foto.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
}

#[test]
fn a_relation_is_written_once_and_shown_on_both_sides() {
    let site = site().build();
    let event = "acara/kursus/index.html";
    for link in ["/materi/buku/", "/materi/poster/", "/berita/kabar/", "/galeri/foto/", "/program/sehat/"] {
        assert!(site.text(event).contains(&format!("href=\"{link}\"")), "{link}\n{}", site.text(event));
    }
    // What belongs to an event belongs to its programme.
    let programme = "program/sehat/index.html";
    for link in ["/acara/kursus/", "/materi/buku/", "/materi/poster/", "/berita/kabar/", "/galeri/foto/"] {
        assert!(site.text(programme).contains(&format!("href=\"{link}\"")), "{link}");
        assert!(site.text("program/sehat/atom.xml").contains(&format!("https://a.example{link}")), "{link}");
    }
    for page in ["materi/buku", "materi/poster", "berita/kabar", "galeri/foto"] {
        let text = site.text(&format!("{page}/index.html"));
        assert!(text.contains("href=\"/acara/kursus/\"") && text.contains("href=\"/program/sehat/\""), "{page}");
    }
    // A material that was replaced says so, though only the newer one names the older.
    let site = site.expect_text("materi/buku/index.html", "Sudah digantikan oleh: <a href=\"/materi/poster/\">");
    site.expect_text("materi/poster/index.html", "<dd><a href=\"/materi/buku/\">Buku</a></dd>")
        .expect_text("tokoh/ani/index.html", "/galeri/foto/");
}

#[test]
fn a_programme_lists_first_what_it_names() {
    let newest_first = |text: String, links: [&str; 2]| {
        let at = |link: &str| text.find(&format!("<a class=\"p-name u-url\" href=\"{link}\"")).unwrap();
        at(links[0]) < at(links[1])
    };
    let site = site().build();
    assert!(newest_first(site.text("program/sehat/index.html"), ["/materi/poster/", "/materi/buku/"]));
    let ordered = "---\ntitle: Program sehat\nowner: dinas\norder: [buku]\n---\n";
    let site = site.file("content/program/sehat.md", ordered).build();
    assert!(newest_first(site.text("program/sehat/index.html"), ["/materi/buku/", "/materi/poster/"]));
}

#[test]
fn what_belongs_to_an_event_under_embargo_waits_with_it() {
    let event = "---\ntitle: Kursus\ndate: 2025-01-03\nstart: 2026-03-01\nvenue: { name: Aula }\nprogramme: sehat\nmaterials: [buku]\nembargo_until: 2026-02-01 10:00\n---\n";
    let site = site().file("content/acara/kursus.md", event).now("2026-02-01T09:59:59+07:00").build();
    for path in [
        "materi/buku/index.html",
        "materi/buku.txt",
        "materi/poster/index.html",
        "galeri/foto/index.html",
        "galeri/foto.svg",
    ] {
        assert!(!site.output().join(path).exists(), "{path}");
    }
    // The release is the writer's own business; it is public and does not lead to the event.
    let site = site.expect_no_text("berita/kabar/index.html", "/acara/").flags(&["-D", "-F"]).build();
    assert!(!site.output().join("materi/buku.txt").exists());
    let site = site.flags(&[]).now("2026-02-01T10:00:00+07:00").build();
    site.expect_file("materi/buku.txt").expect_file("galeri/foto.svg").expect_file("materi/poster/index.html");
}

fn announcement(fields: &str) -> TestSite {
    let text = format!(
        "---\ntitle: Listrik padam di Jalan Contoh\ndate: 2026-01-01\nstarts_at: 2026-02-01 08:00\nexpires_at: 2026-02-03 17:00\n{fields}\n---\n"
    );
    site().file("content/pengumuman/padam.md", text)
}

#[test]
fn an_announcement_stands_on_every_page_while_it_lasts() {
    let mut site = announcement("level: info\nheadline: Listrik padam besok");
    let pages = ["index.html", "berita/kabar/index.html", "materi/index.html", "404.html"];
    for (now, stands) in [
        ("2026-02-01T07:59:59+07:00", false),
        ("2026-02-01T08:00:00+07:00", true),
        ("2026-02-03T16:59:59+07:00", true),
        ("2026-02-03T17:00:00+07:00", false),
    ] {
        site = site.now(now).build().expect_file("pengumuman/padam/index.html");
        for page in pages {
            assert_eq!(site.text(page).contains("Listrik padam besok"), stands, "{now} {page}");
        }
    }
    let hidden = announcement("level: info\nheadline: Listrik padam besok\nbanner: no").now("2026-02-02").build();
    hidden.expect_no_text("index.html", "Listrik padam besok");
    // What the clock will do is foretold.
    let ran = announcement("level: info").now("2026-01-15").run("next", &["--all"]);
    let told = String::from_utf8(ran.stdout).unwrap();
    assert!(told.contains("pengumuman tampil") || told.contains("stands on every page"), "{told}");
}

#[test]
fn an_emergency_stands_in_every_language_and_above_all_else() {
    let emergency = "---\ntitle: Banjir\nlevel: darurat\nstarts_at: 2026-02-01 09:00\nexpires_at: 2026-02-03 17:00\ninstruction: Jauhi **sungai**.\nsource: { name: BMKG }\n---\n";
    let site = announcement("level: info").file("content/pengumuman/banjir.md", emergency);
    let site = site.file("content/tentang.en.md", "---\ntitle: About\n---\n").now("2026-02-02").build();
    let home = site.text("index.html");
    assert!(home.find("banner--darurat").unwrap() < home.find("banner--info").unwrap());
    let site = site.expect_text("en/tentang/index.html", "<p lang=\"id\"><strong>Emergency</strong>");
    let site = site.expect_no_text("en/tentang/index.html", "banner--info");
    site.expect_text("pengumuman/banjir/index.html", "<strong>sungai</strong>");
}

#[test]
fn corrections_are_shown_logged_and_fed() {
    let fields = "corrections:
  - { at: 2025-03-01 10:00, type: ralat, note: Jamnya keliru., before: pukul 8 & 9, after: pukul <9> }
  - { at: 2025-04-01 10:00, type: hak_jawab, note: Dinas menjawab., item: kabar }";
    let text = format!("---\ntitle: Naskah\ndate: 2025-02-01\n{fields}\n---\n\nIsi.\n");
    let site = site().file("content/berita/naskah.md", text).build();
    let page = site.text("berita/naskah/index.html");
    assert!(page.find("id=\"koreksi-2\"").unwrap() < page.find("id=\"koreksi-1\"").unwrap(), "the newest first");
    assert!(page.contains("<del>pukul 8 &amp; 9</del>") && page.contains("<ins>pukul &lt;9&gt;</ins>"), "{page}");
    assert!(page.contains("datetime=\"2025-04-01T10:00:00+07:00\""), "it moves the date of change");
    let site = site
        .expect_text("berita/kabar/index.html", "Penjelasan atas: <a href=\"/berita/naskah/\">Naskah</a>")
        .expect_text("koreksi/index.html", "href=\"/berita/naskah/#koreksi-1\"")
        .expect_text("koreksi/atom.xml", "<title>Hak jawab: Naskah</title>")
        .expect_text("koreksi/atom.xml", "<id>tag:a.example,2025:naskah/koreksi-1</id>");
    // Without a correction there is no log, and with a theme that has no template for it there is none either.
    let site = site.file("content/berita/naskah.md", "---\ntitle: Naskah\ndate: 2025-02-01\n---\n").build();
    site.expect_no_file("koreksi/index.html").expect_no_file("koreksi/atom.xml");
    TestSite::new()
        .release("a", "corrections: [{ at: 2025-03-01 10:00, type: ralat, note: Jam keliru. }]", "")
        .build()
        .expect_no_file("koreksi/index.html");
}

#[test]
fn public_information_is_listed_by_class() {
    let release = |class: &str| {
        format!(
            "---\ntitle: \"=Naskah, {class}\"\ndate: 2025-02-01\ninfo_class: {class}\norganizations: [dinas]\nsummary: Ringkasan yang cukup panjang supaya tidak ada yang menegurnya.\n---\n"
        )
    };
    let site = site()
        .file("content/berita/satu.md", release("serta_merta"))
        .file("content/berita/dua.md", release("berkala"))
        .build()
        .expect_file("informasi-publik/berkala/index.html")
        .expect_file("informasi-publik/serta-merta/atom.xml")
        .expect_no_file("informasi-publik/setiap-saat/index.html")
        .expect_text("informasi-publik/index.html", "href=\"/informasi-publik/daftar-informasi-publik.csv\"");
    let list = site.text("informasi-publik/daftar-informasi-publik.csv");
    let lines: Vec<&str> = list.split("\r\n").collect();
    assert_eq!(
        lines[1],
        "1,\"'=Naskah, berkala\",Ringkasan yang cukup panjang supaya tidak ada yang menegurnya.,Informasi berkala,Dinas,2025-02-01,,HTML,https://a.example/berita/dua/"
    );
    assert!(lines[2].starts_with("2,\"'=Naskah, serta_merta\""), "{list}");
    assert_eq!((lines.len(), lines[3]), (4, ""));
    // Without a class there is no list.
    self::site().build().expect_no_file("informasi-publik/index.html");
}

#[test]
fn a_programme_follows_the_clock() {
    let programme = "---\ntitle: Program sehat\nowner: dinas\nperiod: { start: 2026-02-01, end: 2026-04-30 }\n---\n";
    let mut site = site().file("content/program/sehat.md", programme);
    for (now, word) in [
        ("2026-01-31T23:59:59+07:00", "direncanakan"),
        ("2026-02-01T00:00:00+07:00", "berjalan"),
        ("2026-04-30T23:59:59+07:00", "berjalan"),
        ("2026-05-01T00:00:00+07:00", "selesai"),
    ] {
        site = site.now(now).build().expect_text("program/sehat/index.html", &format!("Program, {word}"));
    }
}

/// Fails when what readers wrote below a programme is nowhere to be read.
#[test]
fn a_programme_shows_comments_where_it_has_them() {
    let comments = "- { id: a1, author: { name: Dian }, at: 2025-01-05, status: approved, body: Kapan mulai? }\n";
    let site = site().file("content/program/sehat.komentar.yaml", comments).build();
    let site = site.expect_text("program/sehat/index.html", "Kapan mulai?");
    // There is nothing to discuss, and nobody has.
    let page = site.remove("content/program/sehat.komentar.yaml").build().text("program/sehat/index.html");
    assert!(!page.contains("s_comments"), "{page}");
}

#[test]
fn what_waits_with_its_event_is_said_to_wait() {
    let event = "---\ntitle: Kursus\ndate: 2025-01-03\nstart: 2026-03-01\nvenue: { name: Aula }\nembargo_until: 2026-02-01 10:00\nmaterials: [buku]\n---\n";
    let site = site().file("content/acara/kursus.md", event);
    let said = |command: &str, words: &[&str]| {
        let ran = site.run(command, words);
        String::from_utf8(ran.stdout).unwrap()
    };
    let list = said("list", &["embargoed", "--as", "csv"]);
    for file in ["acara/kursus.md", "materi/buku.md", "materi/poster.md", "galeri/foto.md"] {
        let line = list.lines().find(|line| line.contains(file)).unwrap_or_else(|| panic!("{file}\n{list}"));
        assert!(line.contains("2026-02-01T10:00:00+07:00"), "{line}");
    }
    assert!(said("explain", &["content/materi/buku.md", "--as", "json"]).contains("\"embargoed\""));
    assert!(!said("list", &["public"]).contains("materi/buku.md"));
}

#[test]
fn a_section_without_files_is_not_taken_for_another_of_the_configuration() {
    // `materi` is near to `galeri`, and both are meant.
    let site = TestSite::empty().file("warta.yaml", CONFIG).file("data/organizations.yaml", "dinas: { name: Dinas }\n");
    let photo = "---\ntitle: Foto\ndate: 2025-02-02\nphotos: [{ src: foto.svg, alt: Aula, credit: Humas }]\n---\n";
    let site = site.file("content/galeri/foto.md", photo).file("content/galeri/foto.svg", "<svg/>");
    let site = site.file("data/people.yaml", "ani: { name: Ani }\n").build();
    // A folder that the configuration does not know is near to one that has no folder: that is a slip.
    site.file("content/pengumumann/padam.md", "---\ntitle: Padam\n---\n").fails().expect_message("pengumumann");
}
