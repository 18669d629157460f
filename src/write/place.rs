//! From the staging folder to the output: the whole tree in one step, or file by file with a way back.
//!
//! Either way a reader meets whole files only, a failure leaves the site as it was, and what is killed on the way is finished by
//! the next build: the list of what is being put in place lies in the output before the first file moves.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::io;
use std::ops::Bound;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use walkdir::{DirEntry, WalkDir};

use super::disk::Disk;
use super::folders::{is_behind_link, remove_empty_folders};
use super::locks::Held;
use super::manifest::{self, Manifest};
use super::{Rank, unwritable};
use crate::diagnostic::Diagnostic;

/// Name of the folder with the new files in the staging folder.
pub(super) const NEW: &str = "new";

/// Name of the folder with what was there before, while files are put in place one by one.
const OLD: &str = "old";

/// What is to be put in place.
pub(super) struct Placement<'a> {
    pub(super) disk: &'a dyn Disk,
    /// Whether the disk is waited for.
    pub(super) sync: bool,
    pub(super) output: &'a Path,
    pub(super) staging: &'a Path,
    /// What our builds have published before.
    pub(super) previous: &'a Manifest,
    /// What is to be there.
    pub(super) manifest: &'a Manifest,
    /// Files in the staging folder, in the order in which they are put in place.
    pub(super) written: &'a [(Rank, &'a str)],
    /// Files that are no longer of the site.
    pub(super) deleted: &'a [&'a str],
}

/// What an error of the system at a path means.
fn at(path: &Path) -> impl FnOnce(io::Error) -> Diagnostic + use<> {
    let path = path.to_owned();
    move |error| unwritable(&path, &error)
}

