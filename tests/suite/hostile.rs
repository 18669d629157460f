//! Files that mean harm, or look as if they did: each gets its answer, in bounded time, and steers neither page nor terminal.
//!
//! Most began as a finding of `fuzz/`. Sizes are chosen so that what grows with the square of them would take many minutes.

use std::time::{Duration, Instant};

use crate::site::{TestSite, tree};

/// Far more than any of these takes, on a slow machine that has other things to do.
const PATIENCE: Duration = Duration::from_secs(180);

/// Builds, whatever comes of it, and is not left waiting. A crash has another code than 0 and 1.
fn answers(site: TestSite) -> TestSite {
    let started = Instant::now();
    let site = site.try_build();
    assert!(started.elapsed() < PATIENCE, "{:?}", started.elapsed());
    let last = site.last();
    assert!(matches!(last.code, Some(0 | 1)), "{:?} {}", last.code, last.err.get(..2000).unwrap_or(&last.err));
    site
}

fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect()
}

#[test]
fn references_to_control_characters_are_told_where_they_stand() {
    for (text, place) in [
        ("a &#17; b", "5:3"),
        ("[a](b&#x1b;c)", "5:1"),
        ("[a](/x \"&#8;\")", "5:1"),
        ("```a&#27;\nb\n```", "5:1"),
        ("a <b title=\"&#8;\">c</b>", "5:13"),
        ("<div>\n&#x000001B\n</div>", "6:1"),
        ("a &#xFDD0; b", "5:3"),
    ] {
        let site =
            TestSite::new().file("content/berita/a.md", format!("---\ntitle: A\ndate: 2020-01-01\n---\n{text}\n"));
        site.fails().expect_message("error[E004]").expect_message(&format!("content/berita/a.md:{place}\n"));
    }
    // In code they are text, and others are letters.
    let site = TestSite::new().release("a", "", "`&#17;` &#65;").build();
    site.expect_text("berita/a/index.html", "<code>&amp;#17;</code> A");
}

#[test]
fn yaml_escapes_bring_no_control_characters() {
    TestSite::new().release("a", "summary: \"a\\x1b[2J\"", "").fails().expect_message("error[E004]");
    TestSite::new().release("a", "extra: { \"\\u0007\": 1 }", "").fails().expect_message("error[E004]");
    TestSite::new().release("a", "tags: [\"a\\tb\", \"\\u00e9\"]", "").build();
}

#[test]
fn a_table_brings_no_control_characters() {
    let component = "{% component tabel(src) {\"writers\": true, \"resolve\": {\"src\": \"table\"}} %}{{ src.rows[0][0] }}{% endcomponent tabel %}";
    let site = |csv: &[u8]| {
        let site = TestSite::new().file("templates/components/tabel.html", component).file("content/berita/t.csv", csv);
        site.release("a", "", "{{<tabel src=\"t.csv\"/>}}")
    };
    site(b"a;b\r\n1;\x082\r\n").fails().expect_codes(&["E004"]).expect_message("content/berita/t.csv:2:3");
    site(b"a,b\n\xe9,2\n").fails().expect_codes(&["E003"]).expect_message("content/berita/t.csv:2:1");
    site(b"\xef\xbb\xbfa;b\r\n1;2\r\n").build().expect_text("berita/a/index.html", "<main>1");
}

#[test]
fn nothing_in_a_file_steers_the_terminal() {
    let site = TestSite::new().release("a", "\"a\\x1b[2J\\u202e\": 1", "x \u{9b}2J {{<\u{1b}[2J/>}}").release(
        "b",
        "related: [\"\\x1b]0;x\\x07\"]",
        "[a](b&#27;)",
    );
    let told = site.fails().last().err.clone();
    assert!(told.contains("E013") && told.contains("E041"), "{told}");
    let odd = told.chars().find(|letter| (letter.is_control() && *letter != '\n') || *letter == '\u{202e}');
    assert_eq!(odd, None, "{told:?}");
}

#[cfg(unix)]
#[test]
fn nothing_in_the_name_of_a_file_steers_the_terminal() {
    let told = TestSite::new().file("content/berita/\u{1b}[2J.md", "x").fails().last().err.clone();
    assert!(told.contains("[2J.md") && !told.contains('\u{1b}'), "{told:?}");
}

#[test]
fn what_stands_for_our_own_html_cannot_be_forged() {
    // Each call would hold ten times what the one before it holds.
    let bomb = |mark: &str| {
        let calls = lines(40, |n| {
            format!("{{{{<note>}}}}\n<b>{}</b>\n{{{{</note>}}}}\n\n", format!("{mark}{n}{mark}").repeat(10))
        });
        format!("<b>x</b>\n\n- [x] a\n\n{calls}")
    };
    answers(TestSite::new().release("a", "", &bomb("&#xFDD0;"))).expect_message("error[E004]");
    let all: String = ('\u{fdd0}'..='\u{fdef}').collect();
    let site = TestSite::new().release("a", "", &format!("{all}\n\n{}", bomb("\u{fdd0}")));
    answers(site).expect_message("error[E004]");
}

