//! Rules of announcements.

use super::Judge;
use crate::locale::date::When;
use crate::parse::kinds::Announcement;
use crate::parse::kinds::announcement::AlertLevel;

/// The most characters of the words on every page.
const MOST_OF_HEADLINE: usize = 90;

/// The most days that an emergency may last.
const MOST_DAYS_OF_EMERGENCY: i32 = 30;

impl Judge<'_> {
    pub(super) fn announcement(&mut self, announcement: &Announcement) {
        if let Some(headline) = &announcement.headline {
            self.at_most(headline, MOST_OF_HEADLINE, &["headline", "kepala"]);
        }
        let is_emergency = announcement.level == Some(AlertLevel::Emergency);
        if is_emergency && announcement.instruction.is_none() && !self.unread.has("instruction") {
            self.broken("emergency-without-instruction", &["level", "tingkat"]);
        }
        let warns = matches!(announcement.level, Some(AlertLevel::Warning | AlertLevel::Emergency));
        if warns && announcement.source.is_none() && !self.unread.has("source") {
            self.expected.push("source");
        }
        let dates = &self.front.dates;
        if let (Some(starts), Some(expires)) = (&dates.starts_at, &dates.expires_at) {
            if expires.instant() <= starts.instant() {
                self.against("expires-before-start", "expires_at", "starts_at");
            } else if is_emergency && days_between(starts, expires) > MOST_DAYS_OF_EMERGENCY {
                self.against("emergency-too-long", "expires_at", "starts_at");
            }
        }
    }
}

fn days_between(start: &When, end: &When) -> i32 {
    end.date().since(start.date()).map_or(0, |span| span.get_days())
}
