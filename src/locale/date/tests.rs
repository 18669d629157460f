//! The forms that are read and written, as tables.

mod properties;

use jiff::civil::{date, time};

use super::{DateProblem, Format, Impossible, When, Zone, format, format_range, parse_month, parse_now, parse_time};
use crate::locale::Words::{English, Indonesian};

fn zone(name: &str) -> Zone {
    Zone::parse(name).unwrap()
}

fn when(text: &str) -> When {
    When::parse(text, &zone("WIB")).unwrap_or_else(|problem| panic!("{text}: {problem:?}"))
}

#[test]
fn forms_that_are_read() {
    for (text, iso) in [
        ("2010-06-03", "2010-06-03"),
        ("  2010-06-03\n", "2010-06-03"),
        ("2010-6-3", "2010-06-03"),
        ("2010/06/03", "2010-06-03"),
        ("2010-06-03 09:30", "2010-06-03T09:30:00+07:00"),
        ("2010-06-03 09.30", "2010-06-03T09:30:00+07:00"),
        ("2010-06-03T09:30", "2010-06-03T09:30:00+07:00"),
        ("2010-06-03T09:30:15", "2010-06-03T09:30:15+07:00"),
        ("2010-06-03T09:30:15.999", "2010-06-03T09:30:15+07:00"),
        ("2010-06-03T09:30:00+07:00", "2010-06-03T09:30:00+07:00"),
        ("2010-06-03T09:30:00+0700", "2010-06-03T09:30:00+07:00"),
        ("2010-06-03t09:30:00z", "2010-06-03T09:30:00Z"),
        ("2010-06-03T09:30:00Z", "2010-06-03T09:30:00Z"),
        ("2010-06-03T09:30:00.5-03:30", "2010-06-03T09:30:00-03:30"),
        ("2010-06-03 09:30 WITA", "2010-06-03T09:30:00+08:00"),
        ("2010-06-03, pukul 09.30 WIT", "2010-06-03T09:30:00+09:00"),
        ("3 Juni 2010", "2010-06-03"),
        ("03 juni 2010", "2010-06-03"),
        ("3 JUNI 2010", "2010-06-03"),
        ("3\u{a0}Juni\u{a0}2010", "2010-06-03"),
        ("3-Juni-2010", "2010-06-03"),
        ("3-Jun-2010", "2010-06-03"),
        ("Kamis, 3 Juni 2010", "2010-06-03"),
        ("Kamis 3 Juni 2010", "2010-06-03"),
        ("kam, 3 jun 2010", "2010-06-03"),
        ("Jum'at, 4 Juni 2010", "2010-06-04"),
        ("Jum’at, 4 Juni 2010", "2010-06-04"),
        ("Jumat, 4 Juni 2010", "2010-06-04"),
        ("Ahad, 6 Juni 2010", "2010-06-06"),
        ("Thursday, 3 June 2010", "2010-06-03"),
        ("Thursday, June 3, 2010", "2010-06-03"),
        ("Thu, 2010-06-03", "2010-06-03"),
        ("3 June 2010", "2010-06-03"),
        ("3rd June 2010", "2010-06-03"),
        ("June 3, 2010", "2010-06-03"),
        ("June 3rd, 2010", "2010-06-03"),
        ("Jun. 3 2010", "2010-06-03"),
        ("29 Februari 2012", "2012-02-29"),
        ("17 Agustus 1945", "1945-08-17"),
        ("1 Januari 0999", "0999-01-01"),
        ("3 Juni 2010 09.00", "2010-06-03T09:00:00+07:00"),
        ("3 Juni 2010 9.00", "2010-06-03T09:00:00+07:00"),
        ("3 Juni 2010, 09:30", "2010-06-03T09:30:00+07:00"),
        ("3 Juni 2010 pukul 09.00", "2010-06-03T09:00:00+07:00"),
        ("3 Juni 2010, pukul 09.00 WIB", "2010-06-03T09:00:00+07:00"),
        ("3 Juni 2010 pkl. 09.00 wita", "2010-06-03T09:00:00+08:00"),
        ("3 Juni 2010 09.00WIT", "2010-06-03T09:00:00+09:00"),
        ("3 June 2010 at 09:30 UTC", "2010-06-03T09:30:00Z"),
        ("3 June 2010 09:30 UTC+05:30", "2010-06-03T09:30:00+05:30"),
        ("3 June 2010 09:30 Europe/London", "2010-06-03T09:30:00+01:00"),
        ("Kamis, 3 Juni 2010, 14.30 WIB", "2010-06-03T14:30:00+07:00"),
        ("Thu, 03 Jun 2010 00:00:00 +0700", "2010-06-03T00:00:00+07:00"),
        ("Thu, 03 Jun 2010 00:00:00 GMT", "2010-06-03T00:00:00Z"),
    ] {
        assert_eq!(when(text).iso(), iso, "{text}");
    }
}

