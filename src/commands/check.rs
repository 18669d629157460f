//! `warta check`: relates and renders everything, drafts and embargoed items too, and writes nothing.

use std::collections::BTreeMap;

use super::progress::Progress;
use super::report::{number, seconds};
use super::{Global, Outcome, Reporter, SiteArguments, Surroundings, on_threads, prepare};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::pipeline::{self, Request};
use crate::render::highlight::{Highlighter, Memory};
use crate::site::Moment;

/// `warta check`
#[derive(Clone, Debug, clap::Args)]
pub struct Arguments {
    /// What makes the site.
    #[command(flatten)]
    pub site: SiteArguments,
}

/// Judges the site.
pub fn run(global: &Global, arguments: &Arguments, around: &Surroundings<'_>, reporter: &Reporter) -> Outcome {
    let (config, now, mut found) = match prepare(global, &arguments.site, around.clock) {
        Ok(prepared) => prepared,
        Err(found) => return reporter.findings(found),
    };
    let request = Request { root: &global.root, base_url: arguments.site.base_url.as_deref() };
    let judge = |everything: bool| {
        let moment = Moment { now, drafts: everything, future: everything, everything };
        let (snapshot, mut found) = pipeline::snapshot(&request, &config, &moment, Highlighter::new(Memory::default()));
        let mut files = 0;
        if let Some(snapshot) = snapshot {
            files = snapshot.plan().outputs.len();
            let progress = Progress::begin(around, files, "progress-check", reporter);
            found.append(snapshot.render_all(|_, _| {
                progress.tick();
                Ok(())
            }));
        }
        (files, found)
    };
    let files = on_threads(global.jobs, || {
        // Twice: what is public now, where a link to a draft is a warning, and everything, where the draft is judged.
        let (files, public) = judge(false);
        let (_, all) = judge(true);
        found.append(merged(public, all));
        files
    });
    let outcome = reporter.findings(found);
    if outcome == Outcome::Done {
        let seconds = seconds((around.elapsed)(), reporter.tongue());
        reporter.line("checked", &[("files", number(files)), ("seconds", seconds.into())]);
    }
    outcome
}

/// Findings of both runs; what both found counts once, with the weight that the second run gives it.
fn merged(public: Diagnostics, all: Diagnostics) -> Diagnostics {
    let place = |finding: &Diagnostic| (finding.primary.clone(), finding.code);
    let mut merged = all;
    let mut known: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for finding in merged.iter() {
        known.entry(place(finding)).or_default().push(finding.arguments.clone());
    }
    for finding in public {
        let is_known = known.get(&place(&finding)).is_some_and(|others| others.contains(&finding.arguments));
        if !is_known {
            merged.push(finding);
        }
    }
    merged
}
