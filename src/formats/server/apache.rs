//! A file for Apache 2.4: for a virtual host, or as `.htaccess` in the root of the host.
//!
//! Addresses are regular expressions in which every odd byte is written by its number. They stand in groups by the first part of
//! their path, and a request that begins otherwise passes over a whole group at once.

use super::{Address, Rules, by_type, literal, with_charset};

/// The file.
pub fn file(rules: &Rules) -> Vec<u8> {
    let mut out = format!(
        "# Made by warta for {}: to be included in <VirtualHost>, or to be put into the root of the host as .htaccess.\n\
         # Needs mod_rewrite and mod_headers.\n\nDirectoryIndex index.html\nAddDefaultCharset utf-8\n",
        rules.site
    );
    for (media, endings) in by_type(rules) {
        let endings: Vec<String> = endings.iter().map(|ending| format!(".{ending}")).collect();
        out.push_str(&format!("AddType \"{}\" {}\n", with_charset(media), endings.join(" ")));
    }
    for (name, media) in &rules.names {
        out.push_str(&format!("<Files \"{name}\">\n    ForceType \"{}\"\n</Files>\n", with_charset(media)));
    }
    out.push('\n');
    for (below, page) in &rules.missing {
        let documents = ["403", "404", "410"].map(|status| format!("ErrorDocument {status} {page}\n"));
        if *below == rules.base {
            out.push_str(&documents.concat());
        } else {
            let condition = format!("%{{REQUEST_URI}} =~ m#^{}#", literal(below.as_bytes()));
            let documents: String = documents.iter().map(|document| format!("    {document}")).collect();
            out.push_str(&format!("<If \"{condition}\">\n{documents}</If>\n"));
        }
    }
    out.push('\n');
    for (name, value) in &rules.headers {
        out.push_str(&format!("Header always set {name} \"{}\"{}\n", escaped(value), below(rules, &rules.base)));
    }
    for header in &rules.varying {
        if let Some(value) = header.otherwise {
            out.push_str(&format!("Header set {} \"{value}\"{}\n", header.name, below(rules, &rules.base)));
        }
        for (path, value) in &header.below {
            out.push_str(&format!("Header set {} \"{value}\"{}\n", header.name, condition(path)));
        }
    }
    out.push_str("\nRewriteEngine On\n");
    let moved = rules.moved.iter().map(|moved| (&moved.from, Some(moved.to.as_str())));
    let all: Vec<(&Address, Option<&str>)> = moved.chain(rules.gone.iter().map(|gone| (gone, None))).collect();
    for group in all.chunk_by(|(one, _), (other, _)| first_part(one, rules) == first_part(other, rules)) {
        let Some(start) = group.first().map(|(address, _)| first_part(address, rules)) else { continue };
        let end = if start.ends_with(b"/") { "$" } else { "(/|$)" };
        out.push_str(&format!(
            "# Other addresses pass over these.\nRewriteCond %{{REQUEST_URI}} !^{}{end}\nRewriteRule ^ - [S={}]\n",
            literal(start),
            group.len()
        ));
        group.iter().for_each(|(address, to)| rule(&mut out, address, *to));
    }
    out.into_bytes()
}

/// That a header is sent below a path only; nothing where that is everywhere.
fn below(rules: &Rules, path: &str) -> String {
    if rules.base == "/" { String::new() } else { condition(path) }
}

fn condition(path: &str) -> String {
    format!(" \"expr=%{{REQUEST_URI}} =~ m#^{}#\"", literal(path.as_bytes()))
}

/// A value between quotation marks, in which neither a variable of the configuration nor one of the answer begins.
fn escaped(value: &str) -> String {
    value.replace('\\', "\\\\").replace('"', "\\\"").replace('%', "%%")
}

/// A path up to the end of its first part below the site's own; with a slash at its end where there is no part.
fn first_part<'a>(address: &'a Address, rules: &Rules) -> &'a [u8] {
    let start = rules.base.len();
    let end =
        address.path.iter().skip(start).position(|byte| *byte == b'/').map_or(address.path.len(), |at| start + at);
    address.path.get(..end).unwrap_or(&address.path)
}

fn rule(out: &mut String, address: &Address, to: Option<&str>) {
    let (path, optional) = match address.stem().filter(|_| address.query.is_none()) {
        Some(stem) => (literal(stem), "/?"),
        None => (literal(&address.path), ""),
    };
    out.push_str(&format!("RewriteCond %{{REQUEST_URI}} ^{path}{optional}$\n"));
    if let Some(query) = &address.query {
        out.push_str(&format!("RewriteCond %{{QUERY_STRING}} ^{}$\n", literal(query.as_bytes())));
    }
    match to {
        // In what is put in its place, `%1` would be a part of the condition.
        Some(to) => out.push_str(&format!("RewriteRule ^ {} [R=301,L,NE,QSD]\n", to.replace('%', "\\%"))),
        None => out.push_str("RewriteRule ^ - [G]\n"),
    }
}
