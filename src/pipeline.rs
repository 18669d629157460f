//! The stages in order: the file to read first.
//!
//! ```text
//! read ──▶ Sources ──parse──▶ Documents ──relate──▶ Site ──plan──▶ Outputs ──render──▶ bytes
//! ```
//!
//! A [`Snapshot`] is the whole site as of one instant, planned and not rendered, and never changes. `build` renders every
//! output and writes those that differ from the last build; `check` renders every output and writes nothing. Both ask
//! the same [`render`](Snapshot::render).

mod frame;
mod kept;

use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use frame::Ground;
pub use kept::Kept;
use kept::Related;

use crate::config::{self, Config};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::parse::{self, Parsed};
use crate::plan::{self, Output, Plan, Recipe};
use crate::read::facts::Keep;
use crate::read::{self, Begun, Sources};
use crate::render::words::Words;
use crate::render::{self, Engine, Inputs, Rendered, Summaries, View};
use crate::site::{self, Moment, Site};

/// What a run is asked to make.
#[derive(Clone, Debug)]
pub struct Request<'a> {
    /// The project's folder.
    pub root: &'a Path,
    /// In the place of the configuration's `base_url`.
    pub base_url: Option<&'a str>,
}

/// A site as of one instant, ready to be rendered.
#[derive(Debug)]
pub struct Snapshot {
    view: Arc<View>,
    engine: Engine,
}

/// Reads the configuration, whose zone is needed to understand `--now`.
///
/// # Errors
/// It is missing or not sound.
pub fn configure(request: &Request<'_>) -> Result<(Arc<Config>, Diagnostics), Diagnostics> {
    let source = read::configuration(request.root).map_err(|found| Diagnostics::from(*found))?;
    let (config, found) = config::resolve(&source, request.base_url);
    match config {
        Some(config) if !found.has_errors() => Ok((Arc::new(config), found)),
        _ => Err(found),
    }
}

/// The site's first language, as far as it can be told from a configuration that may be wrong.
pub fn language(root: &Path) -> Option<String> {
    config::language(&read::configuration(root).ok()?)
}

/// A planned site: what can be known of it without its templates.
pub fn related(sources: &Sources, config: &Config, moment: &Moment) -> (Arc<Site>, Arc<Plan>, Diagnostics) {
    let mut kept = Kept::default();
    let parsed = parse::all_but(&mut kept.items, sources.markdown.clone(), sources, config);
    let (site, plan, (), found) = related_again(&mut kept, parsed, sources, (config, moment), |_| ());
    (site, plan, found)
}

/// The same, with what was kept, and with what is made of the site while its outputs are planned.
fn related_again<T: Send>(
    kept: &mut Kept,
    (parsed, mut found): (Parsed, Diagnostics),
    sources: &Sources,
    (config, moment): (&Config, &Moment),
    meanwhile: impl FnOnce(&Site) -> T + Send,
) -> (Arc<Site>, Arc<Plan>, T, Diagnostics) {
    // Where something is wrong with a file, what follows is judged anew.
    let last = kept.related.as_ref().filter(|_| !found.has_errors());
    let taken_over = last.and_then(|last| last.again(&parsed, sources, config, moment));
    let (site, plan, made) = match taken_over {
        Some((site, plan, problems)) => {
            found.append(problems);
            let made = meanwhile(&site);
            (site, plan, made)
        }
        None => {
            let (site, mut problems) = site::relate(parsed, sources, config, moment);
            // Planning keeps one core busy.
            let planned = || plan::plan(&site, sources, config, moment);
            let ((plan, more), made) = rayon::join(planned, || meanwhile(&site));
            problems.append(more);
            let (ledger, more) = parse::ledger::parse(sources.ledger.as_ref());
            problems.append(more);
            // What a mistake took away is not lost: the mistake is told.
            if !found.has_errors() && !problems.has_errors() {
                problems.append(plan::ledger::judge(&site, &plan, &ledger));
            }
            let (site, plan) = (Arc::new(site), Arc::new(plan.with_gone(&ledger)));
            found.append(problems.clone());
            // A run that lets texts go ends with this snapshot.
            let is_kept = !found.has_errors() && sources.again.is_none();
            kept.related = is_kept.then(|| Related::new(sources, config, moment, (&site, &plan), problems));
            (site, plan, made)
        }
    };
    if moment.everything {
        found.append(site::review::overdue(&site, config, moment));
    }
    let mut found = site::without_exempted(found, &site).with_expectations_joined();
    if !moment.everything {
        site::demote_withheld(&mut found, &site);
    }
    (site, plan, made, found)
}

/// So many outputs at most are rendered by one thread without others being asked.
const AT_ONCE: usize = 32;

/// Everything up to a planned site. Without a snapshot the theme could not be loaded.
pub fn snapshot(
    request: &Request<'_>,
    config: &Arc<Config>,
    moment: &Moment,
    kept: &mut Kept,
) -> (Option<Snapshot>, Diagnostics) {
    of_sources(read::project(request.root, config), config, moment, kept)
}

