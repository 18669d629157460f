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
        /// The words. Without it: the title.
        pub name("nama"): Option<Line>,
        /// The order among those that put themselves there.
        pub weight("bobot"): Option<u64>,
        /// The entry above it. Not shown yet.
        pub parent("induk"): Option<Line>,
    }
}

record! {
    /// The fields of a plain page.
    pub struct PageFields {
        /// Puts it into the menu, behind the entries of `warta.yaml`.
        pub menu: Option<MenuPlace>,
        /// Whether its headings are listed at the top. Without it: when there are more than two.
        pub toc("daftar_isi"): Option<Flag>,
        /// Id of the organisation that looks after it.
        pub owner("pengelola"): Option<Id>,
        /// What it is for.
        pub page_type("tipe"): Option<PageType>,
    }
}
