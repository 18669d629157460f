//! The bar of a long run: outputs rendered, of all. On a terminal only, after a second, and gone before anything is said.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::report::Reporter;
use super::surroundings::{Stamp, Surroundings};

/// What takes less time than this shows no bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// Draws at most so often a second.
const DRAWS: u8 = 10;

/// Work on its way.
pub(super) struct Progress<'a> {
    elapsed: Stamp<'a>,
    shown: bool,
    total: u64,
    done: AtomicU64,
    bar: OnceLock<ProgressBar>,
    label: String,
}

impl<'a> Progress<'a> {
    /// Work of `total` pieces begins; `label` is the id of its name.
    pub(super) fn begin(around: &Surroundings<'a>, total: usize, label: &str, reporter: &Reporter) -> Progress<'a> {
        Progress {
            elapsed: around.elapsed,
            shown: around.watched,
            total: u64::try_from(total).unwrap_or(u64::MAX),
            done: AtomicU64::new(0),
            bar: OnceLock::new(),
            label: reporter.say(label, &[]),
        }
    }

    /// One more piece is done.
    pub(super) fn tick(&self) {
        let elapsed = (self.elapsed)();
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if self.shown && elapsed >= PATIENCE {
            self.bar.get_or_init(|| self.draw()).set_position(done);
        }
    }

    fn draw(&self) -> ProgressBar {
        let bar = ProgressBar::with_draw_target(Some(self.total), ProgressDrawTarget::stderr_with_hz(DRAWS));
        match ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}") {
            Ok(style) => bar.with_style(style.progress_chars("##-")).with_message(self.label.clone()),
            Err(_) => bar,
        }
    }
}

impl Drop for Progress<'_> {
    fn drop(&mut self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::commands::Global;
    use crate::diagnostic::messages::Tongue;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        global: Global,
    }

    #[test]
    fn a_bar_is_for_those_who_wait_and_watch() {
        let reporter = Reporter::new(&Line::parse_from(["warta"]).global, Tongue::English, 80);
        for (seconds, watched, shows) in [(0, true, false), (2, true, true), (2, false, false)] {
            let elapsed = move || Duration::from_secs(seconds);
            let clock = jiff::Timestamp::UNIX_EPOCH;
            let wall = || clock;
            let on_interrupt = |_: Box<dyn FnMut() + Send>| {};
            let (elapsed, wall): (Stamp<'_>, _) = (&elapsed, &wall);
            let around =
                Surroundings { clock, elapsed, wall, on_interrupt: &on_interrupt, width: None, asks: false, watched };
            let progress = Progress::begin(&around, 3, "progress-build", &reporter);
            progress.tick();
            progress.tick();
            let bar = progress.bar.get().cloned();
            assert_eq!(bar.is_some(), shows, "{seconds} {watched}");
            let Some(bar) = bar else { continue };
            assert_eq!((bar.position(), bar.length(), bar.message().as_str()), (2, Some(3), "Building"));
            drop(progress);
            assert!(bar.is_finished(), "it is gone before anything else is said");
        }
    }
}
