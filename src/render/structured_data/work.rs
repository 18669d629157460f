//! What all items have: names, dates, who answers for them, what they are bound to, their files.

use super::{Item, Named, Post, Scene, Shown};
use crate::config::Kind;
use crate::formats::structured_data::{List, Object};
use crate::locale::date::When;
use crate::locale::phone::dialled;
use crate::parse::kinds::KindFields;
use crate::parse::kinds::shared::{CommentMode, Contact, Part, PersonPart, Precision};
use crate::read::facts::Format;
use crate::render::engine::Engine;
use crate::render::summary::picture;
use crate::render::view::View;
use crate::site::{Page, PageId, PublishedFile, Relation, TermRef, changes};
use crate::yaml::OneOr;
use crate::yaml::{Id, Line};

/// Terms of one taxonomy that are named of an item, at most.
const MOST_NAMES: usize = 50;

/// What the address of an item's node ends with.
pub(super) fn fragment(page: &Page) -> &'static str {
    match page.kind() {
        Kind::PressRelease => "#artikel",
        Kind::Workshop => "#acara",
        Kind::Programme => "#seri",
        Kind::Material => "#dokumen",
        Kind::Announcement => "#pengumuman",
        Kind::Gallery => "#galeri",
        // A plain page is about itself.
        Kind::Page => "",
    }
}

/// The `@id` of an item, in parts.
pub(super) fn id<'v>(view: &'v View, page: &'v Page) -> [&'v str; 4] {
    let base = &view.config.base_url;
    [&base.origin, &base.path, &page.path, fragment(page)]
}

/// When an item was published, as exactly as it is known (ISO 8601, also of reduced precision).
pub(in crate::render) fn published(page: &Page) -> Option<String> {
    let date = page.published()?;
    let day = date.date();
    Some(match page.precision() {
        Precision::Day => date.iso(),
        Precision::Month => format!("{:04}-{:02}", day.year(), day.month()),
        Precision::Year => format!("{:04}", day.year()),
    })
}

/// Names of what an item is about: topics and labels.
pub(in crate::render) fn keywords<'v>(view: &'v View, page: &'v Page) -> impl Iterator<Item = &'v str> {
    names(view, page, "topics").chain(names(view, page, "tags"))
}

fn names<'v>(view: &'v View, page: &'v Page, taxonomy: &'static str) -> impl Iterator<Item = &'v str> {
    let all = view.site.taxonomies.iter().zip(&page.terms).filter(move |(known, _)| known.name == taxonomy);
    let name = move |known: &'v crate::site::Taxonomy, term: &TermRef| known.term(*term).name(page.lang());
    all.flat_map(move |(known, terms)| terms.iter().take(MOST_NAMES).map(move |term| name(known, term)))
}

/// Name, address, words: how the node of an item begins. `title` is the key of its title.
pub(super) fn begin(node: &mut Object<'_>, (scene, page): Shown<'_, '_>, title: &str) {
    node.id(&id(scene.view, page));
    // An event is not a work, and has no page of which it is the subject.
    let address = if page.kind() == Kind::Workshop || page.kind() == Kind::Page { "url" } else { "mainEntityOfPage" };
    node.text(address, Some(scene.url));
    node.text(title, Some(page.title()));
    node.text("alternativeHeadline", page.common().subtitle.as_deref().filter(|_| title == "headline"));
    node.text("description", page.summary());
    node.text("inLanguage", Some(&scene.view.config.language(page.lang()).code));
}

/// When it was published, when it changed, and until when it counts.
pub(super) fn dates(node: &mut Object<'_>, page: &Page) {
    let dates = &page.document.front.dates;
    let published = published(page);
    node.text("datePublished", published.as_deref());
    node.text("dateModified", dates.updated.as_ref().map(When::iso).or(published).as_deref());
    node.date("expires", dates.expires_at.as_ref());
}

/// Its picture, else the site's.
pub(super) fn image(node: &mut Object<'_>, (scene, page): Shown<'_, '_>) {
    let view = scene.view;
    let own = picture(page).and_then(|own| Some((view.site.file(&page.document.place.base(), own.src)?, own)));
    node.list("image", |list| match own {
        Some((file, own)) => list.object("ImageObject", |image| {
            image.address("url", &[&view.config.base_url.origin, &view.file_url(&file.path)]);
            image.count("width", file.size.map(|size| size.0.into()));
            image.count("height", file.size.map(|size| size.1.into()));
            image.text("caption", own.caption.or(own.alt));
            image.text("creditText", own.credit);
        }),
        None => list.text(&[view.default_picture(page.lang()).map_or("", |picture| &picture.url)]),
    });
}

