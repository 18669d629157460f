//! `_index.md`: what a section's list says about itself. Its keys override the section's entry in `warta.yaml`.

use super::shared::Extra;
use crate::config::{ArchiveBy, Kind, SortBy};
use crate::yaml::scalars::{Flag, Pattern};
use crate::yaml::{Line, record};

record! {
    /// The fields of a section.
    pub struct SectionFields {
        /// Its title. Without it: from the folder’s name.
        pub title("judul"): Option<Line>,
        /// What is in it.
        pub description("deskripsi"): Option<Line>,
        /// Place in the menu, among those that put themselves there.
        pub weight("bobot"): Option<u64>,
        /// Kind of items without `kind:`.
        pub kind("jenis"): Option<Kind>,
        /// Pattern of addresses.
        pub permalink: Option<Pattern>,
        /// Items on one page of the list.
        pub page_size: Option<u64>,
        /// Order of the list.
        pub sort("urut"): Option<SortBy>,
        /// Whether it has a feed.
        pub feed: Option<Flag>,
        /// Which archives it has.
        pub archive("arsip"): Option<ArchiveBy>,
        /// By what readers narrow the list.
        pub facets("saringan"): Vec<Line>,
        /// Template in the place of `section.html`.
        pub template("templat"): Option<Line>,
        /// This file is left aside, except with `--drafts`.
        pub draft("konsep"): Option<Flag>,
        /// Puts it into the menu under this name, behind the entries of `warta.yaml`.
        pub menu: Option<Line>,
        /// Free data.
        pub extra("tambahan"): Extra,
    }
}
