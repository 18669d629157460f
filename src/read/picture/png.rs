//! PNG (third edition): chunks with a length, a name and a checksum.

use flate2::Crc;

use super::exif;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// What decoding needs, and how long it is at most.
const KEPT: &[(&[u8; 4], usize)] = &[
    (b"IHDR", 13),
    (b"PLTE", 768),
    (b"IDAT", usize::MAX),
    (b"tRNS", 256),
    (b"gAMA", 4),
    (b"cHRM", 32),
    (b"sRGB", 1),
    (b"iCCP", usize::MAX),
    (b"sBIT", 4),
    (b"cICP", 4),
    (b"mDCV", 24),
    (b"cLLI", 8),
    (b"bKGD", 6),
    (b"pHYs", 9),
    (b"acTL", 8),
    (b"fcTL", 26),
    (b"fdAT", usize::MAX),
];

pub(super) fn cleaned(bytes: &[u8]) -> Option<Vec<u8>> {
    let chunks = chunks(bytes.strip_prefix(SIGNATURE)?)?;
    let turned = chunks.iter().find(|chunk| chunk.name == b"eXIf").and_then(|chunk| exif::orientation(chunk.data));
    let mut turned = turned.map(exif::least);
    let mut clean = Vec::with_capacity(bytes.len());
    clean.extend(SIGNATURE);
    for chunk in &chunks {
        match KEPT.iter().find(|(name, _)| *name == chunk.name) {
            Some((_, longest)) if chunk.data.len() <= *longest => {
                if chunk.name == b"IDAT"
                    && let Some(exif) = turned.take()
                {
                    write(&mut clean, b"eXIf", &exif)?;
                }
                clean.extend(chunk.whole);
            }
            // A capital letter says that there is no decoding without it.
            _ if chunk.name.first()?.is_ascii_uppercase() => return None,
            _ => {}
        }
    }
    write(&mut clean, b"IEND", &[])?;
    Some(clean)
}

/// EXIF, XMP and the like.
pub(super) fn said(bytes: &[u8]) -> Option<Vec<&[u8]>> {
    let chunks = chunks(bytes.strip_prefix(SIGNATURE)?)?.into_iter();
    Some(chunks.filter(|chunk| matches!(chunk.name, b"eXIf" | b"iTXt" | b"tEXt")).map(|chunk| chunk.data).collect())
}

fn write(clean: &mut Vec<u8>, name: &[u8; 4], data: &[u8]) -> Option<()> {
    let mut sum = Crc::new();
    sum.update(name);
    sum.update(data);
    clean.extend(u32::try_from(data.len()).ok()?.to_be_bytes());
    clean.extend(name);
    clean.extend(data);
    clean.extend(sum.sum().to_be_bytes());
    Some(())
}

struct Chunk<'a> {
    name: &'a [u8; 4],
    data: &'a [u8],
    whole: &'a [u8],
}

/// The chunks before the end. What stands behind it is none of the picture's.
fn chunks(mut rest: &[u8]) -> Option<Vec<Chunk<'_>>> {
    let mut chunks: Vec<Chunk<'_>> = Vec::new();
    loop {
        let (length, after) = rest.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let (name, after) = after.split_first_chunk::<4>()?;
        if name == b"IEND" {
            return Some(chunks).filter(|chunks| chunks.iter().any(|chunk| chunk.name == b"IDAT"));
        }
        let (whole, after_chunk) = rest.split_at_checked(length.checked_add(12)?)?;
        chunks.push(Chunk { name, data: after.get(..length)?, whole });
        rest = after_chunk;
    }
}
