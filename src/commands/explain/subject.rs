//! What is meant: a file of the project, a file of the output, or an address, with or without the site's own.

use std::path::Path;

use super::World;
use crate::config::{BaseUrl, Config};
use crate::plan::{Old, Output, Recipe, index_of};
use crate::read;
use crate::site::{PageId, content_path};

/// What was asked for.
pub(super) enum Asked {
    /// An address on the site, from its root.
    Address(String),
    /// A path from the project's root.
    File(String),
}

/// What was found.
pub(super) enum Subject<'a> {
    /// A file of the output.
    Output(&'a Output),
    /// An old address for which no page is made.
    Alias(String, PageId),
    /// An address at which nothing is any more.
    Gone(String),
    /// A file of the project that makes no output by itself.
    Source(String),
}

/// Understands what was typed.
///
/// # Errors
/// It is an address of another site; given is the address of this one.
pub(super) fn asked(target: &str, root: &Path, config: &Config, base_url: Option<&str>) -> Result<Asked, String> {
    let base = base_url.and_then(BaseUrl::parse).unwrap_or_else(|| config.base_url.clone());
    if target.contains("://") {
        let home = base.absolute("");
        return match target.strip_prefix(&home) {
            Some("") => Ok(Asked::Address("/".to_owned())),
            Some(rest) if rest.starts_with(['/', '?', '#']) => Ok(Asked::Address(rest.to_owned())),
            _ => Err(format!("{home}/")),
        };
    }
    let below = |folder: &Path| {
        let (folder, path) = (std::path::absolute(folder).ok()?, std::path::absolute(target).ok()?);
        path.strip_prefix(&folder).ok()?.to_str().map(str::to_owned)
    };
    let output = root.join(&config.output);
    if read::is_file(Path::new(target)) {
        if let Some(path) = below(&output) {
            return Ok(Asked::Address(crate::plan::address_of(&path)));
        }
        if let Some(path) = below(root) {
            return Ok(Asked::File(path));
        }
    }
    if target.starts_with('/') {
        // The site may lie in a folder of its host: both ways of writing are understood.
        let own = target.strip_prefix(&base.path).filter(|rest| !base.path.is_empty() && rest.starts_with('/'));
        return Ok(Asked::Address(own.unwrap_or(target).to_owned()));
    }
    let target = target.strip_prefix("./").unwrap_or(target);
    match target.strip_prefix(&format!("{}/", config.output)) {
        Some(path) => Ok(Asked::Address(crate::plan::address_of(path))),
        None => Ok(Asked::File(target.trim_end_matches('/').to_owned())),
    }
}

/// Finds it in a site.
pub(super) fn find<'w>(asked: &Asked, world: &'w World<'_>) -> Option<Subject<'w>> {
    match asked {
        Asked::Address(address) => by_address(address, world),
        Asked::File(path) => by_file(path, world).or_else(|| by_address(&format!("/{path}"), world)),
    }
}

fn by_address<'w>(address: &str, world: &'w World<'_>) -> Option<Subject<'w>> {
    let alias = world.site.page_ids().find(|(_, page)| page.common().aliases.iter().any(|alias| **alias == *address));
    if let Some((id, _)) = alias.filter(|_| address.contains('?') || !is_text(address)) {
        return Some(Subject::Alias(address.to_owned(), id));
    }
    let plain = address.split(['?', '#']).next().unwrap_or(address);
    let decoded = percent_encoding::percent_decode_str(plain).decode_utf8_lossy();
    let path = decoded.trim_start_matches('/');
    let found = if path.is_empty() || path.ends_with('/') { None } else { world.plan.find(path) };
    let found = found.or_else(|| world.plan.find(&index_of(&format!("{}/", path.trim_end_matches('/')))));
    let is_gone = || Old::of_path(address).is_some_and(|old| world.plan.moves.is_gone(&old));
    found.map(Subject::Output).or_else(|| is_gone().then(|| Subject::Gone(address.to_owned())))
}

/// Whether an address is text: only such a one can be a path of the output.
fn is_text(address: &str) -> bool {
    percent_encoding::percent_decode_str(address).decode_utf8().is_ok()
}

fn by_file<'w>(path: &str, world: &'w World<'_>) -> Option<Subject<'w>> {
    let site = &world.site;
    let output = |recipe: &dyn Fn(&Recipe) -> bool| {
        world.plan.outputs.iter().find(|output| recipe(&output.recipe)).map(Subject::Output)
    };
    let content = content_path(path);
    let content = if read::is_comments(content) {
        // Comments stand on the page of their item.
        let item = crate::parse::comments::item(path);
        site.pages
            .iter()
            .find(|page| page.document.place.key() == item)
            .map(|page| content_path(&page.document.source.path).to_owned())
    } else {
        Some(content.to_owned())
    };
    if let Some(id) = content.as_ref().and_then(|content| site.by_file.get(content)) {
        return output(&|recipe| matches!(recipe, Recipe::Page(own) if own == id));
    }
    let section = site.section_ids().find(|(_, section)| {
        let own = section.document.as_ref().map(|own| content_path(&own.source.path));
        own.is_some() && own == content.as_deref()
            || (section.lang == world.config.default_lang() && content.as_deref() == Some(section.folder.as_str()))
    });
    if let Some((id, _)) = section {
        return output(&|recipe| matches!(recipe, Recipe::Section(own, 1) if *own == id));
    }
    let home = world
        .config
        .langs()
        .find(|lang| site.home(*lang).is_some_and(|own| Some(content_path(&own.source.path)) == content.as_deref()));
    if let Some(lang) = home {
        return output(&|recipe| matches!(recipe, Recipe::Home(own) if *own == lang));
    }
    let named = |recipe: &Recipe| matches!(recipe, Recipe::File(file) if file.shown() == path || Some(&file.path) == content.as_ref());
    if let Some(found) = output(&named) {
        return Some(found);
    }
    let is_text = path == crate::config::FILE
        || world.sources.data.contains_key(path)
        || super::templates::layer_file(world, path).is_some();
    is_text.then(|| Subject::Source(path.to_owned()))
}
