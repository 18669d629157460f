//! A weekday beside a date in running text: `Jumat (3/6)`, `Friday, June 4, 2010`. The calendar knows which of the two is wrong.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::Sheet;
use super::lexicon::Hit;
use crate::diagnostic::{Argument, Code};
use crate::locale::Words;
use crate::locale::date::{Mention, mentioned, weekday_beside, weekday_name};
use crate::parse::prose::BREAK;

/// A date without a year is one within so many days of the item's own.
const NEAR: i32 = 190;

/// Reports each weekday that its date did not have.
pub(super) fn judge(sheet: &mut Sheet<'_>, hits: &[Hit<'_>]) {
    let text = sheet.prose.text();
    for hit in hits {
        let Some(weekday) = hit.entry.weekday else { continue };
        let written = sheet.prose.slice(hit.range.clone());
        let rest = window(text, hit.range.end);
        // `minggu` is a week, and behind a dash the date belongs to more than one day.
        let before = text.get(..hit.range.start).unwrap_or("");
        if written == "minggu" || before.ends_with(['-', '–', '—', '/']) || is_market(before) {
            continue;
        }
        let Some(mention) = mentioned(rest) else { continue };
        let behind = rest.get(mention.length..).unwrap_or("").trim_start_matches([')', ' ', ',']);
        let is_last_year = behind.starts_with("tahun lalu") || behind.starts_with("last year");
        let readings = readings(&mention, sheet, weekday_beside(written, Weekday::Monday) == "Monday");
        let fits = |date: &Date| date.weekday() == weekday;
        let (Some(date), false) = (readings.first().copied(), is_last_year || readings.iter().any(fits)) else {
            continue;
        };
        let right = weekday_beside(written, date.weekday());
        let range = hit.range.start..hit.range.end + mention.length;
        let finding =
            sheet.in_text(Code::WeekdayInText, range).with("written", written).with("date", Argument::date(date));
        let finding = finding.with("right", named(date.weekday())).with("suggestion", right);
        sheet.found.push(finding.with("near", Argument::date(nearest(date, weekday).unwrap_or(date))));
    }
}

/// Whether what stands before makes the weekday part of a name: markets are called by the day on which they were held, and so are the
/// quarters around them, as `Pasar Minggu` in Jakarta.
fn is_market(before: &str) -> bool {
    before.strip_suffix([' ', '\n', '\u{a0}']).is_some_and(|before| {
        let word = before.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or(before);
        word.eq_ignore_ascii_case("pasar")
    })
}

/// A date takes no more bytes than these.
const MOST: usize = 80;

/// What follows in the same block, as far as a date may reach.
fn window(text: &str, from: usize) -> &str {
    let mut to = (from + MOST).min(text.len());
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let window = text.get(from..to).unwrap_or("");
    window.split(BREAK).next().unwrap_or(window)
}

/// The dates that a writer may have meant, the likeliest first; none where nothing can be said.
fn readings(mention: &Mention, sheet: &Sheet<'_>, is_english: bool) -> Vec<Date> {
    let mut orders = Vec::from([(mention.day, mention.month)]);
    if mention.in_digits && is_english {
        // In English a date in digits may begin with the month.
        orders.push((mention.month, mention.day));
    }
    let dates = &sheet.front().dates;
    // A year that cannot be is told already.
    let own = [&dates.date, &dates.start].into_iter().flatten().map(|when| when.date());
    let own: Vec<Date> = own.filter(|date| date.year() >= 1945).collect();
    let mut readings = Vec::new();
    for (day, month) in orders {
        if let Some(year) = mention.year {
            readings.extend(Date::new(year, month, day).ok());
            continue;
        }
        for base in &own {
            let years = [base.year(), base.year().saturating_sub(1), base.year().saturating_add(1)];
            let near = years.into_iter().filter_map(|year| Date::new(year, month, day).ok());
            let mut near: Vec<(i32, Date)> =
                near.map(|date| (days_between(*base, date), date)).filter(|(days, _)| *days <= NEAR).collect();
            near.sort_unstable();
            readings.extend(near.into_iter().map(|(_, date)| date));
        }
    }
    readings
}

