//! Text to times of day and to what may be written after them: an offset or a zone.

use jiff::civil::Time;
use jiff::tz::Offset;

use super::cursor::Cursor;
use super::parse::small;
use super::{DateProblem, Impossible, Zone};

/// What is written after a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Nothing: the site's zone.
    Site,
    Offset(Offset),
    Zone(Zone),
}

/// Reads a time of day without a zone: `09.00`, `9:30`, `09:30:15`, `pukul 09.00`.
///
/// # Errors
/// [`Impossible::Time`] or [`DateProblem::NotADate`].
pub fn parse_time(text: &str) -> Result<Time, DateProblem> {
    let mut cursor = Cursor { rest: text.trim() };
    clock_word(&mut cursor);
    let time = clock(&mut cursor)?;
    if cursor.is_done() { Ok(time) } else { Err(DateProblem::NotADate) }
}

/// What an offset or the name of a zone means.
pub(super) fn place(written: &str) -> Result<Place, DateProblem> {
    if written.is_empty() {
        return Ok(Place::Site);
    }
    if let Some(offset) = offset(written) {
        return Ok(Place::Offset(offset));
    }
    Zone::parse(written).map(Place::Zone).map_err(|error| {
        // A word that resembles no zone is not a misspelt one.
        if error.suggestions.is_empty() { DateProblem::NotADate } else { DateProblem::UnknownZone(error) }
    })
}

/// The word that may come before a time.
pub(super) fn clock_word(cursor: &mut Cursor<'_>) {
    const WORDS: [&str; 6] = ["pukul", "pkl", "pk", "jam", "at", "jm"];
    let mut ahead = *cursor;
    let word = ahead.word();
    if WORDS.iter().any(|known| known.eq_ignore_ascii_case(word)) {
        ahead.eat('.');
        ahead.separators(&[]);
        *cursor = ahead;
    }
}

/// `09.00`, `9:30`, `09:30:15`, and `09:30:15.123`, whose fraction is dropped.
pub(super) fn clock(cursor: &mut Cursor<'_>) -> Result<Time, DateProblem> {
    let hour = cursor.digits();
    let separator = if cursor.peek_digit_after([':']) { ':' } else { '.' };
    if !(1..=2).contains(&hour.len()) || !cursor.eat(separator) {
        return Err(DateProblem::NotADate);
    }
    let minute = cursor.digits();
    let mut second = "00";
    if cursor.peek_digit_after([separator]) {
        cursor.eat(separator);
        second = cursor.digits();
        if separator == ':' && cursor.peek_digit_after(['.', ',']) {
            cursor.skip_one();
            cursor.digits();
        }
    }
    if minute.len() != 2 || second.len() != 2 {
        return Err(DateProblem::NotADate);
    }
    let (hour, minute, second) = (small(hour)?, small(minute)?, small(second)?);
    Time::new(hour, minute, second, 0).map_err(|_| Impossible::Time { hour, minute, second }.into())
}

/// `Z`, `UTC`, `GMT`, `+07:00`, `+0700`, `+07`, `UTC+05:30`.
fn offset(written: &str) -> Option<Offset> {
    let word = written.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
    let prefix = written.strip_suffix(word)?;
    let universal = ["Z", "UTC", "GMT"].iter().any(|known| known.eq_ignore_ascii_case(prefix));
    if word.is_empty() {
        return universal.then_some(Offset::UTC);
    }
    if !(prefix.is_empty() || universal && !prefix.eq_ignore_ascii_case("Z")) {
        return None;
    }
    let sign = if word.starts_with('-') { -1 } else { 1 };
    let mut cursor = Cursor { rest: word.strip_prefix(['+', '-'])? };
    let (hours, minutes) = match cursor.digits() {
        digits if digits.len() == 4 => digits.split_at_checked(2)?,
        hours if hours.len() == 2 && cursor.eat(':') => (hours, cursor.digits()),
        hours => (hours, "00"),
    };
    if hours.len() != 2 || minutes.len() != 2 || !cursor.is_done() {
        return None;
    }
    let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
    if hours > 23 || minutes > 59 {
        return None;
    }
    Offset::from_seconds(sign * (hours * 3600 + minutes * 60)).ok()
}
