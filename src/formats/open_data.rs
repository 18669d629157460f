//! Open data: what the site says of its items, as JSON and CSV for the programs of others, and the JSON Schema of it.
//!
//! A value and its schema are declared together (`published!`): a field that is added is in both, with its description. Every field
//! is always there; what an item lacks is `null` or an empty list. Nothing is put in but what pages of the site show.

use std::borrow::Cow;

use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

/// The dialect of the schemas.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// A type whose values are published.
pub trait Published {
    /// What its values look like (JSON Schema 2020-12).
    fn schema() -> Value;
}

/// Declares a value and its schema in one place.
macro_rules! published {
    ($(#[doc = $about:literal])+ pub struct $name:ident<$life:lifetime> { $( $(#[doc = $doc:literal])+ $field:ident $(as $written:literal)?: $type:ty, )+ }) => {
        $(#[doc = $about])+
        #[derive(Clone, Debug, Serialize)]
        pub struct $name<$life> {
            $( $(#[doc = $doc])+ $(#[serde(rename = $written)])? pub $field: $type, )+
        }

        impl<$life> Published for $name<$life> {
            fn schema() -> Value {
                let mut fields = Map::new();
                $(
                    let name = [$($written,)? stringify!($field)][0];
                    fields.insert(name.to_owned(), described(<$type as Published>::schema(), concat!($($doc),+)));
                )+
                object(fields, concat!($($about),+))
            }
        }
    };
}

fn described(schema: Value, about: &str) -> Value {
    let Value::Object(mut schema) = schema else { return schema };
    schema.insert("description".to_owned(), Value::from(about.trim()));
    Value::Object(schema)
}

fn object(fields: Map<String, Value>, about: &str) -> Value {
    let names: Vec<&String> = fields.keys().collect();
    let required = json!(names);
    json!({
        "type": "object",
        "description": about.trim(),
        "properties": fields,
        "required": required,
        "additionalProperties": false,
    })
}

impl Published for &str {
    fn schema() -> Value {
        json!({ "type": "string" })
    }
}

impl Published for Cow<'_, str> {
    fn schema() -> Value {
        json!({ "type": "string" })
    }
}

impl Published for u64 {
    fn schema() -> Value {
        json!({ "type": "integer", "minimum": 0 })
    }
}

impl Published for bool {
    fn schema() -> Value {
        json!({ "type": "boolean" })
    }
}

impl<T: Published> Published for Vec<T> {
    fn schema() -> Value {
        json!({ "type": "array", "items": T::schema() })
    }
}

impl<T: Published> Published for Option<T> {
    fn schema() -> Value {
        json!({ "anyOf": [T::schema(), { "type": "null" }] })
    }
}

/// An absolute address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Url<'a>(pub Cow<'a, str>);

impl Published for Url<'_> {
    fn schema() -> Value {
        json!({ "type": "string", "format": "uri" })
    }
}

/// A day, or a time with its zone (RFC 3339): no more exact than it was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Moment(pub String);

impl Published for Moment {
    fn schema() -> Value {
        json!({ "type": "string", "anyOf": [{ "format": "date" }, { "format": "date-time" }] })
    }
}

published! {
    /// A group that an item belongs to: a unit, topic, tag, district or person.
    pub struct Group<'a> {
        /// Its id, unique among groups of its sort.
        id: &'a str,
        /// Its name in the language of the item.
        name: &'a str,
    }
}

published! {
    /// The same item in another language.
    pub struct Translation<'a> {
        /// The language (BCP 47).
        lang: &'a str,
        /// The address of its page.
        url: Url<'a>,
    }
}

published! {
    /// A picture that stands for an item.
    pub struct Picture<'a> {
        /// The address of the file.
        url: Url<'a>,
        /// What it shows, for those who do not see it.
        alt: Option<&'a str>,
        /// Who made it.
        credit: Option<&'a str>,
        /// Under which terms it may be used.
        license: Option<&'a str>,
        /// Width in pixels.
        width: Option<u64>,
        /// Height in pixels.
        height: Option<u64>,
    }
}

published! {
    /// Where an event takes place.
    pub struct Place<'a> {
        /// What the place is called.
        name: Option<&'a str>,
        /// Street and number.
        street: Option<&'a str>,
        /// District.
        district: Option<&'a str>,
        /// City.
        city: Option<&'a str>,
        /// Province.
        region: Option<&'a str>,
        /// Postal code.
        postal_code: Option<&'a str>,
    }
}

published! {
    /// What only a press release has.
    pub struct Release<'a> {
        /// Its number.
        number: Option<&'a str>,
        /// The city that the news is from.
        city: Option<&'a str>,
        /// How often something in it was put right.
        corrections: u64,
    }
}

published! {
    /// What only an event has.
    pub struct Event<'a> {
        /// When it begins. A day without a time is a whole day.
        start: Option<Moment>,
        /// When it ends; of whole days the last one.
        end: Option<Moment>,
        /// What has become of it: scheduled, rescheduled, postponed, cancelled, completed.
        status: &'a str,
        /// Where people meet: offline, online, hybrid.
        mode: &'a str,
        /// The place.
        place: Option<Place<'a>>,
        /// Id of the unit that holds it.
        organizer: Option<&'a str>,
        /// For whom it is.
        audience: Option<&'a str>,
        /// How many fit.
        capacity: Option<u64>,
    }
}

published! {
    /// What only a programme has.
    pub struct Programme<'a> {
        /// Its first day.
        start: Option<Moment>,
        /// Its last day.
        end: Option<Moment>,
        /// How far it has come: planned, running, finished.
        status: Option<&'a str>,
        /// Id of the unit that answers for it.
        owner: Option<&'a str>,
    }
}

