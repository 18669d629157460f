//! Small pieces of HTML that are not a template's business: comments of readers, and bodies made fit for feeds.

use linkify::{LinkFinder, LinkKind};

use crate::config::BaseUrl;

/// A reader's comment: paragraphs and bare links, everything else escaped.
pub fn comment(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 32);
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Url]);
    for paragraph in text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
        html.push_str("<p>");
        for span in finder.spans(paragraph) {
            let part = span.as_str();
            if span.kind().is_some() && (part.starts_with("http://") || part.starts_with("https://")) {
                html.push_str("<a href=\"");
                escape(&mut html, part);
                html.push_str("\" rel=\"ugc nofollow\">");
                escape(&mut html, part);
                html.push_str("</a>");
            } else {
                escape(&mut html, part);
            }
        }
        html.push_str("</p>");
    }
    html
}

/// Appends text as HTML, fit for elements and for attributes in double quotes.
pub fn escape(html: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            letter => html.push(letter),
        }
    }
}

/// HTML whose addresses hold outside the site: `/…` and `#…` become absolute. `page` is the address of the page itself.
pub fn absolute_links(html: &str, base: &BaseUrl, page: &str) -> String {
    let mut absolute = String::with_capacity(html.len() + html.len() / 16);
    let mut rest = html;
    // Only inside a tag: a text may show how an address is written.
    while let Some(start) = rest.find('<') {
        let (before, from) = rest.split_at(start);
        absolute.push_str(before);
        let (mut tag, behind) = from.split_at(end_of_tag(from));
        while let Some((name, value)) = tag.split_once("=\"").filter(|_| !from.starts_with("<!--")) {
            absolute.push_str(name);
            absolute.push_str("=\"");
            if name.ends_with(" href") || name.ends_with(" src") {
                if value.starts_with('/') && !value.starts_with("//") {
                    // Root-relative addresses have the site's own path already.
                    absolute.push_str(&base.origin);
                } else if value.starts_with('#') {
                    absolute.push_str(page);
                }
            }
            let end = value.find('"').map_or(value.len(), |quote| quote + 1);
            let (value, others) = value.split_at(end);
            absolute.push_str(value);
            tag = others;
        }
        absolute.push_str(tag);
        rest = behind;
    }
    absolute.push_str(rest);
    absolute
}

/// Where the tag or comment at the beginning of `html` ends. A `>` between quotes ends none.
fn end_of_tag(html: &str) -> usize {
    if html.starts_with("<!--") {
        return html.find("-->").map_or(html.len(), |end| end + "-->".len());
    }
    let mut quoted = false;
    let end = html.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b'>' && !quoted
    });
    end.map_or(html.len(), |end| end + 1)
}

/// A body for a feed: absolute addresses, and no links of headings to themselves.
pub fn for_feed(html: &str, base: &BaseUrl, page: &str) -> String {
    let mut plain = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<a class=\"anchor\"") {
        plain.push_str(before.strip_suffix(' ').unwrap_or(before));
        rest = after.split_once("</a>").map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    absolute_links(&plain, base, page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_hold_text_and_links_only() {
        let html = comment("<b>a</b> https://x.example/?a=1&b=2\n\nj\"k");
        assert_eq!(
            html,
            "<p>&lt;b&gt;a&lt;/b&gt; <a href=\"https://x.example/?a=1&amp;b=2\" rel=\"ugc nofollow\">https://x.example/?a=1&amp;b=2</a></p><p>j&quot;k</p>"
        );
    }

    #[test]
    fn addresses_in_texts_and_titles_stay() {
        let base = BaseUrl { origin: "https://a.example".to_owned(), path: String::new() };
        let html = "tulis href=\"/a\" <img alt=\"<a href='/b'> href=\" src=\"/c\"><!-- \"> src=\"/d\" --><a href=\"/e\">é</a> <";
        let expected = html.replace("src=\"/c", "src=\"https://a.example/c").replace("=\"/e", "=\"https://a.example/e");
        assert_eq!(absolute_links(html, &base, ""), expected);
    }

    #[test]
    fn feeds_hold_absolute_addresses() {
        let base = BaseUrl { origin: "https://a.example".to_owned(), path: "/humas".to_owned() };
        let html = "<h2 id=\"a\">A <a class=\"anchor\" href=\"#a\" aria-label=\"x\">#</a></h2><img src=\"/humas/x.png\"><a href=\"#a\">b</a><a href=\"//c\">d</a>";
        assert_eq!(
            for_feed(html, &base, "https://a.example/humas/p/"),
            "<h2 id=\"a\">A</h2><img src=\"https://a.example/humas/x.png\"><a href=\"https://a.example/humas/p/#a\">b</a><a href=\"//c\">d</a>"
        );
    }
}
