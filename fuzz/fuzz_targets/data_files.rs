//! A data file: as records of every table, as comments, as the ledger, as free data, and those that are sound in a whole site.

#![no_main]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use libfuzzer_sys::fuzz_target;
use warta::parse::{comments, ledger, records};
use warta::read::Sources;
use warta::source::Source;
use warta::yaml;
use warta_fuzz::site::{SAMPLE, rendered};
use warta_fuzz::{is_clean, judge, source};

const TABLES: &[&str] = &[
    "data/people.yaml",
    "data/organizations.yaml",
    "data/topics.yaml",
    "data/districts.yaml",
    "data/venues.yaml",
    "data/contacts.yaml",
    "data/boilerplates.yaml",
    "data/views.yaml",
];

/// Inputs up to this length are tried in a whole site.
const WHOLE: usize = 4096;

fuzz_target!(|data: &[u8]| {
    let Some((source, clean)) = source("data/people.yaml", data) else { return };
    let text = source.text();
    let free = yaml::read_free(&source);
    if let Err(problem) = &free {
        judge(&(**problem).clone().into());
    }
    if let (Ok(value), true) = (&free, clean) {
        strings(value, 0);
    }
    let as_file = |path: &str| Source::new(path, text);
    let own = as_file("content/berita/satu.komentar.yaml");
    let (file, found) = comments::parse(&own, &SAMPLE.config);
    judge(&found);
    if !found.has_errors() {
        let mut ids = BTreeSet::new();
        for comment in &file.approved {
            assert!(ids.insert(&comment.id), "two comments of one id");
        }
    }
    let of_comments = found.has_errors();
    let ledger = as_file("addresses.yaml");
    judge(&ledger::parse(Some(&ledger)).1);
    let mut fits = None;
    for path in TABLES {
        let data = BTreeMap::from([((*path).to_owned(), as_file(path))]);
        let (_, found) = records::parse(&Sources { data, ..Sources::default() }, &SAMPLE.config);
        judge(&found);
        if !found.has_errors() {
            fits.get_or_insert(*path);
        }
    }
    if data.len() > WHOLE {
        return;
    }
    let mut sources = SAMPLE.sources.clone();
    if let Some(path) = fits {
        sources.data.insert(path.to_owned(), as_file(path));
    }
    if !of_comments {
        sources.comments = vec![own];
    }
    if fits.is_none() && of_comments {
        return;
    }
    sources.data.insert("data/bebas.yaml".to_owned(), as_file("data/bebas.yaml"));
    let layer = sources.layers.first_mut().expect("a layer");
    let template = "{{ load_data(path=\"bebas.yaml\") }}{% for comment in page.comments.items %}{{ comment.html }}{% endfor %}{% for person in page.people %}{{ person.name }}{% endfor %}";
    layer.templates.insert("page.html".to_owned(), Source::new("templates/page.html", template));
    let (outputs, found) = rendered(sources, &Arc::clone(&SAMPLE.config));
    judge(&found);
    if clean && !found.has_errors() {
        let texts = outputs.values().filter_map(|bytes| std::str::from_utf8(bytes).ok());
        // Calendars and tables end their lines so (RFC 5545 §3.1, RFC 4180 §2); texts were read without.
        texts.for_each(|text| is_clean(&text.replace("\r\n", "\n")));
    }
});

fn strings(value: &serde_json::Value, depth: usize) {
    assert!(depth < 1000, "free data without end");
    match value {
        serde_json::Value::String(text) => is_clean(text),
        serde_json::Value::Array(items) => items.iter().for_each(|item| strings(item, depth + 1)),
        serde_json::Value::Object(entries) => {
            entries.iter().for_each(|(key, item)| {
                is_clean(key);
                strings(item, depth + 1);
            });
        }
        _ => {}
    }
}
