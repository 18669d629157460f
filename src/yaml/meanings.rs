//! What keys and words mean, in English and Indonesian. English stands in the declarations; Indonesian in `meanings.id.yaml`, which
//! has every key and every word, as a test sees to.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::fields::{Field, RecordShape};
use super::scalars::Word;
use crate::diagnostic::messages::Tongue;

/// The meanings in one language.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meanings {
    records: BTreeMap<String, BTreeMap<String, String>>,
    words: BTreeMap<String, BTreeMap<String, String>>,
}

impl Meanings {
    /// Those in `tongue`.
    pub fn new(tongue: Tongue) -> Meanings {
        match tongue {
            Tongue::English => Meanings::default(),
            // A file that does not parse gives English; the test below finds it.
            Tongue::Indonesian => serde_yaml::from_str(include_str!("meanings.id.yaml")).unwrap_or_default(),
        }
    }

    /// What a record is called in headings: `MediaInvite` → `Media invite`.
    pub fn title(&self, record: &RecordShape) -> String {
        let own = self.records.get(record.name).and_then(|keys| keys.get("called"));
        own.cloned().unwrap_or_else(|| {
            let mut text = String::new();
            for letter in record.name.chars() {
                if letter.is_uppercase() && !text.is_empty() {
                    text.push(' ');
                    text.extend(letter.to_lowercase());
                } else {
                    text.push(letter);
                }
            }
            text
        })
    }

    /// What a record is.
    pub fn about(&self, record: &RecordShape) -> &str {
        let own = self.records.get(record.name).and_then(|keys| keys.get("about"));
        own.map_or(record.doc.trim(), String::as_str)
    }

    /// What a field means. The fields that every item has stand under `Common`.
    pub fn field(&self, record: &RecordShape, field: &Field) -> &str {
        let own = |record: &str| self.records.get(record).and_then(|keys| keys.get(field.name));
        own(record.name).or_else(|| own("Common")).map_or(field.doc.trim(), String::as_str)
    }

    /// What a word of a list means.
    pub fn word(&self, list: &str, word: &Word) -> &str {
        let own = self.words.get(list).and_then(|words| words.get(word.word));
        own.map_or(word.doc.trim(), String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::reference;
    use super::*;
    use crate::parse::documents;
    use crate::parse::kinds::Common;

    #[test]
    fn indonesian_has_every_key_and_word_and_no_other() {
        let meanings: Meanings = serde_yaml::from_str(include_str!("meanings.id.yaml")).expect("it parses");
        let shapes: Vec<_> = documents::ALL.iter().map(|kind| (kind.shape)()).collect();
        let common: BTreeSet<&str> = RecordShape::of::<Common>().fields().map(|field| field.name).collect();
        let mut declared: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::from([("Common", common.clone())]);
        for record in reference::records_in(&shapes) {
            let fields: BTreeSet<&str> = record.fields().map(|field| field.name).collect();
            // An item's record holds what every item has, and that is declared once.
            let own = if fields.is_superset(&common) { &fields - &common } else { fields };
            declared.insert(record.name, own);
        }
        declared.values_mut().for_each(|fields| fields.extend(["called", "about"]));
        let written: BTreeMap<&str, BTreeSet<&str>> = meanings
            .records
            .iter()
            .map(|(name, keys)| (name.as_str(), keys.keys().map(String::as_str).collect()))
            .collect();
        assert_eq!(written, declared);
        let declared: BTreeMap<&str, BTreeSet<&str>> = reference::word_lists_in(&shapes)
            .into_iter()
            .map(|(name, words)| (name, words.iter().map(|word| word.word).collect()))
            .collect();
        let written: BTreeMap<&str, BTreeSet<&str>> = meanings
            .words
            .iter()
            .map(|(name, words)| (name.as_str(), words.keys().map(String::as_str).collect()))
            .collect();
        assert_eq!(written, declared);
    }
}
