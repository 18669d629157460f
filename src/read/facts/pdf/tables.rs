//! Where the objects of a PDF file stand: its tables, in both of their shapes, and objects that are packed into streams.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use flate2::read::ZlibDecoder;

use super::beginning;
use super::objects::{Dictionary, Object, Reader};
use crate::read::facts::format::find;

/// Bytes of a stream unpacked, at most.
const LARGEST: u64 = 8 << 20;
/// Streams that are unpacked, at most.
const MOST_STREAMS: usize = 64;
/// Tables that follow each other, at most: one for each time that the file was changed.
const MOST_TABLES: usize = 64;
/// Bytes of a table, at most.
const LONGEST_TABLE: usize = 32 << 20;
/// Objects in a stream, at most.
const MOST_PACKED: usize = 10_000;
/// Objects that are looked for, at most.
const MOST_LOOKUPS: usize = 500;
/// Objects that are known, at most.
const MOST_OBJECTS: usize = 2_000_000;
/// References that lead to references, at most.
const MOST_HOPS: usize = 8;
/// How far from its end a file says where its table is.
const TAIL: usize = 2048;

/// Where an object stands.
#[derive(Clone, Copy, Debug)]
enum Place {
    /// From the start of the file.
    At(usize),
    /// In a stream of objects: its number, and the index in it.
    Packed(u32, usize),
    /// Nowhere any more.
    Gone,
}

/// A file whose objects can be found.
#[derive(Debug)]
pub(super) struct File<'a> {
    bytes: &'a [u8],
    /// The newest trailer, and what older ones add to it.
    pub(super) trailer: Dictionary,
    places: BTreeMap<u32, Place>,
    /// Streams of objects, unpacked.
    unpacked: BTreeMap<u32, (Dictionary, Vec<u8>)>,
    streams: usize,
    lookups: usize,
}

