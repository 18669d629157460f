//! What is known of files that were read: by path, size, time and inode, from snapshot to snapshot and from run to run.
//!
//! An entry is a function of the file's bytes. Losing all of it costs time only, and what is damaged is nothing.

use std::collections::BTreeMap;
use std::fs::File;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::Facts;
use crate::diagnostic::{Code, Diagnostic};
use crate::read::picture::{self, Cleaned};
use crate::read::{FileRef, Stamp, open};

/// What is known of files; shared by all threads.
#[derive(Debug, Default)]
pub struct Store {
    known: Mutex<BTreeMap<String, Entry>>,
}

/// What is known of a file.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Entry {
    stamp: Stamp,
    facts: Option<Arc<Facts>>,
    /// What it is published as, where it is a picture.
    picture: Option<Cleaned>,
    /// Whether it is a picture that says where it was taken.
    position: Option<bool>,
    /// Whether it holds an item.
    item: Option<bool>,
    /// Whether it was asked for in this run.
    #[serde(skip)]
    used: bool,
}

/// What is kept for the next run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// What this run asked for: the rest is of no use any more.
    Used,
    /// Everything, after a run that did not look at everything.
    All,
}

impl Store {
    /// First line of what is kept. Another number where facts are found by other rules.
    const HEADER: &'static str = "warta-facts 2\n";

    /// What [`Store::to_bytes`] wrote; nothing at all if a single bit of it changed.
    pub fn from_bytes(bytes: &[u8]) -> Store {
        Store { known: Mutex::new(Store::parse(bytes).unwrap_or_default()) }
    }

    fn parse(bytes: &[u8]) -> Option<BTreeMap<String, Entry>> {
        let (content, sum) = bytes.split_last_chunk::<8>()?;
        if u64::from_le_bytes(*sum) != xxh3_64(content) {
            return None;
        }
        serde_json::from_slice(content.strip_prefix(Store::HEADER.as_bytes())?).ok()
    }

    /// The entries used in this run, or all, in the order of their paths.
    pub fn to_bytes(&self, keep: Keep) -> Vec<u8> {
        let known = self.known();
        let used: BTreeMap<&String, &Entry> =
            known.iter().filter(|(_, entry)| entry.used || keep == Keep::All).collect();
        let mut bytes = Store::HEADER.as_bytes().to_vec();
        // Nothing in it can fail to be written; if it could, the next run would only be slower.
        bytes.extend(serde_json::to_vec(&used).unwrap_or_default());
        let sum = xxh3_64(&bytes);
        bytes.extend(sum.to_le_bytes());
        bytes
    }

    /// Forgets what was not used since this was called last.
    pub fn forget_unused(&self) {
        self.known().retain(|_, entry| std::mem::take(&mut entry.used));
    }

