//! The days of an event: one span in a calendar for each, so that nobody's nights are taken.

use jiff::civil::Date;
use jiff::{ToSpan, ZonedDateTime};

use crate::formats::calendar::Span;
use crate::locale::date::When;
use crate::parse::kinds::KindFields;
use crate::parse::kinds::rules::workshop::{session_time, zone_of};
use crate::parse::kinds::workshop::Session;
use crate::render::view::View;
use crate::site::Page;

/// A day of an event, or all of it.
pub(super) struct Day<'a> {
    pub(super) span: Span,
    /// Its sessions that have times, the earliest first.
    pub(super) sessions: Vec<Timed<'a>>,
    /// Whether the event goes on for so long that it takes nobody's time.
    pub(super) is_season: bool,
}

/// A session and its times.
pub(super) struct Timed<'a> {
    pub(super) session: &'a Session,
    pub(super) start: When,
    pub(super) end: Option<When>,
}

/// An event of more days than these is a season: one span over all of its days.
const MOST_DAYS: i32 = 31;

/// The days of an item's event, in their order; none where it has none.
///
/// An event of whole days is one span. One with times is a span for each day: the first begins with the event, the last ends with it,
/// and between them count the sessions of the day, else the times of day of the event's start and end. Where a day has neither, because
/// the event ends at an earlier time of day than it starts, it is one span from start to end: it goes through the night.
pub(super) fn of<'a>(view: &View, page: &'a Page) -> Vec<Day<'a>> {
    let Some((start, end)) = super::dates(view, page) else { return Vec::new() };
    let mut sessions = sessions(view, page, &start);
    let end = end.filter(|end| end.date() > start.date() || end.instant() > start.instant());
    let from = start.zoned();
    let (first, last) = (start.date(), end.as_ref().map_or(start.date(), |end| in_zone_of(end, from).date()));
    let count = first.until(last).map_or(i32::MAX, |span| span.get_days());
    let is_timed = start.time().is_some();
    let is_season = is_timed && count >= MOST_DAYS;
    if !is_timed || is_season {
        return vec![Day { span: Span::Days { first, last: last.max(first) }, sessions, is_season }];
    }
    let until = end.as_ref().filter(|end| end.time().is_some()).map(|end| in_zone_of(end, from));
    if count == 0 {
        let until = until.or_else(|| latest(&sessions)).filter(|until| until > from);
        return vec![Day { span: Span::Hours { start: from.clone(), end: until }, sessions, is_season }];
    }
    let mut days = Vec::new();
    for number in 0..=count {
        let Ok(day) = first.checked_add(number.days()) else { continue };
        // Where a zone crossed the date line, a day is missing.
        if !day.to_zoned_datetime(from.time_zone().clone()).is_ok_and(|at| at.date() == day) {
            continue;
        }
        let rest = sessions.split_off(sessions.partition_point(|own| own.start.date() <= day));
        let own = std::mem::replace(&mut sessions, rest);
        match hours(day, (from, until.as_ref()), &own) {
            Some(span) => days.push(Day { span, sessions: own, is_season }),
            None => {
                let sessions = self::sessions(view, page, &start);
                let end = until.unwrap_or_else(|| from.clone());
                return vec![Day { span: Span::Hours { start: from.clone(), end: Some(end) }, sessions, is_season }];
            }
        }
    }
    days
}

/// The sessions of an event that have a time, the earliest first.
fn sessions<'a>(view: &View, page: &'a Page, first: &When) -> Vec<Timed<'a>> {
    let KindFields::Workshop(workshop) = page.fields() else { return Vec::new() };
    let zone = zone_of(workshop, &view.config);
    let mut timed: Vec<Timed<'_>> = workshop
        .sessions
        .iter()
        .filter_map(|session| {
            let when =
                |written: Option<&str>| session_time(written?, Some(first), &zone).filter(|at| at.time().is_some());
            let start = when(session.start.as_deref())?;
            Some(Timed { session, start, end: when(session.end.as_deref()) })
        })
        .collect();
    timed.sort_by(|one, other| one.start.cmp(&other.start));
    timed
}

/// From when to when an event goes on one of its days; none where nothing says that.
fn hours(day: Date, (start, end): (&ZonedDateTime, Option<&ZonedDateTime>), sessions: &[Timed<'_>]) -> Option<Span> {
    let is_daily = end.is_none_or(|end| end.time() > start.time());
    let at = |time| day.to_datetime(time).to_zoned_datetime(start.time_zone().clone()).ok();
    let from = if day == start.date() {
        Some(start.clone())
    } else {
        sessions.first().map(|own| own.start.zoned().clone()).or_else(|| at(start.time()).filter(|_| is_daily))
    };
    let until = match end {
        Some(end) if day == end.date() => Some(end.clone()),
        Some(end) => latest(sessions).or_else(|| at(end.time()).filter(|_| is_daily)),
        None => latest(sessions),
    };
    let from = from?;
    match until {
        Some(until) if until > from => Some(Span::Hours { start: from, end: Some(until) }),
        // Nothing says when its days end.
        None if end.is_none() => Some(Span::Hours { start: from, end: None }),
        _ => None,
    }
}

/// When the last of some sessions ends.
fn latest(sessions: &[Timed<'_>]) -> Option<ZonedDateTime> {
    sessions.iter().filter_map(|own| own.end.as_ref()).map(When::zoned).max().cloned()
}

/// A time as the clock at another one's place shows it; of a bare date, that date.
fn in_zone_of(when: &When, other: &ZonedDateTime) -> ZonedDateTime {
    if when.time().is_none() {
        return when.zoned().clone();
    }
    when.zoned().with_time_zone(other.time_zone().clone())
}
