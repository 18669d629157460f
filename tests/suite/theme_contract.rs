//! What templates are given: functions, filters, variables; and how a theme's mistakes are told.

use crate::site::{CONFIG, TestSite};

fn page(template: &str) -> TestSite {
    TestSite::new()
        .file("themes/t/templates/page.html", template)
        .file(
            "content/berita/a.md",
            "---\ntitle: A\ndate: 2020-05-01\ntags: [air]\nviews: 5\nextra: { warna: biru }\n---\n\nIsi [b](b.md).\n",
        )
        .file("content/berita/b.md", "---\ntitle: B\ndate: 2020-05-02\ntags: [air, api]\nviews: 9\n---\n\nIsi.\n")
        .file("content/tentang.md", "---\ntitle: Tentang\n---\n")
}

const A: &str = "berita/a/index.html";

#[test]
fn functions_answer() {
    for (call, answer) in [
        ("get_page(path=\"berita/b.md\") %}{{ x.title }}", "B"),
        ("get_page(id=\"b\") %}{{ x.url }}", "/berita/b/"),
        ("get_section(path=\"berita\") %}{{ x.total }}", "2"),
        ("get_terms(taxonomy=\"tags\") %}{{ x | length }}", "2"),
        ("get_term(taxonomy=\"tags\", id=\"air\") %}{{ x.total }}", "2"),
        ("latest(limit=1) %}{{ x[0].title }}", "B"),
        ("latest(limit=5, section=\"berita\") %}{{ x | length }}", "2"),
        ("latest(limit=5, taxonomy=\"tags\", term=\"api\") %}{{ x | length }}", "1"),
        ("latest(limit=5, kind=\"workshop\") %}{{ x | length }}", "0"),
        ("most_read(limit=1) %}{{ x[0].title }}", "B"),
        ("latest(limit=9) | sort_by(attribute=\"title\") %}{{ x[0].title }}", "A"),
        ("latest(limit=9) | where(attribute=\"title\", value=\"B\") %}{{ x | length }}", "1"),
        ("url(path=\"tentang.md\") %}{{ x }}", "/tentang/"),
        ("absolute_url(path=\"/berita/\") %}{{ x }}", "https://a.example/berita/"),
        ("load_data(path=\"angka.yaml\") %}{{ x.satu }}", "1"),
        ("load_data(path=\"angka.json\") %}{{ x.satu }}", "1"),
        ("page.extra.warna %}{{ x }}", "biru"),
        ("page.section.url %}{{ x }}", "/berita/"),
        ("now_date %}{{ x }}", "2026-01-01"),
        ("self_url %}{{ x }}", "/berita/a/"),
        ("canonical %}{{ x }}", "https://a.example/berita/a/"),
        // Only those that have a page.
        ("site.languages %}{{ x | length }}", "1"),
        ("breadcrumbs %}{{ x[1].url }}", "/berita/"),
    ] {
        let site = page(&format!("{{% if page.title == \"A\" %}}{{% set x = {call}{{% endif %}}"))
            .file("data/angka.yaml", "satu: 1\n")
            .file("data/angka.json", "{\"satu\": 1}")
            .build();
        assert_eq!(site.text(A).trim(), answer, "{call}");
    }
    // What does not exist, or is not public, is none, so that a template can ask.
    for call in ["get_page(id=\"hilang\")", "get_page(path=\"hilang.md\")", "get_section(path=\"hilang\")"] {
        let site = page(&format!("{{% if {call} %}}ada{{% else %}}tidak ada{{% endif %}}")).build();
        assert_eq!(site.text(A), "tidak ada", "{call}");
    }
}

