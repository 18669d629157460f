//! Zones of a calendar (RFC 5545 §3.6.5), derived from the database of the program.
//!
//! A rule for all time is not to be had, for zones change their rules. So what is written holds for the times that the calendar has: of
//! each, the change of the clock before it, and the next one where that comes within a year. A zone with summer time shows both of its
//! halves that way, and one whose clock never changes its last change.

use std::collections::BTreeMap;

use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, Dst, Offset, TimeZone, TimeZoneTransition};
use jiff::{SignedDuration, Timestamp, ZonedDateTime};

use super::lines::Lines;

/// What a clock shows from some moment on.
struct Observance {
    /// What the clock showed at that moment, before it was changed.
    onset: DateTime,
    from: Offset,
    to: Offset,
    name: String,
    is_summer: bool,
}

/// The name under which a time's zone stands in the calendar. None for a time that is written in UTC: because that is its zone, because
/// its zone is an offset without a name, or because the clock shows it twice and this is the second time (§3.3.5 means the first).
pub(super) fn name(at: &ZonedDateTime) -> Option<&str> {
    let zone = at.time_zone();
    if *zone == TimeZone::UTC {
        return None;
    }
    let is_second = match zone.to_ambiguous_timestamp(at.datetime()).offset() {
        AmbiguousOffset::Fold { before, .. } => before != at.offset(),
        AmbiguousOffset::Unambiguous { .. } | AmbiguousOffset::Gap { .. } => false,
    };
    zone.iana_name().filter(|name| !is_second && *name != "UTC")
}

/// Writes each zone that a time is in, by name.
pub(super) fn write<'a>(lines: &mut Lines, times: impl Iterator<Item = &'a ZonedDateTime>) {
    let mut zones: BTreeMap<&str, BTreeMap<Timestamp, Observance>> = BTreeMap::new();
    for at in times {
        if let Some(name) = name(at) {
            observe(zones.entry(name).or_default(), at);
        }
    }
    for (name, observances) in zones {
        lines.begin("VTIMEZONE");
        lines.text("TZID", &[], name);
        for observance in observances.values() {
            let component = if observance.is_summer { "DAYLIGHT" } else { "STANDARD" };
            lines.begin(component);
            lines.plain("DTSTART", &[], &super::local(observance.onset));
            lines.plain("TZOFFSETFROM", &[], &offset(observance.from));
            lines.plain("TZOFFSETTO", &[], &offset(observance.to));
            lines.text("TZNAME", &[], &observance.name);
            lines.end(component);
        }
        lines.end("VTIMEZONE");
    }
}

/// Adds what must be known of a zone to read a time in it.
fn observe(known: &mut BTreeMap<Timestamp, Observance>, at: &ZonedDateTime) {
    let (zone, instant) = (at.time_zone(), at.timestamp());
    let just_after = instant.saturating_add(SignedDuration::from_secs(1)).unwrap_or(instant);
    match zone.preceding(just_after).next() {
        Some(change) => add(known, zone, &change),
        None => {
            // Its clock was never changed before: what it shows, it has always shown.
            let info = zone.to_offset_info(instant);
            known.entry(Timestamp::MIN).or_insert_with(|| Observance {
                onset: DateTime::constant(1, 1, 1, 0, 0, 0, 0),
                from: info.offset(),
                to: info.offset(),
                name: info.abbreviation().to_owned(),
                is_summer: false,
            });
        }
    }
    let next = zone.following(instant).next();
    let year = SignedDuration::from_hours(24 * 366);
    if let Some(change) = next.filter(|change| change.timestamp().duration_since(instant) < year) {
        add(known, zone, &change);
    }
}

fn add(known: &mut BTreeMap<Timestamp, Observance>, zone: &TimeZone, change: &TimeZoneTransition<'_>) {
    let at = change.timestamp();
    known.entry(at).or_insert_with(|| {
        let before = at.saturating_sub(SignedDuration::from_secs(1)).unwrap_or(at);
        let from = zone.to_offset(before);
        Observance {
            onset: from.to_datetime(at),
            from,
            to: change.offset(),
            name: change.abbreviation().to_owned(),
            is_summer: change.dst() == Dst::Yes,
        }
    });
}

/// `+0700`; with seconds, which some offsets of long ago have (§3.3.14).
fn offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let (sign, all) = (if seconds < 0 { '-' } else { '+' }, seconds.abs());
    let (hours, minutes, rest) = (all / 3600, all / 60 % 60, all % 60);
    if rest == 0 { format!("{sign}{hours:02}{minutes:02}") } else { format!("{sign}{hours:02}{minutes:02}{rest:02}") }
}
