//! RSS 2.0 (RSS Advisory Board, version 2.0.11), with the modules that readers know: `atom:link`, `content:encoded`, `dc:creator`
//! and `media:content`.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rss::extension::atom::{AtomExtension, Link};
use rss::extension::dublincore::DublinCoreExtension;
use rss::extension::{Extension, ExtensionMap};
use rss::{Category, Channel, Enclosure as RssEnclosure, Guid, Item};

use super::feed::{Entry, Feed};
use super::{html, xml};
use crate::locale::Words;
use crate::locale::date::{Format, When, Zone, format};

/// The namespace of Media RSS.
const MEDIA: &str = "http://search.yahoo.com/mrss/";

/// The bytes of a feed. Instants without a zone of their own are written in `zone`.
///
/// # Errors
/// What the writer says; it fails only when memory does.
pub fn write(feed: &Feed, zone: &Zone) -> Result<Vec<u8>, String> {
    let channel = Channel {
        title: feed.title.clone(),
        link: feed.link.clone(),
        // A channel must have one.
        description: as_html(feed.description.as_deref().unwrap_or(&feed.title)),
        language: Some(feed.lang.clone()),
        last_build_date: (feed.updated != Timestamp::UNIX_EPOCH).then(|| date(&When::at(feed.updated, zone))),
        generator: Some("warta".to_owned()),
        docs: Some("https://www.rssboard.org/rss-specification".to_owned()),
        atom_ext: Some(AtomExtension {
            links: vec![Link {
                href: feed.self_link.clone(),
                rel: "self".to_owned(),
                mime_type: Some("application/rss+xml".to_owned()),
                ..Link::default()
            }],
        }),
        items: feed.entries.iter().map(item).collect(),
        namespaces: BTreeMap::from([("media".to_owned(), MEDIA.to_owned())]),
        ..Channel::default()
    };
    let bytes = channel.write_to(Vec::new()).map_err(|error| error.to_string())?;
    let head: &[u8] = b"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    let bytes = if bytes.starts_with(b"<?xml") { bytes } else { [head, &bytes].concat() };
    xml::for_people(bytes, "channel", feed)
}

fn item(entry: &Entry) -> Item {
    Item {
        title: Some(entry.title.clone()),
        link: Some(entry.link.clone()),
        guid: Some(Guid { value: entry.id.clone(), permalink: false }),
        pub_date: entry.published.as_ref().map(date),
        description: entry.summary.as_deref().map(as_html),
        content: entry.content.clone(),
        categories: entry.categories.iter().map(|name| Category { name: name.clone(), domain: None }).collect(),
        // `author` would have to be an address of mail.
        dublin_core_ext: Some(DublinCoreExtension {
            creators: entry.authors.clone(),
            ..DublinCoreExtension::default()
        }),
        // At most one is what readers agree on; all of them are `media:content`.
        enclosure: entry.enclosures.first().map(|file| RssEnclosure {
            url: file.url.clone(),
            length: file.size.to_string(),
            mime_type: file.media.clone(),
        }),
        extensions: media(entry),
        ..Item::default()
    }
}

/// Dates as in mail (RFC 822 §5 with four digits of the year), in English whatever the language of the feed.
fn date(when: &When) -> String {
    format(when, Format::Rfc822, Words::English)
}

/// A description is HTML; plain text has to be written as such.
fn as_html(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    html::escape(&mut html, text);
    html
}

/// The picture, and the files beyond the first.
fn media(entry: &Entry) -> ExtensionMap {
    let text = |name: &str, value: &str| Extension {
        name: format!("media:{name}"),
        value: Some(value.to_owned()),
        attrs: BTreeMap::from([("type".to_owned(), "plain".to_owned())]),
        ..Extension::default()
    };
    let content = |attrs: Vec<(&str, String)>, child: Option<Extension>| Extension {
        name: "media:content".to_owned(),
        attrs: attrs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        children: child.into_iter().map(|child| (child.name.replace("media:", ""), vec![child])).collect(),
        ..Extension::default()
    };
    let picture = entry.image.iter().map(|image| {
        let mut attrs = vec![("url", image.url.clone()), ("medium", "image".to_owned()), ("type", image.media.clone())];
        if let Some((width, height)) = image.size {
            attrs.extend([("width", width.to_string()), ("height", height.to_string())]);
        }
        content(attrs, image.alt.as_deref().map(|alt| text("description", alt)))
    });
    let files = entry.enclosures.iter().skip(1).map(|file| {
        let attrs = vec![("url", file.url.clone()), ("type", file.media.clone()), ("fileSize", file.size.to_string())];
        content(attrs, file.title.as_deref().map(|title| text("title", title)))
    });
    let all: Vec<Extension> = picture.chain(files).collect();
    if all.is_empty() {
        return ExtensionMap::new();
    }
    BTreeMap::from([("media".to_owned(), BTreeMap::from([("content".to_owned(), all)]))])
}
