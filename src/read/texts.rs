//! Texts as an earlier run read them: which of them need not be read again, by what the system says of their files.
//!
//! Key: path, size, inode and the times of the last modification and the last change, the last of which nobody can set. What was changed
//! within the tick of the file system's clock before the look is not kept, nor what something is wrong with, nor the texts of sections,
//! which are held to the end. It may be lost or damaged: then everything is read.

use std::fmt::Write;

use super::Stamp;
use super::sealed::{seal, unseal};

/// Name of what is kept in the cache.
pub const NAME: &str = "texts";

/// First line; another one means another format.
const HEADER: &str = "warta-texts 1";

/// What is known of texts.
#[derive(Debug, Default)]
pub struct Texts {
    /// Which reads bytes as texts in its own way; none where nothing is to be kept.
    program: Option<String>,
    /// As they lie in the cache.
    bytes: Vec<u8>,
}

/// A text that was read, and its file at that time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) stamp: Stamp,
    /// When the system last changed anything of it, in nanoseconds since 1970.
    pub(super) changed: i128,
    /// Of the text, as [`Source::hash`](crate::source::Source::hash) gives it.
    pub(super) hash: u128,
}

impl Texts {
    /// What this program kept, as it lies in the cache.
    pub fn new(program: Option<String>, bytes: Option<Vec<u8>>) -> Texts {
        Texts { program, bytes: bytes.unwrap_or_default() }
    }

    /// Each of them, with its path from the project's root; none where they are damaged.
    pub(super) fn known(&self) -> Vec<(&str, Known)> {
        self.program.as_deref().and_then(|program| parse(&self.bytes, program)).unwrap_or_default()
    }

    /// What is to be kept for the next run when these are known, in the order of their paths; none where that is what lies there.
    pub(super) fn renewed(self, known: &[(&str, Known)]) -> Option<Vec<u8>> {
        let mut lines = String::with_capacity(self.bytes.len());
        // Nothing can fail that writes into memory.
        let _ = writeln!(lines, "{HEADER}\n{}", self.program?);
        for (path, Known { stamp, changed, hash }) in known.iter().filter(|(path, _)| !path.contains('\n')) {
            let _ = writeln!(lines, "{stamp} {changed} {hash:032x} {path}");
        }
        let bytes = seal(lines);
        (bytes != self.bytes).then_some(bytes)
    }
}

fn parse<'a>(bytes: &'a [u8], program: &str) -> Option<Vec<(&'a str, Known)>> {
    let mut lines = unseal(bytes)?.split_terminator('\n');
    if lines.next() != Some(HEADER) || lines.next() != Some(program) {
        return None;
    }
    let known = lines.map(|line| {
        let mut fields = line.splitn(6, ' ');
        let stamp = Stamp::of_fields(&mut fields)?;
        let changed = fields.next()?.parse().ok()?;
        let hash = u128::from_str_radix(fields.next()?, 16).ok()?;
        Some((fields.next()?, Known { stamp, changed, hash }))
    });
    known.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comes_back_as_it_was_and_damaged_or_from_another_program_not_at_all() {
        let program = || Some("p 1".to_owned());
        let stamp = Stamp { size: 3, modified: -1, inode: u64::MAX };
        let own = [
            ("content/a b.md", Known { stamp, changed: 5, hash: 7 }),
            ("content/c.md", Known { stamp: Stamp::default(), changed: 0, hash: u128::MAX }),
            ("content/d\n.md", Known { stamp, changed: 5, hash: 7 }),
        ];
        let bytes = Texts::new(program(), None).renewed(&own).unwrap();
        let kept = |program, bytes: &[u8]| Texts::new(program, Some(bytes.to_vec()));
        assert_eq!(kept(program(), &bytes).known(), own[..2]);
        assert_eq!(kept(program(), &bytes).renewed(&own), None);
        assert!(kept(program(), &bytes).renewed(&own[1..]).is_some());
        assert_eq!(kept(None, &bytes).renewed(&own), None);
        for other in [Some("p 2".to_owned()), None] {
            assert_eq!(kept(other, &bytes).known(), []);
        }
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1;
            for bytes in [&damaged, &bytes[..at]] {
                assert_eq!(kept(program(), bytes).known(), [], "{at}");
            }
        }
    }
}
