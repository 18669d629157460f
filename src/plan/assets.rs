//! Files of themes, and of the site's own `assets/`, under names that change with their content.
//!
//! `balai.css` becomes `/aset/balai.1a2b3c4d.css`, so browsers may keep it for a year. A stylesheet's `url(…)` is rewritten
//! to the new names before its own name is made, so a new font makes a new stylesheet. A declaration that is followed by
//! `/* option: accent */` takes the colour that the site gives its theme under that name: the only way for an option into
//! a stylesheet, because no page may hold styles of its own.

use std::collections::BTreeMap;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};
use xxhash_rust::xxh3::xxh3_128;

use crate::read::ThemeLayer;
use crate::site::paths::join;
use crate::yaml::Scalar;
use crate::yaml::scalars::Color;

/// A file that templates ask for.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Path of its address on the site.
    pub path: String,
    /// Its content.
    pub bytes: Arc<Vec<u8>>,
    /// Its hash for subresource integrity (W3C SRI §3.1).
    pub integrity: String,
}

/// Assets by the path under which templates ask for them.
#[derive(Debug, Default)]
pub struct Assets(BTreeMap<String, Asset>);

impl Assets {
    /// The asset that is asked for.
    pub fn get(&self, path: &str) -> Option<&Asset> {
        self.0.get(path)
    }

    /// All assets.
    pub fn iter(&self) -> impl Iterator<Item = &Asset> {
        self.0.values()
    }

    /// The paths under which they are asked for.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// Options that a site gives its theme.
type Options = serde_json::Map<String, serde_json::Value>;

/// Collects the assets of all layers; the first layer that has a path wins.
pub(super) fn collect(layers: &[ThemeLayer], options: &Options) -> Assets {
    let mut files: BTreeMap<&str, &Arc<Vec<u8>>> = BTreeMap::new();
    for layer in layers {
        for (path, bytes) in &layer.assets {
            files.entry(path).or_insert(bytes);
        }
    }
    let mut assets = BTreeMap::new();
    let (styles, others): (Vec<_>, Vec<_>) = files.into_iter().partition(|(path, _)| path.ends_with(".css"));
    for (path, bytes) in others {
        assets.insert(path.to_owned(), asset(path, Arc::clone(bytes)));
    }
    // Stylesheets that import others come after them; a circle of imports keeps the names as they are written.
    let mut waiting: Vec<(&str, &Arc<Vec<u8>>)> = styles;
    while !waiting.is_empty() {
        let names: Vec<&str> = waiting.iter().map(|(path, _)| *path).collect();
        let (ready, blocked): (Vec<_>, Vec<_>) = waiting.into_iter().partition(|(path, bytes)| {
            !imports(path, bytes).iter().any(|name| *name != **path && names.contains(&name.as_str()))
        });
        let (now, later) = if ready.is_empty() { (blocked, Vec::new()) } else { (ready, blocked) };
        for (path, bytes) in now {
            let rewritten = rewrite(path, &with_options(bytes, options), &assets);
            assets.insert(path.to_owned(), asset(path, Arc::new(rewritten)));
        }
        waiting = later;
    }
    Assets(assets)
}

/// The stylesheet with colours of the site in the place of the theme's own.
fn with_options(bytes: &[u8], options: &Options) -> Vec<u8> {
    const OPENING: &str = "/* option: ";
    let Ok(text) = std::str::from_utf8(bytes) else { return bytes.to_vec() };
    let mut styled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(OPENING) {
        let name = within(after).split(" */").next().unwrap_or_default();
        let color =
            options.get(name).and_then(serde_json::Value::as_str).and_then(|text| Color::from_scalar(text).ok());
        // `--accent-seed: #00546e; ` stands before the comment.
        let declaration = before.trim_end().strip_suffix(';').and_then(|before| before.rsplit_once(':'));
        match (color, declaration) {
            (Some(color), Some((property, _))) => {
                styled.push_str(property);
                styled.push_str(": ");
                styled.push_str(&color);
                styled.push_str("; ");
            }
            _ => styled.push_str(before),
        }
        styled.push_str(OPENING);
        rest = after;
    }
    styled.push_str(rest);
    styled.into_bytes()
}

fn asset(path: &str, bytes: Arc<Vec<u8>>) -> Asset {
    let name = path.rsplit('/').next().unwrap_or(path);
    let hash = format!("{:032x}", xxh3_128(&bytes));
    let short = hash.get(..8).unwrap_or(&hash);
    let path = match name.rsplit_once('.') {
        Some((stem, extension)) => format!("/aset/{stem}.{short}.{extension}"),
        None => format!("/aset/{name}.{short}"),
    };
    let integrity = format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes.as_slice())));
    Asset { path, bytes, integrity }
}

