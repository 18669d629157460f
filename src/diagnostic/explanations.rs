//! What each code means, at length: sections of `codes.md` and `kode.md` in `docs/content/`, compiled into the binary.
//!
//! The two documents are the only place where these words stand; a person reads them as pages, `warta explain-code` prints
//! one section. A section runs from its heading, `### E013 · unknown key`, to the next one or to that of a group (`## Warnings`). What looks like a heading inside
//! a fence is an example, and none.

use super::Code;
use super::messages::Tongue;

/// What stands between number and title in a heading.
const BETWEEN: &str = " · ";

/// The section of `code`, with its heading.
pub fn explanation(code: Code, tongue: Tongue) -> &'static str {
    sections(document(tongue))
        .into_iter()
        .find(|section| number(section) == code.number())
        .unwrap_or_default()
        .trim_end()
}

/// The title of `code`: what its heading says behind the number.
pub fn title(code: Code, tongue: Tongue) -> &'static str {
    heading(explanation(code, tongue)).split_once(BETWEEN).map(|(_, title)| title).unwrap_or_default()
}

fn document(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::Indonesian => include_str!("../../docs/content/panduan/kode.md"),
        Tongue::English => include_str!("../../docs/content/reference/codes.md"),
    }
}

/// The parts of a document that stand below a heading of the third level.
fn sections(document: &str) -> Vec<&str> {
    let mut sections = Vec::new();
    let (mut start, mut fence, mut at) = (None, None, 0);
    for line in document.split_inclusive('\n') {
        let marks = line.bytes().take_while(|byte| *byte == b'`').count();
        match fence {
            None if marks >= 3 => fence = Some(marks),
            Some(opened) if marks >= opened => fence = None,
            Some(_) => {}
            None if line.starts_with("## ") || line.starts_with("### ") => {
                sections.extend(start.and_then(|start| document.get(start..at)));
                start = line.starts_with("### ").then_some(at);
            }
            None => {}
        }
        at += line.len();
    }
    sections.extend(start.and_then(|start| document.get(start..)));
    sections
}

fn heading(section: &str) -> &str {
    section.lines().next().and_then(|line| line.strip_prefix("### ")).unwrap_or_default()
}

fn number(section: &str) -> &str {
    heading(section).split_once(BETWEEN).map(|(number, _)| number).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TONGUES: [Tongue; 2] = [Tongue::Indonesian, Tongue::English];

    /// The words of a section outside its fences, the heading left aside.
    fn prose(section: &str) -> String {
        let parts = section.split("```").step_by(2).flat_map(|part| part.lines().skip(1));
        parts.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn every_code_has_its_section_in_order_and_nothing_else_has_one() {
        let codes: Vec<&str> = Code::ALL.iter().map(|code| code.number()).collect();
        for tongue in TONGUES {
            let document = document(tongue);
            let numbers: Vec<&str> = sections(document).into_iter().map(number).collect();
            assert_eq!(numbers, codes, "{tongue:?}");
        }
    }

    #[test]
    fn a_title_is_short_and_reads_like_a_message() {
        for tongue in TONGUES {
            for code in Code::ALL {
                let title = title(*code, tongue);
                assert!((5..=60).contains(&title.chars().count()), "{}: {title:?}", code.number());
                let letter = title.chars().next().unwrap();
                let first = title.split(' ').next().unwrap();
                assert!(letter.is_lowercase() || first.chars().all(|letter| !letter.is_lowercase()), "{title}");
                assert!(!title.ends_with('.'), "{title}");
            }
        }
    }

    #[test]
    fn a_section_is_long_enough_to_help_and_short_enough_to_be_read() {
        for tongue in TONGUES {
            for code in Code::ALL {
                let words = prose(explanation(*code, tongue)).split_whitespace().count();
                assert!((60..=160).contains(&words), "{} in {tongue:?}: {words} words", code.number());
            }
        }
    }

    #[test]
    fn what_looks_like_a_heading_in_a_fence_is_none() {
        let document = "## A\n\n### E001 · a\n\n````markdown\n```yaml\n### x\n```\n### y\n````\nb\n\n### E002 · c\n\nd\n## E\n\ne\n";
        let found = sections(document);
        assert_eq!(found.iter().map(|section| number(section)).collect::<Vec<_>>(), ["E001", "E002"]);
        assert!(found[0].ends_with("````\nb\n\n") && found[1].ends_with("d\n"), "{found:?}");
    }
}