#[test]
fn every_month_has_its_names() {
    let names = [
        "Januari January Jan",
        "Februari February Feb Pebruari",
        "Maret March Mar",
        "April Apr",
        "Mei May",
        "Juni June Jun",
        "Juli July Jul",
        "Agustus August Agu Agt Aug",
        "September Sep Sept",
        "Oktober October Okt Oct",
        "November Nov Nop Nopember",
        "Desember December Des Dec",
    ];
    for (names, month) in names.iter().zip(1..) {
        for name in names.split(' ') {
            assert_eq!(when(&format!("3 {name} 2010")).date(), date(2010, month, 3), "{name}");
            assert_eq!(when(&format!("{name}. 3, 2010")).date(), date(2010, month, 3), "{name}");
        }
    }
}

#[test]
fn mistakes_are_explained() {
    use DateProblem::{Ambiguous, DayMonthDigits, NotADate, UnknownMonth, UnknownWeekday, WrongWeekday};
    let ambiguous = || Ambiguous { readings: ("2010-06-03".to_owned(), "2010-03-06".to_owned()) };
    let only = |reading: &str| DayMonthDigits { reading: reading.to_owned() };
    let day = |year, month, day, last| DateProblem::Impossible(Impossible::Day { year, month, day, last });
    let month = |month| DateProblem::Impossible(Impossible::Month { month });
    let year = |written: &str| DateProblem::Impossible(Impossible::Year { written: written.to_owned() });
    let clock = |hour, minute, second| DateProblem::Impossible(Impossible::Time { hour, minute, second });
    let weekday = |written: &str, right| WrongWeekday { written: written.to_owned(), right, date: date(2010, 6, 3) };
    let no_month = |word: &str, nearest| UnknownMonth { word: word.to_owned(), nearest };
    let no_weekday = |word: &str, nearest| UnknownWeekday { word: word.to_owned(), nearest };
    for (text, expected) in [
        ("3/6/2010", ambiguous()),
        ("03-06-2010", ambiguous()),
        ("03.06.2010", ambiguous()),
        ("3/6/2010 09.00", ambiguous()),
        ("Kamis, 3/6/2010", ambiguous()),
        ("25/6/2010", only("2010-06-25")),
        ("6/25/2010", only("2010-06-25")),
        ("3/3/2010", only("2010-03-03")),
        ("31/6/2010", day(2010, 6, 31, 30)),
        ("45/13/2010", month(13)),
        ("3/6/10", year("10")),
        ("31 Juni 2010", day(2010, 6, 31, 30)),
        ("29 Feb 2010", day(2010, 2, 29, 28)),
        ("0 Juni 2010", day(2010, 6, 0, 30)),
        ("2010-02-30", day(2010, 2, 30, 28)),
        ("Senin, 31 Juni 2010", day(2010, 6, 31, 30)),
        ("2010-13-01", month(13)),
        ("2010-00-01", month(0)),
        ("3 Juni 10", year("10")),
        ("3 Juni 20100", year("20100")),
        ("3 Juni 0000", year("0000")),
        ("9999-12-31", year("9999")),
        ("3 Juni 2010 24.00", clock(24, 0, 0)),
        ("3 Juni 2010 09.75", clock(9, 75, 0)),
        ("2010-06-03T09:00:60", clock(9, 0, 60)),
        ("Jumat, 3 Juni 2010", weekday("Jumat", "Kamis")),
        ("Jum'at, 3 Juni 2010", weekday("Jum'at", "Kamis")),
        ("Fri, June 3, 2010", weekday("Fri", "Thursday")),
        ("3 Junni 2010", no_month("Junni", Some("Juni"))),
        ("3 Agustsu 2010 09.00", no_month("Agustsu", Some("Agustus"))),
        ("3 Agts 2010", no_month("Agts", Some("Agustus"))),
        ("3 Setember 2010", no_month("Setember", Some("September"))),
        ("Jnue 3, 2010", no_month("Jnue", Some("June"))),
        ("3 foo 2010", no_month("foo", None)),
        ("Kmais, 3 Juni 2010", no_weekday("Kmais", Some("Kamis"))),
        ("Wendesday, 3 June 2010", no_weekday("Wendesday", Some("Wednesday"))),
        ("Batam, 3 Juni 2010", no_weekday("Batam", None)),
        ("besok", NotADate),
        ("", NotADate),
        ("  ", NotADate),
        ("3", NotADate),
        ("2010", NotADate),
        ("2010-06", NotADate),
        ("20100603", NotADate),
        ("3 Juni", NotADate),
        ("3 Juni 09.00", NotADate),
        ("3 Juni 2010,", NotADate),
        ("3 Juni 2010 besok", NotADate),
        ("3 Juni 2010 pukul", NotADate),
        ("3 Juni 2010 09.00 pagi", NotADate),
        ("3 Juni 2010 WIB", NotADate),
        ("3 Juni 2010 9", NotADate),
        ("3 Juni 2010 09.0", NotADate),
        ("2010-06-03T", NotADate),
        ("2010-06-03T09:00:00+123", NotADate),
        ("2010-06-03T09:00:00+24:00", NotADate),
        ("2010-06-03x", NotADate),
        ("Juni 2010", NotADate),
        ("Kamis", NotADate),
        ("1.2.3.4", year("3")),
    ] {
        assert_eq!(When::parse(text, &zone("WIB")).unwrap_err(), expected, "{text}");
    }
    let problem = When::parse("3 Juni 2010 09.00 WIBB", &zone("WIB")).unwrap_err();
    let DateProblem::UnknownZone(error) = problem else { panic!("{problem:?}") };
    assert_eq!((error.name.as_str(), error.suggestions.first().map(String::as_str)), ("WIBB", Some("WIB")));
    assert_eq!(
        When::parse("2010-03-28 01:30", &zone("Europe/London")).unwrap_err(),
        DateProblem::Impossible(Impossible::SkippedTime { date: date(2010, 3, 28), zone: "Europe/London".to_owned() })
    );
}

