//! Types that several kinds and data files share.

use crate::locale::Words;
use crate::yaml::Entries;
use crate::yaml::OneOr;
use crate::yaml::free::FreeMap;
use crate::yaml::scalars::{Address, Dated, Flag, Prose};
use crate::yaml::{Id, Line, record, words};

words! {
    /// How far an item has come.
    pub enum Status named "status" {
        /// Being written.
        Draft = "draft" / "konsep",
        /// Being read by others.
        Review = "review" / "tinjauan",
        /// To be published.
        Ready = "ready" / "siap",
        /// Published once, taken back.
        Withdrawn = "withdrawn" / "dicabut",
    }
}

words! {
    /// How exact a date is.
    pub enum Precision named "precision" {
        /// To the day.
        Day = "day" / "hari",
        /// To the month.
        Month = "month" / "bulan",
        /// To the year.
        Year = "year" / "tahun",
    }
}

words! {
    /// Class of public information (UU 14/2008).
    pub enum InfoClass named "class" {
        /// Published at regular times (Pasal 9).
        Berkala = "berkala",
        /// Published at once (Pasal 10).
        SertaMerta = "serta_merta",
        /// Available at all times (Pasal 11).
        SetiapSaat = "setiap_saat",
        /// Exempt (Pasal 17): never published.
        Dikecualikan = "dikecualikan",
    }
}

impl InfoClass {
    /// The classes that are published, in the order of the law.
    pub const PUBLISHED: [InfoClass; 3] = [InfoClass::Berkala, InfoClass::SertaMerta, InfoClass::SetiapSaat];

    /// The last part of the address of its list; none for what is not published.
    pub fn slug(self) -> Option<&'static str> {
        match self {
            InfoClass::Berkala => Some("berkala"),
            InfoClass::SertaMerta => Some("serta-merta"),
            InfoClass::SetiapSaat => Some("setiap-saat"),
            InfoClass::Dikecualikan => None,
        }
    }

    /// What it is called.
    pub fn name(self, words: Words) -> &'static str {
        match (self, words) {
            (InfoClass::Berkala, Words::Indonesian) => "Informasi berkala",
            (InfoClass::Berkala, Words::English) => "Information published regularly",
            (InfoClass::SertaMerta, Words::Indonesian) => "Informasi serta-merta",
            (InfoClass::SertaMerta, Words::English) => "Information published at once",
            (InfoClass::SetiapSaat, Words::Indonesian) => "Informasi tersedia setiap saat",
            (InfoClass::SetiapSaat, Words::English) => "Information available at any time",
            (InfoClass::Dikecualikan, Words::Indonesian) => "Informasi yang dikecualikan",
            (InfoClass::Dikecualikan, Words::English) => "Exempt information",
        }
    }
}

words! {
    /// What a person has to do with an item.
    pub enum Part named "part" {
        /// Is quoted.
        Quoted = "quoted" / "dikutip",
        /// Spoke.
        Speaker = "speaker" / "pembicara",
        /// Is mentioned.
        Mentioned = "mentioned" / "disebut",
        /// Wrote it.
        Author = "author" / "penulis",
    }
}

words! {
    /// How much a change matters.
    pub enum Level named "level" {
        /// Moves the date of the last change.
        Major = "major" / "besar",
        /// Does not.
        Minor = "minor" / "kecil",
    }
}

words! {
    /// Whether readers may comment.
    pub enum CommentMode named "comment mode" {
        /// Shown, and the form with them.
        Open = "open" / "buka",
        /// Shown without a form.
        Closed = "closed" / "tutup",
        /// Not shown.
        Hidden = "hidden" / "sembunyi",
    }
}

words! {
    /// Under which terms something may be used.
    pub enum Licence named "licence" {
        /// Creative Commons Attribution 4.0.
        By = "CC-BY-4.0",
        /// Creative Commons Attribution-ShareAlike 4.0.
        BySa = "CC-BY-SA-4.0",
        /// Creative Commons Attribution-NonCommercial 4.0.
        ByNc = "CC-BY-NC-4.0",
        /// Creative Commons Attribution-NoDerivatives 4.0.
        ByNd = "CC-BY-ND-4.0",
        /// No rights reserved.
        Zero = "CC0-1.0",
        /// The city holds the rights; to be asked before use.
        City = "© Pemko" / "hak_cipta_pemko",
    }
}

