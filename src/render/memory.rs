//! What rendering remembers from snapshot to snapshot, and from run to run: results of pure functions.

use std::sync::Arc;

use super::KeptBodies;
use super::highlight::{Highlighter, Memory as Highlights};
use crate::read::facts::Store;

/// What rendering remembers from snapshot to snapshot, and from run to run. Losing it costs time only.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    /// Colours code.
    pub highlighter: Arc<Highlighter>,
    /// Knows what files are.
    pub facts: Arc<Store>,
    /// Bodies that were converted.
    pub bodies: Arc<KeptBodies>,
}

/// What [`Memory`] is kept as.
#[derive(Debug, Default)]
pub struct Written {
    /// Highlighted code.
    pub highlights: Option<Vec<u8>>,
    /// Facts of files.
    pub facts: Option<Vec<u8>>,
    /// Converted bodies.
    pub bodies: KeptBodies,
}

impl Memory {
    /// What earlier runs wrote; what is damaged is nothing.
    pub fn read(written: Written) -> Memory {
        let highlights = written.highlights.as_deref().map(Highlights::from_bytes).unwrap_or_default();
        let facts = written.facts.as_deref().map(Store::from_bytes).unwrap_or_default();
        let highlighter = Arc::new(Highlighter::new(highlights));
        Memory { highlighter, facts: Arc::new(facts), bodies: Arc::new(written.bodies) }
    }

    /// Forgets what was not used since this was called last.
    pub fn forget_unused(&self) {
        self.highlighter.forget_unused();
        self.facts.forget_unused();
    }
}
