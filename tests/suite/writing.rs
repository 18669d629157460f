//! What a build does to the output folder.

use std::fs;
use std::time::SystemTime;

use crate::site::{TestSite, tree};

fn small() -> TestSite {
    TestSite::new()
        .release("satu", "date: 2020-01-01\ntags: [air]", "Isi satu.\n\n```rust\nfn main() {}\n```")
        .release("dua", "date: 2020-01-02", "Isi dua.")
        .file("content/berita/surat.txt", "surat")
}

fn times(site: &TestSite) -> Vec<(String, SystemTime)> {
    let paths = tree(site.output()).into_keys();
    paths.map(|path| (path.clone(), fs::metadata(site.output().join(path)).unwrap().modified().unwrap())).collect()
}

#[test]
fn a_second_build_writes_nothing() {
    let site = small().build();
    let before = times(&site);
    let site = site.now("2026-01-02").build().expect_written(&[]);
    assert_eq!(times(&site), before);
    assert!(site.last().out.contains("(0 written,"), "{}", site.last().out);
}

#[test]
fn an_edit_writes_what_shows_it() {
    let site = small().build();
    site.release("dua", "date: 2020-01-02\nsummary: tetap", "Isi lain.").build().expect_written(&[
        "atom.xml",
        "berita/atom.xml",
        "berita/dua/index.html",
        "berita/feed.json",
        "berita/rss.xml",
        "feed.json",
        "jenis/siaran-pers/atom.xml",
        "rss.xml",
    ]);
}

#[test]
fn what_is_gone_is_deleted_and_its_folders_too() {
    small()
        .build()
        .expect_file("tags/air/index.html")
        .remove("content/berita/satu.md")
        .remove("content/berita/surat.txt")
        .build()
        .expect_no_file("berita/satu")
        .expect_no_file("tags")
        .expect_no_file("berita/surat.txt")
        .expect_file("berita/dua/index.html");
}

#[test]
fn altered_and_deleted_outputs_come_back() {
    let site = small().build();
    let before = tree(site.output());
    let page = site.output().join("berita/dua/index.html");
    let same_size = "x".repeat(fs::read(&page).unwrap().len());
    fs::write(&page, same_size).unwrap();
    fs::remove_file(site.output().join("berita/satu/index.html")).unwrap();
    fs::write(site.output().join("atom.xml"), "kacau").unwrap();
    let site = site.build().expect_written(&["atom.xml", "berita/dua/index.html", "berita/satu/index.html"]);
    assert_eq!(tree(site.output()), before);
}

#[test]
fn a_mistake_leaves_the_published_site_alone() {
    small()
        .build()
        .release("dua", "titel: x", "")
        .fails()
        .release("dua", "date: 2020-01-02", "Isi baru.")
        .build()
        .expect_text("berita/dua/index.html", "Isi baru.");
}

#[test]
fn folders_of_others_are_refused_or_kept() {
    let site = small();
    fs::create_dir_all(site.output()).unwrap();
    fs::write(site.output().join("CNAME"), "a.example").unwrap();
    let site = site.fails().expect_codes(&["E009"]);
    let site = site.flags(&["--force"]).build().expect_text("CNAME", "a.example").flags(&[]);
    // Files of others stay through small changes and through an exchange of the whole tree.
    let site = site.release("dua", "date: 2020-01-02", "Isi lain.").build().expect_text("CNAME", "a.example");
    site.file("themes/t/templates/base.html", "lain {% block main %}{% endblock main %}")
        .build()
        .expect_text("CNAME", "a.example")
        .expect_file("berita/satu/index.html");
}

#[test]
fn caches_and_manifests_may_be_lost_or_corrupt() {
    let site = small().build();
    let before = tree(site.output());
    for damage in ["", "warta-cache 1\n", "sampah\u{0}\n"] {
        for (path, _) in tree(&site.path(".warta")) {
            fs::write(site.path(".warta").join(path), damage).unwrap();
        }
        let built = site.run("build", &["-o", &site.output().display().to_string()]);
        assert_eq!(built.status.code(), Some(0));
        assert!(String::from_utf8(built.stdout).unwrap().contains("(0 written,"));
        assert_eq!(tree(site.output()), before);
    }
    fs::remove_dir_all(site.path(".warta")).unwrap();
    let site = site.build().expect_written(&[]);
    for damage in [
        "",
        "warta-manifest 2\ncut off",
        "warta-manifest 2\n00000000000000000000000000000001 5 ../content/berita/satu.md\n= 1\n",
    ] {
        fs::write(site.output().join(".warta-manifest"), damage).unwrap();
        let built = site.run("build", &["-o", &site.output().display().to_string()]);
        assert_eq!(built.status.code(), Some(0), "{}", String::from_utf8_lossy(&built.stderr));
        assert_eq!(tree(site.output()), before);
        assert!(site.path("content/berita/satu.md").exists());
    }
}

#[test]
fn threads_and_places_do_not_matter() {
    let elsewhere = tempfile::tempdir().unwrap();
    let site = small().flags(&["-j", "1"]).build();
    let one = tree(site.output());
    let site = site.into_folder(elsewhere.path().join("lain/nama")).flags(&["-j", "4"]).build();
    assert_eq!(tree(site.output()), one);
    let other = small().flags(&["-j", "3"]).build();
    assert_eq!(tree(other.output()), one);
}

#[test]
fn strict_turns_warnings_into_errors() {
    TestSite::new().release("a", "", "").flags(&["--strict"]).fails();
}
