//! The pass over the events: which event writes what, and into which piece of HTML.
//!
//! Blocks, inline elements, notes and the stack of pieces have their own files.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, Parser, Tag, TagEnd};

use super::foreign::Matcher;
use super::inline::Picture;
use super::notes::Notes;
use super::pieces::{Piece, Whole};
use super::sanitize::Vault;
use super::toc::Toc;
use super::{Rendered, Settings, addresses, escape};
use crate::config::RawHtml;
use crate::diagnostic::Diagnostics;
use crate::parse::body::{self, Body};
use crate::parse::components::{self, Mark, Side};
use crate::parse::references;
use crate::source::Source;

/// Writes a body.
pub(super) struct Writer<'a> {
    pub(super) source: &'a Arc<Source>,
    pub(super) body: &'a Body,
    pub(super) settings: &'a Settings<'a>,
    /// The HTML that is being written.
    pub(super) piece: Piece,
    /// The pieces around it.
    pub(super) outer: Vec<Piece>,
    /// Tags of calls that are still to come.
    marks: std::iter::Peekable<std::vec::IntoIter<Mark>>,
    /// Holds finished HTML while raw HTML is sanitized; none where there is nothing to sanitize.
    pub(super) vault: Option<Vault>,
    matcher: Option<Matcher<'a>>,
    /// Pictures that are open, one in the description of the other.
    pub(super) pictures: Vec<Picture>,
    /// Links that are open, each with whether it has a tag.
    pub(super) links: Vec<bool>,
    pub(super) code: Option<Code<'a>>,
    /// A block of raw HTML that is being read.
    html: Option<String>,
    pub(super) lead: Option<&'a str>,
    pub(super) paragraph: Paragraph,
    pub(super) table: Table,
    /// Whether the label around a checkbox and its text is open.
    pub(super) label: bool,
    pub(super) heading: Option<HeadingStart>,
    pub(super) headings: usize,
    pub(super) code_blocks: usize,
    pub(super) toc: Toc,
    pub(super) notes: Notes,
    pub(super) diagnostics: Diagnostics,
    pub(super) colors: Vec<u128>,
}

/// A code block that is being read.
pub(super) struct Code<'a> {
    pub(super) info: CowStr<'a>,
    pub(super) text: String,
    pub(super) place: Range<usize>,
}

/// A heading that is being written.
pub(super) struct HeadingStart {
    /// Where its content begins in the piece.
    pub(super) content: usize,
    /// Whether links, pictures, a checkbox or raw HTML are in it, which no table of contents can hold.
    pub(super) rich: bool,
}

/// The paragraph that is being written.
#[derive(Default)]
pub(super) struct Paragraph {
    /// Where its content begins.
    pub(super) content: usize,
    /// Where a picture ends that stands at its beginning, and where its title attribute stands.
    pub(super) picture: Option<(usize, Range<usize>, String)>,
}

/// The table that is being written.
#[derive(Default)]
pub(super) struct Table {
    pub(super) alignments: Vec<Alignment>,
    pub(super) column: usize,
    pub(super) in_head: bool,
    pub(super) has_rows: bool,
    /// Where the content of the cell begins.
    pub(super) cell: usize,
    pub(super) count: usize,
}

/// Renders `body`.
pub(super) fn write(source: &Arc<Source>, body: &Body, settings: &Settings<'_>) -> Rendered {
    let marks = components::marks(source.text(), &body.components);
    let text = components::masked(source.text(), body.range.clone(), &marks, &body.broken, &body.escaped);
    let sanitizes = body.has_raw_html && settings.options.raw_html == RawHtml::AllowList;
    let mut writer = Writer {
        source,
        body,
        settings,
        piece: Piece { html: String::with_capacity(text.len() + text.len() / 4), ..Piece::default() },
        outer: Vec::new(),
        marks: marks.into_iter().peekable(),
        vault: if sanitizes { Vault::new(source.text()) } else { None },
        matcher: Matcher::new(settings.foreign),
        pictures: Vec::new(),
        links: Vec::new(),
        code: None,
        html: None,
        lead: settings.lead,
        paragraph: Paragraph::default(),
        table: Table::default(),
        label: false,
        heading: None,
        headings: 0,
        code_blocks: 0,
        toc: Toc::default(),
        notes: Notes::new(body),
        diagnostics: Diagnostics::new(),
        colors: Vec::new(),
    };
    let base = body.range.start;
    let has_references = references::may_stand_in(&text);
    let clean = |event| if has_references { references::replaced(event).0 } else { event };
    let events = Parser::new_ext(&text, body::syntax(settings.options)).into_offset_iter();
    let mut events = events.map(|(event, place)| (clean(event), place));
    let mut next = events.next();
    let mut joined = String::new();
    while let Some((event, place)) = next.take() {
        next = events.next();
        let Event::Text(text) = event else {
            writer.event(event, place.start + base..place.end + base);
            continue;
        };
        // The parser ends a text at every character that might mean something; an address or a term must not end there.
        if !next.as_ref().is_some_and(|(event, _)| writer.continues(event)) {
            writer.text(&text);
            continue;
        }
        joined.clear();
        joined.push_str(&text);
        while let Some((event, _)) = next.take_if(|(event, _)| writer.continues(event)) {
            joined.push_str(if let Event::Text(text) = &event { text } else { "\n" });
            next = events.next();
        }
        writer.text(&joined);
    }
    writer.finish()
}

