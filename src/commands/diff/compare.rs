//! What differs between two built sites.
//!
//! Pages are HTML; everything else is compared by its bytes. The manifest follows from the other files and is left aside. The
//! hash in the name of an asset, and the checksum beside it, say nothing that the asset itself does not.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;

use rayon::prelude::*;

use crate::formats::words::words;
use crate::read::{self, FileRef, built};
use crate::write;

/// Words around a difference.
const AROUND: usize = 4;

/// Most words of a difference that are shown.
const SHOWN: usize = 12;

/// Words that two texts have in common when they go on alike.
const ALIKE: usize = 3;

/// Two sites compared; paths in order.
#[derive(Debug, Default)]
pub(super) struct Comparison {
    /// Pages that say something else.
    pub(super) text: Vec<Words>,
    /// Pages that say the same in other markup.
    pub(super) markup: Vec<String>,
    /// Pages in which only addresses of assets differ.
    pub(super) assets: Vec<String>,
    /// Pages that came.
    pub(super) new: Vec<String>,
    /// Pages that went.
    pub(super) gone: Vec<String>,
    /// Files that are no pages.
    pub(super) others: Vec<Other>,
    /// How many are the same.
    pub(super) same: usize,
}

/// The first words in which two versions of a page differ, with a few around them.
#[derive(Debug)]
pub(super) struct Words {
    pub(super) path: String,
    pub(super) before: String,
    pub(super) after: String,
}

/// A file that is no page.
#[derive(Debug)]
pub(super) enum Other {
    Changed(String),
    /// An asset with another content, and so with another name.
    Renamed(String, String),
    New(String),
    Gone(String),
}

impl Comparison {
    pub(super) fn is_equal(&self) -> bool {
        let pages = [&self.markup, &self.assets, &self.new, &self.gone];
        self.text.is_empty() && self.others.is_empty() && pages.iter().all(|paths| paths.is_empty())
    }
}

/// What became of a file that both sites have.
enum Verdict {
    Same,
    Text(Words),
    Markup,
    Assets,
    Changed,
}

type Trouble = (PathBuf, io::Error);

/// Compares the files of two sites, each in the order of paths.
pub(super) fn compare(before: &[FileRef], after: &[FileRef]) -> Result<Comparison, Trouble> {
    let (pairs, gone, new) = paired(before, after);
    let verdicts = pairs.par_iter().map(|(before, after)| verdict(before, after)).collect::<Result<Vec<_>, _>>()?;
    let mut found = Comparison::default();
    for ((file, _), verdict) in pairs.iter().zip(verdicts) {
        let path = file.path.clone();
        match verdict {
            Verdict::Same => found.same += 1,
            Verdict::Text(words) => found.text.push(words),
            Verdict::Markup => found.markup.push(path),
            Verdict::Assets => found.assets.push(path),
            Verdict::Changed => found.others.push(Other::Changed(path)),
        }
    }
    let (gone_pages, gone): (Vec<&FileRef>, Vec<&FileRef>) = gone.into_iter().partition(|file| is_page(file));
    let (new_pages, new): (Vec<&FileRef>, Vec<&FileRef>) = new.into_iter().partition(|file| is_page(file));
    let paths = |files: Vec<&FileRef>| files.into_iter().map(|file| file.path.clone()).collect();
    (found.gone, found.new) = (paths(gone_pages), paths(new_pages));
    found.others.extend(came_and_went(&gone, &new));
    found.others.sort_by(|a, b| a.path().cmp(b.path()));
    Ok(found)
}

impl Other {
    fn path(&self) -> &str {
        match self {
            Other::Changed(path) | Other::Renamed(path, _) | Other::New(path) | Other::Gone(path) => path,
        }
    }
}

type Pairs<'a> = Vec<(&'a FileRef, &'a FileRef)>;

/// Files of both sites, of the first alone, of the second alone.
fn paired<'a>(before: &'a [FileRef], after: &'a [FileRef]) -> (Pairs<'a>, Vec<&'a FileRef>, Vec<&'a FileRef>) {
    let is_output = |file: &&FileRef| file.path != write::MANIFEST_NAME;
    let (mut before, mut after) =
        (before.iter().filter(is_output).peekable(), after.iter().filter(is_output).peekable());
    let (mut pairs, mut gone, mut new) = (Vec::new(), Vec::new(), Vec::new());
    loop {
        let order = match (before.peek(), after.peek()) {
            (Some(first), Some(second)) => first.path.cmp(&second.path),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => return (pairs, gone, new),
        };
        match order {
            Ordering::Less => gone.extend(before.next()),
            Ordering::Greater => new.extend(after.next()),
            Ordering::Equal => pairs.extend(before.next().zip(after.next())),
        }
    }
}

/// Files that only one site has; an asset under two names is one that changed.
fn came_and_went(gone: &[&FileRef], new: &[&FileRef]) -> Vec<Other> {
    let mut names: BTreeMap<String, (Vec<&str>, Vec<&str>)> = BTreeMap::new();
    for file in gone {
        names.entry(without_hashes(&file.path)).or_default().0.push(&file.path);
    }
    for file in new {
        names.entry(without_hashes(&file.path)).or_default().1.push(&file.path);
    }
    let others = names.into_values().flat_map(|(gone, new)| match (gone.as_slice(), new.as_slice()) {
        ([before], [after]) => vec![Other::Renamed((*before).to_owned(), (*after).to_owned())],
        _ => {
            let gone = gone.into_iter().map(|path| Other::Gone(path.to_owned()));
            gone.chain(new.into_iter().map(|path| Other::New(path.to_owned()))).collect()
        }
    });
    others.collect()
}

