//! `warta list`: items by where they stand, those that are not public too. Their titles reach the terminal only.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::report::number;
use super::table::{Column, Yields, lines};
use super::{Global, Outcome, Reporter, SiteArguments, Surroundings, on_threads, prepare};
use crate::config::Config;
use crate::locale::date::{Format, When, Zone, format};
use crate::parse::Records;
use crate::parse::kinds::shared::Approval;
use crate::pipeline;
use crate::read;
use crate::site::terms::full_name;
use crate::site::visibility::{Reason, gates, note};
use crate::site::{Moment, Page, StatusNote};

/// `warta list`
#[derive(Clone, Debug, clap::Args)]
pub struct Arguments {
    /// Which items.
    #[arg(value_name = "WHAT", default_value = "all", value_parser = what(), hide_possible_values = true)]
    pub what: What,
    /// How far ahead `expiring` looks: days, or weeks.
    #[arg(long, value_name = "SPAN", default_value = "30d", value_parser = days)]
    pub within: u16,
    /// The shape of the list.
    #[arg(long = "as", value_name = "SHAPE", value_parser = shape())]
    pub shape: Option<Shape>,
    /// What makes the site.
    #[command(flatten)]
    pub site: SiteArguments,
}

/// Which items are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Every item.
    All,
    /// What readers can see.
    Public,
    /// What is being written.
    Drafts,
    /// What is being read by others.
    Review,
    /// What becomes public by itself.
    Scheduled,
    /// What is under embargo.
    Embargoed,
    /// What is over soon.
    Expiring,
    /// What is over.
    Expired,
    /// What was taken back.
    Withdrawn,
}

/// The words for each, in both languages; those of other generators stand last.
const WORDS: &[(What, &[&str])] = &[
    (What::All, &["all", "semua"]),
    (What::Public, &["public", "terbit", "published"]),
    (What::Drafts, &["drafts", "konsep", "draft"]),
    (What::Review, &["review", "tinjauan"]),
    (What::Scheduled, &["scheduled", "terjadwal", "future"]),
    (What::Embargoed, &["embargoed", "embargo"]),
    (What::Expiring, &["expiring", "akan-berakhir"]),
    (What::Expired, &["expired", "berakhir"]),
    (What::Withdrawn, &["withdrawn", "dicabut"]),
];

fn what() -> impl TypedValueParser<Value = What> {
    let words = WORDS.iter().flat_map(|(_, words)| words.iter().copied());
    PossibleValuesParser::new(words.collect::<Vec<_>>()).map(|word| {
        let known = WORDS.iter().find(|(_, words)| words.contains(&word.as_str()));
        known.map_or(What::All, |(what, _)| *what)
    })
}

/// The shape of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// For people.
    Table,
    /// A list of objects.
    Json,
    /// Lines of values (RFC 4180).
    Csv,
}

fn shape() -> impl TypedValueParser<Value = Shape> {
    PossibleValuesParser::new(["table", "json", "csv"]).map(|word| match word.as_str() {
        "json" => Shape::Json,
        "csv" => Shape::Csv,
        _ => Shape::Table,
    })
}

/// `30`, `30d`, `4w`, in Indonesian `30 hari`, `4 minggu`.
fn days(text: &str) -> Result<u16, String> {
    let text = text.trim();
    let (count, unit) = text.split_at(text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len()));
    let each = match unit.trim() {
        "" | "d" | "day" | "days" | "hari" => Some(1),
        "w" | "week" | "weeks" | "minggu" => Some(7),
        _ => None,
    };
    let days = count.parse::<u16>().ok().zip(each).and_then(|(count, each)| count.checked_mul(each));
    days.ok_or_else(|| "30d, 4w".to_owned())
}

/// Where an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Broken,
    Draft,
    Review,
    Scheduled,
    Embargoed,
    Public,
    Expired,
    Withdrawn,
}

impl State {
    fn of(page: &Page, reason: Option<Reason>, now: Timestamp) -> State {
        match reason {
            _ if page.document.broken => State::Broken,
            Some(Reason::Draft) => State::Draft,
            Some(Reason::Review) => State::Review,
            Some(Reason::Scheduled(_)) => State::Scheduled,
            Some(Reason::Embargoed(_)) => State::Embargoed,
            None => match note(&page.document, now) {
                Some(StatusNote::Withdrawn) => State::Withdrawn,
                Some(StatusNote::Expired) => State::Expired,
                _ => State::Public,
            },
        }
    }

    /// Its word in data, and the end of its message's id.
    fn word(self) -> &'static str {
        match self {
            State::Broken => "broken",
            State::Draft => "draft",
            State::Review => "review",
            State::Scheduled => "scheduled",
            State::Embargoed => "embargoed",
            State::Public => "public",
            State::Expired => "expired",
            State::Withdrawn => "withdrawn",
        }
    }
}

