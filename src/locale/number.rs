//! Numbers, money and file sizes as Indonesian and English readers write them.
//!
//! Separators agree with CLDR 47 (`id`, `en`). Money follows EYD V instead: `Rp5.000,00`, no space and always two
//! decimals. File sizes count in powers of 1000 with the symbols of the SI. Nothing here depends on a plural form.
//! Whether a number should be grouped (a year should not) is the caller's choice.

use std::fmt::Write as _;

use crate::locale::Words;

struct Separators {
    group: char,
    decimal: char,
}

fn separators(words: Words) -> Separators {
    match words {
        Words::Indonesian => Separators { group: '.', decimal: ',' },
        Words::English => Separators { group: ',', decimal: '.' },
    }
}

/// A whole number: `1.370`, `1,370`. Takes any integer that fits in `i64` or `u64`.
pub fn integer(value: impl Into<i128>, words: Words) -> String {
    let value: i128 = value.into();
    let mut out = String::with_capacity(16);
    if value < 0 {
        out.push('-');
    }
    push_grouped(&mut out, value.unsigned_abs(), words);
    out
}

/// A number with at most three decimals, trailing zeros dropped: `1,5`, `1.234,568`. `NaN` and `∞` as in CLDR.
pub fn decimal(value: f64, words: Words) -> String {
    if value.is_nan() {
        return "NaN".to_owned();
    }
    if value.is_infinite() {
        return if value < 0.0 { "-∞" } else { "∞" }.to_owned();
    }
    let plain = format!("{:.3}", value.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let fraction = fraction.trim_end_matches('0');
    let mut out = String::with_capacity(plain.len() + 8);
    // What rounds to zero has no sign.
    if value < 0.0 && !(whole == "0" && fraction.is_empty()) {
        out.push('-');
    }
    push_digits(&mut out, whole, words);
    if !fraction.is_empty() {
        out.push(separators(words).decimal);
        out.push_str(fraction);
    }
    out
}

/// An amount in whole rupiah: `Rp5.000,00`, `Rp5,000.00`; a debt is `-Rp5.000,00`.
pub fn money(rupiah: i64, words: Words) -> String {
    write_money(i128::from(rupiah) * 100, words)
}

/// An amount in sen, a hundredth of a rupiah: 550 is `Rp5,50`.
pub fn money_sen(sen: i64, words: Words) -> String {
    write_money(i128::from(sen), words)
}

fn write_money(sen: i128, words: Words) -> String {
    let mut out = String::with_capacity(24);
    if sen < 0 {
        out.push('-');
    }
    out.push_str("Rp");
    let sen = sen.unsigned_abs();
    push_grouped(&mut out, sen / 100, words);
    out.push(separators(words).decimal);
    let cents = sen % 100;
    // Writing to a string cannot fail.
    let _ = write!(out, "{cents:02}");
    out
}

/// A size in bytes, in the largest unit that gives at least one: `741 B`, `48 kB`, `1,2 MB`. One decimal below ten,
/// none when it would be zero; halves are rounded up.
pub fn file_size(bytes: u64, words: Words) -> String {
    const UNITS: [&str; 6] = ["kB", "MB", "GB", "TB", "PB", "EB"];
    let mut out = String::with_capacity(8);
    if bytes < 1000 {
        push_grouped(&mut out, u128::from(bytes), words);
        out.push_str(" B");
        return out;
    }
    let bytes = u128::from(bytes);
    let mut size: u128 = 1000;
    let mut units = UNITS.iter().peekable();
    while let Some(unit) = units.next() {
        let tenths = (bytes * 10 + size / 2) / size;
        let whole = (bytes + size / 2) / size;
        // 999,6 kB is 1 MB: rounding decides the unit too.
        if whole >= 1000 && units.peek().is_some() {
            size *= 1000;
            continue;
        }
        if tenths < 100 && !tenths.is_multiple_of(10) {
            let decimal = separators(words).decimal;
            let _ = write!(out, "{}{decimal}{}", tenths / 10, tenths % 10);
        } else if tenths < 100 {
            let _ = write!(out, "{}", tenths / 10);
        } else {
            push_grouped(&mut out, whole, words);
        }
        out.push(' ');
        out.push_str(unit);
        break;
    }
    out
}

fn push_grouped(out: &mut String, value: u128, words: Words) {
    if value < 1000 {
        let _ = write!(out, "{value}");
    } else {
        push_digits(out, &value.to_string(), words);
    }
}

fn push_digits(out: &mut String, digits: &str, words: Words) {
    let group = separators(words).group;
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(group);
        }
        out.push(digit);
    }
}