/// One change to the output that can be taken back.
enum Step<'a> {
    /// A file was put in place; whether one was there before.
    Put(&'a str, bool),
    /// A file was removed.
    Removed(&'a str),
}

impl Placement<'_> {
    /// Completes the new tree in the staging folder and lets it change places with the output. False where the system cannot do
    /// it, as with a mount point; nothing has happened then.
    pub(super) fn exchange(&self, is_new: bool) -> Result<bool, Diagnostic> {
        let tree = self.staging.join(NEW);
        if let Err(error) = self.complete(&tree) {
            self.clear();
            return Err(error);
        }
        let _lock = Held::tree(&tree);
        if is_new {
            if let Some(parent) = self.output.parent() {
                self.disk.create_folders(parent).map_err(at(parent))?;
            }
            // An empty folder that stands where the output is to be gives way.
            let moved = self.disk.rename(&tree, self.output).is_ok();
            if moved {
                self.clear();
            }
            return Ok(moved);
        }
        if self.disk.exchange(&tree, self.output).is_err() {
            return Ok(false);
        }
        // The old tree lies in the staging folder now; what others put into it in the last moment comes back.
        for entry in self.foreign(&tree).iter().filter(|entry| !entry.file_type().is_dir()) {
            let target = self.output.join(entry.path().strip_prefix(&tree).unwrap_or(entry.path()));
            if fs::symlink_metadata(&target).is_err() {
                let moved = self.make_parent(&target).and_then(|()| self.disk.rename(entry.path(), &target));
                moved.map_err(at(&target))?;
            }
        }
        self.clear();
        Ok(true)
    }

    /// Makes the new tree whole: the files that did not change, those of others, the list, the rights of the folder.
    fn complete(&self, tree: &Path) -> Result<(), Diagnostic> {
        self.disk.create_folders(tree).map_err(at(tree))?;
        // Where all are fresh, which is usual, none need be looked for.
        if self.written.len() < self.manifest.len() {
            let fresh: HashSet<&str> = self.written.iter().map(|(_, path)| *path).collect();
            for path in self.manifest.paths().filter(|path| !fresh.contains(path)) {
                self.bring_along(Path::new(path), tree)?;
            }
        }
        // What others have put into the output stays there.
        for entry in self.foreign(self.output).iter() {
            let path = entry.path().strip_prefix(self.output).unwrap_or(entry.path());
            if entry.file_type().is_dir() {
                let folder = tree.join(path);
                self.disk.create_folders(&folder).map_err(at(&folder))?;
            } else {
                self.bring_along(path, tree)?;
            }
        }
        let list = tree.join(manifest::NAME);
        self.disk.write(&list, &self.manifest.to_bytes()).map_err(at(&list))?;
        // The folder's own rights are its owner's choice, such as a group that the server belongs to.
        if let Ok(metadata) = fs::metadata(self.output) {
            fs::set_permissions(tree, metadata.permissions()).map_err(at(tree))?;
            // Only root may give folders away; others have just made one like it.
            drop(std::os::unix::fs::chown(tree, Some(metadata.uid()), Some(metadata.gid())));
        }
        self.sync(tree).map_err(at(tree))
    }

    /// Gives a file of the output its place in the new tree.
    fn bring_along(&self, path: &Path, tree: &Path) -> Result<(), Diagnostic> {
        let (source, target) = (self.output.join(path), tree.join(path));
        let linked = self.make_parent(&target).and_then(|()| {
            // Not every file system has links.
            self.disk.link(&source, &target).or_else(|_| self.disk.copy(&source, &target).map(|_| ()))
        });
        linked.map_err(|error| unwritable(&target, &error))
    }

    /// Files and empty folders of a tree that no build of ours has put there.
    fn foreign(&self, tree: &Path) -> Vec<DirEntry> {
        let is_ours = |path: &str| {
            // What lies at an address of the site gives way to the site, whoever put it there.
            matches!(path, manifest::NAME | manifest::PENDING)
                || self.previous.get(path).is_some()
                || self.manifest.get(path).is_some()
        };
        let entries = WalkDir::new(tree).min_depth(1).into_iter().flatten().filter(|entry| {
            if entry.file_type().is_dir() {
                return fs::read_dir(entry.path()).is_ok_and(|mut inside| inside.next().is_none());
            }
            let path = entry.path().strip_prefix(tree).ok().and_then(Path::to_str);
            // Our own staging folder may lie inside the output.
            let is_staged = entry.path().starts_with(self.staging) && !tree.starts_with(self.staging);
            !path.is_some_and(is_ours) && !is_staged
        });
        entries.collect()
    }

    /// Files that go and are in the way of others that come: a file is to lie where a folder was, or a folder where a file was.
    pub(super) fn obstacles(&self) -> BTreeSet<&str> {
        let mut obstacles = BTreeSet::new();
        if self.deleted.is_empty() {
            return obstacles;
        }
        let deleted: BTreeSet<&str> = self.deleted.iter().copied().collect();
        for (_, path) in self.written {
            let below = format!("{path}/");
            let from_there = deleted.range::<str, _>((Bound::Included(below.as_str()), Bound::Unbounded));
            obstacles.extend(from_there.take_while(|old| old.starts_with(&below)));
            let above = path.match_indices('/').filter_map(|(at, _)| path.get(..at));
            obstacles.extend(above.filter_map(|above| deleted.get(above)));
        }
        obstacles
    }

    /// Puts changed files in place one by one, in the order of their ranks, then removes what is no longer of the site. Only what
    /// is in the way of others goes before them.
    pub(super) fn replace(&self, obstacles: &BTreeSet<&str>) -> Result<(), Diagnostic> {
        let pending = self.output.join(manifest::PENDING);
        let list = self.output.join(manifest::NAME);
        let written = self.make_parent(&pending).and_then(|()| self.disk.write(&pending, &self.manifest.to_bytes()));
        let ready = written.and_then(|_| self.sync(self.output));
        let mut done = Vec::new();
        let placed = ready
            .map_err(|error| unwritable(&pending, &error))
            .and_then(|()| self.steps(obstacles, &mut done))
            .and_then(|()| self.disk.rename(&pending, &list).map_err(|error| unwritable(&list, &error)));
        if placed.is_ok() {
            // Not before: on a full disk they could not come back.
            self.deleted.iter().for_each(|path| remove_empty_folders(self.disk, self.output, &self.output.join(path)));
        } else {
            self.take_back(&done);
            drop(self.disk.remove_file(&pending));
        }
        self.clear();
        placed
    }

    fn steps<'p>(&'p self, obstacles: &BTreeSet<&str>, done: &mut Vec<Step<'p>>) -> Result<(), Diagnostic> {
        let (first, last): (Vec<&str>, Vec<&str>) = self.deleted.iter().partition(|path| obstacles.contains(**path));
        for path in first {
            self.take_away(path, done)?;
            remove_empty_folders(self.disk, self.output, &self.output.join(path));
        }
        for (_, path) in self.written {
            let target = self.output.join(path);
            let put = self.keep(path, &target).and_then(|was_there| {
                self.make_parent(&target)?;
                self.disk.rename(&self.staging.join(NEW).join(path), &target)?;
                Ok(was_there)
            });
            match put {
                Ok(was_there) => done.push(Step::Put(path, was_there)),
                Err(error) => {
                    // Its folder may stand where an obstacle is to come back to.
                    remove_empty_folders(self.disk, self.output, &target);
                    return Err(unwritable(&target, &error));
                }
            }
        }
        last.into_iter().try_for_each(|path| self.take_away(path, done))
    }

    fn take_away<'p>(&self, path: &'p str, done: &mut Vec<Step<'p>>) -> Result<(), Diagnostic> {
        if is_behind_link(self.output, path) {
            // Someone put a link in the place of our folder: what lies there is not ours.
            return Ok(());
        }
        let (target, old) = (self.output.join(path), self.staging.join(OLD).join(path));
        match self.make_parent(&old).and_then(|()| self.disk.rename(&target, &old)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(unwritable(&target, &error)),
            Err(_) => {}
            Ok(()) => done.push(Step::Removed(path)),
        }
        Ok(())
    }

    /// Keeps what is there under a second name, so that it can come back; says whether anything is.
    fn keep(&self, path: &str, target: &Path) -> io::Result<bool> {
        if fs::symlink_metadata(target).is_err() {
            return Ok(false);
        }
        let old = self.staging.join(OLD).join(path);
        self.make_parent(&old)?;
        self.disk.link(target, &old).or_else(|_| self.disk.copy(target, &old).map(|_| ()))?;
        Ok(true)
    }

    /// Takes steps back, the last first. What cannot be taken back is a whole file of the new site; the next build puts it right.
    fn take_back(&self, done: &[Step<'_>]) {
        for step in done.iter().rev() {
            let (Step::Put(path, _) | Step::Removed(path)) = step;
            let (target, old) = (self.output.join(path), self.staging.join(OLD).join(path));
            if matches!(step, Step::Put(_, false)) {
                drop(self.disk.remove_file(&target));
                remove_empty_folders(self.disk, self.output, &target);
            } else {
                drop(self.make_parent(&target).and_then(|()| self.disk.rename(&old, &target)));
            }
        }
    }

    /// Removes the staging folder. What cannot be removed now is removed when the next build begins.
    fn clear(&self) {
        drop(self.disk.remove_tree(self.staging));
    }

    fn sync(&self, folder: &Path) -> io::Result<()> {
        if self.sync { self.disk.sync(folder) } else { Ok(()) }
    }

    fn make_parent(&self, path: &Path) -> io::Result<()> {
        path.parent().map_or(Ok(()), |folder| self.disk.create_folders(folder))
    }
}
