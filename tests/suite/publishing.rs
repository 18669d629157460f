//! What can happen between two builds: damage, other people's files, files that become folders, a crash, a second build.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};

use crate::site::{TestSite, tree, warta};

/// Enough items that one edit changes few files, so that files are put in place one by one.
fn many() -> TestSite {
    let site = TestSite::new();
    (0..20).fold(site, |site, index| site.release(&format!("r{index}"), FIELDS, "Isi."))
}

/// Nothing more is expected of what was taken over from elsewhere.
const FIELDS: &str = "import: { from: arsip }";

fn told(site: &TestSite) -> &str {
    &site.last().out
}

#[test]
fn an_edit_is_published_though_the_manifest_is_corrupt() {
    for damage in ["", "sampah\n", "warta-manifest 2\n"] {
        let site = TestSite::new().release("a", "", "Isi lama.").build();
        fs::write(site.output().join(".warta-manifest"), damage).unwrap();
        let site = site.release("a", "", "Isi baru.").build().expect_text("berita/a/index.html", "Isi baru.");
        site.build().expect_written(&[]).expect_text("berita/a/index.html", "Isi baru.");
    }
}

#[test]
fn an_edit_is_published_though_the_manifest_is_lost() {
    let site = TestSite::new().release("a", "", "Isi lama.").build();
    fs::remove_file(site.output().join(".warta-manifest")).unwrap();
    // The project remembers what it has published, and that nobody has touched it since.
    let site = site.release("b", "", "").remove("content/berita/a.md").build();
    let site = site.expect_file("berita/b/index.html").expect_no_file("berita/a/index.html");
    // Without that nothing says that the folder is ours.
    fs::remove_file(site.output().join(".warta-manifest")).unwrap();
    fs::remove_dir_all(site.path(".warta")).unwrap();
    let site = site.release("b", "", "Isi baru.").fails().expect_codes(&["E009"]);
    site.flags(&["--force"]).build().expect_text("berita/b/index.html", "Isi baru.");
}

#[test]
fn the_output_is_never_among_the_sources() {
    for folder in ["content", "content/berita/arsip", "baru/../static", "themes", "i18n"] {
        let site = TestSite::new().release("a", "", "").file("static/a.txt", "a");
        let output = site.path(folder);
        site.into_folder(output)
            .flags(&["--force"])
            .fails()
            .expect_codes(&["E009"])
            .expect_message("a folder that the site is made from");
    }
}

#[test]
fn a_file_of_others_at_an_address_of_ours_gives_way_once() {
    let site = TestSite::new().release("a", "", "");
    fs::create_dir_all(site.output()).unwrap();
    fs::write(site.output().join("index.html"), "bukan milik kami").unwrap();
    fs::write(site.output().join("CNAME"), "a.example").unwrap();
    let site = site.flags(&["--force"]).build().expect_text("index.html", "<title>");
    site.build().expect_written(&[]).expect_text("CNAME", "a.example");
}

#[test]
fn a_file_becomes_a_folder_and_a_folder_a_file() {
    // One by one, and by an exchange of the whole tree.
    for site in [many(), TestSite::new().release("r0", "", "")] {
        let site = site
            .file("static/unduhan", "berkas")
            .build()
            .expect_text("unduhan", "berkas")
            .remove("static/unduhan")
            .file("static/unduhan/satu.txt", "satu")
            .build()
            .expect_text("unduhan/satu.txt", "satu");
        fs::remove_dir_all(site.path("static/unduhan")).unwrap();
        site.file("static/unduhan", "berkas lagi").build().expect_text("unduhan", "berkas lagi");
    }
}

#[test]
fn letter_case_of_a_path_may_change() {
    many()
        .file("static/Foto.txt", "satu")
        .build()
        .remove("static/Foto.txt")
        .file("static/foto.txt", "satu")
        .build()
        .expect_text("foto.txt", "satu")
        .expect_no_file("Foto.txt");
}

