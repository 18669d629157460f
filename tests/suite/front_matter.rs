//! What writers put above their texts: both languages, every mistake in one run, and where each stands.

use crate::site::TestSite;

#[test]
fn keys_have_names_in_both_languages() {
    TestSite::new()
        .file(
            "content/berita/a.md",
            "---\njenis: siaran_pers\njudul: Judul\ntanggal: Kamis, 3 Juni 2010\nringkasan: Ringkas\nlabel: [air]\ntitimangsa: { kota: Batam }\n---\nIsi.\n",
        )
        .build()
        .expect_text("berita/a/index.html", "<h1>Judul</h1><p id=summary>Ringkas</p>")
        .expect_text("berita/a/index.html", "<span class=\"dateline\">BATAM</span> – Isi.")
        .expect_text("berita/a/index.html", "<li>air /tags/air/");
}

#[test]
fn every_mistake_of_every_file_is_told_in_one_run() {
    TestSite::new()
        .file(
            "content/berita/a.md",
            "---\ntitel: A\ndate: 31 Juni 2010\ntags: air\nstatus: siapp\n---\n[x](hilang.md)\n",
        )
        .file("content/berita/b.md", "---\ntitle: B\ndate: 3/6/2010\ncomments: { mode: close }\n---\n")
        .fails()
        .expect_codes(&["E013", "E020", "E016", "E018", "E034", "E019", "E018"])
        .expect_message("content/berita/a.md:2:1")
        .expect_message("did you mean “title”?")
        .expect_message("the last day of that month is 30 June 2010")
        .expect_message("did you mean “siap”?")
        .expect_message("write 3 June 2010 or 6 March 2010")
        .expect_message("content/berita/b.md:4:19");
}

#[test]
fn one_mistake_gives_one_message() {
    // `dua` is broken, so the link to it and the reference to it are not told again.
    TestSite::new()
        .release("satu", "related: [dua]", "[dua](dua.md)")
        .file("content/berita/dua.md", "---\ntitle: \"Dua\ndate: 2020-01-01\n---\n")
        .fails()
        .expect_codes(&["E010"])
        .expect_message("a quotation mark is not closed");
}

#[test]
fn keys_given_twice_and_values_of_the_wrong_shape() {
    TestSite::new()
        .file("content/berita/a.md", "---\ntitle: A\njudul: B\ndate: 2020-01-01\ndateline: Batam\nviews: banyak\n---\n")
        .fails()
        .expect_codes(&["E014", "E016", "E017"])
        .expect_message("the first time, as “title”");
}

#[test]
fn what_yaml_makes_of_plain_values_does_not_matter() {
    TestSite::new()
        .release("a", "title: 2010\ntags: [no, 007, 1.370, 12:30]\nviews: 137", "")
        .build()
        .expect_text("berita/a/index.html", "<h1>2010</h1>")
        .expect_text("tags/index.html", "1.370=1;007=1;12:30=1;no=1;");
}

#[test]
fn a_file_needs_its_lines_of_hyphens() {
    TestSite::new().file("content/berita/a.md", "Isi saja.\n").fails().expect_codes(&["E012"]);
    TestSite::new().file("content/berita/a.md", "---\ntitle: A\n\nIsi.\n").fails().expect_codes(&["E011"]);
    TestSite::new()
        .file("content/berita/a.md", "---\ntitle: Workshop: Budaya\ndate: 2020-01-01\n---\n")
        .fails()
        .expect_codes(&["E010"])
        .expect_message("a value with a colon in it needs quotes");
}

#[test]
fn what_is_required_and_what_is_expected() {
    TestSite::new()
        .file("content/berita/a.md", "---\nsubtitle: x\n---\n")
        .fails()
        .expect_message("“title” is missing")
        .expect_message("“date” is missing");
    // The smallest file is published, with warnings about what readers expect.
    let site = TestSite::new().file("content/berita/a.md", "---\ntitle: A\ndate: 2020-01-01\n---\n").build();
    assert_eq!(site.last().codes(), ["W001"]);
    // Taken over from elsewhere, it says nothing.
    let site = TestSite::new()
        .file("content/berita/a.md", "---\ntitle: A\ndate: 2020-01-01\nimport: { from: wordpress }\n---\n")
        .build();
    assert!(site.last().codes().is_empty());
    // An accepted finding, with its reason, is silent; the others are not.
    let site = TestSite::new().release("a", "ignore: [{ code: W001, reason: arsip lama }]", "").build();
    assert!(site.last().codes().is_empty());
}

#[test]
fn records_are_referred_to_by_id() {
    let config = format!(
        "{}  people: {{ path: tokoh, terms: data/people.yaml, closed: true }}\n",
        crate::site::CONFIG.replace("{ tags: {} }", "\n  tags: {}")
    );
    TestSite::new()
        .file("warta.yaml", config)
        .file("data/people.yaml", "dini-saraswati: { name: Dini Saraswati, prefix: [Dra.], suffix: [M.A.P.] }\n")
        .release("a", "people: [dini-sarawati]\ncontacts: [meja]", "")
        .fails()
        .expect_codes(&["E030", "E030"])
        .expect_message("did you mean “dini-saraswati”?")
        .expect_message("“meja” is not in data/contacts.yaml");
}

#[test]
fn the_configuration_is_judged_too() {
    TestSite::new()
        .file("warta.yaml", "title: A\nbase_url: humas.example\ntime_zone: Jakarta\nthem: t\n")
        .fails()
        .expect_codes(&["E017", "E025", "E013"])
        .expect_message("did you mean “theme”?")
        .expect_message("did you mean “Asia/Jakarta”?");
    TestSite::empty().fails().expect_codes(&["E001"]);
    TestSite::new()
        .file("warta.yaml", format!("{}theme_options: {{ accent: biru, notis: x }}\n", crate::site::CONFIG))
        .fails()
        .expect_codes(&["E017", "E013"])
        .expect_message("did you mean “notice”?");
    TestSite::new()
        .file("warta.yaml", crate::site::CONFIG.replace("berita: {", "beritaa: {"))
        .release("a", "", "")
        .fails()
        .expect_codes(&["E038"]);
}
