//! What every output sees beside the text of its own item, as one hash: its frame.
//!
//! Of other items a page shows fields and the beginning of their text; of the project settings, data, theme and files. What of all
//! that is other makes another frame. In one frame, between two changes that the clock makes, a page whose own text is the same is
//! the same page. That holds as long as no template can show the text of another item, which is the contract of themes.

use std::collections::HashSet;
use std::sync::Arc;

use rayon::prelude::*;
use xxhash_rust::xxh3::Xxh3;

use crate::config::Config;
use crate::parse::{Body, Document};
use crate::plan::Recipe;
use crate::read::{FileRef, Sources};
use crate::render::feed_items;
use crate::site::{Moment, Site};
use crate::source::Source;

/// A frame in the making: of what was read, before it is related.
pub(super) struct Ground {
    hash: Hash,
    /// Path and text of each, the text as its hash.
    markdown: Vec<(String, u128)>,
}

impl Ground {
    pub(super) fn of(sources: &Sources, config: &Config, moment: &Moment) -> Ground {
        let mut hash = Hash(Xxh3::new());
        let Moment { now: _, drafts, future, everything } = moment;
        hash.debug(&(config.base_url.absolute(""), drafts, future, everything));
        hash.source(&config.source);
        hash.sources(&sources.comments);
        hash.sources(sources.data.values());
        hash.sources(&sources.ledger);
        hash.files(&sources.files);
        hash.files(&sources.statics);
        hash.debug(&sources.lost);
        hash.count(sources.layers.len());
        for layer in &sources.layers {
            hash.text(&layer.name);
            hash.sources(&layer.manifest);
            hash.sources(layer.templates.values());
            hash.sources(layer.words.values());
            hash.count(layer.assets.len());
            for (path, bytes) in &layer.assets {
                hash.text(path);
                hash.bytes(bytes);
            }
        }
        let markdown = sources.markdown.par_iter().map(|source| (source.path.clone(), source.hash()));
        Ground { hash, markdown: markdown.collect() }
    }

    /// The same with the items that were parsed, in the order of their files.
    pub(super) fn with_items(self, items: &[Arc<Document>]) -> Parsed {
        let mut items = items.iter().peekable();
        let texts = self.markdown.into_iter().map(|(path, text)| {
            let item = items.next_if(|item| item.source.path == path).map(Arc::clone);
            (path, text, item)
        });
        let texts: Vec<_> = texts.collect();
        let texts = texts.into_par_iter().map(|(path, text, item)| {
            let mut hash = Hash(Xxh3::new());
            match item {
                Some(item) => {
                    hash.document(&item);
                    Text::Item { fields: hash.0.digest128(), item }
                }
                None => {
                    hash.debug(&(path, text));
                    Text::Other(hash.0.digest128())
                }
            }
        });
        Parsed { texts: texts.collect(), hash: self.hash }
    }
}

/// A frame in the making: of what was parsed, before it is related.
pub(super) struct Parsed {
    hash: Hash,
    texts: Vec<Text>,
}

/// What others may see of a text.
enum Text {
    /// An item, and the hash of its fields.
    Item { item: Arc<Document>, fields: u128 },
    /// The hash of another one: all of it.
    Other(u128),
}

impl Parsed {
    pub(super) fn frame(self, site: &Site) -> u128 {
        let Parsed { mut hash, texts } = self;
        let public: HashSet<*const Document> = site.pages.iter().map(|page| Arc::as_ptr(&page.document)).collect();
        hash.count(texts.len());
        for text in texts {
            match text {
                Text::Item { item, fields } => {
                    hash.0.update(&fields.to_le_bytes());
                    // Lists show how an item begins, unless its writer sums it up.
                    let is_shown = item.front.common.summary.is_none() && public.contains(&Arc::as_ptr(&item));
                    hash.text(if is_shown { &item.body.excerpt } else { "" });
                }
                Text::Other(text) => hash.0.update(&text.to_le_bytes()),
            }
        }
        hash.0.digest128()
    }
}

/// What an output's own texts add to its frame. None for outputs that show the texts of all items, or are not worth it.
pub(super) fn own_text(site: &Site, recipe: &Recipe, feed_size: usize) -> Option<u64> {
    match recipe {
        Recipe::Page(id) => Some(site.page(*id).document.source.hash() as u64),
        Recipe::Feed(feed, _) => {
            let mut hash = Xxh3::new();
            let items = feed_items(site, *feed, feed_size);
            items.iter().for_each(|id| hash.update(&site.page(*id).document.source.hash().to_le_bytes()));
            Some(hash.digest())
        }
        // The introductions of sections are part of the frame.
        Recipe::Home(_)
        | Recipe::Section(..)
        | Recipe::Archive(..)
        | Recipe::Facet(..)
        | Recipe::Terms(..)
        | Recipe::Term(..)
        | Recipe::Corrections(..)
        | Recipe::Redirect(_)
        | Recipe::NotFound(_) => Some(0),
        Recipe::StyleGuide(_)
        | Recipe::Information(..)
        | Recipe::OpenData(_)
        | Recipe::Calendar(_)
        | Recipe::Sitemap(_)
        | Recipe::Robots
        | Recipe::Security
        | Recipe::Asset(_)
        | Recipe::File(_) => None,
    }
}

/// Each value with its length before it, so that no two sequences of values look alike.
struct Hash(Xxh3);

impl Hash {
    fn count(&mut self, count: usize) {
        self.0.update(&(count as u64).to_le_bytes());
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.count(bytes.len());
        self.0.update(bytes);
    }

    fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    fn debug(&mut self, value: &impl std::fmt::Debug) {
        self.text(&format!("{value:?}"));
    }

    fn source(&mut self, source: &Source) {
        self.text(&source.path);
        self.text(source.text());
    }

    fn sources<'a>(&mut self, sources: impl IntoIterator<Item = &'a Arc<Source>, IntoIter: Clone>) {
        let sources = sources.into_iter();
        self.count(sources.clone().count());
        sources.for_each(|source| self.source(source));
    }

    fn files(&mut self, files: &[FileRef]) {
        self.count(files.len());
        for FileRef { folder, path, absolute: _, size, stamp, changed: _, picture } in files {
            self.text(folder);
            self.text(path);
            self.debug(&(size, stamp.modified, stamp.inode, picture));
        }
    }

    /// All that others may see of an item but how it begins: its fields, and of its text what names it or is named.
    fn document(&mut self, document: &Document) {
        let Body {
            range: _,
            headings,
            links,
            components,
            broken: _,
            escaped: _,
            footnotes: _,
            anchors,
            excerpt: _,
            words: _,
            has_raw_html: _,
        } = &document.body;
        self.text(&document.source.path);
        self.debug(&document.head);
        self.count(headings.len());
        for heading in headings {
            self.text(&heading.id);
            self.text(&heading.text);
        }
        self.count(links.len());
        for link in links {
            self.text(&link.dest);
            self.count(usize::from(link.image));
        }
        self.count(components.len());
        for call in components {
            self.text(&call.name);
            for argument in &call.arguments {
                self.debug(&(&argument.name, &argument.value));
            }
        }
        self.count(anchors.len());
        anchors.iter().for_each(|anchor| self.text(anchor));
    }
}
