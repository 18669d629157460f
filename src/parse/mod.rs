//! One file → one [`Document`]. Sees no other file; never fails: a broken file gives a document marked broken, so that one
//! mistake gives one message.

pub mod body;
pub mod comments;
pub mod components;
mod contacts;
pub mod documents;
pub mod front_matter;
pub mod kinds;
pub mod ledger;
mod memo;
mod memory;
pub mod proofreading;
pub mod prose;
pub mod raw_html;
pub mod records;
pub mod references;

use std::sync::Arc;

use rayon::prelude::*;
use xxhash_rust::xxh3::xxh3_128;

pub use body::Body;
pub use comments::{Comment, CommentsFile};
pub use front_matter::FrontMatter;
pub use memo::{Memo, NAME as ITEMS, Renewed};
pub use memory::Memory;
pub use proofreading::Lexicon;
pub use records::Records;

use crate::config::{Config, Kind, Lang, MarkdownOptions};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::locale::slug::slugify;
use crate::read::{self, Sources};
use crate::source::{Again, Location, Source};
use kinds::{KindFields, SectionFields};

/// An item as written.
#[derive(Debug)]
pub struct Document {
    /// The file.
    pub source: Arc<Source>,
    /// What all that stands above its text is told from others by.
    pub head: u128,
    /// Where it lies below `content/`.
    pub place: Place,
    /// The slug of its file's name, made once: an address and an id need it in every snapshot.
    pub slug: String,
    /// Its language.
    pub lang: Lang,
    /// What stands above its text.
    pub front: FrontMatter,
    /// Its text.
    pub body: Body,
    /// The field of its kind that is Markdown too: notes to editors, what people are to do.
    pub notes: Option<Box<MarkdownField>>,
    /// Whether it has a mistake; nothing that follows from it is reported.
    pub broken: bool,
    /// Whether its language is in doubt: then it may stand in the place of another.
    pub misplaced: bool,
}

impl Document {
    /// Its id as given, else made of its file's name.
    pub fn id(&self) -> &str {
        self.front.common.id.as_deref().unwrap_or(&self.slug)
    }

    /// The same without the text of its file, which is read again where it is wanted, and what was found in it.
    fn let_go(mut self, found: Diagnostics, again: &Again) -> (Document, Diagnostics) {
        let lean = self.source.let_go(again);
        let whole = std::mem::replace(&mut self.source, lean);
        self.front.lies_in(&self.source);
        let found = found.into_iter().map(|finding| finding.moved(&whole, &self.source)).collect();
        (self, found)
    }
}

/// What the text of a file above that of its body is told from others by.
fn head(source: &Source, body: &Body) -> u128 {
    xxh3_128(source.slice(0..body.range.start).as_bytes())
}

/// Markdown in a field. Its places are those of its own text; findings point at the field.
#[derive(Debug)]
pub struct MarkdownField {
    /// The text alone.
    pub source: Arc<Source>,
    /// What it holds.
    pub body: Body,
    /// Where the field stands in the file.
    pub span: std::ops::Range<usize>,
}

/// A section as written: its `_index.md`.
#[derive(Debug)]
pub struct SectionDocument {
    /// The file.
    pub source: Arc<Source>,
    /// The folder below `content/`; empty for the home page.
    pub folder: String,
    /// Its language.
    pub lang: Lang,
    /// What stands above its text.
    pub front: SectionFields,
    /// Its text.
    pub body: Body,
}

/// Where a file lies below `content/`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Its folder: `siaran-pers/2010`, empty at the top. For a bundle the folder *around* the bundle's own.
    pub folder: String,
    /// Its name without language and extension; for a bundle the name of its own folder.
    pub name: String,
    /// Whether it is a bundle, `name/index.md`.
    pub bundle: bool,
}

impl Place {
    /// The folder from which the file's own links start.
    pub fn base(&self) -> String {
        match (self.bundle, self.folder.is_empty()) {
            (false, _) => self.folder.clone(),
            (true, true) => self.name.clone(),
            (true, false) => format!("{}/{}", self.folder, self.name),
        }
    }

    /// Folder and name: the same for the item in all its languages.
    pub fn key(&self) -> String {
        if self.folder.is_empty() { self.name.clone() } else { format!("{}/{}", self.folder, self.name) }
    }
}

/// Everything as written.
#[derive(Debug, Default)]
pub struct Parsed {
    /// Items, by path.
    pub documents: Vec<Arc<Document>>,
    /// Sections, by path.
    pub sections: Vec<Arc<SectionDocument>>,
    /// Comments, by path.
    pub comments: Vec<CommentsFile>,
    /// Records of data files.
    pub records: Arc<Records>,
}

/// An item and what was found in it; that once more where it was not remembered.
type Item = (Arc<Document>, Diagnostics, Option<Diagnostics>);

/// Parses everything that was read.
pub fn all(sources: &Sources, config: &Config) -> (Parsed, Diagnostics) {
    all_but(&mut Memory::default(), sources.markdown.clone(), sources, config)
}

