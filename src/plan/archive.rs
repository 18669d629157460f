//! Years and months of a section's items.

use crate::config::ArchiveBy;
use crate::site::{PageId, Section, Site};

/// A year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year {
    /// The year.
    pub year: i16,
    /// How many items it has.
    pub total: usize,
    /// Its months that have items, newest first.
    pub months: Vec<Month>,
}

/// A month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Month {
    /// 1 to 12.
    pub month: i8,
    /// Its items in the order of the section.
    pub pages: Vec<PageId>,
}

/// Years that have items, newest first; months only where the section has lists of them. Empty without archives.
pub(super) fn years(site: &Site, section: &Section) -> Vec<Year> {
    let mut years: Vec<Year> = Vec::new();
    if section.archive == ArchiveBy::None {
        return years;
    }
    let mut dated: Vec<(i16, i8, PageId)> = section
        .pages
        .iter()
        .filter_map(|id| site.page(*id).filed_under(section).map(|when| (when.date().year(), when.date().month(), *id)))
        .collect();
    // A stable sort keeps the section's own order inside a month.
    dated.sort_by_key(|(year, month, _)| std::cmp::Reverse((*year, *month)));
    for (year, month, id) in dated {
        if years.last().is_none_or(|last| last.year != year) {
            years.push(Year { year, total: 0, months: Vec::new() });
        }
        let Some(current) = years.last_mut() else { continue };
        current.total += 1;
        if current.months.last().is_none_or(|last| last.month != month) {
            current.months.push(Month { month, pages: Vec::new() });
        }
        if let Some(current) = current.months.last_mut() {
            current.pages.push(id);
        }
    }
    years
}

impl Year {
    /// Its items, newest month first.
    pub fn pages(&self) -> impl Iterator<Item = PageId> {
        self.months.iter().flat_map(|month| month.pages.iter().copied())
    }
}

/// The address of a year's or a month's list.
pub fn path(section: &Section, year: i16, month: Option<i8>) -> String {
    match month {
        Some(month) => format!("{}{year:04}/{month:02}/", section.path),
        None => format!("{}{year:04}/", section.path),
    }
}
