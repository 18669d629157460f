//! The kinds of files that people write in YAML, by name: what `warta schema` and the reference in `docs/` are made from.

use super::comments::WrittenComment;
use super::front_matter::fields_of;
use super::kinds::shared::{Contact, Venue};
use super::kinds::{SectionFields, rules};
use super::ledger::WrittenAddress;
use super::records::{Organization, Person, Topic, ViewCount};
use crate::config::{self, Kind};
use crate::read;
use crate::read::theme::ThemeManifest;
use crate::yaml::Entries;
use crate::yaml::OneOr;
use crate::yaml::reference::Need;
use crate::yaml::scalars::Prose;
use crate::yaml::{Field, Line, Shape, Typed};

/// A kind of file.
pub struct DocumentKind {
    /// Its name.
    pub name: &'static str,
    /// Its Indonesian name, if there is one.
    pub alias: Option<&'static str>,
    /// Which files are of this kind.
    pub files: &'static str,
    /// What may stand in it.
    pub shape: fn() -> Shape,
    /// The kind of item whose fields it holds.
    pub item: Option<Kind>,
}

impl DocumentKind {
    /// Keys that it needs beside those that its record says.
    pub fn required(&self) -> Vec<&'static str> {
        self.item.into_iter().flat_map(rules::required).collect()
    }

    /// Whether it needs a field, beyond what the field's declaration says.
    pub fn need(&self, field: &Field) -> Option<Need> {
        let kind = self.item?;
        if rules::required(kind).any(|key| key == field.name) {
            Some(Need::Required)
        } else {
            rules::expected(kind).any(|key| key == field.name).then_some(Need::Expected)
        }
    }

    /// The kind with this name or alias.
    pub fn named(name: &str) -> Option<&'static DocumentKind> {
        ALL.iter().find(|kind| kind.name == name || kind.alias == Some(name))
    }
}

const fn item(name: &'static str, alias: &'static str, kind: Kind, shape: fn() -> Shape) -> DocumentKind {
    DocumentKind { name, alias: Some(alias), files: "content/**/*.md", shape, item: Some(kind) }
}

const fn file(name: &'static str, files: &'static str, shape: fn() -> Shape) -> DocumentKind {
    DocumentKind { name, alias: None, files, shape, item: None }
}

/// Every kind of file.
pub const ALL: &[DocumentKind] = &[
    file("config", config::FILE, config::Written::shape),
    item("press_release", "siaran_pers", Kind::PressRelease, || fields_of(Kind::PressRelease)),
    item("workshop", "lokakarya", Kind::Workshop, || fields_of(Kind::Workshop)),
    item("programme", "program", Kind::Programme, || fields_of(Kind::Programme)),
    item("material", "materi", Kind::Material, || fields_of(Kind::Material)),
    item("page", "halaman", Kind::Page, || fields_of(Kind::Page)),
    item("announcement", "pengumuman", Kind::Announcement, || fields_of(Kind::Announcement)),
    item("gallery", "galeri", Kind::Gallery, || fields_of(Kind::Gallery)),
    file("section", "content/**/_index.md", SectionFields::shape),
    file("comments", "content/**/*komentar.yaml", Vec::<WrittenComment>::shape),
    file("people", "data/people.yaml", Entries::<Person>::shape),
    file("organizations", "data/organizations.yaml", Entries::<Organization>::shape),
    file("topics", "data/topics.yaml", Entries::<Topic>::shape),
    file("districts", "data/districts.yaml", Entries::<Topic>::shape),
    file("venues", "data/venues.yaml", Entries::<Venue>::shape),
    file("contacts", "data/contacts.yaml", Entries::<Contact>::shape),
    file("boilerplates", "data/boilerplates.yaml", Entries::<Prose>::shape),
    file("glossary", "data/glossary.yaml", Entries::<Line>::shape),
    file("views", "data/views.yaml", Entries::<OneOr<u64, ViewCount>>::shape),
    file("addresses", read::LEDGER, Entries::<WrittenAddress>::shape),
    file("theme", "themes/*/theme.yaml", ThemeManifest::shape),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::Scalar;

    #[test]
    fn every_kind_of_item_is_among_them() {
        for word in Kind::WORDS {
            let kind = Kind::from_scalar(word).ok();
            assert_eq!(DocumentKind::named(word).and_then(|found| found.item), kind, "{word}");
        }
    }
}
