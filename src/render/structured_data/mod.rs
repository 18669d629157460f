//! What pages are about, in the words of schema.org: one graph a page.
//!
//! A node has the same `@id` on every page that names it: an item `{its address}#{word of its kind}`, an organisation
//! `{home}#{id}`, a person `{home}#tokoh/{id}`, the site `{home}#situs/{language}`. What the nodes of a page name without being
//! a page of the site stands in its graph too. Nodes of organisations, people and the site are made once per snapshot.

mod article;
mod event;
mod lists;
mod records;
mod shared;
mod work;

use tera::Value;

pub(super) use lists::{About, Entries, List, about_term};
pub(super) use shared::Shared;
pub(super) use work::{keywords, published};

use super::engine::Engine;
use super::view::View;
use crate::config::Lang;
use crate::formats::structured_data::Graph;
use crate::parse::kinds::KindFields;
use crate::parse::kinds::shared::Contact;
use crate::site::{Page, PageId};

/// What a page is about.
pub(super) enum Subject<'a> {
    /// Nothing that machines should know.
    Nothing,
    /// The site.
    Home,
    /// An item.
    Item(Item<'a>),
    /// A list.
    List(List<'a>),
}

/// An item and what it needs.
pub(super) struct Item<'a> {
    pub(super) engine: &'a Engine,
    pub(super) id: PageId,
    /// The materials of an event, the members of a programme.
    pub(super) parts: Vec<PageId>,
}

/// A page of the site, as its template sees it.
pub(super) struct Scene<'a> {
    pub(super) view: &'a View,
    pub(super) lang: Lang,
    pub(super) title: &'a str,
    pub(super) description: Option<&'a str>,
    /// Its absolute address.
    pub(super) url: &'a str,
    /// Titles and paths from home down to the parent.
    pub(super) trail: &'a [(String, String)],
}

/// The graph of a page as JSON, safe inside `<script>`; none for one that is about nothing.
pub(super) fn of(scene: &Scene<'_>, subject: &Subject<'_>) -> Value {
    let mut graph = Graph::default();
    let mut named = Named::default();
    match subject {
        Subject::Nothing => return Value::none(),
        Subject::Home => lists::home(&mut graph, scene, &mut named),
        Subject::List(list) => lists::list(&mut graph, scene, &mut named, list),
        Subject::Item(item) => {
            let page = scene.view.site.page(item.id);
            match page.fields() {
                KindFields::PressRelease(release) => {
                    article::release(&mut graph, (scene, page), &mut named, (release, item));
                }
                KindFields::Announcement(own) => {
                    article::announcement(&mut graph, (scene, page), &mut named, (own, item));
                }
                KindFields::Workshop(workshop) => {
                    graph.node(event::kind(workshop), |node| {
                        event::whole(node, (scene, page), &mut named, (workshop, item));
                    });
                }
                KindFields::Programme(own) => event::programme(&mut graph, (scene, page), &mut named, (own, item)),
                KindFields::Material(own) => records::material(&mut graph, (scene, page), &mut named, (own, item)),
                KindFields::Gallery(own) => records::gallery(&mut graph, (scene, page), &mut named, (own, item)),
                KindFields::Page(own) => records::page(&mut graph, (scene, page), &mut named, (own, item)),
            }
        }
    }
    named.write(&mut graph, scene);
    lists::breadcrumbs(&mut graph, scene);
    graph.finish().map_or_else(Value::none, |json| Value::safe_string(&json))
}

/// A page and the item that it shows.
type Shown<'s, 'a> = (&'s Scene<'a>, &'a Page);

/// Organisations and people that the nodes of a page name, in the order in which they did.
#[derive(Default)]
struct Named<'a> {
    organizations: Vec<&'a str>,
    people: Vec<(&'a str, Post<'a>)>,
    /// Whom to ask about the page; the lead organisation answers.
    contacts: Vec<&'a Contact>,
}

/// What a person is, and where.
#[derive(Clone, Copy, Default)]
struct Post<'a> {
    title: Option<&'a str>,
    org: Option<&'a str>,
}

impl<'a> Named<'a> {
    fn organization(&mut self, id: &'a str) {
        if !self.organizations.contains(&id) {
            self.organizations.push(id);
        }
    }

    /// A person; what is said first of their post counts.
    fn person(&mut self, id: &'a str, post: Post<'a>) {
        match self.people.iter_mut().find(|(known, _)| *known == id) {
            Some((_, known)) => {
                known.title = known.title.or(post.title);
                known.org = known.org.or(post.org);
            }
            None => self.people.push((id, post)),
        }
    }

    /// Adds a node for each.
    fn write(mut self, graph: &mut Graph, scene: &Scene<'a>) {
        let shared = &scene.view.shared;
        for (_, post) in &self.people {
            let org = post.org.filter(|org| shared.organization(org, scene.lang).is_some());
            org.into_iter().for_each(|org| {
                if !self.organizations.contains(&org) {
                    self.organizations.push(org);
                }
            });
        }
        for (index, id) in self.organizations.iter().enumerate() {
            let Some(begun) = shared.organization(id, scene.lang) else { continue };
            graph.begun(begun, |node| {
                if index == 0 {
                    node.list("contactPoint", |list| self.contacts.iter().for_each(|one| work::contact(list, one)));
                }
            });
        }
        for (id, post) in &self.people {
            let Some(begun) = shared.person(id, scene.lang) else { continue };
            graph.begun(begun, |node| {
                node.text("jobTitle", post.title);
                if let Some(org) = post.org.filter(|org| shared.organization(org, scene.lang).is_some()) {
                    node.reference("worksFor", &[shared.home(), "#", org]);
                }
            });
        }
    }
}
