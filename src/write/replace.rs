//! Single files, made or replaced in one step.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::disk::{Disk, Real};

/// Replaces a small file in one step; nothing happens when it is the same already.
///
/// # Errors
/// The system's own.
pub fn replace_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if crate::read::cache(path).is_some_and(|old| old == bytes) {
        return Ok(());
    }
    make_parent(path)?;
    let fresh = fresh(path);
    Real.write(&fresh, bytes)?;
    fs::rename(&fresh, path)
}

/// Replaces a file, in one step, by what is written by a function; it need not be in memory as a whole.
pub(super) fn replace_by(path: &Path, write: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>) -> io::Result<()> {
    make_parent(path)?;
    let fresh = fresh(path);
    let mut file = BufWriter::with_capacity(1 << 16, File::create(&fresh)?);
    write(&mut file)?;
    file.into_inner()?;
    fs::rename(&fresh, path)
}

/// Where a file is made before it takes the place of another.
pub(super) fn fresh(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    path.with_file_name(name)
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

pub(super) fn make_parent(path: &Path) -> io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)
}
