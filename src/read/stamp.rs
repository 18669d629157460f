//! What tells whether a file was touched, without reading it.

use std::fmt;
use std::fs::Metadata;
use std::os::unix::fs::MetadataExt;

use serde::{Deserialize, Serialize};

/// Size, modification time in nanoseconds, inode.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// Bytes.
    pub size: u64,
    /// Since 1970, in nanoseconds.
    pub modified: i128,
    /// Number of the file in its file system.
    pub inode: u64,
}

impl Stamp {
    /// The stamp of a file.
    pub fn of(metadata: &Metadata) -> Stamp {
        let modified = i128::from(metadata.mtime()) * SECOND + i128::from(metadata.mtime_nsec());
        Stamp { size: metadata.len(), modified, inode: metadata.ino() }
    }

    /// The stamp of which these are the next fields.
    pub fn of_fields<'a>(fields: &mut impl Iterator<Item = &'a str>) -> Option<Stamp> {
        Some(Stamp {
            size: fields.next()?.parse().ok()?,
            modified: fields.next()?.parse().ok()?,
            inode: fields.next()?.parse().ok()?,
        })
    }
}

/// Its three numbers with spaces between, as lines of the cache begin.
impl fmt::Display for Stamp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Stamp { size, modified, inode } = self;
        write!(formatter, "{size} {modified} {inode}")
    }
}

const SECOND: i128 = 1_000_000_000;

/// The ticks of the clocks of file systems are at most ten milliseconds long.
const FINE: i128 = 50_000_000;

/// Some file systems know whole seconds only, or even ones.
const COARSE: i128 = 2_500_000_000;

/// When the system last changed anything of a file, its name and its rights too, in nanoseconds since 1970. Nobody can set it.
pub(super) fn changed(metadata: &Metadata) -> i128 {
    i128::from(metadata.ctime()) * SECOND + i128::from(metadata.ctime_nsec())
}

/// Whether a file that was `changed` then and looks the same later is the same. It may be changed once more within the tick of the clock
/// that gave it that time; so of what was changed a moment before `now`, when the clock of the machine was looked at, nobody can say.
/// Nor can anybody where a file system keeps no such time, and says 0.
pub(super) fn tells(changed: i128, now: i128) -> bool {
    let tick = if changed % SECOND == 0 { COARSE } else { FINE };
    changed > 0 && changed <= now - tick
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_tells_when_it_is_known_and_a_tick_has_passed() {
        let told = |changed, later| tells(changed, changed + later);
        assert!(told(SECOND + 1, FINE) && !told(SECOND + 1, FINE - 1));
        assert!(told(SECOND, COARSE) && !told(SECOND, COARSE - 1));
        assert!(!told(SECOND + 1, -1), "a time to come");
        assert!(!tells(0, 100 * SECOND) && !tells(-1, 100 * SECOND), "no time");
    }
}