#[test]
fn what_a_crash_left_behind_is_cleared_away() {
    let site = many().build();
    let staging = site.path(".public.warta-staging");
    fs::create_dir_all(staging.join("berita/r1")).unwrap();
    fs::write(staging.join("berita/r1/index.html"), "setengah jadi").unwrap();
    fs::write(staging.join("sisa.txt"), "sisa").unwrap();
    let site = site.release("r1", "", "Isi lain.").build().expect_text("berita/r1/index.html", "Isi lain.");
    assert!(!staging.exists());
    // Nothing of it comes along when the whole tree is exchanged.
    fs::create_dir_all(&staging).unwrap();
    fs::write(staging.join("sisa.txt"), "sisa").unwrap();
    let site = site.file("themes/t/templates/base.html", "lain {% block main %}{% endblock main %}").build();
    assert!(!staging.exists());
    site.expect_text("index.html", "lain").expect_no_file("sisa.txt");
}

#[test]
fn a_build_that_stopped_half_way_is_finished_by_the_next() {
    // Some files of the new site, the manifest of the old one: as after a power cut while files were put in place.
    let site = many().build();
    let old = fs::read(site.output().join(".warta-manifest")).unwrap();
    let site = site.release("r1", "title: Baru", "Isi baru.").build();
    let whole = tree(site.output());
    fs::write(site.output().join(".warta-manifest"), old).unwrap();
    fs::write(site.output().join("berita/index.html"), "lama").unwrap();
    let site = site.build().expect_written(&["berita/index.html"]);
    assert_eq!(tree(site.output()), whole);
}

#[test]
fn nothing_is_written_through_a_link() {
    let site = many().build();
    let page = site.output().join("berita/r1/index.html");
    let outside = site.path("milik-orang.html");
    fs::write(&outside, "milik orang").unwrap();
    fs::remove_file(&page).unwrap();
    symlink(&outside, &page).unwrap();
    site.build().expect_text("berita/r1/index.html", "Naskah r1");
    assert!(!page.is_symlink());
}

#[test]
fn nothing_is_deleted_behind_a_link() {
    let site = many().build();
    let folder = site.path("luar");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("index.html"), "di luar").unwrap();
    fs::remove_dir_all(site.output().join("berita/r2")).unwrap();
    symlink(&folder, site.output().join("berita/r2")).unwrap();
    let site = site.remove("content/berita/r2.md").build();
    assert!(site.path("luar/index.html").exists());
}

#[test]
fn an_output_that_is_a_link_to_a_folder_stays_one() {
    let site = many();
    let real = site.path("tempat-lain");
    fs::create_dir_all(&real).unwrap();
    symlink(&real, site.output()).unwrap();
    let site = site.build();
    assert!(site.output().is_symlink());
    assert!(real.join("berita/r1/index.html").exists());
    let site = site.release("r1", "", "Isi lain.").build();
    assert!(fs::read_to_string(real.join("berita/r1/index.html")).unwrap().contains("Isi lain."));
    // And when much changes at once.
    let site = site.file("themes/t/templates/base.html", "lain {% block main %}{% endblock main %}").build();
    assert!(site.output().is_symlink());
    assert!(fs::read_to_string(real.join("berita/r1/index.html")).unwrap().starts_with("lain"));
}

#[test]
fn folders_that_hold_the_project_are_no_output() {
    for output in [".", "content", "static", "themes/t", "data"] {
        let site = many().file("static/a.txt", "a").file("data/a.yaml", "a: 1\n");
        let target = site.path(output);
        let before = tree(&site.path("."));
        let site = site.into_folder(target).try_build();
        assert_eq!(site.last().code, Some(1), "{output}: {}", site.last().err);
        let after: Vec<String> =
            tree(&site.path(".")).into_keys().filter(|path| !path.starts_with(".warta/")).collect();
        assert_eq!(after, before.into_keys().collect::<Vec<_>>(), "{output}");
    }
}

#[test]
fn a_file_where_the_output_is_to_be_is_told_and_kept() {
    let site = TestSite::new().release("a", "", "").file("public", "catatan");
    let site = site.flags(&["--force"]).try_build();
    assert_eq!(site.last().code, Some(1), "{}", site.last().err);
    assert_eq!(fs::read_to_string(site.path("public")).unwrap(), "catatan");
}

