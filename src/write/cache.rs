//! `.warta/`: what makes the next build faster and nothing else. It may be lost or corrupt at any moment.
//!
//! Kept here: times of published files, so that an unchanged output need not be read to be trusted; hashes of source
//! files that are only copied, by path, size, time and inode; highlighted code; what is known of files; what became of each text, and of
//! each body; and what a build was made of, so that one with nothing to do ends at once. The folder also holds the lock that keeps two builds of one
//! project apart.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use xxhash_rust::xxh3::xxh3_64;

use super::Shelf;
use super::lock;
use super::locks::Held;
use super::replace::{replace_by, replace_file};
use crate::diagnostic::{Code, Diagnostic};
use crate::read::sealed::{seal, unseal};
use crate::read::{Pieces, Stamp};
use crate::render::{BODIES, KeptBodies, Written};

/// First line of the files that are kept here.
const HEADER: &str = "warta-cache 1";

/// Name of the highlighted code in the cache.
pub const HIGHLIGHTS: &str = "highlight";

/// Name of what is known of files in the cache.
pub const FACTS: &str = "facts";

/// What the cache of the project in `root` keeps for rendering, for who does not build.
pub fn written(root: &Path) -> Written {
    let bodies = KeptBodies::new(crate::read::program(), Pieces::open(&root.join(FOLDER).join(BODIES)));
    Written { highlights: kept(root, HIGHLIGHTS), facts: kept(root, FACTS), bodies }
}

/// Bytes that the cache of the project in `root` keeps under a name, for who does not build.
pub fn kept(root: &Path, name: &str) -> Option<Vec<u8>> {
    crate::read::cache(&root.join(FOLDER).join(name))
}

/// The same of what is large.
pub fn kept_large(root: &Path, name: &str) -> Option<Vec<u8>> {
    crate::read::large_cache(&root.join(FOLDER).join(name))
}

/// The name under which the cache keeps what is true of one output folder: two builds would forget each other's.
pub fn name_for(what: &str, output: &Path) -> String {
    let output = std::path::absolute(output).unwrap_or_else(|_| output.to_owned());
    format!("{what}-{:016x}", xxh3_64(output.as_os_str().as_encoded_bytes()))
}

/// Its folder in the project.
const FOLDER: &str = ".warta";

/// Files with their stamps, in the order of their paths.
type Times = Vec<(Arc<str>, Stamp)>;

/// The cache of a project.
#[derive(Debug)]
pub struct Cache {
    folder: PathBuf,
    times_file: PathBuf,
    times: BTreeMap<String, Stamp>,
    new_times: Mutex<Option<Times>>,
    hashes: BTreeMap<String, (Stamp, u128)>,
    new_hashes: Mutex<BTreeMap<String, (Stamp, u128)>>,
    _lock: Option<Held>,
}

impl Cache {
    /// Opens the cache of the project in `root` for a build into `output`, and keeps other builds out meanwhile.
    ///
    /// # Errors
    /// Another build of this project is running.
    pub fn open(root: &Path, output: &Path) -> Result<Cache, Diagnostic> {
        Ok(Cache { _lock: Held::project(&root.join(FOLDER))?, ..Cache::beside(root, output) })
    }

    /// Opens the cache for a second output of a build that is kept apart from others already.
    pub fn beside(root: &Path, output: &Path) -> Cache {
        let folder = root.join(FOLDER);
        let times_file = folder.join(name_for("times", output));
        Cache {
            _lock: None,
            times: load(&times_file, 3, |fields| Stamp::of_fields(fields)),
            hashes: load(&folder.join("hashes"), 4, |fields| Some((Stamp::of_fields(fields)?, hash_of(fields)?))),
            times_file,
            folder,
            new_times: Mutex::default(),
            new_hashes: Mutex::default(),
        }
    }

    /// Keeps under a name, at once, what is written by a function.
    ///
    /// # Errors
    /// A warning: the next build will be slower, and right all the same.
    pub fn keep(
        &self,
        name: &str,
        write: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>,
    ) -> Result<(), Diagnostic> {
        replace_by(&self.folder.join(name), write).map_err(|error| self.unusable(&error))
    }

