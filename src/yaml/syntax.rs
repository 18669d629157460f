//! Why a text is no YAML, found out from the text itself: the parser only says where it could not go on.
//!
//! A mark that was opened and not closed is shown where it was *opened*; a line without its colon is shown itself, not the
//! line after it. Where none of the mistakes that people make fits, the parser's own words stand below ours.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic};
use crate::source::Source;

/// Signs that mean something to YAML at the start of a value.
const SIGNS: [char; 9] = ['@', '`', '%', '*', '&', '!', '|', '>', ','];

/// What the parser says at `at` about the YAML in `range`, put as a writer would need it.
pub(super) fn explain(source: &Arc<Source>, range: Range<usize>, at: usize, words: &str) -> Diagnostic {
    let told =
        |span: Range<usize>, problem: &str| Diagnostic::at(Code::YamlSyntax, source, span).with("problem", problem);
    let text = Text { whole: source.text(), range };
    let line = text.line_at(at);
    if words.contains("more than one document") {
        return told(line, "documents");
    }
    if words.contains("repetition") {
        return told(at..at + 1, "aliases");
    }
    if words.contains("deep") || words.contains("recursion") {
        return told(at..at + 1, "depth");
    }
    if let Some(tab) = text.tab_in(&line).filter(|_| words.contains("tab") || text.slice(&line).starts_with('\t')) {
        return told(tab..tab + 1, "tab");
    }
    let opened = text.opened_before(at);
    if let Some(quote) = opened.long_quote.filter(|quote| text.line_at(quote.end) == line) {
        return told(quote.start..quote.start + 1, "quote");
    }
    if let Some((key, value)) = text.entry(&line) {
        let said = text.slice(&value);
        if let Some(end) = closing_quote(said).filter(|end| *end < said.len()) {
            let rest = value.start + end..value.end;
            return told(rest, "after-quote").with("suggestion", format!("{key}: {}", quoted(said)));
        }
    }
    if words.contains("quoted scalar") {
        return told(at..at + 1, "quote");
    }
    if let Some((bracket, mark)) = opened.bracket {
        let opening = text.line_at(bracket);
        let close = if mark == '[' { ']' } else { '}' };
        let written = text.slice(&opening).trim().trim_end_matches([',', ' ']);
        let space = if written.contains(&format!("{mark} ")) { " " } else { "" };
        let is_simple = written.matches(['[', '{']).count() == 1 && !written.starts_with(mark);
        return told(bracket..opening.end, "bracket")
            .with("mark", mark.to_string())
            .with("close", close.to_string())
            .suggesting(is_simple.then(|| format!("{written}{space}{close}")));
    }
    if let Some((key, value)) = text.entry(&line) {
        let said = text.slice(&value);
        let suggestion = format!("{key}: {}", quoted(said));
        if let Some(sign) = said.chars().next().filter(|first| SIGNS.contains(first)) {
            return told(value, "sign").with("mark", sign.to_string()).with("suggestion", suggestion);
        }
        if (said.contains(": ") || said.ends_with(':')) && !said.starts_with(['{', '[', '"', '\'']) {
            return told(value, "colon").with("suggestion", suggestion);
        }
    }
    let before = text.line_before(&line);
    for line in before.iter().chain([&line]) {
        let written = text.slice(line).trim();
        let name = written.trim_start_matches("- ");
        let span = line.end - written.len()..line.end;
        let Some((key, value)) = name.split_once(':') else {
            let (key, value) = name.split_once(' ').unwrap_or((name, ""));
            if written.starts_with(['#', '[', '{', '"', '\'']) || key.is_empty() {
                continue;
            }
            return told(span, "no-colon").with("suggestion", format!("{key}: {value}"));
        };
        if !value.is_empty() && !value.starts_with(' ') && !key.contains([' ', '"', '\'']) {
            return told(span, "space").with("suggestion", format!("{key}: {value}"));
        }
    }
    let Some(before) = before else { return told(at..at + 1, "other").noting(words) };
    let written = text.slice(&line).trim();
    let span = line.end - written.len()..line.end;
    let depth = |line: &Range<usize>| text.slice(line).len() - text.slice(line).trim_start().len();
    if text.slice(&before).trim_start().starts_with("- ") && !written.starts_with("- ") {
        return told(span, "dash");
    }
    if depth(&line) > depth(&before) {
        return told(span, "indent");
    }
    told(at..at + 1, "other").noting(words)
}

