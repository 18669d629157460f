//! Bytes → disk; the only writer.
//!
//! What differs from the last build is written to a staging folder while rendering goes on, on the same file system as the
//! output. Only when everything was rendered without an error is it put in place: assets, then pages, then lists and
//! feeds, then deletions, so that no reader meets a page whose stylesheet is missing. When much changed, a whole new tree is
//! completed beside the old one and the two change places. Only files that the manifest lists are ever deleted.

mod cache;
mod manifest;

use std::collections::{BTreeSet, HashSet};
use std::fs::{self, File, Metadata};
use std::io::{self, Read, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use walkdir::WalkDir;
use xxhash_rust::xxh3::{Xxh3, xxh3_128};

pub use cache::Cache;
pub use manifest::{Manifest, NAME as MANIFEST_NAME};

use crate::diagnostic::{Code, Diagnostic};
use crate::read::FileRef;
use crate::render::Content;
use cache::Stamp;
use manifest::Entry;

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

/// A build on its way to the output folder.
pub struct Publication<'a> {
    output: PathBuf,
    staging: PathBuf,
    previous: Manifest,
    is_new: bool,
    cache: &'a Cache,
    progress: Mutex<Progress>,
    folders: Mutex<HashSet<PathBuf>>,
}

#[derive(Default)]
struct Progress {
    entries: Vec<Entry>,
    stamps: Vec<(String, Stamp)>,
    written: Vec<(Rank, String)>,
}

/// A share of changed files from which the whole tree is exchanged: a third.
const EXCHANGE_FROM: usize = 3;

