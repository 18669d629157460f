//! Taxonomies and their terms. A term may carry a record of a data file: people, organisations, topics and districts do.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::key_path::KeyPath;
use super::references::unknown_term;
use super::{Page, PageId, Site};
use crate::config::{Config, INFO_CLASS, Lang, TaxonomyConfig};
use crate::diagnostic::{Code, Diagnostics, near_id};
use crate::locale::collate;
use crate::locale::name::person_name;
use crate::locale::slug::slugify;
use crate::parse::Records;
use crate::parse::kinds::KindFields;
use crate::parse::kinds::shared::InfoClass;
use crate::parse::records::{Person, Topic};
use crate::yaml::OneOr;

/// A way to group items.
#[derive(Debug)]
pub struct Taxonomy {
    /// The front matter key: `tags`.
    pub name: String,
    /// First part of its addresses.
    pub path: String,
    /// Its name in each language, where the configuration gives one.
    pub titles: Vec<Option<String>>,
    /// Its terms, in the order of their ids.
    pub terms: Vec<Term>,
    by_id: HashMap<String, TermRef>,
    /// Free labels as written: a slug is made once for each, not once for each item.
    by_label: HashMap<String, TermRef>,
}

/// Index of a term in [`Taxonomy::terms`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TermRef(pub u32);

/// A group of items.
#[derive(Debug)]
pub struct Term {
    /// Its id, the last part of its address.
    pub id: String,
    /// Its name, by language.
    pub names: Vec<String>,
    /// Its short name, where it has one.
    pub short: Option<String>,
    /// By what it is sorted.
    pub sort_key: String,
    /// Its items by language, newest first.
    pub pages: Vec<Vec<PageId>>,
}

impl Taxonomy {
    /// The term of an id.
    pub fn find(&self, id: &str) -> Option<TermRef> {
        self.by_id.get(id).copied()
    }

    /// The term of a reference.
    #[allow(clippy::indexing_slicing, reason = "references are made from the indices of `terms`, which never shrinks")]
    pub fn term(&self, term: TermRef) -> &Term {
        &self.terms[term.0 as usize]
    }

    /// The path of its list of terms in a language.
    pub fn index_path(&self, config: &Config, lang: Lang) -> String {
        format!("{}/{}/", config.lang_prefix(lang), self.path)
    }

    /// The path of a term's list, if it has items in that language.
    pub fn term_path(&self, term: &Term, config: &Config, lang: Lang) -> Option<String> {
        let has_pages = !term.pages_in(lang).is_empty();
        has_pages.then(|| format!("{}/{}/{}/", config.lang_prefix(lang), self.path, term.id))
    }

    /// Terms with items in a language, in alphabetical order.
    pub fn used(&self, lang: Lang) -> Vec<TermRef> {
        let terms = (0..).map(TermRef).zip(&self.terms).filter(|(_, term)| !term.pages_in(lang).is_empty());
        let mut terms: Vec<(TermRef, &Term)> = terms.collect();
        terms.sort_by(|(_, a), (_, b)| (&a.sort_key, &a.id).cmp(&(&b.sort_key, &b.id)));
        terms.into_iter().map(|(reference, _)| reference).collect()
    }
}

impl Term {
    /// Its items in a language.
    pub fn pages_in(&self, lang: Lang) -> &[PageId] {
        self.pages.get(usize::from(lang.0)).map_or(&[], Vec::as_slice)
    }

    /// Its name in a language.
    pub fn name(&self, lang: Lang) -> &str {
        self.names.get(usize::from(lang.0)).or_else(|| self.names.first()).map_or(self.id.as_str(), String::as_str)
    }
}

/// A reference in front matter: the value and where it stands.
struct Reference<'a> {
    id: &'a str,
    path: KeyPath,
    /// Shown with the item; the other references only bring the item into the term's list.
    listed: bool,
}

/// A taxonomy with its pages, what each page shows of it, and references that lead nowhere.
pub(super) type Made = (Taxonomy, Vec<Vec<TermRef>>, Diagnostics);

/// Makes the taxonomies.
pub(super) fn taxonomies(site: &Site, config: &Config) -> Vec<Made> {
    config.taxonomies.par_iter().map(|settings| taxonomy(site, settings, config)).collect()
}

/// Gives the site its taxonomies, and pages what they show of them.
pub(super) fn put(made: Vec<Made>, site: &mut Site, found: &mut Diagnostics) {
    let mut taxonomies = Vec::with_capacity(made.len());
    for (taxonomy, of_pages, problems) in made {
        taxonomies.push(taxonomy);
        for (page, terms) in site.pages.iter_mut().zip(of_pages) {
            Arc::make_mut(page).terms.push(terms);
        }
        found.append(problems);
    }
    site.taxonomies = Arc::new(taxonomies);
}

