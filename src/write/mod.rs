//! Bytes → disk; the only writer.
//!
//! What differs from the last build is written to a staging folder while rendering goes on, on the same file system as the
//! output. Only when everything was rendered without an error is it put in place: assets, then pages, then lists and
//! feeds, then deletions, so that no reader meets a page whose stylesheet is missing. When much changed, a whole new tree is
//! completed beside the old one and the two change places. Only files that the manifest lists are ever deleted.

mod cache;
mod clean;
mod disk;
mod folders;
mod locks;
mod manifest;
mod place;
mod replace;
mod shelf;
mod side;
mod untouched;

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rayon::prelude::*;
use xxhash_rust::xxh3::{Xxh3, xxh3_128};

pub use cache::{Cache, FACTS, HIGHLIGHTS, kept, kept_large, name_for, written};
pub use clean::{Made, made};
pub use manifest::{Manifest, NAME as MANIFEST_NAME};
pub use replace::{create, replace_file};
pub use shelf::Shelf;
pub use side::{publish as publish_side, side};
pub use untouched::{Untouched, is_published, list_of, untouched};

use crate::diagnostic::{Code, Diagnostic};
use crate::read::picture;
use crate::read::{FileRef, Stamp};
use crate::render::Content;
use disk::Disk;
use folders::{apart, foreign, staging_beside};
use locks::Held;
use manifest::Entry;
use place::Placement;

/// When a file is put in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// What pages need to be shown.
    Asset,
    /// Items.
    Page,
    /// Lists, feeds, sitemaps: what leads to items.
    List,
}

/// What a build did to the output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Files of the site.
    pub files: usize,
    /// New or different.
    pub written: usize,
    /// As they were.
    pub unchanged: usize,
    /// No longer of the site.
    pub deleted: usize,
}

/// How a build is published.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// An output folder that holds files of others is taken over; they are kept.
    pub force: bool,
    /// The disk is waited for, so that a power cut right afterwards loses nothing. It may take seconds.
    pub sync: bool,
    /// The output folder itself stays; files in it change one by one, however many they are.
    pub in_place: bool,
}

/// A build on its way to the output folder.
pub struct Publication<'a> {
    disk: &'a dyn Disk,
    options: Options,
    output: PathBuf,
    staging: PathBuf,
    previous: Manifest,
    is_new: bool,
    cache: &'a Cache,
    placed: Mutex<Vec<Placed>>,
    /// Folders that were made in the staging folder, by their paths in the output.
    folders: Mutex<HashSet<Box<str>>>,
    /// Keeps other builds out of the output.
    _lock: Option<Held>,
}

/// An output that is, or will be, in place.
struct Placed {
    entry: Entry,
    stamp: Stamp,
    /// When it is put there from the staging folder; none where it is there.
    fresh: Option<Rank>,
}

/// A share of changed files from which the whole tree is exchanged: a third.
const EXCHANGE_FROM: usize = 3;

