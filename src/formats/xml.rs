//! What the XML formats have in common.

use quick_xml::Writer;
use quick_xml::events::BytesText;

use super::feed::Feed;
use super::html;

/// The namespace of XHTML.
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// A feed with what browsers show to people: the address of a style sheet behind its declaration (W3C, Associating Style Sheets
/// with XML documents), and at the beginning of the element `root` two paragraphs of XHTML, which may be followed.
///
/// CSS and no XSLT: browsers are giving that up, and CSS shows the file itself. Programs pass over both: Atom (RFC 4287 §6.4)
/// and RSS allow foreign markup there.
pub(super) fn for_people(bytes: Vec<u8>, root: &str, feed: &Feed) -> Result<Vec<u8>, String> {
    let Some(address) = &feed.shown.stylesheet else { return Ok(bytes) };
    let behind = |mark: &[u8], from: usize| {
        let rest = bytes.get(from..).unwrap_or_default();
        let at = rest.windows(mark.len()).position(|part| part == mark);
        at.map_or(from, |at| from + at + mark.len())
    };
    let declared = behind(b"?>", 0);
    let opened = behind(b">", behind(format!("<{root}").as_bytes(), declared));
    let mut instruction = "\n<?xml-stylesheet type=\"text/css\" href=\"".to_owned();
    html::escape(&mut instruction, address);
    instruction.push_str("\"?>");
    let note = note(feed).map_err(|error| error.to_string())?;
    let (head, rest) = bytes.split_at(opened);
    let (declaration, start) = head.split_at(declared);
    Ok([declaration, instruction.as_bytes(), start, &note, rest].concat())
}

fn note(feed: &Feed) -> std::io::Result<Vec<u8>> {
    let mut writer = Writer::new(Vec::new());
    let attribute = ("xmlns", XHTML);
    writer.create_element("p").with_attribute(attribute).write_text_content(BytesText::new(&feed.shown.note))?;
    writer.create_element("p").with_attribute(attribute).write_inner_content(|writer| {
        let link = writer.create_element("a").with_attribute(("href", feed.link.as_str()));
        link.write_text_content(BytesText::new(&feed.shown.link))?;
        Ok(())
    })?;
    Ok(writer.into_inner())
}
