//! One turn of the loop that all watching commands share: wait, look, say what changed.

use std::collections::BTreeSet;
use std::time::Duration;

use super::live::Live;
use super::watch::{Clocks, Until, Wake, Watch};
use crate::read::{Hint, Look};

/// What the loop has to do.
#[derive(Debug, PartialEq, Eq)]
pub enum Turn {
    /// These files changed; the look began at this time.
    Changed(BTreeSet<String>, Duration),
    /// The instant that was waited for has come.
    Clock,
    /// It is quiet.
    Idle,
    /// The program is asked to end.
    Stop,
}

/// A file that is gone or empty is looked at once more after this: most are only being saved.
const DOUBT: Duration = Duration::from_millis(60);

/// Waits for the next thing to do. What turns out to be no change is not told.
pub fn turn(watch: &mut Watch, live: &mut Live<'_>, clocks: Clocks<'_>, until: Until) -> Turn {
    // What was doubted, and since when.
    let mut doubted: Option<(Hint, Duration)> = None;
    loop {
        let wait = match doubted {
            Some(_) => Until { idle: Some(DOUBT), ..until },
            None => until,
        };
        let wake = watch.next(clocks, wait);
        let now = (clocks.elapsed)();
        let (hint, is_settled, begun) = match (wake, doubted.take()) {
            (Wake::Stop, _) => return Turn::Stop,
            (Wake::Files(hint), None) => (hint, false, now),
            (Wake::Files(mut hint), Some((before, since))) => {
                hint.append(before);
                (hint, now >= since + DOUBT * 4, since)
            }
            (_, Some((hint, since))) => (hint, true, since),
            (Wake::Clock, None) => return Turn::Clock,
            (Wake::Idle, None) => return Turn::Idle,
        };
        match live.look(&hint, is_settled) {
            Look::Changed(paths) if paths.is_empty() => {}
            Look::Changed(paths) => return Turn::Changed(paths, begun),
            Look::Doubtful => doubted = Some((hint, begun)),
        }
    }
}
