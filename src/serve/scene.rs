//! What a preview shows at a moment: the last sound snapshot, and what keeps a newer one from being shown.

use std::collections::BTreeSet;
use std::sync::Arc;

use xxhash_rust::xxh3::xxh3_128;

use crate::diagnostic::Diagnostics;
use crate::pipeline::Snapshot;
use crate::plan::{Output, Recipe};
use crate::render::{Content, Rendered};

/// What is shown, as a whole; a change makes another one.
#[derive(Clone, Debug, Default)]
pub struct Scene {
    /// The site; none while there was no sound one yet.
    pub shown: Option<Arc<Snapshot>>,
    /// The last one of which every output could be rendered. It stands in for pages of which the newest cannot.
    pub sound: Option<Arc<Snapshot>>,
    /// What keeps the newest edit from being shown.
    pub problems: Option<Arc<str>>,
    /// Mistakes of pages, whether someone looks at them or not.
    pub elsewhere: Option<Elsewhere>,
    /// Files that changed and are no pages: addresses with the site's own path.
    pub touched: Counted<Arc<BTreeSet<String>>>,
    /// The page that was edited last.
    pub edited: Counted<Option<Arc<str>>>,
}

/// Mistakes that rendering all pages brought to light.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// How many.
    pub count: usize,
    /// As they are told.
    pub text: Arc<str>,
}

/// A value that is told once, and the number of times that it was set.
#[derive(Clone, Debug, Default)]
pub struct Counted<T> {
    /// The number.
    pub number: u64,
    /// The value.
    pub value: T,
}

impl<T> Counted<T> {
    /// The next value.
    pub fn set(&mut self, value: T) {
        self.number += 1;
        self.value = value;
    }
}

impl Scene {
    /// An address on the site with the site's own path.
    pub fn address(&self, path: &str) -> String {
        self.shown.as_ref().map_or_else(|| path.to_owned(), |shown| shown.config().base_url.relative(path))
    }

    /// Whether something is shown at a path in the tree.
    pub fn has(&self, path: &str) -> bool {
        self.find(path).is_some()
    }

    /// An output and what it belongs to. A page that stands in for a newer one asks for stylesheets under their old names.
    fn find(&self, path: &str) -> Option<(&Snapshot, &Output)> {
        let own = self.shown.as_ref().and_then(|shown| shown.plan().find(path).map(|output| (&**shown, output)));
        let asset = || {
            let sound = self.sound.as_ref()?;
            let output = sound.plan().find(path).filter(|output| matches!(output.recipe, Recipe::Asset(_)))?;
            Some((&**sound, output))
        };
        own.or_else(asset)
    }

    /// The output at a path in the tree, as it is shown: the newest, else the last that could be rendered.
    ///
    /// # Errors
    /// It cannot be rendered, and never could be.
    pub fn render(&self, path: &str) -> Option<Result<Page, Diagnostics>> {
        let (shown, output) = self.find(path)?;
        Some(match shown.render(output) {
            Ok(Rendered { content, .. }) => Ok(Page::new(shown, output, content)),
            Err(found) => match self.last_sound(path) {
                Some(page) => Ok(Page { problems: Some(found), ..page }),
                None => Err(found),
            },
        })
    }

    fn last_sound(&self, path: &str) -> Option<Page> {
        let sound = self.sound.as_ref()?;
        let output = sound.plan().find(path)?;
        let rendered = sound.render(output).ok()?;
        Some(Page::new(sound, output, rendered.content))
    }
}

/// An output and its bytes.
pub struct Page {
    /// The bytes.
    pub content: Content,
    /// Whether it is a page that takes the script of the preview.
    pub is_html: bool,
    /// Why the newest version cannot be shown.
    pub problems: Option<Diagnostics>,
    /// Of the bytes, and of the bytes whatever the stylesheets are called.
    pub seen: Seen,
    /// The stylesheets that it loads.
    pub sheets: Vec<Sheet>,
}

/// What a browser has: hashes of a page, with and without the names of its stylesheets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// Of all bytes.
    pub whole: u128,
    /// Of the bytes without the hashes of stylesheets.
    pub shape: u128,
}

/// A stylesheet that a page loads.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Sheet {
    /// Its address.
    pub href: String,
    /// For subresource integrity.
    pub integrity: String,
}

impl Page {
    fn new(snapshot: &Snapshot, output: &Output, content: Content) -> Page {
        let is_page = !matches!(output.recipe, Recipe::File(_) | Recipe::Asset(_));
        let is_html = is_page && output.path.ends_with(".html");
        let mut page = Page { content, is_html, problems: None, seen: Seen::default(), sheets: Vec::new() };
        if let (true, Content::Bytes(bytes)) = (is_html, &page.content) {
            let (shape, sheets) = shape(bytes, snapshot);
            page.seen = Seen { whole: xxh3_128(bytes), shape };
            page.sheets = sheets;
        }
        page
    }
}

/// The hash of a page whatever its stylesheets hold, and those stylesheets.
fn shape(bytes: &[u8], snapshot: &Snapshot) -> (u128, Vec<Sheet>) {
    let Ok(html) = std::str::from_utf8(bytes) else { return (xxh3_128(bytes), Vec::new()) };
    let mut html = html.to_owned();
    let mut sheets = Vec::new();
    for asset in snapshot.plan().assets.iter().filter(|asset| asset.path.ends_with(".css")) {
        if html.contains(&asset.path) {
            html = html.replace(&asset.path, &plain(&asset.path)).replace(&asset.integrity, "");
            let href = snapshot.config().base_url.relative(&asset.path);
            sheets.push(Sheet { href, integrity: asset.integrity.clone() });
        }
    }
    (xxh3_128(html.as_bytes()), sheets)
}

/// `/aset/balai.1a2b3c4d.css` → `/aset/balai.css`
fn plain(path: &str) -> String {
    let stem = path.strip_suffix(".css").unwrap_or(path);
    format!("{}.css", stem.rsplit_once('.').map_or(stem, |(stem, _)| stem))
}

impl Seen {
    /// As it stands in a page and in an address.
    pub fn to_text(self) -> String {
        format!("{:032x}-{:032x}", self.whole, self.shape)
    }

    /// What [`Seen::to_text`] wrote.
    pub fn from_text(text: &str) -> Option<Seen> {
        let (whole, shape) = text.split_once('-')?;
        let number = |text: &str| u128::from_str_radix(text, 16).ok();
        Some(Seen { whole: number(whole)?, shape: number(shape)? })
    }
}
