//! Feeds in three formats: what stands in them, where they are named, and that they say the same.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::site::{TestSite, tree};

const NASTY: &str =
    "<b>tebal</b> & ]]> </script> \u{201c}kutip\u{201d} 'a' \u{1f389} \u{645}\u{631}\u{62d}\u{628}\u{627}";

fn site() -> TestSite {
    TestSite::new()
        .release("a", &format!("title: {}\ndate: 2025-12-02 08:30\nsummary: {}\ntags: [pasar]\nattachments:\n  - {{ file: a.csv, title: Data }}\n  - {{ file: b.csv, title: Data kedua }}", quoted(NASTY), quoted(NASTY)), "Isi ]]> naskah [tautan](/kontak).\n\n<!-- -->\n")
        .file("content/berita/a.csv", "a,b\n")
        .file("content/berita/b.csv", "c,d,e\n")
        .file("content/kontak.md", "---\ntitle: Kontak\n---\n")
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\\\""))
}

#[test]
fn the_three_formats_say_the_same() {
    let site = site().build();
    let (rss, json) = (site.text("berita/rss.xml"), site.text("berita/feed.json"));
    let atom = atom_syndication::Feed::read_from(site.text("berita/atom.xml").as_bytes()).unwrap();
    let rss = rss::Channel::read_from(rss.as_bytes()).unwrap();
    let json: Value = serde_json::from_str(&json).unwrap();
    let (entry, item, other) = (&atom.entries()[0], &rss.items()[0], &json["items"][0]);
    for title in [entry.title().as_str(), item.title().unwrap(), other["title"].as_str().unwrap()] {
        assert_eq!(title, NASTY);
    }
    assert_eq!(entry.summary().unwrap().as_str(), NASTY);
    assert_eq!(other["summary"], NASTY);
    // A description is HTML.
    let description = item.description().unwrap();
    assert_eq!(
        description.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&"),
        NASTY
    );
    let content = entry.content().unwrap().value().unwrap().trim_end();
    assert!(content.contains("Isi ]]&gt; naskah <a href=\"https://a.example/kontak\">"), "{content}");
    assert_eq!(item.content().unwrap().trim_end(), content);
    assert_eq!(other["content_html"].as_str().unwrap().trim_end(), content);
    let id = "tag:a.example,2025:a";
    assert_eq!((entry.id(), item.guid().unwrap().value(), other["id"].as_str().unwrap()), (id, id, id));
    assert!(!item.guid().unwrap().is_permalink());
    assert_eq!(item.pub_date(), Some("Tue, 02 Dec 2025 08:30:00 +0700"));
    assert_eq!(other["date_published"], "2025-12-02T08:30:00+07:00");
    // Files: all of them in Atom and JSON, the first in RSS and the others beside it.
    let links: Vec<_> = entry.links().iter().filter(|link| link.rel() == "enclosure").collect();
    assert_eq!(links.len(), 2);
    assert_eq!(
        (links[1].href(), links[1].length(), links[1].mime_type()),
        ("https://a.example/berita/b.csv", Some("6"), Some("text/csv"))
    );
    assert_eq!(item.enclosure().unwrap().url(), "https://a.example/berita/a.csv");
    assert_eq!(item.extensions()["media"]["content"][0].attrs()["url"], "https://a.example/berita/b.csv");
    assert_eq!(other["attachments"][1]["size_in_bytes"], 6);
}

#[test]
fn every_list_names_its_feeds_and_an_item_one_of_each() {
    let theme = "{% for feed in feeds %}[{{ feed.url }} {{ feed.type }} {{ feed.format }}]{% endfor %}";
    let names = ["home.html", "section.html", "term.html", "page.html", "press_release.html"];
    let site = names.iter().fold(site(), |site, name| site.file(&format!("templates/{name}"), theme)).build();
    let every = |folder: &str| {
        let of = |file: &str, media: &str, label: &str| format!("[{folder}{file} {media} {label}]");
        of("atom.xml", "application/atom+xml", "Atom")
            + &of("rss.xml", "application/rss+xml", "RSS")
            + &of("feed.json", "application/feed+json", "JSON Feed")
    };
    let one = |folder: &str| format!("[{folder}atom.xml application/atom+xml Atom]");
    assert_eq!(site.text("index.html"), one("/jenis/siaran-pers/") + &every("/"));
    assert_eq!(site.text("berita/index.html"), every("/berita/") + &every("/"));
    assert_eq!(site.text("tags/pasar/index.html"), one("/tags/pasar/") + &every("/"));
    assert_eq!(site.text("berita/a/index.html"), one("/berita/") + &one("/"));
    // Each address is there, and says itself where it is.
    for (path, bytes) in tree(site.output()) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        for address in
            text.split('[').skip(1).filter(|_| path.ends_with(".html")).filter_map(|part| part.split(' ').next())
        {
            let feed = site.text(address.trim_start_matches('/'));
            assert!(feed.contains(&format!("https://a.example{address}\"")), "{address} in {path}");
        }
    }
}

#[test]
fn an_event_without_a_date_of_its_own_is_in_no_feed() {
    let event = |fields: &str| {
        format!(
            "---\nkind: workshop\ntitle: Rapat\nstart: 2026-02-01\nvenue: {{ name: Balai, city: Batam }}\n{fields}---\n"
        )
    };
    let site = site().file("content/rapat.md", event("")).build().expect_no_text("atom.xml", "Rapat");
    // Nor does it claim to have changed in the time to come.
    assert!(!site.text("sitemap.xml").contains("2026-02-01"));
    site.file("content/rapat.md", event("date: 2026-01-01\n"))
        .build()
        .expect_text("atom.xml", "Rapat")
        .expect_file("jenis/lokakarya/atom.xml");
}

