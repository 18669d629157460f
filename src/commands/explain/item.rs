//! An item: where it comes from, when and why it is public, what it is made with, and what it is bound to.

use std::collections::BTreeSet;

use serde_json::json;

use super::facts::{Entry, Explanation};
use super::{World, list, templates};
use crate::locale::date::{Format, When, format};
use crate::plan::Recipe;
use crate::site::links::{From, Target};
use crate::site::visibility::{Reason, gates, note};
use crate::site::{Page, PageId, Relation, StatusNote, content_path};

/// An item.
pub(super) fn page(world: &World<'_>, id: PageId) -> Explanation {
    let page = world.site.page(id);
    let language = world.config.language(page.lang());
    let mut all = Explanation::new("item", page.title());
    all.one("address", Entry::plain(world.address(&page.path)));
    all.one("source", Entry::plain(page.document.source.path.as_str()));
    all.one("output", Entry::plain(world.output(&page.path)));
    all.one("kind", world.word("kind", page.kind().word()));
    let section = page.section.map(|id| world.site.section(id));
    all.maybe("section", section.map(|section| section.folder.as_str()));
    all.one(
        "lang",
        Entry { text: format!("{} ({})", language.name, language.code), data: language.code.as_str().into() },
    );
    all.one("id", Entry::plain(page.id.as_str()));
    visibility(world, page, &mut all);
    dates(world, page, &mut all);
    templates::of(world, &Recipe::Page(id), &mut all);
    let calls: BTreeSet<&str> = page.document.body.components.iter().map(|call| call.name.as_str()).collect();
    all.row("calls", calls.into_iter().map(Entry::plain).collect());
    relations(world, id, page, &mut all);
    all
}

/// An old address: `made` says whether a page sends visitors on.
pub(super) fn redirect(world: &World<'_>, address: &str, id: PageId, made: bool) -> Explanation {
    let page = world.site.page(id);
    let mut all = Explanation::new(if made { "redirect" } else { "old_address" }, address);
    all.one("leads_to", Entry::plain(world.address(&page.path)));
    all.one("source", Entry::plain(page.document.source.path.as_str()));
    if made {
        all.one("output", Entry::plain(world.output(address)));
        templates::of(world, &Recipe::Redirect(id), &mut all);
    }
    visibility(world, page, &mut all);
    all
}

/// Whether it is public, and what must happen before it is.
fn visibility(world: &World<'_>, page: &Page, all: &mut Explanation) {
    let now = world.moment.now;
    let document = &page.document;
    let until = |instant| world.instant(&When::at(instant, &world.config.zone));
    let reason = world.site.embargoes(now).reason(document, now);
    let (word, at) = match reason {
        Some(Reason::Draft) => ("draft", None),
        Some(Reason::Review) => ("review", None),
        Some(Reason::Scheduled(instant)) => ("scheduled", Some(until(instant))),
        Some(Reason::Embargoed(instant)) => ("embargoed", Some(until(instant))),
        None => match note(document, now) {
            Some(StatusNote::Withdrawn) => ("withdrawn", None),
            Some(StatusNote::Expired) => ("expired", None),
            _ => ("public", None),
        },
    };
    let values = [("until", at.as_ref().map(|at| at.text.clone()).unwrap_or_default().into())];
    let text = world.reporter.say(&format!("explain-state-{word}"), &values);
    all.one("status", Entry { text, data: word.into() });
    if document.broken {
        all.one("mistakes", Entry { text: world.reporter.say("explain-broken", &[]), data: true.into() });
    }
    let ahead = gates(document).filter(|(_, when)| when.instant() > now);
    let last = ahead.max_by_key(|(_, when)| when.instant());
    if let Some((key, when)) = last {
        let key_in_words = world.reporter.say(&format!("fact-{}", key.replace('_', "-")), &[]);
        let instant = world.instant(when).text;
        let values = [("key", key_in_words.into()), ("until", instant.into())];
        let text = world.reporter.say("explain-last-gate", &values);
        all.one("last_gate", Entry { text, data: json!({ "key": key, "at": when.iso() }) });
    }
}

/// The dates as they were understood, with their zones.
fn dates(world: &World<'_>, page: &Page, all: &mut Explanation) {
    let dates = &page.document.front.dates;
    let start = dates.start.as_ref();
    for (key, when) in [
        // The date of an event that gave none is its start.
        ("date", dates.date.as_ref().filter(|_| page.common().date.is_some())),
        ("publish_at", dates.publish_at.as_ref()),
        ("embargo_until", dates.embargo_until.as_ref()),
        ("updated", dates.updated.as_ref()),
        ("expires_at", dates.expires_at.as_ref()),
        ("start", start),
        ("end", dates.end.as_ref().filter(|_| start.is_some())),
        ("previous_start", dates.previous_start.as_ref()),
        ("registration.opens_at", dates.registration_opens.as_ref()),
        ("registration.closes_at", dates.registration_closes.as_ref()),
    ] {
        if let Some(when) = when {
            all.one(key, world.instant(when));
        }
    }
}