/// A snapshot, and what is known beside it.
pub struct Framed {
    /// The snapshot with the frame of all its outputs, to be held against that of another build. Outputs of one site have the same content
    /// when their frame is the same, their [`Snapshot::own_text`] too, and the clock changed nothing between. None where there is no theme.
    pub snapshot: Option<(Snapshot, u128)>,
    /// What was found.
    pub found: Diagnostics,
}

/// What a run leaves for the next one, whatever becomes of it.
pub struct Leaves {
    /// Items as they were parsed.
    pub items: parse::Memory,
    /// What is known of texts, where it is new.
    pub texts: Option<Vec<u8>>,
}

/// The same for a run that ends with it. Texts that an earlier one read are read when they are asked for. What is `kept` of earlier runs is
/// fetched while the project is read, and what this one `leaves` is taken, and gone from memory, while the site is related.
pub fn framed_snapshot(
    request: &Request<'_>,
    config: &Arc<Config>,
    moment: &Moment,
    begun: Begun,
    kept: impl FnOnce() -> Kept + Send,
    leaves: impl FnOnce(Leaves) + Send,
) -> Framed {
    let read = || read::project_once(request.root, config, begun);
    let ((sources, texts, found), mut kept) = rayon::join(read, kept);
    let once = Once { ground: Ground::of(&sources, config, moment), leaves: |items| leaves(Leaves { items, texts }) };
    let (snapshot, frame, found) = make((sources, found), config, moment, &mut kept, Some(once));
    Framed { snapshot: snapshot.zip(frame), found }
}

/// The same of sources that were read already, or never were files, and of what was found in reading them.
pub fn of_sources(
    read: (Sources, Diagnostics),
    config: &Arc<Config>,
    moment: &Moment,
    kept: &mut Kept,
) -> (Option<Snapshot>, Diagnostics) {
    let (snapshot, _, found) = make(read, config, moment, kept, None::<Once<fn(parse::Memory)>>);
    (snapshot, found)
}

/// What is done in a run that ends with its snapshot, and in no other.
struct Once<L> {
    /// The frame is made of it.
    ground: Ground,
    /// Takes the items.
    leaves: L,
}

/// Makes a snapshot, and its frame in a run that ends with it.
fn make<L: FnOnce(parse::Memory) + Send>(
    (mut sources, mut found): (Sources, Diagnostics),
    config: &Arc<Config>,
    moment: &Moment,
    kept: &mut Kept,
    once: Option<Once<L>>,
) -> (Option<Snapshot>, Option<u128>, Diagnostics) {
    let markdown =
        if sources.again.is_some() { std::mem::take(&mut sources.markdown) } else { sources.markdown.clone() };
    let parsed = parse::all_but(&mut kept.items, markdown, &sources, config);
    let once = once.map(|Once { ground, leaves }| {
        let (items, documents) = (std::mem::take(&mut kept.items), parsed.0.documents.clone());
        move || {
            leaves(items);
            ground.with_items(&documents)
        }
    });
    let of_theme = || {
        let layers = &sources.layers;
        (render::check_options(layers, config), Words::load(layers, config), render::Asked::of(layers))
    };
    // The other core has little to do while the site is related.
    let others = || (of_theme(), once.map(|once| once()));
    let previous = kept.view.take();
    let summaries = |site: &Site| Summaries::new(config, site, moment, previous.as_deref());
    let of_items = || related_again(kept, parsed, &sources, (config, moment), summaries);
    let ((site, plan, summaries, of_items), (of_theme, framed)) = rayon::join(of_items, others);
    let ((options, of_options), (words, of_words), asked) = of_theme;
    for problems in [of_items, of_options, of_words] {
        found.append(problems);
    }
    let mut found = found.without_consequences();
    let (config, moment, of_frame) = (Arc::clone(config), moment.clone(), Arc::clone(&site));
    let data = sources.data;
    let inputs = Inputs { config, site, plan, data, words, moment, summaries, asked, options: &options };
    let frame = || framed.map(|framed| framed.frame(&of_frame));
    let (view, frame) = rayon::join(|| View::new(inputs), frame);
    let view = Arc::new(view);
    kept.view = Some(Arc::clone(&view));
    if !sources.layers.iter().any(|layer| layer.manifest.is_some()) {
        // The theme is not there, which was reported when it was read.
        return (None, frame, found);
    }
    match Engine::load(&view, &sources.layers, kept.memory.clone()) {
        Ok(engine) => (Some(Snapshot { view, engine }), frame, found),
        Err(problems) => {
            found.append(problems);
            (None, frame, found)
        }
    }
}

impl Snapshot {
    /// The site.
    pub fn site(&self) -> &Site {
        &self.view.site
    }

    /// Its settings.
    pub fn config(&self) -> &Arc<Config> {
        &self.view.config
    }

    /// The moment that it shows.
    pub fn moment(&self) -> &Moment {
        &self.view.moment
    }

