//! A body → HTML: one pass over the events of the Markdown parser.
//!
//! The shape of the HTML is that of the default theme's model pages: it satisfies the Nu checker, axe and a strict
//! content security policy, so no style attributes. What needs other files (addresses, components) comes in through
//! [`Links`] and [`Components`]; what was wrong in the body itself was reported when it was parsed. Same input, same bytes.

mod addresses;
mod blocks;
mod escape;
mod foreign;
mod inline;
mod notes;
mod pieces;
mod sanitize;
mod toc;
mod writer;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::config::MarkdownOptions;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::parse::body::Body;
use crate::parse::components::ComponentCall;
use crate::render::highlight::Highlighter;
use crate::source::Source;

/// Where links lead.
pub trait Links {
    /// Resolves a destination as written. Whether it exists was judged before.
    fn resolve(&self, dest: &str, image: bool) -> Target;
}

/// Where a link leads or where a picture lies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Target {
    /// At this address.
    Url(String),
    /// Nowhere yet: the text is printed without a link, the picture as its description.
    PlainText,
    /// A picture at this address, of this size in pixels.
    Image {
        /// Its address.
        url: String,
        /// Its width.
        width: Option<u32>,
        /// Its height.
        height: Option<u32>,
    },
    /// At the address that is written.
    AsWritten,
}

/// What components print.
pub trait Components {
    /// The HTML of a call; `body_html` is what stands between its tags.
    fn render(&self, call: &ComponentCall, body_html: Option<&str>) -> Result<String, Diagnostic>;
}

/// The words that the HTML needs, in the page's language. Plain text.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// Label of `[!NOTE]`: *Catatan*.
    pub note: &'a str,
    /// Label of `[!TIP]`: *Kiat*.
    pub tip: &'a str,
    /// Label of `[!IMPORTANT]`: *Penting*.
    pub important: &'a str,
    /// Label of `[!WARNING]`: *Perhatian*.
    pub warning: &'a str,
    /// Label of `[!CAUTION]`: *Awas*.
    pub caution: &'a str,
    /// Name of the list of footnotes: *Catatan kaki*.
    pub footnotes: &'a str,
    /// Read out after the number of a reference: *catatan kaki*.
    pub footnote: &'a str,
    /// Link from a footnote to its reference: *Kembali ke teks*.
    pub back_to_text: &'a str,
    /// Name of a heading's link to itself, before the heading's text: *Tautan ke bagian*.
    pub anchor: &'a str,
    /// Name of a table that scrolls: *Tabel*.
    pub table: &'a str,
    /// Name of a code block that scrolls: *Kode*.
    pub code: &'a str,
}

impl Words<'_> {
    /// Each of them.
    pub fn all(&self) -> [&str; 11] {
        let Words { note, tip, important, warning, caution, footnotes, footnote, back_to_text, anchor, table, code } =
            *self;
        [note, tip, important, warning, caution, footnotes, footnote, back_to_text, anchor, table, code]
    }
}

/// A term of another language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Foreign {
    /// As it stands in the text; with a capital it is found too.
    pub text: String,
    /// Its language.
    pub lang: String,
}

/// With what a body is rendered.
#[derive(Clone, Copy)]
pub struct Settings<'a> {
    /// The same as when it was parsed.
    pub options: &'a MarkdownOptions,
    /// Where links lead.
    pub links: &'a dyn Links,
    /// What components print.
    pub components: &'a dyn Components,
    /// Colours code; without one it stays plain.
    pub highlighter: Option<&'a Highlighter>,
    /// Words in the page's language.
    pub words: Words<'a>,
    /// HTML at the start of the first paragraph: a dateline.
    pub lead: Option<&'a str>,
    /// Terms to be set off as another language.
    pub foreign: &'a [Foreign],
}

/// A body as HTML.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rendered {
    /// The HTML.
    pub html: String,
    /// Its headings.
    pub toc: Vec<TocEntry>,
    /// What components and code blocks had to say.
    pub diagnostics: Diagnostics,
    /// What colours of its code are remembered by.
    pub colors: Vec<u128>,
}

/// A heading in the table of contents.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TocEntry {
    /// As printed: 2 for `#` and `##`.
    pub level: u8,
    /// What its address ends with, after `#`.
    pub id: String,
    /// HTML without links and ids.
    pub title: String,
    /// Headings below it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<TocEntry>,
}

/// Renders `body`, which was parsed from `source` with the same options.
pub fn render(source: &Arc<Source>, body: &Body, settings: &Settings<'_>) -> Rendered {
    writer::write(source, body, settings)
}

#[cfg(test)]
mod tests;
