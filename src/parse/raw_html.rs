//! Raw HTML in a body: what it may hold, and where it holds more.
//!
//! The allow-list here is the only one: the sanitizer is set up from it, so what is reported is what is removed. Reports come
//! from a small reader of tags that knows places; safety comes from the sanitizer, which is a whole HTML parser. Where the two
//! disagree, the sanitizer wins and a report may be missing.

use std::ops::Range;

/// Elements that a body may hold, in order, each with the attributes it may have besides [`GLOBAL_ATTRIBUTES`].
pub const ELEMENTS: &[(&str, &[&str])] = &[
    ("a", &["aria-label", "download", "href", "hreflang", "rel", "title", "type"]),
    ("abbr", &["title"]),
    ("address", &[]),
    ("aside", &["aria-label", "aria-labelledby"]),
    ("b", &[]),
    ("bdi", &[]),
    ("bdo", &[]),
    ("blockquote", &["cite"]),
    ("br", &[]),
    ("caption", &[]),
    ("cite", &[]),
    ("code", &[]),
    ("col", &["span"]),
    ("colgroup", &["span"]),
    ("dd", &[]),
    ("del", &["cite", "datetime"]),
    ("details", &["name", "open"]),
    ("dfn", &["title"]),
    ("div", &["aria-label", "aria-labelledby", "role", "tabindex"]),
    ("dl", &[]),
    ("dt", &[]),
    ("em", &[]),
    ("figcaption", &[]),
    ("figure", &[]),
    ("footer", &[]),
    ("h2", &[]),
    ("h3", &[]),
    ("h4", &[]),
    ("h5", &[]),
    ("h6", &[]),
    ("header", &[]),
    ("hr", &[]),
    ("i", &[]),
    ("img", &["alt", "decoding", "height", "loading", "src", "title", "width"]),
    ("ins", &["cite", "datetime"]),
    ("kbd", &[]),
    ("li", &["value"]),
    ("mark", &[]),
    ("ol", &["reversed", "start", "type"]),
    ("p", &[]),
    ("pre", &["aria-label", "role", "tabindex"]),
    ("q", &["cite"]),
    ("rp", &[]),
    ("rt", &[]),
    ("ruby", &[]),
    ("s", &[]),
    ("samp", &[]),
    ("section", &["aria-label", "aria-labelledby"]),
    ("small", &[]),
    ("span", &[]),
    ("strong", &[]),
    ("sub", &[]),
    ("summary", &[]),
    ("sup", &[]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["colspan", "headers", "rowspan"]),
    ("tfoot", &[]),
    ("th", &["abbr", "colspan", "headers", "rowspan", "scope"]),
    ("thead", &[]),
    ("time", &["datetime"]),
    ("tr", &[]),
    ("u", &[]),
    ("ul", &[]),
    ("var", &[]),
    ("wbr", &[]),
];

/// Attributes that every allowed element may have.
pub const GLOBAL_ATTRIBUTES: &[&str] = &["class", "dir", "id", "lang"];

/// Schemes that an address may have; an address without a scheme is always allowed.
pub const SCHEMES: &[&str] = &["ftp", "geo", "http", "https", "mailto", "sms", "tel", "webcal"];

/// Elements whose content is no markup, so that a `<` in it opens nothing.
const RAW_TEXT: &[&str] = &["iframe", "noembed", "noframes", "noscript", "script", "style", "textarea", "title", "xmp"];

/// Whether an address is relative or has one of [`SCHEMES`].
///
/// Only letters, digits, `+`, `-` and `.` make a scheme; everything else, white space and control characters too, is
/// percent-encoded when it is printed, so a browser sees no other scheme than this function.
pub fn is_safe_address(address: &str) -> bool {
    match address.split_once(':') {
        Some((scheme, _)) if scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.')) => {
            scheme.is_empty() || SCHEMES.iter().any(|allowed| allowed.eq_ignore_ascii_case(scheme))
        }
        _ => true,
    }
}

/// A tag of raw HTML; places are in the text that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawTag {
    /// In lower case.
    pub name: String,
    /// `</name>`
    pub closing: bool,
    /// Whether its `>` is missing.
    pub unclosed: bool,
    /// From `<` to `>`.
    pub range: Range<usize>,
    /// As written.
    pub attributes: Vec<RawAttribute>,
}

