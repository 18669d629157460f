//! Rows as a table for people: columns aligned by the width that letters take, and no line wider than the terminal.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// A column.
pub(super) struct Column {
    /// Its name, in the first line.
    pub(super) title: String,
    /// How it gives way where the terminal is narrow.
    pub(super) yields: Yields,
    /// Its turn to be left out where there is no room for it; none for a column that is always shown.
    pub(super) spare: Option<u8>,
}

/// How a column gives way.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Yields {
    /// It does not.
    Never,
    /// Its end is cut off: of a title the beginning says most.
    End,
    /// Its beginning is cut off: of a path the end says most.
    Start,
}

/// Columns that give way keep so much.
const LEAST: usize = 14;

/// So much of them says enough; rather than less, columns that can be spared are left out.
const ENOUGH: usize = 28;

/// Between two columns.
const GAP: &str = "  ";

/// The table as lines. Columns without a single value are left out; nothing is cut where there is no width.
pub(super) fn lines(columns: &[Column], rows: &[Vec<String>], width: Option<usize>) -> Vec<String> {
    // A control character in a title must not move the cursor.
    let cell =
        |row: &Vec<String>, at: usize| row.get(at).map(|text| text.replace(char::is_control, " ")).unwrap_or_default();
    let mut shown: Vec<(usize, &Column)> =
        columns.iter().enumerate().filter(|(at, _)| rows.iter().any(|row| !cell(row, *at).is_empty())).collect();
    let widest = |at: usize, column: &Column| {
        rows.iter().map(|row| cell(row, at).width()).chain([column.title.width()]).max().unwrap_or(0)
    };
    let mut widths: Vec<usize> = shown.iter().map(|(at, column)| widest(*at, column)).collect();
    if let Some(width) = width {
        leave_out(&mut widths, &mut shown, width);
        narrow(&mut widths, &shown, width);
    }
    let line = |cells: Vec<String>| {
        let padded = cells.iter().zip(&widths).zip(&shown).map(|((text, width), (_, column))| {
            let cut = cut(text, *width, column.yields);
            let space = " ".repeat(width.saturating_sub(cut.width()));
            format!("{cut}{space}")
        });
        padded.collect::<Vec<_>>().join(GAP).trim_end().to_owned()
    };
    let titles = line(shown.iter().map(|(_, column)| column.title.clone()).collect());
    let rows = rows.iter().map(|row| line(shown.iter().map(|(at, _)| cell(row, *at)).collect()));
    std::iter::once(titles).chain(rows).collect()
}

/// Leaves out columns that can be spared, in their turn, until the others have room enough.
fn leave_out(widths: &mut Vec<usize>, shown: &mut Vec<(usize, &Column)>, width: usize) {
    let needs = |widths: &[usize], shown: &[(usize, &Column)]| {
        let least = |own: usize, yields| if yields == Yields::Never { own } else { own.min(ENOUGH) };
        let columns: usize = widths.iter().zip(shown).map(|(own, (_, column))| least(*own, column.yields)).sum();
        columns + GAP.len() * widths.len().saturating_sub(1)
    };
    while needs(widths, shown) > width {
        let spare = shown.iter().enumerate().filter_map(|(at, (_, column))| Some((column.spare?, at)));
        let Some((_, at)) = spare.min() else { return };
        shown.remove(at);
        widths.remove(at);
    }
}

/// Takes columns from the widest that gives way until all fit, or none gives way any more.
fn narrow(widths: &mut [usize], shown: &[(usize, &Column)], width: usize) {
    let gaps = GAP.len() * widths.len().saturating_sub(1);
    let mut over = (widths.iter().sum::<usize>() + gaps).saturating_sub(width);
    while over > 0 {
        let yielding =
            widths.iter_mut().zip(shown).filter(|(own, (_, column))| column.yields != Yields::Never && **own > LEAST);
        let Some((widest, _)) = yielding.max_by_key(|(own, _)| **own) else { return };
        *widest -= 1;
        over -= 1;
    }
}

/// A text in at most so many columns, with … where something is missing.
fn cut(text: &str, width: usize, yields: Yields) -> String {
    if text.width() <= width || yields == Yields::Never {
        return text.to_owned();
    }
    let room = width.saturating_sub(1);
    let kept = |letters: &mut dyn Iterator<Item = char>| {
        let mut taken = 0;
        letters
            .take_while(|letter| {
                taken += letter.width().unwrap_or(0);
                taken <= room
            })
            .collect::<Vec<char>>()
    };
    match yields {
        Yields::Start => {
            let mut letters = kept(&mut text.chars().rev());
            letters.reverse();
            format!("…{}", letters.into_iter().collect::<String>())
        }
        _ => format!("{}…", kept(&mut text.chars()).into_iter().collect::<String>().trim_end()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns() -> Vec<Column> {
        let column =
            |title: &str, yields| Column { title: title.to_owned(), yields, spare: (title == "Jenis").then_some(0) };
        vec![
            column("Berkas", Yields::Start),
            column("Kosong", Yields::End),
            column("Judul", Yields::End),
            column("Status", Yields::Never),
            column("Jenis", Yields::Never),
        ]
    }

    fn row(file: &str, title: &str, status: &str) -> Vec<String> {
        vec![file.to_owned(), String::new(), title.to_owned(), status.to_owned(), "siaran pers".to_owned()]
    }

    #[test]
    fn columns_stand_below_each_other_and_fit() {
        let rows = [
            row("content/siaran-pers/a.md", "北京 dan Batam bekerja sama lagi", "konsep"),
            row("b.md", "é", "terjadwal"),
        ];
        for width in [None, Some(120), Some(60), Some(48), Some(30), Some(1)] {
            let lines = lines(&columns(), &rows, width);
            assert_eq!(lines.len(), 3);
            assert!(lines.iter().all(|line| !line.contains("Kosong")));
            let at = |line: &str, word: &str| line.split_once(word).map(|(before, _)| before.width());
            assert_eq!(at(&lines[0], "Status"), at(&lines[1], "konsep"), "{lines:#?}");
            assert_eq!(at(&lines[0], "Status"), at(&lines[2], "terjadwal"), "{lines:#?}");
            if let Some(width) = width.filter(|width| *width >= 48) {
                assert!(lines.iter().all(|line| line.width() <= width), "{lines:#?}");
            }
        }
        assert!(lines(&columns(), &rows, None)[1].ends_with("siaran pers"));
        assert!(!lines(&columns(), &rows, Some(60))[0].contains("Jenis"));
        assert!(lines(&columns(), &rows, None)[1].contains("bekerja sama lagi"));
        assert!(lines(&columns(), &rows, Some(48))[1].starts_with('…'));
    }
}
