//! The variables with which each recipe's template starts, and which templates may render it. `docs/templates.md` lists them.

use tera::value::Key;
use tera::{Context, Map, Value};

use super::bodies::{self, dateline_text};
use super::components::contact_value;
use super::engine::Engine;
use super::introduction;
use super::markdown::TocEntry;
use super::value::{count, date, html, list, map, option, text};
use super::view::View;
use crate::config::{ArchiveBy, Lang};
use crate::diagnostic::Diagnostics;
use crate::locale::date::{Format, When, format};
use crate::parse::kinds::rules::session_time;
use crate::parse::kinds::shared::{CommentMode, Contact, PersonPart};
use crate::parse::kinds::{KindFields, Workshop};
use crate::plan::{Output, Recipe, TERM_PAGE_SIZE, archive, page_count, pager_path};
use crate::site::{Mention, Page, PageId, Site, StatusNote};
use crate::yaml::scalars::OneOr;
use crate::yaml::{Id, Line};

/// What a template is given.
pub(super) struct PageContext {
    /// Templates that may render it, the first that exists does.
    pub(super) templates: Vec<String>,
    /// The variables.
    pub(super) context: Context,
}

/// What every page says of itself.
struct Head<'a> {
    lang: Lang,
    title: &'a str,
    description: Option<&'a str>,
    noindex: bool,
    /// Path of the address, from the site's root.
    path: &'a str,
    /// Where search engines should look instead.
    canonical: Option<String>,
    /// Sections and the like between home and here: title and path.
    trail: Vec<(String, String)>,
    /// The same page in other languages.
    alternates: Vec<(Lang, String)>,
    /// Feeds to subscribe to here: title and path.
    feeds: Vec<(String, String)>,
}

pub(super) fn of(
    view: &View,
    engine: &Engine,
    output: &Output,
    recipe: &Recipe,
    found: &mut Diagnostics,
) -> PageContext {
    let path = format!("/{}", output.path.trim_end_matches("index.html"));
    match recipe {
        Recipe::Page(id) => page(view, engine, *id, found),
        Recipe::Home(lang) => home(view, engine, *lang, &path, found),
        Recipe::Section(id, number) => {
            let section = view.site.section(*id);
            let content =
                section.document.as_ref().map_or_else(Value::none, |own| introduction(view, engine, own, found));
            let mut head = Head::new(section.lang, &section.title, &path);
            head.description = section.description.as_deref();
            head.feeds = feed_of(section.feed, &section.title, &section.path);
            head.alternates = section_editions(&view.site, &section.folder);
            let mut context = head.context(view);
            let mut value = view.section(*id).into_map().unwrap_or_default();
            value.insert("content".into(), content);
            context.insert_value("section", Value::from(value));
            let pages = Pages { ids: &section.pages, size: section.page_size, path: &section.path, lang: section.lang };
            context.insert_value("pager", pages.pager(view, *number));
            let mut templates: Vec<String> = section.template.iter().cloned().collect();
            templates.extend([format!("section-{}.html", section.kind.word()), "section.html".to_owned()]);
            PageContext { templates, context }
        }
        Recipe::Archive(id, year, month, number) => archived(view, *id, (*year, *month), *number, &path),
        Recipe::Terms(index, lang) => terms(view, *index, *lang, &path),
        Recipe::Term(index, reference, lang, number) => {
            let Some(taxonomy) = view.site.taxonomies.get(*index) else { return nothing() };
            let term = taxonomy.term(*reference);
            let title = taxonomy_title(view, *index, *lang);
            let base = taxonomy.term_path(term, &view.config, *lang).unwrap_or_default();
            let name = term.name(*lang).to_owned();
            let mut head = Head::new(*lang, &name, &path);
            head.trail = vec![(title.clone(), taxonomy.index_path(&view.config, *lang))];
            head.feeds = vec![(name.clone(), format!("{base}atom.xml"))];
            let languages =
                view.config.langs().filter_map(|other| Some((other, taxonomy.term_path(term, &view.config, other)?)));
            head.alternates = languages.collect();
            let mut context = head.context(view);
            let mut value = view.term(*index, *reference, *lang).into_map().unwrap_or_default();
            value.insert("record".into(), record(view, &taxonomy.name, &term.id));
            value.insert("feed".into(), Value::from(view.url(&format!("{base}atom.xml"))));
            context.insert_value("term", Value::from(value));
            context.insert_value("taxonomy", taxonomy_value(view, *index, *lang, &title));
            let pages = Pages { ids: term.pages_in(*lang), size: TERM_PAGE_SIZE, path: &base, lang: *lang };
            context.insert_value("pager", pages.pager(view, *number));
            PageContext { templates: vec![format!("term-{}.html", taxonomy.name), "term.html".to_owned()], context }
        }
        Recipe::NotFound(lang) => {
            let title = view.words.plain(*lang, "not-found");
            let mut head = Head::new(*lang, &title, &path);
            head.noindex = true;
            head.trail = Vec::new();
            PageContext { templates: vec!["404.html".to_owned()], context: head.context(view) }
        }
        Recipe::Redirect(id) => {
            let page = view.site.page(*id);
            let mut head = Head::new(page.lang(), page.title(), &path);
            head.noindex = true;
            head.canonical = Some(view.permalink(&page.path));
            let mut context = head.context(view);
            context.insert_value("redirect_to", Value::from(view.url(&page.path)));
            PageContext { templates: vec!["redirect.html".to_owned()], context }
        }
        Recipe::Feed(_) | Recipe::Sitemap | Recipe::Robots | Recipe::Asset(_) | Recipe::File(_) => nothing(),
    }
}

