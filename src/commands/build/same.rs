//! Outputs that the build before left and that this one need not render: what each is made of is the same.
//!
//! Key: the program, the frame of the site (`pipeline/frame.rs`) and, for each output, the hash of its own text. It holds while the
//! clock changes nothing. Only outputs in which nothing was found are kept here, so that findings are told each time. It may be lost or
//! damaged: the next build renders everything, and is right.

use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;
use rayon::prelude::*;

use crate::read::sealed::{seal, unseal};
use crate::write;

/// First line; another one means another format.
const HEADER: &str = "warta-same 1";

/// What is known of an output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Known {
    /// Hash of the text that is its own.
    pub(super) text: u64,
    /// Hash of its bytes.
    pub(super) bytes: u128,
}

/// The outputs of a build.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Same {
    /// In the order of their paths.
    outputs: Vec<(Arc<str>, Known)>,
}

/// What outputs have in common: the program and the frame; and for how long it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Ground {
    pub(super) key: String,
    /// The instant that they show.
    pub(super) from: Timestamp,
    /// When the clock changes the site; none where it never does.
    pub(super) until: Option<Timestamp>,
}

/// The name under which the cache keeps it; one for each output.
pub(super) fn name(output: &Path) -> String {
    write::name_for("same", output)
}

impl Same {
    pub(super) fn new(mut outputs: Vec<(Arc<str>, Known)>) -> Same {
        outputs.par_sort_unstable_by(|one, other| one.0.cmp(&other.0));
        Same { outputs }
    }

    /// What was kept of the build before; nothing where it was made of something else, or at another time.
    pub(super) fn read(root: &Path, output: &Path, key: &str, now: Timestamp) -> Same {
        let kept = write::kept(root, &name(output)).and_then(|bytes| Same::from_bytes(&bytes));
        let holds =
            |ground: &Ground| ground.key == key && ground.from <= now && ground.until.is_none_or(|until| now < until);
        kept.filter(|(ground, _)| holds(ground)).map(|(_, same)| same).unwrap_or_default()
    }

    /// Whether nothing is known.
    pub(super) fn is_empty(&self) -> bool {
        self.outputs.is_empty()
    }

    /// The hash of the bytes that an output has, if it is known and its text is the same.
    pub(super) fn bytes_of(&self, path: &str, text: Option<u64>) -> Option<u128> {
        let at = self.outputs.binary_search_by(|(own, _)| (**own).cmp(path)).ok()?;
        let (_, known) = self.outputs.get(at)?;
        (Some(known.text) == text).then_some(known.bytes)
    }

    /// With a checksum at its end.
    pub(super) fn to_bytes(&self, ground: &Ground) -> Vec<u8> {
        let until = ground.until.map_or_else(|| "-".to_owned(), |until| until.to_string());
        let mut text = String::with_capacity(self.outputs.iter().map(|(path, _)| path.len() + 52).sum());
        // Nothing can fail that writes into memory.
        let _ = writeln!(text, "{HEADER}\n{}\n{} {until}", ground.key, ground.from);
        for (path, known) in &self.outputs {
            let _ = writeln!(text, "{:016x} {:032x} {path}", known.text, known.bytes);
        }
        seal(text)
    }

    fn from_bytes(bytes: &[u8]) -> Option<(Ground, Same)> {
        let mut lines = unseal(bytes)?.split_terminator('\n');
        if lines.next()? != HEADER {
            return None;
        }
        let key = lines.next()?.to_owned();
        let (from, until) = lines.next()?.split_once(' ')?;
        let until = if until == "-" { None } else { Some(until.parse().ok()?) };
        let outputs = lines.map(|line| {
            let mut fields = line.splitn(3, ' ');
            let text = u64::from_str_radix(fields.next()?, 16).ok()?;
            let bytes = u128::from_str_radix(fields.next()?, 16).ok()?;
            Some((fields.next()?.into(), Known { text, bytes }))
        });
        let same = Same::new(outputs.collect::<Option<_>>()?);
        Some((Ground { key, from: from.parse().ok()?, until }, same))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comes_back_as_it_was_and_damaged_not_at_all() {
        let same = Same::new(vec![
            ("a/index.html".into(), Known { text: 1, bytes: 2 }),
            ("b c".into(), Known { text: 0, bytes: u128::MAX }),
        ]);
        for until in [None, Some(Timestamp::MAX)] {
            let ground = Ground { key: "k".to_owned(), from: Timestamp::UNIX_EPOCH, until };
            let bytes = same.to_bytes(&ground);
            let (read, outputs) = Same::from_bytes(&bytes).unwrap();
            assert_eq!((&read, &outputs), (&ground, &same));
            for at in 0..bytes.len() {
                assert_eq!(Same::from_bytes(&bytes[..at]), None);
                let mut damaged = bytes.clone();
                damaged[at] ^= 1;
                assert_eq!(Same::from_bytes(&damaged), None, "{at}");
            }
        }
        assert_eq!(same.bytes_of("a/index.html", Some(1)), Some(2));
        assert_eq!(same.bytes_of("a/index.html", Some(3)), None);
        assert_eq!(same.bytes_of("a/index.html", None), None);
    }
}