fn taxonomy(site: &Site, settings: &TaxonomyConfig, config: &Config) -> Made {
    let languages = config.languages.len();
    let mut taxonomy = with_records(settings, &site.records, config);
    let (mut of_pages, mut found) = (Vec::with_capacity(site.pages.len()), Diagnostics::new());
    for (id, page) in site.page_ids() {
        let lang = page.lang();
        let mut listed = Vec::new();
        for reference in references(page, &taxonomy.name) {
            let term = if taxonomy.name == "tags" {
                taxonomy.tag(reference.id, languages)
            } else {
                let known = taxonomy.by_id.get(reference.id).copied();
                known.or_else(|| (!settings.closed).then(|| taxonomy.tag(reference.id, languages)).flatten())
            };
            let Some(term) = term else {
                unknown(page, &taxonomy, settings, &site.records, &reference, &mut found);
                continue;
            };
            #[allow(clippy::indexing_slicing, reason = "the term was just looked up in or added to this taxonomy")]
            let pages = &mut taxonomy.terms[term.0 as usize].pages;
            if let Some(pages) = pages.get_mut(usize::from(lang.0))
                && page.is_listed()
                && pages.last() != Some(&id)
            {
                pages.push(id);
            }
            if reference.listed && !listed.contains(&term) {
                listed.push(term);
            }
        }
        of_pages.push(listed);
    }
    taxonomy.terms.par_iter_mut().flat_map_iter(|term| &mut term.pages).for_each(|pages| {
        pages.sort_by_cached_key(|id| site.rank(*id));
        pages.dedup();
    });
    (taxonomy, of_pages, found)
}

impl Taxonomy {
    /// The term of a free label, made when it is new. Labels that make the same slug are one term.
    fn tag(&mut self, label: &str, languages: usize) -> Option<TermRef> {
        if let Some(term) = self.by_label.get(label) {
            return Some(*term);
        }
        let id = slugify(label);
        if id.is_empty() {
            return None;
        }
        let known = self.by_id.get(&id).copied();
        let term = known.unwrap_or_else(|| {
            self.add(Term {
                names: vec![label.to_owned(); languages],
                short: None,
                sort_key: collate::sort_key(label),
                pages: vec![Vec::new(); languages],
                id,
            })
        });
        self.by_label.insert(label.to_owned(), term);
        Some(term)
    }

    fn add(&mut self, term: Term) -> TermRef {
        let reference = TermRef(u32::try_from(self.terms.len()).unwrap_or(u32::MAX));
        self.by_id.insert(term.id.clone(), reference);
        self.terms.push(term);
        reference
    }
}

/// A taxonomy with a term for each record.
fn with_records(settings: &TaxonomyConfig, records: &Records, config: &Config) -> Taxonomy {
    let mut taxonomy = Taxonomy {
        name: settings.name.clone(),
        path: settings.path.clone(),
        titles: settings.titles.clone(),
        terms: Vec::new(),
        by_id: HashMap::new(),
        by_label: HashMap::new(),
    };
    let languages = config.languages.len();
    let mut add = |id: &str, names: Vec<String>, short: Option<String>, sort_key: String| {
        taxonomy.add(Term { id: id.to_owned(), names, short, sort_key, pages: vec![Vec::new(); languages] });
    };
    match settings.name.as_str() {
        "people" => {
            for (id, person) in records.people.entries.iter() {
                let sort_key = crate::locale::name::sort_key(person.name.as_deref().unwrap_or(id));
                add(id, vec![full_name(person, id); languages], None, sort_key);
            }
        }
        "organizations" => {
            for (id, organization) in records.organizations.entries.iter() {
                let name = organization.name.as_deref().unwrap_or(id);
                let short = organization.short.as_deref().map(str::to_owned);
                add(id, vec![name.to_owned(); languages], short, collate::sort_key(name));
            }
        }
        "topics" | "districts" => {
            let table = if settings.name == "topics" { &records.topics } else { &records.districts };
            for (id, topic) in table.entries.iter() {
                let names: Vec<String> =
                    config.languages.iter().map(|language| topic_name(topic, &language.code, id)).collect();
                let sort_key = collate::sort_key(names.first().map_or(id, String::as_str));
                add(id, names, None, sort_key);
            }
        }
        INFO_CLASS => {
            for (class, order) in InfoClass::PUBLISHED.into_iter().zip(["1", "2", "3"]) {
                let names = config.languages.iter().map(|language| class.name(language.words).to_owned()).collect();
                // In the order of the law.
                add(class.slug().unwrap_or_default(), names, None, order.to_owned());
            }
        }
        _ => {}
    }
    taxonomy
}

/// A person's name with degrees.
pub fn full_name(person: &Person, id: &str) -> String {
    let prefix: Vec<&str> = person.prefix.iter().map(|line| &**line).collect();
    let suffix: Vec<&str> = person.suffix.iter().map(|line| &**line).collect();
    person_name(&prefix, person.name.as_deref().unwrap_or(id), &suffix)
}

fn topic_name(topic: &Topic, code: &str, id: &str) -> String {
    match &topic.name {
        Some(OneOr::One(line)) => line.0.clone(),
        Some(OneOr::Record(names)) => names
            .get(code)
            .or_else(|| names.0.first().map(|(_, name)| name))
            .map_or_else(|| id.to_owned(), |name| name.0.clone()),
        None => id.to_owned(),
    }
}

