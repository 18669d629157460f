//! The menu, and `site` as each page sees it: with the entries marked that the page lies below.
//!
//! Nearly every page lies below one entry or none, so `site` is made once for each of them and shared.

use tera::Value;

use super::value::{list, map};
use super::view::View;
use crate::config::Lang;
use crate::parse::kinds::KindFields;

/// An entry of the menu: its name and its address.
pub(super) type Entry = (String, String);

/// `site` in a language.
#[derive(Debug)]
pub(super) struct SiteValue {
    entries: Vec<Entry>,
    plain: Value,
    /// With one entry marked, by its place.
    marked: Vec<Value>,
}

impl SiteValue {
    /// Of all that `site` holds, its menu left open.
    pub(super) fn new(entries: Vec<Entry>, site: &Value) -> SiteValue {
        SiteValue {
            plain: with_menu(site, &entries, |_| false),
            marked: (0..entries.len()).map(|own| with_menu(site, &entries, |index| index == own)).collect(),
            entries,
        }
    }

    /// With no entry marked.
    pub(super) fn of_no_page(&self) -> Value {
        self.plain.clone()
    }

    /// On the page at an address; `root` is the length of the site's own path.
    pub(super) fn at(&self, url: &str, root: usize) -> Value {
        let is_current = |(_, target): &Entry| {
            // The home page lies above everything, so it is current only on itself.
            let is_below = target.len() > root + 1 && target.ends_with('/') && url.starts_with(target.as_str());
            is_below || target == url
        };
        let current: Vec<usize> =
            self.entries.iter().enumerate().filter(|(_, entry)| is_current(entry)).map(|(index, _)| index).collect();
        match current.as_slice() {
            [] => self.plain.clone(),
            [own] => self.marked.get(*own).cloned().unwrap_or_else(Value::none),
            several => with_menu(&self.plain, &self.entries, |index| several.contains(&index)),
        }
    }
}

fn with_menu(site: &Value, entries: &[Entry], is_current: impl Fn(usize) -> bool) -> Value {
    let menu = list(entries.iter().enumerate().map(|(index, (name, url))| {
        map([
            ("name", Value::from(name.as_str())),
            ("url", Value::from(url.as_str())),
            ("current", Value::from(is_current(index))),
        ])
    }));
    let mut site = site.clone().into_map().unwrap_or_default();
    site.insert("menu".into(), menu);
    Value::from(site)
}

/// The menu: the entries of the configuration, those left out whose page is not public yet; then the sections and pages that
/// put themselves into it, by weight and name.
pub(super) fn entries(view: &View, lang: Lang) -> Vec<Entry> {
    let entries = view.config.menus.get(usize::from(lang.0)).map(Vec::as_slice).unwrap_or_default();
    let mut menu: Vec<Entry> = Vec::new();
    for item in entries {
        if let Some(file) = item.page.as_deref() {
            let Some(id) = view.site.by_file.get(file) else { continue };
            let page = view.site.page(*id);
            menu.push((item.name.as_deref().unwrap_or(page.title()).to_owned(), view.url(&page.path)));
        } else if let Some(url) = item.url.as_deref() {
            let is_own = url.starts_with('/') && !url.starts_with("//");
            let address = if is_own { view.url(url) } else { url.to_owned() };
            menu.push((item.name.as_deref().unwrap_or(url).to_owned(), address));
        }
    }
    let mut own = own_entries(view, lang);
    own.retain(|(_, _, url)| menu.iter().all(|(_, known)| known != url));
    own.sort();
    menu.extend(own.into_iter().map(|(_, name, url)| (name, url)));
    menu
}

/// What puts itself into the menu of a language: weight, name, address.
fn own_entries(view: &View, lang: Lang) -> Vec<(u64, String, String)> {
    let sections = view.site.sections.iter().filter(|section| section.lang == lang).filter_map(|section| {
        let front = &section.document.as_ref()?.front;
        let name = front.menu.as_deref()?.to_owned();
        Some((front.weight.unwrap_or(u64::MAX), name, view.url(&section.path)))
    });
    let pages = view.site.pages.iter().filter(|page| page.lang() == lang && page.is_listed());
    let pages = pages.filter_map(|page| {
        let KindFields::Page(fields) = page.fields() else { return None };
        let place = fields.menu.as_ref()?;
        let name = place.name.as_deref().unwrap_or(page.title()).to_owned();
        Some((place.weight.unwrap_or(u64::MAX), name, view.url(&page.path)))
    });
    sections.chain(pages).collect()
}
