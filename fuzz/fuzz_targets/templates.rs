//! A template that the site puts in the place of its theme's page, loaded by the engine and rendered for every item.

#![no_main]

use libfuzzer_sys::fuzz_target;
use warta::source::Source;
use warta_fuzz::site::{SAMPLE, rendered};
use warta_fuzz::{judge, source};

fuzz_target!(|data: &[u8]| {
    let Some((source, _)) = source("templates/page.html", data) else { return };
    let text = source.text();
    if is_endless(text) {
        return;
    }
    let mut sources = SAMPLE.sources.clone();
    // One page is enough: all of them are rendered by the same template.
    sources.markdown.retain(|file| file.path.ends_with("/satu.md") || file.path.ends_with("/lokakarya.md"));
    let layer = sources.layers.first_mut().expect("a layer");
    layer.templates.insert("page.html".to_owned(), Source::new("templates/page.html", text));
    let (outputs, found) = rendered(sources, &SAMPLE.config);
    judge(&found);
    assert!(found.has_errors() || outputs.contains_key("berita/satu/index.html"), "no page and no reason");
});

/// Whether a template asks for more work than there is time: loops in loops, components that call themselves twice, texts that
/// grow with every turn. The engine stops none of it, and a theme is its author's own program.
fn is_endless(text: &str) -> bool {
    let count = |what: &str| text.matches(what).count();
    let calls = text.match_indices('<').filter(|(at, _)| text[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic()));
    let large = text.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() > 3);
    let turns = count("range") > 0;
    (turns && (count("for") > 1 || count("set") > 0 || large)) || (count("component") > 0 && calls.count() > 2)
}
