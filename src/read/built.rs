//! A built site, to be compared with another: its files, their bytes, and whether two are the same.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::WalkDir;

use super::FileRef;
use super::stamp::{self, Stamp};

/// Every file below a folder in the order of paths, hidden ones too. Links are followed.
///
/// # Errors
/// What cannot be listed, and why.
pub fn files(folder: &Path) -> Result<Vec<FileRef>, (PathBuf, io::Error)> {
    let shown: Arc<str> = folder.display().to_string().into();
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).min_depth(1).follow_links(true) {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(folder).to_owned();
            (path, io::Error::from(error))
        })?;
        if entry.file_type().is_dir() {
            continue;
        }
        let metadata = entry.metadata().map_err(|error| (entry.path().to_owned(), error.into()))?;
        let (stamp, changed) = (Stamp::of(&metadata), stamp::changed(&metadata));
        let parts = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let parts: Vec<_> = parts.iter().map(|part| part.to_string_lossy()).collect();
        let (folder, path) = (Arc::clone(&shown), parts.join("/"));
        files.push(FileRef {
            folder,
            path,
            absolute: entry.into_path(),
            size: stamp.size,
            stamp,
            changed,
            picture: None,
        });
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

/// Whether two files hold the same bytes.
///
/// # Errors
/// The system's own, and which of the files it is about.
pub fn same(a: &FileRef, b: &FileRef) -> Result<bool, (PathBuf, io::Error)> {
    if a.size != b.size {
        return Ok(false);
    }
    let of = |file: &FileRef| {
        let path = file.absolute.clone();
        move |error| (path, error)
    };
    let open = |file: &FileRef| File::open(&file.absolute).map(BufReader::new).map_err(of(file));
    let (mut first, mut second) = (open(a)?, open(b)?);
    let (mut left, mut right) = ([0; 16 * 1024], [0; 16 * 1024]);
    loop {
        let count = first.read(&mut left).map_err(of(a))?;
        let (Some(left), Some(right)) = (left.get(..count), right.get_mut(..count)) else { return Ok(false) };
        match second.read_exact(right) {
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(false),
            read => read.map_err(of(b))?,
        }
        if left != right {
            return Ok(false);
        }
        if count == 0 {
            // The second may have grown meanwhile.
            return Ok(second.read(&mut [0]).map_err(of(b))? == 0);
        }
    }
}
