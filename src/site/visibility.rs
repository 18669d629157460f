//! What is public at an instant, and what is withheld and why (`docs/content/reference/content.md`, Visibility).

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::Timestamp;

use crate::locale::date::When;
use crate::parse::Document;
use crate::parse::kinds::KindFields;
use crate::parse::kinds::shared::Status;

/// The instant of a build and what it shows.
#[derive(Clone, Debug)]
pub struct Moment {
    /// The instant.
    pub now: Timestamp,
    /// Drafts and items under review are shown.
    pub drafts: bool,
    /// Scheduled items are shown; embargoed ones never.
    pub future: bool,
    /// Everything is there, embargoed items too: to be judged, never to be written.
    pub everything: bool,
}

/// What is to be said above an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StatusNote {
    /// Over since `expires_at`.
    Expired,
    /// Taken back.
    Withdrawn,
    /// Shown in a preview: a draft.
    Draft,
    /// Shown in a preview: under review.
    Review,
    /// Shown in a preview: scheduled.
    Scheduled,
}

impl StatusNote {
    /// Its word in templates.
    pub fn word(self) -> &'static str {
        match self {
            StatusNote::Expired => "expired",
            StatusNote::Withdrawn => "withdrawn",
            StatusNote::Draft => "draft",
            StatusNote::Review => "review",
            StatusNote::Scheduled => "scheduled",
        }
    }
}

/// Why an item is not public.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// It is being written.
    Draft,
    /// It is being read by others.
    Review,
    /// Its date or `publish_at` lies ahead; public from then on.
    Scheduled(Timestamp),
    /// Its `embargo_until` lies ahead; public from the last of all its instants on.
    Embargoed(Timestamp),
}

/// An item that is not public.
#[derive(Clone, Debug)]
pub struct Withheld {
    /// Its file below `content/`.
    pub file: String,
    /// Its title.
    pub title: String,
    /// Why.
    pub reason: Reason,
    /// As written, to know what it refers to.
    pub document: Arc<Document>,
}

/// The dates before which an item is not public, by their keys. The date of an event that gave none is the event's own,
/// and says nothing about when it may be announced.
pub fn gates(document: &Document) -> impl Iterator<Item = (&'static str, &When)> {
    let dates = &document.front.dates;
    let date = dates.date.as_ref().filter(|_| document.front.common.date.is_some());
    let gates =
        [("date", date), ("publish_at", dates.publish_at.as_ref()), ("embargo_until", dates.embargo_until.as_ref())];
    gates.into_iter().filter_map(|(key, when)| Some((key, when?)))
}

/// The instant until which an embargo keeps a document, its other gates with it; none when no embargo lies ahead.
pub fn embargo(document: &Document, now: Timestamp) -> Option<Timestamp> {
    let ahead = || gates(document).map(|(key, when)| (key, when.instant())).filter(|(_, instant)| *instant > now);
    let is_embargoed = ahead().any(|(key, _)| key == "embargo_until");
    ahead().map(|(_, instant)| instant).max().filter(|_| is_embargoed)
}

/// Why a document is not public at `now`, whatever is to be shown.
pub fn reason(document: &Document, now: Timestamp) -> Option<Reason> {
    match document.front.status() {
        Status::Draft => return Some(Reason::Draft),
        Status::Review => return Some(Reason::Review),
        Status::Ready | Status::Withdrawn => {}
    }
    // It opens when its last gate does. While one of them is an embargo, no preview shows it.
    if let Some(instant) = embargo(document, now) {
        return Some(Reason::Embargoed(instant));
    }
    let ahead = gates(document).map(|(_, when)| when.instant()).filter(|instant| *instant > now);
    ahead.max().map(Reason::Scheduled)
}

/// A public document, and what is to be said above it.
pub(super) type Public = (Arc<Document>, Option<StatusNote>);

/// What is to be said above a document that the moment shows, or why it shows none.
pub(super) fn shown(document: &Document, moment: &Moment) -> Result<Option<StatusNote>, Reason> {
    match reason(document, moment.now) {
        None => Ok(note(document, moment.now)),
        Some(_) if moment.everything => Ok(None),
        // A draft under embargo is a draft, and still under embargo.
        Some(reason) if embargo(document, moment.now).is_some() => Err(reason),
        Some(Reason::Draft) if moment.drafts => Ok(Some(StatusNote::Draft)),
        Some(Reason::Review) if moment.drafts => Ok(Some(StatusNote::Review)),
        Some(Reason::Scheduled(_)) if moment.future => Ok(Some(StatusNote::Scheduled)),
        Some(reason) => Err(reason),
    }
}

