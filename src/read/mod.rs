//! Lists and loads every file of a project; the only reader of files.
//!
//! Text files come back whole as [`Source`]s (no byte order mark, `\n` at line ends), binaries only as [`FileRef`]s with
//! their size, to be streamed when they are published. Files are listed in the order of their paths whatever the file system
//! gives. Hidden files and what editors leave behind are passed over. Links may point inside the project only.

mod again;
pub mod built;
mod changes;
pub mod facts;
mod fingerprint;
mod listing;
pub mod picture;
mod pieces;
pub mod sealed;
mod stamp;
mod texts;
pub mod theme;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use rayon::prelude::*;

pub use again::{Hint, Look, Project, Reach};
pub use fingerprint::{fingerprint, program};
pub use listing::{Listed, content};
pub use pieces::Pieces;
pub use stamp::Stamp;
pub use texts::{NAME as TEXTS, Texts};
pub use theme::{EMBEDDED_THEME, KnownTheme, ThemeLayer, ThemeManifest, known_themes};

use crate::config::{self, Config};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{self, Again, Source};

/// A file that is not loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRef {
    /// The folder of the project that was listed: `content`, `static`.
    pub folder: Arc<str>,
    /// From there, `/` between parts.
    pub path: String,
    /// On this machine.
    pub absolute: PathBuf,
    /// Bytes.
    pub size: u64,
    /// What tells whether it was touched since.
    pub stamp: Stamp,
    /// When the system last changed anything of it, in nanoseconds since 1970.
    pub changed: i128,
    /// Width and height in pixels, of a picture below `content/` or `static/` whose header tells.
    pub picture: Option<(u32, u32)>,
}

impl FileRef {
    /// From the project's root.
    pub fn shown(&self) -> String {
        format!("{}/{}", self.folder, self.path)
    }
}

/// Everything that was read.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// Markdown below `content/`; paths from there.
    pub markdown: Vec<Arc<Source>>,
    /// `*.komentar.yaml` below `content/`.
    pub comments: Vec<Arc<Source>>,
    /// Every other file below `content/`.
    pub files: Vec<FileRef>,
    /// Text files below `data/`, by path from the project's root.
    pub data: BTreeMap<String, Arc<Source>>,
    /// Files below `static/`.
    pub statics: Vec<FileRef>,
    /// `addresses.yaml`, if there is one.
    pub ledger: Option<Arc<Source>>,
    /// Site overrides, theme, and the themes it extends.
    pub layers: Vec<ThemeLayer>,
    /// How texts of items are had again that are let go when they are parsed; none where they are held to the end.
    pub again: Option<Again>,
    /// Files and folders that are there and could not be read, by path from the project's root. That others name them is no
    /// second mistake.
    pub lost: Vec<String>,
}

/// The project's folder for content, and the start of the paths of its sources.
pub const CONTENT: &str = "content";

/// The ledger of addresses, in the project's root.
pub const LEDGER: &str = "addresses.yaml";

/// The project's folders that are read.
pub const FOLDERS: [&str; 7] = [CONTENT, "assets", "data", "i18n", "static", "templates", "themes"];

/// Reads `warta.yaml`.
///
/// # Errors
/// It is missing, unreadable or not UTF-8.
pub fn configuration(root: &Path) -> Result<Arc<Source>, Box<Diagnostic>> {
    let path = root.join(config::FILE);
    match text(&path, config::FILE) {
        Ok((source, found)) => match found.into_iter().next() {
            Some(found) => Err(Box::new(found)),
            None => Ok(source),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Err(Box::new(Diagnostic::new(Code::NoConfig).with("folder", root.display().to_string())))
        }
        Err(error) => Err(Box::new(unreadable(config::FILE, &error))),
    }
}

/// Reads the project.
pub fn project(root: &Path, config: &Config) -> (Sources, Diagnostics) {
    Project::read(root, config).sources()
}

/// What a run begins with that ends with what it makes.
#[derive(Debug)]
pub struct Begun {
    /// The clock of the machine before the first look.
    pub clock: Timestamp,
    /// What lies below `content/`.
    pub content: Listed,
    /// Texts that an earlier run read.
    pub texts: Texts,
}

