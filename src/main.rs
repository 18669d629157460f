//! Arguments, clock, exit code; nothing else.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use warta::commands::{Global, Outcome, Reporter, build, check, explain_code, init, schema};
use warta::diagnostic::messages::Tongue;

/// Turns a folder of Markdown press releases and workshop materials into a static public-information site.
#[derive(Debug, Parser)]
#[command(name = "warta", version, propagate_version = true, args_override_self = true, arg_required_else_help = true)]
struct Arguments {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Build the site into the output folder.
    Build(build::Arguments),
    /// Judge the site, drafts included, and write nothing.
    Check(check::Arguments),
    /// Explain a code of a message, or list all codes.
    ExplainCode(explain_code::Arguments),
    /// Start a new site.
    Init(init::Arguments),
    /// Print the keys of a kind of file: a JSON Schema for editors, or a table.
    Schema(schema::Arguments),
}

fn main() -> ExitCode {
    #[allow(clippy::disallowed_methods, reason = "`main` is the only clock")]
    let (started, clock) = (std::time::Instant::now(), jiff::Timestamp::now());
    let elapsed = move || started.elapsed();
    let arguments = Arguments::parse();
    arguments.global.color_choice().write_global();
    let tongue = arguments.global.tongue(tongue_of_environment());
    let reporter = Reporter::new(&arguments.global, tongue, terminal_width());
    let outcome = match &arguments.command {
        Command::Build(own) => build::run(&arguments.global, own, clock, &elapsed, &reporter),
        Command::Check(own) => check::run(&arguments.global, own, clock, &elapsed, &reporter),
        Command::ExplainCode(own) => explain_code::run(own, &reporter),
        Command::Init(own) => init::run(&arguments.global, own, &reporter),
        Command::Schema(own) => schema::run(own, &reporter),
    };
    match outcome {
        Outcome::Done => ExitCode::SUCCESS,
        Outcome::Mistakes => ExitCode::from(1),
        Outcome::Usage => ExitCode::from(2),
    }
}

/// What `WARTA_LANG` says, then the locale; none where neither says anything that we speak.
fn tongue_of_environment() -> Option<Tongue> {
    ["WARTA_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| Tongue::for_tag(&std::env::var(name).ok()?))
}

/// Columns of the terminal, as its shell says; enough for a page of text where it does not.
fn terminal_width() -> usize {
    std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).unwrap_or(140)
}
