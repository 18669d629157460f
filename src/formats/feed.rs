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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::formats::{atom, json_feed, rss};
    use crate::locale::date::Zone;

    /// Letters that some format could take for its own, and any others that XML may hold; a carriage return is none (XML 1.0 §2.11).
    fn text() -> impl Strategy<Value = String> {
        let own = "(<|>|&|\"|'|\\]\\]>|</script>|<!--|&amp;|&#13;|\n|\t|😀|מ|م|\u{202e}|\u{a0}|\u{2028}| |a|é|\\\\)";
        prop_oneof![
            proptest::collection::vec(own, 0..40).prop_map(|parts| parts.concat()),
            "[^\\p{C}]{0,60}".prop_map(|text| text),
            Just("panjang & <b> ".repeat(800)),
        ]
    }

    /// Titles and names are lines without white space around them.
    fn line() -> impl Strategy<Value = String> {
        text().prop_map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    proptest! {
        #[test]
        fn every_format_gives_back_what_it_was_given(title in line(), summary in line(), content in text(), name in line()) {
            // What reads Atom here leaves out white space around a text.
            let content = content.trim().to_owned();
            let entry = Entry {
                id: "tag:a.example,2026:a".to_owned(),
                title: title.clone(),
                link: "https://a.example/a/?b=1&c=2".to_owned(),
                lang: "id".to_owned(),
                authors: vec![name.clone()],
                categories: vec![name.clone()],
                summary: Some(summary.clone()),
                content: Some(content.clone()),
                enclosures: vec![Enclosure { url: "https://a.example/b?c&d".to_owned(), media: "text/csv".to_owned(), size: 7, title: Some(name.clone()) }],
                ..Entry::default()
            };
            let shown = Shown { stylesheet: Some("/a.css?b&c".to_owned()), note: title.clone(), link: name.clone() };
            let feed = Feed { title: title.clone(), description: Some(summary.clone()), author: name.clone(), shown, entries: vec![entry], ..Feed::default() };
            let zone = Zone::parse("WIB").unwrap();

            let read = atom_syndication::Feed::read_from(&*atom::write(&feed, &zone).unwrap()).unwrap();
            let own = &read.entries()[0];
            prop_assert_eq!(read.title().as_str(), &title);
            prop_assert_eq!(own.title().as_str(), &title);
            prop_assert_eq!(own.summary().map_or("", |text| text.as_str()), &summary);
            prop_assert_eq!(own.content().unwrap().value().unwrap_or_default(), &content);
            prop_assert_eq!(&own.authors()[0].name, &name);
            prop_assert_eq!(own.categories()[0].term(), &name);
            prop_assert_eq!(own.links()[1].title().unwrap_or_default(), &name);

            let read = ::rss::Channel::read_from(&*rss::write(&feed, &zone).unwrap()).unwrap();
            let own = &read.items()[0];
            prop_assert_eq!(own.title().unwrap_or_default(), &title);
            prop_assert_eq!(own.content().unwrap_or_default(), &content);
            prop_assert_eq!(own.categories()[0].name(), &name);
            let plain = own.description().unwrap_or_default().replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
            prop_assert_eq!(plain.replace("&amp;", "&"), summary.as_str());

            let read: serde_json::Value = serde_json::from_slice(&json_feed::write(&feed, &zone).unwrap()).unwrap();
            let own = &read["items"][0];
            prop_assert_eq!(own["title"].as_str(), Some(title.as_str()));
            prop_assert_eq!(own["summary"].as_str(), Some(summary.as_str()));
            prop_assert_eq!(own["content_html"].as_str(), Some(content.as_str()));
            prop_assert_eq!(own["attachments"][0]["title"].as_str(), Some(name.as_str()));
        }
    }
}