impl<'a> File<'a> {
    /// Reads the tables of a file.
    pub(super) fn open(bytes: &'a [u8]) -> Option<File<'a>> {
        // Places count from the mark at the beginning, where something stands before it.
        let bytes = bytes.get(beginning(bytes)?..)?;
        let tail = bytes.len().saturating_sub(TAIL);
        let end = bytes.get(tail..)?;
        let mark = b"startxref";
        let said = tail + end.windows(mark.len()).rposition(|part| part == mark)? + mark.len();
        let first = usize::try_from(Reader::new(bytes, said).number()?).ok()?;
        let mut file = File {
            bytes,
            trailer: Dictionary::new(),
            places: BTreeMap::new(),
            unpacked: BTreeMap::new(),
            streams: 0,
            lookups: 0,
        };
        let (mut waiting, mut seen) = (vec![first], BTreeSet::new());
        while let Some(at) = waiting.pop() {
            if !seen.insert(at) || seen.len() > MOST_TABLES {
                continue;
            }
            let trailer = file.table(at)?;
            // The table of streams beside an old table comes before the older ones.
            let next = [&b"Prev"[..], b"XRefStm"].map(|name| trailer.get(name).and_then(Object::as_place));
            waiting.extend(next.into_iter().flatten());
            for (name, value) in trailer {
                file.trailer.entry(name).or_insert(value);
            }
        }
        Some(file)
    }

    /// Reads the table at a place and gives its trailer. What newer tables say stays.
    fn table(&mut self, at: usize) -> Option<Dictionary> {
        let mut reader = Reader::up_to(LONGEST_TABLE, self.bytes, at);
        if reader.take(b"xref").is_none() {
            return self.packed_table(reader);
        }
        while reader.take(b"trailer").is_none() {
            let (start, count) = (reader.number()?, reader.number()?);
            for id in start..start.checked_add(count)? {
                let (place, _) = (reader.number()?, reader.number()?);
                let place = match (reader.take(b"n"), reader.take(b"f")) {
                    (Some(()), _) => Place::At(usize::try_from(place).ok()?),
                    (None, Some(())) => Place::Gone,
                    (None, None) => return None,
                };
                self.note(u32::try_from(id).ok()?, place)?;
            }
        }
        reader.object()?.into_dictionary()
    }

    /// A table that is a stream.
    fn packed_table(&mut self, mut reader: Reader<'_>) -> Option<Dictionary> {
        header(&mut reader)?;
        let trailer = reader.object()?.into_dictionary()?;
        let bytes = self.content(&trailer, reader)?;
        let Some(Object::List(widths)) = trailer.get(&b"W"[..]) else { return None };
        let widths: Vec<usize> = widths.iter().filter_map(Object::as_place).collect();
        let [kind, second, third] = widths.as_slice() else { return None };
        if widths.iter().any(|width| *width > 8) {
            return None;
        }
        let size = trailer.get(&b"Size"[..])?.as_count()?;
        let parts: Vec<u32> = match trailer.get(&b"Index"[..]) {
            Some(Object::List(parts)) => parts.iter().filter_map(Object::as_count).collect(),
            _ => vec![0, size],
        };
        let ids = parts.chunks_exact(2).flat_map(|part| match part {
            [start, count] => *start..start.saturating_add(*count),
            _ => 0..0,
        });
        let lines = bytes.chunks_exact((kind + second + third).max(1));
        for (id, line) in ids.zip(lines) {
            let (first, rest) = line.split_at_checked(*kind)?;
            let (second, third) = rest.split_at_checked(*second)?;
            let number = |bytes: &[u8]| bytes.iter().fold(0_u64, |all, byte| all << 8 | u64::from(*byte));
            let place = match if first.is_empty() { 1 } else { number(first) } {
                1 => Place::At(usize::try_from(number(second)).ok()?),
                2 => Place::Packed(u32::try_from(number(second)).ok()?, usize::try_from(number(third)).ok()?),
                _ => Place::Gone,
            };
            self.note(id, place)?;
        }
        Some(trailer)
    }

    fn note(&mut self, id: u32, place: Place) -> Option<()> {
        self.places.entry(id).or_insert(place);
        (self.places.len() <= MOST_OBJECTS).then_some(())
    }

    /// The value of a name, followed to where it stands.
    pub(super) fn get(&mut self, dictionary: &Dictionary, name: &[u8]) -> Option<Object> {
        self.resolved(dictionary.get(name)?)
    }

    /// A value, followed to where it stands.
    pub(super) fn resolved(&mut self, object: &Object) -> Option<Object> {
        let mut object = object.clone();
        for _ in 0..MOST_HOPS {
            let Object::Reference(id) = object else { return Some(object) };
            object = self.object(id)?;
        }
        None
    }

    fn object(&mut self, id: u32) -> Option<Object> {
        self.lookups += 1;
        match *self.places.get(&id).filter(|_| self.lookups <= MOST_LOOKUPS)? {
            Place::Gone => None,
            Place::At(at) => {
                let mut reader = Reader::new(self.bytes, at);
                (header(&mut reader)? == i64::from(id)).then_some(())?;
                reader.object()
            }
            Place::Packed(stream, index) => {
                self.unpack(stream)?;
                let (dictionary, bytes) = self.unpacked.get(&stream)?;
                // Pairs of numbers and places stand at its beginning.
                let mut pairs = Reader::new(bytes, 0);
                let count = dictionary.get(&b"N"[..])?.as_place()?;
                let mut pair = None;
                for _ in 0..=index.min(count).min(MOST_PACKED) {
                    pair = Some((pairs.number()?, pairs.number()?));
                }
                let (_, at) = pair.filter(|(known, _)| *known == i64::from(id))?;
                let first = dictionary.get(&b"First"[..])?.as_place()?;
                Reader::new(bytes, first.checked_add(usize::try_from(at).ok()?)?).object()
            }
        }
    }

    fn unpack(&mut self, id: u32) -> Option<()> {
        if self.unpacked.contains_key(&id) {
            return Some(());
        }
        let Place::At(at) = *self.places.get(&id)? else { return None };
        let (dictionary, bytes) = self.stream_at(at)?;
        self.unpacked.insert(id, (dictionary, bytes));
        Some(())
    }

    /// The content of a stream that a reference means.
    pub(super) fn stream(&mut self, object: &Object) -> Option<Vec<u8>> {
        let Object::Reference(id) = object else { return None };
        let Place::At(at) = *self.places.get(id)? else { return None };
        self.stream_at(at).map(|(_, bytes)| bytes)
    }

    fn stream_at(&mut self, at: usize) -> Option<(Dictionary, Vec<u8>)> {
        let mut reader = Reader::new(self.bytes, at);
        header(&mut reader)?;
        let dictionary = reader.object()?.into_dictionary()?;
        let content = self.content(&dictionary, reader)?;
        Some((dictionary, content))
    }

    /// What stands behind the dictionary of a stream, unpacked.
    fn content(&mut self, dictionary: &Dictionary, mut reader: Reader<'_>) -> Option<Vec<u8>> {
        self.streams += 1;
        if self.streams > MOST_STREAMS {
            return None;
        }
        reader.take(b"stream")?;
        let line_end = reader.rest().iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).take(2).count();
        let packed = self.bytes.get(reader.at + line_end..)?;
        // Where the length stands elsewhere, that place may be packed itself; the end is marked as well.
        let length = dictionary.get(&b"Length"[..]).and_then(Object::as_place);
        let length = length.or_else(|| find(packed.get(..packed.len().min(LONGEST_TABLE / 4))?, b"endstream"))?;
        let packed = packed.get(..length.min(packed.len()))?;
        let filter = match dictionary.get(&b"Filter"[..]) {
            None => return packed.get(..).filter(|bytes| bytes.len() as u64 <= LARGEST).map(<[u8]>::to_vec),
            Some(Object::List(filters)) if filters.len() == 1 => filters.first()?,
            Some(filter) => filter,
        };
        if *filter != Object::Name(b"FlateDecode".to_vec()) {
            return None;
        }
        let mut bytes = Vec::new();
        let read = ZlibDecoder::new(packed).take(LARGEST + 1).read_to_end(&mut bytes);
        // What is cut short is of use up to there.
        let is_whole = bytes.len() as u64 <= LARGEST && (read.is_ok() || !bytes.is_empty());
        let parameters = match dictionary.get(&b"DecodeParms"[..]) {
            Some(Object::Dictionary(parameters)) => Some(parameters),
            Some(Object::List(parameters)) => match parameters.first() {
                Some(Object::Dictionary(parameters)) => Some(parameters),
                _ => None,
            },
            _ => None,
        };
        let number = |name: &[u8]| parameters.and_then(|parameters| parameters.get(name)?.as_place());
        is_whole.then_some(())?;
        match number(b"Predictor").unwrap_or(1) {
            1 => Some(bytes),
            10..=15 => without_filters(&bytes, number(b"Columns").unwrap_or(1)),
            _ => None,
        }
    }
}

