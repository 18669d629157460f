//! What a writer types, and what a page gets.

use super::*;
use crate::config::RawHtml;
use crate::diagnostic::Code;
use crate::parse::body::parse;
use crate::parse::components::Literal;
use crate::render::highlight::Memory;

/// A site with a few pages and pictures, and components that show what they were given.
struct Site;

impl Links for Site {
    fn resolve(&self, dest: &str, image: bool) -> Target {
        match dest {
            "tentang.md" => Target::Url("/tentang/".to_owned()),
            "rahasia.md" | "rahasia.jpg" => Target::PlainText,
            "foto.jpg" if image => {
                Target::Image { url: "/aset/foto.jpg".to_owned(), width: Some(720), height: Some(405) }
            }
            _ => Target::AsWritten,
        }
    }
}

impl Components for Site {
    fn render(&self, call: &ComponentCall, body_html: Option<&str>) -> Result<String, Diagnostic> {
        if call.name == "gagal" {
            return Err(Diagnostic::new(Code::UnknownComponent));
        }
        let text = call.arguments.iter().map(|argument| match &argument.value {
            Literal::Text(text) => text.clone(),
            other => format!("{other:?}"),
        });
        let text = text.collect::<Vec<_>>().join(",");
        Ok(format!("<x-{0} onclick=\"{text}\">{1}</x-{0}>", call.name, body_html.unwrap_or("")))
    }
}

const WORDS: Words<'static> = Words {
    note: "Catatan",
    tip: "Kiat",
    important: "Penting",
    warning: "Perhatian",
    caution: "Awas",
    footnotes: "Catatan kaki",
    footnote: "catatan kaki",
    back_to_text: "Kembali ke teks",
    anchor: "Tautan ke bagian",
    table: "Tabel",
    code: "Kode",
};

fn settings(options: &MarkdownOptions) -> Settings<'_> {
    Settings { options, links: &Site, components: &Site, highlighter: None, words: WORDS, lead: None, foreign: &[] }
}

fn rendered_with(markdown: &str, settings: &Settings<'_>) -> Rendered {
    let source = Source::new("a.md", markdown);
    let (body, _) = parse(&source, 0..source.text().len(), settings.options);
    render(&source, &body, settings)
}

fn html(markdown: &str) -> String {
    rendered_with(markdown, &settings(&MarkdownOptions::default())).html
}

#[track_caller]
fn check(markdown: &str, expected: &str) {
    assert_eq!(html(markdown).trim_end(), expected);
}

#[test]
fn links_and_pictures_are_resolved() {
    check("[a](tentang.md \"T\") [b](rahasia.md)", "<p><a href=\"/tentang/\" title=\"T\">a</a> b</p>");
    check("[a](javascript:b) ![c](data:d)", "<p>a c</p>");
    check(
        "<https://a.id> <b@c.id>",
        "<p><a href=\"https://a.id\">https://a.id</a> <a href=\"mailto:b@c.id\">b@c.id</a></p>",
    );
    check(
        "teks ![a *b* ![c](d.jpg)](foto.jpg) ![e](rahasia.jpg)",
        "<p>teks <img src=\"/aset/foto.jpg\" alt=\"a b c\" width=\"720\" height=\"405\" loading=\"lazy\" decoding=\"async\"> e</p>",
    );
}

#[test]
fn a_picture_alone_with_a_title_is_a_figure() {
    check(
        "![a](foto.jpg \"Ket & b\")",
        "<figure><img src=\"/aset/foto.jpg\" alt=\"a\" width=\"720\" height=\"405\" loading=\"lazy\" decoding=\"async\">\
         <figcaption>Ket &amp; b</figcaption></figure>",
    );
    check("![a](b.jpg)", "<p><img src=\"b.jpg\" alt=\"a\" loading=\"lazy\" decoding=\"async\"></p>");
    check(
        "![a](b.jpg \"c\") d",
        "<p><img src=\"b.jpg\" alt=\"a\" loading=\"lazy\" decoding=\"async\" title=\"c\"> d</p>",
    );
    check(
        "> ![a](b.jpg \"c\")\n\ne",
        "<blockquote>\n<figure><img src=\"b.jpg\" alt=\"a\" loading=\"lazy\" decoding=\"async\">\
         <figcaption>c</figcaption></figure>\n</blockquote>\n<p>e</p>",
    );
}

