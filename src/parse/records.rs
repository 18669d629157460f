//! Data files with a record for each entry: people, organisations, venues, topics, contacts, texts about the office, views; and the
//! glossary, a map from wrong spellings to right ones.
//!
//! Each other file is a map from id to record. What refers to an entry is judged when the site is related.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::contacts;
use super::kinds::coordinates::coordinates;
use super::kinds::shared::{Contact, Venue};
use super::proofreading::Lexicon;
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::locale::slug::slugify;
use crate::read::Sources;
use crate::source::Source;
use crate::yaml::Entries;
use crate::yaml::OneOr;
use crate::yaml::scalars::{Address, Dated, Flag, Prose};
use crate::yaml::{self, Id, Line, Places, Scalar, Typed, record};

record! {
    /// A role that a person held.
    pub struct Role {
        /// What they are.
        pub title("jabatan") [required]: Option<Line>,
        /// Where, an id of `organizations`.
        pub org("instansi"): Option<Id>,
        /// From when.
        pub from("dari"): Option<Dated>,
        /// Until when.
        pub to("sampai"): Option<Dated>,
    }
}

record! {
    /// Someone who appears in items.
    pub struct Person {
        /// The name without degrees.
        pub name("nama") [required]: Option<Line>,
        /// Degrees before it.
        pub prefix("gelar_depan"): Vec<Line>,
        /// Degrees after it.
        pub suffix("gelar_belakang"): Vec<Line>,
        /// Other names they go by.
        pub aliases("nama_lain"): Vec<Line>,
        /// Spellings found in old items.
        pub as_published("seperti_terbit"): Vec<Line>,
        /// Roles over time.
        pub roles("jabatan"): Vec<Role>,
    }
}

record! {
    /// A unit of the administration, or another organisation.
    pub struct Organization {
        /// Its full name.
        pub name("nama") [required]: Option<Line>,
        /// Its short name.
        pub short("singkat"): Option<Line>,
        /// Id of the organisation above it.
        pub parent("induk"): Option<Id>,
        /// What kind of organisation, in a word or two.
        pub kind("tipe") as "type": Option<Line>,
        /// Its site.
        pub url("alamat"): Option<Address>,
        /// Its e-mail address.
        pub email("surel"): Option<Line>,
        /// Id of the organisation that took over its work.
        pub successor("penerus"): Option<Id>,
        /// Whether it is no more.
        pub closed("bubar"): Option<Flag>,
    }
}

record! {
    /// A subject or a district.
    pub struct Topic {
        /// Its name, one or one a language.
        pub name("nama") [required]: Option<OneOr<Line, Entries<Line>>>,
        /// What belongs to it.
        pub description("deskripsi"): Option<Line>,
    }
}

record! {
    /// How often an item was read.
    pub struct ViewCount {
        /// The count.
        pub count("jumlah"): Option<u64>,
        /// When it was read off.
        pub as_of("per"): Option<Dated>,
    }
}

/// All records.
#[derive(Debug, Default)]
pub struct Records {
    /// `data/people.yaml`
    pub people: Table<Person>,
    /// `data/organizations.yaml`
    pub organizations: Table<Organization>,
    /// `data/topics.yaml`
    pub topics: Table<Topic>,
    /// `data/districts.yaml`
    pub districts: Table<Topic>,
    /// `data/venues.yaml`
    pub venues: Table<Venue>,
    /// `data/contacts.yaml`
    pub contacts: Table<Contact>,
    /// `data/boilerplates.yaml`
    pub boilerplates: Table<Prose>,
    /// `data/views.yaml`
    pub views: Table<OneOr<u64, ViewCount>>,
    /// The words that proofreading looks for: `data/glossary.yaml`, and what people were called.
    pub lexicon: Arc<Lexicon>,
}

/// The glossary.
const GLOSSARY: &str = "data/glossary.yaml";

/// The records of one file.
#[derive(Debug)]
pub struct Table<T> {
    /// The file; none when there is none.
    pub source: Option<Arc<Source>>,
    /// By id, in the order of the file.
    pub entries: Entries<T>,
    index: BTreeMap<String, usize>,
    /// Whether the file has a mistake, so that entries may be missing.
    pub broken: bool,
}

impl<T> Default for Table<T> {
    fn default() -> Table<T> {
        Table { source: None, entries: Entries::default(), index: BTreeMap::new(), broken: false }
    }
}

impl<T> Table<T> {
    /// The record of `id`.
    pub fn get(&self, id: &str) -> Option<&T> {
        self.index.get(id).and_then(|index| self.entries.0.get(*index)).map(|(_, record)| record)
    }

    /// Finds where the value at a path such as `dini.roles[0].org` stands in the file, which is walked once.
    pub fn places(&self) -> impl Fn(&str) -> Range<usize>
    where
        T: Typed + Default,
    {
        let places = self.source.as_ref().map(Places::of_file);
        move |path| places.as_ref().and_then(|all| all.named(&Entries::<T>::shape().names(path))).unwrap_or(0..0)
    }

    /// Ids in the order of the file.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|(id, _)| id)
    }
}

