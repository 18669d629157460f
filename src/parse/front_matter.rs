//! What stands above a text, between two lines of `---` → typed fields.
//!
//! The kind decides which keys exist, so it is looked up first; then common fields and the kind's own are read in one
//! pass of the YAML parser.

mod both;

use std::ops::Range;
use std::sync::Arc;

pub use both::fields_of;
use both::{Again, Reading};

use super::kinds::shared::Status;
use super::kinds::{Common, KindFields, rules};
use crate::config::{Config, Kind, UnknownKeys};
use crate::diagnostic::{Argument, Code, Diagnostic, Diagnostics, Severity};
use crate::locale::date::{When, Zone};
use crate::source::{Location, Source};
use crate::yaml::fields::{Record, RecordShape};
use crate::yaml::scalars::Dated;
use crate::yaml::{Places, Scalar, Shape};

/// The fields of an item.
#[derive(Clone, Debug)]
pub struct FrontMatter {
    /// Where they stand in the file, without the lines of `---`.
    pub yaml: Range<usize>,
    /// What every kind has.
    pub common: Box<Common>,
    /// What its own kind has.
    pub kind: KindFields,
    /// Its dates, in the site's zone.
    pub dates: Dates,
    places: Places,
}

/// The dates of an item, understood.
#[derive(Clone, Debug, Default)]
pub struct Dates {
    /// `date`
    pub date: Option<When>,
    /// `updated`, or the last major change or correction.
    pub updated: Option<When>,
    /// `publish_at`
    pub publish_at: Option<When>,
    /// `embargo_until`
    pub embargo_until: Option<When>,
    /// `expires_at`
    pub expires_at: Option<When>,
    /// Start of the event.
    pub start: Option<When>,
    /// End of the event; its start when it has none.
    pub end: Option<When>,
    /// From when an announcement stands on every page.
    pub starts_at: Option<When>,
    /// When the event was to start before.
    pub previous_start: Option<When>,
    /// From when on one may register for the event.
    pub registration_opens: Option<When>,
    /// Until when; a day counts to its end.
    pub registration_closes: Option<When>,
}

/// Where front matter and text stand in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// The YAML.
    pub yaml: Range<usize>,
    /// The text.
    pub body: Range<usize>,
}

/// Finds the front matter.
///
/// # Errors
/// There is none, or it does not end.
pub fn split(source: &Arc<Source>) -> Result<Split, Box<Diagnostic>> {
    let text = source.text();
    let mut lines = Lines { text, at: 0 };
    if lines.next().is_none_or(|(line, _)| line.trim_end() != "---") {
        return Err(Box::new(missing(source)));
    }
    let start = lines.at;
    while let Some((line, at)) = lines.next() {
        if line.trim_end() == "---" {
            return Ok(Split { yaml: start..at, body: lines.at..text.len() });
        }
    }
    Err(Box::new(open(source, start)))
}

/// What a file without front matter needs; its own first line may be a title.
fn missing(source: &Arc<Source>) -> Diagnostic {
    let text = source.text();
    let blank = text.len() - text.trim_start().len();
    let first = text.trim_start().lines().next().unwrap_or("").trim_end();
    if first.is_empty() {
        return Diagnostic::in_file(Code::FrontMatterMissing, source).with("problem", "empty");
    }
    let at = Diagnostic::at(Code::FrontMatterMissing, source, blank..blank + first.len());
    if first == "---" {
        return at.with("problem", "blank");
    }
    let title: String = first.trim_start_matches(['#', ' ']).chars().take(60).collect();
    let title = if title.contains(':') || title.is_empty() { String::from("…") } else { title };
    let line = |key: &str| format!("{key}: {}", title.trim_end_matches('.'));
    at.with("problem", "text").with("example", Argument::Key(line("title"), line("judul")))
}

