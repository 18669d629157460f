//! People in an item, each with the role held at its day: what the item says of itself wins over the data file.

use tera::Value;

use super::page::field;
use crate::parse::kinds::shared::PersonPart;
use crate::render::value::{map, option, text};
use crate::render::view::View;
use crate::site::Page;
use crate::yaml::OneOr;
use crate::yaml::{Id, Line};

/// A person by id, with `role` where the item says one.
pub(super) fn person(view: &View, page: &Page, id: &Id, role: Option<&Line>) -> Value {
    let term = view.term_by_id("people", id, page.lang());
    let held = if role.is_none() { view.site.role_in(page, id) } else { None };
    let org = held.and_then(|role| role.org.as_ref());
    map([
        ("person", Value::from(id.0.as_str())),
        ("id", Value::from(id.0.as_str())),
        ("name", field(&term, "name")),
        ("short", field(&term, "short")),
        ("url", field(&term, "url")),
        ("role", text(role.or_else(|| held?.title.as_ref()).map(|line| line.0.as_str()))),
        ("org", option(org.map(|id| view.term_by_id("organizations", id, page.lang())))),
    ])
}

/// A person with more fields of the item's own.
pub(super) fn with<const N: usize>(person: Value, more: [(&'static str, Value); N]) -> Value {
    let mut person = person.into_map().unwrap_or_default();
    person.extend(more.into_iter().map(|(key, value)| (key.into(), value)));
    Value::from(person)
}

/// One of an item's `people`.
pub(super) fn part(view: &View, page: &Page, part: &OneOr<Id, PersonPart>) -> Option<Value> {
    let (id, part) = match part {
        OneOr::One(id) => (id, None),
        OneOr::Record(part) => (part.person.as_ref()?, Some(part)),
    };
    let own = person(view, page, id, part.and_then(|part| part.role.as_ref()));
    Some(with(own, [("as", text(part.and_then(|part| part.part).map(|part| part.word())))]))
}
