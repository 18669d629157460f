//! The words of themes: Fluent messages by language.
//!
//! A site's own `i18n/` comes before its theme's, and a theme's before those of the theme it extends. Messages without
//! variables, which are nearly all, are formatted once.

use std::collections::HashMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::parser::parse as parse_fluent;
use intl_memoizer::concurrent::IntlLangMemoizer;
use tera::Value;

use super::markdown;
use crate::config::{Config, Lang};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::locale::{self, number};
use crate::read::ThemeLayer;

/// The words of every language of the site.
pub struct Words {
    editions: Vec<Edition>,
}

struct Edition {
    bundle: FluentBundle<FluentResource>,
    fixed: HashMap<String, Value>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Words").field("languages", &self.editions.len()).finish()
    }
}

/// Numbers inside messages, by the rules of the language.
fn indonesian(value: &FluentValue<'_>, _: &IntlLangMemoizer) -> Option<String> {
    number_in(value, locale::Words::Indonesian)
}

fn english(value: &FluentValue<'_>, _: &IntlLangMemoizer) -> Option<String> {
    number_in(value, locale::Words::English)
}

fn number_in(value: &FluentValue<'_>, words: locale::Words) -> Option<String> {
    match value {
        FluentValue::Number(FluentNumber { value, .. }) => Some(number::decimal(*value, words)),
        _ => None,
    }
}

impl Words {
    /// Loads the words of all layers.
    pub fn load(layers: &[ThemeLayer], config: &Config) -> (Words, Diagnostics) {
        let mut found = Diagnostics::new();
        let editions = config.languages.iter().map(|language| {
            let identifier = language.code.parse().unwrap_or_default();
            let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
            bundle.set_use_isolating(false);
            bundle.set_formatter(Some(match language.words {
                locale::Words::Indonesian => indonesian,
                locale::Words::English => english,
            }));
            let mut ids = Vec::new();
            let base = language.code.split('-').next().unwrap_or(&language.code);
            for layer in layers.iter().rev() {
                // A language that a theme does not know speaks the theme's English, or whatever it has.
                let source =
                    layer.words.get(&language.code).or_else(|| layer.words.get(base)).or_else(|| layer.words.get("en"));
                let Some(source) = source.or_else(|| layer.words.values().next()) else { continue };
                if let Some(at) = too_deep(source.text()) {
                    let deep = Diagnostic::at(Code::FluentSyntax, source, at..at + 1);
                    found.push(deep.noting(format!("more than {DEEPEST} braces inside one another")));
                    continue;
                }
                if let Err((_, errors)) = parse_fluent(source.text()) {
                    found.append(
                        errors
                            .iter()
                            .map(|error| {
                                Diagnostic::at(Code::FluentSyntax, source, inside(source.text(), error.pos.clone()))
                                    .noting(error.kind.to_string())
                            })
                            .collect(),
                    );
                }
                let resource = FluentResource::try_new(source.text().to_owned()).unwrap_or_else(|(partial, _)| partial);
                ids.extend(resource.entries().filter_map(message_id));
                bundle.add_resource_overriding(resource);
            }
            let fixed = ids
                .into_iter()
                .filter_map(|id| Some((fixed(&bundle, &id)?, id)))
                .map(|(text, id)| (id, Value::from(text)));
            Edition { fixed: fixed.collect(), bundle }
        });
        let words = Words { editions: editions.collect() };
        (words, found.sorted())
    }

