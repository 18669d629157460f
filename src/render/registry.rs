//! What our functions and filters have in common: the list of their names, and the way in which they refuse.

use tera::{Error, Tera};

/// Divides the parts of a refusal: kind of problem, name, and the name that was perhaps meant.
pub(super) const DIVIDER: char = '\u{1f}';

/// Tera while it is filled, and the names that were registered.
pub(super) struct Registry<'t> {
    pub(super) tera: &'t mut Tera,
    pub(super) names: Vec<&'static str>,
}

impl Registry<'_> {
    pub(super) fn new(tera: &mut Tera) -> Registry<'_> {
        Registry { tera, names: Vec::new() }
    }
}

/// An error about a name that does not exist; it is put into words where all errors of templates are.
pub(super) fn refusal(problem: &str, name: &str, near: Option<&str>) -> Error {
    Error::message(format!("{problem}{DIVIDER}{name}{DIVIDER}{}", near.unwrap_or("")))
}
