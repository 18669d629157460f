//! Words of writers and readers stay words: in HTML, attributes, feeds, sitemaps, scripts; and nobody's HTML runs.

use crate::site::{CONFIG, TestSite, tree};

/// Breaks out of everything that is not escaped.
const NASTY: &str = "</title><script>jahat()</script>\\\"'&amp;]]>{{ 7*7 }}{% x %}";

/// Open data and JSON feeds are no markup, and are sent as what they are.
fn is_markup(path: &str) -> bool {
    !path.starts_with("api/") && !path.ends_with(".json")
}

#[test]
fn titles_and_fields_cannot_become_markup() {
    let nasty = format!("\"{NASTY}\"");
    let site = TestSite::new()
        .file("warta.yaml", CONFIG.replace("title: Situs", &format!("title: {nasty}\ndescription: {nasty}")))
        .file(
            "content/berita/a.md",
            format!("---\ntitle: {nasty}\ndate: 2020-01-01\nsummary: {nasty}\nsubtitle: {nasty}\ntags: [{nasty}]\ndateline: {{ city: {nasty} }}\nnumber: {nasty}\n---\n\n{}\n", NASTY.replace('\\', "").replace("{{", "").replace("{%", "")),
        )
        .file("content/berita/a.komentar.yaml", format!("- {{ id: k1, status: approved, at: 2020-01-02, author: {{ name: {nasty} }}, body: {nasty} }}\n"))
        .file("content/berita/_index.md", format!("---\ntitle: {nasty}\ndescription: {nasty}\n---\n"))
        .try_build();
    assert_eq!(site.last().code, Some(0), "{}", site.last().err);
    for (path, bytes) in tree(site.output()).into_iter().filter(|(path, _)| is_markup(path)) {
        let text = String::from_utf8(bytes).unwrap();
        assert!(!text.contains("<script"), "{path}: {text}");
        assert!(!text.contains("49}"), "{path}: {text}");
    }
}

#[test]
fn balai_escapes_them_too() {
    let nasty = format!("\"{NASTY}\"");
    let site = TestSite::empty()
        .file("warta.yaml", format!("title: {nasty}\nbase_url: https://a.example\ntime_zone: WIB\nsections: {{ berita: {{ kind: press_release, archive: year }} }}\ntaxonomies: {{ tags: {{}}, people: {{ path: tokoh }} }}\nmenu: [ {{ name: {nasty}, url: /berita/ }} ]\n"))
        .file("data/people.yaml", format!("dini: {{ name: {nasty}, suffix: [{nasty}] }}\n"))
        .file("content/berita/a.md", format!("---\ntitle: {nasty}\ndate: 2020-01-01\nsummary: {nasty}\nsubtitle: {nasty}\ntags: [{nasty}]\npeople: [{{ person: dini, role: {nasty} }}]\ndateline: {{ city: {nasty} }}\nnumber: {nasty}\ncontacts: [{{ name: {nasty}, phone: {nasty}, email: {nasty}, hours: {nasty} }}]\nattachments: [{{ url: \"https://b.example/a.pdf\", title: {nasty}, note: {nasty} }}]\nchanges: [{{ at: 2020-02-01, note: {nasty}, level: major }}]\n---\n\n{{{{<quote text=\"</p><script>jahat()</script>\" person=\"dini\"/>}}}}\n\n{{{{<video url=\"https://b.example\" title=\"<script>\"/>}}}}\n"))
        .file("content/berita/a.komentar.yaml", format!("- {{ id: k1, status: approved, at: 2020-01-02, author: {{ name: {nasty} }}, body: {nasty} }}\n"))
        .file("content/berita/_index.md", format!("---\ntitle: {nasty}\ndescription: {nasty}\n---\n"))
        .try_build();
    assert_eq!(site.last().code, Some(0), "{}", site.last().err);
    for (path, bytes) in
        tree(site.output()).into_iter().filter(|(path, _)| !path.starts_with("aset/") && is_markup(path))
    {
        let text = String::from_utf8(bytes).unwrap();
        assert!(!text.contains("<script>jahat"), "{path}: {text}");
    }
}

