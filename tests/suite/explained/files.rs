//! Files, folders and links, and what has to do with the output.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;

use super::project::{PAGI, append, fields};
use super::{Case, Told, case, judge, told_by};
use crate::facts;

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
    case("E050-other", |site| {
        let site = fields(site, PAGI, "attachments: [{ title: Surat, file: surat.pdf }]");
        site.file("content/berita/surat.pdf", b"\x89PNG\r\n\x1a\n")
    }),
    case("E050-none", |site| {
        let site = fields(site, PAGI, "attachments: [{ title: Surat, file: surat.pdf }]");
        site.file("content/berita/surat.pdf", "<!DOCTYPE html><title>404</title>")
    }),
    case("E050-component", |site| {
        let site = append(site, PAGI, "\n{{<figure src=\"surat.docx\" alt=\"Surat\"/>}}\n");
        site.file("content/berita/surat.docx", facts::pdf(1))
    }),
    case("E062", |site| {
        let text = "---\njudul: Pasar sore\nembargo: 2030-01-01 09.00\n---\nTeks.\n";
        site.file("content/berita/pasar-sore.md.txt", text)
    }),
    case("W010-attachment", |site| {
        let site = fields(site, PAGI, "attachments: [{ title: Surat, file: surat.pdf }]");
        let untagged = facts::TAGGED.replace("true", "false");
        site.file("content/berita/surat.pdf", pdf(&untagged, facts::LETTERS, facts::TITLED))
    }),
    case("W011-attachment", |site| {
        let site = fields(site, PAGI, "attachments: [{ title: Surat, file: surat.pdf }]");
        site.file("content/berita/surat.pdf", pdf(facts::TAGGED, facts::LETTERS, "<< >>"))
    }),
    case("W012-attachment", |site| {
        let site = fields(site, PAGI, "attachments: [{ title: Surat, file: surat.pdf }]");
        let untagged = facts::TAGGED.replace("true", "false");
        site.file("content/berita/surat.pdf", pdf(&untagged, facts::PICTURE, facts::TITLED))
    }),
    case("W013-attachment", |site| {
        let site = fields(site, PAGI, "attachments: [{ title: Video, file: video.mp4 }]");
        File::create(site.path("content/berita/video.mp4")).unwrap().set_len(12_345_678).unwrap();
        site
    }),
    case("W014-static", |site| site.file("static/foto.jpg", facts::jpeg(b"exif:GPSLatitude"))),
    case("W015-damaged", |site| site.file("content/berita/foto.jpg", "bukan gambar")),
    case("W015-large", |site| {
        let file = File::create(site.path("content/berita/foto.png")).unwrap();
        file.set_len((64 << 20) + 1).unwrap();
        site
    }),
    told_by(Told::Build, "W005-cache", |site| {
        fs::remove_dir_all(site.path(".warta")).unwrap();
        site.file(".warta", "")
    }),
];

/// A PDF file of a catalogue, pages and information.
fn pdf(catalogue: &str, pages: &str, information: &str) -> Vec<u8> {
    let [page, picture] = facts::REST;
    facts::document(&[catalogue, pages, information, page, picture])
}

#[test]
fn files_are_explained() {
    judge(CASES);
}
