//! Events held against each other and against the clock: nobody speaks in two places at once, no room holds two events, and what is
//! said to be over has begun.
//!
//! Only times are held against each other: of two events that name days alone nobody knows whether they meet. A room that is named is
//! taken for the whole of such a day all the same. Editions in other languages are the event itself.

use jiff::{Timestamp, ToSpan};
use rayon::prelude::*;

use super::{Page, PageId, Site, changes};
use crate::config::Config;
use crate::diagnostic::{Argument, Code, Diagnostic, Diagnostics, Severity};
use crate::locale::date::When;
use crate::parse::kinds::rules::overlap::{Span, overlaps};
use crate::parse::kinds::rules::workshop::{session_time, zone_of};
use crate::parse::kinds::workshop::EventStatus;
use crate::parse::kinds::{KindFields, Workshop};
use crate::source::Location;
use crate::yaml::{self, Id};

/// Judges all events.
pub(super) fn check(site: &Site, config: &Config, now: Timestamp, found: &mut Diagnostics) {
    let events: Vec<(PageId, &Page, &Workshop)> = site
        .page_ids()
        .filter_map(|(id, page)| match page.fields() {
            KindFields::Workshop(workshop) => Some((id, page, &**workshop)),
            _ => None,
        })
        .collect();
    for (_, page, workshop) in &events {
        ahead(page, workshop, now, found);
    }
    let held: Vec<(PageId, &Page, &Workshop)> = events
        .into_iter()
        .filter(|(id, page, workshop)| {
            let is_off = matches!(workshop.event_status, Some(EventStatus::Cancelled | EventStatus::Postponed));
            !is_off && page.is_listed() && !page.document.broken && !site.is_later_edition(*id)
        })
        .collect();
    people(site, &held, config, found);
    places(site, &held, found);
}

/// What is said to be over has begun; whoever is to come must know whom to ask.
fn ahead(page: &Page, workshop: &Workshop, now: Timestamp, found: &mut Diagnostics) {
    let document = &page.document;
    let front = &document.front;
    if workshop.event_status == Some(EventStatus::Completed)
        && front.dates.start.as_ref().is_some_and(|start| start.instant() > now)
    {
        let early = front.finding(&document.source, Code::CompletedAhead, &["event_status"]);
        let start = front.place("start").map(|place| Location::new(&document.source, place));
        found.push(start.into_iter().fold(early, Diagnostic::related));
    }
    let asks = workshop.registration.as_ref().is_some_and(|registration| registration.contact.is_some());
    let is_off = workshop.event_status == Some(EventStatus::Cancelled);
    let has_contact = !workshop.contacts.is_empty() || asks;
    if !has_contact && !is_off && page.is_listed() && !document.broken && !changes::is_over(document, now) {
        let key = || Argument::Key("contacts".to_owned(), "narahubung".to_owned());
        let mut expected = Diagnostic::at(Code::ExpectedKey, &document.source, front.opening())
            .with("example", yaml::example(&front.record(), "contacts"))
            .with("keys", key())
            .with("key", key())
            .with("count", 1_usize);
        if page.common().import.is_some() {
            expected.severity = Severity::Info;
        }
        found.push(expected);
    }
}

/// Where an event names a person.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Named {
    Speaker(usize),
    SpeakerOf(usize, usize),
    Moderator(usize),
}

impl Named {
    fn path(self) -> String {
        match self {
            Named::Speaker(at) => format!("speakers[{at}].person"),
            Named::SpeakerOf(session, at) => format!("sessions[{session}].speakers[{at}]"),
            Named::Moderator(session) => format!("sessions[{session}].moderator"),
        }
    }
}

type PersonSpan<'a> = Span<&'a str, (PageId, Named)>;

fn people(site: &Site, events: &[(PageId, &Page, &Workshop)], config: &Config, found: &mut Diagnostics) {
    let spans = events.par_iter().flat_map_iter(|(id, page, workshop)| appearances(*id, page, workshop, config));
    let mut told = None;
    for ((before, at), (own, named)) in overlaps(spans.collect()) {
        // Within one event it was told.
        if before == own || told == Some((before, own)) {
            continue;
        }
        told = Some((before, own));
        let (other, page) = (site.page(before), site.page(own));
        let path = named.path();
        let finding = page.document.front.finding(&page.document.source, Code::PersonTwice, &[&path]);
        let person = person_at(page, named).map_or("", |id| id.0.as_str());
        let finding = finding.with("problem", "event").with("person", person).with("title", other.title());
        found.push(finding.related(place_in(other, &at.path())));
    }
}

