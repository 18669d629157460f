//! How a command speaks beside findings: plain results, asides, and what is wrong with what was asked.

use std::io::Write;

use clap::builder::styling::{AnsiColor, Style};
use fluent_bundle::FluentValue;

use super::{Outcome, Reporter};
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
        if !self.is_quiet() {
            drop(writeln!(anstream::stderr().lock(), "{}", self.say(id, values)));
        }
    }

    /// Says why what was asked cannot be done, and what to do: the message `id` and, where there is one, `{id}-help`.
    pub(super) fn complain(&self, id: &str, values: Values<'_>) -> Outcome {
        let help_id = format!("{id}-help");
        let (error, bold) = (AnsiColor::BrightRed.on_default().bold(), Style::new().bold());
        let (word, message) = (self.say("word-error", &[]), self.say(id, values));
        let mut out = anstream::stderr().lock();
        drop(writeln!(out, "{error}{word}{error:#}{bold}: {message}{bold:#}"));
        let help = self.say(&help_id, values);
        if help != help_id {
            drop(writeln!(out, "  = {bold}{}{bold:#}: {help}", self.say("word-help", &[])));
        }
        Outcome::Mistakes
    }

    /// Complains about what was typed, as the parser of arguments does.
    pub(super) fn refuse(&self, id: &str, values: Values<'_>) -> Outcome {
        self.complain(id, values);
        Outcome::Usage
    }

    /// The rules by which dates are written.
    pub(super) fn words(&self) -> Words {
        match self.tongue() {
            Tongue::Indonesian => Words::Indonesian,
            Tongue::English => Words::English,
        }
    }
}
