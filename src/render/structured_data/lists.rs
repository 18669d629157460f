//! The home page and lists: `WebSite`, `CollectionPage` with an `ItemList`, and the way down to each page, `BreadcrumbList`.

use super::{Named, Post, Scene};
use crate::config::Lang;
use crate::formats::structured_data::{Graph, List as Nodes, Object};
use crate::parse::records::Topic;
use crate::render::view::View;
use crate::site::{PageId, Taxonomy, Term};

/// A page of a list.
pub(in crate::render) struct List<'a> {
    /// What stands on it.
    pub(in crate::render) entries: Entries<'a>,
    /// How many stand on the pages before.
    pub(in crate::render) before: usize,
    /// How many there are on all pages.
    pub(in crate::render) count: usize,
    /// What all of it has in common.
    pub(in crate::render) about: About<'a>,
}

/// What stands in a list.
pub(in crate::render) enum Entries<'a> {
    Pages(Vec<PageId>),
    /// All terms of a taxonomy.
    Terms(&'a Taxonomy),
}

/// What the items of a list have in common.
#[derive(Clone, Copy)]
pub(in crate::render) enum About<'a> {
    Nothing,
    Person(&'a str),
    Organization(&'a str),
    /// A topic by its name, and its record.
    Topic(&'a str, Option<&'a Topic>),
    /// A district.
    District(&'a str, Option<&'a Topic>),
}

/// The site itself.
pub(super) fn home<'a>(graph: &mut Graph, scene: &Scene<'a>, named: &mut Named<'a>) {
    let view = scene.view;
    graph.begun(view.shared.site(scene.lang), |site| {
        site.text("description", scene.description);
        site.text("inLanguage", Some(&view.config.language(scene.lang).code));
        let publisher = view.config.organization.as_ref();
        if let Some(id) = publisher.filter(|id| view.shared.organization(id, scene.lang).is_some()) {
            named.organization(id);
            site.reference("publisher", &[view.shared.home(), "#", id]);
        }
    });
}

/// A page of a list.
pub(super) fn list<'a>(graph: &mut Graph, scene: &Scene<'a>, named: &mut Named<'a>, list: &List<'a>) {
    graph.node("CollectionPage", |node| {
        frame(node, scene);
        about(node, scene, named, list.about);
        node.object("mainEntity", "ItemList", |all| {
            all.count("numberOfItems", u64::try_from(list.count).ok());
            all.list("itemListElement", |items| entries(items, scene, list));
        });
    });
}

/// What every page of the site that is a page and nothing else says of itself.
pub(super) fn frame(node: &mut Object<'_>, scene: &Scene<'_>) {
    node.id(&[scene.url]);
    node.text("url", Some(scene.url));
    node.text("name", Some(scene.title));
    node.text("description", scene.description);
    node.text("inLanguage", Some(&scene.view.config.language(scene.lang).code));
    node.made("isPartOf", scene.view.shared.site(scene.lang));
    if !scene.trail.is_empty() {
        node.reference("breadcrumb", &[scene.url, TRAIL]);
    }
}

fn about<'a>(node: &mut Object<'_>, scene: &Scene<'a>, named: &mut Named<'a>, about: About<'a>) {
    let view = scene.view;
    let home = view.shared.home();
    let thing = |node: &mut Object<'_>, kind: &str, name: &str, record: Option<&Topic>| {
        node.object("about", kind, |thing| {
            thing.text("name", Some(name));
            thing.text("description", record.and_then(|record| record.description.as_deref()));
        });
    };
    match about {
        About::Person(id) if view.shared.person(id, scene.lang).is_some() => {
            // What they are now, as far as the file says: of the roles that did not end the last.
            let roles = view.site.records.people.get(id).map(|person| person.roles.as_slice()).unwrap_or_default();
            let current = roles.iter().rfind(|role| role.to.is_none());
            let post = current.map_or_else(Post::default, |role| Post {
                title: role.title.as_deref(),
                org: role.org.as_ref().map(|org| org.0.as_str()),
            });
            named.person(id, post);
            node.reference("about", &[home, "#tokoh/", id]);
        }
        About::Organization(id) if view.shared.organization(id, scene.lang).is_some() => {
            named.organization(id);
            node.reference("about", &[home, "#", id]);
        }
        About::Topic(name, record) => thing(node, "Thing", name, record),
        About::District(name, record) => thing(node, "AdministrativeArea", name, record),
        About::Nothing | About::Person(_) | About::Organization(_) => {}
    }
}

fn entries(items: &mut Nodes<'_>, scene: &Scene<'_>, list: &List<'_>) {
    let view = scene.view;
    let base = &view.config.base_url;
    let mut position = u64::try_from(list.before).unwrap_or(u64::MAX);
    let mut entry = |name: &str, path: &str| {
        position = position.saturating_add(1);
        items.object("ListItem", |own| {
            own.count("position", Some(position));
            own.address("url", &[&base.origin, &base.path, path]);
            own.text("name", Some(name));
        });
    };
    match &list.entries {
        Entries::Pages(pages) => pages.iter().map(|id| view.site.page(*id)).for_each(|page| {
            entry(page.title(), &page.path);
        }),
        Entries::Terms(taxonomy) => {
            taxonomy.used(scene.lang).into_iter().map(|term| taxonomy.term(term)).for_each(|term| {
                let path = taxonomy.term_path(term, &view.config, scene.lang);
                entry(term.name(scene.lang), path.as_deref().unwrap_or_default());
            })
        }
    }
}

/// What the address of the way down ends with.
const TRAIL: &str = "#jejak";

/// The way from home down to the page; none on the home page itself.
pub(super) fn breadcrumbs(graph: &mut Graph, scene: &Scene<'_>) {
    if scene.trail.is_empty() {
        return;
    }
    let base = &scene.view.config.base_url;
    graph.node("BreadcrumbList", |node| {
        node.id(&[scene.url, TRAIL]);
        node.list("itemListElement", |list| {
            let mut position = 0;
            let mut step = |name: &str, path: Option<&str>| {
                position += 1;
                list.object("ListItem", |own| {
                    own.count("position", Some(position));
                    own.text("name", Some(name));
                    if let Some(path) = path {
                        own.address("item", &[&base.origin, &base.path, path]);
                    }
                });
            };
            scene.trail.iter().for_each(|(name, path)| step(name, Some(path)));
            step(scene.title, None);
        });
    });
}

/// What a term's list is about.
pub(in crate::render) fn about_term<'a>(
    view: &'a View,
    taxonomy: &'a Taxonomy,
    term: &'a Term,
    lang: Lang,
) -> About<'a> {
    let records = &view.site.records;
    match taxonomy.name.as_str() {
        "people" => About::Person(&term.id),
        "organizations" => About::Organization(&term.id),
        "topics" => About::Topic(term.name(lang), records.topics.get(&term.id)),
        "tags" => About::Topic(term.name(lang), None),
        "districts" => About::District(term.name(lang), records.districts.get(&term.id)),
        _ => About::Nothing,
    }
}