/// Parses everything but what is remembered, and remembers it all. The texts of items are given apart from the other sources: one that may
/// be let go is, as soon as it is parsed.
pub fn all_but(
    memory: &mut Memory,
    markdown: Vec<Arc<Source>>,
    sources: &Sources,
    config: &Config,
) -> (Parsed, Diagnostics) {
    let mut found = Diagnostics::new();
    let mut parsed = Parsed::default();
    let (sections, items): (Vec<_>, Vec<_>) = markdown.into_iter().partition(|source| read::is_section(&source.path));
    let kinds = kind_of_folders(config, &sections);
    memory.under(config, &kinds);
    let (records, problems) = memory.records(sources, config);
    found.append(problems);
    memory.reading(config, &records.lexicon);
    let (known, lexicon) = (&*memory, &*records.lexicon);
    let items: Vec<Result<Item, Diagnostic>> = items
        .into_par_iter()
        .map(|source| {
            let source = &source;
            if let Some((document, found)) = known.recall(source) {
                return Ok((document, found, None));
            }
            let (document, found) = match known.recall_written(source, config) {
                Some(known) => known,
                None => {
                    let source = source.whole().ok_or_else(|| Diagnostic::overtaken(source))?;
                    document(&source, config, kind_of(&kinds, &source.path), lexicon)
                }
            };
            let (document, found) = match &sources.again {
                Some(again) => document.let_go(found, again),
                None => (document, found),
            };
            let to_remember = Some(found.clone());
            Ok((Arc::new(document), found, to_remember))
        })
        .collect();
    memory.expect(items.len());
    parsed.documents.reserve(items.len());
    for item in items {
        let (document, problems, to_remember) = match item {
            Ok(item) => item,
            Err(overtaken) => {
                found.push(overtaken);
                continue;
            }
        };
        if let Some(found) = to_remember {
            memory.remember(&document, found);
        }
        found.append(problems);
        parsed.documents.push(document);
    }
    memory.forget_all_but(&parsed.documents);
    for source in sections {
        let (section, problems) = section(&source, config);
        found.append(problems);
        parsed.sections.push(Arc::new(section));
    }
    for source in &sources.comments {
        let (comments, problems) = comments::parse(source, config);
        found.append(problems);
        parsed.comments.push(comments);
    }
    parsed.records = records;
    (parsed, found)
}

/// Parses an item; `kind` is what it is when it does not say. Its words are judged by the lexicon.
pub fn document(source: &Arc<Source>, config: &Config, kind: Kind, lexicon: &Lexicon) -> (Document, Diagnostics) {
    let (place, code) = place(&source.path);
    let mut found = Diagnostics::new();
    let lang = language(source, code.as_deref(), config, &mut found);
    let split = front_matter::split(source);
    let front = match &split {
        Ok(split) => {
            let (front, problems) = front_matter::parse(source, split.yaml.clone(), kind, config);
            found.append(problems);
            front
        }
        Err(problem) => {
            found.push((**problem).clone());
            FrontMatter::empty(source, kind)
        }
    };
    let lang = front.common.lang.as_deref().map_or(lang, |written| {
        let written_lang = config.lang_of(written);
        if written_lang.is_none() || (code.is_some() && written_lang != Some(lang)) {
            let at = front.place("lang").unwrap_or(0..0);
            let wrong = Diagnostic::at(Code::WrongLanguage, source, at);
            let name = code.as_deref().unwrap_or("");
            let problem = if written_lang.is_none() { "unknown" } else { "differs" };
            found.push(wrong_language(wrong, written, config).with("problem", problem).with("name", name));
        }
        written_lang.unwrap_or(lang)
    });
    let range = split.map_or(0..0, |split| split.body);
    let (body, prose, problems) = body::read(source, range, &config.markdown);
    let notes = note_field(&front).map(|(key, text)| {
        let span = front.place(key);
        let (field, problems) = markdown_field(source, span.unwrap_or(0..0), text, config);
        found.append(problems);
        Box::new(field)
    });
    let broken = found.has_errors();
    let misplaced = found.iter().any(|finding| finding.code == Code::WrongLanguage);
    found.append(problems);
    let slug = slugify(&place.name);
    let head = head(source, &body);
    let document =
        Document { source: Arc::clone(source), head, place, slug, lang, front, body, notes, broken, misplaced };
    found.append(proofreading::item(&document, &prose, lexicon));
    found.append(contacts::of_item(&document, config));
    (document, found)
}

/// The field that is Markdown too, and its text.
fn note_field(front: &FrontMatter) -> Option<(&'static str, &str)> {
    let (key, text) = match &front.kind {
        KindFields::PressRelease(release) => ("notes_to_editors", release.notes_to_editors.as_deref()),
        KindFields::Announcement(announcement) => ("instruction", announcement.instruction.as_deref()),
        _ => return None,
    };
    Some((key, text?))
}

