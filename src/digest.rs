//! One hash of several parts: what a key of something remembered is made of.

use xxhash_rust::xxh3::Xxh3;

/// A hash of parts in their order. Each counts with its length, so that no two lists of parts are the same bytes.
#[derive(Clone, Default)]
pub struct Digest(Xxh3);

impl Digest {
    /// Of these parts.
    pub fn of<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Digest {
        let mut digest = Digest::default();
        parts.into_iter().for_each(|part| digest.add(part));
        digest
    }

    /// One part more.
    pub fn add(&mut self, part: &[u8]) {
        self.0.update(&(part.len() as u64).to_le_bytes());
        self.0.update(part);
    }

    /// By which content is known.
    pub fn long(&self) -> u128 {
        self.0.digest128()
    }

    /// By which damage is found.
    pub fn short(&self) -> u64 {
        self.0.digest()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_borders_of_parts_count() {
        let of = |parts: &[&str]| Digest::of(parts.iter().map(|part| part.as_bytes())).long();
        assert_eq!(of(&["satu", "dua"]), of(&["satu", "dua"]));
        for other in [&["satudua"][..], &["sat", "udua"], &["satu", "dua", ""], &["dua", "satu"]] {
            assert_ne!(of(&["satu", "dua"]), of(other));
        }
    }
}
