//! The text of an item → HTML: with everything on, with HTML forbidden, and as CommonMark alone.

#![no_main]

use std::ops::Range;
use std::sync::{Arc, LazyLock};

use libfuzzer_sys::fuzz_target;
use warta::config::{MarkdownOptions, RawHtml};
use warta::parse::body::{self, Body};
use warta::render::highlight::{Highlighter, Memory};
use warta::render::markdown::{self, Foreign, Rendered, Settings, TocEntry};
use warta::source::Source;
use warta_fuzz::site::{Stub, WORDS};
use warta_fuzz::{html, is_clean, judge, source};

/// Inputs up to this length are rendered a second time.
const TWICE: usize = 2048;

static FOREIGN: LazyLock<[Foreign; 2]> = LazyLock::new(|| {
    [
        Foreign { text: "good governance".to_owned(), lang: "en".to_owned() },
        Foreign { text: "a".to_owned(), lang: "en".to_owned() },
    ]
});

/// Loads its grammars once; what it remembers is small.
static HIGHLIGHTER: LazyLock<Highlighter> = LazyLock::new(|| Highlighter::new(Memory::default()));

fuzz_target!(|data: &[u8]| {
    let Some((source, clean)) = source("content/berita/a.md", data) else { return };
    let everything = MarkdownOptions::default();
    let strict = MarkdownOptions { smart_quotes: true, raw_html: RawHtml::Forbid, ..MarkdownOptions::default() };
    let plain = MarkdownOptions::plain();
    let all = Settings {
        options: &everything,
        links: &Stub,
        components: &Stub,
        highlighter: None,
        words: WORDS,
        lead: None,
        foreign: &[],
    };
    // Grammars are slow; a block in every input would take all the time.
    let coloured = Settings { highlighter: Some(&HIGHLIGHTER), ..all };
    let all = if data.len() <= 512 { coloured } else { all };
    let ours = Settings { options: &strict, lead: Some("<b>BATAM</b> – "), foreign: FOREIGN.as_slice(), ..all };
    for settings in [all, ours] {
        let (body, rendered) = made(&source, &settings, clean);
        html::is_harmless(&rendered.html);
        html::is_nested(&rendered.html);
        if !body.has_raw_html {
            html::has_own_ids(&rendered.html);
        }
        rendered.toc.iter().for_each(toc);
    }
    let (body, rendered) = made(&source, &Settings { options: &plain, ..all }, clean);
    assert!(body.components.is_empty() && body.footnotes.is_empty() && rendered.toc.is_empty());
});

fn made(source: &Arc<Source>, settings: &Settings<'_>, clean: bool) -> (Body, Rendered) {
    let (body, found) = body::parse(source, 0..source.text().len(), settings.options);
    judge(&found);
    let inside = |span: &Range<usize>| assert!(source.text().get(span.clone()).is_some(), "{span:?}");
    body.headings.iter().for_each(|heading| inside(&heading.span));
    body.links.iter().for_each(|link| inside(&link.span));
    body.broken.iter().for_each(inside);
    for call in &body.components {
        inside(&call.span);
        inside(&call.name_span);
        call.body.iter().for_each(inside);
        call.arguments.iter().for_each(|argument| inside(&argument.span));
    }
    let rendered = markdown::render(source, &body, settings);
    judge(&rendered.diagnostics);
    if source.text().len() <= TWICE {
        assert_eq!(markdown::render(source, &body, settings), rendered, "the same again");
    }
    assert!(body.excerpt.chars().count() < 1000 && !body.excerpt.contains('\n'), "{}", body.excerpt);
    if clean {
        is_clean(&rendered.html);
        is_clean(&body.excerpt);
        body.headings.iter().for_each(|heading| is_clean(&heading.text));
    }
    (body, rendered)
}

fn toc(entry: &TocEntry) {
    html::is_harmless(&entry.title);
    html::is_nested(&entry.title);
    html::has_own_ids(&entry.title);
    entry.children.iter().for_each(toc);
}
