//! Periods as text: what start and end share is written once.
//!
//! An en dash without spaces means `until` between numbers and dates (EYD V, tanda pisah). Between two dates that have
//! times of their own it would be misread, so a word stands there. An end that is a bare date includes that day.

use super::format::{clock, number, year, zone_label};
use super::names::month_name;
use super::{Format, When, format_into};
use crate::locale::Words;

/// A period as text: `3–5 Juni 2010`, `30 Juni–2 Juli 2010`, `30 Desember 2010–2 Januari 2011`,
/// `Kamis, 3 Juni 2010, 09.00–12.00 WIB`; one bare day is `Kamis, 3 Juni 2010`.
///
/// Each end is written in its own zone, which is named twice only when the two differ. Whether the end is after the
/// start is not checked.
pub fn format_range(start: &When, end: &When, words: Words) -> String {
    let mut out = String::with_capacity(64);
    if start.date() == end.date() {
        format_into(&mut out, start, Format::Full, words);
        hours(&mut out, start, end, words);
    } else if start.timed || end.timed {
        moment(&mut out, start, words);
        if start.timed && !(end.timed && same_zone(start, end)) {
            out.push(' ');
            zone_label(&mut out, start);
        }
        out.push_str(until(words, " sampai ", " to "));
        moment(&mut out, end, words);
        if end.timed {
            out.push(' ');
            zone_label(&mut out, end);
        }
    } else {
        days(&mut out, start, end, words);
    }
    out
}

/// The times of a period within one day, after the date.
fn hours(out: &mut String, start: &When, end: &When, words: Words) {
    match (start.timed, end.timed) {
        (false, false) => {}
        (true, false) => {
            out.push_str(", ");
            format_into(out, start, Format::Time, words);
        }
        (false, true) => {
            out.push_str(until(words, ", sampai ", ", until "));
            format_into(out, end, Format::Time, words);
        }
        (true, true) => {
            out.push_str(", ");
            clock(out, start, words);
            let one_zone = same_zone(start, end);
            if !one_zone {
                out.push(' ');
                zone_label(out, start);
            }
            if !one_zone || start.at.hour() != end.at.hour() || start.at.minute() != end.at.minute() {
                out.push('–');
                clock(out, end, words);
            }
            out.push(' ');
            zone_label(out, end);
        }
    }
}

/// A period of whole days.
fn days(out: &mut String, start: &When, end: &When, words: Words) {
    let (first, last) = (start.date(), end.date());
    number(out, first.day());
    if first.year() != last.year() || first.month() != last.month() {
        out.push(' ');
        out.push_str(month_name(first.month(), words));
    }
    if first.year() != last.year() {
        out.push(' ');
        year(out, first.year());
    }
    out.push('–');
    format_into(out, end, Format::Long, words);
}

/// The full date, and the time without its zone.
fn moment(out: &mut String, when: &When, words: Words) {
    format_into(out, when, Format::Full, words);
    if when.timed {
        out.push_str(", ");
        clock(out, when, words);
    }
}

/// Whether the zones of both would be written alike.
fn same_zone(start: &When, end: &When) -> bool {
    if start.at.offset() != end.at.offset() {
        return false;
    }
    let label = |when| {
        let mut out = String::new();
        zone_label(&mut out, when);
        out
    };
    label(start) == label(end)
}

fn until(words: Words, indonesian: &'static str, english: &'static str) -> &'static str {
    match words {
        Words::Indonesian => indonesian,
        Words::English => english,
    }
}
