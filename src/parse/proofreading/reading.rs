//! What is good to know of a release: it has no picture, nothing leads on from it, it is long or short.

use super::Sheet;
use crate::diagnostic::{Code, Diagnostic};

/// Words that are read in a minute.
const PER_MINUTE: usize = 200;

/// A release of more words is long.
const LONG: usize = 1200;

/// One of fewer is short.
const SHORT: usize = 60;

/// Says it.
pub(super) fn judge(sheet: &mut Sheet<'_>) {
    if sheet.release().is_none() {
        return;
    }
    let common = &sheet.front().common;
    let about = |code| Diagnostic::in_file(code, &sheet.document.source);
    let mut told = Vec::new();
    if common.image.is_none() {
        told.push(about(Code::NoImage));
    }
    let leads_on = common.event.is_some()
        || common.programme.is_some()
        || !common.topics.is_empty()
        || !common.tags.is_empty()
        || !common.related.is_empty();
    if !leads_on {
        told.push(about(Code::NothingRelated));
    }
    let words = sheet.document.body.words;
    if !(SHORT..=LONG).contains(&words) {
        let problem = if words > LONG { "long" } else { "short" };
        let length = about(Code::ReadingLength).with("problem", problem).with("words", words);
        told.push(length.with("minutes", words.div_ceil(PER_MINUTE)));
    }
    sheet.found.extend(told);
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::{Code, Severity};
    use crate::parse::proofreading::Lexicon;
    use crate::parse::proofreading::tests::{findings, release};

    fn told(fields: &str, words: usize) -> Vec<Code> {
        let found = findings(&release(fields, &format!("{}\n", "kata ".repeat(words))), &Lexicon::default());
        found.iter().filter(|finding| finding.severity == Severity::Info).map(|finding| finding.code).collect()
    }

    #[test]
    fn what_is_good_to_know_is_information() {
        assert_eq!(told("", 59), [Code::NoImage, Code::NothingRelated, Code::ReadingLength]);
        assert_eq!(told("image: { src: a.jpg, alt: a }\ntags: [pasar]", 1201), [Code::ReadingLength]);
        assert_eq!(told("image: { src: a.jpg, alt: a }\nevent: pasar", 60), []);
        assert_eq!(told("kind: page", 5), []);
    }
}
