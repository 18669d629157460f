//! Code → HTML with about a dozen classes, `hl-keyword`, `hl-string` and so on; the theme gives them colours.
//!
//! syntect's own class output is twenty times the code's size, so the scopes that it finds are boiled down here. Results are
//! remembered by content hash, because they are pure and slow: key = recipe (which stands for the regex engine too), syntect's
//! version, language, code; a result is immutable, depends on no file, and every option that matters is in the key. Losing the memory
//! loses time only.
//! Nothing is loaded before the first block that is not remembered.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use syntect::parsing::{BasicScopeStackOp, ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};
use syntect::util::LinesWithEndings;
use xxhash_rust::xxh3::xxh3_64;

use crate::diagnostic::nearest;
use crate::digest::Digest;
use crate::read::facts::Keep;

/// Raise it when the rules below change: what was remembered is made anew.
const RECIPE: u32 = 2;

/// syntect and its grammars; a test compares it with `Cargo.lock`.
const SYNTECT: &str = "5.3.0";

/// A longer line is no code that anyone reads, and grammars take time that grows faster than the line.
const LONGEST_LINE: usize = 10_000;
/// A larger block is printed without colours.
const LARGEST_BLOCK: usize = 200_000;
/// The sum of the squares of the lines' lengths, at most: the time that a hostile block takes (1.7 seconds for the worst that was found).
const MOST_EFFORT: usize = LONGEST_LINE * LONGEST_LINE;

/// Names of a language that is none.
const PLAIN: &[&str] = &["", "plain", "plaintext", "text", "txt"];

/// Names that writers use and the grammars do not.
const ALIASES: &[(&str, &str)] =
    &[("console", "sh"), ("jsonc", "json"), ("jsx", "js"), ("shell", "sh"), ("vb", "asp"), ("zsh", "sh")];

/// Scope → class, the longest scope that fits; the innermost scope of a place that has a rule decides. None: no class.
const RULES: &[(&str, Option<&str>)] = &[
    ("comment", Some("comment")),
    ("constant", Some("constant")),
    ("constant.numeric", Some("number")),
    ("entity.name.class", Some("type")),
    ("entity.name.enum", Some("type")),
    ("entity.name.function", Some("function")),
    ("entity.name.macro", Some("function")),
    ("entity.name.namespace", Some("type")),
    ("entity.name.section", Some("heading")),
    ("entity.name.struct", Some("type")),
    ("entity.name.tag", Some("tag")),
    ("entity.name.trait", Some("type")),
    ("entity.name.type", Some("type")),
    ("entity.name.union", Some("type")),
    ("entity.other.attribute-name", Some("attribute")),
    ("entity.other.inherited-class", Some("type")),
    ("invalid", Some("error")),
    ("keyword", Some("keyword")),
    ("keyword.operator", Some("operator")),
    ("markup.deleted", Some("deleted")),
    ("markup.heading", Some("heading")),
    ("markup.inserted", Some("inserted")),
    ("markup.raw", Some("string")),
    ("meta.diff.header", Some("heading")),
    ("meta.diff.range", Some("heading")),
    ("punctuation", Some("punctuation")),
    ("punctuation.definition.comment", Some("comment")),
    ("punctuation.definition.heading", Some("heading")),
    ("punctuation.definition.string", Some("string")),
    ("punctuation.definition.deleted", Some("deleted")),
    ("punctuation.definition.inserted", Some("inserted")),
    ("source", None),
    ("storage", Some("keyword")),
    ("string", Some("string")),
    ("support.class", Some("type")),
    ("support.constant", Some("constant")),
    ("support.function", Some("function")),
    ("support.macro", Some("function")),
    ("support.type", Some("type")),
    ("support.type.property-name", Some("attribute")),
    ("support.variable", Some("variable")),
    ("text", None),
    ("variable", Some("variable")),
    ("variable.function", Some("function")),
];

/// Colours code; shared by all threads.
#[derive(Debug, Default)]
pub struct Highlighter {
    grammars: OnceLock<Grammars>,
    memory: Mutex<Memory>,
}

/// Code as HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colored {
    /// The HTML.
    pub html: String,
    /// What it is remembered by; none of what has no colours.
    pub key: Option<u128>,
}

impl Highlighter {
    /// A highlighter that starts with what `memory` holds.
    pub fn new(memory: Memory) -> Highlighter {
        Highlighter { grammars: OnceLock::new(), memory: Mutex::new(memory) }
    }

