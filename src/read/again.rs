//! A project that stays in memory and is read again in part.
//!
//! Events of a file system are a hint where to look, never what happened: a file that they name is read again, and it counts as
//! changed when its content differs. A folder that they name is listed again; of what is listed, only files with another
//! [`Stamp`] are read. Files that are gone or empty may be in the middle of being saved, so they are doubted once.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use rayon::prelude::*;

use super::changes::{Changes, Content, State, of_file, of_layers, of_source};
use super::listing::{is_passed_over, list};
use super::stamp::{self, Stamp};
use super::texts::{Known, Texts};
use super::{
    CONTENT, FileRef, LEDGER, Listed, Sources, ThemeLayer, has_extension, is_comments, is_section, picture_size, real,
    text, theme, unreadable, without_markdown_ending,
};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{Again, Source};

/// Where something may have happened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hint {
    /// Files and folders, from the project's root.
    pub paths: BTreeSet<PathBuf>,
    /// How far to look beyond them.
    pub reach: Reach,
}

/// How far a look goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// To the paths that were named.
    #[default]
    Named,
    /// Every folder is listed, and what was touched is read.
    Listed,
    /// Events were lost: every file is read.
    Read,
}

impl Hint {
    /// That something happened to one path.
    pub fn at(path: impl Into<PathBuf>) -> Hint {
        Hint { paths: BTreeSet::from([path.into()]), reach: Reach::Named }
    }

    /// Adds another one.
    pub fn append(&mut self, mut other: Hint) {
        self.paths.append(&mut other.paths);
        self.reach = self.reach.max(other.reach);
    }

    fn is_about(&self, folder: &str) -> bool {
        self.reach > Reach::Named || self.paths.iter().any(|path| path.starts_with(folder))
    }
}

/// What another look found.
#[derive(Debug, PartialEq, Eq)]
pub enum Look {
    /// These files changed, came or went; none means that all is as it was.
    Changed(BTreeSet<String>),
    /// Known files are gone or empty. They may be back in a moment; nothing was taken over.
    Doubtful,
}

/// Everything that was read of a project, file by file.
#[derive(Debug)]
pub struct Project {
    root: PathBuf,
    content: Part<Folder>,
    data: Part<Folder>,
    statics: Part<Vec<FileRef>>,
    ledger: Part<Option<Arc<Source>>>,
    layers: Part<Vec<ThemeLayer>>,
}

/// A part of what was read, and what was found in reading it.
#[derive(Debug, Default)]
struct Part<T> {
    value: T,
    found: Diagnostics,
}

/// A folder of texts and other files, in the order in which they are listed.
#[derive(Debug, Default)]
struct Folder {
    texts: Vec<Text>,
    files: Vec<FileRef>,
}

/// A text file.
#[derive(Clone, Debug)]
struct Text {
    /// From the project's root.
    path: String,
    stamp: Stamp,
    changed: i128,
    read: Result<(Arc<Source>, Diagnostics), Box<Diagnostic>>,
}

impl Project {
    /// Reads everything.
    pub fn read(root: &Path, config: &Config) -> Project {
        let hint = Hint { reach: Reach::Read, ..Hint::default() };
        Project::read_all_but(&Folder::default(), &hint, (root, super::content(root)), config)
    }

    /// Reads everything but the items that an earlier run read, which are read when somebody asks for their texts.
    pub(super) fn read_beside(
        root: &Path,
        config: &Config,
        content: Listed,
        earlier: &Texts,
        again: &Again,
    ) -> Project {
        let texts = earlier.known().into_iter().map(|(path, Known { stamp, changed, hash })| {
            let source = Source::unread(path, hash, again);
            Text { path: path.to_owned(), stamp, changed, read: Ok((source, Diagnostics::new())) }
        });
        let earlier = Folder { texts: texts.collect(), files: Vec::new() };
        let hint = Hint { reach: Reach::Listed, ..Hint::default() };
        Project::read_all_but(&earlier, &hint, (root, content), config)
    }

