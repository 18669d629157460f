//! `page` (`halaman`): what stays, such as who we are and how to reach us.

use crate::yaml::scalars::Flag;
use crate::yaml::{Id, Line, record, words};

words! {
    /// What a page is for.
    pub enum PageType named "page type" {
        /// Who we are.
        About = "about",
        /// How to reach us.
        Contact = "contact",
        /// The officer for public information.
        Ppid = "ppid",
        /// How accessible the site is.
        Accessibility = "accessibility",
        /// What is done with data.
        Privacy = "privacy",
        /// Rules for comments.
        CommentPolicy = "comment_policy",
        /// Rules for the press.
        MediaPolicy = "media_policy",
        /// Everything there is.
        SiteMap = "site_map",
    }
}

record! {
    /// A place in the menu.
    pub struct MenuPlace {
        /// The words. Not shown yet.
        pub name("nama"): Option<Line>,
        /// The order. Not shown yet.
        pub weight("bobot"): Option<u64>,
        /// The entry above it. Not shown yet.
        pub parent("induk"): Option<Line>,
    }
}

record! {
    /// The fields of a plain page.
    pub struct PageFields {
        /// Its place in the menu. Not shown yet.
        pub menu: Option<MenuPlace>,
        /// Whether it has a table of contents. Not shown yet.
        pub toc("daftar_isi"): Option<Flag>,
        /// Who looks after it. Not shown yet.
        pub owner("pengelola"): Option<Id>,
        /// What it is for. Not shown yet.
        pub page_type("tipe"): Option<PageType>,
    }
}
