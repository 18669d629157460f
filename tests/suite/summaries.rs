//! Random sites, edited at random: a view that takes summaries over from the one before shows what a view made anew shows.

use std::collections::BTreeMap;
use std::fs;
use std::sync::Arc;

use proptest::prelude::*;
use warta::config::Config;
use warta::parse::{self, Document};
use warta::pipeline::{self, Request};
use warta::render::words::Words;
use warta::render::{self, Content, Engine, Inputs, Memory, Summaries, View};
use warta::site::Moment;
use warta::{plan, read, site as related};

use crate::site::{CONFIG, TestSite};

/// Something of which a summary is made, changed between two snapshots.
#[derive(Clone, Debug)]
enum Edit {
    /// An item, anew or again.
    Item(usize, String),
    /// An item goes.
    Gone(usize),
    /// A comment on an item.
    Comments(usize, usize),
    /// A picture beside items: its width.
    Picture(u8),
    /// No picture.
    NoPicture,
    /// The counter of an item.
    Views(usize, u8),
    /// The name of a venue.
    Venue(String),
    /// The name of a topic.
    Topic(String),
    /// The title of a section.
    Section(String),
    /// The pattern of a section's addresses.
    Pattern(bool),
    /// The clock.
    Day(u8),
    /// Whether drafts are shown.
    Drafts(bool),
    /// Whether the configuration shows counters.
    Shown(bool),
}

/// Days of the workshops and of the clock lie in one month, so that they pass each other.
fn item() -> impl Strategy<Value = String> {
    let field = prop_oneof![
        Just(""),
        Just("status: draft\n"),
        Just("tags: [air]\n"),
        Just("tags: [pasar, air]\n"),
        Just("topics: [jalan]\n"),
        Just("image: { src: g.gif, alt: x }\n"),
        Just("expires_at: 2026-01-15\n"),
        Just("event: w1\n"),
        Just("id: lain\n"),
    ];
    ("[A-Z][a-z]{1,3}", 1..29_u8, field, "[a-z]{1,5}").prop_map(|(title, day, field, text)| {
        format!(
            "---\ntitle: {title}\ndate: 2025-01-{day:02}\nstart: 2026-01-{day:02}\nvenue: {{ ref: aula }}\n{field}---\n\n{text}\n"
        )
    })
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        4 => (0..8_usize, item()).prop_map(|(number, text)| Edit::Item(number, text)),
        1 => (0..8_usize).prop_map(Edit::Gone),
        1 => (0..8_usize, 0..3_usize).prop_map(|(number, count)| Edit::Comments(number, count)),
        1 => (1..4_u8).prop_map(Edit::Picture),
        1 => Just(Edit::NoPicture),
        1 => (0..8_usize, 0..3_u8).prop_map(|(number, count)| Edit::Views(number, count)),
        1 => "[A-Z][a-z]{1,3}".prop_map(Edit::Venue),
        1 => "[A-Z][a-z]{1,3}".prop_map(Edit::Topic),
        1 => "[A-Z][a-z]{1,3}".prop_map(Edit::Section),
        1 => any::<bool>().prop_map(Edit::Pattern),
        2 => (1..29_u8).prop_map(Edit::Day),
        1 => any::<bool>().prop_map(Edit::Drafts),
        1 => any::<bool>().prop_map(Edit::Shown),
    ]
}

/// The file of an item without `.md`: half of the items are releases, half are workshops. The last one has the name that others
/// take for an id.
fn stem(number: usize) -> String {
    match number {
        7 => "content/acara/lain".to_owned(),
        number if number.is_multiple_of(2) => format!("content/berita/i{number}"),
        number => format!("content/acara/w{number}"),
    }
}

/// A site on its way: its files, and what is no file.
struct Project {
    site: TestSite,
    views: BTreeMap<usize, u8>,
    day: u8,
    drafts: bool,
    config: (String, Arc<Config>),
    documents: BTreeMap<String, (String, Arc<Document>)>,
    previous: Option<Arc<View>>,
}

