//! Content lines (RFC 5545 §3.1): a name, parameters and a value, folded to 75 octets, ended by CRLF.
//!
//! Everything passes through [`Lines::letter`], which lets no control character but the tab through and never divides a character. So
//! whatever a value holds, it stays the value of its line.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// Octets on a line, its end not counted.
const WIDTH: usize = 75;

/// What an address may not hold as it is (RFC 3986 §2), and what quotes or escapes elsewhere. What is not ASCII is encoded too.
const NOT_IN_ADDRESSES: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'\\').add(b'^').add(b'`').add(b'{').add(b'|').add(b'}');

/// Parameters of a property.
pub(super) type Parameters<'a> = [(&'static str, &'a str)];

/// Lines that are written one after another.
pub(super) struct Lines {
    bytes: Vec<u8>,
    /// Octets on the line so far.
    column: usize,
}

impl Lines {
    pub(super) fn with_capacity(bytes: usize) -> Lines {
        Lines { bytes: Vec::with_capacity(bytes), column: 0 }
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// The first line of a component.
    pub(super) fn begin(&mut self, component: &str) {
        self.plain("BEGIN", &[], component);
    }

    /// The last line of a component.
    pub(super) fn end(&mut self, component: &str) {
        self.plain("END", &[], component);
    }

    /// A property whose value is of another type than text: a date, a number, a word.
    pub(super) fn plain(&mut self, name: &'static str, parameters: &Parameters<'_>, value: &str) {
        self.open(name, parameters);
        self.put(value);
        self.close();
    }

    /// A property whose value is text (§3.3.11).
    pub(super) fn text(&mut self, name: &'static str, parameters: &Parameters<'_>, text: &str) {
        self.open(name, parameters);
        self.escaped(text);
        self.close();
    }

    /// A property whose value is a list of texts.
    pub(super) fn texts(&mut self, name: &'static str, texts: &[String]) {
        self.open(name, &[]);
        for (index, text) in texts.iter().enumerate() {
            if index > 0 {
                self.letter(',');
            }
            self.escaped(text);
        }
        self.close();
    }

    /// A property whose value is an address (§3.3.13).
    pub(super) fn uri(&mut self, name: &'static str, parameters: &Parameters<'_>, uri: &str) {
        self.open(name, parameters);
        for part in utf8_percent_encode(uri, NOT_IN_ADDRESSES) {
            self.put(part);
        }
        self.close();
    }

    fn open(&mut self, name: &str, parameters: &Parameters<'_>) {
        self.put(name);
        for (name, value) in parameters {
            self.letter(';');
            self.put(name);
            self.letter('=');
            self.parameter(value);
        }
        self.letter(':');
    }

    fn close(&mut self) {
        self.bytes.extend_from_slice(b"\r\n");
        self.column = 0;
    }

    /// The value of a parameter: in quotes where it must be, with what quotes cannot hold encoded (RFC 6868). A backslash is nothing
    /// special there, and yet many programs undo it as they do in text, so a slash stands in its place.
    fn parameter(&mut self, value: &str) {
        let is_quoted = value.contains([':', ';', ',']);
        if is_quoted {
            self.letter('"');
        }
        for letter in joined(value) {
            match letter {
                '"' => self.put("^'"),
                '^' => self.put("^^"),
                '\n' => self.put("^n"),
                '\\' => self.letter('/'),
                other => self.letter(other),
            }
        }
        if is_quoted {
            self.letter('"');
        }
    }

    fn escaped(&mut self, text: &str) {
        for letter in joined(text) {
            match letter {
                '\\' => self.put("\\\\"),
                ';' => self.put("\\;"),
                ',' => self.put("\\,"),
                '\n' => self.put("\\n"),
                other => self.letter(other),
            }
        }
    }

    fn put(&mut self, text: &str) {
        text.chars().for_each(|letter| self.letter(letter));
    }

    /// A character, on the next line where this one is full.
    fn letter(&mut self, letter: char) {
        if letter.is_ascii_control() && letter != '\t' {
            return;
        }
        let length = letter.len_utf8();
        if self.column + length > WIDTH {
            self.bytes.extend_from_slice(b"\r\n ");
            self.column = 1;
        }
        self.bytes.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
        self.column += length;
    }
}

/// The characters of a text, each end of a line as one.
fn joined(text: &str) -> impl Iterator<Item = char> {
    let mut letters = text.chars().peekable();
    std::iter::from_fn(move || {
        let letter = letters.next()?;
        if letter != '\r' {
            return Some(letter);
        }
        letters.next_if_eq(&'\n');
        Some('\n')
    })
}
