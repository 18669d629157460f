//! A text that is one picture and nothing else, such as a poster that was scanned: who does not see it learns nothing.

use super::Sheet;
use crate::diagnostic::Code;

/// Components that show a picture.
const PICTURES: [&str; 2] = ["figure", "image"];

/// Reports it.
pub(super) fn judge(sheet: &mut Sheet<'_>) {
    let body = &sheet.document.body;
    let written = sheet.document.source.slice(body.range.clone());
    let trimmed = written.trim();
    let has_words = sheet.prose.text().contains(char::is_alphanumeric);
    if has_words || trimmed.is_empty() || body.has_raw_html {
        return;
    }
    let is_picture = match (body.components.as_slice(), body.links.iter().filter(|link| link.image).count()) {
        ([], 1) => sheet.prose.text().trim().chars().count() == 1,
        ([call], 0) => PICTURES.contains(&call.name.as_str()) && call.span.len() == trimmed.len(),
        _ => false,
    };
    if is_picture {
        let start = body.range.start + written.len() - written.trim_start().len();
        let finding = sheet.at(Code::Poster, start..start + trimmed.len());
        sheet.found.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;
    use crate::parse::proofreading::tests::{found, release};

    #[test]
    fn a_picture_alone_is_found() {
        for text in
            ["![Poster acara](a.jpg)", "[![Poster](a.jpg)](a.jpg)", "{{<figure src=\"a.jpg\" alt=\"Poster\"/>}}"]
        {
            assert_eq!(found(&release("", &format!("{text}\n")), Code::Poster), [text]);
        }
    }

    #[test]
    fn a_picture_with_words_is_left_alone() {
        for text in [
            "",
            "Acara.\n\n![Poster](a.jpg)",
            "![a](a.jpg)\n\n![b](b.jpg)",
            "```\nkode\n```\n\n![a](a.jpg)",
            "- Acara\n\n{{<figure src=\"a.jpg\" alt=\"Poster\"/>}}",
            "{{<note>}}\nAcara\n{{</note>}}",
        ] {
            assert_eq!(found(&release("", &format!("{text}\n")), Code::Poster), [""; 0], "{text}");
        }
    }
}
