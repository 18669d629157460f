//! What stands in lists, in which order, and at which addresses.

use crate::site::{CONFIG, TestSite};

/// The tests' configuration with other settings for the section `berita`.
fn section(settings: &str) -> TestSite {
    TestSite::new().file("warta.yaml", CONFIG.replace("{ kind: press_release }", settings))
}

fn three(site: TestSite) -> TestSite {
    site.release("a", "title: Éra\ndate: 2020-01-02\nweight: 3", "")
        .release("b", "title: batik\ndate: 2020-01-03\nweight: 1", "")
        .release("c", "title: Fajar\ndate: 2020-01-01\nweight: 2", "")
}

#[test]
fn sections_are_sorted_as_they_say() {
    for (sort, order) in [
        ("date", "<li>batik /berita/b/<li>Éra /berita/a/<li>Fajar /berita/c/"),
        // As a dictionary sorts, not as bytes do: é beside e, and no matter the case.
        ("title", "<li>batik /berita/b/<li>Éra /berita/a/<li>Fajar /berita/c/"),
        ("weight", "<li>batik /berita/b/<li>Fajar /berita/c/<li>Éra /berita/a/"),
    ] {
        three(section(&format!("{{ kind: press_release, sort: {sort} }}")))
            .build()
            .expect_text("berita/index.html", order);
    }
}

#[test]
fn items_of_one_day_have_one_order() {
    let site = TestSite::new().release("c", "", "").release("a", "", "").release("b", "", "").build();
    let list = site.text("berita/index.html");
    let places: Vec<usize> =
        ["/berita/a/", "/berita/b/", "/berita/c/"].iter().map(|url| list.find(url).unwrap()).collect();
    assert!(places.is_sorted() || places.iter().rev().is_sorted(), "{list}");
    // Newer and older follow the same order.
    site.expect_text("berita/b/index.html", "<p id=newer>/berita/")
        .expect_text("berita/b/index.html", "<p id=older>/berita/");
}

#[test]
fn an_index_file_overrides_the_configuration() {
    three(section("{ kind: press_release, sort: date, page_size: 9 }"))
        .file(
            "content/berita/_index.md",
            "---\ntitle: Kabar\nsort: weight\npage_size: 2\nfeed: tidak\narchive: year\npermalink: /kabar/{year}/{slug}/\n---\n",
        )
        .build()
        .expect_text("berita/index.html", "<title>Kabar</title>")
        .expect_text("berita/index.html", "<li>batik /kabar/2020/b/<li>Fajar /kabar/2020/c/</ul>1/2")
        .expect_text("berita/halaman/2/index.html", "<li>Éra /kabar/2020/a/</ul>2/2")
        .expect_no_file("berita/halaman/1")
        .expect_no_file("berita/halaman/3")
        .expect_no_file("berita/atom.xml")
        .expect_file("berita/2020/index.html")
        .expect_no_file("berita/2020/01");
}

#[test]
fn pagers_have_the_word_of_their_language() {
    let site = section("{ kind: press_release, page_size: 1 }").release("a", "", "").release("b", "", "");
    site.file("content/berita/a.en.md", "---\ntitle: A\ndate: 2020-01-01\ntags: [x]\n---\n")
        .file("content/berita/b.en.md", "---\ntitle: B\ndate: 2020-01-02\n---\n")
        .build()
        .expect_file("berita/halaman/2/index.html")
        .expect_text("en/berita/index.html", "<li>B /en/berita/b/</ul>1/2")
        .expect_text("en/berita/page/2/index.html", "<li>A /en/berita/a/</ul>2/2")
        .expect_no_file("en/berita/halaman")
        .expect_file("en/tags/x/index.html")
        .expect_no_file("tags/x");
}

