//! Pictures without what they say of who took them, where and when.
//!
//! Containers are taken apart and put together again from a list of what decoding needs; whatever is not on the list goes: EXIF with
//! places and thumbnails, XMP, IPTC, comments, texts, notes of makers, what stands behind the end. Bytes of pixels stay as they are,
//! and so does the colour profile. Of EXIF only the orientation stays, or pictures would turn.

mod exif;
mod jpeg;
mod png;
#[cfg(test)]
mod tests;
mod webp;

use std::io::{self, Read, Seek};

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_128;

use super::facts::{Facts, Format, ending, find};
use super::{CONTENT, FileRef, open};

/// A larger picture is not held in memory.
const LARGEST: u64 = 64 << 20;

/// Why a picture is published as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Trouble {
    /// Its parts could not be told apart.
    Damaged,
    /// It is too large.
    Large,
}

/// Bytes, by their hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sum {
    /// The hash.
    #[serde(with = "digits")]
    pub hash: u128,
    /// How many.
    pub size: u64,
}

/// What a picture is, and what it is published as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cleaned {
    /// By its first bytes.
    pub format: Option<Format>,
    /// Or why it is published as it is.
    pub published: Result<Sum, Trouble>,
}

impl FileRef {
    /// Whether it is published without what it says of itself, as pictures of `content/` are.
    pub fn is_cleaned(&self) -> bool {
        self.is_picture() && self.folder.as_ref() == CONTENT
    }

    /// Whether it has the name of a picture that can be published without what it says of itself.
    pub fn is_picture(&self) -> bool {
        let ending = ending(&self.path);
        let formats = [Format::Jpeg, Format::Png, Format::Webp];
        ending.is_some_and(|ending| formats.iter().any(|format| format.endings().contains(&ending.as_str())))
    }
}

/// Reads a picture; with its new bytes, where it is not published as it is.
pub(super) fn read(file: impl Read) -> io::Result<(Cleaned, Option<Vec<u8>>)> {
    let Some(bytes) = held(file)? else {
        return Ok((Cleaned { format: None, published: Err(Trouble::Large) }, None));
    };
    let format = Format::of(&bytes);
    let clean = cleaned(&bytes, format);
    let sum = clean.as_ref().map(|bytes| Sum { hash: xxh3_128(bytes), size: bytes.len() as u64 });
    Ok((Cleaned { format, published: sum.ok_or(Trouble::Damaged) }, clean))
}

/// What a picture is once it is published.
pub(super) fn facts(mut file: impl Read + Seek) -> io::Result<Facts> {
    if let (_, Some(clean)) = read(&mut file)? {
        return Facts::of(clean.as_slice());
    }
    file.rewind()?;
    Facts::of(file)
}

/// The bytes that a picture is published as; none where it is published as it is.
///
/// # Errors
/// The system's own.
pub fn published(file: &FileRef) -> io::Result<Option<Vec<u8>>> {
    Ok(read(open(file)?)?.1)
}

/// Whether a picture says where it was taken.
pub(super) fn tells_position(file: impl Read) -> io::Result<bool> {
    let Some(bytes) = held(file)? else { return Ok(false) };
    let said = match Format::of(&bytes) {
        Some(Format::Jpeg) => jpeg::said(&bytes),
        Some(Format::Png) => png::said(&bytes),
        Some(Format::Webp) => webp::said(&bytes),
        _ => None,
    };
    Ok(said.unwrap_or_default().into_iter().any(exif::tells_position))
}

/// EXIF data stand in one of the first segments of a JPEG file, none of which is longer.
pub(super) const HEAD: u64 = 128 << 10;

/// Whether a JPEG file that begins so is shown on its side, so that its width is its height.
pub(super) fn is_on_its_side(head: &[u8]) -> bool {
    let exif = find(head, exif::MARK).and_then(|at| head.get(at + exif::MARK.len()..));
    exif.and_then(exif::orientation).is_some_and(|turned| turned >= 5)
}

/// The bytes of a picture that is not too large.
fn held(file: impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= LARGEST).then_some(bytes))
}

/// The picture without what it says of itself; none where its parts cannot be told apart.
fn cleaned(bytes: &[u8], format: Option<Format>) -> Option<Vec<u8>> {
    // By its bytes, whatever its name says: what is shown is what matters.
    match format? {
        Format::Jpeg => jpeg::cleaned(bytes),
        Format::Png => png::cleaned(bytes),
        Format::Webp => webp::cleaned(bytes),
        _ => None,
    }
}

/// JSON has no numbers as large as hashes.
mod digits {
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(hash: &u128, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{hash:032x}"))
    }

    pub(super) fn deserialize<'a, D: Deserializer<'a>>(deserializer: D) -> Result<u128, D::Error> {
        let digits = String::deserialize(deserializer)?;
        u128::from_str_radix(&digits, 16).map_err(serde::de::Error::custom)
    }
}
