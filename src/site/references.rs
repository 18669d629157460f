//! References into data files that are no term's: contacts, venues, texts about the office; and people and organisations
//! where they are named without being listed, or where the site does not list them at all.
//!
//! An id that no record has is an error, because it would be printed as it is.

use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use super::key_path::KeyPath;
use super::{Page, Site};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, near_id, nearest};
use crate::parse::CommentsFile;
use crate::parse::kinds::KindFields;
use crate::parse::records::Table;
use crate::source::Source;
use crate::yaml::OneOr;
use crate::yaml::{Id, Part};

/// A reference: the data file that it leads into, the id, and the paths (canonical and alias) at which it may stand.
struct Reference<'a> {
    into: Into,
    id: &'a Id,
    paths: [KeyPath; 2],
}

/// Which data file.
#[derive(Clone, Copy)]
enum Into {
    People,
    Organizations,
    Venues,
    Contacts,
    Boilerplates,
}

/// Judges every page's references, and those of the configuration.
pub(super) fn check(site: &Site, comments: &[CommentsFile], config: &Config, found: &mut Diagnostics) {
    found.gather(site.pages.par_iter(), |page, found| {
        for reference in references(page) {
            let front = &page.document.front;
            let at = |code| {
                let [own, alias] = reference.paths.map(|path| path.to_string());
                front.finding(&page.document.source, code, &[&own, &alias])
            };
            judge(site, config, reference.into, reference.id, at, found);
        }
    });
    for file in comments {
        for official in file.approved.iter().filter_map(|comment| comment.official.as_ref()) {
            let at = |code| Diagnostic::in_file(code, &file.source);
            judge(site, config, Into::Organizations, official, at, found);
        }
    }
    if let Some(id) = &config.organization {
        let span = config.places.at("organization", Part::Value);
        let at = |code| Diagnostic::at(code, &config.source, span.clone().unwrap_or(0..0));
        judge(site, config, Into::Organizations, id, at, found);
    }
    of_records(site, config, found);
    data_files(site, config, found);
    picture(site, config, found);
}

/// The picture that stands for the site must exist.
fn picture(site: &Site, config: &Config, found: &mut Diagnostics) {
    let Some(image) = config.image.as_ref().filter(|image| site.file("", &image.src).is_none()) else { return };
    // What could not be read may be there.
    if site.lost.iter().any(|lost| lost.starts_with("static") || lost.starts_with("content")) {
        return;
    }
    let span = config.places.at("image.src", Part::Value);
    let missing = Diagnostic::at(Code::MissingFile, &config.source, span.unwrap_or(0..0));
    let known = site.statics.keys().map(|path| format!("/{path}")).collect::<Vec<_>>();
    let near = nearest(&image.src, known.iter().map(String::as_str)).map(str::to_owned);
    found.push(missing.with("path", image.src.as_str()).with("problem", "site-picture").suggesting(near));
}

/// References from one record to another: the organisation of a role, those above and after an organisation.
fn of_records(site: &Site, config: &Config, found: &mut Diagnostics) {
    let records = &site.records;
    let (people, organizations) = (records.people.places(), records.organizations.places());
    // Of a record that is not sound something else was told.
    if records.people.broken || records.organizations.broken {
        return;
    }
    let mut refer = |source: &Option<Arc<Source>>, id: Option<&Id>, place: &dyn Fn() -> Range<usize>| {
        if let (Some(source), Some(id)) = (source, id) {
            judge(site, config, Into::Organizations, id, |code| Diagnostic::at(code, source, place()), found);
        }
    };
    for (id, person) in records.people.entries.iter() {
        for (index, role) in person.roles.iter().enumerate() {
            let place = || people(&format!("{id}.roles[{index}].org"));
            refer(&records.people.source, role.org.as_ref(), &place);
        }
    }
    for (id, organization) in records.organizations.entries.iter() {
        for (key, other) in [("parent", &organization.parent), ("successor", &organization.successor)] {
            let place = || organizations(&format!("{id}.{key}"));
            refer(&records.organizations.source, other.as_ref(), &place);
        }
    }
}

fn judge(site: &Site, config: &Config, into: Into, id: &str, at: impl Fn(Code) -> Diagnostic, found: &mut Diagnostics) {
    let records = &site.records;
    let (known, near, broken) = match into {
        Into::People => look(&records.people, id),
        Into::Organizations => look(&records.organizations, id),
        Into::Venues => look(&records.venues, id),
        Into::Contacts => look(&records.contacts, id),
        Into::Boilerplates => look(&records.boilerplates, id),
    };
    if known || broken {
        return;
    }
    let (taxonomy, default) = match into {
        Into::People => ("people", "data/people.yaml"),
        Into::Organizations => ("organizations", "data/organizations.yaml"),
        Into::Venues => ("venues", "data/venues.yaml"),
        Into::Contacts => ("contacts", "data/contacts.yaml"),
        Into::Boilerplates => ("boilerplates", "data/boilerplates.yaml"),
    };
    let settings = config.taxonomies.iter().find(|known| known.name == taxonomy);
    // A taxonomy that is open has terms without records.
    if settings.is_some_and(|settings| !settings.closed) {
        return;
    }
    let file = settings.and_then(|settings| settings.terms.as_deref()).unwrap_or(default);
    found.push(unknown_term(at(Code::UnknownTerm), id, taxonomy, file).suggesting(near));
}

