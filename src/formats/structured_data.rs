//! Structured data: what a page is about, as JSON-LD 1.1 in the words of schema.org, ready to stand inside `<script>`.
//!
//! A [`Graph`] is written straight into its text: keys in the order in which they are given, and nothing that is empty. Whatever
//! a text holds, it comes back from a parser as it was, and no text ends the element or opens a comment: `<`, `>` and `&` are
//! written as `\u003c` and so on (JSON-LD 1.1 §7.2; HTML §4.12.1.3, restrictions for contents of script elements).

use crate::locale::date::When;

/// Nodes in the words of schema.org, one after the other.
#[derive(Debug)]
pub struct Graph {
    text: String,
    start: usize,
}

impl Default for Graph {
    fn default() -> Graph {
        let mut text = String::with_capacity(4 * 1024);
        text.push_str("{\"@context\":\"https://schema.org\",\"@graph\":[");
        let start = text.len();
        Graph { text, start }
    }
}

impl Graph {
    /// Adds a node of a type.
    pub fn node(&mut self, kind: &str, fill: impl FnOnce(&mut Object<'_>)) {
        self.separate();
        object(&mut self.text, kind, fill);
    }

    /// Adds a node that [`node`] began, with more of it.
    pub fn begun(&mut self, begun: &str, more: impl FnOnce(&mut Object<'_>)) {
        self.separate();
        self.text.push_str(begun);
        more(&mut Object { text: &mut self.text });
        self.text.push('}');
    }

    fn separate(&mut self) {
        if self.text.len() > self.start {
            self.text.push(',');
        }
    }

    /// The text; none where there is no node.
    pub fn finish(mut self) -> Option<String> {
        if self.text.len() == self.start {
            return None;
        }
        self.text.push_str("]}");
        Some(self.text)
    }
}

/// A node without its last brace, to be used many times.
pub fn node(kind: &str, fill: impl FnOnce(&mut Object<'_>)) -> String {
    let mut text = String::new();
    object(&mut text, kind, fill);
    text.pop();
    text
}

fn object(text: &mut String, kind: &str, fill: impl FnOnce(&mut Object<'_>)) {
    text.push_str("{\"@type\":");
    string(text, &[kind]);
    fill(&mut Object { text });
    text.push('}');
}

/// A node that is being written. What is none or empty leaves no key.
#[derive(Debug)]
pub struct Object<'a> {
    text: &'a mut String,
}

impl Object<'_> {
    /// The name of the node itself: an address, in parts.
    pub fn id(&mut self, address: &[&str]) {
        self.address("@id", address);
    }

    /// A text.
    pub fn text(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            self.address(key, &[value]);
        }
    }

    /// An address, in parts.
    pub fn address(&mut self, key: &str, parts: &[&str]) {
        self.key(key);
        string(self.text, parts);
    }

    /// A date or an instant (ISO 8601).
    pub fn date(&mut self, key: &str, date: Option<&When>) {
        self.text(key, date.map(When::iso).as_deref());
    }

    /// A whole number.
    pub fn count(&mut self, key: &str, count: Option<u64>) {
        if let Some(count) = count {
            self.key(key);
            self.text.push_str(&count.to_string());
        }
    }

    /// A number; one that is none is not written.
    pub fn number(&mut self, key: &str, number: f64) {
        if number.is_finite() {
            self.key(key);
            self.text.push_str(&number.to_string());
        }
    }

    /// Yes or no.
    pub fn flag(&mut self, key: &str, flag: Option<bool>) {
        if let Some(flag) = flag {
            self.key(key);
            self.text.push_str(if flag { "true" } else { "false" });
        }
    }

    /// A node by its name.
    pub fn reference(&mut self, key: &str, address: &[&str]) {
        self.key(key);
        reference(self.text, address);
    }

    /// A node inside this one; none where nothing is filled in.
    pub fn object(&mut self, key: &str, kind: &str, fill: impl FnOnce(&mut Object<'_>)) {
        let before = self.text.len();
        self.key(key);
        let empty = "{\"@type\":\"\"}".len() + kind.len();
        let start = self.text.len();
        object(self.text, kind, fill);
        if self.text.len() - start <= empty {
            self.text.truncate(before);
        }
    }

    /// A node that [`node`] made, as it is.
    pub fn made(&mut self, key: &str, made: &str) {
        self.key(key);
        self.text.push_str(made);
        self.text.push('}');
    }

    /// A list; none where nothing is put into it.
    pub fn list(&mut self, key: &str, fill: impl FnOnce(&mut List<'_>)) {
        let before = self.text.len();
        self.key(key);
        self.text.push('[');
        let start = self.text.len();
        fill(&mut List { text: self.text, start });
        if self.text.len() == start {
            self.text.truncate(before);
        } else {
            self.text.push(']');
        }
    }

    /// A list of texts.
    pub fn texts<'t>(&mut self, key: &str, texts: impl IntoIterator<Item = &'t str>) {
        self.list(key, |list| texts.into_iter().for_each(|text| list.text(&[text])));
    }

    /// Names of fields are words of schema.org: nothing in them is special.
    fn key(&mut self, key: &str) {
        self.text.push_str(",\"");
        self.text.push_str(key);
        self.text.push_str("\":");
    }
}

/// A list that is being written.
#[derive(Debug)]
pub struct List<'a> {
    text: &'a mut String,
    start: usize,
}

impl List<'_> {
    /// A text, in parts.
    pub fn text(&mut self, parts: &[&str]) {
        if parts.iter().any(|part| !part.is_empty()) {
            self.separate();
            string(self.text, parts);
        }
    }

