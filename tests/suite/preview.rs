//! What a preview shows, without a network: the bytes that a build writes, whatever was edited before.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use hyper::header::{CONTENT_TYPE, ETAG, HOST, HeaderName, IF_NONE_MATCH, LOCATION, RANGE};
use hyper::{Request, StatusCode};
use proptest::prelude::*;
use warta::diagnostic::messages::{Messages, Tongue};
use warta::pipeline::{self, Kept};
use warta::plan::{Output, Recipe};
use warta::read::{Hint, Look, Reach};
use warta::render::Content;
use warta::serve::answer::{Answer, Body, Settings, answer};
use warta::serve::live::Live;
use warta::serve::news::Listener;
use warta::serve::scene::Scene;
use warta::site::Moment;

use crate::rebuilds::{Event, event, first_site, happen, text};
use crate::site::{TestSite, tree, warta};

pub(crate) fn settings(reload: bool) -> Settings {
    Settings { reload, follow: true, name: None, messages: Messages::new(Tongue::English) }
}

fn moment(previews: bool) -> Moment {
    let now = "2026-01-01T00:00:00Z".parse().unwrap();
    Moment { now, drafts: previews, future: previews, everything: false }
}

fn live(root: &Path) -> Live<'_> {
    Live::read(pipeline::Request { root, base_url: None }, Kept::default())
}

/// The project as it is, shown; none where something is wrong with it.
fn shown(live: &mut Live<'_>, previews: bool) -> Option<Scene> {
    at(live, &moment(previews)).0
}

/// The same at a moment, and all that was found.
fn at(live: &mut Live<'_>, moment: &Moment) -> (Option<Scene>, String) {
    let (snapshot, found) = live.snapshot(|_| moment.clone());
    let snapshot = snapshot.filter(|_| !found.has_errors()).map(Arc::new);
    let scene = snapshot.map(|snapshot| Scene { shown: Some(snapshot), ..Scene::default() });
    (scene, settings(false).told(&found))
}

fn ask(scene: &Scene, settings: &Settings, path: &str, headers: &[(HeaderName, &str)]) -> Answer {
    let mut request = Request::builder().uri(path).header(HOST, "localhost:1111");
    for (name, value) in headers {
        request = request.header(name, *value);
    }
    answer(scene, settings, &request.body(()).unwrap().into_parts().0)
}

/// Status and headers of what a project's preview answers.
pub(crate) fn answered(site: &TestSite, path: &str) -> (u16, Vec<(String, String)>) {
    let scene = shown(&mut live(&site.path("")), false).unwrap();
    let answer = ask(&scene, &settings(false), path, &[]);
    let headers = answer.headers.iter().map(|(name, value)| (name.to_string(), value.clone()));
    (answer.status.as_u16(), headers.collect())
}

fn bytes(answer: Answer) -> Vec<u8> {
    match answer.body {
        Body::Bytes(bytes) => bytes,
        Body::File(file, range) => {
            let bytes = fs::read(file.absolute).unwrap();
            bytes[usize::try_from(range.start).unwrap()..usize::try_from(range.end).unwrap()].to_vec()
        }
        Body::News(..) => panic!("no page"),
    }
}

fn text_of(answer: Answer) -> String {
    String::from_utf8(bytes(answer)).unwrap()
}

fn header(answer: &Answer, name: &HeaderName) -> String {
    answer.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone()).unwrap_or_default()
}

/// An address as a browser asks for it.
pub(crate) fn address(path: &str) -> String {
    let path = path.strip_suffix("index.html").unwrap_or(path);
    let escaped = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    format!("/{}", path.bytes().map(escaped).collect::<String>())
}

