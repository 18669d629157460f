use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::*;

/// A PDF file of these objects, numbered from 1, with an old table.
fn plain(objects: &[&str], trailer: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n{object}\nendobj\n", index + 1).bytes());
    }
    let at = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    places.iter().for_each(|place| bytes.extend(format!("{place:010} 00000 n \n").bytes()));
    bytes.extend(format!("trailer\n<< /Size {} {trailer} >>\nstartxref\n{at}\n%%EOF\n", objects.len() + 1).bytes());
    bytes
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// The same objects in a stream, with a table that is a stream, its lines written as differences.
fn modern(objects: &[&str], trailer: &str) -> Vec<u8> {
    let stream = u8::try_from(objects.len() + 1).unwrap();
    let (mut pairs, mut bodies) = (String::new(), String::new());
    for (index, object) in objects.iter().enumerate() {
        pairs.push_str(&format!("{} {} ", index + 1, bodies.len()));
        bodies.push_str(&format!("{object} "));
    }
    let mut bytes = b"%PDF-1.5\n".to_vec();
    let at = bytes.len();
    let content = packed(format!("{pairs}{bodies}").as_bytes());
    bytes.extend(
        format!(
            "{stream} 0 obj\n<< /Type /ObjStm /N {} /First {} /Filter /FlateDecode /Length {} >>\nstream\r\n",
            objects.len(),
            pairs.len(),
            content.len()
        )
        .bytes(),
    );
    bytes.extend(content);
    bytes.extend(b"\nendstream\nendobj\n");
    let table = bytes.len();
    let mut lines: Vec<[u8; 4]> = vec![[0, 0, 0, 0]];
    lines.extend((0..objects.len()).map(|index| [2, 0, stream, u8::try_from(index).unwrap()]));
    lines.push([1, u8::try_from(at >> 8).unwrap(), u8::try_from(at & 255).unwrap(), 0]);
    let mut above = [0; 4];
    let mut filtered = Vec::new();
    for line in lines {
        filtered.push(2);
        filtered.extend(line.iter().zip(above).map(|(byte, up): (&u8, u8)| byte.wrapping_sub(up)));
        above = line;
    }
    let content = packed(&filtered);
    bytes.extend(
        format!(
            "{} 0 obj\n<< /Type /XRef /Size {} /W [1 2 1] /Filter [/FlateDecode] {trailer} \
             /DecodeParms << /Predictor 12 /Columns 4 >> /Length {} >>\nstream\n",
            stream + 1,
            stream + 1,
            content.len()
        )
        .bytes(),
    );
    bytes.extend(content);
    bytes.extend(format!("\nendstream\nendobj\nstartxref\n{table}\n%%EOF\n").bytes());
    bytes
}

const LETTERS: &[&str] = &[
    "<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> /StructTreeRoot 5 0 R >>",
    "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /Resources << /Font << /F1 6 0 R >> >> >>",
    "<< /Type /Page /Parent 2 0 R >>",
    "<< /Type /Page /Parent 2 0 R >>",
    "<< /Type /StructTreeRoot >>",
    "<< /Type /Font >>",
    "<< /Title (Laporan \\(2025\\)\\040tahunan) >>",
];

fn scan() -> Vec<&'static str> {
    vec![
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 14 >>",
        "<< /Type /Page /Parent 2 0 R /Resources << /XObject << /Im0 4 0 R >> /ProcSet [/PDF] >> >>",
        "<< /Type /XObject /Subtype /Image /Length 0 >>\nstream\n\nendstream",
    ]
}

#[test]
fn both_kinds_of_tables_are_read() {
    let wanted =
        Pdf { pages: Some(2), title: Some("Laporan (2025) tahunan".to_owned()), tagged: Some(true), scanned: false };
    assert_eq!(of(&plain(LETTERS, "/Root 1 0 R /Info 7 0 R")), wanted);
    assert_eq!(of(&modern(LETTERS, "/Root 1 0 R /Info 7 0 R")), wanted);
    let mut late = b"junk before it\n".to_vec();
    late.extend(plain(LETTERS, "/Root 1 0 R /Info 7 0 R"));
    assert_eq!(of(&late), wanted);
}