fn nothing() -> PageContext {
    PageContext { templates: Vec::new(), context: Context::new() }
}

impl<'a> Head<'a> {
    fn new(lang: Lang, title: &'a str, path: &'a str) -> Head<'a> {
        Head {
            lang,
            title,
            description: None,
            noindex: false,
            path,
            canonical: None,
            trail: Vec::new(),
            alternates: Vec::new(),
            feeds: Vec::new(),
        }
    }

    /// The variables that every template has.
    fn context(self, view: &View) -> Context {
        let config = &view.config;
        let url = view.url(self.path);
        let mut site = view.site_value(self.lang).into_map().unwrap_or_default();
        if let Some(menu) = site.get(&Key::Str("menu")) {
            let menu = current_menu(menu, &url, config.base_url.path.len());
            site.insert("menu".into(), menu);
        }
        let site_title =
            site.get(&Key::Str("title")).and_then(|title| title.as_str().map(str::to_owned)).unwrap_or_default();
        let home_path = format!("{}/", config.lang_prefix(self.lang));
        let home = (view.words.plain(self.lang, "home"), home_path.clone());
        let trail = if self.path == home_path { Vec::new() } else { std::iter::once(home).chain(self.trail).collect() };
        let trail = trail.into_iter().map(|(title, path): (String, String)| {
            map([("title", Value::from(title)), ("url", Value::from(view.url(&path)))])
        });
        let alternates = self.alternates.iter().map(|(lang, path)| {
            let language = config.language(*lang);
            map([
                ("lang", Value::from(language.code.as_str())),
                ("name", Value::from(language.name.as_str())),
                ("url", Value::from(view.url(path))),
                ("current", Value::from(*lang == self.lang)),
            ])
        });
        let site_feed = (site_title, format!("{home_path}atom.xml"));
        let feeds = self.feeds.into_iter().chain(std::iter::once(site_feed)).map(|(title, path)| {
            map([
                ("title", Value::from(title)),
                ("url", Value::from(view.url(&path))),
                ("type", Value::from("application/atom+xml")),
                ("format", Value::from("Atom")),
            ])
        });
        let mut context = Context::new();
        context.insert_value("lang", Value::from(config.language(self.lang).code.as_str()));
        context.insert_value("now_date", Value::from(view.today.as_str()));
        context.insert_value("self_url", Value::from(url));
        context.insert_value("canonical", Value::from(self.canonical.unwrap_or_else(|| view.permalink(self.path))));
        context.insert_value("title", Value::from(self.title));
        context.insert_value("description", text(self.description));
        context.insert_value("noindex", Value::from(self.noindex));
        context.insert_value("breadcrumbs", list(trail));
        context.insert_value("alternates", list(alternates));
        context.insert_value("feeds", list(feeds));
        context.insert_value("site", Value::from(site));
        context
    }
}

/// The menu with the entry marked that the page lies below.
fn current_menu(menu: &Value, url: &str, base: usize) -> Value {
    let entries = menu.as_array().unwrap_or_default().iter().map(|entry| {
        let target = entry.get_from_path("url").and_then(Value::as_str).unwrap_or_default();
        // The home page lies above everything, so it is current only on itself.
        let below = target.len() > base + 1 && target.ends_with('/') && url.starts_with(target);
        if below || target == url {
            let mut entry = entry.clone().into_map().unwrap_or_default();
            entry.insert("current".into(), Value::from(true));
            Value::from(entry)
        } else {
            entry.clone()
        }
    });
    list(entries)
}

