//! Files of `content/` and `static/` that are published, and where.
//!
//! The files of a bundle lie beside its page; other files keep their place. A file that only withheld items name, or that
//! lies in a withheld bundle, is withheld with them, wherever it lies.

use std::collections::{BTreeMap, BTreeSet};

use super::Site;
use super::paths::{join, without_fragment};
use crate::config::{Config, Lang};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::parse::components::Literal;
use crate::parse::{Document, Place};
use crate::read::{FileRef, Sources};

/// A file and its place in the output.
#[derive(Clone, Debug)]
pub struct PublishedFile {
    /// The file.
    pub file: FileRef,
    /// Path of its address on the site.
    pub path: String,
    /// Width and height in pixels, when it is a picture whose header tells.
    pub size: Option<(u32, u32)>,
}

impl PublishedFile {
    fn new(file: &FileRef, path: String) -> PublishedFile {
        PublishedFile { file: file.clone(), path, size: file.picture }
    }
}

/// Decides which files are published, and where.
pub(super) fn publish(site: &mut Site, sources: &Sources, config: &Config, found: &mut Diagnostics) {
    // Where the files of each public bundle go: beside its page in the first language that is public.
    let mut bundles: BTreeMap<String, (Lang, String)> = BTreeMap::new();
    for page in site.pages.iter().filter(|page| page.document.place.bundle) {
        let key = page.document.place.base();
        let better = bundles.get(&key).is_none_or(|(lang, _)| page.lang() < *lang);
        if better {
            bundles.insert(key, (page.lang(), page.path.clone()));
        }
    }
    let closed: BTreeSet<String> =
        site.withheld.iter().map(|item| &item.document.place).filter(|place| place.bundle).map(Place::base).collect();
    let home = config.base_url.absolute("");
    let mut named = Named { home: &home, public: BTreeSet::new(), withheld: BTreeSet::new() };
    for page in &site.pages {
        named.add(&page.document, true);
    }
    for item in site.withheld.iter() {
        named.add(&item.document, false);
    }
    for file in &sources.files {
        let bundle = bundle_of(&file.path, &bundles, &closed);
        let path = match bundle {
            Some((base, Some(page))) => {
                format!("{page}{}", file.path.get(base.len() + 1..).unwrap_or(&file.path))
            }
            Some((_, None)) => continue,
            None if named.only_withheld(&file.path) => continue,
            None => format!("/{}", file.path),
        };
        site.files.insert(file.path.clone(), PublishedFile::new(file, path));
    }
    for file in &sources.statics {
        if named.only_withheld(&format!("/{}", file.path)) {
            continue;
        }
        let path = format!("/{}", file.path);
        site.statics.insert(file.path.clone(), PublishedFile::new(file, path));
    }
    check_attached(site, found);
}

/// The innermost bundle that a file lies in: its folder, and the address of its page when that is public.
fn bundle_of<'a>(
    path: &'a str,
    bundles: &'a BTreeMap<String, (Lang, String)>,
    closed: &'a BTreeSet<String>,
) -> Option<(&'a str, Option<&'a str>)> {
    let mut folder = path.rsplit_once('/')?.0;
    loop {
        if let Some((_, page)) = bundles.get(folder) {
            return Some((folder, Some(page)));
        }
        if closed.contains(folder) {
            return Some((folder, None));
        }
        folder = folder.rsplit_once('/')?.0;
    }
}

/// Which files items name, public ones and withheld ones: paths below `content/`, and paths below `static/` with a slash
/// in front. A folder stands for all that is in it.
struct Named<'a> {
    /// Absolute address of the site: an item may name a file by it.
    home: &'a str,
    public: BTreeSet<String>,
    withheld: BTreeSet<String>,
}

impl Named<'_> {
    fn add(&mut self, document: &Document, public: bool) {
        let base = document.place.base();
        let set = if public { &mut self.public } else { &mut self.withheld };
        let mut note = |name: &str| {
            let name = without_fragment(name.strip_prefix(self.home).unwrap_or(name));
            if name.contains("://") || name.is_empty() || name.contains('\n') {
                return;
            }
            let path = join(if name.starts_with('/') { "" } else { &base }, name);
            if name.starts_with('/') {
                // A path from the root may mean either folder.
                set.insert(format!("/{path}"));
            }
            set.insert(path);
        };
        names(document).for_each(&mut note);
        if !public {
            // Bare addresses in running text are links too.
            addresses(&document.source.text, self.home).for_each(&mut note);
        }
        texts(&serde_json::Value::Object(document.front.common.extra.0.clone()), &mut note);
    }

    fn only_withheld(&self, path: &str) -> bool {
        has(&self.withheld, path) && !has(&self.public, path)
    }
}

