//! Bare addresses in running text → links: `http:`, `https:` and e-mail addresses.

use linkify::{LinkFinder, LinkKind};

use super::escape;

/// Writes `text`, its addresses as links; what is between them goes through `prose`.
pub(super) fn write(out: &mut String, text: &str, mut prose: impl FnMut(&mut String, &str)) {
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Url, LinkKind::Email]);
    let mut written = 0;
    for link in finder.links(text) {
        let address = link.as_str();
        let scheme = match link.kind() {
            LinkKind::Email => "mailto:",
            _ if has_web_scheme(address) => "",
            _ => continue,
        };
        prose(out, text.get(written..link.start()).unwrap_or(""));
        out.push_str("<a href=\"");
        out.push_str(scheme);
        escape::href(out, address);
        out.push_str("\">");
        escape::text(out, address);
        out.push_str("</a>");
        written = link.end();
    }
    prose(out, text.get(written..).unwrap_or(""));
}

fn has_web_scheme(address: &str) -> bool {
    let scheme = address.split(':').next().unwrap_or("");
    scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn linked(text: &str) -> String {
        let mut out = String::new();
        write(&mut out, text, escape::text);
        out
    }

    #[test]
    fn links_what_is_meant() {
        assert_eq!(
            linked("Lihat https://batam.go.id/a_b?x=1&y=2, atau (humas@humas.example)."),
            "Lihat <a href=\"https://batam.go.id/a_b?x=1&amp;y=2\">https://batam.go.id/a_b?x=1&amp;y=2</a>, \
             atau (<a href=\"mailto:humas@humas.example\">humas@humas.example</a>)."
        );
        assert_eq!(
            linked("javascript://x ftp://a.b pukul 10:00 @humas <b>"),
            "javascript://x ftp://a.b pukul 10:00 @humas &lt;b&gt;"
        );
    }
}