/// The other stylesheets that a stylesheet names.
fn imports(path: &str, bytes: &[u8]) -> Vec<String> {
    let Ok(text) = std::str::from_utf8(bytes) else { return Vec::new() };
    urls(text)
        .filter_map(|range| text.get(range))
        .map(|url| resolve(path, url))
        .filter(|name| name.ends_with(".css"))
        .collect()
}

/// The stylesheet with its `url(…)` replaced by new names, which lie beside it.
fn rewrite(path: &str, bytes: &[u8], assets: &BTreeMap<String, Asset>) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(bytes) else { return bytes.to_vec() };
    let mut rewritten = String::with_capacity(text.len() + 64);
    let mut done = 0;
    for range in urls(text) {
        let url = text.get(range.clone()).unwrap_or_default();
        let (plain, rest) = url.split_at(url.find(['?', '#']).unwrap_or(url.len()));
        let Some(asset) = assets.get(&resolve(path, plain)) else { continue };
        rewritten.push_str(text.get(done..range.start).unwrap_or_default());
        rewritten.push_str(asset.path.rsplit('/').next().unwrap_or(&asset.path));
        rewritten.push_str(rest);
        done = range.end;
    }
    rewritten.push_str(text.get(done..).unwrap_or_default());
    rewritten.into_bytes()
}

/// The beginning of a text, as far as a name or an address in it may reach: what is not closed is not looked for to the end of the
/// file, each time anew. Longer ones are data in the place of an address, and stay.
fn within(text: &str) -> &str {
    const LONGEST: usize = 1000;
    text.get(..text.floor_char_boundary(LONGEST)).unwrap_or(text)
}

/// Where the addresses inside `url(…)` stand, without quotes.
fn urls(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    text.match_indices("url(").filter_map(move |(at, open)| {
        let start = at + open.len();
        let inside = within(text.get(start..)?);
        let inside = inside.get(..inside.find(')')?)?;
        let trimmed = inside.trim();
        let unquoted = trimmed.trim_matches(['"', '\'']);
        let offset = unquoted.as_ptr() as usize - inside.as_ptr() as usize;
        Some(start + offset..start + offset + unquoted.len())
    })
}

/// The path that `url` means in the stylesheet at `path`.
fn resolve(path: &str, url: &str) -> String {
    join(path.rsplit_once('/').map_or("", |(folder, _)| folder), url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stylesheets_follow_what_they_name() {
        let layer = |css: &str, font: &str| ThemeLayer {
            name: "t".to_owned(),
            manifest: None,
            templates: BTreeMap::new(),
            words: BTreeMap::new(),
            assets: [("a.css", css), ("fonts/f.woff2", font)]
                .map(|(path, text)| (path.to_owned(), Arc::new(text.as_bytes().to_vec())))
                .into(),
        };
        let css = "@font-face { src: url(\"fonts/f.woff2\") } a { background: url(data:x) }";
        let none = Options::new();
        let first = collect(&[layer(css, "one")], &none);
        let second = collect(&[layer(css, "two")], &none);
        let style =
            first.get("a.css").map(|asset| String::from_utf8_lossy(&asset.bytes).into_owned()).unwrap_or_default();
        assert!(style.contains("url(\"f."), "{style}");
        assert!(style.contains("url(data:x)"));
        assert_ne!(first.get("a.css").map(|asset| &asset.path), second.get("a.css").map(|asset| &asset.path));
    }

    #[test]
    fn what_is_not_closed_is_not_looked_for_again_and_again() {
        let css = "url(".repeat(200_000) + &"/* option: ".repeat(100_000);
        assert_eq!(urls(&css).count(), 0);
        assert_eq!(with_options(css.as_bytes(), &Options::new()), css.as_bytes());
    }

    #[test]
    fn colours_of_the_site_reach_the_stylesheet() {
        let css = "a { --x: red; --seed: #00546e; /* option: accent */ } b { --y: blue; /* option: other */ }";
        let styled = |accent: &str| {
            let options = [("accent".to_owned(), serde_json::Value::from(accent))].into_iter().collect();
            String::from_utf8(with_options(css.as_bytes(), &options)).unwrap()
        };
        assert_eq!(styled("#a3242a"), css.replace("#00546e", "#a3242a"));
        assert_eq!(styled("red; } * { display: none"), css);
    }
}
