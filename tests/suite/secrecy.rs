//! What is withheld leaves no trace: in counts, neighbours, terms, other languages, feeds, the cache that is published.
//!
//! Fails when scheduled items are shown without being asked for.

use crate::site::{CONFIG, TestSite, tree};

const CANARY: &str = "burungkenari";

fn is_absent(site: &TestSite) {
    for (path, bytes) in tree(site.output()) {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        assert!(!path.to_lowercase().contains(CANARY) && !text.contains(CANARY), "{path} gives it away:\n{text}");
    }
}

/// Builds with and without the withheld files: the outputs must be the same, to the byte.
fn leaves_no_trace(public: impl Fn(TestSite) -> TestSite, hidden: impl Fn(TestSite) -> TestSite) {
    let without = public(TestSite::new()).now("2026-03-01").build();
    let with = hidden(public(TestSite::new())).now("2026-03-01").build();
    let (without, with) = (tree(without.output()), tree(with.output()));
    let differ: Vec<&String> =
        with.iter().filter(|(path, bytes)| without.get(*path) != Some(bytes)).map(|(path, _)| path).collect();
    assert!(differ.is_empty(), "{differ:?}");
    assert_eq!(with.len(), without.len());
}

fn public(site: TestSite) -> TestSite {
    site.file(
        "warta.yaml",
        CONFIG.replace("{ kind: press_release }", "{ kind: press_release, archive: year_month, page_size: 2 }"),
    )
    .release("a", "date: 2026-01-01\ntags: [air]", "")
    .release("b", "date: 2026-01-03\ntags: [air]", "")
}

#[test]
fn a_site_with_withheld_items_is_the_site_without_them() {
    for gate in [
        "date: 2026-01-02\nstatus: draft",
        "date: 2026-01-02\nstatus: review",
        "date: 2026-03-02",
        "date: 2026-01-02\npublish_at: 2026-03-02 08:00",
        "date: 2026-01-02\nembargo_until: 2026-03-02 08:00",
    ] {
        leaves_no_trace(public, |site| {
            site.release(
                "x",
                &format!("{gate}\ntags: [air, rahasia]\nviews: 99\nupdated: 2026-12-12\nrelated: [a]\nreplies_to: a"),
                "[a](a.md)",
            )
            .file("content/berita/x.en.md", format!("---\ntitle: Secret\n{gate}\n---\n[a](a.md)\n"))
            .file(
                "content/berita/x.komentar.yaml",
                "- { id: k1, status: approved, body: rahasia, author: { name: A }, at: 2020-01-02 }\n",
            )
        });
    }
}

#[test]
fn each_translation_waits_for_itself() {
    let site = TestSite::new()
        .release("a", "", "Isi.")
        .file(
            "content/berita/a.en.md",
            "---\ntitle: Burungkenari\ndate: 2020-05-01\nembargo_until: 2026-03-01 10:00\n---\n",
        )
        .now("2026-02-01")
        .build()
        .expect_text("berita/a/index.html", "<ul id=translations></ul>")
        .expect_no_file("en/berita");
    is_absent(&site);
    site.now("2026-03-01T10:00:00+07:00").build().expect_text("berita/a/index.html", "<li>en /en/berita/a/");
}

#[test]
fn a_bundle_in_two_languages_shares_its_files_only_when_one_is_public() {
    let site = TestSite::new()
        .file("content/berita/b/index.md", "---\ntitle: B\ndate: 2020-01-01\nstatus: draft\n---\n")
        .file("content/berita/b/index.en.md", "---\ntitle: Bundle\ndate: 2020-01-01\n---\n")
        .file("content/berita/b/foto.svg", "<svg/>")
        .build()
        .expect_no_file("berita/b")
        .expect_file("en/berita/b/foto.svg");
    site.file("content/berita/b/index.en.md", "---\ntitle: Bundle\ndate: 2020-01-01\nstatus: draft\n---\n")
        .build()
        .expect_no_file("en/berita/b")
        .expect_no_file("berita/b");
}

#[test]
fn a_file_that_a_public_item_names_too_is_public() {
    TestSite::new()
        .release("a", "status: draft", "![x](bersama.svg) ![x](rahasia.svg)")
        .release("b", "", "![x](bersama.svg)")
        .file("content/berita/bersama.svg", "<svg/>")
        .file("content/berita/rahasia.svg", "<svg/>")
        .build()
        .expect_file("berita/bersama.svg")
        .expect_no_file("berita/rahasia.svg");
}

