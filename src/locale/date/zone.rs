//! Time zones by the names that writers use: WIB, WITA, WIT, UTC and the IANA names.
//!
//! The data are the IANA database that is bundled with the program. `/usr/share/zoneinfo` and the variable `TZ` are
//! never consulted, so a build gives the same result on every machine.

use std::cmp::Ordering;

use jiff::tz::{Offset, TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, ZonedDateTime};

use crate::locale::nearest::nearest;

/// The three zones of Indonesia (Keputusan Presiden 41/1987): abbreviation, zone, offset from UTC in seconds, and every
/// IANA name that has had this abbreviation.
const INDONESIAN: [(&str, &str, i32, &[&str]); 3] = [
    ("WIB", "Asia/Jakarta", 7 * 3600, &["Asia/Jakarta", "Asia/Pontianak"]),
    ("WITA", "Asia/Makassar", 8 * 3600, &["Asia/Makassar", "Asia/Ujung_Pandang"]),
    ("WIT", "Asia/Jayapura", 9 * 3600, &["Asia/Jayapura"]),
];

/// A time zone that exists.
#[derive(Clone, Debug)]
pub struct Zone {
    zone: TimeZone,
    name: Box<str>,
}

/// A name that is no zone's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneError {
    /// As written, without spaces around it.
    pub name: String,
    /// At most two names that may have been meant, best first.
    pub suggestions: Vec<String>,
}

impl Zone {
    /// Reads `WIB`, `WITA`, `WIT`, `UTC` or an IANA name, in any letter case.
    ///
    /// # Errors
    /// The name, with names that resemble it (`Jakarta` → `Asia/Jakarta`, `+7` → `WIB`).
    pub fn parse(name: &str) -> Result<Zone, ZoneError> {
        let name = name.trim();
        let abbreviation = INDONESIAN.iter().find(|(abbreviation, ..)| abbreviation.eq_ignore_ascii_case(name));
        let iana = abbreviation.map_or(name, |(_, iana, ..)| iana);
        let found = TimeZoneDatabase::bundled().get(iana).ok().filter(|zone| !zone.is_unknown());
        let named = found.and_then(|zone| Some(Zone { name: zone.iana_name()?.into(), zone }));
        named.ok_or_else(|| ZoneError { name: name.to_owned(), suggestions: suggestions(name) })
    }

    /// The IANA name in its usual letter case: `Asia/Jakarta`, `UTC`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The zone's rules, for calendars and feeds.
    pub fn time_zone(&self) -> &TimeZone {
        &self.zone
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Zone) -> bool {
        self.name == other.name
    }
}

impl Eq for Zone {}

impl PartialOrd for Zone {
    fn partial_cmp(&self, other: &Zone) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Zone {
    fn cmp(&self, other: &Zone) -> Ordering {
        self.name.cmp(&other.name)
    }
}

/// `WIB`, `WITA` or `WIT` when this time is in that zone. Before 1964 the zones of Indonesia had other offsets, so the
/// offset must agree too.
pub(super) fn abbreviation(at: &ZonedDateTime) -> Option<&'static str> {
    let name = at.time_zone().iana_name()?;
    let offset = at.offset().seconds();
    let mut zones = INDONESIAN.iter().filter(|(_, _, seconds, _)| *seconds == offset);
    zones.find(|(.., names)| names.contains(&name)).map(|(abbreviation, ..)| *abbreviation)
}

/// The zone that a written offset most likely means: the site's when it has this offset at that instant, else the
/// Indonesian one that has it, else just the offset.
pub(super) fn of_offset(offset: Offset, instant: Timestamp, site: &Zone) -> TimeZone {
    if site.zone.to_offset(instant) == offset {
        return site.zone.clone();
    }
    if offset == Offset::UTC {
        return TimeZone::UTC;
    }
    let indonesian = INDONESIAN.iter().find(|(_, _, seconds, _)| *seconds == offset.seconds());
    indonesian
        .and_then(|(_, iana, ..)| TimeZoneDatabase::bundled().get(iana).ok())
        .filter(|zone| zone.to_offset(instant) == offset)
        .unwrap_or_else(|| TimeZone::fixed(offset))
}