#[test]
fn trap_the_parser_does_not_link_bare_addresses() {
    check(
        "Lihat https://a.id/b_c_d?e=1&f=2. Surel: humas@humas.example",
        "<p>Lihat <a href=\"https://a.id/b_c_d?e=1&amp;f=2\">https://a.id/b_c_d?e=1&amp;f=2</a>. \
         Surel: <a href=\"mailto:humas@humas.example\">humas@humas.example</a></p>",
    );
    check(
        "`https://a.id` [https://b.id](tentang.md)",
        "<p><code>https://a.id</code> <a href=\"/tentang/\">https://b.id</a></p>",
    );
    let off = MarkdownOptions { linkify: false, ..MarkdownOptions::default() };
    assert_eq!(rendered_with("https://a.id", &settings(&off)).html, "<p>https://a.id</p>\n");
}

#[test]
fn headings_have_ids_anchors_and_a_table_of_contents() {
    let rendered =
        rendered_with("# A *b*\n\n### C [d](e)\n\n#### F\n\n## G {#h}\n", &settings(&MarkdownOptions::default()));
    assert!(rendered.html.starts_with(
        "<h2 id=\"a-b\">A <em>b</em> <a class=\"anchor\" href=\"#a-b\" aria-label=\"Tautan ke bagian: A b\">#</a></h2>\n"
    ));
    assert!(rendered.html.contains("<h2 id=\"h\">G <a"));
    let entry =
        |level, id: &str, title: &str, children| TocEntry { level, id: id.into(), title: title.into(), children };
    assert_eq!(
        rendered.toc,
        [entry(2, "a-b", "A <em>b</em>", vec![entry(3, "c-d", "C d", vec![])]), entry(2, "h", "G", vec![])]
    );
}

#[test]
fn tables_scroll_and_align_without_style_attributes() {
    check(
        "| a | b | |\n|---|--:|:-:|\n| 1 | 2 | 3 |\n\n| c |\n|---|\n",
        "<div class=\"scroll\" role=\"region\" aria-label=\"Tabel\" tabindex=\"0\"><table><thead><tr><th scope=\"col\">a</th>\
         <th scope=\"col\" class=\"r\">b</th><td></td></tr></thead>\n<tbody>\n<tr><td>1</td><td class=\"r\">2</td>\
         <td class=\"c\">3</td></tr>\n</tbody></table></div>\n\
         <div class=\"scroll\" role=\"region\" aria-label=\"Tabel 2\" tabindex=\"0\"><table><thead><tr><th scope=\"col\">c</th>\
         </tr></thead>\n</table></div>",
    );
}

#[test]
fn alerts_are_notes() {
    check(
        "> [!WARNING]\n> Jangan *a*.\n",
        "<div class=\"note note--warning\" role=\"note\"><p class=\"note__label\">Perhatian</p><div class=\"note__body\">\n\
         <p>Jangan <em>a</em>.</p>\n</div></div>",
    );
}

#[test]
fn footnotes_stand_at_the_end() {
    check(
        "a[^x] b[^y] c[^x] [d[^y]](e)\n\n[^x]: Satu `x`.\n[^y]:\n    Dua.\n\n    Tiga.\n[^z]: Tak dirujuk.\n",
        "<p>a<a class=\"noteref\" id=\"rujukan-1\" href=\"#catatan-1\"><sup>1</sup><span class=\"vh\"> catatan kaki</span></a> \
         b<a class=\"noteref\" id=\"rujukan-2\" href=\"#catatan-2\"><sup>2</sup><span class=\"vh\"> catatan kaki</span></a> \
         c<a class=\"noteref\" id=\"rujukan-1-2\" href=\"#catatan-1\"><sup>1</sup><span class=\"vh\"> catatan kaki</span></a> \
         [d<a class=\"noteref\" id=\"rujukan-2-2\" href=\"#catatan-2\"><sup>2</sup><span class=\"vh\"> catatan kaki</span></a>](e)</p>\n\
         <div class=\"footnotes\" role=\"group\" aria-label=\"Catatan kaki\"><ol>\n\
         <li id=\"catatan-1\">Satu <code>x</code>. <a href=\"#rujukan-1\">Kembali ke teks</a> \
         <a href=\"#rujukan-1-2\">Kembali ke teks (2)</a></li>\n\
         <li id=\"catatan-2\"><p>Dua.</p>\n<p>Tiga. <a href=\"#rujukan-2\">Kembali ke teks</a> \
         <a href=\"#rujukan-2-2\">Kembali ke teks (2)</a></p></li>\n\
         <li id=\"catatan-3\">Tak dirujuk.</li>\n</ol></div>",
    );
}

