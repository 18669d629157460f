//! Links of every form: where they lead, where a mistake stands, and what leads back.

use crate::site::{TestSite, tree};

/// The page that a text makes, beside an item `dua`, a bundle `tiga` and a few files.
fn page(body: &str) -> TestSite {
    around(TestSite::new().release("satu", "import: { from: x }", body))
}

fn around(site: TestSite) -> TestSite {
    let more = "import: { from: x }";
    site.release("dua", more, "## Bagian satu\n\n## Bagian\n\n## Bagian\n\n## Punya nama {#nama}")
        .file("content/berita/tiga/index.md", format!("---\ntitle: Tiga\ndate: 2020-01-01\n{more}\n---\nIsi.\n"))
        .file("content/berita/tiga/surat resmi.txt", "surat")
        .file("content/tentang.md", "---\ntitle: Tentang\n---\n")
        .file("static/unduh/a.txt", "a")
}

const SATU: &str = "berita/satu/index.html";

#[test]
fn every_form_of_link_is_resolved() {
    for (body, html) in [
        ("[a](tiga/index.md)", "<a href=\"/berita/tiga/\">a</a>"),
        ("[a](../tentang.md)", "<a href=\"/tentang/\">a</a>"),
        ("[a](./dua.md)", "<a href=\"/berita/dua/\">a</a>"),
        ("[a](<tiga/surat resmi.txt>)", "<a href=\"/berita/tiga/surat%20resmi.txt\">a</a>"),
        ("[a](tiga/surat%20resmi.txt)", "<a href=\"/berita/tiga/surat%20resmi.txt\">a</a>"),
        ("[a][1]\n\n[1]: dua.md#nama", "<a href=\"/berita/dua/#nama\">a</a>"),
        ("[dua.md]\n\n[dua.md]: dua.md", "<a href=\"/berita/dua/\">dua.md</a>"),
        ("<a href=\"dua.md\">a</a>", "<a href=\"/berita/dua/\">a</a>"),
        ("> - **[a](dua.md#bagian-2)**", "<a href=\"/berita/dua/#bagian-2\">a</a>"),
        ("| a |\n|---|\n| [a](dua.md) |", "<a href=\"/berita/dua/\">a</a>"),
        ("Catatan.[^1]\n\n[^1]: [a](dua.md)", "<a href=\"/berita/dua/\">a</a>"),
        ("[a](/unduh/a.txt)", "<a href=\"/unduh/a.txt\">a</a>"),
        ("[a](/berita/)", "<a href=\"/berita/\">a</a>"),
        ("[a](/)", "<a href=\"/\">a</a>"),
        ("[a](https://b.example/x?y=1&z=2#w)", "<a href=\"https://b.example/x?y=1&amp;z=2#w\">a</a>"),
        ("[a](mailto:a@a.example)", "<a href=\"mailto:a@a.example\">a</a>"),
        ("[a](#di-sini)\n\n## Di sini", "<a href=\"#di-sini\">a</a>"),
        ("[a](javascript:alert(1))", "<p>a</p>"),
        ("[a](  dua.md  \"judul\")", "<a href=\"/berita/dua/\" title=\"judul\">a</a>"),
    ] {
        let site = page(body).build();
        let text = site.text(SATU);
        assert!(text.contains(html), "{body}: no {html} in\n{text}");
    }
}

