//! Days counted from 1 January 1970 as year, month and day (Howard Hinnant, "chrono-compatible low-level date algorithms").

use crate::words::{MONTHS, WEEKDAYS};

/// 1 January 2006.
pub(crate) const FIRST_DAY: usize = 13_149;
/// Twenty years less two weeks, so that nothing, a workshop's last day included, lies after 2025.
pub(crate) const DAYS: usize = 20 * 365 + 5 - 14;

#[derive(Clone, Copy)]
pub(crate) struct Day {
    pub(crate) year: usize,
    pub(crate) month: usize,
    pub(crate) day: usize,
    since_1970: usize,
}

impl Day {
    pub(crate) fn new(since_1970: usize) -> Self {
        let shifted = since_1970 + 719_468;
        let (era, day_of_era) = (shifted / 146_097, shifted % 146_097);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * day_of_year + 2) / 153;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        Self {
            year: era * 400 + year_of_era + usize::from(month <= 2),
            month,
            day: day_of_year - (153 * from_march + 2) / 5 + 1,
            since_1970,
        }
    }

    pub(crate) fn later(self, days: usize) -> Self {
        Self::new(self.since_1970 + days)
    }

    pub(crate) fn earlier(self, days: usize) -> Self {
        Self::new(self.since_1970.saturating_sub(days))
    }

    pub(crate) fn iso(self) -> String {
        format!("{}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// `Kamis (3/6)`, as newsrooms date an event in the text.
    pub(crate) fn in_text(self) -> String {
        let weekday = WEEKDAYS.get(self.since_1970 % 7).copied().unwrap_or_default();
        format!("{weekday} ({}/{})", self.day, self.month)
    }

    pub(crate) fn month_name(self) -> &'static str {
        MONTHS.get(self.month - 1).copied().unwrap_or_default()
    }
}
