//! What is no item: lists, feeds, files, and which of them show an item.

use super::facts::{Entry, Explanation};
use super::{World, templates};
use crate::config::Lang;
use crate::plan::{Calendar, FacetRef, Feed, FeedFormat, Output, Recipe, TERM_PAGE_SIZE, facets, page_count};
use crate::render::feed_items;
use crate::site::{PageId, SectionId, TermRef, calendars};

/// An output that is no item and no old address.
pub(super) fn output(world: &World<'_>, output: &Output) -> Explanation {
    let mut all = match &output.recipe {
        Recipe::Home(lang) => home(world, *lang),
        Recipe::Section(id, number) => section(world, *id, *number),
        Recipe::Terms(taxonomy, lang) => terms(world, *taxonomy, *lang),
        Recipe::Term(taxonomy, reference, lang, number) => term(world, *taxonomy, *reference, *lang, *number),
        Recipe::Archive(id, year, month, number) => archive(world, *id, *year, *month, *number),
        Recipe::Facet(id, chosen, number) => facet(world, *id, *chosen, *number),
        Recipe::StyleGuide(lang) => {
            let mut all = Explanation::new("style_guide", "");
            all.one("lang", Entry::plain(world.config.language(*lang).code.as_str()));
            all
        }
        Recipe::Feed(own, _) => feed(world, *own),
        Recipe::Calendar(own) => calendar(world, *own),
        Recipe::Corrections(lang, _) => {
            let mut all = Explanation::new("corrections", "");
            all.one("lang", Entry::plain(world.config.language(*lang).code.as_str()));
            let log = world.site.corrections.get(usize::from(lang.0)).map(Vec::as_slice).unwrap_or_default();
            all.many("items", log.iter().map(|own| world.page(world.site.page(own.page))).collect());
            all
        }
        Recipe::Information(taxonomy, lang) => terms(world, *taxonomy, *lang),
        Recipe::OpenData(_) => Explanation::new("open_data", ""),
        Recipe::Sitemap(_) => Explanation::new("sitemap", ""),
        Recipe::Robots => Explanation::new("robots", ""),
        Recipe::Security => Explanation::new("security", ""),
        Recipe::NotFound(lang) => {
            let mut all = Explanation::new("not_found", "");
            all.one("lang", Entry::plain(world.config.language(*lang).code.as_str()));
            all
        }
        Recipe::Asset(_) => asset(world, output),
        Recipe::File(file) => {
            let mut all = Explanation::new("file", file.path.rsplit('/').next().unwrap_or(&file.path));
            all.one("source", Entry::plain(file.shown()));
            let size = i64::try_from(file.size).unwrap_or(i64::MAX);
            all.one(
                "bytes",
                Entry { text: world.reporter.say("explain-bytes", &[("count", size.into())]), data: size.into() },
            );
            all.many("named_by", naming(world, &output.address()));
            all
        }
        // Items and old addresses are explained as such.
        Recipe::Page(_) | Recipe::Redirect(_) => Explanation::new("file", &*output.path),
    };
    all.one("address", Entry::plain(world.address(&output.address())));
    all.one("output", Entry::plain(format!("{}/{}", world.config.output, output.path)));
    templates::of(world, &output.recipe, &mut all);
    if world.moment.everything {
        all.one("status", Entry { text: world.reporter.say("explain-not-yet", &[]), data: "withheld".into() });
    }
    all
}

fn home(world: &World<'_>, lang: Lang) -> Explanation {
    let language = world.config.language(lang);
    let mut all = Explanation::new("home", language.title.as_str());
    all.maybe("source", world.site.home(lang).map(|own| own.source.path.as_str()));
    all.one("lang", Entry::plain(language.code.as_str()));
    all
}

fn section(world: &World<'_>, id: SectionId, number: usize) -> Explanation {
    let section = world.site.section(id);
    let mut all = Explanation::new("section", section.title.as_str());
    let folder = format!("content/{}/", section.folder);
    let source = section.document.as_ref().map_or(folder, |own| own.source.path.clone());
    all.one("source", Entry::plain(source));
    all.one("kind", world.word("kind", section.kind.word()));
    all.one("lang", Entry::plain(world.config.language(section.lang).code.as_str()));
    all.one("permalink", Entry::plain(section.permalink.as_str()));
    all.one("sort", Entry::plain(section.sort.word()));
    pages(world, &mut all, &section.pages, (number, section.page_size));
    let feed = section.feed.then(|| world.address(&format!("{}{}", section.path, FeedFormat::Atom.file())));
    all.maybe("feed", feed);
    let years = world.plan.archives.get(id.0 as usize).map(Vec::as_slice).unwrap_or_default();
    let years = years.iter().map(|year| world.address(&crate::plan::archive::path(section, year.year, None)));
    all.many("archives", years.map(Entry::plain).collect());
    all
}

