//! `warta next`: what it foretells is what happens.
//!
//! Fails when one of the causes is left out, such as `expires_at`.

use std::collections::BTreeMap;
use std::fs;
use std::process::Output;
use std::sync::Mutex;

use jiff::civil::{DateTime, date};
use jiff::{SignedDuration, Timestamp, ToSpan};
use proptest::prelude::*;
use warta::locale::date::When;
use warta::pipeline::{self, Kept, Request};
use warta::read;
use warta::render::{self, Content};
use warta::site::Moment;
use warta::site::changes::{self, Cause, Change};

use crate::site::{CONFIG, TestSite, warta};

/// Shows everything that the clock decides about an item.
const PAGE: &str = "{% extends \"base.html\" %}{% block main %}{{ page.title }} {{ page.status_note }} {{ page.comments.mode }} \
     {% if page.event %}{{ page.event.state }} {{ page.event.over }}{% if page.event.registration %} {{ page.event.registration.state }}{% endif %}\
     {% if page.workshop.online %} {{ page.workshop.online.url }}{% endif %}{% endif %}\
     {% if page.programme %}{{ page.programme.status }}{% endif %}\
     {% for item in announcements() %}{{ item.id }}{% endfor %}{% endblock main %}";

fn next(site: &TestSite, tongue: &str, words: &[&str]) -> Output {
    warta().args(["next", "--lang", tongue, "-r"]).arg(site.path(".")).args(words).output().unwrap()
}

