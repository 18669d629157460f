//! Bodies that an earlier run converted: what is taken over is what a conversion would give, and what is kept is worth it.

use std::fs;

use xxhash_rust::xxh3::xxh3_128;

use crate::parsed_before::{forged, settle};
use crate::site::{TestSite, tree};

/// Built twice, the second time into an empty folder: then bodies are kept.
fn built_twice(site: TestSite) -> TestSite {
    settle();
    again(again(site))
}

/// Built into an empty folder.
fn again(site: TestSite) -> TestSite {
    drop(fs::remove_dir_all(site.output()));
    site.build()
}

/// What a build makes with all that is kept, and without.
fn with_and_without(site: TestSite) -> TestSite {
    let site = again(site);
    let with = tree(site.output());
    fs::remove_dir_all(site.path(".warta")).unwrap();
    let site = again(site);
    assert!(with == tree(site.output()));
    site
}

fn is_kept(site: &TestSite, text: &str) -> bool {
    let kept = fs::read(site.path(".warta/bodies")).unwrap_or_default();
    kept.windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn a_body_is_kept_when_it_is_converted_for_the_second_time() {
    let site = TestSite::new().release("a", "", "Satu.").release("b", "", "Dua.");
    settle();
    let site = site.build();
    assert!(!site.path(".warta/bodies").exists());
    let site = again(site);
    assert!(is_kept(&site, "<p>Satu.</p>") && is_kept(&site, "<p>Dua.</p>"));
    // Nothing is new, or few pages are printed: the file stays the same one.
    let before = fs::metadata(site.path(".warta/bodies")).unwrap().modified().unwrap();
    let site = again(site).release("b", "", "Tiga.").build().expect_text("berita/b/index.html", "<p>Tiga.</p>");
    assert_eq!(fs::metadata(site.path(".warta/bodies")).unwrap().modified().unwrap(), before);
    // A text that half of the site has changed to is first printed, then kept.
    let site = again(again(site));
    assert!(is_kept(&site, "<p>Satu.</p>") && is_kept(&site, "<p>Tiga.</p>") && !is_kept(&site, "<p>Dua.</p>"));
    assert!(!site.path(".warta/bodies.new").exists());
}

/// Fails when a text is read though its body is kept.
#[test]
fn a_body_that_is_kept_is_not_converted_again() {
    let site = TestSite::new().release("a", "", "Satu.").release("b", "", "Dua.");
    let site = built_twice(site);
    let items = fs::read(site.path(".warta/items")).unwrap();
    let path = site.path("content/berita/b.md");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("Dua.", "Tiga.")).unwrap();
    settle();
    let site = site.build();
    // As if the file with its present stamp had had the first text.
    let hash = |text: &str| format!("{:032x}", xxh3_128(text.as_bytes()));
    let site = forged(site, "texts", &hash(&text.replace("Dua.", "Tiga.")), &hash(&text));
    again(site.file(".warta/items", items)).expect_text("berita/b/index.html", "<p>Dua.</p>");
}

#[test]
fn links_lead_where_they_lead_now() {
    let site = TestSite::new()
        .release("a", "", "Satu.")
        .release("b", "", "Lihat [a](a.md) dan ![Pasar](pasar.gif).")
        .file("content/berita/pasar.gif", b"GIF89a\x04\0\x03\0\0\0\0;");
    let site = built_twice(site).expect_text("berita/b/index.html", "href=\"/berita/a/\"");
    assert!(is_kept(&site, "href=\"/berita/a/\""));
    // Another address, and another picture.
    let site =
        again(site.release("a", "slug: baru", "Satu.")).expect_text("berita/b/index.html", "href=\"/berita/baru/\"");
    let site = again(site.file("content/berita/pasar.gif", b"GIF89a\x08\0\x06\0\0\0\0;"));
    let site = with_and_without(site);
    assert!(site.text("berita/b/index.html").contains("width=\"8\" height=\"6\""));
}

#[test]
fn a_text_that_waits_is_in_no_body_that_links_to_it() {
    let site = TestSite::new().release("a", "date: 2026-03-01\nembargo: 2026-03-01T09:00", "Rahasia.").release(
        "b",
        "",
        "Lihat [a](a.md).",
    );
    let site = built_twice(site).expect_no_text("berita/b/index.html", "href=\"/berita/a/\"");
    assert!(is_kept(&site, "Lihat a."));
    let site = again(site.now("2026-03-02")).expect_text("berita/b/index.html", "href=\"/berita/a/\"");
    let site = again(site.now("2026-01-01")).expect_no_text("berita/b/index.html", "href=\"/berita/a/\"");
    with_and_without(site);
}

#[test]
fn what_calls_components_or_is_warned_of_is_converted_each_time() {
    let site = TestSite::new()
        .release("a", "", "{{<note>}}\nCatatan.\n{{</note>}}")
        .release("b", "", "```pyhton\nx\n```")
        .release("c", "", "Tiga.");
    let site = built_twice(site).expect_codes(&["W004"]);
    assert!(!is_kept(&site, "Catatan.") && !is_kept(&site, "pyhton") && is_kept(&site, "Tiga."));
    let before = fs::metadata(site.path(".warta/bodies")).unwrap().modified().unwrap();
    let site = again(site).expect_codes(&["W004"]);
    assert_eq!(fs::metadata(site.path(".warta/bodies")).unwrap().modified().unwrap(), before);
    let other = "{% component note(kind: string = \"info\") {\"writers\": true, \"body\": true} %}<aside>{{ body }}</aside>{% endcomponent note %}";
    let site = again(site.file("themes/t/templates/components/note.html", other));
    site.expect_text("berita/a/index.html", "<aside>").expect_text("berita/c/index.html", "<p>Tiga.</p>");
}

#[test]
fn colours_of_code_in_bodies_that_are_kept_are_not_forgotten() {
    let site = TestSite::new().release("a", "", "```rust\nfn satu() {}\n```").release("b", "", "Dua.");
    let site = built_twice(site);
    let site = again(site.release("b", "", "```rust\nfn dua() {}\n```"));
    let colors = fs::read(site.path(".warta/highlight")).unwrap();
    let has = |name: &str| colors.windows(name.len()).any(|window| window == name.as_bytes());
    assert!(has("satu") && has("dua"));
}

#[test]
fn a_site_whose_bodies_cannot_be_kept_is_built_and_says_so() {
    let site = TestSite::new().release("a", "", "Satu.");
    settle();
    let site = site.build();
    // A folder lies where the file is to be.
    fs::create_dir(site.path(".warta/bodies")).unwrap();
    let site = again(site).expect_codes(&["W005"]).expect_text("berita/a/index.html", "<p>Satu.</p>");
    assert!(!site.path(".warta/bodies.new").exists());
}
