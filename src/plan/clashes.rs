//! Outputs that share an address, and where the files behind them say so.

use std::borrow::Cow;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use super::{Calendar, Feed, Output, Recipe, alias_file};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic};
use crate::site::Site;
use crate::source::{Location, Source};

/// Outputs whose path is an earlier one's for some file system or reader, each after that one.
pub(super) fn clashes(outputs: &[Output]) -> impl Iterator<Item = (&Output, &Output)> {
    let mut paths: Vec<(Cow<'_, str>, usize)> =
        outputs.iter().enumerate().map(|(index, output)| (folded(&output.path), index)).collect();
    paths.sort();
    let same = paths.chunk_by(|a, b| a.0 == b.0).filter_map(|same| same.split_first());
    let mut clashing: Vec<(usize, usize)> =
        same.flat_map(|((_, first), others)| others.iter().map(|(_, other)| (*other, *first))).collect();
    clashing.sort_unstable();
    clashing.into_iter().filter_map(|(other, first)| Some((outputs.get(first)?, outputs.get(other)?)))
}

/// A path as file systems that know no letter case, and readers, see it.
fn folded(path: &str) -> Cow<'_, str> {
    if !path.is_ascii() {
        return path.nfc().flat_map(char::to_lowercase).collect();
    }
    if path.bytes().any(|byte| byte.is_ascii_uppercase()) { path.to_ascii_lowercase().into() } else { path.into() }
}

/// Two outputs with one address.
pub(super) fn taken(
    first: &Output,
    second: &Output,
    problem: &'static str,
    site: &Site,
    config: &Config,
) -> Option<Diagnostic> {
    if [first, second]
        .iter()
        .any(|output| matches!(&output.recipe, Recipe::Page(id) if site.page(*id).document.misplaced))
    {
        // Which language an item is in is the mistake, and was told.
        return None;
    }
    let (first_source, first_name) = origin(first, site, config);
    let (second_source, second_name) = origin(second, site, config);
    let base = Diagnostic::new(Code::AddressTaken)
        .with("address", first.address())
        .with("other", second.address())
        .with("first", first_name)
        .with("second", second_name)
        .with("problem", problem);
    let places =
        (second_source.map(|file| said_in(second, &file, site)), first_source.map(|file| said_in(first, &file, site)));
    Some(match places {
        (Some(second), Some(first)) => Diagnostic { primary: Some(second), ..base }.related(first),
        (Some(place), None) | (None, Some(place)) => Diagnostic { primary: Some(place), ..base },
        (None, None) => base,
    })
}

/// Where a file says what address an output has; the file as a whole where it does not say.
fn said_in(output: &Output, file: &Arc<Source>, site: &Site) -> Location {
    let (Recipe::Page(id) | Recipe::Redirect(id)) = &output.recipe else { return Location::file(file) };
    let document = &site.page(*id).document;
    let path = match &output.recipe {
        Recipe::Page(_) => "slug".to_owned(),
        _ => {
            let aliases = &document.front.common.aliases;
            format!(
                "aliases[{}]",
                aliases.iter().position(|alias| alias_file(alias).as_deref() == Some(&*output.path)).unwrap_or(0)
            )
        }
    };
    document.front.place(&path).map_or_else(|| Location::file(file), |span| Location::new(file, span))
}

/// The file that an output comes from, and how to call it.
fn origin(output: &Output, site: &Site, config: &Config) -> (Option<Arc<Source>>, String) {
    let named = |source: &Arc<Source>| (Some(Arc::clone(source)), source.path.clone());
    match &output.recipe {
        Recipe::Page(id) | Recipe::Redirect(id) => named(&site.page(*id).document.source),
        Recipe::Section(id, _)
        | Recipe::Archive(id, ..)
        | Recipe::Facet(id, ..)
        | Recipe::Feed(Feed::Section(id), _) => {
            let section = site.section(*id);
            match &section.document {
                Some(document) => named(&document.source),
                None => (None, format!("content/{}/", section.folder)),
            }
        }
        Recipe::Feed(Feed::Programme(id), _) | Recipe::Calendar(Calendar::Programme(id) | Calendar::Item(id)) => {
            named(&site.page(*id).document.source)
        }
        Recipe::Terms(taxonomy, _)
        | Recipe::Term(taxonomy, ..)
        | Recipe::Information(taxonomy, _)
        | Recipe::Feed(Feed::Term(taxonomy, ..), _) => {
            let name = site.taxonomies.get(*taxonomy).map_or("", |taxonomy| taxonomy.name.as_str());
            (Some(Arc::clone(&config.source)), format!("taxonomies.{name}"))
        }
        Recipe::File(file) => (None, file.shown()),
        Recipe::Home(_)
        | Recipe::NotFound(_)
        | Recipe::StyleGuide(_)
        | Recipe::Feed(Feed::Site(_) | Feed::Kind(..) | Feed::Corrections(_), _)
        | Recipe::Calendar(Calendar::Site(_))
        | Recipe::Corrections(..)
        | Recipe::OpenData(_)
        | Recipe::Sitemap(_)
        | Recipe::Robots
        | Recipe::Security
        | Recipe::Asset(_) => (None, output.path.to_string()),
    }
}
