//! The announcements that stand on every page.

use std::cmp::Reverse;

use jiff::Timestamp;

use super::{Page, PageId, Site, changes};
use crate::config::{Config, Kind, Lang};
use crate::locale::date::When;
use crate::parse::kinds::KindFields;
use crate::parse::kinds::announcement::AlertLevel;

/// For each language those that stand there at `now`: the most urgent first, then the newest. An emergency that is announced in the
/// default language alone stands on the pages of every language.
pub(super) fn standing(site: &Site, config: &Config, now: Timestamp) -> Vec<Vec<PageId>> {
    let announced = site.page_ids().filter(|(_, page)| page.kind() == Kind::Announcement);
    let announced: Vec<(PageId, &Page)> =
        announced.filter(|(_, page)| changes::is_announced(&page.document, now)).collect();
    let concerns = |page: &Page, lang: Lang| {
        let has_edition = || page.translations.iter().any(|id| site.page(*id).lang() == lang);
        let for_all = level(page) == Some(AlertLevel::Emergency) && page.lang() == config.default_lang();
        page.lang() == lang || (for_all && !has_edition())
    };
    let of_language = |lang: Lang| {
        let own = announced.iter().filter(|(_, page)| concerns(page, lang));
        let mut own: Vec<(PageId, &Page)> = own.copied().collect();
        own.sort_by_cached_key(|(id, page)| {
            let starts = page.document.front.dates.starts_at.as_ref().map(When::instant);
            (Reverse(level(page)), Reverse(starts), site.rank(*id))
        });
        own.into_iter().map(|(id, _)| id).collect()
    };
    config.langs().map(of_language).collect()
}

fn level(page: &Page) -> Option<AlertLevel> {
    match page.fields() {
        KindFields::Announcement(announcement) => announcement.level,
        _ => None,
    }
}
