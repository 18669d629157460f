//! Bodies as an earlier run converted them, so that a text that stays is converted once.
//!
//! Key: the program, the configuration, the words of the body's language and the text, with what its front matter gives the body.
//! What a conversion asks beyond these is where its links lead: the answers are kept with the HTML, and all is asked again before it
//! is taken over. What calls components is not kept, since templates and the whole site can matter to them, nor what something was found
//! in. The file may be lost or damaged: each body has a checksum and is converted where that is another.
//!
//! Bodies lie one behind the other, each as HTML and then, as JSON, what belongs to it; the places of all stand at the end. A
//! build that converts a whole site makes the file anew, body by body, so that they are never all in memory.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::{Mutex, OnceLock, PoisonError};

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::highlight::Highlighter;
use super::markdown::{Links, Rendered, Target, TocEntry};
use crate::digest::Digest;
use crate::read::Pieces;

/// Name of what is kept in the cache.
pub const NAME: &str = "bodies";

/// First line; another one means another format.
const HEADER: &str = "warta-bodies 1\n";

/// Bytes of a place, and of what stands behind all of them.
const PLACE: usize = 40;
const END: usize = 16;

/// Puts bytes behind those before and says where they begin; none when that failed.
pub type Put = Box<dyn Fn(&[u8]) -> Option<u64> + Send + Sync>;

/// Bodies that an earlier run converted, and room for those that the next one is to have.
#[derive(Default)]
pub struct KeptBodies {
    /// Which converts texts in its own way; none where nothing is to be kept.
    program: Option<String>,
    known: Option<(Pieces, HashMap<u128, Place>)>,
    shelf: OnceLock<Shelf>,
}

impl std::fmt::Debug for KeptBodies {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let known = self.known.as_ref().map_or(0, |(_, places)| places.len());
        formatter.debug_struct("KeptBodies").field("known", &known).finish_non_exhaustive()
    }
}

/// Where bodies for the next run are put.
struct Shelf {
    put: Put,
    places: Mutex<BTreeMap<u128, Place>>,
}

/// Where a body lies. One that is not kept has no bytes: it is known to be converted each time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Place {
    at: u64,
    html: u32,
    rest: u32,
    sum: u64,
}

/// What belongs to the HTML of a body.
#[derive(Serialize, Deserialize)]
struct Rest<'a> {
    #[serde(borrow, default, skip_serializing_if = "<[_]>::is_empty")]
    links: Cow<'a, [Link]>,
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    toc: Cow<'a, [TocEntry]>,
    /// Keys of colours of code.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    colors: Cow<'a, [u128]>,
}

/// A destination, whether it is that of a picture, and where it led.
type Link = (String, bool, Target);

/// Links that remember what they were asked.
pub(super) struct Noting<'a> {
    links: &'a dyn Links,
    asked: RefCell<Vec<Link>>,
}

impl<'a> Noting<'a> {
    pub(super) fn new(links: &'a dyn Links) -> Noting<'a> {
        Noting { links, asked: RefCell::default() }
    }
}

impl Links for Noting<'_> {
    fn resolve(&self, dest: &str, image: bool) -> Target {
        let target = self.links.resolve(dest, image);
        self.asked.borrow_mut().push((dest.to_owned(), image, target.clone()));
        target
    }
}

impl KeptBodies {
    /// What this program kept; nothing where it is damaged. Without the program's name nothing is kept.
    pub fn new(program: Option<String>, file: Option<Pieces>) -> KeptBodies {
        let known = program.as_deref().zip(file).and_then(|(program, file)| {
            let places = places(program, &file)?;
            Some((file, places))
        });
        KeptBodies { program, known, shelf: OnceLock::new() }
    }

    /// Whether something is known of a body.
    pub(super) fn knows(&self, key: u128) -> bool {
        self.known.as_ref().is_some_and(|(_, places)| places.contains_key(&key))
    }

