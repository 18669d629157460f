//! Lists of a section by one property of its items: their type, or the terms of a taxonomy. One property at a time: two would
//! multiply the pages, and readers who look for more than one thing search.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::config::{Config, Kind};
use crate::locale::Words;
use crate::site::{PageId, Section, Site, TermRef};

/// The template of these lists. A theme without it has none.
pub const TEMPLATE: &str = "facet.html";

/// The property that is called `type` in `facets`.
pub const TYPE: &str = "type";

/// A property by which a section's list is split.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// Its place among the site's taxonomies; none for the type.
    pub taxonomy: Option<usize>,
    /// The values that items have, the commonest first.
    pub choices: Vec<Choice>,
}

/// A value of a property, and the items that have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The value.
    pub value: Value,
    /// The address of its list.
    pub path: String,
    /// Its items in the order of the section.
    pub pages: Vec<PageId>,
}

/// By what items are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// A type, of items of a kind.
    Type(Kind, &'static str),
    /// A term.
    Term(TermRef),
}

/// Which list of a section: the places of a facet and of its choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FacetRef {
    /// In the facets of the section.
    pub facet: usize,
    /// In the choices of the facet.
    pub choice: usize,
}

/// The facets of a section that have anything to choose.
pub(super) fn of(site: &Site, section: &Section, config: &Config) -> Vec<Facet> {
    let facets = section.facets.iter().filter_map(|name| {
        let taxonomy = match name.as_str() {
            TYPE => None,
            name => Some(site.taxonomies.iter().position(|taxonomy| taxonomy.name == name)?),
        };
        let choices = choices(site, section, taxonomy, config);
        (!choices.is_empty()).then_some(Facet { taxonomy, choices })
    });
    facets.collect()
}

fn choices(site: &Site, section: &Section, taxonomy: Option<usize>, config: &Config) -> Vec<Choice> {
    let own = taxonomy.and_then(|index| site.taxonomies.get(index));
    let folder = match own {
        Some(taxonomy) => taxonomy.path.as_str(),
        None => match config.language(section.lang).words {
            Words::Indonesian => "jenis",
            Words::English => "type",
        },
    };
    // By the last part of the address: items of two kinds may have types of one name, and share a list.
    let mut by_part: BTreeMap<String, (String, Choice)> = BTreeMap::new();
    for id in &section.pages {
        let page = site.page(*id);
        let mut put = |part: String, sort_key: &str, value: Value| {
            let (_, choice) = by_part.entry(part).or_insert_with_key(|part| {
                let path = format!("{}{folder}/{part}/", section.path);
                (sort_key.to_owned(), Choice { value, path, pages: Vec::new() })
            });
            // An item may name a term twice.
            if choice.pages.last() != Some(id) {
                choice.pages.push(*id);
            }
        };
        match (own, taxonomy) {
            (Some(own), Some(index)) => {
                for term in page.terms.get(index).into_iter().flatten() {
                    let named = own.term(*term);
                    put(named.id.clone(), &named.sort_key, Value::Term(*term));
                }
            }
            _ => {
                if let Some(word) = page.fields().type_word() {
                    put(word.replace('_', "-"), word, Value::Type(page.kind(), word));
                }
            }
        }
    }
    let mut choices: Vec<(String, Choice)> = by_part.into_values().collect();
    choices.sort_by(|(a_key, a), (b_key, b)| (Reverse(a.pages.len()), a_key).cmp(&(Reverse(b.pages.len()), b_key)));
    choices.into_iter().map(|(_, choice)| choice).collect()
}
