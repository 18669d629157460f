//! What every kind of item has.

use super::shared::{
    Approval, Attachment, Change, CommentSettings, Correction, Exemption, Extra, ForeignTerm, Image, Import, InfoClass,
    PersonParts, Precision, Signoff, Status, Views, Withdrawal,
};
use crate::config::Kind;
use crate::yaml::OneOr;
use crate::yaml::scalars::{Dated, Flag, SitePath, Slug};
use crate::yaml::{Id, Line, record};

record! {
    /// The fields of every kind.
    pub struct Common {
        /// What the item is. Without it: the kind of its folder.
        pub kind("jenis"): Option<Kind>,
        /// A name that never changes. Without it: from the name of the file or bundle, see Ids.
        pub id: Option<Id>,
        /// The title, 1 to 150 characters.
        pub title("judul") [required]: Option<Line>,
        /// A second title, up to 200 characters.
        pub subtitle("subjudul"): Option<Line>,
        /// Last part of the address. Without it: from the name of the file or bundle.
        pub slug: Option<Slug>,
        /// What the item says, in 50 to 300 characters, without Markdown. Without it the start of the text stands
        /// in lists and feeds.
        pub summary("ringkasan"): Option<Line>,
        /// The date, 1945 or later. A date ahead schedules the item.
        pub date("tanggal"): Option<Dated>,
        /// How exact the date is; pages show no more than that.
        pub date_precision("ketelitian_tanggal"): Option<Precision>,
        /// Not public before. Needs a time.
        pub publish_at("tayang"): Option<Dated>,
        /// Not public before, and never shown in previews until then. Needs a time.
        pub embargo_until("embargo"): Option<Dated>,
        /// The last change that matters. Without it: the last correction or major change.
        pub updated("diperbarui"): Option<Dated>,
        /// From then on the page says that it is over.
        pub expires_at("berlaku_sampai"): Option<Dated>,
        /// When the item should be looked at again. `warta check` says when that day is past.
        pub review_by("tinjau_pada"): Option<Dated>,
        /// How far the item has come. Without it: `ready`.
        pub status: Option<Status>,
        /// The same as `status: draft`.
        pub draft("konsep"): Option<Flag>,
        /// Who approved it. `warta list` shows it, no page does.
        pub approval("persetujuan"): Option<Box<Approval>>,
        /// The desk’s mark.
        pub signoff("paraf"): Option<Box<Signoff>>,
        /// People who wrote it, ids of `people`.
        pub authors("penulis"): Vec<Id>,
        /// Units it comes from, the leading one first.
        pub organizations("instansi"): Vec<Id>,
        /// People in it.
        pub people("tokoh"): PersonParts,
        /// Subjects.
        pub topics("topik"): Vec<Id>,
        /// Free labels. Labels that make the same slug are one.
        pub tags("label"): Vec<Line>,
        /// Districts it concerns.
        pub districts("kecamatan"): Vec<Id>,
        /// Class of public information (UU 14/2008). `dikecualikan` is an error: such an item is not published.
        pub info_class("klasifikasi"): Option<InfoClass>,
        /// Its language. Must agree with the name of the file.
        pub lang("bahasa"): Option<Line>,
        /// Id or file below `content/` of the item that it translates, where the files have different names.
        pub translation_of("terjemahan_dari"): Option<Line>,
        /// The leading picture.
        pub image("gambar"): Option<Box<Image>>,
        /// Files that belong to it.
        pub attachments("lampiran"): Vec<Attachment>,
        /// Id of the event that it is about.
        pub event("acara"): Option<Id>,
        /// Id of the programme that it is part of. Without it: that of its event.
        pub programme("program"): Option<Id>,
        /// Ids of other items to read, before those that are found by what they share.
        pub related("terkait"): Vec<Id>,
        /// Addresses it had before, beginning with `/`. One without a query gets a page that sends visitors on.
        pub aliases("alamat_lama"): Vec<SitePath>,
        /// What changed.
        pub changes("riwayat"): Vec<Change>,
        /// What was put right: shown at the top, and listed with all others at `/koreksi/`.
        pub corrections("koreksi"): Vec<Correction>,
        /// Why it was taken back; for `status: withdrawn`.
        pub withdrawn("pencabutan"): Option<Box<Withdrawal>>,
        /// Comments.
        pub comments("komentar"): Option<Box<CommentSettings>>,
        /// How often it was read elsewhere.
        pub views("dibaca"): Option<Views>,
        /// Words of other languages (English, if none is named), set off in the text.
        pub foreign_terms("istilah_asing"): Vec<OneOr<Line, ForeignTerm>>,
        /// Search engines stay away, and the sitemap leaves it out.
        pub noindex("tanpa_indeks"): Option<Flag>,
        /// Where it was taken over from. What is expected and missing is then no warning.
        pub import("impor"): Option<Box<Import>>,
        /// Place in lists that are sorted by weight.
        pub weight("bobot"): Option<u64>,
        /// Template in the place of the kind’s own.
        pub template("templat"): Option<Line>,
        /// Warnings that are accepted, each with a reason. Errors are never accepted.
        pub ignore("abaikan"): Vec<Exemption>,
        /// Free data.
        pub extra("tambahan"): Extra,
    }
}