/// A value between the quotes that it does not hold itself.
fn quoted(value: &str) -> String {
    if value.contains(['"', '\\']) { format!("'{}'", value.replace('\'', "''")) } else { format!("\"{value}\"") }
}

/// The end of a quoted value that begins the text, behind its closing mark.
fn closing_quote(text: &str) -> Option<usize> {
    let mark = text.chars().next().filter(|first| matches!(first, '"' | '\''))?;
    let rest = text.get(1..)?;
    rest.char_indices()
        .find(|(at, letter)| {
            *letter == mark && !(mark == '"' && rest.get(..*at).is_some_and(|text| text.ends_with('\\')))
        })
        .map(|(at, _)| at + 2)
}

/// What was opened and is not closed, and the last quoted value that goes over several lines.
#[derive(Default)]
struct Opened {
    bracket: Option<(usize, char)>,
    long_quote: Option<Range<usize>>,
}

struct Text<'a> {
    whole: &'a str,
    range: Range<usize>,
}

impl<'a> Text<'a> {
    fn slice(&self, range: &Range<usize>) -> &'a str {
        self.whole.get(range.clone()).unwrap_or("")
    }

    /// The line of a place, without white space at its end.
    fn line_at(&self, at: usize) -> Range<usize> {
        let mut at = at.min(self.range.end).max(self.range.start);
        while !self.whole.is_char_boundary(at) {
            at -= 1;
        }
        // The parser notices much only at the end, behind the last line.
        if at == self.range.end && at > self.range.start {
            let text = self.slice(&self.range).trim_end();
            at = self.range.start + text.len();
        }
        let start = self
            .slice(&(self.range.start..at))
            .rfind('\n')
            .map_or(self.range.start, |line| self.range.start + line + 1);
        let rest = self.slice(&(start..self.range.end));
        let line = rest.split('\n').next().unwrap_or("");
        start..start + line.trim_end().len()
    }

    /// The last line before one that holds something.
    fn line_before(&self, line: &Range<usize>) -> Option<Range<usize>> {
        let before = self.slice(&(self.range.start..line.start)).trim_end();
        (!before.is_empty()).then(|| self.line_at(self.range.start + before.len()))
    }

    /// The first tab in the white space at the start of a line.
    fn tab_in(&self, line: &Range<usize>) -> Option<usize> {
        let text = self.slice(line);
        let indent = text.len() - text.trim_start().len();
        text.get(..indent)?.find('\t').map(|tab| line.start + tab)
    }

    /// Key and value of a line such as `title: Pasar pagi`, or `- title: Pasar pagi`.
    fn entry(&self, line: &Range<usize>) -> Option<(&'a str, Range<usize>)> {
        let (key, value) = self.slice(line).split_once(": ")?;
        let key = key.trim_start_matches([' ', '-']);
        let value = value.trim_start();
        (!key.is_empty() && !value.is_empty() && !key.contains(['{', '[', '"', '\'']))
            .then(|| (key, line.end - value.len()..line.end))
    }

    /// Reads the text up to a place as far as quotes and brackets go.
    fn opened_before(&self, at: usize) -> Opened {
        let mut opened = Opened::default();
        let mut brackets: Vec<(usize, char)> = Vec::new();
        let mut quote: Option<(usize, char)> = None;
        let mut before = '\n';
        let mut value_may_begin = true;
        let mut block: Option<usize> = None;
        let mut indent = 0;
        for (offset, letter) in self.slice(&self.range).char_indices() {
            let place = self.range.start + offset;
            if place >= at.max(self.line_at(at).end) {
                break;
            }
            if let Some((start, mark)) = quote {
                if letter == mark && !(mark == '"' && before == '\\') {
                    let over_lines = self.slice(&(start..place)).contains('\n');
                    opened.long_quote = over_lines.then_some(start..place);
                    quote = None;
                }
                before = letter;
                continue;
            }
            if letter == '\n' {
                let line = self.line_at(place.saturating_sub(1));
                let text = self.slice(&line);
                if block.is_none() && text.ends_with(['|', '>']) {
                    block = Some(text.len() - text.trim_start().len());
                }
                indent = 0;
                (before, value_may_begin) = (letter, true);
                continue;
            }
            if before == '\n' && letter == ' ' {
                indent += 1;
                continue;
            }
            if before == '\n' && block.is_some_and(|depth| indent > depth) {
                // A line of a text that is written below its key.
                continue;
            }
            if before == '\n' {
                block = None;
            }
            match letter {
                '#' if matches!(before, ' ' | '\n') => {
                    // To the end of the line: nothing in it opens anything.
                    value_may_begin = false;
                    before = '#';
                    continue;
                }
                _ if before == '#' => continue,
                '"' | '\'' if value_may_begin => quote = Some((place, letter)),
                '[' | '{' if value_may_begin || !brackets.is_empty() => brackets.push((place, letter)),
                ']' | '}' => drop(brackets.pop()),
                _ => {}
            }
            value_may_begin = match letter {
                ' ' => value_may_begin || matches!(before, ':' | '-' | ','),
                '[' | '{' | ',' | ':' | '-' => matches!(letter, '[' | '{') || !brackets.is_empty() && letter == ',',
                _ => false,
            };
            before = letter;
        }
        opened.bracket = brackets.first().copied();
        opened
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The problem of a text, and what the carets stand under.
    fn problem(text: &str) -> (String, String, String) {
        let source = Source::new("a.yaml", text);
        let failure = super::super::marked::parse(&source, 0..text.len()).expect_err("no YAML");
        let found = explain(&source, 0..text.len(), failure.at, &failure.words);
        let span = found.primary.as_ref().map(|place| place.span()).expect("a place");
        let said = |name| found.text(name).unwrap_or_default().to_owned();
        (said("problem"), source.slice(span).to_owned(), said("suggestion"))
    }

    #[test]
    fn a_mistake_is_shown_where_it_was_made() {
        for (text, kind, shown, suggestion) in [
            ("a: b\ntitle: Berita: Pasar\n", "colon", "Berita: Pasar", "title: \"Berita: Pasar\""),
            ("title: \"Pasar\ndate: 2025-01-01\n", "quote", "\"", ""),
            ("title: \"Pasar\nsummary: \"Isi.\"\n", "quote", "\"", ""),
            ("title: 'Pasar\nsummary: 'Isi.'\n", "quote", "'", ""),
            ("title: \"Pasar\" pagi\n", "after-quote", " pagi", "title: '\"Pasar\" pagi'"),
            ("tags: [a, b\ndate: 2025-01-01\n", "bracket", "[a, b", "tags: [a, b]"),
            ("x: { a: b\ndate: 2025-01-01\n", "bracket", "{ a: b", "x: { a: b }"),
            ("title: @Pasar\n", "sign", "@Pasar", "title: \"@Pasar\""),
            ("title: Pasar\n  date: 2025-01-01\n", "indent", "date: 2025-01-01", ""),
            ("info berkala\ndate: 2025-01-01\n", "no-colon", "info berkala", "info: berkala"),
            ("date: 2025-01-01\ninfo berkala\nx: y\n", "no-colon", "info berkala", "info: berkala"),
            ("title:Pasar\ndate: 2025-01-01\n", "space", "title:Pasar", "title: Pasar"),
            ("date: 2025-01-01\ntitle:Pasar\n", "space", "title:Pasar", "title: Pasar"),
            ("- title: a\ndate: 2025-01-01\n", "dash", "date: 2025-01-01", ""),
            ("info berkala\nx: { a: b }\n", "no-colon", "info berkala", "info: berkala"),
            ("{ \"a\": { \"b\": 1, }\n", "bracket", "{ \"a\": { \"b\": 1, }", ""),
            ("a:\n\tb: c\n", "tab", "\t", ""),
        ] {
            assert_eq!(problem(text), (kind.to_owned(), shown.to_owned(), suggestion.to_owned()), "{text}");
        }
    }
}
