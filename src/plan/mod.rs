//! Every file of the output tree, unrendered.
//!
//! A [`Plan`] is the list of [`Output`]s in the order of their paths, each with the [`Recipe`] that makes it. Two recipes
//! with one path are an error that names both, also when the paths differ only in letter case or Unicode normalisation,
//! because some file systems and every reader take them for the same.

pub mod archive;
pub mod assets;
pub mod calendars;
mod check;
mod clashes;
pub mod corrections;
pub mod facets;
pub mod feeds;
pub mod ledger;
pub mod moves;
pub mod open_data;
pub mod sitemaps;

use std::sync::Arc;

use percent_encoding::percent_decode_str;
use rayon::prelude::*;

pub use archive::{Month, Year};
pub use assets::{Asset, Assets};
pub use calendars::Calendar;
pub use facets::{Choice, Facet, FacetRef};
pub use feeds::{Feed, FeedFormat};
pub use moves::{Moves, Old};
pub use open_data::{DataList, OpenData};

use clashes::{clashes, taken};
use sitemaps::Sitemap;

use crate::config::{ArchiveBy, Config, INFO_CLASS, Kind, Lang};
use crate::diagnostic::Diagnostics;
use crate::locale::Words;
use crate::read::{FileRef, Sources};
use crate::site::calendars::of_language;
use crate::site::{Moment, PageId, Section, SectionId, Site, TermRef};

/// One file of the output tree.
#[derive(Clone, Debug)]
pub struct Output {
    /// Its path in the tree: `siaran-pers/index.html`. What notes become of it shares the text.
    pub path: Arc<str>,
    /// How it is made.
    pub recipe: Recipe,
}

impl Output {
    /// Its address from the site's root: `/siaran-pers/`.
    pub fn address(&self) -> String {
        address_of(&self.path)
    }
}

/// How a file is made.
#[derive(Clone, Debug)]
pub enum Recipe {
    /// The home page.
    Home(Lang),
    /// An item.
    Page(PageId),
    /// One page of a section's list; counted from 1.
    Section(SectionId, usize),
    /// All terms of a taxonomy.
    Terms(usize, Lang),
    /// One page of a term's list.
    Term(usize, TermRef, Lang, usize),
    /// One page of a year's or a month's list.
    Archive(SectionId, i16, Option<i8>, usize),
    /// One page of a section's list, narrowed to one value of a property.
    Facet(SectionId, FacetRef, usize),
    /// One page of the log of corrections.
    Corrections(Lang, usize),
    /// Every component of the theme in every state; only with drafts.
    StyleGuide(Lang),
    /// The list of public information, as CSV.
    Information(usize, Lang),
    /// A file of open data.
    OpenData(OpenData),
    /// A feed in a format.
    Feed(Feed, FeedFormat),
    /// A calendar.
    Calendar(Calendar),
    /// A file for search engines.
    Sitemap(Sitemap),
    /// `robots.txt`
    Robots,
    /// `security.txt`
    Security,
    /// A page that sends visitors of an old address on.
    Redirect(PageId),
    /// The page for addresses that do not exist.
    NotFound(Lang),
    /// A file of the theme or the site, under a name with its hash.
    Asset(Arc<Vec<u8>>),
    /// A file as it is.
    File(Box<FileRef>),
}

/// All outputs and what they are made of.
#[derive(Debug, Default)]
pub struct Plan {
    /// In the order of their paths.
    pub outputs: Vec<Output>,
    /// Years and months of each section, in the order of the site's sections.
    pub archives: Vec<Vec<Year>>,
    /// What the lists of each section are narrowed by, in the order of the site's sections.
    pub facets: Vec<Vec<Facet>>,
    /// Files of themes, by the path under which templates ask for them.
    pub assets: Assets,
    /// Old addresses.
    pub moves: Moves,
}

