//! What machines are told of pages: structured data. Cards and editions in other languages are judged in `cards.rs`.
//!
//! `WARTA_BLESS=1 cargo test --test suite structured_data` writes the files of `tests/formats/` anew; read what has changed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use schemaorg_rs::profiles::ProfileRegistry;
use schemaorg_rs::{Severity, extract_all, validation};
use serde_json::{Value, json};

use crate::site::{CONFIG, TestSite, tree};

const RELEASE: &str =
    "siaran-pers/2010/06/reformasi-birokrasi-untuk-perbaiki-kinerja-wujudkan-good-governance/index.html";
const WORKSHOP: &str = "workshop/2010/pengembangan-budaya-kerja-aparatur/index.html";

const NOW: &str = "2026-11-24T10:00:00+07:00";

/// A project of the repository, in a folder of its own.
fn project(root: &str, parts: &[&str]) -> TestSite {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(root);
    let config = std::fs::read_to_string(root.join("warta.yaml")).unwrap().replace("theme: data\n", "theme: balai\n");
    let mut site = TestSite::empty().now(NOW).file("warta.yaml", config);
    for part in parts {
        for (path, bytes) in tree(&root.join(part)) {
            site = site.file(&format!("{part}/{path}"), bytes);
        }
    }
    site
}

fn demonstration() -> TestSite {
    project("", &["content", "data", "themes"])
}

fn golden() -> TestSite {
    project("tests/golden", &["content", "data", "static", "themes"])
}

fn pages(site: &TestSite) -> BTreeMap<String, String> {
    let pages = tree(site.output()).into_iter().filter(|(path, _)| path.ends_with(".html"));
    pages.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

/// The text of the page's only block of structured data.
pub(crate) fn block(html: &str) -> Option<&str> {
    const OPEN: &str = "<script type=\"application/ld+json\">";
    assert!(html.matches("ld+json").count() <= 1);
    let (_, after) = html.split_once(OPEN)?;
    Some(after.split_once("</script>").unwrap().0)
}

fn graph(html: &str) -> Vec<Value> {
    let value: Value = serde_json::from_str(block(html).expect("no structured data")).unwrap();
    assert_eq!(value["@context"], "https://schema.org");
    value["@graph"].as_array().unwrap().clone()
}

/// The node of a type.
pub(crate) fn node(html: &str, kind: &str) -> Value {
    let found = graph(html).into_iter().find(|node| node["@type"] == kind);
    found.unwrap_or_else(|| panic!("no {kind} in {:?}", block(html)))
}

/// The elements of the head that make the card, and those that say which page this is.
fn card(html: &str) -> String {
    let is_told = |line: &&str| {
        ["<meta property=", "<meta name=\"twitter:", "<meta name=\"robots", "<link rel=\"canonical", "hreflang="]
            .iter()
            .any(|part| line.contains(part))
    };
    let head = html.split("<body").next().unwrap();
    head.lines().map(str::trim).filter(is_told).map(|line| format!("{line}\n")).collect()
}

/// The content of a `<meta>` element.
pub(crate) fn meta(html: &str, name: &str) -> Option<String> {
    let at = html.find(&format!("=\"{name}\" content=\""))?;
    let content = html[at..].split("content=\"").nth(1)?.split('"').next()?;
    Some(
        content
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#x27;", "'")
            .replace("&amp;", "&"),
    )
}

/// Compares with a file of `tests/formats/`, or writes it.
fn expect(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats").join(name);
    if std::env::var_os("WARTA_BLESS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        text, expected,
        "{name} differs; if that is meant: WARTA_BLESS=1 cargo test --test suite structured_data"
    );
}

/// The text with a line for each node: the only line breaks in it, since none can stand in JSON that is safe in a script.
fn by_lines(json: &str) -> String {
    assert!(!json.contains('\n'));
    let (mut lines, mut depth, mut quoted, mut escaped) = (String::new(), 0, false, false);
    for letter in json.chars() {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => quoted = !quoted,
            '{' | '[' if !quoted => depth += 1,
            '}' | ']' if !quoted => depth -= 1,
            _ => {}
        }
        lines.push(letter);
        if !quoted && depth == 2 && matches!(letter, '[' | ',') {
            lines.push('\n');
        }
    }
    lines + "\n"
}

#[test]
fn the_release_and_the_workshop_of_2010_are_told_as_they_were() {
    let site = demonstration().build();
    let (release, workshop) = (site.text(RELEASE), site.text(WORKSHOP));
    expect("siaran-pers.jsonld", &by_lines(block(&release).unwrap()));
    expect("acara.jsonld", &by_lines(block(&workshop).unwrap()));
    expect("kartu.html", &format!("{}\n{}", card(&release), card(&workshop)));
}

