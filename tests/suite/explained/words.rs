//! What proofreading says of a text.

use super::project::{MALAM, PAGI, append, edit, fields};
use super::{Case, Told, case, judge, told_by};
use crate::site::TestSite;

pub(super) const CASES: &[Case] = &[
    case("E054-nik", |site| append(site, PAGI, "\nDiterima oleh Budi (NIK 2171040306850001).\n")),
    case("E054-nik-in-field", |site| fields(site, PAGI, "extra: { pemohon: \"2171040306850001\" }")),
    case("E054-ip", |site| fields(site, PAGI, "extra: { pengirim: 36.68.123.45 }")),
    case("E054-email-in-comment", |site| comment(site, "Kirim jadwalnya ke budi@contoh.com, ya.")),
    case("E055-two", |site| append(site, PAGI, "\n# Jadwal\n\nPagi.\n\n# Tempat\n\nJalan Contoh.\n")),
    case("W020-weekday", |site| {
        append(site, PAGI, "\nPeresmian berlangsung Jum’at (20/11) dan dilanjutkan malamnya.\n")
    }),
    case("W020-english", |site| append(site, PAGI, "\nIt opens on Friday, November 20, 2025.\n")),
    case("W021-city", |site| edit(site, PAGI, "\nPasar pagi di", "\nBATAM – Pasar pagi di")),
    case("W021-agency", |site| edit(site, MALAM, "\nPasar malam pindah.", "\nBatam, InfoPublik – Pasar malam pindah.")),
    case("W022-open", |site| append(site, PAGI, "\n“Semua pedagang kembali, kata Budi.\n")),
    case("W022-closed", |site| append(site, PAGI, "\nSemua pedagang kembali”, kata Budi.\n")),
    case("W022-title", |site| edit(site, PAGI, "title: Pasar pagi", "title: “Pasar pagi")),
    case("W022-comment", |site| comment(site, "Saya setuju dengan “pasar baru itu.")),
    case("W023-doubled", |site| append(site, PAGI, "\nSemua  pedagang kembali , juga  yang lama.\n")),
    case("W023-mark", |site| append(site, PAGI, "\nSemua pedagang kembali .\n")),
    case("W023-tab", |site| append(site, PAGI, "\nSemua\tpedagang kembali.\n")),
    case("W023-no-break", |site| append(site, PAGI, "\nSemua \u{a0}pedagang kembali.\n")),
    case("W024-text", |site| glossary(append(site, PAGI, "\nWalikota membuka pasar atas kerjasama warga.\n"))),
    case("W024-title", |site| {
        glossary(edit(site, MALAM, "judul: Pasar malam pindah", "judul: WALIKOTA pindahkan pasar malam"))
    }),
    case("W025-short", |site| edit(site, PAGI, "title: Pasar pagi dibuka kembali", "title: Pasar")),
    case("W025-long", |site| {
        let long = "title: Pasar pagi di Jalan Contoh dibuka kembali setelah tiga bulan diperbaiki dengan atap, saluran air, dan tempat cuci tangan";
        edit(site, PAGI, "title: Pasar pagi dibuka kembali", long)
    }),
    case("W025-full-stop", |site| {
        edit(site, PAGI, "title: Pasar pagi dibuka kembali", "title: Pasar pagi dibuka kembali.")
    }),
    case("W025-capitals", |site| edit(site, MALAM, "judul: Pasar malam pindah", "judul: PASAR MALAM PINDAH")),
    case("W026-words", |site| append(site, PAGI, "\nJadwal pasar malam ada [di sini](pasar-malam.md).\n")),
    case("W026-address", |site| {
        append(site, PAGI, "\nLihat [https://pasar.example/jadwal](https://pasar.example/jadwal).\n")
    }),
    case("W027-picture", |site| {
        site.file(
            "content/berita/poster.md",
            "---\nkind: page\ntitle: Pasar malam libur\nsummary: Pasar malam di Lapangan Contoh libur dua hari karena perbaikan jalan.\n---\n\n![Poster pasar malam](gerbang.svg)\n",
        )
    }),
    case("W028-record", |site| {
        let site = edit(site, "warta.yaml", "https://humas.example", "https://humas.contoh.go.id");
        site.file("data/contacts.yaml", "meja-pers: { name: Meja Pers, email: meja.pers@contoh.com }\n")
    }),
    case("W028-item", |site| {
        let site = edit(site, "warta.yaml", "https://humas.example", "https://humas.contoh.go.id");
        edit(site, MALAM, "narahubung: [meja-pers]", "narahubung:\n  - nama: Budi\n    surel: budi@contoh.com")
    }),
    case("W029-past", |site| fields(site, PAGI, "review_by: 2025-12-20")),
    case("W030-term", |site| fields(site, PAGI, "foreign_terms: [grand opening]")),
    case("W031-changes", |site| {
        let changes = "changes:\n  - { at: 2025-11-22, note: Jam buka diperbarui. }\n  - { at: 2025-11-21, note: Nama jalan diperbaiki. }";
        fields(site, PAGI, changes)
    }),
    case("W032-quote", |site| fields(site, PAGI, "quotes: [{ text: Pasar ini milik warga }]")),
    told_by(Told::CheckAloud, "I001-picture", |site| site),
    told_by(Told::CheckAloud, "I002-nothing", |site| edit(site, PAGI, "topics: [perdagangan]\n", "")),
    told_by(Told::CheckAloud, "I003-long", |site| {
        append(site, PAGI, &"\nSemua pedagang kembali ke kios yang baru.\n".repeat(200))
    }),
];

/// The release with an approved comment.
fn comment(site: TestSite, body: &str) -> TestSite {
    let text =
        format!("- id: k1\n  author: {{ name: Warga }}\n  at: 2025-11-21 08:00\n  status: approved\n  body: {body}\n");
    site.file("content/berita/pasar-pagi.komentar.yaml", text)
}

fn glossary(site: TestSite) -> TestSite {
    site.file("data/glossary.yaml", "Walikota: Wali Kota\nkerjasama: kerja sama\n")
}

#[test]
fn words_are_explained() {
    judge(CASES);
}