/// Reads the project for a run that ends with what it makes: the texts of items need not be held, and those that an earlier run read are
/// read when they are asked for. Gives what is to be kept of texts for the next run, where that is new.
pub fn project_once(root: &Path, config: &Config, begun: Begun) -> (Sources, Option<Vec<u8>>, Diagnostics) {
    let Begun { clock, content, texts } = begun;
    let folder = root.to_owned();
    let again = Again::new(move |path| Some(plain(lossy(read_file(&folder.join(path)).ok()?).0)));
    let project = Project::read_beside(root, config, content, &texts, &again);
    let (sources, found) = project.sources();
    (Sources { again: Some(again), ..sources }, project.texts(texts, clock), found)
}

/// The whole of a file that was listed, for tables and checksums.
///
/// # Errors
/// The system's own.
pub fn bytes(file: &FileRef) -> io::Result<Vec<u8>> {
    read_file(&file.absolute)
}

/// A file that was listed, as text, and what is wrong with its characters.
///
/// # Errors
/// The system's own.
pub fn text_of(file: &FileRef) -> io::Result<(Arc<Source>, Diagnostics)> {
    text(&file.absolute, &file.shown())
}

/// Width and height of a picture; none for other files, and where its header does not tell.
fn picture_size(file: &FileRef) -> Option<(u32, u32)> {
    // Cameras write `FOTO.JPG`.
    let ending = facts::ending(&file.path)?;
    if !["avif", "gif", "jpeg", "jpg", "png", "webp"].contains(&ending.as_str()) {
        return None;
    }
    let size = imagesize::size(&file.absolute).ok()?;
    let (width, height) = (u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?);
    let is_on_its_side = || {
        let mut head = Vec::new();
        open(file)?.take(picture::HEAD).read_to_end(&mut head)?;
        io::Result::Ok(picture::is_on_its_side(&head))
    };
    let is_jpeg = matches!(ending.as_str(), "jpeg" | "jpg");
    Some(if is_jpeg && is_on_its_side().unwrap_or(false) { (height, width) } else { (width, height) })
}

/// Width and height of a picture in memory; none where its header does not tell.
pub fn size_of_picture(bytes: &[u8]) -> Option<(u32, u32)> {
    let size = imagesize::blob_size(bytes).ok()?;
    Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?))
}

/// A text file of the project by its path from the root, as it was read; none when it cannot be.
pub fn source(root: &Path, path: &str) -> Option<Arc<Source>> {
    text(&root.join(path), path).ok().map(|(source, _)| source)
}

/// The whole of a file, for tests of equality and caches; none when it cannot be read.
pub fn cache(path: &Path) -> Option<Vec<u8>> {
    read_file(path).ok()
}

/// So much of a large file is read at once.
const PART: usize = 1 << 20;

/// The same of a large file, on all cores: most of the time goes into memory that is touched for the first time.
pub fn large_cache(path: &Path) -> Option<Vec<u8>> {
    let file = fs::File::open(path).ok()?;
    let mut bytes = vec![0; usize::try_from(file.metadata().ok()?.len()).ok()?];
    let parts = bytes.par_chunks_mut(PART).enumerate();
    parts.try_for_each(|(number, part)| file.read_exact_at(part, (number * PART) as u64)).ok()?;
    Some(bytes)
}

/// Opens a file that was listed, to be sent. It may have become a link since, which is not followed out of its folder's project.
///
/// # Errors
/// The system's own; that it is no file any more, or leads elsewhere.
pub fn open(file: &FileRef) -> io::Result<fs::File> {
    let parts = Path::new(file.folder.as_ref()).components().chain(Path::new(&file.path).components()).count();
    let root = file.absolute.ancestors().nth(parts).unwrap_or(&file.absolute);
    let real = fs::canonicalize(&file.absolute)?;
    // An empty path is the folder that the program was started in.
    let root = fs::canonicalize(if root.as_os_str().is_empty() { Path::new(".") } else { root })?;
    let opened = fs::File::open(&real)?;
    if real.starts_with(root) && opened.metadata()?.is_file() {
        Ok(opened)
    } else {
        Err(io::ErrorKind::PermissionDenied.into())
    }
}

