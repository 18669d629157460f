//! What a text must not be made of.

use super::project::{PAGI, append, edit};
use super::{Case, case, judge};

pub(super) const CASES: &[Case] = &[
    case("E003-latin-1", |site| {
        site.file("content/berita/baru.md", b"---\ntitle: Caf\xe9\ndate: 2025-11-20\nimport: { from: arsip }\n---\n")
    }),
    case("E003-utf-16", |site| {
        let text: Vec<u8> = "\u{feff}---\ntitle: A\n---\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        site.file("content/berita/baru.md", text)
    }),
    case("E003-config", |site| site.file("warta.yaml", b"title: Humas \xff\n")),
    case("E004-null", |site| append(site, PAGI, "\nPasar\0 tutup.\n")),
    case("E004-control", |site| edit(site, PAGI, "title: Pasar", "title: \u{8}Pasar")),
    case("E004-in-template", |site| site.file("themes/t/templates/page.html", "\u{b}{{ page.title }}")),
    case("E010-megabytes", |site| {
        // Fields that never end, and 50 MB of them.
        site.file(
            "content/berita/besar.md",
            format!("---\ntitle: Besar\nextra: |\n{}---\n", "  Baris isi yang panjang sekali.\n".repeat(1_600_000)),
        )
    }),
];

#[test]
fn characters_are_explained() {
    judge(CASES);
}
