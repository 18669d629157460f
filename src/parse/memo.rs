//! Items as an earlier run parsed them, so that a text is parsed once, however often the site is built.
//!
//! Key: the program, the configuration, the kinds of folders and the words of proofreading, for all of them; for each item its path and its
//! text. What is kept is what [`document`](super::document) made of just these, so it never changes. Items with a mistake are not kept.
//! The file may be lost or damaged at any moment: then every text is parsed again.
//!
//! One item is one line: the hash of its path and text, that of what stands above the text, its kind, its fields and the rest, both as JSON,
//! with tabs between; the last line is a checksum. The text itself is not looked at when an item comes back: a build that knows it by its
//! file's stamp need not read it for that.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io;
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::Xxh3;

use super::body::Body;
use super::{Document, FrontMatter, Lexicon, MarkdownField, note_field, place};
use crate::config::{Config, Kind};
use crate::diagnostic::{Diagnostics, Told};
use crate::digest::Digest;
use crate::locale::slug::slugify;
use crate::read::sealed::unseal_text;
use crate::source::Source;
use crate::yaml::Scalar;

/// Name of what is kept in the cache.
pub const NAME: &str = "items";

/// First line; another one means another format.
const HEADER: &str = "warta-items 3";

/// What an earlier run parsed.
#[derive(Debug, Default)]
pub struct Memo {
    program: Option<String>,
    text: String,
    /// Under which conditions.
    under: String,
    lines: HashMap<u128, Range<usize>>,
}

/// What is kept of an item beside its fields.
#[derive(Serialize)]
struct Rest<'a> {
    lang: &'a str,
    yaml: &'a Range<usize>,
    body: &'a Body,
    #[serde(skip_serializing_if = "Option::is_none")]
    notes: Option<(&'a Body, &'a Range<usize>)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    found: Vec<Told>,
}

#[derive(Deserialize)]
struct RestAgain {
    lang: String,
    yaml: Range<usize>,
    body: Body,
    #[serde(default)]
    notes: Option<(Body, Range<usize>)>,
    #[serde(default)]
    found: Vec<Told>,
}

impl Memo {
    /// What this program kept, from the bytes of the cache; nothing where they are damaged. Without the program's name nothing is kept.
    pub fn new(program: Option<String>, bytes: Option<Vec<u8>>) -> Memo {
        let nothing = |program| Memo { program, ..Memo::default() };
        if program.is_none() {
            return nothing(None);
        }
        let read = bytes.and_then(|bytes| String::from_utf8(bytes).ok()).and_then(|text| {
            let (under, lines) = lines(&text)?;
            Some((under.to_owned(), lines, text))
        });
        match read {
            Some((under, lines, text)) => Memo { program, text, under, lines },
            None => nothing(program),
        }
    }

    /// What the items of a site have in common, as text; none where nothing is to be kept.
    pub(super) fn conditions(&self, config: &Config, kinds: &[(String, Kind)], lexicon: &Lexicon) -> Option<String> {
        let base = config.base_url.absolute("");
        let words = format!("{kinds:?} {:?}", lexicon.entries());
        let parts = [self.program.as_ref()?, config.source.text(), &base, &words];
        Some(format!("{:032x}", Digest::of(parts.map(str::as_bytes)).long()))
    }

    /// The item of a source and what was found in it, if it was parsed under these conditions.
    pub(super) fn recall(
        &self,
        source: &Arc<Source>,
        config: &Config,
        under: Option<&str>,
    ) -> Option<(Document, Diagnostics)> {
        if under != Some(self.under.as_str()) {
            return None;
        }
        let line = self.text.get(self.lines.get(&key(source))?.clone())?;
        read(line, source, config)
    }

    /// All these items, to be written for the next run; none where it has them already.
    pub(super) fn renewed<'a>(
        &'a self,
        under: &'a str,
        items: Vec<(&'a Document, &'a Diagnostics)>,
        config: &'a Config,
    ) -> Option<Renewed<'a>> {
        let items: Vec<_> = items.into_iter().filter(|(document, _)| !document.broken).collect();
        let renewed = Renewed { memo: self, under, items, config };
        let is_all_there = self.under == under
            && renewed.items.len() == self.lines.len()
            && renewed.items.iter().all(|own| renewed.known(own.0).is_some());
        (!is_all_there).then_some(renewed)
    }
}

/// So many items are made into lines before they are written.
const AT_ONCE: usize = 512;

/// What a memo is to hold next.
pub struct Renewed<'a> {
    memo: &'a Memo,
    under: &'a str,
    items: Vec<(&'a Document, &'a Diagnostics)>,
    config: &'a Config,
}

