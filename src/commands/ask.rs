//! Questions on a terminal. An empty answer leaves a value open, or takes what is proposed; the end of input ends all questions.

use std::io::{BufRead, Write};

use super::Reporter;
use super::speech::Values;

/// So often one question is asked.
pub(super) const TRIES: usize = 5;

/// Someone to be asked.
pub(super) struct Talk<'a, I, O> {
    pub(super) input: &'a mut I,
    pub(super) output: &'a mut O,
    pub(super) reporter: &'a Reporter,
}

impl<I: BufRead, O: Write> Talk<'_, I, O> {
    /// Asks the question `id`; none where nothing is answered.
    pub(super) fn line(&mut self, id: &str, values: Values<'_>) -> Option<String> {
        let question = self.reporter.say(id, values);
        drop(write!(self.output, "{question}: "));
        drop(self.output.flush());
        let mut answer = String::new();
        let read = self.input.read_line(&mut answer).unwrap_or(0);
        if read == 0 {
            drop(writeln!(self.output));
        }
        Some(answer.trim().to_owned()).filter(|answer| !answer.is_empty())
    }

    /// Says something between two questions.
    pub(super) fn tell(&mut self, id: &str, values: Values<'_>) {
        let said = self.reporter.say(id, values);
        drop(writeln!(self.output, "{said}"));
    }

    /// Lets one of several be chosen, by its name or its number.
    pub(super) fn choice(&mut self, id: &str, choices: &[String]) -> Option<String> {
        for (number, choice) in (1..).zip(choices) {
            drop(writeln!(self.output, "  {number}  {choice}"));
        }
        for _ in 0..TRIES {
            let answer = self.line(id, &[])?;
            let number = answer.parse::<usize>().ok().and_then(|number| choices.get(number.checked_sub(1)?));
            if let Some(choice) = number.or_else(|| choices.iter().find(|choice| **choice == answer)) {
                return Some(choice.clone());
            }
        }
        None
    }
}

#[cfg(test)]
pub(super) mod tests {
    use clap::Parser;

    use super::*;
    use crate::commands::Global;
    use crate::diagnostic::messages::Tongue;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        global: Global,
    }

    /// What comes of questions when someone types this, and what they saw.
    pub(in crate::commands) fn asked<T>(
        typed: &str,
        ask: impl FnOnce(&mut Talk<'_, &[u8], Vec<u8>>) -> T,
    ) -> (T, String) {
        let reporter = Reporter::new(&Line::parse_from(["warta"]).global, Tongue::Indonesian, 80);
        let (mut input, mut output) = (typed.as_bytes(), Vec::new());
        let answer = ask(&mut Talk { input: &mut input, output: &mut output, reporter: &reporter });
        (answer, String::from_utf8(output).unwrap())
    }

    #[test]
    fn a_choice_is_made_by_number_or_name() {
        let choices = ["berita".to_owned(), "siaran".to_owned()];
        let wrong = "x\n".repeat(TRIES) + "1\n";
        for (typed, chosen) in [
            ("2\n", Some("siaran")),
            ("berita\n", Some("berita")),
            ("0\n3\n1\n", Some("berita")),
            ("", None),
            (&wrong, None),
        ] {
            assert_eq!(asked(typed, |talk| talk.choice("new-ask-section", &choices)).0.as_deref(), chosen, "{typed}");
        }
    }
}
