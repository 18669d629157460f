//! What lies in a folder of the project: which files count, and what is wrong with their names and links. Nothing is read.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::stamp::{self, Stamp};
use super::{CONTENT, FileRef, real, unreadable};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// The files of a folder of the project by path, and what was found wrong in listing them.
#[derive(Debug, Default)]
pub struct Listed {
    pub(super) files: Vec<FileRef>,
    pub(super) found: Diagnostics,
}

/// What lies below `content/` of a project, not read yet.
pub fn content(root: &Path) -> Listed {
    list(root, CONTENT)
}

/// Every file below `folder` of the project, by path.
pub(super) fn list(root: &Path, folder: &str) -> Listed {
    let base = root.join(folder);
    if !base.is_dir() {
        return Listed::default();
    }
    let mut found = Diagnostics::new();
    let real_root = real(root);
    let mut files = Vec::new();
    let mut walk = walk(&base).filter_entry(|entry| entry.depth() == 0 || !is_passed_over(entry.file_name(), folder));
    while let Some(entry) = walk.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().map(|path| shown(root, path)).unwrap_or_default();
                let link = |problem: &str| {
                    Diagnostic::new(Code::LinkLeavesProject).with("path", path.as_str()).with("problem", problem)
                };
                let is_link = error.path().is_some_and(Path::is_symlink);
                found.push(match (error.loop_ancestor(), error.io_error()) {
                    (Some(_), _) => link("loop"),
                    (None, Some(error)) if is_link && error.kind() == io::ErrorKind::NotFound => link("nowhere"),
                    (None, Some(error)) if is_link && error.kind() != io::ErrorKind::PermissionDenied => link("loop"),
                    (None, Some(error)) => unreadable(&path, error),
                    (None, None) => Diagnostic::new(Code::Unreadable)
                        .with("path", path)
                        .with("reason", "other")
                        .noting(error.to_string()),
                });
                continue;
            }
        };
        let Some(path) = relative(&base, entry.path()) else {
            let lossy = shown(root, entry.path());
            found.push(Diagnostic::new(Code::NameNotUtf8).with("path", lossy));
            if entry.file_type().is_dir() {
                // What lies in it has its name too, and nothing else wrong.
                walk.skip_current_dir();
            }
            continue;
        };
        if entry.path_is_symlink() {
            let inside = fs::canonicalize(entry.path()).is_ok_and(|target| target.starts_with(&real_root));
            if !inside {
                let link = Diagnostic::new(Code::LinkLeavesProject).with("path", format!("{folder}/{path}"));
                found.push(link.with("problem", "outside"));
                if entry.file_type().is_dir() {
                    // Not a step further: what lies there is none of ours.
                    walk.skip_current_dir();
                }
                continue;
            }
        }
        if entry.file_type().is_file() {
            files.push((path, entry));
        }
    }
    // To ask the system for each file takes longer than to list them.
    let listed: Arc<str> = Arc::from(folder);
    let files = files.into_par_iter().map(|(path, entry)| {
        let looked = entry.metadata().map(|metadata| (Stamp::of(&metadata), stamp::changed(&metadata)));
        let (stamp, changed) = looked.unwrap_or_default();
        let (folder, absolute) = (Arc::clone(&listed), entry.into_path());
        FileRef { folder, path, absolute, size: stamp.size, stamp, changed, picture: None }
    });
    Listed { files: files.collect(), found }
}

/// Everything below a folder, in the order of names.
pub(super) fn walk(base: &Path) -> walkdir::IntoIter {
    // In one folder whole paths have the order of their names, which need not be looked for in each.
    let by_name = |a: &DirEntry, b: &DirEntry| a.path().as_os_str().cmp(b.path().as_os_str());
    WalkDir::new(base).follow_links(true).sort_by(by_name).into_iter()
}

/// Hidden files that servers and hosts look for, in `static/`.
const HIDDEN_STATICS: &[&[u8]] = &[b".well-known", b".htaccess", b".nojekyll", b".domains"];

/// Hidden files, and what editors and systems leave behind.
pub(super) fn is_passed_over(name: &OsStr, folder: &str) -> bool {
    let name = name.as_encoded_bytes();
    if folder == "static" && HIDDEN_STATICS.contains(&name) {
        return false;
    }
    name.starts_with(b".")
        || name.starts_with(b"~$")
        || (name.starts_with(b"#") && name.ends_with(b"#"))
        || name.ends_with(b"~")
        || [b"Thumbs.db".as_slice(), b"desktop.ini", b"node_modules"].contains(&name)
}

fn relative(base: &Path, path: &Path) -> Option<String> {
    path.strip_prefix(base).ok()?.to_str().map(str::to_owned)
}

fn shown(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).display().to_string()
}
