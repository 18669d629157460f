//! What a file is: its format by its first bytes, its size, its checksum, and what a PDF file says of itself.
//!
//! Functions of bytes, each remembered by [`Store`]. A file is streamed; only of a PDF file that is not too large all is held.

mod format;
mod pdf;
mod store;

use std::io::{self, Read};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

pub use format::Format;
pub(super) use format::{ending, find};
pub use store::{Keep, Store};

/// A larger PDF file is not looked into.
const LARGEST_PDF: u64 = 64 << 20;

/// What a file is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// By its first bytes; none where they tell nothing.
    pub format: Option<Format>,
    /// Bytes.
    pub size: u64,
    /// In hexadecimal digits.
    pub sha256: String,
    /// How many pages a PDF file has.
    pub pages: Option<u32>,
    /// The title in a PDF file, empty where it has none.
    pub title: Option<String>,
    /// Whether a PDF file has tags, which screen readers need.
    pub tagged: Option<bool>,
    /// Whether a PDF file begins with pictures of pages, without letters.
    pub scanned: bool,
}

impl Facts {
    /// Reads a file to its end.
    ///
    /// # Errors
    /// The system's own.
    pub fn of(mut file: impl Read) -> io::Result<Facts> {
        let mut bytes = Vec::new();
        file.by_ref().take(format::HEAD as u64).read_to_end(&mut bytes)?;
        let format = Format::of(&bytes);
        if format == Some(Format::Pdf) {
            file.by_ref().take(LARGEST_PDF).read_to_end(&mut bytes)?;
        }
        let mut hash = Sha256::new();
        hash.update(&bytes);
        let mut size = bytes.len() as u64;
        let mut buffer = vec![0; 64 * 1024];
        loop {
            let count = match file.read(&mut buffer) {
                Ok(0) => break,
                Ok(count) => count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            hash.update(buffer.get(..count).unwrap_or_default());
            size += count as u64;
        }
        let is_whole = format == Some(Format::Pdf) && size == bytes.len() as u64;
        let own = if is_whole { pdf::of(&bytes) } else { pdf::Pdf::default() };
        Ok(Facts {
            format,
            size,
            sha256: hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect(),
            pages: own.pages,
            title: own.title,
            tagged: own.tagged,
            scanned: own.scanned,
        })
    }
}

/// So much of a file is looked at to tell whether it begins with front matter.
const FRONT_MATTER: u64 = 64 << 10;

/// Whether a file holds an item: whether it begins with a line of `---`, a key, and a line of `---` again. Programs that write texts in
/// UTF-16 leave a zero in every second byte.
///
/// # Errors
/// The system's own.
pub fn is_item(mut file: impl Read) -> io::Result<bool> {
    let mut head = Vec::new();
    file.by_ref().take(8).read_to_end(&mut head)?;
    if !text_of(&head).starts_with("---") {
        return Ok(false);
    }
    file.take(FRONT_MATTER).read_to_end(&mut head)?;
    let text = text_of(&head);
    // Rests of lines after `\r` alone are no different.
    let mut lines = text.split(['\n', '\r']).map(str::trim_end).filter(|line| !line.is_empty());
    if lines.next() != Some("---") {
        return Ok(false);
    }
    let is_key = |line: &str| {
        let name = line.split_once(':').map_or("", |(name, _)| name);
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    let mut has_keys = false;
    Ok(lines.any(|line| {
        has_keys |= is_key(line);
        has_keys && line == "---"
    }))
}

/// The beginning of a text, whatever mark stands before it.
fn text_of(head: &[u8]) -> String {
    let wide = head.strip_prefix(b"\xff\xfe").or_else(|| head.strip_prefix(b"\xfe\xff"));
    let bytes = wide.map_or_else(|| head.to_owned(), |wide| wide.iter().copied().filter(|byte| *byte != 0).collect());
    let text = String::from_utf8_lossy(&bytes);
    text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_is_told_by_its_front_matter() {
        let item = "---\njudul: Pasar\nembargo: 2030-01-01 09.00\n---\nTeks.\n";
        let wide = |order: fn(u16) -> [u8; 2]| item.encode_utf16().flat_map(order).collect::<Vec<u8>>();
        let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
        for bytes in [
            item.as_bytes().to_vec(),
            item.replace('\n', "\r\n").into_bytes(),
            item.replace('\n', "\r").into_bytes(),
            marked(b"\xef\xbb\xbf", item.as_bytes()),
            marked(b"\xff\xfe", &wide(u16::to_le_bytes)),
            marked(b"\xfe\xff", &wide(u16::to_be_bytes)),
            b"---\n# kosong\n\ntitle: A\n---".to_vec(),
        ] {
            assert!(is_item(&bytes[..]).unwrap(), "{}", String::from_utf8_lossy(&bytes));
        }
        for bytes in [
            &b""[..],
            b"-",
            b"---",
            b"---\n---\n",
            b"---\njudul: Pasar\n",
            b"----\njudul: Pasar\n---\n",
            b"--- a.txt\n+++ b.txt\n---\n",
            b"---\nTeks biasa: dengan garis\n---\n",
            b"judul: Pasar\n---\n",
            b"\xff\xfe",
            b"%PDF-1.4\n---\na: b\n---\n",
        ] {
            assert!(!is_item(bytes).unwrap(), "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn a_file_of_any_length_is_summed() {
        let facts = Facts::of(&b""[..]).unwrap();
        assert_eq!(facts.sha256, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_eq!((facts.size, facts.format, facts.pages), (0, None, None));
        let long = vec![b'a'; 1_000_000];
        let facts = Facts::of(&long[..]).unwrap();
        assert_eq!(facts.sha256, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
        assert_eq!(facts.size, 1_000_000);
    }
}
