//! A date as it stands in a file, before the site's zone is known.

use std::fmt;

use jiff::civil::{Date, Time};
use jiff::tz::AmbiguousOffset;

use super::clock::{Place, clock, clock_word, place};
use super::cursor::Cursor;
use super::parse::dated;
use super::{DateProblem, Impossible, When, Zone, zone};

/// A date with an optional time, as a writer typed it. [`Written::in_zone`] makes a [`When`] of it.
///
/// It is what one file tells on its own; everything that is wrong with the text itself is found here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    date: Date,
    time: Option<(Time, Place)>,
}

impl Written {
    /// Reads a date in ISO 8601 or in Indonesian or English words, with an optional weekday, time and zone; the table in
    /// this module's tests shows the forms. Spaces around it do not matter.
    ///
    /// # Errors
    /// What is wrong, as data; see [`DateProblem`].
    pub fn parse(text: &str) -> Result<Written, DateProblem> {
        let mut cursor = Cursor { rest: text.trim() };
        let date = dated(&mut cursor)?;
        if cursor.is_done() {
            return Ok(Written { date, time: None });
        }
        if cursor.peek_digit_after(['T', 't']) {
            cursor.skip_one();
        } else if cursor.separators(&[',']) {
            clock_word(&mut cursor);
        } else {
            return Err(DateProblem::NotADate);
        }
        let time = clock(&mut cursor)?;
        cursor.separators(&[]);
        Ok(Written { date, time: Some((time, place(cursor.rest)?)) })
    }

    /// The civil date.
    pub fn date(&self) -> Date {
        self.date
    }

    /// The time of day; `None` for a bare date.
    pub fn time(&self) -> Option<Time> {
        self.time.as_ref().map(|(time, _)| *time)
    }

    /// The same in a site of this zone, which holds for bare dates and for times that name neither a zone nor an offset.
    ///
    /// A written offset is taken for the site's zone when that has this offset then, else for WIB, WITA or WIT, else
    /// kept as an offset. Where clocks are set back a time happens twice; the first is meant.
    ///
    /// # Errors
    /// [`Impossible::SkippedTime`], in zones with summer time.
    pub fn in_zone(&self, site: &Zone) -> Result<When, DateProblem> {
        let Some((time, place)) = &self.time else { return When::on(self.date, site) };
        let civil = self.date.to_datetime(*time);
        let out_of_range = |_| DateProblem::from(Impossible::Year { written: self.date.year().to_string() });
        let zone = match place {
            Place::Offset(offset) => {
                let instant = offset.to_timestamp(civil).map_err(out_of_range)?;
                return Ok(When::timed(instant.to_zoned_datetime(zone::of_offset(*offset, instant, site))));
            }
            Place::Site => site,
            Place::Zone(zone) => zone,
        };
        let at = zone.time_zone().to_ambiguous_zoned_datetime(civil);
        if matches!(at.offset(), AmbiguousOffset::Gap { .. }) {
            return Err(Impossible::SkippedTime { date: self.date, zone: zone.name().to_owned() }.into());
        }
        at.compatible().map(When::timed).map_err(out_of_range)
    }
}

/// In a form that [`Written::parse`] reads as the same.
impl fmt::Display for Written {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.date)?;
        let Some((time, place)) = &self.time else { return Ok(()) };
        write!(formatter, "T{time}")?;
        match place {
            Place::Site => Ok(()),
            Place::Offset(offset) => write!(formatter, " {offset}"),
            Place::Zone(zone) => write!(formatter, " {}", zone.name()),
        }
    }
}
