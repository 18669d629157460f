//! Where things are published, and that no two share an address.

use crate::site::{CONFIG, TestSite};

fn with_config(more: &str) -> TestSite {
    TestSite::new().file("warta.yaml", format!("{CONFIG}{more}"))
}

#[test]
fn sections_transparent_folders_and_bundles() {
    TestSite::new()
        .file("content/tentang.md", "---\ntitle: Tentang\n---\n")
        .file("content/berita/2020/satu.md", "---\ntitle: Satu\ndate: 2020-01-01\n---\n")
        .file("content/berita/2020/dua/index.md", "---\ntitle: Dua\ndate: 2020-01-02\n---\n")
        .file("content/berita/2020/dua/foto.svg", "<svg/>")
        .file("content/berita/khusus/_index.md", "---\ntitle: Khusus\n---\n")
        .file("content/berita/khusus/tiga.md", "---\ntitle: Tiga\ndate: 2020-01-03\n---\n")
        .file("content/berkas/surat.txt", "isi")
        .file("static/robot.txt", "isi")
        .build()
        .expect_file("tentang/index.html")
        .expect_file("berita/satu/index.html")
        .expect_file("berita/dua/index.html")
        .expect_file("berita/dua/foto.svg")
        .expect_file("berita/khusus/tiga/index.html")
        .expect_file("berkas/surat.txt")
        .expect_file("robot.txt")
        .expect_no_file("berita/2020")
        // A section lists what lies in sections below it too, newest first.
        .expect_text("berita/index.html", "<li>Tiga /berita/khusus/tiga/<li>Dua /berita/dua/<li>Satu /berita/satu/")
        .expect_text("berita/khusus/index.html", "<ul id=items><li>Tiga /berita/khusus/tiga/</ul>");
}

#[test]
fn permalinks_archives_pagers_and_terms() {
    let config = CONFIG.replace(
        "berita: { kind: press_release }",
        "berita: { kind: press_release, permalink: \"/berita/{year}/{month}/{slug}/\", archive: year_month, page_size: 2 }",
    );
    TestSite::new()
        .file("warta.yaml", config)
        .release("a", "date: 2019-12-31\ntags: [Air Bersih]", "")
        .release("b", "date: 2020-01-01\ntags: [air bersih, Jum’at]", "")
        .release("c", "date: 2020-02-01", "")
        .build()
        .expect_file("berita/2019/12/a/index.html")
        .expect_text("berita/index.html", "<li>Naskah c /berita/2020/02/c/<li>Naskah b /berita/2020/01/b/</ul>1/2")
        .expect_text("berita/halaman/2/index.html", "<li>Naskah a /berita/2019/12/a/</ul>2/2")
        .expect_text("berita/2020/index.html", "Naskah c")
        .expect_no_text("berita/2020/index.html", "Naskah a")
        .expect_text("berita/2020/01/index.html", "<ul id=items><li>Naskah b")
        .expect_text("tags/index.html", "Air Bersih=2;Jum’at=1;")
        .expect_text("tags/air-bersih/index.html", "<li>Naskah b /berita/2020/01/b/<li>Naskah a")
        .expect_file("tags/air-bersih/atom.xml")
        .expect_text(
            "berita/2020/01/b/index.html",
            "<p id=newer>/berita/2020/02/c/</p><p id=older>/berita/2019/12/a/</p>",
        );
}

#[test]
fn languages_are_paired_by_name_and_by_reference() {
    TestSite::new()
        .release("satu", "", "")
        .file("content/berita/satu.en.md", "---\ntitle: One\ndate: 2020-05-01\n---\n")
        .file("content/berita/two.en.md", "---\ntitle: Two\ndate: 2020-05-01\ntranslation_of: dua\n---\n")
        .release("dua", "", "")
        .build()
        .expect_text("berita/satu/index.html", "<ul id=translations><li>en /en/berita/satu/</ul>")
        .expect_text("en/berita/satu/index.html", "<ul id=translations><li>id /berita/satu/</ul>")
        .expect_text("berita/dua/index.html", "<li>en /en/berita/two/")
        .expect_text("en/berita/index.html", "<li>One")
        .expect_text("en/404.html", "<title>Not found</title>")
        .expect_text("404.html", "<title>Tidak ada</title>")
        .expect_text("sitemap.xml", "hreflang=\"en\" href=\"https://a.example/en/berita/satu/\"");
}

