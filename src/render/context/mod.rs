//! The variables with which each recipe's template starts. `docs/content/reference/templates.md` lists them.

mod corrections;
mod kinds;
mod lists;
mod page;
mod people;
mod relations;
mod release;
mod workshop;

use tera::{Context, Value};

use super::engine::Engine;
use super::structured_data::{About, Entries, Item, List, Scene, Subject, about_term};
use super::value::{list, map, text};
use super::view::View;
use super::{cards, editions, introduction, structured_data};
use crate::config::Lang;
use crate::diagnostic::Diagnostics;
use crate::plan::{Feed, FeedFormat, Output, Recipe, TERM_PAGE_SIZE, feeds};
use crate::site::SectionId;
use lists::{Pages, archived, narrowed, record, taxonomy_value, terms};
pub(super) use page::context as of_page;

/// What every page says of itself.
struct Head<'a> {
    lang: Lang,
    title: &'a str,
    description: Option<&'a str>,
    noindex: bool,
    /// Path of the address, from the site's root.
    path: &'a str,
    /// Where search engines should look instead.
    canonical: Option<String>,
    /// Sections and the like between home and here: title and path.
    trail: Vec<(String, String)>,
    /// The same page in other languages.
    alternates: Vec<(Lang, String)>,
    /// Feeds to subscribe to here, beside those of the site.
    feeds: Vec<Feed>,
    /// In which formats: an item names one, and the lists that it is in name all.
    formats: &'static [FeedFormat],
    /// What machines are told that it is about.
    subject: Subject<'a>,
}

pub(super) fn of(view: &View, engine: &Engine, output: &Output, recipe: &Recipe, found: &mut Diagnostics) -> Context {
    let path = output.address();
    match recipe {
        Recipe::Page(id) => page::context(view, engine, *id, &view.asked.page, found),
        Recipe::Home(lang) => home(view, engine, *lang, &path, found),
        Recipe::Section(id, number) => {
            let section = view.site.section(*id);
            let content =
                section.document.as_ref().map_or_else(Value::none, |own| introduction(view, engine, own, found));
            let mut head = Head::new(section.lang, &section.title, &path);
            head.description = section.description.as_deref();
            head.feeds = feed_of(view, *id);
            head.alternates = editions::of(view, recipe);
            let pages = Pages { ids: &section.pages, size: section.page_size, path: &section.path, lang: section.lang };
            head.subject = pages.subject(*number, About::Nothing);
            let mut context = head.context(view);
            let mut value = view.section(*id).into_map().unwrap_or_default();
            value.insert("content".into(), content);
            context.insert_value("section", Value::from(value));
            context.insert_value("pager", pages.pager(view, *number));
            context
        }
        Recipe::Archive(id, year, month, number) => archived(view, *id, (*year, *month), *number, &path),
        Recipe::Facet(id, chosen, number) => narrowed(view, *id, *chosen, *number, &path),
        Recipe::StyleGuide(lang) => {
            let title = view.words.plain(*lang, "style-guide");
            let mut head = Head::new(*lang, &title, &path);
            head.noindex = true;
            head.context(view)
        }
        Recipe::Terms(index, lang) => terms(view, *index, *lang, &path),
        Recipe::Term(index, reference, lang, number) => {
            let Some(taxonomy) = view.site.taxonomies.get(*index) else { return Context::new() };
            let term = taxonomy.term(*reference);
            let title = view.taxonomy_title(*index, *lang);
            let base = taxonomy.term_path(term, &view.config, *lang).unwrap_or_default();
            let name = term.name(*lang).to_owned();
            let mut head = Head::new(*lang, &name, &path);
            head.trail = vec![(title.clone(), taxonomy.index_path(&view.config, *lang))];
            head.feeds = vec![Feed::Term(*index, *reference, *lang)];
            head.alternates = editions::of(view, recipe);
            let pages = Pages { ids: term.pages_in(*lang), size: TERM_PAGE_SIZE, path: &base, lang: *lang };
            head.subject = pages.subject(*number, about_term(view, taxonomy, term, *lang));
            let mut context = head.context(view);
            let mut value = view.term(*index, *reference, *lang).into_map().unwrap_or_default();
            value.insert("record".into(), record(view, &taxonomy.name, &term.id, *lang));
            value.insert("feed".into(), Value::from(view.url(&format!("{base}{}", FeedFormat::Atom.file()))));
            context.insert_value("term", Value::from(value));
            context.insert_value("taxonomy", taxonomy_value(view, *index, *lang, &title));
            context.insert_value("pager", pages.pager(view, *number));
            context
        }
        Recipe::Corrections(lang, number) => corrections::log(view, *lang, *number, &path),
        Recipe::NotFound(lang) => {
            let title = view.words.plain(*lang, "not-found");
            let mut head = Head::new(*lang, &title, &path);
            head.noindex = true;
            head.context(view)
        }
        Recipe::Redirect(id) => {
            let page = view.site.page(*id);
            let mut head = Head::new(page.lang(), page.title(), &path);
            head.noindex = true;
            head.canonical = Some(view.permalink(&page.path));
            let mut context = head.context(view);
            context.insert_value("redirect_to", Value::from(view.url(&page.path)));
            context
        }
        Recipe::Information(..)
        | Recipe::OpenData(_)
        | Recipe::Feed(..)
        | Recipe::Calendar(_)
        | Recipe::Sitemap(_)
        | Recipe::Robots
        | Recipe::Security
        | Recipe::Asset(_)
        | Recipe::File(_) => Context::new(),
    }
}

