//! Pictures are written here byte by byte, each with a secret wherever a secret can be, and read again by other code than that which
//! cleans them.

use super::*;

const SECRET: &[u8] = b"RAHASIA";

/// EXIF data: an orientation, a place, and a secret as the name of the camera.
fn exif(orientation: u8, big: bool) -> Vec<u8> {
    let two = |number: u16| if big { number.to_be_bytes() } else { number.to_le_bytes() };
    let four = |number: u32| if big { number.to_be_bytes() } else { number.to_le_bytes() };
    let mut bytes = if big { b"MM\0\x2a".to_vec() } else { b"II\x2a\0".to_vec() };
    bytes.extend(four(8));
    bytes.extend(two(3));
    let mut entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        bytes.extend(two(tag));
        bytes.extend(two(kind));
        bytes.extend(four(count));
        bytes.extend(value);
    };
    entry(0x010f, 2, 8, four(200));
    let [one, other] = two(u16::from(orientation));
    entry(0x0112, 3, 1, [one, other, 0, 0]);
    entry(0x8825, 4, 1, four(50));
    bytes.extend(four(0));
    bytes.resize(50, 0);
    // North, and degrees elsewhere.
    bytes.extend(two(2));
    for (tag, value) in [(1, *b"N\0\0\0"), (2, four(100))] {
        bytes.extend(two(tag));
        bytes.extend(two(2));
        bytes.extend(four(2));
        bytes.extend(value);
    }
    bytes.resize(200, 0);
    bytes.extend(SECRET);
    bytes.push(0);
    bytes
}

fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len() + 2).unwrap().to_be_bytes();
    [&[0xff, marker][..], &length, data].concat()
}

/// Pixels with what looks like markers, and restarts.
const PIXELS: &[u8] = b"\x12\xff\x00\x34\xff\xd0\x56\xff\x00\xd9\x78";

/// A JPEG file with everything that can be in one, in two scans.
fn jpeg(turned: u8) -> Vec<u8> {
    let said = |head: &[u8]| [head, SECRET].concat();
    [
        b"\xff\xd8".to_vec(),
        segment(0xe0, &said(b"JFIF\0\x01\x02\x01\0\x48\0\x48\x01\x01")),
        segment(0xe0, &said(b"JFXX\0\x10")),
        segment(0xe1, &[exif::MARK, &exif(turned, true)].concat()),
        segment(0xe1, &said(b"http://ns.adobe.com/xap/1.0/\0")),
        segment(0xe2, b"ICC_PROFILE\0\x01\x01profil"),
        segment(0xe2, &said(b"MPF\0")),
        segment(0xed, &said(b"Photoshop 3.0\0")),
        segment(0xee, &said(b"Adobe\0\x64\0\0\0\0\x01")),
        segment(0xef, SECRET),
        segment(0xfe, SECRET),
        segment(0xdb, &[1; 65]),
        segment(0xc2, b"\x08\0\x10\0\x10\x03\x01\x22\0\x02\x11\x01\x03\x11\x01"),
        segment(0xc4, &[2; 20]),
        b"\xff\xff".to_vec(),
        segment(0xda, b"\x01\x01\0\0\x3f\0"),
        PIXELS.to_vec(),
        segment(0xfe, SECRET),
        segment(0xc4, &[3; 20]),
        segment(0xda, b"\x01\x02\0\0\x3f\0"),
        PIXELS.to_vec(),
        b"\xff\xd9".to_vec(),
        SECRET.to_vec(),
        jpeg_inside(),
    ]
    .concat()
}

/// A picture behind the picture, as telephones put it there.
fn jpeg_inside() -> Vec<u8> {
    [b"\xff\xd8".to_vec(), segment(0xfe, SECRET), b"\xff\xd9".to_vec()].concat()
}

#[test]
fn a_jpeg_file_keeps_what_decoding_needs() {
    for turned in [1, 6] {
        let clean = jpeg::cleaned(&jpeg(turned)).unwrap();
        let exif = match turned {
            6 => segment(0xe1, &[exif::MARK, &exif::least(6)].concat()),
            _ => Vec::new(),
        };
        let wanted = [
            b"\xff\xd8".to_vec(),
            segment(0xe0, b"JFIF\0\x01\x02\x01\0\x48\0\x48\0\0"),
            exif,
            segment(0xe2, b"ICC_PROFILE\0\x01\x01profil"),
            segment(0xee, b"Adobe\0\x64\0\0\0\0\x01"),
            segment(0xdb, &[1; 65]),
            segment(0xc2, b"\x08\0\x10\0\x10\x03\x01\x22\0\x02\x11\x01\x03\x11\x01"),
            segment(0xc4, &[2; 20]),
            segment(0xda, b"\x01\x01\0\0\x3f\0"),
            PIXELS.to_vec(),
            segment(0xc4, &[3; 20]),
            segment(0xda, b"\x01\x02\0\0\x3f\0"),
            PIXELS.to_vec(),
            b"\xff\xd9".to_vec(),
        ]
        .concat();
        assert_eq!(clean, wanted, "{turned}");
        assert_eq!(jpeg::cleaned(&clean).unwrap(), clean);
        // Another reader sees the same picture.
        assert_eq!(imagesize::blob_size(&clean).unwrap(), imagesize::blob_size(&jpeg(turned)).unwrap());
    }
}

