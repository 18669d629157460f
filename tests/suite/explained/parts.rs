//! Calls of components, HTML and code in a text.

use super::project::{PAGI, append, edit};
use super::{Case, case, judge};

const TABLE: &str = "{% component table(file, caption: string) {\"writers\": true, \"resolve\": {\"file\": \"table\"}} %}{{ caption }}{% endcomponent table %}";

pub(super) const CASES: &[Case] = &[
    case("E040-component", |site| append(site, PAGI, "\n{{<figre src=\"gerbang.svg\" alt=\"Gerbang\"/>}}\n")),
    case("E040-no-neighbour", |site| append(site, PAGI, "\n{{<kalender/>}}\n")),
    case("E041-unclosed", |site| append(site, PAGI, "\n{{<note>}}\nPasar tutup.\n")),
    case("E041-unclosed-tag", |site| append(site, PAGI, "\n{{<note kind=\"info\"\n")),
    case("E041-junk", |site| append(site, PAGI, "\n{{<figure src=\"gerbang.svg\", alt=\"Gerbang\"/>}}\n")),
    case("E041-bad-name", |site| append(site, PAGI, "\n{{<>}}\n")),
    case("E041-bad-literal", |site| append(site, PAGI, "\n{{<figure src=gerbang.svg alt=\"Gerbang\"/>}}\n")),
    case("E041-open-quote", |site| append(site, PAGI, "\n{{<figure src=\"gerbang.svg\" alt=\"Gerbang/>}}\n")),
    case("E041-curly-quotes", |site| append(site, PAGI, "\n{{<figure src=“gerbang.svg” alt=“Gerbang pasar”/>}}\n")),
    case("E041-duplicate", |site| append(site, PAGI, "\n{{<figure src=\"gerbang.svg\" alt=\"a\" alt=\"b\"/>}}\n")),
    case("E041-not-alone", |site| append(site, PAGI, "\nLihat {{<figure src=\"gerbang.svg\" alt=\"a\"/>}}\n")),
    case("E041-unopened", |site| append(site, PAGI, "\nPasar tutup.\n\n{{</note>}}\n")),
    case("E041-crossing", |site| append(site, PAGI, "\n- Butir\n\n  {{<note>}}\n  Pasar tutup.\n\n{{</note>}}\n")),
    case("E041-too-deep", |site| {
        append(site, PAGI, &format!("\n{}teks\n{}", "{{<note>}}\n".repeat(11), "{{</note>}}\n".repeat(11)))
    }),
    case("E041-own-line", |site| {
        append(site, PAGI, "\n- a\n  - b\n    - c\n\n      {{<note>}}teks\n      {{</note>}}\n")
    }),
    case("E042-unknown", |site| append(site, PAGI, "\n{{<figure src=\"gerbang.svg\" atl=\"Gerbang\"/>}}\n")),
    case("E042-missing", |site| append(site, PAGI, "\n{{<figure src=\"gerbang.svg\"/>}}\n")),
    case("E042-type", |site| {
        append(site, PAGI, "\n{{<figure src=\"gerbang.svg\" alt=\"Gerbang\" size=\"besar\"/>}}\n")
    }),
    case("E042-type-text", |site| append(site, PAGI, "\n{{<figure src=\"gerbang.svg\" alt=3/>}}\n")),
    case("E042-body", |site| append(site, PAGI, "\n{{<note/>}}\n")),
    case("E036-component", |site| append(site, PAGI, "\n{{<figure src=\"gerbng.svg\" alt=\"Gerbang\"/>}}\n")),
    case("E042-cells", |site| {
        let site = site.file("themes/t/templates/components/table.html", TABLE);
        let site = site.file("content/berita/harga.csv", "Barang;Harga\nBeras;15.000\nGula;18.000;naik\n");
        append(site, PAGI, "\n{{<table file=\"harga.csv\" caption=\"Harga\"/>}}\n")
    }),
    case("E003-table", |site| {
        let site = site.file("themes/t/templates/components/table.html", TABLE);
        let site = site.file("content/berita/harga.csv", b"Barang;Harga\nBeras \xe9;15.000\n");
        append(site, PAGI, "\n{{<table file=\"harga.csv\" caption=\"Harga\"/>}}\n")
    }),
    case("W002-element", |site| append(site, PAGI, "\n<iframe src=\"https://peta.example\"></iframe>\n")),
    case("W002-attribute", |site| append(site, PAGI, "\n<b onclick=\"x()\">Pasar</b>\n")),
    case("W002-address", |site| append(site, PAGI, "\n<a href=\"javascript:x\">Pasar</a>\n")),
    case("W002-address-of-link", |site| append(site, PAGI, "\n[Pasar](javascript:x)\n")),
    case("W002-unclosed", |site| append(site, PAGI, "\n<div class=\"x\n\nPasar.\n")),
    case("W004-language", |site| append(site, PAGI, "\n```pyton\nprint(1)\n```\n")),
    case("W004-no-neighbour", |site| append(site, PAGI, "\n```bahasa-rahasia\nx\n```\n")),
];

#[test]
fn calls_and_html_are_explained() {
    judge(CASES);
    // Forbidden HTML has the code of a warning and the weight of an error.
    let site = edit(super::sound(), "warta.yaml", "theme: t\n", "theme: t\nmarkdown: { raw_html: forbid }\n").build();
    append(site, PAGI, "\n<b>Pasar</b>\n").fails().expect_message("HTML is not allowed on this site");
}
