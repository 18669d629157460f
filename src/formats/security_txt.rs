//! `security.txt` (RFC 9116): whom to tell of a hole in the site.

use std::fmt::Write;

use jiff::Timestamp;

/// What it says. Addresses are absolute.
#[derive(Clone, Debug)]
pub struct SecurityTxt<'a> {
    /// The best first (§2.5.3).
    pub contacts: Vec<String>,
    /// From when on it must not be believed (§2.5.5).
    pub expires: Timestamp,
    /// Languages in which one may write (§2.5.8), as BCP 47 tags.
    pub languages: Vec<&'a str>,
    /// Its own address (§2.5.2).
    pub canonical: String,
    /// Where the rules stand (§2.5.7).
    pub policy: Option<String>,
    /// Where a key for mail lies (§2.5.4).
    pub encryption: Option<String>,
    /// Who helped before (§2.5.1).
    pub acknowledgments: Option<String>,
}

/// The text of the file. No value holds a line break, since none of the addresses may hold white space.
pub fn write(own: &SecurityTxt<'_>) -> String {
    let mut text = String::new();
    let mut line = |name: &str, value: &str| {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{name}: {value}");
    };
    own.contacts.iter().for_each(|contact| line("Contact", contact));
    line("Expires", &own.expires.to_string());
    for (name, value) in
        [("Encryption", &own.encryption), ("Acknowledgments", &own.acknowledgments), ("Policy", &own.policy)]
    {
        if let Some(value) = value {
            line(name, value);
        }
    }
    line("Preferred-Languages", &own.languages.join(", "));
    line("Canonical", &own.canonical);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_field_has_its_line() {
        let own = SecurityTxt {
            contacts: vec!["mailto:a@humas.example".to_owned(), "https://humas.example/lapor/".to_owned()],
            expires: Timestamp::UNIX_EPOCH,
            languages: vec!["id", "en"],
            canonical: "https://humas.example/.well-known/security.txt".to_owned(),
            policy: Some("https://humas.example/aturan/".to_owned()),
            encryption: None,
            acknowledgments: None,
        };
        assert_eq!(
            write(&own),
            "Contact: mailto:a@humas.example\nContact: https://humas.example/lapor/\nExpires: 1970-01-01T00:00:00Z\n\
             Policy: https://humas.example/aturan/\nPreferred-Languages: id, en\n\
             Canonical: https://humas.example/.well-known/security.txt\n"
        );
    }
}