    /// A file that is to be kept under a name, written piece by piece.
    ///
    /// # Errors
    /// A warning: the next build will be slower, and right all the same.
    pub fn shelf(&self, name: &str) -> Result<Shelf, Diagnostic> {
        Shelf::begin(&self.folder.join(name)).map_err(|error| self.unusable(&error))
    }

    /// Keeps what was put on a shelf, with an end.
    ///
    /// # Errors
    /// A warning: the next build will be slower, and right all the same.
    pub fn keep_shelf(&self, shelf: &Shelf, end: &[u8]) -> Result<(), Diagnostic> {
        shelf.close(end).map_err(|error| self.unusable(&error))
    }

    /// Keeps what was noted of published files and of those that were copied.
    ///
    /// # Errors
    /// A warning: the next build will be slower, and right all the same.
    pub fn save(&self) -> Result<(), Diagnostic> {
        self.write_all().map_err(|error| self.unusable(&error))
    }

    fn unusable(&self, error: &io::Error) -> Diagnostic {
        Diagnostic::new(Code::CacheUnusable).with("path", self.folder.display().to_string()).because(error)
    }

    fn write_all(&self) -> io::Result<()> {
        replace_file(&self.folder.join(".gitignore"), b"*\n")?;
        if let Some(times) = lock(&self.new_times).as_ref() {
            let lines = times.iter().map(|(path, stamp)| format!("{stamp} {path}"));
            replace_file(&self.times_file, &document(lines))?;
        }
        let hashes = lock(&self.new_hashes);
        if !hashes.is_empty() {
            let lines = hashes.iter().map(|(path, (stamp, hash))| format!("{stamp} {hash:032x} {path}"));
            replace_file(&self.folder.join("hashes"), &document(lines))?;
        }
        Ok(())
    }

    pub(super) fn time_of(&self, path: &str) -> Option<Stamp> {
        self.times.get(path).copied()
    }

    /// The files that the last build published, with their times.
    pub(super) fn times(&self) -> impl Iterator<Item = (&str, &Stamp)> {
        self.times.iter().map(|(path, stamp)| (path.as_str(), stamp))
    }

    /// Notes the times of published files.
    pub(super) fn remember_times(&self, times: Times) {
        *lock(&self.new_times) = Some(times);
    }

    pub(super) fn hash_of(&self, path: &Path, stamp: &Stamp) -> Option<u128> {
        let key = path.to_str()?;
        let (_, hash) = self.hashes.get(key).filter(|(known, _)| known == stamp)?;
        lock(&self.new_hashes).insert(key.to_owned(), (*stamp, *hash));
        Some(*hash)
    }

    pub(super) fn remember_hash(&self, path: &Path, stamp: Stamp, hash: u128) {
        if let Some(key) = path.to_str().filter(|path| !path.contains('\n')) {
            lock(&self.new_hashes).insert(key.to_owned(), (stamp, hash));
        }
    }
}

/// Lines with a header before them.
fn document(lines: impl Iterator<Item = String>) -> Vec<u8> {
    let mut text = format!("{HEADER}\n");
    for line in lines {
        text.push_str(&line);
        text.push('\n');
    }
    seal(text)
}

/// The fields of a line before its path.
type Fields<'a> = std::str::SplitN<'a, char>;

/// The entries of a document whose lines have `count` fields before their path; none when it is damaged.
fn load<T>(path: &Path, count: usize, parse: impl Fn(&mut Fields<'_>) -> Option<T>) -> BTreeMap<String, T> {
    entries(path, count, parse).unwrap_or_default()
}

fn entries<T>(path: &Path, count: usize, parse: impl Fn(&mut Fields<'_>) -> Option<T>) -> Option<BTreeMap<String, T>> {
    let bytes = crate::read::cache(path)?;
    let lines = unseal(&bytes)?.strip_prefix(HEADER)?.trim_matches('\n').split('\n').filter(|line| !line.is_empty());
    lines
        .map(|line| {
            // The path comes last and may hold spaces.
            let mut fields = line.splitn(count + 1, ' ');
            let value = parse(&mut fields)?;
            Some((fields.next()?.to_owned(), value))
        })
        .collect()
}

fn hash_of(fields: &mut Fields<'_>) -> Option<u128> {
    u128::from_str_radix(fields.next()?, 16).ok()
}