    /// `code` as HTML for the inside of `<code>`; none when `language` is not known.
    pub fn highlight(&self, language: &str, code: &str) -> Option<Colored> {
        let plain = |code| Colored { html: plain(code), key: None };
        let language = language.to_lowercase();
        if PLAIN.contains(&language.as_str()) {
            return Some(plain(code));
        }
        if is_too_large(code) {
            return self.grammars().find(&language).map(|_| plain(code));
        }
        let key = key(&language, code);
        if let Some(html) = self.memory().recall(key) {
            return Some(Colored { html: html.to_string(), key: Some(key) });
        }
        let grammars = self.grammars();
        let html = grammars.highlight(grammars.find(&language)?, code);
        self.memory().remember(key, html.as_str().into());
        Some(Colored { html, key: Some(key) })
    }

    /// Notes that these are wanted as if they had been asked for.
    pub fn note_used(&self, keys: &[u128]) {
        if keys.is_empty() {
            return;
        }
        let mut memory = self.memory();
        for key in keys {
            if let Some(entry) = memory.entries.get_mut(key) {
                entry.used = true;
            }
        }
    }

    /// The name of a language that is nearest to one that is not known.
    pub fn suggest(&self, language: &str) -> Option<String> {
        let set = &self.grammars().set;
        let names = set.syntaxes().iter().filter(|syntax| !syntax.hidden).flat_map(|syntax| {
            // Extensions are what writers use; a name such as `Ruby on Rails` cannot follow a fence.
            syntax.file_extensions.iter().map(String::as_str).chain(std::iter::once(syntax.name.as_str()))
        });
        let names: Vec<String> = names.filter(|name| !name.contains(' ')).map(str::to_lowercase).collect();
        nearest(language, names.iter().map(String::as_str)).map(str::to_owned)
    }

    /// What is kept for the next run; none where that has it already.
    pub fn to_bytes(&self, keep: Keep) -> Option<Vec<u8>> {
        let memory = self.memory();
        memory.is_new(keep).then(|| memory.to_bytes(keep))
    }

    /// Forgets what was not used since this was called last.
    pub fn forget_unused(&self) {
        let mut memory = self.memory();
        memory.entries.retain(|_, entry| std::mem::take(&mut entry.used));
    }

    fn memory(&self) -> MutexGuard<'_, Memory> {
        // A thread that panicked leaves whole entries behind.
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn grammars(&self) -> &Grammars {
        self.grammars.get_or_init(Grammars::load)
    }
}

/// `code` without colours.
pub fn plain(code: &str) -> String {
    let mut html = String::with_capacity(code.len() + code.len() / 8);
    escape(&mut html, code);
    html
}

fn escape(html: &mut String, code: &str) {
    for character in code.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            other => html.push(other),
        }
    }
}

fn is_too_large(code: &str) -> bool {
    code.len() > LARGEST_BLOCK
        || code.split('\n').any(|line| line.len() > LONGEST_LINE)
        || code.split('\n').map(|line| line.len() * line.len()).sum::<usize>() > MOST_EFFORT
}

fn key(language: &str, code: &str) -> u128 {
    let recipe = RECIPE.to_le_bytes();
    Digest::of([&recipe, SYNTECT.as_bytes(), language.as_bytes(), code.as_bytes()]).long()
}

/// The grammars and the rules, ready for use.
#[derive(Debug)]
struct Grammars {
    set: SyntaxSet,
    rules: Vec<(Scope, Option<&'static str>)>,
}

impl Grammars {
    fn load() -> Grammars {
        let rules = RULES.iter().filter_map(|(scope, class)| Some((Scope::new(scope).ok()?, *class))).collect();
        Grammars { set: SyntaxSet::load_defaults_newlines(), rules }
    }

    fn find(&self, language: &str) -> Option<&SyntaxReference> {
        let alias = ALIASES.iter().find(|(alias, _)| *alias == language).map(|(_, name)| *name);
        self.set.find_syntax_by_token(alias.unwrap_or(language))
    }

    fn highlight(&self, syntax: &SyntaxReference, code: &str) -> String {
        let mut state = ParseState::new(syntax);
        let mut scopes = ScopeStack::new();
        let mut known: HashMap<Scope, Option<Option<&'static str>>> = HashMap::new();
        // One entry for every scope that is open: the class of what stands in it.
        let mut classes: Vec<Option<&'static str>> = Vec::new();
        let mut spans = Spans { html: String::with_capacity(code.len() * 3), open: None, space: Vec::new() };
        for line in LinesWithEndings::from(code) {
            // A grammar that fails, by its own fault or by giving up on a hostile line, leaves the block without colours.
            let Ok(steps) = state.parse_line(line, &self.set) else { return plain(code) };
            let mut from = 0;
            for (at, step) in steps {
                spans.push(line.get(from..at).unwrap_or(""), classes.last().copied().flatten());
                from = from.max(at);
                let applied = scopes.apply_with_hook(&step, |step, _| match step {
                    BasicScopeStackOp::Push(scope) => {
                        let rule = *known.entry(scope).or_insert_with(|| self.rule(scope));
                        classes.push(rule.unwrap_or_else(|| classes.last().copied().flatten()));
                    }
                    BasicScopeStackOp::Pop => {
                        classes.pop();
                    }
                });
                if applied.is_err() {
                    return plain(code);
                }
            }
            spans.push(line.get(from..).unwrap_or(""), classes.last().copied().flatten());
        }
        spans.finish()
    }

