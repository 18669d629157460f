//! Cards of pages: what those see to whom a page is sent.
//!
//! Of pictures only those are shown that services take: no drawings, none that is too small. Where an item has none of its own it is
//! the site's, else the theme's; those are looked up once per snapshot.

use tera::Value;

use super::structured_data::{Subject, keywords, published};
use super::summary::picture;
use super::value::{map, option};
use super::view::View;
use crate::config::{Kind, Lang};
use crate::formats::cards::{self, Article, Card};
use crate::locale::date::When;
use crate::read::facts::Format;
use crate::read::size_of_picture;
use crate::site::{Page, PublishedFile};

/// The asset of a theme that stands for a site without a picture.
const ASSET: &str = "bagikan-bawaan.png";

/// Narrower or lower pictures are shown by nobody.
const SMALLEST: u32 = 200;

/// A picture that a card may show.
#[derive(Clone, Debug)]
pub(crate) struct Picture {
    /// Its absolute address.
    pub(crate) url: String,
    media: &'static str,
    size: (u32, u32),
    alt: String,
}

/// The pictures of pages that have none of their own, by language.
pub(super) fn defaults(view: &View) -> Vec<Option<Picture>> {
    let config = &view.config;
    let own = config.image.as_ref().and_then(|image| view.site.file("", &image.src)).and_then(|file| shown(view, file));
    let of_theme = || {
        let asset = view.plan.assets.get(ASSET)?;
        let size = size_of_picture(&asset.bytes)?;
        Some(Picture { url: view.permalink(&asset.path), media: "image/png", size, alt: String::new() })
    };
    let Some(picture) = own.or_else(of_theme) else { return vec![None; config.languages.len()] };
    let alt = |lang: Lang| {
        let written = config.image.as_ref().and_then(|image| image.alt.get(usize::from(lang.0)));
        written.filter(|alt| !alt.is_empty()).cloned().unwrap_or_else(|| config.language(lang).title.clone())
    };
    config.langs().map(|lang| Some(Picture { alt: alt(lang), ..picture.clone() })).collect()
}

/// A file as services show it.
fn shown(view: &View, file: &PublishedFile) -> Option<Picture> {
    let size = file.size.filter(|(width, height)| (*width).min(*height) >= SMALLEST)?;
    let format = Format::promised(&file.path)?;
    let is_taken = matches!(format, Format::Jpeg | Format::Png | Format::Gif | Format::Webp);
    let origin = &view.config.base_url.origin;
    let picture = || Picture {
        url: format!("{origin}{}", view.file_url(&file.path)),
        media: format.media(),
        size,
        alt: String::new(),
    };
    is_taken.then(picture)
}

/// What the card of a page is made of.
pub(super) struct Front<'a> {
    pub(super) lang: Lang,
    pub(super) title: &'a str,
    pub(super) description: Option<&'a str>,
    /// Its own absolute address.
    pub(super) url: &'a str,
    /// Languages in which it is there.
    pub(super) langs: Vec<Lang>,
    pub(super) site_title: &'a str,
    pub(super) subject: &'a Subject<'a>,
}

/// The elements of the card as HTML, and its picture as templates name it.
pub(super) fn of(view: &View, front: &Front<'_>) -> (Value, Value) {
    let page = match front.subject {
        Subject::Nothing => return (Value::none(), Value::none()),
        Subject::Item(item) => Some(view.site.page(item.id)),
        Subject::Home | Subject::List(_) => None,
    };
    let own = page.and_then(|page| own_picture(view, page));
    let image = own.as_ref().or_else(|| view.default_picture(front.lang));
    let code = |lang: Lang| view.config.language(lang).code.as_str();
    let card = Card {
        title: front.title,
        description: front.description,
        url: front.url,
        site_name: front.site_title,
        lang: code(front.lang),
        other_langs: front.langs.iter().filter(|lang| **lang != front.lang).map(|lang| code(*lang)).collect(),
        image: image.map(|image| cards::Image {
            url: &image.url,
            media: image.media,
            size: image.size,
            alt: &image.alt,
        }),
        article: page.filter(|page| page.kind() != Kind::Page).map(|page| article(view, page)),
    };
    let value = image.map(|image| {
        map([
            ("url", Value::from(image.url.as_str())),
            ("alt", Value::from(image.alt.as_str())),
            ("width", Value::from(image.size.0)),
            ("height", Value::from(image.size.1)),
        ])
    });
    (Value::safe_string(&cards::write(&card)), option(value))
}

/// The item's own picture, where it is one that cards show.
fn own_picture(view: &View, page: &Page) -> Option<Picture> {
    let chosen = picture(page)?;
    let file = view.site.file(&page.document.place.base(), chosen.src)?;
    Some(Picture { alt: chosen.alt.unwrap_or_default().to_owned(), ..shown(view, file)? })
}

fn article<'a>(view: &'a View, page: &'a Page) -> Article<'a> {
    let modified = page.document.front.dates.updated.as_ref();
    Article {
        published: published(page),
        modified: modified.map(When::iso),
        section: page.section.map(|id| view.site.section(id).title.as_str()),
        tags: keywords(view, page).collect(),
    }
}
