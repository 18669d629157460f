//! The project's folders, watched: what the system reports → hints where to look.
//!
//! Reading is no event: inotify reports it too. The folder of the project itself is watched for `warta.yaml` and for folders that
//! come back; below it only what the project is read from, so that its own output is never seen. Where the system cannot
//! watch, every file is looked at again and again.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use jiff::Timestamp;
use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind, RenameMode};
use notify::{ErrorKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::batch::{Batch, Certainty};
use crate::config;
use crate::read::{self, FOLDERS, Hint, LEDGER, Reach};

/// A report to the loop.
#[derive(Debug)]
pub enum Report {
    /// Something may have happened.
    Event(Certainty, Hint),
    /// The system watches no further folder: what happens in it is not reported.
    Refused(notify::Error),
    /// The program is asked to end.
    Stop,
}

/// Why the loop goes on.
#[derive(Debug, PartialEq, Eq)]
pub enum Wake {
    /// Files may have changed.
    Files(Hint),
    /// The instant that was waited for has come.
    Clock,
    /// It is quiet: time for what can wait.
    Idle,
    /// The program is asked to end.
    Stop,
}

/// What the loop waits for beside files.
#[derive(Clone, Copy, Debug, Default)]
pub struct Until {
    /// The next instant at which the site changes by itself.
    pub clock: Option<Timestamp>,
    /// After so long without events there is something else to do.
    pub idle: Option<Duration>,
}

/// The two clocks of a long run, which `main` alone has.
#[derive(Clone, Copy)]
pub struct Clocks<'a> {
    /// Time since the program started; it stands still while the machine sleeps.
    pub elapsed: &'a (dyn Fn() -> Duration + Sync),
    /// The time of day.
    pub wall: &'a (dyn Fn() -> Timestamp + Sync),
}

/// How the files are watched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Method {
    /// The system reports changes.
    Events,
    /// Asked for: every file is looked at again and again.
    Polling,
    /// The system refused to watch: so many files are looked at again and again. Its words, and whether a limit was reached.
    Refused(String, bool),
}

/// A watched project.
pub struct Watch {
    root: PathBuf,
    watcher: Option<RecommendedWatcher>,
    watched: BTreeSet<&'static str>,
    reports: Receiver<Report>,
    batch: Batch,
    poll: Duration,
    /// When the files were last looked at without an event.
    polled: Duration,
    method: Method,
    /// Whether it was asked to end. It stays so, whoever hears it first.
    stopped: bool,
}

/// How often files are looked at where the system cannot watch them.
const POLL: Duration = Duration::from_millis(500);

/// The clock on the wall is looked at at least so often: it moves on while the machine sleeps, and can be set.
const GLANCE: Duration = Duration::from_secs(30);

/// Who can report to a [`Watch`].
pub type Reporters = Sender<Report>;

impl Watch {
    /// Watches the project in `root`; with `poll` by looking so often. The sender takes reports of others.
    pub fn begin(root: &Path, poll: Option<Duration>) -> (Watch, Reporters) {
        let (sender, reports) = channel();
        let mut watch = Watch {
            root: read::real(root),
            watcher: None,
            watched: BTreeSet::new(),
            reports,
            batch: Batch::default(),
            poll: poll.unwrap_or(POLL),
            polled: Duration::ZERO,
            method: Method::Polling,
            stopped: false,
        };
        if poll.is_none() {
            match watch.start(sender.clone()) {
                Ok(()) => watch.method = Method::Events,
                Err(error) => watch.give_up(&error),
            }
        }
        (watch, sender)
    }

