//! A whole Markdown file, as every kind, under both policies for unknown keys.

#![no_main]

use std::ops::Range;
use std::sync::{Arc, LazyLock};

use libfuzzer_sys::fuzz_target;
use warta::config::{Config, Kind};
use warta::diagnostic::{Code, Diagnostics};
use warta::parse::{self, Document, Lexicon};
use warta::source::Source;
use warta_fuzz::{config, is_clean, judge, source};

/// A glossary of one word, so that its judge has something to look for.
static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new([("Walikota", "Wali Kota")], ["M.Si."]));
static STRICT: LazyLock<Config> = LazyLock::new(|| config(""));
static LENIENT: LazyLock<Config> = LazyLock::new(|| config("front_matter: { unknown: warn }\n"));

fuzz_target!(|data: &[u8]| {
    let Some((source, clean)) = source("content/berita/a.md", data) else { return };
    for kind in Kind::ALL {
        let (document, found) = parse::document(&source, &STRICT, kind, &LEXICON);
        judge(&found);
        holds(&source, &document, &found, clean);
        let (lenient, told) = parse::document(&source, &LENIENT, kind, &LEXICON);
        judge(&told);
        same_but_for_unknown_keys(&found, &told);
        assert!(document.broken || !lenient.broken, "leniency makes a mistake");
    }
});

fn holds(source: &Arc<Source>, document: &Document, found: &Diagnostics, clean: bool) {
    let body = &document.body;
    let inside = |span: &Range<usize>| assert!(source.text().get(span.clone()).is_some(), "{span:?}");
    inside(&body.range);
    inside(&document.front.yaml);
    body.headings.iter().for_each(|heading| inside(&heading.span));
    body.links.iter().for_each(|link| inside(&link.span));
    body.components.iter().for_each(|call| inside(&call.span));
    if document.broken || found.has_errors() {
        return;
    }
    let common = &document.front.common;
    let title = common.title.as_deref().expect("an item without mistake has a title");
    let one_line = |text: &str| assert!(!text.trim().is_empty() && !text.contains('\n'), "{text:?}");
    let lines = common.tags.iter().chain(&common.subtitle).chain(&common.summary).map(|line| &**line);
    lines.chain([title]).for_each(one_line);
    if clean {
        // No file without control characters gives a page with one.
        lines_of(document).into_iter().for_each(is_clean);
    }
    let dates = &document.front.dates;
    assert_eq!(common.publish_at.is_some(), dates.publish_at.is_some());
    assert_eq!(common.embargo_until.is_some(), dates.embargo_until.is_some());
    assert_eq!(common.expires_at.is_some(), dates.expires_at.is_some());
    assert!(common.date.is_none() || dates.date.is_some());
    if let (Some(start), Some(end)) = (&dates.start, &dates.end) {
        assert!(start <= end, "an event ends before it begins");
    }
}

fn lines_of(document: &Document) -> Vec<&str> {
    let common = &document.front.common;
    let lines = common.tags.iter().chain(&common.title).chain(&common.subtitle).chain(&common.summary);
    lines.map(|line| &**line).collect()
}

/// The lenient policy changes the weight of unknown keys, and lets rules speak that were silent beside a mistake.
fn same_but_for_unknown_keys(strict: &Diagnostics, lenient: &Diagnostics) {
    let of = |found: &Diagnostics| {
        let unknown = found.iter().filter(|finding| finding.code == Code::UnknownKey);
        unknown.map(|finding| finding.primary.clone()).collect::<Vec<_>>()
    };
    assert_eq!(of(strict), of(lenient));
    let only = strict.iter().find(|finding| finding.code != Code::UnknownKey && !lenient.iter().any(|l| l == *finding));
    assert_eq!(only, None);
}
