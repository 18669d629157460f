//! The words of diagnostics and of the command line, in English and Indonesian.
//!
//! One Fluent file a language, compiled into the binary. A test sees to it that both files have every message with the same
//! attributes and variables. Isolation marks are off: terminals show them as boxes.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::{Argument, Diagnostic};

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
                    Argument::Text(text) => FluentValue::from(text.as_str()),
                    Argument::Number(number) => FluentValue::from(*number),
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