/// Every output of a scene as it is served.
fn served(scene: &Scene) -> BTreeMap<String, Vec<u8>> {
    let settings = settings(false);
    let base = scene.address("");
    let shown = scene.shown.as_ref().unwrap();
    let one = |output: &Output| {
        let path = &output.path;
        if matches!(output.recipe, Recipe::Redirect(_)) {
            // A browser never gets to see it: it is sent on at once.
            let Content::Bytes(bytes) = shown.render(output).unwrap().content else { panic!("{path}") };
            assert_eq!(
                ask(scene, &settings, &format!("{base}{}", address(path)), &[]).status,
                StatusCode::FOUND,
                "{path}"
            );
            return (path.to_string(), bytes);
        }
        let answer = ask(scene, &settings, &format!("{base}{}", address(path)), &[]);
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        (path.to_string(), bytes(answer))
    };
    shown.plan().outputs.iter().map(one).collect()
}

fn without_list(mut tree: BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    tree.remove(".warta-manifest").expect("a build leaves its list");
    tree
}

/// Paths whose bytes differ.
pub(crate) fn differ(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let paths: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    paths.into_iter().filter(|path| one.get(*path) != other.get(*path)).cloned().collect()
}

#[test]
fn the_demonstration_is_served_as_it_is_built() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = tempfile::tempdir().unwrap();
    let built = output.path().join("public");
    for (previews, flags) in [(false, &[][..]), (true, &["--drafts", "--future"])] {
        let run = warta()
            .args(["build", "--now", "2027-01-01T00:00:00Z", "-r"])
            .arg(root)
            .arg("-o")
            .arg(&built)
            .args(flags)
            .output()
            .unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        let at = "2027-01-01T00:00:00Z".parse().unwrap();
        let (snapshot, found) = live(root).snapshot(|_| Moment { now: at, ..moment(previews) });
        assert!(!found.has_errors(), "{found:?}");
        let scene = Scene { shown: snapshot.map(Arc::new), ..Scene::default() };
        assert_eq!(differ(&served(&scene), &without_list(tree(&built))), [""; 0]);
    }
}

#[test]
fn pictures_are_served_as_they_are_built() {
    let site = crate::pictures::site().build();
    let root = site.path("");
    let mut live = live(&root);
    let served = served(&shown(&mut live, false).unwrap());
    let built = without_list(tree(site.output()));
    assert!(built.keys().filter(|path| path.contains("foto") || path.ends_with("png")).count() >= 2);
    assert_eq!(differ(&served, &built), [""; 0]);
}

#[test]
fn a_site_is_served_under_its_own_path() {
    let config = crate::site::CONFIG.replace("https://a.example", "https://a.example/humas");
    let site = TestSite::new().file("warta.yaml", config).release("satu", "aliases: [/lama/, '/?p=7']", "Isi.").build();
    let scene = shown(&mut live(&site.path("")), false).unwrap();
    assert_eq!(differ(&served(&scene), &without_list(tree(site.output()))), [""; 0]);
    let to = |path: &str| {
        let answer = ask(&scene, &settings(true), path, &[]);
        (answer.status.as_u16(), header(&answer, &LOCATION))
    };
    assert_eq!(to("/"), (302, "/humas/".to_owned()));
    assert_eq!(to("/humas"), (302, "/humas/".to_owned()));
    assert_eq!(to("/humas/berita"), (302, "/humas/berita/".to_owned()));
    assert_eq!(to("/humas/berita?a=1"), (302, "/humas/berita/?a=1".to_owned()));
    for old in ["/humas/lama/", "/humas/lama", "/humas/%6Cama/?fbclid=1"] {
        assert_eq!(to(old), (302, "/humas/berita/satu/".to_owned()), "{old}");
    }
    assert_eq!(to("/humas/?p=7"), (302, "/humas/berita/satu/".to_owned()));
    assert_eq!(to("/humas/?p=8").0, 200, "the home page, whatever its query");
    assert_eq!(to("/berita/").0, 404);
    assert_eq!(to("/humas/tidak-ada/").0, 404);
    assert!(
        text_of(ask(&scene, &settings(true), "/humas/berita/satu/", &[])).contains("src=\"/humas/__warta/live.js\"")
    );
}

