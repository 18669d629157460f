//! A file of the cache that is written piece by piece, by any thread; it takes its place when it is whole.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use super::lock;
use super::replace::{fresh, make_parent};

/// A file that is being written.
#[derive(Debug)]
pub struct Shelf {
    path: PathBuf,
    fresh: PathBuf,
    /// The file and the bytes in it, or why nothing more is written.
    file: Mutex<io::Result<(BufWriter<File>, u64)>>,
}

impl Shelf {
    pub(super) fn begin(path: &Path) -> io::Result<Shelf> {
        make_parent(path)?;
        let fresh = fresh(path);
        let file = BufWriter::with_capacity(1 << 16, File::create(&fresh)?);
        Ok(Shelf { path: path.to_owned(), fresh, file: Mutex::new(Ok((file, 0))) })
    }

    /// Writes a piece behind those before and says where it begins; none when it could not be written, now or before.
    pub fn put(&self, bytes: &[u8]) -> Option<u64> {
        let mut state = lock(&self.file);
        let (file, length) = state.as_mut().ok()?;
        let at = *length;
        *length += bytes.len() as u64;
        match file.write_all(bytes) {
            Ok(()) => Some(at),
            Err(error) => {
                *state = Err(self.without(error));
                None
            }
        }
    }

    /// Writes the end and puts the file in its place. Nothing is written after that.
    pub(super) fn close(&self, end: &[u8]) -> io::Result<()> {
        let (mut file, _) = std::mem::replace(&mut *lock(&self.file), Err(io::ErrorKind::BrokenPipe.into()))?;
        let closed = file.write_all(end).and_then(|()| Ok(file.into_inner()?));
        closed.and_then(|_| fs::rename(&self.fresh, &self.path)).map_err(|error| self.without(error))
    }

    /// Deletes what was written: on a full disk the site needs its place more than the next build does.
    fn without(&self, error: io::Error) -> io::Error {
        // Where even that fails it lies there until the next one begins.
        let _ = fs::remove_file(&self.fresh);
        error
    }
}
