//! Nodes that many pages name: organisations, people, the site. Made once per snapshot, in each language.

use std::collections::BTreeMap;

use tera::Value;

use crate::config::{Config, Lang};
use crate::formats::structured_data::{Object, node};
use crate::parse::records::Organization;
use crate::render::view::View;
use crate::site::Taxonomy;

/// Nodes without their last brace, by id.
type Nodes = BTreeMap<String, String>;

/// What many pages name.
#[derive(Debug, Default)]
pub(crate) struct Shared {
    home: String,
    organizations: Vec<Nodes>,
    people: Vec<Nodes>,
    sites: Vec<String>,
}

impl Shared {
    /// Makes all nodes; the view has its site's values by now.
    pub(in crate::render) fn new(view: &View) -> Shared {
        let config = &view.config;
        Shared {
            home: config.base_url.absolute("/"),
            organizations: config.langs().map(|lang| organizations(view, lang)).collect(),
            people: config.langs().map(|lang| people(view, lang)).collect(),
            sites: config.langs().map(|lang| site(view, lang)).collect(),
        }
    }

    /// The address of the site, of which the names of what has no page of its own are parts.
    pub(super) fn home(&self) -> &str {
        &self.home
    }

    /// An organisation, to be gone on with.
    pub(super) fn organization(&self, id: &str, lang: Lang) -> Option<&str> {
        self.organizations.get(usize::from(lang.0))?.get(id).map(String::as_str)
    }

    /// A person, to be gone on with.
    pub(super) fn person(&self, id: &str, lang: Lang) -> Option<&str> {
        self.people.get(usize::from(lang.0))?.get(id).map(String::as_str)
    }

    /// The site in a language, to be gone on with.
    pub(super) fn site(&self, lang: Lang) -> &str {
        self.sites.get(usize::from(lang.0)).map_or("{\"@type\":\"WebSite\"", String::as_str)
    }
}

/// The address of a term's list, where it has one in a language.
fn list_of(config: &Config, taxonomy: Option<&Taxonomy>, id: &str, lang: Lang) -> Option<String> {
    let taxonomy = taxonomy?;
    let path = taxonomy.term_path(taxonomy.term(taxonomy.find(id)?), config, lang)?;
    Some(config.base_url.absolute(&path))
}

/// Ids and names of a taxonomy's terms, those of records that are no terms with them.
fn named<'a>(
    taxonomy: Option<&'a Taxonomy>,
    lang: Lang,
    records: impl Iterator<Item = (&'a str, Option<&'a str>)>,
) -> BTreeMap<&'a str, &'a str> {
    let mut named: BTreeMap<&str, &str> = records.map(|(id, name)| (id, name.unwrap_or(id))).collect();
    for term in taxonomy.iter().flat_map(|taxonomy| &taxonomy.terms) {
        named.entry(term.id.as_str()).or_insert_with(|| term.name(lang));
    }
    named
}

fn organizations(view: &View, lang: Lang) -> Nodes {
    let (config, records) = (&view.config, &view.site.records.organizations);
    let taxonomy = view.site.taxonomy("organizations");
    let home = config.base_url.absolute("/");
    let all = named(taxonomy, lang, records.entries.iter().map(|(id, own)| (id, own.name.as_deref())));
    let of = |(id, name): (&str, &str)| {
        let record = records.get(id);
        let url = record.and_then(|own| own.url.as_deref().map(str::to_owned));
        let is_publisher = config.organization.as_ref().is_some_and(|own| own.0 == id);
        let url = url.or_else(|| is_publisher.then(|| home.clone()));
        let made = node(type_of(record), |own| {
            own.id(&[&home, "#", id]);
            own.text("name", Some(name));
            own.text("alternateName", record.and_then(|own| own.short.as_deref()).filter(|short| *short != name));
            own.text("url", url.or_else(|| list_of(config, taxonomy, id, lang)).as_deref());
            own.text("email", record.and_then(|own| own.email.as_deref()));
            let above = record.and_then(|own| own.parent.as_ref());
            if let Some((above, record)) = above.and_then(|above| Some((above, records.get(above)?))) {
                own.object("parentOrganization", type_of(Some(record)), |parent| {
                    parent.id(&[&home, "#", above]);
                    parent.text("name", record.name.as_deref());
                });
            }
        });
        (id.to_owned(), made)
    };
    all.into_iter().map(of).collect()
}

/// Offices are what sites of this kind tell of; others say in their `type` that they are none.
fn type_of(record: Option<&Organization>) -> &'static str {
    const OTHERS: [&str; 8] =
        ["swasta", "perusahaan", "universitas", "yayasan", "komunitas", "company", "university", "foundation"];
    let kind = record.and_then(|own| own.kind.as_deref()).unwrap_or_default().to_lowercase();
    let is_other = kind.split(|letter: char| !letter.is_alphanumeric()).any(|word| OTHERS.contains(&word));
    if is_other { "Organization" } else { "GovernmentOrganization" }
}

fn people(view: &View, lang: Lang) -> Nodes {
    let (config, records) = (&view.config, &view.site.records.people);
    let taxonomy = view.site.taxonomy("people");
    let home = config.base_url.absolute("/");
    let all = named(taxonomy, lang, records.entries.iter().map(|(id, own)| (id, own.name.as_deref())));
    let of = |(id, name): (&str, &str)| {
        let made = node("Person", |person: &mut Object<'_>| {
            person.id(&[&home, "#tokoh/", id]);
            person.text("name", Some(name));
            if let Some(record) = records.get(id) {
                let joined = |lines: &[crate::yaml::Line], by: &str| {
                    lines.iter().map(|line| line.0.as_str()).collect::<Vec<_>>().join(by)
                };
                person.text("honorificPrefix", Some(&joined(&record.prefix, " ")));
                person.text("honorificSuffix", Some(&joined(&record.suffix, ", ")));
                person.texts("alternateName", record.aliases.iter().map(|line| line.0.as_str()));
            }
            person.text("url", list_of(config, taxonomy, id, lang).as_deref());
        });
        (id.to_owned(), made)
    };
    all.into_iter().map(of).collect()
}

fn site(view: &View, lang: Lang) -> String {
    let config = &view.config;
    let language = config.language(lang);
    let value = view.site_value(lang);
    let title = value.get_from_path("title").and_then(Value::as_str).unwrap_or(&language.title);
    node("WebSite", |site| {
        site.id(&[&config.base_url.absolute("/"), "#situs/", &language.code]);
        site.text("name", Some(title));
        site.text("url", Some(&config.base_url.absolute(&format!("{}/", config.lang_prefix(lang)))));
    })
}
