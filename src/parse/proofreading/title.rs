//! Titles of releases: too short to say anything, too long to be read, a sentence with its full stop, shouted.

use super::Sheet;
use crate::diagnostic::Code;

/// Characters below which a title says nothing.
const SHORTEST: usize = 8;

/// Characters above which lists and search engines cut it.
const LONGEST: usize = 110;

/// Of a hundred letters more capitals than these are too many.
const MOST_CAPITALS: usize = 60;

/// A word of so many letters may be an acronym.
const ACRONYM: usize = 5;

/// Reports what is odd about the title, the first thing only.
pub(super) fn judge(sheet: &mut Sheet<'_>) {
    let Some(title) = sheet.front().common.title.as_deref().filter(|_| sheet.release().is_some()) else { return };
    let Some(problem) = problem(title) else { return };
    let finding = sheet.front().finding(&sheet.document.source, Code::TitleForm, &["title"]);
    let limit = if problem == "short" { SHORTEST } else { LONGEST };
    sheet.found.push(finding.with("problem", problem).with("length", title.chars().count()).with("limit", limit));
}

fn problem(title: &str) -> Option<&'static str> {
    let title = title.trim();
    let length = title.chars().count();
    if length < SHORTEST {
        Some("short")
    } else if is_shouted(title) {
        Some("capitals")
    } else if title.ends_with('.') && !title.ends_with("..") && !ends_in_abbreviation(title) {
        Some("full-stop")
    } else if length > LONGEST && length <= 150 {
        // Beyond 150 the length itself is told.
        Some("long")
    } else {
        None
    }
}

/// Whether most letters are capitals, short acronyms aside.
fn is_shouted(title: &str) -> bool {
    let words = title.split(|letter: char| !letter.is_alphanumeric());
    let is_acronym = |word: &&str| {
        word.chars().count() <= ACRONYM && word.chars().all(|letter| letter.is_uppercase() || letter.is_numeric())
    };
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    // Where all words are capitals, the short ones are no acronyms.
    let long = words.iter().copied().filter(|word| !is_acronym(word));
    let letters = || long.clone().flat_map(str::chars).filter(|letter| letter.is_alphabetic());
    letters().filter(|letter| letter.is_uppercase()).count() * 100 > letters().count() * MOST_CAPITALS
}

/// `PT Contoh Tbk.`, `dkk.`, `No.`: a full stop that belongs to the word.
fn ends_in_abbreviation(title: &str) -> bool {
    let last = title.rsplit(' ').next().unwrap_or("").trim_end_matches('.');
    last.contains('.') || ["Tbk", "dkk", "dll", "dsb", "Jr", "Sr", "Inc", "Ltd", "Co", "etc"].contains(&last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::proofreading::tests::{found, release};

    #[test]
    fn titles_are_judged() {
        let long = "Pasar pagi ".repeat(11);
        for (title, expected) in [
            ("Pasar", Some("short")),
            (long.as_str(), Some("long")),
            ("Pasar pagi dibuka kembali.", Some("full-stop")),
            ("PEMERINTAH KOTA BATAM BUKA PASAR", Some("capitals")),
            ("Pemerintah Kota Batam buka pasar", None),
            ("BPBD dan BMKG latih warga", None),
            ("Reformasi Birokrasi Untuk Perbaiki Kinerja Wujudkan ‘Good Governance’", None),
            ("Kota Batam gandeng PT Contoh Tbk.", None),
            ("Batam menuju kota bahari...", None),
            ("Surat dari S.H.", None),
            ("KPK, BPK, BPKP", None),
            ("批准预算的新闻发布会", None),
        ] {
            assert_eq!(problem(title), expected, "{title}");
        }
    }

    #[test]
    fn other_kinds_have_titles_of_their_own() {
        let text = release("kind: page\ntitle: Kontak", "Isi.\n");
        assert_eq!(found(&text, Code::TitleForm), [""; 0]);
        assert_eq!(found(&release("title: Kontak", "Isi.\n"), Code::TitleForm), ["Kontak"]);
    }
}
