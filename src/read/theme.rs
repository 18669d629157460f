//! Themes: folders of templates, assets and words in layers, the site's own before the theme's, the theme's before what it
//! extends. The default theme is inside the binary.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path};
use std::sync::Arc;

use include_dir::{Dir, include_dir};

use super::listing::list;
use super::{Listed, bytes, decoded, load, text, unreadable};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, nearest};
use crate::source::{Location, Source};
use crate::yaml::free::FreeMap;
use crate::yaml::{self, Line, Record, record};

/// The default theme, inside the binary.
static EMBEDDED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/balai");

/// Name of the default theme.
pub const EMBEDDED_THEME: &str = "balai";

/// A folder of templates, assets and words, from the first that is asked to the last.
#[derive(Clone, Debug)]
pub struct ThemeLayer {
    /// Name of the theme; empty for the site's own overrides.
    pub name: String,
    /// `theme.yaml`; the site's own layer has none.
    pub manifest: Option<Arc<Source>>,
    /// Templates by name, such as `components/date.html`.
    pub templates: BTreeMap<String, Arc<Source>>,
    /// Assets by path below `assets/`.
    pub assets: BTreeMap<String, Arc<Vec<u8>>>,
    /// Fluent files by language code.
    pub words: BTreeMap<String, Arc<Source>>,
}

record! {
    /// The part of `theme.yaml` that reading needs.
    pub struct ThemeManifest {
        /// Its name.
        pub name [required]: Option<Line>,
        /// Version of the interface that it was made for.
        pub api [required]: Option<u64>,
        /// The theme in whose place it stands.
        pub extends: Option<Line>,
        /// Its options, typed.
        pub options: FreeMap,
    }
}

/// The layers of templates: the site's own, then the theme, then what it extends.
pub fn layers(root: &Path, config: &Config, found: &mut Diagnostics) -> Vec<ThemeLayer> {
    let mut layers = vec![ThemeLayer {
        templates: texts(root, "templates", found),
        assets: binaries(root, "assets", found),
        words: words(root, "i18n", found),
        ..ThemeLayer::empty("")
    }];
    // The theme to add now, and where it is named.
    let mut next = Some((config.theme.clone(), value_of(&config.source, "theme")));
    while let Some((name, named)) = next.take() {
        let at = |code| Diagnostic { primary: Some(named.clone()), ..Diagnostic::new(code) };
        if is_name(&name) && layers.iter().any(|layer| layer.name == name) {
            found.push(at(Code::RuleBroken).with("rule", "theme-circle"));
            break;
        }
        let folder = format!("themes/{name}");
        let layer = if is_name(&name) && root.join(&folder).is_dir() {
            on_disk(root, &folder, &name, found)
        } else if name == EMBEDDED_THEME {
            embedded(found)
        } else {
            let known = themes(root);
            let near = nearest(&name, known.iter().map(String::as_str));
            let missing = at(Code::NoTheme).with("theme", name.as_str()).with("known", known.join(", "));
            found.push(missing.suggesting(near));
            break;
        };
        if let Some(manifest) = &layer.manifest {
            let read = yaml::read::<ThemeManifest>(manifest, 0..manifest.text().len());
            found.append(read.diagnostics);
            found.append(yaml::missing::<ThemeManifest>(manifest, read.value.missing(), &read.unread));
            next = read.value.extends.map(|parent| (parent.0, value_of(manifest, "extends")));
        }
        layers.push(layer);
    }
    layers
}

/// A theme that a site can name.
#[derive(Debug)]
pub struct KnownTheme {
    /// Its name.
    pub name: String,
    /// Whether it lies in the site's `themes/`; else it is the one inside the binary.
    pub on_disk: bool,
    /// What `theme.yaml` says of it.
    pub manifest: ThemeManifest,
}

/// The themes that a site can name, by name.
pub fn known_themes(root: &Path) -> (Vec<KnownTheme>, Diagnostics) {
    let mut found = Diagnostics::new();
    let known = themes(root).into_iter().map(|name| {
        let folder = format!("themes/{name}");
        let on_disk = root.join(&folder).is_dir();
        let manifest = if on_disk { manifest(root, &folder, &mut found) } else { embedded(&mut found).manifest };
        let manifest = manifest.map(|source| {
            let read = yaml::read::<ThemeManifest>(&source, 0..source.text().len());
            found.append(read.diagnostics);
            read.value
        });
        KnownTheme { name, on_disk, manifest: manifest.unwrap_or_default() }
    });
    (known.collect(), found)
}

