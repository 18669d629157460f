//! References that lead nowhere, names that two things share, and the warnings about what is expected.

use super::project::{ACARA, MALAM, PAGI, append, edit, fields};
use super::{Case, case, judge};

pub(super) const CASES: &[Case] = &[
    case("E030-topic", |site| edit(site, PAGI, "[perdagangan]", "[pedagangan]")),
    case("E030-organization", |site| edit(site, MALAM, "dinas-pasar", "dinas-perikanan")),
    case("E030-contact", |site| edit(site, PAGI, "[meja-pers]", "[meja-per]")),
    case("E030-venue", |site| edit(site, ACARA, "ref: aula-kota", "ref: aula")),
    case("E030-boilerplate", |site| fields(site, PAGI, "boilerplate: humas")),
    case("E030-speaker", |site| fields(site, ACARA, "speakers: [{ person: budi-hartoyo }]")),
    case("E031-event", |site| fields(site, PAGI, "event: lokakary")),
    case("E031-related", |site| fields(site, MALAM, "terkait: [pasar-siang]")),
    case("E031-translation", |site| fields(site, PAGI, "translation_of: morning-market")),
    case("E031-reply", |site| {
        site.file(
            "content/berita/pasar-pagi.komentar.yaml",
            "- { id: a1, status: approved, body: Baik, author: { name: Siti }, at: 2025-11-21 }\n- { id: a2, reply_to: a9, status: approved, body: Ya, author: { name: Tono }, at: 2025-11-21 }\n",
        )
    }),
    case("E032-id", |site| {
        let site = fields(site, PAGI, "id: pasar");
        fields(site, MALAM, "id: pasar")
    }),
    case("E032-name", |site| {
        site.file(
            "content/berita/lama/pasar-pagi.md",
            "---\ntitle: Pasar pagi tutup\ndate: 2025-08-20\nslug: tutup\nimport: { from: arsip }\n---\n",
        )
    }),
    case("E032-comment", |site| {
        site.file(
            "content/berita/pasar-pagi.komentar.yaml",
            "- { id: a1, status: approved, body: Baik, author: { name: Siti }, at: 2025-11-21 }\n- { id: a1, status: approved, body: Ya, author: { name: Tono }, at: 2025-11-21 }\n",
        )
    }),
    case("E033-slug", |site| fields(site, MALAM, "slug: pasar-pagi")),
    case("E033-letter-case", |site| site.file("static/Unduh/Peta.txt", "a").file("static/unduh/peta.txt", "b")),
    case("E033-unicode", |site| site.file("static/caf\u{e9}.txt", "a").file("static/cafe\u{301}.txt", "b")),
    case("E033-alias", |site| fields(site, PAGI, "aliases: [/tentang/]")),
    case("E033-static", |site| site.file("static/berita/pasar-pagi/index.html", "x")),
    case("E033-folder", |site| site.file("static/tentang", "x")),
    case("E034-file", |site| edit(site, PAGI, "(pasar-malam.md)", "(../pasar-malam.md)")),
    case("E034-address", |site| edit(site, PAGI, "(pasar-malam.md)", "(/berita/pasar-malm/)")),
    case("E034-no-neighbour", |site| edit(site, PAGI, "(pasar-malam.md)", "(laporan-tahunan.pdf)")),
    case("E034-menu-page", |site| append(site, "warta.yaml", "menu: [{ page: tentag.md }]\n")),
    case("E034-menu-address", |site| append(site, "warta.yaml", "menu: [{ name: Berita, url: /beritaa/ }]\n")),
    case("E034-notes", |site| {
        fields(site, PAGI, "notes_to_editors: |\n  Baris pertama.\n  Lihat [ini](hilang.md).\nnoindex: ya")
    }),
    case("E035-here", |site| append(site, PAGI, "\n[Jam](#jam-bukaa)\n")),
    case("E035-there", |site| append(site, MALAM, "\n[Alamat](../tentang.md#alamt)\n")),
    case("E035-footnote", |site| append(site, MALAM, "\nAnggaran naik.[^sumber]\n")),
    case("E035-no-headings", |site| append(site, PAGI, "\n[Malam](pasar-malam.md#jam)\n")),
    case("E036-image", |site| fields(site, PAGI, "image: { src: pasar.jpg, alt: Pasar }")),
    case("E036-attachment", |site| fields(site, PAGI, "attachments:\n  - { file: gerbng.svg, title: Gerbang }")),
    case("E036-letter-case", |site| edit(site, MALAM, "(gerbang.svg)", "(Gerbang.SVG)")),
    case("E037-no-date", |site| {
        let site =
            edit(site, "warta.yaml", "kind: press_release }", "kind: press_release, permalink: \"/{year}/{slug}/\" }");
        site.file("content/berita/tetap.md", "---\nkind: page\ntitle: Halaman tetap\nimport: { from: arsip }\n---\n")
    }),
    case("E037-unknown", |site| {
        edit(site, "warta.yaml", "kind: press_release }", "kind: press_release, permalink: \"/{tahun}/{slug}/\" }")
    }),
    case("E037-of-section", |site| {
        site.file("content/berita/_index.md", "---\njudul: Berita\npermalink: /berita/{bulan}/{slug}/\n---\n")
    }),
    case("E038-section", |site| edit(site, "warta.yaml", "  acara: {", "  acra: {")),
    case("E039-image", |site| fields(site, PAGI, "image: { src: gerbang.svg }")),
    case("E039-gambar", |site| fields(site, MALAM, "gambar:\n  berkas: gerbang.svg\n  keterangan: Gerbang pasar")),
    case("E039-html", |site| append(site, PAGI, "\n<img src=\"gerbang.svg\">\n")),
    case("E048-moved", |site| {
        let site = site.file("addresses.yaml", "\"/berita/pasar-pagi/\": { id: pasar-pagi }\n");
        fields(site, PAGI, "id: pasar-pagi\nslug: pasar-pagi-dibuka")
    }),
    case("E048-withheld", |site| {
        let site = site.file("addresses.yaml", "\"/acara/lokakarya/\": { id: lokakarya }\n");
        fields(site, ACARA, "status: draft")
    }),
    case("E048-lost", |site| site.file("addresses.yaml", "\"/edaran-lama.pdf\": {}\n")),
    case("E049-reused", |site| site.file("addresses.yaml", "\"/berita/pasar-pagi/\": { id: pasar-siang }\n")),
    case("W052-event", |site| {
        let recorded = "\"/acara/lokakarya/\": { id: lokakarya, sequence: 1, event: \"0000000000000000\" }\n";
        fields(site.file("addresses.yaml", recorded), ACARA, "urutan: 1")
    }),
    case("W001-one", |site| edit(site, PAGI, "signoff: { desk: humas, writer: nn }\n", "")),
    case("W001-many", |site| site.file("content/berita/baru.md", "---\njudul: Pasar baru\ntanggal: 2025-11-20\n---\n")),
    case("W003-link", |site| {
        let site = append(site, PAGI, "\nLihat [rencana](rencana.md).\n");
        site.file(
            "content/berita/rencana.md",
            "---\ntitle: Rencana pasar\ndate: 2025-11-20\nstatus: draft\nimport: { from: arsip }\n---\n",
        )
    }),
    case("W003-event", |site| {
        let site = fields(site, PAGI, "event: lokakarya");
        fields(site, ACARA, "status: draft")
    }),
    case("W006-summary", |site| {
        edit(
            site,
            PAGI,
            "summary: Pasar pagi di Jalan Contoh dibuka kembali setelah tiga bulan diperbaiki.",
            "summary: Pasar buka.",
        )
    }),
    case("W006-judul", |site| {
        edit(
            site,
            MALAM,
            "judul: Pasar malam pindah",
            &format!("judul: {}", "Pasar malam pindah ".repeat(10).trim_end()),
        )
    }),
    case("W007-comments", |site| {
        site.file("content/berita/pasar-siang.komentar.yaml", "- { id: a1, status: approved, body: Baik }\n")
    }),
];

#[test]
fn references_are_explained() {
    judge(CASES);
}