fn days_between(one: Date, other: Date) -> i32 {
    one.until(other).map_or(i32::MAX, |span| span.get_days().abs())
}

/// The date nearest to `date` that has this weekday.
fn nearest(date: Date, weekday: Weekday) -> Option<Date> {
    let days = [1, -1, 2, -2, 3, -3];
    days.into_iter().filter_map(|days| date.checked_add(days.days()).ok()).find(|date| date.weekday() == weekday)
}

fn named(weekday: Weekday) -> Argument {
    let of = |words| weekday_name(weekday, words).to_owned();
    Argument::Key(of(Words::English), of(Words::Indonesian))
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;
    use crate::parse::proofreading::tests::{found, release};

    fn wrong(date: &str, text: &str) -> Vec<String> {
        found(&release(&format!("date: {date}"), text), Code::WeekdayInText)
    }

    #[test]
    fn a_weekday_that_does_not_fit_is_found() {
        // 3 June 2010 was a Thursday.
        for text in [
            "Jumat (3/6)",
            "Jumat (3/6/2010)",
            "**Jumat** (3/6)",
            "Jum'at, 3 Juni 2010",
            "Jum’at (03/06/10)",
            "kamis, 4 Juni",
            "KAMIS (4-6-2010)",
            "Senin, 7/7",
            "Minggu 3 Juni 2010",
            "Friday (3 June)",
            "Friday, June 3, 2010",
            "Friday 3rd June 2010",
            "Friday (6/3/2010)",
            "Jumat, 3 Juni 2010",
        ] {
            let plain = text.replace('*', "");
            let plain = plain.trim_end_matches(')');
            let told = wrong("2010-06-04", &format!("Dibuka {text} di aula.\n"));
            assert_eq!(told.len(), 1, "{text}");
            assert_eq!(told[0].replace('*', "").trim_end_matches(')'), plain);
        }
    }

    #[test]
    fn a_weekday_that_fits_is_left_alone() {
        for text in [
            "Kamis (3/6)",
            "Kamis (3/6/2010)",
            "Jumat, 4 Juni 2010, pukul 09.00",
            "Jumat, 4 Juni 09.00",
            "Senin, 7/6",
            "Friday (4 June)",
            "Friday, June 4, 2010",
            "Friday (6/4)",
            "Friday (4/6)",
            "Sabtu-Minggu (5-6/6)",
            "Sabtu–Minggu (5/6)",
            "Senin dan Selasa, 7 dan 8 Juni",
            "Senin (7/6 – 9/6)",
            "satu minggu (3/6 jalan)",
            "Minggu ke-2, 3 kali",
            "Senin 1/2 hari",
            "Jumat (31/2)",
            "Kamis (4/6) tahun lalu",
            "Jumat\n\n(3/6)",
            "`Jumat (3/6)`",
            "di Pasar Minggu, 3 Juni 2010",
            "PASAR JUMAT, 3/6",
            "di Pasar\nMinggu, 3 Juni 2010",
        ] {
            assert_eq!(wrong("2010-06-04", &format!("Dibuka {text} di aula.\n")), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_date_without_a_year_is_the_nearest() {
        // 30 December 2009 was a Wednesday, 4 January 2011 a Tuesday.
        assert_eq!(wrong("2010-01-02", "Rabu (30/12)\n"), [""; 0]);
        assert_eq!(wrong("2010-12-30", "Selasa (4/1)\n"), [""; 0]);
        assert_eq!(wrong("2010-01-02", "Kamis (30/12)\n"), ["Kamis (30/12)"]);
        assert_eq!(wrong("2010-01-02", "Kamis,\n30 Desember 2009\n"), ["Kamis,\n30 Desember 2009"]);
    }
}
