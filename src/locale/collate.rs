//! Alphabetical order for Indonesian and English readers, as keys to sort by.
//!
//! Letters are compared without case and accents, numbers by value (`Kecamatan 2` before `Kecamatan 10`), quotes not
//! at all, other punctuation as a space; spaces come before digits, digits before letters. The order is total: texts
//! that agree in all this are ordered by their bytes, and two different texts never have equal keys. Both languages
//! use the plain Latin alphabet, so no table per language is needed.

use std::cmp::Ordering;

use deunicode::deunicode_char;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A key whose byte order is the order of the texts. Make it once a text (`sort_by_cached_key`).
pub fn sort_key(text: &str) -> String {
    let mut key = Key { out: String::with_capacity(text.len() * 2 + 4), number: String::new(), apart: false };
    for character in text.nfkd() {
        if character.is_ascii() {
            key.push(character);
        } else if is_combining_mark(character) || is_apostrophe(character) {
            continue;
        } else if is_latin(character) {
            // `ß`, `ø`, `ł` and their like have no decomposition.
            deunicode_char(character).unwrap_or_default().chars().for_each(|letter| key.push(letter));
        } else {
            character.to_lowercase().for_each(|letter| key.push(letter));
        }
    }
    key.flush_number();
    // NUL sorts before all that a folded text can hold, so a text comes before the texts it begins.
    key.out.push('\0');
    key.out.push_str(text);
    key.out
}

/// The order of two texts; for long lists sort by [`sort_key`] instead.
pub fn compare(left: &str, right: &str) -> Ordering {
    sort_key(left).cmp(&sort_key(right))
}

/// The key so far, the digits of the number being read, and whether a space is due before the next letter or digit.
struct Key {
    out: String,
    number: String,
    apart: bool,
}

impl Key {
    fn push(&mut self, character: char) {
        if character.is_ascii_digit() {
            if self.number.is_empty() {
                self.space();
            }
            self.number.push(character);
            return;
        }
        self.flush_number();
        if character.is_alphanumeric() {
            self.space();
            self.out.push(character.to_ascii_lowercase());
        } else if character != '\'' && character != '"' && character != '`' {
            self.apart = true;
        }
    }

    fn space(&mut self) {
        if self.apart && !self.out.is_empty() {
            self.out.push(' ');
        }
        self.apart = false;
    }

    /// Writes a number as how many digits it has, then the digits: longer numbers are larger. Nine is the most that one
    /// digit can count; each `:` (the character after `9`) stands for nine more.
    fn flush_number(&mut self) {
        if self.number.is_empty() {
            return;
        }
        let digits = self.number.trim_start_matches('0');
        let mut count = digits.len();
        while count > 9 {
            self.out.push(':');
            count -= 9;
        }
        self.out.push(u32::try_from(count).ok().and_then(|count| char::from_digit(count, 10)).unwrap_or('9'));
        self.out.push_str(digits);
        self.number.clear();
    }
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '‘' | '’' | '‛' | '“' | '”' | '„' | '«' | '»' | 'ʻ' | 'ʼ' | '\u{ad}' | '\u{200b}'..='\u{200f}')
}

fn is_latin(character: char) -> bool {
    matches!(character, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

#[cfg(test)]
mod tests {
    use super::{compare, sort_key};
    use proptest::prelude::*;
    use std::cmp::Ordering;

    #[test]
    fn lists_are_in_reading_order() {
        let sorted = [
            "",
            "007",
            "8 Ball",
            "10 Tahun",
            "Batam",
            "batam",
            "Batam Kota",
            "Batam-Kota",
            "Batamindo",
            "“Batas”",
            "Batu Aji",
            "Bengkong",
            "Écran",
            "ecrans",
            "Jum'at",
            "Jumat",
            "Jumlah",
            "Kecamatan 2",
            "Kecamatan 02b",
            "Kecamatan 10",
            "Kecamatan 1234567890",
            "Kecamatan 12345678901",
            "Łódź",
            "Lubuk Baja",
            "Ørsted",
            "Straße 1",
            "Strasse 2",
            "Wali Kota",
            "Walikota",
        ];
        let mut actual = sorted.to_vec();
        actual.reverse();
        actual.sort_by_cached_key(|text| sort_key(text));
        assert_eq!(actual, sorted);
    }

    #[test]
    fn composed_and_decomposed_stand_together() {
        assert_eq!(compare("E\u{301}lan", "Elang"), Ordering::Less);
        assert_eq!(compare("\u{c9}lan", "Elang"), Ordering::Less);
        assert_eq!(compare("\u{c9}lan", "Ela"), Ordering::Greater);
    }

    proptest! {
        #[test]
        fn the_order_is_total(left in any::<String>(), right in any::<String>()) {
            prop_assert_eq!(compare(&left, &right) == Ordering::Equal, left == right);
            prop_assert_eq!(compare(&left, &right), compare(&right, &left).reverse());
        }

        #[test]
        fn numbers_sort_by_value(left in any::<u128>(), right in any::<u64>()) {
            let order = compare(&format!("No. {left}"), &format!("no. {right}"));
            if left != u128::from(right) {
                prop_assert_eq!(order, left.cmp(&u128::from(right)));
            }
        }

        #[test]
        fn case_does_not_matter(text in "[a-z0-9 ]{0,12}", other in "[a-z0-9 ]{0,12}") {
            let folded = |text: &str| sort_key(text).split('\0').next().unwrap_or_default().to_owned();
            prop_assert_eq!(folded(&text), folded(&text.to_uppercase()));
            prop_assert_eq!(folded(&text).cmp(&folded(&other)), folded(&text.to_uppercase()).cmp(&folded(&other)));
        }
    }
}
