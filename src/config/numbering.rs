//! How the office numbers what it publishes: `{n}/SP/HUMAS/{ROMAN_MONTH}/{YYYY}`.
//!
//! All parts but the running number follow from a date, so a number fits when it is the pattern filled with its own date and some
//! digits.

use jiff::civil::Date;

/// The parts that a pattern may have.
pub(super) const PARTS: &[&str] = &["{n}", "{MM}", "{ROMAN_MONTH}", "{YYYY}"];

/// A pattern that holds the running number once, and no part that is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberPattern(String);

impl NumberPattern {
    /// Reads a pattern; none for what cannot be filled.
    pub fn parse(text: &str) -> Option<NumberPattern> {
        let rest = PARTS.iter().fold(text.to_owned(), |rest, part| rest.replace(part, ""));
        let sound = text.matches("{n}").count() == 1 && !rest.contains(['{', '}']);
        sound.then(|| NumberPattern(text.to_owned()))
    }

    /// As written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a number of that date is written by the pattern.
    pub fn fits(&self, number: &str, date: Date) -> bool {
        let filled = self.of_date(date);
        let Some((before, after)) = filled.split_once("{n}") else { return false };
        let running = number.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
        running.is_some_and(|running| !running.is_empty() && running.bytes().all(|byte| byte.is_ascii_digit()))
    }

    /// The number as the pattern writes it, with the first digits of what was written as its running number.
    pub fn mended(&self, number: &str, date: Date) -> Option<String> {
        let digits = number.trim_start_matches(|letter: char| !letter.is_ascii_digit());
        let end = digits.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(digits.len());
        let running = digits.get(..end).filter(|running| !running.is_empty())?;
        Some(self.of_date(date).replace("{n}", running))
    }

    fn of_date(&self, date: Date) -> String {
        let month = roman(date.month());
        let filled = self.0.replace("{ROMAN_MONTH}", month).replace("{MM}", &format!("{:02}", date.month()));
        filled.replace("{YYYY}", &format!("{:04}", date.year()))
    }
}

fn roman(month: i8) -> &'static str {
    const MONTHS: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    let index = usize::try_from(month).unwrap_or(0).saturating_sub(1);
    MONTHS.get(index).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_number_is_the_pattern_of_its_date() {
        let pattern = NumberPattern::parse("{n}/SP/HUMAS/{ROMAN_MONTH}/{YYYY}").unwrap();
        let day = date(2026, 9, 4);
        assert!(pattern.fits("012/SP/HUMAS/IX/2026", day));
        for wrong in ["/SP/HUMAS/IX/2026", "12/SP/HUMAS/XI/2026", "12/SP/HUMAS/IX/2025", "12a/SP/HUMAS/IX/2026", "12"] {
            assert!(!pattern.fits(wrong, day), "{wrong}");
        }
        assert_eq!(pattern.mended("No. 12/SP/2026", day).as_deref(), Some("12/SP/HUMAS/IX/2026"));
        assert_eq!(pattern.mended("dua belas", day), None);
        assert!(NumberPattern::parse("{MM}.{n}").unwrap().fits("09.3", day));
    }

    #[test]
    fn a_pattern_that_cannot_be_filled_is_none() {
        for wrong in ["SP/{YYYY}", "{n}/{n}", "{n}/{TAHUN}", "{n", "{n}}"] {
            assert_eq!(NumberPattern::parse(wrong), None, "{wrong}");
        }
    }
}
