//! Arguments, clock, exit code, allocator; nothing else.

use std::ffi::OsString;
use std::io::{IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use warta::commands::shape::Shape;
use warta::commands::{
    Global, Outcome, Reporter, Surroundings, bug, build, check, clean, diff, explain, explain_code, init, list, new,
    next, record, schema, serve, shell, spoken, theme,
};
use warta::diagnostic::messages::{Messages, Tongue};
use warta::diagnostic::print::Format;
use warta::pipeline;

/// The allocator, where Cargo.toml has one.
#[cfg(all(feature = "jemalloc", target_os = "linux", target_arch = "x86_64"))]
mod allocator {
    #[global_allocator]
    static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

    /// Memory that is free goes back within 0.3 s instead of 10, which costs no time that can be measured and saves 3 % of the peak.
    /// The name and the ending zero are how jemalloc reads its settings.
    #[unsafe(export_name = "_rjem_malloc_conf")]
    static SETTINGS: &[u8; 19] = b"dirty_decay_ms:300\0";
}

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
    /// Start a new site.
    Init(init::Arguments),
    /// Make a draft with all that its kind requires and expects.
    New(new::Arguments),
    /// Build the site into the output folder.
    Build(build::Arguments),
    /// Show the site while it is written.
    Serve(serve::Arguments),
    /// Judge the site, drafts included, and write nothing.
    Check(check::Arguments),
    /// List items, what is not public too.
    List(list::Arguments),
    /// Say when the site changes by itself, and why.
    Next(next::Arguments),
    /// Say what stands behind a file or an address.
    Explain(explain::Arguments),
    /// Explain a code of a message, or list all codes.
    ExplainCode(explain_code::Arguments),
    /// Compare two built sites.
    Diff(diff::Arguments),
    /// Add what is published now to the ledger of addresses.
    Record(record::Arguments),
    /// Take away what builds made.
    Clean(clean::Arguments),
    /// Print the keys of a kind of file: a JSON Schema for editors, or a table.
    Schema(schema::Arguments),
    /// List themes, start one of your own, or copy one of its files to change it.
    Theme(theme::Arguments),
    /// Print the completion script of a shell.
    Completions(shell::CompletionArguments),
    /// Print the manual page, or write one for each command.
    Man(shell::ManualArguments),
}

impl Arguments {
    /// `--format json` of a command that answers a question is the form of its answer, unless `--as` says another; what is wrong is
    /// then told to people.
    fn with_shape(mut self) -> Arguments {
        if self.global.format != Format::Json {
            return self;
        }
        match &mut self.command {
            Command::List(own) => own.shape = own.shape.or(Some(list::Shape::Json)),
            Command::Explain(own) => own.shape = own.shape.or(Some(Shape::Json)),
            Command::Next(own) => own.shape = own.shape.or(Some(Shape::Json)),
            Command::Diff(own) => own.shape = own.shape.or(Some(Shape::Json)),
            _ => return self,
        }
        self.global.format = Format::Human;
        self
    }
}

fn main() -> ExitCode {
    #[allow(clippy::disallowed_methods, reason = "`main` is the only clock")]
    let (started, clock) = (std::time::Instant::now(), jiff::Timestamp::now());
    let fails = fails_on_purpose();
    let elapsed = move || {
        assert!(!fails, "a panic that was asked for");
        started.elapsed()
    };
    #[allow(clippy::disallowed_methods, reason = "`main` is the only clock")]
    let wall = jiff::Timestamp::now;
    let words: Vec<OsString> = std::env::args_os().collect();
    let tongue = early_tongue(&words);
    std::panic::set_hook(Box::new(bug::hook(tongue)));
    let messages = Messages::new(tongue);
    let mut line = spoken::spoken(Arguments::command(), &messages);
    let parsed = line
        .try_get_matches_from_mut(without_tongue_for_help(words))
        .and_then(|found| Arguments::from_arg_matches(&found));
    let arguments = match parsed {
        Ok(arguments) => arguments.with_shape(),
        Err(error) => return answer(&error, &messages),
    };
    arguments.global.color_choice().write_global();
    let width = width();
    let (input, errors) = (std::io::stdin().is_terminal(), std::io::stderr().is_terminal());
    let around = Surroundings {
        clock,
        elapsed: &elapsed,
        wall: &wall,
        on_interrupt: &on_interrupt,
        width,
        asks: input && errors && !arguments.global.quiet && arguments.global.format == Format::Human,
        watched: errors && !arguments.global.quiet && std::env::var_os("CI").is_none(),
    };
    let tongue = arguments.global.tongue(tongue_of_environment());
    let reporter = Reporter::new(&arguments.global, tongue, width.unwrap_or(140));
    let outcome = match &arguments.command {
        Command::ExplainCode(own) => explain_code::run(own, &reporter),
        Command::Build(own) => build::run(&arguments.global, own, &around, &reporter),
        Command::Serve(own) => serve::run(&arguments.global, own, &around, &reporter),
        Command::Check(own) => check::run(&arguments.global, own, &around, &reporter),
        Command::Record(own) => record::run(&arguments.global, own, &around, &reporter),
        Command::Clean(own) => clean::run(&arguments.global, own, &reporter),
        Command::Completions(own) => shell::completions(line, own, &reporter),
        Command::Man(own) => shell::manual(&line, own, &reporter),
        Command::Explain(own) => explain::run(&arguments.global, own, &around, &reporter),
        Command::Init(own) => init::run(&arguments.global, own, &around, &reporter),
        Command::Schema(own) => schema::run(own, &reporter),
        Command::Theme(own) => theme::run(&arguments.global, own, &reporter),
        Command::New(own) => new::run(&arguments.global, own, &around, &reporter),
        Command::List(own) => list::run(&arguments.global, own, &around, &reporter),
        Command::Next(own) => next::run(&arguments.global, own, &around, &reporter),
        Command::Diff(own) => diff::run(&arguments.global, own, &reporter),
    };
    match outcome {
        Outcome::Done => ExitCode::SUCCESS,
        Outcome::Mistakes | Outcome::Differs => ExitCode::from(1),
        Outcome::Usage => ExitCode::from(2),
        Outcome::Nothing => ExitCode::from(3),
    }
}

