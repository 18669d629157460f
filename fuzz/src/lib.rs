//! What all targets share: how bytes become a source, and what must hold for whatever is found in it.

use std::sync::{Arc, LazyLock};

use warta::config::{self, Config};
use warta::diagnostic::messages::{Messages, Tongue};
use warta::diagnostic::print::{Format, Printer, Style};
use warta::diagnostic::{Diagnostic, Diagnostics};
use warta::read;
use warta::source::{Location, Source};

pub mod html;
pub mod site;

/// Longer inputs are turned away: what grows with the length of a text is measured elsewhere.
pub const LONGEST: usize = 64 * 1024;

/// Findings of one input that are printed; the printer reads the whole text for each.
const PRINTED: usize = 8;

static TONGUES: LazyLock<[Messages; 2]> =
    LazyLock::new(|| [Messages::new(Tongue::Indonesian), Messages::new(Tongue::English)]);

/// The configuration of the sites that targets use.
pub const CONFIG: &str = include_str!("../site/warta.yaml");

/// A text file as the program reads it, and whether its characters are sound.
pub fn source(path: &str, data: &[u8]) -> Option<(Arc<Source>, bool)> {
    if data.len() > LONGEST {
        return None;
    }
    let (source, found) = read::decoded(path, data.to_vec());
    judge(&found);
    Some((source, found.is_empty()))
}

/// The configuration of the sites that targets use, with other settings behind it.
pub fn config(more: &str) -> Config {
    let source = Source::new(config::FILE, format!("{CONFIG}{more}"));
    let (config, found) = config::resolve(&source, None);
    assert!(found.is_empty(), "{found:?}");
    config.expect("the configuration has no mistake")
}

/// Every finding points into its file and can be told in both languages.
pub fn judge(found: &Diagnostics) {
    let found = found.clone().sorted();
    for finding in found.iter() {
        finding.primary.iter().chain(&finding.related).for_each(lies_in_its_file);
    }
    for (index, finding) in found.iter().take(PRINTED).enumerate() {
        // The forms for programs say nothing that depends on the place; one finding shows whether they work.
        let formats = if index == 0 { ALL_FORMATS } else { &[Format::Human] };
        TONGUES.iter().for_each(|messages| can_be_told(finding, messages, formats));
    }
}

fn lies_in_its_file(place: &Location) {
    let (span, text) = (place.span(), place.source().text());
    assert!(text.get(span.clone()).is_some(), "{span:?} of {} bytes", text.len());
}

const ALL_FORMATS: &[Format] = &[Format::Human, Format::Json, Format::Sarif, Format::Github];

fn can_be_told(finding: &Diagnostic, messages: &Messages, formats: &[Format]) {
    let printer = Printer { messages, style: Style { color: false, width: 100 }, root: "situs" };
    let found = Diagnostics::from(finding.clone());
    for format in formats {
        let text = printer.print(&found, *format);
        assert!(text.contains(finding.code.number()), "{text}");
        // What a file says must not steer the terminal of whoever reads about it.
        let odd = text.chars().find(|letter| letter.is_control() && !matches!(letter, '\n' | '\t'));
        assert!(odd.is_none() || matches!(format, Format::Json | Format::Sarif), "{odd:?} in {text:?}");
    }
}

/// Text of ours holds no character that XML forbids, whatever the file said.
pub fn is_clean(text: &str) {
    let odd = text.chars().find(|letter| {
        (letter.is_control() && !matches!(letter, '\t' | '\n')) || matches!(letter, '\u{fffe}' | '\u{ffff}')
    });
    assert_eq!(odd, None, "{text:?}");
}
