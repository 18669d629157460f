//! Order and languages.

use std::sync::Arc;

use rayon::prelude::*;

use super::mentions::resolve;
use super::{PageId, Section, Site, unknown_item};
use crate::config::{Config, Kind, Lang, SortBy};
use crate::diagnostic::{Diagnostics, nearest};
use crate::locale::collate;
use crate::locale::date::When;
use crate::yaml::OneOr;

/// Adds up the counters of every page: the base from its own file, and `data/views.yaml`.
pub(super) fn views(site: &mut Site) {
    let records = &site.records.views;
    for page in site.pages.iter_mut().map(Arc::make_mut) {
        let base = match &page.document.front.common.views {
            Some(OneOr::One(count)) => Some(*count),
            Some(OneOr::Record(base)) => base.base,
            None => None,
        };
        let counted = match records.get(&page.id) {
            Some(OneOr::One(count)) => Some(*count),
            Some(OneOr::Record(record)) => record.count,
            None => None,
        };
        page.views = match (base, counted) {
            (None, None) => None,
            (base, counted) => Some(base.unwrap_or(0).saturating_add(counted.unwrap_or(0))),
        };
    }
}

/// Puts all pages in order, and gives every page its place in it.
pub(super) fn rank(site: &mut Site) {
    let mut pages: Vec<_> = site.page_ids().map(|(id, page)| (page.order(), id)).collect();
    pages.par_sort_unstable();
    let ordered: Vec<PageId> = pages.into_iter().map(|(_, id)| id).collect();
    let mut ranks = vec![u32::MAX; ordered.len()];
    for (rank, id) in (0..).zip(&ordered) {
        if let Some(own) = ranks.get_mut(id.0 as usize) {
            *own = rank;
        }
    }
    (site.ordered, site.ranks) = (Arc::new(ordered), Arc::new(ranks));
}

/// Pages in lists, each in its order.
pub(super) struct Lists {
    newest: Vec<Vec<PageId>>,
    most_read: Vec<Vec<PageId>>,
    events: Vec<Vec<PageId>>,
    /// By section.
    members: Vec<Vec<PageId>>,
    /// Pages with the newer and the older one.
    neighbours: Vec<(PageId, Option<PageId>, Option<PageId>)>,
}

impl Lists {
    /// Gives the site its lists, and pages their neighbours.
    pub(super) fn put(self, site: &mut Site) {
        (site.newest, site.most_read, site.events) = (self.newest, self.most_read, self.events);
        for (pages, section) in self.members.into_iter().zip(&mut site.sections) {
            section.pages = pages;
        }
        for (id, newer, older) in self.neighbours {
            if let Some(page) = site.pages.get_mut(id.0 as usize).map(Arc::make_mut) {
                (page.newer, page.older) = (newer, older);
            }
        }
    }
}

/// Puts pages into sections and lists, in order, and finds neighbours. What is ordered by date needs no sorting, because the
/// pages come in that order.
pub(super) fn lists(site: &Site, config: &Config) -> Lists {
    let languages = config.languages.len();
    let mut newest = vec![Vec::new(); languages];
    let mut most_read = vec![Vec::new(); languages];
    let mut events = vec![Vec::new(); languages];
    let mut members: Vec<Vec<PageId>> = vec![Vec::new(); site.sections.len()];
    let around = surrounding(&site.sections);
    let listed = site.ordered.iter().map(|id| (*id, site.page(*id))).filter(|(_, page)| page.is_listed());
    for (id, page) in listed {
        let lang = usize::from(page.lang().0);
        let push = |list: &mut Vec<Vec<PageId>>| {
            if let Some(list) = list.get_mut(lang) {
                list.push(id);
            }
        };
        if page.kind() != Kind::Page && page.date().is_some() {
            push(&mut newest);
        }
        if page.views.is_some() {
            push(&mut most_read);
        }
        if page.document.front.dates.start.is_some() {
            push(&mut events);
        }
        let mut section = page.section;
        while let Some(current) = section {
            if let Some(list) = members.get_mut(current.0 as usize) {
                list.push(id);
            }
            section = around.get(current.0 as usize).copied().flatten();
        }
    }
    for list in &mut most_read {
        list.sort_by_cached_key(|id| (std::cmp::Reverse(site.page(*id).views), site.page(*id).path.as_str()));
    }
    for list in &mut events {
        list.sort_by_cached_key(|id| {
            let page = site.page(*id);
            (page.document.front.dates.start.as_ref().map(When::instant), page.path.as_str())
        });
    }
    for (pages, section) in members.iter_mut().zip(&site.sections) {
        sort(pages, section, site);
    }
    let neighbours = neighbours(site, &members);
    Lists { newest, most_read, events, members, neighbours }
}

