//! How parts of a body are kept from run to run, in few bytes.

use std::ops::Range;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Whether a flag is not set: then it is not kept.
pub(super) fn is_not(flag: &bool) -> bool {
    !flag
}

/// Ranges as pairs, `[0,9]`.
pub(super) mod span {
    use super::{Deserialize, Deserializer, Range, Serialize, Serializer};

    pub(in super::super) fn serialize<S: Serializer>(span: &Range<usize>, serializer: S) -> Result<S::Ok, S::Error> {
        (span.start, span.end).serialize(serializer)
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Range<usize>, D::Error> {
        let (start, end) = Deserialize::deserialize(deserializer)?;
        Ok(start..end)
    }
}
