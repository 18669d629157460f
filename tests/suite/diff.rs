//! `warta diff`: what two built sites have not in common.
//!
//! Fails when files of different sizes are taken for the same.

use std::fs;
use std::path::Path;
use std::process::Output;

use crate::site::{TestSite, warta};

fn diff(before: &Path, after: &Path, words: &[&str]) -> Output {
    warta().args(["diff", "--lang", "en"]).arg(before).arg(after).args(words).output().unwrap()
}

fn said(before: &Path, after: &Path, words: &[&str]) -> String {
    let ran = diff(before, after, words);
    assert_eq!(ran.status.code(), Some(1), "{}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8(ran.stdout).unwrap()
}

/// Two folders with files: a name, and what it holds in each.
fn folders(files: &[(&str, Option<&str>, Option<&str>)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, before, after) in files {
        for (side, text) in [("a", before), ("b", after)] {
            let target = folder.path().join(side).join(path);
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            if let Some(text) = text {
                fs::write(target, text).unwrap();
            }
        }
    }
    folder
}

#[test]
fn pages_are_told_apart_by_what_readers_see_of_it() {
    let same = Some("<p>tetap</p>");
    let style = |hash: &str| format!("<link href=\"/aset/a.{hash}.css\" integrity=\"sha384-{hash}+/=\"><p>x</p>");
    let (old, new) = (style("1a2b3c4d"), style("5e6f7a8b"));
    let folder = folders(&[
        ("tetap/index.html", same, same),
        (
            "teks/index.html",
            Some("<p>Pasar <b>pagi</b> di Jalan Lama dibuka.</p>"),
            Some("<p>Pasar pagi di Jalan Baru dibuka.</p>"),
        ),
        ("markah/index.html", Some("<p>sama\n saja</p>"), Some("<div class=x>sama saja</div>")),
        ("alt/index.html", Some("<img alt=kucing>"), Some("<img alt=anjing>")),
        ("aset-saja/index.html", Some(&old), Some(&new)),
        ("baru/index.html", None, Some("<p>b</p>")),
        ("hilang/index.html", Some("<p>h</p>"), None),
        ("aset/a.1a2b3c4d.css", Some("a"), None),
        ("aset/a.5e6f7a8b.css", None, Some("b")),
        ("atom.xml", Some("<a/>"), Some("<b/>")),
        ("lama.txt", Some("x"), None),
        ("baru.txt", None, Some("x")),
        (".well-known/x", Some("1"), Some("2")),
        (".warta-manifest", Some("1"), Some("2")),
    ]);
    let (a, b) = (folder.path().join("a"), folder.path().join("b"));
    let expected = "Text changed: 2 pages
  alt/index.html
    before: kucing
    after:  anjing
  teks/index.html
    before: Pasar pagi di Jalan Lama dibuka.
    after:  Pasar pagi di Jalan Baru dibuka.
New: 1 page
  baru/index.html
Gone: 1 page
  hilang/index.html
Markup alone changed: 1 page (named with --verbose)
Only addresses of assets changed: 1 page (named with --verbose)
Other files: 5
  ~ .well-known/x
  ~ aset/a.1a2b3c4d.css → aset/a.5e6f7a8b.css
  ~ atom.xml
  + baru.txt
  - lama.txt
The same: 1 file
";
    assert_eq!(said(&a, &b, &[]), expected);
    let told = said(&a, &b, &["-v"]);
    assert!(told.contains("  markah/index.html\n") && told.contains("  aset-saja/index.html\n"), "{told}");
    assert_eq!(said(&a, &b, &["-j", "1"]), expected);
    let told: serde_json::Value = serde_json::from_str(&said(&a, &b, &["--as", "json"])).unwrap();
    assert_eq!(told["equal"], false);
    assert_eq!(
        told["counts"],
        serde_json::json!({ "text": 2, "markup": 1, "assets": 1, "new": 1, "gone": 1, "others": 5, "same": 1 })
    );
    assert_eq!(told["text"][0], serde_json::json!({ "path": "alt/index.html", "before": "kucing", "after": "anjing" }));
    assert_eq!(told["markup"], serde_json::json!(["markah/index.html"]));
    assert_eq!(told["others"][1]["before"], "aset/a.1a2b3c4d.css");
    let indonesian = warta().args(["diff", "--lang", "id"]).arg(&a).arg(&b).output().unwrap();
    assert!(String::from_utf8(indonesian.stdout).unwrap().starts_with("Teks berubah: 2 halaman\n"));
}

#[test]
fn two_builds_of_one_input_are_equal_and_the_exit_code_says_so() {
    let one = TestSite::new().release("a", "", "Isi.").build();
    let two = TestSite::new().release("a", "", "Isi.").now("2026-02-02").build();
    let ran = diff(one.output(), two.output(), &[]);
    assert_eq!(ran.status.code(), Some(0));
    assert!(String::from_utf8(ran.stdout).unwrap().starts_with("No difference: "));
    let two = two.release("a", "", "Isi lain.").build();
    let told = said(one.output(), two.output(), &[]);
    assert!(told.contains("  berita/a/index.html\n    before: Naskah a Naskah a Isi. Isi.\n"), "{told}");
}

#[test]
fn what_cannot_be_read_is_trouble_and_no_difference() {
    let folder = folders(&[("a.txt", Some("x"), Some("x"))]);
    let (a, b) = (folder.path().join("a"), folder.path().join("b"));
    for (before, after) in [(&a, &folder.path().join("c")), (&folder.path().join("c"), &b)] {
        let ran = diff(before, after, &[]);
        assert_eq!(ran.status.code(), Some(2));
        let told = String::from_utf8(ran.stderr).unwrap();
        assert!(told.contains("cannot be read") && told.contains("/c"), "{told}");
    }
    // A link that leads nowhere can not be compared.
    std::os::unix::fs::symlink("nirgends", b.join("lepas")).unwrap();
    assert_eq!(diff(&a, &b, &[]).status.code(), Some(2));
    fs::remove_file(b.join("lepas")).unwrap();
    std::os::unix::fs::symlink(".", b.join("lingkar")).unwrap();
    assert_eq!(diff(&a, &b, &[]).status.code(), Some(2));
}

#[test]
fn help_names_the_folders_in_their_order() {
    let ran = warta().args(["diff", "--help", "--lang", "en"]).output().unwrap();
    let told = String::from_utf8(ran.stdout).unwrap();
    let at = |words: &str| told.find(words).unwrap_or_else(|| panic!("no {words} in {told}"));
    assert!(at("The folder of a built site") < at("The folder of the one to compare"), "{told}");
}