    /// The facts of a file as it is published.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn of(&self, file: &FileRef) -> Result<Arc<Facts>, Box<Diagnostic>> {
        if let Some(facts) = self.recall(file, |entry| entry.facts.clone()) {
            return Ok(facts);
        }
        let of = |opened: &File| if file.is_cleaned() { picture::facts(opened) } else { Facts::of(opened) };
        let (stamp, facts) = read(file, of).map_err(|error| unreadable(file, &error))?;
        let facts = Arc::new(facts);
        self.remember(file, stamp, |entry| entry.facts = Some(Arc::clone(&facts)));
        Ok(facts)
    }

    /// What a picture is published as; with the bytes, where it was read for that.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn picture(&self, file: &FileRef) -> Result<(Cleaned, Option<Vec<u8>>), Box<Diagnostic>> {
        if let Some(cleaned) = self.recall(file, |entry| entry.picture.clone()) {
            return Ok((cleaned, None));
        }
        let (stamp, (cleaned, bytes)) =
            read(file, |opened| picture::read(opened)).map_err(|error| unreadable(file, &error))?;
        self.remember(file, stamp, |entry| entry.picture = Some(cleaned.clone()));
        Ok((cleaned, bytes))
    }

    /// Whether a picture says where it was taken.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn position(&self, file: &FileRef) -> Result<bool, Box<Diagnostic>> {
        if let Some(position) = self.recall(file, |entry| entry.position) {
            return Ok(position);
        }
        let (stamp, position) =
            read(file, |opened| picture::tells_position(opened)).map_err(|error| unreadable(file, &error))?;
        self.remember(file, stamp, |entry| entry.position = Some(position));
        Ok(position)
    }

    /// Whether a file holds an item.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn is_item(&self, file: &FileRef) -> Result<bool, Box<Diagnostic>> {
        if let Some(is_item) = self.recall(file, |entry| entry.item) {
            return Ok(is_item);
        }
        let (stamp, is_item) = read(file, |opened| super::is_item(opened)).map_err(|error| unreadable(file, &error))?;
        self.remember(file, stamp, |entry| entry.item = Some(is_item));
        Ok(is_item)
    }

    fn recall<T>(&self, file: &FileRef, part: impl Fn(&Entry) -> Option<T>) -> Option<T> {
        let mut known = self.known();
        let entry = known.get_mut(&file.shown()).filter(|entry| entry.stamp == file.stamp)?;
        entry.used = true;
        part(entry)
    }

    /// Keeps something of a file whose stamp is known; nothing of one that changed while it was read.
    fn remember(&self, file: &FileRef, stamp: Option<Stamp>, keep: impl FnOnce(&mut Entry)) {
        let Some(stamp) = stamp else { return };
        let mut known = self.known();
        let fresh = Entry { stamp, facts: None, picture: None, position: None, item: None, used: true };
        let entry = known.entry(file.shown()).or_insert_with(|| fresh.clone());
        if entry.stamp != stamp {
            *entry = fresh;
        }
        entry.used = true;
        keep(entry);
    }

    fn known(&self) -> MutexGuard<'_, BTreeMap<String, Entry>> {
        // A thread that panicked leaves whole entries behind.
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Reads a file, and gives its stamp where it was the same before and after.
fn read<T>(file: &FileRef, read: impl FnOnce(&File) -> io::Result<T>) -> io::Result<(Option<Stamp>, T)> {
    let opened = open(file)?;
    let before = Stamp::of(&opened.metadata()?);
    let value = read(&opened)?;
    let after = Stamp::of(&opened.metadata()?);
    Ok(((before == after).then_some(before), value))
}

fn unreadable(file: &FileRef, error: &io::Error) -> Box<Diagnostic> {
    Box::new(Diagnostic::new(Code::Unreadable).with("path", file.shown()).because(error))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Write;
    use std::path::Path;

    use super::*;

    fn file(root: &Path, text: &str) -> FileRef {
        let absolute = root.join("content/a.pdf");
        fs::create_dir_all(absolute.parent().unwrap()).unwrap();
        File::create(&absolute).unwrap().write_all(text.as_bytes()).unwrap();
        let stamp = Stamp::of(&fs::metadata(&absolute).unwrap());
        let (folder, path, size) = (Arc::from("content"), "a.pdf".to_owned(), stamp.size);
        FileRef { folder, path, absolute, size, stamp, changed: 0, picture: None }
    }

    #[test]
    fn what_was_read_is_not_read_again() {
        let root = tempfile::tempdir().unwrap();
        let listed = file(root.path(), "%PDF-1.4 satu");
        let store = Store::default();
        let facts = store.of(&listed).unwrap();
        assert_eq!(facts.format.map(|format| format.label()), Some("PDF"));
        // It is gone, and known all the same, now and in the next run.
        fs::remove_file(&listed.absolute).unwrap();
        assert_eq!(store.of(&listed).unwrap(), facts);
        let bytes = store.to_bytes(Keep::Used);
        let next = Store::from_bytes(&bytes);
        assert_eq!(next.of(&listed).unwrap(), facts);
        // Where a bit differs it is nothing.
        for at in (0..bytes.len()).step_by(7) {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1;
            assert!(Store::from_bytes(&damaged).of(&listed).is_err(), "{at}");
        }
        assert!(Store::from_bytes(&bytes[..bytes.len() / 2]).of(&listed).is_err());
    }

    #[test]
    fn what_was_touched_is_read_again_and_what_nobody_asks_for_is_forgotten() {
        let root = tempfile::tempdir().unwrap();
        let store = Store::default();
        let first = store.of(&file(root.path(), "%PDF-1.4 satu")).unwrap();
        let second = file(root.path(), "%PDF-1.4 duabelas");
        assert_ne!(store.of(&second).unwrap(), first);
        store.forget_unused();
        fs::remove_file(&second.absolute).unwrap();
        store.of(&second).unwrap();
        store.forget_unused();
        store.forget_unused();
        assert!(store.of(&second).is_err());
    }
}