#[test]
fn pictures_of_pages_are_told() {
    let found = of(&plain(&scan(), "/Root 1 0 R"));
    let wanted = Pdf { pages: Some(14), title: Some(String::new()), tagged: Some(false), scanned: true };
    assert_eq!(found, wanted);
    // Letters in a form, and letters beside the picture.
    let mut form = scan();
    form[3] = "<< /Type /XObject /Subtype /Form >>";
    assert!(!of(&plain(&form, "/Root 1 0 R")).scanned);
    let mut read = scan();
    read[2] = "<< /Type /Page /Resources << /XObject << /Im0 4 0 R >> /Font << /F 4 0 R >> >> >>";
    assert!(!of(&plain(&read, "/Root 1 0 R")).scanned);
}

#[test]
fn titles_are_decoded_and_found_in_metadata() {
    let with = |title: &str| {
        let objects = [LETTERS[0], LETTERS[1], LETTERS[2], LETTERS[3], LETTERS[4], LETTERS[5], title];
        of(&plain(&objects, "/Root 1 0 R /Info 7 0 R")).title.unwrap()
    };
    assert_eq!(with("<< /Title <FEFF00520061007000610074> >>"), "Rapat");
    assert_eq!(with("<< /Title (\u{feff}) >>"), "");
    assert_eq!(with("<< /Title () >>"), "");
    let metadata = "<rdf:RDF><dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">A &amp; B</rdf:li></rdf:Alt></dc:title>";
    let stream = format!("<< /Type /Metadata /Length {} >>\nstream\n{metadata}\nendstream", metadata.len());
    let root = "<< /Pages 2 0 R /Metadata 3 0 R >>";
    let found = of(&plain(&[root, "<< /Count 1 >>", &stream], "/Root 1 0 R"));
    assert_eq!((found.title.as_deref(), found.pages), (Some("A & B"), Some(1)));
    // What is encrypted is not known.
    assert_eq!(of(&plain(LETTERS, "/Root 1 0 R /Info 7 0 R /Encrypt 5 0 R")).title, None);
}

#[test]
fn what_is_damaged_is_not_known() {
    for bytes in [&b"%PDF-1.4"[..], b"%PDF-1.4\nstartxref\n0\n%%EOF", b"%PDF-1.4\nstartxref\n99999999999999999999\n"] {
        assert_eq!(of(bytes), Pdf::default());
    }
    // A table that leads to itself, an object that is itself, a tree without end.
    let circle = plain(&["<< /Pages 2 0 R >>", "2 0 R"], "/Root 1 0 R /Prev 0");
    assert_eq!(of(&circle).pages, None);
    let tree = plain(&["<< /Pages 2 0 R >>", "<< /Kids [2 0 R 2 0 R] /Count 3 >>"], "/Root 1 0 R");
    assert_eq!(of(&tree).pages, Some(3));
    let deep = format!("<< /Pages {}", "[".repeat(100_000));
    assert_eq!(of(&plain(&[&deep], "/Root 1 0 R")), Pdf::default());
}

/// A stream that becomes far larger than it is.
#[test]
fn what_unpacks_without_end_is_not_unpacked() {
    let bomb = packed(&vec![b' '; 64 << 20]);
    let mut bytes = b"%PDF-1.5\n".to_vec();
    bytes.extend(
        format!("1 0 obj\n<< /W [1 2 1] /Size 9 /Filter /FlateDecode /Length {} >>\nstream\n", bomb.len()).bytes(),
    );
    bytes.extend(bomb);
    bytes.extend(b"\nendstream\nstartxref\n9\n%%EOF\n");
    assert_eq!(of(&bytes), Pdf::default());
}

#[test]
fn random_damage_does_no_harm() {
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    let mut random = |limit: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % u64::try_from(limit).unwrap()).unwrap()
    };
    let trailer = "/Root 1 0 R /Info 7 0 R";
    let sound = [plain(LETTERS, trailer), modern(LETTERS, trailer), plain(&scan(), "/Root 1 0 R")];
    for round in 0..6_000 {
        let mut bytes = sound[round % sound.len()].clone();
        for _ in 0..=random(6) {
            let at = random(bytes.len());
            match random(4) {
                0 => bytes[at] = u8::try_from(random(256)).unwrap(),
                1 => bytes[at] = b"0123456789<>[]()/ R"[random(19)],
                2 => bytes.truncate(at.max(1)),
                _ => {
                    let end = (at + random(40)).min(bytes.len());
                    let copy = bytes[at..end].to_vec();
                    let to = random(bytes.len());
                    bytes.splice(to..to, copy);
                }
            }
        }
        of(&bytes);
    }
}
