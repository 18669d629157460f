//! Contacts and venues of data files, as templates name them.

use tera::Value;

use super::value::{map, option, text};
use crate::locale::phone::dialled;
use crate::parse::kinds::coordinates::coordinates;
use crate::parse::kinds::shared::{Contact, Venue};

/// A contact.
pub(super) fn contact_value(contact: &Contact) -> Value {
    let dialled = |number: Option<&str>| number.and_then(dialled);
    let whatsapp = dialled(contact.whatsapp.as_deref());
    map([
        ("name", text(contact.name.as_deref())),
        ("role", text(contact.role.as_deref())),
        ("phone", text(contact.phone.as_deref())),
        ("phone_url", text(dialled(contact.phone.as_deref()).map(|number| format!("tel:{number}")))),
        ("whatsapp", text(contact.whatsapp.as_deref())),
        ("whatsapp_url", text(whatsapp.map(|number| format!("https://wa.me/{}", number.trim_start_matches('+'))))),
        ("email", text(contact.email.as_deref())),
        ("hours", text(contact.hours.as_deref())),
    ])
}

/// A venue: what stands in the item wins over its record.
pub(super) fn venue_value(own: &Venue, record: Option<&Venue>) -> Value {
    macro_rules! part {
        ($field:ident) => {
            own.$field.as_deref().or_else(|| record.and_then(|record| record.$field.as_deref()))
        };
    }
    let geo = coordinates(&own.geo).or_else(|| coordinates(&record?.geo));
    let geo = geo.map(|(latitude, longitude)| map([("lat", Value::from(latitude)), ("lon", Value::from(longitude))]));
    map([
        ("name", text(part!(name).or(own.venue.as_deref()))),
        ("room", text(part!(room))),
        ("street", text(part!(street))),
        ("district", text(part!(district))),
        ("city", text(part!(city))),
        ("region", text(part!(region))),
        ("postal_code", text(part!(postal_code))),
        ("geo", option(geo)),
        ("map_url", text(part!(map_url))),
        ("access_notes", text(part!(access_notes))),
    ])
}
