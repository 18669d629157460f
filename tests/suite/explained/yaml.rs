//! What is no YAML, and what stands where fields should.

use super::project::{ACARA, MALAM, PAGI, append, edit, fields};
use super::{Case, case, judge};

pub(super) const CASES: &[Case] = &[
    case("E010-colon", |site| edit(site, PAGI, "title: Pasar", "title: Berita: Pasar")),
    case("E010-colon-indonesian", |site| edit(site, MALAM, "judul: Pasar", "judul: Berita: Pasar")),
    case("E010-quote", |site| edit(site, PAGI, "title: Pasar pagi dibuka", "title: \"Pasar pagi dibuka")),
    case("E010-quote-and-another", |site| {
        let site = edit(site, PAGI, "title: Pasar pagi dibuka", "title: \"Pasar pagi dibuka");
        edit(
            site,
            PAGI,
            "summary: Pasar pagi di Jalan Contoh dibuka kembali setelah tiga bulan diperbaiki.",
            "summary: \"Pasar pagi dibuka lagi setelah tiga bulan diperbaiki oleh Dinas Pasar.\"",
        )
    }),
    case("E010-no-space-last", |site| fields(site, PAGI, "noindex:ya")),
    case("E010-quote-single", |site| edit(site, PAGI, "summary: Pasar", "summary: 'Pasar")),
    case("E010-quote-inside", |site| edit(site, PAGI, "title: Pasar pagi", "title: \"Pasar pagi\"")),
    case("E010-quote-in-list", |site| edit(site, PAGI, "[perdagangan]", "[\"perdagangan]")),
    case("E010-tab", |site| fields(site, PAGI, "extra:\n\tcuaca: cerah")),
    case("E010-tab-in-data", |site| append(site, "data/people.yaml", "siti-aminah:\n\tname: Siti Aminah\n")),
    case("E010-bracket", |site| edit(site, PAGI, "[perdagangan]", "[perdagangan")),
    case("E010-brace", |site| edit(site, PAGI, "{ city: Batam }", "{ city: Batam")),
    case("E010-dash", |site| edit(site, PAGI, "title: Pasar pagi", "- title: Pasar pagi")),
    case("E010-no-space", |site| edit(site, PAGI, "title: Pasar", "title:Pasar")),
    case("E010-no-colon", |site| edit(site, PAGI, "info_class: berkala", "info_class berkala")),
    case("E010-special-sign", |site| edit(site, PAGI, "title: Pasar", "title: @Pasar")),
    case("E010-indentation", |site| edit(site, PAGI, "date: 2025", "  date: 2025")),
    case("E010-documents", |site| append(site, "data/topics.yaml", "---\nkesehatan: { name: Kesehatan }\n")),
    case("E010-alias", |site| fields(site, PAGI, "tags: *label")),
    case("E010-alias-bomb", |site| fields(site, PAGI, &bomb())),
    case("E010-depth", |site| fields(site, PAGI, &format!("extra: {}", "[".repeat(10_000)))),
    case("E010-depth-of-blocks", |site| {
        let deep: String = (0..1_000).map(|depth| format!("{}- \n", " ".repeat(depth))).collect();
        site.file("data/topics.yaml", deep)
    }),
    case("E010-too-long", |site| fields(site, PAGI, &format!("extra: {{ a: {} }}", "x".repeat(9 * 1024 * 1024)))),
    case("E010-json", |site| site.file("data/people.yaml", "{ \"dini-saraswati\": { \"name\": \"Dini\", } ")),
    case("E011-open", |site| edit(site, PAGI, "\n---\n\nPasar", "\n\nPasar")),
    case("E011-dashes", |site| edit(site, PAGI, "\n---\n\nPasar", "\n----\n\nPasar")),
    case("E012-empty", |site| site.file("content/berita/baru.md", "")),
    case("E012-text", |site| site.file("content/berita/baru.md", "# Judul\n\nTeks saja.\n")),
    case("E012-blank-line", |site| site.file("content/berita/baru.md", "\n---\ntitle: Judul\n---\n")),
    case("E013-key", |site| edit(site, PAGI, "summary:", "sumary:")),
    case("E013-key-indonesian", |site| edit(site, MALAM, "ringkasan:", "ringkassan:")),
    case("E013-key-in-record", |site| edit(site, PAGI, "{ city: Batam }", "{ town: Batam }")),
    case("E013-key-in-list", |site| edit(site, MALAM, "    sebagai:", "    peran:")),
    case("E013-key-of-other-kind", |site| fields(site, PAGI, "venue: { name: Aula }")),
    case("E013-key-without-neighbour", |site| fields(site, PAGI, "warna: merah")),
    case("E013-key-in-data", |site| edit(site, "data/people.yaml", "{ name: Budi", "{ nam: Budi")),
    case("E013-key-in-section", |site| {
        site.file("content/berita/_index.md", "---\njudul: Berita\nurutan: judul\n---\n")
    }),
    case("E013-capital", |site| edit(site, PAGI, "title:", "Title:")),
    case("E014-twice", |site| fields(site, PAGI, "date: 2025-11-21")),
    case("E014-both-languages", |site| fields(site, PAGI, "judul: Pasar pagi")),
    case("E014-in-data", |site| append(site, "data/people.yaml", "budi-hartono: { name: Budi }\n")),
    case("E016-list", |site| edit(site, PAGI, "[perdagangan]", "perdagangan")),
    case("E016-map", |site| edit(site, PAGI, "{ city: Batam }", "Batam")),
    case("E016-scalar", |site| edit(site, PAGI, "title: Pasar pagi dibuka kembali", "title: [Pasar, pagi]")),
    case("E016-scalar-map", |site| edit(site, PAGI, "info_class: berkala", "info_class:\n  berkala: ya")),
    case("E016-either", |site| {
        edit(site, MALAM, "tokoh:\n  - tokoh: budi-hartono\n    sebagai: dikutip", "tokoh:\n  - [budi-hartono]")
    }),
    case("E016-block", |site| fields(site, ACARA, "outcomes: |\n  Modul disusun.\n  Peserta puas.")),
    case("E016-list-of-fields", |site| {
        site.file("content/berita/baru.md", "---\n- title: Judul\n- date: 2025-11-20\n---\n")
    }),
    case("E016-text-for-fields", |site| site.file("content/berita/baru.md", "---\nPasar pagi dibuka\n---\n")),
];

/// Lists of lists of lists, each eight times the one before.
fn bomb() -> String {
    let mut text = String::from("extra:\n  a0: &a0 [x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let before = format!("*a{}", level - 1);
        text.push_str(&format!("  a{level}: &a{level} [{}]\n", [before.as_str(); 8].join(", ")));
    }
    text.trim_end().to_owned()
}

#[test]
fn yaml_is_explained() {
    judge(CASES);
}