#[test]
fn a_cached_component_is_a_called_one() {
    const ROW: &str = "{% component baris(item, tebal: bool = false, n = 0, @lang) %}<{{ n }}{{ lang }}{% if tebal %}!{% endif %}{{ item.title or item }}>{{ <dalam/> }}{% endcomponent baris %}{% component dalam(@lang) %}{{ lang }}{% endcomponent dalam %}";
    let arguments = [
        "item=page.newer or \"tidak ada\"",
        "item=\"a\", tebal=true",
        "item=\"a\", tebal=false",
        "item=\"<b>\"",
        "item=\"<b>\" | safe",
        "item=1, n=2",
        "item=2.0",
        "item=none",
        "item=true",
        "item=2, n=1",
        "item={\"title\": \"peta\"}",
        "item={\"title\": \"peta lain\"}",
        "item=[1,2]",
        "item=get_page(id=\"a\")",
        "item=get_page(id=\"b\"), lang=lang",
    ];
    let called = |cached: bool| {
        let call = |arguments: &str| match cached {
            true => format!("{{{{ cached(component=\"baris\", {arguments}) }}}}\n"),
            false => {
                let arguments = arguments.replace(", lang=lang", "");
                let braced = arguments.split(", ").map(|part| part.split_once('=').unwrap_or((part, "")));
                let braced = braced.map(|(name, value)| format!("{name}={{ {value} }}"));
                format!("{{{{ <baris {}/> }}}}\n", braced.collect::<Vec<_>>().join(" "))
            }
        };
        let lines: String = arguments.iter().map(|arguments| call(arguments)).collect();
        page(&format!("{lines}{lines}")).file("themes/t/templates/components/baris.html", ROW).build()
    };
    let (with, without) = (called(true), called(false));
    for path in [A, "berita/b/index.html"] {
        assert_eq!(with.text(path), without.text(path), "{path}");
    }
    assert_ne!(with.text(A), with.text("berita/b/index.html"));
}

/// Fails when the failure of a component is told at its call, or on the first page only.
#[test]
fn a_cached_component_that_fails_is_told_at_its_place_on_every_page() {
    let site = page("satu\n{{ cached(component=\"baris\", item=1) }}");
    let broken = "{% component baris(item) %}\n{{ item.judul }}{% endcomponent baris %}";
    let site = site.file("themes/t/templates/components/baris.html", broken).try_build();
    let said = &site.last().err;
    assert!(site.last().codes().contains(&"E044".to_owned()), "{said}");
    assert!(said.contains("themes/t/templates/components/baris.html:2:"), "{said}");
    assert!(said.contains("themes/t/templates/page.html:2:"), "{said}");
    assert!(!said.contains('\u{1f}'), "{said}");
    let circle = "{% component baris(item) %}\n{{ cached(component=\"baris\", item=item) }}{% endcomponent baris %}";
    let site = page("satu\n{{ cached(component=\"baris\", item=1) }}");
    let site = site.file("themes/t/templates/components/baris.html", circle).try_build();
    site.expect_codes(&["E044"]).expect_message("a component calls itself without end");
    // What the engine refuses at the call is told at the call.
    let site = page("satu\n{{ cached(component=\"baris\", lain=1) }}");
    let site = site.file("themes/t/templates/components/baris.html", broken).try_build();
    let refused = &site.last().err;
    assert!(refused.contains("themes/t/templates/page.html:2:4") && refused.contains("lain"), "{refused}");
    assert!(said.contains("/berita/a/") || said.contains("/berita/b/"), "{said}");
}

/// Fails when it depends on the order of pages whether components within each other are too many.
#[test]
fn how_deep_cached_components_may_be_does_not_depend_on_who_came_first() {
    let nested = "{% component baris(n) %}{{ n }}{% if n > 1 %}{{ cached(component=\"baris\", n=n - 1) }}{% endif %}{% endcomponent baris %}";
    let built = |calls: &[u8]| {
        let calls = calls.iter().map(|n| format!("{{{{ cached(component=\"baris\", n={n}) }}}}"));
        let site =
            page(&calls.collect::<String>()).file("themes/t/templates/components/baris.html", nested).try_build();
        (site.last().code, site.last().code.filter(|code| *code == 0).map(|_| site.text(A)))
    };
    assert_eq!(built(&[4]), (Some(0), Some("4321".to_owned())));
    assert_eq!(built(&[1, 3, 4, 4]), (Some(0), Some("132143214321".to_owned())));
    for calls in [&[5][..], &[1, 2, 3, 4, 5], &[4, 5], &[4, 3, 2, 1, 5]] {
        assert_eq!(built(calls), (Some(1), None), "{calls:?}");
    }
}

