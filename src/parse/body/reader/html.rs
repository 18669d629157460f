//! Raw HTML inside a body: what is not allowed, where it links, which ids it has.

use std::ops::Range;

use super::{Link, Reader};
use crate::config::RawHtml;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::parse::{raw_html, references};

impl Reader<'_> {
    /// Looks at a piece of raw HTML: what is not allowed, where it links, which ids it has.
    pub(super) fn raw_html(&mut self, joined: &Joined) {
        if self.options.raw_html == RawHtml::Plain || raw_html::is_comment(&joined.text) {
            return;
        }
        self.body.has_raw_html = true;
        for (range, odd) in references::in_html(&joined.text) {
            self.diagnostics.push(Diagnostic::forbidden(odd, self.source, joined.place(range)));
        }
        for tag in raw_html::tags(&joined.text) {
            if self.options.raw_html == RawHtml::Forbid {
                if !tag.closing {
                    self.report_html("forbidden", &tag.name, None, joined.place(tag.range));
                }
                continue;
            }
            for removed in raw_html::removed(&joined.text, &tag) {
                let span = joined.place(removed.range);
                self.report_html(removed.reason, &removed.element, removed.attribute.as_deref(), span);
            }
            for (element, name) in [("a", "href"), ("img", "src")] {
                let Some(attribute) = tag.attribute(name).filter(|_| tag.name == element && !tag.closing) else {
                    continue;
                };
                let span = attribute.value.clone().unwrap_or_else(|| attribute.range.clone());
                self.body.links.push(Link {
                    dest: raw_html::attribute_value(&joined.text, attribute),
                    span: joined.place(span),
                    image: element == "img",
                    alt_empty: element == "img" && tag.attribute("alt").is_none(),
                });
            }
            let ids = tag.attributes.iter().filter(|attribute| attribute.name == "id");
            self.body.anchors.extend(ids.map(|id| raw_html::attribute_value(&joined.text, id)));
        }
    }

    pub(super) fn report_html(&mut self, reason: &str, element: &str, attribute: Option<&str>, span: Range<usize>) {
        let mut diagnostic =
            Diagnostic::at(Code::HtmlRemoved, self.source, span).with("reason", reason).with("element", element);
        if let Some(attribute) = attribute {
            diagnostic = diagnostic.with("attribute", attribute);
        }
        if reason == "forbidden" {
            diagnostic.severity = Severity::Error;
        }
        self.diagnostics.push(diagnostic);
    }
}

/// Pieces of raw HTML in one text, with the place of each: a tag may go over several lines, with `>` of a quote between.
#[derive(Debug, Default)]
pub(super) struct Joined {
    pub(super) text: String,
    pieces: Vec<(usize, usize)>,
}

impl Joined {
    pub(super) fn push(&mut self, html: &str, at: usize) {
        self.pieces.push((self.text.len(), at));
        self.text.push_str(html);
    }

    fn place(&self, range: Range<usize>) -> Range<usize> {
        let place = |at: usize| {
            let piece = self.pieces.partition_point(|(start, _)| *start <= at).checked_sub(1);
            piece.and_then(|piece| self.pieces.get(piece)).map_or(0, |(start, place)| place + at - start)
        };
        let end = range
            .end
            .checked_sub(1)
            .filter(|last| *last >= range.start)
            .map_or_else(|| place(range.end), |last| place(last) + 1);
        place(range.start)..end
    }
}