#[test]
fn task_lists_have_names() {
    check(
        "- [x] Satu\n  - [ ] Dua\n",
        "<ul>\n<li><label><input type=\"checkbox\" disabled checked> Satu</label>\n<ul>\n\
         <li><label><input type=\"checkbox\" disabled> Dua</label></li>\n</ul>\n</li>\n</ul>",
    );
    check(
        "- [ ] Satu\n\n- [x] Dua\n",
        "<ul>\n<li>\n<p><label><input type=\"checkbox\" disabled> Satu</label></p>\n</li>\n<li>\n\
         <p><label><input type=\"checkbox\" disabled checked> Dua</label></p>\n</li>\n</ul>",
    );
}

#[test]
fn lists_of_terms_and_struck_text() {
    check("Istilah\n: Arti ~~lama~~\n", "<dl>\n<dt>Istilah</dt>\n<dd>Arti <del>lama</del></dd>\n</dl>");
}

#[test]
fn smart_quotes_are_an_option() {
    let smart = MarkdownOptions { smart_quotes: true, ..MarkdownOptions::default() };
    assert_eq!(rendered_with("\"a\" -- 'b'...", &settings(&smart)).html, "<p>“a” – ‘b’…</p>\n");
    check("\"a\" -- 'b'...", "<p>\"a\" -- 'b'...</p>");
}

#[test]
fn a_lead_opens_the_first_paragraph() {
    let options = MarkdownOptions::default();
    let with_lead = Settings { lead: Some("<b>BATAM</b> – "), ..settings(&options) };
    assert_eq!(
        rendered_with("{{<x>}}\na\n{{</x>}}\n\nb\n\nc", &with_lead).html,
        "<x-x onclick=\"\"><p>a</p>\n</x-x>\n<p><b>BATAM</b> – b</p>\n<p>c</p>\n"
    );
    assert_eq!(rendered_with("## a\n", &with_lead).html.lines().next(), Some("<p><b>BATAM</b> – </p>"));
    assert!(rendered_with("![a](b.jpg \"c\")", &with_lead).html.starts_with("<p><b>BATAM</b> – <img"));
}

#[test]
fn foreign_terms_are_set_off() {
    let options = MarkdownOptions::default();
    let foreign = [Foreign { text: "mind set".into(), lang: "en".into() }];
    let with_terms = Settings { foreign: &foreign, ..settings(&options) };
    assert_eq!(
        rendered_with("Mind set, (mind\nset) `mind set` *mind set* [mind set](a \"mind set\")\n", &with_terms).html,
        "<p><i lang=\"en\">Mind set</i>, (<i lang=\"en\">mind\nset</i>) <code>mind set</code> \
         <em><i lang=\"en\">mind set</i></em> <a href=\"a\" title=\"mind set\"><i lang=\"en\">mind set</i></a></p>\n"
    );
}

#[test]
fn components_are_blocks_of_their_own() {
    check(
        "Satu\n{{<figure src=\"a\"/>}}\ndua\n\n{{<note n=1>}}\n**b** {{c}}\n\n{{<note>}} d {{</note>}}\n{{</note>}}\n",
        "<p>Satu</p>\n<x-figure onclick=\"a\"></x-figure>\n<p>dua</p>\n<x-note onclick=\"Integer(1)\"><p><strong>b</strong> {{c}}</p>\n\
         <x-note onclick=\"\"><p>d</p>\n</x-note>\n</x-note>",
    );
    check(
        "- a\n\n  {{<x>}}\n  b\n  {{</x>}}\n- c\n",
        "<ul>\n<li>\n<p>a</p>\n<x-x onclick=\"\"><p>b</p>\n</x-x>\n</li>\n<li>\n<p>c</p>\n</li>\n</ul>",
    );
    let failed = rendered_with("{{<gagal/>}}\n", &settings(&MarkdownOptions::default()));
    assert_eq!((failed.html.as_str(), failed.diagnostics.iter().count()), ("", 1));
    check("a {{<broken x/>}} b\n", "<p>a                 b</p>");
}

