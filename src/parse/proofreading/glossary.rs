//! Spellings that the glossary of the site knows as wrong, each with the right one.

use super::lexicon::{Hit, Lexicon};
use super::{Sheet, in_value};
use crate::diagnostic::Code;
use crate::parse::components::Literal;

/// Arguments of components that readers see as words.
const WORDS: [&str; 3] = ["caption", "title", "alt"];

/// Reports each wrong word of the text, the title, the summary and captions.
pub(super) fn judge(sheet: &mut Sheet<'_>, hits: &[Hit<'_>], lexicon: &Lexicon) {
    for hit in hits {
        let written = sheet.prose.slice(hit.range.clone());
        if let Some(right) = hit.entry.right.as_deref().and_then(|right| mended(written, right)) {
            let finding = sheet.in_text(Code::Glossary, hit.range.clone()).with("written", written);
            sheet.found.push(finding.with("suggestion", right));
        }
    }
    let wrong = |text: &str| {
        let hits = lexicon.hits(text).into_iter();
        let wrong = hits.filter_map(|hit| {
            let written = text.get(hit.range.clone())?;
            Some((hit.range, (written.to_owned(), mended(written, hit.entry.right.as_deref()?)?)))
        });
        wrong.collect::<Vec<_>>()
    };
    for (path, value) in sheet.fields() {
        for (place, (written, right)) in sheet.in_field(path, value, wrong) {
            let finding = sheet.at(Code::Glossary, place).with("written", written).with("suggestion", right);
            sheet.found.push(finding);
        }
    }
    let arguments = sheet.document.body.components.iter().flat_map(|call| &call.arguments);
    for argument in arguments.filter(|argument| WORDS.contains(&argument.name.as_str())) {
        let Literal::Text(value) = &argument.value else { continue };
        for (place, (written, right)) in in_value(&sheet.document.source, || Some(argument.span.clone()), value, wrong)
        {
            let finding = sheet.at(Code::Glossary, place).with("written", written).with("suggestion", right);
            sheet.found.push(finding);
        }
    }
}

/// The right word in the letters of the wrong one: capitals where that had them. None where it is written like that already.
fn mended(written: &str, right: &str) -> Option<String> {
    let mut letters = written.chars().filter(|letter| letter.is_alphabetic());
    let is_all = written.chars().count() > 1 && letters.clone().all(char::is_uppercase);
    let is_first = letters.next().is_some_and(char::is_uppercase);
    let mut rest = right.chars();
    let mended = match rest.next() {
        _ if is_all => right.to_uppercase(),
        Some(first) if is_first => first.to_uppercase().chain(rest).collect(),
        _ => right.to_owned(),
    };
    (mended != written).then_some(mended)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::proofreading::tests::{found_with, release};

    #[test]
    fn the_right_word_has_the_letters_of_the_wrong_one() {
        let of = |written: &str, right: &str| mended(written, right);
        assert_eq!(of("Kerjasama", "kerja sama").as_deref(), Some("Kerja sama"));
        assert_eq!(of("KERJASAMA", "kerja sama").as_deref(), Some("KERJA SAMA"));
        assert_eq!(of("nopember", "November").as_deref(), Some("November"));
        assert_eq!(of("goverment", "government").as_deref(), Some("government"));
        // An entry about capitals finds what has none, and leaves what has them.
        assert_eq!((of("batam", "Batam").as_deref(), of("Batam", "Batam")), (Some("Batam"), None));
    }

    #[test]
    fn words_are_found_where_readers_see_them() {
        let lexicon = Lexicon::new([("Walikota", "Wali Kota"), ("kerjasama", "kerja sama")], []);
        let text = release(
            "subtitle: \"Pidato \\\"Walikota\\\" kita\"\nsummary: >-\n  Walikota Batam\n  membuka kerjasama.\nimage: { src: a.jpg, alt: a, caption: Walikota }",
            "Kata **Walikota** `Walikota` [kerjasama](https://a.id/kerjasama)\n\n```\nWalikota\n```\n\n\
             {{<figure src=\"walikota.jpg\" caption=\"Bersama Walikota\"/>}}\n\n<p title=\"Walikota\">x</p>\n",
        );
        let found = found_with(&text, &lexicon, Code::Glossary);
        assert_eq!(found, ["Walikota", "kerjasama", "Walikota", "Walikota", "kerjasama", "Walikota", "Walikota"]);
    }

    #[test]
    fn right_words_are_left_alone() {
        let lexicon = Lexicon::new([("Walikota", "Wali Kota"), ("suat", "suatu")], []);
        let text =
            release("summary: Wali Kota membuka suatu acara.", "Wali Kota, suatu, perwalikotaan, humas@walikota.id.\n");
        assert_eq!(found_with(&text, &lexicon, Code::Glossary), [""; 0]);
    }
}