#[test]
fn orientations_survive_in_both_orders_of_bytes() {
    for turned in 0..=9 {
        let expected = (2..=8).contains(&turned).then_some(turned);
        for big in [true, false] {
            assert_eq!(exif::orientation(&exif(turned, big)), expected);
        }
        if let Some(turned) = expected {
            assert_eq!(exif::orientation(&exif::least(turned)), Some(turned));
        }
    }
    // A directory that lies behind the end.
    assert_eq!(exif::orientation(b"MM\0\x2a\xff\xff\xff\xff"), None);
    assert_eq!(exif::orientation(b"MM\0\x2a\0\0\0\x08\xff\xff"), None);
}

/// The checksum of PNG, bit by bit.
fn sum(bytes: &[u8]) -> u32 {
    let turn = |sum: u32, _| if sum & 1 == 1 { 0xedb8_8320 ^ sum >> 1 } else { sum >> 1 };
    !bytes.iter().fold(!0, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), turn))
}

fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).unwrap().to_be_bytes();
    let sum = sum(&[name, data].concat()).to_be_bytes();
    [&length[..], name, data, &sum].concat()
}

const HEADER: &[u8] = b"\0\0\0\x10\0\0\0\x10\x08\x03\0\0\0";

fn png(turned: u8) -> Vec<u8> {
    [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk(b"IHDR", HEADER),
        chunk(b"gAMA", &[0, 0, 0xb1, 0x8f]),
        chunk(b"iCCP", b"sRGB\0\0profil"),
        chunk(b"tEXt", &[b"Comment\0", SECRET].concat()),
        chunk(b"PLTE", &[7; 9]),
        chunk(b"tRNS", &[1]),
        chunk(b"tIME", &[7, 0xea, 1, 1, 1, 1, 1]),
        chunk(b"zTXt", SECRET),
        chunk(b"iTXt", SECRET),
        chunk(b"vpAg", SECRET),
        // A chunk of numbers that is too long for them.
        chunk(b"pHYs", SECRET.repeat(2).as_slice()),
        chunk(b"IDAT", b"satu"),
        chunk(b"IDAT", b"dua"),
        chunk(b"eXIf", &exif(turned, false)),
        chunk(b"IEND", b""),
        SECRET.to_vec(),
    ]
    .concat()
}

#[test]
fn a_png_file_keeps_what_decoding_needs() {
    for turned in [1, 8] {
        let exif = if turned == 8 { chunk(b"eXIf", &exif::least(8)) } else { Vec::new() };
        let wanted = [
            b"\x89PNG\r\n\x1a\n".to_vec(),
            chunk(b"IHDR", HEADER),
            chunk(b"gAMA", &[0, 0, 0xb1, 0x8f]),
            chunk(b"iCCP", b"sRGB\0\0profil"),
            chunk(b"PLTE", &[7; 9]),
            chunk(b"tRNS", &[1]),
            exif,
            chunk(b"IDAT", b"satu"),
            chunk(b"IDAT", b"dua"),
            chunk(b"IEND", b""),
        ]
        .concat();
        let clean = png::cleaned(&png(turned)).unwrap();
        assert_eq!(clean, wanted, "{turned}");
        assert_eq!(png::cleaned(&clean).unwrap(), clean);
        assert_eq!(imagesize::blob_size(&clean).unwrap(), imagesize::blob_size(&png(turned)).unwrap());
    }
}

fn part(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).unwrap().to_le_bytes();
    let filler: &[u8] = if data.len() % 2 == 1 { &[0] } else { &[] };
    [&name[..], &length, data, filler].concat()
}

fn riff(parts: &[Vec<u8>]) -> Vec<u8> {
    let content = parts.concat();
    let length = u32::try_from(content.len() + 4).unwrap().to_le_bytes();
    [b"RIFF", &length[..], b"WEBP", &content].concat()
}

fn frame(parts: &[Vec<u8>]) -> Vec<u8> {
    part(b"ANMF", &[[5; 16].to_vec(), parts.concat()].concat())
}

