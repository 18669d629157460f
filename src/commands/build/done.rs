//! What a build leaves for the next one: with the same sources, within the same hours, there is nothing to do.
//!
//! Key: the fingerprint of the project's files, the program and the flags (`read/fingerprint.rs`). It holds while the clock changes
//! nothing (`site/changes.rs`) and every published file is untouched. Warnings are kept with it and told again. It may be lost or
//! damaged: the next build does everything, and is right.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize, Serializer};

use super::rfc3339;
use super::waiting::Waiting;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, Told};
use crate::read;
use crate::read::sealed::{seal, unseal};
use crate::source::Source;
use crate::write::{self, Cache};

/// A build that is done; when it is written its findings become what is kept of them one by one.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Done<F = Vec<Told>> {
    /// Of everything that it was made of.
    #[serde(skip)]
    pub(super) fingerprint: String,
    /// The instant that it shows.
    #[serde(with = "rfc3339")]
    pub(super) from: Timestamp,
    /// When the clock changes the site; none where it never does.
    #[serde(with = "rfc3339::option")]
    pub(super) until: Option<Timestamp>,
    /// What was found, and is told each time; no error, or nothing would have been published.
    pub(super) findings: F,
    /// What is not public.
    pub(super) waiting: Vec<Waiting>,
    /// Hashes of the lists of the output and of the folder beside it.
    pub(super) lists: [String; 2],
}

/// The name under which the cache keeps it; one for each output.
pub(super) fn name(output: &Path) -> String {
    write::name_for("done", output)
}

/// Findings that are to be kept.
pub(super) struct Telling<'a>(pub(super) &'a Diagnostics);

impl Serialize for Telling<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(Told::of))
    }
}

impl<F: Serialize> Done<F> {
    /// The fingerprint in a line of its own, then the rest.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        // Texts, instants and flags always have a JSON form.
        let rest = serde_json::to_string(self).unwrap_or_default();
        seal(format!("{}\n{rest}\n", self.fingerprint))
    }
}

impl Done {
    /// The build of this fingerprint; most have another, and the rest is not read for that.
    fn from_bytes(bytes: &[u8], fingerprint: &str) -> Option<Done> {
        let kept = bytes.starts_with(fingerprint.as_bytes()).then(|| unseal(bytes)).flatten()?;
        let (own, rest) = kept.split_once('\n')?;
        let done = (own == fingerprint).then(|| serde_json::from_str(rest).ok()).flatten()?;
        Some(Done { fingerprint: own.to_owned(), ..done })
    }

    /// The build before, and how many files it published, if there is nothing to do.
    ///
    /// # Errors
    /// Another build writes into the output.
    pub(super) fn still(
        (root, output): (&Path, &Path),
        cache: &Cache,
        fingerprint: &str,
        now: Timestamp,
    ) -> Result<Option<(Done, usize)>, Diagnostic> {
        // Where there is no output what is known of it need not be read.
        let kept = write::is_published(output).then(|| write::kept(root, &name(output))).flatten();
        let done = kept.and_then(|bytes| Done::from_bytes(&bytes, fingerprint));
        let done = done.filter(|done| done.from <= now && done.until.is_none_or(|until| now < until));
        let Some(done) = done else { return Ok(None) };
        let Some((files, lists)) = untouched(root, output, cache)? else { return Ok(None) };
        Ok((lists == done.lists).then_some((done, files)))
    }
}

/// Findings that are at least so severe, with their files read again; none when one of them cannot be. What nobody will see is not worth
/// reading a file for.
pub(super) fn told_again(findings: Vec<Told>, least: Severity, root: &Path) -> Option<Diagnostics> {
    let mut sources: BTreeMap<String, Arc<Source>> = BTreeMap::new();
    let mut source = |path: &str| match sources.get(path) {
        Some(source) => Some(Arc::clone(source)),
        None => {
            let source = read::source(root, path)?;
            sources.insert(path.to_owned(), Arc::clone(&source));
            Some(source)
        }
    };
    let told = findings.into_iter().filter(|told| told.severity() >= least);
    told.map(|told| told.again(&mut source)).collect()
}

/// How many files an output has and whether it and the folder beside it are as they were left, with the lists of both; none when a
/// file was touched.
fn untouched(root: &Path, output: &Path, cache: &Cache) -> Result<Option<(usize, [String; 2])>, Diagnostic> {
    let Some(site) = write::untouched(root, output, cache)? else { return Ok(None) };
    let side = write::side(output);
    let servers = write::untouched(root, &side, &Cache::beside(root, &side))?;
    Ok(servers.map(|servers| (site.files, [site.list, servers.list].map(text))))
}

/// The lists that a build has just left.
pub(super) fn lists(output: &Path) -> Option<[String; 2]> {
    Some([write::list_of(output)?, write::list_of(&write::side(output))?].map(text))
}

fn text(hash: u128) -> String {
    format!("{hash:032x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;

    #[test]
    fn comes_back_as_it_was_and_damaged_not_at_all() {
        let done = Done {
            fingerprint: "a".to_owned(),
            from: Timestamp::UNIX_EPOCH,
            until: None,
            findings: vec![Told::of(&Diagnostic::new(Code::UnknownKey).with("key", "a"))],
            waiting: vec![Waiting { id: "withheld-draft".to_owned(), file: "a\n.md".to_owned(), until: None }],
            lists: ["b".to_owned(), "c".to_owned()],
        };
        let bytes = done.to_bytes();
        assert_eq!(Done::from_bytes(&bytes, "a"), Some(done));
        assert_eq!(Done::from_bytes(&bytes, "b"), None);
        for at in 0..bytes.len() {
            assert_eq!(Done::from_bytes(&bytes[..at], "a"), None);
            let mut damaged = bytes.clone();
            damaged[at] ^= 1;
            assert_eq!(Done::from_bytes(&damaged, "a"), None, "{at}");
        }
    }
}
