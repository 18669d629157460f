//! Atom feeds (RFC 4287).

use atom_syndication::{Category, Content, Entry as AtomEntry, FixedDateTime, Generator, Link, Person, Text};
use jiff::Timestamp;

use crate::locale::date::{When, Zone};

/// A feed.
#[derive(Clone, Debug)]
pub struct Feed {
    /// Permanent id (§4.2.6).
    pub id: String,
    /// Title.
    pub title: String,
    /// Its own address.
    pub self_link: String,
    /// The page that it is the feed of.
    pub link: String,
    /// BCP 47 tag.
    pub lang: String,
    /// The newest change among its entries.
    pub updated: Timestamp,
    /// Who publishes it.
    pub author: String,
    /// Newest first.
    pub entries: Vec<Entry>,
}

/// An entry.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Permanent id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Its page.
    pub link: String,
    /// BCP 47 tag.
    pub lang: String,
    /// When it was published.
    pub published: Option<When>,
    /// When it changed last, as far as readers care.
    pub updated: Option<When>,
    /// Who it is by.
    pub authors: Vec<String>,
    /// What it is about.
    pub categories: Vec<String>,
    /// In plain text.
    pub summary: Option<String>,
    /// HTML with absolute addresses.
    pub content: Option<String>,
}

/// The bytes of a feed. Instants without a zone of their own are written in `zone`.
///
/// # Errors
/// What the writer says; it fails only when memory does.
pub fn write(feed: &Feed, zone: &Zone) -> Result<Vec<u8>, String> {
    let person = |name: &String| Person { name: name.clone(), ..Person::default() };
    let link = |href: &str, rel: &str, mime: &str| Link {
        href: href.to_owned(),
        rel: rel.to_owned(),
        mime_type: Some(mime.to_owned()),
        ..Link::default()
    };
    let entries = feed.entries.iter().map(|entry| {
        let updated = entry.updated.as_ref().or(entry.published.as_ref());
        AtomEntry {
            id: entry.id.clone(),
            title: Text::plain(entry.title.clone()),
            updated: updated.map_or_else(|| instant(Timestamp::UNIX_EPOCH, zone), |when| instant(when.instant(), zone)),
            published: entry.published.as_ref().map(|when| instant(when.instant(), zone)),
            authors: entry.authors.iter().map(person).collect(),
            categories: entry
                .categories
                .iter()
                .map(|term| Category { term: term.clone(), ..Category::default() })
                .collect(),
            links: vec![link(&entry.link, "alternate", "text/html")],
            summary: entry.summary.clone().map(Text::plain),
            content: entry.content.as_ref().map(|html| Content {
                lang: Some(entry.lang.clone()),
                value: Some(html.clone()),
                content_type: Some("html".to_owned()),
                ..Content::default()
            }),
            ..AtomEntry::default()
        }
    });
    let feed = atom_syndication::Feed {
        id: feed.id.clone(),
        title: Text::plain(feed.title.clone()),
        updated: instant(feed.updated, zone),
        authors: vec![person(&feed.author)],
        generator: Some(Generator { value: "warta".to_owned(), ..Generator::default() }),
        links: vec![link(&feed.self_link, "self", "application/atom+xml"), link(&feed.link, "alternate", "text/html")],
        lang: Some(feed.lang.clone()),
        entries: entries.collect(),
        ..atom_syndication::Feed::default()
    };
    feed.write_to(Vec::new()).map_err(|error| error.to_string())
}

/// An instant as the library wants it (§3.3): date, time and offset.
fn instant(at: Timestamp, zone: &Zone) -> FixedDateTime {
    let text = When::at(at, zone).iso();
    FixedDateTime::parse_from_rfc3339(&text).unwrap_or_default()
}
