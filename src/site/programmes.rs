//! Programmes and what belongs to them.

use jiff::Timestamp;

use super::{Relation, Site, changes};
use crate::config::{Config, Kind};
use crate::diagnostic::{Code, Diagnostics};
use crate::parse::kinds::programme::ProgrammeStatus;

/// A programme that is finished has no event ahead.
pub(super) fn check(site: &Site, config: &Config, now: Timestamp, found: &mut Diagnostics) {
    for page in site.pages.iter().filter(|page| page.kind() == Kind::Programme) {
        if changes::programme_status(&page.document, config, now) != Some(ProgrammeStatus::Finished) {
            continue;
        }
        let events = page.all_naming(Relation::Programme).map(|id| site.page(id));
        let ahead = events.filter(|event| {
            event.document.front.dates.start.as_ref().is_some_and(|start| start.instant() > now)
                && changes::event_state(&event.document, now) != "cancelled"
        });
        for event in ahead {
            let source = &event.document.source;
            let paths = ["programme", "program", "event", "start", "mulai"];
            let finding = event.document.front.finding(source, Code::EventAfterProgramme, &paths);
            found.push(finding.with("programme", page.title()));
        }
    }
}