impl<'a> Publication<'a> {
    /// Starts a build of the project in `root` into `output`.
    ///
    /// # Errors
    /// The folder holds files and no manifest of ours, is one that the project is read from, or cannot be used.
    pub fn begin(root: &Path, output: &Path, cache: &'a Cache, force: bool) -> Result<Publication<'a>, Diagnostic> {
        let foreign = |problem: &str| {
            Diagnostic::new(Code::ForeignOutput).with("path", output.display().to_string()).with("problem", problem)
        };
        // A link to the real folder stays a link: folders change places, not the link with one of them.
        let real_output = real(output).map_err(|error| unwritable(output, &error))?;
        let real_root = real(root).map_err(|error| unwritable(root, &error))?;
        // The whole tree may be exchanged for another: what the writers wrote must not lie in it.
        let is_read = |folder: &str| real(&root.join(folder)).is_ok_and(|folder| real_output.starts_with(folder));
        if real_root.starts_with(&real_output) || crate::read::FOLDERS.into_iter().any(is_read) {
            return Err(foreign("sources"));
        }
        let manifest = real_output.join(manifest::NAME);
        let previous = crate::read::cache(&manifest).and_then(|bytes| Manifest::from_bytes(&bytes));
        let occupied = fs::read_dir(&real_output).is_ok_and(|mut entries| entries.next().is_some());
        if occupied && previous.is_none() && !manifest.exists() && !force {
            return Err(foreign("occupied"));
        }
        if real_output.exists() && !real_output.is_dir() {
            return Err(foreign("occupied"));
        }
        let staging = staging_beside(&real_output);
        remove_tree(&staging).map_err(|error| unwritable(&staging, &error))?;
        Ok(Publication {
            is_new: !occupied,
            previous: previous.unwrap_or_default(),
            output: real_output,
            staging,
            cache,
            progress: Mutex::default(),
            folders: Mutex::default(),
        })
    }

    /// Takes one output; writes it to the staging folder if it differs from what is published.
    ///
    /// # Errors
    /// The staging folder cannot be written, or a source file cannot be read.
    pub fn put(&self, path: &str, rank: Rank, content: &Content) -> Result<(), Diagnostic> {
        if !manifest::is_inside(path) {
            // Where addresses are read they are judged; whatever slips through there is stopped here.
            let outside = io::Error::new(io::ErrorKind::InvalidInput, "the path leaves the output folder");
            return Err(unwritable(Path::new(path), &outside));
        }
        let (hash, size) = match content {
            Content::Bytes(bytes) => (xxh3_128(bytes), bytes.len() as u64),
            Content::Shared(bytes) => (xxh3_128(bytes), bytes.len() as u64),
            Content::File(file) => self.hash_of(file)?,
        };
        let entry = Entry { path: path.to_owned(), hash, size };
        if self.previous.get(path).is_some_and(|known| *known == entry)
            && let Some(stamp) = self.intact(&entry)
        {
            let mut progress = lock(&self.progress);
            progress.stamps.push((path.to_owned(), stamp));
            progress.entries.push(entry);
            return Ok(());
        }
        let target = self.staging.join(path);
        let written = self.make_folder(&target).and_then(|()| match content {
            Content::Bytes(bytes) => write_file(&target, bytes),
            Content::Shared(bytes) => write_file(&target, bytes),
            Content::File(file) => fs::copy(&file.absolute, &target).and_then(|_| fs::metadata(&target)),
        });
        // A file keeps its time and inode when it is put in place.
        let stamp = cache::stamp(&written.map_err(|error| unwritable(&target, &error))?);
        let mut progress = lock(&self.progress);
        progress.stamps.push((path.to_owned(), stamp));
        progress.entries.push(entry);
        progress.written.push((rank, path.to_owned()));
        Ok(())
    }

    /// Puts everything in place.
    ///
    /// # Errors
    /// A file or folder cannot be written, renamed or removed. What was published stays whole: files are either old or new.
    pub fn commit(self) -> Result<Report, Diagnostic> {
        let progress = std::mem::take(&mut *lock(&self.progress));
        let manifest = Manifest::new(progress.entries);
        let deleted: Vec<&str> = self.previous.paths().filter(|path| manifest.get(path).is_none()).collect();
        let report = Report {
            files: manifest.len(),
            written: progress.written.len(),
            unchanged: manifest.len() - progress.written.len(),
            deleted: deleted.len(),
        };
        if report.written == 0 && report.deleted == 0 && self.previous == manifest {
            return Ok(report);
        }
        let mut written = progress.written;
        written.sort();
        let much = report.written.saturating_mul(EXCHANGE_FROM) > report.files;
        let exchanged = if self.is_new || much || in_the_way(&written, &deleted) {
            self.exchange(&manifest, &written)?
        } else {
            false
        };
        if !exchanged {
            self.replace(&manifest, &written, &deleted)?;
        }
        self.cache.remember_times(progress.stamps);
        Ok(report)
    }

    /// Leaves the output as it is.
    pub fn abandon(self) {
        // What cannot be removed now is removed when the next build begins.
        drop(remove_tree(&self.staging));
    }

    /// Completes the new tree beside the old one and lets them change places. False where the system cannot do it.
    fn exchange(&self, manifest: &Manifest, written: &[(Rank, String)]) -> Result<bool, Diagnostic> {
        let fresh: HashSet<&str> = written.iter().map(|(_, path)| path.as_str()).collect();
        fs::create_dir_all(&self.staging).map_err(|error| unwritable(&self.staging, &error))?;
        for path in manifest.paths().filter(|path| !fresh.contains(path)) {
            let target = self.staging.join(path);
            let source = self.output.join(path);
            let linked = self
                .make_folder(&target)
                .and_then(|()| fs::hard_link(&source, &target).or_else(|_| fs::copy(&source, &target).map(|_| ())));
            linked.map_err(|error| unwritable(&target, &error))?;
        }
        let target = self.staging.join(manifest::NAME);
        write_file(&target, &manifest.to_bytes()).map_err(|error| unwritable(&target, &error))?;
        if self.is_new {
            // An empty folder may stand where the output is to be.
            drop(fs::remove_dir(&self.output));
            if let Some(parent) = self.output.parent() {
                fs::create_dir_all(parent).map_err(|error| unwritable(parent, &error))?;
            }
            return Ok(fs::rename(&self.staging, &self.output).is_ok());
        }
        if !change_places(&self.staging, &self.output) {
            return Ok(false);
        }
        // The old tree now lies in the staging folder; what others put into it comes back.
        for entry in WalkDir::new(&self.staging).into_iter().flatten().filter(|entry| !entry.file_type().is_dir()) {
            let Ok(path) = entry.path().strip_prefix(&self.staging) else { continue };
            // What lies at an address of the site gives way to the site, whoever put it there.
            let ours = path.to_str().is_some_and(|path| {
                path == manifest::NAME || self.previous.get(path).is_some() || manifest.get(path).is_some()
            });
            if !ours {
                let target = self.output.join(path);
                let moved = make_parent(&target).and_then(|()| fs::rename(entry.path(), &target));
                moved.map_err(|error| unwritable(&target, &error))?;
            }
        }
        remove_tree(&self.staging).map_err(|error| unwritable(&self.staging, &error))?;
        Ok(true)
    }

    /// Puts changed files in place one by one, in the order of their ranks, then removes what is no longer of the site.
    fn replace(&self, manifest: &Manifest, written: &[(Rank, String)], deleted: &[&str]) -> Result<(), Diagnostic> {
        for (_, path) in written {
            let target = self.output.join(path);
            let moved = make_parent(&target).and_then(|()| fs::rename(self.staging.join(path), &target));
            moved.map_err(|error| unwritable(&target, &error))?;
        }
        for path in deleted {
            let target = self.output.join(path);
            if self.is_behind_link(path) {
                // Someone put a link in the place of our folder: what lies there is not ours.
                continue;
            }
            match fs::remove_file(&target) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(unwritable(&target, &error)),
                _ => remove_empty_folders(&self.output, &target),
            }
        }
        let target = self.output.join(manifest::NAME);
        replace_file(&target, &manifest.to_bytes()).map_err(|error| unwritable(&target, &error))?;
        remove_tree(&self.staging).map_err(|error| unwritable(&self.staging, &error))
    }

