//! The records of open data: what is said of items, of the groups that they belong to, and of the lists themselves.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::{Map, Value};

use super::schema::{Moment, Published, Url, described, object, published};

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