#[test]
fn every_form_of_broken_link_is_told_at_its_place() {
    for (body, code, place) in [
        ("[a](dau.md)", "E034", "7:5"),
        ("[a](tiga/hilang.md)", "E034", "7:5"),
        ("[a](/tidak/ada/)", "E034", "7:5"),
        ("[a](dua.md#hilang)", "E035", "7:5"),
        ("[a](#hilang)", "E035", "7:5"),
        ("![a](hilang.svg)", "E036", "7:6"),
        ("<a href=\"hilang.md\">a</a>", "E034", "7:1"),
        ("Kata “é” 😀 [a](hilang.md)", "E034", "7:16"),
        ("> - [a](hilang.md)", "E034", "7:9"),
        ("Teks.\n\n\t1. [a](hilang.md)", "", ""),
        ("{{<note>}}\nTeks [a](hilang.md).\n{{</note>}}", "E034", "8:10"),
        ("Catatan.[^1]\n\n[^1]: [a](hilang.md)", "E034", "9:11"),
        ("[a](dua.html)", "E034", "7:5"),
        ("[a](Dua.md)", "E034", "7:5"),
        ("![](foto.svg)", "E036", ""),
        ("[a](../../../etc/passwd)", "E034", "7:5"),
    ] {
        let site = page(body).try_build();
        if code.is_empty() {
            // Four columns in: code, not a link.
            assert_eq!(site.last().code, Some(0), "{body}: {}", site.last().err);
            continue;
        }
        assert!(site.last().codes().iter().any(|found| found == code), "{body}: {}", site.last().err);
        assert!(
            site.last().err.contains(&format!("content/berita/satu.md:{place}")),
            "{body}: no {place} in {}",
            site.last().err
        );
    }
}

#[test]
fn windows_line_ends_do_not_move_places() {
    let text = "---\r\ntitle: Satu\r\ndate: 2020-01-01\r\n---\r\n\r\nBaris satu.\r\nBaris [a](hilang.md).\r\n";
    around(TestSite::new().file("content/berita/satu.md", text))
        .fails()
        .expect_codes(&["E034"])
        .expect_message("content/berita/satu.md:7:11");
}

#[test]
fn every_text_is_followed_not_only_bodies() {
    // The introduction of a section.
    around(TestSite::new().file("content/berita/_index.md", "---\ntitle: Berita\n---\n\n[a](hilang.md)\n"))
        .fails()
        .expect_codes(&["E034"])
        .expect_message("content/berita/_index.md:5:5");
    // Markdown in fields.
    let site = around(TestSite::new().file("themes/t/templates/page.html", "{{ page.notes_to_editors }}"));
    let site = site.release("satu", "notes_to_editors: \"[a](dua.md)\"", "").build();
    site.expect_text(SATU, "<a href=\"/berita/dua/\">a</a>")
        .release("satu", "notes_to_editors: \"[a](hilang.md)\"", "")
        .fails()
        .expect_codes(&["E034"]);
}

#[test]
fn what_refers_to_an_item_is_listed_once_with_it() {
    page("[a](dua.md) [b](dua.md#nama) [c](dua.md)")
        .release("empat", "related: [dua]", "[d](dua.md)")
        // What answers it stands in `page.replies`.
        .release("lima", "date: 2021-01-01\nreplies_to: dua", "")
        .release("enam", "status: draft", "[e](dua.md)")
        .build()
        .expect_text("berita/dua/index.html", "<ul id=back><li>/berita/empat/<li>/berita/satu/</ul>")
        .expect_text("berita/dua/index.html", "<ul id=answers><li>/berita/lima/</ul>");
    // Not with itself.
    page("[a](satu.md)").build().expect_text(SATU, "<ul id=back></ul>");
}

#[test]
fn pages_of_another_language_are_linked_but_not_listed() {
    page("[a](dua.md)")
        .file("content/berita/dua.en.md", "---\ntitle: Two\ndate: 2020-01-01\n---\n[one](satu.md) [list](_index.md)\n")
        .build()
        .expect_text("en/berita/dua/index.html", "<a href=\"/berita/satu/\">one</a> <a href=\"/en/berita/\">list</a>")
        .expect_text("en/berita/dua/index.html", "<ul id=back></ul>")
        .expect_text(SATU, "<ul id=back></ul>");
}

#[test]
fn a_heading_behind_an_address_is_judged_too() {
    page("[a](/berita/dua/#nama)").build().expect_text(SATU, "href=\"/berita/dua/#nama\"");
    page("[a](/berita/dua/#hilang)").fails().expect_codes(&["E035"]).expect_message("satu.md:7:5");
}

