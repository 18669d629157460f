//! What every kind of item has.

use super::shared::{
    Approval, Attachment, Change, Comments, Correction, Exemption, Extra, ForeignTerm, Image, Import, InfoClass,
    PersonParts, Precision, Signoff, Status, Views, Withdrawal,
};
use crate::config::Kind;
use crate::yaml::scalars::{Dated, Flag, OneOr, SitePath, Slug};
use crate::yaml::{Id, Line, record};

record! {
    /// The fields of every kind.
    pub struct Common {
        /// What the item is; the section's kind without it.
        pub kind("jenis"): Option<Kind>,
        /// A name that never changes; from the file's name without it.
        pub id: Option<Id>,
        /// The title, 1 to 150 characters.
        pub title("judul") [required]: Option<Line>,
        /// A second title, up to 200 characters.
        pub subtitle("subjudul"): Option<Line>,
        /// Last part of the address; from the file's name without it.
        pub slug: Option<Slug>,
        /// What it says in 50 to 300 characters, without Markdown.
        pub summary("ringkasan"): Option<Line>,
        /// The date; a future one schedules it.
        pub date("tanggal"): Option<Dated>,
        /// How exact the date is.
        pub date_precision("ketelitian_tanggal"): Option<Precision>,
        /// Not public before.
        pub publish_at("tayang"): Option<Dated>,
        /// Not public before, for anyone.
        pub embargo_until("embargo"): Option<Dated>,
        /// The last change that matters; from `changes` and `corrections` without it.
        pub updated("diperbarui"): Option<Dated>,
        /// Over from then on.
        pub expires_at("berlaku_sampai"): Option<Dated>,
        /// To be looked at again.
        pub review_by("tinjau_pada"): Option<Dated>,
        /// How far it has come.
        pub status: Option<Status>,
        /// The same as `status: draft`.
        pub draft("konsep"): Option<Flag>,
        /// Who approved it.
        pub approval("persetujuan"): Option<Approval>,
        /// The desk's mark.
        pub signoff("paraf"): Option<Signoff>,
        /// People who wrote it.
        pub authors("penulis"): Vec<Id>,
        /// Units it comes from, the leading one first.
        pub organizations("instansi"): Vec<Id>,
        /// People in it.
        pub people("tokoh"): PersonParts,
        /// Subjects, of a closed list.
        pub topics("topik"): Vec<Id>,
        /// Free labels.
        pub tags("label"): Vec<Line>,
        /// Districts it concerns.
        pub districts("kecamatan"): Vec<Id>,
        /// Class of public information.
        pub info_class("klasifikasi"): Option<InfoClass>,
        /// Its language.
        pub lang("bahasa"): Option<Line>,
        /// Id or path of the item that it translates.
        pub translation_of("terjemahan_dari"): Option<Line>,
        /// The leading picture.
        pub image("gambar"): Option<Image>,
        /// Files that belong to it.
        pub attachments("lampiran"): Vec<Attachment>,
        /// The event it is about.
        pub event("acara"): Option<Id>,
        /// The programme it is part of.
        pub programme("program"): Option<Id>,
        /// Other items to read.
        pub related("terkait"): Vec<Id>,
        /// Addresses it had before.
        pub aliases("alamat_lama"): Vec<SitePath>,
        /// What changed.
        pub changes("riwayat"): Vec<Change>,
        /// What was put right.
        pub corrections("koreksi"): Vec<Correction>,
        /// Why it was taken back.
        pub withdrawn("pencabutan"): Option<Withdrawal>,
        /// Comments.
        pub comments("komentar"): Option<Comments>,
        /// How often it was read elsewhere.
        pub views("dibaca"): Option<Views>,
        /// Words of other languages in it.
        pub foreign_terms("istilah_asing"): Vec<OneOr<Line, ForeignTerm>>,
        /// Search engines stay away.
        pub noindex("tanpa_indeks"): Option<Flag>,
        /// Where it was taken over from.
        pub import("impor"): Option<Import>,
        /// Place in lists sorted by weight.
        pub weight("bobot"): Option<u64>,
        /// Template in the place of the kind's.
        pub template("templat"): Option<Line>,
        /// Findings that are accepted.
        pub ignore("abaikan"): Vec<Exemption>,
        /// Free data.
        pub extra("tambahan"): Extra,
    }
}
