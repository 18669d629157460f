//! What should have been looked at again by now: items, and the word on whom to tell of holes. It depends on the clock and changes nothing that readers see, so it is asked
//! of a site whenever it is judged, and kept nowhere.

use jiff::SignedDuration;

use super::{Moment, Site};
use crate::config::Config;
use crate::diagnostic::{Argument, Code, Diagnostic, Diagnostics};
use crate::locale::date::When;
use crate::parse::proofreading::of_record;
use crate::yaml::Part;

/// Items whose `review_by` is past: the day itself is the last on which it is kept.
pub fn overdue(site: &Site, config: &Config, moment: &Moment) -> Diagnostics {
    let today = moment.now.to_zoned_datetime(config.zone.time_zone().clone()).date();
    let withheld = site.withheld.iter().map(|item| &item.document);
    let documents = site.pages.iter().map(|page| &page.document).chain(withheld);
    let overdue = documents.filter_map(|document| {
        let common = &document.front.common;
        let date = common.review_by.as_ref()?.date();
        let finding = || document.front.finding(&document.source, Code::ReviewOverdue, &["review_by"]);
        let finding = (date < today).then(finding)?.with("date", Argument::date(date));
        Some(if common.import.is_some() { of_record(finding) } else { finding })
    });
    let mut found: Diagnostics = overdue.collect();
    found.extend(security(config, moment));
    found
}

/// How long before its end `security.txt` is to be renewed.
const NOTICE: SignedDuration = SignedDuration::from_hours(24 * 30);

/// That `security.txt` has ended or soon will: from then on nobody may believe it (RFC 9116 §2.5.5).
fn security(config: &Config, moment: &Moment) -> Option<Diagnostic> {
    let expires = config.security.as_ref()?.expires;
    let left = expires.duration_since(moment.now);
    let place = config.places.at("security.expires", Part::Value);
    let at = |span| Diagnostic::at(Code::SecurityExpires, &config.source, span);
    let finding = place.map_or_else(|| Diagnostic::in_file(Code::SecurityExpires, &config.source), at);
    // The last moment of the day that is written there.
    let day = When::at(expires.saturating_sub(SignedDuration::from_nanos(1)).ok()?, &config.zone).date();
    (left < NOTICE).then(|| {
        finding
            .with("problem", if left <= SignedDuration::ZERO { "ended" } else { "ends" })
            .with("date", Argument::date(day))
    })
}