impl Plan {
    /// The output at a path in the tree.
    pub fn find(&self, path: &str) -> Option<&Output> {
        let index = self.outputs.binary_search_by(|output| (*output.path).cmp(path)).ok()?;
        self.outputs.get(index)
    }

    /// A facet of a section, and what is chosen by it.
    pub fn facet(&self, section: SectionId, chosen: FacetRef) -> Option<(&Facet, &Choice)> {
        let facet = self.facets.get(section.0 as usize)?.get(chosen.facet)?;
        Some((facet, facet.choices.get(chosen.choice)?))
    }

    /// Whether an address on the site, without query and fragment, leads to an output.
    pub fn has_address(&self, address: &str) -> bool {
        let decoded = percent_decode_str(address).decode_utf8_lossy();
        let path = decoded.trim_start_matches('/');
        if path.is_empty() || path.ends_with('/') {
            return self.find(&format!("{path}index.html")).is_some();
        }
        self.find(path).is_some() || self.find(&format!("{path}/index.html")).is_some()
    }
}

/// Items on one page of a list, and how many pages that makes.
pub fn page_count(items: usize, page_size: usize) -> usize {
    items.div_ceil(page_size.max(1)).max(1)
}

/// The word in the address of a list's further pages.
pub fn page_word(config: &Config, lang: Lang) -> &'static str {
    match config.language(lang).words {
        Words::Indonesian => "halaman",
        Words::English => "page",
    }
}

/// The address of one page of the list at `path`.
pub fn pager_path(path: &str, number: usize, config: &Config, lang: Lang) -> String {
    if number <= 1 { path.to_owned() } else { format!("{path}{}/{number}/", page_word(config, lang)) }
}

/// Path in the tree of the page at an address.
pub fn index_of(path: &str) -> String {
    format!("{}index.html", path.trim_start_matches('/'))
}

/// The address of a path in the tree; what [`index_of`] undoes.
pub fn address_of(path: &str) -> String {
    let folder = path.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/'));
    format!("/{}", folder.unwrap_or(path))
}

/// Path in the tree of what lies at an address, be it that of a page or of a file.
fn file_of(address: &str) -> String {
    if address.ends_with('/') { index_of(address) } else { address.trim_start_matches('/').to_owned() }
}

/// Path in the tree of the page that sends visitors of an old address on. None where the address is no text: addresses of old sites
/// are in Latin-1, too, and only servers can lead on from those.
fn alias_file(alias: &str) -> Option<String> {
    let path = percent_decode_str(alias).decode_utf8().ok()?;
    let is_file = moves::is_file(path.as_bytes());
    Some(if is_file { file_of(&path) } else { index_of(&format!("{}/", path.trim_end_matches('/'))) })
}

