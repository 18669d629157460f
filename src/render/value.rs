//! Values for templates, built by hand: cheaper than serialising, and every field is always there.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use tera::Value;
use tera::value::Key;

use crate::locale::date::When;

/// A map of named values, in this order; of two with one name the later.
pub(crate) fn map(entries: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    named(entries.into_iter().map(|(key, value)| (Key::Str(key), value)))
}

/// The same with any keys.
pub(crate) fn named(entries: impl IntoIterator<Item = (Key<'static>, Value)>) -> Value {
    // A hash map that is made a value is hashed anew, key by key: numbers in the order that they have already are not hashed at all.
    let numbered = entries.into_iter().enumerate().map(|(number, (key, value))| (Numbered(number, key), value));
    Value::from(numbered.collect::<BTreeMap<Numbered, Value>>())
}

/// A key in its place.
struct Numbered(usize, Key<'static>);

impl From<Numbered> for Key<'static> {
    fn from(numbered: Numbered) -> Key<'static> {
        numbered.1
    }
}

impl Ord for Numbered {
    fn cmp(&self, other: &Numbered) -> Ordering {
        self.0.cmp(&other.0)
    }
}

impl PartialOrd for Numbered {
    fn partial_cmp(&self, other: &Numbered) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Eq for Numbered {}

impl PartialEq for Numbered {
    fn eq(&self, other: &Numbered) -> bool {
        self.0 == other.0
    }
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
    named(entries.iter().map(|(key, value)| (key.clone().into(), json(value))))
}
