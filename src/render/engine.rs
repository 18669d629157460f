//! Tera, set up once per snapshot.
//!
//! Functions and filters are registered before templates, or Tera refuses what uses them. Nothing that reads a clock, the
//! environment or chance is registered; output would differ from build to build.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::Arc;

use tera::{ComponentInfo, Context, Error, Tera, Value};

use super::cached::Cached;
use super::explain::Templates;
use super::highlight::Highlighter;
use super::memory::Memory;
use super::registry::Registry;
use super::view::View;
use super::{KeptBodies, bodies, filters, functions};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::read::ThemeLayer;
use crate::read::facts::Store;
use crate::source::{Location, Source};

/// The templates of a site, ready to render.
pub struct Engine {
    tera: Arc<Tera>,
    cached: Arc<Cached>,
    sources: BTreeMap<String, Arc<Source>>,
    prefixes: Vec<String>,
    filters: Vec<&'static str>,
    functions: Vec<&'static str>,
    writers: BTreeMap<String, ComponentInfo>,
    /// Colours code, and remembers what it did.
    pub highlighter: Arc<Highlighter>,
    /// Knows what files are.
    pub facts: Arc<Store>,
    /// Bodies that an earlier run converted.
    pub bodies: Arc<KeptBodies>,
    /// What all conversions of bodies have in common, hashed.
    pub conditions: u128,
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Engine").field("templates", &self.sources.len()).finish_non_exhaustive()
    }
}

impl Engine {
    /// Loads the templates of all layers.
    ///
    /// # Errors
    /// A template that does not parse or names what does not exist.
    pub fn load(view: &Arc<View>, layers: &[ThemeLayer], memory: Memory) -> Result<Engine, Diagnostics> {
        let Memory { highlighter, facts, bodies } = memory;
        let mut tera = Tera::new();
        let prefixes: Vec<String> =
            layers.iter().filter(|layer| !layer.name.is_empty()).map(|layer| format!("{}/", layer.name)).collect();
        let mut registry = Registry::new(&mut tera);
        functions::register(&mut registry, view);
        let cached = Cached::register(&mut registry, view);
        let functions = std::mem::take(&mut registry.names);
        filters::register(&mut registry, view);
        let filters = registry.names;
        let mut sources = BTreeMap::new();
        for layer in layers {
            for (name, source) in &layer.templates {
                let name = if layer.name.is_empty() { name.clone() } else { format!("{}/{name}", layer.name) };
                sources.insert(name, Arc::clone(source));
            }
        }
        let too_long = sources.values().find_map(|source| Some((source, end_of_chain(source.text())?)));
        if let Some((source, at)) = too_long {
            let found = Diagnostic::at(Code::TemplateSyntax, source, at..at + BRANCH.len());
            return Err(found.with("problem", "branches").with("limit", LONGEST_CHAIN).into());
        }
        let templates: Vec<(String, String)> =
            sources.iter().map(|(name, source)| (name.clone(), source.text().to_owned())).collect();
        let added = tera.set_fallback_prefixes(prefixes.clone());
        if let Err(error) = added.and_then(|()| tera.add_raw_templates(templates)) {
            let templates =
                Templates { sources: &sources, prefixes: &prefixes, filters: &filters, functions: &functions };
            return Err(templates.load_errors(&error));
        }
        let components = tera.get_component_names().filter_map(|name| tera.get_component_definition(name));
        let is_writers = |info: &ComponentInfo| info.metadata().get("writers").and_then(Value::as_bool) == Some(true);
        let writers = components.filter(is_writers).map(|info| (info.name().to_owned(), info)).collect();
        let tera = Arc::new(tera);
        cached.prints_by(&tera);
        let conditions = bodies::conditions(&view.config);
        Ok(Engine {
            tera,
            cached,
            sources,
            prefixes,
            filters,
            functions,
            writers,
            highlighter,
            facts,
            bodies,
            conditions,
        })
    }

    /// The first of `names` that is a template.
    pub fn first_template<'n>(&self, names: &[&'n str]) -> Option<&'n str> {
        names.iter().copied().find(|name| self.tera.contains_template(name))
    }

    /// Names of templates without their theme, to suggest one.
    pub fn template_names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self
            .sources
            .keys()
            .map(|name| self.prefixes.iter().find_map(|prefix| name.strip_prefix(prefix.as_str())).unwrap_or(name))
            .filter(|name| !name.contains('/'))
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// Renders a template.
    ///
    /// # Errors
    /// What Tera says, at its place in the template.
    pub fn render(&self, template: &str, context: &Context) -> Result<Vec<u8>, Box<Diagnostic>> {
        let mut page = Growing { html: Vec::with_capacity(16 * 1024), is_full: false };
        match self.tera.render_to(template, context, &mut page) {
            Ok(()) => Ok(page.html),
            Err(_) if page.is_full => {
                let found = Diagnostic {
                    primary: self.source(template).map(Location::file),
                    ..Diagnostic::new(Code::TemplateFailed)
                };
                Err(Box::new(found.with("problem", "large").with("limit", LARGEST_PAGE / 1024 / 1024)))
            }
            Err(error) => Err(Box::new(self.failure(&error))),
        }
    }

    /// A component that writers may call.
    pub fn writers_component(&self, name: &str) -> Option<&ComponentInfo> {
        self.writers.get(name)
    }

    /// Names of the components that writers may call.
    pub fn writers_components(&self) -> Vec<&str> {
        self.writers.keys().map(String::as_str).collect()
    }

    /// Renders a component.
    ///
    /// # Errors
    /// What Tera says, at its place in the template.
    pub fn render_component(
        &self,
        name: &str,
        arguments: &Context,
        implicit: &Context,
        body: Option<&str>,
    ) -> Result<String, Diagnostic> {
        self.tera
            .render_component_with_implicits(name, arguments, implicit, body, true)
            .map_err(|error| self.failure(&error))
    }

    /// What Tera says; of a component that is printed once, what it says within, and who called.
    fn failure(&self, error: &Error) -> Diagnostic {
        let found = self.templates().failure(error);
        let Some(within) = self.cached.failure(&found) else { return found };
        let within = self.failure(&within);
        let mut places = within.primary.into_iter().chain(within.related).chain(found.primary).chain(found.related);
        Diagnostic { primary: places.next(), related: places.collect(), ..within }
    }

    /// The file of a template, as the engine names it.
    fn source(&self, name: &str) -> Option<&Arc<Source>> {
        let of_theme = || self.prefixes.iter().find_map(|prefix| self.sources.get(&format!("{prefix}{name}")));
        self.sources.get(name).or_else(of_theme)
    }

    fn templates(&self) -> Templates<'_> {
        Templates {
            sources: &self.sources,
            prefixes: &self.prefixes,
            filters: &self.filters,
            functions: &self.functions,
        }
    }
}

/// The word of a branch. The engine reads and drops a chain of them by recursion, and a long one takes the whole stack.
const BRANCH: &str = "elif";
/// Branches in one template, at most.
const LONGEST_CHAIN: usize = 500;

/// Where a template has one branch too many.
fn end_of_chain(template: &str) -> Option<usize> {
    template.match_indices(BRANCH).nth(LONGEST_CHAIN).map(|(at, _)| at)
}

/// A larger page is a template's mistake, a loop in a loop: nobody could load it.
const LARGEST_PAGE: usize = 256 * 1024 * 1024;

/// A page that is being printed.
struct Growing {
    html: Vec<u8>,
    is_full: bool,
}

impl Write for Growing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.is_full |= self.html.len() + bytes.len() > LARGEST_PAGE;
        if self.is_full {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.html.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