#[test]
fn a_feed_says_what_it_is_to_people() {
    let site = site().file("warta.yaml", crate::site::CONFIG.replace("theme: t", "theme: balai")).build();
    for file in ["atom.xml", "rss.xml"] {
        let text = site.text(file);
        assert!(text.contains("<?xml-stylesheet type=\"text/css\" href=\"/aset/feed."), "{text}");
        assert!(
            text.contains("xhtml\">Ini umpan berita") && text.contains("<a href=\"https://a.example/\">Buka"),
            "{text}"
        );
    }
    assert!(site.text("feed.json").contains("\"user_comment\": \"Ini umpan berita"));
}

/// The part of a text from one mark to the next behind it, with both.
fn part<'t>(text: &'t str, from: &str, has: &str, to: &str) -> &'t str {
    let at = text.find(has).unwrap_or_else(|| panic!("no {has}"));
    let start = text[..at].rfind(from).unwrap();
    &text[start..start + text[start..].find(to).unwrap() + to.len()]
}

/// The release of 2010 and its workshop, as each format has them.
#[test]
fn the_seed_is_written_as_it_was() {
    let folder = crate::seed::demonstration();
    let text = |path: &str| fs::read_to_string(folder.path().join("public").join(path)).unwrap();
    let release = "tag:humas.example,2010:reformasi-birokrasi-good-governance-2010";
    let workshop = "tag:humas.example,2010:workshop-budaya-kerja-aparatur-2010";
    let mut said = String::new();
    let release_at = "siaran-pers/2010/06/reformasi-birokrasi-untuk-perbaiki-kinerja-wujudkan-good-governance/";
    let workshop_at = "workshop/2010/pengembangan-budaya-kerja-aparatur/";
    for (section, id, at) in [("siaran-pers", release, release_at), ("workshop", workshop, workshop_at)] {
        said.push_str(part(&text(&format!("{section}/atom.xml")), "<entry>", id, "</entry>"));
        said.push_str("\n\n");
        said.push_str(part(&text(&format!("{section}/rss.xml")), "<item>", id, "</item>"));
        said.push_str("\n\n");
        let json: Value = serde_json::from_str(&text(&format!("{section}/feed.json"))).unwrap();
        let item = json["items"].as_array().unwrap().iter().find(|item| item["id"] == id).unwrap();
        said.push_str(&serde_json::to_string_pretty(item).unwrap());
        said.push_str("\n\n");
        said.push_str(part(&text("sitemap.xml"), "<url>", &format!("<loc>https://humas.example/{at}<"), "</url>"));
        said.push_str("\n\n");
    }
    assert!(said.contains("Thu, 03 Jun 2010 00:00:00 +0700"));
    // 3 June 2010 is no news.
    assert!(!text("sitemap-news.xml").contains("/2010/"));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats/feeds.txt");
    if std::env::var_os("WARTA_BLESS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &said).unwrap();
    }
    let known = fs::read_to_string(&path).unwrap_or_default();
    let differing = said.lines().zip(known.lines()).find(|(own, other)| own != other);
    assert!(said == known, "WARTA_BLESS=1 writes {}; the first line that differs: {differing:?}", path.display());
}

#[test]
fn news_is_news_for_two_days() {
    let site = TestSite::new().release("a", "title: Lama\ndate: 2025-12-01", "").release(
        "b",
        "title: Baru\ndate: 2025-12-31 12:00",
        "",
    );
    let hidden = site.release("c", "title: Sembunyi\ndate: 2025-12-31 13:00\nnoindex: true", "");
    let at = |site: TestSite, now: &str| {
        let site = site.now(now).build();
        let text = site.text("sitemap-news.xml");
        (site, text)
    };
    let (site, fresh) = at(hidden, "2026-01-02T11:59:59+07:00");
    assert!(
        fresh.contains("<news:title>Baru</news:title>") && fresh.contains("<news:name>Situs</news:name>"),
        "{fresh}"
    );
    assert!(fresh.contains("<news:publication_date>2025-12-31T12:00:00+07:00</news:publication_date>"), "{fresh}");
    assert!(!fresh.contains("Lama") && !fresh.contains("Sembunyi"), "{fresh}");
    // Then the file stays, with an address that is no news: it may neither be empty nor vanish.
    let (_, old) = at(site, "2026-01-02T12:00:00+07:00");
    assert!(old.contains("<loc>https://a.example/berita/b/</loc>") && !old.contains("news:title"), "{old}");
}

/// More addresses than one sitemap may have: an index of parts, which name each address once.
#[test]
#[ignore = "writes 50,000 files"]
fn a_large_site_has_an_index_of_sitemaps() {
    let item = "---\ntitle: Kabar\ndate: 2020-01-01\nimport: { from: arsip }\n---\n";
    let site =
        (0..50_000).fold(TestSite::new(), |site, number| site.file(&format!("content/berita/r{number}.md"), item));
    let site = site.build();
    assert_eq!(site.text("sitemap.xml").matches("<sitemap>").count(), 3);
    let parts: Vec<String> = (1..=3).map(|number| site.text(&format!("sitemap-{number}.xml"))).collect();
    let named: std::collections::BTreeSet<&str> =
        parts.iter().flat_map(|part| part.split("<loc>").skip(1)).filter_map(|rest| rest.split('<').next()).collect();
    let count: usize = parts.iter().map(|part| part.matches("<loc>").count()).sum();
    assert!(count > 50_000 && named.len() == count, "{count} addresses, {} of them different", named.len());
}
