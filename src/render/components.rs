//! Components that writers call from Markdown: a call is checked against the component's own signature, names are
//! resolved to what they name, and the theme prints it.

use std::sync::Arc;

use tera::{ComponentArg, ComponentArgType, ComponentInfo, Context, Value};

use super::engine::Engine;
use super::markdown::Components;
use super::value::{list, map, text};
use super::view::View;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::parse::components::{Argument, ComponentCall, Literal};
use crate::parse::kinds::shared::{Contact, Venue};
use crate::read;
use crate::site::links::From;
use crate::site::{Page, files};
use crate::source::Source;

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
            let place = crate::source::Location::new(self.source, call.span.clone());
            Diagnostic { primary: Some(place), ..found }.with("page", page)
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
                at(Code::MissingFile).with("path", name.as_str()).suggesting(files::nearest_file(
                    site,
                    self.from.base,
                    name,
                ))
            })
        };
        let unknown = |taxonomy: &str, path: &str, ids: Vec<&str>| {
            at(Code::UnknownTerm)
                .with("id", name.as_str())
                .with("taxonomy", taxonomy)
                .with("file", path)
                .suggesting(nearest(name, ids))
        };
        match kind {
            "file" => file().map(|file| self.view.file(file)),
            "table" => {
                let unreadable =
                    |reason: String| at(Code::Unreadable).with("path", name.as_str()).with("reason", reason);
                let file = &file()?.file;
                let bytes = read::bytes(file).map_err(|error| unreadable(error.to_string()))?;
                // Like every text: what no page may hold is told at its place.
                let (source, found) = read::decoded(&file.shown(), bytes);
                match found.into_iter().next() {
                    Some(found) => Err(found),
                    None => table(&source.text).map_err(unreadable),
                }
            }
            "folder" => {
                let mut files = site.folder(self.from.base, name).peekable();
                if files.peek().is_none() {
                    return Err(at(Code::MissingFile).with("path", format!("{name}/")));
                }
                Ok(list(files.map(|file| self.view.file(file))))
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
                Some(venue) => Ok(venue_value(venue)),
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
            Problem::Missing(name) => at(call.name_span.clone()).with("problem", "missing").with("argument", *name),
            Problem::Type(argument, expected) => at(argument.span.clone())
                .with("problem", "type")
                .with("argument", argument.name.as_str())
                .with("expected", *expected),
            Problem::Body => at(call.name_span.clone()).with("problem", "body").with("argument", ""),
        }
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
fn table(text: &str) -> Result<Value, String> {
    // Spreadsheets set to Indonesian write semicolons.
    let first = text.lines().next().unwrap_or_default();
    let delimiter = if first.matches(';').count() > first.matches(',').count() { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
    let row = |record: &csv::StringRecord| list(record.iter().map(Value::from));
    let header = reader.headers().map(row).map_err(|error| error.to_string())?;
    let mut rows = Vec::new();
    for record in reader.records() {
        rows.push(row(&record.map_err(|error| error.to_string())?));
    }
    Ok(map([("header", header), ("rows", Value::from(rows))]))
}

/// A contact as templates name it.
pub(crate) fn contact_value(contact: &Contact) -> Value {
    map([
        ("name", text(contact.name.as_deref())),
        ("role", text(contact.role.as_deref())),
        ("phone", text(contact.phone.as_deref())),
        ("whatsapp", text(contact.whatsapp.as_deref())),
        ("email", text(contact.email.as_deref())),
        ("hours", text(contact.hours.as_deref())),
    ])
}

fn venue_value(venue: &Venue) -> Value {
    map([
        ("name", text(venue.name.as_deref())),
        ("room", text(venue.room.as_deref())),
        ("street", text(venue.street.as_deref())),
        ("district", text(venue.district.as_deref())),
        ("city", text(venue.city.as_deref())),
        ("region", text(venue.region.as_deref())),
        ("map_url", text(venue.map_url.as_deref())),
        ("access_notes", text(venue.access_notes.as_deref())),
    ])
}
