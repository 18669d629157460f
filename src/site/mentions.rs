//! Which item names which, and how: written once, known on both sides.
//!
//! A reference by id becomes a pair of items with a [`Relation`]. What follows from others is added: a material that an event lists
//! belongs to that event, and what belongs to an event belongs to its programme. A reference to what is not public is a warning and
//! no pair.

use std::sync::Arc;

use super::key_path::KeyPath;
use super::{Page, PageId, Site, unknown_item};
use crate::config::Lang;
use crate::diagnostic::{Code, Diagnostics, nearest};
use crate::parse::kinds::{Common, KindFields, Workshop};
use crate::yaml::{Id, Line};

/// How an item names another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// It is about this event, or was made for it.
    Event,
    /// It belongs to this programme.
    Programme,
    /// It has this material.
    Material,
    /// It answers this item.
    Answers,
    /// Its correction is explained by this item.
    ExplainedBy,
    /// It stands in the place of this material.
    Replaces,
    /// This material stands in its place.
    ReplacedBy,
    /// The same for those who cannot read it.
    AccessibleVersion,
    /// It updates or calls off this announcement.
    Follows,
    /// This item reports on it.
    Report,
    /// It was taken back in favour of this one.
    Replacement,
    /// The programme lists this item first.
    Lists,
    /// The writer names it to be read too.
    Related,
}

impl Relation {
    /// Its word in data, and in ids of messages with hyphens.
    pub fn word(self) -> &'static str {
        match self {
            Relation::Event => "event",
            Relation::Programme => "programme",
            Relation::Material => "material",
            Relation::Answers => "answers",
            Relation::ExplainedBy => "explained_by",
            Relation::Replaces => "replaces",
            Relation::ReplacedBy => "replaced_by",
            Relation::AccessibleVersion => "accessible_version",
            Relation::Follows => "follows",
            Relation::Report => "report",
            Relation::Replacement => "replacement",
            Relation::Lists => "lists",
            Relation::Related => "related",
        }
    }
}

/// What an id names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mention {
    /// A public item.
    Page(PageId),
    /// One that is not public yet. Its title is for the writer's eyes, in a warning; no page shows it.
    Withheld(String),
}

/// A reference by id, and the paths (canonical and alias) at which it may stand.
struct Reference<'a> {
    relation: Relation,
    id: &'a str,
    paths: [KeyPath; 2],
}

/// Notes on every page which items it names and which name it. Gives pairs of (target, from).
pub(super) fn relate(site: &mut Site, found: &mut Diagnostics) -> Vec<(PageId, PageId)> {
    let mut all: Vec<Vec<(Relation, PageId)>> = Vec::with_capacity(site.pages.len());
    for (_, page) in site.page_ids() {
        let mut names = Vec::new();
        references(page, &mut |reference| {
            if let Some(target) = judge(site, page, &reference, found)
                && !names.contains(&(reference.relation, target))
            {
                names.push((reference.relation, target));
            }
        });
        all.push(names);
    }
    follow_up(&mut all);
    let mut pairs: Vec<(PageId, Relation, PageId)> = Vec::new();
    for (from, names) in (0..).map(PageId).zip(&all) {
        pairs.extend(names.iter().map(|(relation, target)| (*target, *relation, from)).filter(|pair| pair.0 != from));
    }
    pairs.sort_by_cached_key(|(target, relation, from)| (*target, *relation, site.rank(*from)));
    for (page, names) in site.pages.iter_mut().zip(all).filter(|(_, names)| !names.is_empty()) {
        Arc::make_mut(page).names = names;
    }
    for same in pairs.chunk_by(|a, b| a.0 == b.0) {
        let target = same.first().and_then(|(target, ..)| site.pages.get_mut(target.0 as usize));
        if let Some(page) = target {
            Arc::make_mut(page).named_by = same.iter().map(|(_, relation, from)| (*relation, *from)).collect();
        }
    }
    pairs.into_iter().map(|(target, _, from)| (target, from)).collect()
}

fn first(names: &[(Relation, PageId)], relation: Relation) -> Option<PageId> {
    names.iter().find(|(own, _)| *own == relation).map(|(_, target)| *target)
}

/// Adds what follows from what was written.
fn follow_up(all: &mut [Vec<(Relation, PageId)>]) {
    let listed: Vec<(PageId, PageId)> = (0..)
        .map(PageId)
        .zip(&*all)
        .flat_map(|(event, names)| names.iter().map(move |(relation, target)| (event, *relation, *target)))
        .filter(|(_, relation, _)| *relation == Relation::Material)
        .map(|(event, _, material)| (material, event))
        .collect();
    for (material, event) in listed {
        if let Some(names) = all.get_mut(material.0 as usize).filter(|names| first(names, Relation::Event).is_none()) {
            names.push((Relation::Event, event));
        }
    }
    let programmes: Vec<Option<PageId>> = all.iter().map(|names| first(names, Relation::Programme)).collect();
    for names in all.iter_mut().filter(|names| first(names, Relation::Programme).is_none()) {
        let event = first(names, Relation::Event);
        let programme = event.and_then(|event| programmes.get(event.0 as usize).copied().flatten());
        names.extend(programme.map(|programme| (Relation::Programme, programme)));
    }
}

