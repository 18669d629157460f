//! Diagnostics for people: the style of rustc, drawn by its own renderer.

use std::borrow::Cow;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use super::Style;
use crate::diagnostic::messages::{Messages, Tongue, visible};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Location;

/// One diagnostic as text of several lines, without a newline at the end.
pub(super) fn human(diagnostic: &Diagnostic, messages: &Messages, style: Style) -> String {
    let wording = messages.wording(diagnostic);
    let level = level(diagnostic.severity, messages.tongue);
    let mut elements: Vec<Element<'_>> = Vec::new();
    if let Some(primary) = &diagnostic.primary {
        elements.extend(place(primary, AnnotationKind::Primary, wording.label.as_deref(), style));
    }
    for related in &diagnostic.related {
        elements.extend(place(related, AnnotationKind::Context, wording.related.as_deref(), style));
    }
    let help = match messages.tongue {
        Tongue::Indonesian => "saran",
        Tongue::English => "help",
    };
    if let Some(text) = &wording.help {
        elements.push(Element::from(Level::HELP.with_name(help).message(text)));
    }
    if let Some(note) = &diagnostic.note {
        let name = match messages.tongue {
            Tongue::Indonesian => "catatan",
            Tongue::English => "note",
        };
        elements.push(Element::from(Level::NOTE.with_name(name).message(visible(note))));
    }
    let group =
        Group::with_title(level.primary_title(&wording.message).id(diagnostic.code.number())).elements(elements);
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    renderer.decor_style(DecorStyle::Ascii).term_width(style.width).render(&[group])
}

/// What a severity is called.
pub fn severity_name(severity: Severity, tongue: Tongue) -> &'static str {
    match (severity, tongue) {
        (Severity::Error, Tongue::Indonesian) => "galat",
        (Severity::Error, Tongue::English) => "error",
        (Severity::Warning, Tongue::Indonesian) => "peringatan",
        (Severity::Warning, Tongue::English) => "warning",
        (Severity::Info, Tongue::Indonesian) => "informasi",
        (Severity::Info, Tongue::English) => "info",
    }
}

fn level(severity: Severity, tongue: Tongue) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    }
    .with_name(severity_name(severity, tongue))
}

/// Bytes of a line that are shown before and after a place; terminals are narrower.
const AROUND: usize = 500;

/// A longer place is shown by its beginning.
const LONGEST: usize = 4000;

/// Where, and the lines there. The renderer is given no more of the file than it shows: it walks through all it is given, and a
/// file may have a hundred thousand findings.
fn place<'a>(location: &'a Location, kind: AnnotationKind, label: Option<&'a str>, style: Style) -> Vec<Element<'a>> {
    let (source, span) = (location.source(), beginning(location, style));
    // A file's name may hold anything.
    let path = visible(&source.path);
    if span == (0..0) {
        return vec![Element::from(Origin::path(path))];
    }
    let end = source.floor(span.end.min(span.start + LONGEST));
    let from = source.floor(span.start.saturating_sub(AROUND));
    let newline = source.slice(from..span.start).rfind('\n');
    let is_cut = newline.is_none() && from > 0;
    let from = newline.map_or(from, |newline| from + newline + 1);
    let after = source.slice(end..source.floor(end + AROUND));
    let to = end + after.find('\n').map_or(after.len(), |newline| newline + 1);
    let (line, column) = source.line_column(span.start);
    let annotation: Annotation<'a> = kind.span(span.start - from..end - from);
    let annotation = match label {
        Some(label) => annotation.label(label),
        None => annotation,
    };
    let excerpt = Snippet::source(shown(source.slice(from..to))).line_start(line).annotation(annotation);
    if is_cut {
        // The renderer counts columns from the beginning of what it is given.
        return vec![Element::from(Origin::path(path).line(line).char_column(column)), Element::from(excerpt)];
    }
    vec![Element::from(excerpt.path(path))]
}

/// The span under which carets fit: of a value longer than half a line of the terminal its beginning is enough to find it.
fn beginning(location: &Location, style: Style) -> Range<usize> {
    let span = location.shown();
    let text = location.source().slice(span.clone());
    let room = (style.width / 2).max(20);
    let end = text
        .char_indices()
        .nth(room)
        .map(|(at, _)| at)
        .filter(|at| !text.get(..*at).is_some_and(|text| text.contains('\n')));
    span.start..end.map_or(span.end, |at| span.start + at)
}

/// `text` without C1 controls, which the renderer lets through; with as many bytes, since places in it are known.
fn shown(text: &str) -> Cow<'_, str> {
    let is_c1 = |letter: char| ('\u{80}'..='\u{9f}').contains(&letter);
    if text.contains(is_c1) { Cow::Owned(text.replace(is_c1, "\u{b7}")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use crate::source::{Again, Source};

    fn told(text: &str, span: std::ops::Range<usize>) -> String {
        let finding = Diagnostic::at(Code::ControlCharacter, &Source::new("a.md", text), span).with("character", "x");
        human(&finding, &Messages::new(Tongue::English), Style { color: false, width: 100 })
    }

    #[test]
    fn shows_the_lines_of_a_place_and_no_others() {
        let text = format!("{}satu dua\ntiga\n", "é\n".repeat(5000));
        let at = text.find("dua").unwrap();
        assert_eq!(
            told(&text, at..at + 3).lines().skip(1).take(4).collect::<Vec<_>>(),
            ["    --> a.md:5001:6", "     |", "5001 | satu dua", "     |      ^^^ here; it cannot be seen"]
        );
        assert!(told(&text, at..at + 6).contains("5002 | | tiga"), "{}", told(&text, at..at + 6));
        assert!(told(&text, text.len()..text.len()).contains("a.md:5003:1"), "{}", told(&text, text.len()..text.len()));
    }

    /// Fails when the renderer is given a place that does not lie in the text, at which it panics.
    #[test]
    fn a_place_in_a_text_that_is_gone_is_its_file() {
        let whole = Source::new("a.md", "satu dua");
        let gone = whole.let_go(&Again::new(|_| Some("lain".to_owned())));
        let finding = Diagnostic::at(Code::ControlCharacter, &whole, 5..8).with("character", "x");
        let finding = finding.moved(&whole, &gone);
        let told = human(&finding, &Messages::new(Tongue::English), Style { color: false, width: 100 });
        assert!(told.contains("--> a.md\n"), "{told}");
        assert_eq!(finding.primary.and_then(|place| place.lines()), None);
    }

    #[test]
    fn a_long_line_and_a_long_place_are_cut() {
        let text = format!("{} dua {}", "é".repeat(50_000), "x".repeat(50_000));
        let at = text.find("dua").unwrap();
        let short = told(&text, at..at + 3);
        assert!(short.contains("--> a.md:1:50002\n") && short.contains("é dua x") && short.len() < 1000, "{short}");
        assert!(told(&text, 0..text.len()).len() < 50_000);
    }

    #[test]
    fn control_characters_are_shown_as_something_else() {
        assert!(told("a \u{9b}2J \u{1b}[m é\n", 6..7).chars().all(|letter| letter == '\n' || !letter.is_control()));
    }
}
