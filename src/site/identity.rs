//! Names that tell pages apart: their ids, and the files that they come from.

use std::sync::Arc;

use rayon::prelude::*;

use super::{Page, PageId, Site, content_path};
use crate::config::Lang;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::Location;

/// Gives every page its id and its place in the indices.
pub(super) fn identify(site: &mut Site, found: &mut Diagnostics) {
    let mut named = by_name(site);
    let clashing: Vec<PageId> = alike(&named).filter(|same| same.len() > 1).flatten().map(|(_, _, id)| *id).collect();
    if !clashing.is_empty() {
        tell_apart(&mut site.pages, &clashing);
        named = by_name(site);
    }
    let mut by_id = Vec::with_capacity(named.len());
    let mut duplicates: Vec<(PageId, PageId)> = Vec::new();
    for same in alike(&named) {
        let Some(((_, _, first), others)) = same.split_first() else { continue };
        by_id.push(*first);
        duplicates.extend(others.iter().map(|(_, _, other)| (*other, *first)));
    }
    duplicates.sort_unstable();
    found.extend(duplicates.into_iter().filter_map(|(own, first)| duplicate(site.page(own), site.page(first))));
    let of_file = |(id, page): (PageId, &Page)| (content_path(&page.document.source.path).to_owned(), id);
    let by_file = site.page_ids().map(of_file).collect();
    (site.by_id, site.by_file) = (Arc::new(by_id), Arc::new(by_file));
}

/// Pages by language and id, in that order.
fn by_name(site: &Site) -> Vec<(Lang, &str, PageId)> {
    let mut named: Vec<_> = site.page_ids().map(|(id, page)| (page.lang(), page.id.as_str(), id)).collect();
    named.par_sort_unstable();
    named
}

/// Those that have one id in one language, together.
fn alike<'a, 'n>(named: &'a [(Lang, &'n str, PageId)]) -> impl Iterator<Item = &'a [(Lang, &'n str, PageId)]> {
    named.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1))
}

/// Two files of one name in different years: the year tells them apart (`docs/content/reference/content.md`, Ids).
fn tell_apart(pages: &mut [Arc<Page>], clashing: &[PageId]) {
    for id in clashing {
        let page = pages.get_mut(id.0 as usize).filter(|page| page.common().id.is_none());
        let Some(page) = page else { continue };
        if let Some(date) = page.document.front.dates.date.as_ref() {
            let year = date.date().year();
            let page = Arc::make_mut(page);
            page.id = format!("{}-{year:04}", page.id);
        }
    }
}

/// Says that two pages have one id.
fn duplicate(page: &Page, first: &Page) -> Option<Diagnostic> {
    let (own, first) = (&page.document, &first.document);
    if own.misplaced || first.misplaced {
        // Which language it is in is the mistake, and was told.
        return None;
    }
    let duplicate = own
        .front
        .finding(&own.source, Code::DuplicateId, &["id"])
        .with("id", page.id.as_str())
        .with("problem", if page.common().id.is_some() { "given" } else { "made" })
        .with("other", first.source.path.as_str())
        .with("own", own.source.path.as_str());
    Some(duplicate.related(match first.front.place("id") {
        Some(span) => Location::new(&first.source, span),
        None => Location::file(&first.source),
    }))
}