/// When an event's speakers and moderators are there: in their sessions, else in the whole of an event within one day.
fn appearances<'a>(id: PageId, page: &'a Page, workshop: &'a Workshop, config: &Config) -> Vec<PersonSpan<'a>> {
    let dates = &page.document.front.dates;
    let Some(start) = &dates.start else { return Vec::new() };
    let zone = zone_of(workshop, config);
    let mut spans: Vec<PersonSpan<'a>> = Vec::new();
    for (at, session) in workshop.sessions.iter().enumerate() {
        let when = |written: &Option<yaml::Line>| session_time(written.as_deref()?, Some(start), &zone);
        let (Some(from), Some(until)) = (when(&session.start), when(&session.end)) else { continue };
        if from.time().is_none() || until.time().is_none() {
            continue;
        }
        let mut add = |person: &'a Id, named: Named| {
            spans.push(Span { key: &**person, from: from.instant(), until: until.instant(), of: (id, named) });
        };
        session.speakers.iter().enumerate().for_each(|(index, person)| add(person, Named::SpeakerOf(at, index)));
        session.moderator.iter().for_each(|person| add(person, Named::Moderator(at)));
    }
    if let Some(end) = dates.end.as_ref().filter(|end| is_timed(start, end) && start.date() == end.date()) {
        let mut named: Vec<&str> = spans.iter().map(|span| span.key).collect();
        named.sort_unstable();
        for (at, speaker) in workshop.speakers.iter().enumerate() {
            let Some(person) = speaker.person.as_deref().filter(|person| named.binary_search(person).is_err()) else {
                continue;
            };
            let of = (id, Named::Speaker(at));
            spans.push(Span { key: person, from: start.instant(), until: end.instant(), of });
        }
    }
    spans
}

fn person_at(page: &Page, named: Named) -> Option<&Id> {
    let KindFields::Workshop(workshop) = page.fields() else { return None };
    match named {
        Named::Speaker(at) => workshop.speakers.get(at)?.person.as_ref(),
        Named::SpeakerOf(session, at) => workshop.sessions.get(session)?.speakers.get(at),
        Named::Moderator(session) => workshop.sessions.get(session)?.moderator.as_ref(),
    }
}

fn is_timed(start: &When, end: &When) -> bool {
    start.time().is_some() && end.time().is_some()
}

fn places(site: &Site, events: &[(PageId, &Page, &Workshop)], found: &mut Diagnostics) {
    let named: Vec<(PageId, &str, String)> = events
        .iter()
        .filter_map(|(id, _, workshop)| {
            let venue = workshop.venue.as_ref()?;
            let id_of_venue = venue.venue.as_deref()?;
            let record = site.records.venues.get(id_of_venue);
            let room = venue.room.as_deref().or_else(|| record?.room.as_deref());
            Some((*id, id_of_venue, room.unwrap_or_default().to_lowercase()))
        })
        .collect();
    let spans = named.iter().flat_map(|(id, venue, room)| {
        let of_place = taken(site.page(*id), !room.is_empty());
        of_place.into_iter().map(|(from, until)| Span { key: (*venue, room.as_str()), from, until, of: *id })
    });
    let mut pairs: Vec<(PageId, PageId)> = overlaps(spans.collect());
    pairs.retain(|(before, own)| before != own);
    pairs.sort_unstable_by_key(|(before, own)| (*own, *before));
    pairs.dedup();
    for (before, own) in pairs {
        let (other, page) = (site.page(before), site.page(own));
        let finding = page.document.front.finding(&page.document.source, Code::PlaceTwice, &["venue"]);
        let finding = finding.with("title", other.title());
        found.push(finding.related(place_in(other, "venue")));
    }
}

/// An event of more days than these is a season: nobody books a room for all of it.
const MOST_DAYS: i32 = 31;

/// When an event's place is taken: on each of its days from the first hour to the last.
fn taken(page: &Page, has_room: bool) -> Vec<(Timestamp, Timestamp)> {
    let dates = &page.document.front.dates;
    let (Some(start), Some(end)) = (&dates.start, &dates.end) else { return Vec::new() };
    let days = start.date().until(end.date()).map_or(i32::MAX, |span| span.get_days());
    if !(0..=MOST_DAYS).contains(&days) {
        return Vec::new();
    }
    let is_daily = is_timed(start, end) && days > 0 && end.time() > start.time();
    if is_daily {
        let day = |number: i32| {
            let from = start.zoned().checked_add(number.days()).ok()?;
            let until = end.zoned().checked_sub((days - number).days()).ok()?;
            Some((from.timestamp(), until.timestamp()))
        };
        return (0..=days).filter_map(day).collect();
    }
    if start.time().is_none() && !has_room {
        // A whole building holds more than one event on one day.
        return Vec::new();
    }
    vec![(start.instant(), end.end_instant())]
}

/// Where another item says it.
fn place_in(page: &Page, path: &str) -> Location {
    let source = &page.document.source;
    page.document.front.place(path).map_or_else(|| Location::file(source), |place| Location::new(source, place))
}