#[test]
fn a_webp_file_keeps_what_decoding_needs() {
    let header = |flags: u8| part(b"VP8X", &[flags, 0, 0, 0, 15, 0, 0, 15, 0, 0]);
    let said = [
        header(0x3e),
        part(b"ICCP", b"profil"),
        part(b"ANIM", &[0; 6]),
        part(b"RAHA", SECRET),
        frame(&[part(b"ALPH", b"abc"), part(b"VP8 ", b"gambar"), part(b"RAHA", SECRET)]),
        part(b"VP8L", b"satu"),
        part(b"EXIF", &exif(3, true)),
        part(b"XMP ", SECRET),
    ];
    let wanted = riff(&[
        header(0x3a),
        part(b"ICCP", b"profil"),
        part(b"ANIM", &[0; 6]),
        frame(&[part(b"ALPH", b"abc"), part(b"VP8 ", b"gambar")]),
        part(b"VP8L", b"satu"),
        part(b"EXIF", &exif::least(3)),
    ]);
    let clean = webp::cleaned(&[riff(&said), SECRET.to_vec()].concat()).unwrap();
    assert_eq!(clean, wanted);
    assert_eq!(webp::cleaned(&clean).unwrap(), clean);
    // Without an extended header, and turned the usual way.
    let simple = riff(&[part(b"VP8 ", b"gambar"), part(b"EXIF", &exif(3, true))]);
    assert_eq!(webp::cleaned(&simple).unwrap(), riff(&[part(b"VP8 ", b"gambar")]));
    let usual = riff(&[header(0x08), part(b"VP8 ", b"gambar"), part(b"EXIF", &exif(1, true))]);
    assert_eq!(webp::cleaned(&usual).unwrap(), riff(&[header(0), part(b"VP8 ", b"gambar")]));
}

#[test]
fn places_are_found_where_they_are_told() {
    let tells = |bytes: &[u8]| super::tells_position(bytes).unwrap();
    assert!(tells(&jpeg(1)));
    assert!(tells(&png(1)));
    assert!(tells(&riff(&[part(b"VP8 ", b"gambar"), part(b"EXIF", &exif(3, false))])));
    let xmp = [b"\xff\xd8".to_vec(), segment(0xe1, b"...exif:GPSLatitude=\"1,7N\""), jpeg(1)[2..].to_vec()].concat();
    assert!(tells(&xmp));
    for bytes in [jpeg(6), png(8)] {
        assert!(!tells(&cleaned(&bytes, Format::of(&bytes)).unwrap()));
    }
    // A camera without a receiver leaves a directory without a latitude.
    let mut without = exif(1, true);
    without[52 + 12 + 1] = 9;
    assert!(exif::tells_position(&exif(1, true)));
    assert!(!exif::tells_position(&without));
}

#[test]
fn what_cannot_be_taken_apart_is_said_to_be_so() {
    let of = |bytes: &[u8]| read(bytes).unwrap().0.published;
    for bytes in
        [&b""[..], b"bukan gambar", b"GIF89a", b"\xff\xd8\xff\xd9", b"\x89PNG\r\n\x1a\n", b"RIFF\xff\xff\xff\xffWEBP"]
    {
        assert_eq!(of(bytes), Err(Trouble::Damaged), "{bytes:?}");
    }
    let cgbi =
        [b"\x89PNG\r\n\x1a\n".to_vec(), chunk(b"CgBI", b"a"), chunk(b"IDAT", b"a"), chunk(b"IEND", b"")].concat();
    assert_eq!(of(&cgbi), Err(Trouble::Damaged));
    // Cut off among its pixels it is shown up to there, and so it is cleaned.
    let whole = jpeg(1);
    let pixels = whole.windows(PIXELS.len()).position(|part| part == PIXELS).unwrap();
    let cut = jpeg::cleaned(&whole[..pixels + 4]).unwrap();
    assert!(cut.ends_with(b"\x12\xff\x00\x34\xff\xd9"));
    assert_eq!(of(&vec![0; usize::try_from(LARGEST).unwrap() + 1]), Err(Trouble::Large));
}

/// What is left of a damaged picture is all on the list: to clean it again changes nothing.
#[test]
fn random_damage_does_no_harm() {
    let mut seed = 0x1234_5678_9abc_def1_u64;
    let mut random = |limit: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % u64::try_from(limit).unwrap()).unwrap()
    };
    let webp =
        riff(&[part(b"VP8X", &[12, 0, 0, 0, 15, 0, 0, 15, 0, 0]), part(b"VP8 ", b"gambar"), part(b"XMP ", SECRET)]);
    let sound = [jpeg(6), png(8), webp];
    let mut cleaned_ones = 0;
    for round in 0..20_000 {
        let mut bytes = sound[round % sound.len()].clone();
        for _ in 0..=random(3) {
            let at = random(bytes.len().max(1));
            match random(3) {
                _ if bytes.len() < 9 => {}
                0 => bytes[at] = u8::try_from(random(256)).unwrap(),
                1 => bytes.truncate(at.max(1)),
                _ => drop(bytes.splice(at..(at + random(9)).min(bytes.len()), [])),
            }
        }
        let Some(clean) = cleaned(&bytes, Format::of(&bytes)) else { continue };
        cleaned_ones += 1;
        assert_eq!(cleaned(&clean, Format::of(&clean)).as_ref(), Some(&clean), "{bytes:?}");
    }
    assert!(cleaned_ones > 1000, "{cleaned_ones}");
}
