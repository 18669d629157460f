//! Diagnostics for people: the style of rustc, drawn by its own renderer.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use super::Style;
use crate::diagnostic::messages::{Messages, Tongue};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Location;

/// One diagnostic as text of several lines, without a newline at the end.
pub(super) fn human(diagnostic: &Diagnostic, messages: &Messages, style: Style) -> String {
    let wording = messages.wording(diagnostic);
    let level = level(diagnostic.severity, messages.tongue);
    let mut elements: Vec<Element<'_>> = Vec::new();
    if let Some(primary) = &diagnostic.primary {
        elements.push(place(primary, AnnotationKind::Primary, wording.label.as_deref()));
    }
    for related in &diagnostic.related {
        elements.push(place(related, AnnotationKind::Context, wording.related.as_deref()));
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
        elements.push(Element::from(Level::NOTE.with_name(name).message(note)));
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

fn place<'a>(location: &'a Location, kind: AnnotationKind, label: Option<&'a str>) -> Element<'a> {
    let source = location.source();
    if location.span() == (0..0) {
        return Element::from(Origin::path(source.path.as_str()));
    }
    let annotation: Annotation<'a> = kind.span(location.span());
    let annotation = match label {
        Some(label) => annotation.label(label),
        None => annotation,
    };
    Element::from(Snippet::source(source.text.as_str()).path(source.path.as_str()).annotation(annotation))
}