/// Public documents, and the others with their reasons.
pub(super) fn partition(documents: Vec<Arc<Document>>, moment: &Moment) -> (Vec<Public>, Vec<(Arc<Document>, Reason)>) {
    let mut public = Vec::with_capacity(documents.len());
    let mut withheld = Vec::new();
    let parents = match moment.everything {
        true => Embargoes::default(),
        false => Embargoes::new(documents.iter().map(|document| &**document), moment.now),
    };
    for document in documents {
        let shown = shown(&document, moment);
        match (shown, parents.of(&document)) {
            (Ok(note), None) => public.push((document, note)),
            (Ok(_), Some(until)) => withheld.push((document, Reason::Embargoed(until))),
            (Err(Reason::Scheduled(own) | Reason::Embargoed(own)), Some(until)) => {
                withheld.push((document, Reason::Embargoed(own.max(until))));
            }
            (Err(reason), _) => withheld.push((document, reason)),
        }
    }
    (public, withheld)
}

/// Embargoes that reach further than the item that has them: the materials and galleries of an event or a programme are not public
/// before it is.
#[derive(Debug, Default)]
pub struct Embargoes {
    /// By the id of the item under embargo.
    parents: HashMap<String, Timestamp>,
    /// By the id of a material that an event under embargo lists.
    listed: HashMap<String, Timestamp>,
}

impl Embargoes {
    /// Those that hold at `now`.
    pub fn new<'a>(documents: impl Iterator<Item = &'a Document>, now: Timestamp) -> Embargoes {
        let (mut parents, mut listed) = (HashMap::new(), HashMap::new());
        let later = |known: &mut HashMap<String, Timestamp>, id: &str, until: Timestamp| {
            let at = known.entry(id.to_owned()).or_insert(until);
            *at = (*at).max(until);
        };
        let embargoed = documents.filter_map(|document| Some((document, embargo(document, now)?)));
        for (document, until) in embargoed {
            ids(document).iter().for_each(|id| later(&mut parents, id, until));
            if let KindFields::Workshop(event) = &document.front.kind {
                let of_sessions = event.sessions.iter().flat_map(|session| &session.materials);
                event.materials.iter().chain(of_sessions).for_each(|id| later(&mut listed, id, until));
            }
        }
        Embargoes { parents, listed }
    }

    /// Why a document is not public at `now`, the embargoes of others taken into account.
    pub fn reason(&self, document: &Document, now: Timestamp) -> Option<Reason> {
        match (reason(document, now), self.of(document)) {
            (None, until) => until.map(Reason::Embargoed),
            (Some(Reason::Scheduled(own) | Reason::Embargoed(own)), Some(until)) => {
                Some(Reason::Embargoed(own.max(until)))
            }
            (own, _) => own,
        }
    }

    /// Until when the embargo of another item keeps this one.
    fn of(&self, document: &Document) -> Option<Timestamp> {
        if self.parents.is_empty() {
            return None;
        }
        let common = &document.front.common;
        let belongs = matches!(document.front.kind, KindFields::Material(_) | KindFields::Gallery(_));
        let parents = [&common.event, &common.programme].into_iter().flatten().filter(|_| belongs);
        let parents = parents.filter_map(|id| self.parents.get(&**id));
        let listed = ids(document).into_iter().filter_map(|id| self.listed.get(&id));
        parents.chain(listed).max().copied()
    }
}

/// What is to be said above a public item.
pub fn note(document: &Document, now: Timestamp) -> Option<StatusNote> {
    if document.front.status() == Status::Withdrawn {
        return Some(StatusNote::Withdrawn);
    }
    let expires = document.front.dates.expires_at.as_ref().map(When::instant);
    expires.filter(|instant| *instant <= now).map(|_| StatusNote::Expired)
}

/// Its id, and the same with its year, which it has when another item has its id too.
fn ids(document: &Document) -> [String; 2] {
    let id = document.id();
    let year = document.front.dates.date.as_ref().map_or(0, |date| date.date().year());
    [id.to_owned(), format!("{id}-{year:04}")]
}

/// All items that are not public, found by file and by id.
#[derive(Clone, Debug, Default)]
pub struct WithheldItems {
    items: Vec<Withheld>,
    by_file: BTreeMap<String, usize>,
    by_id: BTreeMap<String, usize>,
}

impl WithheldItems {
    pub(super) fn new(withheld: Vec<(Arc<Document>, Reason)>) -> WithheldItems {
        let mut all = WithheldItems::default();
        for (index, (document, reason)) in withheld.into_iter().enumerate() {
            let file = super::content_path(&document.source.path).to_owned();
            all.by_file.insert(file.clone(), index);
            for id in ids(&document) {
                all.by_id.entry(id).or_insert(index);
            }
            let title = document.front.common.title.as_deref().unwrap_or("").to_owned();
            all.items.push(Withheld { file, title, reason, document });
        }
        all
    }

    /// In the order of their files.
    pub fn iter(&self) -> std::slice::Iter<'_, Withheld> {
        self.items.iter()
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether everything is public.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The item of a file below `content/`.
    pub fn by_file(&self, file: &str) -> Option<&Withheld> {
        self.by_file.get(file).and_then(|index| self.items.get(*index))
    }

    /// The first item of an id, in any language; what has another item's id too is also found under its year.
    pub fn by_id(&self, id: &str) -> Option<&Withheld> {
        self.by_id.get(id).and_then(|index| self.items.get(*index))
    }
}
