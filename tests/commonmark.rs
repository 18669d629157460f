//! Every example of the CommonMark specification, through our own Markdown stage in its plain mode.
//!
//! `data/commonmark-spec.txt` is `spec.txt` 0.31.2 as its authors publish it (npm package `commonmark-spec`); its licence,
//! CC BY-SA 4.0, lies beside it. Compared byte for byte, but for one thing: `&quot;` is `"`, because the specification escapes
//! quotes in text, where HTML does not ask for it.

use warta::config::MarkdownOptions;
use warta::diagnostic::{Diagnostic, Diagnostics};
use warta::parse::body::parse;
use warta::parse::components::ComponentCall;
use warta::render::markdown::{Components, Links, Settings, Target, Words, render};
use warta::source::Source;

const SPEC: &str = include_str!("data/commonmark-spec.txt");

/// Opens and closes an example.
const FENCE: &str = "````````````````````````````````";

struct Example {
    number: usize,
    section: String,
    markdown: String,
    html: String,
}

fn examples() -> Vec<Example> {
    let mut examples = Vec::new();
    let mut section = String::new();
    let mut lines = SPEC.lines();
    while let Some(line) = lines.next() {
        if line == format!("{FENCE} example") {
            let mut part = |end: &str| -> String {
                lines.by_ref().take_while(|line| *line != end).map(|line| line.replace('→', "\t") + "\n").collect()
            };
            let (markdown, html) = (part("."), part(FENCE));
            examples.push(Example { number: examples.len() + 1, section: section.clone(), markdown, html });
        } else if let Some(title) = line.strip_prefix("## ") {
            section = title.to_owned();
        }
    }
    examples
}

struct AsWritten;

impl Links for AsWritten {
    fn resolve(&self, _: &str, _: bool) -> Target {
        Target::AsWritten
    }
}

impl Components for AsWritten {
    fn render(&self, _: &ComponentCall, _: Option<&str>) -> Result<String, Diagnostic> {
        Ok(String::new())
    }
}

fn html(markdown: &str) -> String {
    let options = MarkdownOptions::plain();
    let source = Source::new("spec.md", markdown);
    let (body, diagnostics) = parse(&source, 0..markdown.len(), &options);
    assert_eq!(diagnostics, Diagnostics::new(), "{markdown}");
    let words = Words {
        note: "",
        tip: "",
        important: "",
        warning: "",
        caution: "",
        footnotes: "",
        footnote: "",
        back_to_text: "",
        anchor: "",
        table: "",
        code: "",
    };
    let settings = Settings {
        options: &options,
        links: &AsWritten,
        components: &AsWritten,
        highlighter: None,
        words,
        lead: None,
        foreign: &[],
    };
    render(&source, &body, &settings).html
}

fn normalized(html: &str) -> String {
    html.replace("&quot;", "\"")
}

#[test]
fn every_example_of_the_specification_passes() {
    let examples = examples();
    assert_eq!(examples.len(), 652);
    let wrong: Vec<String> = examples
        .iter()
        .filter(|example| normalized(&html(&example.markdown)) != normalized(&example.html))
        .map(|Example { number, section, markdown, html: expected }| {
            format!("example {number} ({section})\n{markdown}\nexpected\n{expected}\ngot\n{}", html(markdown))
        })
        .collect();
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n――\n"));
}

#[test]
fn the_comparison_can_fail() {
    assert_ne!(normalized("<p>a</p>"), normalized("<p>b</p>"));
    assert_ne!(normalized("<p>a <b>b</b></p>"), normalized("<p>a<b>b</b></p>"));
    assert_eq!(normalized("<p>\"b\"</p>"), normalized("<p>&quot;b&quot;</p>"));
}
