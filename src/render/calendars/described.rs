//! What a calendar says of an event besides its time and place, in plain lines: what became of it, who speaks, for whom it is, its
//! sessions, how to join and how to register.

use super::days::{Day, Timed};
use crate::locale::Words;
use crate::locale::date::{Format, When, format};
use crate::parse::kinds::workshop::{EventStatus, Registration};
use crate::parse::kinds::{KindFields, Workshop};
use crate::render::view::View;
use crate::site::terms::full_name;
use crate::site::{Page, calendars, changes};
use crate::yaml::Id;

/// The words of calendars. They are the program's own, for a theme may have none for them.
struct Terms {
    cancelled: &'static str,
    withdrawn: &'static str,
    postponed: &'static str,
    before: &'static str,
    speakers: &'static str,
    audience: &'static str,
    sessions: &'static str,
    online: &'static str,
    registration: &'static str,
    opens: &'static str,
    closes: &'static str,
    answer: &'static str,
}

const INDONESIAN: Terms = Terms {
    cancelled: "Acara ini dibatalkan.",
    withdrawn: "Dicabut",
    postponed: "Acara ini ditunda.",
    before: "Waktu semula",
    speakers: "Pembicara",
    audience: "Peserta",
    sessions: "Susunan acara",
    online: "Daring",
    registration: "Pendaftaran",
    opens: "dibuka",
    closes: "ditutup",
    answer: "Konfirmasi",
};

const ENGLISH: Terms = Terms {
    cancelled: "This event has been cancelled.",
    withdrawn: "Withdrawn",
    postponed: "This event has been postponed.",
    before: "Originally",
    speakers: "Speakers",
    audience: "For",
    sessions: "Programme",
    online: "Online",
    registration: "Registration",
    opens: "opens",
    closes: "closes",
    answer: "RSVP",
};

fn terms(words: Words) -> &'static Terms {
    match words {
        Words::Indonesian => &INDONESIAN,
        Words::English => &ENGLISH,
    }
}

/// What stands for a place where there is none.
pub(super) fn online(words: Words) -> &'static str {
    terms(words).online
}

/// The lines about an item's event on one of its days, of which there are so many.
pub(super) fn text(view: &View, page: &Page, day: &Day<'_>, number: (usize, usize)) -> Option<String> {
    let words = view.rules(page.lang());
    let say = terms(words);
    let mut lines: Vec<String> = Vec::new();
    if !page.is_listed() {
        let reason = page.common().withdrawn.as_ref().and_then(|own| own.reason.as_deref());
        return Some(reason.map_or_else(|| say.cancelled.to_owned(), |reason| format!("{}: {reason}", say.withdrawn)));
    }
    match (number, words) {
        ((_, 1), _) => {}
        ((own, all), Words::Indonesian) => lines.push(format!("Hari ke-{own} dari {all}")),
        ((own, all), Words::English) => lines.push(format!("Day {own} of {all}")),
    }
    match page.fields() {
        KindFields::Workshop(workshop) => of_event(view, page, workshop, day, &mut lines),
        _ => {
            let answer = calendars::invitation(page).and_then(|invite| invite.rsvp.as_deref());
            lines.extend(answer.map(|answer| format!("{}: {answer}", say.answer)));
        }
    }
    (!lines.is_empty()).then(|| lines.join("\n"))
}

fn of_event(view: &View, page: &Page, workshop: &Workshop, day: &Day<'_>, lines: &mut Vec<String>) {
    let words = view.rules(page.lang());
    let say = terms(words);
    let dates = &page.document.front.dates;
    match workshop.event_status {
        Some(EventStatus::Cancelled) => lines.push(say.cancelled.to_owned()),
        Some(EventStatus::Postponed) => lines.push(say.postponed.to_owned()),
        Some(EventStatus::Rescheduled) => {
            let before = dates.previous_start.as_ref();
            lines.extend(before.map(|before| format!("{}: {}", say.before, format(before, Format::FullTime, words))));
        }
        Some(EventStatus::Scheduled | EventStatus::Completed) | None => {}
    }
    // Degrees have commas.
    let speakers: Vec<String> =
        workshop.speakers.iter().filter_map(|own| Some(name(view, own.person.as_ref()?))).collect();
    if !speakers.is_empty() {
        lines.push(format!("{}: {}", say.speakers, speakers.join("; ")));
    }
    lines.extend(workshop.audience.as_deref().map(|audience| format!("{}: {audience}", say.audience)));
    if !day.sessions.is_empty() {
        lines.push(format!("{}:", say.sessions));
        lines.extend(day.sessions.iter().map(|own| session(view, own, words)));
    }
    if let Some(online) = workshop.online.as_ref().filter(|_| changes::may_be_joined(&page.document, view.moment.now)) {
        let parts = [online.platform.as_deref(), online.url.as_deref()];
        let parts: Vec<&str> = parts.into_iter().flatten().collect();
        if !parts.is_empty() {
            lines.push(format!("{}: {}", say.online, parts.join(", ")));
        }
        lines.extend(online.passcode_hint.as_deref().map(str::to_owned));
    }
    let state = changes::registration_state(&page.document, view.moment.now);
    if let (Some(registration), Some("open" | "not_yet")) = (&workshop.registration, state) {
        lines.extend(registering(registration, page, say, words));
    }
}

/// `09.00–10.30 Tabel yang terbaca (Dra. Dini Saraswati, M.A.P.)`
fn session(view: &View, own: &Timed<'_>, words: Words) -> String {
    // The zone stands with the event.
    let clock = |at: &When| format(at, Format::Time, words).split(' ').next().unwrap_or_default().to_owned();
    let hours = match &own.end {
        Some(end) => format!("{}–{}", clock(&own.start), clock(end)),
        None => clock(&own.start),
    };
    let people: Vec<String> = own.session.speakers.iter().map(|id| name(view, id)).collect();
    let people = if people.is_empty() { String::new() } else { format!(" ({})", people.join("; ")) };
    format!("{hours} {}{people}", own.session.title.as_deref().unwrap_or_default())
}

/// Where and until when to register; none where an item says neither.
fn registering(registration: &Registration, page: &Page, say: &Terms, words: Words) -> Option<String> {
    let dates = &page.document.front.dates;
    let told = |word: &str, at: Option<&When>| at.map(|at| format!("{word} {}", format(at, Format::FullTime, words)));
    let parts = [
        registration.url.as_deref().map(|url| reached(url).to_owned()),
        told(say.opens, dates.registration_opens.as_ref()),
        told(say.closes, dates.registration_closes.as_ref()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| format!("{}: {}", say.registration, parts.join("; ")))
}

/// An address as people write it: of a `mailto:` the address alone.
fn reached(url: &str) -> &str {
    let address = url.strip_prefix("mailto:").map(|rest| rest.split('?').next().unwrap_or(rest));
    address.unwrap_or(url)
}

/// A person with degrees.
fn name(view: &View, id: &Id) -> String {
    view.site.records.people.get(id).map_or_else(|| id.0.clone(), |person| full_name(person, id))
}
