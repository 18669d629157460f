//! When to act on what a watcher reports.
//!
//! What is certain, such as a file that was written and closed, is acted on at once after a quiet time, so that a writer sees the
//! page without delay. What may be half done, such as a file that is being written or was moved away, and what follows
//! closely, waits until it is quiet, though not for ever: `git checkout` touches hundreds of files. Time is an argument here.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Duration;

use crate::read::Hint;

/// No more events for so long: what was being done is done.
const QUIET: Duration = Duration::from_millis(20);
/// Nothing waits longer than this.
const PATIENCE: Duration = Duration::from_millis(200);

/// How far a report can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// More may follow in a moment.
    Begun,
    /// It is done.
    Done,
}

/// Reports that were not acted on yet.
#[derive(Debug, Default)]
pub struct Batch {
    hint: Hint,
    /// When its first and its last report came.
    span: Option<(Duration, Duration)>,
    /// Of which no report says that it is done.
    begun: BTreeSet<PathBuf>,
    /// When the last batch was taken.
    taken: Option<Duration>,
}

impl Batch {
    /// Adds a report that came at a time.
    pub fn push(&mut self, at: Duration, certainty: Certainty, hint: Hint) {
        let (first, _) = self.span.unwrap_or((at, at));
        self.span = Some((first, at));
        match certainty {
            Certainty::Begun => self.begun.extend(hint.paths.iter().cloned()),
            Certainty::Done => self.begun.retain(|path| !hint.paths.contains(path)),
        }
        self.hint.append(hint);
    }

    /// When it is to be acted on; none while there is nothing to act on.
    pub fn due(&self) -> Option<Duration> {
        let (first, last) = self.span?;
        let is_fresh = self.taken.is_none_or(|taken| first >= taken + QUIET);
        let settled = if self.begun.is_empty() && is_fresh { last } else { last + QUIET };
        Some(settled.min(first + PATIENCE))
    }

    /// Takes everything out.
    pub fn take(&mut self, at: Duration) -> Hint {
        let taken = Batch { taken: Some(at), ..Batch::default() };
        std::mem::replace(self, taken).hint
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ms(count: u64) -> Duration {
        Duration::from_millis(count)
    }

    fn batch(events: &[(u64, Certainty)]) -> Batch {
        let mut batch = Batch::default();
        for (at, certainty) in events {
            batch.push(ms(*at), *certainty, Hint::at(format!("content/{at}.md")));
        }
        batch
    }

    #[test]
    fn a_single_save_is_acted_on_at_once() {
        assert_eq!(batch(&[(100, Certainty::Done)]).due(), Some(ms(100)));
    }

    #[test]
    fn a_save_of_several_steps_is_acted_on_when_its_last_is_done() {
        let mut batch = Batch::default();
        // Truncated, written, closed.
        for (at, certainty) in [(100, Certainty::Begun), (101, Certainty::Begun), (102, Certainty::Done)] {
            batch.push(ms(at), certainty, Hint::at("content/a.md"));
        }
        assert_eq!(batch.due(), Some(ms(102)));
    }

    #[test]
    fn what_may_be_half_done_waits_until_it_is_quiet() {
        assert_eq!(batch(&[(100, Certainty::Begun)]).due(), Some(ms(120)));
        assert_eq!(batch(&[(100, Certainty::Begun), (110, Certainty::Done)]).due(), Some(ms(130)));
    }

    #[test]
    fn a_stream_of_events_is_acted_on_in_the_end() {
        let many: Vec<_> = (0..100).map(|index| (100 + 10 * index, Certainty::Done)).collect();
        assert_eq!(batch(&many).due(), Some(ms(300)));
    }

    #[test]
    fn what_follows_closely_is_gathered() {
        let mut batch = batch(&[(100, Certainty::Done)]);
        assert_eq!(batch.take(ms(100)), Hint::at("content/100.md"));
        assert_eq!(batch.due(), None);
        batch.push(ms(105), Certainty::Done, Hint::at("content/b.md"));
        assert_eq!(batch.due(), Some(ms(125)));
        batch.take(ms(125));
        batch.push(ms(150), Certainty::Done, Hint::at("content/c.md"));
        assert_eq!(batch.due(), Some(ms(150)), "it was quiet in between");
    }
}
