//! What Tera says → diagnostics of ours: one sentence in the reader's language, the place in the template, who called it, and
//! what was perhaps meant. Where we know no sentence, Tera's own words stand below.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use tera::{Error, ErrorKind, ReportError};

use super::registry::DIVIDER;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, nearest};
use crate::source::{Location, Source};

/// Filters that Tera itself has.
const BUILT_IN_FILTERS: &[&str] = &[
    "abs",
    "capitalize",
    "default",
    "escape",
    "escape_html",
    "first",
    "float",
    "get",
    "indent",
    "int",
    "join",
    "keys",
    "last",
    "length",
    "lower",
    "nth",
    "pairs",
    "pluralize",
    "replace",
    "reverse",
    "round",
    "safe",
    "sort",
    "split",
    "str",
    "title",
    "trim",
    "truncate",
    "unique",
    "upper",
    "values",
    "wordcount",
];

/// Functions that Tera itself has.
const BUILT_IN_FUNCTIONS: &[&str] = &["range", "throw"];

/// The templates by name, and the names that may be meant.
pub(super) struct Templates<'a> {
    pub(super) sources: &'a BTreeMap<String, Arc<Source>>,
    pub(super) prefixes: &'a [String],
    pub(super) filters: &'a [&'static str],
    pub(super) functions: &'a [&'static str],
}