#[test]
fn trap_raw_html_is_sanitized_once_and_our_own_stays() {
    check(
        "<div onclick=\"x\">\n\n> [!NOTE]\n> a <b onclick=y>b</b>\n\n- [x] c\n\n```\n<script>\n```\n\n{{<z y=\"1\"/>}}\n\n## d\n\n</div>\n\n<script>e</script>\n",
        "<div>\n<div class=\"note note--info\" role=\"note\"><p class=\"note__label\">Catatan</p><div class=\"note__body\">\n\
         <p>a <b>b</b></p>\n</div></div>\n<ul>\n<li><label><input type=\"checkbox\" disabled checked> c</label></li>\n</ul>\n\
         <pre tabindex=\"0\" role=\"region\" aria-label=\"Kode\"><code>&lt;script&gt;\n</code></pre>\n\
         <x-z onclick=\"1\"></x-z>\n<h2 id=\"d\">d <a class=\"anchor\" href=\"#d\" aria-label=\"Tautan ke bagian: d\">#</a></h2>\n\
         </div>",
    );
    // The body of a component cannot reach out of it.
    check("{{<z>}}\n<details>\n{{</z>}}\n\na\n", "<x-z onclick=\"\"><details>\n</details></x-z>\n<p>a</p>");
    check("a <!-- b --> c\n\n<!-- d -->\n", "<p>a  c</p>");
    // A heading may be the text of a checkbox, which no table of contents holds, nor what stands for it.
    for more in ["", "<b>b</b>\n"] {
        let rendered = rendered_with(&format!("- [ ] a\n  ---\n\n{more}"), &settings(&MarkdownOptions::default()));
        let titles: Vec<&str> = rendered.toc.iter().map(|entry| entry.title.as_str()).collect();
        assert_eq!(titles, ["a"], "{}", rendered.html);
    }
    // A label of the writer's is removed, as is told of it, and takes nothing of ours with it.
    check(
        "- [ ] a <label id=\"b\">c\n- [ ] d </label> <b>e</b>\n",
        "<ul>\n<li><label><input type=\"checkbox\" disabled> a c</label></li>\n\
         <li><label><input type=\"checkbox\" disabled> d  <b>e</b></label></li>\n</ul>",
    );
    check(
        "<a href=\"tentang.md\" target=\"_blank\">a</a> <img src='foto.jpg' alt=''>",
        "<p><a href=\"/tentang/\">a</a> <img src=\"/aset/foto.jpg\" width=\"720\" height=\"405\" alt=\"\"></p>",
    );
}

#[test]
fn raw_html_may_be_forbidden() {
    let forbid = MarkdownOptions { raw_html: RawHtml::Forbid, ..MarkdownOptions::default() };
    assert_eq!(rendered_with("a <b>c</b>\n\n<div>d</div>\n", &settings(&forbid)).html, "<p>a c</p>\n");
}

#[test]
fn code_is_coloured_and_unknown_languages_are_reported() {
    let highlighter = Highlighter::new(Memory::default());
    let options = MarkdownOptions::default();
    let with_colours = Settings { highlighter: Some(&highlighter), ..settings(&options) };
    let rendered = rendered_with("```rust\nfn a() {}\n```\n\n```pyhton\n<b>\n```\n", &with_colours);
    assert!(
        rendered.html.contains("<code class=\"language-rust\"><span class=\"hl-keyword\">fn</span> "),
        "{}",
        rendered.html
    );
    assert!(rendered.html.contains("aria-label=\"Kode 2\"><code class=\"language-pyhton\">&lt;b&gt;\n</code></pre>"));
    let found: Vec<_> = rendered.diagnostics.iter().collect();
    let [unknown] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((unknown.code, unknown.primary.as_ref().unwrap().span()), (Code::UnknownCodeLanguage, 26..32));
    assert!(unknown.arguments.contains(&("suggestion", "python".into())), "{unknown:?}");
}

