//! Components that writers call from Markdown.

use crate::site::TestSite;

#[test]
fn a_call_prints_what_the_theme_says() {
    TestSite::new()
        .release("a", "", "Satu.\n\n{{<figure src=\"foto.svg\" alt=\"Pintu \\\"timur\\\"\"/>}}\n\n{{<note kind=\"warning\">}}\nTeks **tebal** dan [tautan](b.md).\n{{</note>}}\n\n```\n{{<note>}}\n```")
        .release("b", "", "")
        .file("content/berita/foto.svg", "<svg/>")
        .build()
        .expect_text("berita/a/index.html", "<img src=\"/berita/foto.svg\" alt=\"Pintu &quot;timur&quot;\">")
        .expect_text("berita/a/index.html", "<div class=\"warning\"><p>Teks <strong>tebal</strong> dan <a href=\"/berita/b/\">tautan</a>.</p>")
        .expect_text("berita/a/index.html", "{{&lt;note&gt;}}");
}

#[test]
fn calls_are_held_against_the_signature() {
    for (call, code, words, place) in [
        ("{{<figre src=\"a.svg\" alt=\"x\"/>}}", "E040", "did you mean “figure”?", "7:4"),
        ("{{<figure src=\"a.svg\"/>}}", "E042", "needs “alt”", "7:4"),
        ("{{<figure src=\"a.svg\" alt=\"x\" captoin=\"y\"/>}}", "E042", "has no argument “captoin”", "7:31"),
        ("{{<figure src=\"a.svg\" alt=3/>}}", "E042", "must be a text in double quotes", "7:27"),
        (
            "{{<figure src=\"a.svg\" alt=\"x\" size=\"besar\"/>}}",
            "E042",
            "must be a whole number without quotes",
            "7:36",
        ),
        ("{{<figure src=\"b.svg\" alt=\"x\"/>}}", "E036", "did you mean “a.svg”?", "7:15"),
        ("{{<note kind=\"info\"/>}}", "E042", "needs a text", "7:4"),
        ("{{<note>}}\nteks", "E041", "is not closed", "7:1"),
        ("teks {{<figure src=\"a.svg\" alt=\"x\"/>}}", "E041", "must stand alone on its line", "7:6"),
    ] {
        TestSite::new()
            .release("a", "", &format!("{call}\n\nIsi."))
            .file("content/berita/a.svg", "<svg/>")
            .fails()
            .expect_codes(&[code])
            .expect_message(words)
            .expect_message(&format!("content/berita/a.md:{place}"));
    }
}

#[test]
fn a_component_that_is_not_for_writers_is_unknown_to_them() {
    TestSite::new()
        .file("themes/t/templates/components/rahasia.html", "{% component rahasia() %}x{% endcomponent rahasia %}")
        .release("a", "", "{{<rahasia/>}}")
        .fails()
        .expect_codes(&["E040"]);
}

#[test]
fn balai_has_a_component_for_every_need() {
    let site = TestSite::empty()
        .file("warta.yaml", "title: A\nbase_url: https://a.example\ntime_zone: WIB\nsections: { berita: { kind: press_release } }\ntaxonomies: { people: { path: tokoh, terms: data/people.yaml, closed: true } }\n")
        .file("data/people.yaml", "dini: { name: Dini, suffix: [M.A.P.] }\n")
        .file("data/contacts.yaml", "meja: { name: Meja Humas, email: a@a.example }\n")
        .file("data/venues.yaml", "aula: { name: Aula Kota, city: Batam }\n")
        .file("content/berita/t.csv", "Bulan;Jumlah\nMei;3\n")
        .file("content/berita/foto/a.svg", "<svg/>")
        .file("content/berita/surat.pdf", "%PDF-1.4")
        .release("a", "", "{{<figure src=\"foto/a.svg\" alt=\"x\" caption=\"Keterangan\" credit=\"Humas\"/>}}\n\n{{<gallery folder=\"foto\"/>}}\n\n{{<video url=\"https://video.example/1\" title=\"Rekaman\"/>}}\n\n{{<quote text=\"Kutip\" person=\"dini\"/>}}\n\n{{<note kind=\"success\">}}\nBerhasil.\n{{</note>}}\n\n{{<download file=\"surat.pdf\" title=\"Surat\"/>}}\n\n{{<contact id=\"meja\"/>}}\n\n{{<table file=\"t.csv\" caption=\"Tabel\"/>}}\n\n{{<map venue=\"aula\"/>}}\n\n{{<qa question=\"Kapan?\">}}\nBesok.\n{{</qa>}}")
        .build();
    for shown in [
        "Keterangan",
        "Rekaman",
        "Dini, M.A.P.",
        "Berhasil.",
        "surat.pdf",
        "8 B",
        "Meja Humas",
        "<th scope=\"col\">Bulan</th>",
        "Aula Kota",
        "Kapan?",
    ] {
        site.text("berita/a/index.html")
            .find(shown)
            .unwrap_or_else(|| panic!("{shown} in {}", site.text("berita/a/index.html")));
    }
}
