//! `press_release` (`siaran_pers`): news of the office.

use super::shared::Contact;
use crate::yaml::scalars::{Dated, OneOr, Prose};
use crate::yaml::{Id, Line, record, words};

words! {
    /// What kind of release.
    pub enum ReleaseType named "release type" {
        /// A formal release with a number.
        SiaranPers = "siaran_pers",
        /// News.
        Berita = "berita",
        /// A speech.
        Sambutan = "sambutan",
        /// A statement.
        Pernyataan = "pernyataan",
        /// An invitation to the press.
        UndanganMedia = "undangan_media",
        /// An explanation.
        Klarifikasi = "klarifikasi",
        /// A reply.
        HakJawab = "hak_jawab",
    }
}

record! {
    /// Where the news is from: `BATAM – `, or `Batam, InfoPublik – ` with an agency.
    pub struct Dateline {
        /// The city.
        pub city("kota") [required]: Option<Line>,
        /// The agency.
        pub agency("kantor_berita"): Option<Line>,
    }
}

record! {
    /// Words to be set apart.
    pub struct Quote {
        /// The words, as they stand in the body. Not shown yet.
        pub text("teks") [required]: Option<Line>,
        /// Who said them. Not shown yet.
        pub person("tokoh"): Option<Id>,
        /// Their language. Not shown yet.
        pub lang("bahasa"): Option<Line>,
    }
}

record! {
    /// When, where and by whom a speech was given.
    pub struct Delivered {
        /// When. Not shown yet.
        pub at("pada"): Option<Dated>,
        /// Where. Not shown yet.
        pub place("tempat"): Option<Line>,
        /// By whom. Not shown yet.
        pub by("oleh"): Option<Line>,
    }
}

record! {
    /// When and where the press is invited.
    pub struct MediaInvite {
        /// When. Not shown yet.
        pub at("pada"): Option<Dated>,
        /// Where. Not shown yet.
        pub place("tempat"): Option<Line>,
        /// How to answer. Not shown yet.
        pub rsvp: Option<Line>,
    }
}

record! {
    /// The fields of a press release.
    pub struct PressRelease {
        /// What kind of release. Without it: `berita`.
        pub release_type("tipe"): Option<ReleaseType>,
        /// Its number.
        pub number("nomor"): Option<Line>,
        /// Where the news is from. Printed before the first paragraph.
        pub dateline("titimangsa"): Option<Dateline>,
        /// Whom the press may call: ids of `data/contacts.yaml`, or written out.
        pub contacts("narahubung"): Vec<OneOr<Id, Contact>>,
        /// For editors only.
        pub notes_to_editors("catatan_redaksi"): Option<Prose>,
        /// Id of a text about the office in `data/boilerplates.yaml`.
        pub boilerplate("tentang"): Option<Id>,
        /// Words to be set apart. Not shown yet.
        pub quotes("kutipan"): Vec<Quote>,
        /// Id of the item that it answers; that item lists this one.
        pub replies_to("menjawab"): Option<Id>,
        /// When a speech was given. Not shown yet.
        pub delivered("disampaikan"): Option<Delivered>,
        /// When the press is invited. Not shown yet.
        pub media_invite("undangan"): Option<MediaInvite>,
    }
}