/// Front matter that does not end: where it begins, and the line that was perhaps meant to end it.
fn open(source: &Arc<Source>, start: usize) -> Diagnostic {
    let opened = Diagnostic::at(Code::FrontMatterOpen, source, 0..3);
    let lines = Lines { text: source.text(), at: start };
    let mut before = None;
    let mut ends = None;
    for (line, at) in lines {
        let text = line.trim();
        let place = || Location::new(source, at..at + line.trim_end().len());
        if text.len() > 1 && text.chars().all(|letter| matches!(letter, '-' | '–' | '—' | '=' | '_')) {
            return opened.with("problem", "dashes").with("line", text).related(place());
        }
        // An empty line ends the fields, or the first one that looks like none.
        let is_field =
            text.starts_with(['-', '#', ' ']) || line.starts_with(' ') || text.contains(": ") || text.ends_with(':');
        if ends.is_none() && !is_field {
            ends = before.clone();
        }
        if !text.is_empty() {
            before = Some(place());
        }
    }
    let opened = opened.with("problem", "missing");
    match ends {
        Some(line) => opened.related(line),
        None => opened,
    }
}

struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Lines<'a> {
    type Item = (&'a str, usize);

    fn next(&mut self) -> Option<(&'a str, usize)> {
        let start = self.at;
        let rest = self.text.get(start..).filter(|rest| !rest.is_empty())?;
        let length = rest.find('\n').map_or(rest.len(), |newline| newline + 1);
        self.at = start + length;
        Some((rest.get(..length).unwrap_or(rest), start))
    }
}

/// Reads the front matter in `yaml`.
pub fn parse(source: &Arc<Source>, yaml: Range<usize>, default: Kind, config: &Config) -> (FrontMatter, Diagnostics) {
    let kind = written_kind(source.slice(yaml.clone())).unwrap_or(default);
    let (common, kind, mut found, unread) = KindFields::of(kind, Reading { source, yaml: yaml.clone() });
    found = name_their_kind(source, &yaml, found);
    if config.unknown_keys == UnknownKeys::Warn {
        for unknown in found.iter_mut().filter(|found| found.code == Code::UnknownKey) {
            unknown.severity = Severity::Warning;
        }
    }
    let places = Places::of(source, yaml.clone());
    let mut front = FrontMatter { yaml, common: Box::new(common), kind, dates: Dates::default(), places };
    // Dates are understood even in a file with a mistake: whether it is public decides how much the mistake weighs.
    found.append(front.resolve_dates(source, &config.zone));
    if !unread.all {
        found.append(rules::check(source, &front, config, &unread));
    }
    (front, found)
}

/// The kind that the file names, found without parsing it: a top-level key starts at the start of a line.
///
/// What is written so that this does not find it (`{kind: page}`, `"kind": page`) is read as the folder's kind; a kind
/// that does not exist is reported with the other fields.
fn written_kind(yaml: &str) -> Option<Kind> {
    let value = yaml.lines().find_map(|line| line.strip_prefix("kind:").or_else(|| line.strip_prefix("jenis:")))?;
    let value = value.split(" #").next().unwrap_or(value).trim().trim_matches(['"', '\'']);
    Kind::from_scalar(value).ok()
}

/// Says of keys that do not exist to which kind of item they belong. Those of one kind are one finding: the kind is the mistake.
fn name_their_kind(source: &Arc<Source>, yaml: &Range<usize>, found: Diagnostics) -> Diagnostics {
    let mut others: Vec<(Kind, Diagnostic, Vec<String>)> = Vec::new();
    let mut named = Diagnostics::new();
    if !found.iter().any(|finding| finding.code == Code::UnknownKey) {
        return found;
    }
    let places = Places::of(source, yaml.clone());
    let keys = places.keys();
    for finding in found {
        let key = finding.text("key").filter(|_| finding.code == Code::UnknownKey).map(str::to_owned);
        let at_top = |key: &String| {
            let place = keys.get(key.as_str());
            place.is_some() && place == finding.primary.as_ref().map(Location::span).as_ref()
        };
        let owner = key.as_ref().filter(|key| at_top(key)).and_then(|key| {
            let has = |kind: &Kind| {
                KindFields::table_of(*kind).iter().any(|field| field.name == key || field.alias == Some(key.as_str()))
            };
            Kind::ALL.into_iter().find(has)
        });
        match (owner, key) {
            (Some(kind), Some(key)) => match others.iter_mut().find(|(known, ..)| *known == kind) {
                Some((_, _, keys)) => keys.push(key),
                None => others.push((kind, finding, Vec::from([key]))),
            },
            _ => named.push(finding),
        }
    }
    named.extend(others.into_iter().map(|(kind, mut finding, keys)| {
        finding.arguments.retain(|(name, _)| *name != "suggestion");
        let kind = Argument::Key(kind.word().to_owned(), kind.alias().to_owned());
        finding.with("belongs", "elsewhere").with("kind", kind).with("key", keys.join(", "))
    }));
    named
}

