//! `warta build`: renders every output and writes those that differ. Publishes nothing when anything is wrong.

mod done;
mod rfc3339;
mod told;
mod waiting;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use done::Done;
use jiff::Timestamp;
use told::Told;
use waiting::{Waiting, waiting};

use super::progress::Progress;
use super::report::{number, seconds};
use super::watching::Watching;
use super::{Global, Outcome, Reporter, SiteArguments, Surroundings, on_threads, prepare, watching};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::pipeline::{self, Kept, Request, Snapshot};
use crate::plan::Recipe;
use crate::read;
use crate::render::Memory;
use crate::serve::live::Live;
use crate::site::{Moment, changes};
use crate::write::{self, Cache, FACTS, HIGHLIGHTS, Options, Publication, Rank, Report};

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
    /// Leave the output folder itself where it is and change its files one by one, for folders that a container has mounted.
    #[arg(long)]
    pub in_place: bool,
    /// Show drafts and items under review.
    #[arg(short = 'D', long, alias = "buildDrafts")]
    pub drafts: bool,
    /// Show scheduled items; never embargoed ones.
    #[arg(short = 'F', long, alias = "buildFuture")]
    pub future: bool,
    /// Build again whenever a file changes.
    #[arg(short, long)]
    pub watch: bool,
    /// With `--watch`: look at all files so often instead of waiting for the system's word.
    #[arg(long, value_name = "MS", value_parser = watching::poll(), requires = "watch")]
    pub poll: Option<u64>,
    /// What makes the site.
    #[command(flatten)]
    pub site: SiteArguments,
}

/// Builds the site.
pub fn run(global: &Global, arguments: &Arguments, around: &Surroundings<'_>, reporter: &Reporter) -> Outcome {
    let work = Work { global, arguments, around, reporter };
    let prepared = prepare(global, &arguments.site, around.clock);
    if arguments.watch && !prepared.as_ref().is_err_and(watching::is_hopeless) {
        return on_threads(global.jobs, || work.watch());
    }
    let (config, now, found) = match prepared {
        Ok(prepared) => prepared,
        Err(found) => return reporter.findings(found),
    };
    let moment = work.moment(now);
    let built = on_threads(global.jobs, || work.build_once(&config, &moment, found));
    work.say(built, &config, Duration::ZERO)
}

struct Built {
    /// None when nothing was published.
    report: Option<Report>,
    findings: Diagnostics,
    waiting: Vec<Waiting>,
}

impl Built {
    fn nothing(findings: Diagnostics) -> Built {
        Built { report: None, findings, waiting: Vec::new() }
    }
}

/// What a build is made of.
struct Work<'a> {
    global: &'a Global,
    arguments: &'a Arguments,
    around: &'a Surroundings<'a>,
    reporter: &'a Reporter,
}

