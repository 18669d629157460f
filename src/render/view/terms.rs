//! Terms as templates see them.

use tera::Value;

use super::View;
use crate::config::Lang;
use crate::render::value::{count, list, map};
use crate::site::TermRef;

impl View {
    /// A term as lists show it.
    pub fn term(&self, taxonomy: usize, term: TermRef, lang: Lang) -> Value {
        self.summaries.term(taxonomy, term, lang).map_or_else(Value::none, |term| Value::clone(term))
    }

    /// Terms that have items in a language, in alphabetical order.
    pub fn used_terms(&self, taxonomy: usize, lang: Lang) -> Value {
        let Some(known) = self.site.taxonomies.get(taxonomy) else { return list([]) };
        list(known.used(lang).into_iter().map(|term| self.term(taxonomy, term, lang)))
    }

    /// A term by its id, or just its id when there is no such term.
    pub fn term_by_id(&self, taxonomy: &str, id: &str, lang: Lang) -> Value {
        let index = self.site.taxonomies.iter().position(|known| known.name == taxonomy);
        let known = index.and_then(|index| Some((index, self.site.taxonomies.get(index)?.find(id)?)));
        match known {
            Some((index, term)) => self.term(index, term, lang),
            None => {
                let name = self.record_name(taxonomy, id);
                map([
                    ("id", Value::from(id)),
                    ("name", Value::from(name.as_str())),
                    ("short", Value::from(name.as_str())),
                    ("url", Value::none()),
                    ("total", count(0)),
                ])
            }
        }
    }

    /// The name in a record, on sites that do not list people or organisations as a taxonomy.
    fn record_name(&self, taxonomy: &str, id: &str) -> String {
        let records = &self.site.records;
        let name = match taxonomy {
            "people" => records.people.get(id).map(|person| crate::site::terms::full_name(person, id)),
            "organizations" => {
                records.organizations.get(id).and_then(|record| record.name.as_ref()).map(|name| name.0.clone())
            }
            _ => None,
        };
        name.unwrap_or_else(|| id.to_owned())
    }

    /// The printed name of a taxonomy: the configuration's, else the theme's word, else its key.
    pub fn taxonomy_title(&self, index: usize, lang: Lang) -> String {
        let Some(taxonomy) = self.site.taxonomies.get(index) else { return String::new() };
        let own = taxonomy.titles.get(usize::from(lang.0)).cloned().flatten();
        own.unwrap_or_else(|| {
            self.words.known(lang, &format!("taxonomy-{}", taxonomy.name)).unwrap_or_else(|| taxonomy.name.clone())
        })
    }
}