/// The value at the first of `paths` that stands in the file, as it was written.
fn written_at(source: &Arc<Source>, front: &FrontMatter, paths: &[&str]) -> String {
    let place = paths.iter().find_map(|path| front.place(path));
    place.map(|place| source.slice(place).to_owned()).unwrap_or_default()
}

impl FrontMatter {
    /// The front matter in `yaml` that was sound, and was written as JSON; none where it cannot be read.
    pub(super) fn again(
        source: &Arc<Source>,
        yaml: Range<usize>,
        (kind, json): (Kind, &str),
        config: &Config,
    ) -> Option<FrontMatter> {
        let (common, kind) = KindFields::of(kind, Again(json))?;
        let places = Places::of(source, yaml.clone());
        let mut front = FrontMatter { yaml, common: Box::new(common), kind, dates: Dates::default(), places };
        front.resolve_dates(source, &config.zone);
        Some(front)
    }

    /// Nothing but defaults.
    pub fn empty(source: &Arc<Source>, kind: Kind) -> FrontMatter {
        FrontMatter {
            yaml: 0..0,
            common: Box::default(),
            kind: KindFields::empty(kind),
            dates: Dates::default(),
            places: Places::of(source, 0..0),
        }
    }

    /// The status, with `draft: true` taken into account.
    pub fn status(&self) -> Status {
        if self.common.draft.is_some_and(|draft| draft.0) {
            Status::Draft
        } else {
            self.common.status.unwrap_or(Status::Ready)
        }
    }

    /// Where the value at a path such as `people[1].person` stands in the file.
    pub fn place(&self, path: &str) -> Option<Range<usize>> {
        self.places.named(&Shape::Record(self.record()).names(path))
    }

    /// Where a key at the top stands, by either of its names.
    pub fn key_place(&self, key: &str) -> Option<Range<usize>> {
        let names = Shape::Record(self.record()).names(key);
        let (name, alias) = names.first()?;
        let mut keys = self.places.keys();
        keys.remove(name.as_str()).or_else(|| keys.remove((*alias)?))
    }

    /// The line of `---` above the fields: where a missing one belongs.
    pub fn opening(&self) -> Range<usize> {
        0..self.yaml.start.saturating_sub(1)
    }

    /// What may stand in it.
    pub fn record(&self) -> RecordShape {
        RecordShape { tables: vec![Common::FIELDS, self.kind.fields()], ..self.kind.record() }
    }

    /// Its places are looked up in this source from now on, which has the same text.
    pub(super) fn lies_in(&mut self, source: &Arc<Source>) {
        self.places = Places::of(source, self.yaml.clone());
    }

    /// A finding at the value of the first of `paths` (canonical and alias) that stands in the file, else at the file.
    pub fn finding(&self, source: &Arc<Source>, code: Code, paths: &[&str]) -> Diagnostic {
        match paths.iter().find_map(|path| self.place(path)) {
            Some(span) => Diagnostic::at(code, source, span),
            None => Diagnostic::in_file(code, source),
        }
    }