impl Renewed<'_> {
    /// Whether at most one item in ten is another than before.
    pub fn is_mostly_known(&self) -> bool {
        self.items.iter().filter(|own| self.known(own.0).is_none()).count() * 10 <= self.items.len()
    }

    /// Writes it. Lines that are known are not copied in memory, and few others are there at once.
    ///
    /// # Errors
    /// The writer's own.
    pub fn write_to(&self, out: &mut impl io::Write) -> io::Result<()> {
        let mut sum = Xxh3::new();
        let mut put = |part: &str| {
            sum.update(part.as_bytes());
            out.write_all(part.as_bytes())
        };
        put(&format!("{HEADER}\n{}\n", self.under))?;
        for items in self.items.chunks(AT_ONCE) {
            let lines = items.par_iter().map(|(document, found)| match self.known(document) {
                Some(line) => Cow::Borrowed(line),
                // What has no form in JSON is parsed each time.
                None => Cow::Owned(write(document, found, self.config).map_or_else(String::new, |line| line + "\n")),
            });
            lines.collect::<Vec<Cow<'_, str>>>().iter().try_for_each(|line| put(line))?;
        }
        writeln!(out, "{:016x}", sum.digest())
    }

    /// The line of an item in the memo.
    fn known(&self, document: &Document) -> Option<&str> {
        let Memo { lines, text, under, .. } = self.memo;
        let line = lines.get(&key(&document.source)).filter(|_| under == self.under)?;
        text.get(line.start..line.end + 1)
    }
}

/// The conditions and the lines of a kept text.
fn lines(text: &str) -> Option<(&str, HashMap<u128, Range<usize>>)> {
    let whole = unseal_text(text)?;
    let (header, rest) = whole.split_once('\n')?;
    let (under, rest) = rest.split_once('\n').filter(|_| header == HEADER)?;
    let mut lines = HashMap::new();
    let mut at = whole.len() - rest.len();
    for line in rest.split_terminator('\n') {
        if let Some(hash) = line.get(..32) {
            lines.insert(u128::from_str_radix(hash, 16).ok()?, at..at + line.len());
        }
        at += line.len() + 1;
    }
    Some((under, lines))
}

/// Two items with one path and one text are the same.
fn key(source: &Source) -> u128 {
    Digest::of([source.path.as_bytes(), &source.hash().to_le_bytes()]).long()
}

fn write(document: &Document, found: &Diagnostics, config: &Config) -> Option<String> {
    let Document { source, head, place: _, slug: _, lang, front, body, notes, broken: _, misplaced: _ } = document;
    let rest = Rest {
        lang: &config.language(*lang).code,
        yaml: &front.yaml,
        body,
        notes: notes.as_deref().map(|notes| (&notes.body, &notes.span)),
        found: found.iter().map(Told::of).collect(),
    };
    let (fields, rest) = (serde_json::to_string(front).ok()?, serde_json::to_string(&rest).ok()?);
    let line = format!("{:032x}\t{head:032x}\t{}\t{fields}\t{rest}", key(source), front.kind.kind().word());
    // All sites of all tests are built through here. A text that is another by now cannot be compared.
    if cfg!(debug_assertions)
        && let Some(source) = source.whole()
    {
        let again = read(&line, &source, config);
        assert_eq!(again.as_ref().map(|own| content(&own.0, &own.1)), Some(content(document, found)));
    }
    Some(line)
}

/// All that is to come back, as text.
fn content(document: &Document, found: &Diagnostics) -> String {
    let Document { source, head, place, slug, lang, front, body, notes, broken, misplaced } = document;
    let FrontMatter { yaml, common, kind, dates, .. } = front;
    let notes = notes.as_deref().map(|notes| (notes.source.text(), &notes.body, &notes.span));
    format!(
        "{} {head:x} {place:?} {slug} {lang:?} {yaml:?} {common:?} {kind:?} {dates:?} {body:?} {notes:?} {broken} {misplaced} {found:?}",
        source.path
    )
}

