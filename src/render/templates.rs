//! Which templates may render an output, and what they ask for.

use std::collections::BTreeSet;

use crate::plan::{Recipe, STYLE_GUIDE_TEMPLATE, corrections, facets};
use crate::read::ThemeLayer;
use crate::site::Site;

/// Names of templates, of which the first that exists is taken; none for what no template makes.
pub fn names(site: &Site, recipe: &Recipe) -> Vec<String> {
    let fixed = |name: &str| vec![name.to_owned()];
    match recipe {
        Recipe::Page(id) => {
            let page = site.page(*id);
            match &page.common().template {
                Some(own) => fixed(own),
                None => vec![format!("{}.html", page.kind().word()), "page.html".to_owned()],
            }
        }
        Recipe::Section(id, _) => {
            let section = site.section(*id);
            match &section.template {
                Some(own) => fixed(own),
                None => vec![format!("section-{}.html", section.kind.word()), "section.html".to_owned()],
            }
        }
        Recipe::Term(taxonomy, ..) => {
            let name = site.taxonomies.get(*taxonomy).map_or("", |taxonomy| taxonomy.name.as_str());
            vec![format!("term-{name}.html"), "term.html".to_owned()]
        }
        Recipe::Home(_) => fixed("home.html"),
        Recipe::Terms(taxonomy, _) => {
            let name = site.taxonomies.get(*taxonomy).map_or("", |taxonomy| taxonomy.name.as_str());
            vec![format!("terms-{name}.html"), "terms.html".to_owned()]
        }
        Recipe::Corrections(..) => fixed(corrections::TEMPLATE),
        Recipe::Archive(..) => fixed("archive.html"),
        Recipe::Facet(..) => fixed(facets::TEMPLATE),
        Recipe::StyleGuide(_) => fixed(STYLE_GUIDE_TEMPLATE),
        Recipe::NotFound(_) => fixed("404.html"),
        Recipe::Redirect(_) => fixed("redirect.html"),
        Recipe::Information(..)
        | Recipe::OpenData(_)
        | Recipe::Feed(..)
        | Recipe::Calendar(_)
        | Recipe::Sitemap(_)
        | Recipe::Robots
        | Recipe::Security
        | Recipe::Asset(_)
        | Recipe::File(_) => Vec::new(),
    }
}

/// Whether a template asks for the date of the build, so that the site looks different every day.
pub fn ask_for_date(layers: &[ThemeLayer]) -> bool {
    let mut seen = BTreeSet::new();
    // The first layer that has a name hides the others.
    let templates = layers.iter().flat_map(|layer| &layer.templates).filter(|(name, _)| seen.insert(name.as_str()));
    templates.into_iter().any(|(_, source)| names_variable(&source.text, "now_date"))
}

/// What is made for each page only where a template asks for it.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// `cards` or `card_image`.
    pub cards: bool,
    /// `structured_data`.
    pub structured_data: bool,
    /// `now_date`: then the site looks different every day.
    pub date: bool,
}

impl Asked {
    /// Looks into all templates, those too that others hide and may extend.
    pub fn of(layers: &[ThemeLayer]) -> Asked {
        let sources = layers.iter().flat_map(|layer| layer.templates.values());
        let asks = |name: &str| sources.clone().any(|source| names_variable(&source.text, name));
        Asked {
            cards: asks("cards") || asks("card_image"),
            structured_data: asks("structured_data"),
            date: ask_for_date(layers),
        }
    }
}

fn names_variable(template: &str, name: &str) -> bool {
    without_comments(template).any(|code| code.contains(name))
}

/// The parts of a template between its comments.
fn without_comments(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split("{#").enumerate();
    parts.filter_map(|(index, part)| if index == 0 { Some(part) } else { part.split_once("#}").map(|(_, code)| code) })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::source::Source;

    fn layer(text: &str) -> ThemeLayer {
        ThemeLayer {
            name: "t".to_owned(),
            manifest: None,
            templates: BTreeMap::from([("a.html".to_owned(), Source::new("a.html", text))]),
            words: BTreeMap::new(),
            assets: BTreeMap::new(),
        }
    }

    #[test]
    fn only_templates_that_are_used_ask_for_the_date() {
        assert!(ask_for_date(&[layer("{{ now_date[:4] }}")]));
        assert!(ask_for_date(&[layer("{# x #}{{ now_date }}{# y #}")]));
        assert!(!ask_for_date(&[layer("{# now_date #}{{ lang }}{#- now_date -#}")]));
        assert!(!ask_for_date(&[layer("{{ lang }}"), layer("{{ now_date }}")]));
        assert!(!ask_for_date(&[]));
    }

    #[test]
    fn what_a_hidden_template_asks_for_is_made() {
        let asked = |texts: &[&str]| {
            let asked = Asked::of(&texts.iter().map(|text| layer(text)).collect::<Vec<_>>());
            (asked.cards, asked.structured_data)
        };
        assert_eq!(asked(&["{# cards, structured_data #}"]), (false, false));
        assert_eq!(asked(&["{{ card_image.url }}"]), (true, false));
        assert_eq!(asked(&["{% extends \"t/a.html\" %}", "{{ cards }}{{ structured_data }}"]), (true, true));
    }
}
