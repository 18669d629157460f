//! A file of the cache that is too large to be read as a whole.

use std::fs::File;
use std::ops::Range;
use std::os::unix::fs::FileExt;
use std::path::Path;

/// A file of which pieces are read, by any thread.
#[derive(Debug)]
pub struct Pieces {
    file: File,
    length: u64,
}

impl Pieces {
    /// The file of this path, as it is now: another one that takes its place later is not seen. None when it cannot be opened.
    pub fn open(path: &Path) -> Option<Pieces> {
        let file = File::open(path).ok()?;
        let length = file.metadata().ok()?.len();
        Some(Pieces { file, length })
    }

    /// Bytes in it.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// A piece of it; none when it is not there.
    pub fn at(&self, range: Range<u64>) -> Option<Vec<u8>> {
        let length = range.end.checked_sub(range.start).filter(|_| range.end <= self.length)?;
        let mut bytes = vec![0; usize::try_from(length).ok()?];
        self.file.read_exact_at(&mut bytes, range.start).ok()?;
        Some(bytes)
    }
}
