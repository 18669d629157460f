//! Rules that one file can be judged by: what is required and expected, and values that do not fit each other.
//!
//! A missing required key is an error, a missing expected one a warning (information when the item was taken over from
//! elsewhere). What takes more than one file is judged by the site.

mod announcement;
mod gallery;
mod material;
pub mod overlap;
mod press_release;
mod programme;
pub mod workshop;

use std::sync::Arc;

use super::shared::{InfoClass, Status};
use super::{Common, KindFields};
use crate::config::{Config, Kind};
use crate::diagnostic::{Argument, Code, Diagnostic, Diagnostics, Severity};
use crate::parse::FrontMatter;
use crate::source::{Location, Source};
use crate::yaml::fields::Record;
use crate::yaml::{self, Unread};

/// What one or more kinds require beside the required fields of their records. The date of an event may be its start.
const REQUIRED: &[(&str, &[Kind])] =
    &[("date", &[Kind::PressRelease, Kind::Material, Kind::Gallery]), ("expires_at", &[Kind::Announcement])];

/// What readers expect of one or more kinds.
const EXPECTED: &[(&str, &[Kind])] = &[
    ("summary", &Kind::ALL),
    ("organizations", ALL_BUT_PAGES),
    ("info_class", ALL_BUT_PAGES),
    ("dateline", &[Kind::PressRelease]),
    ("contacts", &[Kind::PressRelease]),
    ("signoff", &[Kind::PressRelease]),
];

const ALL_BUT_PAGES: &[Kind] =
    &[Kind::PressRelease, Kind::Workshop, Kind::Programme, Kind::Material, Kind::Announcement, Kind::Gallery];

/// Fields that a kind requires, those aside that its record says.
pub fn required(kind: Kind) -> impl Iterator<Item = &'static str> {
    REQUIRED.iter().filter(move |(_, kinds)| kinds.contains(&kind)).map(|(key, _)| *key)
}

/// Fields that readers expect of a kind, those first that matter most to them.
pub fn expected(kind: Kind) -> impl Iterator<Item = &'static str> {
    EXPECTED.iter().filter(move |(_, kinds)| kinds.contains(&kind)).map(|(key, _)| *key)
}

/// Judges an item's fields. Of those in `unread` a mistake is told already; nothing is said of them.
pub fn check(source: &Arc<Source>, front: &FrontMatter, config: &Config, unread: &Unread) -> Diagnostics {
    let mut judge = Judge { source, front, unread, found: Diagnostics::new(), expected: Vec::new() };
    judge.common();
    match &front.kind {
        KindFields::Workshop(workshop) => judge.workshop(workshop, config),
        KindFields::Programme(programme) => judge.programme(programme, config),
        KindFields::Material(material) => judge.material(material),
        KindFields::Announcement(announcement) => judge.announcement(announcement),
        KindFields::Gallery(gallery) => judge.gallery(gallery),
        KindFields::PressRelease(release) => judge.press_release(release, config),
        KindFields::Page(_) => {}
    }
    judge.finish()
}

struct Judge<'a> {
    source: &'a Arc<Source>,
    front: &'a FrontMatter,
    unread: &'a Unread,
    found: Diagnostics,
    expected: Vec<&'static str>,
}

