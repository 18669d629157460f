//! What the tests of all judgements share, and what holds for all of them.

use super::Lexicon;
use crate::config::{self, Kind};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::parse;
use crate::source::Source;

/// A release with these fields beside title and date.
pub(super) fn release(fields: &str, text: &str) -> String {
    let title = if fields.contains("title:") { "" } else { "title: Pasar pagi dibuka kembali\n" };
    let date = if fields.contains("date:") { "" } else { "date: 2010-06-04\n" };
    format!("---\n{title}{date}{fields}\n---\n\n{text}")
}

/// What is found in a file.
pub(super) fn findings(text: &str, lexicon: &Lexicon) -> Vec<Diagnostic> {
    let settings = "title: Humas\nbase_url: https://humas.batam.go.id\ntime_zone: WIB\nlanguages: { id: {}, en: {} }\n";
    let (config, found) = config::resolve(&Source::new("warta.yaml", settings), None);
    assert!(!found.has_errors(), "{found:?}");
    let source = Source::new("content/berita/a.md", text);
    let (_, found) = parse::document(&source, &config.unwrap(), Kind::PressRelease, lexicon);
    found.into_iter().collect()
}

/// The words at which a code is found.
pub(super) fn found_with(text: &str, lexicon: &Lexicon, code: Code) -> Vec<String> {
    let found = findings(text, lexicon).into_iter().filter(|finding| finding.code == code);
    found
        .map(|finding| {
            let place = finding.primary.expect("a place");
            place.source().slice(place.span()).to_owned()
        })
        .collect()
}

/// The same without a glossary.
pub(super) fn found(text: &str, code: Code) -> Vec<String> {
    found_with(text, &Lexicon::default(), code)
}

#[test]
fn a_record_is_judged_with_less_weight() {
    let severity = |fields: &str| {
        let found = findings(&release(fields, "Ia berkata “baik.\n"), &Lexicon::default());
        found.into_iter().find(|finding| finding.code == Code::UnbalancedQuotes).map(|finding| finding.severity)
    };
    assert_eq!(severity(""), Some(Severity::Warning));
    assert_eq!(severity("import: { from: arsip }"), Some(Severity::Info));
}

#[test]
fn a_small_release_has_nothing_to_be_warned_of() {
    let found = findings(&release("", "Pasar pagi dibuka kembali.\n"), &Lexicon::default());
    let warned = found.iter().filter(|finding| finding.severity > Severity::Info && finding.code != Code::ExpectedKey);
    assert_eq!(warned.count(), 0, "{found:?}");
}
