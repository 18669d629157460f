//! What must hold for every piece of HTML that a page is made of.

use warta::parse::raw_html::{self, RawTag};

/// Elements without an end.
const VOID: &[&str] = &["br", "col", "hr", "img", "input", "wbr"];

/// What our own HTML has beyond the allow-list of raw HTML.
const OURS: &[(&str, &[&str])] = &[
    ("code", &["class"]),
    ("input", &["type", "disabled", "checked", "class"]),
    ("label", &[]),
    ("section", &["class"]),
];

/// Nothing in it runs, and nothing leads to an address that the allow-list does not have.
pub fn is_harmless(html: &str) {
    for tag in raw_html::tags(html).iter().filter(|tag| !is_ours(tag)) {
        let removed = raw_html::removed(html, tag);
        assert!(removed.is_empty(), "{removed:?} in\n{html}");
    }
}

fn is_ours(tag: &RawTag) -> bool {
    let own = OURS.iter().find(|(name, _)| *name == tag.name);
    own.is_some_and(|(_, known)| tag.attributes.iter().all(|attribute| known.contains(&attribute.name.as_str())))
}

/// Every element that begins ends, each within the one around it.
pub fn is_nested(html: &str) {
    let mut open: Vec<String> = Vec::new();
    for tag in raw_html::tags(html) {
        assert!(!tag.unclosed, "{tag:?} in\n{html}");
        if VOID.contains(&tag.name.as_str()) {
            continue;
        }
        if tag.closing {
            assert_eq!(open.pop().as_ref(), Some(&tag.name), "at {} in\n{html}", tag.range.start);
        } else {
            open.push(tag.name);
        }
    }
    assert!(open.is_empty(), "{open:?} in\n{html}");
}

/// No id stands twice.
pub fn has_own_ids(html: &str) {
    let mut ids: Vec<String> = raw_html::tags(html)
        .iter()
        .filter_map(|tag| tag.attribute("id").map(|id| raw_html::attribute_value(html, id)))
        .collect();
    ids.sort();
    let twice = ids.windows(2).find(|pair| pair[0] == pair[1]);
    assert_eq!(twice, None, "{html}");
}