#[test]
fn aliases_send_visitors_on() {
    TestSite::new()
        .release("satu", "aliases: [/lama/, /arsip/12.html, \"/?p=12\"]", "")
        .build()
        .expect_text("lama/index.html", "url=/berita/satu/\">https://a.example/berita/satu/")
        .expect_text("arsip/12.html", "url=/berita/satu/")
        .expect_no_text("sitemap.xml", "lama");
}

#[test]
fn a_path_in_the_base_address_is_in_every_link() {
    TestSite::new()
        .flags(&["-u", "https://kota.example/humas/"])
        .release("satu", "", "[dua](dua.md) [daftar](/berita/) [atas](#)")
        .release("dua", "aliases: [/lama/]", "")
        .build()
        .expect_text("berita/satu/index.html", "<a href=\"/humas/berita/dua/\">dua</a> <a href=\"/humas/berita/\">")
        .expect_text("lama/index.html", "url=/humas/berita/dua/\">https://kota.example/humas/berita/dua/")
        .expect_text("sitemap.xml", "<loc>https://kota.example/humas/berita/satu/</loc>")
        .expect_text("robots.txt", "Sitemap: https://kota.example/humas/sitemap.xml");
}

#[test]
fn one_address_has_one_source() {
    TestSite::new()
        .release("satu", "slug: sama", "")
        .release("dua", "slug: sama", "")
        .fails()
        .expect_codes(&["E033"])
        .expect_message("content/berita/dua.md")
        .expect_message("content/berita/satu.md");
    // Letter case and Unicode normalisation do not tell addresses apart.
    TestSite::new().file("static/Foto.txt", "a").file("static/foto.txt", "b").fails().expect_codes(&["E033"]);
    TestSite::new()
        .file("static/caf\u{e9}.txt", "a")
        .file("static/cafe\u{301}.txt", "b")
        .fails()
        .expect_codes(&["E033"]);
    // An alias, an archive and a static file are addresses too.
    TestSite::new()
        .release("satu", "aliases: [/berita/dua/]", "")
        .release("dua", "", "")
        .fails()
        .expect_codes(&["E033"]);
    TestSite::new().release("satu", "", "").file("static/berita/index.html", "a").fails().expect_codes(&["E033"]);
    with_config("").release("satu", "", "").file("static/sitemap.xml", "a").fails().expect_codes(&["E033"]);
}

#[test]
fn ids_are_unique_and_get_their_year_when_names_clash() {
    TestSite::new().release("satu", "id: sama", "").release("dua", "id: sama", "").fails().expect_codes(&["E032"]);
    TestSite::new()
        .file("content/berita/2019/hut-kota.md", "---\ntitle: A\ndate: 2019-01-01\nslug: a\n---\n")
        .file("content/berita/2020/hut-kota.md", "---\ntitle: B\ndate: 2020-01-01\nslug: b\n---\n")
        .build()
        .expect_text("atom.xml", "tag:a.example,2019:hut-kota-2019")
        .expect_text("atom.xml", "tag:a.example,2020:hut-kota-2020");
}

#[test]
fn patterns_must_be_filled() {
    let config = CONFIG.replace("{ kind: press_release }", "{ permalink: \"/berita/{year}/{slug}/\" }");
    TestSite::new()
        .file("warta.yaml", config)
        .file("content/berita/a.md", "---\ntitle: A\n---\n")
        .fails()
        .expect_codes(&["E037"])
        .expect_message("“year” in /berita/{year}/{slug}/ has no value");
}
