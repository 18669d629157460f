//! A file for Caddy 2, to be imported into the block of a site.
//!
//! Addresses with braces, in which Caddy would see variables of its own, are regular expressions. What is no UTF-8 cannot be asked
//! for there, and is left out.

use super::{Address, Rules, by_type, literal, with_charset};
use crate::formats::media;

/// The file.
pub fn file(rules: &Rules) -> Vec<u8> {
    let mut out = format!(
        "# Made by warta for {}: to be imported into the block of the site, which says where the files are (`root`).\n",
        rules.site
    );
    let of = |has_query: bool| move |address: &&Address| address.query.is_some() == has_query;
    for (has_query, source, name) in [(false, "{path}", "warta_moved"), (true, "\"{path}?{query}\"", "warta_asked")] {
        let moved = rules.moved.iter().filter(|moved| of(has_query)(&&moved.from));
        map(&mut out, (source, name), moved.map(|moved| (&moved.from, moved.to.as_str())));
        let gone = rules.gone.iter().filter(of(has_query));
        map(&mut out, (source, &format!("{name}_gone")), gone.map(|address| (address, "gone")));
    }
    for name in ["warta_asked", "warta_moved"] {
        out.push_str(&format!("@{name} not vars {{{name}}} \"\"\nredir @{name} {{{name}}} 301\n"));
        out.push_str(&format!("@{name}_gone not vars {{{name}_gone}} \"\"\nerror @{name}_gone 410\n"));
    }
    out.push('\n');
    out.push_str(&format!("@warta path \"{}*\"\nheader @warta {{\n", rules.base));
    for (name, value) in &rules.headers {
        out.push_str(&format!("    {name} \"{}\"\n", escaped(value)));
    }
    out.push_str("}\n");
    for (number, header) in (1..).zip(&rules.varying) {
        let (name, below) = (header.name, &header.below);
        if let Some(value) = header.otherwise {
            // Caddy puts these in an order of its own: no two of them may be about one path.
            let others: Vec<String> = below.iter().map(|(path, _)| format!("\"{path}*\"")).collect();
            let matcher = format!("@warta_{number}_others");
            out.push_str(&format!(
                "{matcher} {{\n    path \"{}*\"\n    not path {}\n}}\n",
                rules.base,
                others.join(" ")
            ));
            out.push_str(&format!("header {matcher} {name} \"{value}\"\n"));
        }
        for (place, (path, value)) in (1..).zip(below) {
            let matcher = format!("@warta_{number}_{place}");
            out.push_str(&format!("{matcher} path \"{path}*\"\nheader {matcher} {name} \"{value}\"\n"));
        }
    }
    out.push('\n');
    let base = literal(rules.base.as_bytes());
    let names: Vec<String> = rules.names.iter().map(|(name, _)| literal(name.as_bytes())).collect();
    let named = format!("\"^{base}(.*/)?({})$\"", names.join("|"));
    // It knows the types of all others, and adds how a text is encoded to none.
    for (media, endings) in by_type(rules).into_iter().filter(|(media, _)| media::is_text(media)) {
        let matcher = format!("@warta_{}", endings.join("_"));
        let own = format!("\"^{base}.*[.]({})$\"", endings.join("|"));
        out.push_str(&format!("{matcher} {{\n    path_regexp {own}\n    not path_regexp {named}\n}}\n"));
        out.push_str(&format!("header {matcher} Content-Type \"{}\"\n", with_charset(media)));
    }
    for ((name, media), literal) in rules.names.iter().zip(&names) {
        let matcher = format!("@warta_{}", name.replace('.', "_"));
        let own = format!("\"^{base}(.*/)?{literal}$\"");
        let media = with_charset(media);
        out.push_str(&format!("{matcher} path_regexp {own}\nheader {matcher} Content-Type \"{media}\"\n"));
    }
    out.push_str("\nfile_server\n\nhandle_errors {\n");
    out.push_str("    header {\n");
    for (name, value) in &rules.headers {
        out.push_str(&format!("        {name} \"{}\"\n", escaped(value)));
    }
    out.push_str("        -Cache-Control\n        Content-Type \"text/html; charset=utf-8\"\n    }\n");
    for (number, (below, page)) in (1..).zip(&rules.missing).skip(1) {
        out.push_str(&format!(
            "    @warta_missing_{number} path \"{below}*\"\n    rewrite @warta_missing_{number} {page}\n"
        ));
    }
    if let Some((_, page)) = rules.missing.first() {
        out.push_str(&format!("    rewrite * {page}\n"));
    }
    out.push_str("    file_server\n}\n");
    out.into_bytes()
}

fn map<'a>(out: &mut String, (source, name): (&str, &str), entries: impl Iterator<Item = (&'a Address, &'a str)>) {
    out.push_str(&format!("map {source} {{{name}}} {{\n"));
    for (address, value) in entries {
        let Ok(_) = std::str::from_utf8(&address.path) else { continue };
        for path in address.paths() {
            let query = address.query.as_ref().map(|query| [b"?", query.as_bytes()].concat()).unwrap_or_default();
            let whole = [path, &query].concat();
            let Ok(text) = std::str::from_utf8(&whole) else { continue };
            out.push_str(&format!("    \"{}\" \"{value}\"\n", key(text)));
        }
    }
    out.push_str("    default \"\"\n}\n");
}

/// The key of a map.
fn key(text: &str) -> String {
    if !text.contains(['{', '}']) {
        return text.replace('"', "\\\"");
    }
    // Letters of other scripts stand as they are; of ASCII all but the harmless ones stand by their numbers.
    let mut expression = "~^".to_owned();
    for letter in text.chars() {
        if letter.is_ascii() {
            let mut buffer = [0; 4];
            expression.push_str(&literal(letter.encode_utf8(&mut buffer).as_bytes()));
        } else {
            expression.push(letter);
        }
    }
    expression.push('$');
    expression
}

/// A value between quotation marks, in which no variable begins.
fn escaped(value: &str) -> String {
    value.replace('"', "\\\"").replace('{', "\\{")
}
