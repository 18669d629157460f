//! When the site changes by itself: everything that depends on the clock, as instants with reasons.
//!
//! What is shown and what is foretold ask the same functions, so they cannot differ. What is new and depends on the clock gets
//! its line in `turns`. An instant says that what templates are given changes then; a theme may show nothing of it.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::Site;
use super::visibility::{self, Moment};
use crate::config::{Config, Kind};
use crate::locale::date::When;
use crate::parse::Document;
use crate::parse::kinds::KindFields;
use crate::parse::kinds::programme::{Period, ProgrammeStatus};
use crate::parse::kinds::shared::{CommentMode, Status};
use crate::parse::kinds::workshop::{EventStatus, Registration};

/// Why the output changes at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// Its date or `publish_at` comes.
    Published,
    /// Its embargo ends.
    EmbargoLifted,
    /// Its `expires_at` comes.
    Expired,
    /// The day of an event begins.
    EventDay,
    /// An event is over.
    EventOver,
    /// An announcement begins to stand on every page. That it ends is its expiry.
    AnnouncementStarts,
    /// A programme begins or is over.
    ProgrammeTurns,
    /// From now on one may register for an event.
    RegistrationOpens,
    /// Nobody may register for an event any more.
    RegistrationCloses,
    /// Readers may comment no longer.
    CommentsClosed,
    /// A release is news no longer, and leaves the list of what is new.
    NewsEnds,
    /// A new day begins, and templates ask for the date.
    NewDay,
}

impl Cause {
    /// Its word in data, and in ids of messages with hyphens.
    pub fn word(self) -> &'static str {
        match self {
            Cause::Published => "published",
            Cause::EmbargoLifted => "embargo_lifted",
            Cause::Expired => "expired",
            Cause::EventDay => "event_day",
            Cause::EventOver => "event_over",
            Cause::AnnouncementStarts => "announcement_starts",
            Cause::ProgrammeTurns => "programme_turns",
            Cause::RegistrationOpens => "registration_opens",
            Cause::RegistrationCloses => "registration_closes",
            Cause::CommentsClosed => "comments_closed",
            Cause::NewsEnds => "news_ends",
            Cause::NewDay => "new_day",
        }
    }
}

/// A change that comes by itself.
#[derive(Clone, Debug)]
pub struct Change {
    /// When.
    pub at: Timestamp,
    /// Why.
    pub cause: Cause,
    /// The item that changes; none where it is the whole site.
    pub document: Option<Arc<Document>>,
}

/// All changes after the moment, the next one first. Where templates show the date, the next day is one of them; only the next,
/// for days do not end.
pub fn coming(site: &Site, config: &Config, moment: &Moment, shows_date: bool) -> Vec<Change> {
    let mut changes = Vec::new();
    let withheld = site.withheld.iter().map(|item| &item.document);
    for document in site.pages.iter().map(|page| &page.document).chain(withheld) {
        let own = of_item(document, config, moment);
        changes.extend(own.into_iter().map(|(at, cause)| Change { at, cause, document: Some(Arc::clone(document)) }));
    }
    let tomorrow = new_day(config, moment.now).filter(|_| shows_date);
    changes.extend(tomorrow.map(|at| Change { at, cause: Cause::NewDay, document: None }));
    let path = |change: &Change| change.document.as_ref().map(|document| document.source.path.clone());
    changes.sort_by_cached_key(|change| (change.at, change.cause, path(change)));
    changes
}

/// When the date of the build is another one, in the site's zone.
fn new_day(config: &Config, now: Timestamp) -> Option<Timestamp> {
    let tomorrow = When::at(now, &config.zone).date().tomorrow().ok()?;
    When::on(tomorrow, &config.zone).ok().map(|day| day.instant())
}

/// Everything that happens to a public item at an instant of its own, whenever that is.
fn turns(document: &Document, config: &Config) -> impl Iterator<Item = (Timestamp, Cause)> {
    let turns = [
        (event_day(document), Cause::EventDay),
        (event_over(document), Cause::EventOver),
        (announcement_starts(document), Cause::AnnouncementStarts),
        (programme_begins(document, config), Cause::ProgrammeTurns),
        (programme_ends(document, config), Cause::ProgrammeTurns),
        (registration_opens(document), Cause::RegistrationOpens),
        (registration_closes(document), Cause::RegistrationCloses),
        (comments_close(document, config), Cause::CommentsClosed),
        (news_ends(document), Cause::NewsEnds),
    ];
    turns.into_iter().filter_map(|(at, cause)| Some((at?, cause)))
}

