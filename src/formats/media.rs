//! Media types of published files, by their names: what every server has to say of them, the preview too.

/// Files that are known by their whole name.
const NAMES: [(&str, &str); 3] = [
    // RFC 4287 §7
    ("atom.xml", "application/atom+xml"),
    ("rss.xml", "application/rss+xml"),
    // JSON Feed 1.1
    ("feed.json", "application/feed+json"),
];

/// Files that are known by their whole name, and their types.
pub fn names() -> impl Iterator<Item = (&'static str, &'static str)> {
    NAMES.into_iter()
}

/// The media type of a file, by its whole name; none where its ending says it.
fn of_name(path: &str) -> Option<&'static str> {
    let name = path.rsplit('/').next().unwrap_or(path);
    NAMES.into_iter().find(|(known, _)| *known == name).map(|(_, media)| media)
}

/// The ending of a file’s name, in small letters; none where it has none, or an odd one.
pub fn ending(path: &str) -> Option<String> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let (_, ending) = name.rsplit_once('.')?;
    let is_plain = !ending.is_empty() && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_plain.then(|| ending.to_ascii_lowercase())
}

/// The media type that an ending stands for.
pub fn of_ending(ending: &str) -> String {
    mime_guess::from_ext(ending).first_or_octet_stream().essence_str().to_owned()
}

/// Whether files of a type are text, which is UTF-8 here.
pub fn is_text(media: &str) -> bool {
    let (kind, subtype) = media.split_once('/').unwrap_or((media, ""));
    kind == "text"
        || matches!(subtype, "json" | "xml" | "javascript" | "ecmascript")
        || ["+json", "+xml"].iter().any(|suffix| subtype.ends_with(suffix))
}

/// The media type of a path, without an encoding.
pub fn plain(path: &str) -> String {
    let named = of_name(path).map(str::to_owned);
    named.unwrap_or_else(|| of_ending(&ending(path).unwrap_or_default()))
}

/// The media type of a path, with the encoding of what is text.
pub fn of(path: &str) -> String {
    let media = plain(path);
    if is_text(&media) { format!("{media}; charset=utf-8") } else { media }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_those_of_names() {
        for (path, media) in [
            ("a/atom.xml", "application/atom+xml; charset=utf-8"),
            ("feed.json", "application/feed+json; charset=utf-8"),
            ("agenda.ics", "text/calendar; charset=utf-8"),
            ("api/v1/index.CSV", "text/csv; charset=utf-8"),
            ("sitemap.xml", "text/xml; charset=utf-8"),
            ("index.html", "text/html; charset=utf-8"),
            ("gambar.svg", "image/svg+xml; charset=utf-8"),
            ("foto.jpg", "image/jpeg"),
            ("tanpa", "application/octet-stream"),
            (".well-known/a.b/c", "application/octet-stream"),
        ] {
            assert_eq!(of(path), media, "{path}");
        }
    }
}