/// So long a run that was interrupted may take to put its things in order.
const LAST_WORDS: std::time::Duration = std::time::Duration::from_secs(1);

/// Calls `tell` at Ctrl-C, and when the program is asked to end.
fn on_interrupt(mut tell: Box<dyn FnMut() + Send>) {
    let installed = ctrlc::set_handler(move || {
        tell();
        std::thread::sleep(LAST_WORDS);
        // What a shell says of a program that an interrupt ended.
        std::process::exit(130);
    });
    // Without a handler the system ends the program at once, which every write of ours survives.
    drop(installed);
}

/// Prints help or version where they were asked for, and a mistake of usage otherwise.
fn answer(error: &clap::Error, messages: &Messages) -> ExitCode {
    // A closed stream is no reason to fail.
    if spoken::is_answer(error) {
        drop(error.print());
    } else {
        drop(writeln!(anstream::stderr(), "{}", spoken::mistake(error, messages)));
    }
    ExitCode::from(if error.use_stderr() { 2 } else { 0 })
}

/// The language in which mistakes of the arguments are told, as far as it is known before they are understood.
fn early_tongue(words: &[OsString]) -> Tongue {
    let root = asked(words, &["--root", "--source", "-r", "-s"]).unwrap_or_else(|| ".".to_owned());
    let own = || pipeline::language(Path::new(&root)).and_then(|tag| Tongue::for_tag(&tag));
    let asked = asked(words, &["--lang"]).and_then(|value| Tongue::for_tag(&value));
    asked.or_else(tongue_of_environment).or_else(own).unwrap_or(Tongue::Indonesian)
}

/// The last value of a flag, in a line that may hold mistakes.
fn asked(words: &[OsString], names: &[&str]) -> Option<String> {
    let words: Vec<_> = words.iter().map(|word| word.to_string_lossy()).take_while(|word| word != "--").collect();
    let following = words.iter().skip(1).map(Some).chain([None]);
    let values = words.iter().zip(following).filter_map(|(word, next)| match word.split_once('=') {
        Some((name, value)) if names.contains(&name) => Some(value.to_owned()),
        None if names.contains(&word.as_ref()) => next.map(|value| value.to_string()),
        _ => None,
    });
    values.last()
}

/// `warta help build --lang id`: the parser's own `help` takes names of commands and nothing else.
fn without_tongue_for_help(mut words: Vec<OsString>) -> Vec<OsString> {
    if words.get(1).is_some_and(|word| word == "help") {
        words.retain(|word| !word.to_string_lossy().starts_with("--lang="));
        if let Some(at) = words.iter().position(|word| word == "--lang") {
            words.drain(at..words.len().min(at + 2));
        }
    }
    words
}

/// Whether a build of this program for its developers is asked to fail, so that a test sees what is said then.
fn fails_on_purpose() -> bool {
    cfg!(debug_assertions) && std::env::var_os("WARTA_PANIC").is_some()
}

/// What `WARTA_LANG` says, then the locale; none where neither says anything that we speak.
fn tongue_of_environment() -> Option<Tongue> {
    ["WARTA_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| Tongue::for_tag(&std::env::var(name).ok()?))
}

/// Columns of the terminal: as its shell says, or as it says itself; none where standard output is none.
fn width() -> Option<usize> {
    let said = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let own = || terminal_size::terminal_size_of(std::io::stdout()).map(|(width, _)| usize::from(width.0));
    said.filter(|columns| *columns > 0).or_else(own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_and_argument_is_worded_in_both_languages() {
        let mut command = Arguments::command();
        command.clone().debug_assert();
        command.build();
        for tongue in [Tongue::Indonesian, Tongue::English] {
            let messages = Messages::new(tongue);
            let mut missing = Vec::new();
            let commands = command.get_subcommands().filter(|own| own.get_name() != "help");
            for own in std::iter::once(&command).chain(commands) {
                let name = own.get_name();
                if messages.find(&spoken::command_id(name)).is_none() {
                    missing.push(name.to_owned());
                }
                for argument in own.get_arguments() {
                    let ids = spoken::argument_ids(name, argument.get_id().as_str());
                    if ids.iter().all(|id| messages.find(id).is_none()) {
                        missing.push(ids.concat());
                    }
                }
            }
            assert_eq!(missing, [""; 0], "{tongue:?}");
        }
    }

    #[test]
    fn flags_are_found_before_the_arguments_are_understood() {
        let words = |line: &str| line.split(' ').map(OsString::from).collect::<Vec<_>>();
        let lang = |line: &str| asked(&words(line), &["--lang"]);
        assert_eq!(lang("warta build --lang en").as_deref(), Some("en"));
        assert_eq!(lang("warta --lang=id build").as_deref(), Some("id"));
        assert_eq!(lang("warta new page -- --lang en"), None);
        assert_eq!(lang("warta build --lang"), None);
        assert_eq!(asked(&words("warta -r situs bild"), &["--root", "-r"]).as_deref(), Some("situs"));
    }
}