published! {
    /// What only a material has.
    pub struct Document<'a> {
        /// Where it can be read or taken from.
        url: Option<Url<'a>>,
        /// Its media type; none where it lies elsewhere.
        media_type: Option<Cow<'a, str>>,
        /// Its version.
        version: Option<&'a str>,
        /// When it was issued.
        issued: Option<Moment>,
        /// Under which terms it may be used.
        license: Option<&'a str>,
    }
}

published! {
    /// What only an announcement has.
    pub struct Alert<'a> {
        /// How urgent it is: info, peringatan, darurat.
        level: Option<&'a str>,
        /// In few words.
        headline: &'a str,
        /// From when it holds.
        starts_at: Option<Moment>,
        /// Until when it holds.
        expires_at: Option<Moment>,
    }
}

published! {
    /// What only a gallery has.
    pub struct Gallery<'a> {
        /// How many photographs it has.
        photos: u64,
        /// Under which terms they may be used.
        license: Option<&'a str>,
    }
}

published! {
    /// A public item of the site, in one language.
    pub struct Item<'a> {
        /// Its id, which never changes; the same in every language.
        id: &'a str,
        /// What it is.
        kind: &'a str,
        /// Of what type of its kind.
        item_type as "type": Option<&'a str>,
        /// Its language (BCP 47).
        lang: &'a str,
        /// Its title.
        title: &'a str,
        /// Its second title.
        subtitle: Option<&'a str>,
        /// What it says, in a sentence or two.
        summary: Option<&'a str>,
        /// The address of its page, which never changes.
        url: Url<'a>,
        /// When it was published.
        date: Option<Moment>,
        /// How exact that date is: day, month, year.
        date_precision: &'a str,
        /// When it changed last in a way that matters.
        updated: Option<Moment>,
        /// Units it comes from, the leading one first.
        organizations: Vec<Group<'a>>,
        /// Subjects.
        topics: Vec<Group<'a>>,
        /// Free labels.
        tags: Vec<Group<'a>>,
        /// Districts it concerns.
        districts: Vec<Group<'a>>,
        /// People in it.
        people: Vec<Group<'a>>,
        /// Its class of public information (UU 14/2008): berkala, serta_merta, setiap_saat.
        information_class: Option<&'a str>,
        /// Id of the event that it is about.
        event_id: Option<&'a str>,
        /// Id of the programme that it is part of.
        programme_id: Option<&'a str>,
        /// The same item in other languages.
        translations: Vec<Translation<'a>>,
        /// Its leading picture.
        image: Option<Picture<'a>>,
        /// Of a press release only.
        release: Option<Release<'a>>,
        /// Of an event only.
        event: Option<Event<'a>>,
        /// Of a programme only.
        programme: Option<Programme<'a>>,
        /// Of a material only.
        document: Option<Document<'a>>,
        /// Of an announcement only.
        alert: Option<Alert<'a>>,
        /// Of a gallery only.
        gallery: Option<Gallery<'a>>,
    }
}

published! {
    /// A group that items belong to, in one language in which it has items.
    pub struct Term<'a> {
        /// Its id, which never changes; the same in every language.
        id: &'a str,
        /// The language of the name (BCP 47).
        lang: &'a str,
        /// Its name.
        name: &'a str,
        /// Its short name.
        short: Option<&'a str>,
        /// The address of the list of its items.
        url: Url<'a>,
        /// How many items it has in this language.
        items: u64,
    }
}

published! {
    /// Terms under which the content may be used.
    pub struct Terms<'a> {
        /// What they are called.
        name: &'a str,
        /// Where they can be read.
        url: Option<Url<'a>>,
    }
}

published! {
    /// One list.
    pub struct Listed<'a> {
        /// What it lists.
        name: &'a str,
        /// Its address.
        url: Url<'a>,
        /// The address of its schema.
        schema: Url<'a>,
        /// How many entries it has; an item in two languages is two entries.
        count: u64,
    }
}

published! {
    /// What lists there are.
    pub struct Index<'a> {
        /// The address of the schema of this file.
        schema as "$schema": Url<'a>,
        /// What the site is called.
        title: &'a str,
        /// Who publishes it.
        publisher: Cow<'a, str>,
        /// The address of the site.
        url: Url<'a>,
        /// When something in it changed last.
        updated: Option<Moment>,
        /// The zone in which its dates are written.
        time_zone: &'a str,
        /// Its languages (BCP 47), the first one first.
        languages: Vec<&'a str>,
        /// Under which terms its content may be used.
        license: Option<Terms<'a>>,
        /// All items in a table.
        table: Url<'a>,
        /// The lists.
        lists: Vec<Listed<'a>>,
    }
}

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
/// Bytes that a row of the table takes, about.
const ROW: usize = 480;

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

/// A schema as a file at an address.
///
/// # Errors
/// What the writer says; it fails only when memory does.
pub fn schema_file(address: &str, title: &str, schema: Value) -> Result<Vec<u8>, String> {
    let Value::Object(fields) = schema else { return Err("no object".to_owned()) };
    let head = [("$schema", DIALECT), ("$id", address), ("title", title)];
    let mut all: Map<String, Value> =
        head.into_iter().map(|(name, value)| (name.to_owned(), Value::from(value))).collect();
    all.extend(fields);
    let mut bytes = serde_json::to_vec_pretty(&all).map_err(|error| error.to_string())?;
    bytes.push(b'\n');
    Ok(bytes)
}

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
