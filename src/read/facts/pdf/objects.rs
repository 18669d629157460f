//! Values of a PDF file: bytes → [`Object`].

use std::collections::BTreeMap;

/// A map of names.
pub(super) type Dictionary = BTreeMap<Vec<u8>, Object>;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Object {
    Nothing,
    Flag(bool),
    Number(i64),
    /// A number with a fraction; none is of interest.
    Fraction,
    Name(Vec<u8>),
    Text(Vec<u8>),
    List(Vec<Object>),
    Dictionary(Dictionary),
    /// Number of the object that is meant.
    Reference(u32),
}

impl Object {
    pub(super) fn into_dictionary(self) -> Option<Dictionary> {
        if let Object::Dictionary(dictionary) = self { Some(dictionary) } else { None }
    }

    pub(super) fn into_text(self) -> Option<Vec<u8>> {
        if let Object::Text(text) = self { Some(text) } else { None }
    }

    pub(super) fn as_count(&self) -> Option<u32> {
        if let Object::Number(number) = self { u32::try_from(*number).ok() } else { None }
    }

    pub(super) fn as_place(&self) -> Option<usize> {
        if let Object::Number(number) = self { usize::try_from(*number).ok() } else { None }
    }
}

/// How deep values nest, at most.
const DEEPEST: usize = 32;
/// Values in one value, at most.
const MOST: usize = 50_000;
/// Bytes of one value, at most.
const LONGEST: usize = 1 << 20;

/// Reads values one behind another.
#[derive(Clone, Debug)]
pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    pub(super) at: usize,
    /// Values that may still be read.
    left: usize,
}

