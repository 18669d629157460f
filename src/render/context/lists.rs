//! `section`, `archive`, `taxonomy`, `term` and their `pager`: lists of items.

use tera::{Context, Value};

use super::{About, Entries, Head, List, Subject, feed_of};
use crate::config::{INFO_CLASS, Lang};
use crate::locale::date::{Format, When, format};
use crate::plan::{FacetRef, INFORMATION_FILE, Recipe, archive, page_count, pager_path};
use crate::render::value::{count, list, map, option, text};
use crate::render::view::View;
use crate::render::{editions, facets};
use crate::site::{PageId, SectionId, terms as site_terms};
use crate::yaml::Id;

pub(super) fn archived(
    view: &View,
    id: SectionId,
    (year, month): (i16, Option<i8>),
    number: usize,
    path: &str,
) -> Context {
    let section = view.site.section(id);
    let years = view.plan.archives.get(id.0 as usize).map(Vec::as_slice).unwrap_or_default();
    let Some(found) = years.iter().find(|found| found.year == year) else { return Context::new() };
    let words = view.rules(section.lang);
    let label = match month.and_then(|month| jiff::civil::Date::new(year, month, 1).ok()) {
        Some(first) => When::on(first, &view.config.zone)
            .map_or_else(|_| String::new(), |when| format(&when, Format::MonthYear, words)),
        None => format!("{year:04}"),
    };
    let title = format!("{} {label}", section.title);
    let mut head = Head::new(section.lang, &title, path);
    head.trail = vec![(section.title.clone(), section.path.clone())];
    if month.is_some() {
        head.trail.push((format!("{year:04}"), archive::path(section, year, None)));
    }
    head.feeds = feed_of(view, id);
    let pages: Vec<PageId> = match month {
        Some(month) => {
            found.months.iter().find(|found| found.month == month).map(|found| found.pages.clone()).unwrap_or_default()
        }
        None => found.pages().collect(),
    };
    let base = archive::path(section, year, month);
    let shown = Pages { ids: &pages, size: section.page_size, path: &base, lang: section.lang };
    head.subject = shown.subject(number, About::Nothing);
    let mut context = head.context(view);
    context.insert_value(
        "archive",
        map([
            ("year", Value::from(i64::from(year))),
            ("month", option(month.map(|month| format!("{year:04}-{month:02}")))),
            ("url", Value::from(view.url(&base))),
            ("total", count(pages.len())),
            ("months", view.months(section, found)),
            ("section", view.section(id)),
        ]),
    );
    context.insert_value("pager", shown.pager(view, number));
    context
}

pub(super) fn narrowed(view: &View, id: SectionId, chosen: FacetRef, number: usize, path: &str) -> Context {
    let section = view.site.section(id);
    let Some((facet, choice)) = view.plan.facet(id, chosen) else { return Context::new() };
    let name = facets::name(view, section.lang, facet.taxonomy, choice.value);
    let title = format!("{}: {name}", section.title);
    let mut head = Head::new(section.lang, &title, path);
    head.trail = vec![(section.title.clone(), section.path.clone())];
    head.feeds = feed_of(view, id);
    let shown = Pages { ids: &choice.pages, size: section.page_size, path: &choice.path, lang: section.lang };
    head.subject = shown.subject(number, About::Nothing);
    let mut context = head.context(view);
    let mut value = facets::choice(view, section.lang, facet.taxonomy, choice).into_map().unwrap_or_default();
    value.insert("facet".into(), Value::from(facets::key(view, facet.taxonomy)));
    value.insert("title".into(), Value::from(facets::title(view, section.lang, facet.taxonomy)));
    value.insert("section".into(), view.section(id));
    context.insert_value("facet", Value::from(value));
    context.insert_value("pager", shown.pager(view, number));
    context
}

pub(super) fn terms(view: &View, index: usize, lang: Lang, path: &str) -> Context {
    let Some(taxonomy) = view.site.taxonomies.get(index) else { return Context::new() };
    let title = view.taxonomy_title(index, lang);
    let mut head = Head::new(lang, &title, path);
    head.alternates = editions::of(view, &Recipe::Terms(index, lang));
    let count = taxonomy.terms.iter().filter(|term| !term.pages_in(lang).is_empty()).count();
    head.subject = Subject::List(List { entries: Entries::Terms(taxonomy), before: 0, count, about: About::Nothing });
    let mut context = head.context(view);
    let mut value = taxonomy_value(view, index, lang, &title).into_map().unwrap_or_default();
    value.insert("terms".into(), view.used_terms(index, lang));
    if taxonomy.name == INFO_CLASS {
        let file = format!("{}{INFORMATION_FILE}", taxonomy.index_path(&view.config, lang));
        value.insert("file".into(), Value::from(view.url(&file)));
    }
    context.insert_value("taxonomy", Value::from(value));
    context
}

