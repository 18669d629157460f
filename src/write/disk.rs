//! Every change to the file system that publishing makes, behind one trait, so that tests can let each of them fail.

use std::fs::{self, File, Metadata, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

/// What publishing does to a file system.
pub(super) trait Disk: Sync {
    /// Makes a folder and those above it.
    fn create_folders(&self, folder: &Path) -> io::Result<()>;
    /// Writes a file from its beginning.
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<Metadata>;
    /// Copies a file without holding it in memory; shares its blocks where the file system can.
    fn copy(&self, from: &Path, to: &Path) -> io::Result<Metadata>;
    /// Gives a file a second name.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Moves a file or folder in one step, in the place of what was there.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Two folders change places in one step.
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    /// Removes an empty folder.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;
    /// Removes a folder of our own with all that is in it; fine when there is none.
    fn remove_tree(&self, path: &Path) -> io::Result<()>;
    /// Sees to it that a power cut loses nothing that was written to this file system before.
    fn sync(&self, folder: &Path) -> io::Result<()>;
}

/// The real one.
pub(super) struct Real;

impl Disk for Real {
    fn create_folders(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<Metadata> {
        let mut file = File::create(path)?;
        file.write_all(bytes)?;
        file.metadata()
    }

    fn copy(&self, from: &Path, to: &Path) -> io::Result<Metadata> {
        fs::copy(from, to)?;
        fs::metadata(to)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }

    #[allow(clippy::disallowed_methods, reason = "staging folders are ours alone, whole trees of them")]
    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        let removed = fs::remove_dir_all(path).or_else(|error| match error.kind() {
            io::ErrorKind::PermissionDenied => {
                // A folder of the output may have been closed, and came here when trees changed places.
                open(path);
                fs::remove_dir_all(path)
            }
            _ => Err(error),
        });
        match removed {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            other => other,
        }
    }

    fn sync(&self, folder: &Path) -> io::Result<()> {
        let folder = File::open(folder)?;
        // All of its file system at once is quicker than thousands of files one by one; not every system can.
        #[cfg(target_os = "linux")]
        rustix::fs::syncfs(&folder)?;
        folder.sync_all()
    }
}

/// Takes the right to change a folder and those below it, where that is ours to take.
fn open(folder: &Path) {
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        drop(fs::set_permissions(&folder, Permissions::from_mode(0o700)));
        let entries = fs::read_dir(&folder).into_iter().flatten().flatten();
        // No step through a link: what lies behind it is not ours.
        let inside = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
        folders.extend(inside.map(|entry| entry.path()));
    }
}
