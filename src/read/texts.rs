//! Texts as an earlier run read them: which of them need not be read again, by what the system says of their files.
//!
//! Key: path, size, inode and the times of the last modification and the last change, the last of which nobody can set. What was changed
//! within the tick of the file system's clock before the look is not kept, nor what something is wrong with, nor the texts of sections,
//! which are held to the end. It may be lost or damaged: then everything is read.

use std::collections::BTreeMap;

use super::Stamp;
use super::sealed::{seal, unseal};

/// Name of what is kept in the cache.
pub const NAME: &str = "texts";

/// First line; another one means another format.
const HEADER: &str = "warta-texts 1";

/// What is known of texts, by path from the project's root.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// Which reads bytes as texts in its own way; none where nothing is to be kept.
    program: Option<String>,
    pub(super) known: BTreeMap<String, Known>,
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
    /// What this program kept, from the bytes of the cache; nothing where they are damaged.
    pub fn new(program: Option<String>, bytes: Option<Vec<u8>>) -> Texts {
        let kept = bytes.as_deref().zip(program.as_deref()).and_then(|(bytes, program)| parse(bytes, program));
        Texts { program, known: kept.unwrap_or_default() }
    }

    /// The same program's, of these texts.
    pub(super) fn with(&self, known: impl IntoIterator<Item = (String, Known)>) -> Texts {
        let known = known.into_iter().filter(|(path, _)| self.program.is_some() && !path.contains('\n'));
        Texts { program: self.program.clone(), known: known.collect() }
    }

    /// For the next run.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut lines = format!("{HEADER}\n{}\n", self.program.as_deref().unwrap_or_default());
        for (path, Known { stamp, changed, hash }) in &self.known {
            lines.push_str(&format!("{stamp} {changed} {hash:032x} {path}\n"));
        }
        seal(lines)
    }
}

fn parse(bytes: &[u8], program: &str) -> Option<BTreeMap<String, Known>> {
    let mut lines = unseal(bytes)?.split_terminator('\n');
    if lines.next() != Some(HEADER) || lines.next() != Some(program) {
        return None;
    }
    let known = lines.map(|line| {
        let mut fields = line.splitn(6, ' ');
        let stamp = Stamp::of_fields(&mut fields)?;
        let changed = fields.next()?.parse().ok()?;
        let hash = u128::from_str_radix(fields.next()?, 16).ok()?;
        Some((fields.next()?.to_owned(), Known { stamp, changed, hash }))
    });
    known.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comes_back_as_it_was_and_damaged_or_from_another_program_not_at_all() {
        let stamp = Stamp { size: 3, modified: -1, inode: u64::MAX };
        let nothing = Texts::new(Some("p 1".to_owned()), None);
        let texts = nothing.with([
            ("content/a b.md".to_owned(), Known { stamp, changed: 5, hash: 7 }),
            ("content/c.md".to_owned(), Known { stamp: Stamp::default(), changed: 0, hash: u128::MAX }),
            ("content/d\n.md".to_owned(), Known { stamp, changed: 5, hash: 7 }),
        ]);
        assert_eq!(texts.known.len(), 2);
        let bytes = texts.to_bytes();
        assert_eq!(Texts::new(Some("p 1".to_owned()), Some(bytes.clone())), texts);
        for other in [Some("p 2".to_owned()), None] {
            assert!(Texts::new(other, Some(bytes.clone())).known.is_empty());
        }
        assert!(Texts::new(None, None).with(texts.known.clone()).known.is_empty());
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1;
            for bytes in [damaged, bytes[..at].to_vec()] {
                assert_eq!(Texts::new(Some("p 1".to_owned()), Some(bytes)), nothing, "{at}");
            }
        }
    }
}
