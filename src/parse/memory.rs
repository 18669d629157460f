//! Items that were parsed before, so that only files that changed are parsed again.
//!
//! It may be kept because a document never changes, depends on no other file, and everything that matters to it is in the key: its
//! source, which is compared by identity, the kinds of all folders, the configuration, by identity too, and the words that
//! proofreading looks for. So it is with the records and the files of `data/`.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::memo::Renewed;
use super::records::{self, Records};
use super::{Document, Lexicon, Memo};
use crate::config::{Config, Kind};
use crate::diagnostic::Diagnostics;
use crate::read::Sources;
use crate::source::Source;

/// What was parsed, and what from.
#[derive(Debug, Default)]
pub struct Memory {
    config: Option<Arc<Source>>,
    kinds: Vec<(String, Kind)>,
    lexicon: Arc<Lexicon>,
    items: HashMap<String, Remembered>,
    /// What an earlier run parsed.
    memo: Memo,
    /// Under which conditions the items were parsed, as the memo tells them.
    under: Option<String>,
    records: Option<RememberedRecords>,
}

#[derive(Debug)]
struct RememberedRecords {
    data: BTreeMap<String, Arc<Source>>,
    lost: Vec<String>,
    records: Arc<Records>,
    found: Diagnostics,
}

#[derive(Debug)]
struct Remembered {
    document: Arc<Document>,
    found: Diagnostics,
}

impl Memory {
    /// Nothing but what an earlier run parsed.
    pub fn with(memo: Memo) -> Memory {
        Memory { memo, ..Memory::default() }
    }

    /// Forgets what an earlier run parsed: of what this one parsed, each item is known.
    pub fn forget_earlier_runs(&mut self) {
        self.memo = Memo::default();
    }

    /// The items for the next run, which begins with them; none where what this one began with will do.
    pub fn renewed<'a>(&'a self, config: &'a Config) -> Option<Renewed<'a>> {
        let mut items: Vec<&Remembered> = self.items.values().collect();
        items.sort_unstable_by(|one, other| one.document.source.path.cmp(&other.document.source.path));
        let items = items.into_iter().map(|item| (&*item.document, &item.found)).collect();
        self.memo.renewed(self.under.as_deref()?, items, config)
    }

    /// What was made under other conditions is forgotten.
    pub(super) fn under(&mut self, config: &Config, kinds: &[(String, Kind)]) {
        let is_same = self.config.as_ref().is_some_and(|known| Arc::ptr_eq(known, &config.source));
        if !is_same || self.kinds != kinds {
            let memo = std::mem::take(&mut self.memo);
            let config = Some(Arc::clone(&config.source));
            *self = Memory { config, kinds: kinds.to_vec(), memo, ..Memory::default() };
        }
    }

    /// What was judged by other words is forgotten.
    pub(super) fn reading(&mut self, config: &Config, lexicon: &Arc<Lexicon>) {
        if self.lexicon != *lexicon {
            self.items.clear();
            self.lexicon = Arc::clone(lexicon);
        }
        self.under = self.memo.conditions(config, &self.kinds, lexicon);
    }

    /// An item that an earlier run parsed.
    pub(super) fn recall_written(&self, source: &Arc<Source>, config: &Config) -> Option<(Document, Diagnostics)> {
        self.memo.recall(source, config, self.under.as_deref())
    }

    pub(super) fn recall(&self, source: &Arc<Source>) -> Option<(Arc<Document>, Diagnostics)> {
        let known = self.items.get(source.path.as_str())?;
        let is_same = Arc::ptr_eq(&known.document.source, source);
        is_same.then(|| (Arc::clone(&known.document), known.found.clone()))
    }

    /// That so many items are there in all.
    pub(super) fn expect(&mut self, items: usize) {
        self.items.reserve(items.saturating_sub(self.items.len()));
    }

    pub(super) fn remember(&mut self, document: &Arc<Document>, found: Diagnostics) {
        let remembered = Remembered { document: Arc::clone(document), found };
        self.items.insert(document.source.path.clone(), remembered);
    }

    pub(super) fn records(&mut self, sources: &Sources, config: &Config) -> (Arc<Records>, Diagnostics) {
        let is_same = |known: &&RememberedRecords| {
            let mut pairs = known.data.iter().zip(&sources.data);
            known.lost == sources.lost
                && known.data.len() == sources.data.len()
                && pairs.all(|(known, own)| known.0 == own.0 && Arc::ptr_eq(known.1, own.1))
        };
        if let Some(known) = self.records.as_ref().filter(is_same) {
            return (Arc::clone(&known.records), known.found.clone());
        }
        let (records, found) = records::parse(sources, config);
        let known = RememberedRecords {
            data: sources.data.clone(),
            lost: sources.lost.clone(),
            records: Arc::new(records),
            found,
        };
        let answer = (Arc::clone(&known.records), known.found.clone());
        self.records = Some(known);
        answer
    }

    pub(super) fn forget_all_but(&mut self, documents: &[Arc<Document>]) {
        if self.items.len() > documents.len() {
            let there: HashSet<&str> = documents.iter().map(|document| document.source.path.as_str()).collect();
            self.items.retain(|path, _| there.contains(path.as_str()));
        }
    }
}
