//! Whether anything of a project changed since it was read, by what the system says of its files and without reading them.
//!
//! What was changed a moment before the look cannot be vouched for (`stamp.rs`), and the fingerprint is none: the next build looks at
//! everything.

use std::fs;
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use jiff::Timestamp;
use rayon::prelude::*;
use xxhash_rust::xxh3::Xxh3;

use super::stamp::{self, Stamp};
use super::{CONTENT, FOLDERS, FileRef, LEDGER, Listed};
use crate::config;

/// A hash of every file that a build of the project in `root` may read, of the program itself, and of what was `asked`: equal ones
/// make equal sites, as far as the clock allows. None when a file was changed so lately that its stamp does not tell, or cannot be
/// looked at. What lies below `content/` was listed by [`content`](super::content).
///
/// `now` is the clock of the machine. Files are told apart by path, size, inode and the times of their last modification and last
/// change; the last cannot be set by anybody.
pub fn fingerprint(root: &Path, content: &Listed, asked: &str, now: Timestamp) -> Option<u128> {
    let mut all = Look { hasher: Xxh3::new(), now: now.as_nanosecond() };
    all.hasher.update(asked.as_bytes());
    all.hasher.update(program()?.as_bytes());
    for name in [config::FILE, LEDGER] {
        match fs::metadata(root.join(name)) {
            Ok(metadata) => all.file(name.as_bytes(), Stamp::of(&metadata), stamp::changed(&metadata))?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(_) => return None,
        }
    }
    // What could not be listed may look otherwise the next time.
    if !content.found.is_empty() {
        return None;
    }
    // By their number none of them can be taken for a file of the folders that follow.
    all.hasher.update(&content.files.len().to_le_bytes());
    for FileRef { path, stamp, changed, .. } in &content.files {
        all.file(path.as_bytes(), *stamp, *changed)?;
    }
    for folder in FOLDERS.into_iter().filter(|folder| *folder != CONTENT) {
        let base = root.join(folder);
        if !base.exists() {
            continue;
        }
        let entries =
            super::listing::walk(&base).filter(|entry| !entry.as_ref().is_ok_and(|entry| entry.file_type().is_dir()));
        let entries = entries.collect::<Result<Vec<_>, _>>().ok()?;
        // To ask the system for each file takes longer than to list them.
        let files = entries.par_iter().map(|entry| Some((entry.path(), entry.metadata().ok()?)));
        for (path, metadata) in files.collect::<Option<Vec<_>>>()? {
            let path = path.strip_prefix(root).ok()?.as_os_str().as_bytes();
            all.file(path, Stamp::of(&metadata), stamp::changed(&metadata))?;
        }
    }
    Some(all.hasher.digest128())
}

/// What tells this program from others, those of the same version too that were built at another time.
pub fn program() -> Option<String> {
    let Stamp { size, modified, inode } = Stamp::of(&fs::metadata(std::env::current_exe().ok()?).ok()?);
    Some(format!("{} {size} {modified} {inode}", env!("CARGO_PKG_VERSION")))
}

struct Look {
    hasher: Xxh3,
    now: i128,
}

impl Look {
    /// None when the stamp does not tell.
    fn file(&mut self, path: &[u8], Stamp { size, modified, inode }: Stamp, changed: i128) -> Option<()> {
        if !stamp::tells(changed, self.now) {
            return None;
        }
        self.hasher.update(&path.len().to_le_bytes());
        self.hasher.update(path);
        self.hasher.update(&changed.to_le_bytes());
        self.hasher.update(&size.to_le_bytes());
        self.hasher.update(&modified.to_le_bytes());
        self.hasher.update(&inode.to_le_bytes());
        Some(())
    }
}