fn configuration(root: &std::path::Path) -> Arc<Config> {
    pipeline::configure(&Request { root, base_url: None }).unwrap().0
}

fn written(views: bool) -> String {
    let config = CONFIG
        .replace("berita: { kind: press_release }", "berita: { kind: press_release }\n  acara: { kind: workshop }");
    let config =
        config.replace("taxonomies: { tags: {} }", "taxonomies: { tags: {}, topics: { terms: data/topics.yaml } }");
    format!("{config}views: {{ show: {views} }}\n")
}

impl Project {
    fn new() -> Project {
        let summary = "{{ items | json }}";
        let theme =
            format!("{{% set items = latest(limit=99) %}}{summary}{{% set items = upcoming(limit=99) %}}{summary}");
        let site = TestSite::new()
            .file("warta.yaml", written(true))
            .file("themes/t/templates/home.html", theme)
            .file("themes/t/templates/page.html", "{{ page | json }}")
            .file("themes/t/templates/list.html", "{{ pager | json }}")
            .file("data/topics.yaml", "jalan: { name: Jalan }\n")
            .file("data/venues.yaml", "aula: { name: Aula }\n");
        let config = (written(true), configuration(&site.path("")));
        let (views, documents) = (BTreeMap::new(), BTreeMap::new());
        Project { site, views, day: 1, drafts: false, config, documents, previous: None }
    }

    fn edit(mut self, edit: &Edit) -> Project {
        let file =
            |project: Project, path: &str, text: String| Project { site: project.site.file(path, text), ..project };
        match edit {
            Edit::Item(number, text) => {
                // A release has neither.
                let text = if number.is_multiple_of(2) {
                    text.lines()
                        .filter(|line| !line.starts_with("start") && !line.starts_with("venue"))
                        .fold(String::new(), |text, line| text + line + "\n")
                } else {
                    text.clone()
                };
                file(self, &format!("{}.md", stem(*number)), text)
            }
            Edit::Gone(number) => {
                drop(fs::remove_file(self.site.path(&format!("{}.md", stem(*number)))));
                drop(fs::remove_file(self.site.path(&format!("{}.komentar.yaml", stem(*number)))));
                self
            }
            Edit::Comments(number, count) => {
                let one = |number| {
                    format!(
                        "- {{ id: k{number}, author: {{ name: Ani }}, at: 2025-02-0{}, body: Ya, status: approved }}\n",
                        number + 1
                    )
                };
                file(self, &format!("{}.komentar.yaml", stem(*number)), (0..*count).map(one).collect())
            }
            Edit::Picture(width) => {
                let picture = [b"GIF89a".as_slice(), &[*width, 0, 1, 0, 0, 0, 0]].concat();
                for folder in ["berita", "acara"] {
                    self.site = self.site.file(&format!("content/{folder}/g.gif"), &picture);
                }
                self
            }
            Edit::NoPicture => {
                for folder in ["berita", "acara"] {
                    drop(fs::remove_file(self.site.path(&format!("content/{folder}/g.gif"))));
                }
                self
            }
            Edit::Views(number, count) => {
                self.views.insert(*number, *count);
                let entry = |(number, count): (&usize, &u8)| {
                    format!("{}: {count}\n", stem(*number).rsplit('/').next().unwrap())
                };
                let text = self.views.iter().map(entry).collect();
                file(self, "data/views.yaml", text)
            }
            Edit::Venue(name) => file(self, "data/venues.yaml", format!("aula: {{ name: {name} }}\n")),
            Edit::Topic(name) => file(self, "data/topics.yaml", format!("jalan: {{ name: {name} }}\n")),
            Edit::Section(title) => file(self, "content/berita/_index.md", format!("---\ntitle: {title}\n---\n")),
            Edit::Pattern(dated) => {
                let pattern = if *dated { "/{section}/{day}/{slug}/" } else { "/{section}/{slug}/" };
                file(self, "content/acara/_index.md", format!("---\npermalink: {pattern}\n---\n"))
            }
            Edit::Day(day) => Project { day: *day, ..self },
            Edit::Drafts(drafts) => Project { drafts: *drafts, ..self },
            Edit::Shown(shown) => file(self, "warta.yaml", written(*shown)),
        }
    }

