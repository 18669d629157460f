//! Random sites, edited and damaged at random: a build that remembers the last one makes what a clean build makes.
//!
//! Fails when an output is trusted because it is listed, without a look at it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;
use proptest::prelude::*;
use proptest::sample::Index;
use warta::parse::{ITEMS, Memo};
use warta::pipeline::{self, Framed, Kept, Leaves, Request};
use warta::read::facts::Keep;
use warta::read::{self, Begun, TEXTS, Texts};
use warta::render::{BODIES, Memory};
use warta::site::Moment;
use warta::write::{self, Cache, Options, Publication, Rank, Report};

use crate::site::{CONFIG, TestSite, tree};

/// Something that happens between two builds.
#[derive(Clone, Debug)]
pub(crate) enum Event {
    /// An item is written, anew or again.
    Item(usize, String),
    /// An item gets another title.
    Retitled(usize, String),
    /// An item gets more words.
    Reworded(usize, String),
    /// An item is deleted.
    Gone(usize),
    /// A file that is only copied.
    File(usize, String),
    /// The theme changes on every page.
    Theme(String),
    /// The configuration changes: so many items on a page, and another order of them.
    PageSize(u8),
    /// A record gets another name.
    Record(String),
    /// An output is altered, or deleted.
    Altered(Index, bool),
    /// The list of outputs is cut off, or lost.
    Manifest(Index, bool),
    /// What is remembered is cut off, or lost.
    Memory(Index, bool),
    /// Nothing.
    Nothing,
}

pub(crate) fn text() -> impl Strategy<Value = String> {
    let field = prop_oneof![
        Just(String::new()),
        Just("tags: [air, pasar]\n".to_owned()),
        Just("status: draft\n".to_owned()),
        Just("people: [dini]\n".to_owned()),
        Just("weight: 3\n".to_owned()),
        Just("related: [i1]\n".to_owned()),
        "publish_at: 2026-01-0[1-4]\n",
        "expires_at: 2026-01-0[1-4]\n",
        "slug: [a-c][0-9]\n",
        "kind: workshop\nstart: 2026-01-0[1-4]\nvenue: \\{ name: Aula \\}\n(materials: \\[i[0-3]\\]\n)?(programme: i[0-3]\n)?",
        "kind: programme\nowner: dinas\n(order: \\[i[0-3]\\]\n)?(period: \\{ end: 2026-01-0[1-4] \\}\n)?",
        "kind: material\nurl: https://b\\.example/x\n(event: i[0-3]\n)?(replaces: i[0-3]\n)?",
        "kind: announcement\nlevel: (info|peringatan)\nstarts_at: 2026-01-0[12] 08:00\nexpires_at: 2026-01-0[34] 08:00\n",
        "(event|programme|replies_to): i[0-3]\n",
        "embargo_until: 2026-01-0[1-4] 10:00\n",
        "corrections: \\[\\{ at: 2026-01-01 10:00, type: ralat, note: [a-c] \\}\\]\n",
        "info_class: (berkala|serta_merta)\n",
    ];
    let body = prop_oneof![
        "[a-z ]{1,40}",
        Just("```rust\nfn a() {}\n```\n".to_owned()),
        Just("## Judul\n\n- satu\n- dua\n".to_owned()),
        Just("[Lihat](i1.md#judul), [atau](i2.md)\n".to_owned()),
    ];
    ("[A-Z][a-z]{1,8}", 2000..2025_u16, field, body).prop_map(|(title, year, field, body)| {
        format!("---\ntitle: {title}\ndate: {year}-03-04\nimport: {{ from: x }}\n{field}---\n\n{body}\n")
    })
}