/// What a page names of a taxonomy, and where.
fn references<'a>(page: &'a Page, taxonomy: &str) -> Vec<Reference<'a>> {
    let common = page.common();
    let mut references = Vec::new();
    let mut add = |id: &'a str, path: KeyPath, listed: bool| references.push(Reference { id, path, listed });
    let list = |ids: &'a [crate::yaml::Id], key: &'static str| {
        ids.iter().enumerate().map(move |(index, id)| (&**id, KeyPath::Item(key, index)))
    };
    match taxonomy {
        "tags" => {
            for (index, tag) in common.tags.iter().enumerate() {
                add(tag, KeyPath::Item("tags", index), true);
            }
        }
        "topics" => list(&common.topics, "topics").for_each(|(id, path)| add(id, path, true)),
        "districts" => {
            list(&common.districts, "districts").for_each(|(id, path)| add(id, path, true));
            if let KindFields::Announcement(announcement) = page.fields() {
                list(&announcement.areas, "areas").for_each(|(id, path)| add(id, path, true));
            }
        }
        INFO_CLASS => {
            if let Some(class) = common.info_class.and_then(InfoClass::slug) {
                add(class, KeyPath::Key("info_class"), true);
            }
        }
        "organizations" => {
            list(&common.organizations, "organizations").for_each(|(id, path)| add(id, path, true));
            if let KindFields::Workshop(workshop) = page.fields() {
                if let Some(id) = &workshop.organizer {
                    add(id, KeyPath::Key("organizer"), false);
                }
                list(&workshop.co_organizers, "co_organizers").for_each(|(id, path)| add(id, path, false));
            }
            if let KindFields::Programme(programme) = page.fields()
                && let Some(id) = &programme.owner
            {
                add(id, KeyPath::Key("owner"), false);
            }
        }
        "people" => {
            for (index, part) in common.people.iter().enumerate() {
                match part {
                    OneOr::One(id) => add(id, KeyPath::Item("people", index), true),
                    OneOr::Record(part) => {
                        if let Some(id) = &part.person {
                            add(id, KeyPath::Field("people", index, "person"), true);
                        }
                    }
                }
            }
            list(&common.authors, "authors").for_each(|(id, path)| add(id, path, false));
            if let KindFields::Gallery(gallery) = page.fields() {
                for (index, photo) in gallery.photos.iter().enumerate() {
                    for (at, id) in photo.people.iter().enumerate() {
                        add(id, KeyPath::FieldItem("photos", index, "people", at), false);
                    }
                }
            }
            if let KindFields::Workshop(workshop) = page.fields() {
                for (index, speaker) in workshop.speakers.iter().enumerate() {
                    if let Some(id) = &speaker.person {
                        add(id, KeyPath::Field("speakers", index, "person"), false);
                    }
                }
                for (index, session) in workshop.sessions.iter().enumerate() {
                    for (at, id) in session.speakers.iter().enumerate() {
                        add(id, KeyPath::FieldItem("sessions", index, "speakers", at), false);
                    }
                    if let Some(id) = &session.moderator {
                        add(id, KeyPath::Field("sessions", index, "moderator"), false);
                    }
                }
                for (index, member) in workshop.committee.iter().enumerate() {
                    if let Some(id) = &member.person {
                        add(id, KeyPath::Field("committee", index, "person"), false);
                    }
                }
            }
        }
        _ => {}
    }
    references
}

fn unknown(
    page: &Page,
    taxonomy: &Taxonomy,
    settings: &TaxonomyConfig,
    records: &Records,
    reference: &Reference<'_>,
    found: &mut Diagnostics,
) {
    let broken = match taxonomy.name.as_str() {
        "people" => records.people.broken,
        "organizations" => records.organizations.broken,
        "topics" => records.topics.broken,
        "districts" => records.districts.broken,
        _ => false,
    };
    if broken {
        return;
    }
    let suggestion = near_id(reference.id, taxonomy.terms.iter().map(|term| term.id.as_str()));
    let path = reference.path.to_string();
    let finding = page.document.front.finding(&page.document.source, Code::UnknownTerm, &[&path, &alias_path(&path)]);
    let file = settings.terms.as_deref().unwrap_or("warta.yaml");
    found.push(unknown_term(finding, reference.id, &taxonomy.name, file).suggesting(suggestion));
}

/// The same place by the Indonesian keys.
fn alias_path(path: &str) -> String {
    let mut alias = path.to_owned();
    for (canonical, other) in [
        ("people", "tokoh"),
        (".person", ".tokoh"),
        ("topics", "topik"),
        ("districts", "kecamatan"),
        ("organizations", "instansi"),
        ("speakers", "narasumber"),
        ("sessions", "sesi"),
        ("organizer", "penyelenggara"),
        ("tags", "label"),
        ("authors", "penulis"),
        ("areas", "wilayah"),
        ("photos", "foto"),
        ("owner", "penanggung_jawab"),
    ] {
        alias = alias.replace(canonical, other);
    }
    alias
}
