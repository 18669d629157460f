//! A text with calls, on a page of a whole site: parsed, held against the theme's components, printed.

#![no_main]

use std::sync::Arc;

use libfuzzer_sys::fuzz_target;
use warta::parse::body;
use warta::parse::components::{self, ComponentCall};
use warta::source::Source;
use warta_fuzz::site::{SAMPLE, rendered};
use warta_fuzz::{html, is_clean, judge, source};

const HEAD: &str = "---\ntitle: A\ndate: 2010-01-01\n---\n";

fuzz_target!(|data: &[u8]| {
    let Some((text, clean)) = source("content/berita/a.md", data) else { return };
    let source = Source::new("content/berita/a.md", format!("{HEAD}{}", text.text()));
    let config = &SAMPLE.config;
    let (body, found) = body::parse(&source, HEAD.len()..source.text().len(), &config.markdown);
    judge(&found);
    nested(&body.components);
    let marks = components::marks(source.text(), &body.components);
    let copy = components::masked(source.text(), body.range.clone(), &marks, &body.broken, &body.escaped);
    assert_eq!(copy.len(), body.range.len(), "what stands for a call has its length");
    let calls = body.components.len();
    if calls == 0 && data.len() % 8 != 0 {
        // Nothing for the theme to print; other targets know more about such texts.
        return;
    }
    let mut sources = SAMPLE.sources.clone();
    sources.markdown.push(Arc::clone(&source));
    let (outputs, found) = rendered(sources, config);
    judge(&found);
    if found.has_errors() {
        return;
    }
    let page = outputs.get("berita/a/index.html").expect("an item without mistake has a page");
    let page = std::str::from_utf8(page).expect("a page is text");
    let (_, content) = page.split_once("</h1>").expect("the template's heading");
    html::is_harmless(content);
    html::is_nested(content);
    if clean {
        is_clean(page);
    }
});

/// Calls follow one another or lie within one another.
fn nested(calls: &[ComponentCall]) {
    for pair in calls.windows(2) {
        let [first, second] = pair else { continue };
        assert!(first.span.start < second.span.start, "{pair:?}");
        let inside =
            first.body.as_ref().is_some_and(|body| body.start <= second.span.start && second.span.end <= body.end);
        assert!(inside || second.span.start >= first.span.end, "{pair:?}");
    }
    for call in calls {
        assert!(call.span.start < call.name_span.start && call.name_span.end <= call.span.end, "{call:?}");
        for (index, argument) in call.arguments.iter().enumerate() {
            let again = call.arguments.iter().skip(index + 1).any(|other| other.name == argument.name);
            assert!(!again, "{call:?}");
        }
    }
}