fn terms(world: &World<'_>, taxonomy: usize, lang: Lang) -> Explanation {
    let Some(taxonomy) = world.site.taxonomies.get(taxonomy) else { return Explanation::new("terms", "") };
    let mut all = Explanation::new("terms", taxonomy.name.as_str());
    all.one("source", Entry::plain(crate::config::FILE));
    let used = taxonomy.used(lang).into_iter().map(|term| taxonomy.term(term).name(lang).to_owned());
    all.many("terms", used.map(Entry::plain).collect());
    all
}

fn term(world: &World<'_>, index: usize, reference: TermRef, lang: Lang, number: usize) -> Explanation {
    let Some(taxonomy) = world.site.taxonomies.get(index) else { return Explanation::new("term", "") };
    let term = taxonomy.term(reference);
    let mut all = Explanation::new("term", term.name(lang));
    all.one("taxonomy", Entry::plain(taxonomy.name.as_str()));
    all.one("id", Entry::plain(term.id.as_str()));
    let settings = world.config.taxonomies.iter().find(|own| own.name == taxonomy.name);
    all.maybe("source", settings.and_then(|own| own.terms.as_deref()));
    pages(world, &mut all, term.pages_in(lang), (number, TERM_PAGE_SIZE));
    all
}

fn archive(world: &World<'_>, id: SectionId, year: i16, month: Option<i8>, number: usize) -> Explanation {
    let section = world.site.section(id);
    let title = match month {
        Some(month) => format!("{} {year:04}-{month:02}", section.title),
        None => format!("{} {year:04}", section.title),
    };
    let mut all = Explanation::new("archive", title);
    all.one("section", Entry::plain(section.folder.as_str()));
    let filed: Vec<PageId> =
        section.pages.iter().copied().filter(|page| is_filed(world, *page, id, year, month)).collect();
    pages(world, &mut all, &filed, (number, section.page_size));
    all
}

fn facet(world: &World<'_>, id: SectionId, chosen: FacetRef, number: usize) -> Explanation {
    let section = world.site.section(id);
    let Some((facet, choice)) = world.plan.facet(id, chosen) else { return Explanation::new("facet", "") };
    let name = match (choice.value, facet.taxonomy.and_then(|index| world.site.taxonomies.get(index))) {
        (facets::Value::Term(term), Some(taxonomy)) => taxonomy.term(term).name(section.lang).to_owned(),
        (facets::Value::Type(_, word), _) => word.to_owned(),
        (facets::Value::Term(_), None) => String::new(),
    };
    let mut all = Explanation::new("facet", format!("{}: {name}", section.title));
    all.one("section", Entry::plain(section.folder.as_str()));
    pages(world, &mut all, &choice.pages, (number, section.page_size));
    all
}

/// Whether an archive of a section holds an item.
fn is_filed(world: &World<'_>, page: PageId, section: SectionId, year: i16, month: Option<i8>) -> bool {
    let when = world.site.page(page).filed_under(world.site.section(section)).map(|when| when.date());
    when.is_some_and(|when| when.year() == year && month.is_none_or(|month| when.month() == month))
}

fn feed(world: &World<'_>, feed: Feed) -> Explanation {
    let site = &world.site;
    let title = match feed {
        Feed::Site(lang) => world.config.language(lang).title.clone(),
        Feed::Section(id) => site.section(id).title.clone(),
        Feed::Kind(kind, _) => world.word("kind", kind.word()).text,
        Feed::Term(taxonomy, term, lang) => {
            site.taxonomies.get(taxonomy).map(|own| own.term(term).name(lang).to_owned()).unwrap_or_default()
        }
        Feed::Programme(id) => site.page(id).title().to_owned(),
        Feed::Corrections(lang) => crate::plan::corrections::path(world.config, lang),
    };
    let mut all = Explanation::new("feed", title);
    all.many("items", in_feed(world, feed).map(|id| world.page(site.page(id))).collect());
    all
}

fn calendar(world: &World<'_>, calendar: Calendar) -> Explanation {
    let site = &world.site;
    let title = match calendar {
        Calendar::Site(lang) => world.config.language(lang).title.clone(),
        Calendar::Programme(id) | Calendar::Item(id) => site.page(id).title().to_owned(),
    };
    let mut all = Explanation::new("calendar", title);
    all.many("items", in_calendar(world, calendar).into_iter().map(|id| world.page(site.page(id))).collect());
    all
}

