//! A project that is looked at again and again: files → snapshots, each made from what the one before it left.
//!
//! A mistake of the configuration leaves the last one that was sound in place, and is told until it is mended.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;

use crate::config::{self, Config};
use crate::diagnostic::Diagnostics;
use crate::pipeline::{self, Kept, Request, Snapshot};
use crate::read::{self, Hint, Look, Project, Reach};
use crate::site::Moment;
use crate::site::changes::{self, Cause};
use crate::source::Source;

/// A project in memory.
#[derive(Debug)]
pub struct Live<'a> {
    request: Request<'a>,
    /// The last sound configuration; none where there never was one.
    config: Option<Arc<Config>>,
    /// The configuration as it was read last, sound or not; none where it could not be read.
    written: Option<Arc<Source>>,
    /// What was found in it.
    found: Result<Diagnostics, Diagnostics>,
    project: Option<Project>,
    kept: Kept,
}

impl<'a> Live<'a> {
    /// Reads the project. `kept` is what is known from earlier runs.
    pub fn read(request: Request<'a>, kept: Kept) -> Live<'a> {
        let mut live =
            Live { request, config: None, written: None, found: Ok(Diagnostics::new()), project: None, kept };
        live.configure();
        live
    }

    /// The configuration that holds.
    pub fn config(&self) -> Option<&Arc<Config>> {
        self.config.as_ref()
    }

    /// Reads the configuration; the project too, where there was none to read.
    fn configure(&mut self) {
        // Read before it is understood: what is written in between is another one.
        self.written = self.configuration();
        match pipeline::configure(&self.request) {
            Ok((config, found)) => {
                self.found = Ok(found);
                match &mut self.project {
                    Some(project) => project.dress(&config),
                    None => self.project = Some(Project::read(self.request.root, &config)),
                }
                self.config = Some(config);
            }
            Err(found) => self.found = Err(found),
        }
    }

    /// Looks where a hint points; see [`Project::look`].
    pub fn look(&mut self, hint: &Hint, is_settled: bool) -> Look {
        let is_about_config = hint.reach > Reach::Named || hint.paths.contains(Path::new(config::FILE));
        let has_other = is_about_config && self.has_other_config();
        if has_other && !is_settled && !read::is_file(&self.request.root.join(config::FILE)) {
            return Look::Doubtful;
        }
        let mut changed = BTreeSet::new();
        if let (Some(project), Some(config)) = (&mut self.project, &self.config) {
            match project.look(config, hint, is_settled) {
                // Nothing was taken over, and the configuration will not be either: all of it is looked at once more.
                Look::Doubtful => return Look::Doubtful,
                Look::Changed(paths) => changed = paths,
            }
        }
        if has_other {
            self.configure();
            changed.insert(config::FILE.to_owned());
        }
        Look::Changed(changed)
    }

    /// Whether the configuration is another one than that which was read.
    fn has_other_config(&self) -> bool {
        let text = |source: Option<&Arc<Source>>| source.map(|source| source.text().to_owned());
        text(self.configuration().as_ref()) != text(self.written.as_ref())
    }

    fn configuration(&self) -> Option<Arc<Source>> {
        read::configuration(self.request.root).ok()
    }

    /// The site at the moment that a configuration asks for, and everything that was found. Without a snapshot it cannot be shown
    /// at all.
    pub fn snapshot(&mut self, moment: impl FnOnce(&Config) -> Moment) -> (Option<Snapshot>, Diagnostics) {
        let mut found = match &self.found {
            Ok(found) => found.clone(),
            Err(found) => return (None, found.clone()),
        };
        let (Some(project), Some(config)) = (&self.project, &self.config) else { return (None, found) };
        let (snapshot, problems) = pipeline::of_sources(project.sources(), config, &moment(config), &mut self.kept);
        // All of it is in memory now.
        self.kept.items.forget_earlier_runs();
        found.append(problems);
        (snapshot, found)
    }

    /// When the last snapshot changes by itself. To be asked when there is time: the next one is made sooner then.
    pub fn next_change(&mut self, snapshot: &Snapshot) -> Option<Timestamp> {
        let coming = changes::coming(snapshot.site(), snapshot.config(), snapshot.moment(), snapshot.shows_date());
        let of_items = coming.iter().find(|change| change.cause != Cause::NewDay).map(|change| change.at);
        self.kept.lasts_until(snapshot, of_items);
        coming.first().map(|change| change.at)
    }

    /// Forgets coloured code and files that no output of the last snapshot shows. To be called when all of them were rendered.
    pub fn tidy(&self) {
        self.kept.memory.forget_unused();
    }
}
