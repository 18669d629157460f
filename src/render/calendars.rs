//! Calendars: what stands in each, and the permanent ids of it.
//!
//! Nothing depends on the clock but what pages show by the clock too: where to join, and whether one may register.

mod days;
mod described;

use jiff::Timestamp;
use tera::Value;

use super::view::View;
use crate::config::Lang;
use crate::formats::calendar::{self, Conference, Event, Organizer, Span, Status};
use crate::locale::Words;
use crate::locale::date::When;
use crate::parse::kinds::coordinates::coordinates;
use crate::parse::kinds::shared::Level;
use crate::parse::kinds::workshop::Mode;
use crate::parse::kinds::{KindFields, Workshop};
use crate::plan::{Calendar, Output};
use crate::site::calendars::{self, Standing};
use crate::site::{Page, PageId, changes};
use days::Day;

/// The bytes of a calendar.
pub(super) fn bytes(view: &View, calendar: Calendar, output: &Output) -> Vec<u8> {
    let site = &view.site;
    let (lang, ids): (Lang, Vec<PageId>) = match calendar {
        Calendar::Site(lang) => (lang, calendars::of_language(site, lang).collect()),
        Calendar::Programme(id) => (site.page(id).lang(), calendars::of_programme(site, id).collect()),
        Calendar::Item(id) => (site.page(id).lang(), vec![id]),
    };
    let mut events: Vec<Event> = ids.into_iter().flat_map(|id| events_of(view, id)).collect();
    events.sort_by(|one, other| (start(one), &one.uid).cmp(&(start(other), &other.uid)));
    let home = format!("{}/", view.config.lang_prefix(lang));
    let (name, link) = match calendar {
        Calendar::Site(_) => (agenda(view, lang), home),
        Calendar::Programme(id) => (site.page(id).title().to_owned(), site.page(id).path.clone()),
        // What is taken over from it joins the others.
        Calendar::Item(id) => (agenda(view, lang), site.page(id).path.clone()),
    };
    let source = match calendar {
        Calendar::Site(_) | Calendar::Programme(_) => Some(view.permalink(&format!("/{}", output.path))),
        Calendar::Item(_) => None,
    };
    let code = view.config.language(lang).code.to_uppercase();
    let value = calendar::Calendar {
        product: format!("-//warta//{}//{code}", office(view.config.base_url.host())),
        name,
        link: view.permalink(&link),
        source,
        events,
    };
    calendar::write(&value)
}

/// The address of a calendar from the site's root, where the site has it.
pub(super) fn address(view: &View, path: &str) -> Option<String> {
    view.plan.find(path.trim_start_matches('/')).map(|_| view.url(path))
}

/// `Agenda Humas Batam`
fn agenda(view: &View, lang: Lang) -> String {
    let language = view.config.language(lang);
    match language.words {
        Words::Indonesian => format!("Agenda {}", language.title),
        Words::English => format!("{} events", language.title),
    }
}

/// `humas` of `www.humas.example`
fn office(host: &str) -> &str {
    let host = host.strip_prefix("www.").unwrap_or(host);
    host.split('.').next().unwrap_or(host)
}

fn start(event: &Event) -> Timestamp {
    match &event.span {
        Span::Days { first, .. } => {
            first.to_zoned_datetime(jiff::tz::TimeZone::UTC).map_or(Timestamp::MIN, |day| day.timestamp())
        }
        Span::Hours { start, .. } => start.timestamp(),
    }
}

/// An item's event, or its days.
fn events_of(view: &View, id: PageId) -> Vec<Event> {
    let page = view.site.page(id);
    let days = days::of(view, page);
    let count = days.len();
    let uid = uid(view, page);
    let days = days.into_iter().enumerate().map(|(index, day)| {
        let number = index + 1;
        let mut event = event_on(view, id, &day, (number, count));
        event.uid = if index == 0 {
            format!("{uid}@{}", view.config.base_url.host())
        } else {
            format!("{uid}.{number}@{}", view.config.base_url.host())
        };
        event.span = day.span;
        event
    });
    days.collect()
}

/// An event as it is told on one of its days. What was withdrawn tells no more than its page does.
fn event_on(view: &View, id: PageId, day: &Day<'_>, number: (usize, usize)) -> Event {
    let page = view.site.page(id);
    let standing = calendars::standing(page);
    let workshop = match page.fields() {
        KindFields::Workshop(workshop) if page.is_listed() => Some(&**workshop),
        _ => None,
    };
    Event {
        uid: String::new(),
        changed: changed(view, page),
        sequence: sequence(page),
        span: day.span.clone(),
        summary: page.title().to_owned(),
        location: location(view, id).filter(|_| page.is_listed()),
        geo: workshop.and_then(|workshop| geo(view, workshop)),
        description: described::text(view, page, day, number),
        link: view.permalink(&page.path),
        categories: category(view, id).into_iter().collect(),
        status: match standing {
            Standing::Confirmed => Status::Confirmed,
            Standing::Tentative => Status::Tentative,
            Standing::Cancelled => Status::Cancelled,
        },
        is_busy: standing == Standing::Confirmed && !day.is_season,
        organizer: workshop.and_then(|workshop| organizer(view, page, workshop)),
        conference: workshop.and_then(|workshop| conference(view, page, workshop)),
    }
}

