//! Feeds: what stands in each, and its permanent ids.

use jiff::Timestamp;

use super::engine::Engine;
use super::view::View;
use super::{bodies, failed, feed_pages};
use crate::config::Lang;
use crate::diagnostic::Diagnostics;
use crate::formats::{atom, html};
use crate::locale::date::When;
use crate::plan::{Feed, Output, corrections};
use crate::site::{Corrected, Page, PageId};

/// The bytes of a feed.
pub(super) fn bytes(view: &View, engine: &Engine, feed: Feed, output: &Output) -> Result<Vec<u8>, Diagnostics> {
    let (lang, title, path) = match feed {
        Feed::Site(lang) => (lang, String::new(), format!("{}/", view.config.lang_prefix(lang))),
        Feed::Section(id) => {
            let section = view.site.section(id);
            (section.lang, section.title.clone(), section.path.clone())
        }
        Feed::Term(taxonomy, term, lang) => {
            let Some(taxonomy) = view.site.taxonomies.get(taxonomy) else { return Ok(Vec::new()) };
            let term = taxonomy.term(term);
            let path = taxonomy.term_path(term, &view.config, lang).unwrap_or_default();
            (lang, term.name(lang).to_owned(), path)
        }
        Feed::Programme(id) => {
            let page = view.site.page(id);
            (page.lang(), page.title().to_owned(), page.path.clone())
        }
        Feed::Corrections(lang) => (lang, view.words.plain(lang, "corrections"), corrections::path(&view.config, lang)),
    };
    let mut found = Diagnostics::new();
    let pages: Vec<PageId> = feed_pages(&view.site, feed)
        .iter()
        .copied()
        .filter(|id| view.site.page(*id).date().is_some())
        .take(view.config.feed_size)
        .collect();
    let entries = match feed {
        Feed::Corrections(lang) => corrected(view, lang),
        _ => pages.iter().map(|id| feed_entry(view, engine, *id, &mut found)).collect(),
    };
    if found.has_errors() {
        return Err(found);
    }
    let site_title = view.config.language(lang).title.clone();
    let value = atom::Feed {
        id: tag_of_feed(view, &output.path),
        title: if title.is_empty() { site_title.clone() } else { format!("{title} – {site_title}") },
        self_link: view.permalink(&format!("/{}", output.path)),
        link: view.permalink(&path),
        lang: view.config.language(lang).code.clone(),
        // A feed without entries was last changed when nothing had happened yet.
        updated: updated(&entries),
        author: publisher(view, lang),
        entries,
    };
    atom::write(&value, &view.config.zone).map_err(failed)
}

fn updated(entries: &[atom::Entry]) -> Timestamp {
    let changes = entries.iter().filter_map(|entry| entry.updated.as_ref()).map(When::instant);
    changes.max().unwrap_or(Timestamp::UNIX_EPOCH)
}

/// What was put right in a language, newest first.
fn corrected(view: &View, lang: Lang) -> Vec<atom::Entry> {
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
        Some(atom::Entry {
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
        })
    };
    log.iter().take(view.config.feed_size).filter_map(entry).collect()
}

/// Terms of one taxonomy that a feed names of an item, at most: every term has a feed, and each would name all the others.
const MOST_NAMES: usize = 100;

fn feed_entry(view: &View, engine: &Engine, id: PageId, found: &mut Diagnostics) -> atom::Entry {
    let page = view.site.page(id);
    let permalink = view.permalink(&page.path);
    let content = (view.config.feed_content == crate::config::FeedContent::Full).then(|| {
        let body = bodies::of_page(engine, view, id);
        // Warnings belong to the page's own output; errors stop this one too.
        for error in body.diagnostics.iter().filter(|found| found.severity == crate::diagnostic::Severity::Error) {
            found.push(error.clone());
        }
        crate::formats::html::for_feed(&body.html, &view.config.base_url, &permalink)
    });
    let names = |taxonomy: &str| -> Vec<String> {
        let found = view.site.taxonomies.iter().zip(&page.terms).find(|(known, _)| known.name == taxonomy);
        found.map_or_else(Vec::new, |(taxonomy, terms)| {
            terms.iter().take(MOST_NAMES).map(|term| taxonomy.term(*term).name(page.lang()).to_owned()).collect()
        })
    };
    let authors = names("organizations");
    atom::Entry {
        id: tag_of_page(view, page),
        title: page.title().to_owned(),
        link: permalink,
        lang: view.config.language(page.lang()).code.clone(),
        published: page.date().cloned(),
        updated: page.changed().cloned(),
        authors: if authors.is_empty() { vec![publisher(view, page.lang())] } else { authors },
        categories: names("topics").into_iter().chain(names("tags")).collect(),
        summary: page.summary().map(str::to_owned),
        content,
    }
}

/// The organisation that publishes the site, or the site itself.
fn publisher(view: &View, lang: Lang) -> String {
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

fn tag_of_feed(view: &View, path: &str) -> String {
    format!("tag:{},2000:{}", view.config.base_url.host(), path.replace("/atom.xml", "").replace("atom.xml", "situs"))
}