impl RawTag {
    /// The attribute of this name, the first if there are several (as browsers do).
    pub fn attribute(&self, name: &str) -> Option<&RawAttribute> {
        self.attributes.iter().find(|attribute| attribute.name == name)
    }
}

/// An attribute of a tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawAttribute {
    /// In lower case.
    pub name: String,
    /// With its value.
    pub range: Range<usize>,
    /// The value without quotes; none for `<details open>`.
    pub value: Option<Range<usize>>,
}

/// Something that the allow-list removes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// `element`, `attribute`, `address`, or `unclosed`: the word that the message tells apart.
    pub reason: &'static str,
    /// The element's name.
    pub element: String,
    /// The attribute's name, for `attribute` and `address`.
    pub attribute: Option<String>,
    /// Its place in the text that was read.
    pub range: Range<usize>,
}

/// What of `tag` the allow-list removes.
pub fn removed(html: &str, tag: &RawTag) -> Vec<Removed> {
    let of = |reason, attribute: Option<&RawAttribute>| Removed {
        reason,
        element: tag.name.clone(),
        attribute: attribute.map(|attribute| attribute.name.clone()),
        range: attribute.map_or_else(|| tag.range.clone(), |attribute| attribute.range.clone()),
    };
    if tag.closing {
        return Vec::new();
    }
    let Some((_, own)) = ELEMENTS.iter().find(|(name, _)| *name == tag.name) else {
        return vec![of("element", None)];
    };
    if tag.unclosed {
        return vec![of("unclosed", None)];
    }
    let mut removed = Vec::new();
    for attribute in &tag.attributes {
        let name = attribute.name.as_str();
        if !own.contains(&name) && !GLOBAL_ATTRIBUTES.contains(&name) {
            removed.push(of("attribute", Some(attribute)));
        } else if matches!(name, "href" | "src" | "cite") && !is_safe_address(&attribute_value(html, attribute)) {
            removed.push(of("address", Some(attribute)));
        }
    }
    removed
}

/// An attribute's value with the entities that addresses are written with resolved.
pub fn attribute_value(html: &str, attribute: &RawAttribute) -> String {
    let value = attribute.value.clone().and_then(|range| html.get(range)).unwrap_or("").trim();
    if value.contains('&') {
        value.replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
    } else {
        value.to_owned()
    }
}

/// Whether `html` is nothing but comments and white space: such HTML is dropped without a word.
pub fn is_comment(html: &str) -> bool {
    let mut rest = html.trim();
    while let Some(comment) = rest.strip_prefix("<!--") {
        match comment.find("-->") {
            Some(end) => rest = comment.get(end + 3..).unwrap_or("").trim_start(),
            None => return true,
        }
    }
    rest.is_empty()
}

/// The tags of `html`, without those in comments and in the content of scripts and styles.
pub fn tags(html: &str) -> Vec<RawTag> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(start) = find(html, at, "<") {
        let rest = html.get(start + 1..).unwrap_or("");
        let ends_at = |from: usize, mark: &str| find(html, from, mark).map_or(html.len(), |end| end + mark.len());
        if rest.starts_with("!--") {
            // `<!-->` and `<!--->` are whole comments.
            at = ends_at(start + 2, "-->");
        } else if rest.starts_with(['!', '?']) {
            at = ends_at(start + 1, ">");
        } else if rest.strip_prefix('/').unwrap_or(rest).starts_with(|c: char| c.is_ascii_alphabetic()) {
            let tag = tag(html, start);
            at = tag.range.end;
            if !tag.closing && RAW_TEXT.contains(&tag.name.as_str()) {
                at = end_of_raw_text(html, at, &tag.name);
            }
            tags.push(tag);
        } else {
            at = start + 1;
        }
    }
    tags
}

fn find(html: &str, from: usize, what: &str) -> Option<usize> {
    html.get(from..)?.find(what).map(|offset| from + offset)
}

/// The place of the closing tag of a script or the like.
fn end_of_raw_text(html: &str, from: usize, name: &str) -> usize {
    let mut at = from;
    while let Some(start) = find(html, at, "</") {
        let ends = html.get(start + 2..start + 2 + name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name));
        if ends {
            return start;
        }
        at = start + 2;
    }
    html.len()
}