/// A folder by its own name, whatever links lead to it: as the system names it in its events.
pub fn real(folder: &Path) -> PathBuf {
    fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned())
}

/// Whether a file is there.
pub fn is_file(path: &Path) -> bool {
    path.is_file()
}

#[allow(clippy::disallowed_methods, reason = "this is the only reader")]
fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    fs::read(path)
}

/// Whether a file below `content/` holds comments.
pub fn is_comments(path: &str) -> bool {
    path.ends_with(".komentar.yaml") || path == "komentar.yaml" || path.ends_with("/komentar.yaml")
}

/// Whether a Markdown file is a section's, `_index.md` or `_index.en.md`.
pub fn is_section(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    without_markdown_ending(name).is_some_and(|stem| stem == "_index" || stem.starts_with("_index."))
}

/// Endings of files that hold an item, in letters of any size: what a writer takes for a text must never be published as a file, with
/// all that its fields withhold.
const MARKDOWN: [&str; 2] = [".md", ".markdown"];

/// The path of a Markdown file without its ending; none for other files.
pub fn without_markdown_ending(path: &str) -> Option<&str> {
    MARKDOWN.iter().find_map(|ending| {
        let (stem, own) = path.split_at_checked(path.len().checked_sub(ending.len())?)?;
        own.eq_ignore_ascii_case(ending).then_some(stem)
    })
}

/// The path of a file as an item's: `a.txt` → `a.md`, `a.md.txt` → `a.md`, as it is where a program shows no endings.
pub fn named_as_item(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem =
        name.rsplit_once('.').map_or(path, |(_, ending)| path.get(..path.len() - ending.len() - 1).unwrap_or(path));
    if without_markdown_ending(stem).is_some() { stem.to_owned() } else { format!("{stem}.md") }
}

fn has_extension(path: &str, extensions: &[&str]) -> bool {
    Path::new(path).extension().and_then(OsStr::to_str).is_some_and(|extension| extensions.contains(&extension))
}

type Loaded = (String, io::Result<(Arc<Source>, Diagnostics)>);

/// Loads text files on all cores, in the order given; paths come back with `folder` in front.
fn load(files: Vec<FileRef>, folder: &str) -> Vec<Loaded> {
    files
        .into_par_iter()
        .map(|file| {
            let path = format!("{folder}/{}", file.path);
            let loaded = text(&file.absolute, &path);
            (path, loaded)
        })
        .collect()
}

fn text(path: &Path, shown: &str) -> io::Result<(Arc<Source>, Diagnostics)> {
    Ok(decoded(shown, read_file(path)?))
}

/// Text as the rest of the program wants it, and what is wrong with its characters.
pub fn decoded(shown: &str, bytes: Vec<u8>) -> (Arc<Source>, Diagnostics) {
    let mut found = Diagnostics::new();
    let (text, wrong) = lossy(bytes);
    if let Some(at) = wrong {
        let source = Source::new(shown, text.as_str());
        found.push(Diagnostic::at(Code::NotUtf8, &source, at..at + '\u{fffd}'.len_utf8()));
    }
    let source = Source::new(shown, plain(text));
    if let Some((at, odd)) = source::forbidden(source.text()) {
        found.push(Diagnostic::forbidden(odd, &source, at..at + odd.len_utf8()));
    }
    (source, found)
}

/// Bytes as text, and where they are the first time none.
fn lossy(bytes: Vec<u8>) -> (String, Option<usize>) {
    String::from_utf8(bytes).map_or_else(
        |error| (String::from_utf8_lossy(error.as_bytes()).into_owned(), Some(error.utf8_error().valid_up_to())),
        |text| (text, None),
    )
}

/// Without a byte order mark, and with `\n` at the ends of lines.
fn plain(text: String) -> String {
    let text = match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}

fn unreadable(path: &str, error: &io::Error) -> Diagnostic {
    Diagnostic::new(Code::Unreadable).with("path", path).because(error)
}