#[test]
fn a_picture_in_a_text_needs_words() {
    page("![](foto.svg)")
        .file("content/berita/foto.svg", "<svg/>")
        .fails()
        .expect_codes(&["E039"])
        .expect_message("satu.md:7:");
}

#[test]
fn pictures_keep_their_words_and_get_their_size() {
    let gif: &[u8] = b"GIF89a\x03\x00\x02\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x03\x00\x02\x00\x00\x02\x03\x84\x1f\x05\x00;";
    page("![Pintu timur](foto.gif)")
        .file("content/berita/foto.gif", gif)
        .build()
        .expect_text(SATU, "width=\"3\" height=\"2\"")
        .expect_text(SATU, "alt=\"Pintu timur\"");
    page("![Foto](foto.gif \"Keterangan\")")
        .file("content/berita/foto.gif", gif)
        .build()
        .expect_text(SATU, "<figcaption>Keterangan</figcaption>");
    // A picture that is none has no size, and stops nothing.
    let site = page("![a](rusak.jpg)").file("content/berita/rusak.jpg", "bukan gambar").build();
    assert!(!site.text(SATU).contains("width="));
}

#[test]
fn a_reference_to_a_broken_item_is_not_told_twice() {
    page("[a](rusak.md) [b](rusak.md#x)")
        .file("content/berita/rusak.md", "---\ntitle: x\ntitle: y\ndate: 2020-01-01\n---\n## X\n")
        .fails()
        .expect_codes(&["E014"]);
}

#[test]
fn references_in_fields_name_what_exists() {
    for (field, code, words) in [
        ("related: [dau]", "E031", "did you mean “dua”?"),
        ("event: rapat", "E031", "rapat"),
        ("replies_to: hilang", "E031", "hilang"),
        ("boilerplate: kantor", "E030", "data/boilerplates.yaml"),
        ("attachments: [{ file: hilang.pdf, judul: x }]", "E036", "hilang.pdf"),
        ("image: { src: hilang.jpg, alt: x }", "E036", "hilang.jpg"),
        ("status: withdrawn\nwithdrawn: { reason: x, replacement: hilang }", "E031", "hilang"),
        ("translation_of: hilang", "E031", "hilang"),
    ] {
        let site = around(TestSite::new().release("satu", &format!("import: {{ from: x }}\n{field}"), "")).fails();
        assert_eq!(
            site.last().codes().iter().filter(|code| *code != "W001").collect::<Vec<_>>(),
            [code],
            "{field}: {}",
            site.last().err
        );
        site.expect_message(words).expect_message("content/berita/satu.md:");
    }
}

#[test]
fn published_links_lead_to_published_files() {
    // Every root-relative address in every page of the site is a file of the output.
    let site = page("[a](dua.md) [b](tiga/index.md) ![c](foto.svg) [d](/unduh/a.txt) [e](<tiga/surat resmi.txt>)")
        .file("content/berita/foto.svg", "<svg/>")
        .file("content/berita/dua.en.md", "---\ntitle: Two\ndate: 2020-01-01\ntags: [\"a&b\", Jum’at]\n---\n")
        .flags(&["-u", "https://a.example/humas/"])
        .build();
    let files = tree(site.output());
    let mut seen = 0;
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let text = String::from_utf8_lossy(bytes);
        for rest in text.split("href=\"/").skip(1).chain(text.split("src=\"/").skip(1)) {
            let (address, _) = rest.split_once('"').unwrap();
            let Some(address) = address.strip_prefix("humas/") else { panic!("{path}: /{address}") };
            let address = address.split('#').next().unwrap().replace("%20", " ");
            let file =
                if address.is_empty() || address.ends_with('/') { format!("{address}index.html") } else { address };
            assert!(files.contains_key(&file), "{path} links to {file}");
            seen += 1;
        }
    }
    assert!(seen >= 5, "{seen}");
}