fn home(view: &View, engine: &Engine, lang: Lang, path: &str, found: &mut Diagnostics) -> PageContext {
    let site = view.site_value(lang);
    let own = |key: &str| site.get_from_path(key).and_then(Value::as_str).map(str::to_owned);
    let (title, description) = (own("title").unwrap_or_default(), own("description"));
    let mut head = Head::new(lang, &title, path);
    head.description = description.as_deref();
    let editions = view.config.langs().filter(|lang| crate::plan::has_edition(&view.site, &view.config, *lang));
    head.alternates = editions.map(|lang| (lang, format!("{}/", view.config.lang_prefix(lang)))).collect();
    let mut context = head.context(view);
    let document = view.site.homes.get(usize::from(lang.0)).and_then(Option::as_ref);
    context.insert_value("content", document.map_or_else(Value::none, |own| introduction(view, engine, own, found)));
    PageContext { templates: vec!["home.html".to_owned()], context }
}

fn page(view: &View, engine: &Engine, id: PageId, found: &mut Diagnostics) -> PageContext {
    let page = view.site.page(id);
    let common = page.common();
    let body = bodies::of_page(engine, view, id);
    found.append(body.diagnostics.clone());
    let mut head = Head::new(page.lang(), page.title(), &page.path);
    head.description = page.summary();
    head.noindex =
        common.noindex.is_some_and(|flag| flag.0) || page.note.is_some_and(|note| note != StatusNote::Expired);
    if let Some(section) = page.section.map(|id| view.site.section(id)) {
        head.trail = vec![(section.title.clone(), section.path.clone())];
        head.trail.extend(month_of(view, page));
        head.feeds = feed_of(section.feed, &section.title, &section.path);
    }
    head.alternates = std::iter::once(id)
        .chain(page.translations.iter().copied())
        .map(|id| (view.site.page(id).lang(), view.site.page(id).path.clone()))
        .collect();
    head.alternates.sort();
    let mut context = head.context(view);

    let mut value: Map = view.summary(id).into_map().unwrap_or_default();
    let content = page.shows_body().then_some(body.html.as_str()).filter(|html| !html.trim().is_empty());
    let mut set = |key: &'static str, field: Value| {
        value.insert(key.into(), field);
    };
    set("content", html(content));
    set("toc", list(body.toc.iter().map(toc_entry)));
    set("authors", list(common.authors.iter().map(|id| view.term_by_id("people", id, page.lang()))));
    set("people", list(common.people.iter().filter_map(|part| person(view, page, part))));
    set("newer", page.newer.map_or_else(Value::none, |id| view.summary(id)));
    set("older", page.older.map_or_else(Value::none, |id| view.summary(id)));
    let related = related(&view.site, id, page);
    set("backlinks", view.summaries(other_backlinks(&view.site, page, &related)));
    set("related", view.summaries(related));
    set("translations", list(page.translations.iter().map(|id| translation(view, *id))));
    set("comments", comments(view, page));
    set(
        "attachments",
        list(page.common().attachments.iter().filter_map(|attachment| attached(view, page, attachment))),
    );
    set("signoff", text(common.signoff.as_ref().and_then(signoff)));
    set("about", view.about(page));
    set(
        "import",
        common.import.as_ref().map_or_else(Value::none, |import| {
            map([
                ("from", text(import.from.as_deref())),
                ("legacy_id", text(import.legacy_id.as_deref())),
                ("url", text(import.url.as_deref())),
                ("notes", text(import.notes.as_deref())),
            ])
        }),
    );
    set(
        "changes",
        list(common.changes.iter().map(|change| {
            map([
                ("at", view.written(change.at.as_ref())),
                ("note", text(change.note.as_deref())),
                ("level", text(change.level.map(|level| level.word()))),
            ])
        })),
    );
    set("withdrawn", withdrawn(view, page));
    set("extra", view.extra(page));
    for (key, field) in kind_fields(view, page) {
        set(key, field);
    }
    context.insert_value("page", Value::from(value));
    let mut templates: Vec<String> = common.template.iter().map(|name| name.0.clone()).collect();
    if templates.is_empty() {
        templates.extend([format!("{}.html", page.kind().word()), "page.html".to_owned()]);
    }
    PageContext { templates, context }
}