/// What the design of the content model asks for at least (section 14).
#[test]
fn the_release_of_2010_holds_at_least_what_was_promised() {
    let site = demonstration().build();
    let release = site.text(RELEASE);
    let article = node(&release, "NewsArticle");
    let publisher = json!({ "@id": "https://humas.example/#bagian-humas" });
    for (key, value) in [
        ("inLanguage", json!("id")),
        ("articleSection", json!("Berita")),
        ("dateline", json!("BATAM")),
        ("datePublished", json!("2010-06-03")),
        ("dateModified", json!("2010-06-03")),
        ("author", json!([publisher])),
        ("publisher", publisher),
        ("commentCount", json!(1)),
        ("about", json!({ "@id": "https://humas.example/workshop/2010/pengembangan-budaya-kerja-aparatur/#acara" })),
    ] {
        assert_eq!(article[key], value, "{key}");
    }
    assert_eq!(article["interactionStatistic"]["userInteractionCount"], 137);
    let event = node(&release, "EducationEvent");
    assert_eq!(event["location"][0]["name"], "Kantor Wali Kota Batam, Lantai 4");
    assert_eq!(event["location"][0]["address"]["addressCountry"], "ID");
    let people: Vec<Value> = graph(&release).into_iter().filter(|node| node["@type"] == "Person").collect();
    let dini = people.iter().find(|person| person["name"] == "Dini Saraswati").unwrap();
    assert_eq!((&dini["honorificPrefix"], &dini["honorificSuffix"]), (&json!("Dra."), &json!("M.A.P.")));
}

/// Names that nodes have, and names by which others are named.
fn names(value: &Value, known: &mut BTreeSet<String>, asked: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            if let Some(id) = map.get("@id") {
                let names = if map.len() > 1 { &mut *known } else { &mut *asked };
                names.insert(id.as_str().unwrap().to_owned());
            }
            map.values().for_each(|value| names(value, known, asked));
        }
        Value::Array(all) => all.iter().for_each(|value| names(value, known, asked)),
        Value::String(text) => assert!(!text.is_empty()),
        Value::Null => panic!("null is written"),
        _ => {}
    }
}

#[test]
fn every_page_that_is_to_be_found_tells_one_graph_without_loose_ends() {
    let mut kinds = BTreeSet::new();
    for site in [demonstration().build(), golden().build()] {
        for (path, html) in pages(&site) {
            if html.contains("content=\"noindex\"") {
                assert_eq!(block(&html), None, "{path}");
                continue;
            }
            let (mut known, mut asked) = (BTreeSet::new(), BTreeSet::new());
            for node in graph(&html) {
                kinds.insert(node["@type"].as_str().unwrap().to_owned());
                names(&node, &mut known, &mut asked);
            }
            let loose: Vec<&String> = asked.difference(&known).collect();
            assert!(loose.is_empty(), "{path}: {loose:?}");
        }
    }
    for kind in [
        "AboutPage",
        "BreadcrumbList",
        "CollectionPage",
        "ContactPage",
        "DigitalDocument",
        "EducationEvent",
        "Event",
        "EventSeries",
        "GovernmentOrganization",
        "ImageGallery",
        "NewsArticle",
        "Person",
        "WebPage",
        "WebSite",
    ] {
        assert!(kinds.contains(kind), "no {kind} among {kinds:?}");
    }
}

/// What others judge wrong, but for where the judge is.
fn judged(html: &str) -> Vec<String> {
    // Version 0.3 follows a name only if it is no address with a scheme.
    let graph = extract_all(&html.replace("\"@id\":\"https://", "\"@id\":\"")).unwrap();
    let said = validation::validate(&graph);
    let google = ProfileRegistry::with_google().evaluate("google", &graph, &said.diagnostics).unwrap();
    let mut wrong: Vec<String> = said
        .diagnostics
        .iter()
        .filter(|found| found.severity != Severity::Info)
        .map(|found| format!("{}: {}", found.path, found.message))
        .collect();
    for kind in &google.type_results {
        let errors = kind.field_diagnostics.iter().filter(|found| found.severity == Severity::Error);
        let errors = errors.map(|found| format!("Google: {}: {}", found.path, found.message));
        wrong.extend(errors.filter(|error| !is_mistaken(error, html)));
    }
    wrong
}

