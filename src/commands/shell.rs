//! `warta completions` and `warta man`: what a shell and a manual know of the command line, from its own definition.

use std::path::PathBuf;

use clap_complete::{Shell, generate};
use clap_mangen::Man;

use super::report::number;
use super::{Outcome, Reporter};
use crate::diagnostic::{Code, Diagnostic};
use crate::write;

/// `warta completions`
#[derive(Clone, Debug, clap::Args)]
pub struct CompletionArguments {
    /// The shell.
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
}

/// `warta man`
#[derive(Clone, Debug, clap::Args)]
pub struct ManualArguments {
    /// Where the pages are written, one for each command; without it the main page is printed.
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,
}

/// Prints the completion script of a shell.
pub fn completions(mut line: clap::Command, arguments: &CompletionArguments, reporter: &Reporter) -> Outcome {
    let name = line.get_name().to_owned();
    let mut script = Vec::new();
    generate(arguments.shell, &mut line, name, &mut script);
    reporter.text(&String::from_utf8_lossy(&script));
    Outcome::Done
}

/// Prints the main page, or writes every page.
pub fn manual(line: &clap::Command, arguments: &ManualArguments, reporter: &Reporter) -> Outcome {
    let Some(folder) = &arguments.folder else {
        reporter.text(&page(line));
        return Outcome::Done;
    };
    let root = line.get_name();
    let commands = line.get_subcommands().filter(|own| own.get_name() != "help" && !own.is_hide_set());
    let pages: Vec<(String, String)> = std::iter::once((root.to_owned(), page(line)))
        .chain(commands.map(|own| {
            let name = format!("{root}-{}", own.get_name());
            // A page is called as it is looked for: warta-build.
            (name.clone(), page(&own.clone().name(name)))
        }))
        .collect();
    for (name, text) in &pages {
        let target = folder.join(format!("{name}.1"));
        if let Err(error) = write::replace_file(&target, text.as_bytes()) {
            let failed = Diagnostic::new(Code::Unwritable).with("path", target.display().to_string());
            return reporter.findings(failed.with("reason", error.to_string()).into());
        }
    }
    let shown = folder.display().to_string();
    reporter.line("manual-written", &[("count", number(pages.len())), ("folder", shown.into())]);
    Outcome::Done
}

fn page(line: &clap::Command) -> String {
    let mut text = Vec::new();
    // Memory takes every line.
    drop(Man::new(line.clone()).render(&mut text));
    String::from_utf8_lossy(&text).into_owned()
}
