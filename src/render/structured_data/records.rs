//! Materials, galleries and plain pages: `DigitalDocument`, `ImageGallery`, `WebPage`.

use super::{Item, Named, Shown, article, lists, work};
use crate::formats::structured_data::{Graph, Object};
use crate::parse::kinds::gallery::Photo;
use crate::parse::kinds::page::PageType;
use crate::parse::kinds::shared::Licence;
use crate::parse::kinds::{Gallery, Material, PageFields};
use crate::site::Relation;

/// Photographs that a gallery's node names, at most; its page shows all.
const MOST_PHOTOS: usize = 100;

pub(super) fn material<'a>(
    graph: &mut Graph,
    shown: Shown<'_, 'a>,
    named: &mut Named<'a>,
    (material, item): (&'a Material, &Item<'_>),
) {
    let (scene, page) = shown;
    let view = scene.view;
    graph.node("DigitalDocument", |node| {
        work::begin(node, shown, "name");
        let issued = material.issued.as_ref().and_then(|at| at.in_zone(&view.config.zone).ok());
        node.date("dateCreated", issued.as_ref());
        work::dates(node, page);
        node.text("version", material.version.as_deref());
        node.text("license", licence(material.license));
        let is_old = page.named(Relation::ReplacedBy).is_some() || page.all_naming(Relation::Replaces).next().is_some();
        node.text("creativeWorkStatus", is_old.then_some("Superseded"));
        work::image(node, shown);
        work::responsible(node, shown, named);
        work::bonds(node, shown, named);
        let base = page.document.place.base();
        node.object("encoding", "MediaObject", |own| {
            match material.file.as_deref().and_then(|name| view.site.file(&base, name)) {
                Some(file) => work::of_file(own, view, item.engine, file),
                None => own.text("contentUrl", material.url.as_deref()),
            }
        });
        work::counts(node, shown);
    });
    article::about(graph, shown, named);
}

pub(super) fn gallery<'a>(
    graph: &mut Graph,
    shown: Shown<'_, 'a>,
    named: &mut Named<'a>,
    (gallery, _): (&'a Gallery, &Item<'_>),
) {
    let (scene, page) = shown;
    graph.node("ImageGallery", |node| {
        work::begin(node, shown, "name");
        work::dates(node, page);
        node.text("license", licence(gallery.license));
        work::responsible(node, shown, named);
        work::bonds(node, shown, named);
        node.list("associatedMedia", |list| {
            for photo in gallery.photos.iter().take(MOST_PHOTOS) {
                list.object("ImageObject", |own| of_photo(own, shown, named, (gallery, photo)));
            }
            for video in &gallery.video {
                list.object("MediaObject", |own| {
                    own.text("name", video.title.as_deref());
                    own.text("url", video.url.as_deref());
                });
            }
        });
        work::counts(node, shown);
    });
    article::about(graph, (scene, page), named);
}

/// A photograph and under which terms it may be used
/// (<https://developers.google.com/search/docs/appearance/structured-data/image-license-metadata>).
fn of_photo<'a>(
    node: &mut Object<'_>,
    (scene, page): Shown<'_, 'a>,
    named: &mut Named<'a>,
    (gallery, photo): (&Gallery, &'a Photo),
) {
    let view = scene.view;
    let Some(file) = photo.src.as_deref().and_then(|src| view.site.file(&page.document.place.base(), src)) else {
        return;
    };
    node.address("contentUrl", &[&view.config.base_url.origin, &view.file_url(&file.path)]);
    node.count("width", file.size.map(|size| size.0.into()));
    node.count("height", file.size.map(|size| size.1.into()));
    node.text("caption", photo.caption.as_deref().or(photo.alt.as_deref()));
    node.text("creditText", photo.credit.as_deref());
    let licence = licence(gallery.license);
    node.text("license", licence);
    node.text("acquireLicensePage", licence.map(|_| scene.url));
    node.date("dateCreated", photo.taken_at.as_ref().and_then(|at| at.in_zone(&view.config.zone).ok()).as_ref());
    node.object("contentLocation", "Place", |place| place.text("name", photo.place.as_deref()));
    let shared = &view.shared;
    node.list("about", |list| {
        for id in photo.people.iter().filter(|id| shared.person(id, page.lang()).is_some()) {
            list.reference(&[shared.home(), "#tokoh/", id]);
            named.person(id, work::post(view, page, id, None));
        }
    });
}

/// The address of a licence; what has none is not for others.
fn licence(licence: Option<Licence>) -> Option<&'static str> {
    licence.and_then(Licence::url)
}

pub(super) fn page<'a>(
    graph: &mut Graph,
    shown: Shown<'_, 'a>,
    named: &mut Named<'a>,
    (fields, item): (&'a PageFields, &Item<'_>),
) {
    let (scene, page) = shown;
    let kind = match fields.page_type {
        Some(PageType::About) => "AboutPage",
        Some(PageType::Contact) => "ContactPage",
        _ => "WebPage",
    };
    graph.node(kind, |node| {
        lists::frame(node, scene);
        work::dates(node, page);
        work::image(node, shown);
        work::responsible(node, shown, named);
        work::bonds(node, shown, named);
        if let Some(owner) =
            fields.owner.as_ref().filter(|id| scene.view.shared.organization(id, page.lang()).is_some())
        {
            named.organization(owner);
            node.reference("maintainer", &[scene.view.shared.home(), "#", owner]);
        }
        work::attachments(node, shown, item);
    });
    article::about(graph, shown, named);
}
