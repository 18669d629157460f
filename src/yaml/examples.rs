//! A line that shows how a key is written, for messages about one that is missing.

use super::fields::{Field, RecordShape, Shape};
use super::scalars::Form;
use crate::diagnostic::Argument;

/// Keys whose name says more than their type does: canonical name, and a value in English and in Indonesian.
const VALUES: &[(&str, &str, &str)] = &[
    ("title", "Morning market opens again", "Pasar pagi dibuka kembali"),
    (
        "summary",
        "The market in Jalan Contoh opens again on Monday.",
        "Pasar di Jalan Contoh dibuka kembali Senin depan.",
    ),
    ("start", "2026-11-24 09:00", "2026-11-24 09:00"),
    ("previous_start", "2026-11-24 09:00", "2026-11-24 09:00"),
    ("venue", "{ name: Aula Kota }", "{ nama: Aula Kota }"),
    ("dateline", "{ city: Batam }", "{ kota: Batam }"),
    ("organizations", "[bagian-humas]", "[bagian-humas]"),
    ("info_class", "berkala", "berkala"),
    ("contacts", "[meja-pers]", "[meja-pers]"),
    ("number", "12/SP/2026", "12/SP/2026"),
    (
        "delivered",
        "{ at: 2026-11-24 09:00, place: Aula Kota, by: The mayor }",
        "{ pada: 2026-11-24 09:00, tempat: Aula Kota, oleh: Wali Kota }",
    ),
    (
        "media_invite",
        "{ at: 2026-11-24 09:00, place: Aula Kota, rsvp: 0778 123456 }",
        "{ pada: 2026-11-24 09:00, tempat: Aula Kota, rsvp: 0778 123456 }",
    ),
    ("place", "Aula Kota", "Aula Kota"),
    ("replies_to", "pasar-pagi", "pasar-pagi"),
    ("signoff", "{ desk: humas, writer: nn }", "{ meja: humas, penulis: nn }"),
    ("name", "Dini Saraswati", "Dini Saraswati"),
    ("city", "Batam", "Batam"),
    ("file", "surat.pdf", "surat.pdf"),
    ("src", "foto.jpg", "foto.jpg"),
    ("url", "https://contoh.example/", "https://contoh.example/"),
    ("base_url", "https://humas.example", "https://humas.example"),
    ("time_zone", "WIB", "WIB"),
    ("code", "W001", "W001"),
    ("reason", "An old item, kept as it was published", "Naskah lama, dibiarkan seperti saat terbit"),
    ("body", "Thank you for the news.", "Terima kasih atas beritanya."),
    ("note", "The date was corrected", "Tanggalnya dibetulkan"),
    ("text", "good governance", "good governance"),
    ("person", "dini-saraswati", "dini-saraswati"),
    ("status", "approved", "disetujui"),
    ("id", "a1", "a1"),
    ("api", "1", "1"),
];

/// Titles of what is no item, told apart by a key beside them.
const TITLES: &[(&str, &str, &str)] = &[
    ("base_url", "Batam Public Relations", "Humas Batam"),
    ("file", "List of prices", "Daftar harga"),
    ("moderator", "Opening", "Pembukaan"),
    ("org", "Head of the market office", "Kepala Dinas Pasar"),
];

/// The line for a field, in English and in Indonesian.
pub(super) fn line(field: &Field, record: &RecordShape) -> Argument {
    let own = VALUES.iter().find(|(name, ..)| *name == field.name);
    let own = own.map(|(_, english, indonesian)| (*english, *indonesian));
    let titled = TITLES.iter().find(|(beside, ..)| field.name == "title" && record.named(beside).is_some());
    let own = titled.map(|(_, english, indonesian)| (*english, *indonesian)).or(own);
    let (english, indonesian) = own.unwrap_or_else(|| of_shape(&(field.shape)()));
    let alias = field.alias.unwrap_or(field.name);
    Argument::Key(format!("{}: {english}", field.name), format!("{alias}: {indonesian}"))
}

/// The line for a key of a record.
pub fn example(record: &RecordShape, key: &str) -> Argument {
    record.named(key).map_or_else(|| Argument::Text(format!("{key}: …")), |field| line(field, record))
}

fn of_shape(shape: &Shape) -> (&'static str, &'static str) {
    match shape {
        Shape::Scalar { name: "date", .. } => ("2026-11-20", "2026-11-20"),
        Shape::Scalar { name: "number", .. } => ("25", "25"),
        Shape::Scalar { name: "flag", .. } => ("yes", "ya"),
        Shape::Scalar { form: Form::Words([first, ..]), .. } => {
            (first.word, first.aliases.first().unwrap_or(&first.word))
        }
        Shape::List(_) => ("[…]", "[…]"),
        _ => ("…", "…"),
    }
}
