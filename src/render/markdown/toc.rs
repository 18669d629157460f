//! Headings in a row → a table of contents.

use super::TocEntry;

/// Collects headings.
#[derive(Default)]
pub(super) struct Toc {
    entries: Vec<TocEntry>,
}

impl Toc {
    pub(super) fn push(&mut self, level: u8, id: &str, title: String) {
        self.entries.push(TocEntry { level, id: id.to_owned(), title, children: Vec::new() });
    }

    /// Every heading below the nearest heading before it that is of a higher rank.
    pub(super) fn nested(self) -> Vec<TocEntry> {
        let mut roots = Vec::new();
        // Headings that may still get children, of ever lower rank.
        let mut open: Vec<TocEntry> = Vec::new();
        for entry in self.entries {
            while open.last().is_some_and(|last| last.level >= entry.level) {
                close(&mut open, &mut roots);
            }
            open.push(entry);
        }
        while !open.is_empty() {
            close(&mut open, &mut roots);
        }
        roots
    }
}

fn close(open: &mut Vec<TocEntry>, roots: &mut Vec<TocEntry>) {
    if let Some(entry) = open.pop() {
        open.last_mut().map_or(roots, |parent| &mut parent.children).push(entry);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn skipped_levels_and_late_tops_find_their_place() {
        let mut toc = Toc::default();
        for (level, id) in [(3, "a"), (2, "b"), (4, "c"), (3, "d"), (2, "e")] {
            toc.push(level, id, String::new());
        }
        let shape = |entries: &[TocEntry]| entries.iter().map(|e| (e.id.clone(), e.children.len())).collect::<Vec<_>>();
        assert_eq!(shape(&toc.nested()), [("a".into(), 0), ("b".into(), 2), ("e".into(), 0)]);
    }
}
