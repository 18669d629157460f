//! Components that writers call from Markdown: a call is checked against the component's own signature, names are
//! resolved to what they name, and the theme prints it.

use std::sync::Arc;

use tera::{ComponentArg, ComponentArgType, ComponentInfo, Context, Value};

use super::engine::Engine;
use super::files::{value as file_value, wrong_format};
use super::markdown::Components;
use super::places::{contact_value, venue_value};
use super::value::{list, map};
use super::view::View;
use crate::diagnostic::{Code, Diagnostic, near_id, nearest};
use crate::parse::components::{Argument, ComponentCall, Literal};
use crate::read;
use crate::site::links::From;
use crate::site::references::unknown_term;
use crate::site::{Page, files};
use crate::source::{Location, Source};

/// The components of a theme, called from one text.
pub(crate) struct SiteComponents<'a> {
    pub(crate) engine: &'a Engine,
    pub(crate) view: &'a View,
    pub(crate) source: &'a Arc<Source>,
    pub(crate) from: From<'a>,
    pub(crate) page: Option<&'a Page>,
}

impl Components for SiteComponents<'_> {
    fn render(&self, call: &ComponentCall, body_html: Option<&str>) -> Result<String, Diagnostic> {
        let component = self.engine.writers_component(&call.name);
        let Some(component) = component else {
            let known = self.engine.writers_components();
            return Err(Diagnostic::at(Code::UnknownComponent, self.source, call.name_span.clone())
                .with("name", call.name.as_str())
                .with("known", known.join(", "))
                .suggesting(nearest(&call.name, known.iter().copied())));
        };
        check(call, component).map_err(|problem| problem.diagnostic(self.source, call, component))?;
        let mut arguments = Context::new();
        for argument in &call.arguments {
            let value = match resolver(component, &argument.name) {
                Some(kind) => self.resolve(&kind, argument)?,
                None => literal(&argument.value),
            };
            arguments.insert_value(argument.name.clone(), value);
        }
        let mut implicit = Context::new();
        implicit.insert_value("lang", Value::from(self.view.config.language(self.from.lang).code.as_str()));
        if let Some(page) = self.page {
            implicit.insert_value("title", Value::from(page.title()));
        }
        self.engine.render_component(&call.name, &arguments, &implicit, body_html).map_err(|found| {
            let page = self.page.map_or_else(String::new, |page| self.view.url(&page.path));
            let opening = call.span.start..call.body.as_ref().map_or(call.span.end, |body| body.start);
            let place = Location::new(self.source, opening);
            let found = found.with("page", page);
            // What a component refuses is a mistake of whoever called it; anything else is one of the component.
            match found.primary.clone().filter(|_| found.text("problem") != Some("thrown")) {
                Some(_) => found.related(place),
                None => Diagnostic { primary: Some(place), ..found },
            }
        })
    }
}

