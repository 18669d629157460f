//! Patterns of addresses: `/siaran-pers/{year}/{month}/{slug}/`.

use std::borrow::Cow;

use super::Section;
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, nearest};
use crate::parse::Document;
use crate::yaml::scalars::stays_on_site;

/// What may stand in braces.
const PARTS: &[&str] = &["year", "month", "day", "slug", "id", "section"];

/// The path of an item's address.
pub(super) fn path(document: &Document, section: Option<&Section>, config: &Config, found: &mut Diagnostics) -> String {
    let slug = document.front.common.slug.as_deref().unwrap_or(&document.slug);
    let prefix = config.lang_prefix(document.lang);
    let folder = section.map_or("", |section| section.folder.as_str());
    let pattern = section.map_or("/{slug}/", |section| section.permalink.as_str());
    let date = document.front.dates.date.as_ref().map(|date| date.date());
    let fill = |part: &str| match part {
        "year" => date.map(|date| format!("{:04}", date.year()).into()),
        "month" => date.map(|date| format!("{:02}", date.month()).into()),
        "day" => date.map(|date| format!("{:02}", date.day()).into()),
        "slug" => Some(slug.into()).filter(|slug: &Cow<'_, str>| !slug.is_empty()),
        "id" => Some(document.id().into()),
        "section" => Some(folder.into()),
        _ => None,
    };
    match filled(pattern, fill) {
        Ok(path) if stays_on_site(&path) => format!("{prefix}/{}/", path.trim_matches('/')),
        unsound => {
            let part = unsound.err().unwrap_or("..");
            // A part that does not exist is told where the pattern stands.
            if !document.broken && unknown_part(pattern).is_none() {
                let bad = document
                    .front
                    .finding(&document.source, Code::BadPermalink, &["date", "slug"])
                    .with("pattern", pattern)
                    .with("part", part)
                    .with("known", PARTS.join(", "))
                    .with("problem", if part == ".." { "outside" } else { "empty" });
                found.push(bad);
            }
            format!("{prefix}/{folder}/{slug}/")
        }
    }
}

/// The first part of a pattern that does not exist.
pub(super) fn unknown_part(pattern: &str) -> Option<&str> {
    let parts = pattern.split('{').skip(1).map(|part| part.split('}').next().unwrap_or(part));
    parts.into_iter().find(|part| !PARTS.contains(part))
}

/// A finding about a part that does not exist.
pub(super) fn unknown(finding: Diagnostic, pattern: &str, part: &str) -> Diagnostic {
    let meant = match part {
        "tahun" => Some("year"),
        "bulan" => Some("month"),
        "hari" | "tanggal" | "date" => Some("day"),
        "judul" | "title" => Some("slug"),
        _ => nearest(part, PARTS.iter().copied()),
    };
    let found = finding.with("pattern", pattern).with("part", part).with("known", PARTS.join(", "));
    found.with("problem", "unknown").suggesting(meant.map(|meant| pattern.replace(part, meant)))
}

/// The pattern with its parts filled in; the first part that cannot be filled.
fn filled<'a, 'b>(pattern: &'a str, fill: impl Fn(&str) -> Option<Cow<'b, str>>) -> Result<String, &'a str> {
    let mut path = String::with_capacity(pattern.len() + 32);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        let (part, after) = after.split_once('}').ok_or(after)?;
        path.push_str(before);
        path.push_str(&fill(part).ok_or(part)?);
        rest = after;
    }
    path.push_str(rest);
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills() {
        let fill = |part: &str| (part == "slug").then_some(Cow::Borrowed("a"));
        assert_eq!(filled("/x/{slug}/", fill).as_deref(), Ok("/x/a/"));
        assert_eq!(filled("/{year}/{slug}/", fill), Err("year"));
        assert_eq!(filled("/{slug", fill), Err("slug"));
    }
}