/// What happens to an item after the moment, in order.
fn of_item(document: &Document, config: &Config, moment: &Moment) -> Vec<(Timestamp, Cause)> {
    let dates = &document.front.dates;
    let gates = visibility::gates(document).map(|(key, when)| {
        (when.instant(), if key == "embargo_until" { Cause::EmbargoLifted } else { Cause::Published })
    });
    let expiry = dates.expires_at.iter().map(|when| (when.instant(), Cause::Expired));
    let mut all: Vec<(Timestamp, Cause)> = gates.chain(expiry).chain(turns(document, config)).collect();
    all.retain(|(at, _)| *at > moment.now);
    all.sort_unstable();
    all.dedup();
    let mut changes = Vec::new();
    let mut shown = visibility::shown(document, moment).ok();
    for together in all.chunk_by(|a, b| a.0 == b.0) {
        let Some((at, _)) = together.first() else { continue };
        let then = visibility::shown(document, &Moment { now: *at, ..moment.clone() }).ok();
        let lifted = together.contains(&(*at, Cause::EmbargoLifted));
        let happens = |cause: Cause| match cause {
            // One gate is enough to say, and an embargo says more.
            Cause::Published => shown != then && !lifted,
            Cause::EmbargoLifted => shown != then,
            Cause::Expired => shown.is_some() && shown != then,
            // What becomes public at the same instant is new as a whole.
            _ => shown.is_some() && then.is_some(),
        };
        changes.extend(together.iter().copied().filter(|(_, cause)| happens(*cause)));
        shown = then;
    }
    changes
}

/// Where an event stands, in a word for templates.
pub fn event_state(document: &Document, now: Timestamp) -> &'static str {
    let status = event_status(document);
    match status {
        Some(EventStatus::Cancelled) => return "cancelled",
        Some(EventStatus::Postponed) => return "postponed",
        Some(EventStatus::Completed | EventStatus::Scheduled | EventStatus::Rescheduled) | None => {}
    }
    if is_over(document, now) {
        "past"
    } else if event_day(document).is_some_and(|at| at <= now) {
        "today"
    } else if status == Some(EventStatus::Rescheduled) {
        "rescheduled"
    } else {
        "upcoming"
    }
}

/// Whether an event lies behind.
pub fn is_over(document: &Document, now: Timestamp) -> bool {
    event_status(document) == Some(EventStatus::Completed) || event_over(document).is_some_and(|at| at <= now)
}

fn event_status(document: &Document) -> Option<EventStatus> {
    match &document.front.kind {
        KindFields::Workshop(workshop) => workshop.event_status,
        _ => None,
    }
}

/// From when an announcement stands on every page; none for one that never does.
fn announcement_starts(document: &Document) -> Option<Timestamp> {
    let KindFields::Announcement(announcement) = &document.front.kind else { return None };
    let is_shown = announcement.banner.is_none_or(|banner| banner.0) && document.front.status() != Status::Withdrawn;
    document.front.dates.starts_at.as_ref().filter(|_| is_shown).map(When::instant)
}

/// Whether an announcement stands on every page. One that is over or taken back does not, which its note says.
pub fn is_announced(document: &Document, now: Timestamp) -> bool {
    announcement_starts(document).is_some_and(|at| at <= now) && visibility::note(document, now).is_none()
}

/// How far a programme has come: what was written, else by its period.
pub fn programme_status(document: &Document, config: &Config, now: Timestamp) -> Option<ProgrammeStatus> {
    let KindFields::Programme(programme) = &document.front.kind else { return None };
    programme.program_status.or_else(|| {
        if programme_ends(document, config).is_some_and(|at| at <= now) {
            Some(ProgrammeStatus::Finished)
        } else if programme_begins(document, config).is_some_and(|at| at > now) {
            Some(ProgrammeStatus::Planned)
        } else {
            programme.period.as_ref().map(|_| ProgrammeStatus::Running)
        }
    })
}

/// The period of a programme whose status follows the clock.
fn period(document: &Document) -> Option<&Period> {
    let KindFields::Programme(programme) = &document.front.kind else { return None };
    programme.period.as_ref().filter(|_| programme.program_status.is_none())
}

fn programme_begins(document: &Document, config: &Config) -> Option<Timestamp> {
    period(document)?.start.as_ref()?.in_zone(&config.zone).ok().map(|start| start.instant())
}

fn programme_ends(document: &Document, config: &Config) -> Option<Timestamp> {
    period(document)?.end.as_ref()?.in_zone(&config.zone).ok().map(|end| end.end_instant())
}

/// When an event is over; none for one that is said to be. Without an end it lasts to the end of its day.
fn event_over(document: &Document) -> Option<Timestamp> {
    let end = document.front.dates.end.as_ref()?;
    let has_end = document.front.kind.has("end");
    let over = || if has_end { end.end_instant() } else { end.next_day_instant() };
    (event_status(document) != Some(EventStatus::Completed)).then(over)
}

/// Whether the address of an event's meeting is shown: while there is somebody to meet there.
pub fn may_be_joined(document: &Document, now: Timestamp) -> bool {
    matches!(event_state(document, now), "upcoming" | "today" | "rescheduled")
}

