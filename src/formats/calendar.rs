//! Calendars: iCalendar (RFC 5545) with the properties of RFC 7986.
//!
//! Values in, bytes out; nothing here knows the site, a clock or chance. Text cannot end a line or begin a property, because no
//! control character passes `lines`. Each zone that a time is in stands above the events with what is needed of its rules
//! (`zones`).

mod lines;
#[cfg(test)]
mod tests;
mod zones;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

use lines::Lines;

/// A calendar. One without events is none (§3.4): it needs a component at least.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// What made it (§3.7.3).
    pub product: String,
    /// What programs call it: `NAME` (RFC 7986 §5.1), and what they called it before that.
    pub name: String,
    /// The page that it is the calendar of (RFC 7986 §5.5).
    pub link: String,
    /// Its own address, where it is one to subscribe to: programs look there again (RFC 7986 §5.7, §5.8).
    pub source: Option<String>,
    /// In the order in which they are written.
    pub events: Vec<Event>,
}

/// An event: all of it, or one of its days.
#[derive(Clone, Debug)]
pub struct Event {
    /// Permanent id, the only one of its kind anywhere (§3.8.4.7).
    pub uid: String,
    /// When what is told was changed last (§3.8.7.2, §3.8.7.3).
    pub changed: Timestamp,
    /// How often time, place or status were changed (§3.8.7.4).
    pub sequence: u64,
    /// When it takes place.
    pub span: Span,
    /// Title.
    pub summary: String,
    /// The place in words.
    pub location: Option<String>,
    /// The place on the map: latitude and longitude in degrees.
    pub geo: Option<(f64, f64)>,
    /// What else is to be known, in plain text; may have several lines.
    pub description: Option<String>,
    /// Its page.
    pub link: String,
    /// What kind of event it is.
    pub categories: Vec<String>,
    /// What has become of it.
    pub status: Status,
    /// Whether it takes the time of those who have it in their calendar.
    pub is_busy: bool,
    /// Who holds it; only who has an e-mail address can be named (§3.8.4.3).
    pub organizer: Option<Organizer>,
    /// Where to join (RFC 7986 §5.11).
    pub conference: Option<Conference>,
}

/// When an event takes place.
#[derive(Clone, Debug)]
pub enum Span {
    /// Whole days, the last one included.
    Days {
        /// The first.
        first: Date,
        /// The last.
        last: Date,
    },
    /// From one point in time to another.
    Hours {
        /// When it starts.
        start: ZonedDateTime,
        /// When it ends, where that is known.
        end: Option<ZonedDateTime>,
    },
}

/// What has become of an event (§3.8.1.11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// It takes place, or has.
    Confirmed,
    /// It may take place, nobody knows when.
    Tentative,
    /// It does not take place.
    Cancelled,
}

/// Who holds an event.
#[derive(Clone, Debug)]
pub struct Organizer {
    /// Name.
    pub name: String,
    /// E-mail address.
    pub email: String,
}

/// Where to join online.
#[derive(Clone, Debug)]
pub struct Conference {
    /// Address.
    pub url: String,
    /// The service.
    pub label: Option<String>,
}

/// How often programs ask whether a calendar has changed.
const REFRESH: &str = "PT12H";

/// The bytes of a calendar.
pub fn write(calendar: &Calendar) -> Vec<u8> {
    let mut lines = Lines::with_capacity(512 + calendar.events.len() * 768);
    lines.begin("VCALENDAR");
    lines.plain("VERSION", &[], "2.0");
    lines.text("PRODID", &[], &calendar.product);
    lines.plain("CALSCALE", &[], "GREGORIAN");
    lines.plain("METHOD", &[], "PUBLISH");
    lines.text("NAME", &[], &calendar.name);
    lines.text("X-WR-CALNAME", &[], &calendar.name);
    lines.uri("URL", &[], &calendar.link);
    if let Some(source) = &calendar.source {
        lines.uri("SOURCE", &[("VALUE", "URI")], source);
        lines.plain("REFRESH-INTERVAL", &[("VALUE", "DURATION")], REFRESH);
        lines.plain("X-PUBLISHED-TTL", &[], REFRESH);
    }
    let times = calendar.events.iter().flat_map(|event| match &event.span {
        Span::Days { .. } => [None, None],
        Span::Hours { start, end } => [Some(start), end.as_ref()],
    });
    zones::write(&mut lines, times.flatten());
    for event in &calendar.events {
        write_event(&mut lines, event);
    }
    lines.end("VCALENDAR");
    lines.into_bytes()
}

