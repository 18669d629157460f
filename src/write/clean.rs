//! Takes away what builds made: the files that the manifests of the output and of the folder beside it list, and the cache. Nothing
//! else is touched.

use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::disk::{Disk, Real};
use super::folders::{apart, foreign, is_behind_link, remove_empty_folders, staging_beside};
use super::locks::Held;
use super::manifest::{Manifest, NAME, PENDING};
use super::{Cache, side, unwritable};
use crate::diagnostic::{Code, Diagnostic};

/// What builds made.
#[derive(Debug)]
pub struct Made {
    /// The output, and the folder beside it.
    trees: Vec<Tree>,
    cache: PathBuf,
    /// Whether there is a cache.
    pub has_cache: bool,
    /// Keeps builds out until all is done.
    _lock: Option<Cache>,
}

/// A folder into which builds wrote.
#[derive(Debug)]
struct Tree {
    /// As the user wrote it.
    shown: PathBuf,
    output: PathBuf,
    staging: PathBuf,
    /// Whether the output is a link, which stays.
    is_link: bool,
    /// Files of the output that are ours and there.
    files: Vec<String>,
    /// Other files in it.
    others: usize,
    /// Keeps builds out until all is done.
    _held: Option<Held>,
}

/// Looks what there is to take away.
///
/// # Errors
/// A build of this project, or into this output, is running; or the output holds files and no manifest of ours, or is one that the site is made from.
pub fn made(root: &Path, output: &Path) -> Result<Made, Diagnostic> {
    let cache = root.join(".warta");
    let has_cache = cache.is_dir();
    // Where no build ever was, no lock needs to be made.
    let lock = if has_cache { Some(Cache::open(root, output)?) } else { None };
    let mut trees = vec![tree(root, output)?];
    match tree(root, &side(output)) {
        Ok(beside) => trees.push(beside),
        // It is none of ours, whatever its name.
        Err(error) if error.code == Code::ForeignOutput => {}
        Err(error) => return Err(error),
    }
    Ok(Made { trees, cache, has_cache, _lock: lock })
}

fn tree(root: &Path, output: &Path) -> Result<Tree, Diagnostic> {
    let real_output = apart(root, output)?;
    let held = if real_output.is_dir() { Held::output(&real_output, output)? } else { None };
    let list = |name: &str| crate::read::cache(&real_output.join(name)).and_then(|bytes| Manifest::from_bytes(&bytes));
    // What a build that was killed had put in place is ours too.
    let (published, pending) = (list(NAME), list(PENDING));
    let entries = WalkDir::new(&real_output).into_iter().flatten().filter(|entry| !entry.file_type().is_dir());
    let there: Vec<String> = entries
        .filter_map(|entry| Some(entry.path().strip_prefix(&real_output).ok()?.to_string_lossy().into_owned()))
        .collect();
    if published.is_none() && pending.is_none() && !there.is_empty() {
        return Err(foreign(output, "unknown"));
    }
    let manifest = published.unwrap_or_default().with_pending(pending.unwrap_or_default());
    let (files, others): (Vec<String>, Vec<String>) = there
        .into_iter()
        .partition(|path| is_list(path) || (manifest.get(path).is_some() && !is_behind_link(&real_output, path)));
    Ok(Tree {
        shown: output.to_owned(),
        is_link: fs::symlink_metadata(output).is_ok_and(|metadata| metadata.is_symlink()),
        staging: staging_beside(&real_output),
        output: real_output,
        files,
        others: others.len(),
        _held: held,
    })
}

/// Whether a file of the output is a list of what builds put there.
fn is_list(path: &str) -> bool {
    matches!(path, NAME | PENDING)
}

impl Made {
    /// Whether there is nothing to take away.
    pub fn is_nothing(&self) -> bool {
        self.files().next().is_none() && !self.has_cache
    }

    /// The files that are ours and there.
    pub fn files(&self) -> impl Iterator<Item = String> {
        self.trees.iter().flat_map(|tree| tree.files.iter().map(|path| format!("{}/{path}", tree.shown.display())))
    }

    /// How many files of others lie beside them.
    pub fn others(&self) -> usize {
        self.trees.iter().map(|tree| tree.others).sum()
    }

    /// Takes it away. A manifest goes last, so that what is left of a broken run is still known to be ours.
    ///
    /// # Errors
    /// A file cannot be removed.
    pub fn remove(self) -> Result<(), Diagnostic> {
        self.trees.iter().try_for_each(Tree::remove)?;
        let stagings = self.trees.iter().map(|tree| &tree.staging);
        stagings
            .chain([&self.cache])
            .try_for_each(|ours| Real.remove_tree(ours).map_err(|error| unwritable(ours, &error)))
    }
}

impl Tree {
    fn remove(&self) -> Result<(), Diagnostic> {
        let (lists, files): (Vec<&String>, Vec<&String>) = self.files.iter().partition(|path| is_list(path));
        for path in files.into_iter().chain(lists) {
            let target = self.output.join(path);
            fs::remove_file(&target).map_err(|error| unwritable(&target, &error))?;
            remove_empty_folders(&Real, &self.output, &target);
        }
        if !self.is_link {
            // It stays where others have files in it.
            drop(fs::remove_dir(&self.output));
        }
        Ok(())
    }
}