fn is_page(file: &FileRef) -> bool {
    file.path.ends_with(".html") || file.path.ends_with(".htm")
}

fn verdict(before: &FileRef, after: &FileRef) -> Result<Verdict, Trouble> {
    if built::same(before, after)? {
        return Ok(Verdict::Same);
    }
    if !is_page(before) {
        return Ok(Verdict::Changed);
    }
    let load = |file: &FileRef| {
        let bytes = read::bytes(file).map_err(|error| (file.absolute.clone(), error))?;
        Ok::<_, Trouble>(String::from_utf8_lossy(&bytes).into_owned())
    };
    let (old, new) = (load(before)?, load(after)?);
    let (old_words, new_words) = (words(&old), words(&new));
    Ok(if old_words != new_words {
        let (first, second) = first_difference(&old_words, &new_words);
        Verdict::Text(Words { path: before.path.clone(), before: first, after: second })
    } else if without_hashes(&old) == without_hashes(&new) {
        Verdict::Assets
    } else {
        Verdict::Markup
    })
}

/// The first words that differ, in both texts, with a few words around them.
fn first_difference(before: &[String], after: &[String]) -> (String, String) {
    let start = before.iter().zip(after).take_while(|(a, b)| a == b).count();
    let rests = [before, after].map(|words| words.get(start..).unwrap_or_default());
    let (old, new) = until_agreement(rests).unwrap_or((SHOWN, SHOWN));
    let excerpt = |words: &[String], count: usize| {
        let (from, to) = (start.saturating_sub(AROUND), (start + count + AROUND).min(words.len()));
        let mut text = words.get(from..to).unwrap_or_default().join(" ");
        if from > 0 {
            text.insert_str(0, "… ");
        }
        if to < words.len() {
            text.push_str(" …");
        }
        text
    };
    (excerpt(before, old), excerpt(after, new))
}

/// How many words of each text pass before both go on alike; none where that is too far.
fn until_agreement([before, after]: [&[String]; 2]) -> Option<(usize, usize)> {
    let next = |words: &[String], skipped: usize| words.iter().skip(skipped).take(ALIKE).cloned().collect::<Vec<_>>();
    let is_agreed = |(old, new): &(usize, usize)| {
        *old <= before.len() && *new <= after.len() && next(before, *old) == next(after, *new)
    };
    // The fewest words first.
    let counts = (0..=2 * SHOWN).flat_map(|all| (0..=all).map(move |old| (old, all - old)));
    counts.filter(|(old, new)| *old <= SHOWN && *new <= SHOWN).find(is_agreed)
}

/// A text in which assets have their plain names, and no checksums.
fn without_hashes(text: &str) -> String {
    replaced(&replaced(text, "sha384-", |_| String::new()), "aset/", without_hash)
}

/// A text in which what stands behind each `mark`, up to the end of its name, is replaced.
fn replaced(text: &str, mark: &str, replacement: impl Fn(&str) -> String) -> String {
    let mut new = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((head, tail)) = rest.split_once(mark) {
        new.push_str(head);
        new.push_str(mark);
        let is_inside = |letter: char| letter.is_ascii_alphanumeric() || "-_.+/=".contains(letter);
        let (name, tail) = tail.split_at(tail.find(|letter| !is_inside(letter)).unwrap_or(tail.len()));
        new.push_str(&replacement(name));
        rest = tail;
    }
    new.push_str(rest);
    new
}

/// `balai.1a2b3c4d.css` → `balai.css`
fn without_hash(name: &str) -> String {
    let is_hash = |part: &&str| part.len() == 8 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    let parts: Vec<&str> = name.split('.').collect();
    let hash = parts.iter().rposition(is_hash).filter(|at| *at > 0);
    let kept = parts.iter().enumerate().filter(|(at, _)| Some(*at) != hash).map(|(_, part)| *part);
    kept.collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_assets_are_compared_without_hashes() {
        assert_eq!(
            without_hashes(
                "<link href=\"/aset/a.1a2b3c4d.css\" integrity=\"sha384-AB+/9=\"> aset/b.svg aset/1a2b3c4d.js"
            ),
            "<link href=\"/aset/a.css\" integrity=\"sha384-\"> aset/b.svg aset/1a2b3c4d.js"
        );
    }

    #[test]
    fn the_first_difference_has_words_around_it() {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let shown = |a: &str, b: &str| first_difference(&words(a), &words(b));
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(shown("a b c", "a x c"), pair("a b c", "a x c"));
        assert_eq!(
            shown("1 2 3 4 5 6 b 1 2 3 4 5", "1 2 3 4 5 6 1 2 3 4 5"),
            pair("… 3 4 5 6 b 1 2 3 4 …", "… 3 4 5 6 1 2 3 4 …")
        );
        assert_eq!(shown("a a", "a a a"), pair("a a", "a a a"));
        // A later difference is not a part of the first.
        assert_eq!(shown("a x c d e f g h i j y", "a c d e f g h i j z"), pair("a x c d e f …", "a c d e f …"));
        let long = (0..99).map(|number| number.to_string()).collect::<Vec<_>>().join(" ");
        assert!(shown(&long, "x").0.ends_with(" 15 …"));
    }
}