#[test]
fn long_lists_of_terms_and_archives_have_pages_too() {
    let site = section("{ kind: press_release, archive: year }");
    let site = (0..21).fold(site, |site, index| site.release(&format!("r{index}"), "tags: [air]", ""));
    site.build()
        .expect_text("tags/air/index.html", "</ul>1/2")
        .expect_text("tags/air/halaman/2/index.html", "</ul>2/2")
        .expect_text("berita/halaman/2/index.html", "</ul>2/2")
        .expect_text("tags/index.html", "air=21;");
}

#[test]
fn a_home_page_for_each_language_that_has_something() {
    TestSite::new().release("a", "", "").build().expect_file("index.html").expect_no_file("en/index.html");
    TestSite::new()
        .file("content/_index.md", "---\ntitle: Situs kami\n---\nSelamat datang.\n")
        .file("content/tentang.en.md", "---\ntitle: About\n---\n")
        .build()
        .expect_text("index.html", "<title>Situs kami</title>")
        .expect_file("en/index.html")
        .expect_file("en/tentang/index.html");
    // No content at all is a site too.
    TestSite::new().build().expect_file("index.html").expect_file("sitemap.xml").expect_file("404.html");
}

#[test]
fn search_engines_are_told_what_there_is() {
    TestSite::new()
        .release("a", "date: 2020-05-01\nupdated: 2021-02-03", "")
        .release("b", "noindex: ya", "")
        .release("c", "status: draft", "")
        .build()
        .expect_text("sitemap.xml", "<loc>https://a.example/berita/a/</loc>")
        .expect_text("sitemap.xml", "<lastmod>2021-02-03")
        .expect_no_text("sitemap.xml", "/berita/b/")
        .expect_no_text("sitemap.xml", "/berita/c/")
        .expect_no_text("sitemap.xml", "404")
        .expect_text("robots.txt", "Sitemap: https://a.example/sitemap.xml")
        .file("static/robots.txt", "User-agent: *\nDisallow: /\n")
        .build()
        .expect_text("robots.txt", "Disallow: /\n");
}

#[test]
fn an_archive_and_an_item_cannot_share_an_address() {
    section("{ kind: press_release, archive: year }")
        .release("2020", "date: 2020-01-01", "")
        .fails()
        .expect_codes(&["E033"])
        .expect_message("content/berita/2020.md")
        .expect_message("/berita/2020/");
    // The second page of a list, the list of a deeper section, all terms of a taxonomy.
    TestSite::new()
        .file("content/tags.md", "---\ntitle: Label\n---\n")
        .release("a", "tags: [x]", "")
        .fails()
        .expect_codes(&["E033"])
        .expect_message("content/tags.md");
    TestSite::new()
        .file("content/berita.md", "---\ntitle: B\n---\n")
        .release("a", "", "")
        .fails()
        .expect_codes(&["E033"])
        .expect_message("content/berita.md");
}

#[test]
fn clashes_name_both_sources() {
    TestSite::new()
        .file("static/Foto.txt", "a")
        .file("content/foto.txt", "b")
        .fails()
        .expect_codes(&["E033"])
        .expect_message("static/Foto.txt")
        .expect_message("content/foto.txt");
    TestSite::new()
        .file("static/caf\u{e9}.txt", "a")
        .file("content/cafe\u{301}.txt", "b")
        .fails()
        .expect_message("static/caf")
        .expect_message("content/caf");
    TestSite::new()
        .release("a", "aliases: [/lama/]", "")
        .release("b", "aliases: [/Lama/]", "")
        .fails()
        .expect_codes(&["E033"])
        .expect_message("content/berita/a.md")
        .expect_message("content/berita/b.md");
    // An item's own address is no alias of it.
    TestSite::new().release("a", "aliases: [/berita/a/]", "").fails().expect_codes(&["E033"]);
}

#[test]
fn an_address_is_a_file_or_a_folder() {
    // `/lama` as a file and `/lama/` as a folder cannot both be written.
    TestSite::new()
        .file("static/lama", "berkas")
        .release("a", "aliases: [/lama/]", "")
        .fails()
        .expect_codes(&["E033"])
        .expect_message("static/lama");
}

