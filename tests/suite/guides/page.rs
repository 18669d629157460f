//! A page of the guides taken apart, and files of YAML with keys exchanged.

use std::mem;

#[derive(Debug)]
pub(super) enum Step {
    /// A fence: its language, the paragraph before it, its text.
    Block(String, String, String),
    /// A picture of the site as it stands here.
    Picture(String),
}

/// The blocks and pictures of a page, in order.
pub(super) fn steps(page: &str) -> Vec<Step> {
    let (mut steps, mut before) = (Vec::new(), String::new());
    let mut lines = page.lines();
    let mut was_empty = true;
    while let Some(line) = lines.next() {
        let indent = line.len() - line.trim_start().len();
        let marks: String = line.trim_start().chars().take_while(|letter| *letter == '`').collect();
        if marks.len() >= 3 {
            let language = line.trim_start()[marks.len()..].to_owned();
            let text: Vec<&str> = lines
                .by_ref()
                .take_while(|line| line.trim() != marks)
                .map(|line| line.get(indent..).unwrap_or(""))
                .collect();
            steps.push(Step::Block(language, mem::take(&mut before), text.join("\n") + "\n"));
        } else if let Some(name) = line.split_once("](gambar/").and_then(|(_, rest)| rest.split_once(".webp)")) {
            steps.push(Step::Picture(name.0.to_owned()));
        } else if line.is_empty() {
            was_empty = true;
            continue;
        } else {
            if was_empty {
                before.clear();
            }
            before = format!("{before} {line}").trim().to_owned();
        }
        was_empty = false;
    }
    steps
}

/// The path that a sentence ends in.
pub(super) fn path_of(before: &str) -> Option<&str> {
    let names = before.strip_suffix(':')?;
    let path = names.split('`').skip(1).step_by(2).last()?;
    let is_last = names.rsplit('`').next().is_some_and(|rest| rest.len() < 24);
    let is_path = path.contains('.') && !path.contains([' ', '(']) && !path.starts_with('/');
    (is_last && is_path).then_some(path)
}

/// The key that a line begins, if it does at all.
pub(super) fn key(line: &str) -> Option<&str> {
    let starts = line.starts_with(|letter: char| letter.is_alphabetic() || letter == '_');
    starts.then(|| line.split(':').next()).flatten()
}

/// A text of YAML as its keys, each with its lines.
fn entries(text: &str) -> Vec<(&str, String)> {
    let mut entries: Vec<(&str, String)> = Vec::new();
    for line in text.lines() {
        match (key(line), entries.last_mut()) {
            (None, Some((_, lines))) => lines.push_str(&format!("{line}\n")),
            (key, _) => entries.push((key.unwrap_or(""), format!("{line}\n"))),
        }
    }
    entries
}

/// `text` with the keys of `fresh` in the place of its own; of a map over several lines the same.
pub(super) fn exchanged(text: &str, fresh: &str) -> String {
    let mut all = entries(text);
    for (key, lines) in entries(fresh) {
        let rest = |lines: &str| {
            lines.strip_prefix(&format!("{key}:\n")).map(|rest| rest.replace("\n  ", "\n")[2..].to_owned())
        };
        match all.iter_mut().find(|(own, _)| *own == key) {
            Some((_, old)) => match (rest(old), rest(&lines)) {
                (Some(within), Some(more)) if !within.starts_with('-') && !more.starts_with('-') => {
                    let merged = exchanged(&within, &more);
                    *old = format!("{key}:\n{}", merged.lines().map(|line| format!("  {line}\n")).collect::<String>());
                }
                _ => *old = lines,
            },
            None => all.push((key, lines)),
        }
    }
    all.into_iter().map(|(_, lines)| lines).collect()
}
