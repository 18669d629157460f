//! The kinds of items: one file each with its fields, and what is common to all.
//!
//! A kind is declared with `yaml::record!`, so its keys, aliases, types and documentation stand in one place.
//! Types shared between kinds are in [`shared`]. Rules that need more than one field are in [`rules`].

pub mod announcement;
pub mod common;
pub mod coordinates;
pub mod gallery;
pub mod material;
pub mod page;
pub mod press_release;
pub mod programme;
pub mod rules;
pub mod section;
pub mod shared;
pub mod workshop;

pub use announcement::Announcement;
pub use common::Common;
pub use gallery::Gallery;
pub use material::Material;
pub use page::PageFields;
pub use press_release::PressRelease;
pub use programme::Programme;
pub use section::SectionFields;
pub use workshop::Workshop;

use announcement::AlertLevel;
use material::MaterialType;
use page::PageType;
use press_release::ReleaseType;
use workshop::EventType;

use crate::config::Kind;
use crate::yaml::fields::RecordShape;
use crate::yaml::{Field, Record, Typed};

/// What is done with the fields of a kind, whichever it is.
pub trait OfKind {
    /// What comes of it.
    type Output;

    /// Does it; `wrap` makes a [`KindFields`] of the kind's own record.
    fn of<K: Record + Typed>(self, wrap: fn(K) -> KindFields) -> Self::Output;
}

macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $kind:ident($record:ident),)+) => {
        /// The fields that only one kind has.
        #[derive(Clone, Debug, PartialEq)]
        pub enum KindFields {
            $($(#[doc = $doc])+ $kind(Box<$record>),)+
        }

        impl KindFields {
            /// The kind.
            pub fn kind(&self) -> Kind {
                match self { $(KindFields::$kind(_) => Kind::$kind,)+ }
            }

            /// The keys of its record.
            pub fn record(&self) -> RecordShape {
                match self { $(KindFields::$kind(_) => RecordShape::of::<$record>(),)+ }
            }

            /// Whether a value of the field with this canonical name stands there.
            pub fn has(&self, field: &str) -> bool {
                match self { $(KindFields::$kind(fields) => fields.has(field),)+ }
            }

            /// Writes the fields that are given.
            pub fn write<M: serde::ser::SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
                match self { $(KindFields::$kind(fields) => fields.write(map),)+ }
            }

            /// The required fields of its record that do not stand there.
            pub fn missing(&self) -> Vec<&'static str> {
                match self { $(KindFields::$kind(fields) => fields.missing(),)+ }
            }

            /// No field at all.
            pub fn empty(kind: Kind) -> KindFields {
                match kind { $(Kind::$kind => KindFields::$kind(Box::default()),)+ }
            }

            /// The fields that a kind has of its own.
            pub fn table_of(kind: Kind) -> &'static [Field] {
                match kind { $(Kind::$kind => $record::FIELDS,)+ }
            }

            /// Does something with the record of a kind.
            pub fn of<T: OfKind>(kind: Kind, task: T) -> T::Output {
                match kind { $(Kind::$kind => task.of::<$record>(|fields| KindFields::$kind(Box::new(fields))),)+ }
            }
        }
    };
}

kinds! {
    /// A press release.
    PressRelease(PressRelease),
    /// A workshop.
    Workshop(Workshop),
    /// A programme.
    Programme(Programme),
    /// A material.
    Material(Material),
    /// A plain page.
    Page(PageFields),
    /// An announcement.
    Announcement(Announcement),
    /// A gallery.
    Gallery(Gallery),
}

impl KindFields {
    /// The word of its type, where its kind has types; the usual one where the file names none.
    pub fn type_word(&self) -> Option<&'static str> {
        match self {
            KindFields::PressRelease(release) => Some(release.release_type.unwrap_or(ReleaseType::Berita).word()),
            KindFields::Workshop(workshop) => Some(workshop.event_type.unwrap_or(EventType::Workshop).word()),
            KindFields::Material(material) => material.material_type.map(MaterialType::word),
            KindFields::Announcement(announcement) => announcement.level.map(AlertLevel::word),
            KindFields::Page(page) => page.page_type.map(PageType::word),
            KindFields::Programme(_) | KindFields::Gallery(_) => None,
        }
    }

    /// The fields that its record declares.
    pub fn fields(&self) -> &'static [Field] {
        KindFields::table_of(self.kind())
    }
}
