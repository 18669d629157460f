//! Names that tell pages apart: their ids, and the files that they come from.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::{Page, PageId, Site, content_path};
use crate::config::Lang;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::Location;

/// Gives every page its id and its place in the indices.
pub(super) fn identify(site: &mut Site, found: &mut Diagnostics) {
    tell_apart(&mut site.pages);
    let mut named: Vec<(Lang, &str, PageId)> =
        site.page_ids().map(|(id, page)| (page.lang(), page.id.as_str(), id)).collect();
    named.par_sort_unstable();
    let mut by_id = Vec::with_capacity(named.len());
    let mut duplicates: Vec<(PageId, PageId)> = Vec::new();
    for same in named.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let Some(((lang, id, first), others)) = same.split_first() else { continue };
        by_id.push(((*lang, (*id).to_owned()), *first));
        duplicates.extend(others.iter().map(|(_, _, other)| (*other, *first)));
    }
    duplicates.sort_unstable();
    found.extend(duplicates.into_iter().filter_map(|(own, first)| duplicate(site.page(own), site.page(first))));
    // Maps are made at once from lists that are in order, or nearly so.
    site.by_id = Arc::new(by_id.into_iter().collect());
    let by_file = site.page_ids().map(|(id, page)| (content_path(&page.document.source.path).to_owned(), id));
    site.by_file = Arc::new(by_file.collect());
}

/// Two files of one name in different years: the year tells them apart (`docs/content/reference/content.md`, Ids).
fn tell_apart(pages: &mut [Arc<Page>]) {
    let mut count: HashMap<(Lang, &str), usize> = HashMap::with_capacity(pages.len());
    for page in pages.iter() {
        *count.entry((page.lang(), &page.id)).or_default() += 1;
    }
    let clashes = |page: &Arc<Page>| count.get(&(page.lang(), page.id.as_str())).is_some_and(|count| *count > 1);
    let clashing: Vec<bool> = pages.iter().map(clashes).collect();
    for (page, _) in pages.iter_mut().zip(clashing).filter(|(page, clashes)| *clashes && page.common().id.is_none()) {
        if let Some(date) = page.document.front.dates.date.as_ref() {
            Arc::make_mut(page).id = format!("{}-{:04}", page.id, date.date().year());
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