    fn read_all_but(items: &Folder, hint: &Hint, (root, content): (&Path, Listed), config: &Config) -> Project {
        Project {
            content: of_listed(content, CONTENT, items, hint),
            data: folder(root, "data", &Folder::default(), hint),
            statics: statics(root, &[]),
            ledger: ledger(root),
            layers: layers(root, config),
            root: root.to_owned(),
        }
    }

    /// What was read, for the stages that follow.
    pub fn sources(&self) -> (Sources, Diagnostics) {
        let mut found = Diagnostics::new();
        let mut sources = Sources {
            statics: self.statics.value.clone(),
            ledger: self.ledger.value.clone(),
            layers: self.layers.value.clone(),
            files: self.content.value.files.clone(),
            ..Sources::default()
        };
        found.append(self.content.found.clone());
        for text in &self.content.value.texts {
            match &text.read {
                Ok((source, problems)) => {
                    found.append(problems.clone());
                    let list = if is_comments(&text.path) { &mut sources.comments } else { &mut sources.markdown };
                    list.push(Arc::clone(source));
                }
                Err(problem) => found.push((**problem).clone()),
            }
        }
        found.append(self.data.found.clone());
        for text in &self.data.value.texts {
            match &text.read {
                Ok((source, problems)) => {
                    found.append(problems.clone());
                    sources.data.insert(text.path.clone(), Arc::clone(source));
                }
                Err(problem) => found.push((**problem).clone()),
            }
        }
        for part in [&self.statics.found, &self.ledger.found, &self.layers.found] {
            found.append(part.clone());
        }
        let lost = found.iter().filter(|found| matches!(found.code, Code::Unreadable | Code::LinkLeavesProject));
        sources.lost = lost.filter_map(|found| found.text("path").map(str::to_owned)).collect();
        (sources, found)
    }

    /// What is to be kept of the items whose files tell whether they were touched since, for a run that reads the others only; `now` is the
    /// clock of the machine before the first look. None where that is what an earlier run kept.
    pub(super) fn texts(&self, earlier: Texts, now: Timestamp) -> Option<Vec<u8>> {
        let now = now.as_nanosecond();
        let is_known =
            |text: &&Text| stamp::tells(text.changed, now) && !is_comments(&text.path) && !is_section(&text.path);
        let known = self.content.value.texts.par_iter().filter(is_known).filter_map(|text| match &text.read {
            Ok((source, found)) if found.is_empty() => {
                Some((text.path.as_str(), Known { stamp: text.stamp, changed: text.changed, hash: source.hash() }))
            }
            _ => None,
        });
        earlier.renewed(&known.collect::<Vec<_>>())
    }

    /// Looks again where a hint points. What is gone or empty is taken over only when it `is_settled`.
    pub fn look(&mut self, config: &Config, hint: &Hint, is_settled: bool) -> Look {
        let hint = &seen(hint);
        let root = self.root.as_path();
        let content = self.content.look(root, CONTENT, hint);
        let data = self.data.look(root, "data", hint);
        let statics = hint.is_about("static").then(|| statics(root, &self.statics.value));
        let ledger = hint.is_about(LEDGER).then(|| ledger(root));
        let of_theme = ["assets", "i18n", "templates", "themes"].iter().any(|folder| hint.is_about(folder));
        let layers = of_theme.then(|| layers(root, config));

        let mut changes = Changes::default();
        for (old, new) in [(&self.content.value, &content), (&self.data.value, &data)] {
            match new {
                Seen::Same => {}
                Seen::Texts(texts) => {
                    let before = texts.iter().filter_map(|(index, _)| old.texts.get(*index));
                    changes.compare(before.map(Text::state), texts.iter().map(|(_, text)| text.state()));
                }
                Seen::Whole(new) => {
                    changes.compare(old.states(), new.value.states());
                }
            }
        }
        if let Some(new) = &statics {
            changes.compare(self.statics.value.iter().map(of_file), new.value.iter().map(of_file));
        }
        if let Some(new) = &ledger {
            changes.compare(self.ledger.value.iter().map(of_source), new.value.iter().map(of_source));
        }
        if let Some(new) = &layers {
            changes.compare(of_layers(&self.layers.value), of_layers(&new.value));
        }
        if changes.doubtful && !is_settled {
            return Look::Doubtful;
        }
        self.content.take(content);
        self.data.take(data);
        self.statics = statics.unwrap_or_else(|| std::mem::take(&mut self.statics));
        self.ledger = ledger.unwrap_or_else(|| std::mem::take(&mut self.ledger));
        self.layers = layers.unwrap_or_else(|| std::mem::take(&mut self.layers));
        Look::Changed(changes.paths)
    }

