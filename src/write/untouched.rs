//! Whether an output is as a build left it.

use std::fs;
use std::path::Path;

use rayon::prelude::*;
use xxhash_rust::xxh3::xxh3_128;

use super::folders::{apart, staging_beside};
use super::locks::Held;
use super::{Cache, Manifest, manifest};
use crate::diagnostic::Diagnostic;
use crate::read::Stamp;

/// Whether a build left its list in an output.
pub fn is_published(output: &Path) -> bool {
    output.join(manifest::NAME).exists()
}

/// The hash of the list that a build left in an output; none where there is none.
pub fn list_of(output: &Path) -> Option<u128> {
    crate::read::cache(&output.join(manifest::NAME)).map(|bytes| xxh3_128(&bytes))
}

/// What an output holds while nobody has touched it: how many files, and the hash of their list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Untouched {
    /// Files of the site.
    pub files: usize,
    /// Of the list of them.
    pub list: u128,
}

/// Looks at every file that the list of an output names, and at nothing else. None when one was touched since the last build, the list
/// is not what a build leaves, or a build was stopped on its way.
///
/// # Errors
/// Another build writes into the output.
pub fn untouched(root: &Path, output: &Path, cache: &Cache) -> Result<Option<Untouched>, Diagnostic> {
    let real = apart(root, output)?;
    let _held = Held::output(&real, output)?;
    if real.join(manifest::PENDING).exists() || staging_beside(&real).exists() {
        return Ok(None);
    }
    let Some(bytes) = crate::read::cache(&real.join(manifest::NAME)) else { return Ok(None) };
    let Some(known) = Manifest::from_bytes(&bytes) else { return Ok(None) };
    let paths: Vec<&str> = known.paths().collect();
    let is_intact = |path: &&str| {
        let stamp = fs::symlink_metadata(real.join(path)).ok().filter(fs::Metadata::is_file);
        stamp.is_some_and(|metadata| cache.time_of(path) == Some(Stamp::of(&metadata)))
    };
    let intact = paths.par_iter().all(is_intact);
    Ok(intact.then(|| Untouched { files: known.len(), list: xxh3_128(&bytes) }))
}