impl<'a> Head<'a> {
    fn new(lang: Lang, title: &'a str, path: &'a str) -> Head<'a> {
        Head {
            lang,
            title,
            description: None,
            noindex: false,
            path,
            canonical: None,
            trail: Vec::new(),
            alternates: Vec::new(),
            feeds: Vec::new(),
            formats: &FeedFormat::ALL,
            subject: Subject::Nothing,
        }
    }

    /// The variables that every template has.
    fn context(mut self, view: &View) -> Context {
        let config = &view.config;
        let url = view.url(self.path);
        let site = view.site_at(self.lang, &url);
        let of_site = |key| site.get_from_path(key).and_then(|text: &Value| text.as_str().map(str::to_owned));
        let site_title = of_site("title").unwrap_or_default();
        let home_path = format!("{}/", config.lang_prefix(self.lang));
        if self.path == home_path {
            self.trail.clear();
        } else {
            self.trail.insert(0, (view.words.plain(self.lang, "home"), home_path.clone()));
        }
        // The first is the default language, where it is among them.
        self.alternates.sort();
        let canonical = self.canonical.take().unwrap_or_else(|| view.permalink(self.path));
        let (cards, card_image) = if view.asked.cards {
            let site_description = of_site("description");
            let front = cards::Front {
                lang: self.lang,
                title: self.title,
                description: self.description.or(site_description.as_deref()),
                url: &canonical,
                langs: self.alternates.iter().map(|(lang, _)| *lang).collect(),
                site_title: &site_title,
                subject: &self.subject,
            };
            cards::of(view, &front)
        } else {
            (Value::none(), Value::none())
        };
        let scene = Scene {
            view,
            lang: self.lang,
            title: self.title,
            description: self.description,
            url: &canonical,
            trail: &self.trail,
        };
        let is_told = view.asked.structured_data && !self.noindex;
        let structured_data = if is_told { structured_data::of(&scene, &self.subject) } else { Value::none() };
        let hreflang = if view.asked.hreflang { self.hreflang(view) } else { list([]) };
        let trail = self.trail.into_iter().filter(|_| view.asked.breadcrumbs).map(|(title, path): (String, String)| {
            map([("title", Value::from(title)), ("url", Value::from(view.url(&path)))])
        });
        let alternates = self.alternates.iter().filter(|_| view.asked.alternates).map(|(lang, path)| {
            let language = config.language(*lang);
            map([
                ("lang", Value::from(language.code.as_str())),
                ("name", Value::from(language.name.as_str())),
                ("url", Value::from(view.url(path))),
                ("current", Value::from(*lang == self.lang)),
            ])
        });
        let feeds = self.feeds.iter().copied().chain([Feed::Site(self.lang)]).filter(|_| view.asked.feeds);
        let feeds: Vec<Value> = feeds
            .flat_map(|feed| {
                let links = view.feed_links.of(view, feed);
                let shown = links.iter().filter(|(format, _)| self.formats.contains(format));
                shown.map(|(_, link)| link.clone()).collect::<Vec<Value>>()
            })
            .collect();
        let mut context = Context::new();
        context.insert_value("lang", Value::from(config.language(self.lang).code.as_str()));
        context.insert_value("now_date", Value::from(view.today.as_str()));
        context.insert_value("self_url", Value::from(url));
        context.insert_value("canonical", Value::from(canonical));
        context.insert_value("title", Value::from(self.title));
        context.insert_value("description", text(self.description));
        context.insert_value("noindex", Value::from(self.noindex));
        context.insert_value("robots", Value::from(if self.noindex { "noindex" } else { "max-image-preview:large" }));
        context.insert_value("hreflang", hreflang);
        context.insert_value("cards", cards);
        context.insert_value("card_image", card_image);
        context.insert_value("structured_data", structured_data);
        context.insert_value("breadcrumbs", list(trail));
        context.insert_value("alternates", list(alternates));
        context.insert_value("feeds", Value::from(feeds));
        context.insert_value("site", site);
        context
    }

    /// The page in every language, for search engines.
    fn hreflang(&self, view: &View) -> Value {
        if self.noindex {
            return list([]);
        }
        let item = match &self.subject {
            Subject::Item(item) => Some(item.id),
            _ => None,
        };
        let editions = editions::for_search(view, item, self.path, &self.alternates);
        list(
            editions
                .into_iter()
                .map(|(code, path)| map([("lang", Value::from(code)), ("url", Value::from(view.permalink(path)))])),
        )
    }
}

fn home(view: &View, engine: &Engine, lang: Lang, path: &str, found: &mut Diagnostics) -> Context {
    let site = view.site_value(lang);
    let own = |key: &str| site.get_from_path(key).and_then(Value::as_str).map(str::to_owned);
    let (title, description) = (own("title").unwrap_or_default(), own("description"));
    let mut head = Head::new(lang, &title, path);
    head.description = description.as_deref();
    head.alternates = editions::of(view, &Recipe::Home(lang));
    let of_kinds = feeds::kinds(&view.site, lang).map(|kind| Feed::Kind(kind, lang));
    let of_log =
        view.plan.has_feed(Feed::Corrections(lang), &view.site, &view.config).then_some(Feed::Corrections(lang));
    head.feeds = of_kinds.chain(of_log).collect();
    head.subject = Subject::Home;
    let mut context = head.context(view);
    let document = view.site.home(lang);
    context.insert_value("content", document.map_or_else(Value::none, |own| introduction(view, engine, own, found)));
    context
}

/// The feed of a section, if it has one.
fn feed_of(view: &View, id: SectionId) -> Vec<Feed> {
    if view.site.section(id).feed { vec![Feed::Section(id)] } else { Vec::new() }
}