/// What a reference leads to, or a finding.
fn judge(site: &Site, page: &Page, reference: &Reference<'_>, found: &mut Diagnostics) -> Option<PageId> {
    let document = &page.document;
    let named = resolve(site, page.lang(), reference.id);
    if let Some(Mention::Page(target)) = named {
        return Some(target);
    }
    let [own, alias] = reference.paths.map(|path| path.to_string());
    match named {
        Some(Mention::Withheld(title)) => {
            let finding = document.front.finding(&document.source, Code::RefersToWithheld, &[&own, &alias]);
            found.push(finding.with("target", title));
        }
        _ if !site.incomplete => {
            found.push(unknown_item(page, &[&own, &alias], reference.id, nearest(reference.id, site.ids())));
        }
        _ => {}
    }
    None
}

/// The references of a page to items.
fn references<'a>(page: &'a Page, take: &mut impl FnMut(Reference<'a>)) {
    of_all(page.common(), take);
    let mut one = |relation, id: Option<&'a Id>, keys: [&'static str; 2]| {
        if let Some(id) = id {
            take(Reference { relation, id, paths: keys.map(KeyPath::Key) });
        }
    };
    match page.fields() {
        KindFields::PressRelease(release) => {
            one(Relation::Answers, release.replies_to.as_ref(), ["replies_to", "menjawab"]);
        }
        KindFields::Workshop(workshop) => {
            one(Relation::Report, workshop.report.as_ref(), ["report", "laporan"]);
            of_workshop(workshop, take);
        }
        KindFields::Programme(programme) => {
            for (index, id) in programme.order.iter().enumerate() {
                let paths = ["order", "urutan"].map(|key| KeyPath::Item(key, index));
                take(Reference { relation: Relation::Lists, id, paths });
            }
        }
        KindFields::Material(material) => {
            one(Relation::Replaces, material.replaces.as_ref(), ["replaces", "menggantikan"]);
            one(Relation::ReplacedBy, material.replaced_by.as_ref(), ["replaced_by", "digantikan_oleh"]);
            if let Some(Line(id)) = material.accessible_version.as_ref().filter(|name| !is_file_name(name)) {
                let paths = ["accessible_version", "versi_aksesibel"].map(KeyPath::Key);
                take(Reference { relation: Relation::AccessibleVersion, id, paths });
            }
        }
        KindFields::Announcement(announcement) => {
            for (index, id) in announcement.references.iter().enumerate() {
                let paths = ["references", "rujukan"].map(|key| KeyPath::Item(key, index));
                take(Reference { relation: Relation::Follows, id, paths });
            }
        }
        KindFields::Page(_) | KindFields::Gallery(_) => {}
    }
}

/// Whether a name is that of a file and no id.
pub fn is_file_name(name: &str) -> bool {
    name.contains(['.', '/'])
}

fn of_workshop<'a>(workshop: &'a Workshop, take: &mut impl FnMut(Reference<'a>)) {
    for (index, id) in workshop.materials.iter().enumerate() {
        let paths = ["materials", "materi"].map(|key| KeyPath::Item(key, index));
        take(Reference { relation: Relation::Material, id, paths });
    }
    for (index, session) in workshop.sessions.iter().enumerate() {
        for (at, id) in session.materials.iter().enumerate() {
            let paths = [("sessions", "materials"), ("sesi", "materi")];
            let paths = paths.map(|(key, field)| KeyPath::FieldItem(key, index, field, at));
            take(Reference { relation: Relation::Material, id, paths });
        }
    }
}

fn of_all<'a>(common: &'a Common, take: &mut impl FnMut(Reference<'a>)) {
    let mut one = |relation, id: Option<&'a Id>, keys: [&'static str; 2]| {
        if let Some(id) = id {
            take(Reference { relation, id, paths: keys.map(KeyPath::Key) });
        }
    };
    one(Relation::Event, common.event.as_ref(), ["event", "acara"]);
    one(Relation::Programme, common.programme.as_ref(), ["programme", "program"]);
    let replacement = common.withdrawn.as_ref().and_then(|withdrawn| withdrawn.replacement.as_ref());
    one(Relation::Replacement, replacement, ["withdrawn.replacement", "pencabutan.pengganti"]);
    for (index, id) in common.related.iter().enumerate() {
        let paths = ["related", "terkait"].map(|key| KeyPath::Item(key, index));
        take(Reference { relation: Relation::Related, id, paths });
    }
    for (index, correction) in common.corrections.iter().enumerate() {
        if let Some(id) = &correction.item {
            let paths = [KeyPath::Field("corrections", index, "item"), KeyPath::Field("koreksi", index, "butir")];
            take(Reference { relation: Relation::ExplainedBy, id, paths });
        }
    }
}

/// What an id names in a language: a public page, else one that is withheld.
pub(super) fn resolve(site: &Site, lang: Lang, id: &str) -> Option<Mention> {
    let public = site.find(lang, id).map(Mention::Page);
    public.or_else(|| site.withheld.by_id(id).map(|item| Mention::Withheld(item.title.clone())))
}

/// Notes on every page who names it or links to it; pairs are (target, from).
pub(super) fn backlinks(site: &mut Site, mut pairs: Vec<(PageId, PageId)>) {
    pairs.sort_unstable();
    pairs.dedup();
    for (target, from) in pairs.into_iter().filter(|(target, from)| target != from) {
        if let Some(page) = site.pages.get_mut(target.0 as usize).map(Arc::make_mut) {
            page.backlinks.push(from);
        }
    }
}