impl<'a> Publication<'a> {
    /// Starts a build of the project in `root` into `output`.
    ///
    /// # Errors
    /// The folder holds files and no manifest of ours, is one that the project is read from, or cannot be used; or another build
    /// writes into it.
    pub fn begin(
        root: &Path,
        output: &Path,
        cache: &'a Cache,
        options: Options,
    ) -> Result<Publication<'a>, Diagnostic> {
        Publication::begin_on(&disk::Real, root, output, cache, options)
    }

    fn begin_on(
        disk: &'a dyn Disk,
        root: &Path,
        output: &Path,
        cache: &'a Cache,
        options: Options,
    ) -> Result<Publication<'a>, Diagnostic> {
        let real_output = apart(root, output)?;
        // Before anything is looked at: what another build is about to change says nothing.
        let held = Held::output(&real_output, output)?;
        let manifest = real_output.join(manifest::NAME);
        let previous = crate::read::cache(&manifest).and_then(|bytes| Manifest::from_bytes(&bytes));
        // A first build that was killed has left its list, and perhaps nothing else.
        let pending = real_output.join(manifest::PENDING);
        let entries = fs::read_dir(&real_output).into_iter().flatten().flatten();
        let occupied = entries.map(|entry| entry.path()).any(|path| path != pending);
        // In an empty folder, which may have been made to be locked, none of its files need be looked for.
        let previous = previous.or_else(|| occupied.then(|| remembered(&real_output, cache)).flatten());
        let pending = crate::read::cache(&pending).and_then(|bytes| Manifest::from_bytes(&bytes));
        if occupied && previous.is_none() && pending.is_none() && !manifest.exists() && !options.force {
            return Err(foreign(output, "occupied"));
        }
        if real_output.exists() && !real_output.is_dir() {
            return Err(foreign(output, "occupied"));
        }
        let staging = staging_beside(&real_output);
        disk.remove_tree(&staging).map_err(|error| unwritable(&staging, &error))?;
        Ok(Publication {
            disk,
            options,
            is_new: !occupied,
            previous: previous.unwrap_or_default().with_pending(pending.unwrap_or_default()),
            output: real_output,
            staging,
            cache,
            placed: Mutex::default(),
            folders: Mutex::default(),
            _lock: held,
        })
    }

    /// Leaves an output as it is published, if it has the bytes of this hash and nobody has touched it; else it is to be [`put`](Self::put).
    pub fn keep(&self, path: &str, bytes: u128) -> bool {
        let known = self.previous.get(path).filter(|known| known.hash == bytes);
        let stamp = known.and_then(|known| Some((known, self.intact(known)?)));
        let Some((known, stamp)) = stamp else { return false };
        self.note(known.clone(), stamp, None);
        true
    }

    /// Takes one output; writes it to the staging folder if it differs from what is published. Gives the hash of its bytes.
    ///
    /// # Errors
    /// The staging folder cannot be written, or a source file cannot be read.
    pub fn put(&self, path: &Arc<str>, rank: Rank, content: &Content) -> Result<u128, Diagnostic> {
        if !manifest::is_inside(path) {
            // Where addresses are read they are judged; whatever slips through there is stopped here.
            let outside = io::Error::new(io::ErrorKind::InvalidInput, "the path leaves the output folder");
            return Err(unwritable(Path::new(&**path), &outside));
        }
        let (hash, size, source) = match content {
            Content::Bytes(bytes) => (xxh3_128(bytes), bytes.len() as u64, None),
            Content::Shared(bytes) => (xxh3_128(bytes), bytes.len() as u64, None),
            Content::File(file) => {
                let (hash, stamp) = self.hash_of(file)?;
                (hash, stamp.size, Some((file, stamp)))
            }
            Content::Picture(_, sum) => (sum.hash, sum.size, None),
        };
        let mut entry = Entry { path: Arc::clone(path), hash, size };
        if self.previous.get(path).is_some_and(|known| *known == entry)
            && let Some(stamp) = self.intact(&entry)
        {
            self.note(entry, stamp, None);
            return Ok(hash);
        }
        let made = match content {
            Content::Picture(file, _) => made_picture(file)?,
            Content::Bytes(_) | Content::Shared(_) | Content::File(_) => Vec::new(),
        };
        if matches!(content, Content::Picture(..)) {
            // The file may have changed since it was looked at: what counts is what is written.
            entry = Entry { hash: xxh3_128(&made), size: made.len() as u64, ..entry };
        }
        let target = self.staging.join(place::NEW).join(&**path);
        let written = self.make_folder(path, &target).and_then(|()| match content {
            Content::Bytes(bytes) => self.disk.write(&target, bytes),
            Content::Shared(bytes) => self.disk.write(&target, bytes),
            Content::File(file) => self.disk.copy(&file.absolute, &target),
            Content::Picture(..) => self.disk.write(&target, &made),
        });
        let metadata = written.map_err(|error| match source.map(|(file, _)| (file, File::open(&file.absolute))) {
            // It was there a moment ago.
            Some((file, Err(gone))) => unreadable(file, &gone),
            _ => unwritable(&target, &error),
        })?;
        if let Some((file, before)) = source
            && stamp_of(file)? != before
        {
            // It grew or was replaced meanwhile: what counts is what was copied.
            let (hash, size) = hash_file(&target).map_err(|error| unwritable(&target, &error))?;
            entry = Entry { hash, size, ..entry };
        }
        // A file keeps its time and inode when it is put in place.
        let stamp = Stamp::of(&metadata);
        let hash = entry.hash;
        self.note(entry, stamp, Some(rank));
        Ok(hash)
    }

    fn note(&self, entry: Entry, stamp: Stamp, fresh: Option<Rank>) {
        lock(&self.placed).push(Placed { entry, stamp, fresh });
    }

    /// Puts everything in place.
    ///
    /// # Errors
    /// A file or folder cannot be written, renamed or removed. The site is then as it was before.
    pub fn commit(self) -> Result<Report, Diagnostic> {
        let mut placed = std::mem::take(&mut *lock(&self.placed));
        placed.par_sort_unstable_by(|one, other| one.entry.path.cmp(&other.entry.path));
        let written = placed.iter().filter_map(|own| Some((own.fresh?, &*own.entry.path)));
        let mut written: Vec<(Rank, &str)> = written.collect();
        // Stable, so that those of one rank stay in the order of their paths.
        written.sort_by_key(|(rank, _)| *rank);
        let manifest = Manifest::new(placed.iter().map(|own| own.entry.clone()).collect());
        let deleted: Vec<&str> = self.previous.paths().filter(|path| manifest.get(path).is_none()).collect();
        let report = Report {
            files: manifest.len(),
            written: written.len(),
            unchanged: manifest.len() - written.len(),
            deleted: deleted.len(),
        };
        let times = || placed.iter().map(|own| (Arc::clone(&own.entry.path), own.stamp)).collect();
        if report.written == 0 && report.deleted == 0 && self.previous == manifest {
            // They may have been lost, and whoever loses the list next needs them.
            self.cache.remember_times(times());
            return Ok(report);
        }
        let much = report.written.saturating_mul(EXCHANGE_FROM) > report.files;
        let placement = Placement {
            disk: self.disk,
            sync: self.options.sync,
            output: &self.output,
            staging: &self.staging,
            previous: &self.previous,
            manifest: &manifest,
            written: &written,
            deleted: &deleted,
        };
        let obstacles = placement.obstacles();
        let whole = !self.options.in_place && (self.is_new || much || !obstacles.is_empty());
        if !(whole && placement.exchange(self.is_new)?) {
            placement.replace(&obstacles)?;
        }
        self.cache.remember_times(times());
        Ok(report)
    }

    /// Leaves the output as it is.
    pub fn abandon(self) {
        // What cannot be removed now is removed when the next build begins.
        drop(self.disk.remove_tree(&self.staging));
    }

    /// The stamp of a published file that is still what the manifest says.
    fn intact(&self, entry: &Entry) -> Option<Stamp> {
        let path = self.output.join(&*entry.path);
        let metadata = fs::symlink_metadata(&path).ok()?;
        if !metadata.is_file() || metadata.len() != entry.size {
            return None;
        }
        let stamp = Stamp::of(&metadata);
        // Where the cache is lost, or someone touched the file, its bytes decide.
        let intact = self.cache.time_of(&entry.path) == Some(stamp)
            || hash_file(&path).is_ok_and(|(hash, _)| hash == entry.hash);
        intact.then_some(stamp)
    }

    /// The hash of a source file, remembered by its size, time and inode.
    fn hash_of(&self, file: &FileRef) -> Result<(u128, Stamp), Diagnostic> {
        let stamp = stamp_of(file)?;
        if let Some(hash) = self.cache.hash_of(&file.absolute, &stamp) {
            return Ok((hash, stamp));
        }
        let (hash, _) = hash_file(&file.absolute).map_err(|error| unreadable(file, &error))?;
        self.cache.remember_hash(&file.absolute, stamp, hash);
        Ok((hash, stamp))
    }

    /// Makes the folder of an output that is written to `target`.
    fn make_folder(&self, path: &str, target: &Path) -> io::Result<()> {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        if lock(&self.folders).contains(folder) {
            return Ok(());
        }
        if let Some(real) = target.parent() {
            self.disk.create_folders(real)?;
        }
        lock(&self.folders).insert(folder.into());
        Ok(())
    }
}

