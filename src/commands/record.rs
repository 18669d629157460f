//! `warta record`: adds what is published now to the ledger of addresses, `addresses.yaml`.
//!
//! It knows no flags that show what is not public, no other instant and no other address: what it records is a promise.

use super::report::number;
use super::{Global, Outcome, Reporter, SiteArguments, Surroundings, on_threads, prepare};
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::ledger;
use crate::pipeline;
use crate::plan::ledger::{published, to_text, with_published};
use crate::read;
use crate::site::Moment;
use crate::write;

/// `warta record`
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct Arguments {
    /// Say what would be recorded, and write nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// Records.
pub fn run(global: &Global, arguments: &Arguments, around: &Surroundings<'_>, reporter: &Reporter) -> Outcome {
    let site = SiteArguments { base_url: None, now: None };
    let (config, now, mut found) = match prepare(global, &site, around.clock) {
        Ok(prepared) => prepared,
        Err(found) => return reporter.findings(found),
    };
    let moment = Moment { now, drafts: false, future: false, everything: false };
    let (addresses, new) = on_threads(global.jobs, || {
        let (sources, problems) = read::project(&global.root, &config);
        found.append(problems);
        let (site, plan, problems) = pipeline::related(&sources, &config, &moment);
        found.append(problems);
        let (ledger, _) = ledger::parse(sources.ledger.as_ref());
        with_published(&ledger, published(&site, &plan))
    });
    let sound = !found.has_errors();
    let outcome = reporter.findings(found);
    if !sound {
        // An address that has vanished would be forgotten without a word.
        reporter.line("not-recorded", &[]);
        return outcome;
    }
    let file = global.root.join(read::LEDGER);
    if !arguments.dry_run {
        let text = to_text(&addresses, &reporter.say("ledger-heading", &[]));
        if let Err(error) = write::replace_file(&file, text.as_bytes()) {
            let failed = Diagnostic::new(Code::Unwritable)
                .with("path", file.display().to_string())
                .with("reason", error.to_string());
            return reporter.findings(failed.into());
        }
    }
    let counts = [("new", number(new)), ("all", number(addresses.len())), ("file", file.display().to_string().into())];
    reporter.line(if arguments.dry_run { "would-record" } else { "recorded" }, &counts);
    outcome
}
