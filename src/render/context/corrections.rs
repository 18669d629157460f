//! What was put right: on the item's own page, and in the log of all corrections.

use std::cmp::Reverse;

use tera::{Context, Value};

use super::lists::Cut;
use super::{About, Entries, Head, List, Subject};
use crate::config::Lang;
use crate::locale::date::When;
use crate::plan::{Feed, Recipe, corrections};
use crate::render::editions;
use crate::render::value::{date, list, map, option, text};
use crate::render::view::View;
use crate::site::Page;

/// The corrections of an item, newest first.
pub(super) fn of_page(view: &View, page: &Page) -> Value {
    let zone = &view.config.zone;
    let own = page.common().corrections.iter().enumerate();
    let mut all: Vec<(usize, Option<When>)> =
        own.map(|(index, own)| (index, own.at.as_ref().and_then(|at| at.in_zone(zone).ok()))).collect();
    all.sort_by_cached_key(|(index, at)| Reverse((at.as_ref().map(When::instant), *index)));
    list(all.iter().map(|(index, at)| value(view, page, *index, at.as_ref())))
}

/// A correction of an item.
fn value(view: &View, page: &Page, index: usize, at: Option<&When>) -> Value {
    let Some(own) = page.common().corrections.get(index) else { return Value::none() };
    let explained = own.item.as_ref().and_then(|id| view.site.find(page.lang(), id));
    map([
        ("anchor", Value::from(corrections::anchor(index))),
        ("at", date(at)),
        ("type", text(own.kind.map(|kind| kind.word()))),
        ("note", text(own.note.as_deref())),
        ("before", text(own.before.as_deref())),
        ("after", text(own.after.as_deref())),
        ("requested_by", text(own.requested_by.as_deref())),
        ("item", option(explained.map(|id| view.reference(id)))),
    ])
}

/// One page of the log.
pub(super) fn log(view: &View, lang: Lang, number: usize, path: &str) -> Context {
    let title = view.words.plain(lang, "corrections");
    let base = corrections::path(&view.config, lang);
    let mut head = Head::new(lang, &title, path);
    head.feeds = vec![Feed::Corrections(lang)];
    head.alternates = editions::of(view, &Recipe::Corrections(lang, number));
    let log = view.site.corrections.get(usize::from(lang.0)).map(Vec::as_slice).unwrap_or_default();
    let start = number.saturating_sub(1).saturating_mul(corrections::PAGE_SIZE);
    let pages = log.iter().skip(start).take(corrections::PAGE_SIZE).map(|own| own.page).collect();
    head.subject =
        Subject::List(List { entries: Entries::Pages(pages), before: start, count: log.len(), about: About::Nothing });
    let mut context = head.context(view);
    let items = log.iter().skip(start).take(corrections::PAGE_SIZE).map(|own| {
        let page = view.site.page(own.page);
        map([
            ("page", view.summary(own.page)),
            ("url", Value::from(format!("{}#{}", view.url(&page.path), corrections::anchor(own.index)))),
            ("correction", value(view, page, own.index, Some(&own.at))),
        ])
    });
    let list = Cut { count: log.len(), size: corrections::PAGE_SIZE, path: &base, lang };
    context.insert_value("pager", list.pager(view, number, self::list(items)));
    context
}
