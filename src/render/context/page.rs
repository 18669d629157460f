//! `page`: an item with everything that its template may show.

use tera::value::Key;
use tera::{Context, Value};

use super::kinds::{self, Shown};
use super::{Head, Item, Subject, corrections, feed_of, people, relations, release, workshop};
use crate::config::{ArchiveBy, Kind};
use crate::diagnostic::Diagnostics;
use crate::locale::date::{Format, Written, format};
use crate::parse::Comment;
use crate::parse::kinds::KindFields;
use crate::parse::kinds::shared::{CommentMode, Contact, InfoClass, Signoff};
use crate::plan::calendars::of_item;
use crate::plan::{Feed, FeedFormat, Recipe, archive};
use crate::render::bodies::{self, dateline_text};
use crate::render::editions;
use crate::render::engine::Engine;
use crate::render::files::{self, Named};
use crate::render::markdown::TocEntry;
use crate::render::places::contact_value;
use crate::render::prose::prose;
use crate::render::templates::Fields;
use crate::render::value::{count, date, html, list, map, named, text};
use crate::render::view::View;
use crate::site::changes;
use crate::site::{Page, PageId, StatusNote, threads};
use crate::yaml::Id;
use crate::yaml::OneOr;

/// The variables of an item's page; of `page` the fields that are asked for.
pub(in crate::render) fn context(
    view: &View,
    engine: &Engine,
    id: PageId,
    asked: &Fields,
    found: &mut Diagnostics,
) -> Context {
    let page = view.site.page(id);
    let common = page.common();
    let body = bodies::of_page(engine, view, id);
    found.append(body.diagnostics.clone());
    let notes = bodies::notes(engine, view, page).map(|notes| {
        found.append(notes.diagnostics);
        notes.html
    });
    let mut head = Head::new(page.lang(), page.title(), &page.path);
    head.description = page.summary();
    head.noindex = !page.is_indexed();
    if let Some(own) = page.section {
        let section = view.site.section(own);
        head.trail = vec![(section.title.clone(), section.path.clone())];
        head.trail.extend(month_of(view, page));
        head.feeds = feed_of(view, own);
    }
    if page.kind() == Kind::Programme {
        head.feeds.insert(0, Feed::Programme(id));
    }
    head.formats = &[FeedFormat::Atom];
    head.alternates = editions::of(view, &Recipe::Page(id));
    let parts = match page.kind() {
        Kind::Workshop => relations::materials(&view.site, page),
        Kind::Programme => relations::all_members(&view.site, page),
        _ => Vec::new(),
    };
    head.subject = Subject::Item(Item { engine, id, parts });
    let mut context = head.context(view);

    let mut value = OfPage { asked, fields: Vec::new() };
    value.take(&view.summary(id));
    let content = page.shows_body().then_some(body.html.as_str()).filter(|html| !html.trim().is_empty());
    value.set("content", || html(content));
    value.set("toc", || list(body.toc.iter().map(toc_entry)));
    value.set("show_toc", || Value::from(shows_toc(page, body.toc.len())));
    value.set("authors", || list(common.authors.iter().map(|id| people::person(view, page, id, None))));
    value.set("people", || list(common.people.iter().filter_map(|part| people::part(view, page, part))));
    value.set("newer", || page.newer.map_or_else(Value::none, |id| view.summary(id)));
    value.set("older", || page.older.map_or_else(Value::none, |id| view.summary(id)));
    if asked.has("related") || asked.has("backlinks") {
        let related = relations::related(&view.site, id, page);
        value.set("backlinks", || view.summaries(relations::other_backlinks(&view.site, page, &related)));
        value.set("related", || view.summaries(related.iter().copied()));
    }
    value.set("materials", || kinds::materials(Shown { view, engine, id, page }));
    relations::set(&mut value, view, page);
    value.set("translations", || list(page.translations.iter().map(|id| translation(view, *id))));
    value.set("comments", || comments(view, page));
    // What is wrong with a file is told whether it is shown or not.
    let files = attachments(view, engine, page, found);
    value.set("attachments", || list(files));
    value.set("views_as_of", || view.written(views_as_of(view, page)));
    judge_image(view, engine, page, found);
    value.set("signoff", || text(common.signoff.as_deref().and_then(signoff)));
    value.set("info_class", || text(page.info_class().map(InfoClass::word)));
    value.set("import", || {
        common.import.as_ref().map_or_else(Value::none, |import| {
            map([
                ("from", text(import.from.as_deref())),
                ("legacy_id", text(import.legacy_id.as_deref())),
                ("url", text(import.url.as_deref())),
                ("at", view.written(import.at.as_ref())),
                ("notes", text(import.notes.as_deref())),
            ])
        })
    });
    value.set("changes", || {
        list(common.changes.iter().map(|change| {
            map([
                ("at", view.written(change.at.as_ref())),
                ("note", text(change.note.as_deref())),
                ("level", text(change.level.map(|level| level.word()))),
                ("by", text(change.by.as_deref())),
            ])
        }))
    });
    value.set("corrections", || corrections::of_page(view, page));
    value.set("calendar", || text(of_item(&view.site, id).map(|(name, _)| view.url(&format!("{}{name}", page.path)))));
    value.set("withdrawn", || withdrawn(view, page));
    value.set("extra", || view.extra(page));
    for (key, field) in kinds::of(Shown { view, engine, id, page }, notes.as_deref(), found)
        .into_iter()
        .chain(kind_fields(view, page, notes))
    {
        value.set(key, || field);
    }
    context.insert_value("page", named(value.fields));
    context
}