/// It asks of every place what only places on the ground have, and of others what only places online have; and where a programme
/// takes place, which is where its events do.
fn is_mistaken(error: &str, html: &str) -> bool {
    let is_online = html.contains("\"@type\":\"VirtualLocation\"");
    let is_on_the_ground = html.contains("\"@type\":\"Place\"");
    (is_online && error.contains(".location") && error.ends_with("nested Place"))
        || (is_on_the_ground && error.contains(".location") && error.ends_with("nested VirtualLocation"))
        || error.starts_with("Google: EventSeries.")
}

#[test]
fn the_vocabulary_and_google_have_nothing_against_it() {
    let mut wrong = Vec::new();
    for site in [demonstration().build(), golden().build()] {
        for (path, html) in pages(&site).into_iter().filter(|(_, html)| block(html).is_some()) {
            wrong.extend(judged(&html).into_iter().map(|found| format!("{path}: {found}\n")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.concat());
    // The judge can find something.
    let broken = "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@graph\":[\
                  {\"@type\":\"NewsArticle\",\"headlin\":\"A\",\"author\":{\"@id\":\"https://a.example/#b\"}},\
                  {\"@type\":\"Person\",\"@id\":\"https://a.example/#b\"}]}</script>";
    let found = judged(broken).concat();
    for part in ["headlin", "Google: NewsArticle.image", "Google: NewsArticle.author.name"] {
        assert!(found.contains(part), "{part}: {found}");
    }
}

/// A text that ends elements, attributes, strings and directions where it is not escaped.
fn hostile() -> String {
    let start =
        "</script><!-- <script> ]]> &amp; \\\" ' ‘a’ \u{1f600} \u{202e}עברית\u{202c} العربية é – {{ x }} {% y %} ";
    start.to_owned() + &"panjang ".repeat(1250)
}

#[test]
fn hostile_text_comes_back_as_it_was() {
    let text = hostile();
    let yaml = |text: &str| Value::from(text).to_string();
    let title: String = text.chars().take(120).collect();
    let fields = format!(
        "title: {title}\nsummary: {all}\nsubtitle: {title}\nquotes: [{{ text: {all} }}]\ntags: [{title}]\n\
         corrections: [{{ at: 2020-05-02 08:00, type: ralat, note: {all} }}]\n",
        title = yaml(&title),
        all = yaml(text.trim()),
    );
    let site = TestSite::new().file("warta.yaml", CONFIG.replace("theme: t", "theme: balai"));
    let site = site.release("a", &fields, "").build();
    let html = site.text("berita/a/index.html");
    assert!(!block(&html).unwrap().contains(['<', '>', '&', '\n', '\u{2028}']), "{html}");
    let article = node(&html, "NewsArticle");
    let title = title.trim();
    let text = text.trim();
    assert_eq!(article["headline"], title);
    assert_eq!(article["description"], text);
    assert_eq!(article["hasPart"][0]["text"], text);
    assert_eq!(article["correction"][0]["text"], text);
    assert_eq!(article["keywords"][0], title);
    assert_eq!(meta(&html, "og:title").as_deref(), Some(title));
    assert_eq!(meta(&html, "og:description").as_deref(), Some(text));
    assert_eq!(meta(&html, "article:tag").as_deref(), Some(title));
    let list = node(&site.text("berita/index.html"), "CollectionPage");
    assert_eq!(list["mainEntity"]["itemListElement"][0]["name"], title);
}

#[test]
fn what_is_not_public_is_told_nowhere() {
    let config = "title: A\nbase_url: https://a.example\ntime_zone: WIB\nsections: { acara: { kind: workshop }, berita: { kind: press_release } }\n\
                  taxonomies: { people: { path: tokoh, terms: data/people.yaml } }\n";
    let event = "---\ntitle: KENARI rapat\ndate: 2020-01-01\nembargo_until: 2021-01-01 08:00\nevent_type: rapat\nstart: 2021-02-01\n\
                 venue: { name: KENARI balai }\nspeakers: [{ person: kenari, topic: KENARI }]\n---\n";
    let site = TestSite::empty()
        .file("warta.yaml", config)
        .file("data/people.yaml", "kenari: { name: Burung KENARI }\nbudi: { name: Budi }\n")
        .file("content/acara/rapat.md", event)
        .release("a", "event: rapat\npeople: [budi]", "");
    let site = site.now("2020-12-31").build();
    for (path, html) in pages(&site) {
        assert!(!html.contains("KENARI") && !html.contains("#tokoh/kenari"), "{path}");
    }
    assert!(site.text("berita/a/index.html").contains("#tokoh/budi"));
    let site = site.now("2021-01-02").build();
    assert_eq!(node(&site.text("berita/a/index.html"), "Event")["name"], "KENARI rapat");
    assert!(block(&site.text("berita/a/index.html")).unwrap().contains("Burung KENARI"));
}
