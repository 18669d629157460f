//! `warta explain-code`: what a code means, how it comes about and how to mend it; without a code, a list of all.

use std::io::Write;

use fluent_bundle::FluentValue;

use super::{Outcome, Reporter};
use crate::diagnostic::explanations::{explanation, title};
use crate::diagnostic::print::severity_name;
use crate::diagnostic::{Code, nearest};

/// Lines longer than this tire the eye, however wide the terminal is.
const WIDEST: usize = 96;

/// `warta explain-code`
#[derive(Clone, Debug, clap::Args)]
pub struct Arguments {
    /// The code, such as E013, or its name, such as unknown-key; without it all codes are listed.
    #[arg(value_name = "CODE")]
    pub code: Option<String>,
}

/// Prints the section of a code, or the list of all.
pub fn run(arguments: &Arguments, reporter: &Reporter) -> Outcome {
    let tongue = reporter.tongue();
    let text = match &arguments.code {
        None => table(reporter),
        Some(written) => match find(written) {
            Some(code) => plain(explanation(code, tongue), reporter.width().min(WIDEST)),
            None => return unknown(written, reporter),
        },
    };
    reporter.text(&text);
    Outcome::Done
}

/// The code of a number, however it is written (`E013`, `e13`), or of a name.
fn find(written: &str) -> Option<Code> {
    let wanted = normal(written);
    Code::ALL.iter().copied().find(|code| wanted == code.number() || wanted.eq_ignore_ascii_case(code.name()))
}

/// A number with a capital and three digits; any other text as it is.
fn normal(written: &str) -> String {
    let written = written.trim();
    let (letter, digits) = written.split_at_checked(1).unwrap_or_default();
    match digits.parse::<u16>() {
        Ok(number) if letter.starts_with(|letter: char| letter.is_ascii_alphabetic()) => {
            format!("{}{number:03}", letter.to_ascii_uppercase())
        }
        _ => written.to_owned(),
    }
}

fn unknown(written: &str, reporter: &Reporter) -> Outcome {
    let wanted = normal(written);
    let near = nearest(&wanted, Code::ALL.iter().flat_map(|code| [code.number(), code.name()]));
    let arguments = [("code", FluentValue::from(written)), ("near", FluentValue::from(near.unwrap_or("none")))];
    for line in ["no-such-code", "no-such-code-help"] {
        // A closed standard error is no reason to fail.
        drop(writeln!(anstream::stderr(), "{}", reporter.say(line, &arguments)));
    }
    Outcome::Usage
}

/// A line for each code: number, severity, title.
fn table(reporter: &Reporter) -> String {
    let tongue = reporter.tongue();
    let widest = Code::ALL.iter().map(|code| severity_name(code.severity(), tongue).chars().count()).max().unwrap_or(0);
    let line = |code: &Code| {
        let severity = severity_name(code.severity(), tongue);
        format!("{}  {severity:widest$}  {}\n", code.number(), title(*code, tongue))
    };
    Code::ALL.iter().map(line).collect()
}

/// A section for a terminal: prose and list items in lines of at most `width` columns, examples indented instead of fenced.
fn plain(section: &str, width: usize) -> String {
    let mut text = String::with_capacity(section.len() + 256);
    let mut paragraph = String::new();
    let mut fence = None;
    for line in section.lines() {
        let marks = line.bytes().take_while(|byte| *byte == b'`').count();
        match fence {
            Some(opened) if marks >= opened => fence = None,
            Some(_) => {
                text.push_str(format!("    {line}").trim_end());
                text.push('\n');
            }
            None => {
                if marks >= 3 || line.is_empty() || line.starts_with("- ") {
                    text.push_str(&wrapped(&std::mem::take(&mut paragraph), width));
                }
                if marks >= 3 {
                    fence = Some(marks);
                } else if line.is_empty() {
                    text.push('\n');
                } else {
                    paragraph.push_str(line.strip_prefix("### ").unwrap_or(line).trim_start());
                    paragraph.push(' ');
                }
            }
        }
    }
    text.push_str(&wrapped(&paragraph, width));
    text
}

