//! `warta init`: a folder with a first site, which builds as it is, and the settings of an editor.

mod answers;
mod editor;
mod files;

use std::io::{self, Empty, Sink};
use std::path::{Path, PathBuf};

use fluent_bundle::FluentValue;

use self::answers::{Answers, Given};
use super::ask::Talk;
use super::report::number;
use super::{Global, Outcome, Reporter, Surroundings};
use crate::diagnostic::{Code, Diagnostic};
use crate::read;
use crate::write;

/// `warta init`
#[derive(Clone, Debug, clap::Args)]
pub struct Arguments {
    /// The folder to start in, in the place of `--root`.
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,
    /// Name of the office; asked for on a terminal, like the three below.
    #[arg(long, value_name = "TEXT")]
    pub name: Option<String>,
    /// Address of the published site.
    #[arg(short = 'u', long, value_name = "URL")]
    pub base_url: Option<String>,
    /// WIB, WITA, WIT or an IANA name.
    #[arg(long, value_name = "ZONE")]
    pub time_zone: Option<String>,
    /// Language of the site; that of messages without it.
    #[arg(long, value_name = "CODE")]
    pub language: Option<String>,
    /// Write the editor's schemas and snippets anew, and nothing of the site.
    #[arg(long, conflicts_with_all = ["name", "base_url", "time_zone", "language"])]
    pub editor: bool,
}

/// Makes the files that are not there yet; none is ever replaced.
pub fn run(global: &Global, arguments: &Arguments, around: &Surroundings<'_>, reporter: &Reporter) -> Outcome {
    let root = arguments.folder.as_ref().unwrap_or(&global.root);
    let folder = FluentValue::from(root.display().to_string());
    if arguments.editor {
        return match editor_files(root, true, reporter) {
            Ok(_) => {
                reporter.line("editor-written", &[("folder", folder)]);
                Outcome::Done
            }
            Err(outcome) => outcome,
        };
    }
    // Where the settings are there already, an answer would go nowhere.
    let asks = around.asks && !read::is_file(&root.join("warta.yaml"));
    let answers = match answers(arguments, asks, reporter) {
        Ok(answers) => answers,
        Err(outcome) => return outcome,
    };
    let made = match site_files(root, &answers, reporter) {
        Ok(made) => made,
        Err(outcome) => return outcome,
    };
    match editor_files(root, false, reporter) {
        Ok(more) => {
            let here = if is_here(root) { "yes" } else { "no" };
            let values = [("count", number(made + more)), ("folder", folder), ("here", here.into())];
            reporter.line("initialized", &values);
            Outcome::Done
        }
        Err(outcome) => outcome,
    }
}

fn answers(arguments: &Arguments, asks: bool, reporter: &Reporter) -> Result<Answers, Outcome> {
    let given = Given {
        language: arguments.language.as_deref(),
        name: arguments.name.as_deref(),
        base_url: arguments.base_url.as_deref(),
        time_zone: arguments.time_zone.as_deref(),
    };
    if asks {
        let (input, output) = (&mut io::stdin().lock(), &mut anstream::stderr());
        given.complete(&mut Some(Talk { input, output, reporter }), reporter)
    } else {
        given.complete::<Empty, Sink>(&mut None, reporter)
    }
}

/// How many files of the site were made.
fn site_files(root: &Path, answers: &Answers, reporter: &Reporter) -> Result<usize, Outcome> {
    let mut made = 0;
    for (path, text) in files::files(answers) {
        let target = root.join(path);
        match write::create(&target, text.as_bytes()) {
            Ok(true) => made += 1,
            Ok(false) => {
                let path = FluentValue::from(target.display().to_string());
                reporter.line("kept", &[("path", path)]);
            }
            Err(error) => return Err(failed(&target, &error, reporter)),
        }
    }
    Ok(made)
}

/// How many files of the editor were made; those that the program makes are written anew where that was asked for.
fn editor_files(root: &Path, anew: bool, reporter: &Reporter) -> Result<usize, Outcome> {
    let mut made = 0;
    for file in editor::files(reporter.tongue()) {
        let target = root.join(&file.path);
        let written = if file.is_made && anew {
            write::replace_file(&target, file.text.as_bytes()).map(|()| true)
        } else {
            write::create(&target, file.text.as_bytes())
        };
        match written {
            Ok(is_new) => made += usize::from(is_new),
            Err(error) => return Err(failed(&target, &error, reporter)),
        }
    }
    Ok(made)
}

/// Whether the folder is the one in which the program was started.
fn is_here(root: &Path) -> bool {
    root.components().all(|part| part == std::path::Component::CurDir)
}

fn failed(target: &Path, error: &io::Error, reporter: &Reporter) -> Outcome {
    let failed = Diagnostic::new(Code::Unwritable).with("path", target.display().to_string()).because(error);
    reporter.findings(failed.into())
}