impl<'a> Writer<'a> {
    /// Whether `event` goes on with the text before it.
    fn continues(&self, event: &Event<'_>) -> bool {
        match event {
            Event::Text(_) => true,
            // Only a term can go on in the next line.
            Event::SoftBreak => self.matcher.is_some(),
            _ => false,
        }
    }

    fn event(&mut self, event: Event<'a>, place: Range<usize>) {
        if !self.pictures.is_empty() {
            self.in_picture(event);
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag, place),
            Event::End(end) => self.end(end),
            Event::Text(text) => self.text(&text),
            Event::Code(code) => {
                self.push("<code>");
                escape::text(&mut self.piece.html, &code);
                self.push("</code>");
            }
            Event::Html(html) => self.html(&html, &place),
            Event::InlineHtml(html) => self.inline_html(&html, &place),
            Event::SoftBreak => self.push("\n"),
            Event::HardBreak => self.void("<br", "\n"),
            Event::Rule => {
                self.fresh_line();
                self.void("<hr", "\n");
            }
            Event::FootnoteReference(label) => self.reference(&label),
            Event::TaskListMarker(done) => self.checkbox(done),
            // Not switched on.
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text),
        }
    }

    fn start(&mut self, tag: Tag<'a>, place: Range<usize>) {
        match tag {
            Tag::Emphasis => self.push("<em>"),
            Tag::Strong => self.push("<strong>"),
            Tag::Strikethrough => self.push("<del>"),
            Tag::Subscript => self.push("<sub>"),
            Tag::Superscript => self.push("<sup>"),
            Tag::Link { link_type, dest_url, title, .. } => self.start_link(link_type, &dest_url, &title),
            Tag::Image { dest_url, title, .. } => self.start_picture(dest_url.into_string(), title.into_string()),
            Tag::HtmlBlock => {
                self.fresh_line();
                self.html = Some(String::new());
            }
            Tag::FootnoteDefinition(label) => {
                let number = self.notes.open(&label);
                self.open(Whole::Footnote(number));
            }
            Tag::CodeBlock(kind) => {
                let info = match kind {
                    CodeBlockKind::Fenced(info) => info,
                    CodeBlockKind::Indented => CowStr::Borrowed(""),
                };
                self.code = Some(Code { info, text: String::new(), place });
            }
            // Not switched on.
            Tag::MetadataBlock(_) => {}
            block => self.start_block(block),
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Emphasis => self.push("</em>"),
            TagEnd::Strong => self.push("</strong>"),
            TagEnd::Strikethrough => self.push("</del>"),
            TagEnd::Subscript => self.push("</sub>"),
            TagEnd::Superscript => self.push("</sup>"),
            TagEnd::Link => {
                if self.links.pop() == Some(true) {
                    self.push("</a>");
                }
            }
            TagEnd::Image | TagEnd::MetadataBlock(_) => {}
            TagEnd::HtmlBlock => {
                if let Some(html) = self.html.take() {
                    self.raw(&html);
                }
            }
            TagEnd::FootnoteDefinition => {
                let piece = self.close();
                self.piece.raw |= piece.raw;
                if let Whole::Footnote(Some(number)) = piece.of {
                    self.notes.keep(number, piece.html);
                }
            }
            TagEnd::CodeBlock => self.code_block(),
            block => self.end_block(block),
        }
    }

    /// Text, of a paragraph or of whatever is open.
    fn text(&mut self, text: &str) {
        if let Some(picture) = self.pictures.last_mut() {
            picture.alt.push_str(text);
        } else if let Some(code) = &mut self.code {
            code.text.push_str(text);
        } else {
            let matcher = self.matcher.as_ref();
            let prose = |out: &mut String, text: &str| match matcher {
                Some(matcher) => matcher.write(out, text),
                None => escape::text(out, text),
            };
            let links = self.settings.options.linkify && self.links.is_empty() && escape::may_hold_address(text);
            if links {
                addresses::write(&mut self.piece.html, text, prose);
                if let Some(heading) = &mut self.heading {
                    heading.rich = true;
                }
            } else {
                prose(&mut self.piece.html, text);
            }
        }
    }

    /// A line of an HTML block; or the declaration that stands for a tag of a call, which is a line of its own.
    fn html(&mut self, html: &str, place: &Range<usize>) {
        match self.marks.next_if(|mark| place.contains(&mark.at)) {
            None => match &mut self.html {
                Some(block) => block.push_str(html),
                None => self.raw(html),
            },
            Some(mark) => {
                if let Some(before) = self.html.as_mut().map(std::mem::take) {
                    self.raw(&before);
                }
                self.component(&mark);
            }
        }
    }

    fn inline_html(&mut self, html: &str, place: &Range<usize>) {
        // A call cannot stand inside a paragraph; parsing saw to it.
        if self.marks.next_if(|mark| place.contains(&mark.at)).is_none() {
            self.raw(html);
        }
    }

    fn component(&mut self, mark: &Mark) {
        let Some(call) = self.body.components.get(mark.call) else { return };
        let rendered = match mark.side {
            Side::Open => return self.open(Whole::Component(mark.call)),
            Side::Close => {
                if self.piece.of != Whole::Component(mark.call) {
                    return;
                }
                let inside = self.close();
                let html = self.finished(inside);
                self.settings.components.render(call, Some(&html))
            }
            Side::Whole => self.settings.components.render(call, None),
        };
        match rendered {
            Ok(html) => {
                self.fresh_line();
                self.keep(&html);
                self.fresh_line();
            }
            Err(diagnostic) => self.diagnostics.push(diagnostic),
        }
    }
}