    /// The next snapshot's view, from the one before and without it: both must render the same.
    fn next(&mut self) -> Result<(), TestCaseError> {
        let root = self.site.path("");
        let text = fs::read_to_string(root.join("warta.yaml")).unwrap();
        if self.config.0 != text {
            self.config = (text, configuration(&root));
            self.documents.clear();
        }
        let config = &self.config.1;
        let now = format!("2026-01-{:02}T00:00:00Z", self.day).parse().unwrap();
        let moment = Moment { now, drafts: self.drafts, future: false, everything: false };
        let (sources, _) = read::project(&root, config);
        let (mut parsed, _) = parse::all(&sources, config);
        // A file that is as it was gives the document that it gave.
        for document in &mut parsed.documents {
            let (path, text) = (document.source.path.clone(), document.source.text().to_string());
            match self.documents.get(&path) {
                Some((before, kept)) if *before == text => *document = Arc::clone(kept),
                _ => drop(self.documents.insert(path, (text, Arc::clone(document)))),
            }
        }
        let (site, _) = related::relate(parsed, &sources, config, &moment);
        let (plan, _) = plan::plan(&site, &sources, config, &moment);
        let (options, _) = render::check_options(&sources.layers, config);
        let (site, plan) = (Arc::new(site), Arc::new(plan));
        let view = |previous: Option<&View>| {
            let (words, _) = Words::load(&sources.layers, config);
            let (config, site, plan) = (Arc::clone(config), Arc::clone(&site), Arc::clone(&plan));
            let (data, moment, asked) = (sources.data.clone(), moment.clone(), render::Asked::of(&sources.layers));
            let summaries = Summaries::new(&config, &site, &moment, previous);
            Arc::new(View::new(Inputs { config, site, plan, data, words, moment, summaries, asked, options: &options }))
        };
        let rendered = |view: &Arc<View>| -> BTreeMap<String, String> {
            let engine = Engine::load(view, &sources.layers, Memory::default()).unwrap();
            let one = |output| match render::render(view, &engine, output) {
                Ok(rendered) => match rendered.content {
                    Content::Bytes(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
                    _ => String::new(),
                },
                Err(found) => panic!("{found:?}"),
            };
            view.plan.outputs.iter().map(|output| (output.path.to_string(), one(output))).collect()
        };
        let (anew, from_before) = (view(None), view(self.previous.as_deref()));
        let (anew, shown) = (rendered(&anew), (rendered(&from_before)));
        for (path, text) in &anew {
            prop_assert_eq!(Some(text), shown.get(path), "{}", path);
        }
        self.previous = Some(from_before);
        Ok(())
    }
}

#[test]
fn no_summary_is_stale() {
    let steps = proptest::collection::vec(proptest::collection::vec(edit(), 1..3), 1..8);
    let first = proptest::collection::vec(item(), 3..8);
    let config = ProptestConfig { cases: 150, max_shrink_iters: 300, ..ProptestConfig::default() };
    let mut runner = proptest::test_runner::TestRunner::new(config);
    let holds = |(first, steps): (Vec<String>, Vec<Vec<Edit>>)| {
        let mut project = Project::new();
        for (number, text) in first.iter().enumerate() {
            project = project.edit(&Edit::Item(number, text.clone()));
        }
        project.next()?;
        for edits in &steps {
            project = edits.iter().fold(project, Project::edit);
            project.next()?;
        }
        Ok(())
    };
    runner.run(&(first, steps), holds).unwrap();
}