/// Plans every output.
pub fn plan(site: &Site, sources: &Sources, config: &Config, moment: &Moment) -> (Plan, Diagnostics) {
    let assets = assets::collect(&sources.layers, &config.theme_options);
    let mut planner = Planner { site, config, outputs: Vec::new(), found: Diagnostics::new() };
    let archives: Vec<Vec<Year>> = site.sections.iter().map(|section| archive::years(site, section)).collect();

    for lang in config.langs().filter(|lang| site.has_edition(*lang)) {
        let prefix = config.lang_prefix(lang);
        planner.add(format!("{}/", prefix), Recipe::Home(lang));
        planner.file(format!("{prefix}/404.html"), Recipe::NotFound(lang));
        if moment.drafts && has_template(sources, STYLE_GUIDE_TEMPLATE) {
            planner.add(style_guide_path(config, lang), Recipe::StyleGuide(lang));
        }
        planner.feed(Feed::Site(lang));
        for kind in feeds::kinds(site, lang) {
            planner.feed(Feed::Kind(kind, lang));
        }
        if of_language(site, lang).next().is_some() {
            planner.file(format!("{prefix}/{}", calendars::AGENDA_FILE), Recipe::Calendar(Calendar::Site(lang)));
        }
    }
    let has_log = has_template(sources, corrections::TEMPLATE);
    for (lang, log) in config.langs().zip(&site.corrections).filter(|(_, log)| has_log && !log.is_empty()) {
        let path = corrections::path(config, lang);
        planner.list(&path, log.len(), corrections::PAGE_SIZE, lang, |number| Recipe::Corrections(lang, number));
        planner.feed(Feed::Corrections(lang));
    }
    for (id, page) in site.page_ids() {
        planner.add(page.path.clone(), Recipe::Page(id));
        if page.kind() == Kind::Programme {
            planner.feed(Feed::Programme(id));
        }
        let calendar = calendars::of_item(site, id);
        if let Some((name, calendar)) = calendar {
            planner.file(format!("{}{name}", page.path), Recipe::Calendar(calendar));
        }
        for alias in page.common().aliases.iter().filter(|alias| !alias.contains('?')) {
            let Some(path) = alias_file(alias) else { continue };
            // A page can send its visitors on, a calendar cannot: it stands at both addresses.
            if let (Some((name, calendar)), Some(folder)) = (calendar, path.strip_suffix("index.html")) {
                planner.file(format!("{folder}{name}"), Recipe::Calendar(calendar));
            }
            planner.file(path, Recipe::Redirect(id));
        }
    }
    let facets: Vec<Vec<Facet>> = match has_template(sources, facets::TEMPLATE) {
        true => site.sections.iter().map(|section| facets::of(site, section, config)).collect(),
        false => vec![Vec::new(); site.sections.len()],
    };
    for ((id, section), facets) in site.section_ids().zip(&facets) {
        planner.facets(id, section, facets);
    }
    for ((id, section), years) in site.section_ids().zip(&archives) {
        planner.list(&section.path, section.pages.len(), section.page_size, section.lang, |number| {
            Recipe::Section(id, number)
        });
        if section.feed {
            planner.feed(Feed::Section(id));
        }
        for year in years {
            let path = archive::path(section, year.year, None);
            planner.list(&path, year.total, section.page_size, section.lang, |number| {
                Recipe::Archive(id, year.year, None, number)
            });
            for month in year.months.iter().filter(|_| section.archive == ArchiveBy::YearMonth) {
                let path = archive::path(section, year.year, Some(month.month));
                planner.list(&path, month.pages.len(), section.page_size, section.lang, |number| {
                    Recipe::Archive(id, year.year, Some(month.month), number)
                });
            }
        }
    }
    planner.taxonomies();
    for file in site.files.values().chain(site.statics.values()) {
        planner.file(file.path.clone(), Recipe::File(Box::new(file.file.clone())));
    }
    for asset in assets.iter() {
        planner.file(asset.path.clone(), Recipe::Asset(Arc::clone(&asset.bytes)));
    }
    for data in open_data::files(site) {
        planner.file(data.address(site), Recipe::OpenData(data));
    }
    planner.sitemaps();
    if !site.statics.contains_key("robots.txt") {
        planner.file("/robots.txt".to_owned(), Recipe::Robots);
    }
    if config.security.is_some() {
        planner.file(SECURITY_PATH.to_owned(), Recipe::Security);
    }
    let mut plan = planner.finish();
    (plan.0.archives, plan.0.facets) = (archives, facets);
    (plan.0.assets, plan.0.moves) = (assets, Moves::of_items(site));
    check::addresses(site, &plan.0, config, &mut plan.1);
    plan
}

/// The template that shows every component; a theme may have none.
pub const STYLE_GUIDE_TEMPLATE: &str = "style-guide.html";

/// The address of the page that shows every component.
pub fn style_guide_path(config: &Config, lang: Lang) -> String {
    let word = match config.language(lang).words {
        Words::Indonesian => "panduan-gaya",
        Words::English => "style-guide",
    };
    format!("{}/{word}/", config.lang_prefix(lang))
}

