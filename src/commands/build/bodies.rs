//! Converted bodies, kept by a build for the next ones.
//!
//! Not the first time that a text is converted: its writer may still be at it, and most texts of a newsroom never change after their
//! first days. And only by a build that prints everything, which makes the file anew.

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::pipeline::Snapshot;
use crate::render::BODIES;
use crate::write::{Cache, Shelf};

/// Bodies that are being kept.
pub(super) struct Keeping<'a> {
    cache: &'a Cache,
    shelf: Result<Arc<Shelf>, Diagnostic>,
}

impl<'a> Keeping<'a> {
    /// From now on bodies that are converted are kept; none where too few of them are new to be worth it.
    pub(super) fn begin(cache: &'a Cache, snapshot: &Snapshot) -> Option<Keeping<'a>> {
        if !snapshot.has_new_bodies() {
            return None;
        }
        let shelf = cache.shelf(BODIES).map(Arc::new);
        if let Ok(shelf) = shelf.clone() {
            snapshot.put_bodies_on(Box::new(move |bytes| shelf.put(bytes)));
        }
        Some(Keeping { cache, shelf })
    }

    /// Keeps those that were converted. Without it none are.
    ///
    /// # Errors
    /// A warning: the next build will be slower, and right all the same.
    pub(super) fn end(self, snapshot: &Snapshot) -> Result<(), Diagnostic> {
        let end = snapshot.end_of_bodies().unwrap_or_default();
        self.cache.keep_shelf(&*self.shelf?, &end)
    }
}
