//! `warta build`: renders every output and writes those that differ. Publishes nothing when anything is wrong.

mod bodies;
mod done;
mod memory;
mod rfc3339;
mod same;
mod waiting;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bodies::Keeping;
use jiff::Timestamp;
use memory::{Keys, Made};
use same::{Known, Same};
use waiting::{Waiting, waiting};

use super::progress::Progress;
use super::report::{number, seconds};
use super::watching::Watching;
use super::{Global, Outcome, Reporter, SiteArguments, Surroundings, kept, on_threads, prepare, watching};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::parse::{ITEMS, Renewed};
use crate::pipeline::{self, Framed, Leaves, Request, Snapshot};
use crate::plan::{Output, Recipe};
use crate::read::{self, Begun, TEXTS, Texts};
use crate::serve::live::Live;
use crate::site::{Moment, changes};
use crate::write::{self, Cache, Options, Publication, Rank, Report};

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
    let built = on_threads(global.jobs, || work.build_settled(&config, &moment, &found));
    work.say(built, &config, Duration::ZERO)
}

struct Built {
    /// None when nothing was published.
    report: Option<Report>,
    findings: Diagnostics,
    waiting: Vec<Waiting>,
}

/// So often a build begins anew because a text was saved meanwhile.
const TRIES: usize = 3;

impl Built {
    /// Whether nothing was published because a text was saved while the site was built.
    fn was_overtaken(&self) -> bool {
        self.report.is_none() && self.findings.iter().any(Diagnostic::is_overtaken)
    }

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
    /// Builds, and again if a text was saved meanwhile.
    fn build_settled(&self, config: &Arc<Config>, moment: &Moment, found: &Diagnostics) -> Built {
        let mut built = self.build_once(config, moment, found.clone());
        for _ in 1..TRIES {
            if !built.was_overtaken() {
                break;
            }
            built = self.build_once(config, moment, found.clone());
        }
        built
    }

    fn build_once(&self, config: &Arc<Config>, moment: &Moment, mut found: Diagnostics) -> Built {
        let root = &self.global.root;
        let output = self.output(config);
        let (content, cache) = rayon::join(|| read::content(root), || Cache::open(root, &output));
        let cache = match cache {
            Ok(cache) => cache,
            Err(error) => return Built::nothing(with(found, error)),
        };
        let fingerprint = self.fingerprint(&content);
        match self.still(fingerprint.as_deref(), (&output, &cache), moment.now) {
            Ok(Some(built)) => return built,
            Ok(_) => {}
            Err(error) => return Built::nothing(with(found, error)),
        }
        let texts = Texts::new(read::program(), write::kept(root, TEXTS));
        let begun = Begun { clock: self.around.clock, content, texts };
        let (mut left, mut texts_stay) = (Ok(()), false);
        // What was parsed is true whatever comes of the build.
        let leaves = |Leaves { items, texts }: Leaves| {
            let items = items.renewed(config);
            texts_stay = items.as_ref().is_none_or(Renewed::is_mostly_known);
            let items = items.map_or(Ok(()), |items| cache.keep(ITEMS, |file| items.write_to(file)));
            let texts = texts.map_or(Ok(()), |texts| cache.keep(TEXTS, |file| file.write_all(&texts)));
            left = items.and(texts);
        };
        let Framed { snapshot, found: problems } =
            pipeline::framed_snapshot(&self.request(), config, moment, begun, || kept(root), leaves);
        found.append(problems);
        found.extend(left.err());
        let Some((snapshot, frame)) = snapshot else { return Built::nothing(found) };
        let key = read::program().map(|program| format!("{frame:032x} {program}"));
        let built = self.build(&snapshot, found, (&output, &cache), Keys { fingerprint, frame: key, texts_stay });
        // The process ends now, or begins anew where a text was saved meanwhile; taking a large site apart piece by piece would only make the writer wait.
        std::mem::forget(snapshot);
        built
    }

