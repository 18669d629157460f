//! Atom feeds (RFC 4287).

use atom_syndication::{Category, Content, Entry as AtomEntry, FixedDateTime, Generator, Link, Person, Text};
use jiff::Timestamp;

use super::feed::{Entry, Feed};
use super::xml;
use crate::locale::date::{When, Zone};

/// The bytes of a feed. Instants without a zone of their own are written in `zone`.
///
/// # Errors
/// What the writer says; it fails only when memory does.
pub fn write(feed: &Feed, zone: &Zone) -> Result<Vec<u8>, String> {
    let entries = feed.entries.iter().map(|own| entry(own, zone));
    let value = atom_syndication::Feed {
        id: feed.id.clone(),
        title: Text::plain(feed.title.clone()),
        subtitle: feed.description.clone().map(Text::plain),
        updated: instant(feed.updated, zone),
        authors: vec![person(&feed.author)],
        generator: Some(Generator { value: "warta".to_owned(), ..Generator::default() }),
        links: vec![link(&feed.self_link, "self", "application/atom+xml"), link(&feed.link, "alternate", "text/html")],
        lang: Some(feed.lang.clone()),
        entries: entries.collect(),
        ..atom_syndication::Feed::default()
    };
    let bytes = value.write_to(Vec::new()).map_err(|error| error.to_string())?;
    xml::for_people(bytes, "feed", feed)
}

fn entry(entry: &Entry, zone: &Zone) -> AtomEntry {
    let updated = entry.updated.as_ref().or(entry.published.as_ref());
    let enclosures = entry.enclosures.iter().map(|file| Link {
        length: Some(file.size.to_string()),
        title: file.title.clone(),
        ..link(&file.url, "enclosure", &file.media)
    });
    AtomEntry {
        id: entry.id.clone(),
        title: Text::plain(entry.title.clone()),
        updated: updated.map_or_else(|| instant(Timestamp::UNIX_EPOCH, zone), |when| instant(when.instant(), zone)),
        published: entry.published.as_ref().map(|when| instant(when.instant(), zone)),
        authors: entry.authors.iter().map(|name| person(name)).collect(),
        categories: entry
            .categories
            .iter()
            .map(|term| Category { term: term.clone(), ..Category::default() })
            .collect(),
        links: std::iter::once(link(&entry.link, "alternate", "text/html")).chain(enclosures).collect(),
        summary: entry.summary.clone().map(Text::plain),
        content: entry.content.as_ref().map(|html| Content {
            lang: Some(entry.lang.clone()),
            value: Some(html.clone()),
            content_type: Some("html".to_owned()),
            ..Content::default()
        }),
        ..AtomEntry::default()
    }
}

fn person(name: &str) -> Person {
    Person { name: name.to_owned(), ..Person::default() }
}

fn link(href: &str, rel: &str, mime: &str) -> Link {
    Link { href: href.to_owned(), rel: rel.to_owned(), mime_type: Some(mime.to_owned()), ..Link::default() }
}

/// An instant as the library wants it (§3.3): date, time and offset.
fn instant(at: Timestamp, zone: &Zone) -> FixedDateTime {
    let text = When::at(at, zone).iso();
    FixedDateTime::parse_from_rfc3339(&text).unwrap_or_default()
}
