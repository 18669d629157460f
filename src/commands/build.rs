//! `warta build`: renders every output and writes those that differ. Publishes nothing when anything is wrong.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;

use super::progress::Progress;
use super::report::{number, seconds};
use super::{Global, Outcome, Reporter, SiteArguments, Surroundings, on_threads, prepare};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::locale::date::{Format, When, format};
use crate::pipeline::{self, Request, Snapshot};
use crate::plan::Recipe;
use crate::render::highlight::{Highlighter, Memory};
use crate::site::visibility::{self, Reason};
use crate::site::{Moment, WithheldItems};
use crate::write::{Cache, Options, Publication, Rank, Report};

/// `warta build`
#[derive(Clone, Debug, clap::Args)]
pub struct Arguments {
    /// The output folder, in the place of `output` in warta.yaml.
    #[arg(short, long, value_name = "DIR", short_alias = 'd', aliases = ["destination", "output-dir"])]
    pub output: Option<PathBuf>,
    /// Take over an output folder that holds other files; they are kept.
    #[arg(long)]
    pub force: bool,
    /// Wait until all of it is on the disk.
    #[arg(long)]
    pub sync: bool,
    /// Show drafts and items under review.
    #[arg(short = 'D', long, alias = "buildDrafts")]
    pub drafts: bool,
    /// Show scheduled items; never embargoed ones.
    #[arg(short = 'F', long, alias = "buildFuture")]
    pub future: bool,
    /// What makes the site.
    #[command(flatten)]
    pub site: SiteArguments,
}

/// Name of the highlighted code in the cache.
const HIGHLIGHTS: &str = "highlight";

/// Builds the site.
pub fn run(global: &Global, arguments: &Arguments, around: &Surroundings<'_>, reporter: &Reporter) -> Outcome {
    let (config, now, found) = match prepare(global, &arguments.site, around.clock) {
        Ok(prepared) => prepared,
        Err(found) => return reporter.findings(found),
    };
    let moment = Moment { now, drafts: arguments.drafts, future: arguments.future, everything: false };
    let work = Work { global, arguments, config: &config, moment: &moment, around, reporter };
    let built = on_threads(global.jobs, || work.build(found));
    match built {
        Built { report: Some(report), findings, withheld } => {
            let outcome = reporter.findings(findings);
            say_withheld(&withheld, &config, now, reporter);
            reporter.line(
                "built",
                &[
                    ("files", number(report.files)),
                    ("written", number(report.written)),
                    ("unchanged", number(report.unchanged)),
                    ("deleted", number(report.deleted)),
                    ("seconds", seconds((around.elapsed)(), reporter.tongue()).into()),
                ],
            );
            outcome
        }
        Built { report: None, findings, .. } => {
            let outcome = reporter.findings(findings);
            reporter.line("not-built", &[]);
            outcome
        }
    }
}

struct Built {
    /// None when nothing was published.
    report: Option<Report>,
    findings: Diagnostics,
    withheld: WithheldItems,
}

impl Built {
    fn nothing(findings: Diagnostics) -> Built {
        Built { report: None, findings, withheld: WithheldItems::default() }
    }
}

/// What a build is made of.
struct Work<'a> {
    global: &'a Global,
    arguments: &'a Arguments,
    config: &'a Arc<Config>,
    moment: &'a Moment,
    around: &'a Surroundings<'a>,
    reporter: &'a Reporter,
}

