//! Where a reference stands in front matter. It is written out only when something is wrong with the reference: most are right,
//! and there are many of them.

use std::fmt;

/// The path of a key: `speakers[2].person`.
#[derive(Clone, Copy, Debug)]
pub(super) enum KeyPath {
    /// A key, perhaps with dots in it.
    Key(&'static str),
    /// An entry of a list.
    Item(&'static str, usize),
    /// A key of an entry.
    Field(&'static str, usize, &'static str),
    /// An entry of a list that an entry holds.
    FieldItem(&'static str, usize, &'static str, usize),
}

impl fmt::Display for KeyPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            KeyPath::Key(key) => f.write_str(key),
            KeyPath::Item(key, index) => write!(f, "{key}[{index}]"),
            KeyPath::Field(key, index, field) => write!(f, "{key}[{index}].{field}"),
            KeyPath::FieldItem(key, index, field, at) => write!(f, "{key}[{index}].{field}[{at}]"),
        }
    }
}
