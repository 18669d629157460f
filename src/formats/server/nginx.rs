//! Files for nginx: sizes of tables and maps of addresses for its `http` block, and what its `server` block has to do.
//!
//! A map is looked up by the path as nginx has decoded it, so an address is found however it was encoded. Keys are compared without
//! regard to letter case; where two differ in nothing else, both are written as regular expressions.

use std::collections::BTreeMap;

use super::{Address, Rules, by_type};
use crate::formats::media;

/// The files and their bytes. A file may hold bytes that are no UTF-8, as old addresses may.
pub fn files(rules: &Rules) -> [(&'static str, Vec<u8>); 3] {
    let prefix = variable(&rules.site);
    let maps = Maps::new(rules);
    [
        ("nginx.conf", server(rules, &prefix).into_bytes()),
        ("nginx-maps.conf", maps.written(rules, &prefix)),
        ("nginx-sizes.conf", maps.sizes().into_bytes()),
    ]
}

/// The start of the names of variables: one nginx may have several sites.
fn variable(site: &str) -> String {
    let host = site.split_once("://").map_or(site, |(_, host)| host).trim_end_matches('/');
    let mut name = "$warta_".to_owned();
    for letter in host.chars() {
        match letter {
            'a'..='z' | 'A'..='Z' | '0'..='9' => name.push(letter.to_ascii_lowercase()),
            '.' => name.push('_'),
            _ => name.push_str("__"),
        }
    }
    name
}

/// Bytes between quotation marks. What a variable is elsewhere is none in the key of a map.
fn quoted(out: &mut Vec<u8>, bytes: &[u8]) {
    out.push(b'"');
    for byte in bytes {
        if matches!(byte, b'"' | b'\\') {
            out.push(b'\\');
        }
        out.push(*byte);
    }
    out.push(b'"');
}

/// The entries of the maps.
struct Maps<'a> {
    moved: Vec<(Vec<u8>, &'a str)>,
    asked: Vec<(Vec<u8>, &'a str)>,
    gone: Vec<(Vec<u8>, &'a str)>,
    gone_asked: Vec<(Vec<u8>, &'a str)>,
}

impl<'a> Maps<'a> {
    fn new(rules: &'a Rules) -> Maps<'a> {
        let mut maps = Maps { moved: Vec::new(), asked: Vec::new(), gone: Vec::new(), gone_asked: Vec::new() };
        for moved in &rules.moved {
            let map = if moved.from.query.is_some() { &mut maps.asked } else { &mut maps.moved };
            map.extend(keys(&moved.from).map(|key| (key, moved.to.as_str())));
        }
        for address in &rules.gone {
            let map = if address.query.is_some() { &mut maps.gone_asked } else { &mut maps.gone };
            map.extend(keys(address).map(|key| (key, "1")));
        }
        maps
    }

    fn written(&self, rules: &Rules, prefix: &str) -> Vec<u8> {
        let mut out = heading(rules, "in the block `http`, before the server").into_bytes();
        if rules.headers.iter().any(|(_, value)| value.contains('$')) {
            // The one place where nginx takes this sign for itself.
            out.extend(format!("\ngeo {prefix}_dollar {{\n    default \"$\";\n}}\n").into_bytes());
        }
        map(&mut out, ("$uri", &format!("{prefix}_moved_path")), "\"\"", &self.moved);
        let otherwise = format!("{prefix}_moved_path");
        map(&mut out, ("\"$uri?$args\"", &format!("{prefix}_moved")), &otherwise, &self.asked);
        map(&mut out, ("$uri", &format!("{prefix}_gone_path")), "\"\"", &self.gone);
        let otherwise = format!("{prefix}_gone_path");
        map(&mut out, ("\"$uri?$args\"", &format!("{prefix}_gone")), &otherwise, &self.gone_asked);
        let (first, others) = rules
            .missing
            .split_first()
            .map_or(("/404.html", [].as_slice()), |(first, others)| (first.1.as_str(), others));
        let below = others.iter().map(|(path, page)| (path.as_str(), page.as_str()));
        by_path(&mut out, &format!("{prefix}_missing"), first, below);
        for (number, header) in (1..).zip(&rules.varying) {
            let below = header.below.iter().map(|(path, value)| (path.as_str(), *value));
            by_path(&mut out, &format!("{prefix}_header_{number}"), header.otherwise.unwrap_or_default(), below);
        }
        out
    }

    /// Tables as large as they need to be: nginx refuses keys that do not fit.
    fn sizes(&self) -> String {
        let maps = [&self.moved, &self.asked, &self.gone, &self.gone_asked];
        let longest = maps.iter().flat_map(|map| map.iter()).map(|(key, _)| key.len()).max().unwrap_or(0);
        let most = maps.iter().map(|map| map.len()).max().unwrap_or(0);
        // A bucket holds a few keys, each with two pointers and its length.
        let bucket = (4 * (longest + 32)).next_power_of_two().max(128);
        let size = (4 * most).next_power_of_two().max(2048);
        format!(
            "# In the block `http`, once for all sites of this server.\nmap_hash_bucket_size {bucket};\n\
             map_hash_max_size {size};\n"
        )
    }
}

/// Under what an address stands in a map.
fn keys(address: &Address) -> impl Iterator<Item = Vec<u8>> {
    address.paths().map(|path| match &address.query {
        Some(query) => [path, b"?", query.as_bytes()].concat(),
        None => path.to_vec(),
    })
}

fn map(out: &mut Vec<u8>, (source, variable): (&str, &str), otherwise: &str, entries: &[(Vec<u8>, &str)]) {
    out.extend(format!("\nmap {source} {variable} {{\n    default {otherwise};\n").into_bytes());
    let mut alike: BTreeMap<Vec<u8>, usize> = BTreeMap::new();
    for (key, _) in entries {
        *alike.entry(key.to_ascii_lowercase()).or_default() += 1;
    }
    for (key, value) in entries {
        out.extend(b"    ");
        if alike.get(&key.to_ascii_lowercase()).is_some_and(|count| *count > 1) {
            quoted(out, &[b"~^\\Q", key.as_slice(), b"\\E$"].concat());
        } else {
            quoted(out, key);
        }
        out.extend(format!(" \"{value}\";\n").into_bytes());
    }
    out.extend(b"}\n");
}

/// A map by the beginning of the path, of which there are few.
fn by_path<'a>(out: &mut Vec<u8>, variable: &str, otherwise: &str, below: impl Iterator<Item = (&'a str, &'a str)>) {
    out.extend(format!("\nmap $uri {variable} {{\n    default \"{otherwise}\";\n").into_bytes());
    for (path, value) in below {
        out.extend(b"    ");
        quoted(out, &[b"~^\\Q", path.as_bytes(), b"\\E"].concat());
        out.extend(format!(" \"{value}\";\n").into_bytes());
    }
    out.extend(b"}\n");
}

fn heading(rules: &Rules, place: &str) -> String {
    format!("# Made by warta for {}: to be included {place}.\n", rules.site)
}

fn server(rules: &Rules, prefix: &str) -> String {
    let mut out = heading(rules, "in the block `server`, which says where the files are (`root`)");
    let sign = if rules.base == "/" { "" } else { "^~ " };
    out.push_str(&format!("\nlocation {sign}\"{}\" {{\n", rules.base));
    out.push_str(&format!(
        "    if ({prefix}_moved) {{ return 301 {prefix}_moved; }}\n    if ({prefix}_gone) {{ return 410; }}\n"
    ));
    out.push_str("    absolute_redirect off;\n    index index.html;\n    charset utf-8;\n");
    let types = by_type(rules);
    let texts: Vec<&str> =
        types.keys().copied().filter(|media| media::is_text(media) && *media != "text/html").collect();
    let names = rules.names.iter().map(|(_, media)| *media);
    let texts: Vec<&str> = texts.into_iter().chain(names).collect();
    if !texts.is_empty() {
        out.push_str(&format!("    charset_types {};\n", texts.join(" ")));
    }
    out.push_str("    types {\n");
    for (media, endings) in &types {
        out.push_str(&format!("        {media} {};\n", endings.join(" ")));
    }
    out.push_str("    }\n    default_type application/octet-stream;\n");
    out.push_str(&format!("    error_page 404 410 {prefix}_missing;\n    error_page 403 =404 {prefix}_missing;\n"));
    out.push_str(&headers(rules, prefix));
    for (name, media) in &rules.names {
        out.push_str(&format!(
            "    location ~ /{}$ {{\n        if ({prefix}_moved) {{ return 301 {prefix}_moved; }}\n        if ({prefix}_gone) {{ return 410; }}\n        \
             types {{ }}\n        default_type {media};\n    }}\n",
            name.replace('.', "\\.")
        ));
    }
    out.push_str("}\n");
    for (_, page) in &rules.missing {
        out.push_str(&format!(
            "\nlocation = \"{page}\" {{\n    types {{ }}\n    default_type text/html;\n    charset utf-8;\n{}}}\n",
            headers(rules, prefix)
        ));
    }
    out
}

fn headers(rules: &Rules, prefix: &str) -> String {
    let mut out = String::new();
    for (name, value) in &rules.headers {
        let value = escaped(value).replace('$', &format!("${{{}_dollar}}", prefix.trim_start_matches('$')));
        out.push_str(&format!("    add_header {name} \"{value}\" always;\n"));
    }
    for (number, header) in (1..).zip(&rules.varying) {
        out.push_str(&format!("    add_header {} {prefix}_header_{number};\n", header.name));
    }
    out
}

fn escaped(value: &str) -> String {
    value.replace('\\', "\\\\").replace('"', "\\\"")
}