/// Who wrote it, who publishes it, whose it is: people, else the unit that it comes from, else the site.
pub(super) fn responsible<'a>(node: &mut Object<'_>, (scene, page): Shown<'_, 'a>, named: &mut Named<'a>) {
    let common = page.common();
    let (view, home) = (scene.view, scene.view.shared.home());
    let is_known = |id: &&Id| view.shared.organization(id, page.lang()).is_some();
    let lead = common.organizations.iter().find(is_known);
    let publisher = view.config.organization.as_ref().filter(is_known);
    if let Some(id) = lead.or(publisher) {
        named.organization(id);
    }
    let authors = common.authors.iter().filter(|id| view.shared.person(id, page.lang()).is_some());
    let authors: Vec<&Id> = authors.collect();
    node.list("author", |list| {
        for author in &authors {
            list.reference(&[home, "#tokoh/", author]);
        }
        if let (true, Some(id)) = (authors.is_empty(), lead.or(publisher)) {
            list.reference(&[home, "#", id]);
        }
        if authors.is_empty() && lead.or(publisher).is_none() {
            site_as_organization(list, scene);
        }
    });
    for author in authors {
        named.person(author, post(view, page, author, None));
    }
    match publisher.or(lead) {
        Some(id) => {
            named.organization(id);
            node.reference("publisher", &[home, "#", id]);
        }
        None => node.list("publisher", |list| site_as_organization(list, scene)),
    }
    let sources = common.organizations.iter().filter(is_known).take(MOST_NAMES);
    node.list("sourceOrganization", |list| {
        for id in sources {
            named.organization(id);
            list.reference(&[home, "#", id]);
        }
    });
}

fn site_as_organization(list: &mut List<'_>, scene: &Scene<'_>) {
    list.object("Organization", |own| {
        own.text("name", Some(&scene.view.config.language(scene.lang).title));
        own.text("url", Some(scene.view.shared.home()));
    });
}

/// What it is about, what it belongs to, what it answers, whom it mentions, where it takes place.
pub(super) fn bonds<'a>(node: &mut Object<'_>, (scene, page): Shown<'_, 'a>, named: &mut Named<'a>) {
    let view = scene.view;
    if let Some(event) = page.named(Relation::Event) {
        node.reference("about", &id(view, view.site.page(event)));
    }
    if let Some(programme) = page.named(Relation::Programme).map(|id| view.site.page(id)) {
        let base = &view.config.base_url;
        node.object("isPartOf", "CollectionPage", |own| {
            own.id(&[&base.origin, &base.path, &programme.path]);
            own.text("name", Some(programme.title()));
        });
    }
    node.list("citation", |list| {
        for other in page.all_named(Relation::Answers).chain(page.all_named(Relation::Follows)) {
            stub(list, view, other);
        }
    });
    mentions(node, (scene, page), named);
    node.texts("keywords", keywords(view, page));
    node.list("contentLocation", |list| {
        names(view, page, "districts").for_each(|name| {
            list.object("AdministrativeArea", |area| area.text("name", Some(name)));
        });
    });
}

/// People that it names, those who wrote it left aside.
fn mentions<'a>(node: &mut Object<'_>, (scene, page): Shown<'_, 'a>, named: &mut Named<'a>) {
    let (view, home) = (scene.view, scene.view.shared.home());
    node.list("mentions", |list| {
        for part in page.common().people.iter() {
            let (id, part): (&Id, Option<&PersonPart>) = match part {
                OneOr::One(id) => (id, None),
                OneOr::Record(part) => match &part.person {
                    Some(id) => (id, Some(part)),
                    None => continue,
                },
            };
            if view.shared.person(id, page.lang()).is_some() && part.and_then(|part| part.part) != Some(Part::Author) {
                list.reference(&[home, "#tokoh/", id]);
                named.person(id, post(view, page, id, part.and_then(|part| part.role.as_ref())));
            }
        }
    });
}

