//! Where the log of corrections lies.

use crate::config::{Config, Lang};
use crate::locale::Words;

/// Corrections on one page of the log.
pub const PAGE_SIZE: usize = 20;

/// The template of the log. A theme without it has no log.
pub const TEMPLATE: &str = "corrections.html";

/// The address of the log in a language.
pub fn path(config: &Config, lang: Lang) -> String {
    let word = match config.language(lang).words {
        Words::Indonesian => "koreksi",
        Words::English => "corrections",
    };
    format!("{}/{word}/", config.lang_prefix(lang))
}

/// The place of a correction on the page of its item.
pub fn anchor(index: usize) -> String {
    format!("koreksi-{}", index + 1)
}
