//! Old addresses: where each leads now, and those at which nothing is any more.
//!
//! An address is compared as servers compare it: its path decoded to bytes, its query as a browser sends it. Whatever follows as a
//! query changes nothing about an old address that has none of its own.

use std::collections::{BTreeMap, BTreeSet};

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use super::Plan;
use crate::parse::ledger::Ledger;
use crate::site::{PageId, Site};

/// What browsers encode in a query (WHATWG URL, special-query percent-encode set), and the backslash, which is a slash to some.
const QUERY: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'<').add(b'>').add(b'\'').add(b'\\');

/// Addresses that are longer reach no server.
const LONGEST: usize = 2048;

/// An address from the site's root.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Old {
    /// Its path, decoded. It need not be UTF-8: addresses of old sites are in Latin-1, too.
    pub path: Vec<u8>,
    /// Its query, if it asks for one.
    pub query: Option<String>,
}

impl Old {
    /// An address whose path is percent-encoded, as links have it. None for what can be no address.
    pub fn of_link(text: &str) -> Option<Old> {
        let (path, query) = parts(text);
        Old::new(percent_decode_str(path).collect(), query)
    }

    /// An address whose path is not encoded, as the ledger has it.
    pub fn of_path(text: &str) -> Option<Old> {
        let (path, query) = parts(text);
        Old::new(path.as_bytes().to_vec(), query)
    }

    fn new(path: Vec<u8>, query: Option<&str>) -> Option<Old> {
        let query = query.map(|query| utf8_percent_encode(query, QUERY).to_string());
        let length = path.len() + query.as_ref().map_or(0, String::len);
        let is_odd = |byte: &u8| byte.is_ascii_control() || *byte == b'\\';
        let is_sound = path.starts_with(b"/") && length <= LONGEST && !path.iter().any(is_odd);
        is_sound.then_some(Old { path, query })
    }

    /// The same with or without a slash at its end, where both are asked for.
    fn other_spelling(&self) -> Option<Old> {
        let mut path = self.path.clone();
        match path.pop()? {
            b'/' if path.is_empty() => return None,
            b'/' => {}
            last => path.extend([last, b'/']),
        }
        Some(Old { path, query: self.query.clone() })
    }
}

fn parts(text: &str) -> (&str, Option<&str>) {
    text.split_once('?').map_or((text, None), |(path, query)| (path, Some(query)))
}

/// All old addresses of a site.
#[derive(Debug, Default)]
pub struct Moves {
    moved: BTreeMap<Old, PageId>,
    gone: BTreeSet<Old>,
}

impl Moves {
    /// The old addresses of items. Of two that name the same one, the first has it.
    pub(super) fn of_items(site: &Site) -> Moves {
        let mut moves = Moves::default();
        for (id, page) in site.page_ids() {
            for alias in &page.common().aliases {
                let Some(mut old) = Old::of_link(alias) else { continue };
                if old.query.is_none() && !is_file(&old.path) && !old.path.ends_with(b"/") {
                    old.path.push(b'/');
                }
                moves.moved.entry(old).or_insert(id);
            }
        }
        moves
    }

    /// Where each leads, in the order of addresses.
    pub fn moved(&self) -> impl Iterator<Item = (&Old, PageId)> {
        self.moved.iter().map(|(old, id)| (old, *id))
    }

    /// Those at which nothing is any more.
    pub fn gone(&self) -> impl Iterator<Item = &Old> {
        self.gone.iter()
    }

    /// The item that an address leads to now.
    pub fn target(&self, asked: &Old) -> Option<PageId> {
        spellings(asked).iter().find_map(|old| self.moved.get(old)).copied()
    }

    /// Whether something was at an address, and is nowhere now.
    pub fn is_gone(&self, asked: &Old) -> bool {
        spellings(asked).iter().any(|old| self.gone.contains(old))
    }
}

/// Under what an address may be known: with its query, then without.
fn spellings(asked: &Old) -> Vec<Old> {
    let plain = Old { path: asked.path.clone(), query: None };
    let whole = asked.query.is_some().then(|| asked.clone());
    let other = plain.other_spelling();
    whole.into_iter().chain([plain]).chain(other).collect()
}

/// Whether an address is that of a file (`/berita/12.html`); any other is a folder with an index.
pub(super) fn is_file(path: &[u8]) -> bool {
    path.rsplit(|byte| *byte == b'/').next().is_some_and(|last| last.contains(&b'.'))
}

/// The addresses of the ledger that are gone, without those that are there again.
pub fn gone(plan: &Plan, ledger: &Ledger) -> BTreeSet<Old> {
    let gone = ledger.addresses.iter().filter(|(_, written)| written.gone.is_some());
    let is_there = |address: &str, old: &Old| {
        let there = old.query.is_none() && plan.find(&super::file_of(address)).is_some();
        there || plan.moves.moved.contains_key(old)
    };
    gone.filter_map(|(address, _)| Old::of_path(address).filter(|old| !is_there(address, old))).collect()
}

impl Plan {
    /// The plan with the addresses that are gone.
    pub fn with_gone(mut self, ledger: &Ledger) -> Plan {
        self.moves.gone = gone(&self, ledger);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moves(moved: &[&str], gone: &[&str]) -> Moves {
        let old = |text: &&str| Old::of_link(text).unwrap();
        Moves { moved: moved.iter().map(old).zip((0..).map(PageId)).collect(), gone: gone.iter().map(old).collect() }
    }

    #[test]
    fn addresses_are_found_however_they_are_spelt() {
        let moves = moves(&["/lama/", "/?p=12", "/caf%E9/", "/a.html", "/x y/"], &["/hilang/"]);
        let target = |text: &str| Old::of_link(text).and_then(|old| moves.target(&old)).map(|id| id.0);
        for (text, id) in [
            ("/lama/", Some(0)),
            ("/lama", Some(0)),
            ("/%6cama/?utm=1", Some(0)),
            ("/?p=12", Some(1)),
            ("/?p=123", None),
            ("/", None),
            ("/caf%e9/", Some(2)),
            ("/a.html", Some(3)),
            ("/x%20y", Some(4)),
            ("/lama/b/", None),
        ] {
            assert_eq!(target(text), id, "{text}");
        }
        let is_gone = |text: &str| Old::of_link(text).is_some_and(|old| moves.is_gone(&old));
        assert!(is_gone("/hilang") && is_gone("/hilang/?a") && !is_gone("/hilang/a/"));
    }

    #[test]
    fn what_can_be_no_address_is_none() {
        for text in ["", "lama", "/a%0Ab", "/a%00", "/a\\b"] {
            assert_eq!(Old::of_link(text), None, "{text}");
        }
        assert_eq!(Old::of_link(&format!("/{}", "a".repeat(3000))), None);
        assert_eq!(Old::of_link("/?a=\"'\\é").unwrap().query.as_deref(), Some("a=%22%27%5C%C3%A9"));
    }
}
