//! That writing and reading undo each other, that the order follows the instants, and that no text can panic.

use jiff::civil::Date;
use proptest::prelude::*;

use super::zone;
use crate::locale::Words::{self, English, Indonesian};
use crate::locale::date::{Format, When, Written, Zone, format, format_range, parse_month, parse_time};

fn words() -> impl Strategy<Value = Words> {
    prop_oneof![Just(Indonesian), Just(English)]
}

fn dates() -> impl Strategy<Value = Date> {
    (1945i16..=9998, 1i8..=12, 1i8..=31).prop_filter_map("day", |(y, m, d)| Date::new(y, m, d).ok())
}

fn zones() -> impl Strategy<Value = Zone> {
    prop::sample::select(vec!["WIB", "WITA", "WIT", "UTC", "Asia/Kolkata", "Europe/London", "America/St_Johns"])
        .prop_map(zone)
}

proptest! {
    #[test]
    fn dates_survive_writing(date in dates(), words in words(), site in zones()) {
        let bare = When::on(date, &site).unwrap();
        for form in [Format::Full, Format::Long, Format::Medium, Format::FullTime, Format::Iso] {
            prop_assert_eq!(&When::parse(&format(&bare, form, words), &site).unwrap(), &bare);
        }
        prop_assert!(bare.instant() < bare.end_instant());
    }

    #[test]
    fn times_survive_writing(seconds in -189_302_400i64..200_000_000_000, words in words(), site in zones(), own in zones()) {
        let instant = jiff::Timestamp::from_second(seconds).unwrap();
        let here = When::at(instant, &site);
        prop_assert_eq!(&When::parse(&here.iso(), &site).unwrap(), &here);
        prop_assert_eq!(When::parse(&format(&here, Format::Rfc822, words), &site).unwrap(), here);
        let there = When::at(instant, &own);
        let read = When::parse(&there.iso(), &site).unwrap();
        prop_assert_eq!(read.instant(), instant);
        prop_assert_eq!(read.iso(), there.iso());
        let text = format(&there, Format::FullTime, words);
        let read = When::parse(&text, &site).unwrap();
        prop_assert_eq!(read.date(), there.date());
        prop_assert_eq!(format(&read, Format::FullTime, words), text);
    }

    #[test]
    fn iso_agrees_with_jiff(seconds in -189_302_400i64..200_000_000_000, own in zones()) {
        let when = When::at(jiff::Timestamp::from_second(seconds).unwrap(), &own);
        let parsed: jiff::Timestamp = when.iso().parse().unwrap();
        prop_assert_eq!(parsed, when.instant());
        let expected = jiff::fmt::rfc2822::to_string(when.zoned()).unwrap();
        prop_assert_eq!(
            jiff::fmt::rfc2822::parse(&format(&when, Format::Rfc822, Indonesian)).unwrap().timestamp(),
            jiff::fmt::rfc2822::parse(&expected).unwrap().timestamp()
        );
    }

    #[test]
    fn order_follows_instants(
        left in -189_302_400i64..200_000_000_000, near in -90_000i64..90_000,
        zones in (zones(), zones()), bare in any::<(bool, bool)>(),
    ) {
        let make = |seconds, zone: &Zone, bare: bool| {
            let when = When::at(jiff::Timestamp::from_second(seconds).unwrap(), zone);
            if bare { When::on(when.date(), zone).unwrap() } else { when }
        };
        let (left, right) = (make(left, &zones.0, bare.0), make(left + near, &zones.1, bare.1));
        if left.instant() != right.instant() {
            prop_assert_eq!(left.cmp(&right), left.instant().cmp(&right.instant()));
        }
        prop_assert_eq!(left.cmp(&right), right.cmp(&left).reverse());
        prop_assert!(!format_range(&left, &right, Indonesian).is_empty());
    }

    #[test]
    fn no_text_panics(text in any::<String>()) {
        let _ = Written::parse(&text);
        let _ = parse_time(&text);
        let _ = parse_month(&text);
    }

    #[test]
    fn no_text_like_a_date_panics(
        text in "((Kamis|Fri|Jum’at|xé)[, ]{0,2})?[0-9]{0,5}[ /.,-]?(Juni|Junni|June|é|[0-9]{1,3})?[ /.,-]{0,2}[0-9]{0,5}[T ,]{0,2}(pukul )?[0-9]{0,3}[.:]?[0-9]{0,3}([.:][0-9]{0,3})? ?(WIB|WIX|Z|UTC|[+-][0-9:]{0,6}|é)?"
    ) {
        let read = When::parse(&text, &zone("WIB"));
        if let Ok(read) = read {
            prop_assert_eq!(When::parse(&read.iso(), &zone("WIB")).unwrap().instant(), read.instant());
        }
    }
}