fn relations(world: &World<'_>, id: PageId, page: &Page, all: &mut Explanation) {
    let site = &world.site;
    let pages = |ids: &[PageId]| ids.iter().map(|id| world.page(site.page(*id))).collect::<Vec<_>>();
    all.many("translations", pages(&page.translations));
    all.many("aliases", page.common().aliases.iter().map(|alias| Entry::plain(alias.to_string())).collect());
    let named = site.taxonomies.iter().zip(&page.terms).flat_map(|(taxonomy, terms)| {
        terms.iter().map(|term| {
            let term = taxonomy.term(*term);
            Entry::plain(format!("{}: {}", taxonomy.name, term.name(page.lang())))
        })
    });
    all.many("terms", named.collect());
    all.many("refers_to", references(world, id, page));
    let mut naming: Vec<Entry> =
        page.named_by.iter().map(|(relation, id)| world.related(*relation, site.page(*id))).collect();
    let linking = page.backlinks.iter().filter(|id| page.named_by.iter().all(|(_, naming)| naming != *id));
    naming.extend(linking.map(|id| world.page(site.page(*id))));
    all.many("referred_by", naming);
    all.many("shown_in", list::showing(world, id, false));
    all.many("feeds", list::showing(world, id, true));
    let base = page.document.place.base();
    let inside = format!("{base}/");
    let files = site.files.values().filter(|file| page.document.place.bundle && file.file.path.starts_with(&inside));
    all.many("files", files.map(|file| Entry::plain(world.address(&file.path))).collect());
}

/// Items, lists, files and addresses elsewhere that it names.
fn references(world: &World<'_>, id: PageId, page: &Page) -> Vec<Entry> {
    let site = &world.site;
    let base = page.document.place.base();
    let from = From { base: &base, lang: page.lang(), body: &page.document.body };
    let mut seen = BTreeSet::new();
    let mut found: Vec<Entry> = Vec::new();
    for (relation, target) in &page.names {
        seen.insert(*target);
        found.push(world.related(*relation, site.page(*target)));
    }
    for (target, own) in site.page_ids().filter(|(_, own)| own.backlinks.contains(&id)) {
        if seen.insert(target) {
            found.push(world.page(own));
        }
    }
    let mut addresses = BTreeSet::new();
    for link in &page.document.body.links {
        let named = match site.follow(from, &link.dest) {
            Target::Section(id, _) => Some(world.address(&site.section(id).path)),
            Target::Home(lang, _) => Some(world.address(&format!("{}/", world.config.lang_prefix(lang)))),
            Target::File(file) => Some(world.address(&file.path)),
            Target::Address(address) => Some(world.address(address)),
            Target::Withheld(title) => Some(world.reporter.say("explain-withheld", &[("title", title.into())])),
            Target::Elsewhere => Some(link.dest.clone()),
            Target::Missing => Some(world.reporter.say("explain-missing", &[("target", link.dest.as_str().into())])),
            Target::Page(target, _) if !seen.contains(&target) && target != id => {
                Some(world.address(&site.page(target).path))
            }
            Target::Page(..) | Target::Here(_) => None,
        };
        addresses.extend(named);
    }
    found.extend(addresses.into_iter().map(Entry::plain));
    found
}

impl World<'_> {
    /// A word of a closed list: the program's own for programs, its translation for people.
    pub(super) fn word(&self, list: &str, word: &str) -> Entry {
        let text = self.reporter.say(&format!("{list}-{}", word.replace('_', "-")), &[]);
        Entry { text, data: word.into() }
    }

    /// A date with its weekday and zone.
    pub(super) fn instant(&self, when: &When) -> Entry {
        let mut text = format(when, Format::FullTime, self.reporter.words());
        if when.time().is_none() {
            // A bare date begins at midnight somewhere.
            text = self.reporter.say("explain-day", &[("day", text.into()), ("zone", self.config.zone.name().into())]);
        }
        Entry { text, data: when.iso().into() }
    }

    /// The file of the output that has an address.
    pub(super) fn output(&self, address: &str) -> String {
        let path = if address.ends_with('/') {
            crate::plan::index_of(address)
        } else {
            let file = address.trim_start_matches('/').to_owned();
            if self.plan.find(&file).is_some() { file } else { format!("{file}/index.html") }
        };
        format!("{}/{path}", self.config.output)
    }

    /// Another item, and how one names the other.
    fn related(&self, relation: Relation, page: &Page) -> Entry {
        let word = self.word("relation", relation.word());
        let mut entry = self.page(page);
        entry.text = format!("{}: {}", word.text, entry.text);
        if let Some(data) = entry.data.as_object_mut() {
            data.insert("relation".to_owned(), word.data);
        }
        entry
    }

    /// Another item, by its file and address.
    pub(super) fn page(&self, page: &Page) -> Entry {
        let (file, address) = (page.document.source.path.as_str(), self.address(&page.path));
        Entry {
            text: format!("{}  {}", content_path(file), page.path),
            data: json!({ "source": file, "address": address, "title": page.title() }),
        }
    }
}