    /// A body that an earlier run converted, if its links still lead where they led.
    pub(super) fn recall(&self, key: u128, links: &dyn Links, highlighter: &Highlighter) -> Option<Rendered> {
        let (file, places) = self.known.as_ref()?;
        let place = places.get(&key).filter(|place| place.rest > 0)?;
        let mut bytes = file.at(place.range()?)?;
        if xxh3_64(&bytes) != place.sum {
            return None;
        }
        let html = usize::try_from(place.html).ok()?;
        let rest: Rest<'_> = serde_json::from_slice(bytes.get(html..)?).ok()?;
        if !rest.links.iter().all(|(dest, image, target)| links.resolve(dest, *image) == *target) {
            return None;
        }
        highlighter.note_used(&rest.colors);
        let (toc, colors) = (rest.toc.into_owned(), rest.colors.into_owned());
        self.put(key, &bytes, html);
        bytes.truncate(html);
        Some(Rendered { html: String::from_utf8(bytes).ok()?, toc, colors, ..Rendered::default() })
    }

    /// Keeps for the next run a body and what its links were asked, if it can be kept and bodies are kept.
    pub(super) fn keep(&self, key: u128, body: &Rendered, links: &Noting<'_>) {
        if self.shelf.get().is_none() {
            return;
        }
        let links = links.asked.borrow();
        let rest =
            Rest { links: Cow::Borrowed(&links), toc: Cow::Borrowed(&body.toc), colors: Cow::Borrowed(&body.colors) };
        let rest = serde_json::to_vec(&rest).ok().filter(|_| body.diagnostics.is_empty());
        let bytes = rest.map(|rest| [body.html.as_bytes(), &rest].concat()).unwrap_or_default();
        self.put(key, &bytes, body.html.len());
    }

    fn put(&self, key: u128, bytes: &[u8], html: usize) {
        let Some(shelf) = self.shelf.get() else { return };
        let place = || {
            let (html, rest) = (u32::try_from(html).ok()?, u32::try_from(bytes.len().checked_sub(html)?).ok()?);
            Some(Place { at: (shelf.put)(bytes)?, html, rest, sum: xxh3_64(bytes) })
        };
        let place = if bytes.is_empty() { Some(Place::default()) } else { place() };
        let mut places = shelf.places.lock().unwrap_or_else(PoisonError::into_inner);
        places.extend(place.map(|place| (key, place)));
    }

    /// From now on bodies are put there for the next run.
    pub fn put_on(&self, put: Put) {
        if put(HEADER.as_bytes()).is_some() {
            // A second shelf would be one of a second build of one snapshot.
            let _ = self.shelf.set(Shelf { put, places: Mutex::default() });
        }
    }

    /// What stands behind all bodies that were put on the shelf; none where there is none.
    pub fn end(&self) -> Option<Vec<u8>> {
        let places = self.shelf.get()?.places.lock().unwrap_or_else(PoisonError::into_inner);
        let mut bytes = Vec::with_capacity(places.len() * PLACE + END);
        for (key, Place { at, html, rest, sum }) in &*places {
            bytes.extend(key.to_le_bytes());
            bytes.extend(at.to_le_bytes());
            bytes.extend(html.to_le_bytes());
            bytes.extend(rest.to_le_bytes());
            bytes.extend(sum.to_le_bytes());
        }
        let sum = sum(self.program.as_deref()?, &bytes);
        bytes.extend((places.len() as u64).to_le_bytes());
        bytes.extend(sum.to_le_bytes());
        Some(bytes)
    }
}

impl Place {
    fn range(self) -> Option<Range<u64>> {
        Some(self.at..self.at.checked_add(u64::from(self.html) + u64::from(self.rest))?)
    }
}

/// The places at the end of a file.
fn places(program: &str, file: &Pieces) -> Option<HashMap<u128, Place>> {
    let begin = file.length().checked_sub(END as u64)?;
    let (end, wanted) = numbers(&file.at(begin..file.length())?)?;
    let from = begin.checked_sub(end.checked_mul(PLACE as u64)?)?;
    let bytes = file.at(from..begin)?;
    if sum(program, &bytes) != wanted {
        return None;
    }
    bytes.chunks_exact(PLACE).map(place).collect()
}

fn numbers(bytes: &[u8]) -> Option<(u64, u64)> {
    let (one, rest) = bytes.split_first_chunk()?;
    let (other, _) = rest.split_first_chunk()?;
    Some((u64::from_le_bytes(*one), u64::from_le_bytes(*other)))
}

