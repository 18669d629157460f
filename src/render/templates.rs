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
    templates.into_iter().any(|(_, source)| names_variable(source.text(), "now_date"))
}

/// What is made for each page only where a template asks for it.
#[derive(Clone, Debug)]
pub struct Asked {
    /// `cards` or `card_image`.
    pub cards: bool,
    /// `structured_data`.
    pub structured_data: bool,
    /// `breadcrumbs`.
    pub breadcrumbs: bool,
    /// `alternates`.
    pub alternates: bool,
    /// `hreflang`.
    pub hreflang: bool,
    /// `feeds`.
    pub feeds: bool,
    /// `now_date`: then the site looks different every day.
    pub date: bool,
    /// Fields of `page`.
    pub page: Fields,
}

impl Asked {
    /// Looks into all templates, those too that others hide and may extend.
    pub fn of(layers: &[ThemeLayer]) -> Asked {
        let sources = layers.iter().flat_map(|layer| layer.templates.values());
        let shows_all = sources.clone().any(|source| names_variable(source.text(), WHOLE_CONTEXT));
        let asks = |name: &str| shows_all || sources.clone().any(|source| names_variable(source.text(), name));
        Asked {
            cards: asks("cards") || asks("card_image"),
            structured_data: asks("structured_data"),
            breadcrumbs: asks("breadcrumbs"),
            alternates: asks("alternates"),
            hreflang: asks("hreflang"),
            feeds: asks("feeds"),
            date: ask_for_date(layers),
            page: Fields::of(sources.map(|source| source.text()), "page"),
        }
    }
}

/// The fields of a variable that templates may see: all, or those that they name.
#[derive(Clone, Debug, Default)]
pub struct Fields(Option<Vec<String>>);

impl Fields {
    /// All of them.
    pub fn all() -> Fields {
        Fields::default()
    }

    /// Whether a field may be seen.
    pub fn has(&self, name: &str) -> bool {
        self.0.as_ref().is_none_or(|names| names.iter().any(|own| own == name))
    }

    /// Whether some may not be seen.
    pub fn are_few(&self) -> bool {
        self.0.is_some()
    }

    /// The fields that are named directly behind the variable, if it stands nowhere by itself: printed, handed on or under another name it
    /// shows all that it has.
    fn of<'a>(templates: impl Iterator<Item = &'a str>, variable: &str) -> Fields {
        let mut names = BTreeSet::new();
        for text in templates {
            let is_plain = without_comments(text).all(|part| {
                let Some(tags) = tags(part).filter(|_| !part.contains(WHOLE_CONTEXT)) else { return false };
                tags.into_iter().all(|tag| fields_in(tag, variable, &mut names))
            });
            if !is_plain {
                return Fields::all();
            }
        }
        Fields(Some(names.into_iter().collect()))
    }
}

/// Tera's variable that shows all others.
const WHOLE_CONTEXT: &str = "__tera_context";

/// The code of a template's part, tag by tag; none where it cannot be told where a tag ends, as with brackets in a string.
fn tags(mut text: &str) -> Option<Vec<&str>> {
    let mut tags = Vec::new();
    while let Some((_, rest)) = text.split_once('{') {
        let closing = match rest.as_bytes().first() {
            Some(b'{') => "}}",
            Some(b'%') => "%}",
            _ => {
                text = rest;
                continue;
            }
        };
        let rest = rest.get(1..)?;
        let end = rest.find(closing)?;
        let (tag, rest) = rest.split_at_checked(end)?;
        if ['"', '\'', '`'].into_iter().any(|quote| tag.matches(quote).count() % 2 == 1) {
            return None;
        }
        tags.push(tag);
        text = rest;
    }
    Some(tags)
}

/// Adds the fields of a variable that a tag names; false where the variable stands by itself.
fn fields_in(tag: &str, variable: &str, names: &mut BTreeSet<String>) -> bool {
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    tag.match_indices(variable).all(|(at, _)| {
        let (before, rest) = (tag.get(..at).unwrap_or(""), tag.get(at + variable.len()..).unwrap_or(""));
        if before.ends_with(is_name) || rest.starts_with(is_name) {
            return true;
        }
        let field = rest.strip_prefix('.').map(|rest| rest.split(|letter| !is_name(letter)).next().unwrap_or(""));
        field.filter(|field| !field.is_empty()).is_some_and(|field| {
            names.insert(field.to_owned());
            true
        })
    })
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
    fn fields_are_those_that_are_named_unless_the_variable_stands_by_itself() {
        let of = |texts: &[&str]| Fields::of(texts.iter().copied(), "page").0;
        let named = |names: &[&str]| Some(names.iter().map(|name| (*name).to_owned()).collect::<Vec<String>>());
        assert_eq!(
            of(&["a page {{ page.title | upper }}", "{%- if page.tags and x.page.b -%}{# page #}"]),
            named(&["b", "tags", "title"])
        );
        assert_eq!(of(&["{{ homepage }}{{ pages.a }}{{ page_a }}<b class=\"page\">"]), named(&[]));
        for whole in [
            "{{ page }}",
            "{{ page | json_encode }}",
            "{{ page[\"title\"] }}",
            "{% for key, value in page %}",
            "{% set own = page %}",
            "{{ card(page=page) }}",
            "{{<card page={page} />}}",
            "{% include \"page\" %}",
            "{{ page .title }}",
            "{{ page?.title }}",
            "{{ __tera_context }}",
            "{{ \"}}\" ~ page }}",
            "{{ '}}' ~ page }}",
            "{{ \"{#\" ~ page }}",
            "{{ page.title ",
        ] {
            assert_eq!(of(&["{{ page.title }}", whole]), None, "{whole}");
        }
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
