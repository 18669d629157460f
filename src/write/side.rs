//! The folder beside the output, with what servers are told of the site. It is no part of the site: nobody is to read it there.

use std::path::{Path, PathBuf};

use super::{Cache, Options, Publication, Rank};
use crate::diagnostic::{Diagnostic, Severity};
use crate::render::Content;

/// The folder beside an output: `public` → `public-server`.
pub fn side(output: &Path) -> PathBuf {
    let mut name = output.file_name().unwrap_or_else(|| "output".as_ref()).to_owned();
    name.push("-server");
    output.with_file_name(name)
}

/// Publishes the files for servers, as the site is published: what differs, and nothing of others.
///
/// # Errors
/// A warning: the site itself is in place already.
pub fn publish(
    root: &Path,
    output: &Path,
    options: Options,
    files: Vec<(&'static str, Vec<u8>)>,
) -> Result<(), Diagnostic> {
    let folder = side(output);
    let cache = Cache::beside(root, &folder);
    let published = Publication::begin(root, &folder, &cache, options).and_then(|publication| {
        for (name, bytes) in files {
            if let Err(error) = publication.put(&name.into(), Rank::Asset, &Content::Bytes(bytes)) {
                publication.abandon();
                return Err(error);
            }
        }
        publication.commit()
    });
    let saved = published.and_then(|_| cache.save());
    saved.map_err(|error| Diagnostic { severity: Severity::Warning, ..error })
}
