//! Addresses are permanent: what the ledger holds must be there, or lead on, or be `gone` with a reason.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use xxhash_rust::xxh3::xxh3_64;

use super::{Calendar, Output, Plan, Recipe};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::locale::date::When;
use crate::parse::kinds::KindFields;
use crate::parse::kinds::workshop::Mode;
use crate::parse::ledger::{Ledger, WrittenAddress};
use crate::site::visibility::Reason;
use crate::site::{Page, Site, calendars};
use crate::source::Location;
use crate::yaml::{Id, Line, Places};

/// An address that is published now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// From the site's root.
    pub address: String,
    /// Id of its item.
    pub id: Option<String>,
    /// What calendars must notice of an event.
    pub event: Option<Noticed>,
}

/// What calendars must notice of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noticed {
    /// Of time, place and status.
    pub fingerprint: String,
    /// How often they were changed, as the writer says.
    pub sequence: u64,
}

/// The addresses of a plan that are to last: items, sections, the log of corrections, feeds and calendars of these, files.
///
/// Terms and archives come and go with their items, and assets have names with hashes.
pub fn published(site: &Site, plan: &Plan) -> Vec<Published> {
    plan.outputs.iter().filter_map(|output| lasting(site, output)).collect()
}

fn lasting(site: &Site, output: &Output) -> Option<Published> {
    let (id, event) = match &output.recipe {
        Recipe::Page(id) => {
            let page = site.page(*id);
            (Some(page.id.clone()), event_of(page))
        }
        Recipe::Calendar(Calendar::Programme(id) | Calendar::Item(id)) => (Some(site.page(*id).id.clone()), None),
        Recipe::Home(_) | Recipe::Section(_, 1) | Recipe::Corrections(_, 1) | Recipe::Calendar(Calendar::Site(_)) => {
            (None, None)
        }
        Recipe::Feed(feed, _) if feed.lasts() => (None, None),
        // Hidden files are for servers, not for readers.
        Recipe::File(_) if !output.path.split('/').any(|part| part.starts_with('.')) => (None, None),
        _ => return None,
    };
    Some(Published { address: output.address(), id, event })
}

/// What of an event calendars must notice. That it is over is no change: they go on saying that it takes place when it does.
fn event_of(page: &Page) -> Option<Noticed> {
    let KindFields::Workshop(event) = &page.document.front.kind else { return None };
    let dates = &page.document.front.dates;
    let iso = |when: &Option<When>| when.as_ref().map(When::iso).unwrap_or_default();
    let venue = event.venue.as_ref().map(|venue| {
        let parts = [&venue.name, &venue.room, &venue.street, &venue.district, &venue.city];
        let parts = parts.map(|part| part.as_deref().unwrap_or_default());
        format!("{}\n{}", venue.venue.as_deref().unwrap_or_default(), parts.join("\n"))
    });
    let told = format!(
        "{}\n{}\n{:?}\n{}\n{}\n{}",
        iso(&dates.start),
        iso(&dates.end),
        calendars::standing(page),
        event.mode.unwrap_or(Mode::Offline).word(),
        event.online.as_ref().and_then(|online| online.url.as_deref()).unwrap_or_default(),
        venue.unwrap_or_default(),
    );
    let fingerprint = format!("{:016x}", xxh3_64(told.as_bytes()));
    Some(Noticed { fingerprint, sequence: event.sequence.unwrap_or(0) })
}

/// How often an event was changed: as often as was recorded, and once more where it is not what was recorded.
fn least_sequence(written: &WrittenAddress, event: &Noticed) -> u64 {
    let changed = written.event.as_deref().is_some_and(|known| known != event.fingerprint);
    written.sequence.unwrap_or(0).saturating_add(u64::from(changed))
}

/// Judges a plan by the ledger.
pub fn judge(site: &Site, plan: &Plan, ledger: &Ledger) -> Diagnostics {
    let mut found = Diagnostics::new();
    let Some(source) = &ledger.source else { return found };
    let now: BTreeMap<String, Option<&Page>> =
        plan.outputs.iter().map(|output| (output.address(), owner(site, output))).collect();
    let places = Places::of_file(source);
    // Addresses hold what separates the parts of a path, so they are looked up whole; and only if something is to be told.
    let keys = LazyCell::new(|| places.keys());
    let at = |code, address: &str| {
        let place = keys.get(address).cloned();
        let finding =
            place.map_or_else(|| Diagnostic::in_file(code, source), |span| Diagnostic::at(code, source, span));
        finding.with("address", address)
    };
    let queries: BTreeSet<&str> =
        site.pages.iter().flat_map(|page| &page.common().aliases).map(|alias| &**alias).collect();
    for (address, written) in ledger.addresses.iter().filter(|(_, written)| written.gone.is_none()) {
        let id = written.id.as_deref();
        match now.get(address) {
            Some(Some(owner)) if id.is_some_and(|id| id != owner.id) => {
                let finding = at(Code::AddressReused, address)
                    .with("id", id.unwrap_or_default())
                    .with("other", owner.id.as_str());
                found.push(reused(finding, address, site));
            }
            Some(Some(owner)) => {
                let place = || {
                    keys.get(address).map_or_else(|| Location::file(source), |span| Location::new(source, span.clone()))
                };
                found.extend(unnoticed(owner, written).map(|finding| finding.related(place())));
            }
            Some(None) => {}
            None if queries.contains(address) || is_waiting(site, id) => {}
            None => found.push(vanished(at(Code::AddressVanished, address), id, site)),
        }
    }
    found
}