pub(crate) fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        6 => (0..7_usize, text()).prop_map(|(number, text)| Event::Item(number, text)),
        3 => (0..7_usize, "[A-Z][a-z]{1,8}").prop_map(|(number, title)| Event::Retitled(number, title)),
        3 => (0..7_usize, "[a-z ]{1,9}|## Judul|\\[x\\]\\(i3\\.md\\)").prop_map(|(number, words)| Event::Reworded(number, words)),
        2 => (0..7_usize).prop_map(Event::Gone),
        1 => (0..3_usize, "[a-z]{0,9}").prop_map(|(number, text)| Event::File(number, text)),
        2 => "[a-z]{1,9}".prop_map(Event::Theme),
        1 => (1..5_u8).prop_map(Event::PageSize),
        1 => "[A-Z][a-z]{1,9}".prop_map(Event::Record),
        2 => (any::<Index>(), any::<bool>()).prop_map(|(index, deleted)| Event::Altered(index, deleted)),
        1 => (any::<Index>(), any::<bool>()).prop_map(|(index, lost)| Event::Manifest(index, lost)),
        1 => (any::<Index>(), any::<bool>()).prop_map(|(index, lost)| Event::Memory(index, lost)),
        1 => Just(Event::Nothing),
    ]
}

/// Lets it happen.
pub(crate) fn happen(site: TestSite, event: &Event) -> TestSite {
    let cut = |path: &Path, at: &Index, lost: bool| {
        let Ok(bytes) = fs::read(path) else { return };
        if lost {
            fs::remove_file(path).unwrap();
        } else {
            fs::write(path, &bytes[..at.index(bytes.len().max(1))]).unwrap();
        }
    };
    match event {
        Event::Item(number, text) => site.file(&format!("content/berita/i{number}.md"), text),
        Event::Retitled(number, title) => edited(site, *number, |text| {
            let lines = text.lines().map(|line| match line.starts_with("title:") {
                true => format!("title: {title}"),
                false => line.to_owned(),
            });
            lines.collect::<Vec<_>>().join("\n")
        }),
        Event::Reworded(number, words) => edited(site, *number, |text| format!("{text}\n\n{words}\n")),
        Event::Gone(number) => {
            drop(fs::remove_file(site.path(&format!("content/berita/i{number}.md"))));
            site
        }
        Event::File(number, text) => site.file(&format!("static/f{number}.txt"), text),
        Event::Theme(word) => site.file(
            "themes/t/templates/base.html",
            format!("<!DOCTYPE html><title>{word}</title>{{% block main %}}{{% endblock main %}}\n"),
        ),
        Event::PageSize(size) => {
            let sort = if size % 2 == 0 { "title" } else { "date" };
            let section = format!("berita: {{ kind: press_release, page_size: {size}, sort: {sort} }}");
            site.file("warta.yaml", config().replace("berita: { kind: press_release }", &section))
        }
        Event::Record(name) => site.file("data/people.yaml", format!("dini: {{ name: {name} }}\n")),
        Event::Altered(index, deleted) => {
            // The list of outputs has events of its own.
            let files: Vec<String> =
                tree(site.output()).into_keys().filter(|path| !path.starts_with(".warta")).collect();
            if let Some(path) = files.get(index.index(files.len().max(1))) {
                let path = site.output().join(path);
                if *deleted { fs::remove_file(path).unwrap() } else { fs::write(path, "diubah").unwrap() }
            }
            site
        }
        Event::Manifest(index, lost) => {
            cut(&site.output().join(".warta-manifest"), index, *lost);
            site
        }
        Event::Memory(index, lost) => {
            let kept: Vec<String> = tree(&site.path(".warta")).into_keys().collect();
            for name in kept.iter().filter(|name| *name != "lock") {
                cut(&site.path(".warta").join(name), index, *lost);
            }
            site
        }
        Event::Nothing => site,
    }
}

/// The site with an item edited, if there is one of this number.
fn edited(site: TestSite, number: usize, edit: impl FnOnce(&str) -> String) -> TestSite {
    let path = format!("content/berita/i{number}.md");
    match fs::read_to_string(site.path(&path)) {
        Ok(text) => site.file(&path, edit(&text)),
        Err(_) => site,
    }
}

fn config() -> String {
    CONFIG.replace("taxonomies: { tags: {} }", "taxonomies: { tags: {}, people: {} }")
}

