//! Where a link in Markdown leads.
//!
//! A link without a scheme and without a slash at its start is a path from the file's own folder. A link with a slash is an
//! address on the site; whether something is published there is known when all outputs are planned.

use std::sync::Arc;

use rayon::prelude::*;

use super::paths::{join, relative, without_fragment};
use super::{PageId, PublishedFile, SectionId, Site, files};
use crate::config::Lang;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, nearest};
use crate::parse::body;
use crate::parse::body::Body;
use crate::source::Source;

/// Where a link leads.
#[derive(Clone, Debug)]
pub enum Target<'a> {
    /// A page, perhaps a place in it.
    Page(PageId, Option<&'a str>),
    /// A section's list, perhaps a place in its introduction.
    Section(SectionId, Option<&'a str>),
    /// The home page, perhaps a place in its introduction.
    Home(Lang, Option<&'a str>),
    /// A file that is published.
    File(&'a PublishedFile),
    /// An item that is not public yet, with its title.
    Withheld(&'a str),
    /// An address on the site, without the site's own path.
    Address(&'a str),
    /// A place on the same page.
    Here(&'a str),
    /// Somewhere else.
    Elsewhere,
    /// Nothing.
    Missing,
}

/// A text whose links are followed: an item's, or a section's introduction.
#[derive(Clone, Copy, Debug)]
pub struct From<'a> {
    /// The folder from which paths start.
    pub base: &'a str,
    /// The language of the text.
    pub lang: Lang,
    /// Its headings.
    pub body: &'a Body,
}

impl Site {
    /// Follows a link.
    pub fn follow<'a>(&'a self, from: From<'a>, dest: &'a str) -> Target<'a> {
        if let Some(fragment) = dest.strip_prefix('#') {
            return Target::Here(fragment);
        }
        if dest.starts_with('/') {
            return if dest.starts_with("//") { Target::Elsewhere } else { Target::Address(dest) };
        }
        if has_scheme(dest) || dest.is_empty() {
            return Target::Elsewhere;
        }
        let fragment = dest.split_once('#').map(|(_, fragment)| fragment).filter(|fragment| !fragment.is_empty());
        let path = join(from.base, without_fragment(dest));
        if let Some(page) = self.by_file.get(&path) {
            return Target::Page(*page, fragment);
        }
        if let Some(item) = self.withheld.by_file(&path) {
            return Target::Withheld(&item.title);
        }
        if let Some(file) = self.files.get(&path) {
            return Target::File(file);
        }
        if let Some(document) = self.introductions().find(|own| super::content_path(&own.source.path) == path) {
            if document.folder.is_empty() && self.has_edition(document.lang) {
                return Target::Home(document.lang, fragment);
            }
            if let Some(section) = self.section_of(&document.folder, document.lang) {
                return Target::Section(section, fragment);
            }
        }
        let folder = path.strip_suffix("/_index.md").unwrap_or(&path);
        self.section_of(folder, from.lang).map_or(Target::Missing, |section| Target::Section(section, fragment))
    }
}

impl<'a> Target<'a> {
    /// The place in another text that the link names, and that text: none where its headings are not known.
    pub fn anchor(&self, site: &'a Site) -> Option<(&'a str, &'a Body)> {
        let (fragment, body) = match *self {
            Target::Page(id, fragment) => {
                let document = &site.page(id).document;
                // What is in a broken file may not be known whole.
                (fragment, Some(&document.body).filter(|_| !document.broken))
            }
            Target::Section(id, fragment) => (fragment, site.section(id).document.as_ref().map(|own| &own.body)),
            Target::Home(lang, fragment) => (fragment, site.home(lang).map(|own| &own.body)),
            _ => (None, None),
        };
        fragment.zip(body)
    }
}

/// Places of a text among which the one that was meant is looked for, at most: it is done for every broken link.
const MOST_ANCHORS: usize = 1000;

/// What is wrong with a link to a heading that does not exist.
pub fn broken_anchor(source: &Arc<Source>, link: &body::Link, fragment: &str, body: &Body) -> Option<Diagnostic> {
    if fragment.is_empty() || body.has_anchor(fragment) {
        return None;
    }
    let near = nearest(fragment, body.anchors.iter().map(String::as_str).take(MOST_ANCHORS));
    let broken = Diagnostic::at(Code::BrokenAnchor, source, link.span.clone()).with("target", link.dest.as_str());
    let known: Vec<String> = body.headings.iter().take(12).map(|heading| format!("#{}", heading.id)).collect();
    let broken =
        broken.with("problem", if known.is_empty() { "bare" } else { "heading" }).with("known", known.join(", "));
    Some(broken.with("anchor", fragment).suggesting(near))
}

/// Judges every link of every text. Gives pairs of (target, from).
pub(super) fn check(site: &Site, found: &mut Diagnostics) -> Vec<(PageId, PageId)> {
    let pairs = found.gather(site.pages.par_iter().enumerate(), |(index, page), found| {
        let id = PageId(u32::try_from(index).unwrap_or(u32::MAX));
        let mut pairs = Vec::new();
        let document = &page.document;
        let base = document.place.base();
        let from = From { base: &base, lang: page.lang(), body: &document.body };
        for link in &document.body.links {
            if let Target::Page(target, _) = judge(site, from, &document.source, link, found) {
                pairs.push((target, id));
            }
        }
        if let Some(notes) = &document.notes {
            let from = From { body: &notes.body, ..from };
            let mut inside = Diagnostics::new();
            for link in &notes.body.links {
                judge(site, from, &notes.source, link, &mut inside);
            }
            found.append(inside.into_iter().map(|finding| notes.placed(&document.source, finding)).collect());
        }
        pairs
    });
    for document in site.introductions() {
        let from = From { base: &document.folder, lang: document.lang, body: &document.body };
        for link in &document.body.links {
            judge(site, from, &document.source, link, found);
        }
    }
    pairs.concat()
}

fn judge<'a>(
    site: &'a Site,
    from: From<'a>,
    source: &Arc<Source>,
    link: &'a body::Link,
    found: &mut Diagnostics,
) -> Target<'a> {
    let target = site.follow(from, &link.dest);
    let at = |code| Diagnostic::at(code, source, link.span.clone()).with("target", link.dest.as_str());
    if link.image && link.alt_empty {
        let written = source.slice(link.span.start.saturating_sub(1)..link.span.start);
        let html = matches!(written, "\"" | "'" | "=");
        found.push(at(Code::MissingAlt).with("where", if html { "html" } else { "markdown" }));
    }
    match &target {
        Target::Missing if site.is_lost(&join(from.base, without_fragment(&link.dest))) => {}
        Target::Missing if link.image => {
            let near = files::nearest_file(site, from.base, &link.dest);
            let missing = at(Code::MissingFile).with("path", link.dest.as_str()).with("problem", "beside");
            found.push(missing.suggesting(near));
        }
        Target::Missing => {
            let wanted = join(from.base, without_fragment(&link.dest));
            let known = site.content_files().chain(site.files.keys().map(String::as_str));
            let near = nearest_path(&wanted, known).map(|path| relative(from.base, path));
            found.push(at(Code::BrokenLink).suggesting(near));
        }
        Target::Withheld(title) => {
            let warning = Diagnostic::at(Code::RefersToWithheld, source, link.span.clone());
            found.push(warning.with("target", *title));
        }
        Target::Here(fragment) => found.extend(broken_anchor(source, link, fragment, from.body)),
        target => {
            let anchor = target.anchor(site);
            found.extend(anchor.and_then(|(fragment, body)| broken_anchor(source, link, fragment, body)));
        }
    }
    target
}

/// The path nearest to one that does not exist. Long folders in common make no name near: of the near ones the file's own name
/// must be near too; and a file of the same name elsewhere is meant before all others.
fn nearest_path<'a>(wanted: &str, known: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    let name = |path: &'a str| path.rsplit('/').next().unwrap_or(path);
    let own = wanted.rsplit('/').next().unwrap_or(wanted);
    let mut elsewhere = known.clone().filter(|path| name(path) == own);
    let only = elsewhere.next().filter(|_| elsewhere.next().is_none());
    only.or_else(|| nearest(wanted, known).filter(|path| nearest(own, [name(path)]).is_some()))
}

/// Whether a link names a scheme (RFC 3986 §3.1).
fn has_scheme(dest: &str) -> bool {
    dest.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|letter: char| letter.is_ascii_alphabetic())
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schemes() {
        assert!(has_scheme("mailto:a@b"));
        assert!(!has_scheme("a/b:c.md"));
        assert!(!has_scheme("09.00:a"));
    }
}
