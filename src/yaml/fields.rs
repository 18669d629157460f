//! Fields declared once: name, Indonesian alias, type and meaning.
//!
//! `record!` turns one declaration into the struct, its deserialiser (unknown keys and keys given twice are errors) and
//! the table of [`Field`]s from which the explanation of mistakes, the editor schema and the reference are made.
//! There is no `flatten` and no `untagged`: both destroy the places of errors.

use serde::de::{Deserialize, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap};

use super::key::Key;
use super::scalars::{Form, Problem};

/// One key of a record.
pub struct Field {
    /// Canonical, English name.
    pub name: &'static str,
    /// Indonesian name, if there is one.
    pub alias: Option<&'static str>,
    /// Whether the record is wrong without it.
    pub required: Required,
    /// What may stand there.
    pub shape: fn() -> Shape,
    /// What it means.
    pub doc: &'static str,
}

/// Whether a record is wrong without a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Required {
    /// It is not.
    No,
    /// It is.
    Yes,
    /// It is, unless the field of this name stands there.
    Unless(&'static str),
}

/// What may stand in a place of a YAML text.
pub enum Shape {
    /// A single value; the function says what is wrong with it.
    Scalar {
        /// Name of the type, used in messages and references: `text`, `date` …
        name: &'static str,
        /// Judges one value.
        check: fn(&str) -> Result<(), Problem>,
        /// What it looks like.
        form: Form,
    },
    /// A list of the same.
    List(Box<Shape>),
    /// Free keys with values of one shape.
    Map(Box<Shape>),
    /// Fixed keys.
    Record(RecordShape),
    /// A single value or a record or a map, told apart by what stands there.
    Either(Box<Shape>, Box<Shape>),
    /// A list of one shape, or free keys with such lists.
    ListOrMap(Box<Shape>),
    /// Anything.
    Free,
}

/// The keys of a record, in one table or several.
#[derive(Clone)]
pub struct RecordShape {
    /// Its name in references: `PressRelease`.
    pub name: &'static str,
    /// What it is.
    pub doc: &'static str,
    /// Its keys.
    pub tables: Vec<&'static [Field]>,
}

impl RecordShape {
    /// The keys of one record.
    pub fn of<R: Record>() -> RecordShape {
        RecordShape { name: R::NAME, doc: R::DOC, tables: vec![R::FIELDS] }
    }

    /// Every field.
    pub fn fields(&self) -> impl Iterator<Item = &'static Field> {
        self.tables.iter().flat_map(|table| table.iter())
    }

    /// The field with this name or alias.
    pub fn named(&self, key: &str) -> Option<&'static Field> {
        self.fields().find(|field| field.name == key || field.alias == Some(key))
    }

    /// Every key, in both languages.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.fields().flat_map(|field| [Some(field.name), field.alias]).flatten()
    }
}

impl Shape {
    /// What lies at a path below: of a record's key by either name, or of the items of a list.
    fn below(self, part: &str) -> Option<(Option<&'static Field>, Shape)> {
        match self {
            Shape::List(item) | Shape::ListOrMap(item) | Shape::Map(item) => Some((None, *item)),
            Shape::Either(_, record) => record.below(part),
            Shape::Record(record) => {
                let field = record.named(part)?;
                Some((Some(field), (field.shape)()))
            }
            Shape::Scalar { .. } | Shape::Free => None,
        }
    }

    /// A path such as `tokoh[1].tokoh` with the name of each key in English and in Indonesian.
    pub fn names(self, path: &str) -> Vec<(String, Option<&'static str>)> {
        let mut shape = Some(self);
        let parts = path.split(['.', '[']).filter(|part| !part.is_empty());
        parts
            .map(|part| {
                let below = shape.take().and_then(|shape| shape.below(part));
                let (field, next) = below.map_or((None, None), |(field, next)| (field, Some(next)));
                shape = next;
                match field {
                    Some(field) => (field.name.to_owned(), field.alias),
                    None => (part.to_owned(), None),
                }
            })
            .collect()
    }
}

/// A type that can stand in a YAML text. What it is written as, by any writer of serde's, is read as the same value.
pub trait Typed: for<'de> Deserialize<'de> + Serialize {
    /// What is allowed there.
    fn shape() -> Shape;

    /// Whether something stands there.
    fn is_given(&self) -> bool {
        true
    }

    /// Whether no record in it lacks a key that it requires.
    fn is_complete(&self) -> bool {
        true
    }

    /// The same for what is in it, itself left aside: the keys that a record lacks are [`Record::missing`].
    fn parts_are_complete(&self) -> bool {
        self.is_complete()
    }

    /// Gives back the room that a list took for more items: a site has as many lists as items.
    fn fit(&mut self) {}
}

impl<T: Typed> Typed for Option<T> {
    fn shape() -> Shape {
        T::shape()
    }

    fn is_given(&self) -> bool {
        self.is_some()
    }

    fn is_complete(&self) -> bool {
        self.as_ref().is_none_or(T::is_complete)
    }
}

impl<T: Typed> Typed for Vec<T> {
    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }

    fn is_given(&self) -> bool {
        !self.is_empty()
    }

    fn is_complete(&self) -> bool {
        self.iter().all(T::is_complete)
    }

    fn fit(&mut self) {
        self.shrink_to_fit();
    }
}

