//! Addresses on the site that texts and menus name: each must lead to an output.

use std::sync::Arc;

use rayon::prelude::*;

use super::{Plan, Recipe};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, nearest};
use crate::parse::body::Link;
use crate::site::Site;
use crate::site::links::{Target, broken_anchor};
use crate::source::Source;
use crate::yaml::Part;

pub(super) fn addresses(site: &Site, plan: &Plan, config: &Config, found: &mut Diagnostics) {
    found.gather(site.pages.par_iter(), |page, found| {
        for link in &page.document.body.links {
            judge(link, &page.document.source, site, plan, found);
        }
        if let Some(notes) = &page.document.notes {
            let mut inside = Diagnostics::new();
            for link in &notes.body.links {
                judge(link, &notes.source, site, plan, &mut inside);
            }
            found.append(inside.into_iter().map(|finding| notes.placed(&page.document.source, finding)).collect());
        }
    });
    for document in site.introductions() {
        for link in &document.body.links {
            judge(link, &document.source, site, plan, found);
        }
    }
    menus(site, plan, config, found);
}

fn judge(link: &Link, source: &Arc<Source>, site: &Site, plan: &Plan, found: &mut Diagnostics) {
    let dest = link.dest.as_str();
    if !dest.starts_with('/') || dest.starts_with("//") {
        return;
    }
    let address = dest.split(['?', '#']).next().unwrap_or(dest);
    if !plan.has_address(address) {
        if site.has_gaps() {
            return;
        }
        let broken = Diagnostic::at(Code::BrokenLink, source, link.span.clone()).with("target", dest);
        found.push(broken.suggesting(near(plan, address)));
        return;
    }
    // Where the address is that of a text, its headings are known.
    let fragment = dest.split_once('#').map(|(_, fragment)| fragment).filter(|fragment| !fragment.is_empty());
    let target = match plan.find(&super::index_of(address)).map(|output| &output.recipe) {
        Some(Recipe::Page(id)) => Target::Page(*id, fragment),
        Some(Recipe::Section(id, 1)) => Target::Section(*id, fragment),
        Some(Recipe::Home(lang)) => Target::Home(*lang, fragment),
        _ => return,
    };
    let anchor = target.anchor(site);
    found.extend(anchor.and_then(|(fragment, body)| broken_anchor(source, link, fragment, body)));
}

fn near(plan: &Plan, address: &str) -> Option<String> {
    let wanted = super::index_of(&format!("{}/", address.trim_end_matches('/')));
    let paths = plan.outputs.iter().map(|output| &*output.path).filter(|path| path.ends_with("index.html"));
    nearest(&wanted, paths).map(super::address_of)
}

fn menus(site: &Site, plan: &Plan, config: &Config, found: &mut Diagnostics) {
    for (language, menu) in config.languages.iter().zip(&config.menus) {
        for (index, entry) in menu.iter().enumerate() {
            let place = |key: &str| {
                let paths = [format!("menu.{}[{index}].{key}", language.code), format!("menu[{index}].{key}")];
                let spans = paths.iter().find_map(|path| config.places.at(path, Part::Value));
                spans.unwrap_or(0..0)
            };
            let broken = |key: &str, target: &str| {
                Diagnostic::at(Code::BrokenLink, &config.source, place(key)).with("target", target)
            };
            if let Some(url) = entry.url.as_deref().filter(|url| url.starts_with('/') && !url.starts_with("//")) {
                let address = url.split(['?', '#']).next().unwrap_or(url);
                if !plan.has_address(address) && !site.has_gaps() {
                    found.push(broken("url", url).suggesting(near(plan, address)));
                }
            }
            if let Some(page) = entry.page.as_deref()
                && !site.by_file.contains_key(page)
                && site.withheld.by_file(page).is_none()
                && !site.is_lost(page)
            {
                found.push(broken("page", page).suggesting(nearest(page, site.content_files())));
            }
            if entry.url.is_none() && entry.page.is_none() {
                let paths = [format!("menu.{}[{index}]", language.code), format!("menu[{index}]")];
                let span = paths.iter().find_map(|path| config.places.at(path, Part::Value));
                let missing = Diagnostic::at(Code::MissingKey, &config.source, span.unwrap_or(0..0));
                found.push(missing.with("key", "url").with("example", "url: /berita/"));
            }
        }
    }
}
