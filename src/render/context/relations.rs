//! What an item is bound to: what it names, what names it, and what else to read.

use std::collections::HashSet;

use tera::Value;

use super::page::OfPage;
use crate::config::Kind;
use crate::render::value::{list, map};
use crate::render::view::View;
use crate::site::{Page, PageId, Relation, Site, related as similar};

/// How many related items a page shows.
const RELATED: usize = 5;

/// The items that a page names or that name it, by the words of templates.
pub(super) fn set(value: &mut OfPage<'_>, view: &View, page: &Page) {
    let naming = |relation| list(shown(&view.site, page, relation).map(|id| view.reference(id)));
    let of_kind =
        |kind: Kind| shown(&view.site, page, Relation::Event).filter(move |id| view.site.page(*id).kind() == kind);
    value.set("about", || view.named(page, Relation::Event));
    value.set("part_of", || view.named(page, Relation::Programme));
    value.set("answers", || view.named(page, Relation::Answers));
    value.set("answered_by", || naming(Relation::Answers));
    value.set("report", || view.named(page, Relation::Report));
    value.set("reports_on", || naming(Relation::Report));
    value.set("explains", || naming(Relation::ExplainedBy));
    value.set("galleries", || view.summaries(of_kind(Kind::Gallery)));
}

/// Items in the page's language, or that have no edition in it, that name it so and are in lists.
pub(super) fn shown(site: &Site, page: &Page, relation: Relation) -> impl Iterator<Item = PageId> {
    page.all_naming(relation).filter(move |id| {
        let other = site.page(*id);
        let has_edition = || other.translations.iter().any(|own| site.page(*own).lang() == page.lang());
        other.is_listed() && (other.lang() == page.lang() || !has_edition())
    })
}

/// Materials of an event: those that it lists, in its order, then those that say that they belong to it.
pub(super) fn materials(site: &Site, page: &Page) -> Vec<PageId> {
    let mut all: Vec<PageId> = page.all_named(Relation::Material).filter(|id| site.page(*id).is_listed()).collect();
    let listed: HashSet<PageId> = all.iter().copied().collect();
    let others = shown(site, page, Relation::Event).filter(|id| site.page(*id).kind() == Kind::Material);
    all.extend(others.filter(|id| !listed.contains(id)));
    all
}

/// What was written about an event.
pub(super) fn releases<'a>(view: &'a View, page: &'a Page) -> impl Iterator<Item = PageId> + 'a {
    let is_written = |kind: Kind| !matches!(kind, Kind::Material | Kind::Gallery | Kind::Workshop);
    shown(&view.site, page, Relation::Event).filter(move |id| is_written(view.site.page(*id).kind()))
}

/// What a page shows elsewhere of what it is bound to.
fn shown_elsewhere(page: &Page) -> HashSet<PageId> {
    let all = page.names.iter().chain(&page.named_by);
    all.filter(|(relation, _)| *relation != Relation::Related).map(|(_, id)| *id).collect()
}

/// Items to read next, without those that the page shows elsewhere.
pub(super) fn related(site: &Site, id: PageId, page: &Page) -> Vec<PageId> {
    let elsewhere = shown_elsewhere(page);
    let mut related = similar::of(site, id, RELATED + elsewhere.len().min(2 * RELATED));
    related.retain(|other| !elsewhere.contains(other));
    related.truncate(RELATED);
    related
}

/// Items in the page's language that link here, without those that the page shows elsewhere.
pub(super) fn other_backlinks(site: &Site, page: &Page, related: &[PageId]) -> Vec<PageId> {
    let elsewhere = shown_elsewhere(page);
    let shown = |id: &PageId| {
        (site.page(*id).lang(), site.page(*id).is_listed()) == (page.lang(), true)
            && !related.contains(id)
            && !elsewhere.contains(id)
    };
    let mut others: Vec<PageId> = page.backlinks.iter().copied().filter(shown).collect();
    others.sort_by_key(|id| site.rank(*id));
    others
}

/// The members of a programme: those that it lists first, in its order, the others newest first.
pub(super) fn all_members(site: &Site, page: &Page) -> Vec<PageId> {
    let mut all: Vec<PageId> = page.all_named(Relation::Lists).filter(|id| site.page(*id).is_listed()).collect();
    let listed: HashSet<PageId> = all.iter().copied().collect();
    all.extend(shown(site, page, Relation::Programme).filter(|id| !listed.contains(id)));
    all
}

/// The members of a programme all together and by kind.
pub(super) fn members(view: &View, page: &Page) -> Value {
    let site = &view.site;
    let all = all_members(site, page);
    let of = |kinds: &[Kind]| view.summaries(all.iter().copied().filter(|id| kinds.contains(&site.page(*id).kind())));
    map([
        ("all", view.summaries(all.iter().copied())),
        ("workshops", of(&[Kind::Workshop])),
        ("releases", of(&[Kind::PressRelease, Kind::Announcement])),
        ("materials", of(&[Kind::Material])),
        ("galleries", of(&[Kind::Gallery])),
        ("others", of(&[Kind::Page, Kind::Programme])),
    ])
}
