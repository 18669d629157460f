//! What the commands that watch have in common: how they begin, how they end, and what they say of a change.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use fluent_bundle::FluentValue;
use jiff::Timestamp;

use super::report::number;
use super::{Outcome, Reporter, SiteArguments, Surroundings};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::locale::date::parse_now;
use crate::serve::live::Live;
use crate::serve::turn::{Turn, turn};
use crate::serve::watch::{Clocks, Method, Report, Reporters, Until, Watch};

impl<'a> Surroundings<'a> {
    /// Its two clocks.
    pub(super) fn clocks(&self) -> Clocks<'a> {
        Clocks { elapsed: self.elapsed, wall: self.wall }
    }
}

/// Whether there is nothing to watch, or a flag that no edit can mend. Any other mistake may be mended while it is watched.
pub(super) fn is_hopeless(found: &Diagnostics) -> bool {
    found.iter().any(|finding| finding.code == Code::NoConfig || finding.text("problem") == Some("now"))
}

/// Milliseconds between two looks at all files.
pub(super) fn poll() -> impl clap::builder::TypedValueParser<Value = u64> {
    clap::value_parser!(u64).range(20..=60_000)
}

/// A watch that says so where the system refuses and files can only be looked at again and again.
pub(super) struct Watching<'a> {
    watch: Watch,
    around: &'a Surroundings<'a>,
    reporter: &'a Reporter,
    told: bool,
}

impl<'a> Watching<'a> {
    /// Begins to watch a project. Ctrl-C ends it, and so does whoever has the reporters.
    pub(super) fn begin(
        root: &Path,
        poll: Option<u64>,
        around: &'a Surroundings<'a>,
        reporter: &'a Reporter,
    ) -> (Watching<'a>, Reporters) {
        let (watch, reporters) = Watch::begin(root, poll.map(Duration::from_millis));
        let ending = reporters.clone();
        // Its receiver may be gone, and the program with it.
        (around.on_interrupt)(Box::new(move || drop(ending.send(Report::Stop))));
        let mut watching = Watching { watch, around, reporter, told: false };
        watching.tell_refusal();
        (watching, reporters)
    }

    /// Waits for the next thing to do.
    pub(super) fn turn(&mut self, live: &mut Live<'_>, until: Until) -> Turn {
        let turn = turn(&mut self.watch, live, self.around.clocks(), until);
        self.tell_refusal();
        turn
    }

    /// Whether something waits to be done.
    pub(super) fn is_waiting(&mut self) -> bool {
        self.watch.is_waiting(self.around.clocks())
    }

    /// Does the work whenever something changes, until it is asked to end. The work is given the time at which the look began that led
    /// to it, and gives the instant at which there is something to do by itself.
    pub(super) fn follow(
        &mut self,
        live: &mut Live<'_>,
        mut work: impl FnMut(&mut Live<'_>, Duration) -> Option<Timestamp>,
    ) -> Outcome {
        let mut clock = work(live, Duration::ZERO);
        self.reporter.line("watch-begun", &[]);
        loop {
            let begun = match self.turn(live, Until { clock, idle: None }) {
                Turn::Stop => return Outcome::Done,
                Turn::Changed(paths, begun) => {
                    self.reporter.line("watch-files", &of_files(&paths));
                    begun
                }
                Turn::Clock | Turn::Idle => (self.around.elapsed)(),
            };
            clock = work(live, begun);
        }
    }

    fn tell_refusal(&mut self) {
        if let (Method::Refused(reason, is_limit), false) = (self.watch.method(), self.told) {
            let id = if *is_limit { "watch-limit" } else { "watch-refused" };
            self.reporter.aside(id, &[("reason", reason.clone().into())]);
            self.told = true;
        }
    }
}

/// The instant of the next snapshot: the one that was asked for, else the clock's.
pub(super) fn now(site: &SiteArguments, config: &Config, clocks: Clocks<'_>) -> Timestamp {
    // Whether it can be read was judged before the loop began; another zone cannot make it unreadable.
    site.now.as_ref().and_then(|text| parse_now(text, &config.zone).ok()).unwrap_or_else(|| (clocks.wall)())
}

/// Findings that were told already. Errors are told each time, for they are what the writer works on; a warning once, wherever in
/// its file it has moved to since.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// Of the last snapshot.
    related: Diagnostics,
    /// Of the last time that all of it was rendered.
    rendered: Diagnostics,
}

impl Told {
    /// Tells what was found in reading and relating.
    pub(super) fn tell(&mut self, found: Diagnostics, reporter: &Reporter) {
        tell_new(found.clone(), &self.related, reporter);
        self.related = found;
    }

    /// Tells what rendering found.
    pub(super) fn tell_rendered(&mut self, found: Diagnostics, reporter: &Reporter) {
        tell_new(found.clone(), &self.rendered, reporter);
        self.rendered = found;
    }
}

fn tell_new(found: Diagnostics, known: &Diagnostics, reporter: &Reporter) {
    let (errors, others): (Vec<_>, Vec<_>) = found.into_iter().partition(|one| one.severity == Severity::Error);
    let others: Diagnostics = others.into_iter().collect();
    let file = |finding: &Diagnostic| finding.primary.as_ref().map(|place| place.source().path.clone());
    let mut new = others.without(known, file);
    new.extend(errors);
    if !new.is_empty() {
        reporter.findings(new);
    }
}

/// The findings that stand in the way.
pub(super) fn obstacles(found: &Diagnostics, strict: bool) -> Diagnostics {
    let least = if strict { Severity::Warning } else { Severity::Error };
    found.iter().filter(|finding| finding.severity >= least).cloned().collect()
}

fn of_files(changed: &BTreeSet<String>) -> [(&'static str, FluentValue<'static>); 2] {
    // A control character in a name must not move the cursor.
    let first = changed.first().map_or("", String::as_str).replace(char::is_control, " ");
    [("file", first.into()), ("more", number(changed.len().saturating_sub(1)))]
}

/// What a change meant.
pub(super) enum Meaning {
    /// A page of this address.
    Page(String),
    /// More than one page, or none.
    Site,
    /// So many mistakes stand in the way.
    Broken(usize),
}

/// One line for a change: what, what it meant, how long it took.
pub(super) fn say(changed: &BTreeSet<String>, meaning: Meaning, took: Duration, reporter: &Reporter) {
    let (id, address, count) = match meaning {
        Meaning::Page(address) => ("watch-page", address, 0),
        Meaning::Site => ("watch-site", String::new(), 0),
        Meaning::Broken(count) => ("watch-broken", String::new(), count),
    };
    let milliseconds = usize::try_from(took.as_millis()).unwrap_or(usize::MAX);
    let [file, more] = of_files(changed);
    let values = [file, more, ("address", address.into()), ("count", number(count)), ("ms", number(milliseconds))];
    reporter.line(id, &values);
}
