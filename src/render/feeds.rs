//! Feeds: what stands in each, and its permanent ids.

use jiff::Timestamp;

use super::engine::Engine;
use super::summary::picture;
use super::view::View;
use super::{bodies, calendars, failed, feed_items, files};
use crate::config::{FeedContent, Lang};
use crate::diagnostic::Diagnostics;
use crate::formats::{atom, feed, html, json_feed, media, rss};
use crate::locale::date::{When, format_range};
use crate::parse::kinds::KindFields;
use crate::plan::{Feed, FeedFormat, Output, corrections};
use crate::site::{Corrected, Page, PageId, PublishedFile};

/// The bytes of a feed in a format.
pub(super) fn bytes(
    view: &View,
    engine: &Engine,
    (feed, format): (Feed, FeedFormat),
    output: &Output,
) -> Result<Vec<u8>, Diagnostics> {
    let Some(folder) = feed.folder(&view.site, &view.config) else { return Ok(Vec::new()) };
    let (lang, title, description) = head(view, feed);
    let mut found = Diagnostics::new();
    let entries = match feed {
        Feed::Corrections(lang) => corrected(view, lang),
        _ => feed_items(&view.site, feed, view.config.feed_size)
            .into_iter()
            .map(|id| feed_entry(view, engine, id, &mut found))
            .collect(),
    };
    if found.has_errors() {
        return Err(found);
    }
    let site_title = view.config.language(lang).title.clone();
    let page = match feed {
        // No page lists a kind alone.
        Feed::Kind(_, lang) => format!("{}/", view.config.lang_prefix(lang)),
        _ => folder.clone(),
    };
    let value = feed::Feed {
        id: tag_of_feed(view, &folder),
        title: title.map_or_else(|| site_title.clone(), |title| format!("{title} – {site_title}")),
        description,
        self_link: view.permalink(&format!("/{}", output.path)),
        link: view.permalink(&page),
        lang: view.config.language(lang).code.clone(),
        // A feed without entries was last changed when nothing had happened yet.
        updated: updated(&entries),
        author: publisher(view, lang),
        entries,
        shown: feed::Shown {
            stylesheet: view.plan.assets.get(STYLESHEET).map(|sheet| view.url(&sheet.path)),
            note: view.words.known(lang, "feed-note").unwrap_or_default(),
            link: view.words.known(lang, "feed-page").unwrap_or_else(|| site_title.clone()),
        },
    };
    let zone = &view.config.zone;
    match format {
        FeedFormat::Atom => atom::write(&value, zone),
        FeedFormat::Rss => rss::write(&value, zone),
        FeedFormat::Json => json_feed::write(&value, zone),
    }
    .map_err(failed)
}

/// The style sheet of a theme for feeds that people open in a browser. A theme without it has none.
const STYLESHEET: &str = "feed.css";

/// What a feed is of, in a word or two.
pub(super) fn title(view: &View, feed: Feed) -> String {
    let (lang, title, _) = head(view, feed);
    title.unwrap_or_else(|| view.config.language(lang).title.clone())
}

/// The language of a feed, what it is of where it is not the whole site, and what that is.
fn head(view: &View, feed: Feed) -> (Lang, Option<String>, Option<String>) {
    match feed {
        Feed::Site(lang) => (lang, None, view.config.language(lang).description.clone()),
        Feed::Section(id) => {
            let section = view.site.section(id);
            (section.lang, Some(section.title.clone()), section.description.clone())
        }
        Feed::Kind(kind, lang) => (lang, Some(view.words.plain(lang, &format!("kind-{}", kind.word()))), None),
        Feed::Term(taxonomy, term, lang) => {
            let term = view.site.taxonomies.get(taxonomy).map(|taxonomy| taxonomy.term(term).name(lang).to_owned());
            (lang, term, None)
        }
        Feed::Programme(id) => {
            let page = view.site.page(id);
            (page.lang(), Some(page.title().to_owned()), page.summary().map(str::to_owned))
        }
        Feed::Corrections(lang) => (lang, Some(view.words.plain(lang, "corrections")), None),
    }
}

fn updated(entries: &[feed::Entry]) -> Timestamp {
    let changes = entries.iter().filter_map(|entry| entry.updated.as_ref()).map(When::instant);
    changes.max().unwrap_or(Timestamp::UNIX_EPOCH)
}

/// What was put right in a language, newest first.
fn corrected(view: &View, lang: Lang) -> Vec<feed::Entry> {
    let log = view.site.corrections.get(usize::from(lang.0)).map(Vec::as_slice).unwrap_or_default();
    let entry = |own: &Corrected| {
        let page = view.site.page(own.page);
        let correction = page.common().corrections.get(own.index)?;
        let anchor = corrections::anchor(own.index);
        let kind = correction
            .kind
            .map(|kind| view.words.plain(lang, &format!("correction-{}", kind.word().replace('_', "-"))));
        let note = correction.note.as_deref().unwrap_or_default();
        let mut content = String::new();
        let parts = [
            ("", Some(note), ""),
            ("<del>", correction.before.as_deref(), "</del>"),
            ("<ins>", correction.after.as_deref(), "</ins>"),
        ];
        for (open, part, close) in parts {
            let Some(part) = part else { continue };
            content.push_str("<p>");
            content.push_str(open);
            html::escape(&mut content, part);
            content.push_str(close);
            content.push_str("</p>");
        }
        Some(feed::Entry {
            id: format!("{}/{anchor}", tag_of_page(view, page)),
            title: kind.map_or_else(|| page.title().to_owned(), |kind| format!("{kind}: {}", page.title())),
            link: format!("{}#{anchor}", view.permalink(&page.path)),
            lang: view.config.language(lang).code.clone(),
            published: Some(own.at.clone()),
            updated: Some(own.at.clone()),
            authors: vec![publisher(view, lang)],
            categories: Vec::new(),
            summary: Some(note.to_owned()),
            content: Some(content),
            ..feed::Entry::default()
        })
    };
    log.iter().take(view.config.feed_size).filter_map(entry).collect()
}

