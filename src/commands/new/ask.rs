//! Questions on a terminal. An empty answer leaves a value open; the end of input ends all questions.

use std::io::{BufRead, Write};

use super::fields::Fields;
use crate::commands::Reporter;
use crate::commands::speech::Values;

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

    /// Asks for the value of a key until it fits or is left open.
    pub(super) fn value(&mut self, fields: &Fields, key: &str) -> Option<String> {
        let name = fields.name(key);
        let hint = fields.hint(key, self.reporter).map(|hint| format!(" ({hint})")).unwrap_or_default();
        loop {
            let answer = self.line("new-ask-value", &[("key", name.into()), ("hint", hint.as_str().into())])?;
            if fields.fits(key, &answer) {
                return Some(answer);
            }
            let unfit = self.reporter.say("new-unfit", &[("value", answer.as_str().into()), ("key", name.into())]);
            drop(writeln!(self.output, "{unfit}"));
        }
    }

    /// Lets one of several be chosen, by its name or its number.
    pub(super) fn choice(&mut self, id: &str, choices: &[String]) -> Option<String> {
        for (number, choice) in (1..).zip(choices) {
            drop(writeln!(self.output, "  {number}  {choice}"));
        }
        loop {
            let answer = self.line(id, &[])?;
            let number = answer.parse::<usize>().ok().and_then(|number| choices.get(number.checked_sub(1)?));
            if let Some(choice) = number.or_else(|| choices.iter().find(|choice| **choice == answer)) {
                return Some(choice.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::commands::Global;
    use crate::config::Kind;
    use crate::diagnostic::messages::Tongue;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        global: Global,
    }

    /// What is answered to a question when someone types this, and what they saw.
    fn asked(typed: &str, ask: impl Fn(&mut Talk<'_, &[u8], Vec<u8>>) -> Option<String>) -> (Option<String>, String) {
        let reporter = Reporter::new(&Line::parse_from(["warta"]).global, Tongue::Indonesian, 80);
        let (mut input, mut output) = (typed.as_bytes(), Vec::new());
        let answer = ask(&mut Talk { input: &mut input, output: &mut output, reporter: &reporter });
        (answer, String::from_utf8(output).unwrap())
    }

    #[test]
    fn values_are_asked_for_until_they_fit() {
        let fields = Fields::new(Kind::Workshop, Tongue::Indonesian);
        let (answer, seen) = asked("besok\n 2026-12-01 09.00 \n", |talk| talk.value(&fields, "start"));
        assert_eq!(answer.as_deref(), Some("2026-12-01 09.00"));
        assert!(seen.starts_with("mulai (2026-11-24 09.00): ") && seen.contains("“besok” bukan nilai"), "{seen}");
        assert_eq!(asked("\n", |talk| talk.value(&fields, "start")).0, None);
        assert_eq!(asked("", |talk| talk.value(&fields, "start")).0, None);
        let (_, seen) = asked("", |talk| talk.value(&fields, "info_class"));
        assert!(seen.contains("berkala, serta_merta"), "{seen}");
    }

    #[test]
    fn a_choice_is_made_by_number_or_name() {
        let choices = ["berita".to_owned(), "siaran".to_owned()];
        for (typed, chosen) in
            [("2\n", Some("siaran")), ("berita\n", Some("berita")), ("0\n3\n1\n", Some("berita")), ("", None)]
        {
            assert_eq!(asked(typed, |talk| talk.choice("new-ask-section", &choices)).0.as_deref(), chosen, "{typed}");
        }
    }
}
