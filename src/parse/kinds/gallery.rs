//! `gallery` (`galeri`): photographs, each with what it shows and who made it.

use super::shared::Licence;
use crate::yaml::scalars::{Address, Dated, Flag};
use crate::yaml::{Id, Line, record};

record! {
    /// A photograph.
    pub struct Photo {
        /// The file, from the item’s folder.
        pub src("berkas") [required]: Option<Line>,
        /// What it shows, for those who do not see it.
        pub alt("teks_alternatif") [required]: Option<Line>,
        /// What stands below it.
        pub caption("keterangan"): Option<Line>,
        /// Who made it.
        pub credit("kredit") [required]: Option<Line>,
        /// When it was taken.
        pub taken_at("diambil_pada"): Option<Dated>,
        /// Where it was taken.
        pub place("tempat"): Option<Line>,
        /// Ids of people on it.
        pub people("tokoh"): Vec<Id>,
        /// Whether children can be recognised on it. Then `consent` is needed.
        pub minors("anak"): Option<Flag>,
        /// Whether those who can be recognised agreed.
        pub consent("persetujuan_foto"): Option<Flag>,
        /// The point that must stay visible, in percent from the left and the top; for themes that crop.
        pub focal("fokus"): Vec<u64>,
    }
}

record! {
    /// A video beside the photographs.
    pub struct Video {
        /// Where it is.
        pub url("alamat") [required]: Option<Address>,
        /// What it is called. Without it: its address.
        pub title("judul"): Option<Line>,
        /// Whether it has captions.
        pub captions("takarir"): Option<Flag>,
    }
}

record! {
    /// The fields of a gallery.
    pub struct Gallery {
        /// The photographs, in order.
        pub photos("foto") [required]: Vec<Photo>,
        /// Videos beside them.
        pub video: Vec<Video>,
        /// Whether the press may take the files. Then `license` is needed.
        pub download("unduh"): Option<Flag>,
        /// Under which terms the files may be used.
        pub license("lisensi"): Option<Licence>,
    }
}