    /// The site's own templates, those of its theme, and those of the themes that it extends.
    pub fn layers(&self) -> &[ThemeLayer] {
        &self.layers.value
    }

    /// Reads the theme that another configuration names.
    pub fn dress(&mut self, config: &Config) {
        self.layers = layers(&self.root, config);
    }
}

/// What another look at a folder saw.
enum Seen {
    Same,
    /// Some known texts, with their places.
    Texts(Vec<(usize, Text)>),
    Whole(Part<Folder>),
}

/// So many files are read one by one; for more of them it is quicker to list the folder.
const FEW: usize = 16;

impl Part<Folder> {
    fn look(&self, root: &Path, name: &str, hint: &Hint) -> Seen {
        if !hint.is_about(name) {
            return Seen::Same;
        }
        let named: Vec<&PathBuf> = hint.paths.iter().filter(|path| path.starts_with(name)).collect();
        let few = hint.reach == Reach::Named && named.len() <= FEW;
        let texts = few.then(|| self.value.known(root, &named)).flatten();
        texts.map_or_else(|| Seen::Whole(folder(root, name, &self.value, hint)), Seen::Texts)
    }

    fn take(&mut self, seen: Seen) {
        match seen {
            Seen::Same => {}
            Seen::Whole(part) => *self = part,
            Seen::Texts(texts) => {
                for (index, text) in texts {
                    if let Some(known) = self.value.texts.get_mut(index) {
                        *known = text;
                    }
                }
            }
        }
    }
}

impl Folder {
    /// The texts at these paths, read; none where one of the paths is anything else than a known text that is still there.
    fn known(&self, root: &Path, paths: &[&PathBuf]) -> Option<Vec<(usize, Text)>> {
        let real_root = real(root);
        let read = |path: &&PathBuf| {
            let shown = path.to_str()?;
            let index = self.texts.iter().position(|text| text.path == shown)?;
            let known = self.texts.get(index)?;
            let absolute = root.join(path);
            let metadata = fs::symlink_metadata(&absolute).ok().filter(fs::Metadata::is_file)?;
            // A folder on the way may have become a link; whether it is followed is decided where folders are listed.
            fs::canonicalize(&absolute).ok().filter(|file| file.starts_with(&real_root))?;
            let (stamp, changed) = (Stamp::of(&metadata), stamp::changed(&metadata));
            let text = Text::read(&absolute, known.path.clone(), stamp, changed);
            Some((index, text.like(known)))
        };
        paths.iter().map(read).collect()
    }

    fn states(&self) -> impl Iterator<Item = State<'_>> {
        self.texts.iter().map(Text::state).chain(self.files.iter().map(of_file))
    }
}

impl Text {
    fn read(absolute: &Path, path: String, stamp: Stamp, changed: i128) -> Text {
        let read = text(absolute, &path).map_err(|error| Box::new(unreadable(&path, &error)));
        Text { path, stamp, changed, read }
    }

