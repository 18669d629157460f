//! `warta check`: relates and renders everything, drafts and embargoed items too, and writes nothing.

use std::time::Duration;

use jiff::Timestamp;

use super::progress::Progress;
use super::report::{number, seconds};
use super::{Global, Outcome, Reporter, SiteArguments, Surroundings, on_threads, prepare, watching};
use crate::config::Config;
use crate::diagnostic::Diagnostics;
use crate::pipeline::Request;
use crate::render::highlight::Memory;
use crate::serve::live::Live;
use crate::serve::turn::{Turn, turn};
use crate::serve::watch::{Clocks, Until};
use crate::site::Moment;

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
    fn check_once(&self) -> Outcome {
        let mut live = self.live();
        let now = live.config().map_or(self.around.clock, |config| self.now(config));
        self.check(&mut live, now, Duration::ZERO).0
    }

    /// Checks again whenever something changes, until it is asked to end.
    fn watch(&self) -> Outcome {
        let clocks = self.around.clocks();
        let (mut watch, _reporters) =
            watching::begin(&self.global.root, self.arguments.poll, self.around, self.reporter);
        let mut live = self.live();
        let mut begun = Duration::ZERO;
        loop {
            let now =
                live.config().map_or(self.around.clock, |config| watching::now(&self.arguments.site, config, clocks));
            let (_, next) = self.check(&mut live, now, begun);
            if begun.is_zero() {
                self.reporter.line("watch-begun", &[]);
            }
            let clock = next.filter(|_| self.arguments.site.now.is_none());
            match turn(&mut watch, &mut live, clocks, Until { clock, idle: None }) {
                Turn::Stop => return Outcome::Done,
                Turn::Changed(paths, since) => {
                    watching::say_files(&paths, self.reporter);
                    begun = since;
                }
                Turn::Clock | Turn::Idle => begun = (clocks.elapsed)(),
            }
        }
    }

    fn live(&self) -> Live<'_> {
        let request = Request { root: &self.global.root, base_url: self.arguments.site.base_url.as_deref() };
        Live::read(request, Memory::default())
    }

    /// The instant that was asked for, else that at which the program started.
    fn now(&self, config: &Config) -> Timestamp {
        let wall = || self.around.clock;
        watching::now(&self.arguments.site, config, Clocks { wall: &wall, ..self.around.clocks() })
    }

    /// Judges what is there now, and says when it changes by itself.
    fn check(&self, live: &mut Live<'_>, now: Timestamp, begun: Duration) -> (Outcome, Option<Timestamp>) {
        // Twice: what is public now, where a link to a draft is a warning, and everything, where the draft is judged.
        let (files, next, public) = self.judge(live, now, false);
        let (_, _, all) = self.judge(live, now, true);
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
    fn judge(&self, live: &mut Live<'_>, now: Timestamp, everything: bool) -> (usize, Option<Timestamp>, Diagnostics) {
        let moment = Moment { now, drafts: everything, future: everything, everything };
        let (snapshot, mut found) = live.snapshot(&moment);
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

/// Findings of both runs; what both found counts once, with the weight that the second run gives it.
fn merged(public: Diagnostics, mut all: Diagnostics) -> Diagnostics {
    let public = public.without(&all, |finding| finding.primary.clone());
    all.append(public);
    all
}
