//! The summary of a page: what lists show of it.
//!
//! It is made of its [`Ingredients`] and the configuration, and of nothing else. A summary whose ingredients are equal to the
//! ones of the previous snapshot is that snapshot's: it never changes, it depends on no other page, and all that matters is
//! compared. Documents and values that many pages share are compared by pointer, so what is made anew counts as changed.

use std::sync::Arc;

use percent_encoding::utf8_percent_encode;
use tera::Value;

use super::places::venue_value;
use super::value::{count, date, list, map, option, text};
use super::view::FILE_NAME;
use crate::config::Config;
use crate::locale::date::{When, Written};
use crate::parse::front_matter::Dates;
use crate::parse::kinds::KindFields;
use crate::parse::kinds::announcement::AlertLevel;
use crate::parse::kinds::programme::ProgrammeStatus;
use crate::parse::kinds::shared::{Image, Licence, Venue};
use crate::parse::kinds::workshop::Mode;
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
    /// The file of a material.
    pub(super) file: Option<&'a PublishedFile>,
    /// How far a programme has come.
    pub(super) status: Option<ProgrammeStatus>,
    /// Where the event stands, whether it lies behind, and whether one may register.
    pub(super) state: (&'static str, bool, Option<&'static str>),
    /// The record of the event's venue.
    pub(super) venue: Option<&'a Venue>,
}

impl<'a, Terms: Iterator<Item = &'a Arc<Value>> + Clone> Ingredients<'a, Terms> {
    /// Whether both give the same summary.
    pub(super) fn are_same(&self, other: &Self) -> bool {
        let Ingredients { page, section, terms, image, file, status, state, venue } = self;
        let own = |page: &'a Page| (&page.id, &page.path, page.views, page.comments.len(), page.note);
        let same = |a: Option<&Arc<Value>>, b: Option<&Arc<Value>>| match (a, b) {
            (Some(a), Some(b)) => Arc::ptr_eq(a, b),
            (a, b) => a.is_none() && b.is_none(),
        };
        let place = |file: &'a PublishedFile| (&file.path, file.size, file.file.stamp);
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
            && file.map(place) == other.file.map(place)
            && (status, state, venue) == (&other.status, &other.state, &other.venue)
    }

    /// Makes the summary.
    pub(super) fn summary(self, config: &Config) -> Value {
        let page = self.page;
        let common = page.common();
        let day = page.date().map(When::date);
        let image = self.image(config);
        let event = self.event();
        let own = self.own(config);
        let [organizations, topics, tags, districts] =
            self.terms.map(|terms| list(terms.map(|term| Value::clone(term))));
        let fields = [
            ("id", Value::from(page.id.as_str())),
            ("kind", Value::from(page.kind().word())),
            ("type", text(page.fields().type_word())),
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
        ];
        map(fields.into_iter().chain(own))
    }

    /// What only the summaries of its kind hold.
    fn own(&self, config: &Config) -> Option<(&'static str, Value)> {
        let written = |at: Option<&Written>| date(at.and_then(|at| at.in_zone(&config.zone).ok()).as_ref());
        let dates = &self.page.document.front.dates;
        match self.page.fields() {
            KindFields::Programme(programme) => {
                let period = programme.period.as_ref();
                let fields = [
                    ("status", text(self.status.map(ProgrammeStatus::word))),
                    ("start", written(period.and_then(|period| period.start.as_ref()))),
                    ("end", written(period.and_then(|period| period.end.as_ref()))),
                ];
                Some(("programme", map(fields)))
            }
            KindFields::Material(material) => {
                let name = self.file.map(|file| file.path.rsplit('/').next().unwrap_or(&file.path));
                let format = name.and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending.to_uppercase());
                let fields = [
                    ("url", text(self.file.map(|file| file_url(file, config)).as_deref().or(material.url.as_deref()))),
                    ("format", text(format)),
                    ("size", option(self.file.map(|file| file.file.size))),
                ];
                Some(("material", map(fields)))
            }
            KindFields::Announcement(announcement) => {
                let headline = announcement.headline.as_deref().unwrap_or(self.page.title());
                let fields = [
                    ("level", text(announcement.level.map(AlertLevel::word))),
                    ("headline", Value::from(headline)),
                    ("starts_at", date(dates.starts_at.as_ref())),
                    ("expires_at", date(dates.expires_at.as_ref())),
                ];
                Some(("announcement", map(fields)))
            }
            KindFields::Gallery(gallery) => Some(("gallery", map([("total", count(gallery.photos.len()))]))),
            KindFields::PressRelease(_) | KindFields::Workshop(_) | KindFields::Page(_) => None,
        }
    }

    fn image(&self, config: &Config) -> Value {
        let (Some(picture), Some(file)) = (picture(self.page), self.image) else { return Value::none() };
        map([
            ("url", Value::from(file_url(file, config))),
            ("alt", text(picture.alt)),
            ("caption", text(picture.caption)),
            ("credit", text(picture.credit)),
            ("license", text(picture.license)),
            ("focal", list(picture.focal.iter().map(|part| Value::from(*part)))),
            ("width", option(file.size.map(|size| size.0))),
            ("height", option(file.size.map(|size| size.1))),
        ])
    }

    fn event(&self) -> Value {
        let KindFields::Workshop(workshop) = self.page.fields() else { return Value::none() };
        let dates = &self.page.document.front.dates;
        let all_day = dates.start.as_ref().is_none_or(|start| start.time().is_none());
        let (state, over, registration) = self.state;
        map([
            ("start", date(dates.start.as_ref())),
            ("end", date(dates.end.as_ref())),
            ("all_day", Value::from(all_day)),
            ("state", Value::from(state)),
            ("over", Value::from(over)),
            ("mode", Value::from(workshop.mode.unwrap_or(Mode::Offline).word())),
            ("registration", option(registration.map(|state| registration_value(state, dates)))),
            ("venue", option(workshop.venue.as_ref().map(|own| venue_value(own, self.venue)))),
        ])
    }
}

