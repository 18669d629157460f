//! Files: what those are that items name in their fields, what is wrong with them, and as what they are published.

use std::sync::Arc;

use tera::Value;

use super::Content;
use super::engine::Engine;
use super::value::{map, option, text};
use super::view::View;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::read::facts::{Facts, Format};
use crate::read::picture::Trouble;
use crate::read::{self, FileRef};
use crate::site::{Page, PublishedFile};
use crate::source::Location;

/// A larger file is long on its way to a telephone.
const LARGE: u64 = 10_000_000;

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
    /// What the file is, judged; none where it cannot be read, which is told.
    pub(super) fn facts(self, engine: &Engine, found: &mut Diagnostics) -> Option<Arc<Facts>> {
        let facts = self.told(engine.facts.of(&self.file.file), found)?;
        found.extend(wrong_format(&self.file.file, facts.format).map(|wrong| self.at(wrong)));
        found.extend(self.large(facts.size));
        for code in lacking(&facts) {
            // What was made long ago, elsewhere, is as it is.
            let is_taken_over = self.page.common().import.is_some();
            let lacking = self.at(Diagnostic::new(code).with("path", self.file.file.shown()));
            let severity = if is_taken_over { Severity::Info } else { lacking.severity };
            found.push(Diagnostic { severity, ..lacking });
        }
        Some(facts)
    }

    /// A picture as templates name it, judged.
    pub(super) fn picture(self, view: &View, engine: &Engine, found: &mut Diagnostics) -> Value {
        let file = &self.file.file;
        if !file.is_cleaned() {
            let facts = self.facts(engine, found);
            return value(view, self.file, facts.as_deref());
        }
        let cleaned = self.told(engine.facts.picture(file), found).map(|(cleaned, _)| cleaned);
        let size = cleaned.as_ref().and_then(|cleaned| cleaned.published.ok()).map_or(file.size, |sum| sum.size);
        if let Some(cleaned) = cleaned.filter(|cleaned| cleaned.published != Err(Trouble::Large)) {
            found.extend(wrong_format(file, cleaned.format).map(|wrong| self.at(wrong)));
        }
        found.extend(self.large(size));
        let mut picture = value(view, self.file, None).into_map().unwrap_or_default();
        picture.insert("size".into(), Value::from(size));
        Value::from(picture)
    }

    fn told<T>(self, read: Result<T, Box<Diagnostic>>, found: &mut Diagnostics) -> Option<T> {
        read.map_err(|error| found.push(self.at(*error))).ok()
    }

    fn large(self, size: u64) -> Option<Diagnostic> {
        let large = || Diagnostic::new(Code::LargeFile).with("path", self.file.file.shown());
        // In megabytes, as readers see it.
        let megabytes = usize::try_from(size / 1_000_000).unwrap_or(usize::MAX);
        (size > LARGE).then(|| self.at(large().with("megabytes", megabytes)))
    }

    /// A finding where the item names the file.
    fn at(self, found: Diagnostic) -> Diagnostic {
        let document = &self.page.document;
        let span = document.front.place(self.field);
        let place = span.map_or_else(|| Location::file(&document.source), |span| Location::new(&document.source, span));
        Diagnostic { primary: Some(place), ..found }
    }
}

/// That a file is of another format than its name says.
pub(super) fn wrong_format(file: &FileRef, format: Option<Format>) -> Option<Diagnostic> {
    let fits = match format {
        Some(format) => format.fits(&file.path),
        None => Format::promised(&file.path).is_none(),
    };
    let ending = file.path.rsplit_once('.').map_or("", |(_, ending)| ending);
    (!fits).then(|| {
        let wrong = Diagnostic::new(Code::WrongFormat).with("path", file.shown()).with("ending", ending);
        match format {
            Some(format) => {
                let right = format.endings().first().copied().unwrap_or_default();
                wrong.with("problem", "other").with("format", format.label()).with("right", right)
            }
            None => wrong.with("problem", "none"),
        }
    })
}

/// What a PDF file lacks for those who do not see it.
fn lacking(facts: &Facts) -> impl Iterator<Item = Code> {
    let untagged = facts.tagged == Some(false);
    let untitled = facts.title.as_deref() == Some("");
    [
        (facts.scanned, Code::PdfScanned),
        // Pictures have nothing to tag.
        (untagged && !facts.scanned, Code::PdfUntagged),
        (untitled, Code::PdfUntitled),
    ]
    .into_iter()
    .filter_map(|(lacks, code)| lacks.then_some(code))
}

/// How many bytes of a file readers get; those of the source where it cannot be read, which its own output tells.
pub(super) fn published_size(engine: &Engine, file: &FileRef) -> u64 {
    if !file.is_cleaned() {
        return file.size;
    }
    let cleaned = engine.facts.picture(file).ok();
    cleaned.and_then(|(cleaned, _)| cleaned.published.ok()).map_or(file.size, |sum| sum.size)
}

/// Whether a file lies where items lie, and is not of a kind that has the marks of front matter for itself.
fn may_hold_item(file: &FileRef) -> bool {
    let is_yaml = file.path.rsplit_once('.').is_some_and(|(_, ending)| ["yaml", "yml"].contains(&ending));
    *file.folder == *read::CONTENT && !is_yaml
}

/// A file as it is published.
pub(super) fn published(engine: &Engine, file: &FileRef, found: &mut Diagnostics) -> Result<Content, Diagnostics> {
    if !file.is_picture() {
        // Whether it can be read is asked when it is copied.
        if may_hold_item(file) && engine.facts.is_item(file).unwrap_or_default() {
            let path = file.shown();
            let right = read::named_as_item(&path);
            found.push(Diagnostic::new(Code::ItemAsFile).with("path", path).with("right", right));
        }
        return Ok(Content::File(file.clone()));
    }
    if !file.is_cleaned() {
        // Whether it can be read is asked when it is copied.
        if engine.facts.position(file).unwrap_or_default() {
            found.push(Diagnostic::new(Code::PositionInStatic).with("path", file.shown()));
        }
        return Ok(Content::File(file.clone()));
    }
    let (cleaned, bytes) = engine.facts.picture(file).map_err(|error| *error)?;
    Ok(match (cleaned.published, bytes) {
        (Ok(_), Some(bytes)) => Content::Bytes(bytes),
        (Ok(sum), None) => Content::Picture(file.clone(), sum),
        (Err(trouble), _) => {
            let problem = match trouble {
                Trouble::Damaged => "damaged",
                Trouble::Large => "large",
            };
            found.push(Diagnostic::new(Code::PictureUncleaned).with("path", file.shown()).with("problem", problem));
            Content::File(file.clone())
        }
    })
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
