//! What is written comes back as it was, line by line, whatever it holds; and the zones say what the database says.

use jiff::civil::{DateTime, date};
use jiff::tz::{Offset, TimeZoneDatabase};
use proptest::prelude::*;

use super::*;

fn event() -> Event {
    Event {
        uid: "temu@a.example".to_owned(),
        changed: "2026-01-01T01:00:00Z".parse().unwrap(),
        sequence: 0,
        span: Span::Days { first: date(2026, 8, 17), last: date(2026, 8, 17) },
        summary: "Temu".to_owned(),
        location: None,
        geo: None,
        description: None,
        link: "https://a.example/temu/".to_owned(),
        categories: Vec::new(),
        status: Status::Confirmed,
        is_busy: true,
        organizer: None,
        conference: None,
    }
}

fn calendar(events: Vec<Event>) -> Calendar {
    Calendar {
        product: "-//warta//a//ID".to_owned(),
        name: "Agenda".to_owned(),
        link: "https://a.example/".to_owned(),
        source: None,
        events,
    }
}

/// The lines of a calendar as any program unfolds them, after its bytes were judged (§3.1).
fn unfolded(bytes: &[u8]) -> Vec<String> {
    assert!(bytes.ends_with(b"\r\n"));
    let text = std::str::from_utf8(bytes).unwrap();
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    assert_eq!(text.matches('\r').count(), text.matches("\r\n").count());
    let mut lines: Vec<String> = Vec::new();
    for line in bytes.strip_suffix(b"\r\n").unwrap().split(|byte| *byte == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        assert!(line.len() <= 75, "{} octets", line.len());
        let line = std::str::from_utf8(line).expect("no character is split");
        match line.strip_prefix(' ') {
            Some(rest) => lines.last_mut().unwrap().push_str(rest),
            None => lines.push(line.to_owned()),
        }
    }
    lines
}

/// The value of the first property of a name, behind its parameters.
fn value(lines: &[String], name: &str) -> String {
    let start = format!("{name}:");
    lines.iter().find_map(|line| line.strip_prefix(&start)).unwrap().to_owned()
}

/// Text without its escapes (§3.3.11).
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        assert!(!matches!(letter, ',' | ';'), "not escaped");
        out.push(match letter {
            '\\' => match letters.next().unwrap() {
                'n' => '\n',
                other => other,
            },
            other => other,
        });
    }
    out
}

/// A text as it must come back: line ends are one, and control characters have no place in a calendar.
fn as_read(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|letter| !letter.is_ascii_control() || matches!(letter, '\n' | '\t')).collect()
}

const HOSTILE: &str = "(\\PC|[<>&\"',;:\\\\^\\r\\n\\t\\x00-\\x1f\\x7f]|]]>|</script>|END:VEVENT|\u{1F469}\u{200D}\u{1F467}|\u{202E}\u{5D0}|\u{feff}|\u{2028}|\u{85}){0,120}";

proptest! {
    #[test]
    fn text_comes_back_as_it_was(text in HOSTILE, other in HOSTILE) {
        let own = Event {
            uid: text.clone(),
            summary: text.clone(),
            location: Some(other.clone()),
            description: Some(text.clone()),
            categories: vec![text.clone(), other.clone()],
            organizer: Some(Organizer { name: text.clone(), email: other.clone() }),
            conference: Some(Conference { url: other.clone(), label: Some(text.clone()) }),
            link: text.clone(),
            ..event()
        };
        let lines = unfolded(&write(&calendar(vec![own, event()])));
        for name in ["UID", "SUMMARY", "DESCRIPTION"] {
            prop_assert_eq!(unescaped(&value(&lines, name)), as_read(&text));
        }
        prop_assert_eq!(unescaped(&value(&lines, "LOCATION")), as_read(&other));
        // Nothing began or ended that we did not begin or end.
        let plain = unfolded(&write(&calendar(vec![event(), event()])));
        let starts = |lines: &[String]| lines.iter().filter(|line| line.starts_with("BEGIN:") || line.starts_with("END:")).cloned().collect::<Vec<_>>();
        prop_assert_eq!(starts(&lines), starts(&plain));
        let names = ["LOCATION", "DESCRIPTION", "CATEGORIES", "ORGANIZER", "CONFERENCE"];
        let others = lines.iter().filter(|line| !names.iter().any(|name| line.starts_with(name))).count();
        prop_assert_eq!(others, plain.len());
    }

    #[test]
    fn a_long_text_is_folded_between_characters(letters in "[a–\u{1F600}\u{5D0}]{74,300}") {
        let own = Event { summary: letters.clone(), ..event() };
        prop_assert_eq!(value(&unfolded(&write(&calendar(vec![own]))), "SUMMARY"), letters);
    }

    /// A program that knows nothing of the zone but what the calendar says finds the instant that was meant.
    #[test]
    fn zones_say_what_the_database_says(
        zone in zone(),
        seconds in -1_500_000_000_i64..4_000_000_000,
        around in prop::option::of(-7_200_i64..7_200),
    ) {
        let at = Timestamp::from_second(seconds).unwrap();
        // Where it is hard: about the hour at which the clock is changed.
        let change = around.and_then(|around| Some((zone.following(at).next()?.timestamp(), around)));
        let at = change.map_or(at, |(change, around)| change + jiff::SignedDuration::from_secs(around));
        let at = at.to_zoned_datetime(zone);
        let own = Event { span: Span::Hours { start: at.clone(), end: None }, ..event() };
        let lines = unfolded(&write(&calendar(vec![own])));
        let start = lines.iter().rfind(|line| line.starts_with("DTSTART")).unwrap();
        let (name, clock) = start.split_once(':').unwrap();
        let read = match clock.strip_suffix('Z') {
            Some(clock) => Offset::UTC.to_timestamp(read(clock)).unwrap(),
            None => {
                prop_assert!(name.starts_with("DTSTART;TZID="));
                offset_at(&lines, read(clock)).to_timestamp(read(clock)).unwrap()
            }
        };
        prop_assert_eq!(read, at.timestamp());
    }
}

