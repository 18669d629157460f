//! What a first site has to know: given by flags, asked for on a terminal, or proposed.
//!
//! An answer is judged by the rules of `warta.yaml`, so that what is written there is sound.

use std::io::{BufRead, Write};

use fluent_bundle::FluentValue;

use crate::commands::ask::{TRIES, Talk};
use crate::commands::{Outcome, Reporter};
use crate::config::BaseUrl;
use crate::diagnostic::messages::Tongue;
use crate::locale::date::Zone;
use crate::source::is_forbidden;

/// The most characters of a name: a line of a head, not a paragraph.
const LONGEST_NAME: usize = 150;

/// What was typed behind the program.
pub(super) struct Given<'a> {
    pub(super) language: Option<&'a str>,
    pub(super) name: Option<&'a str>,
    pub(super) base_url: Option<&'a str>,
    pub(super) time_zone: Option<&'a str>,
}

/// What the files are filled with.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Answers {
    /// The language of the site.
    pub(super) language: Tongue,
    /// Name of the office.
    pub(super) name: String,
    /// A sound address.
    pub(super) base_url: String,
    /// An IANA name.
    pub(super) time_zone: String,
}

/// Why something is no answer, and what may have been meant.
struct Unfit {
    instead: Option<String>,
}

/// One thing to know.
struct Question<T> {
    /// `init-ask-{id}` asks, `init-wrong-{id}` says that an answer does not fit.
    id: &'static str,
    /// What an empty answer takes.
    proposed: String,
    judge: fn(&str) -> Result<T, Unfit>,
}

impl Given<'_> {
    /// Finds the rest by asking, or takes what is proposed.
    ///
    /// # Errors
    /// Something that was given does not fit, or too many answers did not; it has been told.
    pub(super) fn complete<I: BufRead, O: Write>(
        &self,
        talk: &mut Option<Talk<'_, I, O>>,
        reporter: &Reporter,
    ) -> Result<Answers, Outcome> {
        let is_open = [self.language, self.name, self.base_url, self.time_zone].contains(&None);
        if let Some(talk) = talk.as_mut().filter(|_| is_open) {
            talk.tell("init-ask", &[]);
        }
        let code = |tongue| if tongue == Tongue::English { "en" } else { "id" };
        let own = Question { id: "language", proposed: code(reporter.tongue()).to_owned(), judge: language };
        let language = own.answer(self.language, talk, reporter)?;
        let (name, base_url) = match language {
            Tongue::English => ("Press Office", "https://press.example"),
            Tongue::Indonesian => ("Bagian Humas", "https://humas.example"),
        };
        let own = |id, proposed: &str, judge| Question { id, proposed: proposed.to_owned(), judge };
        Ok(Answers {
            language,
            name: own("name", name, self::name).answer(self.name, talk, reporter)?,
            base_url: own("base-url", base_url, self::base_url).answer(self.base_url, talk, reporter)?,
            time_zone: own("time-zone", "WIB", time_zone).answer(self.time_zone, talk, reporter)?,
        })
    }
}

impl<T> Question<T> {
    fn answer<I: BufRead, O: Write>(
        mut self,
        given: Option<&str>,
        talk: &mut Option<Talk<'_, I, O>>,
        reporter: &Reporter,
    ) -> Result<T, Outcome> {
        let wrong = format!("init-wrong-{}", self.id);
        if let Some(given) = given {
            return (self.judge)(given).map_err(|unfit| reporter.refuse(&wrong, &values(given, &unfit)));
        }
        let ask = format!("init-ask-{}", self.id);
        for _ in 0..TRIES {
            let proposed = FluentValue::from(self.proposed.as_str());
            let typed = talk.as_mut().and_then(|talk| talk.line(&ask, &[("proposed", proposed)]));
            let answer = typed.as_deref().unwrap_or(&self.proposed);
            let unfit = match (self.judge)(answer) {
                Ok(answer) => return Ok(answer),
                Err(unfit) => unfit,
            };
            if let Some(talk) = talk.as_mut() {
                talk.tell(&wrong, &values(answer, &unfit));
                talk.tell(&format!("{wrong}-help"), &values(answer, &unfit));
            }
            if let Some(instead) = unfit.instead {
                self.proposed = instead;
            }
        }
        Err(reporter.refuse("init-no-answer", &[("flag", self.id.into())]))
    }
}

fn values<'a>(value: &'a str, unfit: &'a Unfit) -> [(&'static str, FluentValue<'a>); 3] {
    let guessed = if unfit.instead.is_some() { "yes" } else { "no" };
    let suggestion = unfit.instead.as_deref().unwrap_or_default();
    [("value", value.into()), ("guessed", guessed.into()), ("suggestion", suggestion.into())]
}

