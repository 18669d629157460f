//! `warta check`: relates and renders everything, drafts and embargoed items too, and writes nothing.

use std::collections::BTreeSet;
use std::time::Duration;

use jiff::Timestamp;

use super::progress::Progress;
use super::report::{number, seconds};
use super::watching::Watching;
use super::{Global, Outcome, Reporter, SiteArguments, Surroundings, memo, on_threads, prepare, watching};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::pipeline::{Kept, Request};
use crate::render::Memory;
use crate::render::Written;
use crate::serve::live::Live;
use crate::serve::watch::Clocks;
use crate::site::Moment;
use crate::source::Location;
use crate::write;

/// `warta check`
#[derive(Clone, Debug, clap::Args)]
pub struct Arguments {
    /// Check again whenever a file changes.
    #[arg(short, long)]
    pub watch: bool,
    /// With `--watch`: look at all files so often instead of waiting for the system's word.
    #[arg(long, value_name = "MS", value_parser = watching::poll(), requires = "watch")]
    pub poll: Option<u64>,
    /// What makes the site.
    #[command(flatten)]
    pub site: SiteArguments,
}

/// Judges the site.
pub fn run(global: &Global, arguments: &Arguments, around: &Surroundings<'_>, reporter: &Reporter) -> Outcome {
    let work = Work { global, arguments, around, reporter };
    let prepared = prepare(global, &arguments.site, around.clock);
    if arguments.watch && !prepared.as_ref().is_err_and(watching::is_hopeless) {
        return on_threads(global.jobs, || work.watch());
    }
    match prepared {
        Ok(_) => on_threads(global.jobs, || work.check_once()),
        Err(found) => reporter.findings(found),
    }
}

/// What a check is made of.
struct Work<'a> {
    global: &'a Global,
    arguments: &'a Arguments,
    around: &'a Surroundings<'a>,
    reporter: &'a Reporter,
}

impl Work<'_> {
    /// Checks again whenever something changes, until it is asked to end.
    fn watch(&self) -> Outcome {
        let root = &self.global.root;
        let (mut watching, _reporters) = Watching::begin(root, self.arguments.poll, self.around, self.reporter);
        watching.follow(&mut self.live(), |live, begun| {
            let (_, next) = self.check(live, self.around.clocks(), begun);
            next.filter(|_| self.arguments.site.now.is_none())
        })
    }

    fn check_once(&self) -> Outcome {
        // The instant at which the program started.
        let wall = || self.around.clock;
        self.check(&mut self.live(), Clocks { wall: &wall, ..self.around.clocks() }, Duration::ZERO).0
    }

    fn live(&self) -> Live<'_> {
        let request = Request { root: &self.global.root, base_url: self.arguments.site.base_url.as_deref() };
        let root = &self.global.root;
        let memory = Memory::read(Written { highlights: None, ..write::written(root) });
        Live::read(request, Kept::memory(memory, memo(root)))
    }

    /// Judges what is there now, and says when it changes by itself.
    fn check(&self, live: &mut Live<'_>, clocks: Clocks<'_>, begun: Duration) -> (Outcome, Option<Timestamp>) {
        let now = (clocks.wall)();
        let wall = || now;
        let clocks = Clocks { wall: &wall, ..clocks };
        // Twice: what is public now, where a link to a draft is a warning, and everything, where the draft is judged.
        let (files, next, public) = self.judge(live, clocks, false);
        let (_, _, all) = self.judge(live, clocks, true);
        live.tidy();
        let outcome = self.reporter.findings(merged(public, all));
        if outcome == Outcome::Done {
            let took = (self.around.elapsed)().saturating_sub(begun);
            let seconds = seconds(took, self.reporter.tongue());
            self.reporter.line("checked", &[("files", number(files)), ("seconds", seconds.into())]);
        }
        (outcome, next)
    }

    /// How many files the site has, when it changes by itself, and what is wrong with it.
    fn judge(
        &self,
        live: &mut Live<'_>,
        clocks: Clocks<'_>,
        everything: bool,
    ) -> (usize, Option<Timestamp>, Diagnostics) {
        let (snapshot, mut found) = live.snapshot(|config| {
            let now = watching::now(&self.arguments.site, config, clocks);
            Moment { now, drafts: everything, future: everything, everything }
        });
        let Some(snapshot) = snapshot else { return (0, None, found) };
        let files = snapshot.plan().outputs.len();
        let progress = Progress::begin(self.around, files, "progress-check", self.reporter);
        found.append(snapshot.render_all(|_, _| {
            progress.tick();
            Ok(())
        }));
        drop(progress);
        let next = if self.arguments.watch { live.next_change(&snapshot) } else { None };
        rayon::spawn(move || drop(snapshot));
        (files, next, found)
    }
}

/// Findings of both runs; what both found counts once, with the weight that the second run gives it. What is expected of an item is one
/// finding with a list, and the run that sees everything has the list that holds.
fn merged(public: Diagnostics, mut all: Diagnostics) -> Diagnostics {
    let expecting: BTreeSet<&Location> =
        all.iter().filter(|own| own.code == Code::ExpectedKey).filter_map(|own| own.primary.as_ref()).collect();
    let is_told = |own: &Diagnostic| {
        own.code == Code::ExpectedKey && own.primary.as_ref().is_some_and(|place| expecting.contains(place))
    };
    let public: Diagnostics = public.into_iter().filter(|own| !is_told(own)).collect();
    let public = public.without(&all, |finding| finding.primary.clone());
    all.append(public);
    all
}
