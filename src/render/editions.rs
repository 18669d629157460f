//! In which languages an output stands: what readers switch between, and what search engines are told. Pages and sitemaps ask here,
//! so that they cannot say different things.

use super::view::View;
use crate::config::Lang;
use crate::plan::{Recipe, corrections};
use crate::site::PageId;

/// The languages that have what an output shows, with its path in each, the default one first. Further pages of a list name the
/// first ones. Empty for what is no page.
pub(super) fn of(view: &View, recipe: &Recipe) -> Vec<(Lang, String)> {
    let (site, config) = (&view.site, &view.config);
    let taxonomy = |index: &usize| site.taxonomies.get(*index);
    let mut editions: Vec<(Lang, String)> = match recipe {
        Recipe::Page(id) => {
            let all = std::iter::once(*id).chain(site.page(*id).translations.iter().copied()).map(|id| site.page(id));
            all.map(|page| (page.lang(), page.path.clone())).collect()
        }
        Recipe::Home(_) => {
            let langs = config.langs().filter(|lang| site.has_edition(*lang));
            langs.map(|lang| (lang, format!("{}/", config.lang_prefix(lang)))).collect()
        }
        Recipe::Section(id, _) => {
            let folder = &site.section(*id).folder;
            let all = site.sections.iter().filter(|section| section.folder == *folder);
            all.map(|section| (section.lang, section.path.clone())).collect()
        }
        Recipe::Terms(index, _) => taxonomy(index).map_or_else(Vec::new, |own| {
            let langs = config.langs().filter(|lang| !own.used(*lang).is_empty());
            langs.map(|lang| (lang, own.index_path(config, lang))).collect()
        }),
        Recipe::Term(index, term, ..) => taxonomy(index).map_or_else(Vec::new, |own| {
            let term = own.term(*term);
            config.langs().filter_map(|lang| Some((lang, own.term_path(term, config, lang)?))).collect()
        }),
        Recipe::Corrections(..) => {
            let logs = config.langs().zip(&site.corrections).filter(|(_, log)| !log.is_empty());
            logs.map(|(lang, _)| (lang, corrections::path(config, lang))).collect()
        }
        _ => Vec::new(),
    };
    editions.sort();
    editions
}

/// What search engines are told of the page at `path`: code and path of each edition, and what readers of any other language get
/// (`x-default`). Each edition names all of them and itself, or they count for nothing (Google, localized versions of pages). Further
/// pages of a list are nobody's translation, and what is not to be found has none.
pub(super) fn for_search<'e>(
    view: &'e View,
    item: Option<PageId>,
    path: &str,
    editions: &'e [(Lang, String)],
) -> Vec<(&'e str, &'e str)> {
    let site = &view.site;
    let is_found = |lang: Lang| {
        let translations = item.map(|id| &site.page(id).translations).into_iter().flatten();
        translations.map(|id| site.page(*id)).all(|other| other.lang() != lang || other.is_indexed())
    };
    let found: Vec<(&str, &str)> = editions
        .iter()
        .filter(|(lang, _)| is_found(*lang))
        .map(|(lang, path)| (view.config.language(*lang).code.as_str(), path.as_str()))
        .collect();
    if found.len() < 2 || found.iter().all(|(_, own)| *own != path) {
        return Vec::new();
    }
    let others = found.first().map(|(_, path)| ("x-default", *path));
    found.into_iter().chain(others).collect()
}
