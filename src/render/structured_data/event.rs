//! Events and programmes: `EducationEvent`, `Event`, `EventSeries`.
//!
//! What Google asks of an event stands in each, in those that are named in passing too: name, start and place
//! (<https://developers.google.com/search/docs/appearance/structured-data/event>).

use super::{Item, Named, Post, Scene, Shown, lists, work};
use crate::formats::structured_data::{Graph, List, Object};
use crate::parse::kinds::rules::workshop::{session_time, zone_of};
use crate::parse::kinds::workshop::{EventStatus, EventType, Mode, SessionType};
use crate::parse::kinds::{KindFields, Programme, Workshop};
use crate::render::places::{Spot, spot};
use crate::site::{Page, PageId, Relation, changes};
use crate::yaml::scalars::Dated;
use crate::yaml::{Id, Line};

/// Members of a programme that its node names, at most; its page lists all.
const MOST_MEMBERS: usize = 50;

/// Zones in which an address without a country is in Indonesia.
const ZONES: [&str; 4] = ["Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura"];

/// The type of an event: one to learn at, or any other.
pub(super) fn kind(workshop: &Workshop) -> &'static str {
    match workshop.event_type.unwrap_or(EventType::Workshop) {
        EventType::Rapat | EventType::Upacara | EventType::KonferensiPers => "Event",
        _ => "EducationEvent",
    }
}

/// The event of a page, with all that is known of it.
pub(super) fn whole<'a>(
    node: &mut Object<'_>,
    shown: Shown<'_, 'a>,
    named: &mut Named<'a>,
    (workshop, item): (&'a Workshop, &Item<'_>),
) {
    let (scene, page) = shown;
    let view = scene.view;
    work::begin(node, shown, "name");
    core(node, shown, named, workshop);
    work::image(node, shown);
    if let Some(text) = workshop.audience.as_deref() {
        node.object("audience", "Audience", |audience| audience.text("audienceType", Some(text)));
    }
    let quota = workshop.registration.as_ref().and_then(|registration| registration.quota);
    node.count("maximumAttendeeCapacity", workshop.capacity.or(quota));
    offers(node, shown, workshop);
    if let Some(programme) = page.named(Relation::Programme).map(|id| view.site.page(id)) {
        let base = &view.config.base_url;
        node.object("superEvent", "EventSeries", |own| {
            own.id(&work::id(view, programme));
            own.text("name", Some(programme.title()));
            own.address("url", &[&base.origin, &base.path, &programme.path]);
        });
    }
    sessions(node, shown, named, workshop);
    node.list("workFeatured", |list| item.parts.iter().for_each(|id| work::stub(list, view, *id)));
    node.list("recordedIn", |list| {
        for recording in &workshop.recordings {
            list.object("CreativeWork", |own| {
                let address = recording.url.as_deref().map(|name| address(scene, page, name));
                own.text("url", address.as_deref());
            });
        }
    });
    node.texts("keywords", work::keywords(view, page));
    work::contacts(view, &workshop.contacts, named);
}

/// An event that another item is about.
pub(super) fn brief<'a>(graph: &mut Graph, shown: Shown<'_, 'a>, named: &mut Named<'a>) {
    let (scene, page) = shown;
    let KindFields::Workshop(workshop) = page.fields() else { return };
    let base = &scene.view.config.base_url;
    graph.node(kind(workshop), |node| {
        node.id(&work::id(scene.view, page));
        node.text("name", Some(page.title()));
        node.address("url", &[&base.origin, &base.path, &page.path]);
        core(node, shown, named, workshop);
    });
}

/// When, where, how it stands, and who.
fn core<'a>(node: &mut Object<'_>, shown: Shown<'_, 'a>, named: &mut Named<'a>, workshop: &'a Workshop) {
    let (scene, page) = shown;
    let (view, home) = (scene.view, scene.view.shared.home());
    let dates = &page.document.front.dates;
    node.date("startDate", dates.start.as_ref());
    node.date("endDate", dates.end.as_ref().filter(|_| workshop.end.is_some()));
    let status = workshop.event_status.unwrap_or(EventStatus::Scheduled);
    node.date("previousStartDate", dates.previous_start.as_ref().filter(|_| status == EventStatus::Rescheduled));
    // schema.org has no word for what took place.
    let status = match status {
        EventStatus::Scheduled | EventStatus::Completed => "https://schema.org/EventScheduled",
        EventStatus::Rescheduled => "https://schema.org/EventRescheduled",
        EventStatus::Postponed => "https://schema.org/EventPostponed",
        EventStatus::Cancelled => "https://schema.org/EventCancelled",
    };
    node.text("eventStatus", Some(status));
    let mode = match workshop.mode.unwrap_or(Mode::Offline) {
        Mode::Offline => "https://schema.org/OfflineEventAttendanceMode",
        Mode::Online => "https://schema.org/OnlineEventAttendanceMode",
        Mode::Hybrid => "https://schema.org/MixedEventAttendanceMode",
    };
    node.text("eventAttendanceMode", Some(mode));
    location(node, shown, workshop);
    let organizers = workshop.organizer.iter().chain(&workshop.co_organizers);
    let organizers: Vec<&Id> = organizers.filter(|id| view.shared.organization(id, page.lang()).is_some()).collect();
    node.list("organizer", |list| {
        for id in organizers {
            named.organization(id);
            list.reference(&[home, "#", id]);
        }
    });
    node.list("performer", |list| {
        for speaker in &workshop.speakers {
            let Some(id) = &speaker.person else { continue };
            let post = work::post(view, page, id, speaker.role.as_ref());
            let org = speaker.org.as_ref().map(|org| org.0.as_str());
            performer(list, scene, named, (id, Post { org: org.or(post.org), ..post }));
        }
    });
}