    /// Builds again whenever something changes, until it is asked to end.
    fn watch(&self) -> Outcome {
        let root = &self.global.root;
        let (mut watching, _reporters) = Watching::begin(root, self.arguments.poll, self.around, self.reporter);
        let mut live = Live::read(self.request(), kept(root));
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
            Ok(cache) => self.build(&snapshot, found, (&output, &cache), Keys::default()),
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

    fn build(
        &self,
        snapshot: &Snapshot,
        mut found: Diagnostics,
        (output, cache): (&Path, &Cache),
        keys: Keys,
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
        // Where nothing is published everything is printed.
        let key = keys.frame.as_deref().filter(|_| write::is_published(output));
        let before = key.map(|key| Same::read(&self.global.root, output, key, snapshot.moment().now));
        let before = before.unwrap_or_default();
        let (report, outputs, problems) = self.publish(snapshot, (output, cache), &before, keys.texts_stay);
        found.append(problems);
        let waiting = waiting(&snapshot.site().withheld, snapshot.moment().now);
        let mut built = Built { report, findings: found, waiting };
        if built.report.is_some() {
            let remembered = self.remember(&built, snapshot, (output, cache), (keys, outputs));
            built.findings.extend(remembered.err());
        }
        built
    }

    /// Renders everything into the output folder but what is the same as before, or leaves the folder as it is. Gives what the next
    /// build need not render either.
    fn publish(
        &self,
        snapshot: &Snapshot,
        (output, cache): (&Path, &Cache),
        before: &Same,
        texts_stay: bool,
    ) -> (Option<Report>, Made, Diagnostics) {
        let nothing = |found| (None, Made::default(), found);
        let Arguments { force, sync, in_place, .. } = *self.arguments;
        let options = Options { force, sync, in_place };
        let publication = match Publication::begin(&self.global.root, output, cache, options) {
            Ok(publication) => publication,
            Err(error) => return nothing(error.into()),
        };
        let progress = self.progress(snapshot);
        let outputs: Mutex<Vec<(Arc<str>, Known)>> = Mutex::default();
        let note = |output: &Output, bytes: u128| {
            let known = snapshot.own_text(output).map(|text| (Arc::clone(&output.path), Known { text, bytes }));
            outputs.lock().unwrap_or_else(PoisonError::into_inner).extend(known);
        };
        let is_done = |output: &Output| {
            let bytes = before.bytes_of(&output.path, snapshot.own_text(output));
            let Some(bytes) = bytes.filter(|bytes| publication.keep(&output.path, *bytes)) else { return false };
            note(output, bytes);
            progress.tick();
            true
        };
        let bodies = (texts_stay && before.is_empty()).then(|| Keeping::begin(cache, snapshot)).flatten();
        let found = snapshot.render_all_but(is_done, |output, rendered| {
            progress.tick();
            let bytes = publication.put(&output.path, rank(&output.recipe), &rendered.content)?;
            if rendered.diagnostics.is_empty() {
                note(output, bytes);
            }
            Ok(())
        });
        // What was converted is true whatever comes of the build.
        let unkept = bodies.and_then(|bodies| bodies.end(snapshot).err());
        // A full disk is one mistake, however many files wait for it.
        let found = found.first_of(Code::Unwritable);
        drop(progress);
        if self.stops(&found) {
            publication.abandon();
            return nothing(found);
        }
        let others = || {
            let outputs = outputs.into_inner().unwrap_or_else(PoisonError::into_inner);
            let coming = changes::coming(snapshot.site(), snapshot.config(), snapshot.moment(), snapshot.shows_date());
            let until = coming.first().map(|change| change.at);
            let made = Made { same: Same::new(outputs), until, is_partial: !before.is_empty() };
            (made, snapshot.server_files())
        };
        let (committed, (made, servers)) = rayon::join(|| publication.commit(), others);
        match committed {
            Ok(report) => {
                let told = write::publish_side(&self.global.root, output, options, servers);
                (Some(report), made, told.err().into_iter().chain(unkept).fold(found, with))
            }
            Err(error) => nothing(with(found, error)),
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