impl SiteComponents<'_> {
    /// The thing that an argument names.
    fn resolve(&self, kind: &str, argument: &Argument) -> Result<Value, Diagnostic> {
        let Literal::Text(name) = &argument.value else { return Ok(literal(&argument.value)) };
        let at = |code| Diagnostic::at(code, self.source, argument.span.clone());
        let site = &self.view.site;
        let file = || {
            site.file(self.from.base, name).ok_or_else(|| {
                at(Code::MissingFile)
                    .with("path", name.as_str())
                    .with("problem", "beside")
                    .suggesting(files::nearest_file(site, self.from.base, name))
            })
        };
        let unknown = |taxonomy: &str, path: &str, ids: Vec<&str>| {
            unknown_term(at(Code::UnknownTerm), name, taxonomy, path).suggesting(near_id(name, ids))
        };
        match kind {
            "file" => {
                let file = file()?;
                let call = Location::new(self.source, argument.span.clone());
                // Of a picture its header tells enough.
                let facts = match file.size {
                    Some(_) => None,
                    None => Some(
                        self.engine
                            .facts
                            .of(&file.file)
                            .map_err(|error| Diagnostic { primary: Some(call.clone()), ..*error })?,
                    ),
                };
                let wrong = facts.as_deref().and_then(|facts| wrong_format(&file.file, facts.format));
                match wrong {
                    Some(wrong) => Err(Diagnostic { primary: Some(call), ..wrong }),
                    None => Ok(file_value(self.view, file, facts.as_deref())),
                }
            }
            "table" => {
                let call = Location::new(self.source, argument.span.clone());
                let read = read::text_of(&file()?.file);
                let (source, problems) =
                    read.map_err(|error| at(Code::Unreadable).with("path", name.as_str()).because(&error))?;
                match problems.into_iter().next() {
                    Some(problem) => Err(problem.related(call)),
                    None => table(&source).map_err(|problem| problem.related(call)),
                }
            }
            "folder" => {
                let mut files = site.folder(self.from.base, name).peekable();
                if files.peek().is_none() {
                    return Err(at(Code::MissingFile).with("path", format!("{name}/")).with("problem", "folder"));
                }
                Ok(list(files.map(|file| file_value(self.view, file, None))))
            }
            "person" => match site.records.people.get(name) {
                Some(_) => Ok(self.view.term_by_id("people", name, self.from.lang)),
                None => Err(unknown("people", "data/people.yaml", site.records.people.ids().collect())),
            },
            "contact" => match site.records.contacts.get(name) {
                Some(contact) => Ok(contact_value(contact)),
                None => Err(unknown("contacts", "data/contacts.yaml", site.records.contacts.ids().collect())),
            },
            "venue" => match site.records.venues.get(name) {
                Some(venue) => Ok(venue_value(venue, None)),
                None => Err(unknown("venues", "data/venues.yaml", site.records.venues.ids().collect())),
            },
            _ => Ok(Value::from(name.as_str())),
        }
    }
}

/// What is wrong with a call.
enum Problem<'a> {
    Unknown(&'a Argument),
    Missing(&'a str),
    Type(&'a Argument, &'static str),
    Body,
}

/// Holds a call against the component's signature.
fn check<'a>(call: &'a ComponentCall, component: &'a ComponentInfo) -> Result<(), Problem<'a>> {
    for argument in &call.arguments {
        let declared =
            component.args().iter().find(|declared| declared.name() == argument.name && !declared.is_implicit());
        let Some(declared) = declared else { return Err(Problem::Unknown(argument)) };
        let resolved = resolver(component, &argument.name).is_some();
        if let Some(expected) = expected(declared, resolved).filter(|expected| !fits(&argument.value, *expected)) {
            return Err(Problem::Type(argument, expected.as_str()));
        }
    }
    let missing = component.args().iter().find(|declared| {
        declared.is_required() && !call.arguments.iter().any(|argument| argument.name == declared.name())
    });
    match missing {
        Some(missing) => Err(Problem::Missing(missing.name())),
        None if call.body.is_none() && component.metadata().get("body").and_then(Value::as_bool) == Some(true) => {
            Err(Problem::Body)
        }
        None => Ok(()),
    }
}

/// The type that a writer must give: the name of a thing when the component gets the thing.
fn expected(declared: &ComponentArg, resolved: bool) -> Option<ComponentArgType> {
    if resolved { Some(ComponentArgType::String) } else { declared.arg_type() }
}

fn fits(value: &Literal, expected: ComponentArgType) -> bool {
    matches!(
        (value, expected),
        (Literal::Text(_), ComponentArgType::String)
            | (Literal::Integer(_), ComponentArgType::Integer | ComponentArgType::Number | ComponentArgType::Float)
            | (Literal::Float(_), ComponentArgType::Float | ComponentArgType::Number)
            | (Literal::Boolean(_), ComponentArgType::Bool)
    )
}

impl Problem<'_> {
    fn diagnostic(&self, source: &Arc<Source>, call: &ComponentCall, component: &ComponentInfo) -> Diagnostic {
        let names: Vec<&str> =
            component.args().iter().filter(|declared| !declared.is_implicit()).map(ComponentArg::name).collect();
        let at = |span| {
            Diagnostic::at(Code::ComponentArgument, source, span)
                .with("name", call.name.as_str())
                .with("known", names.join(", "))
        };
        match self {
            Problem::Unknown(argument) => at(argument.name_span.clone())
                .with("problem", "unknown")
                .with("argument", argument.name.as_str())
                .suggesting(nearest(&argument.name, names.iter().copied())),
            Problem::Missing(name) => {
                let declared = component.args().iter().find(|declared| declared.name() == *name);
                let resolved = resolver(component, name);
                let kind = declared.and_then(|declared| expected(declared, resolved.is_some()));
                at(call.name_span.clone())
                    .with("problem", "missing")
                    .with("argument", *name)
                    .with("example", format!("{name}={}", sample(kind, resolved.as_deref())))
            }
            Problem::Type(argument, expected) => at(argument.span.clone())
                .with("problem", "type")
                .with("argument", argument.name.as_str())
                .with("expected", *expected)
                .with("example", format!("{}={}", argument.name, retyped(&argument.value, expected))),
            Problem::Body => at(call.name_span.clone()).with("problem", "body").with("argument", ""),
        }
    }
}