    /// A node by its name.
    pub fn reference(&mut self, address: &[&str]) {
        self.separate();
        reference(self.text, address);
    }

    /// A node.
    pub fn object(&mut self, kind: &str, fill: impl FnOnce(&mut Object<'_>)) {
        self.separate();
        object(self.text, kind, fill);
    }

    fn separate(&mut self) {
        if self.text.len() > self.start {
            self.text.push(',');
        }
    }
}

fn reference(text: &mut String, address: &[&str]) {
    text.push_str("{\"@id\":");
    string(text, address);
    text.push('}');
}

/// Appends a JSON string (RFC 8259 §7) that may stand inside `<script>`.
fn string(text: &mut String, parts: &[&str]) {
    text.push('"');
    for part in parts {
        // Nearly all text needs nothing.
        if !part.bytes().fold(false, |any, byte| any | may_begin_special(byte)) {
            text.push_str(part);
            continue;
        }
        let mut rest = *part;
        while let Some(at) = rest.find(is_special) {
            let (plain, special) = rest.split_at(at);
            text.push_str(plain);
            let mut letters = special.chars();
            match letters.next() {
                Some('"') => text.push_str("\\\""),
                Some('\\') => text.push_str("\\\\"),
                Some('\n') => text.push_str("\\n"),
                Some(letter) => text.push_str(&format!("\\u{:04x}", u32::from(letter))),
                None => {}
            }
            rest = letters.as_str();
        }
        text.push_str(rest);
    }
    text.push('"');
}

/// Whether a letter may not stand for itself. U+2028 and U+2029 end lines in scripts before ECMAScript 2019.
fn is_special(letter: char) -> bool {
    matches!(letter, '"' | '\\' | '<' | '>' | '&' | '\u{2028}' | '\u{2029}' | '\0'..='\x1f')
}

/// Whether a letter that begins with this byte may be one of them; without branches, for vector instructions.
fn may_begin_special(byte: u8) -> bool {
    (byte == b'"')
        | (byte == b'\\')
        | (byte == b'<')
        | (byte == b'>')
        | (byte == b'&')
        | (byte <= 0x1f)
        // U+2028 is E2 80 A8 in UTF-8.
        | (byte == 0xe2)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn graph(fill: impl FnOnce(&mut Object<'_>)) -> String {
        let mut graph = Graph::default();
        graph.node("Thing", fill);
        graph.finish().unwrap()
    }

    #[test]
    fn what_is_empty_is_not_written() {
        let text = graph(|thing| {
            thing.text("name", Some(""));
            thing.text("url", None);
            thing.count("position", None);
            thing.number("latitude", f64::NAN);
            thing.texts("keywords", ["", ""]);
            thing.object("address", "PostalAddress", |address| address.text("addressLocality", None));
            thing.list("mentions", |_| {});
            thing.flag("closed", None);
        });
        assert_eq!(text, "{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"Thing\"}]}");
        assert_eq!(Graph::default().finish(), None);
    }

    #[test]
    fn keys_stand_in_the_order_in_which_they_are_given() {
        let mut graph = Graph::default();
        let begun = node("Person", |person| person.id(&["https://a.example", "/#b"]));
        graph.begun(&begun, |person| person.text("jobTitle", Some("Camat")));
        graph.node("Event", |event| {
            event.text("name", Some("A"));
            event.reference("performer", &["https://a.example/", "#b"]);
            event.list("location", |list| {
                list.text(&["x", "y"]);
                list.reference(&["z"]);
                list.object("Place", |place| place.flag("publicAccess", Some(true)));
            });
            event.object("geo", "GeoCoordinates", |geo| geo.number("latitude", 1.5));
            event.made("organizer", &begun);
            event.count("maximumAttendeeCapacity", Some(5));
        });
        assert_eq!(
            graph.finish().unwrap(),
            "{\"@context\":\"https://schema.org\",\"@graph\":[\
             {\"@type\":\"Person\",\"@id\":\"https://a.example/#b\",\"jobTitle\":\"Camat\"},\
             {\"@type\":\"Event\",\"name\":\"A\",\"performer\":{\"@id\":\"https://a.example/#b\"},\
             \"location\":[\"xy\",{\"@id\":\"z\"},{\"@type\":\"Place\",\"publicAccess\":true}],\
             \"geo\":{\"@type\":\"GeoCoordinates\",\"latitude\":1.5},\
             \"organizer\":{\"@type\":\"Person\",\"@id\":\"https://a.example/#b\"},\"maximumAttendeeCapacity\":5}]}"
        );
    }

    proptest! {
        #[test]
        fn any_text_comes_back_and_ends_no_script(text in "\\PC*|[<>&\"'\\\\/!\\-\u{0}-\u{1f}\u{2028}\u{2029}a]{0,60}") {
            let json = graph(|thing| {
                thing.text("name", Some(&text));
                thing.texts("keywords", [text.as_str()]);
            });
            for never in ["<", ">", "&", "\u{2028}", "\u{2029}", "\n"] {
                prop_assert!(!json.contains(never), "{}", json);
            }
            let read: serde_json::Value = serde_json::from_str(&json).unwrap();
            let name = &read["@graph"][0]["name"];
            prop_assert_eq!(name.as_str().unwrap_or_default(), text.as_str());
        }
    }
}