/// Parses the data files that have records.
pub fn parse(sources: &Sources, config: &Config) -> (Records, Diagnostics) {
    let mut found = Diagnostics::new();
    let data = &sources.data;
    let path = |taxonomy: &str, default: &str| {
        let own = config.taxonomies.iter().find(|known| known.name == taxonomy).and_then(|known| known.terms.clone());
        own.unwrap_or_else(|| default.to_owned())
    };
    let mut records = Records {
        people: table(data, &path("people", "data/people.yaml"), &mut found),
        organizations: table(data, &path("organizations", "data/organizations.yaml"), &mut found),
        topics: table(data, &path("topics", "data/topics.yaml"), &mut found),
        districts: table(data, &path("districts", "data/districts.yaml"), &mut found),
        venues: table(data, "data/venues.yaml", &mut found),
        contacts: table(data, "data/contacts.yaml", &mut found),
        boilerplates: table(data, "data/boilerplates.yaml", &mut found),
        views: table(data, &config.views_file, &mut found),
        lexicon: Arc::default(),
    };
    misplaced(&records.venues, &mut found);
    records.lexicon = Arc::new(lexicon(data, &records.people, &mut found));
    contacts::of_records(&records.contacts, config, &mut found);
    // Free data is read when a template asks for it; that it can be read is seen here, where its mistake can be shown.
    let mut records_of: Vec<String> =
        ["venues", "contacts", "boilerplates", "glossary"].iter().map(|name| format!("data/{name}.yaml")).collect();
    records_of.extend(
        ["people", "organizations", "topics", "districts"].map(|name| path(name, &format!("data/{name}.yaml"))),
    );
    records_of.push(config.views_file.clone());
    let free = data.iter().filter(|(path, _)| !records_of.contains(path) && !path.ends_with(".csv"));
    found.extend(free.filter_map(|(_, source)| yaml::read_free(source).err()).map(|problem| *problem));
    // A file that could not be read, or that the configuration names in vain, has entries that nobody knows.
    let unknown = |path: &str, default: &str| {
        sources.lost.iter().any(|lost| lost == path || lost == "data") || (path != default && !data.contains_key(path))
    };
    records.people.broken |= unknown(&path("people", "data/people.yaml"), "data/people.yaml");
    records.organizations.broken |=
        unknown(&path("organizations", "data/organizations.yaml"), "data/organizations.yaml");
    records.topics.broken |= unknown(&path("topics", "data/topics.yaml"), "data/topics.yaml");
    records.districts.broken |= unknown(&path("districts", "data/districts.yaml"), "data/districts.yaml");
    records.venues.broken |= unknown("data/venues.yaml", "data/venues.yaml");
    records.contacts.broken |= unknown("data/contacts.yaml", "data/contacts.yaml");
    records.boilerplates.broken |= unknown("data/boilerplates.yaml", "data/boilerplates.yaml");
    (records, found)
}

/// Places on no map.
fn misplaced(venues: &Table<Venue>, found: &mut Diagnostics) {
    let Some(source) = &venues.source else { return };
    let place = venues.places();
    let wrong = venues.entries.iter().filter(|(_, venue)| !venue.geo.is_empty() && coordinates(&venue.geo).is_none());
    found.extend(wrong.map(|(id, _)| {
        Diagnostic::at(Code::RuleBroken, source, place(&format!("{id}.geo"))).with("rule", "not-coordinates")
    }));
}

fn lexicon(data: &BTreeMap<String, Arc<Source>>, people: &Table<Person>, found: &mut Diagnostics) -> Lexicon {
    let glossary = data.get(GLOSSARY).map(|source| {
        let read = yaml::read::<Entries<Line>>(source, 0..source.text().len());
        found.append(read.diagnostics);
        read.value
    });
    let glossary = glossary.unwrap_or_default();
    let kept = people.entries.iter().flat_map(|(_, person)| &person.as_published);
    Lexicon::new(glossary.iter().map(|(wrong, right)| (wrong, right.0.as_str())), kept.map(|name| name.0.as_str()))
}

fn table<T: Typed + Default>(data: &BTreeMap<String, Arc<Source>>, path: &str, found: &mut Diagnostics) -> Table<T> {
    let Some(source) = data.get(path) else { return Table::default() };
    let read = yaml::read::<Entries<T>>(source, 0..source.text().len());
    let mut broken = read.diagnostics.has_errors();
    found.append(read.diagnostics);
    let places = Places::of_file(source);
    let wrong: Vec<&str> = read.value.iter().map(|(key, _)| key).filter(|key| Id::from_scalar(key).is_err()).collect();
    let keys = if wrong.is_empty() { BTreeMap::new() } else { places.keys() };
    for key in wrong {
        let wrong = Diagnostic::at(Code::BadValue, source, keys.get(key).cloned().unwrap_or(0..0));
        let wrong = wrong.with("value", key).with("type", Id::NAME).with("problem", "not-an-id");
        let mended = slugify(key);
        found.push(wrong.suggesting(Id::from_scalar(&mended).is_ok().then_some(mended)));
        broken = true;
    }
    let index = read.value.iter().enumerate().map(|(at, (id, _))| (id.to_owned(), at)).collect();
    Table { source: Some(Arc::clone(source)), entries: read.value, index, broken }
}
