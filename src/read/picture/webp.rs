//! WebP (RFC 9649): chunks with a name and a length, filled up to an even one.

use super::exif;

/// Flags of the extended header that say there is EXIF and XMP.
const EXIF: u8 = 0x08;
const XMP: u8 = 0x04;
/// How much of an animation's frame stands before its own chunks.
const FRAME: usize = 16;

pub(super) fn cleaned(bytes: &[u8]) -> Option<Vec<u8>> {
    let chunks = chunks(content(bytes)?)?;
    let turned = chunks.iter().find(|chunk| chunk.name == b"EXIF").and_then(|chunk| {
        // Some write it as in a JPEG file.
        exif::orientation(chunk.data.strip_prefix(exif::MARK).unwrap_or(chunk.data))
    });
    // Without an extended header there is no place for it.
    let turned = turned.filter(|_| chunks.first().is_some_and(|chunk| chunk.name == b"VP8X"));
    let mut clean = b"RIFF\0\0\0\0WEBP".to_vec();
    let mut has_pixels = false;
    for chunk in &chunks {
        match chunk.name {
            b"VP8X" => {
                let mut header = <[u8; 10]>::try_from(chunk.data).ok()?;
                let [flags, ..] = &mut header;
                *flags &= !(EXIF | XMP);
                if turned.is_some() {
                    *flags |= EXIF;
                }
                write(&mut clean, chunk.name, &header)?;
            }
            b"ANMF" => {
                has_pixels = true;
                let (head, parts) = chunk.data.split_at_checked(FRAME)?;
                let mut frame = head.to_vec();
                for part in self::chunks(parts)?.iter().filter(|part| is_pixels(part.name)) {
                    write(&mut frame, part.name, part.data)?;
                }
                write(&mut clean, chunk.name, &frame)?;
            }
            b"ANIM" | b"ICCP" => write(&mut clean, chunk.name, chunk.data)?,
            name if is_pixels(name) => {
                has_pixels = true;
                write(&mut clean, name, chunk.data)?;
            }
            _ => {}
        }
    }
    if let Some(turned) = turned {
        write(&mut clean, b"EXIF", &exif::least(turned))?;
    }
    let length = u32::try_from(clean.len() - 8).ok()?;
    clean.get_mut(4..8)?.copy_from_slice(&length.to_le_bytes());
    has_pixels.then_some(clean)
}

/// EXIF, XMP and the like.
pub(super) fn said(bytes: &[u8]) -> Option<Vec<&[u8]>> {
    let chunks = chunks(content(bytes)?)?.into_iter();
    Some(chunks.filter(|chunk| matches!(chunk.name, b"EXIF" | b"XMP ")).map(|chunk| chunk.data).collect())
}

/// The chunks of the file. What stands behind its end is none of the picture's.
fn content(bytes: &[u8]) -> Option<&[u8]> {
    let length: [u8; 4] = bytes.get(4..8)?.try_into().ok()?;
    bytes.get(12..usize::try_from(u32::from_le_bytes(length)).ok()?.checked_add(8)?)
}

fn is_pixels(name: &[u8; 4]) -> bool {
    matches!(name, b"VP8 " | b"VP8L" | b"ALPH")
}

fn write(clean: &mut Vec<u8>, name: &[u8; 4], data: &[u8]) -> Option<()> {
    clean.extend(name);
    clean.extend(u32::try_from(data.len()).ok()?.to_le_bytes());
    clean.extend(data);
    if data.len() % 2 == 1 {
        clean.push(0);
    }
    Some(())
}

struct Chunk<'a> {
    name: &'a [u8; 4],
    data: &'a [u8],
}

fn chunks(mut rest: &[u8]) -> Option<Vec<Chunk<'_>>> {
    let mut chunks = Vec::new();
    while !rest.is_empty() {
        let (name, after) = rest.split_first_chunk::<4>()?;
        let (length, after) = after.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        let (data, after) = after.split_at_checked(length)?;
        chunks.push(Chunk { name, data });
        // Some leave the last filler away.
        rest = after.get(length % 2..).unwrap_or_default();
    }
    Some(chunks)
}