#[test]
fn html_of_writers_is_harmless() {
    for (html, kept, gone) in [
        ("<script>jahat()</script>", "", "jahat"),
        ("<b onclick=\"jahat()\">teks</b>", "<b>teks</b>", "jahat"),
        ("<img src=\"x.svg\" onerror=\"jahat()\" alt=\"x\">", "<img", "jahat"),
        ("<a href=\"javascript:jahat()\">teks</a>", "teks", "jahat"),
        ("<a href=\" &#106;avascript:jahat()\">teks</a>", "teks", "jahat"),
        ("[teks](<java\tscript:jahat()>)", "", "href=\"java"),
        ("[teks](data:text/html,jahat)", "teks", "jahat"),
        ("[teks](vbscript:jahat)", "teks", "jahat"),
        ("<iframe src=\"https://jahat.example\"></iframe>", "", "jahat"),
        ("<style>p { color: jahat }</style>", "", "jahat"),
        ("<p style=\"color: jahat\">teks</p>", "teks", "jahat"),
        ("<form action=\"https://jahat.example\"><input></form>", "", "jahat"),
        ("<!-- jahat -->", "", "jahat"),
        ("<svg><script>jahat()</script></svg>", "", "jahat"),
        ("<math><mtext><script>jahat()</script></mtext></math>", "", "jahat"),
        ("<base href=\"https://jahat.example\">", "", "jahat"),
        ("<meta http-equiv=refresh content=\"0; url=https://jahat.example\">", "", "jahat"),
        ("Teks <b>tebal\n\nLagi</b> teks", "", "jahat"),
        ("</main></body><h1>jahat", "", "</body>"),
    ] {
        let site = TestSite::new().release("a", "", html).file("content/berita/x.svg", "<svg/>").try_build();
        if site.last().code != Some(0) {
            // Refused is as good as removed.
            assert_eq!(site.last().code, Some(1), "{html}: {}", site.last().err);
            continue;
        }
        let text = site.text("berita/a/index.html");
        let main = text.split_once("<main>").unwrap().1.split_once("</main>").unwrap().0;
        assert!(main.contains(kept) && !main.contains(gone), "{html}: {text}");
    }
    // What was removed is told, at its place.
    TestSite::new()
        .release("a", "import: { from: x }", "Teks.\n\nLagi <b onclick=\"x()\">teks</b>.")
        .build()
        .expect_codes(&["W002"])
        .expect_message("content/berita/a.md:9:");
}

#[test]
fn html_can_be_forbidden() {
    TestSite::new()
        .file("warta.yaml", format!("{CONFIG}markdown: {{ raw_html: forbid }}\n"))
        .release("a", "", "Teks <b>tebal</b>.")
        .fails()
        .expect_message("content/berita/a.md:7:6");
}

#[test]
fn comments_are_text() {
    TestSite::new()
        .release("a", "", "")
        .file("content/berita/a.komentar.yaml", "- id: k1\n  status: approved\n  author: { name: A }\n  at: 2020-01-02\n  body: |\n    **tebal** <b>x</b> https://b.example/a?b=1&c=2\n\n    [teks](javascript:jahat())\n    {{<note>}}x{{</note>}}\n")
        .build()
        .expect_text("berita/a/index.html", "**tebal** &lt;b&gt;x&lt;/b&gt; <a href=\"https://b.example/a?b=1&amp;c=2\"")
        .expect_no_text("berita/a/index.html", "href=\"javascript")
        .expect_no_text("berita/a/index.html", "<div class=\"info\">");
}

#[test]
fn feeds_and_sitemaps_are_well_formed() {
    let site = TestSite::new()
        .release(
            "a",
            "title: \"A & B < C > D ‘é’ 😀\"\ntags: [\"x & y\"]\nsummary: \"<b>& ]]></b>\"",
            "Teks & <b>tebal</b> ]]> `a < b`.",
        )
        .build();
    for (path, bytes) in tree(site.output()).into_iter().filter(|(path, _)| path.ends_with(".xml")) {
        let text = String::from_utf8(bytes).unwrap();
        let mut reader = quick_xml::Reader::from_str(&text);
        reader.config_mut().check_end_names = true;
        loop {
            match reader.read_event() {
                Ok(quick_xml::events::Event::Eof) => break,
                Ok(quick_xml::events::Event::Text(words)) => drop(words.decode().unwrap()),
                Ok(_) => {}
                Err(error) => panic!("{path}: {error}\n{text}"),
            }
        }
        assert!(text.contains("https://a.example/"), "{path}");
    }
    site.expect_text("atom.xml", "A &amp; B &lt; C");
}

#[test]
fn feeds_hold_whole_addresses_and_the_dateline() {
    TestSite::new()
        .release(
            "a",
            "date: 2010-06-03\ndateline: { city: Batam }",
            "Isi [dua](b.md) ![x](x.svg) [sini](#bagian).\n\n## Bagian",
        )
        .release("b", "", "")
        .file("content/berita/x.svg", "<svg/>")
        .flags(&["-u", "https://a.example/humas"])
        .build()
        .expect_text("atom.xml", "https://a.example/humas/berita/b/")
        .expect_text("atom.xml", "https://a.example/humas/berita/x.svg")
        .expect_text("atom.xml", "BATAM")
        .expect_text("atom.xml", "tag:a.example,2010:a<")
        .expect_text("atom.xml", "2010-06-03T00:00:00+07:00")
        .expect_no_text("atom.xml", "href=&quot;/humas")
        .expect_no_text("atom.xml", "href=\"/");
}
