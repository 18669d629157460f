//! Block elements: paragraphs, headings, lists, tables, alerts, code.

use pulldown_cmark::{Alignment, BlockQuoteKind, HeadingLevel, Tag, TagEnd};

use super::escape;
use super::writer::{HeadingStart, Paragraph, Table, Writer};
use crate::diagnostic::{Code, Diagnostic};
use crate::render::highlight;

impl Writer<'_> {
    pub(super) fn start_block(&mut self, tag: Tag<'_>) {
        self.end_label();
        // Rows and cells follow their table's tags.
        if !matches!(tag, Tag::TableHead | Tag::TableRow | Tag::TableCell) {
            self.fresh_line();
        }
        match tag {
            Tag::Paragraph => self.start_paragraph(),
            Tag::Heading { level, .. } => self.start_heading(level),
            Tag::BlockQuote(None) => self.push("<blockquote>\n"),
            Tag::BlockQuote(Some(kind)) => self.start_alert(kind),
            Tag::List(None) => self.push("<ul>\n"),
            Tag::List(Some(1)) => self.push("<ol>\n"),
            Tag::List(Some(start)) => self.push(&format!("<ol start=\"{start}\">\n")),
            Tag::Item => self.push("<li>"),
            Tag::DefinitionList => self.push("<dl>\n"),
            Tag::DefinitionListTitle => self.push("<dt>"),
            Tag::DefinitionListDefinition => self.push("<dd>"),
            Tag::Table(alignments) => self.start_table(alignments),
            Tag::TableHead => {
                self.table.in_head = true;
                self.table.column = 0;
                self.push("<thead><tr>");
            }
            Tag::TableRow => {
                if !std::mem::replace(&mut self.table.has_rows, true) {
                    self.push("<tbody>\n");
                }
                self.table.column = 0;
                self.push("<tr>");
            }
            Tag::TableCell => self.start_cell(),
            _ => {}
        }
    }

    pub(super) fn end_block(&mut self, end: TagEnd) {
        self.end_label();
        match end {
            TagEnd::Paragraph => self.end_paragraph(),
            TagEnd::Heading(level) => self.end_heading(level),
            TagEnd::BlockQuote(None) => {
                self.fresh_line();
                self.push("</blockquote>\n");
            }
            TagEnd::BlockQuote(Some(_)) => self.push("</div></div>\n"),
            TagEnd::List(ordered) => self.push(if ordered { "</ol>\n" } else { "</ul>\n" }),
            TagEnd::Item => self.push("</li>\n"),
            TagEnd::DefinitionList => self.push("</dl>\n"),
            TagEnd::DefinitionListTitle => self.push("</dt>\n"),
            TagEnd::DefinitionListDefinition => self.push("</dd>\n"),
            TagEnd::Table => {
                self.push(if self.table.has_rows { "</tbody></table>" } else { "</table>" });
                self.push(if self.is_plain() { "\n" } else { "</div>\n" });
            }
            TagEnd::TableHead => {
                self.table.in_head = false;
                self.push("</tr></thead>\n");
            }
            TagEnd::TableRow => self.push("</tr>\n"),
            TagEnd::TableCell => self.end_cell(),
            _ => {}
        }
    }

    fn start_paragraph(&mut self) {
        self.push("<p>");
        if self.in_body()
            && let Some(lead) = self.lead.take()
        {
            self.keep(lead);
        }
        self.paragraph = Paragraph { content: self.piece.html.len(), picture: None };
    }

    fn end_paragraph(&mut self) {
        let alone = self.paragraph.picture.take().filter(|(end, _, title)| {
            *end == self.piece.html.len()
                && !title.is_empty()
                && self.settings.lead.is_none_or(|_| self.starts_with_tag())
        });
        let Some((_, title_attribute, title)) = alone else {
            self.push("</p>\n");
            self.paragraph = Paragraph { content: usize::MAX, picture: None };
            return;
        };
        // The title is the caption, so it need not be said twice.
        self.piece.html.replace_range(title_attribute, "");
        let picture = self.piece.html.split_off(self.paragraph.content);
        let before = self.paragraph.content.saturating_sub("<p>".len());
        self.piece.html.truncate(before);
        self.push("<figure>");
        self.push(&picture);
        self.push("<figcaption>");
        escape::text(&mut self.piece.html, &title);
        self.push("</figcaption></figure>\n");
        self.paragraph = Paragraph { content: usize::MAX, picture: None };
    }

    /// Whether nothing was put between the paragraph's tag and its content.
    fn starts_with_tag(&self) -> bool {
        self.piece.html.get(..self.paragraph.content).is_some_and(|before| before.ends_with("<p>"))
    }

    fn start_heading(&mut self, level: HeadingLevel) {
        let heading = self.body.headings.get(self.headings);
        self.push(&format!("<h{}", self.printed(level)));
        if let Some(heading) = heading.filter(|heading| !heading.id.is_empty()) {
            self.attribute("id", &heading.id);
        }
        self.push(">");
        self.heading = Some(HeadingStart { content: self.piece.html.len(), rich: false });
    }

    fn end_heading(&mut self, level: HeadingLevel) {
        let printed = self.printed(level);
        let start = self.heading.take();
        let heading = self.body.headings.get(self.headings);
        self.headings += 1;
        if let (Some(start), Some(heading)) = (start, heading.filter(|heading| !heading.id.is_empty())) {
            let (first, last) = self.settings.options.toc_depth;
            if (first..=last).contains(&printed) {
                let title = match self.piece.html.get(start.content..) {
                    Some(content) if !start.rich => content.to_owned(),
                    _ => highlight::plain(&heading.text),
                };
                self.toc.push(printed, &heading.id, title);
            }
            if self.settings.options.heading_anchors {
                self.push(" <a class=\"anchor\" href=\"#");
                escape::href(&mut self.piece.html, &heading.id);
                self.push("\"");
                let name = format!("{}: {}", self.settings.words.anchor, heading.text);
                self.attribute("aria-label", &name);
                self.push(">#</a>");
            }
        }
        self.push(&format!("</h{printed}>\n"));
    }

    /// The page has its own `h1`, so `#` is printed like `##`.
    fn printed(&self, level: HeadingLevel) -> u8 {
        if self.is_plain() { level as u8 } else { (level as u8).max(2) }
    }

    fn start_alert(&mut self, kind: BlockQuoteKind) {
        let words = &self.settings.words;
        let (class, label) = match kind {
            BlockQuoteKind::Note => ("info", words.note),
            BlockQuoteKind::Tip => ("tip", words.tip),
            BlockQuoteKind::Important => ("important", words.important),
            BlockQuoteKind::Warning => ("warning", words.warning),
            BlockQuoteKind::Caution => ("caution", words.caution),
        };
        self.push(&format!("<div class=\"note note--{class}\" role=\"note\"><p class=\"note__label\">"));
        escape::text(&mut self.piece.html, label);
        self.push("</p><div class=\"note__body\">\n");
    }

    fn start_table(&mut self, alignments: Vec<Alignment>) {
        let count = self.table.count + 1;
        self.table = Table { alignments, count, ..Table::default() };
        if !self.is_plain() {
            self.push("<div class=\"scroll\" role=\"region\"");
            let name = numbered(self.settings.words.table, count);
            self.attribute("aria-label", &name);
            self.push(" tabindex=\"0\">");
        }
        self.push("<table>");
    }

    fn start_cell(&mut self) {
        self.push(if self.table.in_head { "<th scope=\"col\"" } else { "<td" });
        match self.table.alignments.get(self.table.column) {
            Some(Alignment::Center) => self.push(" class=\"c\""),
            Some(Alignment::Right) => self.push(" class=\"r\""),
            _ => {}
        }
        self.push(">");
        self.table.column += 1;
        self.table.cell = self.piece.html.len();
    }

    fn end_cell(&mut self) {
        if !self.table.in_head {
            self.push("</td>");
        } else if self.piece.html.len() > self.table.cell {
            self.push("</th>");
        } else {
            // An empty cell heads nothing.
            let start = self.piece.html.rfind("<th").unwrap_or(self.table.cell);
            self.piece.html.truncate(start);
            self.push("<td></td>");
        }
    }

    pub(super) fn code_block(&mut self) {
        let Some(code) = self.code.take() else { return };
        self.end_label();
        self.fresh_line();
        let mut html = String::with_capacity(code.text.len() * 2);
        let language = if self.is_plain() {
            code.info.split(' ').next().unwrap_or("")
        } else {
            code.info.split(|c: char| c.is_whitespace() || c == ',' || c == '{').next().unwrap_or("")
        };
        html.push_str("<pre");
        if !self.is_plain() {
            self.code_blocks += 1;
            html.push_str(" tabindex=\"0\" role=\"region\" aria-label=\"");
            escape::attribute(&mut html, &numbered(self.settings.words.code, self.code_blocks));
            html.push('"');
        }
        html.push_str("><code");
        if !language.is_empty() {
            html.push_str(" class=\"language-");
            escape::attribute(&mut html, language);
            html.push('"');
        }
        html.push('>');
        let highlighter = self.settings.highlighter.filter(|_| self.settings.options.highlight && !language.is_empty());
        match highlighter.map(|highlighter| highlighter.highlight(language, &code.text).ok_or(highlighter)) {
            Some(Ok(colored)) => {
                html.push_str(&colored.html);
                self.colors.extend(colored.key);
            }
            Some(Err(highlighter)) => {
                let suggestion = highlighter.suggest(language);
                let start = self.source.slice(code.place.clone()).find(language).unwrap_or(0) + code.place.start;
                self.diagnostics.push(
                    Diagnostic::at(Code::UnknownCodeLanguage, self.source, start..start + language.len())
                        .with("language", language)
                        .suggesting(suggestion),
                );
                escape::text(&mut html, &code.text);
            }
            None => escape::text(&mut html, &code.text),
        }
        html.push_str("</code></pre>");
        self.keep(&html);
        self.push("\n");
    }
}

/// Regions of a page need names that differ.
fn numbered(name: &str, number: usize) -> String {
    if number == 1 { name.to_owned() } else { format!("{name} {number}") }
}
