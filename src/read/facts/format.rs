//! What a file is, by its first bytes, whatever its name says.
//!
//! Formats of text (CSV, JSON, SVG) have no mark at their beginning and are not told apart.

use std::path::Path;

use serde::{Deserialize, Serialize};

/// So many bytes at the beginning of a file tell its format.
pub(super) const HEAD: usize = 4096;

macro_rules! formats {
    ($($(#[doc = $meaning:literal])+ $name:ident = $label:literal, $media:literal, [$($ending:literal),*];)+) => {
        /// A format that has a mark.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum Format {
            $($(#[doc = $meaning])+ $name,)+
        }

        impl Format {
            const ALL: &'static [Format] = &[$(Format::$name),+];

            /// As readers know it.
            pub fn label(self) -> &'static str {
                match self { $(Format::$name => $label,)+ }
            }

            /// Its media type.
            pub fn media(self) -> &'static str {
                match self { $(Format::$name => $media,)+ }
            }

            /// The endings of names that it goes by.
            pub fn endings(self) -> &'static [&'static str] {
                match self { $(Format::$name => &[$($ending),*],)+ }
            }
        }
    };
}

formats! {
    /// Pages as they are printed.
    Pdf = "PDF", "application/pdf", ["pdf"];
    /// A photo.
    Jpeg = "JPEG", "image/jpeg", ["jpg", "jpeg", "jpe", "jfif"];
    /// A picture.
    Png = "PNG", "image/png", ["png", "apng"];
    /// A picture.
    Gif = "GIF", "image/gif", ["gif"];
    /// A picture.
    Webp = "WebP", "image/webp", ["webp"];
    /// A picture.
    Avif = "AVIF", "image/avif", ["avif"];
    /// A photo of a telephone.
    Heic = "HEIC", "image/heic", ["heic", "heif"];
    /// A picture for print.
    Tiff = "TIFF", "image/tiff", ["tif", "tiff"];
    /// A text document of Word.
    Docx = "DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ["docx"];
    /// A table of Excel.
    Xlsx = "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ["xlsx"];
    /// Slides of PowerPoint.
    Pptx = "PPTX", "application/vnd.openxmlformats-officedocument.presentationml.presentation", ["pptx"];
    /// A text document of LibreOffice.
    Odt = "ODT", "application/vnd.oasis.opendocument.text", ["odt"];
    /// A table of LibreOffice.
    Ods = "ODS", "application/vnd.oasis.opendocument.spreadsheet", ["ods"];
    /// Slides of LibreOffice.
    Odp = "ODP", "application/vnd.oasis.opendocument.presentation", ["odp"];
    /// A book.
    Epub = "EPUB", "application/epub+zip", ["epub"];
    /// Other files in one.
    Zip = "ZIP", "application/zip", ["zip"];
    /// Office documents before 2007.
    OldOffice = "Microsoft Office 97–2003", "application/x-ole-storage", ["doc", "xls", "ppt", "msg"];
    /// A text document.
    Rtf = "RTF", "application/rtf", ["rtf"];
    /// Sound or film.
    Mp4 = "MP4", "video/mp4", ["mp4", "m4v", "m4a", "mov", "3gp"];
    /// Film.
    Webm = "WebM", "video/webm", ["webm", "mkv"];
    /// Sound or film.
    Ogg = "Ogg", "application/ogg", ["ogg", "oga", "ogv", "opus"];
    /// Sound.
    Wav = "WAV", "audio/wav", ["wav"];
    /// Sound.
    Mp3 = "MP3", "audio/mpeg", ["mp3"];
    /// Other files in one.
    SevenZip = "7z", "application/x-7z-compressed", ["7z"];
    /// Other files in one.
    Rar = "RAR", "application/vnd.rar", ["rar"];
    /// A packed file.
    Gzip = "GZIP", "application/gzip", ["gz", "tgz"];
}