#[cfg(test)]
mod tests {
    use super::{decimal, file_size, integer, money, money_sen};
    use crate::locale::Words::{English, Indonesian};
    use proptest::prelude::*;

    #[test]
    fn whole_numbers_are_grouped() {
        for (value, id, en) in [
            (0, "0", "0"),
            (137, "137", "137"),
            (999, "999", "999"),
            (1000, "1.000", "1,000"),
            (1370, "1.370", "1,370"),
            (-1_234_567, "-1.234.567", "-1,234,567"),
            (i64::MIN, "-9.223.372.036.854.775.808", "-9,223,372,036,854,775,808"),
        ] {
            assert_eq!(integer(value, Indonesian), id);
            assert_eq!(integer(value, English), en);
        }
        assert_eq!(integer(u64::MAX, Indonesian), "18.446.744.073.709.551.615");
    }

    #[test]
    fn decimals_have_at_most_three_places() {
        for (value, id, en) in [
            (1.5, "1,5", "1.5"),
            (0.25, "0,25", "0.25"),
            (-0.0001, "0", "0"),
            (-0.0, "0", "0"),
            (1234.5678, "1.234,568", "1,234.568"),
            (-2.5, "-2,5", "-2.5"),
            (100.0, "100", "100"),
            (1e15, "1.000.000.000.000.000", "1,000,000,000,000,000"),
            (f64::NAN, "NaN", "NaN"),
            (f64::NEG_INFINITY, "-∞", "-∞"),
        ] {
            assert_eq!(decimal(value, Indonesian), id);
            assert_eq!(decimal(value, English), en);
        }
    }

    #[test]
    fn money_has_two_decimals_and_no_space() {
        assert_eq!(money(5000, Indonesian), "Rp5.000,00");
        assert_eq!(money(5000, English), "Rp5,000.00");
        assert_eq!(money(0, Indonesian), "Rp0,00");
        assert_eq!(money(-1_250_000, Indonesian), "-Rp1.250.000,00");
        assert_eq!(money_sen(550, Indonesian), "Rp5,50");
        assert_eq!(money_sen(-5, English), "-Rp0.05");
        assert_eq!(money(i64::MAX, English), "Rp9,223,372,036,854,775,807.00");
    }

    #[test]
    fn sizes_are_short() {
        for (bytes, id, en) in [
            (0, "0 B", "0 B"),
            (741, "741 B", "741 B"),
            (999, "999 B", "999 B"),
            (1000, "1 kB", "1 kB"),
            (1049, "1 kB", "1 kB"),
            (1050, "1,1 kB", "1.1 kB"),
            (9949, "9,9 kB", "9.9 kB"),
            (9950, "10 kB", "10 kB"),
            (48_213, "48 kB", "48 kB"),
            (999_499, "999 kB", "999 kB"),
            (999_500, "1 MB", "1 MB"),
            (1_234_567, "1,2 MB", "1.2 MB"),
            (5_000_000_000, "5 GB", "5 GB"),
            (u64::MAX, "18 EB", "18 EB"),
        ] {
            assert_eq!(file_size(bytes, Indonesian), id);
            assert_eq!(file_size(bytes, English), en);
        }
    }

    proptest! {
        #[test]
        fn nothing_panics(value in any::<f64>(), whole in any::<i64>(), bytes in any::<u64>()) {
            for words in [Indonesian, English] {
                prop_assert!(!decimal(value, words).is_empty());
                prop_assert!(!money_sen(whole, words).is_empty());
                prop_assert!(file_size(bytes, words).len() <= 8);
                let digits: String = integer(whole, words).chars().filter(|c| *c != '.' && *c != ',').collect();
                prop_assert_eq!(digits, whole.to_string());
            }
        }
    }
}
