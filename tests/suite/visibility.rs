//! What is public at an instant; what is not appears nowhere.

use crate::site::{TestSite, tree};

const CANARY: &str = "burungkenari";

/// That no path and no byte of the output has the canary.
fn is_absent(site: &TestSite) {
    for (path, bytes) in tree(site.output()) {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        assert!(!path.to_lowercase().contains(CANARY) && !text.contains(CANARY), "{path} gives it away");
    }
}

fn is_present(site: &TestSite, paths: &[&str]) {
    let tree = tree(site.output());
    for path in paths {
        assert!(tree.contains_key(*path), "no {path} among {:?}", tree.keys());
    }
}

/// A site with an item that must stay hidden until 10 o'clock, named by others in every way there is.
fn with_hidden(gate: &str) -> TestSite {
    TestSite::new()
        .file(
            "content/berita/x-burungkenari/index.md",
            format!(
                "---\ntitle: Burungkenari judul\nslug: x-burungkenari\ndate: 2026-03-01\n{gate}\nsummary: Burungkenari ringkas\ntags: [burungkenari label]\naliases: [/lama-burungkenari/]\nattachments: [{{ file: b.txt, title: Burungkenari lampiran }}, {{ file: /burungkenari-statis.txt, title: s }}, {{ file: /berita/burungkenari-akar.txt, title: r }}]\nextra: {{ berkas: ../burungkenari-extra.txt }}\n---\nBurungkenari isi ![gambar](a.svg) [l](../burungkenari-lepas.txt) [e](/berita/burungkenari%20kode.txt)\n"
            ),
        )
        .file("content/berita/x-burungkenari/a.svg", "<svg>burungkenari</svg>")
        .file("content/berita/x-burungkenari/b.txt", "burungkenari")
        .file("content/berita/x-burungkenari/komentar.yaml", "- { id: k1, status: approved, body: burungkenari komentar, author: { name: A }, at: 2020-01-02 }\n")
        .file("content/berita/burungkenari-lepas.txt", "burungkenari")
        .file("content/berita/burungkenari kode.txt", "burungkenari")
        .file("content/berita/burungkenari-extra.txt", "burungkenari")
        .file("content/berita/burungkenari-akar.txt", "burungkenari")
        .file("static/burungkenari-statis.txt", "burungkenari")
        .release("umum", "event: x-burungkenari\nrelated: [x-burungkenari]", "[lihat](x-burungkenari/index.md)")
        .release("lain", "tags: [umum]", "")
}

const SHOWN: &[&str] = &[
    "berita/x-burungkenari/index.html",
    "berita/x-burungkenari/a.svg",
    "berita/x-burungkenari/b.txt",
    "berita/burungkenari-lepas.txt",
    "berita/burungkenari kode.txt",
    "berita/burungkenari-extra.txt",
    "berita/burungkenari-akar.txt",
    "burungkenari-statis.txt",
    "tags/burungkenari-label/index.html",
    "lama-burungkenari/index.html",
];

#[test]
fn an_embargo_cannot_leak() {
    let mut site = with_hidden("embargo_until: 2026-03-01 10:00");
    for now in ["2026-01-01", "2026-02-28", "2026-03-01T00:00:00+07:00", "2026-03-01T09:59:59+07:00"] {
        site = site.now(now).flags(&[]).build();
        is_absent(&site);
        // No flag shows what is under an embargo.
        site = site.flags(&["-D", "-F"]).build();
        is_absent(&site);
    }
    for now in ["2026-03-01T10:00:00+07:00", "2026-03-02", "2030-01-01"] {
        site = site.now(now).flags(&[]).build();
        is_present(&site, SHOWN);
    }
    // Going back hides everything again: nothing of the later build stays behind.
    site = site.now("2026-02-01").build();
    is_absent(&site);
}