    /// Whether a folder on the way to a file of the output is a link.
    fn is_behind_link(&self, path: &str) -> bool {
        path.match_indices('/')
            .filter_map(|(at, _)| path.get(..at))
            .any(|folder| fs::symlink_metadata(self.output.join(folder)).is_ok_and(|metadata| metadata.is_symlink()))
    }

    /// The stamp of a published file that is still what the manifest says.
    fn intact(&self, entry: &Entry) -> Option<Stamp> {
        let path = self.output.join(&entry.path);
        let metadata = fs::symlink_metadata(&path).ok()?;
        if !metadata.is_file() || metadata.len() != entry.size {
            return None;
        }
        let stamp = cache::stamp(&metadata);
        // Where the cache is lost, or someone touched the file, its bytes decide.
        let intact = self.cache.time_of(&entry.path) == Some(stamp)
            || hash_file(&path).is_ok_and(|(hash, _)| hash == entry.hash);
        intact.then_some(stamp)
    }

    /// The hash of a source file, remembered by its size, time and inode.
    fn hash_of(&self, file: &FileRef) -> Result<(u128, u64), Diagnostic> {
        let metadata = fs::metadata(&file.absolute).map_err(|error| unreadable(file, &error))?;
        let stamp = cache::stamp(&metadata);
        if let Some(hash) = self.cache.hash_of(&file.absolute, &stamp) {
            return Ok((hash, metadata.len()));
        }
        let (hash, size) = hash_file(&file.absolute).map_err(|error| unreadable(file, &error))?;
        self.cache.remember_hash(&file.absolute, stamp, hash);
        Ok((hash, size))
    }

    fn make_folder(&self, file: &Path) -> io::Result<()> {
        let Some(folder) = file.parent() else { return Ok(()) };
        if lock(&self.folders).contains(folder) {
            return Ok(());
        }
        fs::create_dir_all(folder)?;
        lock(&self.folders).insert(folder.to_owned());
        Ok(())
    }
}

/// Whether a file is to lie where a folder was, or a folder where a file was: one by one they cannot change places.
fn in_the_way(written: &[(Rank, String)], deleted: &[&str]) -> bool {
    let deleted: BTreeSet<&str> = deleted.iter().copied().collect();
    written.iter().any(|(_, path)| {
        let below = format!("{path}/");
        let folder_was_here = deleted.range(below.as_str()..).next().is_some_and(|old| old.starts_with(&below));
        let file_was_above =
            path.match_indices('/').any(|(at, _)| path.get(..at).is_some_and(|above| deleted.contains(above)));
        folder_was_here || file_was_above
    })
}

