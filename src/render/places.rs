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

/// A place, with what is known of it.
pub(super) struct Spot<'a> {
    pub(super) name: Option<&'a str>,
    pub(super) room: Option<&'a str>,
    pub(super) street: Option<&'a str>,
    pub(super) district: Option<&'a str>,
    pub(super) city: Option<&'a str>,
    pub(super) region: Option<&'a str>,
    pub(super) postal_code: Option<&'a str>,
    /// Latitude and longitude.
    pub(super) geo: Option<(f64, f64)>,
    pub(super) map_url: Option<&'a str>,
    pub(super) access_notes: Option<&'a str>,
}

/// The place that a venue means: what stands in the item wins over its record.
pub(super) fn spot<'a>(own: &'a Venue, record: Option<&'a Venue>) -> Spot<'a> {
    macro_rules! part {
        ($field:ident) => {
            own.$field.as_deref().or_else(|| record.and_then(|record| record.$field.as_deref()))
        };
    }
    Spot {
        name: part!(name).or(own.venue.as_deref()),
        room: part!(room),
        street: part!(street),
        district: part!(district),
        city: part!(city),
        region: part!(region),
        postal_code: part!(postal_code),
        geo: coordinates(&own.geo).or_else(|| coordinates(&record?.geo)),
        map_url: part!(map_url),
        access_notes: part!(access_notes),
    }
}

/// A venue as templates name it.
pub(super) fn venue_value(own: &Venue, record: Option<&Venue>) -> Value {
    let spot = spot(own, record);
    let geo =
        spot.geo.map(|(latitude, longitude)| map([("lat", Value::from(latitude)), ("lon", Value::from(longitude))]));
    map([
        ("name", text(spot.name)),
        ("room", text(spot.room)),
        ("street", text(spot.street)),
        ("district", text(spot.district)),
        ("city", text(spot.city)),
        ("region", text(spot.region)),
        ("postal_code", text(spot.postal_code)),
        ("geo", option(geo)),
        ("map_url", text(spot.map_url)),
        ("access_notes", text(spot.access_notes)),
    ])
}