#[test]
fn times_are_read_alone() {
    for (text, expected) in [
        ("09.00", time(9, 0, 0, 0)),
        ("9:30", time(9, 30, 0, 0)),
        (" 23:59:59 ", time(23, 59, 59, 0)),
        ("pukul 09.00", time(9, 0, 0, 0)),
        ("pk. 09.00", time(9, 0, 0, 0)),
    ] {
        assert_eq!(parse_time(text), Ok(expected), "{text}");
    }
    for text in ["", "9", "09", "0900", "09.00 WIB", "9.5", "09.00.", "-1.00"] {
        assert_eq!(parse_time(text), Err(DateProblem::NotADate), "{text}");
    }
    assert!(matches!(parse_time("25.00"), Err(DateProblem::Impossible(Impossible::Time { hour: 25, .. }))));
}

#[test]
fn months_are_read_alone() {
    assert_eq!(parse_month("2010-06"), Ok(date(2010, 6, 1)));
    assert_eq!(parse_month("2010-13"), Err(Impossible::Month { month: 13 }.into()));
    for text in ["2010", "2010-6", "2010-06-03", "-06", "2010-", "+201-06", "Juni"] {
        assert_eq!(parse_month(text), Err(DateProblem::NotADate), "{text}");
    }
}

#[test]
fn every_format() {
    let bare = when("2010-06-03");
    let timed = when("2010-06-03 14:30");
    for (name, id, en) in [
        ("full", "Kamis, 3 Juni 2010", "Thursday, 3 June 2010"),
        ("long", "3 Juni 2010", "3 June 2010"),
        ("medium", "3 Jun 2010", "3 Jun 2010"),
        ("short", "03/06/2010", "03/06/2010"),
        ("weekday", "Kamis", "Thursday"),
        ("weekday_short", "Kam", "Thu"),
        ("day", "3", "3"),
        ("month_year", "Juni 2010", "June 2010"),
        ("month", "Juni", "June"),
        ("month_short_year", "Jun 2010", "Jun 2010"),
        ("time", "14.30 WIB", "14:30 WIB"),
        ("full_time", "Kamis, 3 Juni 2010, 14.30 WIB", "Thursday, 3 June 2010, 14:30 WIB"),
        ("iso", "2010-06-03T14:30:00+07:00", "2010-06-03T14:30:00+07:00"),
        ("rfc822", "Thu, 03 Jun 2010 14:30:00 +0700", "Thu, 03 Jun 2010 14:30:00 +0700"),
    ] {
        let named = Format::parse(name).unwrap();
        assert_eq!(format(&timed, named, Indonesian), id);
        assert_eq!(format(&timed, named, English), en);
        if !["time", "full_time", "iso", "rfc822"].contains(&name) {
            assert_eq!(format(&bare, named, Indonesian), id);
        }
    }
    assert_eq!(format(&bare, Format::Time, Indonesian), "");
    assert_eq!(format(&bare, Format::FullTime, Indonesian), "Kamis, 3 Juni 2010");
    assert_eq!(format(&bare, Format::Iso, Indonesian), "2010-06-03");
    assert_eq!(format(&bare, Format::Rfc822, Indonesian), "Thu, 03 Jun 2010 00:00:00 +0700");
    assert_eq!(format(&when("25 Desember 2010"), Format::Full, Indonesian), "Sabtu, 25 Desember 2010");
    assert!(["", "Full", "fulltime"].iter().all(|name| Format::parse(name).is_none()));
}