fn performer<'a>(list: &mut List<'_>, scene: &Scene<'a>, named: &mut Named<'a>, (id, post): (&'a Id, Post<'a>)) {
    let shared = &scene.view.shared;
    if shared.person(id, scene.lang).is_some() {
        list.reference(&[shared.home(), "#tokoh/", id]);
        named.person(id, post);
    }
}

/// Where it takes place, on the ground, online, or both.
fn location(node: &mut Object<'_>, (scene, page): Shown<'_, '_>, workshop: &Workshop) {
    let view = scene.view;
    let mode = workshop.mode.unwrap_or(Mode::Offline);
    let base = &view.config.base_url;
    node.list("location", |list| {
        if let Some(own) = workshop.venue.as_ref().filter(|_| mode != Mode::Online) {
            let record = own.venue.as_ref().and_then(|id| view.site.records.venues.get(id));
            let zone = view.config.zone.name();
            list.object("Place", |place| {
                place.id(&[&base.origin, &base.path, &page.path, "#tempat"]);
                of_spot(place, &spot(own, record), ZONES.contains(&zone));
            });
        }
        if mode != Mode::Offline {
            let url = workshop.online.as_ref().and_then(|online| online.url.as_deref());
            let url = url.filter(|_| changes::may_be_joined(&page.document, view.moment.now));
            list.object("VirtualLocation", |own| match url {
                Some(url) => own.text("url", Some(url)),
                // Once nobody is there any more, the page is where it can be found.
                None => own.address("url", &[&base.origin, &base.path, &page.path]),
            });
        }
    });
}

fn of_spot(place: &mut Object<'_>, spot: &Spot<'_>, in_indonesia: bool) {
    match (spot.name, spot.room) {
        (Some(name), Some(room)) => place.address("name", &[name, ", ", room]),
        (name, room) => place.text("name", name.or(room)),
    }
    place.object("address", "PostalAddress", |address| {
        address.text("streetAddress", spot.street);
        address.text("addressLocality", spot.city);
        address.text("addressRegion", spot.region);
        address.text("postalCode", spot.postal_code);
        address.text("addressCountry", in_indonesia.then_some("ID"));
    });
    if let Some((latitude, longitude)) = spot.geo {
        place.object("geo", "GeoCoordinates", |geo| {
            geo.number("latitude", latitude);
            geo.number("longitude", longitude);
        });
    }
    place.text("hasMap", spot.map_url);
}

/// How to register. What can be had no more is not offered as sold out: nobody said so.
fn offers(node: &mut Object<'_>, (scene, page): Shown<'_, '_>, workshop: &Workshop) {
    let Some(registration) = &workshop.registration else { return };
    let dates = &page.document.front.dates;
    let availability = match changes::registration_state(&page.document, scene.view.moment.now) {
        Some("open") => Some("https://schema.org/InStock"),
        Some("not_yet") => Some("https://schema.org/PreOrder"),
        _ => None,
    };
    let price = registration.fee.as_deref().and_then(price);
    node.object("offers", "Offer", |offer| {
        let web = registration.url.as_deref().filter(|url| url.starts_with("https://"));
        offer.text("url", Some(web.unwrap_or(scene.url)));
        offer.count("price", price);
        offer.text("priceCurrency", price.map(|_| "IDR"));
        offer.text("availability", availability);
        offer.date("validFrom", dates.registration_opens.as_ref());
        offer.date("availabilityEnds", dates.registration_closes.as_ref());
    });
    node.flag("isAccessibleForFree", price.map(|price| price == 0));
}

