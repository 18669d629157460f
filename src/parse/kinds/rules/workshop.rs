//! What an event's own file can be judged by: its times, its programme, how to register, where to join.

use std::ops::Range;

use jiff::Timestamp;

use super::Judge;
use super::overlap::{Span, overlaps};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::date::{When, Zone, parse_time};
use crate::parse::kinds::Workshop;
use crate::parse::kinds::coordinates::coordinates;
use crate::parse::kinds::shared::Venue;
use crate::parse::kinds::workshop::{EventStatus, Mode, Registration, Session};
use crate::source::Location;

/// A session whose start is known.
struct Timed<'a> {
    index: usize,
    session: &'a Session,
    start: When,
    end: Option<When>,
}

impl Timed<'_> {
    /// From when to when it lasts; without an end, for the moment of its start. None for one that has days only.
    fn span(&self) -> Option<(Timestamp, Timestamp)> {
        self.start.time()?;
        let end = self.end.as_ref().map(When::end_instant);
        Some((self.start.instant(), end.unwrap_or(self.start.instant())))
    }
}

impl Judge<'_> {
    pub(super) fn workshop(&mut self, workshop: &Workshop, config: &Config) {
        let mode = workshop.mode.unwrap_or(Mode::Offline);
        if mode != Mode::Online && !self.unread.has("mode") {
            self.require("venue", workshop.venue.is_some());
        }
        let address = workshop.online.as_ref().and_then(|online| online.url.as_deref());
        if mode != Mode::Offline && !self.unread.has("online") && address.is_none() {
            self.broken("online-without-address", &["mode", "cara"]);
        }
        if address.is_some_and(|url| !url.starts_with("https://")) {
            self.broken("meeting-not-https", &["online.url"]);
        }
        if let Some(name) = workshop.timezone.as_deref()
            && let Err(error) = Zone::parse(name)
        {
            let finding = self.front.finding(self.source, Code::UnknownZone, &["timezone", "zona"]);
            self.found.push(finding.with("value", name).suggesting(error.suggestions.first().map(String::as_str)));
        }
        let dates = &self.front.dates;
        if let (Some(start), Some(end)) = (&dates.start, &dates.end)
            && is_before(end, start)
        {
            self.against("ends-before-start", "end", "start");
        }
        if workshop.event_status == Some(EventStatus::Rescheduled)
            && workshop.previous_start.is_none()
            && !self.unread.has("previous_start")
        {
            self.broken("rescheduled-without-previous", &["event_status", "status_acara"]);
        }
        if let Some(registration) = &workshop.registration {
            self.registration(registration);
        }
        if let Some(venue) = &workshop.venue {
            self.venue(venue);
        }
        for (index, recording) in workshop.recordings.iter().enumerate() {
            if recording.captions.is_some_and(|flag| !flag.0) {
                let path = format!("recordings[{index}].captions");
                self.found.push(self.front.finding(self.source, Code::NoCaptions, &[&path]));
            }
        }
        self.sessions(workshop, config);
    }

    /// Whoever registers does so before the event, at an address that a browser or a mail program opens.
    fn registration(&mut self, registration: &Registration) {
        let url = registration.url.as_deref();
        if url.is_some_and(|url| !url.starts_with("https://") && !url.starts_with("mailto:")) {
            self.broken("registration-not-https", &["registration.url"]);
        }
        let dates = &self.front.dates;
        if let (Some(opens), Some(closes)) = (&dates.registration_opens, &dates.registration_closes)
            && closes.end_instant() <= opens.instant()
        {
            self.against("registration-closes-before-opening", "registration.closes_at", "registration.opens_at");
        }
        if let (Some(closes), Some(start)) = (&dates.registration_closes, &dates.start)
            && is_before(start, closes)
        {
            self.against("registration-closes-after-start", "registration.closes_at", "start");
        }
    }

    fn venue(&mut self, venue: &Venue) {
        if !venue.geo.is_empty() && coordinates(&venue.geo).is_none() {
            self.broken("not-coordinates", &["venue.geo"]);
        }
    }

    fn sessions(&mut self, workshop: &Workshop, config: &Config) {
        let zone = zone_of(workshop, config);
        let day = self.front.dates.start.clone();
        let mut timed = Vec::new();
        for (index, session) in workshop.sessions.iter().enumerate() {
            let mut read = |key: &str, written: Option<&str>| {
                let written = written?;
                let when = session_time(written, day.as_ref(), &zone);
                // A time of the event's day means nothing while that day is not known, and that was told.
                let of_unknown_day = day.is_none() && parse_time(written).is_ok();
                if when.is_none() && !of_unknown_day {
                    let finding =
                        self.front.finding(self.source, Code::NotADate, &[&format!("sessions[{index}].{key}")]);
                    self.found.push(finding.with("value", written).with("problem", "time"));
                }
                when
            };
            let start = read("start", session.start.as_deref());
            let end = read("end", session.end.as_deref());
            if let Some(start) = start {
                timed.push(Timed { index, session, start, end });
            }
        }
        // Some are not there that were written wrongly, and the numbers of the others are not what they were.
        if self.unread.has("sessions") {
            return;
        }
        for own in &timed {
            self.inside(own, workshop);
        }
        self.rooms(&timed);
        self.people(&timed);
    }

    /// A session ends after it starts, and lies within the event.
    fn inside(&mut self, own: &Timed<'_>, workshop: &Workshop) {
        let (start, end) = (format!("sessions[{}].start", own.index), format!("sessions[{}].end", own.index));
        if own.end.as_ref().is_some_and(|end| is_before(end, &own.start)) {
            return self.against("session-ends-before-start", &end, &start);
        }
        let dates = &self.front.dates;
        let Some(first) = &dates.start else { return };
        // Nothing lies within an event that ends before it starts, which was told.
        if dates.end.as_ref().is_some_and(|end| is_before(end, first)) {
            return;
        }
        let (last_path, last) = if own.end.is_some() { (&end, own.end.as_ref()) } else { (&start, Some(&own.start)) };
        let is_late = |last: &When| match &dates.end {
            Some(until) if workshop.end.is_some() => is_before(until, last),
            // Without an end the event lasts to the end of its day.
            _ => first.date() < last.date(),
        };
        let outside = if is_before(&own.start, first) {
            Some((&start, "early", "start"))
        } else if last.is_some_and(is_late) {
            Some((last_path, "late", if workshop.end.is_some() { "end" } else { "start" }))
        } else {
            None
        };
        if let Some((path, problem, bound)) = outside {
            let finding = self.front.finding(self.source, Code::SessionOutside, &[path]);
            let finding = finding.with("problem", problem).with("title", title(own.session));
            let bound = self.front.place(bound).map(|place| Location::new(self.source, place));
            self.found.push(bound.into_iter().fold(finding, Diagnostic::related));
        }
    }

    /// A room holds one session at a time.
    fn rooms(&mut self, timed: &[Timed<'_>]) {
        let rooms: Vec<(usize, &Timed<'_>, String)> = timed
            .iter()
            .enumerate()
            .filter_map(|(at, own)| Some((at, own, own.session.room.as_deref()?.to_lowercase())))
            .collect();
        let spans = rooms.iter().filter_map(|(at, own, room)| {
            let (from, until) = own.span()?;
            Some(Span { key: room.as_str(), from, until, of: *at })
        });
        for (before, own) in overlaps(spans.collect()) {
            let (Some(before), Some(own)) = (timed.get(before), timed.get(own)) else { continue };
            let room = own.session.room.as_deref().unwrap_or_default();
            let paths = [before, own].map(|session| format!("sessions[{}].room", session.index));
            let place = self.place(&paths);
            let Some([before, place]) = place else { continue };
            let finding = Diagnostic::at(Code::RoomTwice, self.source, place).with("room", room);
            self.found.push(finding.with("title", title(own.session)).related(Location::new(self.source, before)));
        }
    }

    /// Nobody speaks in two places at once.
    fn people(&mut self, timed: &[Timed<'_>]) {
        let mut spans = Vec::new();
        for (at, own) in timed.iter().enumerate() {
            let Some((from, until)) = own.span() else { continue };
            let mut people: Vec<&str> =
                own.session.speakers.iter().chain(&own.session.moderator).map(|id| &**id).collect();
            // Who speaks and leads is there once.
            people.sort_unstable();
            people.dedup();
            spans.extend(people.into_iter().map(|person| Span { key: person, from, until, of: (person, at) }));
        }
        for ((person, before), (_, own)) in overlaps(spans) {
            let (Some(before), Some(own)) = (timed.get(before), timed.get(own)) else { continue };
            let paths = [before, own].map(|session| place_of(person, session));
            let Some([before, place]) = self.place(&paths) else { continue };
            let finding = Diagnostic::at(Code::PersonTwice, self.source, place).with("person", person);
            let finding = finding.with("problem", "session").with("title", title(own.session));
            self.found.push(finding.related(Location::new(self.source, before)));
        }
    }

    /// Where both stand.
    fn place(&self, paths: &[String; 2]) -> Option<[Range<usize>; 2]> {
        let [one, other] = paths;
        Some([self.front.place(one)?, self.front.place(other)?])
    }
}

/// The path at which a session names a person.
fn place_of(person: &str, own: &Timed<'_>) -> String {
    match own.session.speakers.iter().position(|id| &**id == person) {
        Some(at) => format!("sessions[{}].speakers[{at}]", own.index),
        None => format!("sessions[{}].moderator", own.index),
    }
}

fn title(session: &Session) -> &str {
    session.title.as_deref().unwrap_or_default()
}

/// Whether one lies before the other, to the exactness that both have.
fn is_before(one: &When, other: &When) -> bool {
    if one.time().is_some() && other.time().is_some() {
        one.instant() < other.instant()
    } else {
        one.date() < other.date()
    }
}

/// The zone of an event's times: its own, else the site's.
pub fn zone_of(workshop: &Workshop, config: &Config) -> Zone {
    // A zone that does not exist is told where the rules judge it.
    let own = workshop.timezone.as_deref().and_then(|name| Zone::parse(name).ok());
    own.unwrap_or_else(|| config.zone.clone())
}

/// When a session starts or ends: a time on the day of the event, in the zone of its start, or a date of its own.
pub fn session_time(written: &str, day: Option<&When>, zone: &Zone) -> Option<When> {
    match (parse_time(written).ok(), day) {
        (Some(time), Some(day)) => Some(day.at_time(time)),
        _ => When::parse(written, zone).ok(),
    }
}