    /// The words of a message, with its variables filled in; none when there is no such message.
    pub fn say(&self, lang: Lang, key: &str, arguments: &[(&str, FluentValue<'_>)]) -> Option<Value> {
        let edition = self.editions.get(usize::from(lang.0))?;
        if let Some(text) = edition.fixed.get(key) {
            return Some(text.clone());
        }
        let pattern = edition.bundle.get_message(key)?.value()?;
        let arguments: FluentArgs<'_> = arguments.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut errors = Vec::new();
        let text = edition.bundle.format_pattern(pattern, Some(&arguments), &mut errors);
        Some(Value::from(text.into_owned()))
    }

    /// A message without variables as text; its key when there is none.
    pub fn plain(&self, lang: Lang, key: &str) -> String {
        self.known(lang, key).unwrap_or_else(|| key.to_owned())
    }

    /// A message without variables as text; none when the theme does not have it.
    pub fn known(&self, lang: Lang, key: &str) -> Option<String> {
        self.say(lang, key, &[]).and_then(|value| value.as_str().map(str::to_owned))
    }

    /// Keys of a language, to suggest one for a misspelt one.
    pub fn keys(&self, lang: Lang) -> Vec<&str> {
        let mut keys: Vec<&str> = self
            .editions
            .get(usize::from(lang.0))
            .map(|edition| edition.fixed.keys().map(String::as_str).collect())
            .unwrap_or_default();
        keys.sort_unstable();
        keys
    }
}

/// Braces inside braces, at most: Fluent's parser goes down into each, and a long row of them takes the whole stack.
const DEEPEST: usize = 100;

/// Where braces are nested too deeply. Those inside quotes and in comments are text.
fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    let lines = text.split_inclusive('\n').scan(0, |at, line| Some((std::mem::replace(at, *at + line.len()), line)));
    let lines = lines.filter(|(_, line)| !line.starts_with('#'));
    for (at, letter) in
        lines.flat_map(|(start, line)| line.char_indices().map(move |(at, letter)| (start + at, letter)))
    {
        let literal = std::mem::take(&mut escaped);
        match letter {
            '\n' => quoted = false,
            '\\' if quoted => escaped = !literal,
            '"' if depth > 0 && !literal => quoted = !quoted,
            '{' if !quoted => depth += 1,
            '}' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return Some(at);
        }
    }
    None
}

/// A place that is no line behind the last: what is not closed is noticed only at the end.
fn inside(text: &str, place: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let last = text.trim_end().char_indices().next_back().map_or(0, |(at, _)| at);
    if place.start <= last { place } else { last..text.trim_end().len() }
}

fn message_id(entry: &fluent_syntax::ast::Entry<&str>) -> Option<String> {
    match entry {
        fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
        _ => None,
    }
}

/// The text of a message that has no variables.
fn fixed(bundle: &FluentBundle<FluentResource>, id: &str) -> Option<String> {
    let pattern = bundle.get_message(id)?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, None, &mut errors).into_owned();
    errors.is_empty().then_some(text)
}

/// The words that Markdown needs, owned.
#[derive(Debug, Default)]
pub struct MarkdownWords {
    note: String,
    tip: String,
    important: String,
    warning: String,
    caution: String,
    footnotes: String,
    footnote: String,
    back_to_text: String,
    anchor: String,
    table: String,
    code: String,
}

impl MarkdownWords {
    pub(crate) fn load(words: &Words, lang: Lang, rules: locale::Words) -> MarkdownWords {
        // A theme may leave these words to us.
        let say = |key: &str, indonesian: &str, english: &str| {
            let own = match rules {
                locale::Words::Indonesian => indonesian,
                locale::Words::English => english,
            };
            words.known(lang, key).unwrap_or_else(|| own.to_owned())
        };
        MarkdownWords {
            note: say("note-info", "Catatan", "Note"),
            tip: say("note-tip", "Tips", "Tip"),
            important: say("note-important", "Penting", "Important"),
            warning: say("note-warning", "Perhatian", "Warning"),
            caution: say("note-caution", "Awas", "Caution"),
            footnotes: say("markdown-footnotes", "Catatan kaki", "Footnotes"),
            footnote: say("markdown-footnote", "catatan kaki", "footnote"),
            back_to_text: say("markdown-back-to-text", "Kembali ke teks", "Back to the text"),
            anchor: say("markdown-anchor", "Tautan ke bagian", "Link to section"),
            table: say("markdown-table", "Tabel", "Table"),
            code: say("markdown-code", "Kode", "Code"),
        }
    }

    pub(crate) fn borrowed(&self) -> markdown::Words<'_> {
        markdown::Words {
            note: &self.note,
            tip: &self.tip,
            important: &self.important,
            warning: &self.warning,
            caution: &self.caution,
            footnotes: &self.footnotes,
            footnote: &self.footnote,
            back_to_text: &self.back_to_text,
            anchor: &self.anchor,
            table: &self.table,
            code: &self.code,
        }
    }
}
