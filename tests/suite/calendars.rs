//! Calendars as whole sites make them: what stands in each, on which days, under which names; and two files of the demonstration to the
//! letter.
//!
//! `WARTA_BLESS=1 cargo test --test suite calendars` writes `tests/formats/` anew; read what has changed before it is committed.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::site::{CONFIG, TestSite, tree};

/// A calendar, unfolded: the lines of each event by name, in their order.
fn events(text: &str) -> Vec<BTreeMap<String, String>> {
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{text}");
    let text = text.replace("\r\n ", "");
    let blocks = text.split("BEGIN:VEVENT\r\n").skip(1).map(|block| block.split("END:VEVENT").next().unwrap());
    let line = |line: &str| {
        let (name, value) = line.split_at(line.find([':', ';']).unwrap());
        (name.to_owned(), value[1..].to_owned())
    };
    blocks.map(|block| block.lines().map(line).collect()).collect()
}

fn site() -> TestSite {
    let sections = "acara: { kind: workshop }\n  program: { kind: programme }\n  berita: { kind: press_release }";
    let config = CONFIG.replace("berita: { kind: press_release }", sections);
    TestSite::new().file("warta.yaml", config)
}

fn event(site: TestSite, name: &str, fields: &str) -> TestSite {
    let venue = if fields.contains("mode: online") { "" } else { "venue: { name: Aula, city: Batam }\n" };
    let text = format!("---\ntitle: Temu {name}\ndate: 2020-01-01\n{venue}{fields}\n---\n");
    site.file(&format!("content/acara/{name}.md"), text)
}

/// The events of one event's own calendar.
fn own(fields: &str) -> Vec<BTreeMap<String, String>> {
    events(&event(site(), "a", fields).build().text("acara/a/acara.ics"))
}

/// UID, start and end of each event.
fn times(events: &[BTreeMap<String, String>]) -> Vec<[&str; 3]> {
    events
        .iter()
        .map(|event| ["UID", "DTSTART", "DTEND"].map(|name| event.get(name).map_or("", String::as_str)))
        .collect()
}

#[test]
fn the_calendars_of_the_demonstration_are_what_they_were() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut site = TestSite::empty().now("2026-11-24T10:00:00+07:00");
    for folder in ["content", "data", "static", "themes"] {
        for (path, bytes) in tree(&project.join(folder)) {
            site = site.file(&format!("{folder}/{path}"), bytes);
        }
    }
    let site = site.file("warta.yaml", fs::read(project.join("warta.yaml")).unwrap()).build();
    let files = [
        ("acara.ics", "workshop/2010/pengembangan-budaya-kerja-aparatur/acara.ics"),
        ("agenda.ics", "agenda.ics"),
        ("undangan.ics", "siaran-pers/2026/11/undangan-peliputan-lokakarya-data/acara.ics"),
    ];
    for (name, path) in files {
        let (text, expected) = (site.text(path), project.join("tests/formats").join(name));
        if std::env::var_os("WARTA_BLESS").is_some() {
            fs::write(expected, text).unwrap();
        } else {
            assert_eq!(text, fs::read_to_string(expected).unwrap(), "WARTA_BLESS=1 cargo test --test suite calendars");
        }
    }
}

#[test]
fn days_are_days_and_hours_are_hours_in_their_zone() {
    let whole = own("start: 2026-05-01\nend: 2026-05-03");
    assert_eq!(times(&whole), [["a@a.example", "VALUE=DATE:20260501", "VALUE=DATE:20260504"]]);
    let hours = own("start: 2026-05-01 09:00\nend: 2026-05-01 12:00\ntimezone: WITA\nsequence: 3");
    let zone = |time: &str| format!("TZID=Asia/Makassar:{time}");
    assert_eq!(times(&hours), [["a@a.example", &zone("20260501T090000"), &zone("20260501T120000")]]);
    assert_eq!(hours[0]["SEQUENCE"], "3");
    // The end of the last session is the end of an event that says none.
    let open = own("start: 2026-05-01 09:00\nsessions: [{ title: Tabel, start: 09.00, end: 10.30 }]");
    assert_eq!(open[0]["DTEND"], "TZID=Asia/Jakarta:20260501T103000");
    assert!(!own("start: 2026-05-01 09:00")[0].contains_key("DTEND"));
    // A zone with summer time, and one that has no name.
    let site = event(site(), "a", "start: 2026-07-01 09:00\nend: 2026-07-01 10:00\ntimezone: Europe/London").build();
    let site = site
        .expect_text("acara/a/acara.ics", "TZID:Europe/London\r\nBEGIN:DAYLIGHT\r\nDTSTART:20260329T010000\r\n")
        .expect_text("acara/a/acara.ics", "BEGIN:STANDARD\r\nDTSTART:20261025T020000\r\nTZOFFSETFROM:+0100\r\n")
        .expect_text("acara/a/acara.ics", "DTSTART;TZID=Europe/London:20260701T090000\r\n");
    let site = event(site, "a", "start: 2026-07-01T09:00:00+05:30").build();
    site.expect_text("acara/a/acara.ics", "DTSTART:20260701T033000Z\r\n")
        .expect_no_text("acara/a/acara.ics", "VTIMEZONE");
}

