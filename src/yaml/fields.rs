//! Fields declared once: name, Indonesian alias, type and meaning.
//!
//! `record!` turns one declaration into the struct, its deserialiser (unknown keys and keys given twice are errors) and
//! the table of [`Field`]s from which the explanation of mistakes, the editor schema and the reference are made.
//! There is no `flatten` and no `untagged`: both destroy the places of errors.

use serde::de::{Deserialize, MapAccess};

use super::scalars::Problem;

/// One key of a record.
pub struct Field {
    /// Canonical, English name.
    pub name: &'static str,
    /// Indonesian name, if there is one.
    pub alias: Option<&'static str>,
    /// Whether the record is wrong without it.
    pub required: bool,
    /// What may stand there.
    pub shape: fn() -> Shape,
    /// What it means.
    pub doc: &'static str,
}

/// What may stand in a place of a YAML text.
pub enum Shape {
    /// A single value; the function says what is wrong with it.
    Scalar {
        /// Name of the type, used in messages and references: `text`, `date` …
        name: &'static str,
        /// Judges one value.
        check: fn(&str) -> Result<(), Problem>,
        /// The words allowed, canonical first; empty when the type is no closed list.
        words: &'static [&'static str],
    },
    /// A list of the same.
    List(Box<Shape>),
    /// Free keys with values of one shape.
    Map(Box<Shape>),
    /// Fixed keys.
    Record(Vec<&'static [Field]>),
    /// A single value or a record or a map, told apart by what stands there.
    Either(Box<Shape>, Box<Shape>),
    /// A list of one shape, or free keys with such lists.
    ListOrMap(Box<Shape>),
    /// Anything.
    Free,
}

/// A type that can stand in a YAML text.
pub trait Typed: for<'de> Deserialize<'de> {
    /// What is allowed there.
    fn shape() -> Shape;
}

impl<T: Typed> Typed for Option<T> {
    fn shape() -> Shape {
        T::shape()
    }
}

impl<T: Typed> Typed for Vec<T> {
    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }
}

impl<T: Typed> Typed for Box<T> {
    fn shape() -> Shape {
        T::shape()
    }
}

impl Typed for serde_json::Map<String, serde_json::Value> {
    fn shape() -> Shape {
        Shape::Map(Box::new(Shape::Free))
    }
}

/// A map with free keys, in the order of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Entries<T>(pub Vec<(String, T)>);

impl<T> Default for Entries<T> {
    fn default() -> Entries<T> {
        Entries(Vec::new())
    }
}

impl<T> Entries<T> {
    /// The value of `key`.
    pub fn get(&self, key: &str) -> Option<&T> {
        self.0.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// Keys and values in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value))
    }
}

impl<T: Typed + Default> Typed for Entries<T> {
    fn shape() -> Shape {
        Shape::Map(Box::new(T::shape()))
    }
}

impl<'de, T: Deserialize<'de> + Default> Deserialize<'de> for Entries<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de> + Default> serde::de::Visitor<'de> for Visitor<T> {
            type Value = Entries<T>;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("a map")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries<T>, A::Error> {
                let mut entries: Vec<(String, T)> = Vec::new();
                let mut seen = std::collections::BTreeSet::new();
                while let Some(key) = map.next_key::<String>()? {
                    if !seen.insert(key.clone()) {
                        return Err(serde::de::Error::custom(format_args!("duplicate key `{key}`")));
                    }
                    // `{ id: }` is an entry with nothing in it.
                    entries.push((key, map.next_value::<Option<T>>()?.unwrap_or_default()));
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Visitor(std::marker::PhantomData))
    }
}

/// Which fields of a record were given; fails on the second time.
#[derive(Default)]
pub struct Seen(Vec<&'static str>);

impl Seen {
    /// Notes that `name` was given.
    pub fn note<E: serde::de::Error>(&mut self, name: &'static str) -> Result<(), E> {
        if self.0.contains(&name) {
            return Err(E::duplicate_field(name));
        }
        self.0.push(name);
        Ok(())
    }
}

/// Fields that can be filled one by one while a map is read.
pub trait Record: Default {
    /// The declared fields.
    const FIELDS: &'static [Field];

    /// Reads the value of `key` if the record has such a field; says whether it has.
    fn fill<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A, seen: &mut Seen) -> Result<bool, A::Error>;
}

/// Declares a record: `name("alias") [required]: Type`, with a documentation line for each field.
///
/// Every type is an `Option` or a collection, because every file may lack every key; what a kind requires is judged later.
macro_rules! record {
    (
        $(#[$meta:meta])*
        pub struct $record:ident {
            $( $(#[doc = $doc:literal])+ pub $field:ident $(($alias:literal))? $(as $name:literal)? $([$required:ident])? : $type:ty ),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $record {
            $( $(#[doc = $doc])+ pub $field: $type, )+
        }

        impl $crate::yaml::fields::Record for $record {
            const FIELDS: &'static [$crate::yaml::Field] = &[
                $( $crate::yaml::Field {
                    name: $crate::yaml::fields::record!(@name $field $($name)?),
                    alias: $crate::yaml::fields::record!(@alias $($alias)?),
                    required: $crate::yaml::fields::record!(@required $($required)?),
                    shape: <$type as $crate::yaml::Typed>::shape,
                    doc: concat!($($doc),+),
                }, )+
            ];

            fn fill<'de, A: serde::de::MapAccess<'de>>(
                &mut self,
                key: &str,
                map: &mut A,
                seen: &mut $crate::yaml::fields::Seen,
            ) -> Result<bool, A::Error> {
                $(
                    if key == $crate::yaml::fields::record!(@name $field $($name)?) $(|| key == $alias)? {
                        seen.note::<A::Error>($crate::yaml::fields::record!(@name $field $($name)?))?;
                        self.$field = map.next_value::<Option<$type>>()?.unwrap_or_default();
                        return Ok(true);
                    }
                )+
                Ok(false)
            }
        }

        impl<'de> serde::Deserialize<'de> for $record {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_map($crate::yaml::fields::RecordVisitor::<$record>::default())
            }
        }

        impl $crate::yaml::Typed for $record {
            fn shape() -> $crate::yaml::Shape {
                $crate::yaml::Shape::Record(vec![<$record as $crate::yaml::fields::Record>::FIELDS])
            }
        }
    };
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $name:literal) => { $name };
    (@alias) => { None };
    (@alias $alias:literal) => { Some($alias) };
    (@required) => { false };
    (@required required) => { true };
}

pub(crate) use record;

/// Reads a map into a record.
pub struct RecordVisitor<T>(std::marker::PhantomData<T>);

impl<T> Default for RecordVisitor<T> {
    fn default() -> RecordVisitor<T> {
        RecordVisitor(std::marker::PhantomData)
    }
}

impl<'de, T: Record> serde::de::Visitor<'de> for RecordVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut record = T::default();
        let mut seen = Seen::default();
        while let Some(key) = map.next_key::<std::borrow::Cow<'de, str>>()? {
            if !record.fill(&key, &mut map, &mut seen)? {
                return Err(serde::de::Error::unknown_field(&key, &[]));
            }
        }
        Ok(record)
    }
}
