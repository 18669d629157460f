//! Events, numbers, contacts and comments: what the office's own papers say against each other.

use super::project::{ACARA, MALAM, PAGI, append, edit, fields};
use super::{Case, case, judge};
use crate::site::TestSite;

pub(super) const CASES: &[Case] = &[
    case("E017-header", |site| append(site, "warta.yaml", "headers: { extra: { Content-Type: text/plain } }\n")),
    case("E017-numbering", |site| append(site, "warta.yaml", "numbering: { press_release: \"SP/{tahun}\" }\n")),
    case("E026-meeting", |site| fields(site, ACARA, "mode: hybrid\nonline: { url: http://rapat.example/1 }")),
    case("E026-registration-address", |site| fields(site, ACARA, "registration: { url: tel:0778123456 }")),
    case("E026-registration-never-open", |site| {
        fields(site, ACARA, "registration:\n  opens_at: 2025-11-20\n  closes_at: 2025-11-10\n  contact: meja-pers")
    }),
    case("E026-registration-late", |site| fields(site, ACARA, "pendaftaran: { ditutup: 2025-11-26 }")),
    case("E026-session", |site| edit(site, ACARA, "start: 09.00 }", "start: 15.00, end: 14.00 }")),
    case("E026-coordinates", |site| {
        edit(site, ACARA, "{ ref: aula-kota }", "{ ref: aula-kota, geo: [104.0529, 1.1301] }")
    }),
    case("E026-coordinates-in-data", |site| {
        edit(site, "data/venues.yaml", "{ name: Aula Kota }", "{ name: Aula Kota, koordinat: [\"1,13\", \"104,05\"] }")
    }),
    case("E015-number", |site| fields(site, PAGI, "release_type: siaran_pers")),
    case("E015-speech", |site| fields(site, MALAM, "tipe: sambutan")),
    case("E015-invitation", |site| fields(site, PAGI, "release_type: undangan_media")),
    case("E015-invitation-place", |site| {
        fields(site, MALAM, "tipe: undangan_media\nundangan: { pada: 2025-11-24 09.00 }")
    }),
    case("E015-right-of-reply", |site| fields(site, PAGI, "release_type: hak_jawab")),
    case("E030-organization-of-a-role", |site| {
        edit(
            site,
            "data/people.yaml",
            "budi-hartono: { name: Budi Hartono }",
            "budi-hartono: { name: Budi Hartono, roles: [{ title: Kepala Dinas, org: dinas-pasir }] }",
        )
    }),
    case("E030-parent", |site| {
        edit(site, "data/organizations.yaml", "{ name: Dinas Pasar }", "{ name: Dinas Pasar, induk: sekretariat }")
    }),
    case("E036-transcript", |site| {
        fields(site, ACARA, "recordings: [{ url: https://video.example/1, transcript: transkrip.txt }]")
    }),
    case("E057-early", |site| edit(site, ACARA, "start: 09.00 }", "start: 08.00 }")),
    case("E057-late", |site| edit(site, ACARA, "start: 09.00 }", "start: 15.30, selesai: 16.30 }")),
    case("E058-completed", |site| {
        let site = edit(site, ACARA, "start: 2025-11-25 09:00\nend: 2025-11-25 16:00", "start: 2026-11-25 09:00");
        fields(site, ACARA, "contacts: [meja-pers]\nevent_status: completed")
    }),
    case("E059-number", |site| fields(fields(site, PAGI, "number: 12/SP/2025"), MALAM, "nomor: 12/sp/2025")),
    case("E060-room", |site| {
        edit(
            site,
            ACARA,
            "start: 09.00 }",
            "start: 09.00, end: 10.00, room: Ruang 1 }\n  - { title: Tabel, start: 09.30, end: 11.00, room: Ruang 1 }",
        )
    }),
    case("E061-name", |site| comment(site, "pada: 2025-11-21")),
    case("E061-date", |site| comment(site, "author: { name: Siti }")),
    case("E061-both", |site| comment(site, "author: { name: null }")),
    case("W001-event-ahead", |site| {
        edit(site, ACARA, "start: 2025-11-25 09:00\nend: 2025-11-25 16:00", "start: 2026-11-25 09:00")
    }),
    case("W001-explanation", |site| {
        edit(fields(site, PAGI, "release_type: klarifikasi"), PAGI, "signoff: { desk: humas, writer: nn }\n", "")
    }),
    case("W040-captions", |site| fields(site, ACARA, "rekaman: [{ alamat: https://video.example/1, takarir: tidak }]")),
    case("W041-number", |site| fields(numbered(site), PAGI, "number: 12/SP/X/2025")),
    case("W041-no-number", |site| fields(numbered(site), MALAM, "nomor: dua belas")),
    case("W042-contact", |site| edit(site, PAGI, "[meja-pers]", "[{ name: Meja Pers, hours: 08.00–16.00 }]")),
    case("W043-sessions", |site| {
        edit(
            site,
            ACARA,
            "start: 09.00 }",
            "start: 09.00, end: 10.00, speakers: [budi-hartono] }\n  - { title: Tabel, start: 09.30, moderator: budi-hartono }",
        )
    }),
    case("W043-events", |site| {
        let site = fields(site, ACARA, "speakers: [{ person: budi-hartono }]");
        event(site, "venue: { name: Balai Warga }\nnarasumber: [{ tokoh: budi-hartono }]")
    }),
    case("W044-place", |site| event(site, "venue: { ref: aula-kota }")),
];

fn comment(site: TestSite, field: &str) -> TestSite {
    let text = format!("- id: a1\n  status: approved\n  body: Baik\n  {field}\n");
    site.file("content/berita/pasar-pagi.komentar.yaml", text)
}

fn numbered(site: TestSite) -> TestSite {
    append(site, "warta.yaml", "numbering: { press_release: \"{n}/SP/{ROMAN_MONTH}/{YYYY}\" }\n")
}

/// Another event in the middle of the first.
fn event(site: TestSite, fields: &str) -> TestSite {
    let text = "title: Rapat pasar\ndate: 2025-11-02\nstart: 2025-11-25 13:00\nend: 2025-11-25 14:00\nsummary: Rapat tentang pasar pagi bagi pegawai semua dinas di Kota Batam.\norganizations: [bagian-humas]\ninfo_class: berkala";
    site.file("content/acara/rapat.md", format!("---\n{text}\n{fields}\n---\n\nRapat.\n"))
}

#[test]
fn papers_of_the_office() {
    judge(CASES);
}