/// The items in a calendar.
fn in_calendar(world: &World<'_>, calendar: Calendar) -> Vec<PageId> {
    match calendar {
        Calendar::Site(lang) => calendars::of_language(&world.site, lang).collect(),
        Calendar::Programme(id) => calendars::of_programme(&world.site, id).collect(),
        Calendar::Item(id) => vec![id],
    }
}

/// The items in a feed.
fn in_feed<'w>(world: &'w World<'_>, feed: Feed) -> impl Iterator<Item = PageId> + 'w {
    feed_items(&world.site, feed, world.config.feed_size).into_iter()
}

fn asset(world: &World<'_>, output: &Output) -> Explanation {
    let address = output.address();
    let known =
        world.plan.assets.names().find(|name| world.plan.assets.get(name).is_some_and(|asset| asset.path == address));
    let name = known.unwrap_or(&output.path);
    let mut all = Explanation::new("asset", name);
    let layers: Vec<&str> = world
        .sources
        .layers
        .iter()
        .filter(|layer| layer.assets.contains_key(name))
        .map(|layer| layer.name.as_str())
        .collect();
    let path = |layer: &str| match layer {
        "" => format!("assets/{name}"),
        theme => format!("themes/{theme}/assets/{name}"),
    };
    if let Some((first, others)) = layers.split_first() {
        all.one("source", world.file(&path(first)));
        all.many("takes_place_of", others.iter().map(|layer| world.file(&path(layer))).collect());
    }
    all
}

/// The items of a page of a list, and which page it is.
fn pages(world: &World<'_>, all: &mut Explanation, ids: &[PageId], (number, size): (usize, usize)) {
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let total = page_count(ids.len(), size);
    let values = [("number", count(number).into()), ("total", count(total).into()), ("items", count(ids.len()).into())];
    let data = serde_json::json!({ "number": number, "total": total, "items": ids.len() });
    all.one("page", Entry { text: world.reporter.say("explain-page", &values), data });
    let shown = ids.iter().skip(number.saturating_sub(1).saturating_mul(size)).take(size);
    all.many("items", shown.map(|id| world.page(world.site.page(*id))).collect());
}

/// The lists that show an item, or the feeds and calendars.
pub(super) fn showing(world: &World<'_>, id: PageId, feeds: bool) -> Vec<Entry> {
    let site = &world.site;
    let shows = |recipe: &Recipe| match recipe {
        Recipe::Section(section, 1) => !feeds && site.section(*section).pages.contains(&id),
        Recipe::Archive(section, year, month, 1) => {
            !feeds && site.section(*section).pages.contains(&id) && is_filed(world, id, *section, *year, *month)
        }
        Recipe::Facet(section, chosen, 1) => {
            !feeds && world.plan.facet(*section, *chosen).is_some_and(|(_, choice)| choice.pages.contains(&id))
        }
        Recipe::Term(taxonomy, term, lang, 1) => {
            let taxonomy = site.taxonomies.get(*taxonomy).filter(|_| !feeds);
            taxonomy.is_some_and(|own| own.term(*term).pages_in(*lang).contains(&id))
        }
        Recipe::Feed(feed, _) => feeds && in_feed(world, *feed).any(|own| own == id),
        Recipe::Calendar(calendar) => feeds && in_calendar(world, *calendar).contains(&id),
        _ => false,
    };
    let outputs = world.plan.outputs.iter().filter(|output| shows(&output.recipe));
    outputs.map(|output| Entry::plain(world.address(&output.address()))).collect()
}

/// The items that name a file by a link, a picture, an attachment or a component.
fn naming(world: &World<'_>, address: &str) -> Vec<Entry> {
    let pages = world.site.pages.iter().filter(|page| {
        let base = page.document.place.base();
        let is_it = |name: &str| world.site.file(&base, name).is_some_and(|file| file.path == address);
        let common = page.common();
        let links = page.document.body.links.iter().map(|link| link.dest.as_str());
        let attached = common.attachments.iter().filter_map(|own| own.file.as_deref());
        let image = common.image.iter().filter_map(|image| image.src.as_deref());
        let texts = page.document.body.components.iter().flat_map(|call| &call.arguments);
        let texts = texts.filter_map(|argument| match &argument.value {
            crate::parse::components::Literal::Text(text) => Some(text.as_str()),
            _ => None,
        });
        links.chain(attached).chain(image).chain(texts).any(is_it)
    });
    pages.map(|page| world.page(page)).collect()
}
