//! What a build says of items that are not public.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::rfc3339;
use crate::commands::Reporter;
use crate::commands::report::number;
use crate::config::Config;
use crate::locale::date::{Format, When, format};
use crate::site::visibility::{self, Reason};
use crate::site::{Withheld, WithheldItems};

/// An item that is not public, as it is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Waiting {
    /// The message.
    pub(super) id: String,
    pub(super) file: String,
    #[serde(with = "rfc3339::option")]
    pub(super) until: Option<Timestamp>,
}

/// The items that are not public at an instant.
pub(super) fn waiting(withheld: &WithheldItems, now: Timestamp) -> Vec<Waiting> {
    let told = |item: &Withheld| {
        let (id, until) = match (item.reason, visibility::embargo(&item.document, now)) {
            (Reason::Draft | Reason::Review, Some(instant)) => ("withheld-draft-embargoed", Some(instant)),
            (Reason::Draft, None) => ("withheld-draft", None),
            (Reason::Review, None) => ("withheld-review", None),
            (Reason::Scheduled(instant), _) => ("withheld-scheduled", Some(instant)),
            (Reason::Embargoed(instant), _) => ("withheld-embargoed", Some(instant)),
        };
        Waiting { id: id.to_owned(), file: format!("content/{}", item.file), until }
    };
    withheld.iter().map(told).collect()
}

/// Says what is not public yet, until when, and which flag shows it.
pub(super) fn say(waiting: &[Waiting], config: &Config, reporter: &Reporter) {
    if waiting.is_empty() {
        return;
    }
    reporter.line("withheld", &[("count", number(waiting.len()))]);
    let until = |instant: Timestamp| format(&When::at(instant, &config.zone), Format::FullTime, reporter.words());
    for Waiting { id, file, until: instant } in waiting {
        let until = instant.map_or_else(String::new, until);
        reporter.line(id, &[("file", file.as_str().into()), ("until", until.into())]);
    }
}
