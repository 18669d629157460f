//! Files that items name in their fields: what they are.

use std::sync::Arc;

use tera::Value;

use super::engine::Engine;
use super::value::{map, option, text};
use super::view::View;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::read::facts::{Facts, Format};
use crate::site::{Page, PublishedFile};
use crate::source::Location;

/// A file that an item names.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named<'a> {
    /// The item.
    pub(super) page: &'a Page,
    /// The file.
    pub(super) file: &'a PublishedFile,
    /// The path of the field: `attachments[0].file`.
    pub(super) field: &'a str,
}

impl Named<'_> {
    /// What the file is; none where it cannot be read, which is told.
    pub(super) fn facts(self, engine: &Engine, found: &mut Diagnostics) -> Option<Arc<Facts>> {
        match engine.facts.of(&self.file.file) {
            Ok(facts) => Some(facts),
            Err(error) => {
                found.push(Diagnostic { primary: Some(self.place()), ..*error });
                None
            }
        }
    }

    /// A picture, as templates name it.
    pub(super) fn picture(self, view: &View, _: &Engine, _: &mut Diagnostics) -> Value {
        value(view, self.file, None)
    }

    /// Where the item names it.
    fn place(self) -> Location {
        let document = &self.page.document;
        let span = document.front.place(self.field);
        span.map_or_else(|| Location::file(&document.source), |span| Location::new(&document.source, span))
    }
}

/// A file as templates name it, with what it is.
pub(super) fn value(view: &View, file: &PublishedFile, facts: Option<&Facts>) -> Value {
    let name = file.path.rsplit('/').next().unwrap_or(&file.path);
    map([
        ("url", Value::from(view.file_url(&file.path))),
        ("name", Value::from(name)),
        ("format", Value::from(label(name, facts.and_then(|facts| facts.format)))),
        ("media", text(facts.and_then(|facts| facts.format).map(Format::media))),
        ("size", Value::from(facts.map_or(file.file.size, |facts| facts.size))),
        ("pages", option(facts.and_then(|facts| facts.pages))),
        ("sha256", text(facts.map(|facts| facts.sha256.as_str()))),
        ("width", option(file.size.map(|size| size.0))),
        ("height", option(file.size.map(|size| size.1))),
    ])
}

/// How readers know a format: by the ending of the name, where that says as much or more.
pub(super) fn label(name: &str, format: Option<Format>) -> String {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    match (format, ending) {
        (Some(format), Some(_)) if format.is_one() || !format.fits(name) => format.label().to_owned(),
        (_, Some(ending)) => ending.to_uppercase(),
        (Some(format), None) => format.label().to_owned(),
        (None, None) => String::new(),
    }
}
