//! The commands, one file each: arguments → pipeline → report. Only `main` knows the clock and the exit code.

mod ask;
pub mod bug;
pub mod build;
pub mod check;
pub mod clean;
pub mod diff;
pub mod explain;
pub mod explain_code;
pub mod init;
pub mod list;
pub mod new;
pub mod next;
mod progress;
pub mod record;
mod report;
pub mod schema;
pub mod serve;
pub mod shape;
pub mod shell;
mod speech;
pub mod spoken;
mod surroundings;
mod table;
pub mod theme;
mod watching;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;

pub use report::Reporter;
pub use surroundings::{Stamp, Surroundings};

use crate::config::Config;
use crate::diagnostic::messages::Tongue;
use crate::diagnostic::print::Format;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::locale::date::parse_now;
use crate::parse::{self, Memo};
use crate::pipeline::{self, Kept, Request};
use crate::read;
use crate::render;
use crate::write;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Fine.
    Done,
    /// The content, the theme or the configuration has a mistake.
    Mistakes,
    /// What was typed has one.
    Usage,
    /// What was compared differs.
    Differs,
    /// What was waited for does not come.
    Nothing,
}

/// What every command takes.
#[derive(Clone, Debug, clap::Args)]
pub struct Global {
    /// The project's folder.
    #[arg(short, long, global = true, value_name = "DIR", default_value = ".", short_alias = 's', alias = "source")]
    pub root: PathBuf,
    /// Language of messages: id or en.
    #[arg(long, global = true, value_name = "LANG", value_parser = tongue)]
    pub lang: Option<Tongue>,
    /// Warnings are errors.
    #[arg(long, global = true)]
    pub strict: bool,
    /// Form of the findings.
    #[arg(long, global = true, value_name = "FORMAT", default_value = "human")]
    pub format: Format,
    /// Print errors and nothing else.
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Print what is good to know as well.
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    pub verbose: bool,
    /// Colours.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: Color,
    /// Threads to use; all cores without it.
    #[arg(short, long, global = true, value_name = "N", value_parser = threads)]
    pub jobs: Option<u16>,
}

/// What the commands take that make a site.
#[derive(Clone, Debug, clap::Args)]
pub struct SiteArguments {
    /// Address of the published site, in the place of `base_url`.
    #[arg(short = 'u', long, value_name = "URL", short_alias = 'b', alias = "baseURL")]
    pub base_url: Option<String>,
    /// The instant that counts as now: a date, or a date and time (RFC 3339).
    #[arg(long, value_name = "INSTANT")]
    pub now: Option<String>,
}

/// When text is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Color {
    /// On terminals, unless the environment says otherwise (`NO_COLOR`, `CLICOLOR`, `CLICOLOR_FORCE`).
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Global {
    /// How standard output and standard error are coloured.
    pub fn color_choice(&self) -> anstream::ColorChoice {
        match self.color {
            Color::Auto => anstream::ColorChoice::Auto,
            Color::Always => anstream::ColorChoice::Always,
            Color::Never => anstream::ColorChoice::Never,
        }
    }

    /// The language to speak in: `--lang`, then `preferred`, then the site's own; Indonesian when none says anything that we speak.
    pub fn tongue(&self, preferred: Option<Tongue>) -> Tongue {
        let own = || pipeline::language(&self.root).and_then(|tag| Tongue::for_tag(&tag));
        self.lang.or(preferred).or_else(own).unwrap_or(Tongue::Indonesian)
    }
}

/// The most threads that can be asked for.
const MOST_THREADS: u16 = 1024;

fn threads(text: &str) -> Result<u16, String> {
    let threads = text.parse().ok().filter(|threads| (1..=MOST_THREADS).contains(threads));
    threads.ok_or_else(|| format!("1–{MOST_THREADS}"))
}

fn tongue(text: &str) -> Result<Tongue, String> {
    Tongue::for_tag(text).ok_or_else(|| "id, en".to_owned())
}

/// What earlier runs of a project parsed.
fn memo(root: &Path) -> Memo {
    Memo::new(read::program(), write::kept_large(root, parse::ITEMS))
}

/// What is known of a project from earlier runs.
fn kept(root: &Path) -> Kept {
    let (memory, memo) = rayon::join(|| render::Memory::read(write::written(root)), || memo(root));
    Kept::memory(memory, memo)
}

/// The configuration and the instant that a command works with.
fn prepare(
    global: &Global,
    site: &SiteArguments,
    clock: Timestamp,
) -> Result<(Arc<Config>, Timestamp, Diagnostics), Diagnostics> {
    let request = Request { root: &global.root, base_url: site.base_url.as_deref() };
    let (config, mut found) = pipeline::configure(&request)?;
    let now = match &site.now {
        None => clock,
        Some(text) => match parse_now(text, &config.zone) {
            Ok(now) => now,
            Err(_) => {
                found.push(Diagnostic::new(Code::NotADate).with("value", text.as_str()).with("problem", "now"));
                return Err(found);
            }
        },
    };
    Ok((config, now, found))
}

/// Runs `work` on as many threads as were asked for.
fn on_threads<T: Send>(jobs: Option<u16>, work: impl FnOnce() -> T + Send) -> T {
    // Deeply nested lists recurse; the default stack of a thread is small for that.
    let pool =
        rayon::ThreadPoolBuilder::new().stack_size(16 * 1024 * 1024).num_threads(jobs.map_or(0, usize::from)).build();
    match pool {
        Ok(pool) => pool.install(work),
        // No threads to be had: the work is done all the same, on this one.
        Err(_) => work(),
    }
}
