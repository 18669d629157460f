//! Sitemaps (sitemaps.org, protocol 0.9) and `robots.txt`.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::config::BaseUrl;

/// One address.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Absolute address.
    pub location: String,
    /// When it changed last, as far as readers care; W3C date and time.
    pub last_modified: Option<String>,
    /// The same page in every language: code and absolute address. Empty when there is only one.
    pub alternates: Vec<(String, String)>,
}

/// The bytes of a sitemap.
///
/// # Errors
/// What the writer says; it fails only when memory does.
pub fn sitemap(entries: &[Entry]) -> Result<Vec<u8>, String> {
    write(entries).map_err(|error| error.to_string())
}

fn write(entries: &[Entry]) -> std::io::Result<Vec<u8>> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    writer
        .create_element("urlset")
        .with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"))
        .with_attribute(("xmlns:xhtml", "http://www.w3.org/1999/xhtml"))
        .write_inner_content(|writer| {
            for entry in entries {
                writer.create_element("url").write_inner_content(|writer| {
                    writer.create_element("loc").write_text_content(BytesText::new(&entry.location))?;
                    if let Some(modified) = &entry.last_modified {
                        writer.create_element("lastmod").write_text_content(BytesText::new(modified))?;
                    }
                    for (code, address) in &entry.alternates {
                        writer
                            .create_element("xhtml:link")
                            .with_attribute(("rel", "alternate"))
                            .with_attribute(("hreflang", code.as_str()))
                            .with_attribute(("href", address.as_str()))
                            .write_empty()?;
                    }
                    Ok(())
                })?;
            }
            Ok(())
        })?;
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

/// `robots.txt` (RFC 9309): everything may be read, and here is the list.
pub fn robots(base_url: &BaseUrl) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", base_url.absolute("/sitemap.xml"))
}
