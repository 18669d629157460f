//! Where a draft is to lie: its section, the folder in which that section keeps its files, and a name.

use std::io::{BufRead, Write};

use jiff::civil::Date;

use super::Room;
use crate::commands::Outcome;
use crate::commands::ask::Talk;
use crate::config::Kind;
use crate::diagnostic::nearest;
use crate::locale::slug::slugify;
use crate::read;

/// So many of the newest files show the habit of a section.
const NEWEST: usize = 12;

/// A folder for drafts.
pub(super) struct Section {
    /// Below `content/`; empty at its top.
    folder: String,
    /// What its items are without saying so.
    pub(super) kind: Kind,
    /// Whether the writer named the folder itself.
    is_named: bool,
}

/// The section that holds items of the kind: the one that was named, the only one, or the one that is chosen.
pub(super) fn section<I: BufRead, O: Write>(
    room: &Room<'_>,
    talk: &mut Option<Talk<'_, I, O>>,
) -> Result<Section, Outcome> {
    let kind = room.arguments.kind;
    let all = sections(room);
    if let Some(name) = &room.arguments.section {
        let folder = name.trim_matches('/');
        let folder = folder.strip_prefix("content/").unwrap_or(folder);
        // A folder in a section is as good as the section.
        let around = all.iter().filter(|(known, _)| folder == known || folder.starts_with(&format!("{known}/")));
        let is_sound = crate::yaml::scalars::stays_on_site(&format!("/{folder}/"));
        return match around.max_by_key(|(known, _)| known.len()).filter(|_| is_sound) {
            Some((_, kind)) => Ok(Section { folder: folder.to_owned(), kind: *kind, is_named: true }),
            None => {
                let known: Vec<&str> = all.iter().map(|(folder, _)| folder.as_str()).collect();
                let near = nearest(folder, known.iter().copied()).map(str::to_owned);
                let values = [("section", name.as_str().into()), ("known", known.join(", ").into())];
                Err(match near {
                    Some(near) => {
                        let values = [("section", name.as_str().into()), ("suggestion", near.into())];
                        room.reporter.refuse("new-section-near", &values)
                    }
                    None => room.reporter.refuse("new-section", &values),
                })
            }
        };
    }
    // Pages lie at the top of `content/`, unless they are told otherwise.
    if kind == Kind::Page {
        return Ok(Section { folder: String::new(), kind, is_named: false });
    }
    let fitting: Vec<String> = all.into_iter().filter(|(_, own)| *own == kind).map(|(folder, _)| folder).collect();
    let found = |folder: &str| Ok(Section { folder: folder.to_owned(), kind, is_named: false });
    match (fitting.as_slice(), talk) {
        ([only], _) => found(only),
        ([], _) => Err(room.reporter.refuse("new-no-section", &[("kind", room.kind_name().into())])),
        (several, Some(talk)) => match talk.choice("new-ask-section", several) {
            Some(folder) => found(&folder),
            None => Err(several_sections(room, several)),
        },
        (several, None) => Err(several_sections(room, several)),
    }
}

fn several_sections(room: &Room<'_>, several: &[String]) -> Outcome {
    let first = several.first().cloned().unwrap_or_default();
    let values = [("known", several.join(", ").into()), ("first", first.into())];
    room.reporter.refuse("new-sections", &values)
}

/// Every section with the kind of its items: those that exist, and those that only the configuration knows yet.
fn sections(room: &Room<'_>) -> Vec<(String, Kind)> {
    let default = room.config.default_lang();
    let existing = room.site.sections.iter().filter(|section| section.lang == default);
    let mut all: Vec<(String, Kind)> = existing.map(|section| (section.folder.clone(), section.kind)).collect();
    for (name, section) in &room.config.sections {
        if !all.iter().any(|(folder, _)| folder == name) {
            all.push((name.clone(), section.kind.unwrap_or(Kind::Page)));
        }
    }
    all.sort();
    all
}

/// How a section keeps its files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Habit {
    /// In a folder for each year, or each month.
    folders: Folders,
    /// With the day in front of the name.
    dated_names: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Folders {
    #[default]
    None,
    Years,
    Months,
}

