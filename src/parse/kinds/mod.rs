//! The kinds of items: one file each with its fields, and what is common to all.
//!
//! A kind is declared with `yaml::record!`, so its keys, aliases, types and documentation stand in one place.
//! Types shared between kinds are in [`shared`]. Rules that need more than one field are in [`rules`].

pub mod common;
pub mod page;
pub mod press_release;
pub mod rules;
pub mod section;
pub mod shared;
pub mod workshop;

pub use common::Common;
pub use page::PageFields;
pub use press_release::PressRelease;
pub use section::SectionFields;
pub use workshop::Workshop;

use crate::config::Kind;
use crate::yaml::{Field, Record};

/// The fields that only one kind has.
#[derive(Clone, Debug, PartialEq)]
pub enum KindFields {
    /// A press release.
    PressRelease(Box<PressRelease>),
    /// A workshop.
    Workshop(Box<Workshop>),
    /// A plain page.
    Page(Box<PageFields>),
}

impl KindFields {
    /// The kind.
    pub fn kind(&self) -> Kind {
        match self {
            KindFields::PressRelease(_) => Kind::PressRelease,
            KindFields::Workshop(_) => Kind::Workshop,
            KindFields::Page(_) => Kind::Page,
        }
    }

    /// The fields that its record declares.
    pub fn fields(&self) -> &'static [Field] {
        match self {
            KindFields::PressRelease(_) => PressRelease::FIELDS,
            KindFields::Workshop(_) => Workshop::FIELDS,
            KindFields::Page(_) => PageFields::FIELDS,
        }
    }

    /// Whether a value of the field with this canonical name stands there.
    pub fn has(&self, field: &str) -> bool {
        match self {
            KindFields::PressRelease(fields) => fields.has(field),
            KindFields::Workshop(fields) => fields.has(field),
            KindFields::Page(fields) => fields.has(field),
        }
    }

    /// The required fields of its record that do not stand there.
    pub fn missing(&self) -> Vec<&'static str> {
        match self {
            KindFields::PressRelease(fields) => fields.missing(),
            KindFields::Workshop(fields) => fields.missing(),
            KindFields::Page(fields) => fields.missing(),
        }
    }

    /// The fields that a kind has of its own.
    pub fn table_of(kind: Kind) -> &'static [Field] {
        match kind {
            Kind::PressRelease => PressRelease::FIELDS,
            Kind::Workshop => Workshop::FIELDS,
            Kind::Page => PageFields::FIELDS,
        }
    }
}