fn suggestions(name: &str) -> Vec<String> {
    // No zone has a name nearly as long, and the work of comparing grows with it.
    if name.len() > 64 {
        return Vec::new();
    }
    if let Some(abbreviation) = of_hours(name) {
        return vec![abbreviation.to_owned()];
    }
    let typed = name.replace(' ', "_");
    let database = TimeZoneDatabase::bundled();
    let known: Vec<_> = database.available().collect();
    let names = || known.iter().map(|name| name.as_str()).filter(|name| *name != "Etc/Unknown");
    let abbreviations = INDONESIAN.iter().map(|(abbreviation, ..)| *abbreviation).chain(["UTC"]);
    // The city alone is enough: `Jakarta`, `New York`.
    let cities = || names().filter_map(|name| Some((name.rsplit_once('/')?.1, name)));
    let nearest_city = nearest(&typed, cities().map(|(city, _)| city));
    let by_city = nearest_city.and_then(|nearest| cities().find(|(city, _)| *city == nearest));
    let by_name = nearest(&typed, abbreviations).or_else(|| nearest(&typed, names()));
    let mut found: Vec<String> =
        [by_name, by_city.map(|(_, name)| name)].into_iter().flatten().map(str::to_owned).collect();
    found.dedup();
    found
}

/// The Indonesian zone of `+7`, `+07:00`, `GMT+7`, `UTC+07.00`.
fn of_hours(name: &str) -> Option<&'static str> {
    let sign = name.find('+')?;
    let (before, after) = name.split_at_checked(sign)?;
    if !["", "gmt", "utc"].contains(&before.trim().to_ascii_lowercase().as_str()) {
        return None;
    }
    let hours = after.strip_prefix('+')?.trim();
    let hours = [":00", ".00", "00"].iter().find_map(|minutes| hours.strip_suffix(minutes)).unwrap_or(hours);
    let seconds = hours.parse::<i32>().ok()?.checked_mul(3600)?;
    INDONESIAN.iter().find(|(_, _, offset, _)| *offset == seconds).map(|(abbreviation, ..)| *abbreviation)
}

#[cfg(test)]
mod tests {
    use super::Zone;
    use proptest::prelude::*;

    #[test]
    fn zones_have_many_names() {
        for (text, name) in [
            ("Asia/Jakarta", "Asia/Jakarta"),
            ("asia/jakarta", "Asia/Jakarta"),
            ("WIB", "Asia/Jakarta"),
            ("wita", "Asia/Makassar"),
            ("WIT", "Asia/Jayapura"),
            (" UTC ", "UTC"),
            ("Europe/London", "Europe/London"),
        ] {
            assert_eq!(Zone::parse(text).unwrap().name(), name);
        }
    }

    #[test]
    fn unknown_names_get_suggestions() {
        for (text, first) in [
            ("Jakarta", Some("Asia/Jakarta")),
            ("Asia/Jakarata", Some("Asia/Jakarta")),
            ("Asia/Makasar", Some("Asia/Makassar")),
            ("WIBB", Some("WIB")),
            ("GMT+7", Some("WIB")),
            ("+08:00", Some("WITA")),
            ("UTC+9", Some("WIT")),
            ("new york", Some("America/New_York")),
            ("Etc/Unknown", None),
            ("Antah/Berantah", None),
            ("", None),
        ] {
            let error = Zone::parse(text).unwrap_err();
            assert_eq!(error.suggestions.first().map(String::as_str), first, "{text}");
            assert!(error.suggestions.len() <= 2);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn no_name_panics(name in "\\PC{0,70}|[A-Za-z]{1,6}/[A-Za-z_é]{1,9}|(GMT|UTC)?[+-][0-9:.]{0,6}") {
            if let Err(error) = Zone::parse(&name) {
                prop_assert!(error.suggestions.iter().all(|name| Zone::parse(name).is_ok()));
            }
        }
    }
}
