//! Inline elements: links, pictures, references to footnotes, checkboxes, addresses in raw HTML.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::writer::Writer;
use super::{Target, escape};
use crate::parse::body::reference_id;
use crate::parse::raw_html;

/// A picture whose description is being read.
pub(super) struct Picture {
    dest: String,
    title: String,
    pub(super) alt: String,
}

impl Writer<'_> {
    pub(super) fn start_link(&mut self, link_type: LinkType, dest: &str, title: &str) {
        let mail = if link_type == LinkType::Email { "mailto:" } else { "" };
        let resolved = match self.resolve(&format!("{mail}{dest}"), false) {
            Target::Url(url) | Target::Image { url, .. } => Some(url),
            Target::AsWritten => Some(format!("{mail}{dest}")),
            Target::PlainText => None,
        };
        if let Some(heading) = &mut self.heading {
            heading.rich = true;
        }
        self.links.push(resolved.is_some());
        let Some(url) = resolved else { return };
        self.push("<a href=\"");
        escape::href(&mut self.piece.html, &url);
        self.push("\"");
        if !title.is_empty() {
            self.attribute("title", title);
        }
        self.push(">");
    }

    /// Where a destination leads; nowhere if its scheme is not allowed, which parsing reported.
    fn resolve(&self, dest: &str, image: bool) -> Target {
        if self.is_plain() {
            Target::AsWritten
        } else if raw_html::is_safe_address(dest) {
            self.settings.links.resolve(dest, image)
        } else {
            Target::PlainText
        }
    }

    pub(super) fn start_picture(&mut self, dest: String, title: String) {
        self.pictures.push(Picture { dest, title, alt: String::new() });
    }

    /// Inside a picture's description everything is text.
    pub(super) fn in_picture(&mut self, event: Event<'_>) {
        let plain = self.is_plain();
        match event {
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                self.start_picture(dest_url.into_string(), title.into_string());
            }
            Event::End(TagEnd::Image) => self.end_picture(),
            Event::Text(text) | Event::Code(text) => self.describe(&text),
            Event::InlineHtml(html) if plain => self.describe(&html),
            Event::SoftBreak | Event::HardBreak => self.describe(" "),
            _ => {}
        }
    }

    fn describe(&mut self, text: &str) {
        if let Some(picture) = self.pictures.last_mut() {
            picture.alt.push_str(text);
        }
    }

    fn end_picture(&mut self) {
        let Some(picture) = self.pictures.pop() else { return };
        if !self.pictures.is_empty() {
            // A picture in the description of another is part of the description.
            self.describe(&picture.alt);
            return;
        }
        let (url, width, height) = match self.resolve(&picture.dest, true) {
            Target::Url(url) => (url, None, None),
            Target::Image { url, width, height } => (url, width, height),
            Target::AsWritten => (picture.dest, None, None),
            Target::PlainText => {
                escape::text(&mut self.piece.html, &picture.alt);
                return;
            }
        };
        if let Some(heading) = &mut self.heading {
            heading.rich = true;
        }
        let start = self.piece.html.len();
        self.push("<img src=\"");
        escape::href(&mut self.piece.html, &url);
        self.push("\"");
        self.attribute("alt", &picture.alt);
        for (name, pixels) in [("width", width), ("height", height)] {
            if let Some(pixels) = pixels {
                self.attribute(name, &pixels.to_string());
            }
        }
        if !self.is_plain() {
            self.push(" loading=\"lazy\" decoding=\"async\"");
        }
        let before_title = self.piece.html.len();
        if !picture.title.is_empty() {
            self.attribute("title", &picture.title);
        }
        let title = before_title..self.piece.html.len();
        self.void("", "");
        if start == self.paragraph.content && !self.is_plain() {
            self.paragraph.picture = Some((self.piece.html.len(), title, picture.title));
        }
    }

    /// A reference to a footnote. The parser makes no link of what holds one, so it is never inside a link.
    pub(super) fn reference(&mut self, label: &str) {
        let Some((number, nth)) = self.notes.refer(label) else { return };
        let id = reference_id(number, nth);
        if let Some(heading) = &mut self.heading {
            heading.rich = true;
        }
        self.push(&format!(
            "<a class=\"noteref\" id=\"{id}\" href=\"#catatan-{number}\"><sup>{number}</sup><span class=\"vh\"> "
        ));
        let word = self.settings.words.footnote;
        escape::text(&mut self.piece.html, word);
        self.push("</span></a>");
    }

    /// A checkbox that only shows a state, and its text as its label.
    pub(super) fn checkbox(&mut self, done: bool) {
        let checked = if done { " checked" } else { "" };
        if let Some(heading) = &mut self.heading {
            heading.rich = true;
        }
        self.own_tag("<label");
        self.label = true;
        self.keep(&format!("<input type=\"checkbox\" disabled{checked}> "));
    }

    /// The label of a checkbox ends where its line ends: it cannot hold blocks.
    pub(super) fn end_label(&mut self) {
        if std::mem::take(&mut self.label) {
            self.own_tag("</label");
        }
    }

    /// Raw HTML with the addresses of its links and pictures resolved.
    pub(super) fn resolved(&mut self, html: &str) {
        let mut written = 0;
        for tag in raw_html::tags(html) {
            let (name, image) = match tag.name.as_str() {
                "a" => ("href", false),
                "img" => ("src", true),
                _ => continue,
            };
            let Some(attribute) = tag.attribute(name).filter(|_| !tag.closing && !tag.unclosed) else { continue };
            let (url, width, height) = match self.resolve(&raw_html::attribute_value(html, attribute), image) {
                Target::AsWritten => continue,
                Target::PlainText => (None, None, None),
                Target::Url(url) => (Some(url), None, None),
                Target::Image { url, width, height } => (Some(url), width, height),
            };
            self.push(html.get(written..attribute.range.start).unwrap_or(""));
            written = attribute.range.end;
            let Some(url) = url else { continue };
            self.push(name);
            self.push("=\"");
            escape::href(&mut self.piece.html, &url);
            self.push("\"");
            for (name, pixels) in [("width", width), ("height", height)] {
                if let Some(pixels) = pixels.filter(|_| image && tag.attribute(name).is_none()) {
                    self.attribute(name, &pixels.to_string());
                }
            }
        }
        self.push(html.get(written..).unwrap_or(""));
    }
}