impl Work<'_> {
    fn build(&self, mut found: Diagnostics) -> Built {
        let root = &self.global.root;
        let output = self.arguments.output.clone().unwrap_or_else(|| root.join(&self.config.output));
        let cache = match Cache::open(root, &output) {
            Ok(cache) => cache,
            Err(error) => return Built::nothing(with(found, error)),
        };
        let memory = cache.load(HIGHLIGHTS).map(|bytes| Memory::from_bytes(&bytes)).unwrap_or_default();
        let request = Request { root, base_url: self.arguments.site.base_url.as_deref() };
        let (snapshot, problems) = pipeline::snapshot(&request, self.config, self.moment, Highlighter::new(memory));
        found.append(problems);
        let Some(snapshot) = snapshot else { return Built::nothing(found) };
        if self.stops(&found) {
            // Nothing will be published; what is wrong with texts and templates is told in the same run.
            let progress = self.progress(&snapshot);
            found.append(snapshot.render_all(|_, _| {
                progress.tick();
                Ok(())
            }));
            return Built::nothing(found);
        }
        let (report, problems) = self.publish(&snapshot, &output, &cache);
        found.append(problems);
        if report.is_some()
            && let Err(warning) = cache.save(&[(HIGHLIGHTS, snapshot.highlights())])
        {
            found.push(warning);
        }
        let withheld = snapshot.site().withheld.clone();
        // The process ends now; taking a large site apart piece by piece would only make the writer wait.
        std::mem::forget(snapshot);
        Built { report, findings: found, withheld }
    }

    /// Renders everything into the output folder, or leaves it as it is.
    fn publish(&self, snapshot: &Snapshot, output: &Path, cache: &Cache) -> (Option<Report>, Diagnostics) {
        let options = Options { force: self.arguments.force, sync: self.arguments.sync };
        let publication = match Publication::begin(&self.global.root, output, cache, options) {
            Ok(publication) => publication,
            Err(error) => return (None, error.into()),
        };
        let progress = self.progress(snapshot);
        let found = snapshot.render_all(|output, content| {
            progress.tick();
            publication.put(&output.path, rank(&output.recipe), &content)
        });
        // A full disk is one mistake, however many files wait for it.
        let found = found.first_of(Code::Unwritable);
        drop(progress);
        if self.stops(&found) {
            publication.abandon();
            return (None, found);
        }
        match publication.commit() {
            Ok(report) => (Some(report), found),
            Err(error) => (None, with(found, error)),
        }
    }

    /// Whether findings stand in the way of publishing.
    fn stops(&self, found: &Diagnostics) -> bool {
        found.has_errors() || (self.global.strict && found.count(Severity::Warning) > 0)
    }

    fn progress(&self, snapshot: &Snapshot) -> Progress<'_> {
        Progress::begin(self.around, snapshot.plan().outputs.len(), "progress-build", self.reporter)
    }
}

fn with(mut found: Diagnostics, error: Diagnostic) -> Diagnostics {
    found.push(error);
    found
}

/// When an output is put in place.
fn rank(recipe: &Recipe) -> Rank {
    match recipe {
        Recipe::Asset(_) | Recipe::File(_) => Rank::Asset,
        Recipe::Page(_) | Recipe::Redirect(_) | Recipe::NotFound(_) => Rank::Page,
        _ => Rank::List,
    }
}

/// Says what is not public yet, until when, and which flag shows it.
fn say_withheld(withheld: &WithheldItems, config: &Config, now: Timestamp, reporter: &Reporter) {
    if withheld.is_empty() {
        return;
    }
    reporter.line("withheld", &[("count", number(withheld.len()))]);
    let words = reporter.words();
    for item in withheld.iter() {
        let until = |instant: Timestamp| format(&When::at(instant, &config.zone), Format::FullTime, words);
        let (id, until) = match (item.reason, visibility::embargo(&item.document, now)) {
            (Reason::Draft | Reason::Review, Some(instant)) => ("withheld-draft-embargoed", until(instant)),
            (Reason::Draft, None) => ("withheld-draft", String::new()),
            (Reason::Review, None) => ("withheld-review", String::new()),
            (Reason::Scheduled(instant), _) => ("withheld-scheduled", until(instant)),
            (Reason::Embargoed(instant), _) => ("withheld-embargoed", until(instant)),
        };
        reporter.line(id, &[("file", format!("content/{}", item.file).into()), ("until", until.into())]);
    }
}
