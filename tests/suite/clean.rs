//! `warta clean`: what builds made goes, and nothing else.

use std::fs;

use crate::site::{TestSite, tree, warta};

fn run(site: &TestSite, tongue: &str, words: &[&str]) -> (Option<i32>, String, String) {
    let ran = warta().args(["clean", "--lang", tongue, "-r"]).arg(site.path(".")).args(words).output().unwrap();
    (ran.status.code(), String::from_utf8(ran.stdout).unwrap(), String::from_utf8(ran.stderr).unwrap())
}

#[test]
fn the_output_and_the_cache_go_and_come_back() {
    for (tongue, said, nothing) in
        [("en", "Removed: ", "Nothing to clean.\n"), ("id", "Dibuang: ", "Tidak ada yang perlu dibuang.\n")]
    {
        let site = TestSite::new().release("a", "", "");
        let sources = tree(&site.path("."));
        let site = site.build();
        let (built, beside) = (tree(site.output()), tree(&site.path("public-server")));
        let (code, out, err) = run(&site, tongue, &["--dry-run"]);
        assert_eq!((code, err.as_str()), (Some(0), ""));
        assert_eq!(out.lines().count(), built.len() + beside.len() + 1, "{out}");
        assert!(out.contains("berita/a/index.html\n") && out.contains(".warta/\n"), "{out}");
        assert!(out.contains("/public-server/nginx.conf\n"), "{out}");
        assert_eq!(tree(site.output()), built);
        let (code, out, err) = run(&site, tongue, &[]);
        assert_eq!((code, err.as_str()), (Some(0), ""));
        assert!(out.starts_with(&format!("{said}{} ", built.len() + beside.len())), "{out}");
        assert!(!site.output().exists() && !site.path("public-server").exists() && !site.path(".warta").exists());
        assert_eq!(tree(&site.path(".")), sources);
        assert_eq!(run(&site, tongue, &[]), (Some(0), nothing.to_owned(), String::new()));
        assert!(!site.path(".warta").exists(), "cleaning leaves nothing of its own");
        let site = site.build();
        assert_eq!(tree(site.output()), built);
    }
}

#[test]
fn files_of_others_stay() {
    let site = TestSite::new().release("a", "", "").build();
    fs::write(site.output().join("catatan.txt"), "milik saya").unwrap();
    fs::write(site.output().join("berita/foto.jpg"), "milik saya").unwrap();
    // Someone put a link in the place of a folder of ours: what lies there is not ours.
    let elsewhere = tempfile::tempdir().unwrap();
    fs::write(elsewhere.path().join("index.html"), "milik lain").unwrap();
    fs::remove_dir_all(site.output().join("berita/a")).unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), site.output().join("berita/a")).unwrap();
    let (code, out, err) = run(&site, "en", &[]);
    assert_eq!(code, Some(0), "{err}");
    assert!(out.contains("are not from this site and were kept"), "{out}");
    let left: Vec<String> = tree(site.output()).into_keys().collect();
    assert_eq!(left, ["berita/a/index.html", "berita/foto.jpg", "catatan.txt"]);
    assert_eq!(fs::read_to_string(elsewhere.path().join("index.html")).unwrap(), "milik lain");
}

#[test]
fn a_folder_that_is_not_ours_is_refused() {
    for manifest in [None, Some("rusak")] {
        let site = TestSite::new().file("public/penting.txt", "x");
        if let Some(text) = manifest {
            fs::write(site.output().join(".warta-manifest"), text).unwrap();
        }
        let before = tree(&site.path("."));
        for (tongue, said) in [("en", "no list that says which of them"), ("id", "tidak ada daftar berkas mana")] {
            let (code, out, err) = run(&site, tongue, &[]);
            assert_eq!((code, out.as_str()), (Some(1), ""));
            assert!(err.contains("[E009]") && err.contains(said), "{err}");
        }
        assert_eq!(tree(&site.path(".")), before);
    }
    // Nor is the project itself an output, whatever its manifest says.
    let site = TestSite::new()
        .file(".warta-manifest", "warta-manifest 2\n00000000000000000000000000000000 1 warta.yaml\n= 1\n");
    let root = site.path(".").display().to_string();
    let content = site.path("content").display().to_string();
    for folder in [&root, &content] {
        let (code, _, err) = run(&site, "en", &["--output", folder]);
        assert!(code == Some(1) && err.contains("[E009]"), "{err}");
    }
    assert!(site.path("warta.yaml").exists());
    // A path that leaves the output makes a manifest none of ours.
    let site = TestSite::new()
        .file("public/.warta-manifest", "warta-manifest 2\n00000000000000000000000000000000 1 ../warta.yaml\n= 1\n");
    assert_eq!(run(&site, "en", &[]).0, Some(1));
    assert!(site.path("warta.yaml").exists());
    assert_eq!(run(&TestSite::empty(), "id", &[]).0, Some(1));
}

#[test]
fn a_running_build_is_not_disturbed() {
    let site = TestSite::new().release("a", "", "").build();
    let before = tree(site.output());
    let lock = fs::File::create(site.path(".warta/lock")).unwrap();
    lock.lock().unwrap();
    let (code, _, err) = run(&site, "id", &[]);
    assert!(code == Some(1) && err.contains("[E047]"), "{err}");
    assert_eq!(tree(site.output()), before);
    drop(lock);
    assert_eq!(run(&site, "id", &[]).0, Some(0));
}

#[test]
fn an_output_elsewhere_and_one_behind_a_link() {
    let elsewhere = tempfile::tempdir().unwrap();
    let site = TestSite::new().release("a", "", "").into_folder(elsewhere.path().join("hasil")).build();
    let output = site.output().display().to_string();
    assert_eq!(run(&site, "id", &["-d", &output]).0, Some(0));
    assert!(!site.output().exists());
    let real = elsewhere.path().join("nyata");
    fs::create_dir(&real).unwrap();
    let site = TestSite::new().release("a", "", "");
    std::os::unix::fs::symlink(&real, site.path("public")).unwrap();
    let site = site.build();
    assert_eq!(run(&site, "id", &[]).0, Some(0));
    // The link stays, and so does the folder that it leads to.
    assert!(real.is_dir() && tree(&real).is_empty() && site.path("public").is_symlink());
}