impl Work<'_> {
    fn build_once(&self, config: &Arc<Config>, moment: &Moment, mut found: Diagnostics) -> Built {
        let output = self.output(config);
        let cache = match Cache::open(&self.global.root, &output) {
            Ok(cache) => cache,
            Err(error) => return Built::nothing(with(found, error)),
        };
        let fingerprint = self.fingerprint();
        match self.still(fingerprint.as_deref(), (&output, &cache), moment.now) {
            Ok(Some(built)) => return built,
            Ok(_) => {}
            Err(error) => return Built::nothing(with(found, error)),
        }
        let mut kept = Kept::memory(Memory::read(&write::written(&self.global.root)));
        let (snapshot, problems) = pipeline::snapshot(&self.request(), config, moment, &mut kept);
        found.append(problems);
        let Some(snapshot) = snapshot else { return Built::nothing(found) };
        let built = self.build(&snapshot, found, (&output, &cache), fingerprint);
        // The process ends now; taking a large site apart piece by piece would only make the writer wait.
        std::mem::forget(snapshot);
        built
    }

    /// Builds again whenever something changes, until it is asked to end.
    fn watch(&self) -> Outcome {
        let root = &self.global.root;
        let (mut watching, _reporters) = Watching::begin(root, self.arguments.poll, self.around, self.reporter);
        let mut live = Live::read(self.request(), Memory::read(&write::written(root)));
        watching.follow(&mut live, |live, begun| self.build_again(live, begun))
    }

    /// Builds what is there now, and says when it changes by itself.
    fn build_again(&self, live: &mut Live<'_>, begun: Duration) -> Option<Timestamp> {
        let site = &self.arguments.site;
        let (snapshot, found) = live.snapshot(|config| self.moment(watching::now(site, config, self.around.clocks())));
        let Some(snapshot) = snapshot else {
            self.say_nothing_built(found);
            return None;
        };
        let output = self.output(snapshot.config());
        let built = match Cache::open(&self.global.root, &output) {
            Ok(cache) => self.build(&snapshot, found, (&output, &cache), None),
            Err(error) => Built::nothing(with(found, error)),
        };
        live.tidy();
        self.say(built, snapshot.config(), begun);
        let next = site.now.is_none().then(|| live.next_change(&snapshot)).flatten();
        rayon::spawn(move || drop(snapshot));
        next
    }

    fn say_nothing_built(&self, found: Diagnostics) -> Outcome {
        let outcome = self.reporter.findings(found);
        self.reporter.line("not-built", &[]);
        outcome
    }

    /// Says how a build that began at a time ended.
    fn say(&self, built: Built, config: &Config, begun: Duration) -> Outcome {
        let Some(report) = built.report else { return self.say_nothing_built(built.findings) };
        let outcome = self.reporter.findings(built.findings);
        waiting::say(&built.waiting, config, self.reporter);
        let took = (self.around.elapsed)().saturating_sub(begun);
        self.reporter.line(
            "built",
            &[
                ("files", number(report.files)),
                ("written", number(report.written)),
                ("unchanged", number(report.unchanged)),
                ("deleted", number(report.deleted)),
                ("seconds", seconds(took, self.reporter.tongue()).into()),
            ],
        );
        outcome
    }

    fn moment(&self, now: Timestamp) -> Moment {
        Moment { now, drafts: self.arguments.drafts, future: self.arguments.future, everything: false }
    }

    fn request(&self) -> Request<'_> {
        Request { root: &self.global.root, base_url: self.arguments.site.base_url.as_deref() }
    }

    fn output(&self, config: &Config) -> PathBuf {
        self.arguments.output.clone().unwrap_or_else(|| self.global.root.join(&config.output))
    }

    /// What the site is made of; none when that cannot be told, or was not asked for: whoever waits for the disk wants it done.
    fn fingerprint(&self) -> Option<String> {
        let Arguments { drafts, future, sync, site, .. } = self.arguments;
        if *sync {
            return None;
        }
        let asked = format!("{drafts} {future} {:?}", site.base_url);
        // The machine's clock, whatever `--now` says: it is held against the times of files.
        let fingerprint = read::fingerprint(&self.global.root, &asked, self.around.clock)?;
        Some(format!("{fingerprint:032x}"))
    }

    /// The build before, if there is nothing to do.
    fn still(
        &self,
        fingerprint: Option<&str>,
        (output, cache): (&Path, &Cache),
        now: Timestamp,
    ) -> Result<Option<Built>, Diagnostic> {
        let Some(fingerprint) = fingerprint else { return Ok(None) };
        let Some((done, files)) = Done::still((&self.global.root, output), cache, fingerprint, now)? else {
            return Ok(None);
        };
        let Some(findings) = told::again(done.findings, &self.global.root).filter(|found| !self.stops(found)) else {
            return Ok(None);
        };
        let report = Report { files, unchanged: files, ..Report::default() };
        Ok(Some(Built { report: Some(report), findings, waiting: done.waiting }))
    }

    /// What is remembered of a build that published.
    fn done(
        &self,
        built: &Built,
        snapshot: &Snapshot,
        output: &Path,
        fingerprint: String,
    ) -> Option<(String, Vec<u8>)> {
        let coming = changes::coming(snapshot.site(), snapshot.config(), snapshot.moment(), snapshot.shows_date());
        let done = Done {
            fingerprint,
            from: snapshot.moment().now,
            until: coming.first().map(|change| change.at),
            findings: built.findings.iter().map(Told::of).collect(),
            waiting: built.waiting.clone(),
            lists: done::lists(output)?,
        };
        Some((done::name(output), done.to_bytes()))
    }

    fn build(
        &self,
        snapshot: &Snapshot,
        mut found: Diagnostics,
        (output, cache): (&Path, &Cache),
        fingerprint: Option<String>,
    ) -> Built {
        if self.stops(&found) {
            // Nothing will be published; what is wrong with texts and templates is told in the same run.
            let progress = self.progress(snapshot);
            found.append(snapshot.render_all(|_, _| {
                progress.tick();
                Ok(())
            }));
            return Built::nothing(found);
        }
        let (report, problems) = self.publish(snapshot, output, cache);
        found.append(problems);
        let waiting = waiting(&snapshot.site().withheld, snapshot.moment().now);
        let mut built = Built { report, findings: found, waiting };
        if built.report.is_some() {
            let done = fingerprint.and_then(|own| self.done(&built, snapshot, output, own));
            let mut kept = vec![(HIGHLIGHTS, snapshot.highlights()), (FACTS, snapshot.facts())];
            kept.extend(done.as_ref().map(|(name, bytes)| (name.as_str(), bytes.clone())));
            if let Err(warning) = cache.save(&kept) {
                built.findings.push(warning);
            }
        }
        built
    }

    /// Renders everything into the output folder, or leaves it as it is.
    fn publish(&self, snapshot: &Snapshot, output: &Path, cache: &Cache) -> (Option<Report>, Diagnostics) {
        let Arguments { force, sync, in_place, .. } = *self.arguments;
        let options = Options { force, sync, in_place };
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
            Ok(report) => {
                let told = write::publish_side(&self.global.root, output, options, snapshot.server_files());
                (Some(report), told.err().into_iter().fold(found, with))
            }
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
