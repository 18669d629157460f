//! Links whose words do not say where they lead: `di sini`, `read more`, or the address itself.

use super::Sheet;
use crate::diagnostic::Code;

/// Words that say nothing by themselves.
const EMPTY: [&str; 26] = [
    "baca lebih lanjut",
    "baca selengkapnya",
    "baca selanjutnya",
    "click",
    "click here",
    "di sini",
    "disini",
    "download",
    "here",
    "klik",
    "klik di sini",
    "klik disini",
    "lebih lanjut",
    "lihat di sini",
    "lihat selengkapnya",
    "link",
    "link ini",
    "link this",
    "more",
    "read more",
    "selanjutnya",
    "selengkapnya",
    "sini",
    "tautan",
    "tautan ini",
    "this link",
];

/// Reports them.
pub(super) fn judge(sheet: &mut Sheet<'_>) {
    for range in &sheet.prose.links {
        let words = sheet.prose.slice(range.clone());
        if let Some(problem) = problem(words) {
            let finding = sheet.in_text(Code::LinkText, range.clone());
            sheet.found.push(finding.with("problem", problem).with("words", words));
        }
    }
}

fn problem(words: &str) -> Option<&'static str> {
    let words = words.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '/');
    // What is longer says more, and need not be looked at.
    if words.len() > 2000 {
        return None;
    }
    let lower = words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let is_address = lower.starts_with("http://") || lower.starts_with("https://");
    if EMPTY.contains(&lower.as_str()) {
        Some("empty")
    } else if is_address && !lower.contains(' ') {
        Some("address")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::proofreading::tests::{found, release};

    #[test]
    fn empty_words_are_found() {
        for words in
            ["di sini", "Klik di sini", "**selengkapnya**", "Baca selengkapnya …", "here", "Read more »", "Disini!"]
        {
            let text = release("", &format!("Jadwal ada [{words}](https://a.id).\n"));
            assert_eq!(found(&text, Code::LinkText).len(), 1, "{words}");
        }
        assert_eq!(found(&release("", "[https://a.id/b](https://a.id/b)\n"), Code::LinkText), ["https://a.id/b"]);
    }

    #[test]
    fn words_that_say_something_are_left_alone() {
        for text in [
            "[Jadwal di sini](https://a.id)",
            "[humas.batam.go.id](https://humas.batam.go.id)",
            "<https://a.id>",
            "https://a.id",
            "di sini",
            "[![Peta](a.png)](https://a.id)",
            "[`di sini`](https://a.id)",
        ] {
            assert_eq!(found(&release("", &format!("{text}\n")), Code::LinkText), [""; 0], "{text}");
        }
    }
}
