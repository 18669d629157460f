//! The words of diagnostics and of the command line, in English and Indonesian.
//!
//! One Fluent file a language, compiled into the binary. A test sees to it that both files have every message with the same
//! attributes and variables. Isolation marks are off: terminals show them as boxes.

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

use super::{Argument, Diagnostic};
use crate::locale::Words;
use crate::locale::number::decimal;

/// The language in which the tool speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    /// `id`
    Indonesian,
    /// `en`
    English,
}

impl Tongue {
    /// The tongue for a language tag or a POSIX locale such as `id_ID.UTF-8`; none for other languages.
    pub fn for_tag(tag: &str) -> Option<Tongue> {
        match tag.split(['-', '_', '.', '@']).next() {
            Some("id") => Some(Tongue::Indonesian),
            Some("en") => Some(Tongue::English),
            _ => None,
        }
    }

    fn source(self) -> &'static str {
        match self {
            Tongue::Indonesian => include_str!("messages/id.ftl"),
            Tongue::English => include_str!("messages/en.ftl"),
        }
    }

    fn identifier(self) -> LanguageIdentifier {
        let tag = match self {
            Tongue::Indonesian => "id",
            Tongue::English => "en",
        };
        // Both tags parse; a default identifier would only choose other plurals.
        tag.parse().unwrap_or_default()
    }
}

/// Numbers inside messages, by the rules of the language.
fn indonesian(value: &FluentValue<'_>, _: &IntlLangMemoizer) -> Option<String> {
    in_message(value, Words::Indonesian)
}

fn english(value: &FluentValue<'_>, _: &IntlLangMemoizer) -> Option<String> {
    in_message(value, Words::English)
}

fn in_message(value: &FluentValue<'_>, words: Words) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(decimal(number.value, words)),
        _ => None,
    }
}

/// `text` for a terminal: what would steer it, or turn the letters around, becomes `U+FFFD`.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    let steers = |letter: char| {
        (letter.is_control() && !matches!(letter, '\n' | '\t'))
            || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if text.contains(steers) { Cow::Owned(text.replace(steers, "\u{fffd}")) } else { Cow::Borrowed(text) }
}

/// The words of one diagnostic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// One line, lower case, no full stop.
    pub message: String,
    /// Beside the carets.
    pub label: Option<String>,
    /// Beside each related place.
    pub related: Option<String>,
    /// What to do.
    pub help: Option<String>,
}

/// The messages of one language.
pub struct Messages {
    bundle: FluentBundle<FluentResource>,
    /// Which language it is.
    pub tongue: Tongue,
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Messages").field("tongue", &self.tongue).finish_non_exhaustive()
    }
}

impl Messages {
    /// The messages of `tongue`.
    pub fn new(tongue: Tongue) -> Messages {
        let mut bundle = FluentBundle::new_concurrent(vec![tongue.identifier()]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match tongue {
            Tongue::Indonesian => indonesian,
            Tongue::English => english,
        }));
        // A file that does not parse gives what did parse; the test below finds it.
        let resource = FluentResource::try_new(tongue.source().to_owned()).unwrap_or_else(|(partial, _)| partial);
        bundle.add_resource_overriding(resource);
        Messages { bundle, tongue }
    }

    /// The words of `diagnostic`.
    pub fn wording(&self, diagnostic: &Diagnostic) -> Wording {
        let id = diagnostic.code.name();
        let arguments: FluentArgs<'_> = diagnostic
            .arguments
            .iter()
            .map(|(name, value)| {
                let value = match value {
                    Argument::Number(number) => FluentValue::from(*number),
                    text => FluentValue::from(visible(text.key(self.tongue))),
                };
                (*name, value)
            })
            .collect();
        let suggests = diagnostic.arguments.iter().any(|(name, _)| *name == "suggestion");
        Wording {
            message: self.text(id, None, &arguments).unwrap_or_else(|| id.to_owned()),
            label: self.text(id, Some("label"), &arguments),
            related: self.text(id, Some("related"), &arguments),
            help: suggests
                .then(|| self.text(id, Some("suggest"), &arguments))
                .flatten()
                .or_else(|| self.text(id, Some("help"), &arguments)),
        }
    }

    /// A message of the command line; its id where there is none.
    pub fn say(&self, id: &str, arguments: &[(&'static str, FluentValue<'_>)]) -> String {
        let arguments = arguments.iter().cloned().collect();
        self.text(id, None, &arguments).unwrap_or_else(|| id.to_owned())
    }

    /// A message without variables, if there is one.
    pub fn find(&self, id: &str) -> Option<String> {
        self.text(id, None, &FluentArgs::new())
    }

    fn text(&self, id: &str, attribute: Option<&str>, arguments: &FluentArgs<'_>) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut errors = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(arguments), &mut errors).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use fluent_syntax::ast::{Entry, Resource};
    use fluent_syntax::{parser, serializer};

    use super::super::Code;
    use super::*;

    /// For each message its attributes and its variables.
    fn outline(tongue: Tongue) -> BTreeMap<String, (BTreeSet<String>, BTreeSet<String>)> {
        let resource = parser::parse(tongue.source()).expect("every message parses");
        let mut outline = BTreeMap::new();
        for entry in resource.body {
            let Entry::Message(message) = &entry else { continue };
            let id = message.id.name.to_owned();
            let attributes = message.attributes.iter().map(|attribute| attribute.id.name.to_owned()).collect();
            let text = serializer::serialize(&Resource { body: vec![entry] });
            let variables = text.split('$').skip(1).map(|rest| {
                rest.chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect::<String>()
            });
            let known = outline.insert(id.clone(), (attributes, variables.collect()));
            assert!(known.is_none(), "{id} stands twice");
        }
        outline
    }

    #[test]
    fn both_languages_say_the_same() {
        let (english, indonesian) = (outline(Tongue::English), outline(Tongue::Indonesian));
        for (id, (attributes, variables)) in &english {
            let (own_attributes, own_variables) =
                indonesian.get(id).unwrap_or_else(|| panic!("{id} is missing in id.ftl"));
            assert_eq!(attributes, own_attributes, "{id}");
            assert_eq!(variables, own_variables, "{id}");
        }
        assert_eq!(english.len(), indonesian.len());
    }

    #[test]
    fn every_code_has_its_words() {
        let english = outline(Tongue::English);
        for code in Code::ALL {
            let (attributes, _) = english.get(code.name()).unwrap_or_else(|| panic!("{} has no message", code.name()));
            assert!(attributes.contains("help"), "{} does not say what to do", code.name());
        }
    }

    #[test]
    fn suggestions_take_the_place_of_help() {
        let messages = Messages::new(Tongue::English);
        let unknown = Diagnostic::new(Code::UnknownKey).with("key", "titel").with("known", "title, date");
        assert_eq!(messages.wording(&unknown).help.as_deref(), Some("known here: title, date"));
        let suggested = messages.wording(&unknown.suggesting(Some("title")));
        assert_eq!(suggested.help.as_deref(), Some("did you mean “title”?"));
        assert_eq!(suggested.message, "there is no field “titel” here");
    }
}