/// How many related items a page shows.
const RELATED: usize = 5;

/// The fields of the page's kind; those of other kinds are there too, and none.
fn kind_fields(view: &View, page: &Page) -> Vec<(&'static str, Value)> {
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
            notes = html(release.notes_to_editors.as_deref().map(|prose| bodies::prose(view, prose, page.lang())));
            let record = release.boilerplate.as_ref().and_then(|id| view.site.records.boilerplates.get(id));
            boilerplate = html(record.map(|prose| bodies::prose(view, prose, page.lang())));
        }
        KindFields::Workshop(workshop) => {
            contacts = contact_list(view, &workshop.contacts);
            workshop_value = workshop_fields(view, page, workshop);
        }
        KindFields::Page(_) => {}
    }
    vec![
        ("dateline", dateline),
        ("number", number),
        ("contacts", contacts),
        ("notes_to_editors", notes),
        ("boilerplate", boilerplate),
        ("workshop", workshop_value),
    ]
}

fn workshop_fields(view: &View, page: &Page, workshop: &Workshop) -> Value {
    let lang = page.lang();
    let organization = |id: &Id| view.term_by_id("organizations", id, lang);
    let person = |id: &Id| {
        let term = view.term_by_id("people", id, lang);
        map([("name", field(&term, "name")), ("url", field(&term, "url"))])
    };
    let speakers = workshop.speakers.iter().filter_map(|speaker| {
        let term = view.term_by_id("people", speaker.person.as_ref()?, lang);
        Some(map([
            ("name", field(&term, "name")),
            ("url", field(&term, "url")),
            ("role", text(speaker.role.as_deref())),
            ("org", option(speaker.org.as_ref().map(&organization))),
            ("topic", text(speaker.topic.as_deref())),
        ]))
    });
    let day = page.document.front.dates.start.as_ref();
    let when = |written: &Option<Line>| {
        date(written.as_ref().and_then(|written| session_time(written, day, &view.config.zone)).as_ref())
    };
    let sessions = workshop.sessions.iter().map(|session| {
        map([
            ("id", text(session.id.as_deref())),
            ("title", text(session.title.as_deref())),
            ("type", text(session.kind.map(|kind| kind.word()))),
            ("start", when(&session.start)),
            ("end", when(&session.end)),
            ("speakers", list(session.speakers.iter().map(&person))),
            ("moderator", option(session.moderator.as_ref().map(&person))),
            ("room", text(session.room.as_deref())),
            ("abstract", text(session.summary.as_deref())),
        ])
    });
    let attendance = workshop.attendance.as_ref().map(|attendance| {
        map([
            ("attended", option(attendance.attended)),
            ("registered", option(attendance.registered)),
            ("approximate", Value::from(attendance.approximate.is_some_and(|flag| flag.0))),
        ])
    });
    let releases = page.backlinks.iter().copied().filter(|id| is_about(&view.site, *id, page));
    map([
        ("organizer", option(workshop.organizer.as_ref().map(&organization))),
        ("co_organizers", list(workshop.co_organizers.iter().map(&organization))),
        ("audience", text(workshop.audience.as_deref())),
        ("capacity", option(workshop.capacity)),
        ("speakers", list(speakers)),
        ("sessions", list(sessions)),
        ("attendance", option(attendance)),
        ("outcomes", list(workshop.outcomes.iter().map(|outcome| Value::from(outcome.0.as_str())))),
        ("releases", view.summaries(releases)),
    ])
}

/// Whether an item names a page as its event.
fn is_about(site: &Site, id: PageId, event: &Page) -> bool {
    site.page(id).common().event.as_deref() == Some(event.id.as_str())
}

/// Items to read next, without those that the page shows elsewhere: its event, and releases about it.
fn related(site: &Site, id: PageId, page: &Page) -> Vec<PageId> {
    let event = match &page.event {
        Some(Mention::Page(event)) => Some(*event),
        _ => None,
    };
    let mut related = crate::site::related::of(site, id, RELATED + 1 + page.backlinks.len().min(RELATED));
    related.retain(|other| Some(*other) != event && !is_about(site, *other, page));
    related.truncate(RELATED);
    related
}

