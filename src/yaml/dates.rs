//! What is wrong with a date, as a diagnostic: dates that a writer may take over are shown in words, since digits misled once.

use crate::diagnostic::{Argument, Code, Diagnostic};
use crate::locale::Words;
use crate::locale::date::{DateProblem, Format, Impossible, When, Zone, format};

/// The diagnostic for `text`, which is not a date; `at` makes one of a code at the text's place.
pub(super) fn explain(at: impl Fn(Code) -> Diagnostic, text: &str, problem: &DateProblem) -> Diagnostic {
    match problem {
        DateProblem::Ambiguous { readings } => {
            at(Code::AmbiguousDate).with("first", in_words(&readings.0)).with("second", in_words(&readings.1))
        }
        DateProblem::DayMonthDigits { reading } => {
            at(Code::NotADate).with("problem", "digits").suggesting(Some(in_words(reading)))
        }
        DateProblem::Impossible(what) => impossible(at(Code::ImpossibleDate), what),
        DateProblem::WrongWeekday { written, right, date } => {
            let iso = date.to_string();
            at(Code::WrongWeekday)
                .with("written", written.as_str())
                .with("date", in_words(&iso))
                .with("right", formatted(&iso, Format::Weekday))
                .with("mended", text.replacen(written.as_str(), right, 1))
        }
        DateProblem::UnknownMonth { word, nearest } => {
            replaced(at(Code::NotADate).with("problem", "month"), text, word, *nearest)
        }
        DateProblem::UnknownWeekday { word, nearest } => {
            replaced(at(Code::NotADate).with("problem", "weekday"), text, word, *nearest)
        }
        DateProblem::UnknownZone(error) => {
            at(Code::UnknownZone).suggesting(error.suggestions.first().map(String::as_str))
        }
        DateProblem::NotADate => at(Code::NotADate).with("problem", "other").suggesting(of_digits(text)),
    }
}

fn impossible(found: Diagnostic, what: &Impossible) -> Diagnostic {
    match what {
        Impossible::Day { year, month, last, .. } => {
            found.with("problem", "day").with("last", in_words(&format!("{year:04}-{month:02}-{last:02}")))
        }
        Impossible::Month { .. } => found.with("problem", "month"),
        Impossible::Year { .. } => found.with("problem", "year"),
        Impossible::Time { .. } => found.with("problem", "time"),
        Impossible::SkippedTime { zone, .. } => found.with("problem", "skipped").with("zone", zone.as_str()),
    }
}

/// The text with the word that was meant in the place of the one that is none.
fn replaced(found: Diagnostic, text: &str, word: &str, nearest: Option<&str>) -> Diagnostic {
    found.with("word", word).suggesting(nearest.map(|nearest| text.replacen(word, nearest, 1)))
}

/// `20251120` → `2025-11-20`, where that is a date.
fn of_digits(text: &str) -> Option<String> {
    let digits = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    let date = format!("{}-{}-{}", text.get(..4)?, text.get(4..6)?, text.get(6..)?);
    let sound = digits && text.get(..2).is_some_and(|century| matches!(century, "19" | "20"));
    (sound && parsed(&date).is_some()).then_some(date)
}

fn parsed(iso: &str) -> Option<When> {
    When::parse(iso, &Zone::parse("WIB").ok()?).ok()
}

/// A date in the words of both languages: `3 June 2010`, `3 Juni 2010`.
fn in_words(iso: &str) -> Argument {
    formatted(iso, Format::Long)
}

fn formatted(iso: &str, as_what: Format) -> Argument {
    let Some(when) = parsed(iso) else { return Argument::Text(iso.to_owned()) };
    Argument::Key(format(&when, as_what, Words::English), format(&when, as_what, Words::Indonesian))
}