#[test]
fn nothing_but_outputs_can_be_read() {
    let site = TestSite::new().release("satu", "", "Isi.").file("content/berita/rahasia.txt", "x").build();
    let scene = shown(&mut live(&site.path("")), false).unwrap();
    for path in [
        "/../warta.yaml",
        "/berita/../../warta.yaml",
        "/%2e%2e/warta.yaml",
        "/%2e%2e%2fwarta.yaml",
        "/..%5cwarta.yaml",
        "/%252e%252e/warta.yaml",
        "//etc/passwd",
        "/%00",
        "/berita/%00/",
        "/warta.yaml",
        "/content/berita/satu.md",
        "/.warta-manifest",
        "/__warta/",
        "/__warta/../warta.yaml",
        "/__warta/live.js/../../warta.yaml",
    ] {
        let answer = ask(&scene, &settings(true), path, &[]);
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        let text = text_of(answer);
        assert!(!text.contains("base_url") && !text.contains("Naskah satu"), "{path}: {text}");
    }
    assert_eq!(ask(&scene, &settings(true), "/%ff", &[]).status, StatusCode::BAD_REQUEST);
}

#[test]
fn what_a_browser_has_is_not_sent_again() {
    let site = TestSite::new().release("satu", "", "Isi.").file("static/data.bin", "0123456789");
    let scene = shown(&mut live(&site.path("")), false).unwrap();
    for path in ["/berita/satu/", "/data.bin"] {
        let whole = ask(&scene, &settings(true), path, &[]);
        let (etag, length) = (header(&whole, &ETAG), bytes(whole).len());
        let again = |tags: &str| ask(&scene, &settings(true), path, &[(IF_NONE_MATCH, tags)]).status.as_u16();
        assert_eq!(
            (again(&etag), again(&format!("\"a\", W/{etag}")), again("*"), again("\"a\"")),
            (304, 304, 304, 200)
        );
        let part = ask(&scene, &settings(true), path, &[(RANGE, "bytes=2-4")]);
        assert_eq!((part.status.as_u16(), bytes(part).len()), (206, 3));
        let rest = ask(&scene, &settings(true), path, &[(RANGE, "bytes=-4")]);
        assert_eq!(bytes(rest).len(), 4);
        let beyond = ask(&scene, &settings(true), path, &[(RANGE, &format!("bytes={length}-"))]);
        assert_eq!(beyond.status.as_u16(), 416);
        let strange = ask(&scene, &settings(true), path, &[(RANGE, "lines=1-2")]);
        assert_eq!(strange.status.as_u16(), 200);
    }
    let feed = ask(&scene, &settings(true), "/atom.xml", &[]);
    assert_eq!(header(&feed, &CONTENT_TYPE), "application/atom+xml; charset=utf-8");
}

#[test]
fn an_open_page_is_told_what_changed_and_nothing_else() {
    let site = TestSite::new().release("satu", "", "Isi.").release("dua", "", "Lain.");
    let root = site.path("");
    let mut live = live(&root);
    let before = shown(&mut live, false).unwrap();
    let settings = settings(true);
    let seen = before.render("berita/satu/index.html").unwrap().unwrap().seen;
    let mut listener = Listener::new("berita/satu/index.html".to_owned(), Some(seen), &before);
    assert_eq!(listener.news(&before, &settings), "");
    let edit = |live: &mut Live<'_>, path: &str, text: &str| {
        fs::write(root.join(path), text).unwrap();
        assert_ne!(live.look(&Hint::at(path), true), Look::Changed(BTreeSet::new()), "{path}");
        shown(live, false)
    };
    // Another page's text: no news here.
    let scene =
        edit(&mut live, "content/berita/dua.md", "---\ntitle: Judul dua\ndate: 2020-05-01\n---\n\nBaru.\n").unwrap();
    assert_eq!(listener.news(&scene, &settings), "");
    // Only the name of the stylesheet changed.
    let css = "a { background: url(\"b.svg\"); color: red }\n";
    let base = "<!DOCTYPE html><title>{{ title }}</title><link rel=stylesheet href=\"{{ asset(path=\"a.css\") }}\">{% block main %}{% endblock main %}\n";
    let scene = edit(&mut live, "themes/t/templates/base.html", base).unwrap();
    assert!(listener.news(&scene, &settings).starts_with("event: page\n"));
    let scene = edit(&mut live, "themes/t/assets/a.css", css).unwrap();
    let news = listener.news(&scene, &settings);
    assert!(news.starts_with("event: styles\n") && news.contains("/aset/a."), "{news}");
    // A mistake, and its end.
    let broken = edit(&mut live, "content/berita/satu.md", "---\ntitle: \"a\n---\n");
    assert!(broken.is_none());
    let scene = Scene { problems: Some("E010".into()), ..scene };
    assert!(listener.news(&scene, &settings).contains("event: problems\ndata: {\"close\":\"Close\",\"text\":\"E010\""));
    assert_eq!(listener.news(&scene, &settings), "", "it is told once");
    let mended = Scene { problems: None, ..scene };
    assert!(listener.news(&mended, &settings).contains("\"text\":null"));
}

