//! Keeps builds apart: those of one project by a file in `.warta/`, those into one output by the output folder itself.
//!
//! A locked folder is the same one by whatever path, mount or user it is reached, and no reader finds a file in it that is not of
//! the site. When trees change places, the new one is locked before it becomes the output ([`Held::tree`]). Locks end with
//! the process that holds them. Where the system can lock nothing (a folder that cannot be written, an odd file system), a build
//! goes on without.

use std::fs::{self, File, Metadata, TryLockError};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Code, Diagnostic};

/// A lock that is held until this is dropped.
#[derive(Debug)]
pub(super) struct Held {
    file: File,
    /// The output, where it was made to be locked: nothing of it stays where nothing was published.
    made: Option<PathBuf>,
}

/// How often an output that changes places in the same moment is looked at anew.
const TRIES: usize = 100;

impl Held {
    /// The lock of a project, in its `.warta/`.
    ///
    /// # Errors
    /// Another build of this project is running.
    pub(super) fn project(folder: &Path) -> Result<Option<Held>, Diagnostic> {
        let made = fs::create_dir_all(folder).and_then(|()| File::create(folder.join("lock")));
        match made.map(exclusive) {
            Err(_) | Ok(Locked::Not) => Ok(None),
            Ok(Locked::By(file)) => Ok(Some(Held { file, made: None })),
            Ok(Locked::ByAnother) => Err(Diagnostic::new(Code::BuildRunning).with("problem", "project")),
        }
    }

    /// The lock of an output, whichever project is built into it; `shown` is its path as the user wrote it. An output that is
    /// not there yet is made, empty.
    ///
    /// # Errors
    /// Another build writes into it.
    pub(super) fn output(output: &Path, shown: &Path) -> Result<Option<Held>, Diagnostic> {
        for _ in 0..TRIES {
            let is_new = !output.exists();
            if is_new && fs::create_dir_all(output).is_err() {
                return Ok(None);
            }
            let Some(file) = folder(output) else { return Ok(None) };
            match exclusive(file) {
                Locked::Not => return Ok(None),
                Locked::ByAnother => break,
                // Between opening and locking another build may have put a new tree there, or taken the empty one away.
                Locked::By(file) if !is_at(&file, output) => {}
                Locked::By(file) => return Ok(Some(Held { file, made: is_new.then(|| output.to_owned()) })),
            }
        }
        let path = shown.display().to_string();
        Err(Diagnostic::new(Code::BuildRunning).with("problem", "output").with("path", path))
    }

    /// The lock of a tree that is to become the output: without it, the next build could begin on it while this one still brings
    /// over what others had put into the old tree.
    pub(super) fn tree(tree: &Path) -> Option<Held> {
        match exclusive(folder(tree)?) {
            Locked::By(file) => Some(Held { file, made: None }),
            Locked::ByAnother | Locked::Not => None,
        }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(made) = &self.made {
            // While it is locked: who has opened it in vain then sees that it is gone. What holds a site stays.
            drop(fs::remove_dir(made));
        }
        // Not only by closing: a program that is just being started holds for a moment all files that this one has open.
        drop(self.file.unlock());
    }
}

/// What came of the attempt.
enum Locked {
    /// By us.
    By(File),
    ByAnother,
    /// The system cannot.
    Not,
}

fn exclusive(file: File) -> Locked {
    match file.try_lock() {
        Ok(()) => Locked::By(file),
        Err(TryLockError::WouldBlock) => Locked::ByAnother,
        Err(TryLockError::Error(_)) => Locked::Not,
    }
}

/// A folder, opened; what is none is locked by nobody, and told by whoever needs it.
fn folder(path: &Path) -> Option<File> {
    path.is_dir().then(|| File::open(path).ok()).flatten()
}

/// Whether a folder that was opened is still what lies there.
fn is_at(file: &File, path: &Path) -> bool {
    let inode = |metadata: io::Result<Metadata>| metadata.map(|metadata| (metadata.dev(), metadata.ino())).ok();
    inode(file.metadata()).is_some_and(|own| inode(fs::metadata(path)) == Some(own))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_locked_once_and_nothing_of_it_stays() {
        let folder = tempfile::tempdir().unwrap();
        let output = folder.path().join("situs");
        let held = Held::output(&output, &output).unwrap().unwrap();
        assert!(output.is_dir());
        assert_eq!(Held::output(&output, &output).unwrap_err().code, Code::BuildRunning);
        drop(held);
        assert!(!output.exists());
        let held = Held::output(&output, &output).unwrap();
        fs::create_dir(output.join("isi")).unwrap();
        drop(held);
        assert!(output.join("isi").exists());
    }

    #[test]
    fn a_lock_on_what_lay_there_before_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let (output, other) = (folder.path().join("situs"), folder.path().join("lain"));
        fs::create_dir(&output).unwrap();
        let opened = File::open(&output).unwrap();
        assert!(is_at(&opened, &output));
        fs::rename(&output, &other).unwrap();
        assert!(!is_at(&opened, &output));
        fs::create_dir(&output).unwrap();
        assert!(!is_at(&opened, &output));
    }
}
