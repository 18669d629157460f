//! `press_release` (`siaran_pers`): news of the office.

use super::shared::Contact;
use crate::yaml::OneOr;
use crate::yaml::scalars::{Dated, Prose};
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
        /// The words, as they stand in the body.
        pub text("teks") [required]: Option<Line>,
        /// Who said them.
        pub person("tokoh"): Option<Id>,
        /// Their language.
        pub lang("bahasa"): Option<Line>,
    }
}

record! {
    /// When, where and by whom a speech was given.
    pub struct Delivered {
        /// When.
        pub at("pada"): Option<Dated>,
        /// Where.
        pub place("tempat"): Option<Line>,
        /// By whom.
        pub by("oleh"): Option<Line>,
    }
}

record! {
    /// When and where the press is invited.
    pub struct MediaInvite {
        /// When.
        pub at("pada") [required]: Option<Dated>,
        /// Where.
        pub place("tempat") [required]: Option<Line>,
        /// How to answer: an e-mail address, a telephone number, an address, or words.
        pub rsvp: Option<Line>,
    }
}

record! {
    /// The fields of a press release.
    pub struct PressRelease {
        /// What kind of release. Without it: `berita`.
        pub release_type("tipe"): Option<ReleaseType>,
        /// Its number, given once a year. Needed by `release_type: siaran_pers`; its form is that of `numbering` in `warta.yaml`.
        pub number("nomor"): Option<Line>,
        /// Where the news is from. Printed before the first paragraph.
        pub dateline("titimangsa"): Option<Dateline>,
        /// Whom the press may call: ids of `data/contacts.yaml`, or written out.
        pub contacts("narahubung"): Vec<OneOr<Id, Contact>>,
        /// For editors only.
        pub notes_to_editors("catatan_redaksi"): Option<Prose>,
        /// Id of a text about the office in `data/boilerplates.yaml`.
        pub boilerplate("tentang"): Option<Id>,
        /// Words to be set apart.
        pub quotes("kutipan"): Vec<Quote>,
        /// Id of the item that it answers; each names the other at its top. Needed by `release_type: hak_jawab`, expected of
        /// `klarifikasi`.
        pub replies_to("menjawab"): Option<Id>,
        /// When and where a speech was given. Needed by `release_type: sambutan`.
        pub delivered("disampaikan"): Option<Delivered>,
        /// When and where the press is invited. Needed by `release_type: undangan_media`.
        pub media_invite("undangan"): Option<MediaInvite>,
    }
}