/// Whether one may register for an event, in a word for templates; none for one that says nothing about it.
pub fn registration_state(document: &Document, now: Timestamp) -> Option<&'static str> {
    registration(document)?;
    Some(if is_closed_to_all(document) || registration_end(document).is_some_and(|at| at <= now) {
        "closed"
    } else if document.front.dates.registration_opens.as_ref().is_some_and(|opens| opens.instant() > now) {
        "not_yet"
    } else {
        "open"
    })
}

fn registration(document: &Document) -> Option<&Registration> {
    match &document.front.kind {
        KindFields::Workshop(workshop) => workshop.registration.as_ref(),
        _ => None,
    }
}

/// Nobody registers for what is called off or over, whatever the clock says.
fn is_closed_to_all(document: &Document) -> bool {
    matches!(event_status(document), Some(EventStatus::Cancelled | EventStatus::Completed))
}

/// When registration ends: as written, and at the latest when the event begins.
fn registration_end(document: &Document) -> Option<Timestamp> {
    let dates = &document.front.dates;
    let closes = dates.registration_closes.as_ref().map(When::end_instant);
    closes.into_iter().chain(dates.start.as_ref().map(When::instant)).min()
}

/// When registration begins, if it does.
fn registration_opens(document: &Document) -> Option<Timestamp> {
    registration(document).filter(|_| !is_closed_to_all(document))?;
    let opens = document.front.dates.registration_opens.as_ref()?.instant();
    registration_end(document).is_none_or(|end| opens < end).then_some(opens)
}

/// When registration ends that was open until then, or about to be.
fn registration_closes(document: &Document) -> Option<Timestamp> {
    registration(document).filter(|_| !is_closed_to_all(document)).and_then(|_| registration_end(document))
}

/// When the day of an event begins, in its own zone; none where its state follows no clock.
fn event_day(document: &Document) -> Option<Timestamp> {
    let start = document.front.dates.start.as_ref()?;
    match event_status(document) {
        Some(EventStatus::Cancelled | EventStatus::Postponed | EventStatus::Completed) => None,
        Some(EventStatus::Scheduled | EventStatus::Rescheduled) | None => {
            let day = start.day_instant();
            event_over(document).is_none_or(|over| day < over).then_some(day)
        }
    }
}

/// For how long a release is news to search engines (Google, news sitemaps).
const NEWS: SignedDuration = SignedDuration::from_hours(48);

/// When a release is news no longer; none for one that never was.
fn news_ends(document: &Document) -> Option<Timestamp> {
    let is_release = document.front.kind.kind() == Kind::PressRelease && document.front.status() != Status::Withdrawn;
    let is_found = document.front.common.noindex.is_none_or(|flag| !flag.0);
    let date = document.front.dates.date.as_ref().filter(|_| is_release && is_found)?;
    date.instant().saturating_add(NEWS).ok()
}

/// Whether a release is news.
pub fn is_news(document: &Document, now: Timestamp) -> bool {
    news_ends(document).is_some_and(|end| end > now)
}

/// Whether readers may comment at an instant.
pub fn comment_mode(document: &Document, config: &Config, now: Timestamp) -> CommentMode {
    let closed = comments_close(document, config).is_some_and(|at| at <= now);
    match written_mode(document, config) {
        CommentMode::Open if closed => CommentMode::Closed,
        mode => mode,
    }
}

/// When comments close that are open until then.
fn comments_close(document: &Document, config: &Config) -> Option<Timestamp> {
    if written_mode(document, config) != CommentMode::Open {
        return None;
    }
    let own = document.front.common.comments.as_ref().and_then(|comments| comments.closes_at.as_ref());
    let own = own.and_then(|at| at.in_zone(&config.zone).ok()).map(|at| at.instant());
    own.or_else(|| {
        let date = document.front.dates.date.as_ref()?;
        let hours = i64::try_from(config.comments.close_after_days?).unwrap_or(i64::MAX / 24).saturating_mul(24);
        let age = SignedDuration::from_hours(hours.min(24 * 36_500));
        Some(date.instant().saturating_add(age).unwrap_or(Timestamp::MAX))
    })
}

/// The mode before it is asked how late it is. Below what was taken back there is nothing to discuss.
fn written_mode(document: &Document, config: &Config) -> CommentMode {
    let has_form = config.comments.endpoint.is_some() || config.comments.mailto.is_some();
    let is_discussed = !matches!(document.front.kind.kind(), Kind::Page | Kind::Programme | Kind::Announcement);
    let by_kind = has_form && is_discussed;
    let written = document.front.common.comments.as_ref().and_then(|comments| comments.mode);
    let mode = written.unwrap_or(if by_kind { CommentMode::Open } else { CommentMode::Closed });
    if mode == CommentMode::Open && document.front.status() == Status::Withdrawn { CommentMode::Closed } else { mode }
}
