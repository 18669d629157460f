//! Where calendars lie.

use crate::config::{Kind, Lang};
use crate::site::calendars::{has_own, of_programme};
use crate::site::{PageId, Site};

/// What a calendar is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Calendar {
    /// All events in a language.
    Site(Lang),
    /// The events of a programme.
    Programme(PageId),
    /// One event.
    Item(PageId),
}

/// The name of the calendar of several events.
pub const AGENDA_FILE: &str = "agenda.ics";

/// The name of the calendar of one event.
pub const EVENT_FILE: &str = "acara.ics";

/// The calendar that an item has beside its page, and its name.
pub fn of_item(site: &Site, id: PageId) -> Option<(&'static str, Calendar)> {
    let page = site.page(id);
    if page.kind() == Kind::Programme {
        let has_events = of_programme(site, id).next().is_some();
        return has_events.then_some((AGENDA_FILE, Calendar::Programme(id)));
    }
    has_own(page).then_some((EVENT_FILE, Calendar::Item(id)))
}