/// A site that is looked at after each edit shows what a clean look shows.
fn holds(first: &[String], events: &[(Vec<Event>, u8)]) -> Result<(), TestCaseError> {
    let mut site = first_site(first);
    let root = site.path("");
    let mut live = live(&root);
    let mut now: jiff::Timestamp = "2025-12-31T20:00:00Z".parse().unwrap();
    for (events, manner) in std::iter::once(&(Vec::new(), 0)).chain(events) {
        let before = tree(&root);
        for event in events {
            site = happen(site, event);
        }
        let after = tree(&root);
        let changed: BTreeSet<PathBuf> = differ(&before, &after).into_iter().map(PathBuf::from).collect();
        let hint = match manner % 3 {
            0 => Hint { paths: changed, reach: Reach::Named },
            // Only the folders, as when events were merged.
            1 => {
                let folders = changed.iter().map(|path| path.parent().unwrap().to_owned());
                let paths =
                    folders.chain(changed.iter().filter(|path| path.ends_with("warta.yaml")).cloned()).collect();
                Hint { paths, reach: Reach::Named }
            }
            _ => Hint { reach: Reach::Listed, ..Hint::default() },
        };
        prop_assert_ne!(live.look(&hint, true), Look::Doubtful);
        // Time goes on, and every other time it was known when it matters.
        now += jiff::SignedDuration::from_hours(11);
        let moment = Moment { now, drafts: true, future: false, everything: false };
        let (kept, found) = at(&mut live, &moment);
        let (clean, expected) = at(&mut self::live(&root), &moment);
        prop_assert_eq!(found, expected);
        if let (Some(kept), Some(clean)) = (kept, clean) {
            if manner % 2 == 0 {
                live.next_change(kept.shown.as_ref().unwrap());
            }
            let differ = differ(&served(&kept), &served(&clean));
            prop_assert!(differ.is_empty(), "{hint:?}: {differ:?} differ from a clean look");
        }
    }
    Ok(())
}

#[test]
fn a_site_that_is_followed_is_a_clean_one() {
    let cases = ProptestConfig { cases: 200, max_shrink_iters: 200, ..ProptestConfig::default() };
    let mut runner = proptest::test_runner::TestRunner::new(cases);
    let strategy = (
        proptest::collection::vec(text(), 1..5),
        proptest::collection::vec((proptest::collection::vec(event(), 0..4), any::<u8>()), 1..5),
    );
    runner.run(&strategy, |(first, events)| holds(&first, &events)).unwrap();
}

#[test]
fn a_broken_configuration_is_a_change_once() {
    let site = TestSite::new().release("satu", "", "Isi.");
    let root = site.path("");
    let mut live = live(&root);
    let everywhere = Hint { reach: Reach::Listed, ..Hint::default() };
    for text in ["title: [\n", crate::site::CONFIG] {
        fs::write(root.join("warta.yaml"), text).unwrap();
        assert_eq!(live.look(&everywhere, false), Look::Changed(BTreeSet::from(["warta.yaml".to_owned()])));
        assert_eq!(live.look(&everywhere, false), Look::Changed(BTreeSet::new()));
    }
}