impl Licence {
    /// Where its text stands; none for what is no public licence.
    pub fn url(self) -> Option<&'static str> {
        match self {
            Licence::By => Some("https://creativecommons.org/licenses/by/4.0/"),
            Licence::BySa => Some("https://creativecommons.org/licenses/by-sa/4.0/"),
            Licence::ByNc => Some("https://creativecommons.org/licenses/by-nc/4.0/"),
            Licence::ByNd => Some("https://creativecommons.org/licenses/by-nd/4.0/"),
            Licence::Zero => Some("https://creativecommons.org/publicdomain/zero/1.0/"),
            Licence::City => None,
        }
    }
}

record! {
    /// The desk's mark under a release: `(*humas_crew/nn)`.
    pub struct Signoff {
        /// The desk.
        pub desk("meja"): Option<Line>,
        /// The writer’s initials.
        pub writer("penulis"): Option<Line>,
        /// The editor’s initials.
        pub editor("penyunting"): Option<Line>,
        /// The approver’s initials. For the office; no page shows them.
        pub approver("pemeriksa"): Option<Line>,
    }
}

record! {
    /// A person and their part in an item.
    pub struct PersonPart {
        /// Id of `people`.
        pub person("tokoh") [required]: Option<Id>,
        /// What they have to do with it.
        pub part("sebagai") as "as": Option<Part>,
        /// The role in which they appear. Without it: the one that `people` has for the day of the item.
        pub role("jabatan"): Option<Line>,
    }
}

record! {
    /// A picture.
    pub struct Image {
        /// The file, from the item’s folder; with `/` from `static/`, else `content/`.
        pub src("berkas") [required]: Option<Line>,
        /// What it shows, for those who do not see it. Needed unless `decorative`.
        pub alt("teks_alternatif"): Option<Line>,
        /// True when it shows nothing of its own.
        pub decorative("hiasan"): Option<Flag>,
        /// What stands below it.
        pub caption("keterangan"): Option<Line>,
        /// Who made it.
        pub credit("kredit"): Option<Line>,
        /// Its licence.
        pub license("lisensi"): Option<Line>,
        /// The point that must stay visible, in percent from the left and the top; for themes that crop.
        pub focal("fokus"): Vec<u64>,
    }
}

record! {
    /// A file that belongs to an item.
    pub struct Attachment {
        /// The file, from the item’s folder. Either `file` or `url` is needed.
        pub file("berkas") [required unless "url"]: Option<Line>,
        /// The address, when it lies elsewhere.
        pub url("alamat"): Option<Address>,
        /// What it is.
        pub title("judul") [required]: Option<Line>,
        /// Its language.
        pub lang("bahasa"): Option<Line>,
        /// Whether a screen reader can read it. Not shown yet.
        pub accessible("aksesibel"): Option<Flag>,
        /// More about it.
        pub note("catatan"): Option<Line>,
    }
}

record! {
    /// How to reach someone.
    pub struct Contact {
        /// Who.
        pub name("nama") [required]: Option<Line>,
        /// In which role.
        pub role("jabatan"): Option<Line>,
        /// Telephone. A number without the code of a country is one of Indonesia: `0778 …` is dialled as `+62778…`.
        pub phone("telepon"): Option<Line>,
        /// WhatsApp number.
        pub whatsapp: Option<Line>,
        /// E-mail address.
        pub email("surel"): Option<Line>,
        /// When.
        pub hours("jam"): Option<Line>,
    }
}

record! {
    /// A place.
    pub struct Venue {
        /// Its name.
        pub name("nama") [required unless "ref"]: Option<Line>,
        /// Street and number.
        pub street("jalan"): Option<Line>,
        /// District.
        pub district("kecamatan"): Option<Line>,
        /// City.
        pub city("kota"): Option<Line>,
        /// Province.
        pub region("provinsi"): Option<Line>,
        /// Postal code.
        pub postal_code("kode_pos"): Option<Line>,
        /// Latitude and longitude in degrees, such as `[1.1301, 104.0529]`; they link to a map where `map_url` does not.
        pub geo("koordinat"): Vec<Line>,
        /// Address of a map.
        pub map_url("peta"): Option<Address>,
        /// How to get in.
        pub access_notes("akses"): Option<Line>,
        /// A room in it.
        pub room("ruang"): Option<Line>,
        /// Id of a record of `data/venues.yaml`; keys beside it win over the record.
        pub venue("tempat") as "ref": Option<Id>,
    }
}

