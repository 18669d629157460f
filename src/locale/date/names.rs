//! Names of months and weekdays, to write and to read.
//!
//! Names and short names agree with CLDR 47 (`id`, `en`). Reading also takes the short forms and old spellings that
//! Indonesian offices use (`Agt`, `Nop`, `Pebruari`, `Jum'at`, `Ahad`) and both languages in any text.

use jiff::civil::Weekday;

use crate::locale::Words;
use crate::locale::nearest::nearest as nearest_word;

type Months = [&'static str; 12];
/// Monday first.
type Weekdays = [&'static str; 7];

const MONTHS_ID: Months = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];
const MONTHS_EN: Months = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const SHORT_MONTHS_ID: Months = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"];
const SHORT_MONTHS_EN: Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const MORE_MONTHS: [(&str, i8); 8] =
    [("Pebruari", 2), ("Peb", 2), ("Agt", 8), ("Ags", 8), ("Agust", 8), ("Sept", 9), ("Nopember", 11), ("Nop", 11)];

const WEEKDAYS_ID: Weekdays = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];
const WEEKDAYS_EN: Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const SHORT_WEEKDAYS_ID: Weekdays = ["Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min"];
const SHORT_WEEKDAYS_EN: Weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MORE_WEEKDAYS: [(&str, Weekday); 7] = [
    ("Jum'at", Weekday::Friday),
    ("Jum’at", Weekday::Friday),
    ("Jum‘at", Weekday::Friday),
    ("Ahad", Weekday::Sunday),
    ("Tues", Weekday::Tuesday),
    ("Thur", Weekday::Thursday),
    ("Thurs", Weekday::Thursday),
];

/// `Juni`, `June`. Months count from 1; any other number gives an empty name.
pub fn month_name(month: i8, words: Words) -> &'static str {
    of_month(month, by_words(words, &MONTHS_ID, &MONTHS_EN))
}

/// `Agu`, `Aug`.
pub fn month_short_name(month: i8, words: Words) -> &'static str {
    of_month(month, by_words(words, &SHORT_MONTHS_ID, &SHORT_MONTHS_EN))
}

/// `Kamis`, `Thursday`.
pub fn weekday_name(weekday: Weekday, words: Words) -> &'static str {
    of_weekday(weekday, by_words(words, &WEEKDAYS_ID, &WEEKDAYS_EN))
}

/// `Kam`, `Thu`.
pub fn weekday_short_name(weekday: Weekday, words: Words) -> &'static str {
    of_weekday(weekday, by_words(words, &SHORT_WEEKDAYS_ID, &SHORT_WEEKDAYS_EN))
}

fn by_words<T>(words: Words, indonesian: T, english: T) -> T {
    match words {
        Words::Indonesian => indonesian,
        Words::English => english,
    }
}

fn of_month(month: i8, names: &'static Months) -> &'static str {
    let at = usize::try_from(month).ok().and_then(|month| month.checked_sub(1));
    at.and_then(|at| names.get(at)).copied().unwrap_or_default()
}

fn of_weekday(weekday: Weekday, names: &'static Weekdays) -> &'static str {
    let at = usize::try_from(weekday.to_monday_zero_offset()).ok();
    at.and_then(|at| names.get(at)).copied().unwrap_or_default()
}

/// The month that a word names, in either language and any letter case.
pub(super) fn month_of(word: &str) -> Option<i8> {
    months().find(|(name, _)| name.eq_ignore_ascii_case(word)).map(|(_, month)| month)
}

/// The weekday that a word names, in either language and any letter case.
pub fn weekday_of(word: &str) -> Option<Weekday> {
    weekdays().find(|(name, _)| name.eq_ignore_ascii_case(word)).map(|(_, weekday)| weekday)
}

/// The name of the month that a misspelt word resembles, in the language that it resembles.
pub(super) fn nearest_month(word: &str) -> Option<&'static str> {
    let long = || MONTHS_ID.iter().chain(&MONTHS_EN).copied();
    let short = || month_of(nearest(word, months().map(|(name, _)| name))?).map(|month| of_month(month, &MONTHS_ID));
    nearest(word, long()).or_else(short)
}

/// The name of the weekday that a misspelt word resembles, in the language that it resembles.
pub(super) fn nearest_weekday(word: &str) -> Option<&'static str> {
    nearest(word, WEEKDAYS_ID.iter().chain(&WEEKDAYS_EN).copied())
}

/// The right weekday in the language of the wrong one.
pub fn weekday_beside(written: &str, right: Weekday) -> &'static str {
    let english = WEEKDAYS_EN.iter().chain(&SHORT_WEEKDAYS_EN).any(|name| name.eq_ignore_ascii_case(written));
    weekday_name(right, if english { Words::English } else { Words::Indonesian })
}

/// The nearest of the names; no name is as long as what is not compared here.
fn nearest(word: &str, names: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    if word.len() > 32 { None } else { nearest_word(word, names) }
}

fn months() -> impl Iterator<Item = (&'static str, i8)> {
    let numbered = |names: &'static Months| names.iter().copied().zip(1..);
    numbered(&MONTHS_ID)
        .chain(numbered(&MONTHS_EN))
        .chain(numbered(&SHORT_MONTHS_ID))
        .chain(numbered(&SHORT_MONTHS_EN))
        .chain(MORE_MONTHS)
}

fn weekdays() -> impl Iterator<Item = (&'static str, Weekday)> {
    let named = |names: &'static Weekdays| names.iter().copied().zip(Weekday::Monday.cycle_forward());
    named(&WEEKDAYS_ID)
        .chain(named(&WEEKDAYS_EN))
        .chain(named(&SHORT_WEEKDAYS_ID))
        .chain(named(&SHORT_WEEKDAYS_EN))
        .chain(MORE_WEEKDAYS)
}