#[test]
fn filters_answer() {
    for (expression, answer) in [
        ("\"a b c d\" | truncate_words(count=2)", "a b…"),
        ("\"**a** <b>\" | markdown", "<strong>a</strong>"),
        ("\"<b>a &amp; b</b>\" | plain", "a &amp; b"),
        ("\"Jum’at Bersih\" | slug", "jumat-bersih"),
        ("\"a b/c?\" | urlencode", "a%20b"),
        ("\"</script><!--\" | json", "\\u003c"),
        ("\"2010-06-03\" | date(format=\"iso\", lang=lang)", "2010-06-03"),
        ("\"2010-06-03\" | date(format=\"rfc822\", lang=lang)", "Thu, 03 Jun 2010 00:00:00 +0700"),
        ("\"2010-06-03\" | date(format=\"time\", lang=lang)", "[]"),
        ("\"2010-06-03\" | date_range(end=\"2010-06-05\", lang=lang)", "3–5 Juni 2010"),
        ("1234567 | number(lang=lang)", "1.234.567"),
    ] {
        page(&format!("[{{{{ {expression} }}}}]")).build().expect_text(A, answer);
    }
    // Nothing that could end a script or begin a comment is left.
    page("<script>{{ \"</script><!-- & '\" | json }}</script>").build().expect_no_text(A, "</script><!--");
}