record! {
    /// A change that readers should know of.
    pub struct Change {
        /// When.
        pub at("pada") [required]: Option<Dated>,
        /// What.
        pub note("catatan") [required]: Option<Line>,
        /// How much it matters.
        pub level("tingkat"): Option<Level>,
        /// Who.
        pub by("oleh"): Option<Line>,
    }
}

words! {
    /// What kind of correction.
    pub enum CorrectionType named "correction type" {
        /// A mistake of the office's, put right.
        Ralat = "ralat",
        /// A mistake pointed out by others, put right.
        Koreksi = "koreksi",
        /// An explanation.
        Klarifikasi = "klarifikasi",
        /// The right of reply (UU 40/1999).
        HakJawab = "hak_jawab",
    }
}

record! {
    /// A correction, shown at the top.
    pub struct Correction {
        /// When, with a time.
        pub at("pada") [required]: Option<Dated>,
        /// What kind.
        pub kind("tipe") as "type": Option<CorrectionType>,
        /// What was wrong and what is right.
        pub note("catatan") [required]: Option<Line>,
        /// The words before.
        pub before("sebelum"): Option<Line>,
        /// The words after.
        pub after("sesudah"): Option<Line>,
        /// Who asked for it.
        pub requested_by("pemohon"): Option<Line>,
        /// The item that says more.
        pub item("butir"): Option<Id>,
    }
}

record! {
    /// Why an item was taken back.
    pub struct Withdrawal {
        /// When.
        pub at("pada"): Option<Dated>,
        /// Why. Needed by `status: withdrawn`.
        pub reason("alasan") [required]: Option<Line>,
        /// Id of the item in its place.
        pub replacement("pengganti"): Option<Id>,
        /// Whether the text stays.
        pub keep_body("simpan_isi"): Option<Flag>,
    }
}

record! {
    /// Comments of an item.
    pub struct CommentSettings {
        /// Whether readers may comment. Without it: open where the site has an endpoint or address for comments and
        /// the item is no page, else closed.
        pub mode("moda"): Option<CommentMode>,
        /// Until when. Without it: by `close_after_days` of the site.
        pub closes_at("tutup_pada"): Option<Dated>,
    }
}

record! {
    /// A counter taken over from elsewhere.
    pub struct ViewBase {
        /// The count.
        pub base("dasar"): Option<u64>,
        /// When it was read.
        pub as_of("per"): Option<Dated>,
    }
}

/// How often an item was read: a number, or a base with its date.
pub type Views = OneOr<u64, ViewBase>;

record! {
    /// A foreign term.
    pub struct ForeignTerm {
        /// The words.
        pub text("teks") [required]: Option<Line>,
        /// Their language; English without it.
        pub lang("bahasa"): Option<Line>,
    }
}

record! {
    /// Where an item was taken over from.
    pub struct Import {
        /// The system.
        pub from("dari"): Option<Line>,
        /// Its id there.
        pub legacy_id("id_lama"): Option<Line>,
        /// Its address there.
        pub url("alamat"): Option<Line>,
        /// When.
        pub at("pada"): Option<Dated>,
        /// What is not certain.
        pub notes("catatan"): Option<Prose>,
    }
}

record! {
    /// Who approved an item.
    pub struct Approval {
        /// Who, an id of `people`.
        pub by("oleh"): Option<Id>,
        /// When.
        pub at("pada"): Option<Dated>,
    }
}

record! {
    /// A finding that is accepted, and why.
    pub struct Exemption {
        /// The code of the finding: `W001`.
        pub code("kode") [required]: Option<Line>,
        /// Why.
        pub reason("alasan") [required]: Option<Line>,
    }
}

/// Ids, or maps that say more.
pub type PersonParts = Vec<OneOr<Id, PersonPart>>;

/// Free data.
pub type Extra = FreeMap;

/// Free keys with text.
pub type Texts = Entries<Line>;
