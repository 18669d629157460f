//! What a command says: findings to standard error and one last line to standard output. A document for other programs has
//! standard output to itself; lines for people then go to standard error.

use std::io::Write;
use std::time::Duration;

use fluent_bundle::FluentValue;

use super::{Global, Outcome};
use crate::diagnostic::messages::{Messages, Tongue};
use crate::diagnostic::print::{Format, Printer, Style};
use crate::diagnostic::{Diagnostics, Severity};

/// Where and how a command speaks.
#[derive(Debug)]
pub struct Reporter {
    messages: Messages,
    style: Style,
    format: Format,
    root: String,
    strict: bool,
    /// The least that is printed.
    least: Severity,
    /// Whether lines that are no findings are printed.
    lines: bool,
}

impl Reporter {
    /// A reporter in a language, on a terminal of so many columns.
    pub fn new(global: &Global, tongue: Tongue, width: usize) -> Reporter {
        Reporter {
            messages: Messages::new(tongue),
            style: Style { color: true, width },
            format: global.format,
            root: global.root.to_string_lossy().into_owned(),
            strict: global.strict,
            least: match (global.quiet, global.verbose) {
                (true, _) => Severity::Error,
                (_, true) => Severity::Info,
                _ => Severity::Warning,
            },
            lines: !global.quiet,
        }
    }

    /// Its language.
    pub fn tongue(&self) -> Tongue {
        self.messages.tongue
    }

    /// The least severe findings that it prints.
    pub fn least(&self) -> Severity {
        self.least
    }

    /// Columns of the terminal.
    pub fn width(&self) -> usize {
        self.style.width
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
        let (errors, warnings) = (found.count(Severity::Error), found.count(Severity::Warning));
        let shown: Diagnostics = found.into_iter().filter(|finding| finding.severity >= self.least).collect();
        let printer = Printer { messages: &self.messages, style: self.style, root: &self.root };
        let text = printer.print(&shown, self.format);
        // A closed output is no reason to fail.
        if self.format == Format::Human {
            drop(anstream::stderr().write_all(text.as_bytes()));
        } else {
            drop(std::io::stdout().write_all(text.as_bytes()));
        }
        if errors + warnings > 0 && self.lines {
            let counts = [("errors", number(errors)), ("warnings", number(warnings))];
            drop(writeln!(anstream::stderr(), "{}", self.messages.say("findings", &counts)));
            if let Some(first) = shown.iter().find(|finding| finding.severity == Severity::Error) {
                let more = self.messages.say("more-on-code", &[("code", first.code.number().into())]);
                drop(writeln!(anstream::stderr(), "{more}"));
            }
        }
        if errors > 0 { Outcome::Mistakes } else { Outcome::Done }
    }

    /// Prints a line.
    pub fn line(&self, id: &str, arguments: &[(&'static str, FluentValue<'_>)]) {
        if !self.lines {
            return;
        }
        let text = self.messages.say(id, arguments);
        match self.format {
            Format::Human | Format::Github => drop(writeln!(anstream::stdout(), "{text}")),
            Format::Json | Format::Sarif => drop(writeln!(anstream::stderr(), "{text}")),
        }
    }

    /// Whether only errors are to be printed.
    pub(super) fn is_quiet(&self) -> bool {
        !self.lines
    }

    /// Prints what was asked for as it is.
    pub fn text(&self, text: &str) {
        drop(anstream::stdout().write_all(text.as_bytes()));
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
