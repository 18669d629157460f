//! The fields of programmes, materials, announcements and galleries, as templates see them.

use tera::Value;

use super::page::field;
use super::relations;
use crate::diagnostic::Diagnostics;
use crate::parse::kinds::shared::Licence;
use crate::parse::kinds::{Announcement, Gallery, KindFields, Material, Programme};
use crate::plan::FeedFormat;
use crate::render::engine::Engine;
use crate::render::files::{self, Named};
use crate::render::places::contact_value;
use crate::render::value::{html, list, map, option, text};
use crate::render::view::View;
use crate::site::mentions::is_file_name;
use crate::site::{Page, PageId, Relation, changes};

/// A page, and what its values are made from.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    pub(super) view: &'a View,
    pub(super) engine: &'a Engine,
    pub(super) id: PageId,
    pub(super) page: &'a Page,
}

/// The value of the page's own kind; those of other kinds are there too, and none.
pub(super) fn of(shown: Shown<'_>, markdown: Option<&str>, found: &mut Diagnostics) -> Vec<(&'static str, Value)> {
    let Shown { view, id, page, .. } = shown;
    let mut all = vec![
        ("programme", Value::none()),
        ("material", Value::none()),
        ("announcement", Value::none()),
        ("gallery", Value::none()),
        ("owner", Value::none()),
    ];
    let own = match page.fields() {
        KindFields::Programme(programme) => ("programme", of_programme(view, id, page, programme)),
        KindFields::Material(material) => ("material", of_material(shown, material, found)),
        KindFields::Announcement(announcement) => {
            ("announcement", of_announcement(view, id, page, announcement, markdown))
        }
        KindFields::Gallery(gallery) => ("gallery", of_gallery(shown, gallery, found)),
        KindFields::Page(fields) => {
            let owner = fields.owner.as_ref().map(|id| view.term_by_id("organizations", id, page.lang()));
            ("owner", option(owner))
        }
        KindFields::PressRelease(_) | KindFields::Workshop(_) => return all,
    };
    all.retain(|(key, _)| *key != own.0);
    all.push(own);
    all
}

/// What the page's summary holds of its kind, and more.
fn with(view: &View, id: PageId, key: &'static str, more: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    let mut all = field(&view.summary(id), key).into_map().unwrap_or_default();
    all.extend(more.into_iter().map(|(key, value)| (key.into(), value)));
    Value::from(all)
}

fn of_programme(view: &View, id: PageId, page: &Page, programme: &Programme) -> Value {
    let owner = programme.owner.as_ref().map(|id| view.term_by_id("organizations", id, page.lang()));
    let legal_basis = programme.legal_basis.iter().map(|basis| {
        map([
            ("title", text(basis.title.as_deref())),
            ("number", text(basis.number.as_deref())),
            ("url", text(basis.url.as_deref())),
        ])
    });
    let feed = view.url(&format!("{}{}", page.path, FeedFormat::Atom.file()));
    let more = [
        ("owner", option(owner)),
        ("objectives", list(programme.objectives.iter().map(|aim| Value::from(aim.0.as_str())))),
        ("legal_basis", list(legal_basis)),
        ("members", relations::members(view, page)),
        ("feed", Value::from(feed)),
    ];
    with(view, id, "programme", more)
}

fn of_material(shown: Shown<'_>, material: &Material, found: &mut Diagnostics) -> Value {
    let Shown { view, engine, id, page } = shown;
    let base = page.document.place.base();
    let file = material.file.as_deref().and_then(|name| view.site.file(&base, name));
    let accessible = match material.accessible_version.as_deref() {
        Some(name) if is_file_name(name) => view.site.file(&base, name).map(|file| {
            Named { page, file, field: "accessible_version" }.facts(engine, found);
            let value = files::value(view, file, None);
            map([("title", field(&value, "name")), ("url", field(&value, "url"))])
        }),
        _ => page.named(Relation::AccessibleVersion).map(|id| view.reference(id)),
    };
    let contact = material.alternative_format_contact.as_ref().and_then(|id| view.site.records.contacts.get(id));
    let naming = |relation| relations::shown(&view.site, page, relation);
    // Either side may say it.
    let newer = page.named(Relation::ReplacedBy).or_else(|| naming(Relation::Replaces).next());
    let older = page.named(Relation::Replaces).or_else(|| naming(Relation::ReplacedBy).next());
    let facts = file.and_then(|file| Named { page, file, field: "file" }.facts(engine, found));
    let of_file = file.map(|file| {
        let own = files::value(view, file, facts.as_deref());
        ["format", "media", "size", "pages", "sha256"].map(|key| (key, field(&own, key)))
    });
    let more = [
        ("name", text(material.download_name.as_deref())),
        ("path", text(file.map(|file| file.path.as_str()))),
        ("version", text(material.version.as_deref())),
        ("issued", view.written(material.issued.as_ref())),
        ("license", licence(material.license)),
        ("accessible", option(material.accessible.map(|flag| flag.0))),
        ("accessible_version", option(accessible)),
        ("alternative_format_contact", option(contact.map(contact_value))),
        ("session", text(material.session.as_ref().and_then(|id| session(view, page, id)))),
        ("replaces", option(older.map(|id| view.reference(id)))),
        ("replaced_by", option(newer.map(|id| view.reference(id)))),
    ];
    with(view, id, "material", more.into_iter().chain(of_file.into_iter().flatten()))
}

