//! What depends on who runs the program: files that may not be read or written.
//!
//! Whoever may do everything sees none of this, so the program runs as someone who may not.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use super::project::PAGI;
use super::{Case, Told, judge, told_by};
use crate::site::TestSite;

pub(super) const CASES: &[Case] = &[
    told_by(Told::CheckAsAnyone, "E002-file", |site| closed(site, PAGI, 0o000)),
    told_by(Told::CheckAsAnyone, "E002-folder", |site| closed(site, "content/berita", 0o000)),
    told_by(Told::CheckAsAnyone, "E002-data", |site| closed(site, "data/people.yaml", 0o000)),
    told_by(Told::BuildAsAnyone, "E008-output", |site| {
        let site = super::project::append(site, PAGI, "\nLagi.\n");
        closed(site, "public/berita/pasar-pagi", 0o555)
    }),
];

fn closed(site: TestSite, path: &str, mode: u32) -> TestSite {
    fs::set_permissions(site.path(path), Permissions::from_mode(mode)).unwrap();
    site
}

#[test]
fn what_may_not_be_read_or_written_is_explained() {
    judge(CASES);
}
