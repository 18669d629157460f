//! A dateline that stands in the fields and once more at the start of the text: readers would see it twice.

use super::Sheet;
use crate::diagnostic::Code;
use crate::parse::prose::BREAK;

/// Between the city and the dash an agency or a date may stand, of so many bytes.
const MOST_BETWEEN: usize = 60;

/// Reports it.
pub(super) fn judge(sheet: &mut Sheet<'_>) {
    let dateline = sheet.release().and_then(|release| release.dateline.as_ref());
    let Some(city) = dateline.and_then(|dateline| dateline.city.as_deref()) else { return };
    let Some(start) = sheet.prose.opening else { return };
    let text = sheet.prose.text().get(start..).unwrap_or("");
    if let Some(length) = repeated(text, city) {
        let finding = sheet.in_text(Code::DatelineRepeated, start..start + length);
        let written = sheet.prose.slice(start..start + length).trim_end().to_owned();
        sheet.found.push(finding.with("written", written));
    }
}

/// How many bytes of the text are its dateline.
fn repeated(text: &str, city: &str) -> Option<usize> {
    let opened = text.strip_prefix(['(', '[']).unwrap_or(text);
    let is_bracketed = opened.len() < text.len();
    let head = opened.get(..city.len()).filter(|head| head.to_lowercase() == city.to_lowercase())?;
    let rest = opened.get(head.len()..)?;
    let read = text.len() - rest.len();
    if is_bracketed {
        let end = rest.find([')', ']']).filter(|end| *end <= MOST_BETWEEN)?;
        return rest.get(..end)?.starts_with([',', '/']).then_some(read + end + 1).or((end == 0).then_some(read + 1));
    }
    let dash = rest.find(['–', '—', '-']).filter(|at| *at <= MOST_BETWEEN)?;
    let between = rest.get(..dash)?;
    // A word behind the city is a sentence, and a dash without spaces joins words: `Batam-Tanjungpinang`.
    let is_dateline =
        between.ends_with(' ') && (between.trim().is_empty() || between.trim_start().starts_with([',', '(', '/']));
    let is_sentence = between.contains(". ") || between.contains(BREAK);
    let after = rest.get(dash..)?.trim_start_matches(['–', '—', '-']);
    let is_apart = after.starts_with(' ');
    (is_dateline && is_apart && !is_sentence).then(|| text.len() - after.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::proofreading::tests::{found, release};

    #[test]
    fn a_dateline_at_the_start_is_found() {
        for (text, city, dateline) in [
            ("BATAM – Pasar", "Batam", "BATAM –"),
            ("Batam, InfoPublik – Pasar", "Batam", "Batam, InfoPublik –"),
            ("Batam (Antara) - Pasar", "Batam", "Batam (Antara) -"),
            ("Batam, 3 Juni 2010 -- Pasar", "Batam", "Batam, 3 Juni 2010 --"),
            ("(Batam) Pasar", "Batam", "(Batam)"),
            ("[Batam, 3/6] Pasar", "Batam", "[Batam, 3/6]"),
        ] {
            assert_eq!(repeated(text, city).and_then(|length| text.get(..length)), Some(dateline), "{text}");
        }
    }

    #[test]
    fn a_sentence_is_none() {
        for text in [
            "Batam membuka pasar – lagi",
            "Batam-Tanjungpinang terhubung",
            "Batam, kota bahari, dibuka. Pasar – itu",
            "Batam",
            "Bat",
            "(Batam dan Bintan) membuka",
            "Kota Batam – Pasar",
            "",
        ] {
            assert_eq!(repeated(text, "Batam"), None, "{text}");
        }
    }

    #[test]
    fn only_a_release_with_a_dateline_repeats_it() {
        let text = "## Pasar\n\n**BATAM** – Pasar dibuka.\n";
        assert_eq!(found(&release("dateline: { city: Batam }", text), Code::DatelineRepeated), ["BATAM** –"]);
        assert_eq!(found(&release("", text), Code::DatelineRepeated), [""; 0]);
    }
}
