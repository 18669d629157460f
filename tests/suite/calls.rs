//! Component calls beyond the first look: where they may stand, what they may name, what their text may hold.

use crate::site::TestSite;

fn page(body: &str) -> TestSite {
    TestSite::new()
        .release("a", "import: { from: x }", body)
        .release("b", "import: { from: x }", "## Bagian")
        .file("content/berita/a.svg", "<svg/>")
        .file("static/s.svg", "<svg/>")
}

const PAGE: &str = "berita/a/index.html";

#[test]
fn calls_stand_wherever_a_block_may() {
    for (body, html) in [
        ("- Butir\n\n  {{<figure src=\"a.svg\" alt=\"x\"/>}}\n\n- Lain", "<img src=\"/berita/a.svg\" alt=\"x\">"),
        ("Teks\n{{<figure src=\"a.svg\" alt=\"x\"/>}}\nlagi", "<img src=\"/berita/a.svg\""),
        (
            "{{<figure src=\"a.svg\" alt=\"x\"/>}}\n{{<figure src=\"a.svg\" alt=\"y\"/>}}",
            "alt=\"x\"><img src=\"/berita/a.svg\" alt=\"y\">",
        ),
        ("{{<figure\n  src=\"a.svg\"\n  alt=\"x\"\n/>}}", "alt=\"x\">"),
        ("{{<figure src=\"/s.svg\" alt=\"x\"/>}}", "<img src=\"/s.svg\""),
        ("{{<figure src=\"a.svg\" alt=\"😀 “é”\"/>}}", "alt=\"😀 “é”\""),
        (
            "{{<note>}}\n{{<note kind=\"warning\">}}\nDalam.\n{{</note>}}\n{{</note>}}",
            "<div class=\"info\"><div class=\"warning\"><p>Dalam.</p>",
        ),
        ("{{<note>}}\n- a\n- b\n\n```\nkode\n```\n{{</note>}}", "<li>a</li>"),
        ("{{<note>}}\n## Judul\n{{</note>}}\n\n[x](#judul)", "<h2 id=\"judul\">"),
        ("`{{<note>}}`", "<code>{{&lt;note&gt;}}</code>"),
        ("    {{<note>}}", "{{&lt;note&gt;}}"),
        ("<!-- {{<hilang/>}} -->\n\nTeks", "Teks"),
        ("Kurung {{ biasa }} dan {% x %}", "Kurung {{ biasa }} dan {% x %}"),
    ] {
        let site = page(body).try_build();
        assert_eq!(site.last().code, Some(0), "{body}: {}", site.last().err);
        let text = site.text(PAGE);
        let flat = |text: &str| text.split('\n').map(str::trim).collect::<String>();
        assert!(flat(&text).contains(&flat(html)), "{body}: no {html} in\n{text}");
    }
}

#[test]
fn calls_that_are_none_are_told_at_their_place() {
    for (body, code, place) in [
        ("{{</note>}}", "E041", "7:1"),
        ("> {{<figure src=\"a.svg\" alt=\"x\"/>}}", "E041", "7:3"),
        ("{{<note>}}\nx\n{{</figure>}}", "E041", "9:"),
        ("{{<figure src=\"a.svg\" alt=\"x\"}}", "E041", "7:"),
        ("{{<figure src=a.svg alt=\"x\"/>}}", "E041", "7:15"),
        ("{{<figure src=\"a.svg\" src=\"a.svg\" alt=\"x\"/>}}", "E041", "7:23"),
        ("{{<figure src=\"a.svg\" alt=\"x", "E041", "7:"),
        ("{{<Figure src=\"a.svg\" alt=\"x\"/>}}", "E040", "7:4"),
        ("Kata “é” 😀.\n\n{{<figre/>}}", "E040", "9:4"),
        ("{{<figure src=\"../../warta.yaml\" alt=\"x\"/>}}", "E036", "7:15"),
        ("{{<figure src=\"/etc/passwd\" alt=\"x\"/>}}", "E036", "7:15"),
        ("{{<figure src=\"a.md\" alt=\"x\"/>}}", "E036", "7:15"),
        ("{{<figure src=\"\" alt=\"x\"/>}}", "E036", "7:15"),
        ("- Butir\n\n  {{<note>}}\n  x\n\n{{</note>}}", "E041", ""),
        ("{{<note>}}\n[x](hilang.md)\n{{</note>}}", "E034", "8:5"),
        ("{{<note>}}\n{{<figre/>}}\n{{</note>}}", "E040", "8:4"),
    ] {
        let site = page(body).try_build();
        assert_eq!(site.last().code, Some(1), "{body}: {}", site.last().out);
        assert!(site.last().codes().contains(&code.to_owned()), "{body}: {}", site.last().err);
        assert!(
            site.last().err.contains(&format!("content/berita/a.md:{place}")),
            "{body}: {place} {}",
            site.last().err
        );
    }
}

