//! The beginning of a text in words, for lists and feeds.

/// Characters of an excerpt, about.
const EXCERPT: usize = 300;

/// The beginning of the running text.
#[derive(Debug, Default)]
pub(super) struct Excerpt {
    text: String,
    characters: usize,
}

impl Excerpt {
    pub(super) fn paragraph(&mut self) {
        if !self.text.is_empty() && self.characters <= EXCERPT {
            self.push(" ");
        }
    }

    pub(super) fn push(&mut self, text: &str) {
        if self.characters <= EXCERPT {
            self.characters += text.chars().count();
            self.text.push_str(text);
        }
    }

    /// One line of single spaces, cut before the word that does not fit.
    pub(super) fn finish(self) -> String {
        let mut text = String::with_capacity(self.text.len());
        for word in self.text.split_whitespace() {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(word);
        }
        if let Some((limit, _)) = text.char_indices().nth(EXCERPT) {
            let kept = text.get(..limit).unwrap_or("");
            let at_word = match text.get(limit..) {
                Some(rest) if rest.starts_with(' ') => kept,
                // A text without spaces is cut where it is.
                _ => kept.rfind(' ').and_then(|space| kept.get(..space)).unwrap_or(kept),
            };
            let kept = at_word.trim_end_matches(|c: char| c.is_whitespace() || ",;:–—-(".contains(c)).len();
            text.truncate(kept);
            text.push('…');
        }
        // There is one for every item, as long as the site is.
        text.shrink_to_fit();
        text
    }
}