#[test]
fn an_event_of_several_days_stands_on_each_by_itself() {
    let zone = |time: &str| format!("TZID=Asia/Jakarta:{time}");
    let daily = own("start: 2026-05-01 09:00\nend: 2026-05-03 15:00");
    assert_eq!(
        times(&daily),
        [
            ["a@a.example", &zone("20260501T090000"), &zone("20260501T150000")],
            ["a.2@a.example", &zone("20260502T090000"), &zone("20260502T150000")],
            ["a.3@a.example", &zone("20260503T090000"), &zone("20260503T150000")],
        ]
    );
    assert_eq!(daily[1]["DESCRIPTION"], "Hari ke-2 dari 3");
    let sessions = "sessions:\n  - { title: Buka, start: 13.00, end: 17.00 }\n  - { title: Tabel, start: 2026-05-02 08:00, end: 2026-05-02 10:00 }\n  - { title: Grafik, start: 2026-05-02 10:00, end: 2026-05-02 16:00 }\n  - { title: Tutup, start: 2026-05-03 07:30 }";
    let held = own(&format!("start: 2026-05-01 13:00\nend: 2026-05-03 11:00\n{sessions}"));
    assert_eq!(
        times(&held),
        [
            ["a@a.example", &zone("20260501T130000"), &zone("20260501T170000")],
            ["a.2@a.example", &zone("20260502T080000"), &zone("20260502T160000")],
            ["a.3@a.example", &zone("20260503T073000"), &zone("20260503T110000")],
        ]
    );
    let program = "Hari ke-2 dari 3\\nSusunan acara:\\n08.00–10.00 Tabel\\n10.00–16.00 Grafik";
    assert_eq!(held[1]["DESCRIPTION"], program);
    // Samoa had no 30th of December in 2011.
    let crossed = own("start: 2011-12-29 09:00\nend: 2011-12-31 10:00\ntimezone: Pacific/Apia");
    let starts: Vec<&str> = crossed.iter().map(|event| event["DTSTART"].as_str()).collect();
    assert_eq!(starts, ["TZID=Pacific/Apia:20111229T090000", "TZID=Pacific/Apia:20111231T090000"]);
    // Through the night, and through a season.
    let night = own("start: 2026-05-01 20:00\nend: 2026-05-02 04:00");
    assert_eq!(times(&night), [["a@a.example", &zone("20260501T200000"), &zone("20260502T040000")]]);
    let season = own("start: 2026-05-01 09:00\nend: 2026-08-31 15:00");
    assert_eq!(times(&season), [["a@a.example", "VALUE=DATE:20260501", "VALUE=DATE:20260901"]]);
    assert_eq!(season[0]["TRANSP"], "TRANSPARENT");
}

#[test]
fn what_is_called_off_stays_and_says_so() {
    for (fields, status, busy) in [
        ("", "CONFIRMED", "OPAQUE"),
        ("event_status: completed", "CONFIRMED", "OPAQUE"),
        ("event_status: rescheduled\nprevious_start: 2026-04-01", "CONFIRMED", "OPAQUE"),
        ("event_status: postponed", "TENTATIVE", "TRANSPARENT"),
        ("event_status: cancelled", "CANCELLED", "TRANSPARENT"),
        ("status: withdrawn\nwithdrawn: { reason: Salah unggah., at: 2026-03-01 }", "CANCELLED", "TRANSPARENT"),
    ] {
        let site = event(site().now("2026-06-01"), "a", &format!("start: 2026-05-01\n{fields}")).build();
        for path in ["acara/a/acara.ics", "agenda.ics"] {
            let event = &events(&site.text(path))[0];
            assert_eq!((event["STATUS"].as_str(), event["TRANSP"].as_str()), (status, busy), "{path} {fields}");
            let is_withdrawn = fields.contains("withdrawn");
            assert_eq!(event.contains_key("LOCATION"), !is_withdrawn);
            if is_withdrawn {
                assert_eq!(
                    (event["DESCRIPTION"].as_str(), event["DTSTAMP"].as_str()),
                    ("Dicabut: Salah unggah.", "20260228T170000Z")
                );
            }
        }
    }
}

#[test]
fn where_to_join_is_told_as_long_as_pages_tell_it() {
    let online = "start: 2026-05-01 09:00\nend: 2026-05-01 10:00\nmode: online\nonline: { url: \"https://rapat.example/a?b=1;c,d\", platform: \"Ruang: A\" }";
    let ahead = own(online);
    assert_eq!(ahead[0]["CONFERENCE"], "VALUE=URI;LABEL=\"Ruang: A\":https://rapat.example/a?b=1;c,d");
    assert_eq!((ahead[0]["LOCATION"].as_str(), ahead[0]["STATUS"].as_str()), ("Ruang: A", "CONFIRMED"));
    assert_eq!(ahead[0]["DESCRIPTION"], "Daring: Ruang: A\\, https://rapat.example/a?b=1\\;c\\,d");
    let site =
        event(site().now("2026-06-01"), "a", online).build().expect_no_text("acara/a/acara.ics", "rapat.example");
    let hybrid = online.replace(
        "mode: online",
        "mode: hybrid\nvenue: { name: Aula, room: Lantai 2, city: Batam, geo: [1.13, 104.05] }",
    );
    let text = format!("---\ntitle: Temu\ndate: 2020-01-01\n{hybrid}\n---\n");
    let site = site.now("2026-01-01").file("content/acara/a.md", text).build();
    let both = &events(&site.text("acara/a/acara.ics"))[0];
    assert_eq!((both["LOCATION"].as_str(), both["GEO"].as_str()), ("Lantai 2\\, Aula\\, Batam", "1.13;104.05"));
    assert!(both.contains_key("CONFERENCE"));
}