/// The path without links and `..`, as far as it exists.
fn real(path: &Path) -> io::Result<PathBuf> {
    let path = std::path::absolute(path)?;
    let existing = path.ancestors().find(|folder| folder.exists()).unwrap_or(&path);
    let mut real = fs::canonicalize(existing)?;
    for part in path.strip_prefix(existing).into_iter().flat_map(Path::components) {
        if part == Component::ParentDir {
            real.pop();
        } else {
            real.push(part);
        }
    }
    Ok(real)
}

/// The staging folder of an output: hidden, beside it.
fn staging_beside(output: &Path) -> PathBuf {
    let name = output.file_name().map_or_else(|| "output".into(), |name| name.to_string_lossy().into_owned());
    match output.parent() {
        Some(parent) if is_writable(parent) => parent.join(format!(".{name}.warta-staging")),
        // The parent is not ours to write in; inside, everything is on the same file system too.
        _ => output.join(".warta-staging"),
    }
}

/// Whether new entries can be made in a folder, or in the nearest one above that exists.
fn is_writable(folder: &Path) -> bool {
    let nearest = folder.ancestors().find(|folder| folder.exists()).unwrap_or(folder);
    rustix::fs::access(nearest, rustix::fs::Access::WRITE_OK).is_ok()
}

/// Two folders change places in one step.
fn change_places(one: &Path, other: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).is_ok()
}

fn write_file(path: &Path, bytes: &[u8]) -> io::Result<Metadata> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.metadata()
}

/// Replaces a small file in one step; nothing happens when it is the same already.
pub(crate) fn replace_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if crate::read::cache(path).is_some_and(|old| old == bytes) {
        return Ok(());
    }
    make_parent(path)?;
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    let fresh = path.with_file_name(name);
    write_file(&fresh, bytes)?;
    fs::rename(&fresh, path)
}

/// Makes a file that must not be there yet, and the folders above it; false when it is.
///
/// # Errors
/// The system's own.
pub fn create(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    make_parent(path)?;
    match File::create_new(path) {
        Ok(mut file) => file.write_all(bytes).map(|()| true),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error),
    }
}

fn make_parent(path: &Path) -> io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)
}

#[allow(clippy::disallowed_methods, reason = "staging folders are ours alone, whole trees of them")]
fn remove_tree(path: &Path) -> io::Result<()> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// Removes the folders above a deleted file that are empty now, up to the output itself.
fn remove_empty_folders(output: &Path, file: &Path) {
    let inside = file.ancestors().skip(1).take_while(|folder| *folder != output && folder.starts_with(output));
    for folder in inside {
        if fs::remove_dir(folder).is_err() {
            return;
        }
    }
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
    Diagnostic::new(Code::Unwritable).with("path", path.display().to_string()).with("reason", error.to_string())
}

fn unreadable(file: &FileRef, error: &io::Error) -> Diagnostic {
    Diagnostic::new(Code::Unreadable).with("path", file.shown()).with("reason", error.to_string())
}

/// A lock that a panic elsewhere does not spoil: every value behind one stays sound at all times.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neither_the_project_nor_a_folder_around_it_is_an_output() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("proyek");
        fs::create_dir(&root).unwrap();
        std::os::unix::fs::symlink(&root, folder.path().join("tautan")).unwrap();
        for (output, is_sound) in
            [(".", false), ("..", false), ("x/..", false), ("../tautan", false), ("x", true), ("../x", true)]
        {
            let output = root.join(output);
            let cache = Cache::open(&root, &output).unwrap();
            let begun = Publication::begin(&root, &output, &cache, true);
            assert_eq!(begun.is_ok(), is_sound, "{}", output.display());
            assert!(begun.err().is_none_or(|error| error.code == Code::ForeignOutput));
        }
    }
}
