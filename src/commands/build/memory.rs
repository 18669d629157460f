//! What a build leaves for the next, and takes from the one before: whether there is anything to do at all, which outputs stay as
//! they are, and what was found out on the way.
//!
//! It is kept in `.warta/` when a build has published, in parts that are each whole or not there. Without any of it a build is
//! slower, and right all the same. Bodies are kept while they are converted, by [`super::bodies`].

use std::io::Write;
use std::path::Path;

use jiff::Timestamp;

use super::done::{self, Done, Telling};
use super::same::{self, Ground, Same};
use super::{Arguments, Built, Work};
use crate::diagnostic::{Diagnostic, Severity};
use crate::pipeline::Snapshot;
use crate::read::facts::Keep;
use crate::read::{self, Listed};
use crate::write::{Cache, FACTS, HIGHLIGHTS, Report};

/// By what the next build knows what it need not do again; none where that cannot be told.
#[derive(Default)]
pub(super) struct Keys {
    /// Of everything that was read.
    pub(super) fingerprint: Option<String>,
    /// Of what all outputs see.
    pub(super) frame: Option<String>,
    /// Whether most texts are those of an earlier run.
    pub(super) texts_stay: bool,
}

/// What a build leaves for the next.
#[derive(Default)]
pub(super) struct Made {
    pub(super) same: Same,
    /// When the clock changes the site; none where it never does.
    pub(super) until: Option<Timestamp>,
    /// Whether some outputs may have been left as they were.
    pub(super) is_partial: bool,
}

impl Work<'_> {
    /// What the site is made of; none when that cannot be told, or was not asked for: whoever waits for the disk wants it done.
    pub(super) fn fingerprint(&self, content: &Listed) -> Option<String> {
        let Arguments { drafts, future, sync, site, .. } = self.arguments;
        if *sync {
            return None;
        }
        let asked = format!("{drafts} {future} {:?}", site.base_url);
        // The machine's clock, whatever `--now` says: it is held against the times of files.
        let fingerprint = read::fingerprint(&self.global.root, content, &asked, self.around.clock)?;
        Some(format!("{fingerprint:032x}"))
    }

    /// The build before, if there is nothing to do.
    pub(super) fn still(
        &self,
        fingerprint: Option<&str>,
        (output, cache): (&Path, &Cache),
        now: Timestamp,
    ) -> Result<Option<Built>, Diagnostic> {
        let Some(fingerprint) = fingerprint else { return Ok(None) };
        let Some((done, files)) = Done::still((&self.global.root, output), cache, fingerprint, now)? else {
            return Ok(None);
        };
        // Warnings are counted, whether they are shown or not.
        let least = self.reporter.least().min(Severity::Warning);
        let findings = done::told_again(done.findings, least, &self.global.root).filter(|found| !self.stops(found));
        let Some(findings) = findings else { return Ok(None) };
        let report = Report { files, unchanged: files, ..Report::default() };
        Ok(Some(Built { report: Some(report), findings, waiting: done.waiting }))
    }

    /// Remembers a build that published. Each part is written when it is made, so that they are not all in memory at once.
    ///
    /// # Errors
    /// A warning: the next build will be slower, and right all the same.
    pub(super) fn remember(
        &self,
        built: &Built,
        snapshot: &Snapshot,
        (output, cache): (&Path, &Cache),
        (keys, outputs): (Keys, Made),
    ) -> Result<(), Diagnostic> {
        let keep = |name: &str, bytes: Vec<u8>| cache.keep(name, |file| file.write_all(&bytes));
        // What was not rendered asked for nothing, and will.
        let of_files = if outputs.is_partial { Keep::All } else { Keep::Used };
        let rendered = || {
            let highlights = snapshot.highlights(of_files).map_or(Ok(()), |bytes| keep(HIGHLIGHTS, bytes));
            highlights.and(keep(FACTS, snapshot.facts(of_files))).and(cache.save())
        };
        // Without it a file may have changed since it was read, and nothing would tell.
        let Some(fingerprint) = keys.fingerprint else { return rendered() };
        let (from, until) = (snapshot.moment().now, outputs.until);
        let done = || {
            let Some(lists) = done::lists(output) else { return Ok(()) };
            let findings = Telling(&built.findings);
            let done = Done { fingerprint, from, until, findings, waiting: built.waiting.clone(), lists };
            keep(&done::name(output), done.to_bytes())
        };
        let same = || {
            let Some(key) = keys.frame else { return Ok(()) };
            keep(&same::name(output), outputs.same.to_bytes(&Ground { key, from, until }))
        };
        let (done, (same, rendered)) = rayon::join(done, || (same(), rendered()));
        done.and(same).and(rendered)
    }
}