/// A reference to a record that is not there, with what an entry for it may be called.
pub(crate) fn unknown_term(at: Diagnostic, id: &str, taxonomy: &str, file: &str) -> Diagnostic {
    let words = id.split('-').filter(|word| !word.is_empty()).map(|word| {
        let mut letters = word.chars();
        let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
        first + letters.as_str()
    });
    let name = words.collect::<Vec<String>>().join(" ");
    at.with("id", id).with("taxonomy", taxonomy).with("file", file).with("name", name)
}

/// Whether a record exists, the nearest id if not, and whether the file is broken.
fn look<'a, T>(table: &'a Table<T>, id: &str) -> (bool, Option<&'a str>, bool) {
    match table.get(id) {
        Some(_) => (true, None, table.broken),
        None => (false, near_id(id, table.ids()), table.broken),
    }
}

/// The references of a page that no taxonomy judges.
fn references(page: &Page) -> Vec<Reference<'_>> {
    let mut references = Vec::new();
    let mut add = |into, id, paths| {
        if let Some(id) = id {
            references.push(Reference { into, id, paths });
        }
    };
    let common = page.common();
    for (index, id) in common.authors.iter().enumerate() {
        add(Into::People, Some(id), ["authors", "penulis"].map(|key| KeyPath::Item(key, index)));
    }
    match page.fields() {
        KindFields::PressRelease(release) => {
            for (index, contact) in release.contacts.iter().enumerate() {
                if let OneOr::One(id) = contact {
                    add(Into::Contacts, Some(id), ["contacts", "narahubung"].map(|key| KeyPath::Item(key, index)));
                }
            }
            add(Into::Boilerplates, release.boilerplate.as_ref(), ["boilerplate", "tentang"].map(KeyPath::Key));
            for (index, quote) in release.quotes.iter().enumerate() {
                let paths = [KeyPath::Field("quotes", index, "person"), KeyPath::Field("kutipan", index, "tokoh")];
                add(Into::People, quote.person.as_ref(), paths);
            }
        }
        KindFields::Workshop(workshop) => {
            for (index, contact) in workshop.contacts.iter().enumerate() {
                if let OneOr::One(id) = contact {
                    add(Into::Contacts, Some(id), ["contacts", "narahubung"].map(|key| KeyPath::Item(key, index)));
                }
            }
            let venue = workshop.venue.as_ref().and_then(|venue| venue.venue.as_ref());
            add(Into::Venues, venue, ["venue.ref", "tempat.ref"].map(KeyPath::Key));
            for (index, speaker) in workshop.speakers.iter().enumerate() {
                let paths = [KeyPath::Field("speakers", index, "org"), KeyPath::Field("narasumber", index, "instansi")];
                add(Into::Organizations, speaker.org.as_ref(), paths);
            }
            let contact = workshop.registration.as_ref().and_then(|registration| registration.contact.as_ref());
            add(Into::Contacts, contact, ["registration.contact", "pendaftaran.kontak"].map(KeyPath::Key));
        }
        KindFields::Programme(programme) => {
            for (index, contact) in programme.contacts.iter().enumerate() {
                if let OneOr::One(id) = contact {
                    add(Into::Contacts, Some(id), ["contacts", "narahubung"].map(|key| KeyPath::Item(key, index)));
                }
            }
        }
        KindFields::Material(material) => {
            let paths = ["alternative_format_contact", "kontak_format_lain"].map(KeyPath::Key);
            add(Into::Contacts, material.alternative_format_contact.as_ref(), paths);
        }
        KindFields::Page(page) => {
            add(Into::Organizations, page.owner.as_ref(), ["owner", "pengelola"].map(KeyPath::Key));
        }
        KindFields::Announcement(_) | KindFields::Gallery(_) => {}
    }
    let approver = common.approval.as_ref().and_then(|approval| approval.by.as_ref());
    add(Into::People, approver, ["approval.by", "persetujuan.oleh"].map(KeyPath::Key));
    references
}

/// Data files that the configuration names must exist.
fn data_files(site: &Site, config: &Config, found: &mut Diagnostics) {
    let records = &site.records;
    let read = |name: &str| match name {
        "people" => records.people.source.is_some(),
        "organizations" => records.organizations.source.is_some(),
        "topics" => records.topics.source.is_some(),
        "districts" => records.districts.source.is_some(),
        _ => true,
    };
    for taxonomy in config.taxonomies.iter().filter(|taxonomy| !read(&taxonomy.name)) {
        let Some(file) = &taxonomy.terms else { continue };
        let path = format!("taxonomies.{}.terms", taxonomy.name);
        let span = config.places.at(&path, Part::Value);
        if site.lost.iter().any(|lost| lost == file || lost == "data") {
            continue;
        }
        let missing = Diagnostic::at(Code::MissingFile, &config.source, span.unwrap_or(0..0));
        let near = nearest(file, site.data_files.iter().map(String::as_str));
        found.push(missing.with("path", file.as_str()).with("problem", "data").suggesting(near));
    }
}