    fn start(&mut self, sender: Sender<Report>) -> notify::Result<()> {
        let root = self.root.clone();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            let report = match event {
                Ok(event) => of_event(&root, &event).map(|(certainty, hint)| Report::Event(certainty, hint)),
                Err(error) if matches!(error.kind, ErrorKind::MaxFilesWatch) => Some(Report::Refused(error)),
                // What was lost is not known.
                Err(_) => Some(Report::Event(Certainty::Done, Hint { reach: Reach::Read, ..Hint::default() })),
            };
            // The receiver ends with the program.
            report.into_iter().for_each(|report| drop(sender.send(report)));
        })?;
        watcher.watch(&self.root, RecursiveMode::NonRecursive)?;
        self.watcher = Some(watcher);
        self.watch_folders(&FOLDERS)
    }

    /// Watches folders that came, or came back.
    fn watch_folders(&mut self, folders: &[&'static str]) -> notify::Result<()> {
        let Some(watcher) = &mut self.watcher else { return Ok(()) };
        for folder in folders {
            let path = self.root.join(folder);
            if self.watched.remove(folder) {
                // Gone with the folder that it watched, or not: it is begun anew in both cases.
                drop(watcher.unwatch(&path));
            }
            if !path.is_dir() {
                continue;
            }
            match watcher.watch(&path, RecursiveMode::Recursive) {
                Ok(()) => {
                    self.watched.insert(folder);
                }
                // It went away meanwhile, and its going is an event of its own.
                Err(error) if !path.is_dir() => drop(error),
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    fn give_up(&mut self, error: &notify::Error) {
        // ENFILE and EMFILE: too many inotify instances are reported by these.
        let limit = match &error.kind {
            ErrorKind::MaxFilesWatch => true,
            ErrorKind::Io(error) => matches!(error.raw_os_error(), Some(23 | 24 | 28)),
            _ => false,
        };
        self.watcher = None;
        self.method = Method::Refused(error.to_string(), limit);
    }

    /// Waits for the next thing to do.
    pub fn next(&mut self, clocks: Clocks<'_>, until: Until) -> Wake {
        let begun = (clocks.elapsed)();
        loop {
            let now = (clocks.elapsed)();
            if self.stopped {
                return Wake::Stop;
            }
            if self.batch.due().is_some_and(|due| due <= now) {
                return Wake::Files(self.taken(now));
            }
            let is_time = until.clock.is_some_and(|at| at <= (clocks.wall)());
            if is_time && self.batch.due().is_none() {
                return Wake::Clock;
            }
            let idle = until.idle.map(|idle| begun + idle).filter(|_| self.batch.due().is_none());
            if idle.is_some_and(|idle| idle <= now) {
                return Wake::Idle;
            }
            let poll = (self.method != Method::Events).then(|| self.polled + self.poll);
            if poll.is_some_and(|poll| poll <= now) {
                self.polled = now;
                return Wake::Files(Hint { reach: Reach::Listed, ..self.taken(now) });
            }
            let clock = until.clock.map(|at| {
                let ahead = at.duration_since((clocks.wall)());
                now + Duration::try_from(ahead).unwrap_or_default().min(GLANCE)
            });
            let next = [self.batch.due(), idle, poll, clock].into_iter().flatten().min();
            let wait = next.map_or(GLANCE, |next| next.saturating_sub(now));
            match self.reports.recv_timeout(wait) {
                Ok(report) => self.hear(report, clocks),
                Err(RecvTimeoutError::Disconnected) => self.stopped = true,
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }

    fn hear(&mut self, report: Report, clocks: Clocks<'_>) {
        match report {
            Report::Event(certainty, hint) => self.batch.push((clocks.elapsed)(), certainty, hint),
            Report::Refused(error) => self.give_up(&error),
            Report::Stop => self.stopped = true,
        }
    }

    /// How it watches. The system may refuse at any time.
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// Whether something waits to be acted on.
    pub fn is_waiting(&mut self, clocks: Clocks<'_>) -> bool {
        while let Ok(report) = self.reports.try_recv() {
            self.hear(report, clocks);
        }
        self.stopped || self.batch.due().is_some()
    }

    fn taken(&mut self, now: Duration) -> Hint {
        let hint = self.batch.take(now);
        // A folder of the project itself that came or went is watched anew; what is in it by now had no event.
        let anew: Vec<&'static str> =
            FOLDERS.into_iter().filter(|folder| hint.paths.contains(Path::new(folder))).collect();
        if let Err(error) = self.watch_folders(&anew) {
            self.give_up(&error);
        }
        hint
    }
}

/// What an event of the system says; none where it is about nothing that the project is read from.
fn of_event(root: &Path, event: &notify::Event) -> Option<(Certainty, Hint)> {
    if event.need_rescan() {
        return Some((Certainty::Done, Hint { reach: Reach::Read, ..Hint::default() }));
    }
    let certainty = match event.kind {
        // What was read, our own reading too.
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => Certainty::Done,
        EventKind::Access(_) => return None,
        EventKind::Modify(ModifyKind::Name(RenameMode::To | RenameMode::Both)) => Certainty::Done,
        _ => Certainty::Begun,
    };
    let paths: BTreeSet<PathBuf> = event
        .paths
        .iter()
        .filter_map(|path| path.strip_prefix(root).ok())
        .filter(|path| is_read(path))
        .map(Path::to_owned)
        .collect();
    (!paths.is_empty()).then_some((certainty, Hint { paths, reach: Reach::Named }))
}

/// Whether the project is read from a path. Vim tries with a file `4913` whether it may write to a folder.
fn is_read(path: &Path) -> bool {
    let Some(top) = path.iter().next().and_then(|top| top.to_str()) else { return false };
    let is_probe = path.file_name().is_some_and(|name| name == "4913");
    !is_probe && (FOLDERS.contains(&top) || [config::FILE, LEDGER].contains(&top))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(kind: EventKind, path: &str) -> Option<Certainty> {
        let event = notify::Event::new(kind).add_path(Path::new("/p").join(path));
        of_event(Path::new("/p"), &event).map(|(certainty, _)| certainty)
    }

    #[test]
    fn reading_is_no_event_and_neither_is_the_output() {
        let written = EventKind::Access(AccessKind::Close(AccessMode::Write));
        assert_eq!(said(written, "content/a.md"), Some(Certainty::Done));
        assert_eq!(said(written, "warta.yaml"), Some(Certainty::Done));
        assert_eq!(said(EventKind::Access(AccessKind::Close(AccessMode::Read)), "content/a.md"), None);
        assert_eq!(said(written, "public/index.html"), None);
        assert_eq!(said(written, ".warta/hashes"), None);
        assert_eq!(said(written, "content/4913"), None);
    }

    #[test]
    fn who_is_asked_to_end_ends_whoever_heard_it_first() {
        let folder = tempfile::tempdir().unwrap();
        let (mut watch, reporters) = Watch::begin(folder.path(), Some(Duration::from_secs(60)));
        let (elapsed, wall) = (|| Duration::ZERO, || Timestamp::UNIX_EPOCH);
        let clocks = Clocks { elapsed: &elapsed, wall: &wall };
        reporters.send(Report::Stop).unwrap();
        assert!(watch.is_waiting(clocks));
        assert_eq!(watch.next(clocks, Until::default()), Wake::Stop);
    }

    #[test]
    fn what_the_system_watches_no_longer_is_looked_at() {
        let folder = tempfile::tempdir().unwrap();
        let (mut watch, reporters) = Watch::begin(folder.path(), None);
        let elapsed = || Duration::from_secs(1);
        let wall = || Timestamp::UNIX_EPOCH;
        reporters.send(Report::Refused(notify::Error::new(ErrorKind::MaxFilesWatch))).unwrap();
        let wake = watch.next(Clocks { elapsed: &elapsed, wall: &wall }, Until::default());
        assert!(matches!(wake, Wake::Files(Hint { reach: Reach::Listed, .. })), "{wake:?}");
        assert!(matches!(watch.method(), Method::Refused(_, true)));
    }

    #[test]
    fn what_is_moved_away_may_come_back() {
        assert_eq!(said(EventKind::Modify(ModifyKind::Name(RenameMode::From)), "content/a.md"), Some(Certainty::Begun));
        assert_eq!(said(EventKind::Modify(ModifyKind::Name(RenameMode::To)), "content/a.md"), Some(Certainty::Done));
    }
}