fn language(text: &str) -> Result<Tongue, Unfit> {
    let words =
        [("id", Tongue::Indonesian), ("indonesia", Tongue::Indonesian), ("bahasa indonesia", Tongue::Indonesian)];
    let words = words.into_iter().chain([("en", Tongue::English), ("english", Tongue::English)]);
    let typed = text.trim().to_lowercase();
    let mut meant = words.chain([("indonesian", Tongue::Indonesian), ("inggris", Tongue::English)]);
    meant.find(|(word, _)| *word == typed).map(|(_, tongue)| tongue).ok_or(Unfit { instead: None })
}

fn name(text: &str) -> Result<String, Unfit> {
    let text = text.trim();
    let is_clean = !text.chars().any(|letter| letter.is_control() || is_forbidden(letter));
    let fits = is_clean && (1..=LONGEST_NAME).contains(&text.chars().count());
    fits.then(|| text.to_owned()).ok_or(Unfit { instead: None })
}

fn base_url(text: &str) -> Result<String, Unfit> {
    let text = text.trim();
    let is_address = |text: &str| BaseUrl::parse(text).is_some() && name(text).is_ok();
    if is_address(text) {
        return Ok(text.trim_end_matches('/').to_owned());
    }
    let mended = format!("https://{}", text.trim_start_matches("//"));
    let can_be = text.contains('.') && !text.contains("://") && is_address(&mended);
    Err(Unfit { instead: can_be.then_some(mended) })
}

fn time_zone(text: &str) -> Result<String, Unfit> {
    let found = Zone::parse(text).map(|zone| zone.name().to_owned());
    found.map_err(|error| Unfit { instead: error.suggestions.into_iter().next() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::ask::tests::asked;

    const NOTHING: Given<'_> = Given { language: None, name: None, base_url: None, time_zone: None };

    /// What comes of it when someone types this; none where it is no site.
    fn typed(given: &Given<'_>, typed: &str) -> (Option<[String; 4]>, String) {
        let (answers, seen) = asked(typed, |talk| {
            let Talk { input, output, reporter } = talk;
            given.complete(&mut Some(Talk { input: *input, output: *output, reporter }), reporter)
        });
        let texts = |answers: Answers| {
            let language = if answers.language == Tongue::English { "en" } else { "id" };
            [language.to_owned(), answers.name, answers.base_url, answers.time_zone]
        };
        (answers.ok().map(texts), seen)
    }

    #[test]
    fn enter_and_the_end_of_input_take_what_is_proposed() {
        for nothing in ["\n\n\n\n", "\n", ""] {
            let (answers, seen) = typed(&NOTHING, nothing);
            assert_eq!(answers.unwrap(), ["id", "Bagian Humas", "https://humas.example", "Asia/Jakarta"]);
            assert!(seen.contains("Nama kantor [Bagian Humas]: "), "{seen}");
        }
        let (answers, _) = typed(&NOTHING, "en\n");
        assert_eq!(answers.unwrap(), ["en", "Press Office", "https://press.example", "Asia/Jakarta"]);
    }

    #[test]
    fn what_is_given_is_not_asked_for() {
        let given = Given { name: Some("Humas"), base_url: Some("https://h.go.id/humas/"), ..NOTHING };
        let (answers, seen) = typed(&given, "\nwita\n");
        assert_eq!(answers.unwrap(), ["id", "Humas", "https://h.go.id/humas", "Asia/Makassar"]);
        assert!(!seen.contains("Nama kantor") && !seen.contains("Alamat situs"), "{seen}");
        let all = Given { language: Some("EN"), time_zone: Some("UTC"), ..given };
        assert_eq!(typed(&all, "").1, "");
    }

    #[test]
    fn what_does_not_fit_is_explained_and_what_was_meant_is_proposed() {
        let (answers, seen) = typed(&NOTHING, "fr\n\nHumas\u{1b}[D\nHumas\nhumas.go.id\n\nJakarta\n\n");
        assert_eq!(answers.unwrap(), ["id", "Humas", "https://humas.go.id", "Asia/Jakarta"]);
        for said in [
            "situs pertama tidak dapat dibuat dalam bahasa “fr”",
            "tulis id (Indonesia) atau en (Inggris)",
            "tulis 1 sampai 150 karakter",
            "“humas.go.id” bukan alamat situs",
            "maksud Anda “https://humas.go.id”?",
            "Alamat situs [https://humas.go.id]: ",
            "tidak ada zona waktu “Jakarta”",
            "[Asia/Jakarta]: ",
        ] {
            assert!(seen.contains(said), "{said}: {seen}");
        }
    }

    #[test]
    fn nobody_is_asked_for_ever() {
        let (answers, seen) = typed(&NOTHING, &("\n\n".to_owned() + &"x\n".repeat(TRIES + 3)));
        assert_eq!(answers, None);
        assert_eq!(seen.matches("“x” bukan alamat situs").count(), TRIES, "{seen}");
    }
}
