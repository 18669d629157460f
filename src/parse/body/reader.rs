//! Collects a body from the events of its Markdown.

mod html;
mod words;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use html::Joined;

use super::excerpt::Excerpt;
use super::ids::{name_headings, numbered, reference_id};
use super::{Body, Heading, Link};
use crate::config::{MarkdownOptions, RawHtml};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::parse::components::{self, Mark, Reason, Side};
use crate::parse::prose::Prose;
use crate::parse::{raw_html, references};
use crate::source::Source;

/// Collects a body from events.
pub(super) struct Reader<'a> {
    source: &'a Arc<Source>,
    options: &'a MarkdownOptions,
    body: Body,
    diagnostics: Diagnostics,
    marks: std::iter::Peekable<std::vec::IntoIter<Mark>>,
    /// Blocks that are open, by serial number: a call must be closed in the block that it was opened in.
    blocks: Vec<usize>,
    serial: usize,
    /// Component calls that are open: the call and its block.
    calls: Vec<(usize, Option<usize>)>,
    /// Calls that turned out to be none.
    dead: Vec<(usize, Reason)>,
    heading: Option<(Option<String>, String)>,
    /// Pictures that are open, as indexes of links.
    images: Vec<usize>,
    html: Option<Joined>,
    footnote: Option<String>,
    /// References: the note that they stand in, and the note they name.
    references: Vec<(Option<String>, String)>,
    defined: Vec<String>,
    in_paragraph: bool,
    in_code: bool,
    /// Whether the last character read was part of a word.
    in_word: bool,
    excerpt: Excerpt,
    prose: Prose,
    /// Whether an address stands for itself, so that its words are none.
    in_address: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        source: &'a Arc<Source>,
        options: &'a MarkdownOptions,
        body: Body,
        marks: Vec<Mark>,
        diagnostics: Diagnostics,
    ) -> Reader<'a> {
        let prose = Prose::with_capacity(body.range.len());
        Reader {
            source,
            options,
            body,
            diagnostics,
            marks: marks.into_iter().peekable(),
            blocks: Vec::new(),
            serial: 0,
            calls: Vec::new(),
            dead: Vec::new(),
            heading: None,
            images: Vec::new(),
            html: None,
            footnote: None,
            references: Vec::new(),
            defined: Vec::new(),
            in_paragraph: false,
            in_code: false,
            in_word: false,
            excerpt: Excerpt::default(),
            prose,
            in_address: false,
        }
    }

    /// The event without what no page may hold. What stands in the text as it is was reported when the file was read.
    pub(super) fn clean<'e>(&mut self, event: Event<'e>, place: &Range<usize>) -> Event<'e> {
        let (event, odd) = references::replaced(event);
        if let Some(odd) = odd.filter(|odd| !self.source.slice(place.clone()).contains(*odd)) {
            self.diagnostics.push(Diagnostic::forbidden(odd, self.source, place.clone()));
        }
        event
    }

    pub(super) fn event(&mut self, event: Event<'_>, place: Range<usize>) {
        match event {
            Event::Text(text) => {
                self.text(&text);
                self.undefined_footnote(&text, place.start);
                self.words(&text, place);
            }
            Event::Code(text) => {
                self.text(&text);
                self.object(place);
            }
            Event::SoftBreak => {
                self.text(" ");
                self.words(" ", place);
            }
            Event::HardBreak => {
                self.text(" ");
                self.prose.line(place);
            }
            Event::Start(tag) => self.start(tag, place),
            Event::End(end) => self.end(end),
            Event::Html(html) => self.html(&html, place, false),
            Event::InlineHtml(html) => self.html(&html, place, true),
            Event::FootnoteReference(label) => {
                self.references.push((self.footnote.clone(), label.to_lowercase()));
                self.object(place);
            }
            Event::Rule | Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {
                self.in_word = false
            }
        }
    }

    fn start(&mut self, tag: Tag<'_>, place: Range<usize>) {
        let inline = matches!(
            tag,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. } | Tag::HtmlBlock
        );
        if !inline {
            self.in_word = false;
            self.serial += 1;
            self.blocks.push(self.serial);
            self.prose.divide();
        }
        match tag {
            Tag::Paragraph => {
                self.in_paragraph = self.footnote.is_none() && self.calls.is_empty();
                self.excerpt.paragraph();
                self.prose.paragraph();
            }
            Tag::Heading { level, id, .. } => {
                self.body.headings.push(Heading {
                    level: level as u8,
                    id: String::new(),
                    text: String::new(),
                    span: place,
                });
                self.heading = Some((id.map(CowStr::into_string), String::new()));
            }
            Tag::CodeBlock(_) => {
                self.in_code = true;
                self.object(place);
            }
            Tag::HtmlBlock => self.html = Some(Joined::default()),
            Tag::FootnoteDefinition(label) => {
                let label = label.to_lowercase();
                self.defined.push(label.clone());
                self.footnote = Some(label);
            }
            Tag::Link { link_type, dest_url, .. } => {
                self.in_address = matches!(link_type, LinkType::Autolink | LinkType::Email);
                if self.in_address {
                    self.object(place.clone());
                }
                self.prose.open_link();
                self.link(link_type, &dest_url, place);
            }
            Tag::Image { link_type, dest_url, .. } => {
                self.object(place.clone());
                self.images.push(self.body.links.len());
                let span = self.destination(link_type, &dest_url, place);
                self.body.links.push(Link { dest: dest_url.into_string(), span, image: true, alt_empty: true });
            }
            _ => {}
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Link => {
                self.in_address = false;
                self.prose.close_link();
                return;
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => return,
            TagEnd::Image => {
                self.images.pop();
                return;
            }
            TagEnd::HtmlBlock => {
                if let Some(joined) = self.html.take() {
                    self.raw_html(&joined);
                }
                return;
            }
            TagEnd::Paragraph => self.in_paragraph = false,
            TagEnd::Heading(_) => {
                if let (Some((id, text)), Some(heading)) = (self.heading.take(), self.body.headings.last_mut()) {
                    // The explicit id waits here until all ids are known.
                    heading.id = id.unwrap_or_default();
                    heading.text = text.trim().to_owned();
                }
            }
            TagEnd::CodeBlock => self.in_code = false,
            TagEnd::FootnoteDefinition => self.footnote = None,
            _ => {}
        }
        self.in_word = false;
        self.blocks.pop();
        self.prose.divide();
    }

    fn link(&mut self, link_type: LinkType, dest: &str, place: Range<usize>) {
        let span = self.destination(link_type, dest, place);
        let dest = if link_type == LinkType::Email { format!("mailto:{dest}") } else { dest.to_owned() };
        if self.options.raw_html != RawHtml::Plain && !raw_html::is_safe_address(&dest) {
            self.report_html("address", "a", Some("href"), span.clone());
        }
        self.body.links.push(Link { dest, span, image: false, alt_empty: false });
    }

    /// Where the destination is written, if it is written as it is meant; else the whole link.
    fn destination(&self, link_type: LinkType, dest: &str, place: Range<usize>) -> Range<usize> {
        let written = self.source.slice(place.clone());
        match written.rfind(dest) {
            Some(offset) if link_type == LinkType::Inline && !dest.is_empty() => {
                place.start + offset..place.start + offset + dest.len()
            }
            _ => place,
        }
    }

    /// Raw HTML, or a declaration that stands for a tag of a call.
    fn html(&mut self, html: &str, place: Range<usize>, inline: bool) {
        let Some(mark) = self.marks.next_if(|mark| place.contains(&mark.at)) else {
            if inline && html.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("<br")) {
                self.prose.line(place.clone());
            } else if inline {
                self.object(place.clone());
            }
            match &mut self.html {
                Some(joined) => joined.push(html, place.start),
                None => {
                    let mut joined = Joined::default();
                    joined.push(html, place.start);
                    self.raw_html(&joined);
                }
            }
            return;
        };
        let block = self.blocks.last().copied();
        let reason = match mark.side {
            _ if inline => Some(Reason::NotAlone),
            Side::Open => {
                self.calls.push((mark.call, block));
                None
            }
            Side::Close => match self.calls.pop() {
                Some((call, opened_in)) if call == mark.call && opened_in == block => None,
                _ => Some(Reason::Crossing),
            },
            Side::Whole => None,
        };
        if let Some(reason) = reason {
            self.dead.push((mark.call, reason));
        }
    }

    pub(super) fn finish(mut self) -> (Body, Prose, Diagnostics) {
        self.bury();
        self.body.footnotes = numbered(&self.references, &self.defined);
        let notes = self.body.footnotes.iter().enumerate();
        for (index, note) in notes {
            self.body.anchors.insert(format!("catatan-{}", index + 1));
            self.body.anchors.extend((1..=note.references).map(|nth| reference_id(index + 1, nth)));
        }
        if self.options.extensions {
            name_headings(&mut self.body.headings, &self.body.anchors);
            self.body.anchors.extend(self.body.headings.iter().map(|heading| heading.id.clone()));
        } else {
            self.body.headings.iter_mut().for_each(|heading| heading.id.clear());
        }
        self.body.excerpt = self.excerpt.finish();
        (self.body, self.prose, self.diagnostics)
    }

    /// Takes out the calls that stand where no call can stand. Those that vanished into code are code.
    fn bury(&mut self) {
        let mut silent: Vec<usize> = self.marks.by_ref().map(|mark| mark.call).collect();
        silent.extend(self.calls.drain(..).map(|(call, _)| call));
        let dead: BTreeMap<usize, Option<Reason>> = silent
            .into_iter()
            .map(|call| (call, None))
            .chain(self.dead.drain(..).map(|(call, reason)| (call, Some(reason))))
            .collect();
        let mut index = 0;
        let body = &mut self.body;
        let broken = &mut body.broken;
        let diagnostics = &mut self.diagnostics;
        body.components.retain(|call| {
            let verdict = dead.get(&index);
            index += 1;
            let Some(reason) = verdict else { return true };
            if let Some(reason) = reason {
                let opening = call.span.start..call.body.as_ref().map_or(call.span.end, |body| body.start);
                diagnostics.push(
                    components::Fault { reason: *reason, what: call.name.clone(), span: opening.clone() }
                        .diagnostic(self.source),
                );
                broken.push(opening);
                broken.extend(call.body.as_ref().map(|body| body.end..call.span.end));
            }
            false
        });
        broken.sort_unstable_by_key(|range| range.start);
    }
}
