//! `warta clean`: takes away what builds made, and nothing else.

use std::path::PathBuf;

use super::report::number;
use super::{Global, Outcome, Reporter};
use crate::pipeline::{self, Request};
use crate::write;

/// `warta clean`
#[derive(Clone, Debug, clap::Args)]
pub struct Arguments {
    /// The output folder, in the place of `output` in warta.yaml.
    #[arg(short, long, value_name = "DIR", short_alias = 'd', aliases = ["destination", "output-dir"])]
    pub output: Option<PathBuf>,
    /// Say what would be taken away, and leave it.
    #[arg(long)]
    pub dry_run: bool,
}

/// Cleans.
pub fn run(global: &Global, arguments: &Arguments, reporter: &Reporter) -> Outcome {
    let config = match pipeline::configure(&Request { root: &global.root, base_url: None }) {
        Ok((config, _)) => config,
        Err(found) => return reporter.findings(found),
    };
    let output = arguments.output.clone().unwrap_or_else(|| global.root.join(&config.output));
    let made = match write::made(&global.root, &output) {
        Ok(made) => made,
        Err(error) => return reporter.findings(error.into()),
    };
    if made.is_nothing() {
        reporter.line("clean-nothing", &[]);
        return Outcome::Done;
    }
    if arguments.dry_run {
        made.files().for_each(|path| reporter.plain(&path));
        if made.has_cache {
            reporter.plain(&format!("{}/", global.root.join(".warta").display()));
        }
        return Outcome::Done;
    }
    let (files, others, has_cache) = (made.files().count(), made.others(), made.has_cache);
    if let Err(error) = made.remove() {
        return reporter.findings(error.into());
    }
    let cache = if has_cache { "yes" } else { "no" };
    let folder = output.display().to_string();
    reporter.line("cleaned", &[("files", number(files)), ("folder", folder.as_str().into()), ("cache", cache.into())]);
    if others > 0 {
        reporter.line("clean-others", &[("files", number(others)), ("folder", folder.as_str().into())]);
    }
    Outcome::Done
}