/// Whether the theme has a template.
fn has_template(sources: &Sources, name: &str) -> bool {
    sources.layers.iter().any(|layer| layer.templates.contains_key(name))
}

struct Planner<'a> {
    site: &'a Site,
    config: &'a Config,
    outputs: Vec<Output>,
    found: Diagnostics,
}

impl Planner<'_> {
    /// A page at an address that ends with a slash.
    fn add(&mut self, address: String, recipe: Recipe) {
        self.outputs.push(Output { path: index_of(&address).into(), recipe });
    }

    /// A file at its own address.
    fn file(&mut self, address: String, recipe: Recipe) {
        self.outputs.push(Output { path: address.trim_start_matches('/').into(), recipe });
    }

    fn list(&mut self, path: &str, items: usize, page_size: usize, lang: Lang, recipe: impl Fn(usize) -> Recipe) {
        for number in 1..=page_count(items, page_size) {
            self.add(pager_path(path, number, self.config, lang), recipe(number));
        }
    }

    fn facets(&mut self, id: SectionId, section: &Section, facets: &[Facet]) {
        for (facet, own) in facets.iter().enumerate() {
            for (choice, chosen) in own.choices.iter().enumerate() {
                let reference = FacetRef { facet, choice };
                self.list(&chosen.path, chosen.pages.len(), section.page_size, section.lang, |number| {
                    Recipe::Facet(id, reference, number)
                });
            }
        }
    }

    fn taxonomies(&mut self) {
        let site = self.site;
        for (index, taxonomy) in site.taxonomies.iter().enumerate() {
            for lang in self.config.langs() {
                let mut any = false;
                for (at, term) in (0..).map(TermRef).zip(&taxonomy.terms) {
                    let Some(path) = taxonomy.term_path(term, self.config, lang) else { continue };
                    any = true;
                    let items = term.pages_in(lang).len();
                    self.list(&path, items, TERM_PAGE_SIZE, lang, |number| Recipe::Term(index, at, lang, number));
                    self.feed(Feed::Term(index, at, lang));
                }
                if any {
                    let path = taxonomy.index_path(self.config, lang);
                    if taxonomy.name == INFO_CLASS {
                        self.file(format!("{path}{INFORMATION_FILE}"), Recipe::Information(index, lang));
                    }
                    self.add(path, Recipe::Terms(index, lang));
                }
            }
        }
    }

    /// Sorts the outputs and reports those that share an address.
    fn finish(mut self) -> (Plan, Diagnostics) {
        // Stable, so that of two with one path the first stays the first.
        self.outputs.par_sort_by(|a, b| a.path.cmp(&b.path));
        for (first, output) in clashes(&self.outputs) {
            let problem = match (first.path == output.path, first.path.to_lowercase() == output.path.to_lowercase()) {
                (true, _) => "same",
                (false, true) => "letters",
                (false, false) => "accents",
            };
            self.found.extend(taken(first, output, problem, self.site, self.config));
        }
        // `lama` as a file and `lama/index.html` below it cannot both be written.
        for file in self.outputs.iter().filter(|output| !output.path.ends_with("/index.html")) {
            let below = format!("{}/", file.path);
            let next = self.outputs.partition_point(|output| *output.path < *below);
            if let Some(inside) = self.outputs.get(next).filter(|output| output.path.starts_with(&below)) {
                self.found.extend(taken(file, inside, "folder", self.site, self.config));
            }
        }
        self.outputs.dedup_by(|later, earlier| later.path == earlier.path);
        (Plan { outputs: self.outputs, ..Plan::default() }, self.found)
    }
}

/// Where `security.txt` lies (RFC 9116 §3).
pub const SECURITY_PATH: &str = "/.well-known/security.txt";

/// The name of the list of public information.
pub const INFORMATION_FILE: &str = "daftar-informasi-publik.csv";

/// Items on one page of a term's list.
pub const TERM_PAGE_SIZE: usize = 20;
