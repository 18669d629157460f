//! The table of items: one line each, with what fits into a cell.

use std::borrow::Cow;

use super::records::{Group, Item};
use super::schema::Moment;

/// Bytes that a row of the table takes, about.
const ROW: usize = 480;

/// The columns of the table, each the path of a field of [`Item`]; ids of groups stand in one cell with `;` between them.
pub const COLUMNS: [&str; 19] = [
    "id",
    "kind",
    "type",
    "lang",
    "title",
    "summary",
    "url",
    "date",
    "date_precision",
    "updated",
    "start",
    "end",
    "organizations",
    "topics",
    "tags",
    "districts",
    "people",
    "information_class",
    "programme_id",
];

/// The table of items (RFC 4180).
///
/// # Errors
/// What the writer says; it fails only when memory does.
pub fn table<'a>(items: impl ExactSizeIterator<Item = Item<'a>>) -> Result<Vec<u8>, String> {
    let bytes = Vec::with_capacity(items.len() * ROW);
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(bytes);
    let written = writer.write_record(COLUMNS).and_then(|()| {
        for item in items {
            writer.write_record(row(&item).iter().map(|cell| guarded(cell).into_owned()))?;
        }
        Ok(())
    });
    written.map_err(|error| error.to_string())?;
    writer.into_inner().map_err(|error| error.to_string())
}

fn row<'r>(item: &'r Item<'_>) -> [Cow<'r, str>; 19] {
    let text = |text: Option<&'r str>| Cow::Borrowed(text.unwrap_or_default());
    let moment = |moment: Option<&'r Moment>| text(moment.map(|moment| moment.0.as_str()));
    let ids = |groups: &'r [Group<'_>]| Cow::Owned(groups.iter().map(|group| group.id).collect::<Vec<_>>().join(";"));
    let (start, end) = match (&item.event, &item.programme, &item.alert) {
        (Some(event), ..) => (event.start.as_ref(), event.end.as_ref()),
        (_, Some(programme), _) => (programme.start.as_ref(), programme.end.as_ref()),
        (.., Some(alert)) => (alert.starts_at.as_ref(), alert.expires_at.as_ref()),
        _ => (None, None),
    };
    [
        item.id.into(),
        item.kind.into(),
        text(item.item_type),
        item.lang.into(),
        item.title.into(),
        text(item.summary),
        Cow::Borrowed(&*item.url.0),
        moment(item.date.as_ref()),
        item.date_precision.into(),
        moment(item.updated.as_ref()),
        moment(start),
        moment(end),
        ids(&item.organizations),
        ids(&item.topics),
        ids(&item.tags),
        ids(&item.districts),
        ids(&item.people),
        text(item.information_class),
        text(item.programme_id),
    ]
}

/// A cell that no spreadsheet takes for a formula. Who takes one apostrophe away from a cell that begins with one has the text again,
/// whatever it was.
fn guarded(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\'']) { format!("'{text}").into() } else { text.into() }
}