pub(super) fn taxonomy_value(view: &View, index: usize, lang: Lang, title: &str) -> Value {
    let Some(taxonomy) = view.site.taxonomies.get(index) else { return Value::none() };
    map([
        ("name", Value::from(taxonomy.name.as_str())),
        ("title", Value::from(title)),
        ("url", Value::from(view.url(&taxonomy.index_path(&view.config, lang)))),
    ])
}

/// The entry of a term in its data file.
pub(super) fn record(view: &View, taxonomy: &str, id: &str, lang: Lang) -> Value {
    let records = &view.site.records;
    let organization = |id: Option<&Id>| option(id.map(|id| view.term_by_id("organizations", id, lang)));
    match taxonomy {
        "people" => records.people.get(id).map_or_else(Value::none, |person| {
            map([
                ("name", text(person.name.as_deref())),
                ("full_name", Value::from(site_terms::full_name(person, id))),
                ("aliases", list(person.aliases.iter().map(|name| Value::from(name.0.as_str())))),
                ("as_published", list(person.as_published.iter().map(|name| Value::from(name.0.as_str())))),
                (
                    "roles",
                    list(person.roles.iter().map(|role| {
                        map([
                            ("title", text(role.title.as_deref())),
                            ("org", organization(role.org.as_ref())),
                            ("from", view.written(role.from.as_ref())),
                            ("to", view.written(role.to.as_ref())),
                        ])
                    })),
                ),
            ])
        }),
        "organizations" => records.organizations.get(id).map_or_else(Value::none, |own| {
            map([
                ("name", text(own.name.as_deref())),
                ("short", text(own.short.as_deref())),
                ("type", text(own.kind.as_deref())),
                ("parent", organization(own.parent.as_ref())),
                ("successor", organization(own.successor.as_ref())),
                ("url", text(own.url.as_deref())),
                ("email", text(own.email.as_deref())),
                ("closed", Value::from(own.closed.is_some_and(|flag| flag.0))),
            ])
        }),
        "topics" | "districts" => {
            let table = if taxonomy == "topics" { &records.topics } else { &records.districts };
            table.get(id).map_or_else(Value::none, |topic| map([("description", text(topic.description.as_deref()))]))
        }
        _ => Value::none(),
    }
}

/// A list that is cut into pages.
pub(super) struct Pages<'a> {
    pub(super) ids: &'a [PageId],
    pub(super) size: usize,
    pub(super) path: &'a str,
    pub(super) lang: Lang,
}

impl Pages<'_> {
    /// One page of it, for machines.
    pub(super) fn subject<'a>(&self, number: usize, about: About<'a>) -> Subject<'a> {
        let before = (number.max(1) - 1).saturating_mul(self.size);
        let shown = self.ids.iter().copied().skip(before).take(self.size).collect();
        Subject::List(List { entries: Entries::Pages(shown), before, count: self.ids.len(), about })
    }

    pub(super) fn pager(&self, view: &View, number: usize) -> Value {
        let start = (number.max(1) - 1).saturating_mul(self.size);
        let items = view.summaries(self.ids.iter().copied().skip(start).take(self.size));
        let list = Cut { count: self.ids.len(), size: self.size, path: self.path, lang: self.lang };
        list.pager(view, number, items)
    }
}

/// A list of anything that is cut into pages.
pub(super) struct Cut<'a> {
    pub(super) count: usize,
    pub(super) size: usize,
    pub(super) path: &'a str,
    pub(super) lang: Lang,
}

impl Cut<'_> {
    /// The pager of one page, which shows `items`.
    pub(super) fn pager(&self, view: &View, number: usize, items: Value) -> Value {
        let total = page_count(self.count, self.size);
        let url = |number: usize| Value::from(view.url(&pager_path(self.path, number, &view.config, self.lang)));
        map([
            ("items", items),
            ("number", count(number)),
            ("total", count(total)),
            ("count", count(self.count)),
            ("first", if number > 1 { url(1) } else { Value::none() }),
            ("last", if number < total { url(total) } else { Value::none() }),
            ("newer", if number > 1 { url(number - 1) } else { Value::none() }),
            ("older", if number < total { url(number + 1) } else { Value::none() }),
            (
                "pages",
                list(shown_numbers(number, total).map(|number| map([("number", count(number)), ("url", url(number))]))),
            ),
        ])
    }
}

/// Numbers of pages that a pager shows: the first, the last, and those near the current one.
fn shown_numbers(current: usize, total: usize) -> impl Iterator<Item = usize> {
    (1..=total).filter(move |number| *number == 1 || *number == total || number.abs_diff(current) <= 2)
}
