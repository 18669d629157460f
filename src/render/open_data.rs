//! Open data: which values of the site stand in its lists. Only items that lists of the site show, and what their pages say of them.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::failed;
use super::feeds::publisher;
use super::summary::picture;
use super::view::{FILE_NAME, View};
use crate::config::{Kind, Lang};
use crate::diagnostic::Diagnostics;
use crate::formats::media;
use crate::formats::open_data::Published;
use crate::formats::open_data::{
    Alert, Document, Entries, Event, Gallery, Group, Index, Item, List, Listed, Moment, Picture, Place, Programme,
    Release, Term, Terms, Translation, Url, json, list_schema, schema_file, table,
};
use crate::locale::date::{When, Written};
use crate::parse::kinds::announcement::AlertLevel;
use crate::parse::kinds::programme::ProgrammeStatus;
use crate::parse::kinds::shared::{InfoClass, Licence, Venue};
use crate::parse::kinds::workshop::{EventStatus, Mode};
use crate::parse::kinds::{KindFields, workshop::Workshop};
use crate::plan::open_data::lists;
use crate::plan::{DataList, OpenData};
use crate::site::{Page, PageId, PublishedFile, Relation, Site, changes};
use crate::yaml::Scalar;

/// What an address that someone wrote may not hold as it is (RFC 3986 §2); what is encoded already stays so.
const WRITTEN: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'\\').add(b'^').add(b'`').add(b'{').add(b'|').add(b'}');

/// The bytes of a file of open data.
///
/// # Errors
/// What the writer says; it fails only when memory does.
pub(super) fn bytes(view: &View, data: OpenData) -> Result<Vec<u8>, Diagnostics> {
    let site = &*view.site;
    let address = view.permalink(&data.address(site));
    let made = match data {
        OpenData::Index => json(&index(view), 1),
        OpenData::IndexSchema => schema_file(&address, "index", Index::schema()),
        OpenData::Table => table(newest(site, None).into_iter().map(|id| item(view, id))),
        OpenData::List(list) => {
            let schema = Url(view.permalink(&OpenData::Schema(list).address(site)).into());
            let updated = updated(view);
            match list {
                DataList::Items(kind) => {
                    let ids = newest(site, Some(kind));
                    let items = Entries(|| ids.iter().map(|id| item(view, *id)));
                    json(&List { schema, updated, count: size(ids.len()), items }, ids.len())
                }
                DataList::Terms(taxonomy) => {
                    let items = terms(view, taxonomy);
                    let count = items.len();
                    json(&List { schema, updated, count: size(count), items }, count)
                }
            }
        }
        OpenData::Schema(list) => {
            let schema = match list {
                DataList::Items(kind) => list_schema::<Item<'_>>(Some(kind.word())),
                DataList::Terms(_) => list_schema::<Term<'_>>(None),
            };
            schema_file(&address, list.name(site), schema)
        }
    };
    made.map_err(failed)
}

fn size(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// Items that lists show, newest first; of every kind or of one.
fn newest(site: &Site, kind: Option<Kind>) -> Vec<PageId> {
    let is_wanted = |page: &Page| page.is_listed() && kind.is_none_or(|kind| page.kind() == kind);
    let mut ids: Vec<PageId> = site.page_ids().filter(|(_, page)| is_wanted(page)).map(|(id, _)| id).collect();
    ids.sort_by_key(|id| site.rank(*id));
    ids
}

fn index(view: &View) -> Index<'_> {
    let (site, config) = (&*view.site, &view.config);
    let at = |data: OpenData| Url(view.permalink(&data.address(site)).into());
    let listed = |list: DataList| Listed {
        name: list.name(site),
        url: at(OpenData::List(list)),
        schema: at(OpenData::Schema(list)),
        count: size(match list {
            DataList::Items(kind) => newest(site, Some(kind)).len(),
            DataList::Terms(taxonomy) => terms(view, taxonomy).len(),
        }),
    };
    let default = config.language(config.default_lang());
    let terms = config.license.as_deref().map(|name| {
        let known = Licence::from_scalar(name).ok().and_then(Licence::url);
        let own = Some(name).filter(|name| name.starts_with("https://") || name.starts_with("http://"));
        Terms { name, url: known.or(own).map(|address| Url(written(address))) }
    });
    Index {
        schema: at(OpenData::IndexSchema),
        title: &default.title,
        publisher: publisher(view, config.default_lang()).into(),
        url: Url(view.permalink("/").into()),
        updated: updated(view),
        time_zone: config.zone.name(),
        languages: config.langs().filter(|lang| site.has_edition(*lang)).map(|lang| code(view, lang)).collect(),
        license: terms,
        table: at(OpenData::Table),
        lists: lists(site).into_iter().map(listed).collect(),
    }
}