/// Lines of bytes, each behind the number of the filter it was written with (PNG, §9), without these filters.
fn without_filters(bytes: &[u8], columns: usize) -> Option<Vec<u8>> {
    let mut plain: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut above = vec![0_u8; columns.min(bytes.len())];
    for line in bytes.chunks_exact(columns.checked_add(1)?) {
        let (filter, line) = line.split_first()?;
        let (mut left, mut corner) = (0_u8, 0_u8);
        for (byte, up) in line.iter().zip(&mut above) {
            let guess = match filter {
                0 => 0,
                1 => left,
                2 => *up,
                3 => u8::midpoint(left, *up),
                4 => nearest(left, *up, corner),
                _ => return None,
            };
            corner = *up;
            left = byte.wrapping_add(guess);
            *up = left;
            plain.push(left);
        }
    }
    Some(plain)
}

/// The Paeth predictor.
fn nearest(left: u8, up: u8, corner: u8) -> u8 {
    let [a, b, c] = [left, up, corner].map(i16::from);
    let guess = a + b - c;
    let [of_left, of_up, of_corner] = [a, b, c].map(|value| (guess - value).abs());
    if of_left <= of_up && of_left <= of_corner {
        left
    } else if of_up <= of_corner {
        up
    } else {
        corner
    }
}

/// `7 0 obj`: the number.
fn header(reader: &mut Reader<'_>) -> Option<i64> {
    let (id, _) = (reader.number()?, reader.number()?);
    reader.take(b"obj")?;
    Some(id)
}
