//! `page.workshop`: an event with all that only events have.

use tera::Value;

use super::page::field;
use super::people::{person, with};
use super::relations;
use crate::parse::kinds::Workshop;
use crate::parse::kinds::rules::workshop::{session_time, zone_of};
use crate::parse::kinds::workshop::{EventStatus, Recording, Session};
use crate::render::places::contact_value;
use crate::render::value::{date, list, map, option, text};
use crate::render::view::View;
use crate::site::{Page, Relation, changes};
use crate::yaml::{Id, Line};

pub(super) fn value(view: &View, page: &Page, workshop: &Workshop) -> Value {
    let lang = page.lang();
    let organization = |id: &Id| view.term_by_id("organizations", id, lang);
    let speakers = workshop.speakers.iter().filter_map(|speaker| {
        let own = person(view, page, speaker.person.as_ref()?, speaker.role.as_ref());
        let org = speaker.org.as_ref().map_or_else(|| field(&own, "org"), &organization);
        Some(with(own, [("org", org), ("topic", text(speaker.topic.as_deref()))]))
    });
    let committee = workshop.committee.iter();
    let committee =
        committee.filter_map(|member| Some(person(view, page, member.person.as_ref()?, member.role.as_ref())));
    let attendance = workshop.attendance.as_ref().map(|attendance| {
        map([
            ("attended", option(attendance.attended)),
            ("registered", option(attendance.registered)),
            ("approximate", Value::from(attendance.approximate.is_some_and(|flag| flag.0))),
            ("groups", lines(&attendance.groups)),
        ])
    });
    let certificate = workshop.certificate.as_ref().map(|certificate| {
        map([
            ("available", Value::from(certificate.available.is_none_or(|flag| flag.0))),
            ("hours_jp", option(certificate.hours_jp)),
        ])
    });
    let moved = workshop.event_status == Some(EventStatus::Rescheduled);
    let previous = page.document.front.dates.previous_start.as_ref().filter(|_| moved);
    let report = page.named(Relation::Report);
    let releases = relations::releases(view, page).filter(|id| Some(*id) != report);
    map([
        ("previous_start", date(previous)),
        ("online", online(view, page, workshop)),
        ("organizer", option(workshop.organizer.as_ref().map(&organization))),
        ("co_organizers", list(workshop.co_organizers.iter().map(&organization))),
        ("committee", list(committee)),
        ("audience", text(workshop.audience.as_deref())),
        ("capacity", option(workshop.capacity)),
        ("registration", registration(view, page, workshop)),
        ("speakers", list(speakers)),
        ("sessions", sessions(view, page, workshop)),
        ("certificate", option(certificate)),
        ("recordings", list(workshop.recordings.iter().map(|recording| recorded(view, page, recording)))),
        ("attendance", option(attendance)),
        ("outcomes", lines(&workshop.outcomes)),
        ("releases", view.summaries(releases)),
    ])
}

fn lines(lines: &[Line]) -> Value {
    list(lines.iter().map(|line| Value::from(line.0.as_str())))
}

/// Where to join. The address and the way to its password are there while somebody can be met.
fn online(view: &View, page: &Page, workshop: &Workshop) -> Value {
    let Some(online) = &workshop.online else { return Value::none() };
    let opens = changes::may_be_joined(&page.document, view.moment.now);
    map([
        ("url", text(online.url.as_deref().filter(|_| opens))),
        ("platform", text(online.platform.as_deref())),
        ("passcode_hint", text(online.passcode_hint.as_deref().filter(|_| opens))),
    ])
}

fn registration(view: &View, page: &Page, workshop: &Workshop) -> Value {
    let Some(registration) = &workshop.registration else { return Value::none() };
    let dates = &page.document.front.dates;
    let contact = registration.contact.as_ref().and_then(|id| view.site.records.contacts.get(id));
    map([
        ("state", text(changes::registration_state(&page.document, view.moment.now))),
        ("url", text(registration.url.as_deref())),
        ("opens_at", date(dates.registration_opens.as_ref())),
        ("closes_at", date(dates.registration_closes.as_ref())),
        ("quota", option(registration.quota)),
        ("fee", text(registration.fee.as_deref())),
        ("contact", option(contact.map(contact_value))),
    ])
}

/// The sessions, each with the day that it is on: its own, else that of the one before.
fn sessions(view: &View, page: &Page, workshop: &Workshop) -> Value {
    let first = page.document.front.dates.start.as_ref();
    let zone = zone_of(workshop, &view.config);
    let when = |written: &Option<Line>| session_time(written.as_deref()?, first, &zone);
    let mut day = first.map(|first| first.date());
    list(workshop.sessions.iter().map(|session: &Session| {
        let (start, end) = (when(&session.start), when(&session.end));
        day = start.as_ref().or(end.as_ref()).map(|when| when.date()).or(day);
        map([
            ("id", text(session.id.as_deref())),
            ("title", text(session.title.as_deref())),
            ("type", text(session.kind.map(|kind| kind.word()))),
            ("day", option(day.map(|day| day.to_string()))),
            ("start", date(start.as_ref())),
            ("end", date(end.as_ref())),
            ("speakers", list(session.speakers.iter().map(|id| person(view, page, id, None)))),
            ("moderator", option(session.moderator.as_ref().map(|id| person(view, page, id, None)))),
            ("room", text(session.room.as_deref())),
            ("abstract", text(session.summary.as_deref())),
        ])
    }))
}

fn recorded(view: &View, page: &Page, recording: &Recording) -> Value {
    let address = |name: Option<&str>| name.map(|name| address(view, page, name));
    map([
        ("url", text(address(recording.url.as_deref()))),
        ("captions", option(recording.captions.map(|flag| flag.0))),
        ("transcript", text(address(recording.transcript.as_deref()))),
    ])
}

/// The address of a file of the site, or one elsewhere.
fn address(view: &View, page: &Page, name: &str) -> String {
    match view.site.file(&page.document.place.base(), name) {
        Some(file) => view.file_url(&file.path),
        None if name.starts_with('/') => view.url(name),
        None => name.to_owned(),
    }
}