#[test]
fn wrong_arguments_are_told_with_page_and_place() {
    let mut wrong = String::new();
    for expression in [
        "get_page()",
        "latest(limit=\"lima\")",
        "latest(kind=3)",
        "get_page(id=[])",
        "load_data(path=\"hilang.yaml\")",
        "load_data(path=\"../warta.yaml\")",
        "url(path=\"hilang.md\")",
        "asset(path=\"../../warta.yaml\")",
        "inline(path=\"hilang.svg\")",
        "t(key=\"hilang\")",
        "cached()",
        "cached(component=\"hilang\")",
        "\"kemarin\" | date(format=\"full\")",
        "\"2010-06-03\" | date(format=\"panjang\")",
        "\"lima\" | number",
        "page.extra.hilang",
        "page.section.hilang",
        "tidak_ada",
    ] {
        let site = page(&format!("baris satu\n  {{{{ {expression} }}}}")).try_build();
        let last = site.last();
        let told = last.codes().contains(&"E044".to_owned())
            && last.err.contains("themes/t/templates/page.html:2:")
            && last.err.contains("/berita/a/");
        if !told {
            wrong.push_str(&format!("{expression}: {:?} {}\n", last.code, last.err));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn mistakes_of_templates_are_told_while_they_load() {
    for template in [
        "{{ page.title",
        "{% if x %}",
        "{% for a in b %}",
        "{{ <hilang/> }}",
        "{% include \"hilang.html\" %}",
        "{% blok %}",
        "{% extends \"page.html\" %}",
    ] {
        let site = page(template).try_build();
        assert_eq!(site.last().code, Some(1), "{template}: {}", site.last().out);
        assert!(
            site.last().err.contains("page.html") || site.last().err.contains("hilang"),
            "{template}: {}",
            site.last().err
        );
    }
}

#[test]
fn one_mistake_in_a_template_is_not_told_for_every_page() {
    let site = TestSite::new().file("themes/t/templates/page.html", "{{ page.titel }}");
    let site = (0..30).fold(site, |site, index| site.release(&format!("r{index}"), "import: { from: x }", "")).fails();
    let count = site.last().codes().len();
    assert!((1..=3).contains(&count), "{count} messages");
}

#[test]
fn nothing_a_template_does_can_crash_the_program() {
    for template in [
        "{% include \"page.html\" %}",
        "{% component c() %}{{ <c/> }}{% endcomponent c %}{{ <c/> }}",
        "{% component c() %}{{ cached(component=\"c\") }}{% endcomponent c %}{{ <c/> }}",
        "{% component c(n) %}{% if n % 19 == 0 %}{{ cached(component=\"c\", n=n + 1) }}{% else %}{{ <c n={n + 1}/> }}{% endif %}{% endcomponent c %}{{ <c n={1}/> }}",
        "{{ 1 / 0 }}",
        "{{ 9223372036854775807 + 1 }}",
        "{{ [1][5] }}",
        "{{ \"a\" * 2 }}",
        "{% for a in range(end=3) %}{{ a }}{% endfor %}",
    ] {
        let site = page(template).try_build();
        assert!(matches!(site.last().code, Some(0 | 1)), "{template}: {:?} {}", site.last().code, site.last().err);
    }
}

#[test]
fn options_of_a_theme_have_types() {
    let theme = "name: t\napi: 1\noptions:\n  accent: { type: color, default: \"#00546e\" }\n  notice: { type: text, default: \"\" }\n  jumlah: { type: number, default: 3 }\n  ya: { type: flag, default: true }\n";
    let with = |options: &str| {
        TestSite::new()
            .file("themes/t/theme.yaml", theme)
            .file("themes/t/templates/page.html", "{{ site.options.accent }}|{{ site.options.notice }}")
            .file("warta.yaml", format!("{CONFIG}theme_options: {options}\n"))
            .release("a", "", "")
            .file("content/berita/a.en.md", "---\ntitle: A\ndate: 2020-01-01\n---\n")
            .try_build()
    };
    let site = with("{ accent: \"#123456\", notice: { id: Resmi, en: Official } }");
    if site.last().code == Some(0) {
        site.expect_text(A, "#123456|Resmi").expect_text("en/berita/a/index.html", "#123456|Official");
    } else {
        assert!(site.last().err.contains("themes/t/theme.yaml"), "{}", site.last().err);
    }
    for options in ["{ accent: biru }", "{ accent: \"#12\" }", "{ notice: [a] }", "{ notice: { fr: x } }", "[a]"] {
        let site = with(options);
        assert_eq!(site.last().code, Some(1), "{options}");
    }
}

#[test]
fn words_of_a_theme_must_parse_and_be_there() {
    page("x")
        .file("themes/t/i18n/id.ftl", "home = {\n")
        .fails()
        .expect_codes(&["E046"])
        .expect_message("themes/t/i18n/id.ftl:");
    // A word that only another language has is taken from there rather than left out.
    let site = page("[{{ t(key=\"khusus\", lang=lang) }}]")
        .file("themes/t/i18n/en.ftl", "home = Home\nnot-found = N\nviews = v\nkhusus = special\n")
        .try_build();
    assert!(matches!(site.last().code, Some(0 | 1)));
    // The site's own words take the place of the theme's.
    page("[{{ t(key=\"home\") }}]").file("i18n/id.ftl", "home = Depan\n").build().expect_text(A, "[Depan]");
    page("{{ asset(path=\"a.css\") }}").file("assets/a.css", "b { color: red }\n").build().expect_text(A, "/aset/a.");
}

#[test]
fn a_theme_that_is_incomplete_is_told() {
    for missing in ["page.html", "section.html", "home.html", "404.html"] {
        let site = page("x").remove(&format!("themes/t/templates/{missing}"));
        // Without the file of the test itself.
        let site = site.try_build();
        assert_eq!(site.last().code, Some(1), "{missing}: {}", site.last().out);
        site.expect_message(missing);
    }
    let site = page("x").remove("themes/t/theme.yaml").try_build();
    assert_eq!(site.last().code, Some(1));
    // A theme that extends itself, or in a circle.
    page("x").file("themes/t/theme.yaml", "name: t\napi: 1\nextends: t\n").fails();
}

#[test]
fn a_section_that_names_a_template_gets_that_one_or_none() {
    let site = |name: &str| {
        TestSite::new()
            .release("a", "", "")
            .file("themes/t/templates/kronologi.html", "kronologi")
            .file("content/berita/_index.md", format!("---\ntitle: Berita\ntemplate: {name}\n---\n"))
    };
    site("kronologi.html").build().expect_text("berita/index.html", "kronologi");
    // A misspelt name is no wish for the usual template.
    let site = site("kronologgi.html").fails().expect_codes(&["E045"]);
    site.expect_message("content/berita/_index.md:3:11").expect_message("did you mean “kronologi.html”?");
}