    fn resolve_dates(&mut self, source: &Arc<Source>, zone: &Zone) -> Diagnostics {
        let mut found = Diagnostics::new();
        let mut when = |written: &Option<Dated>, zone: &Zone, paths: &[&str]| {
            let written = written.as_ref()?;
            match written.in_zone(zone) {
                Ok(when) => Some(when),
                Err(_) => {
                    found.push(
                        self.finding(source, Code::ImpossibleDate, paths)
                            .with("value", written_at(source, self, paths))
                            .with("problem", "skipped")
                            .with("zone", zone.name()),
                    );
                    None
                }
            }
        };
        let common = &self.common;
        let mut dates = Dates {
            date: when(&common.date, zone, &["date", "tanggal"]),
            updated: when(&common.updated, zone, &["updated", "diperbarui"]),
            publish_at: when(&common.publish_at, zone, &["publish_at", "tayang"]),
            embargo_until: when(&common.embargo_until, zone, &["embargo_until", "embargo"]),
            expires_at: when(&common.expires_at, zone, &["expires_at", "berlaku_sampai"]),
            ..Dates::default()
        };
        if let KindFields::Workshop(workshop) = &self.kind {
            // A zone that does not exist is reported by the rules.
            let own = workshop.timezone.as_deref().and_then(|name| Zone::parse(name).ok());
            let zone = own.as_ref().unwrap_or(zone);
            dates.start = when(&workshop.start, zone, &["start", "mulai"]);
            dates.end = when(&workshop.end, zone, &["end", "selesai"]).or_else(|| dates.start.clone());
            dates.date = dates.date.or_else(|| dates.start.clone());
            dates.previous_start = when(&workshop.previous_start, zone, &["previous_start", "mulai_semula"]);
            if let Some(registration) = &workshop.registration {
                dates.registration_opens = when(&registration.opens_at, zone, &["registration.opens_at"]);
                dates.registration_closes = when(&registration.closes_at, zone, &["registration.closes_at"]);
            }
        }
        if let KindFields::Announcement(announcement) = &self.kind {
            dates.starts_at = when(&announcement.starts_at, zone, &["starts_at", "mulai_berlaku"]);
            dates.date = dates.date.or_else(|| dates.starts_at.clone());
        }
        if dates.updated.is_none() {
            let corrections = common.corrections.iter().filter_map(|correction| correction.at.as_ref());
            let changes =
                common.changes.iter().filter(|change| change.level == Some(super::kinds::shared::Level::Major));
            let all = corrections.chain(changes.filter_map(|change| change.at.as_ref()));
            dates.updated = all.filter_map(|at| at.in_zone(zone).ok()).max();
        }
        self.dates = dates;
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_at_the_lines() {
        let source = Source::new("a.md", "---\ntitle: a\n---\n\nisi\n---\n");
        assert_eq!(split(&source).ok(), Some(Split { yaml: 4..13, body: 17..26 }));
        assert_eq!(split(&Source::new("a.md", "isi")).map_err(|found| found.code), Err(Code::FrontMatterMissing));
        assert_eq!(split(&Source::new("a.md", "---\na: b")).map_err(|found| found.code), Err(Code::FrontMatterOpen));
        assert_eq!(split(&Source::new("a.md", "---\n---")).ok(), Some(Split { yaml: 4..4, body: 7..7 }));
    }

    #[test]
    fn finds_the_kind() {
        assert_eq!(written_kind("title: a\nkind: \"workshop\" # acara\n"), Some(Kind::Workshop));
        assert_eq!(written_kind("jenis: halaman"), Some(Kind::Page));
        assert_eq!(written_kind("extra:\n  kind: page\n"), None);
    }

    #[test]
    fn no_two_fields_share_a_name() {
        for own in Kind::ALL.map(KindFields::table_of) {
            let fields = Common::FIELDS.iter().chain(own);
            let mut names: Vec<&str> = fields.flat_map(|field| [Some(field.name), field.alias]).flatten().collect();
            let all = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), all);
        }
    }
}