#[test]
fn each_calendar_has_its_events_and_names_that_last() {
    let site = event(site(), "a", "start: 2026-05-01\nprogramme: sehat");
    let site = event(site, "b", "start: 2026-04-01");
    let site = event(site, "nanti", "start: 2026-04-01\npublish_at: 2026-03-01 08:00");
    let site = site
        .file(
            "content/acara/a.en.md",
            "---\ntitle: Meeting\ndate: 2020-01-01\nstart: 2026-05-01\nvenue: { name: Hall }\n---\n",
        )
        .file("content/program/sehat.md", "---\ntitle: Sehat\ndate: 2020-01-01\nowner: humas\n---\n")
        .file("content/program/lain.md", "---\ntitle: Lain\ndate: 2020-01-01\nowner: humas\n---\n")
        .build();
    let uids = |path: &str| events(&site.text(path)).iter().map(|event| event["UID"].clone()).collect::<Vec<_>>();
    assert_eq!(uids("agenda.ics"), ["b@a.example", "a@a.example"]);
    assert_eq!(uids("en/agenda.ics"), ["a.en@a.example"]);
    assert_eq!(uids("program/sehat/agenda.ics"), ["a@a.example"]);
    assert_eq!(uids("acara/b/acara.ics"), ["b@a.example"]);
    let site = site.expect_no_file("program/lain/agenda.ics").expect_no_file("acara/nanti/acara.ics");
    let agenda = site.text("agenda.ics");
    assert!(
        agenda.contains("SOURCE;VALUE=URI:https://a.example/agenda.ics\r\nREFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n")
    );
    assert!(agenda.contains("NAME:Agenda Situs\r\n") && site.text("en/agenda.ics").contains("NAME:Situs events\r\n"));
    // An old address of the event keeps its calendar.
    let site = event(site, "b", "start: 2026-04-01\naliases: [/lama/b/]").build();
    assert_eq!(site.text("lama/b/acara.ics"), site.text("acara/b/acara.ics"));
}

#[test]
fn a_site_without_events_has_no_calendar() {
    let site = site().release("a", "", "Isi.").build();
    assert!(!tree(site.output()).keys().any(|path| path.ends_with(".ics")));
}

#[test]
fn the_press_is_invited_in_a_calendar() {
    let invite = "id: undangan\nrelease_type: undangan_media\nmedia_invite: { at: 2026-05-01 09:00, place: \"Aula, Batam\", rsvp: humas@a.example }";
    let history = "corrections:\n  - { at: 2020-06-01 08:00, type: ralat, note: Jamnya keliru. }\nchanges:\n  - { at: 2020-05-02, note: Ruang lain., level: major }\n  - { at: 2020-05-03, note: Ejaan., level: minor }";
    let site = event(site(), "a", "start: 2026-05-01 09:00")
        .release("undangan", &format!("{invite}\n{history}"), "Isi.")
        .build();
    let own = &events(&site.text("berita/undangan/acara.ics"))[0];
    let told = ["UID", "DTSTART", "LOCATION", "DESCRIPTION", "SEQUENCE", "DTSTAMP"].map(|name| own[name].as_str());
    let start = "TZID=Asia/Jakarta:20260501T090000";
    assert_eq!(
        told,
        ["undangan@a.example", start, "Aula\\, Batam", "Konfirmasi: humas@a.example", "2", "20200601T010000Z"]
    );
    assert_eq!(events(&site.text("agenda.ics")).len(), 2);
    // Where the site has the event itself, it stands there once.
    let site = site
        .release("undangan", &format!("{invite}\nevent: a"), "Isi.")
        .build()
        .expect_file("berita/undangan/acara.ics");
    assert_eq!(events(&site.text("agenda.ics")).len(), 1);
}

#[test]
fn only_who_has_an_address_is_named_as_organiser() {
    let site = site().file(
        "data/organizations.yaml",
        "humas: { name: \"Humas, Batam\", email: humas@a.example }\nlain: { name: Lain }\n",
    );
    let site = event(site, "a", "start: 2026-05-01\norganizer: humas");
    let site = event(site, "b", "start: 2026-05-01\norganizer: lain").build();
    assert_eq!(events(&site.text("acara/a/acara.ics"))[0]["ORGANIZER"], "CN=\"Humas, Batam\":mailto:humas@a.example");
    site.expect_no_text("acara/b/acara.ics", "ORGANIZER");
}