/// What a fee is in rupiah, where its words say it: `gratis`, `Rp50.000`.
fn price(fee: &str) -> Option<u64> {
    let fee = fee.to_lowercase();
    if ["gratis", "free", "tidak dipungut", "tanpa biaya"].iter().any(|word| fee.contains(word)) {
        return Some(0);
    }
    let amount = fee.strip_prefix("rp")?.trim().split(',').next()?;
    let digits: String = amount.chars().filter(|letter| *letter != '.').collect();
    digits.parse().ok()
}

/// Its sessions, pauses left out.
fn sessions<'a>(node: &mut Object<'_>, shown: Shown<'_, 'a>, named: &mut Named<'a>, workshop: &'a Workshop) {
    let (scene, page) = shown;
    let base = &scene.view.config.base_url;
    let first = page.document.front.dates.start.as_ref();
    let zone = zone_of(workshop, &scene.view.config);
    let when = |written: &Option<Line>| session_time(written.as_deref()?, first, &zone);
    node.list("subEvent", |list| {
        for session in workshop.sessions.iter().filter(|session| session.kind != Some(SessionType::Break)) {
            list.object(kind(workshop), |own| {
                own.text("name", session.title.as_deref());
                own.text("description", session.summary.as_deref());
                let (start, end) = (when(&session.start), when(&session.end));
                own.date("startDate", start.as_ref().or(end.as_ref()).or(first));
                own.date("endDate", end.as_ref());
                if workshop.venue.is_some() && workshop.mode != Some(Mode::Online) {
                    own.reference("location", &[&base.origin, &base.path, &page.path, "#tempat"]);
                } else {
                    location(own, shown, workshop);
                }
                own.list("performer", |list| {
                    for id in &session.speakers {
                        performer(list, scene, named, (id, work::post(scene.view, page, id, None)));
                    }
                });
            });
        }
    });
}

/// The address of a file of the site, or one elsewhere.
fn address(scene: &Scene<'_>, page: &Page, name: &str) -> String {
    let view = scene.view;
    match view.site.file(&page.document.place.base(), name) {
        Some(file) => format!("{}{}", view.config.base_url.origin, view.file_url(&file.path)),
        None if name.starts_with('/') => view.permalink(name),
        None => name.to_owned(),
    }
}

/// A programme: what it is, and the page that gathers what belongs to it.
pub(super) fn programme<'a>(
    graph: &mut Graph,
    shown: Shown<'_, 'a>,
    named: &mut Named<'a>,
    (programme, item): (&'a Programme, &Item<'_>),
) {
    let (scene, page) = shown;
    let view = scene.view;
    let is_event = |id: &PageId| matches!(view.site.page(*id).fields(), KindFields::Workshop(_));
    let (events, others): (Vec<PageId>, Vec<PageId>) =
        item.parts.iter().take(MOST_MEMBERS).partition(|id| is_event(id));
    graph.node("EventSeries", |node| {
        node.id(&work::id(view, page));
        node.text("url", Some(scene.url));
        node.text("name", Some(page.title()));
        node.text("description", page.summary());
        node.text("inLanguage", Some(&view.config.language(page.lang()).code));
        if let Some(period) = &programme.period {
            let day = |at: Option<&Dated>| at?.in_zone(&view.config.zone).ok();
            node.date("startDate", day(period.start.as_ref()).as_ref());
            node.date("endDate", day(period.end.as_ref()).as_ref());
        }
        work::image(node, shown);
        if let Some(owner) = programme.owner.as_ref().filter(|id| view.shared.organization(id, page.lang()).is_some()) {
            named.organization(owner);
            node.reference("organizer", &[view.shared.home(), "#", owner]);
        }
        node.list("subEvent", |list| {
            for id in &events {
                let page = view.site.page(*id);
                let KindFields::Workshop(workshop) = page.fields() else { continue };
                let base = &view.config.base_url;
                list.object(kind(workshop), |own| {
                    own.id(&work::id(view, page));
                    own.text("name", Some(page.title()));
                    own.address("url", &[&base.origin, &base.path, &page.path]);
                    core(own, (scene, page), named, workshop);
                });
            }
        });
    });
    graph.node("CollectionPage", |node| {
        lists::frame(node, scene);
        work::dates(node, page);
        node.reference("mainEntity", &work::id(view, page));
        node.list("hasPart", |list| others.iter().for_each(|id| work::stub(list, view, *id)));
        node.list("citation", |list| {
            for basis in &programme.legal_basis {
                list.object("Legislation", |law| {
                    law.text("name", basis.title.as_deref());
                    law.text("legislationIdentifier", basis.number.as_deref());
                    law.text("url", basis.url.as_deref());
                });
            }
        });
        node.texts("keywords", work::keywords(view, page));
    });
    work::contacts(view, &programme.contacts, named);
}