impl Templates<'_> {
    /// Templates that do not load.
    pub(super) fn load_errors(&self, error: &Error) -> Diagnostics {
        if let ErrorKind::Msg(words) = error.kind() {
            let found: Diagnostics = words.split("error: ").filter_map(|report| self.unknown_name(report)).collect();
            if !found.is_empty() {
                return found;
            }
        }
        self.error(error, Code::TemplateSyntax).into()
    }

    /// A template that fails.
    pub(super) fn failure(&self, error: &Error) -> Diagnostic {
        self.error(error, Code::TemplateFailed)
    }

    fn error(&self, error: &Error, code: Code) -> Diagnostic {
        let in_file = |name: &str| match self.source(name) {
            Some(source) => Diagnostic::in_file(code, source),
            None => Diagnostic::new(code),
        };
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let base = match self.source(report.filename()) {
                    Some(source) => Diagnostic::at(code, source, report.span().range.clone()),
                    None => Diagnostic::new(code),
                };
                // Tera's chain of calls is public only inside its rendered report.
                let words = error.to_string();
                let callers = words.split("\n\nnote: ").skip(1).filter_map(|note| self.called_from(note));
                callers.fold(self.worded(base, report), Diagnostic::related)
            }
            ErrorKind::MissingParent { current, parent } => {
                let found = match self.source(current) {
                    Some(source) => Diagnostic::at(code, source, place_of(source, &format!("\"{parent}\""))),
                    None => Diagnostic::new(code),
                };
                // Extending itself it would lead in a circle: what is meant is the theme's of that name, if it has one.
                let (own, below) = (self.short(current), self.below(current));
                let known = self.parents(parent).into_iter().filter(|name| *name != own || below.is_some());
                let found = self.named(found.with("problem", "template"), parent, known.collect());
                match below {
                    Some(below) if found.text("suggestion") == Some(own) => found.with("suggestion", below),
                    _ => found,
                }
            }
            ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
                in_file(tpl).with("problem", "circle").with("name", self.short(tpl))
            }
            _ if error.to_string().contains("recursion depth") => {
                let own = self.calls_itself();
                let base = own.map_or_else(
                    || Diagnostic::new(code),
                    |place| Diagnostic { primary: Some(place), ..Diagnostic::new(code) },
                );
                base.with("problem", "recursion")
            }
            _ => Diagnostic::new(code).with("problem", "other").noting(error.to_string()),
        }
    }

    /// A report's sentence.
    fn worded(&self, base: Diagnostic, report: &ReportError) -> Diagnostic {
        let words = report.message();
        let mut parts = words.split(DIVIDER);
        if let (Some(problem), Some(name), Some(near)) = (parts.next(), parts.next(), parts.next()) {
            let near = Some(near).filter(|near| !near.is_empty());
            return base.with("problem", problem).with("name", name).suggesting(near);
        }
        for (start, problem) in [("Field `", "field"), ("Variable `", "variable")] {
            let Some((name, rest)) = words.strip_prefix(start).and_then(|rest| rest.split_once('`')) else { continue };
            if !rest.contains("is not defined") {
                continue;
            }
            let known = rest.rsplit_once(": ").map_or("", |(_, known)| known);
            return self.named(base.with("problem", problem), name, known.split(", ").collect());
        }
        if words.starts_with("Unexpected end of input") {
            return base.with("problem", "end");
        }
        let thrown =
            base.primary.as_ref().is_some_and(|place| place.source().slice(place.span()).starts_with("throw("));
        if thrown {
            return base.with("problem", "thrown").with("name", words);
        }
        let problem = if words.starts_with("Invalid type for the value") { "argument" } else { "other" };
        base.with("problem", problem).noting(words)
    }

    /// A finding about a name that does not exist.
    fn named(&self, base: Diagnostic, name: &str, known: Vec<&str>) -> Diagnostic {
        let near = nearest(name, known.iter().copied()).map(str::to_owned);
        let lists = (1..=60).contains(&known.len()) && known.iter().any(|name| !name.is_empty());
        let base = base.with("name", name).with("lists", if lists { "yes" } else { "no" });
        base.with("known", known.join(", ")).suggesting(near)
    }

    /// The templates that one may extend, by names of the form in which a parent is written.
    fn parents(&self, parent: &str) -> Vec<&str> {
        match self.prefixes.iter().find(|prefix| parent.starts_with(prefix.as_str())) {
            Some(prefix) => {
                let own = self.sources.keys().filter(|name| name.starts_with(prefix.as_str()));
                own.map(String::as_str).filter(|name| !self.short(name).starts_with("components/")).collect()
            }
            None => self.template_names(),
        }
    }

    /// The template that another one hides, with the name of its theme.
    fn below(&self, name: &str) -> Option<String> {
        let short = self.short(name);
        let own = self.prefixes.iter().position(|prefix| name.starts_with(prefix.as_str()));
        let others = self.prefixes.iter().skip(own.map_or(0, |own| own + 1));
        others.map(|prefix| format!("{prefix}{short}")).find(|name| self.sources.contains_key(name))
    }

    /// ``Unknown filter `uper` `` or ``Block `lede` is not defined`` with its place, from Tera's report.
    fn unknown_name(&self, report: &str) -> Option<Diagnostic> {
        let (kind, rest) = match report.strip_prefix("Block `") {
            Some(rest) => ("block", rest),
            None => report.strip_prefix("Unknown ")?.split_once(" `")?,
        };
        let (name, rest) = rest.split_once('`')?;
        let place = self.place(rest.split_once("--> ")?.1)?;
        let template = Arc::clone(place.source());
        let found = Diagnostic { primary: Some(place), ..Diagnostic::new(Code::TemplateSyntax) };
        let known: Vec<&str> = match kind {
            "template" => self.template_names(),
            "component" => self.component_names(),
            "block" => self.block_names(&template),
            "filter" => self.filters.iter().chain(BUILT_IN_FILTERS).copied().collect(),
            "function" => self.functions.iter().chain(BUILT_IN_FUNCTIONS).copied().collect(),
            _ => Vec::new(),
        };
        let problem = match kind {
            "template" => "template",
            "component" => "component",
            "filter" => "filter",
            "function" => "function",
            "test" => "test",
            "block" => "block",
            _ => return None,
        };
        Some(self.named(found.with("problem", problem), name, known))
    }

    /// The place of `called from t/dua.html:1:12`.
    fn called_from(&self, note: &str) -> Option<Location> {
        self.place(note.strip_prefix("called from ")?)
    }

    /// The place that a report of Tera's names: path, line and column, then the line with carets under it.
    fn place(&self, report: &str) -> Option<Location> {
        let mut lines = report.lines();
        let mut parts = lines.next()?.trim().rsplitn(3, ':');
        let (column, line, name) = (parts.next()?, parts.next()?, parts.next()?);
        let source = self.source(name)?;
        let (line, column): (usize, usize) = (line.parse().ok()?, column.parse().ok()?);
        let start: usize = source.text().split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
        let text = source.text().get(start..)?.lines().next().unwrap_or("");
        let carets = report.lines().nth(3).map_or(1, |line| line.matches('^').count());
        let offset = |characters: usize| text.char_indices().nth(characters).map_or(text.len(), |(at, _)| at);
        let from = column.checked_sub(1)?;
        Some(Location::new(source, start + offset(from)..start + offset(from + carets)))
    }

    fn source(&self, name: &str) -> Option<&Arc<Source>> {
        let own = self.sources.get(name);
        own.or_else(|| self.prefixes.iter().find_map(|prefix| self.sources.get(&format!("{prefix}{name}"))))
    }

    /// The name of a template as it is written in another.
    fn short<'n>(&self, name: &'n str) -> &'n str {
        self.prefixes.iter().find_map(|prefix| name.strip_prefix(prefix.as_str())).unwrap_or(name)
    }

    fn template_names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.sources.keys().map(|name| self.short(name)).collect();
        names.sort_unstable();
        names.dedup();
        names.into_iter().filter(|name| !name.starts_with("components/")).collect()
    }

    /// Names of components, read from the templates: Tera knows them only when all have loaded.
    fn component_names(&self) -> Vec<&str> {
        let definitions = self.sources.values().flat_map(|source| source.text().split("{% component ").skip(1));
        definitions.filter_map(|rest| rest.split(['(', ' ']).next()).collect()
    }

    /// Names of the blocks of all templates but one.
    fn block_names(&self, but: &Arc<Source>) -> Vec<&str> {
        let others = self.sources.values().filter(|source| !Arc::ptr_eq(source, but));
        let tags = others.flat_map(|source| source.text().split("{%").skip(1));
        let blocks = tags.filter_map(|tag| tag.trim_start_matches('-').trim_start().strip_prefix("block "));
        let names =
            blocks.filter_map(|rest| rest.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next());
        let mut names: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// A component that calls itself, or the first that is called by one which it calls.
    fn calls_itself(&self) -> Option<Location> {
        self.sources.values().find_map(|source| {
            let (_, rest) = source.text().split_once("{% component ")?;
            let name = rest.split(['(', ' ']).next()?;
            let opening = format!("<{name}");
            let mut calls = source.text().match_indices(&opening).map(|(at, call)| at..at + call.len());
            let whole = |span: &Range<usize>| {
                source.text().get(span.end..).is_some_and(|rest| rest.starts_with([' ', '/', '>', '\n']))
            };
            calls.find(whole).map(|span| Location::new(source, span))
        })
    }
}

fn place_of(source: &Arc<Source>, text: &str) -> Range<usize> {
    source.text().find(text).map_or(0..0, |at| at..at + text.len())
}
