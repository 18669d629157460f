//! What templates can see of a site: values made once per snapshot, shared by every page.

mod summaries;
mod terms;

use std::collections::BTreeMap;
use std::sync::Arc;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use tera::Value;

pub use summaries::Summaries;

use super::calendars;
use super::cards::{self, Picture};
use super::facets;
use super::feed_links::FeedLinks;
use super::menu::{SiteValue, entries};
use super::shared_bodies::SharedBodies;
use super::structured_data::Shared as Named;
use super::templates::Asked;
use super::value::{count, date, list, map, object, option, text};
use super::words::{MarkdownWords, Words};
use crate::config::{ArchiveBy, Config, Lang};
use crate::locale::Words as Rules;
use crate::locale::date::{When, Written};
use crate::plan::calendars::AGENDA_FILE;
use crate::plan::{FeedFormat, OpenData, Plan, Year, archive};
use crate::site::{Moment, Page, PageId, Relation, Section, SectionId, Site};
use crate::source::Source;

/// What a path may not hold as it is (WHATWG URL, path percent-encode set), and `%` itself.
pub(super) const FILE_NAME: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'`')
    .add(b'{')
    .add(b'}')
    .add(b'%')
    .add(b'^');

/// Everything that functions and contexts read.
#[derive(Debug)]
pub struct View {
    /// Settings.
    pub config: Arc<Config>,
    /// The site.
    pub site: Arc<Site>,
    /// Its outputs.
    pub plan: Arc<Plan>,
    /// Files of `data/`.
    pub data: BTreeMap<String, Arc<Source>>,
    /// The words of the theme.
    pub words: Words,
    /// The instant of the build.
    pub moment: Moment,
    /// The day of the build, in the site's zone.
    pub today: String,
    /// What templates ask for.
    pub asked: Asked,
    /// Bodies that more than one output shows.
    pub bodies: SharedBodies,
    /// The words that Markdown needs, by language.
    pub markdown_words: Vec<MarkdownWords>,
    /// What the structured data of many pages names.
    pub(super) shared: Named,
    /// What the heads of many pages name.
    pub(super) feed_links: FeedLinks,
    default_pictures: Vec<Option<Picture>>,
    summaries: Summaries,
    sections: Vec<Value>,
    sites: Vec<SiteValue>,
}

/// What a view is made of.
#[derive(Debug)]
pub struct Inputs<'a> {
    /// Settings.
    pub config: Arc<Config>,
    /// The site.
    pub site: Arc<Site>,
    /// Its outputs.
    pub plan: Arc<Plan>,
    /// Files of `data/`.
    pub data: BTreeMap<String, Arc<Source>>,
    /// The words of the theme.
    pub words: Words,
    /// The instant of the build.
    pub moment: Moment,
    /// What lists show, of that site as of that moment.
    pub summaries: Summaries,
    /// What templates ask for.
    pub asked: Asked,
    /// The theme's options, by language.
    pub options: &'a [Value],
}

impl View {
    /// Makes the values.
    pub fn new(inputs: Inputs<'_>) -> View {
        let Inputs { config, site, plan, data, words, moment, summaries, asked, options } = inputs;
        let today = When::at(moment.now, &config.zone).date().to_string();
        let bodies = SharedBodies::new(&site, &plan, &config);
        let markdown_words =
            config.langs().map(|lang| MarkdownWords::load(&words, lang, config.language(lang).words)).collect();
        let mut view = View {
            config,
            site,
            plan,
            data,
            words,
            moment,
            today,
            asked,
            bodies,
            markdown_words,
            shared: Named::default(),
            feed_links: FeedLinks::default(),
            default_pictures: Vec::new(),
            summaries,
            sections: Vec::new(),
            sites: Vec::new(),
        };
        view.sections = view.site.section_ids().map(|(id, _)| view.make_section(id)).collect();
        let sites = view.config.langs().zip(options);
        let site = |(lang, options)| SiteValue::new(entries(&view, lang), &view.make_site(lang, options));
        view.sites = sites.map(site).collect();
        if view.asked.structured_data {
            view.shared = Named::new(&view);
        }
        view.default_pictures = cards::defaults(&view);
        view
    }

    /// The summary of a page.
    pub fn summary(&self, id: PageId) -> Value {
        self.summaries.of(id)
    }

    /// The summaries of pages.
    pub fn summaries(&self, ids: impl IntoIterator<Item = PageId>) -> Value {
        list(ids.into_iter().map(|id| self.summary(id)))
    }

    /// `site` in a language, without what depends on the page.
    pub fn site_value(&self, lang: Lang) -> Value {
        self.sites.get(usize::from(lang.0)).map_or_else(Value::none, SiteValue::of_no_page)
    }

    /// `site` on the page at an address, with the entries of its menu marked that the page lies below.
    pub(super) fn site_at(&self, lang: Lang, url: &str) -> Value {
        let root = self.config.base_url.path.len();
        self.sites.get(usize::from(lang.0)).map_or_else(Value::none, |site| site.at(url, root))
    }

    /// Root-relative address, with the site's own path.
    pub fn url(&self, path: &str) -> String {
        self.config.base_url.relative(path)
    }

    /// Root-relative address of a file, whose name may hold any character.
    pub fn file_url(&self, path: &str) -> String {
        self.url(&utf8_percent_encode(path, FILE_NAME).to_string())
    }

    /// Absolute address of a file, whose name may hold any character.
    pub fn permalink_of_file(&self, path: &str) -> String {
        self.permalink(&utf8_percent_encode(path, FILE_NAME).to_string())
    }