impl<T: Typed> Typed for Box<T> {
    fn shape() -> Shape {
        T::shape()
    }

    fn is_complete(&self) -> bool {
        T::is_complete(self)
    }
}

/// Which fields of a record were given; fails on the second time.
pub struct Seen(Vec<&'static str>);

impl Default for Seen {
    fn default() -> Seen {
        Seen(Vec::with_capacity(16))
    }
}

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
    /// Its name in references.
    const NAME: &'static str;

    /// What it is.
    const DOC: &'static str;

    /// The declared fields.
    const FIELDS: &'static [Field];

    /// Reads the value of `key` if the record has such a field; says whether it has.
    fn fill<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A, seen: &mut Seen) -> Result<bool, A::Error>;

    /// Writes the fields that are given, by their canonical names.
    fn write<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error>;

    /// Whether a value of the field with this canonical name stands there.
    fn has(&self, field: &str) -> bool;

    /// The required fields of its own that do not stand there.
    fn missing(&self) -> Vec<&'static str> {
        let missing = |field: &&Field| match field.required {
            Required::No => false,
            Required::Yes => !self.has(field.name),
            Required::Unless(other) => !self.has(field.name) && !self.has(other),
        };
        Self::FIELDS.iter().filter(missing).map(|field| field.name).collect()
    }
}

/// Declares a record: `name("alias") [required]: Type`, with a documentation line for each field; a field that another one
/// can stand in for is `[required unless "other"]`.
///
/// Every type is an `Option` or a collection, because every file may lack every key. A required key that is missing inside
/// a record is reported by [`read`](crate::yaml::read); at the top it is the caller's to report, who may know the value otherwise.
macro_rules! record {
    (
        $(#[doc = $about:literal])+
        pub struct $record:ident {
            $( $(#[doc = $doc:literal])+ pub $field:ident $(($alias:literal))? $(as $name:literal)? $([$required:ident $(unless $other:literal)?])? : $type:ty ),+ $(,)?
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $record {
            $( $(#[doc = $doc])+ pub $field: $type, )+
        }

        impl $crate::yaml::fields::Record for $record {
            const NAME: &'static str = stringify!($record);

            const DOC: &'static str = concat!($($about),+);

            const FIELDS: &'static [$crate::yaml::Field] = &[
                $( $crate::yaml::Field {
                    name: $crate::yaml::fields::record!(@name $field $($name)?),
                    alias: $crate::yaml::fields::record!(@alias $($alias)?),
                    required: $crate::yaml::fields::record!(@required $($required $($other)?)?),
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
                        $crate::yaml::Typed::fit(&mut self.$field);
                        return Ok(true);
                    }
                )+
                Ok(false)
            }

            fn write<M: serde::ser::SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
                $(
                    if $crate::yaml::Typed::is_given(&self.$field) {
                        map.serialize_entry($crate::yaml::fields::record!(@name $field $($name)?), &self.$field)?;
                    }
                )+
                Ok(())
            }

            fn has(&self, field: &str) -> bool {
                match field {
                    $( $crate::yaml::fields::record!(@name $field $($name)?) => {
                        $crate::yaml::Typed::is_given(&self.$field)
                    } )+
                    _ => false,
                }
            }
        }

        impl<'de> serde::Deserialize<'de> for $record {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_map($crate::yaml::fields::RecordVisitor::<$record>::default())
            }
        }

        impl serde::Serialize for $record {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut map = serializer.serialize_map(None)?;
                $crate::yaml::Record::write(self, &mut map)?;
                serde::ser::SerializeMap::end(map)
            }
        }

        impl $crate::yaml::Typed for $record {
            fn shape() -> $crate::yaml::Shape {
                $crate::yaml::Shape::Record($crate::yaml::fields::RecordShape::of::<$record>())
            }

            fn is_complete(&self) -> bool {
                $crate::yaml::fields::Record::missing(self).is_empty() && self.parts_are_complete()
            }

            fn parts_are_complete(&self) -> bool {
                true $(&& $crate::yaml::Typed::is_complete(&self.$field))+
            }
        }
    };
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $name:literal) => { $name };
    (@alias) => { None };
    (@alias $alias:literal) => { Some($alias) };
    (@required) => { $crate::yaml::fields::Required::No };
    (@required required) => { $crate::yaml::fields::Required::Yes };
    (@required required $other:literal) => { $crate::yaml::fields::Required::Unless($other) };
}

pub(crate) use record;

/// Reads a map into a record.
pub struct RecordVisitor<T>(std::marker::PhantomData<T>);

impl<T> Default for RecordVisitor<T> {
    fn default() -> RecordVisitor<T> {
        RecordVisitor(std::marker::PhantomData)
    }
}

impl<'de, T: Record> Visitor<'de> for RecordVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut record = T::default();
        let mut seen = Seen::default();
        while let Some(key) = map.next_key::<Key<'de>>()? {
            if !record.fill(&key, &mut map, &mut seen)? {
                return Err(serde::de::Error::unknown_field(&key, &[]));
            }
        }
        Ok(record)
    }
}