/// Builds in this process; the report, or none when something is wrong with the site.
fn build(root: &Path, output: &Path, threads: usize) -> Option<Report> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    pool.install(|| {
        let request = Request { root, base_url: None };
        let (config, _) = pipeline::configure(&request).ok()?;
        let now = "2026-01-01T00:00:00Z".parse().unwrap();
        let moment = Moment { now, drafts: false, future: false, everything: false };
        let cache = Cache::open(root, output).unwrap();
        let memo = Memo::new(Some(String::new()), write::kept(root, ITEMS));
        let kept = || Kept::memory(Memory::read(write::written(root)), memo);
        let clock = Timestamp::now();
        let texts = Texts::new(Some(String::new()), write::kept(root, TEXTS));
        let begun = Begun { clock, content: read::content(root), texts };
        let keep = |name: &str, bytes: Vec<u8>| cache.keep(name, |file| file.write_all(&bytes)).unwrap();
        let leaves = |Leaves { items, texts }: Leaves| {
            texts.into_iter().for_each(|bytes| keep(TEXTS, bytes));
            items.renewed(&config).map_or(Ok(()), |items| cache.keep(ITEMS, |file| items.write_to(file))).unwrap();
        };
        let Framed { snapshot, found } =
            pipeline::framed_snapshot(&request, &Arc::clone(&config), &moment, begun, kept, leaves);
        let (snapshot, _) = snapshot.filter(|_| !found.has_errors())?;
        let publication =
            Publication::begin(root, output, &cache, Options { force: true, ..Options::default() }).unwrap();
        let shelf = Arc::new(cache.shelf(BODIES).unwrap());
        let place = Arc::clone(&shelf);
        snapshot.put_bodies_on(Box::new(move |bytes| place.put(bytes)));
        let found =
            snapshot.render_all(|output, content| publication.put(&output.path, Rank::Page, &content).map(drop));
        assert!(!found.has_errors(), "{found:?}");
        let report = publication.commit().unwrap();
        snapshot.highlights(Keep::Used).into_iter().for_each(|bytes| keep(write::HIGHLIGHTS, bytes));
        keep(write::FACTS, snapshot.facts(Keep::Used));
        cache.keep_shelf(&shelf, &snapshot.end_of_bodies().unwrap()).unwrap();
        cache.save().unwrap();
        Some(report)
    })
}

/// The project written anew in the other order, so that folders list their files otherwise.
fn shuffled(site: &TestSite) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let files = tree(&site.path(""));
    for (path, bytes) in
        files.iter().rev().filter(|(path, _)| !path.starts_with("public") && !path.starts_with(".warta"))
    {
        let target = folder.path().join(path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, bytes).unwrap();
    }
    folder
}

/// A site of these items.
pub(crate) fn first_site(items: &[String]) -> TestSite {
    let site = TestSite::new().file("warta.yaml", config()).file("data/people.yaml", "dini: { name: Dini }\n");
    let items = items.iter().enumerate();
    items.fold(site, |site, (number, text)| site.file(&format!("content/berita/i{number}.md"), text))
}

fn holds(first: &[String], events: &[Vec<Event>]) -> Result<(), TestCaseError> {
    let mut site = first_site(first);
    let mut published = BTreeMap::new();
    // With both lost, or with a file altered that no list names, nobody knows what is ours: what is no longer of the site stays, as
    // files of others do. Until something is published, what was lost stays lost.
    let (mut list_is_damaged, mut ours_are_hidden) = (false, false);
    for (step, events) in std::iter::once(&Vec::new()).chain(events).enumerate() {
        for event in events {
            let damages_list = matches!(event, Event::Manifest(..));
            let hides_ours = matches!(event, Event::Memory(..) | Event::Altered(_, false));
            if (damages_list && ours_are_hidden) || (hides_ours && list_is_damaged) {
                continue;
            }
            list_is_damaged |= damages_list;
            ours_are_hidden |= hides_ours;
            site = happen(site, event);
        }
        let before = tree(site.output());
        let copy = shuffled(&site);
        let elsewhere = copy.path().join("bersih");
        let warm = build(&site.path(""), site.output(), 4);
        let clean = build(copy.path(), &elsewhere, 1);
        prop_assert_eq!(warm.is_some(), clean.is_some(), "step {}", step);
        if warm.is_none() {
            // Nothing was published: two items with one address, for instance.
            prop_assert!(tree(site.output()) == before, "step {step}: a broken site was published");
            continue;
        }
        (list_is_damaged, ours_are_hidden) = (false, false);
        published = tree(&elsewhere);
        let (warm, clean): (BTreeSet<_>, BTreeSet<_>) =
            (tree(site.output()).into_iter().collect(), published.clone().into_iter().collect());
        let differ: Vec<&String> = warm.symmetric_difference(&clean).map(|(path, _)| path).collect();
        prop_assert!(differ.is_empty(), "step {step}: {differ:?} differ from the clean build");
        let again = build(&site.path(""), site.output(), 4).unwrap();
        prop_assert_eq!((again.written, again.deleted), (0, 0), "step {}: a second build writes", step);
    }
    prop_assert!(tree(site.output()).len() >= published.len().min(1));
    Ok(())
}