    /// The rule of the longest scope that `scope` begins with.
    fn rule(&self, scope: Scope) -> Option<Option<&'static str>> {
        let fitting = self.rules.iter().filter(|(rule, _)| rule.is_prefix_of(scope));
        fitting.max_by_key(|(rule, _)| rule.len()).map(|(_, class)| *class)
    }
}

/// Writes pieces of code; neighbours of one class share a span, and white space at its ends stays outside.
struct Spans<'c> {
    html: String,
    open: Option<&'static str>,
    /// White space that was not written yet.
    space: Vec<&'c str>,
}

impl<'c> Spans<'c> {
    fn push(&mut self, code: &'c str, class: Option<&'static str>) {
        let is_space = |c: char| c.is_ascii_whitespace();
        let rest = code.trim_start_matches(is_space);
        let seen = rest.trim_end_matches(is_space);
        self.space.push(code.get(..code.len() - rest.len()).unwrap_or(""));
        if seen.is_empty() {
            return;
        }
        if class != self.open {
            self.close();
        }
        self.html.extend(self.space.drain(..));
        if let Some(name) = class.filter(|_| self.open.is_none()) {
            self.html.push_str("<span class=\"hl-");
            self.html.push_str(name);
            self.html.push_str("\">");
        }
        self.open = class;
        escape(&mut self.html, seen);
        self.space.push(rest.get(seen.len()..).unwrap_or(""));
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.html.push_str("</span>");
        }
    }

    fn finish(mut self) -> String {
        self.close();
        self.html.extend(self.space.drain(..));
        self.html
    }
}

/// Results of earlier runs and of this one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    entries: BTreeMap<u128, Entry>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    html: Arc<str>,
    /// Whether this run asked for it: what no run asks for is forgotten.
    used: bool,
    /// Whether an earlier run left it.
    kept: bool,
}

impl Memory {
    /// The first bytes of the file. The number changes with its shape.
    const HEADER: &'static [u8] = b"warta highlight 1\n";

    /// What [`Memory::to_bytes`] wrote; nothing at all if a single bit of it changed.
    pub fn from_bytes(bytes: &[u8]) -> Memory {
        Memory::read(bytes).unwrap_or_default()
    }

    /// Whether what is to be kept is another than what was read.
    fn is_new(&self, keep: Keep) -> bool {
        self.entries.values().any(|entry| !entry.kept || (!entry.used && keep == Keep::Used))
    }

    /// The entries used in this run, or all, in the order of their keys.
    pub fn to_bytes(&self, keep: Keep) -> Vec<u8> {
        let mut bytes = Memory::HEADER.to_vec();
        for (key, entry) in self.entries.iter().filter(|(_, entry)| entry.used || keep == Keep::All) {
            bytes.extend(key.to_le_bytes());
            bytes.extend((entry.html.len() as u64).to_le_bytes());
            bytes.extend(entry.html.as_bytes());
        }
        let sum = xxh3_64(&bytes);
        bytes.extend(sum.to_le_bytes());
        bytes
    }

    fn read(bytes: &[u8]) -> Option<Memory> {
        let (content, sum) = bytes.split_last_chunk::<8>()?;
        if u64::from_le_bytes(*sum) != xxh3_64(content) {
            return None;
        }
        let mut rest = content.strip_prefix(Memory::HEADER)?;
        let mut entries = BTreeMap::new();
        while !rest.is_empty() {
            let (key, after) = rest.split_first_chunk::<16>()?;
            let (length, after) = after.split_first_chunk::<8>()?;
            let (html, after) = after.split_at_checked(usize::try_from(u64::from_le_bytes(*length)).ok()?)?;
            let html = std::str::from_utf8(html).ok()?.into();
            entries.insert(u128::from_le_bytes(*key), Entry { html, used: false, kept: true });
            rest = after;
        }
        Some(Memory { entries })
    }

    fn recall(&mut self, key: u128) -> Option<Arc<str>> {
        let entry = self.entries.get_mut(&key)?;
        entry.used = true;
        Some(Arc::clone(&entry.html))
    }

    fn remember(&mut self, key: u128, html: Arc<str>) {
        self.entries.insert(key, Entry { html, used: true, kept: false });
    }
}

#[cfg(test)]
mod tests;
