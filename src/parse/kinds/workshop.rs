//! `workshop` (`lokakarya`): an event to which people come.

use super::shared::{Contact, Venue};
use crate::yaml::OneOr;
use crate::yaml::scalars::{Address, Dated, Flag};
use crate::yaml::{Id, Line, record, words};

words! {
    /// What kind of event.
    pub enum EventType named "event type" {
        /// A workshop.
        Workshop = "workshop" / "lokakarya",
        /// Technical guidance.
        Bimtek = "bimtek",
        /// Making something known.
        Sosialisasi = "sosialisasi",
        /// A seminar.
        Seminar = "seminar",
        /// A training.
        Pelatihan = "pelatihan",
        /// A meeting.
        Rapat = "rapat",
        /// A ceremony.
        Upacara = "upacara",
        /// A press conference.
        KonferensiPers = "konferensi_pers",
    }
}

words! {
    /// What has become of an event.
    pub enum EventStatus named "event status" {
        /// As planned.
        Scheduled = "scheduled" / "terjadwal",
        /// At another time than first said.
        Rescheduled = "rescheduled" / "dijadwalkan_ulang",
        /// Put off.
        Postponed = "postponed" / "ditunda",
        /// Off.
        Cancelled = "cancelled" / "dibatalkan",
        /// Over.
        Completed = "completed" / "selesai",
    }
}

words! {
    /// Where people meet.
    pub enum Mode named "mode" {
        /// In one place.
        Offline = "offline" / "luring",
        /// Online.
        Online = "online" / "daring",
        /// Both.
        Hybrid = "hybrid" / "hibrida",
    }
}

words! {
    /// What a session is.
    pub enum SessionType named "session type" {
        /// Opening.
        Opening = "opening" / "pembukaan",
        /// A talk.
        Talk = "talk" / "materi",
        /// A panel.
        Panel = "panel",
        /// A break.
        Break = "break" / "rehat",
        /// Practice.
        Practice = "practice" / "praktik",
        /// Closing.
        Closing = "closing" / "penutupan",
    }
}

record! {
    /// Where to join online.
    pub struct Online {
        /// The address, beginning with `https://`. Shown until the event is over or called off.
        pub url("alamat"): Option<Address>,
        /// The service.
        pub platform: Option<Line>,
        /// Where to get the passcode; never the passcode itself.
        pub passcode_hint("petunjuk_sandi"): Option<Line>,
    }
}

record! {
    /// How to register.
    pub struct Registration {
        /// Where, beginning with `https://` or `mailto:`.
        pub url("alamat"): Option<Address>,
        /// From when. Without it: at once.
        pub opens_at("dibuka"): Option<Dated>,
        /// Until when, at the latest the start of the event. A day counts to its end. Without it: until the event starts.
        pub closes_at("ditutup"): Option<Dated>,
        /// How many.
        pub quota("kuota"): Option<u64>,
        /// What it costs.
        pub fee("biaya"): Option<Line>,
        /// Whom to ask, an id of `data/contacts.yaml`.
        pub contact("kontak"): Option<Id>,
    }
}

record! {
    /// Someone who speaks.
    pub struct Speaker {
        /// Id of `people`.
        pub person("tokoh") [required]: Option<Id>,
        /// In which role. Without it: the one that `people` has for the day of the event.
        pub role("jabatan"): Option<Line>,
        /// For which organisation. Without it: that of the role.
        pub org("instansi"): Option<Id>,
        /// About what.
        pub topic("topik"): Option<Line>,
    }
}

record! {
    /// A person and what they do in the committee.
    pub struct CommitteeMember {
        /// Id of the person.
        pub person("tokoh") [required]: Option<Id>,
        /// What they do. Without it: the role that `people` has for the day of the event.
        pub role("tugas"): Option<Line>,
    }
}

