//! Text to dates: one pass over the text, looking at most a date ahead.
//!
//! The order of the parts tells what a text is: four digits first is ISO 8601, one or two digits first is a day, a word
//! first is a weekday or a month. Digits for day *and* month are never read, only explained. Whatever the text, the
//! answer is a date or a problem.

use jiff::civil::Date;

use super::cursor::Cursor;
use super::names::{month_of, nearest_month, nearest_weekday, weekday_beside, weekday_of};
use super::{DateProblem, Impossible};

/// Reads a month of an archive, `2010-06`, as its first day.
///
/// # Errors
/// [`Impossible`] or [`DateProblem::NotADate`].
pub fn parse_month(text: &str) -> Result<Date, DateProblem> {
    let (year, month) = text.split_once('-').ok_or(DateProblem::NotADate)?;
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(year) || !digits(month) || month.len() != 2 {
        return Err(DateProblem::NotADate);
    }
    build(year, small(month)?, 1)
}

/// A date with an optional weekday before it.
pub(super) fn dated(cursor: &mut Cursor<'_>) -> Result<Date, DateProblem> {
    let mut ahead = *cursor;
    let word = ahead.word();
    if word.is_empty() || month_of(word).is_some() {
        return undated_week(cursor);
    }
    ahead.eat('.');
    ahead.separators(&[',']);
    let Some(written) = weekday_of(word) else {
        return Err(unknown_word(word, ahead));
    };
    let date = undated_week(&mut ahead)?;
    *cursor = ahead;
    if date.weekday() == written {
        Ok(date)
    } else {
        Err(DateProblem::WrongWeekday { written: word.to_owned(), right: weekday_beside(word, date.weekday()), date })
    }
}

/// What an unknown word before a date was meant to be: `Kmais, 3 Juni 2010`, `Jnue 3, 2010`.
fn unknown_word(word: &str, mut after: Cursor<'_>) -> DateProblem {
    let month_first = month_first_rest(after);
    if undated_week(&mut after).is_ok() {
        DateProblem::UnknownWeekday { word: word.to_owned(), nearest: nearest_weekday(word) }
    } else if month_first {
        unknown_month(word)
    } else {
        DateProblem::NotADate
    }
}

fn unknown_month(word: &str) -> DateProblem {
    DateProblem::UnknownMonth { word: word.to_owned(), nearest: nearest_month(word) }
}

/// Whether `3, 2010` follows.
fn month_first_rest(mut cursor: Cursor<'_>) -> bool {
    let day = cursor.digits();
    cursor.ordinal();
    (1..=2).contains(&day.len()) && cursor.separators(&[',']) && cursor.digits().len() == 4
}

/// A date without a weekday.
fn undated_week(cursor: &mut Cursor<'_>) -> Result<Date, DateProblem> {
    let first = cursor.digits();
    if first.is_empty() {
        return month_first(cursor);
    }
    if first.len() > 2 {
        return year_first(first, cursor);
    }
    cursor.ordinal();
    for separator in ['/', '-', '.'] {
        if cursor.peek_digit_after([separator]) {
            return in_digits(first, separator, cursor);
        }
    }
    if !cursor.separators(&['-']) {
        return Err(DateProblem::NotADate);
    }
    let word = cursor.word();
    cursor.eat('.');
    if word.is_empty() || !cursor.separators(&[',', '-']) {
        return Err(DateProblem::NotADate);
    }
    let year = year(cursor)?;
    let month = month_of(word).ok_or_else(|| unknown_month(word))?;
    build(year, month, small(first)?)
}

/// `June 3, 2010`.
fn month_first(cursor: &mut Cursor<'_>) -> Result<Date, DateProblem> {
    let month = month_of(cursor.word()).ok_or(DateProblem::NotADate)?;
    cursor.eat('.');
    if !cursor.separators(&[]) {
        return Err(DateProblem::NotADate);
    }
    let day = cursor.digits();
    cursor.ordinal();
    if !(1..=2).contains(&day.len()) || !cursor.separators(&[',']) {
        return Err(DateProblem::NotADate);
    }
    build(year(cursor)?, month, small(day)?)
}

/// `2010-06-03`; `2010/6/3` has but one reading too.
fn year_first(year: &str, cursor: &mut Cursor<'_>) -> Result<Date, DateProblem> {
    let separator = if cursor.peek_digit_after(['-']) { '-' } else { '/' };
    let mut parts = [""; 2];
    for part in &mut parts {
        if !cursor.eat(separator) {
            return Err(DateProblem::NotADate);
        }
        *part = cursor.digits();
        if !(1..=2).contains(&part.len()) {
            return Err(DateProblem::NotADate);
        }
    }
    let [month, day] = parts;
    build(year, small(month)?, small(day)?)
}

/// `3/6/2010`: always a problem, with the readings that it may have.
fn in_digits(first: &str, separator: char, cursor: &mut Cursor<'_>) -> Result<Date, DateProblem> {
    cursor.eat(separator);
    let second = cursor.digits();
    if !(1..=2).contains(&second.len()) || !cursor.eat(separator) {
        return Err(DateProblem::NotADate);
    }
    let year = cursor.digits();
    if year.is_empty() {
        return Err(DateProblem::NotADate);
    }
    let (first, second) = (small(first)?, small(second)?);
    let iso = |date: Date| date.to_string();
    let month_first = build(year, first, second).map(iso);
    // When neither order is possible the day-first reading is explained, as most writers here mean it.
    let day_first = match build(year, second, first).map(iso) {
        Err(problem) if month_first.is_err() => return Err(problem),
        day_first => day_first,
    };
    Err(match (day_first, month_first) {
        (Ok(day_first), Ok(month_first)) if day_first != month_first => {
            DateProblem::Ambiguous { readings: (day_first, month_first) }
        }
        (Ok(reading), _) | (Err(_), Ok(reading)) => DateProblem::DayMonthDigits { reading },
        (Err(problem), Err(_)) => problem,
    })
}

/// The digits of a year in words, unless they are the hour of a time: `3 Juni 09.00`.
fn year<'a>(cursor: &mut Cursor<'a>) -> Result<&'a str, DateProblem> {
    let year = cursor.digits();
    if year.is_empty() || cursor.peek_digit_after(['.', ':']) {
        return Err(DateProblem::NotADate);
    }
    Ok(year)
}

fn build(year: &str, month: i8, day: i8) -> Result<Date, DateProblem> {
    let number = year.parse().ok().filter(|number| year.len() == 4 && (1..=9998).contains(number));
    let number: i16 = number.ok_or_else(|| Impossible::Year { written: year.to_owned() })?;
    let first = Date::new(number, month, 1).map_err(|_| Impossible::Month { month })?;
    let last = first.days_in_month();
    Date::new(number, month, day).map_err(|_| Impossible::Day { year: number, month, day, last }.into())
}

/// The value of one or two digits.
pub(super) fn small(digits: &str) -> Result<i8, DateProblem> {
    digits.parse().map_err(|_| DateProblem::NotADate)
}