/// Terms of one taxonomy that a feed names of an item, at most: every term has a feed, and each would name all the others.
const MOST_NAMES: usize = 100;

fn feed_entry(view: &View, engine: &Engine, id: PageId, found: &mut Diagnostics) -> feed::Entry {
    let page = view.site.page(id);
    let permalink = view.permalink(&page.path);
    let content = (view.config.feed_content == FeedContent::Full).then(|| {
        let body = bodies::of_page(engine, view, id);
        // Warnings belong to the page's own output; errors stop this one too.
        for error in body.diagnostics.iter().filter(|found| found.severity == crate::diagnostic::Severity::Error) {
            found.push(error.clone());
        }
        view.bodies.in_feeds(id, || html::for_feed(&body.html, &view.config.base_url, &permalink).into())
    });
    // When and where an event is comes first; an item without a text has its summary.
    let content = match (when_and_where(view, id), content) {
        (Some(facts), Some(content)) => Some(facts + &content),
        (facts, content) => content.map(|content| content.to_string()).or(facts),
    };
    let content = content.filter(|html| !html.trim().is_empty());
    let names = |taxonomy: &str| -> Vec<String> {
        let found = view.site.taxonomies.iter().zip(&page.terms).find(|(known, _)| known.name == taxonomy);
        found.map_or_else(Vec::new, |(taxonomy, terms)| {
            terms.iter().take(MOST_NAMES).map(|term| taxonomy.term(*term).name(page.lang()).to_owned()).collect()
        })
    };
    let authors = names("organizations");
    feed::Entry {
        id: tag_of_page(view, page),
        title: page.title().to_owned(),
        link: permalink,
        lang: view.config.language(page.lang()).code.clone(),
        published: page.published().cloned(),
        updated: page.changed().cloned(),
        authors: if authors.is_empty() { vec![publisher(view, page.lang())] } else { authors },
        categories: names("topics").into_iter().chain(names("tags")).collect(),
        summary: page.summary().map(str::to_owned),
        content,
        image: image(view, page),
        enclosures: enclosures(view, engine, page),
    }
}

/// `<p>Kamis, 3 Juni 2010 · Lantai 4, Kantor Wali Kota Batam, Batam</p>`; none for what is no event, or where feeds hold summaries.
fn when_and_where(view: &View, id: PageId) -> Option<String> {
    let page = view.site.page(id);
    let dates = &page.document.front.dates;
    let start = dates.start.as_ref().filter(|_| view.config.feed_content == FeedContent::Full)?;
    let when = format_range(start, dates.end.as_ref().unwrap_or(start), view.rules(page.lang()));
    let place = calendars::location(view, id).map_or_else(String::new, |place| format!(" · {place}"));
    let mut html = "<p>".to_owned();
    html::escape(&mut html, &when);
    html::escape(&mut html, &place);
    html.push_str("</p>\n");
    Some(html)
}

/// The picture that stands for an item.
fn image(view: &View, page: &Page) -> Option<feed::Image> {
    let own = picture(page)?;
    let file = view.site.file(&page.document.place.base(), own.src)?;
    Some(feed::Image {
        url: view.permalink_of_file(&file.path),
        media: media::plain(&file.path),
        size: file.size,
        alt: own.alt.map(str::to_owned),
    })
}

/// The files that belong to an item: what it attaches, and what a material is. What cannot be read is told by its own output.
fn enclosures(view: &View, engine: &Engine, page: &Page) -> Vec<feed::Enclosure> {
    let base = page.document.place.base();
    let attached = page.common().attachments.iter().map(|own| (own.file.as_deref(), own.title.as_deref()));
    let material = match page.fields() {
        KindFields::Material(material) => Some((material.file.as_deref(), Some(page.title()))),
        _ => None,
    };
    let named = material.into_iter().chain(attached);
    let files = named.filter_map(|(name, title)| Some((view.site.file(&base, name?)?, title)));
    let enclosure = |(file, title): (&PublishedFile, Option<&str>)| feed::Enclosure {
        url: view.permalink_of_file(&file.path),
        media: media::plain(&file.path),
        size: files::published_size(engine, &file.file),
        title: title.map(str::to_owned),
    };
    files.map(enclosure).collect()
}

/// The organisation that publishes the site, or the site itself.
pub(super) fn publisher(view: &View, lang: Lang) -> String {
    let name = view.config.organization.as_ref().map(|id| view.term_by_id("organizations", id, lang));
    let name = name.and_then(|term| term.get_from_path("name").and_then(|name| name.as_str().map(str::to_owned)));
    name.unwrap_or_else(|| view.config.language(lang).title.clone())
}

/// `tag:humas.example,2010:judul` (RFC 4151): the year is that of the item, so the id stays when the site moves on.
fn tag_of_page(view: &View, page: &Page) -> String {
    let year = page.date().map_or(1970, |date| date.date().year());
    let language = if page.lang() == view.config.default_lang() {
        String::new()
    } else {
        format!(":{}", view.config.language(page.lang()).code)
    };
    format!("tag:{},{year:04}:{}{language}", view.config.base_url.host(), page.id)
}

/// One id for all formats of a feed: `tag:humas.example,2000:siaran-pers`.
fn tag_of_feed(view: &View, folder: &str) -> String {
    let name = match folder.trim_matches('/') {
        "" => "situs",
        name => name,
    };
    format!("tag:{},2000:{name}", view.config.base_url.host())
}
