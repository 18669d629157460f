//! What can be wrong with a date, as data: the caller words it in the writer's language.

use jiff::civil::Date;

use super::ZoneError;

/// Why a text is not read as a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateProblem {
    /// Nothing that looks like a date (or, in [`super::parse_time`], like a time).
    NotADate,
    /// Day and month in digits, both orders possible: `3/6/2010`.
    Ambiguous {
        /// The ISO dates that it may be: day first, then month first.
        readings: (String, String),
    },
    /// Day and month in digits in the only order that is possible: `25/6/2010`. It is refused too, because a neighbour
    /// of the same form would be ambiguous.
    DayMonthDigits {
        /// The ISO date to write instead.
        reading: String,
    },
    /// A date or time that no calendar or clock has.
    Impossible(Impossible),
    /// The weekday is not that of the date: `Jumat, 3 Juni 2010`.
    WrongWeekday {
        /// As written: `Jumat`.
        written: String,
        /// The right weekday in the language of the wrong one: `Kamis`.
        right: &'static str,
        /// The date whose weekday it is.
        date: Date,
    },
    /// A word in a month's place.
    UnknownMonth {
        /// As written: `Junni`.
        word: String,
        /// The name of the month that it resembles, in the language that it resembles: `Juni`.
        nearest: Option<&'static str>,
    },
    /// A word in a weekday's place.
    UnknownWeekday {
        /// As written: `Kmais`.
        word: String,
        /// The name of the weekday that it resembles, in the language that it resembles: `Kamis`.
        nearest: Option<&'static str>,
    },
    /// A time in a zone that does not exist but resembles one: `09.00 WIBB`.
    UnknownZone(ZoneError),
}

/// What no calendar or clock has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Impossible {
    /// A day past the end of its month, or day 0: `31 Juni`.
    Day {
        /// The year, which decides about 29 February.
        year: i16,
        /// The month, 1 to 12.
        month: i8,
        /// The day as written.
        day: i8,
        /// The month's last day.
        last: i8,
    },
    /// A month outside 1 to 12: `2010-13-01`.
    Month {
        /// The month as written.
        month: i8,
    },
    /// A year that is not four digits between 0001 and 9998: `3 Juni 10`.
    Year {
        /// The year as written.
        written: String,
    },
    /// A time outside 00:00:00 to 23:59:59: `24.00`.
    Time {
        /// The hour as written.
        hour: i8,
        /// The minute as written.
        minute: i8,
        /// The second as written, or 0.
        second: i8,
    },
    /// A time that the clocks of the zone skip when summer time begins.
    SkippedTime {
        /// The day on which they do.
        date: Date,
        /// The zone's IANA name.
        zone: String,
    },
}

impl From<Impossible> for DateProblem {
    fn from(impossible: Impossible) -> DateProblem {
        DateProblem::Impossible(impossible)
    }
}
