//! Sitemaps (sitemaps.org, protocol 0.9) and `robots.txt`.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

/// One address.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// Absolute address.
    pub location: String,
    /// When it changed last, as far as readers care; W3C date and time.
    pub last_modified: Option<String>,
    /// The same page in every language. Empty when there is only one.
    pub alternates: Vec<Alternate>,
    /// What makes it news.
    pub news: Option<News>,
}

/// A page in a language (Google, localized versions of pages).
#[derive(Clone, Debug)]
pub struct Alternate {
    /// BCP 47 tag, or `x-default`.
    pub lang: String,
    /// Absolute address.
    pub location: String,
}

/// A piece of news (Google, news sitemaps, version 0.9).
#[derive(Clone, Debug)]
pub struct News {
    /// Who publishes it.
    pub publication: String,
    /// ISO 639 code of its language.
    pub language: String,
    /// When it was published; W3C date and time.
    pub published: String,
    /// Its title.
    pub title: String,
}

/// The bytes of a sitemap.
///
/// # Errors
/// What the writer says; it fails only when memory does.
pub fn sitemap(entries: &[Entry]) -> Result<Vec<u8>, String> {
    write("urlset", entries.len(), |writer| entries.iter().try_for_each(|entry| url(writer, entry)))
        .map_err(|error| error.to_string())
}

/// The bytes of an index of sitemaps, by their absolute addresses.
///
/// # Errors
/// What the writer says; it fails only when memory does.
pub fn index(parts: &[String]) -> Result<Vec<u8>, String> {
    let part = |writer: &mut Writer<Vec<u8>>, address: &String| {
        writer.create_element("sitemap").write_inner_content(|writer| text(writer, "loc", address))?;
        Ok(())
    };
    write("sitemapindex", parts.len(), |writer| parts.iter().try_for_each(|address| part(writer, address)))
        .map_err(|error| error.to_string())
}

/// Bytes that an entry takes, about, so that what is made is not copied while it grows.
const ENTRY: usize = 200;

fn write(
    root: &str,
    entries: usize,
    inside: impl FnOnce(&mut Writer<Vec<u8>>) -> std::io::Result<()>,
) -> std::io::Result<Vec<u8>> {
    let mut writer = Writer::new_with_indent(Vec::with_capacity(entries * ENTRY), b' ', 1);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    writer
        .create_element(root)
        .with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"))
        .with_attribute(("xmlns:news", "http://www.google.com/schemas/sitemap-news/0.9"))
        .with_attribute(("xmlns:xhtml", "http://www.w3.org/1999/xhtml"))
        .write_inner_content(inside)?;
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

fn url(writer: &mut Writer<Vec<u8>>, entry: &Entry) -> std::io::Result<()> {
    writer.create_element("url").write_inner_content(|writer| {
        text(writer, "loc", &entry.location)?;
        if let Some(modified) = &entry.last_modified {
            text(writer, "lastmod", modified)?;
        }
        if let Some(news) = &entry.news {
            writer.create_element("news:news").write_inner_content(|writer| {
                writer.create_element("news:publication").write_inner_content(|writer| {
                    text(writer, "news:name", &news.publication)?;
                    text(writer, "news:language", &news.language)
                })?;
                text(writer, "news:publication_date", &news.published)?;
                text(writer, "news:title", &news.title)
            })?;
        }
        for other in &entry.alternates {
            writer
                .create_element("xhtml:link")
                .with_attribute(("rel", "alternate"))
                .with_attribute(("hreflang", other.lang.as_str()))
                .with_attribute(("href", other.location.as_str()))
                .write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}

fn text(writer: &mut Writer<Vec<u8>>, name: &str, text: &str) -> std::io::Result<()> {
    writer.create_element(name).write_text_content(BytesText::new(text))?;
    Ok(())
}

/// `robots.txt` (RFC 9309): everything may be read, and here are the lists, by their absolute addresses.
pub fn robots(sitemaps: &[String]) -> String {
    let lists: String = sitemaps.iter().map(|address| format!("Sitemap: {address}\n")).collect();
    format!("User-agent: *\nAllow: /\n\n{lists}")
}