/// When something that is listed changed last: a date of the content, never the clock's.
fn updated(view: &View) -> Option<Moment> {
    let pages = view.site.pages.iter().filter(|page| page.is_listed());
    moment(pages.filter_map(|page| page.changed()).max_by_key(|when| when.instant()))
}

fn code(view: &View, lang: Lang) -> &str {
    &view.config.language(lang).code
}

fn moment(when: Option<&When>) -> Option<Moment> {
    when.map(|when| Moment(when.iso()))
}

/// The groups of a taxonomy, each once for every language in which it has items.
fn terms(view: &View, index: usize) -> Vec<Term<'_>> {
    let Some(taxonomy) = view.site.taxonomies.get(index) else { return Vec::new() };
    let mut terms: Vec<&crate::site::Term> = taxonomy.terms.iter().collect();
    terms.sort_by(|a, b| a.id.cmp(&b.id));
    let editions = |term| {
        view.config.langs().filter_map(move |lang| {
            let term: &crate::site::Term = term;
            let path = taxonomy.term_path(term, &view.config, lang)?;
            Some(Term {
                id: &term.id,
                lang: code(view, lang),
                name: term.name(lang),
                short: term.short.as_deref(),
                url: page_url(view, &path),
                items: size(term.pages_in(lang).len()),
            })
        })
    };
    terms.into_iter().flat_map(editions).collect()
}

/// The address of a page.
fn page_url(view: &View, path: &str) -> Url<'static> {
    Url(view.permalink(&utf8_percent_encode(path, FILE_NAME).to_string()).into())
}

/// An address as someone wrote it.
fn written(address: &str) -> Cow<'_, str> {
    utf8_percent_encode(address, WRITTEN).into()
}

fn item(view: &View, id: PageId) -> Item<'_> {
    let site = &*view.site;
    let page = site.page(id);
    let common = page.common();
    let groups = |name: &str| -> Vec<Group<'_>> {
        let found = site.taxonomies.iter().zip(&page.terms).find(|(taxonomy, _)| taxonomy.name == name);
        let Some((taxonomy, terms)) = found else { return Vec::new() };
        let terms = terms.iter().map(|term| taxonomy.term(*term));
        terms.map(|term| Group { id: &term.id, name: term.name(page.lang()) }).collect()
    };
    let named = |relation: Relation| page.named(relation).map(|id| site.page(id).id.as_str());
    let others = page.translations.iter().map(|id| site.page(*id));
    let mut item = Item {
        id: &page.id,
        kind: page.kind().word(),
        item_type: page.fields().type_word(),
        lang: code(view, page.lang()),
        title: page.title(),
        subtitle: common.subtitle.as_deref(),
        summary: page.summary(),
        url: page_url(view, &page.path),
        date: moment(page.date()),
        date_precision: page.precision().word(),
        updated: moment(page.document.front.dates.updated.as_ref()),
        organizations: groups("organizations"),
        topics: groups("topics"),
        tags: groups("tags"),
        districts: groups("districts"),
        people: groups("people"),
        information_class: page.info_class().map(InfoClass::word),
        event_id: named(Relation::Event),
        programme_id: named(Relation::Programme),
        translations: others
            .map(|other| Translation { lang: code(view, other.lang()), url: page_url(view, &other.path) })
            .collect(),
        image: image(view, page),
        release: None,
        event: None,
        programme: None,
        document: None,
        alert: None,
        gallery: None,
    };
    with_own(&mut item, view, page);
    item
}

