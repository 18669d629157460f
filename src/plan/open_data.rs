//! The files of open data: which there are, and where.

use crate::config::Kind;
use crate::site::Site;

/// The folder below which they lie; another version of their shape gets another one.
pub const FOLDER: &str = "/api/v1/";

/// A file of open data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OpenData {
    /// What lists there are.
    Index,
    /// What the index looks like.
    IndexSchema,
    /// All items, as CSV.
    Table,
    /// A list.
    List(DataList),
    /// What a list looks like.
    Schema(DataList),
}

/// A list of open data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DataList {
    /// Items of a kind.
    Items(Kind),
    /// Terms of a taxonomy, by its index.
    Terms(usize),
}

/// Taxonomies whose terms are listed.
const TAXONOMIES: [&str; 4] = ["people", "organizations", "topics", "districts"];

impl OpenData {
    /// Its address.
    pub fn address(self, site: &Site) -> String {
        match self {
            OpenData::Index => format!("{FOLDER}index.json"),
            OpenData::IndexSchema => format!("{FOLDER}schema/index.json"),
            OpenData::Table => format!("{FOLDER}index.csv"),
            OpenData::List(list) => format!("{FOLDER}{}.json", list.name(site)),
            OpenData::Schema(list) => format!("{FOLDER}schema/{}.json", list.name(site)),
        }
    }
}

impl DataList {
    /// What it lists, in a word.
    pub fn name(self, site: &Site) -> &str {
        match self {
            DataList::Items(Kind::PressRelease) => "press-releases",
            DataList::Items(Kind::Workshop) => "workshops",
            DataList::Items(Kind::Programme) => "programmes",
            DataList::Items(Kind::Material) => "materials",
            DataList::Items(Kind::Page) => "pages",
            DataList::Items(Kind::Announcement) => "announcements",
            DataList::Items(Kind::Gallery) => "galleries",
            DataList::Terms(index) => site.taxonomies.get(index).map_or("", |taxonomy| &taxonomy.name),
        }
    }
}

/// The lists that have something to list.
pub fn lists(site: &Site) -> Vec<DataList> {
    let has_items = |kind: Kind| site.pages.iter().any(|page| page.kind() == kind && page.is_listed());
    let kinds = Kind::ALL.into_iter().filter(|kind| has_items(*kind)).map(DataList::Items);
    let taxonomies = site.taxonomies.iter().enumerate().filter(|(_, taxonomy)| {
        let is_used = || taxonomy.terms.iter().any(|term| term.pages.iter().any(|pages| !pages.is_empty()));
        TAXONOMIES.contains(&taxonomy.name.as_str()) && is_used()
    });
    kinds.chain(taxonomies.map(|(index, _)| DataList::Terms(index))).collect()
}

/// All files.
pub(super) fn files(site: &Site) -> Vec<OpenData> {
    let lists = lists(site).into_iter().flat_map(|list| [OpenData::List(list), OpenData::Schema(list)]);
    [OpenData::Index, OpenData::IndexSchema, OpenData::Table].into_iter().chain(lists).collect()
}
