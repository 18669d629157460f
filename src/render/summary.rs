//! The summary of a page: what lists show of it.
//!
//! It is made of its [`Ingredients`] and the configuration, and of nothing else. A summary whose ingredients are equal to the
//! ones of the previous snapshot is that snapshot's: it never changes, it depends on no other page, and all that matters is
//! compared. Documents and values that many pages share are compared by pointer, so what is made anew counts as changed.

use std::sync::Arc;

use percent_encoding::utf8_percent_encode;
use tera::Value;

use super::value::{count, date, list, map, option, text};
use super::view::FILE_NAME;
use crate::config::Config;
use crate::locale::date::When;
use crate::parse::kinds::shared::Venue;
use crate::parse::kinds::workshop::{EventType, Mode};
use crate::parse::kinds::{KindFields, Workshop};
use crate::site::{Page, PublishedFile, StatusNote};

/// What a summary is made of.
pub(super) struct Ingredients<'a, Terms> {
    /// Only what `==` compares of it may be read.
    pub(super) page: &'a Page,
    /// Its section.
    pub(super) section: Option<&'a Arc<Value>>,
    /// Its terms in the taxonomies that summaries show: organisations, topics, tags, districts.
    pub(super) terms: [Terms; 4],
    /// Its picture.
    pub(super) image: Option<&'a PublishedFile>,
    /// Where the event stands, and whether it lies behind.
    pub(super) state: (&'static str, bool),
    /// The record of the event's venue.
    pub(super) venue: Option<&'a Venue>,
}

impl<'a, Terms: Iterator<Item = &'a Arc<Value>> + Clone> Ingredients<'a, Terms> {
    /// Whether both give the same summary.
    pub(super) fn are_same(&self, other: &Self) -> bool {
        let Ingredients { page, section, terms, image, state, venue } = self;
        let own = |page: &'a Page| (&page.id, &page.path, page.views, page.comments.len(), page.note);
        let same = |a: Option<&Arc<Value>>, b: Option<&Arc<Value>>| match (a, b) {
            (Some(a), Some(b)) => Arc::ptr_eq(a, b),
            (a, b) => a.is_none() && b.is_none(),
        };
        let place = |image: &'a PublishedFile| (&image.path, image.size);
        Arc::ptr_eq(&page.document, &other.page.document)
            && own(page) == own(other.page)
            && same(*section, other.section)
            && terms.iter().zip(&other.terms).all(|(own, other)| {
                let (mut own, mut other) = (own.clone(), other.clone());
                std::iter::repeat_with(|| (own.next(), other.next()))
                    .take_while(|(own, other)| own.is_some() || other.is_some())
                    .all(|(own, other)| same(own, other))
            })
            && image.map(place) == other.image.map(place)
            && (state, venue) == (&other.state, &other.venue)
    }

    /// Makes the summary.
    pub(super) fn summary(self, config: &Config) -> Value {
        let page = self.page;
        let common = page.common();
        let day = page.date().map(When::date);
        let image = self.image(config);
        let event = self.event();
        let [organizations, topics, tags, districts] =
            self.terms.map(|terms| list(terms.map(|term| Value::clone(term))));
        map([
            ("id", Value::from(page.id.as_str())),
            ("kind", Value::from(page.kind().word())),
            ("type", text(type_of(page))),
            ("title", Value::from(page.title())),
            ("subtitle", text(common.subtitle.as_deref())),
            ("summary", text(page.summary())),
            ("url", Value::from(config.base_url.relative(&page.path))),
            ("permalink", Value::from(config.base_url.absolute(&page.path))),
            ("lang", Value::from(config.language(page.lang()).code.as_str())),
            ("date", date(page.date())),
            ("updated", date(page.document.front.dates.updated.as_ref())),
            ("date_precision", Value::from(page.precision().word())),
            ("year", option(day.map(|day| format!("{:04}", day.year())))),
            ("month", option(day.map(|day| format!("{:04}-{:02}", day.year(), day.month())))),
            ("day", option(day.map(|day| day.to_string()))),
            ("section", option(self.section.map(|section| Value::clone(section)))),
            ("organizations", organizations),
            ("topics", topics),
            ("tags", tags),
            ("districts", districts),
            ("image", image),
            ("views", option(page.views.filter(|_| config.show_views))),
            ("comment_count", count(page.comments.len())),
            ("status_note", text(page.note.map(StatusNote::word))),
            ("event", event),
        ])
    }

    fn image(&self, config: &Config) -> Value {
        let (Some(image), Some(file)) = (&self.page.common().image, self.image) else { return Value::none() };
        map([
            ("url", Value::from(config.base_url.relative(&utf8_percent_encode(&file.path, FILE_NAME).to_string()))),
            ("alt", text(image.alt.as_deref())),
            ("caption", text(image.caption.as_deref())),
            ("credit", text(image.credit.as_deref())),
            ("width", option(file.size.map(|size| size.0))),
            ("height", option(file.size.map(|size| size.1))),
        ])
    }

    fn event(&self) -> Value {
        let KindFields::Workshop(workshop) = self.page.fields() else { return Value::none() };
        let dates = &self.page.document.front.dates;
        let all_day = dates.start.as_ref().is_none_or(|start| start.time().is_none());
        let (state, over) = self.state;
        map([
            ("start", date(dates.start.as_ref())),
            ("end", date(dates.end.as_ref())),
            ("all_day", Value::from(all_day)),
            ("state", Value::from(state)),
            ("over", Value::from(over)),
            ("mode", Value::from(workshop.mode.unwrap_or(Mode::Offline).word())),
            ("venue", self.venue(workshop)),
        ])
    }

    fn venue(&self, workshop: &Workshop) -> Value {
        let Some(own) = &workshop.venue else { return Value::none() };
        macro_rules! part {
            ($field:ident) => {
                own.$field.as_deref().or_else(|| self.venue.and_then(|record| record.$field.as_deref()))
            };
        }
        let name = part!(name).or(own.venue.as_deref());
        map([
            ("name", text(name)),
            ("room", text(part!(room))),
            ("street", text(part!(street))),
            ("district", text(part!(district))),
            ("city", text(part!(city))),
            ("region", text(part!(region))),
            ("map_url", text(part!(map_url))),
            ("access_notes", text(part!(access_notes))),
        ])
    }
}

/// The word of the release's or event's type.
fn type_of(page: &Page) -> Option<&'static str> {
    match page.fields() {
        KindFields::PressRelease(release) => {
            Some(release.release_type.unwrap_or(crate::parse::kinds::press_release::ReleaseType::Berita).word())
        }
        KindFields::Workshop(workshop) => Some(workshop.event_type.unwrap_or(EventType::Workshop).word()),
        KindFields::Page(_) => None,
    }
}