/// The permanent name of an item: its id, with the language where that is not the default one. No id holds a point.
fn uid(view: &View, page: &Page) -> String {
    if page.lang() == view.config.default_lang() {
        page.id.clone()
    } else {
        format!("{}.{}", page.id, view.config.language(page.lang()).code)
    }
}

/// When an item was changed last: nothing else says when a calendar was made, so that equal sites have equal calendars.
fn changed(view: &View, page: &Page) -> Timestamp {
    let withdrawn = page.common().withdrawn.as_ref().filter(|_| !page.is_listed());
    let withdrawn = withdrawn.and_then(|own| own.at.as_ref()?.in_zone(&view.config.zone).ok());
    let known = page.changed().cloned().into_iter().chain(withdrawn);
    known.map(|when| when.instant()).max().unwrap_or(Timestamp::UNIX_EPOCH)
}

/// How often what is told was changed: of an event what its writer says, of an invitation its corrections and major changes.
fn sequence(page: &Page) -> u64 {
    if let KindFields::Workshop(workshop) = page.fields() {
        return workshop.sequence.unwrap_or(0);
    }
    let common = page.common();
    let major = common.changes.iter().filter(|change| change.level == Some(Level::Major)).count();
    u64::try_from(major + common.corrections.len()).unwrap_or(u64::MAX)
}

/// `Lantai 4, Kantor Wali Kota Batam, Batam`
pub(super) fn location(view: &View, id: PageId) -> Option<String> {
    let page = view.site.page(id);
    if let Some(invite) = calendars::invitation(page) {
        return invite.place.as_ref().map(|place| place.0.clone());
    }
    let summary = view.summary(id);
    let parts = ["room", "name", "street", "district", "city"];
    let parts = parts.iter().filter_map(|part| field_text(&summary, &format!("event.venue.{part}")));
    let place = parts.collect::<Vec<_>>().join(", ");
    if !place.is_empty() {
        return Some(place);
    }
    let KindFields::Workshop(workshop) = page.fields() else { return None };
    let platform = workshop.online.as_ref().and_then(|online| online.platform.as_ref()).map(|line| line.0.clone());
    (workshop.mode == Some(Mode::Online))
        .then(|| platform.unwrap_or_else(|| described::online(view.rules(page.lang())).to_owned()))
}

fn geo(view: &View, workshop: &Workshop) -> Option<(f64, f64)> {
    let own = workshop.venue.as_ref()?;
    let record = || view.site.records.venues.get(own.venue.as_ref()?);
    coordinates(&own.geo).or_else(|| coordinates(&record()?.geo))
}

/// What kind of event it is, in the words of the theme.
fn category(view: &View, id: PageId) -> Option<String> {
    let page = view.site.page(id);
    let word = field_text(&view.summary(id), "type")?;
    let kind = if calendars::invitation(page).is_some() { "release-type" } else { "event-type" };
    Some(view.words.known(page.lang(), &format!("{kind}-{word}")).unwrap_or(word))
}

fn organizer(view: &View, page: &Page, workshop: &Workshop) -> Option<Organizer> {
    let id = workshop.organizer.as_ref()?;
    let email = &view.site.records.organizations.get(id)?.email.as_ref()?.0;
    let is_address =
        email.contains('@') && !email.contains(|letter: char| letter.is_whitespace() || "<>?&".contains(letter));
    let name = field_text(&view.term_by_id("organizations", id, page.lang()), "name")?;
    is_address.then(|| Organizer { name, email: email.clone() })
}

/// Where to join, while somebody can be met there.
fn conference(view: &View, page: &Page, workshop: &Workshop) -> Option<Conference> {
    let online = workshop.online.as_ref().filter(|_| changes::may_be_joined(&page.document, view.moment.now))?;
    let label = online.platform.as_ref().map(|platform| platform.0.clone());
    Some(Conference { url: online.url.as_ref()?.to_string(), label })
}

/// A text within a value.
fn field_text(value: &Value, path: &str) -> Option<String> {
    value.get_from_path(path).and_then(Value::as_str).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// The dates of an item's event; of an invitation its one date.
fn dates(view: &View, page: &Page) -> Option<(When, Option<When>)> {
    if let Some(invite) = calendars::invitation(page) {
        return Some((invite.at.as_ref()?.in_zone(&view.config.zone).ok()?, None));
    }
    let dates = &page.document.front.dates;
    Some((dates.start.clone()?, dates.end.clone()))
}