/// Reads the tag that begins at `start`, as the HTML standard's tokenizer does (§13.2.5), character references aside.
fn tag(html: &str, start: usize) -> RawTag {
    let bytes = html.as_bytes();
    let byte = |at: usize| bytes.get(at).copied();
    let skip = |mut at: usize, while_: fn(u8) -> bool| {
        while byte(at).is_some_and(while_) {
            at += 1;
        }
        at
    };
    let closing = byte(start + 1) == Some(b'/');
    let name_start = start + 1 + usize::from(closing);
    let mut at = skip(name_start, |b| !b.is_ascii_whitespace() && !matches!(b, b'/' | b'>'));
    let name = html.get(name_start..at).unwrap_or("").to_ascii_lowercase();
    let mut attributes = Vec::new();
    loop {
        at = skip(at, |b| b.is_ascii_whitespace() || b == b'/');
        match byte(at) {
            None => return RawTag { name, closing, unclosed: true, range: start..html.len(), attributes },
            Some(b'>') => return RawTag { name, closing, unclosed: false, range: start..at + 1, attributes },
            Some(_) => {}
        }
        let from = at;
        // A name may begin with `=`, so one byte is always read.
        at = skip(at + 1, |b| !b.is_ascii_whitespace() && !matches!(b, b'/' | b'>' | b'='));
        let attribute_name = html.get(from..at).unwrap_or("").to_ascii_lowercase();
        let equals = skip(at, |b| b.is_ascii_whitespace());
        let mut value = None;
        if byte(equals) == Some(b'=') {
            at = skip(equals + 1, |b| b.is_ascii_whitespace());
            match byte(at) {
                Some(quote @ (b'"' | b'\'')) => {
                    let end = find(html, at + 1, if quote == b'"' { "\"" } else { "'" });
                    value = Some(at + 1..end.unwrap_or(html.len()));
                    at = end.map_or(html.len(), |end| end + 1);
                }
                _ => {
                    let end = skip(at, |b| !b.is_ascii_whitespace() && b != b'>');
                    value = Some(at..end);
                    at = end;
                }
            }
        }
        attributes.push(RawAttribute { name: attribute_name, range: from..at, value });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn removed_of(html: &str) -> Vec<(String, &'static str, Option<String>)> {
        tags(html).iter().flat_map(|tag| removed(html, tag)).map(|r| (r.element, r.reason, r.attribute)).collect()
    }

    #[test]
    fn lists_are_in_order() {
        assert!(ELEMENTS.is_sorted_by_key(|(name, _)| *name));
        assert!(ELEMENTS.iter().all(|(_, attributes)| attributes.is_sorted()));
        assert!(SCHEMES.is_sorted() && GLOBAL_ATTRIBUTES.is_sorted());
    }

    #[test]
    fn finds_what_the_list_removes() {
        assert_eq!(removed_of("<p lang=en>a <b>b</b><br/></p><!-- <script> -->"), []);
        assert_eq!(removed_of("<IFRAME src=x><b onclick=y></iframe>"), [("iframe".into(), "element", None)]);
        assert_eq!(removed_of("<p style='a>b' id=x>"), [("p".into(), "attribute", Some("style".into()))]);
        assert_eq!(removed_of("<a\nhref='javascript:x'>"), [("a".into(), "address", Some("href".into()))]);
        assert_eq!(removed_of("<div title=\"a\n"), [("div".into(), "unclosed", None)]);
        assert_eq!(removed_of("<script>if (a<b) { '<i onclick>' }</script><s>"), [("script".into(), "element", None)]);
    }

    #[test]
    fn addresses_with_other_schemes_are_not_safe() {
        for safe in ["", "a/b.md", "#x", "HTTPS://a", "mailto:a@b", "//host/x", "a b:c", "/x:y", "?a:b"] {
            assert!(is_safe_address(safe), "{safe}");
        }
        for unsafe_ in ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "vbscript:x", "file:///etc"] {
            assert!(!is_safe_address(unsafe_), "{unsafe_}");
        }
    }

    #[test]
    fn comments_are_told_from_markup() {
        assert!(is_comment("<!-- a -->\n<!-- b -->") && is_comment("<!-- open") && !is_comment("<!-- a --><p>"));
    }
}