impl Judge<'_> {
    fn common(&mut self) {
        let common = &self.front.common;
        let kind = self.front.kind.kind();
        for key in self.missing() {
            self.require(key, false);
        }
        for key in required(kind) {
            self.require(key, self.has(key));
        }
        for key in expected(kind) {
            self.expect(key);
        }
        if let Some(title) = &common.title {
            self.at_most(title, 150, &["title", "judul"]);
        }
        if let Some(subtitle) = &common.subtitle {
            self.at_most(subtitle, 200, &["subtitle", "subjudul"]);
        }
        if let Some(summary) = &common.summary {
            let length = summary.chars().count();
            if !(50..=300).contains(&length) {
                let finding = self.front.finding(self.source, Code::Length, &["summary"]);
                let finding = finding.with("key", self.keys(["summary"])).with("length", length);
                self.found.push(finding.with("problem", "between").with("from", 50_usize).with("to", 300_usize));
            }
        }
        let dates = &self.front.dates;
        if dates.date.as_ref().is_some_and(|date| date.date().year() < 1945) {
            self.broken("too-early", &["date", "tanggal"]);
        }
        if let (Some(date), Some(updated)) = (&dates.date, &dates.updated)
            && common.updated.is_some()
            && updated.date() < date.date()
        {
            self.against("updated-before-date", "updated", "date");
        }
        // The date of an announcement or event that gave none is its start, of which it is said below.
        if let (Some(date), Some(expires)) = (&dates.date, &dates.expires_at)
            && common.date.is_some()
            && expires.date() < date.date()
        {
            self.against("expires-before-date", "expires_at", "date");
        }
        for (when, paths) in
            [(&dates.publish_at, ["publish_at", "tayang"]), (&dates.embargo_until, ["embargo_until", "embargo"])]
        {
            if when.as_ref().is_some_and(|when| when.time().is_none()) {
                self.needs_time(&paths);
            }
        }
        if self.front.status() == Status::Withdrawn
            && !self.unread.has("withdrawn")
            && common.withdrawn.as_ref().and_then(|why| why.reason.as_ref()).is_none()
        {
            self.broken("withdrawn-without-reason", &["status"]);
        }
        if common.info_class == Some(InfoClass::Dikecualikan) {
            self.broken("exempt-information", &["info_class", "klasifikasi"]);
        }
        for (index, correction) in common.corrections.iter().enumerate() {
            if correction.at.as_ref().is_some_and(|at| at.time().is_none()) {
                self.needs_time(&[&format!("corrections[{index}].at")]);
            }
        }
        if let Some(image) = &common.image {
            let decorative = image.decorative.is_some_and(|flag| flag.0);
            if image.alt.is_none() && !decorative {
                let finding = self.front.finding(self.source, Code::MissingAlt, &["image.src", "image"]);
                self.found.push(finding.with("where", "field"));
            }
        }
    }

    fn has(&self, key: &str) -> bool {
        self.front.common.has(key) || self.front.kind.has(key)
    }

    fn missing(&self) -> Vec<&'static str> {
        let mut missing = self.front.common.missing();
        missing.extend(self.front.kind.missing());
        missing
    }

    /// Names of keys in both languages, joined by commas.
    fn keys<'k>(&self, keys: impl IntoIterator<Item = &'k str>) -> Argument {
        let (mut english, mut indonesian) = (Vec::new(), Vec::new());
        for key in keys {
            let field = Common::FIELDS.iter().chain(self.front.kind.fields()).find(|field| field.name == key);
            english.push(key);
            indonesian.push(field.and_then(|field| field.alias).unwrap_or(key));
        }
        Argument::Key(english.join(", "), indonesian.join(", "))
    }

    fn require(&mut self, key: &str, present: bool) {
        if !present && !self.unread.has(key) {
            // A key without a value is shown itself.
            let empty = self.front.key_place(key);
            let place = empty.unwrap_or_else(|| self.front.opening());
            let missing = Diagnostic::at(Code::MissingKey, self.source, place).with("key", self.keys([key]));
            self.found.push(missing.with("example", self.example(key)));
        }
    }

    fn expect(&mut self, key: &'static str) {
        if !self.has(key) && !self.unread.has(key) {
            self.expected.push(key);
        }
    }

    /// One finding for all that is expected and missing: six of them would drown the mistake that matters.
    fn finish(mut self) -> Diagnostics {
        if !self.expected.is_empty() {
            let first = self.expected.iter().take(1).copied();
            let first_key = self.expected.first().copied().unwrap_or_default();
            let mut finding = Diagnostic::at(Code::ExpectedKey, self.source, self.front.opening())
                .with("example", self.example(first_key))
                .with("keys", self.keys(self.expected.iter().copied()))
                .with("key", self.keys(first))
                .with("count", self.expected.len());
            if self.front.common.import.is_some() {
                finding.severity = Severity::Info;
            }
            self.found.push(finding);
        }
        self.found
    }

    /// A line that shows how a key is written.
    fn example(&self, key: &str) -> Argument {
        yaml::example(&self.front.record(), key)
    }

    /// A rule that two fields break together; both are shown.
    fn against(&mut self, rule: &'static str, key: &str, other: &str) {
        let finding = self.front.finding(self.source, Code::RuleBroken, &[key]).with("rule", rule);
        let other = self.front.place(other).map(|place| Location::new(self.source, place));
        self.found.push(other.into_iter().fold(finding, Diagnostic::related));
    }

    /// A day where an instant is meant; it is shown as it was written.
    fn needs_time(&mut self, paths: &[&str]) {
        let finding = self.front.finding(self.source, Code::RuleBroken, paths).with("rule", "needs-time");
        let written = paths.first().and_then(|path| self.front.place(path));
        let written = written.map(|place| self.source.slice(place).trim_matches(['"', '\'']).to_owned());
        self.found.push(finding.with("value", written.unwrap_or_default()));
    }

    fn at_most(&mut self, text: &str, limit: usize, paths: &[&str]) {
        let length = text.chars().count();
        if length > limit {
            let finding = self.front.finding(self.source, Code::Length, paths);
            let key = self.keys(paths.first().copied());
            self.found.push(finding.with("key", key).with("length", length).with("problem", "long").with("to", limit));
        }
    }

    fn broken(&mut self, rule: &'static str, paths: &[&str]) {
        self.found.push(self.front.finding(self.source, Code::RuleBroken, paths).with("rule", rule));
    }
}