#[test]
fn zones_are_named() {
    for (text, site, label) in [
        ("2010-06-03 14:30", "WIB", "14.30 WIB"),
        ("2010-06-03 14:30", "Asia/Pontianak", "14.30 WIB"),
        ("2010-06-03 14:30", "WITA", "14.30 WITA"),
        ("2010-06-03 14:30 WIT", "WIB", "14.30 WIT"),
        ("2010-06-03T14:30+08:00", "WIB", "14.30 WITA"),
        ("2010-06-03T14:30+08:00", "Asia/Singapore", "14.30 UTC+08:00"),
        ("2010-06-03T14:30+05:30", "WIB", "14.30 UTC+05:30"),
        ("2010-06-03T14:30-03:30", "WIB", "14.30 UTC-03:30"),
        ("2010-06-03T14:30Z", "WIB", "14.30 UTC"),
        // Before 1964 the clocks of Jakarta were half an hour ahead.
        ("1962-06-03 14:30", "WIB", "14.30 UTC+07:30"),
    ] {
        let read = When::parse(text, &zone(site)).unwrap();
        assert_eq!(format(&read, Format::Time, Indonesian), label, "{text} {site}");
    }
    assert_eq!(when("2010-06-03 14:30 WITA").zone_name(), Some("Asia/Makassar"));
    assert_eq!(when("2010-06-03T14:30+05:30").zone_name(), None);
    assert_eq!(when("2010-06-03T02:30Z").in_zone(&zone("WIB")), when("2010-06-03 09.30"));
    assert_eq!(when("2010-06-03").in_zone(&zone("WIT")).iso(), "2010-06-03");
}