/// Whether a text names one folder, and not a way to another.
pub fn is_name(text: &str) -> bool {
    matches!(Path::new(text).components().collect::<Vec<_>>().as_slice(), [Component::Normal(_)])
}

/// Where the value of a key stands; the file as a whole when it does not.
fn value_of(source: &Arc<Source>, key: &str) -> Location {
    let span = yaml::Places::of_file(source).at(key, yaml::Part::Value);
    span.map_or_else(|| Location::file(source), |span| Location::new(source, span))
}

impl ThemeLayer {
    fn empty(name: &str) -> ThemeLayer {
        ThemeLayer {
            name: name.to_owned(),
            manifest: None,
            templates: BTreeMap::new(),
            assets: BTreeMap::new(),
            words: BTreeMap::new(),
        }
    }
}

/// Names of the themes there are.
fn themes(root: &Path) -> Vec<String> {
    let folder = fs::read_dir(root.join("themes")).into_iter().flatten().flatten();
    let mut names: Vec<String> = folder
        .filter(|entry| entry.path().is_dir())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| !name.starts_with('.'))
        .collect();
    names.push(EMBEDDED_THEME.to_owned());
    names.sort();
    names.dedup();
    names
}

fn on_disk(root: &Path, folder: &str, name: &str, found: &mut Diagnostics) -> ThemeLayer {
    ThemeLayer {
        name: name.to_owned(),
        manifest: manifest(root, folder, found),
        templates: texts(root, &format!("{folder}/templates"), found),
        assets: binaries(root, &format!("{folder}/assets"), found),
        words: words(root, &format!("{folder}/i18n"), found),
    }
}

/// `theme.yaml` of a theme's folder.
fn manifest(root: &Path, folder: &str, found: &mut Diagnostics) -> Option<Arc<Source>> {
    let path = format!("{folder}/theme.yaml");
    match text(&root.join(&path), &path) {
        Ok((source, problems)) => {
            found.append(problems);
            Some(source)
        }
        Err(error) => {
            found.push(unreadable(&path, &error));
            None
        }
    }
}

fn embedded(found: &mut Diagnostics) -> ThemeLayer {
    let mut layer = ThemeLayer::empty(EMBEDDED_THEME);
    let mut folders = vec![&EMBEDDED];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for file in folder.files() {
            let Some(path) = file.path().to_str() else { continue };
            let shown = format!("themes/{EMBEDDED_THEME}/{path}");
            if let Some(asset) = path.strip_prefix("assets/") {
                layer.assets.insert(asset.to_owned(), Arc::new(file.contents().to_vec()));
                continue;
            }
            let Some(text) = file.contents_utf8() else { continue };
            let (source, problems) = decoded(&shown, text.as_bytes().to_vec());
            if let Some(name) = path.strip_prefix("templates/") {
                layer.templates.insert(name.to_owned(), source);
            } else if let Some(code) = path.strip_prefix("i18n/").and_then(|name| name.strip_suffix(".ftl")) {
                layer.words.insert(code.to_owned(), source);
            } else if path == "theme.yaml" {
                layer.manifest = Some(source);
            } else {
                continue;
            }
            found.append(problems);
        }
    }
    layer
}

fn texts(root: &Path, folder: &str, found: &mut Diagnostics) -> BTreeMap<String, Arc<Source>> {
    let Listed { files, found: of_list } = list(root, folder);
    found.append(of_list);
    let mut texts = BTreeMap::new();
    for (path, loaded) in load(files, folder) {
        match loaded {
            Ok((source, problems)) => {
                found.append(problems);
                let name = path.get(folder.len() + 1..).unwrap_or(&path).to_owned();
                texts.insert(name, source);
            }
            Err(error) => found.push(unreadable(&path, &error)),
        }
    }
    texts
}

fn words(root: &Path, folder: &str, found: &mut Diagnostics) -> BTreeMap<String, Arc<Source>> {
    let files = texts(root, folder, found).into_iter();
    files.filter_map(|(name, source)| Some((name.strip_suffix(".ftl")?.to_owned(), source))).collect()
}

fn binaries(root: &Path, folder: &str, found: &mut Diagnostics) -> BTreeMap<String, Arc<Vec<u8>>> {
    let Listed { files, found: of_list } = list(root, folder);
    found.append(of_list);
    let mut binaries = BTreeMap::new();
    for file in files {
        match bytes(&file) {
            Ok(bytes) => {
                binaries.insert(file.path, Arc::new(bytes));
            }
            Err(error) => found.push(unreadable(&format!("{folder}/{}", file.path), &error)),
        }
    }
    binaries
}