impl Section {
    /// The file of a draft with this title and day.
    pub(super) fn place(&self, room: &Room<'_>, title: &str, day: Date) -> Result<Place, Outcome> {
        let slug = slugify(room.arguments.name.as_deref().unwrap_or(title));
        if slug.is_empty() {
            return Err(room.reporter.refuse("new-no-name", &[("title", title.into())]));
        }
        let habit = if self.is_named { Habit::default() } else { self.habit(room) };
        let own = match habit.folders {
            Folders::None => String::new(),
            Folders::Years => format!("{:04}", day.year()),
            Folders::Months => format!("{:04}/{:02}", day.year(), day.month()),
        };
        let parts = [self.folder.as_str(), own.as_str()];
        let folder = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/");
        let is_dated = habit.dated_names && room.arguments.name.is_none();
        let name = if is_dated { format!("{day}-{slug}") } else { slug };
        let is_default = room.lang == room.config.default_lang();
        let code = if is_default { String::new() } else { format!(".{}", room.config.language(room.lang).code) };
        Ok(Place { folder, name, code, bundle: room.arguments.bundle })
    }

    /// What most of its newest files do.
    fn habit(&self, room: &Room<'_>) -> Habit {
        let inside = format!("{}/", self.folder);
        let mut pages: Vec<_> = room
            .site
            .page_ids()
            .filter(|(_, page)| {
                format!("{}/", page.document.place.folder).starts_with(&inside) && !self.folder.is_empty()
            })
            .collect();
        pages.sort_by_key(|(id, _)| room.site.rank(*id));
        let folders: Vec<(Folders, bool)> = pages
            .iter()
            .take(NEWEST)
            .map(|(_, page)| {
                let own = page.document.place.folder.get(inside.len()..).unwrap_or_default();
                (folders(own), is_dated(&page.document.place.name))
            })
            .collect();
        let most = |count: usize| count * 2 > folders.len();
        let years = folders.iter().filter(|(own, _)| *own == Folders::Years).count();
        let months = folders.iter().filter(|(own, _)| *own == Folders::Months).count();
        Habit {
            folders: match () {
                () if most(months) => Folders::Months,
                () if most(years) => Folders::Years,
                () => Folders::None,
            },
            dated_names: most(folders.iter().filter(|(_, dated)| *dated).count()),
        }
    }
}

fn folders(folder: &str) -> Folders {
    let is_number = |part: &str, digits: usize| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
    match folder.split('/').collect::<Vec<_>>().as_slice() {
        [year] if is_number(year, 4) => Folders::Years,
        [year, month] if is_number(year, 4) && is_number(month, 2) => Folders::Months,
        _ => Folders::None,
    }
}

/// `2026-11-24-judul`
fn is_dated(name: &str) -> bool {
    let day = name.get(..10).and_then(|day| day.parse::<Date>().ok());
    day.is_some() && name.get(10..11) == Some("-")
}

/// The file of a draft.
pub(super) struct Place {
    folder: String,
    name: String,
    /// `.en`, or empty.
    code: String,
    bundle: bool,
}

impl Place {
    /// From the project's root.
    pub(super) fn path(&self) -> String {
        format!("{}/{}", read::CONTENT, self.content())
    }

    /// From `content/`.
    pub(super) fn content(&self) -> String {
        self.named(&self.name, self.bundle)
    }

    fn named(&self, name: &str, bundle: bool) -> String {
        let folder = if self.folder.is_empty() { String::new() } else { format!("{}/", self.folder) };
        let code = &self.code;
        if bundle { format!("{folder}{name}/index{code}.md") } else { format!("{folder}{name}{code}.md") }
    }

    /// The first name with a number behind it that nothing has.
    pub(super) fn free_name(&self, room: &Room<'_>) -> String {
        let is_free = |name: &String| {
            let files = &room.site.by_file;
            !files.contains_key(&self.named(name, true))
                && !files.contains_key(&self.named(name, false))
                && !room.site.pages.iter().any(|page| page.id == *name)
        };
        let names = (2..u32::MAX).map(|number| format!("{}-{number}", self.name));
        names.into_iter().find(is_free).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn habits_of_sections() {
        assert_eq!(folders("2026"), Folders::Years);
        assert_eq!(folders("2026/05"), Folders::Months);
        assert_eq!(folders("2026/mei"), Folders::None);
        assert_eq!(folders(""), Folders::None);
        assert!(
            is_dated("2026-11-24-judul") && !is_dated("2026-13-24-judul") && !is_dated("2026-11-24") && !is_dated("éé")
        );
    }
}
