use super::*;
use crate::config::RawHtml;
use crate::diagnostic::Code;

fn read(text: &str) -> (Body, Vec<(Code, String)>) {
    read_with(text, &MarkdownOptions::default())
}

fn read_with(text: &str, options: &MarkdownOptions) -> (Body, Vec<(Code, String)>) {
    let source = Source::new("a.md", format!("---\n---\n{text}"));
    let (body, diagnostics) = parse(&source, 8..source.text().len(), options);
    let found = diagnostics.iter().map(|d| {
        let span = d.primary.as_ref().expect("a place").span();
        (d.code, source.slice(span).to_owned())
    });
    (body, found.collect())
}

#[test]
fn headings_have_ids_of_their_own() {
    let (body, _) = read("# Hari *dan* `tanggal`\n\n## A\n\n## A\n\n## B {#a}\n\n## 你好 ?\n\n## !\n\nJudul\n=====\n");
    let ids: Vec<_> = body.headings.iter().map(|h| (h.level, h.id.as_str(), h.text.as_str())).collect();
    assert_eq!(ids[0], (1, "hari-dan-tanggal", "Hari dan tanggal"));
    assert_eq!(&ids[1..4], [(2, "a-2", "A"), (2, "a-3", "A"), (2, "a", "B")]);
    assert_eq!(&ids[5..], [(2, "bagian", "!"), (1, "judul", "Judul")]);
    assert!(body.has_anchor("a-3") && !body.has_anchor("b"));
}

#[test]
fn links_point_at_their_destinations() {
    let text = "[a](../b.md \"T\") ![](c.jpg) ![foto](<d e.jpg>) <https://f.id> [g]\n\n[g]: h.md\n\n\
                <a id=\"i\" href=\"j.md?a&amp;b\">k</a> <img src=l.jpg>\n";
    let (body, found) = read(text);
    let source = format!("---\n---\n{text}");
    let links: Vec<_> =
        body.links.iter().map(|l| (l.dest.as_str(), &source[l.span.clone()], l.image, l.alt_empty)).collect();
    assert_eq!(
        links,
        [
            ("../b.md", "../b.md", false, false),
            ("c.jpg", "c.jpg", true, true),
            ("d e.jpg", "d e.jpg", true, false),
            ("https://f.id", "<https://f.id>", false, false),
            ("h.md", "[g]", false, false),
            ("j.md?a&b", "j.md?a&amp;b", false, false),
            ("l.jpg", "l.jpg", true, true),
        ]
    );
    assert!(body.has_anchor("i") && body.has_raw_html && found.is_empty());
}

#[test]
fn excerpt_has_paragraphs_only() {
    let (body, _) = read(
        "# Judul\n\nSatu *dua*\ntiga[^1] `kode`.\n\n```\nx\n```\n\n{{<note>}}\nJangan\n{{</note>}}\n\n- butir\n\nEmpat.\n\n[^1]: Catatan.\n",
    );
    assert_eq!(body.excerpt, "Satu dua tiga kode. Empat.");
    assert_eq!(body.words, 9);
    let (body, _) = read(&"kata panjang, ".repeat(60));
    assert!(body.excerpt.ends_with("panjang…") || body.excerpt.ends_with("kata…"), "{}", body.excerpt);
    assert!(body.excerpt.chars().count() <= 301 && body.excerpt.chars().count() > 280);
    let (body, _) = read(&"x".repeat(999));
    assert_eq!(body.excerpt.chars().count(), 301);
}

#[test]
fn trap_the_parser_would_tear_a_call_apart() {
    // Without our scan this is text, raw HTML and text again.
    let torn: Vec<_> = Parser::new("{{<note kind=\"a\">}}\n").collect();
    assert!(torn.iter().any(|event| matches!(event, Event::InlineHtml(_))), "{torn:?}");
    let (body, found) = read("Satu\n{{<note kind=\"a\">}}\n**b** [c](d.md)\n{{</note>}}\ndua\n");
    assert_eq!((body.components.len(), body.links.len(), body.has_raw_html), (1, 1, false));
    assert_eq!(found, []);
}

#[test]
fn calls_in_code_and_comments_are_none() {
    let text = "`{{<a/>}}` dan `{{<b/>}} x`\n\n    {{<c/>}}\n\n```\n{{<d>}}\n```\n\n<!-- {{<e/>}} -->\n\n- butir\n\n      {{<f/>}}\n";
    let (body, found) = read(text);
    assert_eq!((body.components.len(), found), (0, vec![]));
}

#[test]
fn calls_are_closed_where_they_were_opened() {
    let (body, found) = read("- {{<x/>}}\n\n- a\n\n  {{<b>}}\n\nc\n\n{{</b>}}\n");
    assert_eq!(found, [(Code::ComponentSyntax, "{{<x/>}}".to_owned()), (Code::ComponentSyntax, "{{<b>}}".to_owned())]);
    assert!(body.components.is_empty());
    let (body, found) = read("1. a\n\n   {{<qa q=1>}}c{{</qa>}}\n\n   {{<d>}}\n   e\n   {{</d>}}\n\n> f\n");
    assert_eq!((body.components.len(), found), (2, vec![]));
}

#[test]
fn footnotes_are_numbered_as_they_are_read() {
    let (body, found) = read("a[^b] c[^a] d[^B] \\[^x] [^y]\n\n[^a]: A\n[^b]: B[^d]\n[^c]: C\n[^d]: D\n");
    let notes: Vec<_> = body.footnotes.iter().map(|n| (n.label.as_str(), n.references)).collect();
    assert_eq!(notes, [("b", 2), ("a", 1), ("d", 1), ("c", 0)]);
    assert!(body.has_anchor("catatan-4") && body.has_anchor("rujukan-1-2") && !body.has_anchor("rujukan-4"));
    assert_eq!(found, [(Code::BrokenAnchor, "[^y]".to_owned())]);
}

#[test]
fn what_raw_html_loses_is_reported_where_it_stands() {
    let (_, found) = read("> <div\n>   onclick=\"x\">\n> a\n\nb <iframe src=x></iframe> [c](javascript:d)\n");
    assert_eq!(
        found,
        [
            (Code::HtmlRemoved, "onclick=\"x\"".to_owned()),
            (Code::HtmlRemoved, "<iframe src=x>".to_owned()),
            (Code::HtmlRemoved, "javascript:d".to_owned()),
        ]
    );
    let forbid = MarkdownOptions { raw_html: RawHtml::Forbid, ..MarkdownOptions::default() };
    assert_eq!(read_with("a <b>c</b> <!-- d -->\n", &forbid).1, [(Code::HtmlRemoved, "<b>".to_owned())]);
}
