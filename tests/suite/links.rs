//! Links by the names of files: resolved, checked, and followed back.

use crate::site::TestSite;

#[test]
fn files_and_headings_are_found() {
    TestSite::new()
        .release("satu", "", "[dua](dua.md) [bagian](dua.md#dengan-judul) [lain](sub/../dua.md?x) [daftar](_index.md)\n\n![foto](foto.svg)")
        .release("dua", "", "## Dengan judul\n\n[kembali](satu.md)")
        .file("content/berita/_index.md", "---\ntitle: Berita\n---\n[dua](dua.md)")
        .file("content/berita/foto.svg", "<svg/>")
        .build()
        .expect_text("berita/satu/index.html", "<a href=\"/berita/dua/\">dua</a> <a href=\"/berita/dua/#dengan-judul\">")
        .expect_text("berita/satu/index.html", "<a href=\"/berita/\">daftar</a>")
        .expect_text("berita/satu/index.html", "<img src=\"/berita/foto.svg\"")
        .expect_text("berita/satu/index.html", "<ul id=back><li>/berita/dua/</ul>");
}

#[test]
fn broken_ones_are_errors_at_their_place() {
    TestSite::new()
        .release("satu", "", "Satu é [a](dau.md) dan\n[b](dua.md#judl) ![c](foot.svg)\n[d](/hilang/)")
        .release("dua", "", "## Judul")
        .file("content/berita/foto.svg", "<svg/>")
        .fails()
        .expect_codes(&["E034", "E035", "E036", "E034"])
        .expect_message("content/berita/satu.md:7:12")
        .expect_message("did you mean “dua.md”?")
        .expect_message("content/berita/satu.md:8:5")
        .expect_message("did you mean “#judul”?")
        .expect_message("did you mean “foto.svg”?")
        .expect_message("content/berita/satu.md:9:5");
}

#[test]
fn introductions_are_linked_and_judged_like_items() {
    let site = TestSite::new()
        .release("a", "", "[beranda](../_index.md#selamat) [home](../_index.en.md) [list](_index.en.md#news)")
        .release("a.en", "", "")
        .file("content/_index.md", "---\ntitle: S\n---\n## Selamat\n\n[a](berita/a.md) [berita](berita/_index.md#b)")
        .file("content/_index.en.md", "---\ntitle: S\n---\n[a](berita/a.en.md)")
        .file("content/berita/_index.md", "---\ntitle: B\n---\n## B")
        .file("content/berita/_index.en.md", "---\ntitle: N\n---\n## News")
        .build()
        .expect_text("berita/a/index.html", "<a href=\"/#selamat\">beranda</a> <a href=\"/en/\">home</a>")
        .expect_text("berita/a/index.html", "<a href=\"/en/berita/#news\">list</a>")
        .expect_text("index.html", "<a href=\"/berita/a/\">a</a> <a href=\"/berita/#b\">berita</a>")
        .expect_text("en/index.html", "<a href=\"/en/berita/a/\">a</a>");
    site.file(
        "content/_index.md",
        "---\ntitle: S\n---\n[a](berita/b.md) [b](/hilang/) [c](berita/_index.md#d) [d](#e)",
    )
    .file("content/berita/_index.md", "---\ntitle: B\n---\n[x](/#y)")
    .fails()
    .expect_codes(&["E034", "E034", "E035", "E035", "E035", "E035"])
    .expect_message("content/_index.md:4:5")
    .expect_message("content/_index.md:4:22");
}

#[test]
fn what_is_not_public_yet_is_printed_without_a_link() {
    TestSite::new()
        .release("satu", "event: rapat", "[undangan](dua.md) dan <b>teks</b>")
        .release("dua", "title: RAHASIA\nstatus: draft", "")
        .file("content/acara/rapat.md", "---\nkind: workshop\ntitle: RAPAT RAHASIA\ndate: 2030-01-01\nstart: 2030-01-01\nvenue: { name: Aula }\n---\n")
        .build()
        .expect_message("this refers to “RAHASIA”, which is not public yet")
        .expect_text("berita/satu/index.html", "<p>undangan dan <b>teks</b></p>")
        .expect_no_text("berita/satu/index.html", "RAHASIA");
}

#[test]
fn menus_lead_somewhere() {
    let config =
        format!("{}menu:\n  - {{ name: A, url: /hilang/ }}\n  - {{ page: tentagn.md }}\n", crate::site::CONFIG);
    TestSite::new()
        .file("warta.yaml", config)
        .file("content/tentang.md", "---\ntitle: T\n---\n")
        .fails()
        .expect_codes(&["E034", "E034"])
        .expect_message("did you mean “tentang.md”?");
}