fn markdown_field(
    file: &Arc<Source>,
    span: std::ops::Range<usize>,
    text: &str,
    config: &Config,
) -> (MarkdownField, Diagnostics) {
    let source = Source::new(file.path.as_str(), text);
    let options = MarkdownOptions { heading_anchors: false, ..config.markdown.clone() };
    let (body, problems) = body::parse(&source, 0..text.len(), &options);
    let field = MarkdownField { source, body, span };
    let found = problems.into_iter().map(|finding| field.placed(file, finding)).collect();
    (field, found)
}

impl MarkdownField {
    /// A finding in the text, moved to the field in its file.
    pub fn placed(&self, file: &Arc<Source>, finding: Diagnostic) -> Diagnostic {
        Diagnostic { primary: Some(Location::new(file, self.span.clone())), ..finding }
    }
}

fn section(source: &Arc<Source>, config: &Config) -> (SectionDocument, Diagnostics) {
    let (place, code) = place(&source.path);
    let mut found = Diagnostics::new();
    let lang = language(source, code.as_deref(), config, &mut found);
    let (front, range) = match front_matter::split(source) {
        Ok(split) => {
            let read = crate::yaml::read::<SectionFields>(source, split.yaml);
            found.append(read.diagnostics);
            (read.value, split.body)
        }
        Err(problem) => {
            found.push(*problem);
            (SectionFields::default(), 0..0)
        }
    };
    let (body, problems) = body::parse(source, range, &config.markdown);
    found.append(problems);
    (SectionDocument { source: Arc::clone(source), folder: place.folder, lang, front, body }, found)
}

fn language(source: &Arc<Source>, code: Option<&str>, config: &Config, found: &mut Diagnostics) -> Lang {
    let Some(code) = code else { return config.default_lang() };
    config.lang_of(code).unwrap_or_else(|| {
        let wrong = wrong_language(Diagnostic::in_file(Code::WrongLanguage, source), code, config);
        found.push(wrong.with("problem", "name").with("name", code));
        config.default_lang()
    })
}

fn wrong_language(diagnostic: Diagnostic, code: &str, config: &Config) -> Diagnostic {
    let known: Vec<&str> = config.languages.iter().map(|language| language.code.as_str()).collect();
    let near = crate::diagnostic::nearest(code, known.iter().copied());
    diagnostic.with("language", code).with("known", known.join(", ")).suggesting(near)
}

/// Takes a path such as `content/siaran-pers/2010/nama.en.md` apart.
fn place(path: &str) -> (Place, Option<String>) {
    let path = path.strip_prefix(read::CONTENT).map_or(path, |rest| rest.trim_start_matches('/'));
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let stem = read::without_markdown_ending(file).unwrap_or(file);
    // Only two or three letters after the last dot are a language: `rapat-no.12.md` is none.
    let (name, code) = match stem.rsplit_once('.') {
        Some((name, code)) if (2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_lowercase()) => {
            (name, Some(code.to_owned()))
        }
        _ => (stem, None),
    };
    if name == "index" {
        let (around, own) = folder.rsplit_once('/').unwrap_or(("", folder));
        return (Place { folder: around.to_owned(), name: own.to_owned(), bundle: true }, code);
    }
    (Place { folder: folder.to_owned(), name: name.to_owned(), bundle: false }, code)
}

/// The kind that each top folder's items have, from `_index.md` before `warta.yaml`.
fn kind_of_folders(config: &Config, sections: &[Arc<Source>]) -> Vec<(String, Kind)> {
    let mut kinds = Vec::new();
    for source in sections {
        let Ok(split) = front_matter::split(source) else { continue };
        let read = crate::yaml::read::<SectionFields>(source, split.yaml);
        if let Some(kind) = read.value.kind {
            kinds.push((place(&source.path).0.folder, kind));
        }
    }
    kinds.extend(config.sections.iter().filter_map(|(name, section)| Some((name.clone(), section.kind?))));
    kinds
}

/// The kind of items in the nearest folder that names one.
fn kind_of(kinds: &[(String, Kind)], path: &str) -> Kind {
    let mut folder = place(path).0.folder;
    loop {
        if let Some((_, kind)) = kinds.iter().find(|(name, _)| *name == folder) {
            return *kind;
        }
        match folder.rsplit_once('/') {
            Some((around, _)) => folder = around.to_owned(),
            None if folder.is_empty() => return Kind::Page,
            None => folder.clear(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places() {
        let of = |path: &str| {
            let (place, code) = place(path);
            (place.folder, place.name, place.bundle, code)
        };
        assert_eq!(of("content/tentang.md"), ("".into(), "tentang".into(), false, None));
        assert_eq!(of("content/a/b/nama.en.md"), ("a/b".into(), "nama".into(), false, Some("en".into())));
        assert_eq!(of("content/a/b/index.md"), ("a".into(), "b".into(), true, None));
        assert_eq!(of("content/a/rapat-no.12.md"), ("a".into(), "rapat-no.12".into(), false, None));
    }
}