/// A paragraph in lines; those of a list item hang below its text.
fn wrapped(paragraph: &str, width: usize) -> String {
    let indent = if paragraph.starts_with("- ") { "  " } else { "" };
    let mut lines = String::new();
    let mut column = 0;
    let text = without_emphasis(paragraph);
    for word in words(&text) {
        let length = word.chars().count();
        if column > 0 && column + 1 + length > width {
            lines.push('\n');
            lines.push_str(indent);
            column = indent.len();
        } else if column > 0 {
            lines.push(' ');
            column += 1;
        }
        lines.push_str(word);
        column += length;
    }
    if column > 0 {
        lines.push('\n');
    }
    lines
}

/// A paragraph without the stars around what a page sets in italics.
fn without_emphasis(paragraph: &str) -> String {
    let mut quoted = false;
    let keep = |letter: &char| {
        quoted ^= *letter == '`';
        quoted || *letter != '*'
    };
    paragraph.chars().filter(keep).collect()
}

/// Words of a paragraph. What stands between backticks is one: a command broken over two lines cannot be copied.
fn words(paragraph: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let (mut start, mut quoted) = (0, false);
    for (at, letter) in paragraph.char_indices() {
        quoted ^= letter == '`';
        if letter == ' ' && !quoted {
            words.extend(paragraph.get(start..at));
            start = at + 1;
        }
    }
    words.extend(paragraph.get(start..));
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::messages::Tongue;

    #[test]
    fn a_code_is_found_by_its_number_and_by_its_name() {
        for written in ["E013", "e13", "e013", " E13 ", "unknown-key", "Unknown-Key"] {
            assert_eq!(find(written), Some(Code::UnknownKey), "{written}");
        }
        for written in ["", "E", "E0", "13", "W999", "é13", "E99999999", "kunci"] {
            assert_eq!(find(written), None, "{written}");
        }
        for code in Code::ALL {
            assert_eq!((find(code.number()), find(code.name())), (Some(*code), Some(*code)));
        }
    }

    #[test]
    fn sections_are_wrapped_and_examples_left_as_they_are() {
        let section = "### E001 · a\n\nOne *two*\nthree `warta build -- *` four.\n\n- five six seven eight nine\n- ten\n\nWrong:\n\n\
                       ````markdown\n## b\n```yaml\nc:   d\n```\n````\n\nend";
        assert_eq!(
            plain(section, 20),
            "E001 · a\n\nOne two three\n`warta build -- *`\nfour.\n\n- five six seven\n  eight nine\n- ten\n\nWrong:\n\n    \
             ## b\n    ```yaml\n    c:   d\n    ```\n\nend\n"
        );
    }

    #[test]
    fn every_section_prints_without_marks_of_markdown() {
        for tongue in [Tongue::Indonesian, Tongue::English] {
            for code in Code::ALL {
                let section = explanation(*code, tongue);
                let text = plain(section, 80);
                let prose: Vec<&str> = text.lines().filter(|line| !line.starts_with("    ")).collect();
                assert!(prose.iter().all(|line| !line.contains("```")), "{text}");
                let outside = prose.join("\n").split('`').step_by(2).collect::<String>();
                assert!(!outside.contains(['*', '`']), "{text}");
                assert!(prose.iter().all(|line| !line.starts_with('#') && !line.contains("](")), "{text}");
                let long = prose.iter().find(|line| line.chars().count() > 80);
                assert_eq!(long, None, "{}", code.number());
                // Nothing is lost.
                let letters = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).count();
                let is_fence = |line: &&str| line.starts_with("```") && !text.contains(&format!("    {line}\n"));
                let fences: usize = section.lines().filter(is_fence).map(letters).sum();
                assert_eq!(letters(&text), letters(section) - fences, "{}", code.number());
            }
        }
    }
}
