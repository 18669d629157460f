//! Cards: what others show of a page that is shared, as `<meta>` elements of its head.
//!
//! The Open Graph protocol (<https://ogp.me/>), and the one element of Twitter's that has no counterpart there. Everything is
//! escaped by construction.

use super::html::escape;

/// What a card shows.
#[derive(Clone, Debug, Default)]
pub struct Card<'a> {
    /// Title.
    pub title: &'a str,
    /// A sentence or two.
    pub description: Option<&'a str>,
    /// The page's own address.
    pub url: &'a str,
    /// The site's title.
    pub site_name: &'a str,
    /// BCP 47 tag.
    pub lang: &'a str,
    /// Tags of the other languages in which the page is there.
    pub other_langs: Vec<&'a str>,
    /// Picture.
    pub image: Option<Image<'a>>,
    /// What it says as an article; none for other pages.
    pub article: Option<Article<'a>>,
}

/// A picture of a card.
#[derive(Clone, Debug)]
pub struct Image<'a> {
    /// Its address.
    pub url: &'a str,
    /// Media type.
    pub media: &'a str,
    /// Width and height in pixels.
    pub size: (u32, u32),
    /// What it shows.
    pub alt: &'a str,
}

/// What a card says of an article.
#[derive(Clone, Debug, Default)]
pub struct Article<'a> {
    /// When it was published, in ISO 8601.
    pub published: Option<String>,
    /// When it changed last.
    pub modified: Option<String>,
    /// Where it belongs.
    pub section: Option<&'a str>,
    /// What it is about.
    pub tags: Vec<&'a str>,
}

/// The elements, each on a line of its own, without the last line break.
pub fn write(card: &Card<'_>) -> String {
    let mut html = String::with_capacity(2 * 1024);
    let kind = if card.article.is_some() { "article" } else { "website" };
    let mut meta = |name: &str, content: &str| {
        if content.is_empty() {
            return;
        }
        if !html.is_empty() {
            html.push_str("\n  ");
        }
        // Twitter's names are names; those of Open Graph are RDFa properties.
        html.push_str(if name.starts_with("twitter:") { "<meta name=\"" } else { "<meta property=\"" });
        html.push_str(name);
        html.push_str("\" content=\"");
        escape(&mut html, content);
        html.push_str("\">");
    };
    meta("og:type", kind);
    meta("og:title", card.title);
    meta("og:description", card.description.unwrap_or_default());
    meta("og:url", card.url);
    meta("og:site_name", card.site_name);
    meta("og:locale", locale(card.lang).as_deref().unwrap_or_default());
    for other in &card.other_langs {
        meta("og:locale:alternate", locale(other).as_deref().unwrap_or_default());
    }
    if let Some(image) = &card.image {
        meta("og:image", image.url);
        meta("og:image:type", image.media);
        meta("og:image:width", &image.size.0.to_string());
        meta("og:image:height", &image.size.1.to_string());
        meta("og:image:alt", image.alt);
    }
    if let Some(article) = &card.article {
        meta("article:published_time", article.published.as_deref().unwrap_or_default());
        meta("article:modified_time", article.modified.as_deref().unwrap_or_default());
        meta("article:section", article.section.unwrap_or_default());
        article.tags.iter().for_each(|tag| meta("article:tag", tag));
    }
    let is_wide = card.image.as_ref().is_some_and(|image| image.size.0 >= 600 && image.size.0 > image.size.1);
    meta("twitter:card", if is_wide { "summary_large_image" } else { "summary" });
    html
}

/// A language as Open Graph writes it, `language_TERRITORY`: the tag's own territory, else that in which the language is at home.
fn locale(tag: &str) -> Option<String> {
    let mut parts = tag.split('-');
    let language = parts.next()?;
    let own = parts.find(|part| part.len() == 2).map(str::to_uppercase);
    let home = match language {
        "id" | "jv" | "su" | "min" | "ban" | "bug" | "mad" | "ace" | "bjn" => "ID",
        "en" => "GB",
        "ms" => "MY",
        "zh" => "CN",
        "ar" => "AR",
        "ja" => "JP",
        "ko" => "KR",
        "nl" => "NL",
        "ta" => "IN",
        _ => "",
    };
    let territory = own.or_else(|| (!home.is_empty()).then(|| home.to_owned()))?;
    Some(format!("{language}_{territory}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_its_attribute() {
        let hostile = "\"><script>alert(1)</script>&amp;";
        let card = Card { title: hostile, url: "https://a.example/", lang: "id", ..Card::default() };
        let html = write(&card);
        assert!(html.contains("content=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;\""), "{html}");
        assert!(!html.contains("<script"));
    }

    #[test]
    fn a_language_has_a_territory() {
        for (tag, expected) in [("id", Some("id_ID")), ("en", Some("en_GB")), ("en-US", Some("en_US")), ("xx", None)] {
            assert_eq!(locale(tag).as_deref(), expected, "{tag}");
        }
        assert_eq!(locale("zh-Hant-TW").as_deref(), Some("zh_TW"));
    }

    #[test]
    fn only_a_wide_picture_is_shown_large() {
        let card = |size| {
            let image = Image { url: "https://a.example/b.png", media: "image/png", size, alt: "B" };
            write(&Card { title: "A", image: Some(image), ..Card::default() })
        };
        assert!(card((1200, 630)).contains("content=\"summary_large_image\""));
        assert!(card((400, 400)).contains("content=\"summary\""));
        assert!(!card((400, 400)).contains("article:"));
    }
}
