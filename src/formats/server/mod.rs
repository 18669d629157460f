//! What a web server has to do for a site beside sending its files: lead on from old addresses, say that others are gone, send
//! headers, name types. [`Rules`] hold it as values, and each file here turns them into the words of one server.
//!
//! Each grammar is escaped by construction: nothing of an address reaches a file but through that file's own way of writing one.

pub mod apache;
pub mod caddy;
pub mod netlify;
pub mod nginx;

use std::fmt::Write;

/// What a server is to do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// Where the site is published, for the heading: `https://humas.example/`.
    pub site: String,
    /// The path below which the site lies: `/`, or `/humas/`.
    pub base: String,
    /// Old addresses and where they lead, in order.
    pub moved: Vec<Moved>,
    /// Addresses at which nothing is any more, in order.
    pub gone: Vec<Address>,
    /// Headers of every answer: name and value.
    pub headers: Vec<(String, String)>,
    /// Headers that depend on the path.
    pub varying: Vec<Varying>,
    /// The pages for what does not exist: below which path, and their path. That of the whole site comes first.
    pub missing: Vec<(String, String)>,
    /// Endings of names and their types, in order.
    pub endings: Vec<(String, String)>,
    /// Whole names of files and their types.
    pub names: Vec<(&'static str, &'static str)>,
}

/// An old address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address {
    /// The path from the root of the host, decoded. Holds no control character and no backslash.
    pub path: Vec<u8>,
    /// The query as a browser sends it.
    pub query: Option<String>,
}

/// An old address and the one in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The old one.
    pub from: Address,
    /// The path of the new one from the root of the host, encoded so that it holds letters, digits and `-._~/%` alone.
    pub to: String,
}

/// A header that is another one below some paths. Only answers that have something to show carry it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Varying {
    /// Its name.
    pub name: &'static str,
    /// Its value where no path says another; none where it is not sent then.
    pub otherwise: Option<&'static str>,
    /// Paths and values.
    pub below: Vec<(String, &'static str)>,
}

impl Address {
    /// The path without the slash at its end, under which it may be asked for as well; none for the root, and for files.
    fn stem(&self) -> Option<&[u8]> {
        self.path.strip_suffix(b"/").filter(|stem| !stem.is_empty())
    }

    /// The path in every spelling.
    fn paths(&self) -> impl Iterator<Item = &[u8]> {
        // What asks for a query is compared to the letter.
        self.stem().filter(|_| self.query.is_none()).into_iter().chain([self.path.as_slice()])
    }

    /// The path, in which each byte is a letter, a digit or one of `kept`, or else percent-encoded.
    fn encoded_path(&self, kept: &[u8]) -> String {
        let mut text = String::with_capacity(self.path.len() + 8);
        for byte in &self.path {
            if byte.is_ascii_alphanumeric() || kept.contains(byte) {
                text.push(char::from(*byte));
            } else {
                // Writing to a text cannot fail.
                let _ = write!(text, "%{byte:02X}");
            }
        }
        text
    }
}

/// Bytes as a part of a regular expression of any kind: all but letters, digits and `/` by their numbers.
fn literal(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() + 8);
    for byte in bytes {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' => text.push(char::from(*byte)),
            byte => {
                let _ = write!(text, "\\x{byte:02X}");
            }
        }
    }
    text
}

/// The type of a file and how its text is encoded.
fn with_charset(media: &str) -> String {
    if super::media::is_text(media) { format!("{media}; charset=utf-8") } else { media.to_owned() }
}

/// The endings of each type, in the order of types.
fn by_type(rules: &Rules) -> std::collections::BTreeMap<&str, Vec<&str>> {
    let mut types: std::collections::BTreeMap<&str, Vec<&str>> = std::collections::BTreeMap::new();
    for (ending, media) in &rules.endings {
        types.entry(media).or_default().push(ending);
    }
    types
}
