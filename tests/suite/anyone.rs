//! The program as a user who may not do everything: permissions mean nothing to the one who may.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, lchown, symlink};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use tempfile::TempDir;
use walkdir::WalkDir;

use crate::site::warta;

/// A user who may do nothing.
const NOBODY: u32 = 65534;

/// The program for a project that was given away: as the user who may do nothing else, where the tests run as the other one.
pub(crate) fn warta_for_anyone(root: &Path) -> Command {
    if !is_root(root) {
        return warta();
    }
    let mut command = Command::new(program_for_anyone());
    command.env_remove("WARTA_LANG").env("NO_COLOR", "1").uid(NOBODY).gid(NOBODY);
    command
}

/// Gives a project to the user who may do nothing else, when the tests run as the one who may do everything.
///
/// Permissions mean nothing to that one; without this, such cases would pass without testing anything.
pub(crate) fn give_away(root: &Path) {
    if is_root(root) {
        for entry in WalkDir::new(root).into_iter().flatten() {
            lchown(entry.path(), Some(NOBODY), Some(NOBODY)).unwrap();
        }
    }
}

fn is_root(root: &Path) -> bool {
    let owner = fs::metadata(root).unwrap().uid();
    // The builder's folder belongs to whoever runs the tests, until it is given away.
    static ROOT: OnceLock<bool> = OnceLock::new();
    *ROOT.get_or_init(|| owner == 0)
}

/// Lets a project be deleted again.
pub(crate) fn restore(root: &Path) {
    for entry in WalkDir::new(root).into_iter().flatten().filter(|entry| entry.file_type().is_dir()) {
        drop(fs::set_permissions(entry.path(), Permissions::from_mode(0o755)));
    }
}

/// The program, where anyone may run it: the folder in which it was built may be closed to others.
fn program_for_anyone() -> &'static Path {
    static PROGRAM: OnceLock<(TempDir, PathBuf)> = OnceLock::new();
    let (_, program) = PROGRAM.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
        let program = folder.path().join("warta");
        let own = env!("CARGO_BIN_EXE_warta");
        let runs = Command::new(own).arg("--version").uid(NOBODY).gid(NOBODY).stdout(Stdio::null()).status();
        if runs.is_ok_and(|status| status.success()) {
            symlink(own, &program).unwrap();
        } else {
            fs::copy(own, &program).unwrap();
        }
        (folder, program)
    });
    program
}
