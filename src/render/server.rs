//! What web servers are told of a site: [`Rules`] from a snapshot, and the files made of them.

use std::collections::BTreeMap;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};

use super::view::View;
use crate::formats::media;
use crate::formats::server::{Address, Moved, Rules, Varying, apache, caddy, netlify, nginx};
use crate::plan::{Old, Recipe};

/// All but what stands in an address as it is in every grammar.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// Files with a hash in their name never change.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// The files for servers, in the order of their names.
pub(super) fn files(view: &View) -> Vec<(&'static str, Vec<u8>)> {
    let rules = rules(view);
    let mut files = vec![
        ("_headers", netlify::headers(&rules)),
        ("_redirects", netlify::redirects(&rules)),
        ("apache.conf", apache::file(&rules)),
        ("caddy", caddy::file(&rules)),
    ];
    files.extend(nginx::files(&rules));
    files
}

fn rules(view: &View) -> Rules {
    let base = &view.config.base_url;
    let root = |path: &str| base.relative(path);
    let address = |old: &Old| Address { path: [base.path.as_bytes(), &old.path].concat(), query: old.query.clone() };
    let moved = view.plan.moves.moved().map(|(old, id)| {
        let to = root(&view.site.page(id).path);
        Moved { from: address(old), to: percent_encode(to.as_bytes(), PLAIN).to_string() }
    });
    let missing = view.plan.outputs.iter().filter_map(|output| match output.recipe {
        Recipe::NotFound(lang) => {
            let below = root(&format!("{}/", view.config.lang_prefix(lang)));
            Some((lang, (below, root(&format!("/{}", output.path)))))
        }
        _ => None,
    });
    let missing: BTreeMap<_, _> = missing.collect();
    let mut endings = BTreeMap::new();
    for output in &view.plan.outputs {
        if let Some(ending) = media::ending(&output.path) {
            endings.entry(ending).or_insert(());
        }
    }
    let endings = endings.into_keys().map(|ending| {
        let media = media::of_ending(&ending);
        (ending, media)
    });
    Rules {
        site: format!("{}/", base.absolute("")),
        base: root("/"),
        moved: moved.collect(),
        gone: view.plan.moves.gone().map(address).collect(),
        headers: view.config.headers.0.clone(),
        varying: vec![
            Varying {
                name: "Cache-Control",
                // Kept, and asked for anew before it is shown (RFC 9111 §5.2.2.4).
                otherwise: Some("no-cache"),
                below: vec![(root("/aset/"), FOR_EVER)],
            },
            // Open data may be read by the pages of others (Fetch §3.3.1).
            Varying { name: "Access-Control-Allow-Origin", otherwise: None, below: vec![(root("/api/"), "*")] },
        ],
        missing: missing.into_values().collect(),
        endings: endings.filter(|(_, media)| media != "application/octet-stream").collect(),
        names: media::names().collect(),
    }
}