record! {
    /// A part of the event.
    pub struct Session {
        /// A name that never changes.
        pub id: Option<Id>,
        /// What it is about.
        pub title("judul") [required]: Option<Line>,
        /// What it is.
        pub kind("tipe") as "type": Option<SessionType>,
        /// When it starts: a time (`09.00`) on the first day of the event, or a date with a time. Not before the event.
        pub start("mulai"): Option<Line>,
        /// When it ends.
        pub end("selesai"): Option<Line>,
        /// Ids of `people`.
        pub speakers("narasumber"): Vec<Id>,
        /// Id of `people`: who leads it.
        pub moderator: Option<Id>,
        /// Where in the venue. A room holds one session at a time.
        pub room("ruang"): Option<Line>,
        /// What it is about, in a few sentences.
        pub summary("abstrak") as "abstract": Option<Line>,
        /// Ids of its materials. A material may name its event instead.
        pub materials("materi"): Vec<Id>,
    }
}

record! {
    /// A certificate.
    pub struct Certificate {
        /// Whether there is one.
        pub available("ada"): Option<Flag>,
        /// Lesson hours (jam pelajaran) on it.
        pub hours_jp("jam_pelajaran"): Option<u64>,
    }
}

record! {
    /// A recording.
    pub struct Recording {
        /// Where: elsewhere, or with `/` a file of the site.
        pub url("alamat") [required]: Option<Address>,
        /// Whether it has captions.
        pub captions("takarir"): Option<Flag>,
        /// A text of it: a file, from the item’s folder, or an address.
        pub transcript("transkrip"): Option<Line>,
    }
}

record! {
    /// How many came; numbers only.
    pub struct Attendance {
        /// How many had registered.
        pub registered("terdaftar"): Option<u64>,
        /// How many came.
        pub attended("hadir"): Option<u64>,
        /// Whether that is an estimate.
        pub approximate("perkiraan"): Option<Flag>,
        /// Who they were, as groups; no names.
        pub groups("kelompok"): Vec<Line>,
    }
}

record! {
    /// The fields of a workshop.
    pub struct Workshop {
        /// What kind of event. Without it: `workshop`.
        pub event_type("tipe"): Option<EventType>,
        /// When it starts.
        pub start("mulai") [required]: Option<Dated>,
        /// When it ends. Without it: with the day of `start`.
        pub end("selesai"): Option<Dated>,
        /// The zone of its times: WIB, WITA, WIT or an IANA name. Without it: the site’s.
        pub timezone("zona"): Option<Line>,
        /// What has become of it.
        pub event_status("status_acara"): Option<EventStatus>,
        /// When it was to be before. Needed by `event_status: rescheduled`.
        pub previous_start("mulai_semula"): Option<Dated>,
        /// Raised when calendars must notice a change of time, place or status (RFC 5545 §3.8.7.4). Without it: 0.
        pub sequence("urutan"): Option<u64>,
        /// Where people meet. Without it: `offline`.
        pub mode("cara"): Option<Mode>,
        /// The place. Needed unless `mode` is `online`.
        pub venue("tempat"): Option<Venue>,
        /// Where to join. Its `url` is needed unless `mode` is `offline`.
        pub online("daring"): Option<Online>,
        /// Id of the organisation that holds it.
        pub organizer("penyelenggara"): Option<Id>,
        /// Ids of organisations that join in.
        pub co_organizers("kerja_sama"): Vec<Id>,
        /// Who works on it; brings the item into their lists.
        pub committee("panitia"): Vec<CommitteeMember>,
        /// For whom.
        pub audience("peserta"): Option<Line>,
        /// How many fit.
        pub capacity("kuota"): Option<u64>,
        /// How to register.
        pub registration("pendaftaran"): Option<Registration>,
        /// Who speaks.
        pub speakers("narasumber"): Vec<Speaker>,
        /// Its parts.
        pub sessions("sesi"): Vec<Session>,
        /// Ids of its materials. A material may name its event instead.
        pub materials("materi"): Vec<Id>,
        /// The certificate.
        pub certificate("sertifikat"): Option<Certificate>,
        /// Recordings.
        pub recordings("rekaman"): Vec<Recording>,
        /// How many came.
        pub attendance("kehadiran"): Option<Attendance>,
        /// What came of it.
        pub outcomes("hasil"): Vec<Line>,
        /// Id of the item that reports on it.
        pub report("laporan"): Option<Id>,
        /// Whom to ask.
        pub contacts("narahubung"): Vec<OneOr<Id, Contact>>,
    }
}
