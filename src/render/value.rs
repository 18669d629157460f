//! Values for templates, built by hand: cheaper than serialising, and every field is always there.

use tera::{Map, Value};

use crate::locale::date::When;

/// A map of named values, in this order.
pub(crate) fn map(entries: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    let entries = entries.into_iter();
    let mut map = Map::with_capacity(entries.size_hint().0);
    for (key, value) in entries {
        map.insert(key.into(), value);
    }
    Value::from(map)
}

/// A list.
pub(crate) fn list(items: impl IntoIterator<Item = Value>) -> Value {
    Value::from(items.into_iter().collect::<Vec<Value>>())
}

/// A text, or none.
pub(crate) fn text(text: Option<impl AsRef<str>>) -> Value {
    text.map_or_else(Value::none, |text| Value::from(text.as_ref()))
}

/// HTML that is safe as it is, or none.
pub(crate) fn html(html: Option<impl AsRef<str>>) -> Value {
    html.map_or_else(Value::none, |html| Value::safe_string(html.as_ref()))
}

/// A date in ISO 8601, or none.
pub(crate) fn date(when: Option<&When>) -> Value {
    when.map_or_else(Value::none, |when| Value::from(when.iso()))
}

/// A count.
pub(crate) fn count(count: usize) -> Value {
    Value::from(u64::try_from(count).unwrap_or(u64::MAX))
}

/// A value, or none.
pub(crate) fn option(value: Option<impl Into<Value>>) -> Value {
    value.map_or_else(Value::none, Into::into)
}

/// Free data of a writer's.
pub(crate) fn json(value: &serde_json::Value) -> Value {
    match value {
        serde_json::Value::Null => Value::none(),
        serde_json::Value::Bool(flag) => Value::from(*flag),
        serde_json::Value::Number(number) => number
            .as_i64()
            .map(Value::from)
            .or_else(|| number.as_u64().map(Value::from))
            .unwrap_or_else(|| Value::from(number.as_f64().unwrap_or(0.0))),
        serde_json::Value::String(text) => Value::from(text.as_str()),
        serde_json::Value::Array(items) => list(items.iter().map(json)),
        serde_json::Value::Object(entries) => object(entries),
    }
}

/// A map of free data.
pub(crate) fn object(entries: &serde_json::Map<String, serde_json::Value>) -> Value {
    let mut map = Map::with_capacity(entries.len());
    for (key, value) in entries {
        map.insert(key.clone().into(), json(value));
    }
    Value::from(map)
}
