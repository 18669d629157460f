//! Templates: what Tera does that a theme must be able to rely on, and how its errors are told.

use crate::site::TestSite;

fn page(template: &str) -> TestSite {
    TestSite::new().file("themes/t/templates/page.html", template).release("a", "tags: [b, a, b]", "Isi.")
}

#[test]
fn trap_groups_come_in_the_order_first_seen() {
    let mut text = String::new();
    for index in 0..12 {
        text.push_str(&format!("{{\"k\": \"k{}\", \"v\": {index}}},", 11 - index / 2));
    }
    let template = format!(
        "{{% for key, items in [{text}] | group_by(attribute=\"k\") %}}{{{{ key }}}}:{{{{ items | length }}}} {{% endfor %}}"
    );
    page(&template).build().expect_text("berita/a/index.html", "k11:2 k10:2 k9:2 k8:2 k7:2 k6:2 ");
}

#[test]
fn trap_a_component_sees_only_its_arguments_and_what_it_declares() {
    let component =
        "{% component c(x, @lang) %}{{ x }} {{ lang }} {{ t(key=\"home\", lang=lang) }}{% endcomponent c %}";
    page("{{ <c x=\"1\"/> }}")
        .file("themes/t/templates/components/c.html", component)
        .build()
        .expect_text("berita/a/index.html", "1 id Beranda");
    let mute = "{% component c(x) %}{{ x }} {{ t(key=\"home\") }}{% endcomponent c %}";
    page("{{ <c x=\"1\"/> }}")
        .file("themes/t/templates/components/c.html", mute)
        .fails()
        .expect_codes(&["E044"])
        .expect_message("@lang");
    let blind = "{% component c() %}{{ page.title }}{% endcomponent c %}";
    page("{{ <c/> }}")
        .file("themes/t/templates/components/c.html", blind)
        .fails()
        .expect_codes(&["E044"])
        .expect_message("themes/t/templates/components/c.html:1:23");
}

#[test]
fn trap_deep_threads_of_comments_stay_flat() {
    // Tera nests components 20 levels at most; comments are given flat, with a depth of at most 3.
    let comments: String = (0..40)
        .map(|index| {
            let answer = if index == 0 { String::new() } else { format!(", reply_to: k{}", index - 1) };
            format!(
                "- {{ id: k{index}, status: approved, body: isi{answer}, author: {{ name: A }}, at: 2020-01-02 }}\n"
            )
        })
        .collect();
    TestSite::new()
        .release("a", "", "")
        .file("content/berita/a.komentar.yaml", comments)
        .build()
        .expect_text("berita/a/index.html", "<li>0 <p>isi</p><li>1 <p>isi</p><li>2 <p>isi</p><li>3 <p>isi</p><li>3 ");
}

#[test]
fn trap_functions_exist_before_templates_and_unknown_ones_fail_at_load() {
    page("{{ url(path=\"/berita/\") }}").build().expect_text("berita/a/index.html", "/berita/");
    page("{{ jam_berapa() }}").fails().expect_codes(&["E043"]).expect_message("jam_berapa");
    page("{{ page.title | cantik }}").fails().expect_codes(&["E043"]).expect_message("cantik");
    // Nothing reads a clock, chance or the environment.
    for name in ["now", "get_random", "get_env"] {
        page(&format!("{{{{ {name}() }}}}")).fails().expect_codes(&["E043"]);
    }
}

#[test]
fn trap_names_of_included_templates_are_literal() {
    page("{% include page.title %}").fails().expect_codes(&["E043"]);
    page("{% extends \"hilang.html\" %}").fails().expect_codes(&["E043"]).expect_message("hilang.html");
}

#[test]
fn trap_undefined_is_an_error_with_the_page_and_the_way_there() {
    page("{% include \"dalam.html\" %}")
        .file("themes/t/templates/dalam.html", "satu\n{{ page.titel }}\n")
        .fails()
        .expect_codes(&["E044"])
        .expect_message("themes/t/templates/dalam.html:2:")
        .expect_message("on the page /berita/a/")
        .expect_message("content/berita/a.md")
        .expect_message("page.html");
}

#[test]
fn trap_fallback_prefixes_let_a_site_override_templates_and_components() {
    TestSite::new()
        .file("templates/page.html", "{% extends \"t/page.html\" %}{% block main %}milik situs {{ super() }}{{ <note><p>x</p></note> }}{% endblock main %}".replace("{{ <note><p>x</p></note> }}", "{% <note> %}x{% </note> %}"))
        .file("templates/components/note.html", "{% component note() {\"writers\": true} %}catatan situs: {{ body }}{% endcomponent note %}")
        .release("a", "title: Judul A", "")
        .build()
        .expect_text("berita/a/index.html", "milik situs <h1>Judul A</h1>")
        .expect_text("berita/a/index.html", "catatan situs: x");
}