    /// Absolute address.
    pub fn permalink(&self, path: &str) -> String {
        self.config.base_url.absolute(path)
    }

    /// The picture of pages that have none of their own.
    pub(super) fn default_picture(&self, lang: Lang) -> Option<&Picture> {
        self.default_pictures.get(usize::from(lang.0))?.as_ref()
    }

    /// The months of a year that have lists of their own.
    pub fn months(&self, section: &Section, year: &Year) -> Value {
        if section.archive != ArchiveBy::YearMonth {
            return list([]);
        }
        list(year.months.iter().map(|month| {
            map([
                ("month", Value::from(format!("{:04}-{:02}", year.year, month.month))),
                ("url", Value::from(self.url(&archive::path(section, year.year, Some(month.month))))),
                ("total", count(month.pages.len())),
            ])
        }))
    }

    /// A section with everything but its introduction.
    pub fn section(&self, id: SectionId) -> Value {
        self.sections.get(id.0 as usize).cloned().unwrap_or_else(Value::none)
    }

    fn make_section(&self, id: SectionId) -> Value {
        let section = self.site.section(id);
        let years = self.plan.archives.get(id.0 as usize).map(Vec::as_slice).unwrap_or_default();
        let years = years.iter().map(|year| {
            map([
                ("year", Value::from(i64::from(year.year))),
                ("url", Value::from(self.url(&archive::path(section, year.year, None)))),
                ("total", count(year.total)),
                ("months", self.months(section, year)),
            ])
        });
        let feed = section.feed.then(|| self.url(&format!("{}{}", section.path, FeedFormat::Atom.file())));
        map([
            ("name", Value::from(section.folder.as_str())),
            ("title", Value::from(section.title.as_str())),
            ("description", text(section.description.as_ref())),
            ("url", Value::from(self.url(&section.path))),
            ("kind", Value::from(section.kind.word())),
            ("sort", Value::from(section.sort.word())),
            ("content", Value::none()),
            ("total", count(section.pages.len())),
            ("years", list(years)),
            ("facets", facets::of_section(self, id)),
            ("feed", option(feed)),
            ("extra", section.document.as_ref().map_or_else(|| map([]), |own| object(&own.front.extra))),
        ])
    }

    fn make_site(&self, lang: Lang, options: &Value) -> Value {
        let config = &self.config;
        let language = config.language(lang);
        let languages = config.langs().filter(|lang| self.site.has_edition(*lang)).map(|lang| {
            let language = config.language(lang);
            map([
                ("code", Value::from(language.code.as_str())),
                ("name", Value::from(language.name.as_str())),
                ("title", Value::from(language.title.as_str())),
                ("url", Value::from(self.url(&format!("{}/", config.lang_prefix(lang))))),
            ])
        });
        let home = self.site.homes.get(usize::from(lang.0)).and_then(Option::as_ref);
        let title = home.and_then(|home| home.front.title.as_deref()).unwrap_or(&language.title);
        let description = home.and_then(|home| home.front.description.as_deref()).or(language.description.as_deref());
        let updated = self.site.pages.iter().filter_map(|page| page.changed()).max();
        let organization = config.organization.as_ref().map(|id| self.term_by_id("organizations", id, lang));
        map([
            ("title", Value::from(title)),
            ("description", text(description)),
            ("base_url", Value::from(config.base_url.absolute(""))),
            ("language", Value::from(config.language(config.default_lang()).code.as_str())),
            ("languages", list(languages)),
            ("organization", option(organization)),
            ("home", Value::from(self.url(&format!("{}/", config.lang_prefix(lang))))),
            // Made by `SiteValue`; keys have their order.
            ("menu", Value::none()),
            ("options", options.clone()),
            ("calendar", option(calendars::address(self, &format!("{}/{AGENDA_FILE}", config.lang_prefix(lang))))),
            ("generator", Value::from("warta")),
            ("content_updated", date(updated)),
            ("open_data", Value::from(self.url(&OpenData::Index.address(&self.site)))),
            ("open_data_table", Value::from(self.url(&OpenData::Table.address(&self.site)))),
            (
                "comments",
                map([
                    ("endpoint", text(config.comments.endpoint.as_ref())),
                    ("mailto", text(config.comments.mailto.as_ref())),
                    ("close_after_days", option(config.comments.close_after_days)),
                ]),
            ),
        ])
    }

    /// The words that Markdown needs in a language.
    #[allow(clippy::indexing_slicing, reason = "made for every language, and a `Lang` is one of them")]
    pub fn markdown_words(&self, lang: Lang) -> &MarkdownWords {
        &self.markdown_words[usize::from(lang.0)]
    }

    /// Writes a date by the rules of a language.
    pub fn rules(&self, lang: Lang) -> Rules {
        self.config.language(lang).words
    }

    /// The item that a page names so, as templates name it.
    pub fn named(&self, page: &Page, relation: Relation) -> Value {
        page.named(relation).map_or_else(Value::none, |id| self.reference(id))
    }

    /// An item by its title and address, with its summary.
    pub fn reference(&self, id: PageId) -> Value {
        let page = self.site.page(id);
        map([
            ("title", Value::from(page.title())),
            ("url", Value::from(self.url(&page.path))),
            ("summary", self.summary(id)),
        ])
    }

    /// A date as written, in the site's zone.
    pub fn written(&self, written: Option<&Written>) -> Value {
        date(written.and_then(|written| written.in_zone(&self.config.zone).ok()).as_ref())
    }

    /// The free data of a page.
    pub fn extra(&self, page: &Page) -> Value {
        object(&page.common().extra)
    }
}
