//! HTML that writers wrote → HTML that a page may hold.
//!
//! Runs once over the whole HTML of a body (or of what stands between the tags of a component) and only if raw HTML is in it:
//! run on single tags it would break them, run on all bodies it would cost more than everything else. What we made ourselves and
//! the allow-list does not have (code, checkboxes, components, datelines) is not shown to it: a [`Vault`] holds it meanwhile.
//! The label of a checkbox has to be seen, since its text may hold raw HTML; it bears a name then that no text can write.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::RangeInclusive;
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

use super::escape;
use crate::parse::raw_html::{ELEMENTS, GLOBAL_ATTRIBUTES, SCHEMES, tags};

/// Characters that no text may hold (Unicode §23.7).
const MARKS: RangeInclusive<char> = '\u{FDD0}'..='\u{FDEF}';

/// Names of the label around a checkbox of a task list, one for each mark. A writer's own label is useless and not on the list.
static LABELS: LazyLock<Vec<String>> = LazyLock::new(|| MARKS.map(|mark| format!("label{}", own_name(mark))).collect());

static SANITIZER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
        .tags(ELEMENTS.iter().map(|(name, _)| *name).chain(LABELS.iter().map(String::as_str)).collect())
        .tag_attributes(
            ELEMENTS
                .iter()
                .map(|(name, own)| (*name, own.iter().copied().collect()))
                .collect::<HashMap<_, HashSet<_>>>(),
        )
        .generic_attributes(GLOBAL_ATTRIBUTES.iter().copied().collect())
        .clean_content_tags(["script", "style"].into_iter().collect())
        .url_schemes(SCHEMES.iter().copied().collect())
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None)
        .strip_comments(true);
    builder
});

/// Elements inside elements, at most; browsers build no more than 512. The sanitizer takes the square of it in time.
const DEEPEST: usize = 500;

/// Elements that end by themselves: without content, or where the next one begins.
const END_THEMSELVES: &[&str] =
    &["br", "col", "dd", "dt", "hr", "img", "li", "p", "rp", "rt", "tbody", "td", "tfoot", "th", "thead", "tr", "wbr"];

/// The effort of printing, at most; about two seconds for this.
const MOST_EFFORT: usize = 10_000_000_000;

/// How long the sanitizer's printer takes: after every `&` and every no-break space of a text it looks through the rest of it.
fn effort(html: &str) -> usize {
    let special = |text: &str| text.bytes().filter(|byte| matches!(byte, b'&' | 0xc2)).count();
    html.split(['<', '>']).map(|text| special(text).saturating_mul(text.len())).fold(0, usize::saturating_add)
}

/// Removes from `html` what the allow-list does not have. What no browser would build is returned as text.
pub(super) fn sanitize(html: &str) -> String {
    if is_too_deep(html) || effort(html) > MOST_EFFORT {
        let mut text = String::with_capacity(html.len() * 2);
        escape::text(&mut text, html);
        return text;
    }
    without_empty_values(&SANITIZER.clean(html).to_string())
}

fn is_too_deep(html: &str) -> bool {
    let mut open: BTreeMap<String, usize> = BTreeMap::new();
    let mut depth = 0;
    for tag in tags(html).into_iter().filter(|tag| !END_THEMSELVES.contains(&tag.name.as_str())) {
        let count = open.entry(tag.name).or_default();
        if !tag.closing {
            *count += 1;
            depth += 1;
        } else if *count > 0 {
            *count -= 1;
            depth -= 1;
        }
        if depth > DEEPEST {
            return true;
        }
    }
    false
}

/// `<details open="">` → `<details open>`, which the sanitizer's printer does not know.
fn without_empty_values(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut place = Place::Text;
    let mut pieces = html.split("=\"\"").peekable();
    while let Some(piece) = pieces.next() {
        place = place.after(piece);
        out.push_str(piece);
        let is_boolean = place == Place::Tag && [" open", " reversed"].iter().any(|name| piece.ends_with(name));
        if !is_boolean && pieces.peek().is_some() {
            out.push_str("=\"\"");
        }
    }
    out
}

/// Keeps finished HTML out of the sanitizer's sight; a short text stands for it.
#[derive(Debug)]
pub(super) struct Vault {
    kept: Vec<String>,
    /// Stands around the number of what is kept.
    mark: char,
}

