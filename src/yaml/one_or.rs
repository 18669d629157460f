//! A single value, or a record when there is more to say.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};

use super::fields::{Shape, Typed};
use super::scalars::{Scalar, ScalarVisitor};

/// A single value, or a record when there is more to say.
#[derive(Clone, Debug, PartialEq)]
pub enum OneOr<T, R> {
    /// The short form.
    One(T),
    /// The long form.
    Record(R),
}

impl<T, R: Default> Default for OneOr<T, R> {
    fn default() -> OneOr<T, R> {
        OneOr::Record(R::default())
    }
}

impl<T: Typed + Scalar, R: Typed> Typed for OneOr<T, R> {
    fn shape() -> Shape {
        Shape::Either(Box::new(T::shape()), Box::new(R::shape()))
    }

    fn is_complete(&self) -> bool {
        match self {
            OneOr::One(_) => true,
            OneOr::Record(record) => record.is_complete(),
        }
    }
}

impl<'de, T: Scalar, R: Deserialize<'de>> Deserialize<'de> for OneOr<T, R> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrVisitor<T, R>(std::marker::PhantomData<(T, R)>);

        impl<'de, T: Scalar, R: Deserialize<'de>> Visitor<'de> for OneOrVisitor<T, R> {
            type Value = OneOr<T, R>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(formatter, "{} or a map", T::NAME)
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
                ScalarVisitor::<T>::read(text).map(OneOr::One)
            }

            // `deserialize_any` has made numbers and truth values of plain scalars; their text is what was written.
            fn visit_bool<E: de::Error>(self, value: bool) -> Result<Self::Value, E> {
                self.visit_str(if value { "true" } else { "false" })
            }

            fn visit_u64<E: de::Error>(self, value: u64) -> Result<Self::Value, E> {
                self.visit_str(&value.to_string())
            }

            fn visit_i64<E: de::Error>(self, value: i64) -> Result<Self::Value, E> {
                self.visit_str(&value.to_string())
            }

            fn visit_f64<E: de::Error>(self, value: f64) -> Result<Self::Value, E> {
                self.visit_str(&value.to_string())
            }

            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                R::deserialize(de::value::MapAccessDeserializer::new(map)).map(OneOr::Record)
            }

            fn visit_seq<A: de::SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
                R::deserialize(de::value::SeqAccessDeserializer::new(seq)).map(OneOr::Record)
            }
        }

        deserializer.deserialize_any(OneOrVisitor(std::marker::PhantomData))
    }
}

impl<T: Serialize, R: Serialize> Serialize for OneOr<T, R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            OneOr::One(one) => one.serialize(serializer),
            OneOr::Record(record) => record.serialize(serializer),
        }
    }
}
