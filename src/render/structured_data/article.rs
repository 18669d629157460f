//! Releases and announcements: `NewsArticle`.
//!
//! Announcements are articles too: `SpecialAnnouncement` was made for one epidemic, is pending at schema.org and no search engine
//! shows it. Until when and where they count stands in `expires`, `temporalCoverage` and `contentLocation`.

use super::{Item, Named, Shown, event, work};
use crate::formats::structured_data::{Graph, Object};
use crate::parse::kinds::press_release::ReleaseType;
use crate::parse::kinds::{Announcement, PressRelease};
use crate::plan::corrections;
use crate::render::bodies::dateline_text;
use crate::site::Relation;

pub(super) fn release<'a>(
    graph: &mut Graph,
    shown: Shown<'_, 'a>,
    named: &mut Named<'a>,
    (release, item): (&'a PressRelease, &Item<'_>),
) {
    let (scene, page) = shown;
    let view = scene.view;
    graph.node("NewsArticle", |node| {
        work::begin(node, shown, "headline");
        let kind = release.release_type.unwrap_or(ReleaseType::Berita);
        node.text("articleSection", section(shown, &format!("release-type-{}", kind.word())).as_deref());
        node.text("identifier", release.number.as_deref());
        node.text("dateline", release.dateline.as_ref().and_then(dateline_text).as_deref());
        work::dates(node, page);
        work::image(node, shown);
        work::responsible(node, shown, named);
        if let Some(given) = &release.delivered {
            node.date("dateCreated", given.at.as_ref().and_then(|at| at.in_zone(&view.config.zone).ok()).as_ref());
            node.object("locationCreated", "Place", |place| place.text("name", given.place.as_deref()));
            node.object("creator", "Person", |person| person.text("name", given.by.as_deref()));
        }
        work::bonds(node, shown, named);
        quotes(node, shown, named, release);
        corrected(node, shown);
        work::attachments(node, shown, item);
        work::counts(node, shown);
    });
    work::contacts(view, &release.contacts, named);
    about(graph, shown, named);
}

pub(super) fn announcement<'a>(
    graph: &mut Graph,
    shown: Shown<'_, 'a>,
    named: &mut Named<'a>,
    (own, item): (&'a Announcement, &Item<'_>),
) {
    let (scene, page) = shown;
    let dates = &page.document.front.dates;
    graph.node("NewsArticle", |node| {
        work::begin(node, shown, "headline");
        let level = own.level.map(|level| format!("level-{}", level.word()));
        node.text("articleSection", section(shown, level.as_deref().unwrap_or("kind-announcement")).as_deref());
        work::dates(node, page);
        let [start, end] = [&dates.starts_at, &dates.expires_at].map(|at| at.as_ref().map(|at| at.iso()));
        // ISO 8601 intervals; what has no end is open (schema.org/temporalCoverage).
        let span = start.map(|start| format!("{start}/{}", end.as_deref().unwrap_or("..")));
        node.text("temporalCoverage", span.as_deref());
        work::image(node, shown);
        work::responsible(node, shown, named);
        work::bonds(node, shown, named);
        if let Some(source) = &own.source {
            node.object("isBasedOn", "CreativeWork", |work| {
                work.text("name", source.name.as_deref());
                work.text("url", source.url.as_deref());
            });
        }
        node.list("spatialCoverage", |list| {
            for area in &own.areas {
                let taxonomy = scene.view.site.taxonomy("districts");
                let term = taxonomy.and_then(|taxonomy| Some(taxonomy.term(taxonomy.find(area)?)));
                let name = term.map_or(area.0.as_str(), |term| term.name(page.lang()));
                list.object("AdministrativeArea", |node| node.text("name", Some(name)));
            }
        });
        corrected(node, shown);
        work::attachments(node, shown, item);
        work::counts(node, shown);
    });
    about(graph, shown, named);
}

/// The theme's word for what kind of article it is, else the section that it is in.
fn section((scene, page): Shown<'_, '_>, key: &str) -> Option<String> {
    let words = scene.view.words.known(page.lang(), key);
    words.or_else(|| page.section.map(|id| scene.view.site.section(id).title.clone()))
}

/// The event that an item is about.
pub(super) fn about<'a>(graph: &mut Graph, (scene, page): Shown<'_, 'a>, named: &mut Named<'a>) {
    let Some(id) = page.named(Relation::Event) else { return };
    event::brief(graph, (scene, scene.view.site.page(id)), named);
}

fn quotes<'a>(node: &mut Object<'_>, (scene, page): Shown<'_, 'a>, named: &mut Named<'a>, release: &'a PressRelease) {
    let shared = &scene.view.shared;
    node.list("hasPart", |list| {
        for quote in release.quotes.iter().filter(|quote| quote.text.is_some()) {
            list.object("Quotation", |own| {
                own.text("text", quote.text.as_deref());
                own.text("inLanguage", quote.lang.as_deref());
                if let Some(id) = quote.person.as_ref().filter(|id| shared.person(id, page.lang()).is_some()) {
                    own.reference("spokenByCharacter", &[shared.home(), "#tokoh/", id]);
                    named.person(id, work::post(scene.view, page, id, None));
                }
            });
        }
    });
}

fn corrected(node: &mut Object<'_>, (scene, page): Shown<'_, '_>) {
    node.list("correction", |list| {
        for (index, own) in page.common().corrections.iter().enumerate() {
            list.object("CorrectionComment", |comment| {
                comment.text("text", own.note.as_deref());
                let at = own.at.as_ref().and_then(|at| at.in_zone(&scene.view.config.zone).ok());
                comment.date("dateCreated", at.as_ref());
                comment.address("url", &[scene.url, "#", &corrections::anchor(index)]);
            });
        }
    });
}
