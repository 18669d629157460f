//! What stands in calendars: events, and invitations of the press.
//!
//! Who has subscribed sees what was called off struck out, and what merely vanished may stay in a telephone for ever. So an event that is
//! cancelled or withdrawn stays in its calendars and is cancelled there.

use super::{Page, PageId, Relation, Site};
use crate::config::Lang;
use crate::parse::kinds::KindFields;
use crate::parse::kinds::press_release::MediaInvite;
use crate::parse::kinds::workshop::EventStatus;

/// What calendars say has become of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It takes place, or has.
    Confirmed,
    /// It was put off.
    Tentative,
    /// It was called off, or its item withdrawn.
    Cancelled,
}

/// What calendars say has become of an item's event.
pub fn standing(page: &Page) -> Standing {
    if !page.is_listed() {
        return Standing::Cancelled;
    }
    let KindFields::Workshop(workshop) = page.fields() else { return Standing::Confirmed };
    match workshop.event_status {
        Some(EventStatus::Cancelled) => Standing::Cancelled,
        Some(EventStatus::Postponed) => Standing::Tentative,
        Some(EventStatus::Scheduled | EventStatus::Rescheduled | EventStatus::Completed) | None => Standing::Confirmed,
    }
}

/// The invitation of the press in an item.
pub fn invitation(page: &Page) -> Option<&MediaInvite> {
    match page.fields() {
        KindFields::PressRelease(release) => release.media_invite.as_ref().filter(|invite| invite.at.is_some()),
        _ => None,
    }
}

/// Whether an item has a calendar of its own.
pub fn has_own(page: &Page) -> bool {
    page.document.front.dates.start.is_some() || invitation(page).is_some()
}

/// Whether an item stands in a calendar of several. An invitation to an event that the site has is not shown beside it.
fn is_shared(page: &Page) -> bool {
    page.document.front.dates.start.is_some() || (invitation(page).is_some() && page.named(Relation::Event).is_none())
}

/// The items in the calendar of a language.
pub fn of_language(site: &Site, lang: Lang) -> impl Iterator<Item = PageId> {
    let pages = site.page_ids().filter(move |(_, page)| page.lang() == lang && is_shared(page));
    pages.map(|(id, _)| id)
}

/// The items in the calendar of a programme: in its language, or that have no edition in it.
pub fn of_programme(site: &Site, programme: PageId) -> impl Iterator<Item = PageId> {
    let lang = site.page(programme).lang();
    site.page(programme).all_naming(Relation::Programme).filter(move |id| {
        let page = site.page(*id);
        let has_edition = || page.translations.iter().any(|other| site.page(*other).lang() == lang);
        is_shared(page) && (page.lang() == lang || !has_edition())
    })
}
