//! Files, folders and links, and what has to do with the output.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;

use super::{Case, Told, case, judge, told_by};

pub(super) const CASES: &[Case] = &[
    case("E005-file", |site| {
        fs::write(site.path("content/berita").join(OsStr::from_bytes(b"pasar\xff.md")), "---\n---\n").unwrap();
        site
    }),
    case("E005-folder", |site| {
        let folder = site.path("static").join(OsStr::from_bytes(b"unduh\xe9"));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("a.txt"), "a").unwrap();
        site
    }),
    case("E006-outside", |site| {
        symlink("/etc", site.path("content/berita/luar")).unwrap();
        site
    }),
    case("E006-outside-file", |site| {
        symlink("/etc/hostname", site.path("content/berita/nama.txt")).unwrap();
        site
    }),
    case("E006-loop", |site| {
        symlink("..", site.path("content/berita/putar")).unwrap();
        site
    }),
    case("E006-itself", |site| {
        symlink("putar", site.path("content/berita/putar")).unwrap();
        site
    }),
    case("E006-nowhere", |site| {
        symlink("hilang.pdf", site.path("content/berita/surat.pdf")).unwrap();
        site
    }),
    case("E002-theme", |site| site.remove("themes/t/theme.yaml")),
    case("E002-config", |site| {
        let site = site.remove("warta.yaml");
        fs::create_dir(site.path("warta.yaml")).unwrap();
        site
    }),
    told_by(Told::Build, "E009-occupied", |site| {
        let config = fs::read_to_string(site.path("warta.yaml")).unwrap();
        site.file("warta.yaml", format!("{config}output: surat\n")).file("surat/undangan.txt", "milik orang lain")
    }),
    told_by(Told::Build, "E009-sources", |site| {
        let config = fs::read_to_string(site.path("warta.yaml")).unwrap();
        site.file("warta.yaml", format!("{config}output: content\n"))
    }),
    told_by(Told::Build, "E047-running", |site| {
        let lock = File::create(site.path(".warta/lock")).unwrap();
        lock.try_lock().unwrap();
        // Held until the tests end.
        std::mem::forget(lock);
        site
    }),
    told_by(Told::Build, "E047-output", |site| {
        let output = File::open(site.output()).unwrap();
        output.try_lock().unwrap();
        std::mem::forget(output);
        site
    }),
    told_by(Told::Build, "W005-cache", |site| {
        fs::remove_dir_all(site.path(".warta")).unwrap();
        site.file(".warta", "")
    }),
];

#[test]
fn files_are_explained() {
    judge(CASES);
}
