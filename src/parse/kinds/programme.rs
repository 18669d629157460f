//! `programme` (`program`): what releases, events and materials belong to.

use super::shared::Contact;
use crate::yaml::OneOr;
use crate::yaml::scalars::{Address, Dated};
use crate::yaml::{Id, Line, record, words};

words! {
    /// How far a programme has come.
    pub enum ProgrammeStatus named "programme status" {
        /// It is to begin.
        Planned = "planned" / "direncanakan",
        /// It goes on.
        Running = "running" / "berjalan",
        /// It is over.
        Finished = "finished" / "selesai",
    }
}

record! {
    /// From when until when a programme runs.
    pub struct Period {
        /// Its first day.
        pub start("mulai"): Option<Dated>,
        /// Its last day.
        pub end("selesai"): Option<Dated>,
    }
}

record! {
    /// A law or decision that a programme stands on.
    pub struct LegalBasis {
        /// What it is called.
        pub title("judul") [required]: Option<Line>,
        /// Its number and year.
        pub number("nomor"): Option<Line>,
        /// Where it can be read.
        pub url("alamat"): Option<Address>,
    }
}

record! {
    /// The fields of a programme.
    pub struct Programme {
        /// From when until when it runs.
        pub period("masa"): Option<Period>,
        /// Id of the organisation that answers for it.
        pub owner("penanggung_jawab") [required]: Option<Id>,
        /// What it is to achieve.
        pub objectives("tujuan"): Vec<Line>,
        /// What it stands on.
        pub legal_basis("dasar_hukum"): Vec<LegalBasis>,
        /// How far it has come. Without it: by `period` and the day.
        pub program_status("status_program"): Option<ProgrammeStatus>,
        /// Ids of items that come first in its list, in this order. The others follow, newest first.
        pub order("urutan"): Vec<Id>,
        /// Whom to ask.
        pub contacts("narahubung"): Vec<OneOr<Id, Contact>>,
    }
}