    /// The same with the source of `known`, where it says the same: who holds it need not ask again.
    fn like(mut self, known: &Text) -> Text {
        if let (Ok((own, _)), Ok((source, _))) = (&mut self.read, &known.read)
            && own.hash() == source.hash()
        {
            *own = Arc::clone(source);
        }
        self
    }

    fn state(&self) -> State<'_> {
        match &self.read {
            Ok((source, _)) => of_source(source),
            Err(_) => State { path: Cow::Borrowed(&self.path), content: Content::Unread },
        }
    }
}

/// The paths of a hint that are looked at at all.
fn seen(hint: &Hint) -> Hint {
    let is_seen = |path: &PathBuf| {
        let mut parts = path.components().map(Component::as_os_str);
        let top = parts.next().map(|top| top.to_string_lossy()).unwrap_or_default();
        parts.all(|part| !is_passed_over(part, &top))
    };
    Hint { paths: hint.paths.iter().filter(|path| is_seen(path)).cloned().collect(), reach: hint.reach }
}

/// A folder of texts and other files, listed and read.
fn folder(root: &Path, name: &str, known: &Folder, hint: &Hint) -> Part<Folder> {
    of_listed(list(root, name), name, known, hint)
}

/// A folder that was listed; texts that were not touched are those that are known.
fn of_listed(Listed { files, found }: Listed, name: &str, known: &Folder, hint: &Hint) -> Part<Folder> {
    let is_text = |file: &FileRef| match name {
        CONTENT => without_markdown_ending(&file.path).is_some() || is_comments(&file.path),
        _ => has_extension(&file.path, &["yaml", "yml", "json", "csv"]),
    };
    let (listed, mut files): (Vec<FileRef>, Vec<FileRef>) = files.into_iter().partition(is_text);
    let texts: HashMap<&str, &Text> = known.texts.iter().map(|text| (text.path.as_str(), text)).collect();
    let named = |path: &str| Path::new(path).ancestors().any(|around| hint.paths.contains(around));
    let listed = listed.into_par_iter().map(|file| {
        let path = file.shown();
        let is_as_it_was = |text: &Text| text.stamp == file.stamp && text.changed == file.changed;
        match texts.get(path.as_str()) {
            Some(text) if hint.reach < Reach::Read && is_as_it_was(text) && !named(&path) => (*text).clone(),
            Some(text) => Text::read(&file.absolute, path, file.stamp, file.changed).like(text),
            None => Text::read(&file.absolute, path, file.stamp, file.changed),
        }
    });
    let listed = listed.collect();
    measure(&mut files, &known.files);
    Part { value: Folder { texts: listed, files }, found }
}

fn statics(root: &Path, known: &[FileRef]) -> Part<Vec<FileRef>> {
    let Listed { mut files, found } = list(root, "static");
    measure(&mut files, known);
    Part { value: files, found }
}

/// Finds out how large pictures are; of those that were not touched it is known.
fn measure(files: &mut [FileRef], known: &[FileRef]) {
    let known: HashMap<&str, &FileRef> = known.iter().map(|file| (file.path.as_str(), file)).collect();
    files.par_iter_mut().for_each(|file| {
        let same = known.get(file.path.as_str()).filter(|known| known.stamp == file.stamp);
        file.picture = same.map_or_else(|| picture_size(file), |known| known.picture);
    });
}

fn ledger(root: &Path) -> Part<Option<Arc<Source>>> {
    let path = root.join(LEDGER);
    if !path.exists() {
        return Part::default();
    }
    match text(&path, LEDGER) {
        Ok((source, found)) => Part { value: Some(source), found },
        Err(error) => Part { value: None, found: unreadable(LEDGER, &error).into() },
    }
}

fn layers(root: &Path, config: &Config) -> Part<Vec<ThemeLayer>> {
    let mut found = Diagnostics::new();
    Part { value: theme::layers(root, config, &mut found), found }
}
