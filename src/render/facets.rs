//! What templates are given of a section's facets.

use tera::Value;

use super::value::{count, list, map, option};
use super::view::View;
use crate::config::{Kind, Lang};
use crate::plan::{Choice, Facet, facets};
use crate::site::SectionId;

/// The facets of a section, each with its choices.
pub(super) fn of_section(view: &View, id: SectionId) -> Value {
    let section = view.site.section(id);
    let facets = view.plan.facets.get(id.0 as usize).map(Vec::as_slice).unwrap_or_default();
    list(facets.iter().map(|facet: &Facet| {
        let choices = facet.choices.iter().map(|own| choice(view, section.lang, facet.taxonomy, own));
        map([
            ("name", Value::from(key(view, facet.taxonomy))),
            ("title", Value::from(title(view, section.lang, facet.taxonomy))),
            ("url", option(facet.taxonomy.and_then(|index| terms(view, index, section.lang)))),
            ("choices", list(choices)),
        ])
    }))
}

/// A choice: the value's key and name, the address of its list, and how many items it has.
pub(super) fn choice(view: &View, lang: Lang, taxonomy: Option<usize>, choice: &Choice) -> Value {
    let key = match choice.value {
        facets::Value::Type(_, word) => word,
        facets::Value::Term(term) => {
            let taxonomy = taxonomy.and_then(|index| view.site.taxonomies.get(index));
            taxonomy.map_or("", |taxonomy| taxonomy.term(term).id.as_str())
        }
    };
    map([
        ("key", Value::from(key)),
        ("name", Value::from(name(view, lang, taxonomy, choice.value))),
        ("url", Value::from(view.url(&choice.path))),
        ("total", count(choice.pages.len())),
    ])
}

/// `type`, or the name of the taxonomy.
pub(super) fn key(view: &View, taxonomy: Option<usize>) -> &str {
    taxonomy.and_then(|index| view.site.taxonomies.get(index)).map_or(facets::TYPE, |taxonomy| taxonomy.name.as_str())
}

/// How the facet is called.
pub(super) fn title(view: &View, lang: Lang, taxonomy: Option<usize>) -> String {
    taxonomy.map_or_else(|| view.words.plain(lang, "facet-type"), |index| view.taxonomy_title(index, lang))
}

/// How a value is called: a type in the theme's words, or as it is written where the theme has none.
pub(super) fn name(view: &View, lang: Lang, taxonomy: Option<usize>, value: facets::Value) -> String {
    match value {
        facets::Value::Type(kind, word) => {
            let known = type_words(kind).and_then(|start| view.words.known(lang, &format!("{start}{word}")));
            known.unwrap_or_else(|| word.replace('_', " "))
        }
        facets::Value::Term(term) => {
            let taxonomy = taxonomy.and_then(|index| view.site.taxonomies.get(index));
            taxonomy.map_or_else(String::new, |taxonomy| {
                let term = taxonomy.term(term);
                term.short.clone().unwrap_or_else(|| term.name(lang).to_owned())
            })
        }
    }
}

/// How the keys of a theme's words for the types of a kind begin.
fn type_words(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::PressRelease => Some("release-type-"),
        Kind::Workshop => Some("event-type-"),
        Kind::Material => Some("material-type-"),
        Kind::Announcement => Some("level-"),
        Kind::Page => Some("page-type-"),
        Kind::Programme | Kind::Gallery => None,
    }
}

/// The address of the list of all terms.
fn terms(view: &View, index: usize, lang: Lang) -> Option<String> {
    let taxonomy = view.site.taxonomies.get(index).filter(|taxonomy| !taxonomy.used(lang).is_empty())?;
    Some(view.url(&taxonomy.index_path(&view.config, lang)))
}