#[test]
fn slugs_are_plain_whatever_the_name() {
    TestSite::new()
        .release("Jum’at Bersih_2020 é", "", "")
        .release("x", "slug: lain", "")
        .build()
        .expect_file("berita/jumat-bersih-2020-e/index.html")
        .expect_file("berita/lain/index.html");
    for slug in ["Besar", "a b", "../naik", "a/b", "-a"] {
        TestSite::new().release("a", &format!("slug: {slug}"), "").fails().expect_codes(&["E017"]);
    }
}

#[test]
fn aliases_stay_inside_the_site() {
    for alias in
        ["lama", "/../naik/", "/a/../../b/", "/a/..", "https://b.example/", "/a#b", "/a b/", "//b.example/", "/a//b/"]
    {
        let site = TestSite::new().release("a", &format!("aliases: [\"{alias}\"]"), "").fails();
        site.expect_codes(&["E017"]).expect_message("content/berita/a.md:4:11");
    }
}

#[test]
fn patterns_and_paths_stay_inside_the_site() {
    for settings in [
        CONFIG.replace("{ kind: press_release }", "{ kind: press_release, permalink: \"/../{slug}/\" }"),
        CONFIG.replace("{ kind: press_release }", "{ kind: press_release, permalink: \"/a/../../{slug}/\" }"),
        CONFIG.replace("tags: {}", "tags: { path: ../label }"),
        CONFIG.replace("tags: {}", "tags: { path: /label/../.. }"),
    ] {
        let site = TestSite::new().file("warta.yaml", settings).release("a", "tags: [x]", "").fails();
        site.expect_message("warta.yaml:");
    }
    TestSite::new()
        .file("content/berita/_index.md", "---\ntitle: B\npermalink: /../{slug}/\n---\n")
        .release("a", "", "")
        .fails()
        .expect_message("content/berita/_index.md:3:");
}

#[test]
fn events_are_filed_under_their_start() {
    TestSite::new()
        .file(
            "warta.yaml",
            CONFIG.replace(
                "berita: { kind: press_release }",
                "acara: { kind: workshop, sort: start, archive: year_month }",
            ),
        )
        .file("content/acara/a.md", "---\ntitle: A\ndate: 2019-12-30\nstart: 2020-02-01\nvenue: { name: Aula }\n---\n")
        .file("content/acara/b.md", "---\ntitle: B\nstart: 2020-03-01\nvenue: { name: Aula }\n---\n")
        .build()
        .expect_text("acara/index.html", "<li>B /acara/b/<li>A /acara/a/")
        .expect_text("acara/2020/02/index.html", "<ul id=items><li>A /acara/a/</ul>")
        .expect_text("acara/2020/03/index.html", "<ul id=items><li>B /acara/b/</ul>")
        .expect_no_file("acara/2019");
}

#[test]
fn pages_and_the_sitemap_name_the_same_languages() {
    let folder = crate::seed::demonstration();
    let text = |path: &str| std::fs::read_to_string(folder.path().join("public").join(path)).unwrap();
    let named = |text: &str, before: &str| -> Vec<String> {
        let links = text.split(before).skip(1).filter_map(|rest| rest.split_once('>'));
        links.map(|(link, _)| link.trim_end_matches('/').to_owned()).collect()
    };
    let sitemap = text("sitemap.xml");
    let mut with_languages = 0;
    for entry in sitemap.split("<url>").skip(1) {
        let address = entry.split_once("<loc>").unwrap().1.split_once('<').unwrap().0;
        let page = text(&format!("{}index.html", address.strip_prefix("https://humas.example/").unwrap()));
        let told = named(entry, "<xhtml:link rel=\"alternate\" ");
        assert_eq!(
            told,
            named(&page, "<link rel=\"alternate\" hreflang")
                .iter()
                .map(|link| format!("hreflang{link}"))
                .collect::<Vec<_>>(),
            "{address}"
        );
        with_languages += usize::from(!told.is_empty());
    }
    assert!(with_languages > 10, "{with_languages}");
}
