//! `warta.yaml` → the settings of a site.

#![no_main]

use libfuzzer_sys::fuzz_target;
use warta::config;
use warta_fuzz::{is_clean, judge, source};

fuzz_target!(|data: &[u8]| {
    let Some((source, clean)) = source(config::FILE, data) else { return };
    let (config, found) = config::resolve(&source, None);
    judge(&found);
    let (other, told) = config::resolve(&source, Some("https://lain.example"));
    judge(&told);
    assert!(config.is_some() || other.is_some() || found.has_errors(), "no settings and no reason");
    let Some(config) = config.filter(|_| !found.has_errors()) else { return };
    assert!(!config.languages.is_empty() && config.menus.len() == config.languages.len());
    assert!(config.feed_size > 0 && config.base_url.origin.starts_with("http"));
    assert!(!config.base_url.path.ends_with('/'));
    assert!((1..=6).contains(&config.markdown.toc_depth.0) && (1..=6).contains(&config.markdown.toc_depth.1));
    for lang in config.langs() {
        let language = config.language(lang);
        assert_eq!(config.lang_of(&language.code), Some(lang), "two languages of one code");
        if clean {
            is_clean(&language.title);
            is_clean(&language.name);
        }
    }
    for taxonomy in &config.taxonomies {
        assert!(!taxonomy.path.is_empty() && taxonomy.titles.len() == config.languages.len());
    }
});