fn place(bytes: &[u8]) -> Option<(u128, Place)> {
    let (key, rest) = bytes.split_first_chunk()?;
    let (at, rest) = rest.split_first_chunk()?;
    let (html, rest) = rest.split_first_chunk()?;
    let (own, sum) = rest.split_first_chunk()?;
    let place = Place {
        at: u64::from_le_bytes(*at),
        html: u32::from_le_bytes(*html),
        rest: u32::from_le_bytes(*own),
        sum: u64::from_le_bytes(sum.try_into().ok()?),
    };
    Some((u128::from_le_bytes(*key), place))
}

/// Of the places, and of what they are in.
fn sum(program: &str, places: &[u8]) -> u64 {
    Digest::of([HEADER.as_bytes(), program.as_bytes(), places]).short()
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "the test plays the cache")]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diagnostic::{Code, Diagnostic, Diagnostics};

    struct To(&'static str);

    impl Links for To {
        fn resolve(&self, _: &str, image: bool) -> Target {
            if image { Target::PlainText } else { Target::Url(self.0.to_owned()) }
        }
    }

    fn body() -> Rendered {
        let child = TocEntry { level: 3, id: "b".to_owned(), title: "<em>B</em>".to_owned(), children: Vec::new() };
        let toc = vec![TocEntry { level: 2, id: "a".to_owned(), title: "A".to_owned(), children: vec![child] }];
        Rendered {
            html: "<p>Pasar “Legi”</p>\n".to_owned(), toc, colors: vec![u128::MAX, 7], ..Rendered::default()
        }
    }

    /// The file that a run leaves.
    fn file() -> Vec<u8> {
        let bytes = Arc::new(Mutex::new(Vec::new()));
        let kept = KeptBodies::new(Some("warta 1".to_owned()), None);
        let shelf = Arc::clone(&bytes);
        kept.put_on(Box::new(move |piece| {
            let mut bytes = shelf.lock().ok()?;
            let at = bytes.len() as u64;
            bytes.extend_from_slice(piece);
            Some(at)
        }));
        let asked = Noting::new(&To("/a/"));
        asked.resolve("a.md", false);
        asked.resolve("a.png", true);
        kept.keep(1, &body(), &asked);
        let warned = Diagnostics::from(Diagnostic::new(Code::NotADate));
        kept.keep(2, &Rendered { diagnostics: warned, ..body() }, &asked);
        let end = kept.end().unwrap();
        let mut bytes = bytes.lock().unwrap();
        bytes.extend(end);
        bytes.clone()
    }

    fn kept(folder: &tempfile::TempDir, program: &str, bytes: &[u8]) -> KeptBodies {
        let path = folder.path().join(NAME);
        std::fs::write(&path, bytes).unwrap();
        KeptBodies::new(Some(program.to_owned()), Pieces::open(&path))
    }

    fn recall(kept: &KeptBodies, key: u128, to: &'static str) -> Option<Rendered> {
        kept.recall(key, &To(to), &Highlighter::default())
    }

    #[test]
    fn a_body_comes_back_while_its_links_lead_where_they_led() {
        let (folder, bytes) = (tempfile::tempdir().unwrap(), file());
        let own = kept(&folder, "warta 1", &bytes);
        assert_eq!(recall(&own, 1, "/a/"), Some(body()));
        assert_eq!(recall(&own, 1, "/b/"), None);
        // Of what was warned of it is known that it is converted each time.
        assert_eq!((recall(&own, 2, "/a/"), own.knows(2), own.knows(3)), (None, true, false));
        let other = kept(&folder, "warta 2", &bytes);
        assert_eq!((recall(&other, 1, "/a/"), other.knows(1)), (None, false));
    }

    #[test]
    fn what_is_damaged_is_converted() {
        let (folder, bytes) = (tempfile::tempdir().unwrap(), file());
        let (mut left, mut lost) = (0, 0);
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1 << (at % 8);
            match recall(&kept(&folder, "warta 1", &damaged), 1, "/a/") {
                Some(own) => {
                    assert_eq!(own, body(), "byte {at}");
                    left += 1;
                }
                None => lost += 1,
            }
            assert_eq!(recall(&kept(&folder, "warta 1", &bytes[..at]), 1, "/a/"), None, "cut at {at}");
        }
        // Only the name of the format is held against nothing.
        assert_eq!((left, lost), (HEADER.len(), bytes.len() - HEADER.len()));
    }
}
