//! HTML while it is being written: a stack of pieces, and what is appended to the top of it.
//!
//! A piece is the body, or what stands between the tags of a component or in a footnote. Raw HTML goes into a piece as far as the
//! options let it through, and the piece is sanitized as a whole when it is finished; what the vault keeps is never touched by that.

use super::sanitize::sanitize;
use super::writer::Writer;
use super::{Rendered, escape};
use crate::config::RawHtml;
use crate::parse::raw_html;
use crate::parse::references;

/// HTML that is being written.
#[derive(Default)]
pub(super) struct Piece {
    pub(super) html: String,
    /// Whether there is raw HTML in it.
    pub(super) raw: bool,
    /// What it will be part of.
    pub(super) of: Whole,
}

/// What a piece of HTML belongs to.
#[derive(Clone, Copy, Default, PartialEq)]
pub(super) enum Whole {
    #[default]
    Body,
    /// What stands between the tags of this call.
    Component(usize),
    /// The footnote of this number, from 1; none for a second definition of one label.
    Footnote(Option<usize>),
}

impl Writer<'_> {
    /// Raw HTML as far as the options let it through; the sanitizer has the last word.
    pub(super) fn raw(&mut self, html: &str) {
        match self.settings.options.raw_html {
            RawHtml::Plain => self.push(html),
            RawHtml::Forbid => {}
            RawHtml::AllowList if raw_html::is_comment(html) => {}
            // The text uses up all that could hide our own HTML from the sanitizer.
            RawHtml::AllowList if self.vault.is_none() => escape::text(&mut self.piece.html, html),
            RawHtml::AllowList => {
                self.piece.raw = true;
                if let Some(heading) = &mut self.heading {
                    heading.rich = true;
                }
                self.resolved(&references::without(html));
            }
        }
    }

    pub(super) fn open(&mut self, of: Whole) {
        let outer = std::mem::replace(&mut self.piece, Piece { of, ..Piece::default() });
        self.outer.push(outer);
    }

    pub(super) fn close(&mut self) -> Piece {
        let outer = self.outer.pop().unwrap_or_default();
        std::mem::replace(&mut self.piece, outer)
    }

    /// A piece as it may be handed on: sanitized where it needs it, nothing left in the vault.
    pub(super) fn finished(&self, piece: Piece) -> String {
        match &self.vault {
            Some(vault) if piece.raw => vault.restore(&sanitize(&piece.html)),
            Some(vault) => vault.restore(&piece.html),
            None => piece.html,
        }
    }

    pub(super) fn finish(mut self) -> Rendered {
        // Parsing leaves no piece open; if one were, its text would still be printed.
        while !self.outer.is_empty() {
            let inner = self.close();
            self.piece.raw |= inner.raw;
            self.push(&inner.html);
        }
        if let Some(lead) = self.lead.take() {
            let rest = std::mem::take(&mut self.piece.html);
            self.push("<p>");
            self.keep(lead);
            self.push("</p>\n");
            self.push(&rest);
        }
        self.footnotes();
        let piece = std::mem::take(&mut self.piece);
        let html = self.finished(piece);
        Rendered { html, toc: self.toc.nested(), diagnostics: self.diagnostics, colors: self.colors }
    }

    /// Whether the body itself is being written, not a component or a footnote in it.
    pub(super) fn in_body(&self) -> bool {
        self.piece.of == Whole::Body
    }

    pub(super) fn is_plain(&self) -> bool {
        !self.settings.options.extensions
    }

    pub(super) fn push(&mut self, html: &str) {
        self.piece.html.push_str(html);
    }

    /// HTML that the sanitizer must not touch.
    pub(super) fn keep(&mut self, html: &str) {
        match &mut self.vault {
            Some(vault) => vault.keep(&mut self.piece.html, html),
            None => self.piece.html.push_str(html),
        }
    }

    /// A tag that writers may not write, in sight of the sanitizer; `start` is all of it up to its end.
    pub(super) fn own_tag(&mut self, start: &str) {
        self.push(start);
        if let Some(vault) = &self.vault {
            self.piece.html.push_str(&vault.own_name());
        }
        self.push(">");
    }

    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        self.push(" ");
        self.push(name);
        self.push("=\"");
        escape::attribute(&mut self.piece.html, value);
        self.push("\"");
    }

    /// The end of an element without content: as XML has it in the plain mode, since the specification does.
    pub(super) fn void(&mut self, start: &str, after: &str) {
        self.push(start);
        self.push(if self.is_plain() { " />" } else { ">" });
        self.push(after);
    }

    pub(super) fn fresh_line(&mut self) {
        if !self.piece.html.is_empty() && !self.piece.html.ends_with('\n') {
            self.push("\n");
        }
    }
}
