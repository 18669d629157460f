//! Indonesian and English conventions: dates and times, numbers and money, names of people, telephone numbers, slugs, sorting.
//!
//! Values come in, text goes out (and, for dates, back again). The tables are part of the program, so the same
//! input gives the same text on every machine: no environment, system locale or system time zone is consulted.
//! Nothing here knows what a page is, and nothing here words a message for a writer: problems are data.

pub mod collate;
pub mod date;
pub mod name;
pub mod nearest;
pub mod number;
pub mod phone;
pub mod slug;

/// The language whose rules are used to write dates and numbers.
///
/// It is not the language of a page: a page in Javanese is written with Indonesian dates.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum Words {
    /// As EYD V and Indonesian offices write.
    Indonesian,
    /// As British English writes.
    English,
}

impl Words {
    /// The rules for a BCP 47 code. Only the first subtag counts, in any letter case. Malay and the regional languages
    /// that Indonesian offices write take Indonesian rules; every other language takes English ones.
    pub fn for_code(code: &str) -> Words {
        // `in` is the code that Indonesian had before ISO 639:1989; old exports still carry it.
        const INDONESIAN: [&str; 17] = [
            "id", "in", "ms", "jv", "su", "min", "mad", "ban", "bug", "ace", "bjn", "btk", "bbc", "mak", "sas", "nia",
            "zsm",
        ];
        let language = code.split(['-', '_']).next().unwrap_or_default();
        if INDONESIAN.iter().any(|known| known.eq_ignore_ascii_case(language)) {
            Words::Indonesian
        } else {
            Words::English
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn a_code_chooses_the_rules() {
        for code in ["id", "id-ID", "ID", "id_ID", "ms", "ms-MY", "jv", "su"] {
            assert_eq!(Words::for_code(code), Words::Indonesian, "{code}");
        }
        for code in ["en", "en-GB", "EN", "fr", "", "idx", "-id"] {
            assert_eq!(Words::for_code(code), Words::English, "{code}");
        }
    }
}