/// An item in a list.
struct Item<'a> {
    page: &'a Page,
    state: State,
    /// The last of the dates before which it is not public.
    from: Option<When>,
    /// From when on it is over.
    until: Option<&'a When>,
}

impl<'a> Item<'a> {
    fn new(page: &'a Page, (reason, zone): (Option<Reason>, &Zone), now: Timestamp) -> Item<'a> {
        let own = gates(&page.document).map(|(_, when)| when).max();
        // The embargo of another item may last longer.
        let others = match reason {
            Some(Reason::Embargoed(until)) if own.is_none_or(|own| own.instant() < until) => {
                Some(When::at(until, zone))
            }
            _ => None,
        };
        Item {
            page,
            state: State::of(page, reason, now),
            from: others.or_else(|| own.cloned()),
            until: page.document.front.dates.expires_at.as_ref(),
        }
    }

    fn approval(&self) -> Option<&'a Approval> {
        self.page.common().approval.as_deref()
    }

    fn is(&self, what: What, now: Timestamp, within: u16) -> bool {
        // What public items share: they are there to be read.
        let is_public = matches!(self.state, State::Public | State::Expired);
        match what {
            What::All => true,
            What::Public => is_public,
            What::Drafts => self.state == State::Draft,
            What::Review => self.state == State::Review,
            What::Scheduled => self.state == State::Scheduled,
            What::Embargoed => self.state == State::Embargoed,
            What::Expired => self.state == State::Expired,
            What::Withdrawn => self.state == State::Withdrawn,
            What::Expiring => {
                let last =
                    now.checked_add(SignedDuration::from_hours(i64::from(within) * 24)).unwrap_or(Timestamp::MAX);
                let until = self.until.map(When::instant);
                self.state != State::Withdrawn && until.is_some_and(|until| until > now && until <= last)
            }
        }
    }
}

/// Lists.
pub fn run(global: &Global, arguments: &Arguments, around: &Surroundings<'_>, reporter: &Reporter) -> Outcome {
    let (config, now, found) = match prepare(global, &arguments.site, around.clock) {
        Ok(prepared) => prepared,
        Err(found) => return reporter.findings(found),
    };
    // Findings in a form for programs would stand in the way of the result.
    let outcome = if found.is_empty() { Outcome::Done } else { reporter.findings(found) };
    let moment = Moment { now, drafts: true, future: true, everything: true };
    let site = on_threads(global.jobs, || {
        let (sources, _) = read::project(&global.root, &config);
        pipeline::related(&sources, &config, &moment).0
    });
    let embargoes = site.embargoes(now);
    let item = |page| Item::new(page, (embargoes.reason(&page.document, now), &config.zone), now);
    let mut items: Vec<Item<'_>> = site.pages.iter().map(|page| item(&**page)).collect();
    items.retain(|item| item.is(arguments.what, now, arguments.within));
    sort(&mut items, arguments.what);
    let view = View { config: &config, records: &site.records, reporter };
    match arguments.shape.unwrap_or(Shape::Table) {
        Shape::Table if items.is_empty() => reporter.line("list-none", &[]),
        Shape::Table => view.table(&items, arguments.what, around.width).iter().for_each(|line| reporter.plain(line)),
        Shape::Json => {
            reporter.plain(&pretty(&Value::from(items.iter().map(|item| view.object(item)).collect::<Vec<_>>())))
        }
        Shape::Csv => reporter.plain(&view.csv(&items)),
    }
    let broken = items.iter().filter(|item| item.state == State::Broken).count();
    if broken > 0 {
        reporter.aside("list-broken", &[("count", number(broken))]);
    }
    outcome
}

/// What comes next stands first where something is to come; otherwise the newest does.
fn sort(items: &mut [Item<'_>], what: What) {
    let file = |item: &Item<'_>| item.page.document.source.path.clone();
    match what {
        What::Scheduled | What::Embargoed => {
            items.sort_by_cached_key(|item| (item.from.as_ref().map(When::instant), file(item)));
        }
        What::Expiring => items.sort_by_cached_key(|item| (item.until.map(When::instant), file(item))),
        _ => items.sort_by_cached_key(|item| {
            let date = item.page.date().map(When::instant);
            (date.is_none(), std::cmp::Reverse(date), file(item))
        }),
    }
}

/// JSON for people and programs.
pub(super) fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}

/// What items are shown with.
struct View<'a> {
    config: &'a Config,
    records: &'a Records,
    reporter: &'a Reporter,
}

