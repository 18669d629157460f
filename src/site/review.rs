//! Items that should have been looked at again by now. It depends on the clock and changes nothing that readers see, so it is asked
//! of a site whenever it is judged, and kept nowhere.

use super::{Moment, Site};
use crate::config::Config;
use crate::diagnostic::{Argument, Code, Diagnostics};
use crate::parse::proofreading::of_record;

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
    overdue.collect()
}