#[test]
fn calls_nest_ten_deep_and_no_deeper() {
    let nested = |depth: usize| format!("{}teks\n{}", "{{<note>}}\n".repeat(depth), "{{</note>}}\n".repeat(depth));
    page(&nested(10)).build().expect_text(PAGE, "<p>teks</p>");
    page(&nested(11)).fails().expect_codes(&["E041"]);
    // And a thousand do not exhaust the stack.
    page(&nested(1000)).fails();
}

#[test]
fn deep_markdown_does_not_exhaust_the_stack() {
    for deep in [
        "> ".repeat(3000),
        "- ".repeat(1500),
        "[".repeat(5000),
        "*a _b ".repeat(3000),
        format!("{}a", "<div>".repeat(2000)),
    ] {
        let site = page(&deep).try_build();
        assert!(matches!(site.last().code, Some(0 | 1)), "{:?} {}", site.last().code, site.last().err);
    }
}

#[test]
fn tables_come_from_csv() {
    let theme = "{% component table(file, caption: string) {\"writers\": true, \"resolve\": {\"file\": \"table\"}} %}{{ caption }}:{% for cell in file.header %}[{{ cell }}]{% endfor %}{% for row in file.rows %}{% for cell in row %}<{{ cell }}>{% endfor %}{% endfor %}{% endcomponent table %}";
    let with = |csv: &[u8]| {
        TestSite::new()
            .file("themes/t/templates/components/table.html", theme)
            .release("a", "", "{{<table file=\"t.csv\" caption=\"T\"/>}}")
            .file("content/berita/t.csv", csv)
    };
    for csv in ["Bulan,Jumlah\nMei,\"1,5\"\n", "Bulan;Jumlah\nMei;1,5\n", "\u{feff}Bulan;Jumlah\r\nMei;1,5\r\n"] {
        with(csv.as_bytes()).build().expect_text(PAGE, "T:[Bulan][Jumlah]<Mei><1,5>");
    }
    for csv in [b"a,b\n\xff,x\n".as_slice(), b"", b"a;b\n1;2;3\n"] {
        let site = with(csv).try_build();
        assert!(matches!(site.last().code, Some(0 | 1)), "{}", site.last().err);
        if site.last().code == Some(1) {
            site.expect_message("t.csv");
        }
    }
}

#[test]
fn an_edited_table_reaches_its_page() {
    let theme = "{% component table(file) {\"writers\": true, \"resolve\": {\"file\": \"table\"}} %}{% for row in file.rows %}{% for cell in row %}<{{ cell }}>{% endfor %}{% endfor %}{% endcomponent table %}";
    TestSite::new()
        .file("themes/t/templates/components/table.html", theme)
        .release("a", "", "{{<table file=\"t.csv\"/>}}")
        .file("content/berita/t.csv", "a\n1\n")
        .build()
        .file("content/berita/t.csv", "a\n2\n")
        .build()
        .expect_text(PAGE, "<2>");
}

#[test]
fn a_call_between_backticks_is_shown() {
    page("`{{<note>}}`").build().expect_text(PAGE, "<code>{{&lt;note&gt;}}</code>");
}

#[test]
fn a_folder_that_does_not_exist_is_told() {
    TestSite::empty()
        .file(
            "warta.yaml",
            "title: A\nbase_url: https://a.example\ntime_zone: WIB\nsections: { berita: { kind: press_release } }\n",
        )
        .release("a", "import: { from: x }", "{{<gallery folder=\"hilang\"/>}}")
        .fails()
        .expect_codes(&["E036"])
        .expect_message("content/berita/a.md:7:");
}

#[test]
fn balai_tells_what_it_cannot_find() {
    for (call, code, words) in [
        ("{{<contact id=\"mejaa\"/>}}", "E030", "did you mean “meja”?"),
        ("{{<map venue=\"gedung\"/>}}", "E030", "data/venues.yaml"),
        ("{{<quote text=\"x\" person=\"dini-sarawati\"/>}}", "E030", "dini-saraswati"),
        ("{{<download file=\"surat.pdf\" title=\"S\"/>}}", "E036", "surat.pdf"),
        ("{{<table file=\"t.csv\" caption=\"T\"/>}}", "E036", "t.csv"),
        ("{{<note kind=\"bahaya\">}}\nx\n{{</note>}}", "E042", "bahaya"),
        ("{{<video title=\"x\"/>}}", "E042", "url"),
        ("{{<qa>}}\nx\n{{</qa>}}", "E042", "question"),
    ] {
        let site = TestSite::empty()
            .file("warta.yaml", "title: A\nbase_url: https://a.example\ntime_zone: WIB\nsections: { berita: { kind: press_release } }\n")
            .file("data/contacts.yaml", "meja: { name: Meja }\n")
            .file("data/people.yaml", "dini-saraswati: { name: Dini }\n")
            .release("a", "import: { from: x }", call)
            .try_build();
        assert_eq!(site.last().code, Some(1), "{call}");
        let codes: Vec<String> = site.last().codes();
        // A value that only the component's template knows is told as the template's failure.
        let told = codes == [code] || (code == "E042" && codes == ["E044"]);
        assert!(told && !site.last().err.contains("{$"), "{call}: {}", site.last().err);
        site.expect_message(words).expect_message("content/berita/a.md:7:");
    }
}
