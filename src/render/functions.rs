//! What templates may ask. Every function is pure: the same site gives the same answer.

use std::sync::Arc;

use fluent_bundle::FluentValue;
use tera::{Error, Kwargs, State, TeraResult, Value};

use super::registry::{Registry, refusal};
use super::value::{json, list, map, object};
use super::view::View;
use crate::config::Lang;
use crate::diagnostic::nearest;
use crate::plan::{address_of, index_of};
use crate::site::PageId;
use crate::site::changes;

/// Registers all functions.
pub(super) fn register(tera: &mut Registry<'_>, view: &Arc<View>) {
    add(tera, view, "get_page", |call| {
        let id = match (call.text("path")?, call.text("id")?) {
            (Some(path), _) => call.view.site.by_file.get(path).copied(),
            (None, Some(id)) => call.view.site.find(call.lang, id),
            (None, None) => return Err(Error::message("`get_page` needs `path` or `id`")),
        };
        Ok(id.map_or_else(Value::none, |id| call.view.summary(id)))
    });
    add(tera, view, "get_section", |call| {
        let section = call.view.site.section_of(call.must("path")?.trim_matches('/'), call.lang);
        Ok(section.map_or_else(Value::none, |id| call.view.section(id)))
    });
    add(tera, view, "get_terms", |call| {
        let name = call.must("taxonomy")?;
        let index = call.view.site.taxonomies.iter().position(|taxonomy| taxonomy.name == name);
        Ok(index.map_or_else(|| list([]), |index| call.view.used_terms(index, call.lang)))
    });
    add(tera, view, "get_term", |call| Ok(call.view.term_by_id(call.must("taxonomy")?, call.must("id")?, call.lang)));
    add(tera, view, "latest", latest);
    add(tera, view, "upcoming", |call| events(call, false));
    add(tera, view, "past", |call| events(call, true));
    add(tera, view, "most_read", |call| {
        let pages = call.view.site.most_read.get(usize::from(call.lang.0)).map(Vec::as_slice).unwrap_or_default();
        let shown = if call.view.config.show_views { pages } else { &[] };
        Ok(call.view.summaries(shown.iter().copied().filter(|id| current(call.view, *id)).take(call.limit()?)))
    });
    add(tera, view, "announcements", |call| {
        let standing =
            call.view.site.announcements.get(usize::from(call.lang.0)).map(Vec::as_slice).unwrap_or_default();
        Ok(call.view.summaries(standing.iter().copied()))
    });
    add(tera, view, "url", |call| {
        let path = call.must("path")?;
        if let Some(page) = call.view.site.by_file.get(path) {
            return Ok(Value::from(call.view.url(&call.view.site.page(*page).path)));
        }
        Ok(Value::from(on_site(call.view, path)?))
    });
    add(tera, view, "absolute_url", |call| {
        let path = call.must("path")?;
        if path.contains("://") {
            return Ok(Value::from(path));
        }
        // An address that templates were given has the site's own path in front already.
        let base = &call.view.config.base_url;
        let path = if base.path.is_empty() { path } else { path.strip_prefix(base.path.as_str()).unwrap_or(path) };
        Ok(Value::from(base.absolute(path)))
    });
    add(tera, view, "asset", |call| asset(call).map(|asset| Value::from(call.view.url(&asset.path))));
    add(tera, view, "integrity", |call| asset(call).map(|asset| Value::from(asset.integrity.as_str())));
    add(tera, view, "inline", |call| {
        let text = asset(call).map(|asset| String::from_utf8_lossy(&asset.bytes).into_owned())?;
        Ok(Value::safe_string(text.trim()))
    });
    add(tera, view, "t", translate);
    add(tera, view, "load_data", load_data);
}

/// One call of a function.
pub(super) struct Call<'a> {
    view: &'a View,
    pub(super) arguments: &'a Kwargs,
    pub(super) lang: Lang,
    /// Whether it was told; else it is the default one.
    is_lang_told: bool,
}

