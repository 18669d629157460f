//! What was put right, of all items: one log for each language, newest first.

use std::cmp::Reverse;

use super::{PageId, Site};
use crate::config::Config;
use crate::locale::date::When;

/// A correction of an item.
#[derive(Clone, Debug)]
pub struct Corrected {
    /// The item.
    pub page: PageId,
    /// Which of its corrections.
    pub index: usize,
    /// When.
    pub at: When,
}

/// The corrections of all items that lists show.
pub(super) fn log(site: &Site, config: &Config) -> Vec<Vec<Corrected>> {
    let mut log: Vec<Vec<Corrected>> = vec![Vec::new(); config.languages.len()];
    for (page, own) in site.page_ids().filter(|(_, page)| page.is_listed()) {
        let Some(log) = log.get_mut(usize::from(own.lang().0)) else { continue };
        let corrections = own.common().corrections.iter().enumerate();
        log.extend(corrections.filter_map(|(index, correction)| {
            let at = correction.at.as_ref()?.in_zone(&config.zone).ok()?;
            Some(Corrected { page, index, at })
        }));
    }
    for log in &mut log {
        log.sort_by_cached_key(|own| (Reverse(own.at.instant()), site.rank(own.page), own.index));
    }
    log
}
