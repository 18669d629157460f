//! The fields of every kind and a kind's own, in one map: as YAML has them, and as they were kept in JSON.

use std::ops::Range;
use std::sync::Arc;

use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::FrontMatter;
use crate::config::Kind;
use crate::diagnostic::Diagnostics;
use crate::parse::kinds::{Common, KindFields, OfKind};
use crate::source::Source;
use crate::yaml::fields::{Record, RecordShape, Seen};
use crate::yaml::key::Key;
use crate::yaml::{self, Shape, Typed, Unread};

/// Front matter that is to be read.
pub(super) struct Reading<'a> {
    pub(super) source: &'a Arc<Source>,
    pub(super) yaml: Range<usize>,
}

impl OfKind for Reading<'_> {
    type Output = (Common, KindFields, Diagnostics, Unread);

    fn of<K: Record + Typed>(self, wrap: fn(K) -> KindFields) -> Self::Output {
        let read = yaml::read::<Both<K>>(self.source, self.yaml);
        (read.value.common, wrap(read.value.kind), read.diagnostics, read.unread)
    }
}

/// What may stand above the text of an item.
pub fn fields_of(kind: Kind) -> Shape {
    struct Shaping;

    impl OfKind for Shaping {
        type Output = Shape;

        fn of<K: Record + Typed>(self, _: fn(K) -> KindFields) -> Shape {
            Both::<K>::shape()
        }
    }

    KindFields::of(kind, Shaping)
}

/// Common fields and a kind's own, in one map.
#[derive(Default)]
struct Both<K> {
    common: Common,
    kind: K,
}

impl<K: Record + Typed> Typed for Both<K> {
    fn shape() -> Shape {
        Shape::Record(RecordShape { tables: vec![Common::FIELDS, K::FIELDS], ..RecordShape::of::<K>() })
    }

    fn parts_are_complete(&self) -> bool {
        self.common.parts_are_complete() && self.kind.parts_are_complete()
    }
}

impl<'de, K: Record> Deserialize<'de> for Both<K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Both<K>, D::Error> {
        struct BothVisitor<K>(std::marker::PhantomData<K>);

        impl<'de, K: Record> Visitor<'de> for BothVisitor<K> {
            type Value = Both<K>;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("front matter")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Both<K>, A::Error> {
                let mut both: Both<K> = Both::default();
                let mut seen = Seen::default();
                while let Some(key) = map.next_key::<Key<'de>>()? {
                    let known =
                        both.common.fill(&key, &mut map, &mut seen)? || both.kind.fill(&key, &mut map, &mut seen)?;
                    if !known {
                        return Err(de::Error::unknown_field(&key, &[]));
                    }
                }
                Ok(both)
            }
        }

        deserializer.deserialize_map(BothVisitor(std::marker::PhantomData))
    }
}

impl<K: Record> Serialize for Both<K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.common.write(&mut map)?;
        self.kind.write(&mut map)?;
        map.end()
    }
}

/// The fields that are given, in one map, as `FrontMatter::again` reads them.
impl Serialize for FrontMatter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.common.write(&mut map)?;
        self.kind.write(&mut map)?;
        map.end()
    }
}

/// Fields that were written as JSON.
pub(super) struct Again<'a>(pub(super) &'a str);

impl OfKind for Again<'_> {
    type Output = Option<(Common, KindFields)>;

    fn of<K: Record + Typed>(self, wrap: fn(K) -> KindFields) -> Self::Output {
        let both: Both<K> = serde_json::from_str(self.0).ok()?;
        Some((both.common, wrap(both.kind)))
    }
}
