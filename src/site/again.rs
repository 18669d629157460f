//! A site related once, taken over for the next snapshot.
//!
//! [`relate`](super::relate) is a function of what was parsed, and most edits change nothing that it looks at beyond the edited
//! item itself: a word of the text, a title. Then the site is the one that is there, with the new document in its place. What an
//! edit may change is named here, and everything else must be equal; a field that is added later is compared with the rest.

use std::sync::Arc;

use super::{Page, Site, content_path};
use crate::config::SortBy;
use crate::parse::components::{ComponentCall, Literal};
use crate::parse::kinds::Common;
use crate::parse::{Body, Document};

impl Site {
    /// The same site with `edited` documents in the place of those of their files. None where more than these pages may be
    /// other ones: then everything is to be related anew.
    pub fn with(&self, edited: &[Arc<Document>]) -> Option<Site> {
        let mut site = self.clone();
        for document in edited {
            let id = *self.by_file.get(content_path(&document.source.path))?;
            let page = site.pages.get_mut(id.0 as usize)?;
            let titles_matter =
                self.sections.iter().any(|section| matches!(section.sort, SortBy::Title | SortBy::Weight));
            let is_retitled = page.title() != document.front.common.title.as_deref().unwrap_or("");
            if !is_seen_alike(&page.document, document) || (titles_matter && is_retitled) {
                return None;
            }
            *page = Arc::new(Page { document: Arc::clone(document), ..(**page).clone() });
        }
        Some(site)
    }
}

/// Whether everything that other files may see of a document is as it was: all but its title, summary and words.
fn is_seen_alike(before: &Document, after: &Document) -> bool {
    let is_sound = |document: &Document| !document.broken && !document.misplaced;
    is_sound(before)
        && is_sound(after)
        && (&before.place, before.lang) == (&after.place, after.lang)
        && before.front.kind == after.front.kind
        && seen_of_fields(&before.front.common) == seen_of_fields(&after.front.common)
        && is_body_alike(&before.body, &after.body)
}

fn seen_of_fields(common: &Common) -> Common {
    Common { title: None, subtitle: None, summary: None, ..common.clone() }
}

/// Whether two bodies have the same links, places that links may name, and names of files.
fn is_body_alike(before: &Body, after: &Body) -> bool {
    let links = |body: &Body| -> Vec<(String, bool, bool)> {
        body.links.iter().map(|link| (link.dest.clone(), link.image, link.alt_empty)).collect()
    };
    let calls = |body: &Body| -> Vec<(String, Vec<(String, Literal)>)> {
        let of_call = |call: &ComponentCall| {
            let arguments = call.arguments.iter().map(|argument| (argument.name.clone(), argument.value.clone()));
            (call.name.clone(), arguments.collect())
        };
        body.components.iter().map(of_call).collect()
    };
    let headings = |body: &Body| -> Vec<String> { body.headings.iter().map(|heading| heading.id.clone()).collect() };
    links(before) == links(after)
        && before.anchors == after.anchors
        && headings(before) == headings(after)
        && calls(before) == calls(after)
}
