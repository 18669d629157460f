//! What an office keeps over many files: numbers that are given once, and contacts that answer.

use super::{Page, Site};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::parse::kinds::KindFields;
use crate::parse::kinds::shared::Contact;
use crate::parse::records::Table;
use crate::source::Location;
use crate::yaml::Id;
use crate::yaml::OneOr;

/// Judges numbers and contacts.
pub(super) fn check(site: &Site, found: &mut Diagnostics) {
    numbers(site, found);
    for page in &site.pages {
        contacts(page, &site.records.contacts, found);
    }
}

/// A number is given once a year. Editions in other languages have the number of the first.
fn numbers(site: &Site, found: &mut Diagnostics) {
    let numbered = site.page_ids().filter_map(|(id, page)| {
        let KindFields::PressRelease(release) = page.fields() else { return None };
        let number = release.number.as_deref().filter(|_| !site.is_later_edition(id))?;
        let same: String = number.chars().filter(|letter| !letter.is_whitespace()).collect();
        Some((page.date()?.date().year(), same.to_lowercase(), id))
    });
    let mut numbered: Vec<_> = numbered.collect();
    numbered.sort_unstable();
    for same in numbered.chunk_by(|one, other| (one.0, &one.1) == (other.0, &other.1)) {
        let Some(((.., first), others)) = same.split_first() else { continue };
        for (.., other) in others {
            let (first, page) = (site.page(*first), site.page(*other));
            let KindFields::PressRelease(release) = page.fields() else { continue };
            let document = &page.document;
            let twice = document.front.finding(&document.source, Code::DuplicateNumber, &["number"]);
            let twice = twice.with("number", release.number.as_deref().unwrap_or_default());
            let own = first.document.front.place("number");
            let place = own.map(|place| Location::new(&first.document.source, place));
            found.push(place.into_iter().fold(twice, Diagnostic::related));
        }
    }
}

/// Of those whom one may ask, at least one can be reached.
fn contacts(page: &Page, records: &Table<Contact>, found: &mut Diagnostics) {
    let contacts = match page.fields() {
        KindFields::PressRelease(release) => &release.contacts,
        KindFields::Workshop(workshop) => &workshop.contacts,
        KindFields::Programme(programme) => &programme.contacts,
        _ => return,
    };
    let can_be_reached = |contact: &OneOr<Id, Contact>| match contact {
        // One that is not known is told elsewhere.
        OneOr::One(id) => records.get(id).is_none_or(answers),
        OneOr::Record(contact) => answers(contact),
    };
    if !contacts.is_empty() && !contacts.iter().any(can_be_reached) {
        let document = &page.document;
        found.push(document.front.finding(&document.source, Code::ContactUnreachable, &["contacts"]));
    }
}

fn answers(contact: &Contact) -> bool {
    contact.phone.is_some() || contact.whatsapp.is_some() || contact.email.is_some()
}