#[test]
fn files_named_in_other_ways_are_withheld_too() {
    // By the leading picture, in a component, in HTML, in a reference at the end, percent-encoded, by a folder.
    for (fields, body) in [
        ("image: { src: burungkenari.svg, alt: x }", ""),
        ("", "{{<figure src=\"burungkenari.svg\" alt=\"x\"/>}}"),
        ("", "<a href=\"burungkenari.svg\">x</a>"),
        ("", "<img src=\"burungkenari.svg\" alt=\"x\">"),
        ("", "[x][1]\n\n[1]: burungkenari.svg"),
        ("", "![x][1]\n\n[1]: ./../berita/burungkenari.svg"),
        ("", "[x](burungkenari%2Esvg)"),
        ("", "[x](/berita/burungkenari.svg)"),
        ("", "> - [x](burungkenari.svg \"judul\")"),
        ("", "Catatan.[^1]\n\n[^1]: [x](burungkenari.svg)"),
        ("", "| a |\n|---|\n| [x](burungkenari.svg) |"),
    ] {
        let site = TestSite::new()
            .release("x", &format!("status: draft\n{fields}"), body)
            .release("y", "", "Isi.")
            .file("content/berita/burungkenari.svg", "<svg/>")
            .build();
        assert!(!site.output().join("berita/burungkenari.svg").exists(), "{fields} {body}");
        is_absent(&site);
    }
}

#[test]
fn files_named_by_markdown_in_fields_are_withheld_too() {
    let site = TestSite::new()
        .release("x", "status: draft\nnotes_to_editors: \"[x](burungkenari.svg)\"", "")
        .file("content/berita/burungkenari.svg", "<svg/>")
        .build();
    is_absent(&site);
}

#[test]
fn files_named_by_the_whole_address_are_withheld_too() {
    for body in [
        "<https://a.example/berita/burungkenari.svg>",
        "[x](https://a.example/berita/burungkenari.svg)",
        "https://a.example/berita/burungkenari.svg",
    ] {
        let site = TestSite::new()
            .release("x", "status: draft", body)
            .file("content/berita/burungkenari.svg", "<svg/>")
            .build();
        is_absent(&site);
    }
}

#[test]
fn sources_are_never_published() {
    let site = TestSite::new()
        .release("a", "", "Isi.")
        .file("content/berita/a.komentar.yaml", "- { id: k1, status: rejected, body: burungkenari }\n- { id: k2, status: spam, body: burungkenari }\n- { id: k3, status: pending, body: burungkenari }\n")
        .file("content/berita/bundel/index.md", "---\ntitle: B\ndate: 2020-01-01\n---\n<!-- burungkenari -->\n")
        .file("content/berita/bundel/komentar.yaml", "[]\n")
        .file("content/berita/.burungkenari.swp", "x")
        .file("content/berita/burungkenari.md~", "x")
        .file("static/.git/burungkenari", "x")
        .file("content/node_modules/burungkenari.js", "x")
        .file("data/burungkenari.yaml", "a: burungkenari\n")
        .file("templates/burungkenari.html", "{# burungkenari #}")
        .file("catatan-burungkenari.txt", "x")
        .build();
    is_absent(&site);
    for path in tree(site.output()).keys() {
        assert!(!path.ends_with(".md") && !path.ends_with(".yaml"), "{path}");
    }
}

#[test]
fn a_withheld_event_is_not_named() {
    let event = |gate: &str| {
        format!(
            "---\nkind: workshop\ntitle: Burungkenari rapat\n{gate}\nstart: 2026-05-01\nvenue: {{ name: Aula }}\n---\n"
        )
    };
    let site = TestSite::new()
        .release("a", "event: rapat", "Isi.")
        .file("content/acara/rapat.md", event("status: draft"))
        .build()
        .expect_codes(&["W003"]);
    is_absent(&site);
    // An event without a date of its own is announced before it takes place.
    site.file("content/acara/rapat.md", event(""))
        .build()
        .expect_text("berita/a/index.html", "<p id=about>Burungkenari rapat /acara/rapat/</p>");
}

#[test]
fn a_draft_section_is_left_aside_with_its_words() {
    let site = TestSite::new()
        .file(
            "content/berita/_index.md",
            "---\ntitle: Burungkenari\ndescription: burungkenari\ndraft: ya\n---\nburungkenari\n",
        )
        .release("a", "", "Isi.")
        .build()
        .expect_file("berita/a/index.html");
    is_absent(&site);
    site.flags(&["-D"]).build().expect_text("berita/index.html", "Burungkenari");
}

