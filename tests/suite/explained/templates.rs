//! Themes: templates, words and options.

use super::project::{PAGI, TEMPLATE, append, edit, fields};
use super::{Case, case, judge};

pub(super) const CASES: &[Case] = &[
    case("E007-theme", |site| edit(site, "warta.yaml", "theme: t\n", "theme: balaii\n")),
    case("E007-no-neighbour", |site| edit(site, "warta.yaml", "theme: t\n", "theme: koran-pagi\n")),
    case("E007-parent", |site| append(site, "themes/t/theme.yaml", "extends: bali\n")),
    case("E026-theme-circle", |site| append(site, "themes/t/theme.yaml", "extends: t\n")),
    case("E026-theme-api", |site| edit(site, "themes/t/theme.yaml", "api: 1", "api: 7")),
    case("E013-option", |site| {
        edit(site, "warta.yaml", "theme: t\n", "theme: t\ntheme_options: { acent: \"#123456\" }\n")
    }),
    case("E017-option", |site| edit(site, "warta.yaml", "theme: t\n", "theme: t\ntheme_options: { notice: [a] }\n")),
    case("E017-color", |site| edit(site, "warta.yaml", "theme: t\n", "theme: t\ntheme_options: { accent: merah }\n")),
    case("E017-contrast", |site| {
        edit(site, "warta.yaml", "theme: t\n", "theme: t\ntheme_options: { accent: \"#8fd3e8\" }\n")
    }),
    case("E018-facet", |site| edit(site, "warta.yaml", "kind: press_release", "kind: press_release, facets: [topik]")),
    case("E043-tag", |site| {
        site.file(TEMPLATE, "<h1>{{ page.title }}</h1>\n{% if page.subtitle %}\n<p>{{ page.subtitle }}</p>\n")
    }),
    case("E043-expression", |site| site.file(TEMPLATE, "<h1>{{ page.title }</h1>\n")),
    case("E043-filter", |site| site.file(TEMPLATE, "<h1>{{ page.title | uper }}</h1>\n")),
    case("E043-function", |site| site.file(TEMPLATE, "{{ get_pages(path=\"tentang.md\") }}\n")),
    case("E043-include", |site| site.file(TEMPLATE, "{% include \"potongan.html\" %}\n")),
    case("E043-parent", |site| site.file(TEMPLATE, "{% extends \"bas.html\" %}\n")),
    case("E043-parent-theme", |site| site.file("templates/page.html", "{% extends \"t/pag.html\" %}\n")),
    case("E043-parent-own", |site| site.file("templates/page.html", "{% extends \"pag.html\" %}\n")),
    case("E043-block", |site| {
        let base = "<main>{% block main %}{% endblock main %}</main>\n";
        let page = "{% extends \"base.html\" %}\n{% block man %}{{ page.title }}{% endblock man %}\n";
        site.file("themes/t/templates/base.html", base).file(TEMPLATE, page)
    }),
    case("E043-circle", |site| site.file(TEMPLATE, "{% extends \"page.html\" %}\n")),
    case("E043-include-circle", |site| site.file(TEMPLATE, "{% include \"page.html\" %}\n")),
    case("E043-component", |site| site.file(TEMPLATE, "{{ <noted kind=\"a\"/> }}\n")),
    case("E044-variable", |site| site.file(TEMPLATE, "<h1>{{ page.titel }}</h1>\n")),
    case("E044-variable-three-deep", |site| {
        site.file(TEMPLATE, "{% include \"satu.html\" %}\n")
            .file("themes/t/templates/satu.html", "<div>\n{% include \"dua.html\" %}\n</div>\n")
            .file("themes/t/templates/dua.html", "{% include \"tiga.html\" %}\n")
            .file("themes/t/templates/tiga.html", "<p>{{ page.titel }}</p>\n")
    }),
    case("E044-one-page", |site| {
        site.file(TEMPLATE, "{% if page.id == \"pasar-pagi\" %}{{ page.titel }}{% endif %}\n")
    }),
    case("E044-recursion", |site| {
        site.file(TEMPLATE, "{{ <ulang/> }}\n").file(
            "themes/t/templates/components/ulang.html",
            "{% component ulang() %}{{ <ulang/> }}{% endcomponent ulang %}",
        )
    }),
    case("E044-undeclared", |site| {
        site.file(TEMPLATE, "{{ <kartu tanggal=\"2020-05-01\"/> }}\n").file(
            "themes/t/templates/components/kartu.html",
            "{% component kartu(tanggal: string) %}{{ tanggal | date }}{% endcomponent kartu %}",
        )
    }),
    case("E044-data", |site| site.file(TEMPLATE, "{{ load_data(path=\"harga.yaml\") }}\n")),
    case("E010-data", |site| {
        site.file("data/harga.yaml", "beras: [1\n").file(TEMPLATE, "{{ load_data(path=\"harga.yaml\") }}\n")
    }),
    case("E044-asset", |site| site.file(TEMPLATE, "{{ asset(path=\"c.css\") }}\n")),
    case("E044-words", |site| site.file(TEMPLATE, "{{ t(key=\"hoem\") }}\n")),
    case("E044-argument", |site| site.file(TEMPLATE, "{{ latest(limit=\"dua\") }}\n")),
    case("E044-refused", |site| {
        let site = site.file(
            "themes/t/templates/components/note.html",
            "{% component note(kind: string = \"info\") {\"writers\": true, \"body\": true} %}{% if kind == \"bahaya\" %}{{ throw(message=\"kind: info, tip, warning\") }}{% endif %}{% endcomponent note %}",
        );
        append(site, PAGI, "\n{{<note kind=\"bahaya\">}}\nPasar tutup.\n{{</note>}}\n")
    }),
    case("E044-address", |site| site.file(TEMPLATE, "{{ url(path=\"/berta/\") }}\n")),
    case("E044-global", |site| site.file(TEMPLATE, "{{ pagee.title }}\n")),
    case("E044-component-value", |site| {
        let site = site.file(
            "themes/t/templates/components/note.html",
            "{% component note(kind: string = \"info\") {\"writers\": true, \"body\": true} %}{{ kind.warna }}{% endcomponent note %}",
        );
        append(site, PAGI, "\n{{<note>}}\nPasar tutup.\n{{</note>}}\n")
    }),
    case("E045-template", |site| fields(site, PAGI, "template: sampul.html")),
    case("E045-near", |site| fields(site, PAGI, "template: hom.html")),
    case("E045-theme", |site| site.remove("themes/t/templates/terms.html")),
    case("E046-words", |site| append(site, "themes/t/i18n/id.ftl", "lihat juga = Lihat juga\n")),
    case("E046-own-words", |site| site.file("i18n/id.ftl", "home = { Beranda\n")),
    case("E043-argument", |site| site.file(TEMPLATE, "{{ <note kind=3/> }}\n")),
];

#[test]
fn themes_are_explained() {
    judge(CASES);
}
