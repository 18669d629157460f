//! A shape as a JSON Schema (draft 2020-12): what an editor needs to complete keys and to underline mistakes while one types.
//!
//! The schema knows what stands in one file. A file that it refuses is refused by [`read`](super::read) too, with three
//! exceptions that make editors more helpful: words and yes/no in unusual letter case, dates that only look like one, and
//! rules that take more than one key are left to the program.

use serde_json::{Map, Value, json};

use super::fields::{Field, RecordShape, Required, Shape};
use super::meanings::Meanings;
use super::scalars::Form;

/// The schema of a file of this shape. `required` are keys that it needs beside those that its record says.
pub fn document(title: &str, shape: &Shape, required: &[&'static str], meanings: &Meanings) -> Value {
    let mut schema = of(shape, meanings);
    if let Value::Object(members) = &mut schema {
        if let Shape::Record(record) = shape {
            let needed = record.fields().filter(|field| required.contains(&field.name));
            let more = needed.map(|field| one_of(&[field]));
            match members.get_mut("allOf").and_then(Value::as_array_mut) {
                Some(all) => all.extend(more),
                None => drop(members.insert("allOf".to_owned(), more.collect())),
            }
        }
        members.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
        members.insert("title".to_owned(), json!(title));
    }
    schema
}

fn of(shape: &Shape, meanings: &Meanings) -> Value {
    match shape {
        Shape::Scalar { name, form, .. } => scalar(name, form, meanings),
        Shape::List(item) => json!({ "type": "array", "items": of(item, meanings) }),
        Shape::Map(value) => json!({ "type": "object", "additionalProperties": of(value, meanings) }),
        Shape::Record(fields) => record(fields, meanings),
        Shape::Either(one, other) => json!({ "anyOf": [of(one, meanings), of(other, meanings)] }),
        Shape::ListOrMap(item) => {
            let list = json!({ "type": "array", "items": of(item, meanings) });
            json!({ "anyOf": [list, { "type": "object", "additionalProperties": list }] })
        }
        Shape::Free => json!({}),
    }
}

/// Plain scalars are what YAML makes of them: a label `2010` is a number, a title `no` may be a truth value.
fn scalar(name: &str, form: &Form, meanings: &Meanings) -> Value {
    match form {
        Form::Any => json!({ "type": ["string", "number", "boolean"] }),
        Form::Text(pattern) => json!({ "type": ["string", "number"], "pattern": pattern }),
        Form::Number => json!({ "type": "integer", "minimum": 0 }),
        Form::Flag => json!({ "enum": [true, false, "ya", "tidak", "yes", "no"] }),
        Form::Words(words) => {
            let each = words.iter().flat_map(|word| {
                let all = std::iter::once(&word.word).chain(word.aliases);
                all.map(|text| json!({ "const": text, "description": meanings.word(name, word) }))
            });
            json!({ "oneOf": each.collect::<Vec<_>>() })
        }
    }
}

fn record(record: &RecordShape, meanings: &Meanings) -> Value {
    let mut properties = Map::new();
    let mut conditions: Vec<Value> = Vec::new();
    for field in record.fields() {
        let mut schema = of(&(field.shape)(), meanings);
        if field.required != Required::Yes {
            nothing_too(&mut schema);
        }
        if let Value::Object(members) = &mut schema {
            members.insert("description".to_owned(), json!(meanings.field(record, field)));
        }
        for name in names(field) {
            properties.insert(name.to_owned(), schema.clone());
        }
        if let Some(alias) = field.alias {
            conditions.push(json!({ "not": { "required": [field.name, alias] } }));
        }
        match field.required {
            Required::No => {}
            Required::Yes => conditions.push(one_of(&[field])),
            Required::Unless(other) => {
                let fields: Vec<&Field> = std::iter::once(field).chain(record.named(other)).collect();
                conditions.push(one_of(&fields));
            }
        }
    }
    let mut schema = json!({ "type": "object", "additionalProperties": false, "properties": properties });
    if let (Value::Object(members), false) = (&mut schema, conditions.is_empty()) {
        members.insert("allOf".to_owned(), Value::Array(conditions));
    }
    schema
}

/// One of the fields stands there, under one of its names.
fn one_of(fields: &[&Field]) -> Value {
    let each = fields.iter().flat_map(|field| names(field)).map(|name| json!({ "required": [name] }));
    json!({ "anyOf": each.collect::<Vec<_>>() })
}

fn names(field: &Field) -> impl Iterator<Item = &'static str> + use<> {
    [Some(field.name), field.alias].into_iter().flatten()
}

/// A key with nothing behind it is a key that is not there.
fn nothing_too(schema: &mut Value) {
    let Value::Object(members) = schema else { return };
    if let Some(kind) = members.get_mut("type") {
        *kind = match kind.take() {
            Value::Array(mut kinds) => {
                kinds.push(json!("null"));
                Value::Array(kinds)
            }
            one => json!([one, "null"]),
        };
    } else if let Some(Value::Array(all)) = members.get_mut("anyOf") {
        all.push(json!({ "type": "null" }));
    }
}
