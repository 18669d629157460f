//! Dates and times as press offices write them, read and written in Indonesian and English.
//!
//! A [`When`] is a date or a point in time and keeps which of the two it is. It always knows its zone, so it has an
//! instant, an order and an offset without asking for the site's zone again. Seconds are the finest unit. Reading is
//! strict about mistakes (a weekday that does not fit, `3/6/2010`) and free about form (`3 Juni 2010`, `pukul 09.00 WIB`).
//! Zones come from the IANA database inside the program, never from the machine. The clock is not read here.

mod clock;
mod cursor;
mod format;
mod mention;
mod names;
mod parse;
mod problem;
mod range;
mod written;
mod zone;

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

use jiff::civil::{Date, Time};
use jiff::{Timestamp, ZonedDateTime};

pub use self::clock::parse_time;
pub use self::format::{Format, format, format_into};
pub use self::mention::{Mention, mentioned};
pub use self::names::{month_name, month_short_name, weekday_beside, weekday_name, weekday_of, weekday_short_name};
pub use self::parse::parse_month;
pub use self::problem::{DateProblem, Impossible};
pub use self::range::format_range;
pub use self::written::Written;
pub use self::zone::{Zone, ZoneError};

/// A date, or a date with a time of day, in a zone.
///
/// A bare date counts as the start of that day. Order: by instant; at one instant a bare date comes before a time,
/// then offsets and names of zones decide, so that equal means the same in everything that is printed.
#[derive(Clone, Debug)]
pub struct When {
    /// For a bare date, the start of that day.
    at: ZonedDateTime,
    timed: bool,
}

impl When {
    /// Reads what a writer types in a site of this zone: [`Written::parse`], then [`Written::in_zone`].
    ///
    /// # Errors
    /// What is wrong, as data; see [`DateProblem`].
    pub fn parse(text: &str, zone: &Zone) -> Result<When, DateProblem> {
        Written::parse(text)?.in_zone(zone)
    }

    /// A bare date.
    ///
    /// # Errors
    /// [`Impossible::Year`] outside the years 1 to 9998, where a day may have no start in some zone.
    pub fn on(date: Date, zone: &Zone) -> Result<When, DateProblem> {
        let year = || DateProblem::Impossible(Impossible::Year { written: date.year().to_string() });
        if !(1..=9998).contains(&date.year()) {
            return Err(year());
        }
        // The compatible reading of midnight is the first instant of the day, also where the clock skips midnight.
        let at = date.to_zoned_datetime(zone.time_zone().clone()).map_err(|_| year())?;
        Ok(When { at, timed: false })
    }

    /// A point in time, seen in `zone`; parts of a second are dropped.
    pub fn at(instant: Timestamp, zone: &Zone) -> When {
        When::timed(instant.to_zoned_datetime(zone.time_zone().clone()))
    }

    fn timed(at: ZonedDateTime) -> When {
        let second = Timestamp::from_second(at.timestamp().as_second()).unwrap_or(at.timestamp());
        let at = if second == at.timestamp() { at } else { ZonedDateTime::new(second, at.time_zone().clone()) };
        When { at, timed: true }
    }

    /// The civil date in its own zone.
    pub fn date(&self) -> Date {
        self.at.date()
    }

    /// The time of day in its own zone; `None` for a bare date.
    pub fn time(&self) -> Option<Time> {
        self.timed.then(|| self.at.time())
    }

    /// The point in time; of a bare date, the start of that day.
    pub fn instant(&self) -> Timestamp {
        self.at.timestamp()
    }

    /// The point in time at which it is over: of a bare date the start of the next day, of a time the time itself.
    pub fn end_instant(&self) -> Timestamp {
        if self.timed { self.instant() } else { self.next_day_instant() }
    }

    /// The point in time at which its day is over, in its own zone.
    pub fn next_day_instant(&self) -> Timestamp {
        let next = self.date().tomorrow().and_then(|day| day.to_zoned_datetime(self.at.time_zone().clone()));
        next.map_or(self.instant(), |day| day.timestamp())
    }

    /// A time of its day, in its own zone.
    pub fn at_time(&self, time: Time) -> When {
        let at = self.date().to_datetime(time).to_zoned_datetime(self.at.time_zone().clone());
        at.map_or_else(|_| self.clone(), When::timed)
    }

    /// The point in time at which its day begins, in its own zone.
    pub fn day_instant(&self) -> Timestamp {
        let day = self.date().to_zoned_datetime(self.at.time_zone().clone());
        day.map_or(self.instant(), |day| day.timestamp())
    }

    /// The same point in time seen in another zone. A bare date is that same date there.
    pub fn in_zone(&self, zone: &Zone) -> When {
        if self.timed {
            return When::at(self.instant(), zone);
        }
        When::on(self.date(), zone).unwrap_or_else(|_| self.clone())
    }

    /// The IANA name of its zone (a calendar's `TZID`); `None` for a foreign offset.
    pub fn zone_name(&self) -> Option<&str> {
        self.at.time_zone().iana_name()
    }

    /// The date and time with its zone, for writers of other formats.
    pub fn zoned(&self) -> &ZonedDateTime {
        &self.at
    }

    /// ISO 8601 as RFC 3339 narrows it: `2010-06-03`, `2010-06-03T14:30:00+07:00`, `…Z` in UTC.
    /// [`When::parse`] gives the same value back (from 1964 on for WIB, WITA and WIT in a site of another zone: older
    /// offsets are not theirs).
    pub fn iso(&self) -> String {
        format(self, Format::Iso, super::Words::English)
    }

    fn key(&self) -> (Timestamp, bool, i32, Option<&str>) {
        (self.instant(), self.timed, self.at.offset().seconds(), self.zone_name())
    }
}

impl Ord for When {
    fn cmp(&self, other: &When) -> Ordering {
        self.key().cmp(&other.key())
    }
}

impl PartialOrd for When {
    fn partial_cmp(&self, other: &When) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for When {
    fn eq(&self, other: &When) -> bool {
        self.key() == other.key()
    }
}

impl Eq for When {}

impl Hash for When {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key().hash(state);
    }
}

/// Reads the instant that `--now` fixes: anything that [`When::parse`] takes; a bare date is the start of its day.
///
/// # Errors
/// As [`When::parse`].
pub fn parse_now(text: &str, zone: &Zone) -> Result<Timestamp, DateProblem> {
    When::parse(text, zone).map(|when| when.instant())
}

#[cfg(test)]
mod tests;
