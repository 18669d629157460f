//! JSON Feed, version 1.1 (jsonfeed.org).

use serde::Serialize;

use super::feed::{Entry, Feed};
use crate::locale::date::{When, Zone};

#[derive(Serialize)]
struct Document<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a str,
    feed_url: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    /// For people who open the file.
    user_comment: &'a str,
    language: &'a str,
    authors: Vec<Author<'a>>,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    url: &'a str,
    title: &'a str,
    // One of the two must be there.
    #[serde(skip_serializing_if = "Option::is_none")]
    content_html: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Author<'a>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    tags: &'a [String],
    language: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<Attachment<'a>>,
}

#[derive(Serialize)]
struct Attachment<'a> {
    url: &'a str,
    mime_type: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    size_in_bytes: u64,
}

/// The bytes of a feed. Instants without a zone of their own are written in `zone`.
///
/// # Errors
/// What the writer says; it fails only when memory does.
pub fn write(feed: &Feed, zone: &Zone) -> Result<Vec<u8>, String> {
    let document = Document {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.title,
        home_page_url: &feed.link,
        feed_url: &feed.self_link,
        description: feed.description.as_deref(),
        user_comment: &feed.shown.note,
        language: &feed.lang,
        authors: vec![Author { name: &feed.author }],
        items: feed.entries.iter().map(|entry| item(entry, zone)).collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&document).map_err(|error| error.to_string())?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn item<'a>(entry: &'a Entry, zone: &Zone) -> Item<'a> {
    // RFC 3339, always with a time.
    let instant = |when: &When| When::at(when.instant(), zone).iso();
    let attachments = entry.enclosures.iter().map(|file| Attachment {
        url: &file.url,
        mime_type: &file.media,
        title: file.title.as_deref(),
        size_in_bytes: file.size,
    });
    Item {
        id: &entry.id,
        url: &entry.link,
        title: &entry.title,
        content_html: entry.content.as_deref(),
        content_text: entry.summary.as_deref().or(Some(&entry.title)).filter(|_| entry.content.is_none()),
        summary: entry.summary.as_deref(),
        image: entry.image.as_ref().map(|image| image.url.as_str()),
        date_published: entry.published.as_ref().map(instant),
        date_modified: entry.updated.as_ref().map(instant),
        authors: entry.authors.iter().map(|name| Author { name }).collect(),
        tags: &entry.categories,
        language: &entry.lang,
        attachments: attachments.collect(),
    }
}