/// Fails when a file that somebody wrote is deleted because a page once lay there.
#[test]
fn what_somebody_altered_stays_where_no_list_names_it() {
    let item = |field: &str| format!("---\ntitle: Aa\ndate: 2000-03-04\nimport: {{ from: x }}\n{field}---\n\na\n");
    let site = first_site(&[item("people: [dini]\n"), item("")]);
    build(&site.path(""), site.output(), 1).unwrap();
    let page = site.output().join("people/index.html");
    fs::write(&page, "diubah").unwrap();
    fs::remove_file(site.output().join(".warta-manifest")).unwrap();
    let site = site.file("content/berita/i0.md", item(""));
    let report = build(&site.path(""), site.output(), 1).unwrap();
    assert_eq!((fs::read_to_string(&page).unwrap().as_str(), report.deleted > 0), ("diubah", true));
    let again = build(&site.path(""), site.output(), 1).unwrap();
    assert_eq!((again.written, again.deleted), (0, 0));
}

fn cases(count: u32) -> ProptestConfig {
    ProptestConfig { cases: count, max_shrink_iters: 200, ..ProptestConfig::default() }
}

fn run(count: u32) {
    // A failure prints its input; the seed is kept in proptest-regressions.
    let mut runner = proptest::test_runner::TestRunner::new(cases(count));
    let strategy = (
        proptest::collection::vec(text(), 1..5),
        proptest::collection::vec(proptest::collection::vec(event(), 0..4), 1..4),
    );
    runner.run(&strategy, |(first, events)| holds(&first, &events)).unwrap();
}

#[test]
fn a_warm_build_is_a_clean_build() {
    run(200);
}

#[test]
#[ignore = "ten thousand sites; part of `tests/run --long`"]
fn a_warm_build_is_a_clean_build_ten_thousand_times() {
    run(10_000);
}

#[test]
fn a_list_that_is_cut_off_leaves_nothing_behind_even_after_the_memory_was_lost() {
    let item = |body: &str| format!("---\ntitle: Aa\ndate: 2000-03-04\nimport: {{ from: x }}\n---\n\n{body}\n");
    for share in 0..20 {
        let site = first_site(&[item("a"), item("b")]);
        build(&site.path(""), site.output(), 4).unwrap();
        for name in tree(&site.path(".warta")).into_keys().filter(|name| name != "lock") {
            fs::write(site.path(".warta").join(name), "").unwrap();
        }
        // Nothing to write, and the times are known again.
        build(&site.path(""), site.output(), 4).unwrap();
        fs::remove_file(site.path("content/berita/i0.md")).unwrap();
        let manifest = site.output().join(".warta-manifest");
        let bytes = fs::read(&manifest).unwrap();
        // Between two lines, and anywhere.
        let lines = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
        let cut = lines.chain([bytes.len() * share / 20]).nth(share).unwrap_or(bytes.len() * share / 20);
        fs::write(&manifest, &bytes[..cut.min(bytes.len() - 1)]).unwrap();
        build(&site.path(""), site.output(), 4).unwrap();
        assert!(!site.output().join("berita/i0").exists(), "cut at {cut} of {}", bytes.len());
    }
}
