//! What readers expect of an item and do not find, told once: stages that see different things find different keys missing.

use super::{Argument, Code, Diagnostic, Diagnostics};

impl Diagnostics {
    /// The findings of expected keys at one place as one, with all their keys.
    #[must_use]
    pub fn with_expectations_joined(self) -> Diagnostics {
        let (mut expected, others): (Vec<Diagnostic>, Vec<Diagnostic>) =
            self.into_iter().partition(|finding| finding.code == Code::ExpectedKey);
        // Stable: what was found first stands first.
        expected.sort_by(|one, other| one.primary.cmp(&other.primary));
        let joined = expected.chunk_by(|one, other| one.primary == other.primary).filter_map(joined);
        joined.chain(others).collect()
    }
}

fn joined(same: &[Diagnostic]) -> Option<Diagnostic> {
    let mut first = same.first()?.clone();
    let keys = |finding: &Diagnostic| match argument(finding, "keys") {
        Some(Argument::Key(english, indonesian)) => Some((english.clone(), indonesian.clone())),
        _ => None,
    };
    let count = |finding: &Diagnostic| match argument(finding, "count") {
        Some(Argument::Number(count)) => *count,
        _ => 0,
    };
    let (english, indonesian): (Vec<String>, Vec<String>) = same.iter().filter_map(keys).unzip();
    let total: i64 = same.iter().map(count).sum();
    for (name, value) in &mut first.arguments {
        match *name {
            "keys" => *value = Argument::Key(english.join(", "), indonesian.join(", ")),
            "count" => *value = Argument::Number(total),
            _ => {}
        }
    }
    Some(first)
}

fn argument<'a>(finding: &'a Diagnostic, name: &str) -> Option<&'a Argument> {
    finding.arguments.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::source::Source;

    #[test]
    fn keys_at_one_place_are_told_together() {
        let sources = ["a.md", "b.md"].map(|path| Source::new(path, "---"));
        let expected = |source: &Arc<Source>, key: &str, alias: &str| {
            let keys = Argument::Key(key.to_owned(), alias.to_owned());
            Diagnostic::at(Code::ExpectedKey, source, 0..3).with("keys", keys).with("count", 1_usize)
        };
        let [one, other] = &sources;
        let found: Diagnostics = [
            expected(one, "summary", "ringkasan"),
            expected(other, "summary", "ringkasan"),
            expected(one, "contacts", "narahubung"),
        ]
        .into_iter()
        .collect();
        let joined: Vec<Diagnostic> = found.with_expectations_joined().into_iter().collect();
        assert_eq!(joined.len(), 2);
        let keys = Argument::Key("summary, contacts".to_owned(), "ringkasan, narahubung".to_owned());
        let first = joined.first().unwrap();
        assert_eq!((argument(first, "keys"), argument(first, "count")), (Some(&keys), Some(&Argument::Number(2))));
    }
}