/// The materials of an event, with the pages of their files.
pub(super) fn materials(shown: Shown<'_>) -> Value {
    let Shown { view, engine, page, .. } = shown;
    let site = &view.site;
    list(relations::materials(site, page).into_iter().map(|id| {
        let (own, summary) = (site.page(id), view.summary(id));
        let KindFields::Material(material) = own.fields() else { return summary };
        let base = own.document.place.base();
        let file = material.file.as_deref().and_then(|name| site.file(&base, name));
        // That a file cannot be read is told with the material's own page.
        let facts =
            file.and_then(|file| Named { page: own, file, field: "file" }.facts(engine, &mut Diagnostics::new()));
        let Some(pages) = facts.and_then(|facts| facts.pages) else { return summary };
        let with_pages = with(view, id, "material", [("pages", Value::from(pages))]);
        let mut all = summary.into_map().unwrap_or_default();
        all.insert("material".into(), with_pages);
        Value::from(all)
    }))
}

/// The title of a session of the page's event.
fn session(view: &View, page: &Page, id: &str) -> Option<String> {
    let KindFields::Workshop(event) = view.site.page(page.named(Relation::Event)?).fields() else { return None };
    let session = event.sessions.iter().find(|session| session.id.as_deref() == Some(id))?;
    session.title.as_deref().map(str::to_owned)
}

fn of_announcement(view: &View, id: PageId, page: &Page, own: &Announcement, instruction: Option<&str>) -> Value {
    let source = own
        .source
        .as_ref()
        .map(|source| map([("name", text(source.name.as_deref())), ("url", text(source.url.as_deref()))]));
    let followed_by = relations::shown(&view.site, page, Relation::Follows).map(|id| view.reference(id));
    let more = [
        ("instruction", html(instruction)),
        ("source", option(source)),
        ("msg_type", text(own.msg_type.map(|kind| kind.word()))),
        ("references", list(page.all_named(Relation::Follows).map(|id| view.reference(id)))),
        ("followed_by", list(followed_by)),
        ("standing", Value::from(changes::is_announced(&page.document, view.moment.now))),
    ];
    with(view, id, "announcement", more)
}

fn of_gallery(shown: Shown<'_>, gallery: &Gallery, found: &mut Diagnostics) -> Value {
    let Shown { view, engine, id, page } = shown;
    let base = page.document.place.base();
    let photos = gallery.photos.iter().enumerate().filter_map(|(index, photo)| {
        let file = view.site.file(&base, photo.src.as_deref()?)?;
        let file = Named { page, file, field: &format!("photos[{index}].src") }.picture(view, engine, found);
        let people = photo.people.iter().map(|id| view.term_by_id("people", id, page.lang()));
        let own = [
            ("alt", text(photo.alt.as_deref())),
            ("caption", text(photo.caption.as_deref())),
            ("credit", text(photo.credit.as_deref())),
            ("taken_at", view.written(photo.taken_at.as_ref())),
            ("place", text(photo.place.as_deref())),
            ("people", list(people)),
            ("focal", list(photo.focal.iter().map(|part| Value::from(*part)))),
        ];
        let mut all = file.into_map().unwrap_or_default();
        all.extend(own.map(|(key, value)| (key.into(), value)));
        Some(Value::from(all))
    });
    let videos = gallery.video.iter().map(|video| {
        let url = video.url.as_deref();
        map([
            ("url", text(url)),
            ("title", text(video.title.as_deref().or(url))),
            ("captions", Value::from(video.captions.is_some_and(|flag| flag.0))),
        ])
    });
    let more = [
        ("photos", list(photos)),
        ("videos", list(videos)),
        ("download", Value::from(gallery.download.is_some_and(|flag| flag.0))),
        ("license", licence(gallery.license)),
    ];
    with(view, id, "gallery", more)
}

fn licence(licence: Option<Licence>) -> Value {
    option(licence.map(|licence| map([("name", Value::from(licence.word())), ("url", text(licence.url()))])))
}