fn zone() -> impl Strategy<Value = TimeZone> {
    let names = [
        "Asia/Jakarta",
        "Asia/Makassar",
        "Asia/Jayapura",
        "Europe/London",
        "America/New_York",
        "Australia/Lord_Howe",
        "Africa/Casablanca",
        "Europe/Dublin",
        "Pacific/Apia",
        "Etc/GMT+5",
        "UTC",
    ];
    prop::sample::select(names.to_vec()).prop_map(|name| TimeZoneDatabase::bundled().get(name).unwrap())
}

fn read(clock: &str) -> DateTime {
    DateTime::strptime("%Y%m%dT%H%M%S", clock).unwrap()
}

/// The offset of a local time by the VTIMEZONE of a calendar: that of the last observance that had begun by then (§3.6.5).
fn offset_at(lines: &[String], clock: DateTime) -> Offset {
    let start = lines.iter().position(|line| line == "BEGIN:VTIMEZONE").expect("a zone");
    let end = lines.iter().position(|line| line == "END:VTIMEZONE").unwrap();
    let mut begun: Vec<(DateTime, Offset)> = Vec::new();
    for (at, line) in lines.iter().enumerate().take(end).skip(start) {
        let Some(onset) = line.strip_prefix("DTSTART:") else { continue };
        let to = lines[at..].iter().find_map(|line| line.strip_prefix("TZOFFSETTO:")).unwrap();
        let part = |range: std::ops::Range<usize>| {
            to.get(range).filter(|part| !part.is_empty()).map_or(0, |part| part.parse::<i32>().unwrap())
        };
        let seconds = part(1..3) * 3600 + part(3..5) * 60 + part(5..7);
        let seconds = if to.starts_with('-') { -seconds } else { seconds };
        begun.push((read(onset), Offset::from_seconds(seconds).unwrap()));
    }
    begun.into_iter().filter(|(onset, _)| *onset <= clock).max_by_key(|(onset, _)| *onset).expect("an observance").1
}

#[test]
fn a_zone_with_summer_time_shows_both_halves() {
    let zone = TimeZoneDatabase::bundled().get("Europe/London").unwrap();
    for (day, halves) in [(date(2026, 7, 1), ["DAYLIGHT", "STANDARD"]), (date(2026, 12, 1), ["STANDARD", "DAYLIGHT"])] {
        let start = day.at(9, 0, 0, 0).to_zoned_datetime(zone.clone()).unwrap();
        let lines = unfolded(&write(&calendar(vec![Event { span: Span::Hours { start, end: None }, ..event() }])));
        let found: Vec<&str> = lines.iter().filter_map(|line| line.strip_prefix("BEGIN:")).collect();
        assert_eq!(found, ["VCALENDAR", "VTIMEZONE", halves[0], halves[1], "VEVENT"]);
    }
}

#[test]
fn days_end_with_the_next_one_and_the_clock_s_second_time_is_written_in_utc() {
    let lines = unfolded(&write(&calendar(vec![event()])));
    assert!(lines.iter().any(|line| line == "DTSTART;VALUE=DATE:20260817"));
    assert!(lines.iter().any(|line| line == "DTEND;VALUE=DATE:20260818"));
    // 1.30 in the morning comes twice on this day.
    let zone = TimeZoneDatabase::bundled().get("Europe/London").unwrap();
    let times = ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"].map(|at| {
        let start = at.parse::<Timestamp>().unwrap().to_zoned_datetime(zone.clone());
        let own = Event { span: Span::Hours { start, end: None }, ..event() };
        unfolded(&write(&calendar(vec![own]))).into_iter().rfind(|line| line.starts_with("DTSTART")).unwrap()
    });
    assert_eq!(times, ["DTSTART;TZID=Europe/London:20261025T013000", "DTSTART:20261025T013000Z"]);
}

#[test]
fn parameters_hold_what_quotes_cannot() {
    let label = Some("A \"b\", ^c: \\n\nd".to_owned());
    let own = Event { conference: Some(Conference { url: "https://a.example/".to_owned(), label }), ..event() };
    let lines = unfolded(&write(&calendar(vec![own])));
    let found = lines.iter().find(|line| line.starts_with("CONFERENCE")).unwrap();
    assert_eq!(found, "CONFERENCE;VALUE=URI;LABEL=\"A ^'b^', ^^c: /n^nd\":https://a.example/");
}

#[test]
fn numbers_stay_within_what_calendars_know() {
    let own = Event { sequence: u64::MAX, geo: Some((-1.1301, 104.05)), ..event() };
    let lines = unfolded(&write(&calendar(vec![own])));
    assert_eq!(
        (value(&lines, "SEQUENCE"), value(&lines, "GEO")),
        ("2147483647".to_owned(), "-1.1301;104.05".to_owned())
    );
}

#[test]
fn ten_thousand_characters_are_no_trouble() {
    let text = "Ä,".repeat(5_000);
    let own = Event { description: Some(text.clone()), ..event() };
    assert_eq!(unescaped(&value(&unfolded(&write(&calendar(vec![own]))), "DESCRIPTION")), text);
}
