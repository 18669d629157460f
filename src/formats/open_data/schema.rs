//! What published values look like, as JSON Schema: a value and its schema are declared together by `published!`.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::{Map, Value, json};

/// The dialect of the schemas.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// A type whose values are published.
pub trait Published {
    /// What its values look like (JSON Schema 2020-12).
    fn schema() -> Value;
}

/// Declares a value and its schema in one place.
macro_rules! published {
    ($(#[doc = $about:literal])+ pub struct $name:ident<$life:lifetime> { $( $(#[doc = $doc:literal])+ $field:ident $(as $written:literal)?: $type:ty, )+ }) => {
        $(#[doc = $about])+
        #[derive(Clone, Debug, Serialize)]
        pub struct $name<$life> {
            $( $(#[doc = $doc])+ $(#[serde(rename = $written)])? pub $field: $type, )+
        }

        impl<$life> Published for $name<$life> {
            fn schema() -> Value {
                let mut fields = Map::new();
                $(
                    let name = [$($written,)? stringify!($field)][0];
                    fields.insert(name.to_owned(), described(<$type as Published>::schema(), concat!($($doc),+)));
                )+
                object(fields, concat!($($about),+))
            }
        }
    };
}

pub(super) use published;

pub(super) fn described(schema: Value, about: &str) -> Value {
    let Value::Object(mut schema) = schema else { return schema };
    schema.insert("description".to_owned(), Value::from(about.trim()));
    Value::Object(schema)
}

pub(super) fn object(fields: Map<String, Value>, about: &str) -> Value {
    let names: Vec<&String> = fields.keys().collect();
    let required = json!(names);
    json!({
        "type": "object",
        "description": about.trim(),
        "properties": fields,
        "required": required,
        "additionalProperties": false,
    })
}

impl Published for &str {
    fn schema() -> Value {
        json!({ "type": "string" })
    }
}

impl Published for Cow<'_, str> {
    fn schema() -> Value {
        json!({ "type": "string" })
    }
}

impl Published for u64 {
    fn schema() -> Value {
        json!({ "type": "integer", "minimum": 0 })
    }
}

impl Published for bool {
    fn schema() -> Value {
        json!({ "type": "boolean" })
    }
}

impl<T: Published> Published for Vec<T> {
    fn schema() -> Value {
        json!({ "type": "array", "items": T::schema() })
    }
}

impl<T: Published> Published for Option<T> {
    fn schema() -> Value {
        json!({ "anyOf": [T::schema(), { "type": "null" }] })
    }
}

/// An absolute address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Url<'a>(pub Cow<'a, str>);

impl Published for Url<'_> {
    fn schema() -> Value {
        json!({ "type": "string", "format": "uri" })
    }
}

/// A day, or a time with its zone (RFC 3339): no more exact than it was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Moment(pub String);

impl Published for Moment {
    fn schema() -> Value {
        json!({ "type": "string", "anyOf": [{ "format": "date" }, { "format": "date-time" }] })
    }
}

/// A schema as a file at an address.
///
/// # Errors
/// What the writer says; it fails only when memory does.
pub fn schema_file(address: &str, title: &str, schema: Value) -> Result<Vec<u8>, String> {
    let Value::Object(fields) = schema else { return Err("no object".to_owned()) };
    let head = [("$schema", DIALECT), ("$id", address), ("title", title)];
    let mut all: Map<String, Value> =
        head.into_iter().map(|(name, value)| (name.to_owned(), Value::from(value))).collect();
    all.extend(fields);
    let mut bytes = serde_json::to_vec_pretty(&all).map_err(|error| error.to_string())?;
    bytes.push(b'\n');
    Ok(bytes)
}