#[test]
fn deep_nesting_ends() {
    let deep = 10_000;
    for text in [
        ">".repeat(deep) + " a",
        "- ".repeat(deep) + "a",
        "1. ".repeat(deep) + "a",
        "> - ".repeat(deep) + "a",
        "[".repeat(deep) + &"](a)".repeat(deep),
        "![".repeat(deep) + &"](https://a.example/)".repeat(deep),
        "<div>".repeat(deep),
        "<div>\n\n".repeat(deep),
        "<b>a</b> ".to_owned() + &"> ".repeat(deep) + "<i>",
        "*a **b ".repeat(deep),
        "{{<note>}}\n".repeat(deep),
    ] {
        answers(TestSite::new().release("a", "", &text));
    }
    for fields in [
        "[".repeat(deep),
        "{a: ".repeat(deep),
        "- ".repeat(deep),
        "? ".repeat(deep),
        "[".repeat(deep) + &"]".repeat(deep),
    ] {
        let site = TestSite::new().release("a", &format!("extra:\n  a:\n    {fields}"), "");
        answers(site).expect_message("content/berita/a.md:");
    }
    let json = "[".repeat(deep) + &"]".repeat(deep);
    let site =
        TestSite::new().file("data/x.json", json).file("templates/page.html", "{{ load_data(path=\"x.json\") }}");
    answers(site.release("a", "", "")).expect_message("error[E010]").expect_message("data/x.json:1:");
}

#[test]
fn templates_and_words_end_too() {
    let site = || TestSite::new().release("a", "", "");
    let chain = format!("{{% if lang %}}a{}{{% endif %}}", "{% elif title %}b".repeat(20_000));
    answers(site().file("templates/page.html", chain)).expect_message("error[E043]").expect_message("{% elif %}");
    let usual = format!("{{% if title == \"x\" %}}a{}{{% endif %}}", "{% elif title %}b".repeat(400));
    site().file("templates/page.html", usual).build().expect_text("berita/a/index.html", "b");
    let braces = format!("a = {}x{}\n", "{ ".repeat(20_000), " }".repeat(20_000));
    answers(site().file("i18n/id.ftl", braces)).expect_message("error[E046]");
    let usual = "# {{{{{{{{{{{{ not words {\n".repeat(200) + "a = { \"{\" }{ \"{\" }\n";
    site()
        .file("i18n/id.ftl", usual)
        .file("templates/page.html", "{{ t(key=\"a\") }}")
        .build()
        .expect_text("berita/a/index.html", "{{");
    for (template, code) in [
        ("{% include \"page.html\" %}", "E043"),
        ("{% extends \"page.html\" %}", "E043"),
        ("{{ <diri/> }}", "E044"),
        ("{% for i in range(end=1000000000) %}{{ i }}{% endfor %}", "E044"),
        ("{{ latest(limit=99999999999999999999999)|length }}", "E043"),
        ("{{ [1, 2][::0] }}", "E044"),
        ("{{ 9999999999 ** 9999999999 }}", "E044"),
    ] {
        let own = "{% component diri() %}{{ <diri/> }}{% endcomponent diri %}";
        let site = site().file("templates/page.html", template).file("templates/components/diri.html", own);
        answers(site).expect_message(&format!("error[{code}]"));
    }
}

#[test]
fn a_page_has_a_largest_size() {
    let wide = "x".repeat(50_000);
    let template = format!("{{% for i in range(end=100000) %}}{wide}{{% endfor %}}");
    let site = TestSite::new().release("a", "", "").file("templates/page.html", template);
    answers(site).expect_codes(&["E044"]).expect_message("the page grows beyond 256 MB");
}

#[test]
fn long_files_take_time_by_their_length() {
    let many = 20_000;
    let body = |text: String| TestSite::new().release("a", "", &text);
    let fields = |text: String| TestSite::new().release("a", &text, "");
    for (index, site) in
        [
            body("# Bagian\n\n".repeat(many)),
            body(lines(many, |n| format!("# a-{n}\n\n# a\n\n"))),
            body(lines(many, |n| format!("[a](#x{n})\n")) + &lines(many, |n| format!("\n# x{n}\n"))),
            body(lines(2 * many, |n| format!("[^{n}] ")) + "\n\n" + &lines(2 * many, |n| format!("[^{n}]: a\n"))),
            body("[^a] ".repeat(2 * many) + "\n\n[^a]: b\n"),
            body("<b onclick=x>a</b> ".repeat(many / 4)),
            body(format!("[a](#{0})\n\n# {0}b\n", "a".repeat(100_000))),
            body("<b>".to_owned() + &"a & b ".repeat(10 * many)),
            body("a@b.c:".repeat(many) + &"http://a.b/".repeat(many)),
            fields(lines(many / 4, |n| format!("kunci{n}: 1\n"))),
            fields("extra:\n".to_owned() + &lines(many, |_| "  a: 1\n".to_owned())),
            fields(format!("authors: [{}]", lines(many / 4, |n| format!("orang-{n}, "))))
                .file("data/people.yaml", "a: { name: A }\n"),
            fields(format!("tags: [{}]", "a, ".repeat(many))),
            fields(String::new()).file(
                "content/berita/a.komentar.yaml",
                lines(many / 4, |n| format!("- {{ id: k{n}, reply_to: x{n}, body: a, status: approved }}\n")),
            ),
            fields(String::new()).file(
                "content/berita/a.komentar.yaml",
                lines(many, |n| format!("- {{ id: k{}, reply_to: k{n}, body: a, status: approved }}\n", n + 1))
                    .replacen("reply_to: k0, ", "", 1),
            ),
            fields(String::new()).file("data/people.yaml", lines(many / 4, |n| format!("Orang_{n}: {{ name: A }}\n"))),
            fields(format!("tags: [{}]", lines(many / 20, |n| format!("t{n}, ")))),
            fields("summary: [\n".repeat(5 * many)),
            fields(String::new()).file("addresses.yaml", lines(many / 4, |n| format!("\"/hilang/{n}/\": {{}}\n"))),
        ]
        .into_iter()
        .enumerate()
    {
        let started = Instant::now();
        let site = answers(site);
        // For whoever adds a case: with `--nocapture` it is seen what each takes.
        println!("{index}: {:?}, {} findings", started.elapsed(), site.last().codes().len());
        drop(tree(site.output()));
    }
}
