//! The sound project that every case starts from, and the ways in which it is spoiled.

use std::fs;

use crate::site::TestSite;

/// A release whose fields are all there, by their English names.
pub(super) const PAGI: &str = "content/berita/pasar-pagi.md";

/// A release whose fields have their Indonesian names.
pub(super) const MALAM: &str = "content/berita/pasar-malam.md";

/// A workshop.
pub(super) const ACARA: &str = "content/acara/lokakarya.md";

/// The templates of an item.
pub(super) const TEMPLATE: &str = "themes/t/templates/page.html";

const FILES: &[(&str, &str)] = &[
    (
        "warta.yaml",
        "title: Humas Batam\nbase_url: https://humas.example\ntime_zone: WIB\ntheme: t\nlanguages: { id: {}, en: {} }\nsections:\n  berita: { kind: press_release }\n  acara: { kind: workshop, sort: start }\ntaxonomies:\n  tags: {}\n  people: { terms: data/people.yaml, closed: true }\n  organizations: { terms: data/organizations.yaml, closed: true }\n  topics: { terms: data/topics.yaml, closed: true }\n",
    ),
    ("data/people.yaml", "dini-saraswati: { name: Dini Saraswati }\nbudi-hartono: { name: Budi Hartono }\n"),
    ("data/organizations.yaml", "bagian-humas: { name: Bagian Humas }\ndinas-pasar: { name: Dinas Pasar }\n"),
    ("data/topics.yaml", "perdagangan: { name: Perdagangan }\nbudaya: { name: Budaya }\n"),
    ("data/contacts.yaml", "meja-pers: { name: Meja Pers, phone: 0778-1234 }\n"),
    ("data/venues.yaml", "aula-kota: { name: Aula Kota }\n"),
    (
        PAGI,
        "---\ntitle: Pasar pagi dibuka kembali\ndate: 2025-11-20\nsummary: Pasar pagi di Jalan Contoh dibuka kembali setelah tiga bulan diperbaiki.\norganizations: [bagian-humas]\npeople: [dini-saraswati]\ntopics: [perdagangan]\ninfo_class: berkala\ndateline: { city: Batam }\ncontacts: [meja-pers]\nsignoff: { desk: humas, writer: nn }\n---\n\nPasar pagi di Jalan Contoh dibuka kembali mulai Senin (24/11).\n\n## Jam buka\n\nSetiap hari, seperti [pasar malam](pasar-malam.md).\n",
    ),
    (
        MALAM,
        "---\njudul: Pasar malam pindah\ntanggal: 3 November 2025\nringkasan: Pasar malam di Lapangan Contoh pindah ke Jalan Contoh mulai akhir pekan ini.\ninstansi: [bagian-humas, dinas-pasar]\ntokoh:\n  - tokoh: budi-hartono\n    sebagai: dikutip\nklasifikasi: berkala\ntitimangsa: { kota: Batam }\nnarahubung: [meja-pers]\nparaf: { meja: humas, penulis: nn }\n---\n\nPasar malam pindah.\n\n![Gerbang pasar](gerbang.svg)\n",
    ),
    (
        ACARA,
        "---\ntitle: Lokakarya budaya kerja\ndate: 2025-11-01\nstart: 2025-11-25 09:00\nend: 2025-11-25 16:00\nsummary: Lokakarya sehari tentang budaya kerja bagi pegawai semua dinas di Kota Batam.\norganizations: [bagian-humas]\ninfo_class: berkala\nvenue: { ref: aula-kota }\nsessions:\n  - { title: Pembukaan, start: 09.00 }\n---\n\nLokakarya sehari.\n",
    ),
    ("content/berita/gerbang.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n"),
    (
        "content/tentang.md",
        "---\ntitle: Tentang kami\nsummary: Siapa kami, apa tugas kami, dan bagaimana menghubungi kami setiap hari.\n---\n\n## Alamat\n\nJalan Contoh.\n",
    ),
];

/// The project.
pub(super) fn sound() -> TestSite {
    FILES.iter().fold(TestSite::new(), |site, (path, text)| site.file(path, text))
}

/// Replaces the one place in a file where `from` stands.
pub(super) fn edit(site: TestSite, path: &str, from: &str, to: &str) -> TestSite {
    let text = fs::read_to_string(site.path(path)).unwrap();
    assert_eq!(text.matches(from).count(), 1, "{from:?} in {path}");
    site.file(path, text.replacen(from, to, 1))
}

/// Adds lines to the fields of a text.
pub(super) fn fields(site: TestSite, path: &str, lines: &str) -> TestSite {
    edit(site, path, "\n---\n", &format!("\n{lines}\n---\n"))
}

/// Adds to the end of a file.
pub(super) fn append(site: TestSite, path: &str, more: &str) -> TestSite {
    let text = fs::read_to_string(site.path(path)).unwrap();
    site.file(path, format!("{text}{more}"))
}