/// Items in the page's language that link here, without those that the page shows elsewhere.
fn other_backlinks(site: &Site, page: &Page, related: &[PageId]) -> Vec<PageId> {
    let shown = |id: &PageId| {
        (site.page(*id).lang(), site.page(*id).is_listed()) == (page.lang(), true)
            && !related.contains(id)
            && !is_about(site, *id, page)
    };
    let mut others: Vec<PageId> = page.backlinks.iter().copied().filter(shown).collect();
    others.sort_by_key(|id| site.page(*id).rank);
    others
}

fn field(value: &Value, name: &str) -> Value {
    value.get_from_path(name).cloned().unwrap_or_else(Value::none)
}

fn contact_list(view: &View, contacts: &[OneOr<Id, Contact>]) -> Value {
    list(contacts.iter().filter_map(|contact| match contact {
        OneOr::One(id) => view.site.records.contacts.get(id).map(contact_value),
        OneOr::Record(contact) => Some(contact_value(contact)),
    }))
}

fn person(view: &View, page: &Page, part: &OneOr<Id, PersonPart>) -> Option<Value> {
    let (id, part) = match part {
        OneOr::One(id) => (id, None),
        OneOr::Record(part) => (part.person.as_ref()?, Some(part)),
    };
    let term = view.term_by_id("people", id, page.lang());
    Some(map([
        ("person", Value::from(id.0.as_str())),
        ("name", field(&term, "name")),
        ("as", text(part.and_then(|part| part.part).map(|part| part.word()))),
        ("role", text(part.and_then(|part| part.role.as_deref()))),
        ("url", field(&term, "url")),
    ]))
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

fn attached(view: &View, page: &Page, attachment: &crate::parse::kinds::shared::Attachment) -> Option<Value> {
    let base = page.document.place.base();
    let file = attachment.file.as_deref().and_then(|name| view.site.file(&base, name));
    let (url, format, size) = match (file, attachment.url.as_deref()) {
        (Some(file), _) => {
            let value = view.file(file);
            (field(&value, "url"), field(&value, "format"), field(&value, "size"))
        }
        (None, Some(url)) => (Value::from(url), Value::none(), Value::none()),
        (None, None) => return None,
    };
    Some(map([
        ("title", text(attachment.title.as_deref())),
        ("url", url),
        ("format", format),
        ("size", size),
        ("lang", text(attachment.lang.as_deref())),
        ("note", text(attachment.note.as_deref())),
    ]))
}

/// `(*humas_crew/nn)`
fn signoff(signoff: &crate::parse::kinds::shared::Signoff) -> Option<String> {
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
    let endpoint = settings.endpoint.is_some() || settings.mailto.is_some();
    let written = page.common().comments.as_ref();
    let mode =
        written.and_then(|comments| comments.mode).unwrap_or(if endpoint && page.kind() != crate::config::Kind::Page {
            CommentMode::Open
        } else {
            CommentMode::Closed
        });
    let closes =
        written.and_then(|comments| comments.closes_at.as_ref()).and_then(|at| at.in_zone(&view.config.zone).ok());
    let by_age = page.date().zip(settings.close_after_days).map(|(date, days)| {
        let hours = i64::try_from(days).unwrap_or(i64::MAX / 24).saturating_mul(24);
        date.instant()
            .saturating_add(jiff::SignedDuration::from_hours(hours.min(24 * 36_500)))
            .unwrap_or(jiff::Timestamp::MAX)
    });
    let closed = closes.as_ref().map(When::instant).or(by_age).is_some_and(|at| at <= view.moment.now);
    let mode = if mode == CommentMode::Open && closed { CommentMode::Closed } else { mode };
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
    let shown: &[crate::parse::Comment] = if mode == CommentMode::Hidden { &[] } else { &page.comments };
    let items = crate::site::threads::in_order(shown).into_iter().map(|(comment, depth)| {
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

fn archived(
    view: &View,
    id: crate::site::SectionId,
    (year, month): (i16, Option<i8>),
    number: usize,
    path: &str,
) -> PageContext {
    let section = view.site.section(id);
    let years = view.plan.archives.get(id.0 as usize).map(Vec::as_slice).unwrap_or_default();
    let Some(found) = years.iter().find(|found| found.year == year) else { return nothing() };
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
    head.feeds = feed_of(section.feed, &section.title, &section.path);
    let mut context = head.context(view);
    let pages: Vec<PageId> = match month {
        Some(month) => {
            found.months.iter().find(|found| found.month == month).map(|found| found.pages.clone()).unwrap_or_default()
        }
        None => found.pages().collect(),
    };
    let base = archive::path(section, year, month);
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
    let pages = Pages { ids: &pages, size: section.page_size, path: &base, lang: section.lang };
    context.insert_value("pager", pages.pager(view, number));
    PageContext { templates: vec!["archive.html".to_owned()], context }
}

fn terms(view: &View, index: usize, lang: Lang, path: &str) -> PageContext {
    let Some(taxonomy) = view.site.taxonomies.get(index) else { return nothing() };
    let title = taxonomy_title(view, index, lang);
    let mut head = Head::new(lang, &title, path);
    let editions = view.config.langs().filter(|lang| !taxonomy.used(*lang).is_empty());
    head.alternates = editions.map(|lang| (lang, taxonomy.index_path(&view.config, lang))).collect();
    let mut context = head.context(view);
    let mut value = taxonomy_value(view, index, lang, &title).into_map().unwrap_or_default();
    value.insert("terms".into(), view.used_terms(index, lang));
    context.insert_value("taxonomy", Value::from(value));
    PageContext { templates: vec!["terms.html".to_owned()], context }
}

fn taxonomy_value(view: &View, index: usize, lang: Lang, title: &str) -> Value {
    let Some(taxonomy) = view.site.taxonomies.get(index) else { return Value::none() };
    map([
        ("name", Value::from(taxonomy.name.as_str())),
        ("title", Value::from(title)),
        ("url", Value::from(view.url(&taxonomy.index_path(&view.config, lang)))),
    ])
}

/// The printed name of a taxonomy: the configuration's, else the theme's word, else its key.
fn taxonomy_title(view: &View, index: usize, lang: Lang) -> String {
    let Some(taxonomy) = view.site.taxonomies.get(index) else { return String::new() };
    let own = taxonomy.titles.get(usize::from(lang.0)).cloned().flatten();
    own.unwrap_or_else(|| {
        let key = format!("taxonomy-{}", taxonomy.name);
        let said = view.words.plain(lang, &key);
        if said == key { taxonomy.name.clone() } else { said }
    })
}

/// The entry of a term in its data file.
fn record(view: &View, taxonomy: &str, id: &str) -> Value {
    let records = &view.site.records;
    match taxonomy {
        "people" => records.people.get(id).map_or_else(Value::none, |person| {
            map([
                ("name", text(person.name.as_deref())),
                ("full_name", Value::from(crate::site::terms::full_name(person, id))),
                ("as_published", list(person.as_published.iter().map(|name| Value::from(name.0.as_str())))),
                (
                    "roles",
                    list(person.roles.iter().map(|role| {
                        map([
                            ("title", text(role.title.as_deref())),
                            ("from", view.written(role.from.as_ref())),
                            ("to", view.written(role.to.as_ref())),
                        ])
                    })),
                ),
            ])
        }),
        "organizations" => records.organizations.get(id).map_or_else(Value::none, |organization| {
            map([
                ("name", text(organization.name.as_deref())),
                ("short", text(organization.short.as_deref())),
                ("url", text(organization.url.as_deref())),
                ("email", text(organization.email.as_deref())),
                ("closed", Value::from(organization.closed.is_some_and(|flag| flag.0))),
            ])
        }),
        "topics" | "districts" => {
            let table = if taxonomy == "topics" { &records.topics } else { &records.districts };
            table.get(id).map_or_else(Value::none, |topic| map([("description", text(topic.description.as_deref()))]))
        }
        _ => Value::none(),
    }
}

fn feed_of(has: bool, title: &str, path: &str) -> Vec<(String, String)> {
    if has { vec![(title.to_owned(), format!("{path}atom.xml"))] } else { Vec::new() }
}

fn section_editions(site: &Site, folder: &str) -> Vec<(Lang, String)> {
    let editions = site.sections.iter().filter(|section| section.folder == folder);
    editions.map(|section| (section.lang, section.path.clone())).collect()
}

/// A list that is cut into pages.
struct Pages<'a> {
    ids: &'a [PageId],
    size: usize,
    path: &'a str,
    lang: Lang,
}

impl Pages<'_> {
    fn pager(&self, view: &View, number: usize) -> Value {
        let total = page_count(self.ids.len(), self.size);
        let url = |number: usize| Value::from(view.url(&pager_path(self.path, number, &view.config, self.lang)));
        let start = (number.max(1) - 1).saturating_mul(self.size);
        let items = self.ids.iter().copied().skip(start).take(self.size);
        map([
            ("items", view.summaries(items)),
            ("number", count(number)),
            ("total", count(total)),
            ("count", count(self.ids.len())),
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
