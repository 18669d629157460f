//! The files of a first site, filled with what was answered. Whatever that is, it stands in them as it was typed.

use super::answers::Answers;
use crate::config::BaseUrl;
use crate::diagnostic::messages::Tongue;
use crate::locale::slug::slugify;
use crate::yaml::{Id, Scalar, quoted};

/// Path, Indonesian and English text; words in `<>` are filled in.
const FILES: &[(&str, &str, &str)] = &[
    ("warta.yaml", include_str!("id/warta.yaml"), include_str!("en/warta.yaml")),
    ("data/organizations.yaml", include_str!("id/organizations.yaml"), include_str!("en/organizations.yaml")),
    ("content/siaran-pers/_index.md", include_str!("id/siaran-pers.md"), include_str!("en/siaran-pers.md")),
    ("content/siaran-pers/contoh.md", include_str!("id/contoh.md"), include_str!("en/contoh.md")),
    ("content/tentang.md", include_str!("id/tentang.md"), include_str!("en/tentang.md")),
    (".gitignore", "/public\n/public-server\n/.warta\n", "/public\n/public-server\n/.warta\n"),
];

/// Every file, by its path in the project.
pub(super) fn files(answers: &Answers) -> impl Iterator<Item = (&'static str, String)> {
    let is_english = answers.language == Tongue::English;
    let values = [
        ("<organization>", organization(&answers.name, is_english)),
        ("<name>", quoted(&answers.name)),
        ("<email>", quoted(&email(&answers.base_url, is_english))),
        ("<base_url>", quoted_address(&answers.base_url)),
        ("<time_zone>", answers.time_zone.clone()),
    ];
    FILES.iter().map(move |(path, indonesian, english)| {
        let text = if is_english { english } else { indonesian };
        (*path, filled(text, &values))
    })
}

/// Each place is filled once, so that no answer is taken for a place.
fn filled(text: &str, values: &[(&str, String)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    let next = |rest: &str| {
        let places = values.iter().filter_map(|(place, value)| Some((rest.find(place)?, *place, value.clone())));
        places.min_by_key(|(at, ..)| *at)
    };
    while let Some((at, place, value)) = next(rest) {
        let (before, from) = rest.split_at(at);
        filled.push_str(before);
        filled.push_str(&value);
        rest = from.strip_prefix(place).unwrap_or_default();
    }
    filled + rest
}

/// An id made from the name; a usual one where nothing fits, as for names in other scripts.
fn organization(name: &str, is_english: bool) -> String {
    let made = slugify(name);
    // What YAML would take for a number or a word of its own is no id that can be written without quotation marks.
    let is_plain = made.starts_with(|letter: char| letter.is_ascii_lowercase())
        && !["true", "false", "null"].contains(&made.as_str());
    let usual = if is_english { "press-office" } else { "bagian-humas" };
    if is_plain && Id::from_scalar(&made).is_ok() { made } else { usual.to_owned() }
}

/// An address for mail that nobody has, but that is of the government where the site is: `check` asks for that.
fn email(base_url: &str, is_english: bool) -> String {
    let (desk, elsewhere) = if is_english { ("press", "press.example") } else { ("humas", "humas.example") };
    let address = BaseUrl::parse(base_url);
    let host = address.as_ref().map_or("", BaseUrl::host).to_ascii_lowercase();
    let own = host.trim_end_matches('.');
    let own = own.strip_prefix("www.").unwrap_or(own);
    format!("{desk}@{}", if own.ends_with(".go.id") { own } else { elsewhere })
}

/// An address, which needs no quotation marks where it is like most.
fn quoted_address(address: &str) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, ':' | '/' | '.' | '-' | '_' | '~');
    let is_plain = address.chars().all(plain) && !address.ends_with(':');
    if is_plain { address.to_owned() } else { quoted(address) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::config::{Config, resolve};
    use crate::source::Source;
    use crate::yaml::read_free;

    fn made(answers: &Answers, path: &str) -> String {
        files(answers).find(|(own, _)| *own == path).unwrap().1
    }

    fn config(answers: &Answers) -> std::sync::Arc<Config> {
        let text = made(answers, "warta.yaml");
        let (config, found) = resolve(&Source::new("warta.yaml", text.clone()), None);
        assert!(found.is_empty(), "{text}\n{found:?}");
        config.unwrap().into()
    }

    fn answers(name: &str, base_url: &str) -> Answers {
        let language = if name.len().is_multiple_of(2) { Tongue::English } else { Tongue::Indonesian };
        Answers {
            language,
            name: name.to_owned(),
            base_url: base_url.to_owned(),
            time_zone: "Asia/Makassar".to_owned(),
        }
    }

    #[test]
    fn an_organisation_is_named_after_the_office() {
        assert_eq!(organization("Dinas Kominfo Kota Batam", false), "dinas-kominfo-kota-batam");
        let long = "a ".repeat(75);
        for name in ["∅", "112", "True", long.trim()] {
            assert_eq!(organization(name, true), "press-office", "{name}");
        }
    }

    #[test]
    fn a_place_in_an_answer_is_no_place() {
        assert_eq!(config(&answers("<time_zone>", "https://a.example")).languages[0].title, "<time_zone>");
    }

    proptest! {
        #[test]
        fn what_was_answered_is_read_again(name in r#"[\PC"':#{}\[\]&*!|>%@`,?-]{1,40}"#, host in r"[^\s?#\x22<>/\\\p{C}]{1,20}") {
            let name = name.trim();
            prop_assume!(!name.is_empty());
            let address = format!("https://{host}");
            let answers = answers(name, &address);
            let config = config(&answers);
            prop_assert_eq!(&config.languages[0].title, name);
            prop_assert_eq!(&config.base_url.origin, &address);
            prop_assert_eq!(config.zone.name(), "Asia/Makassar");
            let own = config.organization.clone().unwrap();
            let records = read_free(&Source::new("a", made(&answers, "data/organizations.yaml"))).unwrap();
            prop_assert_eq!(records[own.0.as_str()]["name"].as_str(), Some(name));
        }
    }
}