/// A value of a type, to show how one is written.
fn sample(kind: Option<ComponentArgType>, resolved: Option<&str>) -> &'static str {
    match (kind, resolved) {
        (_, Some("file")) => "\"foto.jpg\"",
        (_, Some("person")) => "\"dini-saraswati\"",
        (Some(ComponentArgType::Integer | ComponentArgType::Number), _) => "3",
        (Some(ComponentArgType::Float), _) => "0.5",
        (Some(ComponentArgType::Bool), _) => "true",
        _ => "\"…\"",
    }
}

/// The value as one of the type that is expected, where it can be.
fn retyped(value: &Literal, expected: &str) -> String {
    match (value, expected) {
        (Literal::Integer(number), "string") => format!("\"{number}\""),
        (Literal::Float(number), "string") => format!("\"{number}\""),
        (Literal::Boolean(flag), "string") => format!("\"{flag}\""),
        (Literal::Text(text), "integer" | "number" | "float") if text.parse::<f64>().is_ok() => text.clone(),
        (Literal::Text(text), "bool") if matches!(text.as_str(), "true" | "false") => text.clone(),
        (_, "bool") => "true".to_owned(),
        (_, "float") => "0.5".to_owned(),
        (_, "string") => "\"…\"".to_owned(),
        _ => "3".to_owned(),
    }
}

/// What the component wants in the place of a name: `file`, `person` …
fn resolver(component: &ComponentInfo, argument: &str) -> Option<String> {
    let resolve = component.metadata().get("resolve")?;
    resolve.get_from_path(argument)?.as_str().map(str::to_owned)
}

fn literal(value: &Literal) -> Value {
    match value {
        Literal::Text(text) => Value::from(text.as_str()),
        Literal::Integer(number) => Value::from(*number),
        Literal::Float(number) => Value::from(*number),
        Literal::Boolean(flag) => Value::from(*flag),
    }
}

/// A CSV file (RFC 4180) whose first row heads the columns.
fn table(source: &Arc<Source>) -> Result<Value, Diagnostic> {
    // Spreadsheets set to Indonesian write semicolons.
    let first = source.text().lines().next().unwrap_or_default();
    let count = |wanted: char| first.matches(wanted).count();
    let delimiter = if count(';') > count(',') { b';' } else { b',' };
    // Rows of other lengths are told here, where they can be shown.
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(source.text().as_bytes());
    let row = |record: &csv::StringRecord| list(record.iter().map(Value::from));
    let unreadable = |error: csv::Error| {
        Diagnostic::in_file(Code::Unreadable, source)
            .with("path", source.path.as_str())
            .with("reason", "other")
            .noting(error.to_string())
    };
    let (header, width) = reader.headers().map(|header| (row(header), header.len())).map_err(unreadable)?;
    let mut rows = Vec::new();
    for (index, record) in reader.records().enumerate() {
        let record = record.map_err(unreadable)?;
        if record.len() != width {
            let start = record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or(0);
            let line = source.text().get(start..).unwrap_or("").trim_start_matches('\n');
            let start = source.text().len() - line.len();
            let end = start + line.lines().next().unwrap_or("").len();
            return Err(Diagnostic::at(Code::ComponentArgument, source, start..end)
                .with("problem", "cells")
                // Rows are counted as a spreadsheet does, the heads of the columns being the first.
                .with("row", index + 2)
                .with("cells", record.len())
                .with("width", width));
        }
        rows.push(row(&record));
    }
    Ok(map([("header", header), ("rows", Value::from(rows))]))
}