#[test]
fn instants() {
    let utc = |when: &When| when.instant().to_string();
    assert_eq!(utc(&when("2010-06-03")), "2010-06-02T17:00:00Z");
    assert_eq!(when("2010-06-03").end_instant().to_string(), "2010-06-03T17:00:00Z");
    assert_eq!(utc(&when("2010-06-03 09.00")), "2010-06-03T02:00:00Z");
    assert_eq!(when("2010-06-03 09.00").end_instant(), when("2010-06-03 09.00").instant());
    assert_eq!(utc(&When::parse("2010-06-03", &zone("WIT")).unwrap()), "2010-06-02T15:00:00Z");
    assert_eq!(parse_now("2026-11-24", &zone("WIB")).unwrap().to_string(), "2026-11-23T17:00:00Z");
    assert_eq!(parse_now("2026-11-24T08:00:00Z", &zone("WIB")).unwrap().to_string(), "2026-11-24T08:00:00Z");
    assert!(parse_now("kemarin", &zone("WIB")).is_err());
    // Midnight does not exist on this day: the day starts at one.
    assert_eq!(utc(&When::parse("2018-11-04", &zone("America/Sao_Paulo")).unwrap()), "2018-11-04T03:00:00Z");
}

#[test]
fn order_is_by_instant_and_dates_come_first() {
    let order = [
        "2010-06-02 23:59",
        "2010-06-03",
        "2010-06-02T17:00Z",
        "2010-06-03 00:00",
        "2010-06-03 09.00 WIT",
        "2010-06-03 08.00 WIB",
        "2010-06-04",
    ];
    let sorted: Vec<When> = order.iter().map(|text| when(text)).collect();
    let mut mixed = sorted.clone();
    mixed.reverse();
    mixed.sort();
    assert_eq!(mixed, sorted);
    assert!(sorted.windows(2).all(|pair| pair[0] < pair[1]));
}

#[test]
fn ranges() {
    for (start, end, id, en) in [
        ("2010-06-03", "2010-06-03", "Kamis, 3 Juni 2010", "Thursday, 3 June 2010"),
        ("2010-06-03", "2010-06-05", "3–5 Juni 2010", "3–5 June 2010"),
        ("2010-06-30", "2010-07-02", "30 Juni–2 Juli 2010", "30 June–2 July 2010"),
        ("2010-12-30", "2011-01-02", "30 Desember 2010–2 Januari 2011", "30 December 2010–2 January 2011"),
        ("2010-06-03", "2011-06-03", "3 Juni 2010–3 Juni 2011", "3 June 2010–3 June 2011"),
        (
            "2010-06-03 09.00",
            "2010-06-03 12.00",
            "Kamis, 3 Juni 2010, 09.00–12.00 WIB",
            "Thursday, 3 June 2010, 09:00–12:00 WIB",
        ),
        ("2010-06-03 09.00", "2010-06-03 09.00", "Kamis, 3 Juni 2010, 09.00 WIB", "Thursday, 3 June 2010, 09:00 WIB"),
        ("2010-06-03 09.00", "2010-06-03", "Kamis, 3 Juni 2010, 09.00 WIB", "Thursday, 3 June 2010, 09:00 WIB"),
        (
            "2010-06-03",
            "2010-06-03 12.00",
            "Kamis, 3 Juni 2010, sampai 12.00 WIB",
            "Thursday, 3 June 2010, until 12:00 WIB",
        ),
        (
            "2010-06-03 09.00 WIB",
            "2010-06-03 12.00 WITA",
            "Kamis, 3 Juni 2010, 09.00 WIB–12.00 WITA",
            "Thursday, 3 June 2010, 09:00 WIB–12:00 WITA",
        ),
        (
            "2010-06-03 21.00",
            "2010-06-04 02.00",
            "Kamis, 3 Juni 2010, 21.00 sampai Jumat, 4 Juni 2010, 02.00 WIB",
            "Thursday, 3 June 2010, 21:00 to Friday, 4 June 2010, 02:00 WIB",
        ),
        (
            "2010-06-03 09.00",
            "2010-06-05",
            "Kamis, 3 Juni 2010, 09.00 WIB sampai Sabtu, 5 Juni 2010",
            "Thursday, 3 June 2010, 09:00 WIB to Saturday, 5 June 2010",
        ),
    ] {
        assert_eq!(format_range(&when(start), &when(end), Indonesian), id);
        assert_eq!(format_range(&when(start), &when(end), English), en);
    }
}
