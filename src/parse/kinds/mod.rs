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
}