#[test]
fn scheduled_items_wait_and_can_be_previewed() {
    let site = with_hidden("publish_at: 2026-03-01 10:00").now("2026-03-01T09:00:00+07:00").build();
    is_absent(&site);
    assert!(
        site.last().out.contains("until Sunday, 1 March 2026, 10:00 WIB (shown with --future)"),
        "{}",
        site.last().out
    );
    is_present(&site.flags(&["-F"]).build(), SHOWN);
    let site = TestSite::new().release("a", "title: Burungkenari\ndate: 2026-06-01", "").now("2026-05-31").build();
    is_absent(&site);
    site.now("2026-06-01").build().expect_text("berita/index.html", "Burungkenari");
}

#[test]
fn drafts_are_shown_only_on_demand() {
    for gate in ["status: draft", "status: tinjauan", "draft: ya"] {
        let site = with_hidden(gate).now("2027-01-01").build();
        is_absent(&site);
        is_present(&site.flags(&["--drafts"]).build(), SHOWN);
    }
}

#[test]
fn a_mistake_in_what_is_not_public_does_not_stop_an_urgent_notice() {
    for gate in ["status: draft", "date: 2030-01-01", "embargo_until: 2030-01-01 10:00"] {
        let site = TestSite::new()
            .release("umum", "", "")
            .file("content/berita/b.md", format!("---\ntitel: B\n{gate}\n---\n[x](hilang.md)\n"))
            .build()
            .expect_file("berita/umum/index.html")
            .expect_no_file("berita/b");
        assert!(site.last().codes().contains(&"E013".to_owned()), "{}", site.last().err);
        let checked = site.run("check", &[]);
        assert_eq!(checked.status.code(), Some(1));
        let told = String::from_utf8(checked.stderr).unwrap();
        assert!(told.contains("error[E013]"), "{told}");
    }
}

#[test]
fn what_is_over_or_taken_back_keeps_its_address() {
    TestSite::new()
        .release("lewat", "expires_at: 2025-01-01", "Isi lewat.")
        .release("cabut", "status: withdrawn\nwithdrawn: { reason: keliru }", "Burungkenari isi.")
        .release("biasa", "", "")
        .build()
        .expect_text("berita/lewat/index.html", "<p id=note>expired</p>")
        .expect_text("berita/lewat/index.html", "Isi lewat.")
        .expect_text("berita/index.html", "Naskah lewat")
        .expect_no_text("index.html", "Naskah lewat")
        .expect_text("berita/cabut/index.html", "<p id=note>withdrawn</p>")
        .expect_no_text("berita/cabut/index.html", "Burungkenari")
        .expect_no_text("berita/index.html", "Naskah cabut")
        .expect_no_text("atom.xml", "Naskah cabut")
        .expect_no_text("sitemap.xml", "cabut");
}

#[test]
fn exempt_information_is_never_published() {
    TestSite::new()
        .release("a", "info_class: dikecualikan", "")
        .fails()
        .expect_message("exempt information is not published");
    TestSite::new()
        .release("a", "embargo_until: 2026-03-01", "")
        .now("2027-01-01")
        .fails()
        .expect_message("a time is needed here");
}

#[test]
fn what_is_expected_of_a_draft_is_told_once() {
    // With everything in sight an event expects contacts, too; as it is public, the draft is not there to expect them.
    let site = TestSite::new()
        .file("warta.yaml", crate::site::CONFIG.replace("sections:\n", "sections:\n  acara: { kind: workshop }\n"))
        .file(
            "content/acara/latihan.md",
            "---\ntitle: Latihan menulis siaran pers di aula\nstatus: draft\nstart: 2027-02-18 09:00\nvenue: { name: Aula Kota }\n---\n\nIsi.\n",
        );
    let checked = site.run("check", &["--lang", "en"]);
    let err = String::from_utf8(checked.stderr).unwrap();
    assert_eq!(err.matches("[W001]").count(), 1, "{err}");
    assert!(err.contains("contacts"), "{err}");
}
