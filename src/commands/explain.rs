//! `warta explain`: what stands behind a file or an address, and why it is as it is.
//!
//! The site is asked as it is public now; what is not there is looked for in the site with everything in it.

mod facts;
mod item;
mod list;
mod subject;
mod templates;

use std::path::Path;
use std::sync::Arc;

use super::shape::{Shape, shape};
use super::{Global, Outcome, Reporter, SiteArguments, Surroundings, on_threads, prepare};
use crate::config::Config;
use crate::diagnostic::nearest;
use crate::pipeline;
use crate::plan::{Plan, Recipe};
use crate::read::{self, Sources};
use crate::site::{Moment, Site};
use facts::Explanation;
use subject::{Asked, Subject};

/// `warta explain`
#[derive(Clone, Debug, clap::Args)]
pub struct Arguments {
    /// A file of the project or of the output, or an address.
    #[arg(value_name = "PATH|URL")]
    pub target: String,
    /// The shape of the explanation.
    #[arg(long = "as", value_name = "SHAPE", value_parser = shape())]
    pub shape: Option<Shape>,
    /// What makes the site.
    #[command(flatten)]
    pub site: SiteArguments,
}

/// One site, and all that is asked of it.
struct World<'a> {
    root: &'a Path,
    config: &'a Arc<Config>,
    sources: &'a Sources,
    moment: &'a Moment,
    site: Arc<Site>,
    plan: Arc<Plan>,
    reporter: &'a Reporter,
}

/// Explains.
pub fn run(global: &Global, arguments: &Arguments, around: &Surroundings<'_>, reporter: &Reporter) -> Outcome {
    let (config, now, found) = match prepare(global, &arguments.site, around.clock) {
        Ok(prepared) => prepared,
        Err(found) => return reporter.findings(found),
    };
    // Findings in a form for programs would stand in the way of the result.
    let outcome = if found.is_empty() { Outcome::Done } else { reporter.findings(found) };
    let asked = match subject::asked(&arguments.target, &global.root, &config, arguments.site.base_url.as_deref()) {
        Ok(asked) => asked,
        Err(origin) => {
            let values = [("address", arguments.target.as_str().into()), ("base", origin.into())];
            return reporter.complain("explain-elsewhere", &values);
        }
    };
    let public = Moment { now, drafts: false, future: false, everything: false };
    let everything = Moment { now, drafts: true, future: true, everything: true };
    on_threads(global.jobs, || {
        let (sources, _) = read::project(&global.root, &config);
        for moment in [&public, &everything] {
            let (site, plan, _) = pipeline::related(&sources, &config, moment);
            let world = World { root: &global.root, config: &config, sources: &sources, moment, site, plan, reporter };
            if let Some(subject) = subject::find(&asked, &world) {
                world.say(&world.explain(&subject), arguments.shape.unwrap_or(Shape::Text));
                return outcome;
            }
            if moment.everything {
                return world.nothing(&arguments.target, &asked);
            }
        }
        outcome
    })
}

impl World<'_> {
    fn explain(&self, subject: &Subject<'_>) -> Explanation {
        match subject {
            Subject::Output(output) => match &output.recipe {
                Recipe::Page(id) => item::page(self, *id),
                Recipe::Redirect(id) => item::redirect(self, &output.address(), *id, true),
                _ => list::output(self, output),
            },
            Subject::Alias(address, id) => item::redirect(self, address, *id, false),
            Subject::Gone(address) => facts::Explanation::new("gone", self.address(address)),
            Subject::Source(path) => templates::source(self, path),
        }
    }

    fn say(&self, explanation: &Explanation, shape: Shape) {
        match shape {
            Shape::Json => self.reporter.plain(&super::list::pretty(&explanation.data())),
            Shape::Text => explanation.lines(self.reporter).iter().for_each(|line| self.reporter.plain(line)),
        }
    }

    /// Nobody has this address, no file this name: what is nearest is told.
    fn nothing(&self, target: &str, asked: &Asked) -> Outcome {
        let addresses: Vec<String> = self.plan.outputs.iter().map(|output| output.address()).collect();
        let near = match asked {
            Asked::Address(address) => {
                let last = |address: &str| address.trim_end_matches('/').rsplit('/').next().map(str::to_owned);
                let named = last(address).filter(|name| !name.is_empty());
                // An item under another date is meant rather than a list with another name.
                let elsewhere = addresses.iter().find(|own| named.is_some() && last(own) == named);
                elsewhere.map(String::as_str).or_else(|| nearest(address, addresses.iter().map(String::as_str)))
            }
            Asked::File(file) => {
                let named = |path: &str| path.rsplit('/').next() == file.rsplit('/').next();
                // A file that lies elsewhere is meant rather than one with another name.
                let sources: Vec<&str> = self.sources.markdown.iter().map(|source| source.path.as_str()).collect();
                let elsewhere = sources.iter().copied().find(|path| named(path));
                let content = format!("content/{file}");
                elsewhere
                    .or_else(|| nearest(file, sources.iter().copied()))
                    .or_else(|| nearest(&content, sources.iter().copied()))
                    .or_else(|| nearest(&format!("/{file}"), addresses.iter().map(String::as_str)))
            }
        };
        let id = if matches!(asked, Asked::Address(_)) { "explain-no-address" } else { "explain-no-file" };
        match near {
            Some(near) => {
                self.reporter.complain(&format!("{id}-near"), &[("target", target.into()), ("suggestion", near.into())])
            }
            None => self.reporter.complain(id, &[("target", target.into())]),
        }
    }

    /// The address of a path on the site.
    fn address(&self, path: &str) -> String {
        self.config.base_url.absolute(path)
    }

    /// A path of the project, and that it lies inside the program where it does.
    fn file(&self, path: &str) -> facts::Entry {
        if read::is_file(&self.root.join(path)) {
            facts::Entry::plain(path)
        } else {
            let inside = self.reporter.say("explain-inside", &[("path", path.into())]);
            facts::Entry { text: inside, data: path.into() }
        }
    }
}
