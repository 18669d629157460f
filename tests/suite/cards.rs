//! Cards of pages, and what they tell of themselves in other languages.

use crate::site::{CONFIG, TestSite};
use crate::structured_data::{meta, node};

/// `(hreflang, address)` of the head.
fn editions(html: &str) -> Vec<(String, String)> {
    let head = html.split("<body").next().unwrap();
    let links = head.lines().filter(|line| line.contains("hreflang="));
    let part = |line: &str, name: &str| {
        line.split(&format!("{name}=\"")).nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    links.map(|line| (part(line, "hreflang"), part(line, "href"))).collect()
}

#[test]
fn editions_name_each_other_and_no_others() {
    let config = CONFIG
        .replace("theme: t", "theme: balai")
        .replace("berita: { kind: press_release }", "berita: { kind: press_release, page_size: 1 }");
    let site = TestSite::new()
        .file("warta.yaml", config)
        .release("a", "tags: [x]", "")
        .release("a.en", "tags: [x]", "")
        .release("b", "", "")
        .release("b.en", "noindex: yes", "")
        .build();
    let pair = |id: &str, en: &str| {
        let url = |path: &str| format!("https://a.example{path}");
        vec![("id".to_owned(), url(id)), ("en".to_owned(), url(en)), ("x-default".to_owned(), url(id))]
    };
    for (id, en) in
        [("/", "/en/"), ("/berita/", "/en/berita/"), ("/berita/a/", "/en/berita/a/"), ("/tags/x/", "/en/tags/x/")]
    {
        for path in [id, en] {
            let html = site.text(&format!("{}index.html", path.trim_start_matches('/')));
            assert_eq!(editions(&html), pair(id, en), "{path}");
            assert!(html.contains(&format!("<link rel=\"canonical\" href=\"https://a.example{path}\">")));
            assert!(html.contains("<meta name=\"robots\" content=\"max-image-preview:large\">"));
        }
    }
    // What is not to be found is nobody's edition, and neither are the further pages of a list.
    for path in ["berita/b/index.html", "en/berita/b/index.html", "berita/halaman/2/index.html"] {
        assert_eq!(editions(&site.text(path)), [], "{path}");
    }
    site.expect_text(
        "berita/halaman/2/index.html",
        "<link rel=\"canonical\" href=\"https://a.example/berita/halaman/2/\">",
    )
    .expect_text("en/berita/b/index.html", "<meta name=\"robots\" content=\"noindex\">")
    .expect_no_text("en/berita/b/index.html", "ld+json")
    .expect_no_text("404.html", "ld+json")
    .expect_no_text("404.html", "og:title");
}

/// A picture of one colour.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    png.extend(width.to_be_bytes());
    png.extend(height.to_be_bytes());
    // What follows is not looked at by those who want to know the size.
    png.extend(b"\x08\x02\0\0\0");
    png
}

#[test]
fn a_card_shows_the_item_else_the_site_else_the_theme() {
    let balai = CONFIG.replace("theme: t", "theme: balai");
    let own = format!("{balai}image: {{ src: /situs.png, alt: {{ id: Gedung, en: Building }} }}\n");
    let site = TestSite::new()
        .file("warta.yaml", &own)
        .file("static/situs.png", png(800, 400))
        .file("static/besar.png", png(300, 300))
        .file("static/kecil.png", png(300, 199))
        .file("static/gambar.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        .release("besar", "image: { src: /besar.png, alt: Besar }", "")
        .release("kecil", "image: { src: /kecil.png, alt: Kecil }", "")
        .release("gambar", "image: { src: /gambar.svg, alt: Gambar }", "")
        .release("tanpa", "", "")
        .release("tanpa.en", "", "")
        .build();
    let shown = |site: &TestSite, path: &str| {
        let html = site.text(path);
        let part = |name: &str| meta(&html, name).unwrap_or_default();
        [part("og:image"), part("og:image:alt"), part("og:image:width"), part("twitter:card")]
    };
    let of_site = |alt: &str| ["https://a.example/situs.png", alt, "800", "summary_large_image"].map(str::to_owned);
    let besar = ["https://a.example/besar.png", "Besar", "300", "summary"].map(str::to_owned);
    assert_eq!(shown(&site, "berita/besar/index.html"), besar);
    for name in ["kecil", "gambar", "tanpa"] {
        assert_eq!(shown(&site, &format!("berita/{name}/index.html")), of_site("Gedung"), "{name}");
    }
    assert_eq!(shown(&site, "en/berita/tanpa/index.html"), of_site("Building"));
    assert_eq!(shown(&site, "index.html"), of_site("Gedung"));
    // Structured data may show what cards may not.
    let picture = &node(&site.text("berita/gambar/index.html"), "NewsArticle")["image"][0];
    assert_eq!(picture["url"], "https://a.example/gambar.svg");
    let site = site.file("warta.yaml", &balai).build();
    let [url, alt, ..] = shown(&site, "index.html");
    assert!(url.starts_with("https://a.example/aset/bagikan-bawaan.") && alt == "Situs", "{url} {alt}");
    assert!(site.output().join(url.trim_start_matches("https://a.example/")).is_file());
    // A theme without one has cards without a picture.
    let site = site.file("warta.yaml", CONFIG);
    let site =
        site.file("themes/t/templates/base.html", "<head>{{ cards }}<body>{% block main %}{% endblock main %}").build();
    assert_eq!(shown(&site, "index.html"), ["", "", "", "summary"].map(str::to_owned));
    let site = site.file("warta.yaml", own.replace("/situs.png", "/stus.png")).fails();
    site.expect_codes(&["E036"]).expect_message("did you mean “/situs.png”?");
}
