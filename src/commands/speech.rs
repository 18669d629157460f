//! How a command speaks beside findings: plain results, and asides.

use std::io::Write;

use fluent_bundle::FluentValue;

use super::Reporter;
use crate::diagnostic::messages::Tongue;
use crate::locale::Words;

/// Values of a message.
pub(super) type Values<'a> = &'a [(&'static str, FluentValue<'a>)];

impl Reporter {
    /// Prints a text as it is.
    pub(super) fn plain(&self, text: &str) {
        drop(writeln!(anstream::stdout().lock(), "{text}"));
    }

    /// Says something beside the result, where it is in no program's way.
    pub(super) fn aside(&self, id: &str, values: Values<'_>) {
        drop(writeln!(anstream::stderr().lock(), "{}", self.say(id, values)));
    }

    /// The rules by which dates are written.
    pub(super) fn words(&self) -> Words {
        match self.tongue() {
            Tongue::Indonesian => Words::Indonesian,
            Tongue::English => Words::English,
        }
    }
}