#[test]
fn a_cache_that_cannot_be_is_no_obstacle() {
    let site = TestSite::new().release("a", "", "").file(".warta", "bukan folder");
    let site = site.try_build();
    assert_eq!(site.last().code, Some(0), "{}", site.last().err);
    site.expect_codes(&["W005"]).expect_file("berita/a/index.html");
}

#[test]
fn two_builds_of_one_project_do_not_run_at_once() {
    let site = many().build();
    let kept = tree(&site.path(".warta"));
    let name = kept.keys().find(|name| name.contains("lock")).expect("a lock").clone();
    let held = fs::File::options().write(true).open(site.path(".warta").join(name)).unwrap();
    held.lock().unwrap();
    let site = site.release("r1", "", "Isi lain.").fails().expect_codes(&["E047"]);
    drop(held);
    site.build().expect_text("berita/r1/index.html", "Isi lain.");
}

#[test]
fn check_writes_nothing_at_all() {
    let site = TestSite::new().release("a", "", "```rust\nfn a() {}\n```").release("b", "status: draft", "");
    let before = tree(&site.path("."));
    let ran = site.run("check", &[]);
    assert_eq!(ran.status.code(), Some(0), "{}", String::from_utf8_lossy(&ran.stderr));
    assert_eq!(tree(&site.path(".")), before);
}

#[test]
fn what_is_told_is_what_was_done() {
    let site = many().build();
    let files = tree(site.output()).len() - 1;
    assert!(told(&site).contains(&format!("{files} files")), "{}", told(&site));
    assert!(told(&site).contains("0 unchanged"), "{}", told(&site));
    let site = site.remove("content/berita/r3.md").build();
    assert!(told(&site).contains("1 deleted"), "{}", told(&site));
}

#[test]
fn published_files_can_be_read_by_the_server() {
    let site = many().file("static/a.txt", "a").build();
    for path in ["index.html", "a.txt", "berita/r1/index.html", ".warta-manifest"] {
        let mode = fs::metadata(site.output().join(path)).unwrap().permissions().mode();
        assert_eq!(mode & 0o444, 0o444, "{path}: {mode:o}");
    }
}

#[test]
fn an_edit_of_one_thing_writes_only_what_shows_it() {
    let site = many().file("static/a.txt", "a").build();
    let site = site.file("static/a.txt", "b").build().expect_written(&["a.txt"]);
    let site = site
        .file(
            "content/berita/r1.komentar.yaml",
            "- { id: k1, status: approved, body: setuju, author: { name: A }, at: 2020-01-02 }\n",
        )
        .build()
        .expect_written(&["berita/r1/index.html"]);
    // A tag of one item: its page, the feeds that name it as a category, the tag's pages.
    let site = site.release("r1", "tags: [air]\nimport: { from: arsip }", "Isi.").build().expect_written(&[
        "atom.xml",
        "berita/atom.xml",
        "berita/feed.json",
        "berita/r1/index.html",
        "berita/rss.xml",
        "feed.json",
        "jenis/siaran-pers/atom.xml",
        "rss.xml",
        "sitemap.xml",
        "tags/air/atom.xml",
        "tags/air/index.html",
        "tags/index.html",
    ]);
    // A remark in a data file changes nothing.
    site.file("data/people.yaml", "# kosong\n").build().expect_written(&[]);
}

#[test]
fn another_base_address_reaches_every_page() {
    let site = many().build().flags(&["-u", "https://b.example/humas/"]).build();
    for (path, bytes) in tree(site.output()) {
        let text = String::from_utf8(bytes).unwrap();
        assert!(!text.contains("a.example") && !text.contains("\"/berita"), "{path}: {text}");
    }
    let ran = warta().args(["build", "--lang", "en", "-u", "humas", "-r"]).arg(site.path(".")).output().unwrap();
    assert_eq!(ran.status.code(), Some(1));
    assert!(String::from_utf8(ran.stderr).unwrap().contains("[E017]"));
}
