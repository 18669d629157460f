//! One pass over the Markdown of a body: headings, links, pictures, component calls, footnotes, a plain excerpt.
//!
//! Sees one file only: whether a link's target exists is decided later, with the places kept here. What the writer did wrong
//! inside this body (a call that does not parse, raw HTML that is not allowed) is reported here and nowhere else, so that
//! a body that is printed twice, on its page and in a feed, is reported once. All ranges are places in the whole file.

mod excerpt;
mod ids;
mod kept;
mod reader;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Options, Parser, Tag};
use serde::{Deserialize, Serialize};

pub(crate) use ids::reference_id;
use kept::{is_not, span};
use reader::Reader;

use super::components::{self, ComponentCall};
use super::prose::Prose;
use super::references;
use crate::config::MarkdownOptions;
use crate::diagnostic::Diagnostics;
use crate::source::Source;

/// What the Markdown parser is to know.
pub(crate) fn syntax(options: &MarkdownOptions) -> Options {
    let mut syntax = Options::empty();
    if options.extensions {
        syntax |= Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_HEADING_ATTRIBUTES
            | Options::ENABLE_GFM
            | Options::ENABLE_DEFINITION_LIST;
    }
    syntax.set(Options::ENABLE_SMART_PUNCTUATION, options.smart_quotes);
    syntax
}

/// What a body holds. Kept from run to run, most are without most of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Body {
    /// Where it stands in the file.
    #[serde(with = "span")]
    pub range: Range<usize>,
    /// In order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub headings: Vec<Heading>,
    /// Links and pictures, in order; bare addresses are not among them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// In order of their opening tags; calls inside calls follow the call that holds them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub components: Vec<ComponentCall>,
    /// Tags of calls that do not parse; nothing of them is printed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub broken: Vec<Range<usize>>,
    /// What opens a call behind a backslash: it is printed as it stands.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub escaped: Vec<Range<usize>>,
    /// Footnotes in the order of their numbers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub footnotes: Vec<Footnote>,
    /// Every id that a fragment may name: of headings, footnotes and raw HTML.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub anchors: BTreeSet<String>,
    /// The beginning of its paragraphs as plain text, about 300 characters, with `…` when cut.
    pub excerpt: String,
    /// Words of running text, headings, lists and tables, divided at white space; not of code blocks.
    pub words: usize,
    /// Whether the sanitizer has work to do.
    #[serde(skip_serializing_if = "is_not")]
    pub has_raw_html: bool,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// As written: 1 for `#`, although that is printed as an `h2`.
    pub level: u8,
    /// Its id; empty without extensions.
    pub id: String,
    /// Plain text.
    pub text: String,
    /// Its place.
    #[serde(with = "span")]
    pub span: Range<usize>,
}

/// A link or a picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// As written, escapes resolved.
    pub dest: String,
    /// The destination where it is written out, else the whole link.
    #[serde(with = "span")]
    pub span: Range<usize>,
    /// Whether it is a picture.
    #[serde(default, skip_serializing_if = "is_not")]
    pub image: bool,
    /// Whether a picture has no description. `alt=""` in raw HTML says that it needs none.
    #[serde(default, skip_serializing_if = "is_not")]
    pub alt_empty: bool,
}

/// A footnote; its number is its place in `Body::footnotes`, counted from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Footnote {
    /// In lower case: labels that differ only in case are one.
    pub label: String,
    /// How often the text refers to it; 0 for a note that is only defined.
    pub references: usize,
}

impl Body {
    /// Whether `#fragment` names a place in this body.
    pub fn has_anchor(&self, fragment: &str) -> bool {
        self.anchors.contains(fragment)
    }
}

/// Reads the Markdown in `range` of `source`.
pub fn parse(source: &Arc<Source>, range: Range<usize>, options: &MarkdownOptions) -> (Body, Diagnostics) {
    let (body, _, diagnostics) = read(source, range, options);
    (body, diagnostics)
}

/// The same, and its words.
pub fn read(source: &Arc<Source>, range: Range<usize>, options: &MarkdownOptions) -> (Body, Prose, Diagnostics) {
    let text = source.slice(range.clone());
    let mut diagnostics = Diagnostics::new();
    let mut body = Body { range: range.clone(), ..Body::default() };
    if options.extensions && components::may_hold_calls(text) {
        let found = components::scan(source.text(), range.clone(), &code_ranges(text, range.start, options));
        for fault in found.faults {
            diagnostics.push(fault.diagnostic(source));
        }
        body.components = found.calls;
        body.broken = found.broken;
        body.escaped = found.escaped;
    }
    let marks = components::marks(source.text(), &body.components);
    let masked = components::masked(source.text(), range.clone(), &marks, &body.broken, &body.escaped);
    let mut reader = Reader::new(source, options, body, marks, diagnostics);
    let has_references = references::may_stand_in(&masked);
    for (event, place) in events(&masked, range.start, options) {
        let event = if has_references { reader.clean(event, &place) } else { event };
        reader.event(event, place);
    }
    reader.finish()
}

/// The events of `text` with their places in the file.
fn events<'t>(
    text: &'t str,
    base: usize,
    options: &MarkdownOptions,
) -> impl Iterator<Item = (Event<'t>, Range<usize>)> {
    Parser::new_ext(text, syntax(options))
        .into_offset_iter()
        .map(move |(event, place)| (event, place.start + base..place.end + base))
}

/// Where code and comments stand, which hold no calls. Only bodies that may hold a call pay for this.
fn code_ranges(text: &str, base: usize, options: &MarkdownOptions) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (event, place) in events(text, base, options) {
        let holds_none = match &event {
            Event::Start(Tag::CodeBlock(_)) | Event::Code(_) => true,
            Event::Start(Tag::HtmlBlock) => {
                text.get(place.start - base..).is_some_and(|html| html.trim_start().starts_with("<!--"))
            }
            Event::InlineHtml(html) => html.starts_with("<!--"),
            _ => false,
        };
        if holds_none && ranges.last().is_none_or(|last| last.end <= place.start) {
            ranges.push(place);
        }
    }
    ranges
}

#[cfg(test)]
mod tests;
