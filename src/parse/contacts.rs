//! E-mail addresses of contacts. A site of the government answers from an address of the government: readers can tell it from that of
//! someone who only says so. Sites elsewhere are not asked for it.

use std::ops::Range;
use std::sync::Arc;

use super::Document;
use super::kinds::KindFields;
use super::kinds::shared::Contact;
use super::proofreading::of_record;
use super::records::Table;
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::Source;
use crate::yaml::OneOr;
use crate::yaml::{Part, Places};

/// Domains of the government.
const GOVERNMENT: &str = ".go.id";

/// Judges the contacts that an item writes out.
pub(super) fn of_item(document: &Document, config: &Config) -> Diagnostics {
    let contacts = match &document.front.kind {
        KindFields::PressRelease(release) => &release.contacts,
        KindFields::Workshop(workshop) => &workshop.contacts,
        _ => return Diagnostics::new(),
    };
    let is_record = document.front.common.import.is_some();
    let found = contacts.iter().enumerate().filter_map(|(index, contact)| {
        let OneOr::Record(contact) = contact else { return None };
        let place = || document.front.place(&format!("contacts[{index}].email"));
        foreign(&document.source, contact, config, place)
    });
    found.map(|finding| if is_record { of_record(finding) } else { finding }).collect()
}

/// Judges the contacts of `data/contacts.yaml`.
pub(super) fn of_records(contacts: &Table<Contact>, config: &Config, found: &mut Diagnostics) {
    let Some(source) = &contacts.source else { return };
    let places = Places::of_file(source);
    for (id, contact) in contacts.entries.iter() {
        let place = || {
            let either = ["email", "surel"].into_iter();
            either.filter_map(|key| places.at(&format!("{id}.{key}"), Part::Value)).next()
        };
        found.extend(foreign(source, contact, config, place));
    }
}

fn foreign(
    source: &Arc<Source>,
    contact: &Contact,
    config: &Config,
    place: impl Fn() -> Option<Range<usize>>,
) -> Option<Diagnostic> {
    let email = contact.email.as_deref()?;
    let is_of =
        |host: &str| format!(".{}", host.trim().trim_end_matches('.').to_ascii_lowercase()).ends_with(GOVERNMENT);
    let host = email.rsplit_once('@').map_or("", |(_, host)| host);
    let is_foreign = is_of(config.base_url.host()) && !is_of(host);
    is_foreign.then(|| Diagnostic::at(Code::ContactEmail, source, place().unwrap_or(0..0)).with("email", email))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{self, Kind};
    use crate::parse::{Lexicon, document};

    fn found(host: &str, email: &str) -> Vec<String> {
        let settings = format!("title: Humas\nbase_url: https://{host}\ntime_zone: WIB\n");
        let (config, _) = config::resolve(&Source::new("warta.yaml", settings), None);
        let text = format!(
            "---\ntitle: Pasar pagi\ndate: 2010-06-04\nnarahubung:\n  - humas\n  - {{ nama: Budi, surel: {email} }}\n---\n"
        );
        let source = Source::new("content/a.md", text);
        let (_, found) = document(&source, &config.unwrap(), Kind::PressRelease, &Lexicon::default());
        let found = found.iter().filter(|finding| finding.code == Code::ContactEmail);
        found.map(|finding| source.slice(finding.primary.as_ref().unwrap().span()).to_owned()).collect()
    }

    #[test]
    fn a_government_answers_from_its_own_address() {
        assert_eq!(found("humas.batam.go.id", "humas@gmail.com"), ["humas@gmail.com"]);
        assert_eq!(found("humas.batam.go.id", "humas@batam.go.id.contoh.com"), ["humas@batam.go.id.contoh.com"]);
        assert_eq!(found("humas.batam.go.id", "humas@Batam.GO.ID"), [""; 0]);
        assert_eq!(found("humas.example", "humas@gmail.com"), [""; 0]);
    }
}