#[test]
fn what_is_gone_or_empty_for_a_moment_is_doubted() {
    let site = TestSite::new().release("satu", "", "Isi.").release("dua", "", "Isi.");
    let root = site.path("");
    let mut live = live(&root);
    let path = "content/berita/satu.md";
    let text = fs::read(root.join(path)).unwrap();
    fs::write(root.join(path), "").unwrap();
    assert_eq!(live.look(&Hint::at(path), false), Look::Doubtful);
    fs::remove_file(root.join(path)).unwrap();
    assert_eq!(live.look(&Hint::at(path), false), Look::Doubtful);
    fs::write(root.join(path), &text).unwrap();
    assert_eq!(live.look(&Hint::at(path), false), Look::Changed(BTreeSet::new()));
    fs::remove_file(root.join(path)).unwrap();
    assert_eq!(live.look(&Hint::at(path), true), Look::Changed(BTreeSet::from([path.to_owned()])));
    fs::rename(root.join("themes"), root.join("t2")).unwrap();
    assert_eq!(live.look(&Hint::at("themes"), false), Look::Doubtful);
    fs::rename(root.join("t2"), root.join("themes")).unwrap();
    assert_eq!(live.look(&Hint::at("themes"), false), Look::Changed(BTreeSet::new()));
    fs::remove_file(root.join("warta.yaml")).unwrap();
    assert_eq!(live.look(&Hint::at("warta.yaml"), false), Look::Doubtful);
}

/// What an edit may change beyond its own page, one by one: each is seen wherever it shows. Leaving any of the comparisons of
/// `site/again.rs` out made it fail: of titles, links, anchors, fields.
#[test]
fn an_edit_is_seen_by_whoever_shows_it() {
    let first = "---\ntitle: B\nslug: satu\ndate: 2020-05-01\nsummary: Ringkas.\ntags: [air]\nimport: { from: x }\n---\n\nKata.\n\n# Judul\n";
    let second =
        "---\ntitle: C\ndate: 2020-05-02\nsummary: Lain.\nimport: { from: x }\n---\n\n[Lihat](satu.md#judul).\n";
    let config = crate::site::CONFIG.replace("kind: press_release }", "kind: press_release, sort: title }");
    let edits = [
        ("title: B", "title: Z"),
        ("title: B", "title: \"B*\""),
        ("Ringkas.", "Lebih ringkas."),
        ("Kata.", "Kata lain."),
        ("# Judul", "# Kepala"),
        ("# Judul", "# Judul\n\n## Lagi"),
        ("Kata.", "Kata dan [tautan](dua.md)."),
        ("Kata.", "Kata dan [tautan](tiada.md)."),
        ("slug: satu", "slug: lain"),
        ("[air]", "[air, api]"),
        ("2020-05-01", "2020-05-03"),
        ("tags: [air]", "tags: [air]\nexpires_at: 2021-01-01"),
        ("tags: [air]", "tags: [air]\nstatus: draft"),
        ("tags: [air]", "tags: [air]\naliases: [/lama/]"),
        ("tags: [air]", "tags: [air]\nextra: { a: b }"),
        ("# Judul", "[gambar](g.png)"),
    ];
    for (before, after) in edits {
        let site = TestSite::new().file("warta.yaml", &config);
        let site = site.file("content/berita/satu.md", first).file("content/berita/dua.md", second);
        let root = site.path("");
        let mut live = live(&root);
        assert!(at(&mut live, &moment(false)).0.is_some());
        let edited = first.replace(before, after);
        assert_ne!(edited, first);
        // There, back again, and there.
        for text in [edited.as_str(), first, edited.as_str()] {
            fs::write(root.join("content/berita/satu.md"), text).unwrap();
            live.look(&Hint::at("content/berita/satu.md"), true);
            let (kept, found) = at(&mut live, &moment(false));
            let (clean, expected) = at(&mut self::live(&root), &moment(false));
            assert_eq!(found, expected, "{after}");
            assert_eq!(kept.is_some(), clean.is_some(), "{after}");
            if let (Some(kept), Some(clean)) = (kept, clean) {
                assert_eq!(differ(&served(&kept), &served(&clean)), [""; 0], "{after}");
            }
        }
    }
}