#[test]
fn a_theme_may_extend_another() {
    let config = crate::site::CONFIG.replace("theme: t", "theme: anak");
    TestSite::new()
        .file("warta.yaml", config)
        .file("themes/anak/theme.yaml", "name: anak\napi: 1\nextends: t\noptions: {}\n")
        .file("themes/anak/templates/base.html", "anak: {% block main %}{% endblock main %}")
        .file("themes/anak/i18n/id.ftl", "home = Rumah\n")
        .release("a", "", "")
        .build()
        .expect_text("berita/a/index.html", "anak: <h1>Naskah a</h1>")
        .expect_text("berita/index.html", "anak: <ul id=items>");
    TestSite::new()
        .file("warta.yaml", crate::site::CONFIG.replace("theme: t", "theme: bali"))
        .fails()
        .expect_codes(&["E007"])
        .expect_message("did you mean “balai”?")
        .expect_message("warta.yaml:4:8");
    // A theme is named, not pointed at.
    for name in ["../luar", "t/../t", "/tmp", "..", "t/templates"] {
        TestSite::new()
            .file("warta.yaml", crate::site::CONFIG.replace("theme: t", &format!("theme: {name}")))
            .fails()
            .expect_codes(&["E007"]);
        TestSite::new()
            .file("themes/t/theme.yaml", format!("name: t\napi: 1\nextends: {name}\n"))
            .fails()
            .expect_codes(&["E007"])
            .expect_message("themes/t/theme.yaml:3:10");
    }
    TestSite::new().file("themes/t/theme.yaml", "name: t\napi: 2\n").fails().expect_message("made for version 2");
}

#[test]
fn the_template_of_an_item_is_chosen_by_name() {
    TestSite::new()
        .file("themes/t/templates/press_release.html", "rilis")
        .file("themes/t/templates/khusus.html", "khusus")
        .file("content/tentang.md", "---\ntitle: T\n---\n")
        .release("a", "", "")
        .release("b", "template: khusus.html", "")
        .build()
        .expect_text("berita/a/index.html", "rilis")
        .expect_text("berita/b/index.html", "khusus")
        .expect_text("tentang/index.html", "<h1>T</h1>");
    TestSite::new()
        .release("a", "template: pgae.html", "")
        .fails()
        .expect_codes(&["E045"])
        .expect_message("did you mean “page.html”?");
}

#[test]
fn assets_have_names_that_change_with_their_content() {
    let template = "{{ asset(path=\"a.css\") }} {{ integrity(path=\"a.css\") }} {{ inline(path=\"b.svg\") }}";
    let name = |site: &TestSite| {
        let text = site.text("berita/a/index.html");
        text.split(' ').next().unwrap().to_owned()
    };
    let site = page(template).build();
    let first = name(&site);
    assert!(first.starts_with("/aset/a.") && first.ends_with(".css"), "{first}");
    let site = site
        .expect_file(&first[1..])
        .expect_text("berita/a/index.html", "sha384-")
        .expect_text("berita/a/index.html", "<svg xmlns");
    // The stylesheet names the picture by its new name, and gets a new one when the picture changes.
    assert!(site.text(&first[1..]).contains("url(\"b."));
    let site = site.file("themes/t/assets/b.svg", "<svg/>").build();
    assert_ne!(name(&site), first);
    let site = site.expect_no_file(&first[1..]);
    site.file("themes/t/templates/page.html", "{{ asset(path=\"c.css\") }}")
        .fails()
        .expect_message("did you mean “a.css”?");
}

#[test]
fn filters_speak_the_language_of_the_page() {
    page("{{ \"2010-06-03\" | date(format=\"full\") }}|{{ 1370 | number }}|{{ 5000 | money }}|{{ 1200000 | filesize }}|{{ t(key=\"views\", count=1370) }}")
        .file("content/berita/b.en.md", "---\ntitle: B\ndate: 2020-01-01\n---\n")
        .build()
        .expect_text("berita/a/index.html", "Kamis, 3 Juni 2010|1.370|Rp5.000,00|1,2 MB|1.370 kali dibaca")
        .expect_text("en/berita/b/index.html", "Thursday, 3 June 2010|1,370|Rp5,000.00|1.2 MB|read 1,370 times");
    page("{{ t(key=\"hoem\") }}").fails().expect_message("did you mean “home”?");
}