/// Endings of texts: no file that has a mark may have them.
const TEXTS: &[&str] = &["csv", "htm", "html", "json", "md", "svg", "tsv", "txt", "xml", "yaml", "yml"];

/// The ending of a name, in small letters.
pub(crate) fn ending(name: &str) -> Option<String> {
    Some(Path::new(name).extension()?.to_str()?.to_ascii_lowercase())
}

impl Format {
    /// The format that the beginning of a file shows.
    pub fn of(head: &[u8]) -> Option<Format> {
        let at = |start: usize, mark: &[u8]| head.get(start..).is_some_and(|rest| rest.starts_with(mark));
        let found = match head {
            [0xff, 0xd8, 0xff, ..] => Format::Jpeg,
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Format::Png,
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Format::Gif,
            [b'R', b'I', b'F', b'F', ..] if at(8, b"WEBP") => Format::Webp,
            [b'R', b'I', b'F', b'F', ..] if at(8, b"WAVE") => Format::Wav,
            [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => Format::Tiff,
            [b'P', b'K', 3, 4, ..] => zipped(head),
            [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ..] => Format::OldOffice,
            [0x1a, 0x45, 0xdf, 0xa3, ..] => Format::Webm,
            [0x1f, 0x8b, ..] => Format::Gzip,
            [b'{', b'\\', b'r', b't', b'f', ..] => Format::Rtf,
            [b'O', b'g', b'g', b'S', ..] => Format::Ogg,
            [b'I', b'D', b'3', ..] => Format::Mp3,
            [b'7', b'z', 0xbc, 0xaf, 0x27, 0x1c, ..] => Format::SevenZip,
            [b'R', b'a', b'r', b'!', 0x1a, 7, ..] => Format::Rar,
            _ if at(4, b"ftyp") => boxed(head),
            // Readers look for it in the first kilobyte.
            _ if find(head.get(..1024.min(head.len()))?, b"%PDF-").is_some() => Format::Pdf,
            _ => return None,
        };
        Some(found)
    }

    /// The format that the ending of a name promises, if that format has a mark which is always there.
    pub fn promised(name: &str) -> Option<Format> {
        let ending = ending(name)?;
        // The first frame of an MP3 file, and the first part of a film, may look like anything.
        let is_certain = |format: &&Format| !matches!(format, Format::Mp3 | Format::Mp4);
        Format::ALL.iter().filter(is_certain).find(|format| format.endings().contains(&ending.as_str())).copied()
    }

    /// Whether a file of this format may have a name.
    pub fn fits(self, name: &str) -> bool {
        let Some(ending) = ending(name) else { return true };
        let ending = ending.as_str();
        let owner = Format::ALL.iter().find(|format| format.endings().contains(&ending));
        match owner {
            None => !TEXTS.contains(&ending),
            Some(owner) if *owner == self => true,
            // An archive is one whatever is in it, and an office document from a strange program shows as no more than that.
            Some(Format::Zip) => self.is_archive(),
            Some(owner) if self == Format::Zip => owner.is_archive(),
            // Word reads both under the old name.
            Some(Format::OldOffice) => self == Format::Rtf && ending == "doc",
            Some(_) => false,
        }
    }

    /// Whether its files are all of one kind, whatever endings they have.
    pub fn is_one(self) -> bool {
        matches!(self, Format::Jpeg | Format::Tiff) || self.endings().len() == 1 && self != Format::Zip
    }

    fn is_archive(self) -> bool {
        use Format::{Docx, Epub, Odp, Ods, Odt, Pptx, Xlsx};
        matches!(self, Docx | Xlsx | Pptx | Odt | Ods | Odp | Epub)
    }
}

/// What an archive holds, by its first entries.
fn zipped(head: &[u8]) -> Format {
    let begins = |mark: &[u8]| head.get(30..).is_some_and(|rest| rest.starts_with(mark));
    if begins(b"mimetype") {
        // The first entry says it in so many words.
        for format in [Format::Odt, Format::Ods, Format::Odp, Format::Epub] {
            if head.get(38..).is_some_and(|rest| rest.starts_with(format.media().as_bytes())) {
                return format;
            }
        }
        return Format::Zip;
    }
    for (folder, format) in [(&b"word/"[..], Format::Docx), (b"xl/", Format::Xlsx), (b"ppt/", Format::Pptx)] {
        if names_of(head).any(|name| name.starts_with(folder)) {
            return format;
        }
    }
    Format::Zip
}

/// Names of the entries of an archive that its beginning shows.
fn names_of(head: &[u8]) -> impl Iterator<Item = &[u8]> {
    let starts = head.windows(4).enumerate().filter(|(_, mark)| *mark == b"PK\x03\x04").map(|(at, _)| at);
    starts.filter_map(|at| {
        let length = head.get(at + 26..at + 28)?;
        let length = length.iter().rev().fold(0, |all, byte| all << 8 | usize::from(*byte));
        head.get(at + 30..(at + 30 + length).min(head.len()))
    })
}

/// What a file of boxes holds (ISO 14496-12), by its brand.
fn boxed(head: &[u8]) -> Format {
    match head.get(8..12) {
        Some(b"avif" | b"avis") => Format::Avif,
        Some(b"heic" | b"heix" | b"hevc" | b"heim" | b"heis" | b"mif1" | b"msf1") => Format::Heic,
        _ => Format::Mp4,
    }
}

/// Where a text begins in bytes.
pub(crate) fn find(bytes: &[u8], text: &[u8]) -> Option<usize> {
    bytes.windows(text.len()).position(|part| part == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An archive with one empty entry of each name.
    fn archive(names: &[&str]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for name in names {
            bytes.extend(b"PK\x03\x04");
            bytes.extend([0; 22]);
            bytes.extend((name.len() as u16).to_le_bytes());
            bytes.extend([0; 2]);
            bytes.extend(name.as_bytes());
        }
        bytes
    }

    #[test]
    fn formats_are_told_by_their_first_bytes() {
        let of = |head: &[u8]| Format::of(head).map(Format::label);
        assert_eq!(of(b"%PDF-1.7\n"), Some("PDF"));
        assert_eq!(of(b"\xef\xbb\xbf\n%PDF-1.4"), Some("PDF"));
        assert_eq!(of(b"\xff\xd8\xff\xe0"), Some("JPEG"));
        assert_eq!(of(b"RIFF\x08\0\0\0WEBPVP8 "), Some("WebP"));
        assert_eq!(of(b"\0\0\0\x1cftypavif"), Some("AVIF"));
        assert_eq!(of(b"\0\0\0\x1cftypisom"), Some("MP4"));
        assert_eq!(of(&archive(&["[Content_Types].xml", "_rels/.rels", "word/document.xml"])), Some("DOCX"));
        assert_eq!(of(&archive(&["[Content_Types].xml", "ppt/presentation.xml"])), Some("PPTX"));
        assert_eq!(of(&archive(&["mimetypeapplication/vnd.oasis.opendocument.text"])), Some("ODT"));
        assert_eq!(of(&archive(&["foto/word/a.jpg"])), Some("ZIP"));
        assert_eq!(of(b""), None);
        assert_eq!(of(b"nama,jumlah\n"), None);
    }

    #[test]
    fn a_name_may_have_another_ending_only_where_that_says_nothing() {
        assert!(Format::Pdf.fits("a.PDF"));
        assert!(Format::Pdf.fits("a"));
        assert!(Format::Pdf.fits("a.bin"));
        assert!(!Format::Pdf.fits("a.docx"));
        assert!(!Format::Jpeg.fits("a.png"));
        assert!(!Format::Xlsx.fits("a.docx"));
        assert!(!Format::Xlsx.fits("a.csv"));
        assert!(Format::Docx.fits("a.zip"));
        assert!(Format::Zip.fits("a.docx"));
        assert!(!Format::Zip.fits("a.pdf"));
    }
}
