//! The demonstration site: the press release of 2010 shows all that its page showed.

use std::path::Path;

use crate::site::{tree, warta};

const PAGE: &str = "siaran-pers/2010/06/reformasi-birokrasi-untuk-perbaiki-kinerja-wujudkan-good-governance/index.html";
const WORKSHOP: &str = "workshop/2010/pengembangan-budaya-kerja-aparatur/index.html";

/// The demonstration site in a folder of its own, so that no other build of the repository is in the way.
pub(crate) fn demonstration() -> tempfile::TempDir {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().unwrap();
    let copy = |path: &str, bytes: &[u8]| {
        let target = folder.path().join(path);
        std::fs::create_dir_all(target.parent().unwrap()).unwrap();
        std::fs::write(target, bytes).unwrap();
    };
    copy("warta.yaml", &std::fs::read(repository.join("warta.yaml")).unwrap());
    for part in ["content", "data", "themes"] {
        for (path, bytes) in tree(&repository.join(part)) {
            copy(&format!("{part}/{path}"), &bytes);
        }
    }
    let built =
        warta().args(["build", "--lang", "en", "--now", "2026-11-24", "-r"]).arg(folder.path()).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    folder
}

/// The text of HTML, white space folded.
fn words(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        rest = after.split_once('>').map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    text.replace("&amp;", "&").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let (_, after) = text.split_once(from).unwrap_or_else(|| panic!("no {from:?}"));
    after.split_once(to).unwrap_or_else(|| panic!("no {to:?}")).0
}

#[test]
fn the_page_shows_all_that_the_original_showed() {
    let output = demonstration();
    let tree = tree(&output.path().join("public"));
    let page = String::from_utf8(tree[PAGE].clone()).unwrap();
    let text = words(&page);
    for shown in [
        "Reformasi Birokrasi Untuk Perbaiki Kinerja Wujudkan ‘Good Governance’",
        "BATAM – Reformasi birokrasi yang sedang dilaksanakan",
        "Kamis, 3 Juni 2010",
        "1 komentar",
        "137 kali dibaca",
        "(*humas_crew/nn)",
        "saya setuju dari berpikir telah menghasilkan kinerja output",
        "saya minta bantuan conto perda teentang Good Governance.",
        "Workshop Pengembangan Budaya Kerja Aparatur",
    ] {
        assert!(text.contains(shown), "{shown}");
    }
    assert!(!text.contains("Tinggalkan komentar"), "comments are closed");
    assert!(page.contains(&format!("href=\"/{}\"", WORKSHOP.trim_end_matches("index.html"))));
    let workshop = String::from_utf8(tree[WORKSHOP].clone()).unwrap();
    assert!(workshop.contains(&format!("href=\"/{}\"", PAGE.trim_end_matches("index.html"))));
}

#[test]
fn the_words_of_the_body_are_those_of_the_original() {
    let output = demonstration();
    let page = std::fs::read_to_string(output.path().join("public").join(PAGE)).unwrap();
    let body = words(between(&page, "prose e-content", "(*humas_crew"));
    let seed = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/siaran-pers-2010.txt");
    let seed = std::fs::read_to_string(seed).unwrap();
    let original = words(between(&seed, "BATAM – ", "(*humas_crew"));
    let body = body.split_once("BATAM – ").unwrap().1;
    assert_eq!(body, original);
    assert!(original.ends_with("tutup Dini."));
    let comment = words(between(&seed, "1 COMMENT", "LEAVE A REPLY"));
    assert!(words(&page).contains(comment.split_once("1. ").unwrap().1));
}