/// `page` in the making.
pub(super) struct OfPage<'a> {
    asked: &'a Fields,
    fields: Vec<(Key<'static>, Value)>,
}

impl OfPage<'_> {
    /// Takes over what a summary holds.
    fn take(&mut self, summary: &Value) {
        let fields = summary.as_map().into_iter().flatten();
        let asked = fields.filter(|(key, _)| key.as_str().is_none_or(|key| self.asked.has(key)));
        self.fields.extend(asked.map(|(key, field)| (key.clone(), field.clone())));
    }

    /// A field, which is made only if a template may see it.
    pub(super) fn set(&mut self, key: &'static str, make: impl FnOnce() -> Value) {
        if self.asked.has(key) {
            self.fields.push((Key::Str(key), make()));
        }
    }
}

/// The fields of the page's kind; those of other kinds are there too, and none.
fn kind_fields(view: &View, page: &Page, notes_html: Option<String>) -> Vec<(&'static str, Value)> {
    let none = Value::none;
    let mut dateline = none();
    let mut number = none();
    let mut contacts = list([]);
    let mut notes = none();
    let mut boilerplate = none();
    let mut workshop_value = none();
    match page.fields() {
        KindFields::PressRelease(release) => {
            dateline = text(release.dateline.as_ref().and_then(dateline_text));
            number = text(release.number.as_deref());
            contacts = contact_list(view, &release.contacts);
            notes = html(notes_html);
            let record = release.boilerplate.as_ref().and_then(|id| view.site.records.boilerplates.get(id));
            boilerplate = html(record.map(|text| prose(view, text, page.lang())));
        }
        KindFields::Workshop(workshop) => {
            contacts = contact_list(view, &workshop.contacts);
            workshop_value = workshop::value(view, page, workshop);
        }
        KindFields::Programme(programme) => contacts = contact_list(view, &programme.contacts),
        KindFields::Material(_) | KindFields::Page(_) | KindFields::Announcement(_) | KindFields::Gallery(_) => {}
    }
    let mut fields = vec![
        ("dateline", dateline),
        ("number", number),
        ("contacts", contacts),
        ("notes_to_editors", notes),
        ("boilerplate", boilerplate),
        ("workshop", workshop_value),
    ];
    fields.extend(release::fields(view, page));
    fields
}

pub(super) fn field(value: &Value, name: &str) -> Value {
    value.get_from_path(name).cloned().unwrap_or_else(Value::none)
}

fn contact_list(view: &View, contacts: &[OneOr<Id, Contact>]) -> Value {
    list(contacts.iter().filter_map(|contact| match contact {
        OneOr::One(id) => view.site.records.contacts.get(id).map(contact_value),
        OneOr::Record(contact) => Some(contact_value(contact)),
    }))
}

fn translation(view: &View, id: PageId) -> Value {
    let page = view.site.page(id);
    let language = view.config.language(page.lang());
    map([
        ("lang", Value::from(language.code.as_str())),
        ("name", Value::from(language.name.as_str())),
        ("url", Value::from(view.url(&page.path))),
        ("title", Value::from(page.title())),
    ])
}

/// Judges the picture of a page, which its summary shows.
fn judge_image(view: &View, engine: &Engine, page: &Page, found: &mut Diagnostics) {
    let src = page.common().image.as_ref().and_then(|image| image.src.as_deref());
    if let Some(file) = src.and_then(|src| view.site.file(&page.document.place.base(), src)) {
        Named { page, file, field: "image.src" }.picture(view, engine, found);
    }
}

