//! What one snapshot leaves for the next: results of pure functions, each with all that it was made from.
//!
//! Nothing here is ever out of date. A result is taken over when its inputs are the same objects, or equal; else it is made anew.
//! Losing all of it costs time only.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;

use super::Snapshot;
use crate::config::Config;
use crate::diagnostic::Diagnostics;
use crate::parse::{self, Document, Memo, Parsed};
use crate::plan::{self, Plan};
use crate::read::{Sources, ThemeLayer};
use crate::render::{Memory, View};
use crate::site::{Moment, Site};
use crate::source::Source;

/// What is kept.
#[derive(Debug, Default)]
pub struct Kept {
    /// Items as they were parsed.
    pub items: parse::Memory,
    /// Code as it was coloured, and what files are.
    pub memory: Memory,
    /// The site that was related and planned last.
    pub(super) related: Option<Related>,
    /// What templates saw, of which summaries are taken over.
    pub(super) view: Option<Arc<View>>,
}

impl Kept {
    /// Nothing but what rendering remembers, and what an earlier run parsed.
    pub fn memory(memory: Memory, memo: Memo) -> Kept {
        Kept { memory, items: parse::Memory::with(memo), ..Kept::default() }
    }

    /// Notes until when the clock leaves a snapshot's site as it is; none for ever. It says nothing of any other than the last one.
    pub fn lasts_until(&mut self, snapshot: &Snapshot, change: Option<Timestamp>) {
        let is_last = self.view.as_ref().is_some_and(|view| Arc::ptr_eq(&view.site, &snapshot.view.site));
        if let Some(related) = self.related.as_mut().filter(|_| is_last) {
            related.until = change.unwrap_or(Timestamp::MAX);
        }
    }
}

/// A site that was related and planned without a mistake, and what from.
#[derive(Debug)]
pub(super) struct Related {
    sources: Sources,
    config: Arc<Source>,
    moment: Moment,
    /// Up to this instant, itself not included, the clock changes nothing that relating sees.
    until: Timestamp,
    site: Arc<Site>,
    plan: Arc<Plan>,
    found: Diagnostics,
}

/// So many edited items are put into a site; beyond that it is related anew.
const MOST_EDITED: usize = 32;

impl Related {
    /// Keeps what relating gave.
    pub(super) fn new(
        sources: &Sources,
        config: &Config,
        moment: &Moment,
        (site, plan): (&Arc<Site>, &Arc<Plan>),
        found: Diagnostics,
    ) -> Related {
        Related {
            sources: sources.clone(),
            config: Arc::clone(&config.source),
            moment: moment.clone(),
            until: moment.now,
            site: Arc::clone(site),
            plan: Arc::clone(plan),
            found,
        }
    }

    /// What relating and planning would give for these inputs. None where that is not known without doing it.
    pub(super) fn again(
        &self,
        parsed: &Parsed,
        sources: &Sources,
        config: &Config,
        moment: &Moment,
    ) -> Option<(Arc<Site>, Arc<Plan>, Diagnostics)> {
        let is_same = Arc::ptr_eq(&self.config, &config.source) && self.is_at(moment) && self.has(sources);
        let edited = self.edited(parsed, sources).filter(|_| is_same)?;
        let is_about_them = |source: &Arc<Source>| edited.iter().any(|document| document.source.path == source.path);
        let site = match edited.as_slice() {
            [] => Arc::clone(&self.site),
            // Places in an edited file are other ones now.
            _ if self.found.iter().any(|finding| finding.sources().any(is_about_them)) => return None,
            edited => Arc::new(self.site.with(edited)?),
        };
        Some((site, Arc::clone(&self.plan), self.found.clone()))
    }

    fn is_at(&self, moment: &Moment) -> bool {
        let shows = |moment: &Moment| (moment.drafts, moment.future, moment.everything);
        shows(&self.moment) == shows(moment)
            && (self.moment.now == moment.now || (self.moment.now..self.until).contains(&moment.now))
    }

    /// Whether all but the items themselves is the same.
    fn has(&self, sources: &Sources) -> bool {
        let known = &self.sources;
        let are_same = |one: &[Arc<Source>], other: &[Arc<Source>]| {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| Arc::ptr_eq(one, other))
        };
        are_same(&known.comments, &sources.comments)
            && are_same(known.ledger.as_slice(), sources.ledger.as_slice())
            && known.data.len() == sources.data.len()
            && known.data.values().zip(sources.data.values()).all(|(one, other)| Arc::ptr_eq(one, other))
            && known.files == sources.files
            && known.statics == sources.statics
            && known.lost == sources.lost
            && assets(&known.layers).eq(assets(&sources.layers))
            && has_log(&known.layers) == has_log(&sources.layers)
    }

    /// The items that are not those that the site was made of, if they are few and no file came or went.
    fn edited(&self, parsed: &Parsed, sources: &Sources) -> Option<Vec<Arc<Document>>> {
        let (known, now) = (&self.sources.markdown, &sources.markdown);
        let same_files = known.len() == now.len() && known.iter().zip(now).all(|(one, other)| one.path == other.path);
        let pairs = known.iter().zip(now).filter(|_| same_files);
        let edited = pairs.filter(|(one, other)| !Arc::ptr_eq(one, other)).map(|(_, source)| source);
        let edited: Vec<&Arc<Source>> = edited.take(MOST_EDITED + 1).collect();
        if !same_files || edited.len() > MOST_EDITED {
            return None;
        }
        let documents: BTreeMap<&str, &Arc<Document>> = match edited.as_slice() {
            [] => BTreeMap::new(),
            _ => parsed.documents.iter().map(|document| (document.source.path.as_str(), document)).collect(),
        };
        // An introduction of a section is no item: then it is not found here.
        edited.iter().map(|source| documents.get(source.path.as_str()).map(|document| Arc::clone(document))).collect()
    }
}

/// Whether a theme has the template by which planning knows that there is a log of corrections.
fn has_log(layers: &[ThemeLayer]) -> bool {
    layers.iter().any(|layer| layer.templates.contains_key(plan::corrections::TEMPLATE))
}

/// Files of themes that are published, with their bytes.
fn assets(layers: &[ThemeLayer]) -> impl Iterator<Item = (&str, &str, &[u8])> {
    layers.iter().flat_map(|layer| {
        layer.assets.iter().map(|(path, bytes)| (layer.name.as_str(), path.as_str(), bytes.as_slice()))
    })
}
