//! Dates as text.
//!
//! Dates agree with CLDR 47 with three differences that Indonesian practice asks for: the day is never zero-padded in
//! words (`3 Juni`, not `03 Juni`), short dates have a four-digit year in both languages, and English has the day
//! before the month. Times have a point in Indonesian (EYD V) and a colon in English.
//! Zones are written WIB, WITA, WIT, UTC or `UTC+05:30`.

use super::{When, names, zone};
use crate::locale::Words;

/// How to write a date; the names that templates use are the variants' in snake case.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// `Kamis, 3 Juni 2010` · `Thursday, 3 June 2010`
    Full,
    /// `3 Juni 2010` · `3 June 2010`
    Long,
    /// `3 Jun 2010`
    Medium,
    /// `03/06/2010`
    Short,
    /// `Kamis` · `Thursday`
    Weekday,
    /// `Kam` · `Thu`
    WeekdayShort,
    /// `3`
    Day,
    /// `Juni 2010` · `June 2010`
    MonthYear,
    /// `Juni` · `June`
    Month,
    /// `Jun 2010`
    MonthShortYear,
    /// `14.30 WIB` · `14:30 WIB`; empty for a bare date
    Time,
    /// `Kamis, 3 Juni 2010, 14.30 WIB`; of a bare date the same as `Full`
    FullTime,
    /// `2010-06-03` or `2010-06-03T14:30:00+07:00`
    Iso,
    /// `Thu, 03 Jun 2010 00:00:00 +0700`, always English (RFC 5322 §3.3)
    Rfc822,
}

impl Format {
    /// Every format with the name that templates give it.
    pub const NAMES: [(&'static str, Format); 14] = [
        ("full", Format::Full),
        ("long", Format::Long),
        ("medium", Format::Medium),
        ("short", Format::Short),
        ("weekday", Format::Weekday),
        ("weekday_short", Format::WeekdayShort),
        ("day", Format::Day),
        ("month_year", Format::MonthYear),
        ("month", Format::Month),
        ("month_short_year", Format::MonthShortYear),
        ("time", Format::Time),
        ("full_time", Format::FullTime),
        ("iso", Format::Iso),
        ("rfc822", Format::Rfc822),
    ];

    /// The format of a name in [`Format::NAMES`].
    pub fn parse(name: &str) -> Option<Format> {
        Format::NAMES.iter().find(|(known, _)| *known == name).map(|(_, format)| *format)
    }
}

/// A date as text.
pub fn format(when: &When, format: Format, words: Words) -> String {
    let mut out = String::with_capacity(40);
    format_into(&mut out, when, format, words);
    out
}

/// Appends a date as text.
pub fn format_into(out: &mut String, when: &When, format: Format, words: Words) {
    let date = when.date();
    match format {
        Format::Full => {
            out.push_str(names::weekday_name(date.weekday(), words));
            out.push_str(", ");
            format_into(out, when, Format::Long, words);
        }
        Format::Long => {
            number(out, date.day());
            out.push(' ');
            format_into(out, when, Format::MonthYear, words);
        }
        Format::Medium => {
            number(out, date.day());
            out.push(' ');
            format_into(out, when, Format::MonthShortYear, words);
        }
        Format::Short => {
            two(out, date.day());
            out.push('/');
            two(out, date.month());
            out.push('/');
            four(out, date.year());
        }
        Format::Weekday => out.push_str(names::weekday_name(date.weekday(), words)),
        Format::WeekdayShort => out.push_str(names::weekday_short_name(date.weekday(), words)),
        Format::Day => number(out, date.day()),
        Format::MonthYear => {
            out.push_str(names::month_name(date.month(), words));
            out.push(' ');
            year(out, date.year());
        }
        Format::Month => out.push_str(names::month_name(date.month(), words)),
        Format::MonthShortYear => {
            out.push_str(names::month_short_name(date.month(), words));
            out.push(' ');
            year(out, date.year());
        }
        Format::Time => {
            if when.timed {
                clock(out, when, words);
                out.push(' ');
                zone_label(out, when);
            }
        }
        Format::FullTime => {
            format_into(out, when, Format::Full, words);
            if when.timed {
                out.push_str(", ");
                format_into(out, when, Format::Time, words);
            }
        }
        Format::Iso => iso(out, when),
        Format::Rfc822 => rfc822(out, when),
    }
}

/// `14.30` in Indonesian, `14:30` in English.
pub(super) fn clock(out: &mut String, when: &When, words: Words) {
    two(out, when.at.hour());
    out.push(match words {
        Words::Indonesian => '.',
        Words::English => ':',
    });
    two(out, when.at.minute());
}

/// `WIB`, `UTC`, `UTC+05:30`.
pub(super) fn zone_label(out: &mut String, when: &When) {
    if let Some(abbreviation) = zone::abbreviation(&when.at) {
        out.push_str(abbreviation);
        return;
    }
    out.push_str("UTC");
    if offset_minutes(when) != 0 {
        offset(out, when, ":");
    }
}

fn iso(out: &mut String, when: &When) {
    let date = when.date();
    four(out, date.year());
    out.push('-');
    two(out, date.month());
    out.push('-');
    two(out, date.day());
    if !when.timed {
        return;
    }
    out.push('T');
    seconds(out, when);
    if offset_minutes(when) == 0 {
        out.push('Z');
    } else {
        offset(out, when, ":");
    }
}

fn rfc822(out: &mut String, when: &When) {
    let date = when.date();
    out.push_str(names::weekday_short_name(date.weekday(), Words::English));
    out.push_str(", ");
    two(out, date.day());
    out.push(' ');
    out.push_str(names::month_short_name(date.month(), Words::English));
    out.push(' ');
    four(out, date.year());
    out.push(' ');
    seconds(out, when);
    out.push(' ');
    offset(out, when, "");
}

fn seconds(out: &mut String, when: &When) {
    two(out, when.at.hour());
    out.push(':');
    two(out, when.at.minute());
    out.push(':');
    two(out, when.at.second());
}

/// Offsets before standard time have seconds, which neither RFC can write: they are dropped.
fn offset_minutes(when: &When) -> i32 {
    when.at.offset().seconds() / 60
}

fn offset(out: &mut String, when: &When, separator: &str) {
    let minutes = offset_minutes(when);
    out.push(if minutes < 0 { '-' } else { '+' });
    let minutes = minutes.abs();
    // An offset is at most 26 hours.
    two(out, i8::try_from(minutes / 60).unwrap_or_default());
    out.push_str(separator);
    two(out, i8::try_from(minutes % 60).unwrap_or_default());
}

/// A number without padding.
pub(super) fn number(out: &mut String, value: i8) {
    if value >= 10 {
        digit(out, i16::from(value) / 10);
    }
    digit(out, i16::from(value));
}

/// The year in words: no padding.
pub(super) fn year(out: &mut String, value: i16) {
    if value >= 1000 {
        four(out, value);
    } else {
        out.push_str(&value.to_string());
    }
}

fn two(out: &mut String, value: i8) {
    digit(out, i16::from(value) / 10);
    digit(out, i16::from(value));
}

fn four(out: &mut String, value: i16) {
    for unit in [1000, 100, 10, 1] {
        digit(out, value / unit);
    }
}

/// The last decimal digit of a number.
fn digit(out: &mut String, value: i16) {
    let last = u8::try_from(value.rem_euclid(10)).unwrap_or_default();
    out.push(char::from(b'0' + last));
}