#[test]
fn nothing_hangs_on_deep_or_open_structures() {
    let deep = 10_000;
    let cases = [
        ">".repeat(deep) + " a",
        "- ".repeat(deep) + "a",
        "> - ".repeat(deep / 2) + "a",
        "[".repeat(deep) + &"](a)".repeat(deep),
        "![".repeat(deep) + &"](a)".repeat(deep),
        "*a **b ".repeat(deep),
        "<div>\n".repeat(deep),
        "<b>".repeat(deep) + "a",
        "a <b>\n\n".repeat(deep),
        ">".repeat(deep) + " <b>a",
        "<div title=\"".repeat(deep),
        "<!-- ".repeat(deep),
        "http://a.b/".repeat(deep),
        "a@".repeat(deep),
        "a@b.c:".repeat(deep),
        "# a\n".repeat(deep),
        "[^a]".repeat(deep) + "\n\n[^a]: b\n",
        (0..deep).map(|n| format!("[^{n}]: [^{}]\n", n + 1)).collect(),
        "| a ".repeat(deep) + "\n" + &"|-".repeat(deep) + "\n| b",
        "- [ ] ".repeat(deep),
        "{{<a>}}\n".repeat(deep),
        "```\n".repeat(deep + 1),
        "> [!NOTE]\n".repeat(deep),
        "a\n: ".repeat(deep),
    ];
    let foreign = [Foreign { text: "a b".into(), lang: "en".into() }];
    let options = MarkdownOptions::default();
    let with_terms = Settings { foreign: &foreign, ..settings(&options) };
    for case in cases {
        let rendered = rendered_with(&case, &with_terms);
        assert!(rendered.html.len() < 100 * case.len() + 10_000, "{}", &case[..20]);
    }
}

proptest::proptest! {
    #[test]
    fn nothing_panics_and_all_places_lie_in_the_text(pieces in proptest::collection::vec(piece(), 0..40)) {
        let text = pieces.concat();
        let foreign = [Foreign { text: "a".into(), lang: "en".into() }];
        for raw_html in [RawHtml::AllowList, RawHtml::Forbid, RawHtml::Plain] {
            let options = MarkdownOptions { raw_html, smart_quotes: true, ..MarkdownOptions::default() };
            let source = Source::new("a.md", format!("---\n---\n{text}"));
            let (body, diagnostics) = parse(&source, 8..source.text().len(), &options);
            let all = Settings { foreign: &foreign, lead: Some("<b>x</b>"), ..settings(&options) };
            let rendered = render(&source, &body, &all);
            let spans = body.links.iter().map(|link| link.span.clone())
                .chain(body.headings.iter().map(|heading| heading.span.clone()))
                .chain(body.components.iter().map(|call| call.span.clone()))
                .chain(diagnostics.iter().filter_map(|d| d.primary.as_ref()).map(|place| place.span()));
            for span in spans {
                proptest::prop_assert!(span.start >= 8 && source.text().get(span.clone()).is_some(), "{span:?}");
            }
            proptest::prop_assert_eq!(render(&source, &body, &all), rendered.clone(), "the same again");
            if raw_html == RawHtml::AllowList {
                // Component output is trusted and marked as ours; nothing else may bring a handler or a script.
                let ours = rendered.html.replace("<x-a onclick=\"", "");
                proptest::prop_assert!(!ours.contains(" onclick=\"") && !ours.contains("<script"), "{}", rendered.html);
            }
            let plain = MarkdownOptions::plain();
            let (body, _) = parse(&source, 8..source.text().len(), &plain);
            render(&source, &body, &settings(&plain));
        }
    }
}

/// What Markdown is made of, so that chance finds its way into every corner.
fn piece() -> impl proptest::strategy::Strategy<Value = String> {
    use proptest::prelude::*;
    const PIECES: &[&str] = &[
        "\n",
        "\n\n",
        "  ",
        "    ",
        "\t",
        "a",
        "é",
        "你",
        " ",
        "# ",
        "## ",
        "> ",
        "> [!NOTE]\n",
        "- ",
        "1. ",
        "- [ ] ",
        "*",
        "**",
        "_",
        "~~",
        "`",
        "```\n",
        "```rust\n",
        "[",
        "](",
        ")",
        "![",
        "]",
        "[^a]",
        "\n[^a]: ",
        "[a]: b\n",
        "<",
        ">",
        "<div>\n",
        "</div>",
        "<b onclick=x>",
        "</b>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<!W>",
        "<a href=\"",
        "\"",
        "'",
        "&amp;",
        "&",
        "\\",
        "| a | b |\n",
        "|---|:-:|\n",
        ": ",
        "---\n",
        "===\n",
        "{#a}",
        "https://a.b/c",
        "a@b.c",
        "{{<a/>}}",
        "{{<a>}}",
        "{{</a>}}",
        "{{<a x=\"y\"/>}}",
        "{{<",
        ">}}",
        "\u{FDD0}",
        "\u{FDD0}0\u{FDD0}",
        "\r\n",
        "\0",
    ];
    prop_oneof![9 => proptest::sample::select(PIECES).prop_map(str::to_owned), 1 => any::<String>()]
}
