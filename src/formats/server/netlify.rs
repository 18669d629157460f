//! `_redirects` and `_headers`, as Netlify and Cloudflare Pages read them.
//!
//! Neither can say that an address is gone. Cloudflare knows no queries and passes over those lines; so they may hold what only
//! Netlify understands: that they come before the page that is there.

use super::{Address, Rules, by_type, with_charset};

/// What stands in an address as it is; `:` and `*` would be a name and a wildcard.
const KEPT: &[u8] = b"-._~/";

/// `_redirects`
pub fn redirects(rules: &Rules) -> Vec<u8> {
    let mut out = format!("# Made by warta for {}\n", rules.site);
    for moved in &rules.moved {
        out.push_str(&line(&moved.from, &moved.to));
    }
    out.into_bytes()
}

fn line(from: &Address, to: &str) -> String {
    let path = from.encoded_path(KEPT);
    match &from.query {
        None => format!("{path} {to} 301\n"),
        Some(query) => format!("{path} {} {to} 301!\n", query.replace(':', "%3A").replace('&', " ")),
    }
}

/// `_headers`
pub fn headers(rules: &Rules) -> Vec<u8> {
    let mut out = format!("# Made by warta for {}\n{}*\n", rules.site, rules.base);
    for (name, value) in &rules.headers {
        out.push_str(&format!("  {name}: {value}\n"));
    }
    // Pages are asked for anew without being told to. A header that two rules have would be sent with both values.
    for header in &rules.varying {
        for (path, value) in &header.below {
            out.push_str(&format!("{path}*\n  {}: {value}\n", header.name));
        }
    }
    for (name, media) in &rules.names {
        out.push_str(&format!("{}*/{name}\n  Content-Type: {}\n", rules.base, with_charset(media)));
        out.push_str(&format!("{}{name}\n  Content-Type: {}\n", rules.base, with_charset(media)));
    }
    let unknown = ["text/calendar", "text/csv"];
    for (media, endings) in by_type(rules).into_iter().filter(|(media, _)| unknown.contains(media)) {
        for ending in endings {
            out.push_str(&format!("{}*.{ending}\n  Content-Type: {}\n", rules.base, with_charset(media)));
        }
    }
    out.into_bytes()
}