/// What the cache remembers of the last build into this output: files that nobody has touched since. None where it knows of none.
///
/// The list in the output may be lost or damaged; what is no longer of the site must go all the same.
fn remembered(output: &Path, cache: &Cache) -> Option<Manifest> {
    let untouched = |path: &str, stamp: &Stamp| {
        fs::symlink_metadata(output.join(path)).is_ok_and(|metadata| Stamp::of(&metadata) == *stamp)
    };
    let known: Vec<Entry> = cache
        .times()
        .filter(|(path, stamp)| manifest::is_inside(path) && untouched(path, stamp))
        .map(|(path, _)| Entry::of_unknown_content(&path.into()))
        .collect();
    (!known.is_empty()).then(|| Manifest::new(known))
}

fn stamp_of(file: &FileRef) -> Result<Stamp, Diagnostic> {
    fs::metadata(&file.absolute).map(|metadata| Stamp::of(&metadata)).map_err(|error| unreadable(file, &error))
}

fn hash_file(path: &Path) -> io::Result<(u128, u64)> {
    let mut file = File::open(path)?;
    let mut hasher = Xxh3::new();
    let mut buffer = vec![0; 64 * 1024];
    let mut size = 0;
    loop {
        let count = file.read(&mut buffer)?;
        if count == 0 {
            return Ok((hasher.digest128(), size));
        }
        hasher.update(buffer.get(..count).unwrap_or_default());
        size += count as u64;
    }
}

fn unwritable(path: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::new(Code::Unwritable).with("path", path.display().to_string()).because(error)
}

fn unreadable(file: &FileRef, error: &io::Error) -> Diagnostic {
    Diagnostic::new(Code::Unreadable).with("path", file.shown()).because(error)
}

/// The bytes that a picture is published as.
fn made_picture(file: &FileRef) -> Result<Vec<u8>, Diagnostic> {
    let made = picture::published(file).map_err(|error| unreadable(file, &error))?;
    // It could be cleaned a moment ago.
    made.ok_or_else(|| unreadable(file, &io::Error::new(io::ErrorKind::InvalidData, "the picture is being changed")))
}

/// A lock that a panic elsewhere does not spoil: every value behind one stays sound at all times.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