impl<'a> Call<'a> {
    /// A text that may be left out, or be none.
    fn text(&self, name: &'a str) -> TeraResult<Option<&'a str>> {
        let is_none = self.arguments.get::<Value>(name)?.is_none_or(|value| value.is_none());
        if is_none { Ok(None) } else { self.arguments.get::<&str>(name) }
    }

    pub(super) fn must(&self, name: &'a str) -> TeraResult<&'a str> {
        self.arguments.must_get::<&str>(name)
    }

    fn limit(&self) -> TeraResult<usize> {
        Ok(self.arguments.get::<usize>("limit")?.unwrap_or(usize::MAX))
    }
}

/// Registers a function. Its language is the argument `lang`, else the page's, else the default one.
pub(super) fn add<F>(registry: &mut Registry<'_>, view: &Arc<View>, name: &'static str, function: F)
where
    F: Fn(&Call<'_>) -> TeraResult<Value> + Send + Sync + 'static,
{
    let view = Arc::clone(view);
    registry.names.push(name);
    registry.tera.register_function(name, move |arguments: Kwargs, state: &State<'_>| -> TeraResult<Value> {
        let told = language(&view, &arguments, state)?;
        let lang = told.unwrap_or_else(|| view.config.default_lang());
        function(&Call { view: &view, arguments: &arguments, lang, is_lang_told: told.is_some() })
    });
}

/// The language of a call; none within a component that does not ask for the page's.
pub(super) fn language(view: &View, arguments: &Kwargs, state: &State<'_>) -> TeraResult<Option<Lang>> {
    let known = |code: &str| view.config.lang_of(code).ok_or_else(|| refusal("language", code, None));
    if let Some(own) = arguments.get::<&str>("lang")? {
        return known(own).map(Some);
    }
    state.get::<Value>("lang")?.as_ref().and_then(Value::as_str).map(known).transpose()
}

/// That words are asked for in no language: a guess would be wrong in all but one.
pub(super) fn undeclared(name: &str) -> Error {
    refusal("undeclared", name, None)
}

/// Whether an item belongs on the home page: neither over nor taken back.
fn current(view: &View, id: PageId) -> bool {
    use crate::site::StatusNote;
    !matches!(view.site.page(id).note, Some(StatusNote::Expired | StatusNote::Withdrawn))
}

fn latest(call: &Call<'_>) -> TeraResult<Value> {
    let site = &call.view.site;
    let kind = call.text("kind")?;
    let pages: &[PageId] = match (call.text("section")?, call.text("taxonomy")?) {
        (Some(section), _) => {
            site.section_of(section.trim_matches('/'), call.lang).map_or(&[], |id| site.section(id).pages.as_slice())
        }
        (None, Some(taxonomy)) => {
            let term = call.must("term")?;
            let known = site.taxonomy(taxonomy);
            let found = known.and_then(|taxonomy| Some(taxonomy.term(taxonomy.find(term)?)));
            found.map_or(&[], |term| term.pages_in(call.lang))
        }
        (None, None) => site.newest.get(usize::from(call.lang.0)).map_or(&[], Vec::as_slice),
    };
    let chosen = pages
        .iter()
        .copied()
        .filter(|id| kind.is_none_or(|kind| site.page(*id).kind().word() == kind) && current(call.view, *id));
    Ok(call.view.summaries(chosen.take(call.limit()?)))
}

fn events(call: &Call<'_>, past: bool) -> TeraResult<Value> {
    let site = &call.view.site;
    let now = call.view.moment.now;
    let all = site.events.get(usize::from(call.lang.0)).map(Vec::as_slice).unwrap_or_default();
    let is_past = |id: &PageId| changes::is_over(&site.page(*id).document, now);
    let limit = call.limit()?;
    Ok(if past {
        call.view.summaries(all.iter().rev().copied().filter(is_past).take(limit))
    } else {
        call.view.summaries(all.iter().copied().filter(|id| !is_past(id)).take(limit))
    })
}

/// The root-relative address of a path on the site that exists.
fn on_site(view: &View, path: &str) -> TeraResult<String> {
    let known = path.starts_with('/') && view.plan.has_address(path.split(['?', '#']).next().unwrap_or(path));
    if known || path.contains("://") {
        return Ok(if known { view.url(path) } else { path.to_owned() });
    }
    let wanted = index_of(&format!("{}/", path.trim_end_matches('/')));
    let near = nearest(&wanted, view.plan.outputs.iter().map(|output| &*output.path));
    Err(refusal("address", path, near.map(address_of).as_deref()))
}

fn asset<'a>(call: &Call<'a>) -> TeraResult<&'a crate::plan::Asset> {
    let path = call.must("path")?;
    call.view.plan.assets.get(path).ok_or_else(|| refusal("asset", path, nearest(path, call.view.plan.assets.names())))
}

fn translate(call: &Call<'_>) -> TeraResult<Value> {
    let key = call.must("key")?;
    if !call.is_lang_told {
        return Err(undeclared("t"));
    }
    let mut variables = Vec::new();
    for (name, value) in call.arguments.iter() {
        let Some(name) = name.as_str().filter(|name| !matches!(*name, "key" | "lang")) else { continue };
        let value = match (value.as_str(), value.as_f64()) {
            (Some(text), _) => FluentValue::from(text),
            (None, Some(number)) => FluentValue::from(number),
            (None, None) => FluentValue::from(value.to_string()),
        };
        variables.push((name, value));
    }
    call.view
        .words
        .say(call.lang, key, &variables)
        .ok_or_else(|| refusal("words", key, nearest(key, call.view.words.keys(call.lang))))
}

/// A file of `data/`: YAML and JSON as they are, CSV as `{header, rows}`.
fn load_data(call: &Call<'_>) -> TeraResult<Value> {
    let path = call.must("path")?;
    let full = if path.starts_with("data/") { path.to_owned() } else { format!("data/{path}") };
    let Some(source) = call.view.data.get(&full) else {
        return Err(refusal("data", &full, nearest(&full, call.view.data.keys().map(String::as_str))));
    };
    if full.ends_with(".csv") {
        let mut reader = csv::Reader::from_reader(source.text().as_bytes());
        let row = |record: &csv::StringRecord| list(record.iter().map(Value::from));
        let header = reader.headers().map(row).map_err(Error::message)?;
        let rows: Result<Vec<Value>, _> = reader.records().map(|record| record.map(|record| row(&record))).collect();
        return Ok(map([("header", header), ("rows", Value::from(rows.map_err(Error::message)?))]));
    }
    let free = crate::yaml::read_free(source).map_err(|_| refusal("broken-data", &full, None))?;
    Ok(match &free {
        serde_json::Value::Object(entries) => object(entries),
        other => json(other),
    })
}
