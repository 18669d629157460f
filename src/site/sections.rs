//! Sections: top folders of `content/`, and deeper ones that have an `_index.md`. Other folders are transparent.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::permalink;
use super::visibility::{Public, Reason};
use super::{PageId, SectionId};
use crate::config::{ArchiveBy, Config, Kind, Lang, SortBy, WrittenSection, as_size};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, nearest as nearest_name};
use crate::parse::kinds::section::SectionFields;
use crate::parse::{Document, SectionDocument, front_matter};
use crate::yaml::{Line, Part, Places};

/// A list of items in one language.
#[derive(Clone, Debug)]
pub struct Section {
    /// The folder below `content/`.
    pub folder: String,
    /// Its language.
    pub lang: Lang,
    /// Its title.
    pub title: String,
    /// What is in it.
    pub description: Option<String>,
    /// Path of its address.
    pub path: String,
    /// Kind of its items.
    pub kind: Kind,
    /// Pattern of its items' addresses.
    pub permalink: String,
    /// Items on one page.
    pub page_size: usize,
    /// Order.
    pub sort: SortBy,
    /// Whether it has a feed.
    pub feed: bool,
    /// Archives.
    pub archive: ArchiveBy,
    /// By what its list is narrowed: `type`, or names of taxonomies.
    pub facets: Vec<String>,
    /// Template of its own.
    pub template: Option<String>,
    /// Its `_index.md`.
    pub document: Option<Arc<SectionDocument>>,
    /// Its items, and those of sections below it, in order.
    pub pages: Vec<PageId>,
}

/// All sections that exist, by folder and language.
pub(super) fn all(public: &[Public], documents: &[Arc<SectionDocument>], config: &Config) -> Vec<Section> {
    let mut folders: BTreeSet<(&str, Lang)> = BTreeSet::new();
    for document in documents.iter().filter(|document| !document.folder.is_empty()) {
        folders.insert((&document.folder, document.lang));
    }
    for (document, _) in public {
        if let Some(top) = top(&document.place.folder) {
            folders.insert((top, document.lang));
        }
    }
    folders.into_iter().map(|(folder, lang)| section(folder.to_owned(), lang, documents, config)).collect()
}

fn top(folder: &str) -> Option<&str> {
    folder.split('/').next().filter(|top| !top.is_empty())
}

fn section(folder: String, lang: Lang, documents: &[Arc<SectionDocument>], config: &Config) -> Section {
    let find = |lang: Lang| documents.iter().find(|document| document.folder == folder && document.lang == lang);
    let own = find(lang);
    // What is not a matter of language comes from the default language's file when this one is silent.
    let base = find(config.default_lang());
    let fronts = [own, base].map(|document| document.map(|document| &document.front));
    let empty = WrittenSection::default();
    let written = config.section(&folder).unwrap_or(&empty);
    macro_rules! setting {
        ($field:ident) => {
            fronts.iter().flatten().find_map(|front| front.$field.clone()).or_else(|| written.$field.clone())
        };
    }
    let name = folder.rsplit('/').next().unwrap_or(&folder);
    let permalink = setting!(permalink).map_or_else(|| "/{section}/{slug}/".to_owned(), |line| line.0);
    Section {
        title: fronts
            .iter()
            .flatten()
            .find_map(|front| front.title.as_deref())
            .map_or_else(|| titled(name), str::to_owned),
        description: own.and_then(|document| document.front.description.as_deref()).map(str::to_owned),
        path: format!("{}/{folder}/", config.lang_prefix(lang)),
        kind: setting!(kind).unwrap_or(Kind::Page),
        permalink,
        page_size: setting!(page_size).map_or(20, as_size),
        sort: setting!(sort).unwrap_or(SortBy::Date),
        feed: setting!(feed).is_none_or(|feed| feed.0),
        archive: setting!(archive).unwrap_or(ArchiveBy::None),
        facets: facets(&fronts, written),
        template: fronts.iter().flatten().find_map(|front| front.template.as_deref()).map(str::to_owned),
        document: own.cloned(),
        pages: Vec::new(),
        folder,
        lang,
    }
}

/// What the first of the files that names any says, else the configuration.
fn facets(fronts: &[Option<&SectionFields>], written: &WrittenSection) -> Vec<String> {
    let said = fronts.iter().flatten().map(|front| &front.facets).find(|facets| !facets.is_empty());
    let mut facets: Vec<String> = Vec::new();
    for name in said.unwrap_or(&written.facets).iter().map(|line| line.0.as_str()) {
        let name = if name == "jenis" { "type" } else { name };
        if !facets.iter().any(|own| own == name) {
            facets.push(name.to_owned());
        }
    }
    facets
}

