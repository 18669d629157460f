//! Free data: any YAML as JSON-like values. A key that stands twice in one map is a mistake there too, or one of the two would be
//! lost without a word.

use std::fmt;
use std::ops::Deref;

use serde::Serialize;
use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::fields::{Shape, Typed};

/// Any value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Free(pub Value);

/// Free keys with any values.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct FreeMap(pub Map<String, Value>);

impl Deref for FreeMap {
    type Target = Map<String, Value>;

    fn deref(&self) -> &Map<String, Value> {
        &self.0
    }
}

impl Typed for FreeMap {
    fn shape() -> Shape {
        Shape::Map(Box::new(Shape::Free))
    }

    fn is_given(&self) -> bool {
        !self.0.is_empty()
    }
}

impl<'de> Deserialize<'de> for Free {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Free, D::Error> {
        deserializer.deserialize_any(FreeVisitor).map(Free)
    }
}

impl<'de> Deserialize<'de> for FreeMap {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<FreeMap, D::Error> {
        match deserializer.deserialize_map(FreeVisitor)? {
            Value::Object(map) => Ok(FreeMap(map)),
            _ => Err(de::Error::custom("not a map")),
        }
    }
}

struct FreeVisitor;

impl<'de> Visitor<'de> for FreeVisitor {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any value")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Value, E> {
        // `.inf` and `.nan` have no form in JSON.
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(Free(item)) = items.next_element()? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            let Free(value) = entries.next_value()?;
            if map.insert(key, value).is_some() {
                return Err(de::Error::custom("duplicate key"));
            }
        }
        Ok(Value::Object(map))
    }
}
