//! JPEG (ITU-T T.81): segments behind markers, and scans of pixels.

use super::exif;

const START: u8 = 0xd8;
const END: u8 = 0xd9;
const SCAN: u8 = 0xda;

pub(super) fn cleaned(bytes: &[u8]) -> Option<Vec<u8>> {
    let turned = segments(bytes)?.into_iter().find_map(|part| match part {
        Part::Segment(0xe1, data) => exif::orientation(data.strip_prefix(exif::MARK)?),
        _ => None,
    });
    let mut clean = Vec::with_capacity(bytes.len());
    clean.extend([0xff, START]);
    let mut turned = turned.map(|turned| [exif::MARK, &exif::least(turned)].concat());
    for part in segments(bytes)? {
        let (marker, data) = match part {
            Part::Pixels(pixels) => {
                clean.extend(pixels);
                continue;
            }
            Part::Segment(marker, data) => (marker, data),
        };
        // JFIF wants to be the first segment.
        if marker != 0xe0
            && let Some(exif) = turned.take()
        {
            segment(&mut clean, 0xe1, &exif)?;
        }
        match marker {
            // Its version and density, without the thumbnail.
            0xe0 if data.starts_with(b"JFIF\0") => {
                segment(&mut clean, marker, &[data.get(..12)?, &[0, 0]].concat())?;
            }
            0xe2 if data.starts_with(b"ICC_PROFILE\0") => segment(&mut clean, marker, data)?,
            // How colours are written.
            0xee if data.starts_with(b"Adobe") => segment(&mut clean, marker, data.get(..12)?)?,
            0xe0..=0xef | 0xfe => {}
            _ => segment(&mut clean, marker, data)?,
        }
    }
    clean.extend([0xff, END]);
    Some(clean)
}

/// EXIF, XMP and the like.
pub(super) fn said(bytes: &[u8]) -> Option<Vec<&[u8]>> {
    let said = segments(bytes)?.into_iter().filter_map(|part| match part {
        Part::Segment(0xe1, data) => Some(data),
        _ => None,
    });
    Some(said.collect())
}

fn segment(clean: &mut Vec<u8>, marker: u8, data: &[u8]) -> Option<()> {
    clean.extend([0xff, marker]);
    clean.extend(u16::try_from(data.len() + 2).ok()?.to_be_bytes());
    clean.extend(data);
    Some(())
}

enum Part<'a> {
    Segment(u8, &'a [u8]),
    Pixels(&'a [u8]),
}

/// The parts between start and end, or up to where the file is cut off inside a scan.
fn segments(bytes: &[u8]) -> Option<Vec<Part<'_>>> {
    let mut rest = bytes.strip_prefix(&[0xff, START])?;
    let mut parts = Vec::new();
    let mut has_pixels = false;
    loop {
        // What stands before a marker is passed over by whoever decodes it.
        let Some(at) = rest.windows(2).position(|pair| matches!(pair, [0xff, marker] if !matches!(marker, 0 | 0xff)))
        else {
            return has_pixels.then_some(parts);
        };
        let (marker, after) = rest.get(at + 1..)?.split_first()?;
        match *marker {
            END => return has_pixels.then_some(parts),
            0xd0..=0xd7 | 0x01 => {
                rest = after;
                continue;
            }
            0xc0..=0xcf | SCAN..=0xef | 0xfe => {}
            _ => return None,
        }
        let length: [u8; 2] = after.get(..2)?.try_into().ok()?;
        let (data, after) =
            after.get(2..)?.split_at_checked(usize::from(u16::from_be_bytes(length)).checked_sub(2)?)?;
        parts.push(Part::Segment(*marker, data));
        rest = after;
        if *marker == SCAN {
            // Inside a scan 0xff stands before 0 where it means itself, and before the numbers of restarts.
            let end = rest
                .windows(2)
                .position(|pair| matches!(pair, [0xff, marker] if !matches!(marker, 0 | 0xd0..=0xd7 | 0xff)));
            let (pixels, after) = rest.split_at_checked(end.unwrap_or(rest.len()))?;
            parts.push(Part::Pixels(pixels));
            has_pixels = true;
            rest = after;
        }
    }
}