/// What a person is in an item: what it says itself, else the role held at its day.
pub(super) fn post<'a>(view: &'a View, page: &Page, id: &str, role: Option<&'a Line>) -> Post<'a> {
    match role {
        Some(role) => Post { title: Some(&role.0), org: None },
        None => view.site.role_in(page, id).map_or_else(Post::default, |role| Post {
            title: role.title.as_deref(),
            org: role.org.as_ref().map(|org| org.0.as_str()),
        }),
    }
}

/// Another item in passing.
pub(super) fn stub(list: &mut List<'_>, view: &View, other: PageId) {
    let page = view.site.page(other);
    let base = &view.config.base_url;
    let kind = match page.fields() {
        KindFields::Workshop(workshop) => super::event::kind(workshop),
        KindFields::Programme(_) => "EventSeries",
        KindFields::Material(_) => "DigitalDocument",
        _ => "CreativeWork",
    };
    list.object(kind, |own| {
        own.id(&id(view, page));
        own.text("name", Some(page.title()));
        own.address("url", &[&base.origin, &base.path, &page.path]);
    });
}

/// How often it was commented and read.
pub(super) fn counts(node: &mut Object<'_>, (scene, page): Shown<'_, '_>) {
    let view = scene.view;
    let mode = changes::comment_mode(&page.document, &view.config, view.moment.now);
    let comments = u64::try_from(page.comments.len()).ok().filter(|count| *count > 0 && mode != CommentMode::Hidden);
    node.count("commentCount", comments);
    if let Some(views) = page.views.filter(|_| view.config.show_views) {
        node.object("interactionStatistic", "InteractionCounter", |counter| {
            counter.text("interactionType", Some("https://schema.org/ViewAction"));
            counter.count("userInteractionCount", Some(views));
        });
    }
}

/// Files that belong to it.
pub(super) fn attachments(node: &mut Object<'_>, (scene, page): Shown<'_, '_>, item: &Item<'_>) {
    let view = scene.view;
    let base = page.document.place.base();
    node.list("encoding", |list| {
        for attachment in &page.common().attachments {
            let file = attachment.file.as_deref().and_then(|name| view.site.file(&base, name));
            list.object("MediaObject", |own| {
                own.text("name", attachment.title.as_deref());
                match file {
                    Some(file) => of_file(own, view, item.engine, file),
                    None => own.text("contentUrl", attachment.url.as_deref()),
                }
                own.text("inLanguage", attachment.lang.as_deref());
            });
        }
    });
}

/// Address, format, size and checksum of a file. That one cannot be read is told with the page that shows it.
pub(super) fn of_file(node: &mut Object<'_>, view: &View, engine: &Engine, file: &PublishedFile) {
    let facts = engine.facts.of(&file.file).ok();
    node.address("contentUrl", &[&view.config.base_url.origin, &view.file_url(&file.path)]);
    node.text("encodingFormat", facts.as_ref().and_then(|facts| facts.format).map(Format::media));
    let size = facts.as_ref().map_or(file.file.size, |facts| facts.size);
    node.address("contentSize", &[&size.to_string(), " B"]);
    node.text("sha256", facts.as_ref().map(|facts| facts.sha256.as_str()));
}

/// Those to ask.
pub(super) fn contacts<'a>(view: &'a View, contacts: &'a [OneOr<Id, Contact>], named: &mut Named<'a>) {
    named.contacts.extend(contacts.iter().filter_map(|contact| match contact {
        OneOr::One(id) => view.site.records.contacts.get(id),
        OneOr::Record(contact) => Some(contact),
    }));
}

/// One whom to ask.
pub(super) fn contact(list: &mut List<'_>, contact: &Contact) {
    list.object("ContactPoint", |own| {
        own.text("name", contact.name.as_deref());
        own.text("contactType", contact.role.as_deref());
        own.text("telephone", contact.phone.as_deref().and_then(dialled).as_deref());
        own.text("email", contact.email.as_deref());
        let whatsapp = contact.whatsapp.as_deref().and_then(dialled);
        if let Some(number) = whatsapp {
            own.address("url", &["https://wa.me/", number.trim_start_matches('+')]);
        }
        own.text("description", contact.hours.as_deref());
    });
}