/// Fills in what only items of its kind have.
fn with_own<'v>(item: &mut Item<'v>, view: &'v View, page: &'v Page) {
    let dates = &page.document.front.dates;
    let in_zone = |date: Option<&Written>| {
        date.and_then(|date| date.in_zone(&view.config.zone).ok()).map(|when| Moment(when.iso()))
    };
    match page.fields() {
        KindFields::PressRelease(own) => {
            item.release = Some(Release {
                number: own.number.as_deref(),
                city: own.dateline.as_ref().and_then(|dateline| dateline.city.as_deref()),
                corrections: size(page.common().corrections.len()),
            });
        }
        KindFields::Workshop(own) => {
            item.event = Some(Event {
                start: moment(dates.start.as_ref()),
                end: moment(dates.end.as_ref()),
                status: own.event_status.unwrap_or(EventStatus::Scheduled).word(),
                mode: own.mode.unwrap_or(Mode::Offline).word(),
                place: place(view, own),
                organizer: own.organizer.as_deref(),
                audience: own.audience.as_deref(),
                capacity: own.capacity,
            });
        }
        KindFields::Programme(own) => {
            let period = own.period.as_ref();
            let status = changes::programme_status(&page.document, &view.config, view.moment.now);
            item.programme = Some(Programme {
                start: in_zone(period.and_then(|period| period.start.as_ref())),
                end: in_zone(period.and_then(|period| period.end.as_ref())),
                status: status.map(ProgrammeStatus::word),
                owner: own.owner.as_deref(),
            });
        }
        KindFields::Material(own) => {
            let file = own.file.as_deref().and_then(|name| file(view, page, name));
            let elsewhere = own.url.as_deref().map(|address| match address.starts_with('/') {
                true => Url(view.permalink(&written(address)).into()),
                false => Url(written(address)),
            });
            item.document = Some(Document {
                media_type: file.map(|file| media::of(&file.path).into()),
                url: file.map(|file| file_url(view, file)).or(elsewhere),
                version: own.version.as_deref(),
                issued: in_zone(own.issued.as_ref()),
                license: own.license.map(Licence::word),
            });
        }
        KindFields::Announcement(own) => {
            item.alert = Some(Alert {
                level: own.level.map(AlertLevel::word),
                headline: own.headline.as_deref().unwrap_or(page.title()),
                starts_at: moment(dates.starts_at.as_ref()),
                expires_at: moment(dates.expires_at.as_ref()),
            });
        }
        KindFields::Gallery(own) => {
            let license = own.license.map(Licence::word);
            item.gallery = Some(Gallery { photos: size(own.photos.len()), license });
        }
        KindFields::Page(_) => {}
    }
}

/// Where an event takes place: what stands in the item wins over the record of the venue.
fn place<'v>(view: &'v View, event: &'v Workshop) -> Option<Place<'v>> {
    let own = event.venue.as_ref()?;
    let record: Option<&Venue> = own.venue.as_ref().and_then(|id| view.site.records.venues.get(id));
    macro_rules! part {
        ($field:ident) => {
            own.$field.as_deref().or_else(|| record.and_then(|record| record.$field.as_deref()))
        };
    }
    Some(Place {
        name: part!(name).or(own.venue.as_deref()),
        street: part!(street),
        district: part!(district),
        city: part!(city),
        region: part!(region),
        postal_code: part!(postal_code),
    })
}

fn file<'v>(view: &'v View, page: &Page, name: &str) -> Option<&'v PublishedFile> {
    view.site.file(&page.document.place.base(), name)
}

fn file_url(view: &View, file: &PublishedFile) -> Url<'static> {
    page_url(view, &file.path)
}

fn image<'v>(view: &'v View, page: &'v Page) -> Option<Picture<'v>> {
    let own = picture(page)?;
    let file = file(view, page, own.src)?;
    Some(Picture {
        url: file_url(view, file),
        alt: own.alt,
        credit: own.credit,
        license: own.license,
        width: file.size.map(|size| size.0.into()),
        height: file.size.map(|size| size.1.into()),
    })
}
