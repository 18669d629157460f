//! Values that are not of their type, and values that do not fit each other.

use super::project::{ACARA, MALAM, PAGI, append, edit, fields};
use super::{Case, case, judge};
use crate::site::TestSite;

pub(super) const CASES: &[Case] = &[
    case("E015-title", |site| edit(site, PAGI, "title: Pasar pagi dibuka kembali\n", "")),
    case("E015-title-empty", |site| edit(site, PAGI, "title: Pasar pagi dibuka kembali", "title:")),
    case("E015-title-and-date", |site| site.file("content/berita/baru.md", "---\nimport: { from: arsip }\n---\n")),
    case("E015-no-fields", |site| site.file("content/berita/baru.md", "---\n---\n\nTeks.\n")),
    case("E015-start", |site| edit(site, ACARA, "start: 2025-11-25 09:00\nend: 2025-11-25 16:00\n", "")),
    case("E015-venue", |site| edit(site, ACARA, "venue: { ref: aula-kota }\n", "")),
    case("E015-session", |site| edit(site, ACARA, "{ title: Pembukaan, start: 09.00 }", "{ start: 09.00 }")),
    case("E015-city", |site| edit(site, PAGI, "{ city: Batam }", "{ agency: InfoPublik }")),
    case("E015-city-indonesian", |site| edit(site, MALAM, "{ kota: Batam }", "{ kantor_berita: InfoPublik }")),
    case("E015-attachment", |site| fields(site, PAGI, "attachments:\n  - file: gerbang.svg\n  - title: Peta")),
    case("E015-exemption", |site| fields(site, PAGI, "ignore: [{ code: W006 }]")),
    case("E017-empty", |site| edit(site, PAGI, "title: Pasar pagi dibuka kembali", "title: \"\"")),
    case("E017-several-lines", |site| {
        edit(site, PAGI, "title: Pasar pagi dibuka kembali", "title: |\n  Pasar pagi\n  dibuka kembali")
    }),
    case("E017-number", |site| fields(site, PAGI, "views: 1.370")),
    case("E017-number-words", |site| fields(site, ACARA, "capacity: seratus orang")),
    case("E017-number-negative", |site| fields(site, ACARA, "capacity: -5")),
    case("E017-flag", |site| fields(site, PAGI, "noindex: mungkin")),
    case("E017-id", |site| edit(site, PAGI, "[dini-saraswati]", "[Dini Saraswati]")),
    case("E017-id-in-data", |site| append(site, "data/people.yaml", "Siti Aminah: { name: Siti Aminah }\n")),
    case("E017-slug", |site| fields(site, PAGI, "slug: Pasar_Pagi")),
    case("E017-address", |site| fields(site, PAGI, "attachments: [{ title: Peta, url: www.peta.example }]")),
    case("E017-site-path", |site| fields(site, PAGI, "aliases: [berita/lama]")),
    case("E018-status", |site| fields(site, PAGI, "status: readdy")),
    case("E018-kind", |site| fields(site, PAGI, "kind: rilis")),
    case("E018-kind-near", |site| fields(site, MALAM, "jenis: siaran-pers")),
    case("E018-class", |site| edit(site, MALAM, "klasifikasi: berkala", "klasifikasi: rahasia")),
    case("E018-capital", |site| edit(site, MALAM, "sebagai: dikutip", "sebagai: Dikutip")),
    case("E018-several-lines", |site| fields(site, PAGI, "status: >\n  siap\n  terbit")),
    case("E019-date", |site| edit(site, PAGI, "date: 2025-11-20", "date: 3/6/2010")),
    case("E020-day", |site| edit(site, PAGI, "date: 2025-11-20", "date: 2025-02-30")),
    case("E020-day-in-words", |site| edit(site, MALAM, "3 November 2025", "31 November 2025")),
    case("E020-month", |site| edit(site, PAGI, "date: 2025-11-20", "date: 2025-13-20")),
    case("E020-year", |site| edit(site, PAGI, "date: 2025-11-20", "date: 20 November 25")),
    case("E020-time", |site| edit(site, ACARA, "end: 2025-11-25 16:00", "end: 2025-11-25 25:00")),
    case("E020-skipped", |site| {
        let site = edit(site, ACARA, "end: 2025-11-25 16:00", "end: 2025-11-25 16:00\ntimezone: Europe/Amsterdam");
        edit(site, ACARA, "start: 2025-11-25 09:00", "start: 2025-03-30 02:30")
    }),
    case("E021-month", |site| edit(site, MALAM, "3 November 2025", "3 Nopembre 2025")),
    case("E021-weekday", |site| edit(site, MALAM, "3 November 2025", "Seninn, 3 November 2025")),
    case("E021-digits", |site| edit(site, PAGI, "date: 2025-11-20", "date: 20/11/2025")),
    case("E021-leading-zeros", |site| edit(site, PAGI, "date: 2025-11-20", "date: 20251120")),
    case("E021-words", |site| edit(site, PAGI, "date: 2025-11-20", "date: minggu lalu")),
    case("E021-session", |site| edit(site, ACARA, "start: 09.00 }", "start: pagi }")),
    case("E021-time-as-date", |site| edit(site, PAGI, "date: 2025-11-20", "date: 12:30")),
    case("E022-weekday", |site| edit(site, MALAM, "3 November 2025", "Selasa, 3 November 2025")),
    case("E022-weekday-english", |site| edit(site, PAGI, "date: 2025-11-20", "date: Friday, 20 November 2025")),
    case("E024-name", |site| site.file("content/tentang.jv.md", "---\ntitle: Babagan\nimport: { from: arsip }\n---\n")),
    case("E024-field", |site| fields(site, PAGI, "lang: jv")),
    case("E024-both", |site| {
        site.file(
            "content/tentang.en.md",
            "---\ntitle: About us\nsummary: Who we are, what our tasks are, and how to reach us.\nlang: id\n---\n",
        )
    }),
    case("E025-workshop", |site| fields(site, ACARA, "timezone: WIBB")),
    case("E026-too-early", |site| edit(site, PAGI, "date: 2025-11-20", "date: 1025-11-20")),
    case("E026-updated", |site| fields(site, PAGI, "updated: 2025-11-19")),
    case("E026-updated-indonesian", |site| fields(site, MALAM, "diperbarui: 2 November 2025")),
    case("E026-expires", |site| fields(site, PAGI, "expires_at: 2025-10-01")),
    case("E026-needs-time", |site| fields(site, PAGI, "embargo_until: 2025-11-19")),
    case("E026-withdrawn", |site| fields(site, PAGI, "status: withdrawn")),
    case("E026-exempt", |site| edit(site, PAGI, "info_class: berkala", "info_class: dikecualikan")),
    case("E026-online", |site| fields(site, ACARA, "mode: hybrid")),
    case("E026-ends-before-start", |site| edit(site, ACARA, "end: 2025-11-25 16:00", "end: 2025-11-24 16:00")),
    case("E026-rescheduled", |site| fields(site, ACARA, "event_status: rescheduled")),
    case("E026-period", |site| programme(site, "period: { start: 2025-12-01, end: 2025-01-01 }")),
    case("E026-announcement-over", |site| announcement(site, "level: info\nexpires_at: 2025-11-20")),
    case("E026-emergency-long", |site| {
        announcement(site, "level: darurat\ninstruction: Jauhi sungai.\nsource: { name: BMKG }\nexpires_at: 2026-01-20")
    }),
    case("E026-emergency-instruction", |site| {
        announcement(site, "level: darurat\nsource: { name: BMKG }\nexpires_at: 2025-11-27")
    }),
    case("E026-gallery-licence", |site| gallery(site, "", "download: yes")),
    case("E026-gallery-minors", |site| gallery(site, ", minors: yes", "")),
    case("E026-correction-time", |site| {
        fields(site, PAGI, "corrections:\n  - { at: 2025-11-21, type: ralat, note: Jamnya keliru. }")
    }),
    case("W050-material", |site| {
        site.file("content/berita/paparan.pptx", "PK\x03\x04").file("content/berita/paparan.md", "---\nkind: material\ntitle: Paparan pasar\ndate: 2025-11-20\nfile: paparan.pptx\nimport: { from: arsip }\n---\n")
    }),
    case("W051-programme", |site| {
        let (now, ahead) =
            ("start: 2025-11-25 09:00\nend: 2025-11-25 16:00", "start: 2026-02-25 09:00\nend: 2026-02-25 16:00");
        let site = fields(edit(site, ACARA, now, ahead), ACARA, "programme: pasar-sehat");
        programme(site, "program_status: finished")
    }),
    case("E026-comment", |site| {
        let long = "a".repeat(5_001);
        site.file(
            "content/berita/pasar-pagi.komentar.yaml",
            format!("- {{ id: a1, status: approved, body: {long}, author: {{ name: Siti }}, at: 2025-11-21 }}\n"),
        )
    }),
];

fn programme(site: TestSite, fields: &str) -> TestSite {
    let text = format!(
        "---\nkind: programme\ntitle: Pasar sehat\nowner: bagian-humas\nimport: {{ from: arsip }}\n{fields}\n---\n"
    );
    site.file("content/program/pasar-sehat.md", text)
}

fn announcement(site: TestSite, fields: &str) -> TestSite {
    let text = format!(
        "---\nkind: announcement\ntitle: Banjir di Jalan Contoh\nstarts_at: 2025-11-24 09:00\nimport: {{ from: arsip }}\n{fields}\n---\n"
    );
    site.file("content/pengumuman/banjir.md", text)
}

fn gallery(site: TestSite, photo: &str, fields: &str) -> TestSite {
    let photo = format!("  - {{ src: foto.svg, alt: Pasar dari depan, credit: Humas{photo} }}");
    let text = format!(
        "---\nkind: gallery\ntitle: Pasar pagi\ndate: 2025-11-24\nimport: {{ from: arsip }}\nphotos:\n{photo}\n{fields}\n---\n"
    );
    site.file("content/galeri/foto.svg", "<svg/>").file("content/galeri/pasar.md", text)
}

#[test]
fn values_are_explained() {
    judge(CASES);
}