/// The item at an output; none where it is no item's page. What leads on belongs to whom it leads to.
fn owner<'s>(site: &'s Site, output: &Output) -> Option<&'s Page> {
    match &output.recipe {
        Recipe::Page(id) => Some(site.page(*id)),
        _ => None,
    }
}

/// An event that was changed and whose calendars do not say so: programs that have it may keep it as it was.
fn unnoticed(page: &Page, written: &WrittenAddress) -> Option<Diagnostic> {
    let event = event_of(page)?;
    let least = least_sequence(written, &event);
    let document = &page.document;
    let finding = document.front.finding(&document.source, Code::SequenceBehind, &["sequence", "start"]);
    let finding = finding.with("least", least.to_string()).with("written", event.sequence.to_string());
    (event.sequence < least && !document.broken).then_some(finding)
}

/// Whether an item is not public at this instant, though it may have been before: built for an earlier instant, it is not lost.
fn is_waiting(site: &Site, id: Option<&str>) -> bool {
    let withheld = id.and_then(|id| site.withheld.by_id(id));
    withheld.is_some_and(|item| matches!(item.reason, Reason::Scheduled(_) | Reason::Embargoed(_)))
}

fn vanished(finding: Diagnostic, id: Option<&str>, site: &Site) -> Diagnostic {
    let moved = id.and_then(|id| site.pages.iter().find(|page| page.id == id));
    if let Some(page) = moved {
        let file = &page.document.source;
        return finding
            .with("problem", "moved")
            .with("file", file.path.as_str())
            .with("now", page.path.as_str())
            .related(Location::file(file));
    }
    match id.and_then(|id| site.withheld.by_id(id)) {
        Some(item) => finding
            .with("problem", "withheld")
            .with("file", item.document.source.path.as_str())
            .related(Location::file(&item.document.source)),
        None => finding.with("problem", "lost"),
    }
}

fn reused(finding: Diagnostic, address: &str, site: &Site) -> Diagnostic {
    match site.pages.iter().find(|page| page.path == address) {
        Some(page) => {
            finding.with("file", page.document.source.path.as_str()).related(Location::file(&page.document.source))
        }
        None => finding.with("file", ""),
    }
}

/// The ledger with what is published now; nothing that it holds is taken away. And how many addresses are new.
pub fn with_published(ledger: &Ledger, published: Vec<Published>) -> (BTreeMap<String, WrittenAddress>, usize) {
    let mut all: BTreeMap<String, WrittenAddress> =
        ledger.addresses.iter().map(|(address, written)| (address.to_owned(), written.clone())).collect();
    let before = all.len();
    for Published { address, id, event } in published {
        let entry = all.entry(address).or_default();
        // What is there again is not gone.
        entry.gone = None;
        entry.id = id.map(Id);
        if let Some(event) = event {
            entry.sequence = Some(least_sequence(entry, &event).max(event.sequence));
            entry.event = Some(Line(event.fingerprint));
        }
    }
    let new = all.len() - before;
    (all, new)
}

/// The ledger as a file: an address a line, in order, so that a change of one is a change of one line.
pub fn to_text(addresses: &BTreeMap<String, WrittenAddress>, heading: &str) -> String {
    let mut text: String = heading.lines().map(|line| format!("# {line}\n")).collect();
    for (address, written) in addresses {
        // A JSON string is a YAML scalar, whatever it holds.
        let quoted = |text: &str| serde_json::Value::from(text).to_string();
        let fields = [
            written.id.as_ref().map(|Id(id)| format!("id: {}", quoted(id))),
            written.sequence.map(|sequence| format!("sequence: {sequence}")),
            written.event.as_ref().map(|Line(event)| format!("event: {}", quoted(event))),
            written.gone.as_ref().map(|Line(reason)| format!("gone: {}", quoted(reason))),
        ];
        let fields: Vec<String> = fields.into_iter().flatten().collect();
        let value = if fields.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", fields.join(", ")) };
        text.push_str(&format!("{}: {value}\n", quoted(address)));
    }
    text
}
