//! The mistakes that writers make most, each as it is made: by the names of fields in both languages.

use super::project::{ACARA, MALAM, PAGI, append, edit, fields};
use super::{Case, case, judge};

pub(super) const CASES: &[Case] = &[
    case("E013-often-title", |site| edit(site, PAGI, "title:", "tilte:")),
    case("E013-often-judul", |site| edit(site, MALAM, "judul:", "judl:")),
    case("E010-often-title-with-colon", |site| edit(site, PAGI, "title: Pasar pagi", "title: Pengumuman: pasar pagi")),
    case("E010-often-judul-with-colon", |site| {
        edit(site, MALAM, "judul: Pasar malam", "judul: Pengumuman: pasar malam")
    }),
    case("E019-often-date", |site| edit(site, PAGI, "2025-11-20", "3/6/2010")),
    case("E019-often-tanggal", |site| edit(site, MALAM, "3 November 2025", "3-6-2010")),
    case("E011-often-closing-line", |site| edit(site, MALAM, "\n---\n\nPasar", "\n\nPasar")),
    case("E010-often-quote", |site| edit(site, MALAM, "judul: Pasar malam pindah", "judul: \"Pasar malam pindah")),
    case("E010-often-tab", |site| edit(site, MALAM, "  - tokoh:", "\t- tokoh:")),
    case("E018-often-kind", |site| fields(site, PAGI, "kind: workshp")),
    case("E018-often-jenis", |site| fields(site, MALAM, "jenis: siaran pers")),
    case("E030-often-person", |site| edit(site, PAGI, "[dini-saraswati]", "[dini-saraswaty]")),
    case("E030-often-tokoh", |site| edit(site, MALAM, "tokoh: budi-hartono", "tokoh: hartono")),
    case("E034-often-link", |site| edit(site, PAGI, "(pasar-malam.md)", "(pasar-malm.md)")),
    case("E036-often-picture", |site| edit(site, MALAM, "(gerbang.svg)", "(gerbang.jpg)")),
    case("E039-often-alt", |site| append(site, PAGI, "\n![](gerbang.svg)\n")),
    case("E026-often-end-before-start", |site| edit(site, ACARA, "end: 2025-11-25 16:00", "end: 2025-11-25 06:00")),
    case("E012-often-no-fields", |site| site.file("content/berita/pengumuman.md", "Pasar pagi buka kembali.\n")),
    case("E015-often-judul", |site| edit(site, MALAM, "judul: Pasar malam pindah\n", "")),
];

#[test]
fn the_mistakes_made_most_are_explained() {
    judge(CASES);
}
