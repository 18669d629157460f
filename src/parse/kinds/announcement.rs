//! `announcement` (`pengumuman`): something everyone should know at once, for a time.
//!
//! Between `starts_at` and `expires_at` it stands on every page. The keys of the Common Alerting Protocol (OASIS CAP 1.2) are kept
//! and checked, so that alerts can be written in that format later.

use crate::yaml::scalars::{Address, Dated, Flag, Prose};
use crate::yaml::{Id, Line, record, words};

words! {
    /// How urgent an announcement is.
    pub enum AlertLevel named "announcement level" {
        /// Good to know.
        Info = "info",
        /// Take care.
        Warning = "peringatan" / "warning",
        /// Act now.
        Emergency = "darurat" / "emergency",
    }
}

words! {
    /// What an announcement does with earlier ones.
    pub enum MessageType named "message type" {
        /// It is the first.
        Alert = "alert" / "peringatan",
        /// It says what is new.
        Update = "update" / "pemutakhiran",
        /// It calls them off.
        Cancel = "cancel" / "pembatalan",
    }
}

words! {
    /// What kind of hazard (CAP 1.2 §3.2.2).
    pub enum CapCategory named "category" {
        /// Geophysical.
        Geo = "Geo",
        /// Meteorological.
        Met = "Met",
        /// General safety.
        Safety = "Safety",
        /// Security.
        Security = "Security",
        /// Rescue.
        Rescue = "Rescue",
        /// Fire.
        Fire = "Fire",
        /// Health.
        Health = "Health",
        /// Environment.
        Env = "Env",
        /// Transport.
        Transport = "Transport",
        /// Utilities such as water and power.
        Infra = "Infra",
        /// Chemical, biological, radiological, nuclear or explosive.
        Cbrne = "CBRNE",
        /// Other.
        Other = "Other",
    }
}

words! {
    /// How soon to act (CAP 1.2 §3.2.2).
    pub enum CapUrgency named "urgency" {
        /// Now.
        Immediate = "Immediate",
        /// Within the hour.
        Expected = "Expected",
        /// Soon.
        Future = "Future",
        /// No more.
        Past = "Past",
        /// Not known.
        Unknown = "Unknown",
    }
}

words! {
    /// How grave (CAP 1.2 §3.2.2).
    pub enum CapSeverity named "severity" {
        /// Extraordinary threat.
        Extreme = "Extreme",
        /// Significant threat.
        Severe = "Severe",
        /// Possible threat.
        Moderate = "Moderate",
        /// Little or no threat.
        Minor = "Minor",
        /// Not known.
        Unknown = "Unknown",
    }
}

words! {
    /// How sure (CAP 1.2 §3.2.2).
    pub enum CapCertainty named "certainty" {
        /// It was seen.
        Observed = "Observed",
        /// Probability above one half.
        Likely = "Likely",
        /// Not above one half.
        Possible = "Possible",
        /// Near zero.
        Unlikely = "Unlikely",
        /// Not known.
        Unknown = "Unknown",
    }
}

record! {
    /// Where the office has it from.
    pub struct AnnouncementSource {
        /// Who says so.
        pub name("nama") [required]: Option<Line>,
        /// Where.
        pub url("alamat"): Option<Address>,
    }
}

record! {
    /// What the Common Alerting Protocol asks for.
    pub struct Cap {
        /// What is happening.
        pub event("kejadian") [required]: Option<Line>,
        /// What kind of hazard.
        pub category("kategori") [required]: Option<CapCategory>,
        /// How soon to act.
        pub urgency("kesegeraan") [required]: Option<CapUrgency>,
        /// How grave it is.
        pub severity("keparahan") [required]: Option<CapSeverity>,
        /// How sure it is.
        pub certainty("kepastian") [required]: Option<CapCertainty>,
    }
}

record! {
    /// The fields of an announcement.
    pub struct Announcement {
        /// How urgent it is.
        pub level("tingkat") [required]: Option<AlertLevel>,
        /// From when it stands on every page, until `expires_at`.
        pub starts_at("mulai_berlaku") [required]: Option<Dated>,
        /// Districts that it concerns, beside `districts`.
        pub areas("wilayah"): Vec<Id>,
        /// The words on every page, up to 90 characters. Without it: `title`.
        pub headline("kepala"): Option<Line>,
        /// What people are to do. Needed by `level: darurat`.
        pub instruction("imbauan"): Option<Prose>,
        /// Where the office has it from.
        pub source("sumber"): Option<AnnouncementSource>,
        /// Whether it stands on every page. Without it: yes.
        pub banner("pita"): Option<Flag>,
        /// What it does with the announcements in `references`. Without it: `alert`.
        pub msg_type("tipe_pesan"): Option<MessageType>,
        /// Ids of earlier announcements that it updates or calls off.
        pub references("rujukan"): Vec<Id>,
        /// What the Common Alerting Protocol asks for. Kept for later; nothing is written in that format yet.
        pub cap: Option<Cap>,
    }
}
