//! Names of people with their titles.
//!
//! Titles before a name are separated by spaces, degrees after it by a comma and a space each (EYD V, the comma
//! between a name and a degree). Titles take no part in sorting: Indonesian names are sorted by their first word and
//! `Dra. Dini` stands under D, not under Dra.

use crate::locale::collate;

/// `Dra. Dini Saraswati, M.A.P.` Empty parts are left out.
pub fn person_name(prefix: &[impl AsRef<str>], name: &str, suffix: &[impl AsRef<str>]) -> String {
    let mut out = String::with_capacity(64);
    for title in prefix {
        let title = title.as_ref().trim();
        if !title.is_empty() {
            out.push_str(title);
            out.push(' ');
        }
    }
    out.push_str(name.trim());
    for degree in suffix {
        let degree = degree.as_ref().trim();
        if !degree.is_empty() {
            out.push_str(", ");
            out.push_str(degree);
        }
    }
    out
}

/// The key that sorts people: of the name without titles.
pub fn sort_key(name: &str) -> String {
    collate::sort_key(name.trim())
}

#[cfg(test)]
mod tests {
    use super::{person_name, sort_key};

    const NONE: [&str; 0] = [];

    #[test]
    fn titles_stand_around_the_name() {
        assert_eq!(person_name(&["Dra."], "Dini Saraswati", &["M.A.P."]), "Dra. Dini Saraswati, M.A.P.");
        assert_eq!(person_name(&NONE, "Maaz Ismail", &NONE), "Maaz Ismail");
        assert_eq!(
            person_name(&["Prof.", "Dr."], "Siti Aminah", &["S.E.", "M.Si.", "Ph.D."]),
            "Prof. Dr. Siti Aminah, S.E., M.Si., Ph.D."
        );
        assert_eq!(person_name(&["", " H. "], " Ahmad ", &[" "]), "H. Ahmad");
    }

    #[test]
    fn people_sort_by_first_name() {
        let mut names = ["Zainal", "Élan Putra", "amzakar", "Dini Saraswati", "Maaz Ismail"];
        names.sort_by_cached_key(|name| sort_key(name));
        assert_eq!(names, ["amzakar", "Dini Saraswati", "Élan Putra", "Maaz Ismail", "Zainal"]);
    }
}
