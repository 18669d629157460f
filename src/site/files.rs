//! Files of `content/` and `static/` that are published, and where.
//!
//! The files of a bundle lie beside its page; other files keep their place. A file that only withheld items name, or that
//! lies in a withheld bundle, is withheld with them, wherever it lies.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::Site;
use super::mentions::is_file_name;
use super::paths::{join, without_fragment};
use crate::config::{Config, Lang};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::parse::components::Literal;
use crate::parse::kinds::KindFields;
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
    let withheld = only_withheld(site, sources, &config.base_url.absolute(""));
    let beside = |file: &FileRef| match bundle_of(&file.path, &bundles, &closed) {
        Some((base, Some(page))) => Some(format!("{page}{}", file.path.get(base.len() + 1..).unwrap_or(&file.path))),
        Some((_, None)) => None,
        None => (!withheld.contains(&file.path)).then(|| format!("/{}", file.path)),
    };
    let files = sources.files.par_iter().filter_map(|file| Some(PublishedFile::new(file, beside(file)?)));
    let files: Vec<PublishedFile> = files.collect();
    site.files = by_path(files);
    let statics = sources.statics.par_iter().filter_map(|file| {
        let path = format!("/{}", file.path);
        (!withheld.contains(&path)).then(|| PublishedFile::new(file, path))
    });
    let statics: Vec<PublishedFile> = statics.collect();
    site.statics = by_path(statics);
    check_attached(site, found);
}

fn by_path(files: Vec<PublishedFile>) -> Arc<BTreeMap<String, PublishedFile>> {
    Arc::new(files.into_iter().map(|file| (file.file.path.clone(), file)).collect())
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

/// Files that withheld items name and no public one: paths below `content/`, and paths below `static/` with a slash in front.
/// A folder stands for all that is in it.
fn only_withheld(site: &Site, sources: &Sources, home: &str) -> HashSet<String> {
    let mut withheld = HashSet::new();
    for item in site.withheld.iter() {
        let document = &item.document;
        let mut note = |path| _ = withheld.insert(path);
        named(document, home, &mut note);
        // Bare addresses in running text are links too.
        addresses(document.source.text(), home).for_each(|name| paths(name, document, home, &mut note));
    }
    if withheld.is_empty() {
        return withheld;
    }
    let statics = sources.statics.iter().map(|file| format!("/{}", file.path));
    let all = sources.files.iter().map(|file| file.path.clone()).chain(statics);
    let mut files: HashSet<String> = all.filter(|path| around(path).any(|path| withheld.contains(path))).collect();
    if files.is_empty() {
        return files;
    }
    // What else public items name, which is much, is not kept.
    let wanted: HashSet<&str> = files.iter().flat_map(|path| around(path)).collect();
    let public = site.pages.par_iter().map(|page| {
        let mut public = Vec::new();
        named(&page.document, home, &mut |path: String| {
            if wanted.contains(path.as_str()) {
                public.push(path);
            }
        });
        public
    });
    let public: HashSet<String> = public.flatten_iter().collect();
    files.retain(|path| !around(path).any(|path| public.contains(path)));
    files
}

/// A path and the folders that it lies in.
fn around(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(path), |path| {
        path.rsplit_once('/').map(|(folder, _)| folder).filter(|folder| !folder.is_empty())
    })
}

/// Hands on the paths of all files that an item may name.
fn named(document: &Document, home: &str, note: &mut impl FnMut(String)) {
    names(document).for_each(|name| paths(name, document, home, note));
    for value in document.front.common.extra.0.values() {
        texts(value, &mut |name| paths(name, document, home, note));
    }
}

/// Hands on the paths that a name in an item may mean. `home` is the absolute address of the site, by which an item may name a
/// file too.
fn paths(name: &str, document: &Document, home: &str, note: &mut impl FnMut(String)) {
    let name = without_fragment(name.strip_prefix(home).unwrap_or(name));
    if name.contains("://") || name.is_empty() || name.contains('\n') {
        return;
    }
    if !name.starts_with('/') {
        return note(join(&document.place.base(), name));
    }
    // A path from the root may mean either folder.
    let path = join("", name);
    note(format!("/{path}"));
    note(path);
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
    attachments.chain(links).chain(arguments).chain(image).chain(of_kind(document).into_iter().flatten())
}

/// Files that the fields of a kind name.
fn of_kind(document: &Document) -> Vec<Option<&str>> {
    match &document.front.kind {
        KindFields::Material(material) => {
            let thumbnail = material.thumbnail.as_ref().and_then(|image| image.src.as_deref());
            let accessible = material.accessible_version.as_deref().filter(|name| is_file_name(name));
            vec![material.file.as_deref(), material.url.as_deref(), accessible, thumbnail]
        }
        KindFields::Gallery(gallery) => gallery.photos.iter().map(|photo| photo.src.as_deref()).collect(),
        KindFields::Workshop(workshop) => {
            let named = workshop.recordings.iter();
            named.flat_map(|recording| [recording.url.as_deref(), recording.transcript.as_deref()]).collect()
        }
        KindFields::PressRelease(_) | KindFields::Programme(_) | KindFields::Page(_) | KindFields::Announcement(_) => {
            Vec::new()
        }
    }
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
        match page.fields() {
            KindFields::Material(material) => {
                if let Some(file) = material.file.as_deref() {
                    judge(file, &["file", "berkas"]);
                }
                if let Some(file) = material.accessible_version.as_deref().filter(|name| is_file_name(name)) {
                    judge(file, &["accessible_version"]);
                }
                if let Some(src) = material.thumbnail.as_ref().and_then(|image| image.src.as_deref()) {
                    judge(src, &["thumbnail.src"]);
                }
            }
            KindFields::Gallery(gallery) => {
                for (index, photo) in gallery.photos.iter().enumerate() {
                    if let Some(src) = photo.src.as_deref() {
                        judge(src, &[&format!("photos[{index}].src")]);
                    }
                }
            }
            KindFields::Workshop(workshop) => {
                for (index, recording) in workshop.recordings.iter().enumerate() {
                    if let Some(file) = recording.url.as_deref().filter(|url| url.starts_with('/')) {
                        judge(file, &[&format!("recordings[{index}].url")]);
                    }
                    if let Some(file) = recording.transcript.as_deref().filter(|name| !name.contains("://")) {
                        judge(file, &[&format!("recordings[{index}].transcript")]);
                    }
                }
            }
            _ => {}
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
