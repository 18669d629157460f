//! What a command says: diagnostics to standard error, and one last line to standard output.

use std::io::Write;
use std::time::Duration;

use fluent_bundle::FluentValue;

use super::Outcome;
use crate::diagnostic::messages::{Messages, Tongue};
use crate::diagnostic::print::{Style, human};
use crate::diagnostic::{Diagnostics, Severity};

/// Time since the program started; asked for by commands, known to `main`.
pub type Stamp<'a> = &'a (dyn Fn() -> Duration + Sync);

/// Where and how a command speaks.
#[derive(Debug)]
pub struct Reporter {
    messages: Messages,
    style: Style,
    strict: bool,
}

impl Reporter {
    /// A reporter in a language.
    pub fn new(tongue: Tongue, style: Style, strict: bool) -> Reporter {
        Reporter { messages: Messages::new(tongue), style, strict }
    }

    /// Its language.
    pub fn tongue(&self) -> Tongue {
        self.messages.tongue
    }

    /// Prints findings in the order of files and places, and says whether they stand in the way.
    ///
    /// With `--strict` warnings do too.
    pub fn findings(&self, found: Diagnostics) -> Outcome {
        let mut found = found.sorted();
        if self.strict {
            for warning in found.iter_mut().filter(|finding| finding.severity == Severity::Warning) {
                warning.severity = Severity::Error;
            }
        }
        let mut out = anstream::stderr().lock();
        // Information is for those who ask for it.
        for finding in found.iter().filter(|finding| finding.severity > Severity::Info) {
            // A closed standard error is no reason to fail.
            drop(writeln!(out, "{}\n", human(finding, &self.messages, self.style)));
        }
        let (errors, warnings) = (found.count(Severity::Error), found.count(Severity::Warning));
        if errors + warnings > 0 {
            let counts = [("errors", number(errors)), ("warnings", number(warnings))];
            drop(writeln!(out, "{}", self.messages.say("findings", &counts)));
        }
        if errors > 0 { Outcome::Mistakes } else { Outcome::Done }
    }

    /// Prints a line.
    pub fn line(&self, id: &str, arguments: &[(&'static str, FluentValue<'_>)]) {
        drop(writeln!(anstream::stdout().lock(), "{}", self.messages.say(id, arguments)));
    }

    /// A message as text.
    pub fn say(&self, id: &str, arguments: &[(&'static str, FluentValue<'_>)]) -> String {
        self.messages.say(id, arguments)
    }
}

/// A count in a message.
pub(super) fn number(count: usize) -> FluentValue<'static> {
    FluentValue::from(i64::try_from(count).unwrap_or(i64::MAX))
}

/// Seconds with two decimals, by the rules of a language.
pub(super) fn seconds(elapsed: Duration, tongue: Tongue) -> String {
    let text = format!("{:.2}", elapsed.as_secs_f64());
    match tongue {
        Tongue::Indonesian => text.replace('.', ","),
        Tongue::English => text,
    }
}
