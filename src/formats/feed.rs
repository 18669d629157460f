//! What a feed holds, whichever format it is written in: [`atom`](super::atom), [`rss`](super::rss), [`json_feed`](super::json_feed).

use jiff::Timestamp;

use crate::locale::date::When;

/// A feed.
#[derive(Clone, Debug, Default)]
pub struct Feed {
    /// Permanent id.
    pub id: String,
    /// Title.
    pub title: String,
    /// What it is, in a sentence.
    pub description: Option<String>,
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
    /// What people see who open it in a browser.
    pub shown: Shown,
}

/// How a feed tells people what it is. Programs pass over it.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// Address of a style sheet.
    pub stylesheet: Option<String>,
    /// What this is, and what to do with it.
    pub note: String,
    /// The text of the link to the page.
    pub link: String,
}

/// An entry.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// Permanent id.
    pub id: String,
    /// Title, as plain text.
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
    /// The picture that stands for it.
    pub image: Option<Image>,
    /// Files that belong to it.
    pub enclosures: Vec<Enclosure>,
}

/// A picture.
#[derive(Clone, Debug, Default)]
pub struct Image {
    /// Absolute address.
    pub url: String,
    /// Media type, such as `image/jpeg`.
    pub media: String,
    /// Width and height in pixels.
    pub size: Option<(u32, u32)>,
    /// What it shows, in words.
    pub alt: Option<String>,
}

/// A file to load.
#[derive(Clone, Debug, Default)]
pub struct Enclosure {
    /// Absolute address.
    pub url: String,
    /// Media type, such as `application/pdf`.
    pub media: String,
    /// In bytes.
    pub size: u64,
    /// What it is called.
    pub title: Option<String>,
}