/// Files that belong to a page, and others elsewhere.
fn attachments(view: &View, engine: &Engine, page: &Page, found: &mut Diagnostics) -> Vec<Value> {
    let base = page.document.place.base();
    let mut values = Vec::new();
    for (index, attachment) in page.common().attachments.iter().enumerate() {
        let file = attachment.file.as_deref().and_then(|name| view.site.file(&base, name));
        let value = match (file, attachment.url.as_deref()) {
            (Some(file), _) => {
                let named = Named { page, file, field: &format!("attachments[{index}].file") };
                let facts = named.facts(engine, found);
                files::value(view, file, facts.as_deref())
            }
            (None, Some(url)) => map([("url", Value::from(url))]),
            (None, None) => continue,
        };
        values.push(map([
            ("title", text(attachment.title.as_deref())),
            ("url", field(&value, "url")),
            ("format", field(&value, "format")),
            ("media", field(&value, "media")),
            ("size", field(&value, "size")),
            ("pages", field(&value, "pages")),
            ("sha256", field(&value, "sha256")),
            ("lang", text(attachment.lang.as_deref())),
            ("note", text(attachment.note.as_deref())),
        ]));
    }
    values
}

/// `(*humas_crew/nn)`
fn signoff(signoff: &Signoff) -> Option<String> {
    let parts: Vec<&str> =
        [&signoff.desk, &signoff.writer, &signoff.editor].into_iter().filter_map(|part| part.as_deref()).collect();
    (!parts.is_empty()).then(|| format!("(*{})", parts.join("/")))
}

fn withdrawn(view: &View, page: &Page) -> Value {
    let Some(withdrawn) = page.common().withdrawn.as_ref().filter(|_| page.note == Some(StatusNote::Withdrawn)) else {
        return Value::none();
    };
    let replacement = withdrawn.replacement.as_ref().and_then(|id| view.site.find(page.lang(), id));
    map([
        ("at", view.written(withdrawn.at.as_ref())),
        ("reason", text(withdrawn.reason.as_deref())),
        ("replacement", replacement.map_or_else(Value::none, |id| view.summary(id))),
    ])
}

fn comments(view: &View, page: &Page) -> Value {
    let settings = &view.config.comments;
    let mode = changes::comment_mode(&page.document, &view.config, view.moment.now);
    let form = if mode == CommentMode::Open {
        match (&settings.endpoint, &settings.mailto) {
            (Some(endpoint), _) => map([("action", Value::from(endpoint.as_str())), ("method", Value::from("post"))]),
            (None, Some(address)) => {
                map([("action", Value::from(format!("mailto:{address}"))), ("method", Value::from("post"))])
            }
            (None, None) => Value::none(),
        }
    } else {
        Value::none()
    };
    let shown: &[Comment] = if mode == CommentMode::Hidden { &[] } else { &page.comments };
    let items = threads::in_order(shown).into_iter().map(|(comment, depth)| {
        let official = comment.official.as_ref().map(|id| view.term_by_id("organizations", id, page.lang()));
        map([
            ("id", Value::from(comment.id.as_str())),
            ("author", text(comment.author.as_ref())),
            ("url", text(comment.url.as_ref())),
            ("at", date(comment.at.as_ref())),
            ("html", Value::safe_string(&crate::formats::html::comment(&comment.body))),
            ("official", official.map_or_else(Value::none, |term| field(&term, "name"))),
            ("depth", count(depth)),
            ("reply_to", text(comment.reply_to.as_ref())),
        ])
    });
    map([("mode", Value::from(mode.word())), ("form", form), ("count", count(shown.len())), ("items", list(items))])
}

/// When the counter was read off: that of the data file before the one taken over.
fn views_as_of<'a>(view: &'a View, page: &'a Page) -> Option<&'a Written> {
    let counted = match view.site.records.views.get(&page.id) {
        Some(OneOr::Record(record)) => record.as_of.as_ref(),
        _ => None,
    };
    counted.or(match &page.common().views {
        Some(OneOr::Record(base)) => base.as_of.as_ref(),
        _ => None,
    })
}

/// Whether a page of its kind should show its headings at the top: as its writer says, else when there are several.
fn shows_toc(page: &Page, headings: usize) -> bool {
    let KindFields::Page(fields) = page.fields() else { return false };
    headings > 0 && fields.toc.map_or(headings > 2, |flag| flag.0)
}

fn toc_entry(entry: &TocEntry) -> Value {
    map([
        ("level", Value::from(u64::from(entry.level))),
        ("id", Value::from(entry.id.as_str())),
        ("title", Value::safe_string(&entry.title)),
        ("children", list(entry.children.iter().map(toc_entry))),
    ])
}

/// The month that a page lies in, when its section has a list of it.
fn month_of(view: &View, page: &Page) -> Option<(String, String)> {
    let section = view.site.section(page.section?);
    let day = page.filed_under(section)?;
    let (year, month) = (day.date().year(), day.date().month());
    match section.archive {
        ArchiveBy::None => None,
        ArchiveBy::Year => Some((format!("{year:04}"), archive::path(section, year, None))),
        ArchiveBy::YearMonth => {
            Some((format(day, Format::MonthYear, view.rules(page.lang())), archive::path(section, year, Some(month))))
        }
    }
}
