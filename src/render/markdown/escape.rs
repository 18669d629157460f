//! Text and addresses → what HTML may hold.
//!
//! Nearly all text needs no escaping, so it is looked at in chunks that the compiler turns into vector instructions.

use std::fmt::Write;

/// Bytes that are looked at in one step.
const CHUNK: usize = 32;

/// Whether `text` may hold a bare address: a `:` or an `@`.
pub(super) fn may_hold_address(text: &str) -> bool {
    has_any(text.as_bytes(), |byte| (byte == b':') | (byte == b'@'))
}

/// Whether one of `bytes` is `wanted`.
fn has_any(bytes: &[u8], wanted: impl Fn(u8) -> bool + Copy) -> bool {
    let (chunks, rest) = bytes.as_chunks::<CHUNK>();
    // Without a way out in the middle of a chunk, or it is no vector instruction.
    let any = |bytes: &[u8]| bytes.iter().fold(false, |any, byte| any | wanted(*byte));
    chunks.iter().any(|chunk| any(chunk)) || any(rest)
}

/// Text between tags.
pub(super) fn text(out: &mut String, text: &str) {
    escaped(out, text, |byte| (byte == b'&') | (byte == b'<') | (byte == b'>'));
}

/// An attribute's value between double quotes.
pub(super) fn attribute(out: &mut String, text: &str) {
    escaped(out, text, |byte| (byte == b'&') | (byte == b'<') | (byte == b'>') | (byte == b'"'));
}

fn escaped(out: &mut String, text: &str, special: impl Fn(u8) -> bool + Copy) {
    if !has_any(text.as_bytes(), special) {
        out.push_str(text);
        return;
    }
    let mut written = 0;
    for (at, byte) in text.bytes().enumerate().filter(|(_, byte)| special(*byte)) {
        out.push_str(text.get(written..at).unwrap_or(""));
        out.push_str(match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&quot;",
        });
        written = at + 1;
    }
    out.push_str(text.get(written..).unwrap_or(""));
}

/// An address as the value of an attribute. What is percent-encoded already stays; what no address may hold is encoded.
pub(super) fn href(out: &mut String, address: &str) {
    let mut written = 0;
    for (at, byte) in address.bytes().enumerate() {
        let as_it_is = byte.is_ascii_alphanumeric()
            || matches!(
                byte,
                b'!' | b'#'
                    | b'$'
                    | b'%'
                    | b'('
                    | b')'
                    | b'*'
                    | b'+'
                    | b','
                    | b'-'
                    | b'.'
                    | b'/'
                    | b':'
                    | b';'
                    | b'='
                    | b'?'
                    | b'@'
                    | b'_'
                    | b'~'
            );
        if as_it_is {
            continue;
        }
        // The bytes of a character beyond ASCII are encoded one by one, so a slice may not begin inside one.
        out.push_str(address.get(written..at).unwrap_or(""));
        match byte {
            b'&' => out.push_str("&amp;"),
            b'\'' => out.push_str("&#x27;"),
            _ => {
                // Writing into a string cannot fail.
                let _ = write!(out, "%{byte:02X}");
            }
        }
        written = at + 1;
    }
    out.push_str(address.get(written..).unwrap_or(""));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(escape: fn(&mut String, &str), text: &str) -> String {
        let mut out = String::new();
        escape(&mut out, text);
        out
    }

    #[test]
    fn escapes_at_every_place_in_a_chunk() {
        for length in 0..100 {
            let padding = "é".repeat(length);
            assert_eq!(with(text, &format!("{padding}<{padding}&")), format!("{padding}&lt;{padding}&amp;"));
        }
        assert_eq!(with(attribute, "\"a\"<"), "&quot;a&quot;&lt;");
        assert_eq!(with(text, "\"a\""), "\"a\"");
    }

    #[test]
    fn encodes_addresses_once() {
        assert_eq!(with(href, "/a b/é?x=1&y=%20#\"'"), "/a%20b/%C3%A9?x=1&amp;y=%20#%22&#x27;");
        assert_eq!(with(href, "java\tscript:x"), "java%09script:x");
    }

    #[test]
    fn sees_addresses() {
        assert!(may_hold_address(&format!("{}a@b", " ".repeat(70))) && !may_hold_address("tidak ada"));
    }
}
