//! Where the output lies, where the staging folder goes, and what may be touched in between.

use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Component, Path, PathBuf};

use super::disk::Disk;
use super::unwritable;
use crate::diagnostic::{Code, Diagnostic};

/// The real folder of an output, which must lie apart from what the writers wrote: the whole tree may be exchanged for another, or
/// removed. A link to it stays a link: folders change places, not the link with one of them.
///
/// # Errors
/// It is the project, around it, or among the folders that are read; or it cannot be told where it lies.
pub(super) fn apart(root: &Path, output: &Path) -> Result<PathBuf, Diagnostic> {
    let real_output = real(output).map_err(|error| unwritable(output, &error))?;
    let real_root = real(root).map_err(|error| unwritable(root, &error))?;
    let is_read = |folder: &str| real(&root.join(folder)).is_ok_and(|folder| real_output.starts_with(folder));
    if real_root.starts_with(&real_output) || crate::read::FOLDERS.into_iter().any(is_read) {
        return Err(foreign(output, "sources"));
    }
    Ok(real_output)
}

/// The output folder is not ours to use.
pub(super) fn foreign(output: &Path, problem: &str) -> Diagnostic {
    Diagnostic::new(Code::ForeignOutput).with("path", output.display().to_string()).with("problem", problem)
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
pub(super) fn staging_beside(output: &Path) -> PathBuf {
    let name = output.file_name().map_or_else(|| "output".into(), |name| name.to_string_lossy().into_owned());
    let device = |path: &Path| fs::metadata(path).map(|metadata| metadata.dev()).ok();
    match output.parent() {
        // A mount point is on another file system than the folder around it, and nothing moves from one to the other in one step.
        Some(parent) if is_writable(parent) && device(output).is_none_or(|own| device(parent) == Some(own)) => {
            parent.join(format!(".{name}.warta-staging"))
        }
        // Inside the output everything is on the same file system too.
        _ => output.join(".warta-staging"),
    }
}

/// Whether new entries can be made in a folder, or in the nearest one above that exists.
fn is_writable(folder: &Path) -> bool {
    let nearest = folder.ancestors().find(|folder| folder.exists()).unwrap_or(folder);
    rustix::fs::access(nearest, rustix::fs::Access::WRITE_OK).is_ok()
}

/// Whether a folder on the way to a file of an output is a link: what lies behind it is not ours.
pub(super) fn is_behind_link(output: &Path, path: &str) -> bool {
    path.match_indices('/')
        .filter_map(|(at, _)| path.get(..at))
        .any(|folder| fs::symlink_metadata(output.join(folder)).is_ok_and(|metadata| metadata.is_symlink()))
}

/// Removes the folders above a file that is gone, those that are empty now, up to the output itself.
pub(super) fn remove_empty_folders(disk: &dyn Disk, output: &Path, file: &Path) {
    let inside = file.ancestors().skip(1).take_while(|folder| *folder != output && folder.starts_with(output));
    for folder in inside {
        if disk.remove_folder(folder).is_err() {
            return;
        }
    }
}
