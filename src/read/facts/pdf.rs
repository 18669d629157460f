//! What a PDF file says of itself: pages, title, tags (ISO 32000), as far as it can be read.
//!
//! Only what leads there is read: the tables of objects from the end of the file on, the catalogue, the first pages. Whatever is
//! damaged, encrypted or of another kind than expected is not known, and what is not known is not judged. Every step is bounded:
//! how deep values nest, how many of them there are, how many tables follow each other, how large a stream becomes unpacked.

mod objects;
mod tables;
#[cfg(test)]
mod tests;

use quick_xml::escape::unescape;

use super::format::find;
use objects::{Dictionary, Object};
use tables::File;

/// What a PDF file says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Pdf {
    /// How many pages it has.
    pub(super) pages: Option<u32>,
    /// Its title; empty where it has none, none where that cannot be told.
    pub(super) title: Option<String>,
    /// Whether it has tags, which screen readers need.
    pub(super) tagged: Option<bool>,
    /// Whether its first pages are pictures of text.
    pub(super) scanned: bool,
}

/// So many pages are looked at to tell whether they are pictures.
const PAGES: usize = 4;
/// Parts of the tree of pages that are looked at, at most.
const NODES: usize = 64;
/// Letters of a title that are kept.
const LONGEST_TITLE: usize = 300;

/// Reads it.
pub(super) fn of(bytes: &[u8]) -> Pdf {
    facts(bytes).unwrap_or_default()
}

fn facts(bytes: &[u8]) -> Option<Pdf> {
    let mut file = File::open(bytes)?;
    let trailer = file.trailer.clone();
    let catalogue = file.get(&trailer, b"Root")?.into_dictionary()?;
    let pages = file.get(&catalogue, b"Pages").and_then(Object::into_dictionary);
    let count = pages.as_ref().and_then(|pages| file.get(pages, b"Count")).and_then(|count| count.as_count());
    let marked = file.get(&catalogue, b"MarkInfo").and_then(Object::into_dictionary);
    let marked = marked.and_then(|info| file.get(&info, b"Marked")) == Some(Object::Flag(true));
    let tagged = marked && catalogue.contains_key(&b"StructTreeRoot"[..]);
    let scanned = pages.is_some_and(|pages| is_scanned(&mut file, pages));
    Some(Pdf { pages: count, title: title(&mut file, &trailer, &catalogue), tagged: Some(tagged), scanned })
}

/// The title: from its information, else from its metadata.
fn title(file: &mut File<'_>, trailer: &Dictionary, catalogue: &Dictionary) -> Option<String> {
    if trailer.contains_key(&b"Encrypt"[..]) {
        return None;
    }
    let info = file.get(trailer, b"Info").and_then(Object::into_dictionary);
    let own = info.and_then(|info| file.get(&info, b"Title")).and_then(Object::into_text);
    let own = own.map(|bytes| decoded(&bytes)).filter(|title| !title.is_empty());
    let title = own.or_else(|| {
        let metadata = file.stream(catalogue.get(&b"Metadata"[..])?)?;
        let metadata = String::from_utf8_lossy(&metadata);
        let (_, rest) = metadata.split_once("<dc:title")?;
        let (inside, _) = rest.split_once("</dc:title>")?;
        let (_, item) = inside.split_once("<rdf:li")?;
        let (_, item) = item.split_once('>')?;
        let (item, _) = item.split_once('<')?;
        Some(unescape(item).ok()?.trim().to_owned())
    });
    Some(title.unwrap_or_default().chars().take(LONGEST_TITLE).collect())
}

/// A text as PDF writes it: UTF-16 or UTF-8 behind a mark, else nearly Latin-1.
fn decoded(bytes: &[u8]) -> String {
    let text: String = match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units = rest.chunks_exact(2).map(|pair| pair.iter().fold(0, |all, byte| all << 8 | u16::from(*byte)));
            char::decode_utf16(units).map(|letter| letter.unwrap_or('\u{fffd}')).collect()
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|byte| char::from(*byte)).collect(),
    };
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect::<String>().trim().to_owned()
}

/// Whether the first pages hold pictures and no letters.
fn is_scanned(file: &mut File<'_>, root: Dictionary) -> bool {
    // Each with the resources that it inherits, the next one last.
    let mut waiting: Vec<(Dictionary, Option<Dictionary>)> = vec![(root, None)];
    let (mut pages, mut nodes) = (0, 0);
    while let Some((node, inherited)) = waiting.pop().filter(|_| pages < PAGES) {
        nodes += 1;
        if nodes > NODES {
            return false;
        }
        let resources = file.get(&node, b"Resources").and_then(Object::into_dictionary).or(inherited);
        let Some(Object::List(kids)) = file.get(&node, b"Kids") else {
            pages += 1;
            match resources {
                Some(resources) if holds_pictures_only(file, &resources) => continue,
                _ => return false,
            }
        };
        for kid in kids.iter().take(PAGES).rev() {
            let Some(kid) = file.resolved(kid).and_then(Object::into_dictionary) else { return false };
            waiting.push((kid, resources.clone()));
        }
    }
    pages > 0
}

fn holds_pictures_only(file: &mut File<'_>, resources: &Dictionary) -> bool {
    let dictionary = |file: &mut File<'_>, name: &[u8]| file.get(resources, name).and_then(Object::into_dictionary);
    if dictionary(file, b"Font").is_some_and(|fonts| !fonts.is_empty()) {
        return false;
    }
    let Some(drawn) = dictionary(file, b"XObject").filter(|drawn| !drawn.is_empty()) else { return false };
    // Anything else than a picture may hold letters itself.
    drawn.values().take(PAGES).all(|thing| {
        let thing = file.resolved(thing).and_then(Object::into_dictionary);
        thing.is_some_and(|thing| thing.get(&b"Subtype"[..]) == Some(&Object::Name(b"Image".to_vec())))
    })
}

/// Whether bytes begin like a PDF file, and where.
fn beginning(bytes: &[u8]) -> Option<usize> {
    find(bytes.get(..1024.min(bytes.len()))?, b"%PDF-")
}