impl<'a> Reader<'a> {
    /// Reads one value from a place on.
    pub(super) fn new(bytes: &'a [u8], at: usize) -> Reader<'a> {
        Reader::up_to(LONGEST, bytes, at)
    }

    /// Reads so many bytes from a place on, at most.
    pub(super) fn up_to(length: usize, bytes: &'a [u8], at: usize) -> Reader<'a> {
        let end = at.saturating_add(length).min(bytes.len());
        Reader { bytes: bytes.get(..end).unwrap_or_default(), at, left: MOST }
    }

    pub(super) fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    pub(super) fn skip_space(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|byte| byte != b'\n' && byte != b'\r') {
                    self.at += 1;
                }
            } else if is_space(byte) {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    /// Goes past a word, if it is the next.
    pub(super) fn take(&mut self, word: &[u8]) -> Option<()> {
        self.skip_space();
        self.rest().starts_with(word).then(|| self.at += word.len())
    }

    /// The next value.
    pub(super) fn object(&mut self) -> Option<Object> {
        self.value(0)
    }

    /// A whole number.
    pub(super) fn number(&mut self) -> Option<i64> {
        if let Object::Number(number) = self.plain_number()? { Some(number) } else { None }
    }

    fn value(&mut self, depth: usize) -> Option<Object> {
        self.left = self.left.checked_sub(1)?;
        if depth > DEEPEST {
            return None;
        }
        self.skip_space();
        match self.peek()? {
            b'/' => self.name().map(Object::Name),
            b'(' => self.text().map(Object::Text),
            b'<' if self.rest().starts_with(b"<<") => self.dictionary(depth).map(Object::Dictionary),
            b'<' => self.hexadecimal().map(Object::Text),
            b'[' => {
                self.at += 1;
                let mut list = Vec::new();
                while self.take(b"]").is_none() {
                    list.push(self.value(depth + 1)?);
                }
                Some(Object::List(list))
            }
            b'0'..=b'9' | b'+' | b'-' | b'.' => self.number_or_reference(),
            _ => {
                let words =
                    [(&b"true"[..], Object::Flag(true)), (b"false", Object::Flag(false)), (b"null", Object::Nothing)];
                words.into_iter().find_map(|(word, object)| self.take(word).map(|()| object))
            }
        }
    }

    fn number_or_reference(&mut self) -> Option<Object> {
        let number = self.plain_number()?;
        let mut ahead = self.clone();
        if let Object::Number(id) = number
            && let Ok(id) = u32::try_from(id)
            && ahead.number().is_some_and(|generation| generation >= 0)
            && ahead.take(b"R").is_some()
            && ahead.peek().is_none_or(|byte| !byte.is_ascii_alphanumeric())
        {
            self.at = ahead.at;
            return Some(Object::Reference(id));
        }
        Some(number)
    }

    fn plain_number(&mut self) -> Option<Object> {
        self.skip_space();
        let length = self.rest().iter().take_while(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.')).count();
        let text = std::str::from_utf8(self.rest().get(..length.min(32))?).ok().filter(|text| !text.is_empty())?;
        self.at += length;
        Some(text.parse().map_or(Object::Fraction, Object::Number))
    }

    fn name(&mut self) -> Option<Vec<u8>> {
        self.at += 1;
        let mut name = Vec::new();
        while let Some(byte) = self.peek().filter(|byte| !is_space(*byte) && !b"()<>[]{}/%".contains(byte)) {
            self.at += 1;
            let escaped = (byte == b'#').then(|| self.rest().get(..2).and_then(hex)).flatten();
            if escaped.is_some() {
                self.at += 2;
            }
            name.push(escaped.unwrap_or(byte));
        }
        Some(name)
    }

    fn text(&mut self) -> Option<Vec<u8>> {
        self.at += 1;
        let (mut text, mut open) = (Vec::new(), 1);
        loop {
            let byte = self.peek()?;
            self.at += 1;
            match byte {
                b'(' => open += 1,
                b')' => {
                    open -= 1;
                    if open == 0 {
                        return Some(text);
                    }
                }
                b'\\' => {
                    text.extend(self.escaped()?);
                    continue;
                }
                _ => {}
            }
            text.push(byte);
        }
    }

    /// What stands behind a backslash; none of it where the line only goes on.
    fn escaped(&mut self) -> Option<Option<u8>> {
        let byte = self.peek()?;
        self.at += 1;
        Some(match byte {
            b'n' => Some(b'\n'),
            b'r' => Some(b'\r'),
            b't' => Some(b'\t'),
            b'b' | b'f' => Some(b' '),
            b'\n' => None,
            b'\r' => {
                self.at += usize::from(self.peek() == Some(b'\n'));
                None
            }
            b'0'..=b'7' => {
                let more = self.rest().iter().take(2).take_while(|byte| matches!(byte, b'0'..=b'7')).count();
                let digits = self.bytes.get(self.at - 1..self.at + more)?;
                self.at += more;
                Some(digits.iter().fold(0_u8, |all, digit| all.wrapping_mul(8).wrapping_add(digit - b'0')))
            }
            other => Some(other),
        })
    }

    fn hexadecimal(&mut self) -> Option<Vec<u8>> {
        self.at += 1;
        let end = self.rest().iter().position(|byte| *byte == b'>')?;
        let digits: Vec<u8> = self.rest().get(..end)?.iter().copied().filter(u8::is_ascii_hexdigit).collect();
        self.at += end + 1;
        Some(digits.chunks(2).filter_map(hex).collect())
    }

    fn dictionary(&mut self, depth: usize) -> Option<Dictionary> {
        self.at += 2;
        let mut dictionary = Dictionary::new();
        while self.take(b">>").is_none() {
            self.skip_space();
            if self.peek()? != b'/' {
                return None;
            }
            let name = self.name()?;
            dictionary.insert(name, self.value(depth + 1)?);
        }
        Some(dictionary)
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 12 | b'\r' | b' ')
}

/// One or two digits; one stands for sixteens.
fn hex(digits: &[u8]) -> Option<u8> {
    let digits = std::str::from_utf8(digits).ok()?;
    let number = u8::from_str_radix(digits, 16).ok()?;
    Some(if digits.len() == 1 { number << 4 } else { number })
}
