//! A date as running text mentions it behind a weekday: `(3/6)`, `, 3 Juni 2010`, ` June 4`. It may lack its year.

use super::cursor::Cursor;
use super::names::month_of;

/// What was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The day, or what stands in its place.
    pub day: i8,
    /// The month.
    pub month: i8,
    /// The year, if it is written.
    pub year: Option<i16>,
    /// Whether the month is digits too, so that the two may be in the other order.
    pub in_digits: bool,
    /// How many bytes it takes, with what stands before it.
    pub length: usize,
}

/// The date with which a text begins, if it begins with one. Ranges of days are none.
pub fn mentioned(text: &str) -> Option<Mention> {
    let mut cursor = Cursor { rest: text };
    let is_spaced = cursor.spaces();
    let is_bracketed = cursor.eat('(');
    let is_apart = is_bracketed || cursor.eat(',');
    cursor.spaces();
    if !is_spaced && !is_apart {
        return None;
    }
    let first = cursor.digits();
    let (day, month, year, in_digits) = if first.is_empty() {
        let month = month_of(cursor.word())?;
        cursor.eat('.');
        cursor.spaces();
        let day = number(cursor.digits())?;
        cursor.ordinal();
        (day, month, year(&mut cursor), false)
    } else if is_apart && cursor.peek_digit_after(['/', '-', '.']) {
        let (day, month, year) = in_digits(first, &mut cursor)?;
        (day, month, year, true)
    } else {
        cursor.ordinal();
        cursor.spaces();
        let month = month_of(cursor.word())?;
        cursor.eat('.');
        (number(first)?, month, year(&mut cursor), false)
    };
    let mut ahead = cursor;
    ahead.spaces();
    // Both ends of a range are told apart elsewhere, or not at all.
    let is_range = ahead.rest.starts_with(['-', '–', '—', '/']);
    let is_longer = cursor.rest.starts_with(char::is_alphanumeric);
    let is_date = (1..=31).contains(&day) && (1..=12).contains(&month);
    if is_bracketed {
        cursor.eat(')');
    }
    let length = text.len() - cursor.rest.len();
    (is_date && !is_range && !is_longer).then_some(Mention { day, month, year, in_digits, length })
}

/// The year that follows a month in words. The hour of a time is none.
fn year(cursor: &mut Cursor<'_>) -> Option<i16> {
    let mut ahead = *cursor;
    ahead.separators(&[',']);
    let digits = ahead.digits();
    let year = digits.parse().ok().filter(|_| digits.len() == 4 && !ahead.peek_digit_after(['.', ':']))?;
    *cursor = ahead;
    Some(year)
}

/// `3/6`, `3/6/2010`, `3-6-2010`: without a year only strokes make a date.
fn in_digits(first: &str, cursor: &mut Cursor<'_>) -> Option<(i8, i8, Option<i16>)> {
    let separator = ['/', '-', '.'].into_iter().find(|separator| cursor.eat(*separator))?;
    let second = cursor.digits();
    let mut year = None;
    if cursor.peek_digit_after([separator]) {
        cursor.eat(separator);
        let digits = cursor.digits();
        let number: i16 = digits.parse().ok()?;
        year = Some(match digits.len() {
            2 => 2000 + number,
            4 => number,
            _ => return None,
        });
    }
    let is_date = year.is_some() || separator == '/';
    is_date.then_some((number(first)?, number(second)?, year))
}

fn number(digits: &str) -> Option<i8> {
    digits.parse().ok().filter(|_| (1..=2).contains(&digits.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_offices_write() {
        fn read(text: &str) -> Option<(i8, i8, Option<i16>, &str)> {
            mentioned(text).map(|own| (own.day, own.month, own.year, &text[..own.length]))
        }
        assert_eq!(read(" (3/6) di"), Some((3, 6, None, " (3/6)")));
        assert_eq!(read(" (3/6/2010)"), Some((3, 6, Some(2010), " (3/6/2010)")));
        assert_eq!(read(", 4 Juni 2010."), Some((4, 6, Some(2010), ", 4 Juni 2010")));
        assert_eq!(read(", 4 Juni 09.00"), Some((4, 6, None, ", 4 Juni")));
        assert_eq!(read(", June 4th, 2010"), Some((4, 6, Some(2010), ", June 4th, 2010")));
        assert_eq!(read(" 7 Okt. 2010"), Some((7, 10, Some(2010), " 7 Okt. 2010")));
        for none in [
            "",
            "(",
            " 3/6",
            "(3/6-5/6)",
            " (3.6)",
            " (3/6/201)",
            " (3/13)",
            "3 Juni",
            " 3 kali",
            ", 7-8 Juni",
            " (3/6a)",
        ] {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