    /// Whether a template asks for the date of the build.
    pub fn shows_date(&self) -> bool {
        self.view.asked.date
    }

    /// The address of a published file, with the site's own path.
    pub fn file_url(&self, path: &str) -> String {
        self.view.file_url(path)
    }

    /// Its outputs.
    pub fn plan(&self) -> &Plan {
        &self.view.plan
    }

    /// What syntax highlighting remembers of this run; none where that is what it began with.
    pub fn highlights(&self, keep: Keep) -> Option<Vec<u8>> {
        self.engine.highlighter.to_bytes(keep)
    }

    /// What is known of files after this run.
    pub fn facts(&self, keep: Keep) -> Vec<u8> {
        self.engine.facts.to_bytes(keep)
    }

    /// Whether nothing is known from earlier runs of the bodies of a tenth of all pages.
    pub fn has_new_bodies(&self) -> bool {
        render::new_bodies(&self.view, &self.engine) * 10 > self.site().pages.len()
    }

    /// From now on converted bodies are put there for the next run.
    pub fn put_bodies_on(&self, put: render::Put) {
        self.engine.bodies.put_on(put);
    }

    /// What stands behind all bodies that were put there; none where none were to be.
    pub fn end_of_bodies(&self) -> Option<Vec<u8>> {
        self.engine.bodies.end()
    }

    /// What web servers are told of it: names and bytes of files that lie beside the output.
    pub fn server_files(&self) -> Vec<(&'static str, Vec<u8>)> {
        render::server_files(&self.view)
    }

    /// What the texts of its own items, hashed, add to the frame of an output; none where the frame does not tell.
    pub fn own_text(&self, output: &Output) -> Option<u64> {
        frame::own_text(self.site(), &output.recipe, self.config().feed_size)
    }

    /// Renders one output.
    ///
    /// # Errors
    /// A template that fails, or a component that a text calls wrongly.
    pub fn render(&self, output: &Output) -> Result<Rendered, Diagnostics> {
        render::render(&self.view, &self.engine, output)
    }

    /// Renders every output on all cores and hands each to `take`, in no order. Findings of all are collected.
    pub fn render_all(&self, take: impl Fn(&Output, render::Content) -> Result<(), Diagnostic> + Sync) -> Diagnostics {
        self.render_all_but(|_| false, |output, rendered| take(output, rendered.content))
    }

    /// The same without those that need not be rendered; what is handed on has its findings with it.
    pub fn render_all_but(
        &self,
        is_done: impl Fn(&Output) -> bool + Sync,
        take: impl Fn(&Output, Rendered) -> Result<(), Diagnostic> + Sync,
    ) -> Diagnostics {
        let found = self
            .neighbours_together()
            .into_par_iter()
            // In few at once, so that no thread is left with many when the others are done.
            .with_max_len(AT_ONCE)
            .filter(|output| !is_done(output))
            .map(|output| match self.render(output) {
                Ok(rendered) => {
                    let mut found = rendered.diagnostics.clone();
                    if let Err(error) = take(output, rendered) {
                        found.push(error);
                    }
                    found
                }
                Err(found) => found,
            })
            .reduce(Diagnostics::new, |mut all, found| {
                all.append(found);
                all
            });
        self.gathered(found)
    }

    /// All outputs in the order of their paths, but with the items among themselves in their order by date. A page shows items near it
    /// in time above all, and what the page before it read is still near the core.
    fn neighbours_together(&self) -> Vec<&Output> {
        let (site, outputs) = (self.site(), &self.plan().outputs);
        let mut of_items: Vec<Option<&Output>> = vec![None; site.pages.len()];
        for output in outputs {
            if let Recipe::Page(id) = output.recipe
                && let Some(own) = of_items.get_mut(id.0 as usize)
            {
                *own = Some(output);
            }
        }
        let mut of_items = site.ordered.iter().filter_map(|id| *of_items.get(id.0 as usize)?);
        let is_item = |output: &Output| matches!(output.recipe, Recipe::Page(_));
        let in_turn = |output| if is_item(output) { of_items.next().unwrap_or(output) } else { output };
        outputs.iter().map(in_turn).collect()
    }

    /// Renders every output on this thread and gives what was found, unless it `is_stopped` before the end.
    pub fn judge(&self, mut is_stopped: impl FnMut() -> bool) -> Option<Diagnostics> {
        let mut all = Diagnostics::new();
        for output in &self.plan().outputs {
            if is_stopped() {
                return None;
            }
            all.append(self.render(output).map_or_else(|found| found, |rendered| rendered.diagnostics));
        }
        Some(self.gathered(all))
    }

    /// Findings of all outputs, each told once.
    fn gathered(&self, found: Diagnostics) -> Diagnostics {
        let found = found
            .into_iter()
            // That a data file cannot be read was told when it was parsed.
            .filter(|found| found.text("problem") != Some("broken-data"))
            .collect::<Diagnostics>()
            .folded(Code::TemplateFailed);
        site::without_exempted(found, self.site())
    }
}