/// For each section the one around it, if there is one.
fn surrounding(sections: &[Section]) -> Vec<Option<super::SectionId>> {
    sections
        .iter()
        .map(|section| {
            let mut folder = section.folder.as_str();
            while let Some((around, _)) = folder.rsplit_once('/') {
                let found = sections.iter().position(|other| other.folder == around && other.lang == section.lang);
                if let Some(index) = found {
                    return u32::try_from(index).ok().map(super::SectionId);
                }
                folder = around;
            }
            None
        })
        .collect()
}

/// Sorts pages that are sorted by date.
fn sort(pages: &mut [PageId], section: &Section, site: &Site) {
    match section.sort {
        SortBy::Date => {}
        SortBy::Title => {
            pages.sort_by_cached_key(|id| (collate::sort_key(site.page(*id).title()), site.page(*id).path.as_str()))
        }
        SortBy::Weight => pages.sort_by_cached_key(|id| {
            let page = site.page(*id);
            (page.common().weight.unwrap_or(u64::MAX), collate::sort_key(page.title()), page.path.as_str())
        }),
        SortBy::Start => pages.sort_by_cached_key(|id| {
            let page = site.page(*id);
            (std::cmp::Reverse(page.document.front.dates.start.as_ref().map(When::instant)), page.path.as_str())
        }),
    }
}

/// Newer and older, in the page's own section.
fn neighbours(site: &Site, members: &[Vec<PageId>]) -> Vec<(PageId, Option<PageId>, Option<PageId>)> {
    let mut links = Vec::new();
    for ((id, _), pages) in site.section_ids().zip(members) {
        let own: Vec<PageId> = pages.iter().copied().filter(|page| site.page(*page).section == Some(id)).collect();
        for (index, page) in own.iter().enumerate() {
            let newer = index.checked_sub(1).and_then(|before| own.get(before)).copied();
            links.push((*page, newer, own.get(index + 1).copied()));
        }
    }
    links
}

/// Pages with their editions in other languages: paired by the names of files, and by `translation_of`.
pub(super) fn translations(site: &Site, config: &Config) -> (Vec<(PageId, Vec<PageId>)>, Diagnostics) {
    let mut found = Diagnostics::new();
    let mut pages: Vec<(&str, &str, Lang, PageId)> = Vec::with_capacity(site.pages.len());
    for (id, page) in site.page_ids() {
        let original = page.common().translation_of.as_deref().and_then(|name| {
            let by_file = site.by_file.get(super::content_path(name)).copied();
            by_file.or_else(|| config.langs().find_map(|lang| site.find_in(lang, name)))
        });
        if let (Some(name), None) = (page.common().translation_of.as_deref(), original)
            && !site.incomplete
            && resolve(site, page.lang(), name).is_none()
        {
            let nearest = nearest(name, site.ids());
            found.push(unknown_item(page, &["translation_of", "terjemahan_dari"], name, nearest));
        }
        let place = &site.page(original.unwrap_or(id)).document.place;
        pages.push((&place.folder, &place.name, page.lang(), id));
    }
    // Files come by folder and name, so little is out of order.
    pages.sort();
    let mut translations: Vec<(PageId, Vec<PageId>)> = Vec::new();
    for group in pages.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).filter(|group| group.len() > 1) {
        let ids = || group.iter().map(|(_, _, _, id)| *id);
        translations.extend(ids().map(|own| (own, ids().filter(|other| *other != own).collect())));
    }
    (translations, found)
}

/// Gives pages their editions in other languages.
pub(super) fn put_translations(translations: Vec<(PageId, Vec<PageId>)>, site: &mut Site) {
    for (id, others) in translations {
        if let Some(page) = site.pages.get_mut(id.0 as usize).map(Arc::make_mut) {
            page.translations = others;
        }
    }
}