impl Vault {
    /// A vault whose mark is not in `text`; none when every mark is. References to one never get this far.
    pub(super) fn new(text: &str) -> Option<Vault> {
        let mark = MARKS.into_iter().find(|mark| !text.contains(*mark))?;
        Some(Vault { kept: Vec::new(), mark })
    }

    /// Keeps `html`, and writes what stands for it.
    pub(super) fn keep(&mut self, out: &mut String, html: &str) {
        out.push(self.mark);
        out.push_str(&self.kept.len().to_string());
        out.push(self.mark);
        self.kept.push(html.to_owned());
    }

    /// Ends the name of an element of ours that the sanitizer has to see, since it must end within what a writer begins around it.
    pub(super) fn own_name(&self) -> String {
        own_name(self.mark)
    }

    /// Puts everything back. What came to stand inside a tag is dropped: there it would break the tag.
    pub(super) fn restore(&self, html: &str) -> String {
        let mut out = String::with_capacity(html.len() + self.kept.iter().map(String::len).sum::<usize>());
        let mut place = Place::Text;
        for (index, piece) in html.split(self.mark).enumerate() {
            // Marks come in pairs: every second piece is a number.
            if index % 2 == 0 {
                place = place.after(piece);
                out.push_str(piece);
            } else if place == Place::Text {
                out.push_str(
                    piece.parse().ok().and_then(|number: usize| self.kept.get(number)).map_or("", String::as_str),
                );
            }
        }
        out
    }
}

/// No text can write it, and it keeps nothing: when all is put back, nothing is left of it.
fn own_name(mark: char) -> String {
    [mark, mark].iter().collect()
}

/// Where in HTML a text ends.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Text,
    Tag,
    Quoted,
}

impl Place {
    fn after(self, html: &str) -> Place {
        html.bytes().fold(self, |place, byte| match (place, byte) {
            (Place::Text, b'<') | (Place::Quoted, b'"') => Place::Tag,
            (Place::Tag, b'>') => Place::Text,
            (Place::Tag, b'"') => Place::Quoted,
            _ => place,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trap_a_sanitizer_run_on_single_tags_breaks_them() {
        assert_eq!(sanitize("<b>"), "<b></b>");
        assert_eq!(sanitize("<b>x</b><script>y</script><p onclick=z class=\"a\">w"), "<b>x</b><p class=\"a\">w</p>");
        assert_eq!(sanitize("<details open>open=\"\"<img alt=''>"), "<details open>open=\"\"<img alt=\"\"></details>");
    }

    #[test]
    fn what_is_nested_without_end_becomes_text() {
        assert!(sanitize(&"<b></i>".repeat(DEEPEST + 1)).starts_with("&lt;b&gt;"));
        assert!(sanitize(&"<p>a<br><b>c</b>".repeat(9 * DEEPEST)).starts_with("<p>a<br><b>c</b></p>"));
    }

    #[test]
    fn what_takes_too_long_to_print_becomes_text() {
        assert!(sanitize(&format!("<b>{}", "a & b ".repeat(1000))).starts_with("<b>a &amp; b"));
        assert!(sanitize(&format!("<b>{}", "a & b ".repeat(200_000))).starts_with("&lt;b&gt;"));
    }

    #[test]
    fn what_is_kept_comes_back_except_inside_tags() {
        let mut vault = Vault::new("\u{FDD0}").unwrap();
        let mut html = String::from("<abbr title=\"");
        vault.keep(&mut html, "<i>");
        html.push_str("\">");
        vault.keep(&mut html, "<u onclick>x</u>");
        html.push_str("</abbr>");
        assert_eq!(vault.restore(&sanitize(&html)), "<abbr title=\"\"><u onclick>x</u></abbr>");
        assert_eq!(vault.restore("a\u{FDD1}99\u{FDD1}b"), "ab");
        let own = vault.own_name();
        let html = format!(
            "<b>a</label{own}> <label{own} id=x><abbr title=\"</label{own}>\">b</abbr></label{own}> <label>c</label>"
        );
        let expected = "<b>a <label id=\"x\"><abbr title=\"&lt;/label&gt;\">b</abbr></label> c</b>";
        assert_eq!(vault.restore(&sanitize(&html)), expected);
    }
}