fn write_event(lines: &mut Lines, event: &Event) {
    lines.begin("VEVENT");
    lines.text("UID", &[], &event.uid);
    lines.plain("DTSTAMP", &[], &utc(event.changed));
    lines.plain("LAST-MODIFIED", &[], &utc(event.changed));
    // An integer has 32 bits (§3.3.8).
    let sequence = i32::try_from(event.sequence).unwrap_or(i32::MAX);
    lines.plain("SEQUENCE", &[], &sequence.to_string());
    match &event.span {
        Span::Days { first, last } => {
            let day = [("VALUE", "DATE")];
            lines.plain("DTSTART", &day, &date(*first));
            // The end is the first day that is none of its own (§3.6.1).
            if let Ok(end) = last.tomorrow() {
                lines.plain("DTEND", &day, &date(end));
            }
        }
        Span::Hours { start, end } => {
            write_time(lines, "DTSTART", start);
            if let Some(end) = end {
                write_time(lines, "DTEND", end);
            }
        }
    }
    lines.text("SUMMARY", &[], &event.summary);
    if let Some(location) = &event.location {
        lines.text("LOCATION", &[], location);
    }
    if let Some((latitude, longitude)) = event.geo {
        lines.plain("GEO", &[], &format!("{latitude};{longitude}"));
    }
    if let Some(description) = &event.description {
        lines.text("DESCRIPTION", &[], description);
    }
    lines.uri("URL", &[], &event.link);
    if !event.categories.is_empty() {
        lines.texts("CATEGORIES", &event.categories);
    }
    lines.plain("STATUS", &[], event.status.word());
    lines.plain("TRANSP", &[], if event.is_busy { "OPAQUE" } else { "TRANSPARENT" });
    if let Some(organizer) = &event.organizer {
        lines.uri("ORGANIZER", &[("CN", &organizer.name)], &format!("mailto:{}", organizer.email));
    }
    if let Some(conference) = &event.conference {
        let label = conference.label.as_deref().map(|label| ("LABEL", label));
        let parameters: Vec<(&str, &str)> = std::iter::once(("VALUE", "URI")).chain(label).collect();
        lines.uri("CONFERENCE", &parameters, &conference.url);
    }
    lines.end("VEVENT");
}

/// A time in its zone, or in UTC where the zone has no name or the clock shows that time for the second time (§3.3.5).
fn write_time(lines: &mut Lines, name: &'static str, at: &ZonedDateTime) {
    match zones::name(at) {
        Some(zone) => lines.plain(name, &[("TZID", zone)], &local(at.datetime())),
        None => lines.plain(name, &[], &utc(at.timestamp())),
    }
}

fn utc(at: Timestamp) -> String {
    format!("{}Z", local(at.to_zoned_datetime(TimeZone::UTC).datetime()))
}

fn local(at: jiff::civil::DateTime) -> String {
    format!("{}T{:02}{:02}{:02}", date(at.date()), at.hour(), at.minute(), at.second())
}

fn date(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

impl Status {
    fn word(self) -> &'static str {
        match self {
            Status::Confirmed => "CONFIRMED",
            Status::Tentative => "TENTATIVE",
            Status::Cancelled => "CANCELLED",
        }
    }
}
