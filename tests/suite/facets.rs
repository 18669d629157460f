//! Lists of a section narrowed by one facet at a time.

use crate::site::TestSite;

const CONFIG: &str = "title: Situs\nbase_url: https://a.example\ntime_zone: WIB\ntheme: t\nlanguages: { id: {}, en: {} }\nsections:\n  berita: { kind: press_release, page_size: 2, facets: [jenis, topics, type] }\ntaxonomies: { tags: {}, topics: { path: topik, terms: data/topics.yaml } }\n";

const LIST: &str = "{{ facet.facet }}|{{ facet.title }}|{{ facet.key }}|{{ facet.name }}|{{ facet.url }}|{{ facet.total }}|{{ facet.section.url }}\n{% for item in pager.items %}{{ item.id }} {% endfor %}{{ pager.number }}/{{ pager.total }}\n";

const SECTION: &str = "{% for facet in section.facets %}{{ facet.name }}:{% for choice in facet.choices %} {{ choice.key }}={{ choice.total }} {{ choice.url }}{% endfor %}\n{% endfor %}";

fn site() -> TestSite {
    TestSite::new()
        .file("warta.yaml", CONFIG)
        .file("data/topics.yaml", "air: { name: Air bersih }\npasar: { name: Pasar }\n")
        .file("themes/t/templates/facet.html", LIST)
        .file("themes/t/templates/section.html", SECTION)
        .release("a", "date: 2020-05-01\ntopics: [air]", "")
        .release("b", "date: 2020-05-02\ntopics: [pasar, air]\nrelease_type: pernyataan", "")
        .release("c", "date: 2020-05-03\ntopics: [air]", "")
        .release("d", "date: 2020-05-04\ndraft: true\ntopics: [rahasia]\nrelease_type: pernyataan", "")
}

#[test]
fn each_value_that_a_public_item_has_is_a_list_with_pages() {
    let site = site().build();
    let section = site.text("berita/index.html");
    // The commonest first; `jenis` is `type`, and named twice it is one facet.
    assert_eq!(
        section,
        "type: berita=2 /berita/jenis/berita/ pernyataan=1 /berita/jenis/pernyataan/\n\
         topics: air=3 /berita/topik/air/ pasar=1 /berita/topik/pasar/\n"
    );
    let air = site.text("berita/topik/air/index.html");
    assert!(air.starts_with("topics|topics|air|Air bersih|/berita/topik/air/|3|/berita/\nc b 1/2"), "{air}");
    assert!(site.text("berita/topik/air/halaman/2/index.html").ends_with("a 2/2\n"));
    let statements = site.text("berita/jenis/pernyataan/index.html");
    assert!(statements.starts_with("type|facet-type|pernyataan|pernyataan|"), "{statements}");
    site.expect_text("sitemap.xml", "https://a.example/berita/topik/pasar/")
        .expect_no_file("berita/topik/rahasia/index.html");
}

#[test]
fn without_the_template_or_the_setting_there_are_none() {
    let site = site().remove("themes/t/templates/facet.html").build();
    assert_eq!(site.text("berita/index.html"), "");
    site.expect_no_file("berita/jenis/berita/index.html");
    let plain = CONFIG.replace(", facets: [jenis, topics, type]", "");
    self::site().file("warta.yaml", plain).build().expect_no_file("berita/topik/air/index.html");
}

#[test]
fn an_index_file_has_the_last_word_and_names_are_checked() {
    let index = |facets: &str| site().file("content/berita/_index.md", format!("---\ntitle: Berita\n{facets}\n---\n"));
    let site = index("saringan: [topics]").build();
    assert!(site.text("berita/index.html").starts_with("topics: air=3"));
    index("facets: [topik]")
        .fails()
        .expect_codes(&["E018"])
        .expect_message("content/berita/_index.md:3:10")
        .expect_message("did you mean “topics”?");
    let misspelt = CONFIG.replace("facets: [jenis,", "facets: [jenid,");
    self::site().file("warta.yaml", misspelt).fails().expect_codes(&["E018"]).expect_message("“jenid”");
}

#[test]
fn an_english_site_says_type() {
    site()
        .file("warta.yaml", CONFIG.replace("theme: t\n", "theme: t\nlanguage: en\n"))
        .build()
        .expect_file("berita/type/pernyataan/index.html");
}
