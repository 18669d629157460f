//! Filters of templates: dates, numbers and names by the rules of a language, and lists.

use std::borrow::Cow;
use std::sync::Arc;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use tera::{Error, Kwargs, Map, State, TeraResult, Value};

use super::functions::{language, undeclared};
use super::prose::prose;
use super::registry::Registry;
use super::view::View;
use crate::config::Lang;
use crate::locale::date::{Format, When, format, format_range, parse_month};
use crate::locale::{collate, number, slug};

/// Registers all filters.
pub(super) fn register(tera: &mut Registry<'_>, view: &Arc<View>) {
    add(tera, view, "date", |view, value, arguments, state| {
        let words = view.rules(told(view, "date", arguments, state)?);
        let name = arguments.get::<&str>("format")?.unwrap_or("long");
        let wanted = Format::parse(name).ok_or_else(|| {
            Error::message(format!(
                "no date format `{name}`; there are {}",
                Format::NAMES.map(|(name, _)| name).join(", ")
            ))
        })?;
        Ok(Value::from(format(&when(view, value)?, wanted, words)))
    });
    add(tera, view, "date_range", |view, value, arguments, state| {
        let words = view.rules(told(view, "date_range", arguments, state)?);
        let end = arguments.must_get::<Value>("end")?;
        Ok(Value::from(format_range(&when(view, value)?, &when(view, &end)?, words)))
    });
    add(tera, view, "number", |view, value, arguments, state| {
        let words = view.rules(told(view, "number", arguments, state)?);
        match (value.as_i64(), value.as_f64()) {
            (Some(integer), _) => Ok(Value::from(number::integer(integer, words))),
            (None, Some(decimal)) => Ok(Value::from(number::decimal(decimal, words))),
            _ => Err(expected("a number", value)),
        }
    });
    add(tera, view, "money", |view, value, arguments, state| {
        let words = view.rules(told(view, "money", arguments, state)?);
        value
            .as_i64()
            .map(|rupiah| Value::from(number::money(rupiah, words)))
            .ok_or_else(|| expected("a whole number of rupiah", value))
    });
    add(tera, view, "filesize", |view, value, arguments, state| {
        let words = view.rules(told(view, "filesize", arguments, state)?);
        value
            .as_u64()
            .map(|bytes| Value::from(number::file_size(bytes, words)))
            .ok_or_else(|| expected("a number of bytes", value))
    });
    add(tera, view, "markdown", |view, value, arguments, state| {
        let lang = told(view, "markdown", arguments, state)?;
        let html = prose(view, text(value)?, lang);
        let html = html.trim();
        let inline =
            html.strip_prefix("<p>").and_then(|html| html.strip_suffix("</p>")).filter(|html| !html.contains("<p>"));
        Ok(Value::safe_string(inline.unwrap_or(html)))
    });
    add(tera, view, "plain", |_, value, _, _| Ok(Value::from(plain(text(value)?))));
    add(tera, view, "truncate_words", |_, value, arguments, _| {
        let count = arguments.must_get::<usize>("count")?;
        let text = text(value)?;
        let mut words = text.split_whitespace();
        let kept: Vec<&str> = words.by_ref().take(count).collect();
        let mut short = kept.join(" ");
        if words.next().is_some() {
            short.push('…');
        }
        Ok(Value::from(short))
    });
    add(tera, view, "group_by", group_by);
    add(tera, view, "sort_by", |_, value, arguments, _| {
        let attribute = arguments.must_get::<&str>("attribute")?;
        let mut items: Vec<Value> = array(value)?.to_vec();
        items.sort_by_cached_key(|item| {
            item.get_from_path(attribute).map(|value| collate::sort_key(&value.to_string()))
        });
        Ok(Value::from(items))
    });
    add(tera, view, "where", |_, value, arguments, _| {
        let attribute = arguments.must_get::<&str>("attribute")?;
        let wanted = arguments.must_get::<Value>("value")?;
        let chosen = array(value)?.iter().filter(|item| item.get_from_path(attribute) == Some(&wanted)).cloned();
        Ok(Value::from(chosen.collect::<Vec<Value>>()))
    });
    add(tera, view, "json", |_, value, _, _| {
        let json = serde_json::to_string(value).map_err(Error::message)?;
        // Inside <script> no text may end the element or open a comment.
        let json = json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026");
        Ok(Value::safe_string(&json.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")))
    });
    add(tera, view, "slug", |_, value, _, _| Ok(Value::from(slug::slugify(text(value)?))));
    add(tera, view, "person_name", |_, value, _, _| {
        let part = |name: &str| -> Vec<String> {
            let parts = value.get_from_path(name).and_then(Value::as_array).unwrap_or_default();
            parts.iter().map(ToString::to_string).collect()
        };
        let name = value.get_from_path("name").map(ToString::to_string).unwrap_or_default();
        Ok(Value::from(crate::locale::name::person_name(&part("prefix"), &name, &part("suffix"))))
    });
    add(tera, view, "absolute_links", |view, value, _, _| {
        Ok(Value::safe_string(&crate::formats::html::absolute_links(text(value)?, &view.config.base_url, "")))
    });
    add(tera, view, "urlencode", |_, value, _, _| {
        Ok(Value::safe_string(&utf8_percent_encode(text(value)?, NON_ALPHANUMERIC).to_string()))
    });
}

/// The language in which a filter writes.
fn told(view: &View, filter: &str, arguments: &Kwargs, state: &State<'_>) -> TeraResult<Lang> {
    language(view, arguments, state)?.ok_or_else(|| undeclared(filter))
}

fn add<F>(registry: &mut Registry<'_>, view: &Arc<View>, name: &'static str, filter: F)
where
    F: Fn(&View, &Value, &Kwargs, &State<'_>) -> TeraResult<Value> + Send + Sync + 'static,
{
    let view = Arc::clone(view);
    registry.names.push(name);
    registry.tera.register_filter(
        name,
        move |value: Value, arguments: Kwargs, state: &State<'_>| -> TeraResult<Value> {
            filter(&view, &value, &arguments, state)
        },
    );
}

/// Groups in the order in which their keys are first seen. Tera's own gives another order at every call.
fn group_by(_: &View, value: &Value, arguments: &Kwargs, _: &State<'_>) -> TeraResult<Value> {
    let attribute = arguments.must_get::<&str>("attribute")?;
    let mut keys: Vec<String> = Vec::new();
    let mut groups: Vec<Vec<Value>> = Vec::new();
    for item in array(value)? {
        let Some(key) = item.get_from_path(attribute).filter(|key| !key.is_none()).map(ToString::to_string) else {
            continue;
        };
        // Lists come in order, so the group is nearly always the last one.
        match keys.iter().rposition(|known| *known == key).and_then(|at| groups.get_mut(at)) {
            Some(group) => group.push(item.clone()),
            None => {
                keys.push(key);
                groups.push(vec![item.clone()]);
            }
        }
    }
    let mut map = Map::with_capacity(keys.len());
    for (key, group) in keys.into_iter().zip(groups) {
        map.insert(key.into(), Value::from(group));
    }
    Ok(Value::from(map))
}

/// The date in a value: ISO 8601, or a year and month, or a year.
fn when(view: &View, value: &Value) -> TeraResult<When> {
    let text = value.as_str().map_or_else(|| Cow::Owned(value.to_string()), Cow::Borrowed);
    let zone = &view.config.zone;
    let parsed = match text.len() {
        4 => When::parse(&format!("{text}-01-01"), zone),
        7 => parse_month(&text).and_then(|date| When::on(date, zone)),
        _ => When::parse(&text, zone),
    };
    parsed.map_err(|_| expected("a date", value))
}

fn text(value: &Value) -> TeraResult<&str> {
    value.as_str().ok_or_else(|| expected("text", value))
}

fn array(value: &Value) -> TeraResult<&[Value]> {
    value.as_array().ok_or_else(|| expected("a list", value))
}

fn expected(what: &str, value: &Value) -> Error {
    Error::message(format!("expected {what}, found {} `{value}`", value.name()))
}

/// The text of HTML: no tags, no entities, white space folded.
fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        text.push(' ');
        rest = after.split_once('>').map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