/// Whether one may register, and the dates that decide it.
fn registration_value(state: &'static str, dates: &Dates) -> Value {
    map([
        ("state", Value::from(state)),
        ("opens_at", date(dates.registration_opens.as_ref())),
        ("closes_at", date(dates.registration_closes.as_ref())),
    ])
}

/// The picture that stands for an item.
pub(super) struct Picture<'a> {
    pub(super) src: &'a str,
    pub(super) alt: Option<&'a str>,
    pub(super) caption: Option<&'a str>,
    pub(super) credit: Option<&'a str>,
    pub(super) license: Option<&'a str>,
    focal: &'a [u64],
}

/// The picture that the writer chose; for a material its small picture, for a gallery its first photograph.
pub(super) fn picture(page: &Page) -> Option<Picture<'_>> {
    page.common().image.as_deref().and_then(of_image).or_else(|| match page.fields() {
        KindFields::Material(material) => material.thumbnail.as_ref().and_then(of_image),
        KindFields::Gallery(gallery) => {
            let photo = gallery.photos.first()?;
            let (alt, credit) = (photo.alt.as_deref(), photo.credit.as_deref());
            let license = gallery.license.map(Licence::word);
            Some(Picture { src: photo.src.as_deref()?, alt, caption: None, credit, license, focal: &photo.focal })
        }
        _ => None,
    })
}

fn of_image(image: &Image) -> Option<Picture<'_>> {
    let src = image.src.as_deref()?;
    let (alt, caption, credit) = (image.alt.as_deref(), image.caption.as_deref(), image.credit.as_deref());
    let license = image.license.as_deref();
    Some(Picture { src, alt, caption, credit, license, focal: &image.focal })
}

/// The address of a file, whose name may hold any character.
fn file_url(file: &PublishedFile, config: &Config) -> String {
    config.base_url.relative(&utf8_percent_encode(&file.path, FILE_NAME).to_string())
}