/// Names of the values of an item in data; columns of a table have titles of their own.
const KEYS: [&str; 11] = [
    "file",
    "kind",
    "title",
    "lang",
    "status",
    "date",
    "public_from",
    "expires_at",
    "address",
    "approved_by",
    "approved_at",
];

impl View<'_> {
    /// The values of an item in the order of [`KEYS`].
    fn values(&self, item: &Item<'_>) -> [Option<String>; KEYS.len()] {
        let page = item.page;
        [
            Some(page.document.source.path.clone()),
            Some(page.kind().word().to_owned()),
            page.common().title.as_deref().map(str::to_owned),
            Some(self.config.language(page.lang()).code.clone()),
            Some(item.state.word().to_owned()),
            page.date().map(When::iso),
            item.from.as_ref().map(When::iso),
            item.until.map(When::iso),
            Some(self.config.base_url.absolute(&page.path)),
            item.approval().and_then(|approval| approval.by.as_ref()).map(|id| id.0.clone()),
            self.approved_at(item).as_ref().map(When::iso),
        ]
    }

    fn object(&self, item: &Item<'_>) -> Value {
        let values = KEYS.into_iter().zip(self.values(item));
        Value::Object(values.map(|(key, value)| (key.to_owned(), json!(value))).collect())
    }

    fn csv(&self, items: &[Item<'_>]) -> String {
        let mut text = csv::Writer::from_writer(Vec::new());
        let rows = items.iter().map(|item| self.values(item).map(Option::unwrap_or_default));
        // Memory takes every line.
        drop(text.write_record(KEYS));
        rows.for_each(|row| drop(text.write_record(row)));
        let bytes = text.into_inner().unwrap_or_default();
        String::from_utf8_lossy(&bytes).trim_end().to_owned()
    }

    fn table(&self, items: &[Item<'_>], what: What, width: Option<usize>) -> Vec<String> {
        let column = |id: &str, yields| Column { title: self.reporter.say(id, &[]), yields, spare: None };
        let spare = |turn: u8, id: &str, yields| Column { spare: Some(turn), ..column(id, yields) };
        // What is asked for is shown in any case.
        let from = if matches!(what, What::Scheduled | What::Embargoed) { None } else { Some(3) };
        let until = if matches!(what, What::Expiring | What::Expired) { None } else { Some(4) };
        let columns = [
            column("list-file", Yields::Start),
            spare(1, "list-kind", Yields::Never),
            column("list-title", Yields::End),
            column("list-status", Yields::Never),
            spare(2, "list-date", Yields::Never),
            Column { spare: from, ..column("list-from", Yields::Never) },
            Column { spare: until, ..column("list-until", Yields::Never) },
            spare(0, "list-address", Yields::Start),
            spare(5, "list-approved", Yields::End),
        ];
        let rows: Vec<Vec<String>> = items.iter().map(|item| self.row(item)).collect();
        lines(&columns, &rows, width)
    }

    fn row(&self, item: &Item<'_>) -> Vec<String> {
        let page = item.page;
        let day = |when: Option<&When>| when.map(|when| self.day(when)).unwrap_or_default();
        // Where the date is all that decides, it need not stand twice.
        let from = item.from.as_ref().filter(|from| Some(*from) != page.date());
        let file = page.document.source.path.as_str();
        vec![
            file.strip_prefix("content/").unwrap_or(file).to_owned(),
            self.reporter.say(&format!("kind-{}", page.kind().word().replace('_', "-")), &[]),
            page.title().to_owned(),
            self.reporter.say(&format!("state-{}", item.state.word()), &[]),
            day(page.date()),
            day(from),
            day(item.until),
            page.path.clone(),
            self.approved(item),
        ]
    }

    /// When an item was approved.
    fn approved_at(&self, item: &Item<'_>) -> Option<When> {
        item.approval()?.at.as_ref()?.in_zone(&self.config.zone).ok()
    }

    /// Who approved an item, and when.
    fn approved(&self, item: &Item<'_>) -> String {
        let by = item.approval().and_then(|approval| approval.by.as_deref());
        let name = |id: &str| self.records.people.get(id).map_or_else(|| id.to_owned(), |person| full_name(person, id));
        let parts = [by.map(name), self.approved_at(item).map(|at| self.day(&at))];
        parts.into_iter().flatten().collect::<Vec<String>>().join(", ")
    }

    /// `3 Jun 2010`, `3 Jun 2010 14.30`: times are those of the site's zone, as everywhere.
    fn day(&self, when: &When) -> String {
        let words = self.reporter.words();
        let day = format(when, Format::Medium, words);
        match format(when, Format::Time, words) {
            time if time.is_empty() => day,
            time => format!("{day} {time}"),
        }
    }
}
