//! Text to the part of an address that names it.
//!
//! A slug is empty or `[a-z0-9]+(-[a-z0-9]+)*`, at most 100 bytes. Letters of other scripts are transliterated, one
//! character at a time, so composed and decomposed spellings give one slug. Making a slug of a slug changes nothing.
//! Whether a slug is taken already is not decided here.

use deunicode::deunicode_char;
use unicode_normalization::UnicodeNormalization;

/// The most bytes that a slug may have (content model, key `slug`).
pub const LONGEST: usize = 100;

/// The slug of a title or a name; empty when nothing in it can be written in ASCII letters or digits.
///
/// Quotes and apostrophes vanish (`Jum'at` → `jumat`); every other run of characters that are neither letters nor
/// digits becomes one `-`. A slug that is too long is cut before the word that does not fit.
pub fn slugify(text: &str) -> String {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        // The nearest letter of each is the letter itself. Of some controls it is none.
        return joined(text.chars().filter(|letter| !is_quote(*letter)));
    }
    // A character that has no transliteration separates words.
    let letters = |character| deunicode_char(character).unwrap_or(" ").chars();
    joined(text.nfc().filter(|character| !is_quote(*character)).flat_map(letters))
}

/// Letters and digits of ASCII, runs of others between them as one `-`.
fn joined(letters: impl Iterator<Item = char>) -> String {
    let mut slug = String::new();
    // Whether a separator was met since the last letter or digit.
    let mut apart = false;
    for letter in letters {
        if letter.is_ascii_alphanumeric() {
            if apart && !slug.is_empty() {
                slug.push('-');
            }
            apart = false;
            slug.push(letter.to_ascii_lowercase());
        } else if letter != '\'' && letter != '"' && letter != '`' {
            apart = true;
        }
        if slug.len() > LONGEST {
            return cut(slug);
        }
    }
    slug
}

/// A slug that is too long, cut at its last `-` that fits, or within the word when it is a single one.
fn cut(mut slug: String) -> String {
    // One `-` at the limit itself may follow a word that fits.
    let end = slug.get(..=LONGEST).and_then(|head| head.rfind('-'));
    slug.truncate(end.unwrap_or(LONGEST));
    slug
}

fn is_quote(character: char) -> bool {
    matches!(
        character,
        '\'' | '"' | '`' | '´' | '‘' | '’' | '‚' | '‛' | '“' | '”' | '„' | '‟' | '′' | '″' | '«' | '»' | '‹' | '›'
            | 'ʻ' | 'ʼ' | 'ʹ' | 'ʽ' | 'ʾ' | 'ʿ' | '＇' | '＂'
            // Invisible within a word: soft hyphen, zero-width space and joiners, byte order mark.
            | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, slugify};
    use proptest::prelude::*;

    #[test]
    fn titles_become_slugs() {
        for (text, slug) in [
            (
                "Reformasi Birokrasi Untuk Perbaiki Kinerja Wujudkan ‘Good Governance’",
                "reformasi-birokrasi-untuk-perbaiki-kinerja-wujudkan-good-governance",
            ),
            ("Salat Jum'at", "salat-jumat"),
            ("Salat Jum’at", "salat-jumat"),
            ("Rp5.000,00 — gratis!", "rp5-000-00-gratis"),
            ("  --Wali  Kota--  ", "wali-kota"),
            ("Café Élan", "cafe-elan"),
            ("Cafe\u{301} E\u{301}lan", "cafe-elan"),
            ("Straße Ærø", "strasse-aero"),
            ("北京", "bei-jing"),
            ("co\u{ad}operate", "cooperate"),
            ("50 % warga", "50-warga"),
            ("", ""),
            ("—!?", ""),
            ("'", ""),
        ] {
            assert_eq!(slugify(text), slug, "{text}");
        }
    }

    #[test]
    fn long_titles_are_cut_between_words() {
        let words = "sepuluh111 ".repeat(20);
        let slug = slugify(&words);
        assert_eq!(slug, ["sepuluh111"; 9].join("-"));
        // A word that ends exactly at the limit is kept.
        let exact = format!("{}-{}", "a".repeat(49), "b".repeat(50));
        assert_eq!(slugify(&format!("{exact} c")), exact);
        assert_eq!(slugify(&exact), exact);
        assert_eq!(slugify(&"x".repeat(300)), "x".repeat(LONGEST));
        assert_eq!(slugify(&format!("{} {}", "y".repeat(10), "x".repeat(300))), "y".repeat(10));
    }

    proptest! {
        #[test]
        fn slugs_are_safe_and_stable(text in any::<String>()) {
            let slug = slugify(&text);
            prop_assert!(slug.len() <= LONGEST);
            prop_assert!(slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
            prop_assert!(!slug.starts_with('-') && !slug.ends_with('-') && !slug.contains("--"));
            prop_assert_eq!(slugify(&slug), slug);
        }

        #[test]
        fn ascii_is_read_like_any_other_text(text in "[\\x00-\\x7f]{0,120}") {
            // A soft hyphen vanishes, and with it the text is no ASCII.
            prop_assert_eq!(slugify(&format!("{text}\u{ad}")), slugify(&text));
        }

        #[test]
        fn long_slugs_are_stable(text in "[a-zé' -]{90,260}") {
            let slug = slugify(&text);
            prop_assert!(slug.len() <= LONGEST && !slug.ends_with('-'));
            prop_assert_eq!(slugify(&slug), slug);
        }
    }
}
