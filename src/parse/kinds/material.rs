//! `material` (`materi`): a document to read or to take along.

use super::shared::{Image, Licence};
use crate::yaml::scalars::{Address, Dated, Flag};
use crate::yaml::{Id, Line, record, words};

words! {
    /// What a material is.
    pub enum MaterialType named "material type" {
        /// Slides.
        Presentation = "presentation" / "paparan",
        /// A text to read along.
        Handout = "handout" / "bahan_bacaan",
        /// How something is done.
        Guide = "guide" / "panduan",
        /// A report.
        Report = "report" / "laporan",
        /// A form to fill in.
        Form = "form" / "formulir",
        /// A law, decision or circular.
        Regulation = "regulation" / "peraturan",
        /// Figures.
        Dataset = "dataset" / "data",
        /// A poster or leaflet.
        Poster = "poster" / "selebaran",
        /// A recording.
        Recording = "recording" / "rekaman",
    }
}

record! {
    /// The fields of a material.
    pub struct Material {
        /// The file, from the item’s folder. Either `file` or `url` is needed.
        pub file("berkas") [required unless "url"]: Option<Line>,
        /// The address, when it lies elsewhere.
        pub url("alamat"): Option<Address>,
        /// What it is.
        pub material_type("tipe"): Option<MaterialType>,
        /// Its version.
        pub version("versi"): Option<Line>,
        /// When it was issued. Without it: `date`.
        pub issued("terbit"): Option<Dated>,
        /// Under which terms it may be used.
        pub license("lisensi"): Option<Licence>,
        /// Whether a screen reader can read it.
        pub accessible("aksesibel"): Option<Flag>,
        /// A version that a screen reader can read: id of another material, or a file.
        pub accessible_version("versi_aksesibel"): Option<Line>,
        /// Id of a contact to ask for another format.
        pub alternative_format_contact("kontak_format_lain"): Option<Id>,
        /// A small picture of it.
        pub thumbnail("gambar_kecil"): Option<Image>,
        /// Id of the material that this one replaces; that one says so.
        pub replaces("menggantikan"): Option<Id>,
        /// Id of the material that replaces this one.
        pub replaced_by("digantikan_oleh"): Option<Id>,
        /// Id of the session of its event that it was made for.
        pub session("sesi"): Option<Id>,
        /// Name under which browsers keep it.
        pub download_name("nama_unduhan"): Option<Line>,
    }
}