fn read(line: &str, source: &Arc<Source>, config: &Config) -> Option<(Document, Diagnostics)> {
    let mut columns = line.splitn(5, '\t').skip(1);
    let head = u128::from_str_radix(columns.next()?, 16).ok()?;
    let kind = Kind::from_scalar(columns.next()?).ok()?;
    let fields = columns.next()?;
    let RestAgain { lang, yaml, body, notes, found } = serde_json::from_str(columns.next()?).ok()?;
    let lang = config.lang_of(&lang)?;
    let found = found.into_iter().map(|told| told.again(|path| (path == source.path).then(|| Arc::clone(source))));
    let found = found.collect::<Option<Diagnostics>>()?;
    let front = FrontMatter::again(source, yaml, (kind, fields), config)?;
    let text = note_field(&front).map(|(_, text)| Source::new(source.path.as_str(), text));
    let notes = match (notes, text) {
        (Some((body, span)), Some(source)) => Some(Box::new(MarkdownField { source, body, span })),
        (None, None) => None,
        _ => return None,
    };
    let place = place(&source.path).0;
    let slug = slugify(&place.name);
    // An item without a mistake has its language where its name says.
    let (broken, misplaced) = (false, false);
    Some((
        Document { source: Arc::clone(source), head, place, slug, lang, front, body, notes, broken, misplaced },
        found,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{self, UnknownKeys};
    use crate::parse::document;

    const ITEM: &str = "---\njudul: 'Satu: \"dua\"'\ntanggal: 4 Juni 2010 pukul 09.30 WITA\nlabel: [a, 2010, 1.10]\nkonsep: ya\ntokoh: [ani, { tokoh: budi, sebagai: pembicara }]\ntambahan: { a: 0.1, b: -3, c: [x, null], d: { e: 18446744073709551615 } }\nnotes_to_editors: \"**Tebal**\\nbaris\"\nnarahubung: [humas, { nama: Budi, surel: budi@example.com }]\n---\n# Judul {#sini}\n\nSenin  4 Juni 2010 [tautan](a.md \"x\"), \u{201c}kutipan\u{201d}.[^1]\n\n{{<figure src=\"a.jpg\" width=0.1 wide=true n=-3/>}}\n\n[^1]: Catatan.\n";

    fn config() -> Config {
        let settings = "title: Humas\nbase_url: https://humas.example\ntime_zone: WIB\n";
        let mut config = config::resolve(&Source::new("warta.yaml", settings), None).0.unwrap();
        config.unknown_keys = UnknownKeys::Warn;
        config
    }

    fn all_of(renewed: Option<Renewed<'_>>) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        renewed?.write_to(&mut bytes).unwrap();
        Some(bytes)
    }

    fn kept(program: &str, config: &Config, text: &str) -> (Arc<Source>, String, Vec<u8>, String) {
        let source = Source::new("content/siaran/a.md", text);
        let (document, found) = document(&source, config, Kind::PressRelease, &Lexicon::default());
        let memo = Memo::new(Some(program.to_owned()), None);
        let under = memo.conditions(config, &[], &Lexicon::default()).unwrap();
        let bytes = all_of(memo.renewed(&under, vec![(&document, &found)], config)).unwrap();
        (source, under, bytes, content(&document, &found))
    }

    #[test]
    fn an_item_comes_back_as_it_was_parsed() {
        let config = config();
        let (source, under, bytes, written) = kept("p", &config, ITEM);
        let memo = Memo::new(Some("p".to_owned()), Some(bytes.clone()));
        let (document, found) = memo.recall(&source, &config, Some(&under)).unwrap();
        assert_eq!(content(&document, &found), written);
        assert!(found.iter().count() > 1, "{found:?}");
        assert_eq!(all_of(memo.renewed(&under, vec![(&document, &found)], &config)), None);
        // What another program kept is thrown away, and the item is written anew.
        let other = all_of(memo.renewed("other", vec![(&document, &found)], &config)).unwrap();
        assert_eq!(other.len(), bytes.len() - under.len() + "other".len());
        assert_eq!(
            all_of(memo.renewed(&under, vec![], &config)).map(|bytes| bytes.len()),
            Some(HEADER.len() + 32 + 16 + 3)
        );
    }

    #[test]
    fn another_text_path_program_or_setting_is_not_known() {
        let config = config();
        let (source, under, bytes, _) = kept("p", &config, ITEM);
        let memo = Memo::new(Some("p".to_owned()), Some(bytes));
        for other in
            [Source::new("content/siaran/b.md", ITEM), Source::new("content/siaran/a.md", ITEM.replace("Satu", "Dua"))]
        {
            assert!(memo.recall(&other, &config, Some(&under)).is_none());
        }
        let settings = config.source.text().replace("WIB", "WIT");
        let elsewhere = config::resolve(&Source::new("warta.yaml", settings), None).0.unwrap();
        let moved = config::resolve(&config.source, Some("https://lain.example")).0.unwrap();
        let words = Lexicon::new([("ijin", "izin")], []);
        let conditions = [
            memo.conditions(&elsewhere, &[], &Lexicon::default()),
            memo.conditions(&moved, &[], &Lexicon::default()),
            memo.conditions(&config, &[("siaran".to_owned(), Kind::Page)], &Lexicon::default()),
            memo.conditions(&config, &[], &words),
            Memo::new(Some("q".to_owned()), None).conditions(&config, &[], &Lexicon::default()),
            Memo::new(None, None).conditions(&config, &[], &Lexicon::default()),
        ];
        for other in conditions {
            assert_ne!(other.as_deref(), Some(under.as_str()));
            assert!(memo.recall(&source, &config, other.as_deref()).is_none());
        }
    }

    #[test]
    fn a_damaged_file_is_none() {
        let config = config();
        let (source, under, bytes, _) = kept("p", &config, ITEM);
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1;
            for bytes in [damaged, bytes[..at].to_vec()] {
                let memo = Memo::new(Some("p".to_owned()), Some(bytes));
                assert!(memo.recall(&source, &config, Some(&under)).is_none(), "{at}");
            }
        }
    }
}
