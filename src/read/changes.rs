//! What differs between two looks at files.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::stamp::Stamp;
use super::{FileRef, ThemeLayer};
use crate::source::Source;

/// A file as it was at a look.
pub(super) struct State<'a> {
    pub(super) path: Cow<'a, str>,
    pub(super) content: Content<'a>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Content<'a> {
    Bytes(&'a [u8]),
    Stamp(Stamp),
    Unread,
}

pub(super) fn of_source(source: &Arc<Source>) -> State<'_> {
    State { path: Cow::Borrowed(&source.path), content: Content::Bytes(source.text().as_bytes()) }
}

pub(super) fn of_file(file: &FileRef) -> State<'_> {
    State { path: Cow::Owned(file.shown()), content: Content::Stamp(file.stamp) }
}

/// Files of themes. Those inside the program never change.
pub(super) fn of_layers(layers: &[ThemeLayer]) -> impl Iterator<Item = State<'_>> {
    layers.iter().flat_map(|layer| {
        let folder = if layer.name.is_empty() { String::new() } else { format!("themes/{}/", layer.name) };
        let texts = layer.manifest.iter().chain(layer.templates.values()).chain(layer.words.values());
        let assets = layer.assets.iter().map(move |(path, bytes)| State {
            path: Cow::Owned(format!("{folder}assets/{path}")),
            content: Content::Bytes(bytes),
        });
        texts.map(of_source).chain(assets)
    })
}

/// What differs between two looks.
#[derive(Default)]
pub(super) struct Changes {
    pub(super) paths: BTreeSet<String>,
    /// Whether something is gone or empty that was not.
    pub(super) doubtful: bool,
}

impl Changes {
    pub(super) fn compare<'a>(
        &mut self,
        before: impl Iterator<Item = State<'a>>,
        after: impl Iterator<Item = State<'a>>,
    ) {
        let mut before: HashMap<Cow<'a, str>, Content<'a>> = before.map(|state| (state.path, state.content)).collect();
        for State { path, content } in after {
            let known = before.remove(&path);
            if known == Some(content) {
                continue;
            }
            let is_empty = matches!(content, Content::Bytes([]) | Content::Stamp(Stamp { size: 0, .. }));
            self.doubtful |= known.is_some() && (is_empty || content == Content::Unread);
            self.paths.insert(path.into_owned());
        }
        self.doubtful |= !before.is_empty();
        self.paths.extend(before.into_keys().map(Cow::into_owned));
    }
}