#[test]
fn menu_entries_of_withheld_pages_are_left_out() {
    let site = TestSite::new()
        .file("warta.yaml", format!("{CONFIG}menu: [ {{ page: tentang.md }}, {{ name: Berita, url: /berita/ }} ]\n"))
        .file("themes/t/templates/base.html", "{% for entry in site.menu %}[{{ entry.name }} {{ entry.url }}]{% endfor %}{% block main %}{% endblock main %}")
        .file("content/tentang.md", "---\ntitle: Burungkenari\nstatus: draft\n---\n")
        .release("a", "", "")
        .build()
        .expect_text("index.html", "[Berita /berita/]");
    is_absent(&site);
    site.flags(&["-D"]).build().expect_text("index.html", "[Burungkenari /tentang/][Berita /berita/]");
}

#[test]
fn what_is_withheld_is_told_to_the_writer() {
    let site = TestSite::new()
        .release("a", "status: draft", "")
        .release("b", "date: 2027-01-01", "")
        .release("c", "embargo_until: 2027-02-03 09:30", "")
        .build();
    let told = &site.last().out;
    for words in [
        "content/berita/a.md",
        "--drafts",
        "content/berita/b.md",
        "--future",
        "content/berita/c.md",
        "3 February 2027, 09:30 WIB",
    ] {
        assert!(told.contains(words), "no {words} in {told}");
    }
}

#[test]
fn the_last_gate_counts() {
    // An embargo that lifts before the date does not publish early.
    let site =
        TestSite::new().release("a", "title: Burungkenari\ndate: 2026-06-01\nembargo_until: 2026-03-01 10:00", "");
    let site = site.now("2026-04-01").build();
    is_absent(&site);
    assert!(site.last().out.contains("1 June 2026, 00:00 WIB"), "{}", site.last().out);
    site.now("2026-06-01").build().expect_file("berita/a/index.html");
    // Midnight is the site's, not that of the machine or of Greenwich.
    for (zone, before, after) in [
        ("WIB", "2026-05-31T16:59:59Z", "2026-05-31T17:00:00Z"),
        ("WIT", "2026-05-31T14:59:59Z", "2026-05-31T15:00:00Z"),
    ] {
        let site = TestSite::new()
            .file("warta.yaml", CONFIG.replace("time_zone: WIB", &format!("time_zone: {zone}")))
            .release("a", "date: 2026-06-01", "");
        site.now(before).build().expect_no_file("berita/a").now(after).build().expect_file("berita/a/index.html");
    }
}

#[test]
fn a_text_is_an_item_whatever_the_size_of_its_ending() {
    let secret = "---\ntitle: Rahasia\ndate: 2020-05-01\nembargo_until: 2026-01-02 10:00\n---\n\nRAHASIA\n";
    for ending in ["MD", "Md", "markdown", "MARKDOWN"] {
        let site = TestSite::new().file(&format!("content/berita/rahasia.{ending}"), secret).build();
        let tree = tree(site.output());
        let told = tree
            .iter()
            .find(|(path, bytes)| path.contains("rahasia") || String::from_utf8_lossy(bytes).contains("RAHASIA"));
        assert_eq!(told.map(|(path, _)| path), None);
        site.now("2026-01-03").build().expect_text("berita/rahasia/index.html", "RAHASIA");
    }
}

/// Fails when a text that an editor gave another ending is published as a file.
#[test]
fn an_item_is_never_published_as_a_file() {
    let secret = "---\ntitle: Rahasia\ndate: 2020-05-01\nembargo_until: 2026-01-02 10:00\n---\n\nRAHASIA\n";
    let wide: Vec<u8> = format!("\u{feff}{secret}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let files: [(&str, &[u8]); 4] = [
        ("rahasia.md.txt", secret.as_bytes()),
        ("rahasia.html", secret.as_bytes()),
        ("rahasia", secret.as_bytes()),
        ("rahasia.txt", &wide),
    ];
    for (name, bytes) in files {
        let site = TestSite::new().release("a", "", "Teks.").build();
        let site = site.file(&format!("content/berita/{name}"), bytes);
        // The site that is there stays, whatever the clock says.
        ["2026-01-01", "2026-01-03"].into_iter().fold(site, |site, now| {
            let site = site.now(now).fails();
            assert!(site.last().codes().contains(&"E062".to_owned()), "{name}");
            assert!(!tree(site.output()).keys().any(|path| path.contains("rahasia")), "{name}");
            site.expect_file("berita/a/index.html")
        });
    }
    // What has the marks of front matter for itself, or none, is a file.
    let site = TestSite::new().release("a", "", "Teks.").file("content/berita/a.yaml", "---\na: 1\n---\nb: 2\n");
    site.file("content/berita/a.txt", "--- \nTeks biasa.\n---\n")
        .build()
        .expect_file("berita/a.txt")
        .expect_file("berita/a.yaml");
}
