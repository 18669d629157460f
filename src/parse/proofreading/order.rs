//! Fields that speak of the text or of one another: foreign terms and quotes that do not stand in it, changes out of order, two
//! headings of the first rank.

use super::Sheet;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::parse::kinds::shared::ForeignTerm;
use crate::source::Location;
use crate::yaml::Line;
use crate::yaml::OneOr;

/// Reports them.
pub(super) fn judge(sheet: &mut Sheet<'_>) {
    let mut found = headings(sheet);
    found.append(changes(sheet));
    let common = &sheet.front().common;
    let quotes = sheet.release().map(|release| release.quotes.as_slice()).unwrap_or_default();
    if !common.foreign_terms.is_empty() || !quotes.is_empty() {
        let text = normal(sheet.prose.text());
        for (index, term) in common.foreign_terms.iter().enumerate() {
            let (words, path) = match term {
                OneOr::One(Line(words)) => (Some(words.as_str()), format!("foreign_terms[{index}]")),
                OneOr::Record(ForeignTerm { text, .. }) => (text.as_deref(), format!("foreign_terms[{index}].text")),
            };
            found.append(missing(sheet, Code::ForeignTermMissing, words, (&text, &path)));
        }
        for (index, quote) in quotes.iter().enumerate() {
            let path = format!("quotes[{index}].text");
            found.append(missing(sheet, Code::QuoteNotInText, quote.text.as_deref(), (&text, &path)));
        }
    }
    sheet.found.append(found);
}

fn missing(sheet: &Sheet<'_>, code: Code, words: Option<&str>, (text, path): (&str, &str)) -> Diagnostics {
    let absent = words.filter(|words| !text.contains(&normal(words)));
    let finding = absent.map(|words| sheet.front().finding(&sheet.document.source, code, &[path]).with("words", words));
    finding.into_iter().collect()
}

/// Words in small letters with single spaces and plain quotation marks, so that only words are compared.
fn normal(text: &str) -> String {
    let plain = text.chars().map(|letter| match letter {
        '“' | '”' | '„' | '«' | '»' => '"',
        '‘' | '’' => '\'',
        '–' | '—' => '-',
        _ => letter,
    });
    let plain: String = plain.flat_map(char::to_lowercase).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ").trim_matches(['"', '\'']).to_owned()
}

/// Changes that are not told from the first to the last.
fn changes(sheet: &Sheet<'_>) -> Diagnostics {
    let changes = &sheet.front().common.changes;
    let mut last = None;
    for (index, change) in changes.iter().enumerate() {
        let Some(at) = change.at.as_ref() else { continue };
        let key = (at.date(), at.time());
        if last.as_ref().is_some_and(|(before, _)| *before > key) {
            let path = format!("changes[{index}].at");
            let finding = sheet.front().finding(&sheet.document.source, Code::ChangesOutOfOrder, &[&path]);
            let before = last.and_then(|(_, before)| sheet.front().place(&format!("changes[{before}].at")));
            let before = before.map(|place| Location::new(&sheet.document.source, place));
            return before.into_iter().fold(finding, Diagnostic::related).into();
        }
        last = Some((key, index));
    }
    Diagnostics::new()
}

/// Headings of the rank of the title. The page shows its title as `h1` and `#` as `h2`, as it does `##`: with two of them, what
/// stands below each is no longer told from it.
fn headings(sheet: &Sheet<'_>) -> Diagnostics {
    let mut first_rank = sheet.document.body.headings.iter().filter(|heading| heading.level == 1);
    let (Some(first), Some(second)) = (first_rank.next(), first_rank.next()) else { return Diagnostics::new() };
    let place = |span: &std::ops::Range<usize>| {
        let length = sheet.document.source.slice(span.clone()).trim_end().len();
        span.start..span.start + length
    };
    let finding = sheet.at(Code::TwoTitles, place(&second.span)).with("count", 2 + first_rank.count());
    finding.related(Location::new(&sheet.document.source, place(&first.span))).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::proofreading::tests::{found, release};

    #[test]
    fn foreign_terms_stand_in_the_text() {
        let fields = "foreign_terms: [mind set, Output, { text: clean government }, absent]";
        let text = release(fields, "Pola pikir (*mind\nset*), output, dan clean **government**.\n");
        assert_eq!(found(&text, Code::ForeignTermMissing), ["absent"]);
    }

    #[test]
    fn quotes_stand_in_the_text() {
        let fields = "quotes:\n  - text: \"Pasar ini “milik” kita\"\n  - text: Pasar itu milik mereka";
        let text = release(
            fields,
            "Ia berkata, \"Pasar ini 'x' \"milik\"\nkita\", lalu pergi.\n\n“Pasar ini \"milik\" kita.”\n",
        );
        assert_eq!(found(&text, Code::QuoteNotInText), ["Pasar itu milik mereka"]);
    }

    #[test]
    fn changes_go_on_in_time() {
        let of = |first: &str, second: &str| {
            let fields = format!("changes:\n  - {{ at: {first}, note: a }}\n  - {{ at: {second}, note: b }}");
            found(&release(&fields, "Isi.\n"), Code::ChangesOutOfOrder)
        };
        assert_eq!(of("2010-06-05", "2010-06-04"), ["2010-06-04"]);
        assert_eq!(of("2010-06-04 10:00", "2010-06-04 09:00"), ["2010-06-04 09:00"]);
        assert_eq!(of("2010-06-04", "2010-06-04 09:00"), [""; 0]);
        assert_eq!(of("2010-06-04", "2010-06-04"), [""; 0]);
    }

    #[test]
    fn one_heading_of_the_first_rank_may_stand() {
        assert_eq!(found(&release("", "# Satu\n\n## Dua\n\n# Tiga\n\nIsi.\n"), Code::TwoTitles), ["# Tiga"]);
        assert_eq!(found(&release("", "# Satu\n\n## Dua\n\n```\n# Tiga\n```\n"), Code::TwoTitles), [""; 0]);
    }
}
