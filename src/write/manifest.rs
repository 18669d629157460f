//! `.warta-manifest`: what a build published. Lies in the output, lists every file with its hash and size, and names no
//! source. The same site gives the same bytes, so it holds no times.

use std::fmt::Write;
use std::sync::Arc;

use rayon::prelude::*;

/// Its name in the output.
pub const NAME: &str = ".warta-manifest";

/// Its name while what it lists is being put in place.
pub(super) const PENDING: &str = ".warta-manifest.new";

/// First line; another one means another format, and everything is written anew.
const HEADER: &str = "warta-manifest 2";

/// Begins the last line, which says how many files there are: a list that was cut off between two lines is noticed too.
const COUNT: &str = "= ";

/// One file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) path: Arc<str>,
    pub(super) hash: u128,
    pub(super) size: u64,
}

impl Entry {
    /// A file that is ours, whatever it holds: it is written again, or deleted. No file has this hash and size.
    pub(super) fn of_unknown_content(path: &Arc<str>) -> Entry {
        Entry { path: Arc::clone(path), hash: 0, size: u64::MAX }
    }
}

/// All files of an output, in the order of their paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest(Vec<Entry>);

impl Manifest {
    /// Of two with one path the first.
    pub(super) fn new(mut entries: Vec<Entry>) -> Manifest {
        entries.par_sort_by(|one, other| one.path.cmp(&other.path));
        entries.dedup_by(|later, earlier| later.path == earlier.path);
        Manifest(entries)
    }

    /// Together with the files of a build that was stopped on its way: they are ours too, and may be old or new.
    pub(super) fn with_pending(mut self, pending: Manifest) -> Manifest {
        if pending.is_empty() {
            return self;
        }
        self.0.extend(pending.0.iter().map(|entry| Entry::of_unknown_content(&entry.path)));
        Manifest::new(self.0)
    }

    pub(super) fn get(&self, path: &str) -> Option<&Entry> {
        self.0.get(self.0.binary_search_by(|entry| (*entry.path).cmp(path)).ok()?)
    }

    /// Paths in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|entry| &*entry.path)
    }

    /// How many files.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut text = String::with_capacity(self.0.iter().map(|entry| entry.path.len() + 48).sum());
        let _ = writeln!(text, "{HEADER}");
        for entry in &self.0 {
            // Nothing can fail that writes into memory.
            let _ = writeln!(text, "{:032x} {} {}", entry.hash, entry.size, entry.path);
        }
        let _ = writeln!(text, "{COUNT}{}", self.0.len());
        text.into_bytes()
    }

    /// None when it is not one of ours, or was cut short.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Manifest> {
        let (text, count) = std::str::from_utf8(bytes).ok()?.strip_suffix('\n')?.rsplit_once('\n')?;
        let count: usize = count.strip_prefix(COUNT)?.parse().ok()?;
        let mut lines = text.split('\n');
        if lines.next()? != HEADER {
            return None;
        }
        let entries = lines.map(|line| {
            let mut parts = line.splitn(3, ' ');
            let hash = u128::from_str_radix(parts.next()?, 16).ok()?;
            let size = parts.next()?.parse().ok()?;
            let path = parts.next()?;
            // A path that leaves the output was not written by us, and must never be deleted.
            is_inside(path).then(|| Entry { path: path.into(), hash, size })
        });
        let entries = entries.collect::<Option<Vec<Entry>>>()?;
        (entries.len() == count).then(|| Manifest::new(entries))
    }
}

/// Whether a path stays in the folder that it starts from, and is one line.
pub(super) fn is_inside(path: &str) -> bool {
    !path.contains(['\\', '\0', '\n']) && !path.split('/').any(|part| matches!(part, "" | "." | ".."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comes_back_as_it_was() {
        let entry = |path: &str| Entry { path: path.into(), hash: 7, size: 3 };
        let manifest = Manifest::new(vec![entry("b c/index.html"), entry("a.txt")]);
        assert_eq!(Manifest::from_bytes(&manifest.to_bytes()), Some(manifest.clone()));
        let bytes = manifest.to_bytes();
        for end in 0..bytes.len() {
            assert_eq!(Manifest::from_bytes(&bytes[..end]), None, "{end}");
        }
    }

    #[test]
    fn paths_stay_inside() {
        let bytes = |path: &str| format!("{HEADER}\n{:032x} 1 {path}\n{COUNT}1\n", 1).into_bytes();
        assert!(Manifest::from_bytes(&bytes("a/b")).is_some());
        for path in ["/etc/passwd", "../a", "a/../../b", "a//b"] {
            assert!(Manifest::from_bytes(&bytes(path)).is_none(), "{path}");
        }
    }
}
