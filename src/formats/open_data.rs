//! Open data: what the site says of its items, as JSON and CSV for the programs of others, and the JSON Schema of it.
//!
//! A value and its schema are declared together (`published!`): a field that is added is in both, with its description. Every field
//! is always there; what an item lacks is `null` or an empty list. Nothing is put in but what pages of the site show.

mod records;
mod schema;
mod table;

use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

pub use records::{
    Alert, Document, Event, Gallery, Group, Index, Item, Listed, Picture, Place, Programme, Release, Term, Terms,
    Translation,
};
pub use schema::{Moment, Published, Url, schema_file};
use schema::{described, object};
pub use table::{COLUMNS, table};

/// A list as it is published; its entries are made while it is written.
#[derive(Clone, Debug, Serialize)]
pub struct List<'a, Entries> {
    /// The address of its schema.
    #[serde(rename = "$schema")]
    pub schema: Url<'a>,
    /// When something on the site changed last.
    pub updated: Option<Moment>,
    /// How many entries it has.
    pub count: u64,
    /// The entries.
    pub items: Entries,
}

/// Entries that are made one by one.
#[derive(Clone, Debug)]
pub struct Entries<Make>(pub Make);

impl<Make: Fn() -> Iter, Iter: Iterator<Item: Serialize>> Serialize for Entries<Make> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

/// What a list of `T` looks like; of items only those of one `kind`.
pub fn list_schema<T: Published>(kind: Option<&str>) -> Value {
    let mut items = Vec::<T>::schema();
    if let (Some(kind), Some(Value::Object(place))) = (kind, items.pointer_mut("/items/properties/kind")) {
        place.insert("const".to_owned(), Value::from(kind));
    }
    let mut fields = Map::new();
    let mut add = |name: &str, schema, about| fields.insert(name.to_owned(), described(schema, about));
    add("$schema", Url::schema(), "The address of this schema.");
    add("updated", Option::<Moment>::schema(), "When something on the site changed last.");
    add("count", u64::schema(), "How many entries it has.");
    add("items", items, "The entries: items newest first, groups in the order of their ids.");
    object(fields, "A list of open data.")
}

/// Bytes that an entry of a list takes, about: what is made grows by doubling, which copies it and takes twice the memory for a moment.
const ENTRY: usize = 1_100;

/// The bytes of a value with so many entries.
///
/// # Errors
/// What the writer says; it fails only when memory does.
pub fn json(value: &impl Serialize, entries: usize) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::with_capacity(entries * ENTRY);
    serde_json::to_writer(&mut bytes, value).map_err(|error| error.to_string())?;
    bytes.push(b'\n');
    Ok(bytes)
}
