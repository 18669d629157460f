//! What only press releases have: quotes set apart, when a speech was given, where the press is invited.

use tera::Value;

use super::people::person;
use crate::locale::phone::dialled;
use crate::parse::kinds::press_release::{Delivered, MediaInvite, Quote};
use crate::parse::kinds::{KindFields, PressRelease};
use crate::render::value::{list, map, option, text};
use crate::render::view::View;
use crate::site::Page;

/// The fields of a release; of other items they are there too, and none.
pub(super) fn fields(view: &View, page: &Page) -> [(&'static str, Value); 3] {
    let release: Option<&PressRelease> = match page.fields() {
        KindFields::PressRelease(release) => Some(release),
        _ => None,
    };
    let quotes = release.map(|release| release.quotes.as_slice()).unwrap_or_default();
    [
        ("quotes", list(quotes.iter().map(|quote| quoted(view, page, quote)))),
        (
            "delivered",
            option(release.and_then(|release| release.delivered.as_ref()).map(|given| delivered(view, given))),
        ),
        (
            "media_invite",
            option(release.and_then(|release| release.media_invite.as_ref()).map(|own| invited(view, own))),
        ),
    ]
}

fn quoted(view: &View, page: &Page, quote: &Quote) -> Value {
    let code = view.config.language(page.lang()).code.as_str();
    map([
        ("text", text(quote.text.as_deref())),
        ("lang", Value::from(quote.lang.as_deref().unwrap_or(code))),
        ("person", option(quote.person.as_ref().map(|id| person(view, page, id, None)))),
    ])
}

fn delivered(view: &View, delivered: &Delivered) -> Value {
    map([
        ("at", view.written(delivered.at.as_ref())),
        ("place", text(delivered.place.as_deref())),
        ("by", text(delivered.by.as_deref())),
    ])
}

fn invited(view: &View, invite: &MediaInvite) -> Value {
    map([
        ("at", view.written(invite.at.as_ref())),
        ("place", text(invite.place.as_deref())),
        ("rsvp", text(invite.rsvp.as_deref())),
        ("rsvp_url", text(invite.rsvp.as_deref().and_then(answered_at))),
    ])
}

/// The address behind a way to answer, where all of it is one: of a page, an e-mail address, a telephone number.
fn answered_at(written: &str) -> Option<String> {
    if written.starts_with("https://") || written.starts_with("mailto:") {
        return Some(written.to_owned()).filter(|written| !written.contains(char::is_whitespace));
    }
    if written.contains('@') {
        let is_address = !written.contains(|letter: char| letter.is_whitespace() || "<>\"?&,;".contains(letter));
        return is_address.then(|| format!("mailto:{written}"));
    }
    let is_number = !written.contains(char::is_alphabetic);
    dialled(written).filter(|_| is_number).map(|number| format!("tel:{number}"))
}