/// `siaran-pers` → `Siaran pers`
fn titled(name: &str) -> String {
    let words = name.replace(['-', '_'], " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The section that an item belongs to: that of the nearest folder which is one.
pub(super) fn nearest(sections: &[Section], document: &Document) -> Option<SectionId> {
    let mut folder = document.place.folder.as_str();
    while !folder.is_empty() {
        let found = sections.iter().position(|section| section.folder == folder && section.lang == document.lang);
        if let Some(index) = found {
            return u32::try_from(index).ok().map(SectionId);
        }
        folder = folder.rsplit_once('/').map_or("", |(around, _)| around);
    }
    None
}

/// Patterns of addresses with a part that does not exist, each shown once, where it is written.
pub(super) fn check_patterns(config: &Config, sections: &[Section], found: &mut Diagnostics) {
    let mut told: Vec<(&str, &str)> = Vec::new();
    for section in sections {
        let Some(part) = permalink::unknown_part(&section.permalink) else { continue };
        let told_already = (section.folder.as_str(), section.permalink.as_str());
        if told.contains(&told_already) {
            continue;
        }
        told.push(told_already);
        let own = section.document.as_ref().and_then(|document| {
            let range = front_matter::split(&document.source).ok()?.yaml;
            let span = Places::of(&document.source, range).at("permalink", Part::Value)?;
            Some(Diagnostic::at(Code::BadPermalink, &document.source, span))
        });
        let finding = own.unwrap_or_else(|| {
            let path = format!("sections.{}.permalink", section.folder);
            let span = config.places.at(&path, Part::Value);
            Diagnostic::at(Code::BadPermalink, &config.source, span.unwrap_or(0..0))
        });
        found.push(permalink::unknown(finding, &section.permalink, part));
    }
}

/// Facets that name neither the type nor a taxonomy, each shown where it is written.
pub(super) fn check_facets(config: &Config, documents: &[Arc<SectionDocument>], found: &mut Diagnostics) {
    let known: Vec<&str> =
        std::iter::once("type").chain(config.taxonomies.iter().map(|taxonomy| taxonomy.name.as_str())).collect();
    let mut check = |facets: &[Line], told: &dyn Fn(usize) -> Diagnostic| {
        for (index, name) in facets.iter().enumerate() {
            let name = name.0.as_str();
            if name != "jenis" && !known.contains(&name) {
                let unknown = told(index).with("value", name).with("words", known.join(", "));
                found.push(unknown.suggesting(nearest_name(name, known.iter().copied())));
            }
        }
    };
    for (name, section) in &config.sections {
        check(&section.facets, &|index| {
            let span = config.places.at(&format!("sections.{name}.facets[{index}]"), Part::Value);
            Diagnostic::at(Code::UnknownWord, &config.source, span.unwrap_or(0..0))
        });
    }
    for document in documents {
        check(&document.front.facets, &|index| {
            let range = front_matter::split(&document.source).map_or(0..0, |split| split.yaml);
            let places = Places::of(&document.source, range);
            let span = places.at(&format!("facets[{index}]"), Part::Value);
            Diagnostic::at(Code::UnknownWord, &document.source, span.unwrap_or(0..0))
        });
    }
}

/// Sections of the configuration that have no folder are misspelt.
pub(super) fn check_names(
    config: &Config,
    sections: &[Section],
    documents: &[Arc<SectionDocument>],
    withheld: &[(Arc<Document>, Reason)],
    found: &mut Diagnostics,
) {
    // A section whose items are all withheld has no page yet, and is not misspelt.
    let waiting = withheld.iter().filter_map(|(document, _)| top(&document.place.folder));
    let known: BTreeSet<&str> = sections
        .iter()
        .map(|section| section.folder.as_str())
        .chain(documents.iter().map(|own| own.folder.as_str()))
        .chain(waiting)
        .collect();
    for (name, _) in config.sections.iter().filter(|(name, _)| !known.contains(name.as_str())) {
        // A folder that has its own entry is not the one that was meant.
        let others = known.iter().copied().filter(|folder| config.section(folder).is_none());
        let Some(suggestion) = nearest_name(name, others) else { continue };
        let span = config.places.at(&format!("sections.{name}"), Part::Key);
        let unknown = Diagnostic::at(Code::UnknownSection, &config.source, span.unwrap_or(0..0))
            .with("name", name.as_str())
            .with("what", "section")
            .with("known", known.iter().copied().collect::<Vec<_>>().join(", "))
            .suggesting(Some(suggestion));
        found.push(unknown);
    }
}