/// Whether a file or a folder that it lies in was named.
fn has(named: &BTreeSet<String>, path: &str) -> bool {
    let mut path = path;
    loop {
        if named.contains(path) {
            return true;
        }
        match path.rsplit_once('/') {
            Some((folder, _)) if !folder.is_empty() => path = folder,
            _ => return false,
        }
    }
}

/// Everything in an item that may be the path of a file.
fn names(document: &Document) -> impl Iterator<Item = &str> {
    let common = &document.front.common;
    let attachments = common.attachments.iter();
    let attachments =
        attachments.flat_map(|attachment| [attachment.file.as_deref(), attachment.url.as_deref()]).flatten();
    let notes = document.notes.iter().flat_map(|notes| &notes.body.links);
    let links = document.body.links.iter().chain(notes).map(|link| link.dest.as_str());
    let arguments =
        document.body.components.iter().flat_map(|call| &call.arguments).filter_map(|argument| match &argument.value {
            Literal::Text(text) => Some(text.as_str()),
            _ => None,
        });
    let image = common.image.iter().filter_map(|image| image.src.as_deref());
    attachments.chain(links).chain(arguments).chain(image)
}

/// Whole addresses on the site that stand anywhere in a text.
fn addresses<'a>(text: &'a str, home: &'a str) -> impl Iterator<Item = &'a str> {
    text.match_indices(home).filter_map(move |(at, _)| {
        let rest = text.get(at..)?;
        let end =
            rest.find(|letter: char| letter.is_whitespace() || matches!(letter, '<' | '>' | '"' | ')' | ']' | '`'));
        Some(rest.get(..end.unwrap_or(rest.len()))?.trim_end_matches(['.', ',', ';', '!', '?']))
    })
}

/// Every text in free data.
fn texts(value: &serde_json::Value, note: &mut impl FnMut(&str)) {
    match value {
        serde_json::Value::String(text) => note(text),
        serde_json::Value::Array(items) => items.iter().for_each(|item| texts(item, note)),
        serde_json::Value::Object(entries) => entries.values().for_each(|entry| texts(entry, note)),
        _ => {}
    }
}

/// Pictures and attachments in front matter must exist.
fn check_attached(site: &Site, found: &mut Diagnostics) {
    // What stands in a broken file is as it was written; what was wrong in it is not there.
    for page in &site.pages {
        let document = &page.document;
        let mut judge = |name: &str, paths: &[&str]| {
            let base = document.place.base();
            if site.file(&base, name).is_none() && !site.is_lost(&join(&base, name)) {
                let missing: Diagnostic = document.front.finding(&document.source, Code::MissingFile, paths);
                let near = nearest_file(site, &document.place.base(), name);
                found.push(missing.with("path", name).with("problem", "beside").suggesting(near));
            }
        };
        if let Some(src) = page.common().image.as_ref().and_then(|image| image.src.as_deref()) {
            judge(src, &["image.src", "gambar.src", "image.berkas", "gambar.berkas"]);
        }
        for (index, attachment) in page.common().attachments.iter().enumerate() {
            if let Some(file) = attachment.file.as_deref() {
                judge(file, &[&format!("attachments[{index}].file"), &format!("lampiran[{index}].berkas")]);
            }
        }
    }
}

/// The name, from the folder `base`, of the file nearest to a misspelt one.
pub fn nearest_file<'a>(site: &'a Site, base: &str, name: &str) -> Option<&'a str> {
    let wanted = name.rsplit('/').next().unwrap_or(name);
    let beside = site.files.keys().filter_map(|path| {
        if base.is_empty() { Some(path.as_str()) } else { path.strip_prefix(base)?.strip_prefix('/') }
    });
    crate::diagnostic::nearest(wanted, beside)
}

impl Site {
    /// The published file that a text means by a path: from its own folder `base`, or from the site's root with `/`.
    pub fn file(&self, base: &str, name: &str) -> Option<&PublishedFile> {
        match name.strip_prefix('/') {
            Some(rest) => self.statics.get(rest).or_else(|| self.files.get(rest)),
            None => self.files.get(&join(base, name)),
        }
    }

    /// Published files in a folder, by path.
    pub fn folder(&self, base: &str, name: &str) -> impl Iterator<Item = &PublishedFile> {
        let folder = format!("{}/", join(base, name));
        let inside = self.files.range(folder.clone()..);
        inside.take_while(move |(path, _)| path.starts_with(&folder)).map(|(_, file)| file)
    }
}
