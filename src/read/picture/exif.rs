//! EXIF: the two things that matter of it, orientation and place, and the least that says an orientation.

use crate::read::facts::find;

/// What an EXIF segment of a JPEG file begins with.
pub(super) const MARK: &[u8] = b"Exif\0\0";

const ORIENTATION: u64 = 0x0112;
const POSITION: u64 = 0x8825;
const LATITUDE: u64 = 2;
/// Entries of a directory that are looked at, at most.
const MOST: u64 = 1000;

/// The orientation in EXIF data, if it is not the usual one.
pub(super) fn orientation(exif: &[u8]) -> Option<u8> {
    let exif = Exif::of(exif)?;
    let found = exif.directory(exif.first()?)?.find(|entry| entry.tag == ORIENTATION)?;
    u8::try_from(exif.number(found.at, 2)?).ok().filter(|turned| (2..=8).contains(turned))
}

/// EXIF data that says an orientation and nothing else.
pub(super) fn least(orientation: u8) -> Vec<u8> {
    let mut bytes = b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    bytes.push(orientation);
    bytes.extend([0; 6]);
    bytes
}

/// Whether EXIF or XMP data say a place.
pub(super) fn tells_position(data: &[u8]) -> bool {
    let in_exif = || {
        let exif = Exif::of(data.strip_prefix(MARK).unwrap_or(data))?;
        let found = exif.directory(exif.first()?)?.find(|entry| entry.tag == POSITION)?;
        // Cameras without a receiver write an empty one.
        let place = usize::try_from(exif.number(found.at, 4)?).ok()?;
        exif.directory(place)?.any(|entry| entry.tag == LATITUDE).then_some(())
    };
    in_exif().is_some() || find(data, b"GPSLatitude").is_some()
}

/// Directories of entries, as in a TIFF file.
#[derive(Clone, Copy)]
struct Exif<'a> {
    data: &'a [u8],
    /// The larger part of a number comes first.
    big: bool,
}

/// An entry of a directory, and where its value stands.
struct Entry {
    tag: u64,
    at: usize,
}

impl<'a> Exif<'a> {
    fn of(data: &'a [u8]) -> Option<Exif<'a>> {
        match data.get(..4)? {
            b"MM\0\x2a" => Some(Exif { data, big: true }),
            b"II\x2a\0" => Some(Exif { data, big: false }),
            _ => None,
        }
    }

    fn first(self) -> Option<usize> {
        usize::try_from(self.number(4, 4)?).ok()
    }

    fn number(self, at: usize, length: usize) -> Option<u64> {
        let bytes = self.data.get(at..at.checked_add(length)?)?;
        let join = |all: u64, byte: &u8| all << 8 | u64::from(*byte);
        Some(if self.big { bytes.iter().fold(0, join) } else { bytes.iter().rev().fold(0, join) })
    }

    /// The entries of the directory at a place.
    fn directory(self, start: usize) -> Option<impl Iterator<Item = Entry> + use<'a>> {
        let count = usize::try_from(self.number(start, 2)?.min(MOST)).ok()?;
        Some((0..count).map_while(move |index| {
            let at = start.checked_add(2 + 12 * index)?;
            Some(Entry { tag: self.number(at, 2)?, at: at.checked_add(8)? })
        }))
    }
}