fn said(site: &TestSite, tongue: &str, words: &[&str]) -> String {
    let ran = next(site, tongue, words);
    assert_eq!(ran.status.code(), Some(0), "{}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8(ran.stdout).unwrap()
}

fn site() -> TestSite {
    let config = format!("{CONFIG}comments: {{ endpoint: /kirim, close_after_days: 30 }}\n");
    TestSite::new()
        .file("warta.yaml", config)
        .release("nanti", "title: Nanti\ndate: 2026-02-01", "")
        .release("rahasia", "title: Rahasia\ndate: 2026-01-02\npublish_at: 2026-01-20 09:00\nembargo_until: 2026-01-10 09:00", "")
        .release("lewat", "title: Lewat\nexpires_at: 2026-01-15 12:00\ncomments: { mode: closed }", "")
        .release("konsep", "status: draft\nexpires_at: 2026-01-04", "")
        .file(
            "content/acara/rapat.md",
            "---\nkind: workshop\ntitle: Rapat\nstart: 2026-01-12 09:00\nend: 2026-01-13\nvenue: { name: Aula }\ncomments: { mode: hidden }\n---\n",
        )
}

#[test]
fn the_next_instant_comes_with_its_reasons() {
    let site = site();
    assert_eq!(
        said(&site, "en", &["--now", "2026-01-01", "--all"]),
        "Monday, 12 January 2026, 00:00 WIB\n  the day of the event begins: “Rapat” (content/acara/rapat.md)\n\
         Wednesday, 14 January 2026, 00:00 WIB\n  the event is past: “Rapat” (content/acara/rapat.md)\n\
         Thursday, 15 January 2026, 12:00 WIB\n  over: “Lewat” (content/berita/lewat.md)\n\
         Tuesday, 20 January 2026, 09:00 WIB\n  published: “Rahasia” (content/berita/rahasia.md)\n\
         Sunday, 1 February 2026, 00:00 WIB\n  published: “Nanti” (content/berita/nanti.md)\n  comments close: “Rahasia” (content/berita/rahasia.md)\n\
         Tuesday, 3 February 2026, 00:00 WIB\n  no longer news, leaves the news sitemap: “Nanti” (content/berita/nanti.md)\n\
         Tuesday, 3 March 2026, 00:00 WIB\n  comments close: “Nanti” (content/berita/nanti.md)\n"
    );
    assert_eq!(
        said(&site, "id", &["--now", "2026-01-20T08:59:59+07:00"]),
        "Selasa, 20 Januari 2026, 09.00 WIB\n  terbit: “Rahasia” (content/berita/rahasia.md)\n"
    );
    // What is at an instant is not ahead of it.
    assert!(said(&site, "en", &["--now", "2026-01-20T09:00:00+07:00"]).starts_with("Sunday, 1 February 2026"));
}

#[test]
fn the_last_gate_is_the_one_that_counts() {
    let gates = "title: R\ndate: 2026-01-02\nembargo_until: 2026-01-10 09:00";
    let site = TestSite::new().release("r", gates, "");
    assert!(said(&site, "en", &["--now", "2026-01-01"]).contains("2026, 09:00 WIB\n  embargo lifted: “R”"));
    // Two gates at one instant are one reason.
    let both = format!("{gates}\npublish_at: 2026-01-10 09:00");
    let told = said(&site.release("r", &both, ""), "en", &["--now", "2026-01-01"]);
    assert_eq!(told.lines().count(), 2, "{told}");
    assert!(told.contains("embargo lifted"), "{told}");
}

#[test]
fn programs_are_told_in_their_own_way() {
    let site = site();
    let told = said(&site, "id", &["--now", "2026-01-31", "--as", "json"]);
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    let expected = serde_json::json!([{
        "at": "2026-02-01T00:00:00+07:00",
        "reasons": [
            { "cause": "published", "file": "content/berita/nanti.md", "title": "Nanti" },
            { "cause": "comments_closed", "file": "content/berita/rahasia.md", "title": "Rahasia" },
        ],
    }]);
    assert_eq!(told, expected);
    let none = said(&site, "id", &["--now", "2027-01-01", "--as", "json"]);
    assert_eq!(serde_json::from_str::<serde_json::Value>(&none).unwrap(), serde_json::json!([]));
}

#[test]
fn the_exit_code_says_whether_anything_comes() {
    let site = site();
    let code = |words: &[&str]| {
        let ran = next(&site, "en", &[&["--now", "2026-01-31T23:30:00+07:00"][..], words].concat());
        (ran.status.code(), String::from_utf8(ran.stdout).unwrap())
    };
    assert_eq!(code(&["--within", "30m", "--exit-code"]).0, Some(0));
    assert_eq!(code(&["--within", "29m", "--exit-code"]).0, Some(3));
    assert_eq!(code(&["--within", "29m"]), (Some(0), "Nothing changes by itself within that time.\n".to_owned()));
    assert_eq!(code(&["--within", "29m", "--exit-code", "--as", "json"]), (Some(3), "[]\n".to_owned()));
    assert_eq!(code(&["--within", "sebulan"]).0, Some(2));
    assert_eq!(
        code(&["--now", "2030-01-01", "--exit-code"]),
        (Some(3), "Nothing changes by itself any more.\n".to_owned())
    );
    assert_eq!(code(&["--now", "kemarin", "--exit-code"]).0, Some(1));
}

#[test]
fn a_theme_that_shows_the_date_changes_every_day() {
    let site = TestSite::new().release("a", "", "");
    assert_eq!(said(&site, "en", &["--now", "2026-01-01"]), "Nothing changes by itself any more.\n");
    let site = site.file("templates/404.html", "{{ now_date }}");
    assert_eq!(
        said(&site, "en", &["--now", "2026-01-01T10:00:00+07:00", "--all"]),
        "Friday, 2 January 2026, 00:00 WIB\n  a new day begins: templates of the theme ask for the date\n"
    );
}

#[test]
fn a_broken_item_is_told() {
    let site = TestSite::new().release("a", "date: 2026-02-01\nslug: [a]", "");
    let ran = next(&site, "en", &["--now", "2026-01-01"]);
    let told = String::from_utf8(ran.stderr).unwrap();
    assert!(told.contains("1 of these items has mistakes"), "{told}");
}

#[test]
fn comments_close_and_are_never_open_below_what_was_taken_back() {
    let config = format!("{CONFIG}comments: {{ endpoint: /kirim }}\n");
    let site = TestSite::new()
        .file("warta.yaml", config)
        .file("templates/page.html", PAGE)
        .release("a", "comments: { closes_at: 2026-01-05 10:00 }", "")
        .release(
            "b",
            "comments: { closes_at: 2026-01-05 10:00 }\nstatus: withdrawn\nwithdrawn: { reason: keliru }",
            "",
        );
    let site = site.now("2026-01-05T09:59:00+07:00").build();
    let site = site.expect_text("berita/a/index.html", " open ").expect_text("berita/b/index.html", " closed ");
    assert_eq!(said(&site, "en", &["--now", "2026-01-05"]).lines().count(), 2);
    site.now("2026-01-05T10:00:00+07:00").build().expect_text("berita/a/index.html", " closed ");
}

// ---------------------------------------------------------------------------------------------------------- random sites

/// The instant from which random sites are looked at; summer time begins and ends somewhere around it.
fn middle() -> DateTime {
    date(2026, 3, 30).at(12, 0, 0, 0)
}

/// Minutes from the middle, and whether the time of day is written.
type Point = (i64, bool);

#[derive(Clone, Debug)]
struct Item {
    date: Point,
    has_date: bool,
    publish_at: Option<i64>,
    embargo_until: Option<i64>,
    /// Minutes after the date.
    expires_at: Option<(i64, bool)>,
    status: &'static str,
    comments: &'static str,
    closes_at: Option<Point>,
    kind: Kind,
}

#[derive(Clone, Debug)]
enum Kind {
    Release,
    Page,
    Event {
        start: Point,
        lasts: Option<(i64, bool)>,
        zone: &'static str,
        status: &'static str,
        /// Minutes before the start at which registration opens and closes, where one may register.
        registration: Option<(Option<i64>, Option<Point>)>,
        online: bool,
    },
    Announcement {
        starts: Point,
        lasts: i64,
    },
    Programme {
        start: Option<Point>,
        lasts: Option<i64>,
    },
}

#[derive(Clone, Debug)]
struct Random {
    items: Vec<Item>,
    zone: &'static str,
    theme: Theme,
    close_after_days: Option<u64>,
    endpoint: bool,
    now: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Theme {
    /// The tests' own.
    Plain,
    /// The tests' own, with the date on every page.
    Dated,
    /// The default one.
    Balai,
}

const DAY: i64 = 24 * 60;

fn point() -> impl Strategy<Value = Point> {
    (-20 * DAY..20 * DAY, any::<bool>())
}

fn item() -> impl Strategy<Value = Item> {
    let ahead = || prop::option::weighted(0.3, -20 * DAY..20 * DAY);
    let event = (
        point(),
        prop::option::of((0..3 * DAY, any::<bool>())),
        prop::sample::select(vec!["", "WIB", "WIT", "America/Santiago"]),
        prop::sample::select(vec!["", "", "", "cancelled", "postponed", "completed", "rescheduled"]),
        prop::option::of((prop::option::of(10 * DAY..20 * DAY), prop::option::of((2 * DAY..8 * DAY, any::<bool>())))),
        any::<bool>(),
    )
        .prop_map(|(start, lasts, zone, status, registration, online)| Kind::Event {
            start,
            lasts,
            zone,
            status,
            registration,
            online,
        });
    let announcement = (point(), 1..30 * DAY).prop_map(|(starts, lasts)| Kind::Announcement { starts, lasts });
    let programme = (prop::option::of(point()), prop::option::of(0..20 * DAY))
        .prop_map(|(start, lasts)| Kind::Programme { start, lasts });
    let kind = prop_oneof![
        2 => Just(Kind::Release),
        1 => Just(Kind::Page),
        3 => event,
        2 => announcement,
        1 => programme
    ];
    let dates = (point(), any::<bool>(), ahead(), ahead(), prop::option::weighted(0.3, (0..30 * DAY, any::<bool>())));
    let status = prop::sample::select(vec!["ready", "ready", "ready", "ready", "draft", "withdrawn"]);
    let comments = prop::sample::select(vec!["", "", "open", "closed", "hidden"]);
    (kind, dates, status, comments, prop::option::weighted(0.3, point())).prop_map(
        |(kind, (date, has_date, publish_at, embargo_until, expires_at), status, comments, closes_at)| Item {
            date,
            has_date,
            publish_at,
            embargo_until,
            expires_at,
            status,
            comments,
            closes_at,
            kind,
        },
    )
}

fn random() -> impl Strategy<Value = Random> {
    let zone = prop::sample::select(vec!["WIB", "WITA", "WIT", "Europe/London", "America/Santiago"]);
    let theme = prop::sample::select(vec![Theme::Plain, Theme::Plain, Theme::Plain, Theme::Dated, Theme::Balai]);
    // Few items: of more than four events the home page of the default theme shows only the first.
    let items = prop::collection::vec(item(), 1..4);
    (items, zone, theme, prop::option::of(1..15_u64), any::<bool>(), -15 * DAY..15 * DAY).prop_map(
        |(items, zone, theme, close_after_days, endpoint, now)| Random {
            items,
            zone,
            theme,
            close_after_days,
            endpoint,
            now,
        },
    )
}

/// As a writer types it.
fn written((minutes, timed): Point) -> String {
    let at = middle().checked_add(minutes.minutes()).unwrap();
    if timed { at.strftime("%Y-%m-%d %H:%M").to_string() } else { at.date().to_string() }
}

impl Item {
    fn text(&self, index: usize, site: &Random) -> String {
        let mut lines = vec![format!("title: Naskah {index}"), format!("status: {}", self.status)];
        let mut line = |key: &str, value: String| lines.push(format!("{key}: {value}"));
        let may_lack_date = !matches!(self.kind, Kind::Release);
        if self.has_date || !may_lack_date {
            // An announcement begins on its date or after it.
            let minutes = match &self.kind {
                Kind::Announcement { starts, .. } => self.date.0.min(starts.0),
                _ => self.date.0,
            };
            line("date", written((minutes, self.date.1)));
        }
        for (key, at) in [("publish_at", self.publish_at), ("embargo_until", self.embargo_until)] {
            at.into_iter().for_each(|at| line(key, written((at, true))));
        }
        if let Kind::Announcement { starts, lasts } = &self.kind {
            line("expires_at", written((starts.0 + lasts, true)));
        } else if let Some((after, timed)) = self.expires_at {
            // Not before the date, whichever it is.
            let from = if let Kind::Event { start, .. } = self.kind { start.0.max(self.date.0) } else { self.date.0 };
            line("expires_at", written((from + after, timed)));
        }
        if self.status == "withdrawn" {
            line("withdrawn", "{ reason: keliru }".to_owned());
        }
        let closes_at = self.closes_at.map(|at| format!("closes_at: {}", written(at)));
        // Without an address for comments the default theme shows nothing of them.
        let mode = Some(self.comments).filter(|mode| !mode.is_empty() && (*mode != "open" || site.endpoint));
        let settings: Vec<String> = mode.map(|mode| format!("mode: {mode}")).into_iter().chain(closes_at).collect();
        if !settings.is_empty() {
            line("comments", format!("{{ {} }}", settings.join(", ")));
        }
        match &self.kind {
            Kind::Release => line("kind", "press_release".to_owned()),
            Kind::Page => line("kind", "page".to_owned()),
            Kind::Announcement { starts, .. } => {
                line("kind", "announcement".to_owned());
                line("level", "info".to_owned());
                line("starts_at", written((starts.0, true)));
            }
            Kind::Programme { start, lasts } => {
                line("kind", "programme".to_owned());
                line("owner", "dinas".to_owned());
                let from = start.map_or(0, |start| start.0);
                let start = start.map(|start| format!("start: {}", written(start)));
                let end = lasts.map(|lasts| format!("end: {}", written((from + lasts, false))));
                let period: Vec<String> = start.into_iter().chain(end).collect();
                if !period.is_empty() {
                    line("period", format!("{{ {} }}", period.join(", ")));
                }
            }
            Kind::Event { start, lasts, zone, status, registration, online } => {
                line("kind", "workshop".to_owned());
                line("venue", "{ name: Aula }".to_owned());
                line("start", written(*start));
                lasts.iter().for_each(|(lasts, timed)| line("end", written((start.0 + lasts, *timed))));
                if let Some((opens, closes)) = registration {
                    let opens = opens.map(|before| format!("opens_at: {}", written((start.0 - before, true))));
                    let closes =
                        closes.map(|(before, timed)| format!("closes_at: {}", written((start.0 - before, timed))));
                    let dates: Vec<String> = opens.into_iter().chain(closes).collect();
                    line("registration", format!("{{ {} }}", dates.join(", ")));
                }
                if *online {
                    line("mode", "hybrid".to_owned());
                    line("online", "{ url: \"https://rapat.example/\" }".to_owned());
                }
                if !zone.is_empty() {
                    line("timezone", (*zone).to_owned());
                }
                // The page of what was taken back and called off shows no clock in the default theme.
                // What is said to be over has begun, whenever it is looked at.
                let has_begun = start.0 + DAY < site.now;
                if !status.is_empty() && self.status != "withdrawn" && (*status != "completed" || has_begun) {
                    line("event_status", (*status).to_owned());
                    line("previous_start", "2025-01-01".to_owned());
                }
            }
        }
        format!("---\n{}\n---\nIsi.\n", lines.join("\n"))
    }
}

impl Random {
    fn make(&self) -> TestSite {
        let theme = if self.theme == Theme::Balai { "balai" } else { "t" };
        let close = self.close_after_days.map(|days| format!("close_after_days: {days}, ")).unwrap_or_default();
        let endpoint = if self.endpoint { "endpoint: /kirim" } else { "" };
        let config = CONFIG.replace("WIB", self.zone).replace("theme: t", &format!("theme: {theme}"));
        let sections = "sections:\n  berita: { kind: press_release }\n  acara: { kind: workshop }\n";
        let config = config.replace("sections:\n  berita: { kind: press_release }\n", sections);
        let mut site = TestSite::new().file("warta.yaml", format!("{config}comments: {{ {close}{endpoint} }}\n"));
        if self.theme != Theme::Balai {
            let dated = if self.theme == Theme::Dated { "{{ now_date }}" } else { "" };
            site = site.file(
                "templates/page.html",
                format!("{PAGE}{dated}").replace("{% endblock main %}", &format!("{dated}{{% endblock main %}}")),
            );
            site = site.file("templates/home.html", format!("{{% for item in latest() %}}{{{{ item.id }}}}{{% endfor %}}{{% for item in upcoming() %}}{{{{ item.id }}}}{{% endfor %}}{dated}"));
        }
        for (index, item) in self.items.iter().enumerate() {
            let folder = if matches!(item.kind, Kind::Event { .. }) { "acara" } else { "berita" };
            site = site.file(&format!("content/{folder}/i{index}.md"), item.text(index, self));
        }
        site
    }
}

/// A site that is asked at many instants.
struct Clockwork {
    site: TestSite,
    config: std::sync::Arc<warta::config::Config>,
}

type Tree = BTreeMap<String, Vec<u8>>;

impl Clockwork {
    fn new(site: TestSite) -> Clockwork {
        let root = site.path("");
        let (config, _) = pipeline::configure(&Request { root: &root, base_url: None }).unwrap();
        Clockwork { site, config }
    }

    fn moment(now: Timestamp) -> Moment {
        Moment { now, drafts: false, future: false, everything: false }
    }

    /// The output tree; none where the site has a mistake then.
    fn tree(&self, now: Timestamp) -> Option<Tree> {
        let root = self.site.path("");
        let request = Request { root: &root, base_url: None };
        let (snapshot, found) = pipeline::snapshot(&request, &self.config, &Self::moment(now), &mut Kept::default());
        let files = Mutex::new(Tree::new());
        let rendered = snapshot?.render_all(|output, content| {
            let bytes = match content {
                Content::Bytes(bytes) => bytes,
                Content::Shared(bytes) => bytes.to_vec(),
                Content::File(file) | Content::Picture(file, _) => fs::read(&file.absolute).unwrap(),
            };
            files.lock().unwrap().insert(output.path.to_string(), bytes);
            Ok(())
        });
        (!found.has_errors() && !rendered.has_errors()).then(|| files.into_inner().unwrap())
    }

    fn coming(&self, now: Timestamp) -> Vec<Change> {
        let (sources, _) = read::project(&self.site.path(""), &self.config);
        let moment = Self::moment(now);
        let (site, ..) = pipeline::related(&sources, &self.config, &moment);
        changes::coming(&site, &self.config, &moment, render::ask_for_date(&sources.layers))
    }

    /// The first instant, counted in minutes, at which the output is another one.
    fn first_difference(&self, now: Timestamp, horizon: i64) -> Option<Timestamp> {
        let at = |minutes: i64| now + SignedDuration::from_mins(minutes);
        let first = self.tree(now).unwrap();
        let differs = |minutes: i64| self.tree(at(minutes)).unwrap() != first;
        if !differs(horizon) {
            return None;
        }
        let (mut same, mut other) = (0, horizon);
        while other - same > 1 {
            let half = same + (other - same) / 2;
            if differs(half) { other = half } else { same = half }
        }
        Some(at(other))
    }
}

/// Past everything that a random site holds.
const HORIZON: i64 = 80 * DAY;

fn foretells(random: &Random) -> Result<(), TestCaseError> {
    let clockwork = Clockwork::new(random.make());
    let now = When::parse(&written((random.now, true)), &clockwork.config.zone);
    // A time of day that the clocks skip.
    prop_assume!(now.is_ok());
    let now = now.unwrap().instant();
    let late = now + SignedDuration::from_mins(HORIZON);
    prop_assume!(clockwork.tree(late).is_some() && clockwork.tree(now).is_some());
    let changes = clockwork.coming(now);
    // Without its documents a change can be read.
    let plain = |changes: &[Change]| -> Vec<(Timestamp, Cause, Option<String>)> {
        let file = |change: &Change| change.document.as_ref().map(|document| document.source.path.clone());
        changes.iter().map(|change| (change.at, change.cause, file(change))).collect()
    };
    prop_assert!(changes.iter().all(|change| change.at > now && change.at <= late), "{:?}", plain(&changes));
    let foretold = changes.first().map(|change| change.at);
    prop_assert_eq!(foretold, clockwork.first_difference(now, HORIZON), "{:?}", plain(&changes));
    // Waiting changes nothing of what is still to come; only days never end.
    let lasting = |changes: &[Change]| {
        let mut plain = plain(changes);
        plain.retain(|(_, cause, _)| *cause != Cause::NewDay);
        plain
    };
    for change in &changes {
        let later: Vec<Change> = changes.iter().filter(|later| later.at > change.at).cloned().collect();
        prop_assert_eq!(lasting(&clockwork.coming(change.at)), lasting(&later));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, max_shrink_iters: 40, ..ProptestConfig::default() })]
    #[test]
    fn the_next_instant_is_the_first_that_differs(random in random()) {
        foretells(&random)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, max_shrink_iters: 100, ..ProptestConfig::default() })]
    #[test]
    #[ignore = "takes minutes; `tests/run --long`"]
    fn the_next_instant_is_the_first_that_differs_on_many_sites(random in random()) {
        foretells(&random)?;
    }
}
