//! `warta diff`: two built sites, page by page: whose text changed, whose markup alone, what came and what went.

mod compare;

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::list::pretty;
use super::report::number;
use super::shape::{Shape, shape};
use super::{Global, Outcome, Reporter, on_threads};
use crate::read::built;
use compare::{Comparison, Other, Words};

/// `warta diff`
#[derive(Clone, Debug, clap::Args)]
pub struct Arguments {
    /// A built site.
    #[arg(value_name = "BEFORE")]
    pub before: PathBuf,
    /// The one to compare with it.
    #[arg(value_name = "AFTER")]
    pub after: PathBuf,
    /// The shape of the answer.
    #[arg(long = "as", value_name = "SHAPE", value_parser = shape())]
    pub shape: Option<Shape>,
}

/// Compares.
pub fn run(global: &Global, arguments: &Arguments, reporter: &Reporter) -> Outcome {
    let compared = on_threads(global.jobs, || {
        let (before, after) = (built::files(&arguments.before)?, built::files(&arguments.after)?);
        compare::compare(&before, &after)
    });
    let found = match compared {
        Ok(found) => found,
        Err((path, error)) => return unreadable(&path, &error, reporter),
    };
    match arguments.shape.unwrap_or(Shape::Text) {
        Shape::Json => reporter.plain(&pretty(&object(&found))),
        Shape::Text => text(&found, global.verbose, reporter),
    }
    if found.is_equal() { Outcome::Done } else { Outcome::Differs }
}

fn unreadable(path: &Path, error: &std::io::Error, reporter: &Reporter) -> Outcome {
    let values = [("path", path.display().to_string().into()), ("reason", error.to_string().into())];
    reporter.refuse("diff-unreadable", &values)
}

fn text(found: &Comparison, verbose: bool, reporter: &Reporter) {
    if found.is_equal() {
        reporter.plain(&reporter.say("diff-equal", &[("count", number(found.same))]));
        return;
    }
    let heading = |id: &str, count: usize| {
        if count > 0 {
            reporter.plain(&reporter.say(id, &[("count", number(count))]));
        }
        count > 0
    };
    heading("diff-text", found.text.len());
    for words in &found.text {
        reporter.plain(&format!("  {}", words.path));
        for (id, words) in [("diff-before", &words.before), ("diff-after", &words.after)] {
            let words = words.replace(char::is_control, " ");
            reporter.plain(&format!("    {}", reporter.say(id, &[("words", words.into())])));
        }
    }
    for (id, paths) in [("diff-new", &found.new), ("diff-gone", &found.gone)] {
        heading(id, paths.len());
        paths.iter().for_each(|path| reporter.plain(&format!("  {path}")));
    }
    for (id, paths) in [("diff-markup", &found.markup), ("diff-assets", &found.assets)] {
        if heading(id, paths.len()) && verbose {
            paths.iter().for_each(|path| reporter.plain(&format!("  {path}")));
        }
    }
    heading("diff-others", found.others.len());
    for other in &found.others {
        reporter.plain(&match other {
            Other::Changed(path) => format!("  ~ {path}"),
            Other::Renamed(before, after) => format!("  ~ {before} → {after}"),
            Other::New(path) => format!("  + {path}"),
            Other::Gone(path) => format!("  - {path}"),
        });
    }
    heading("diff-same", found.same);
}

fn object(found: &Comparison) -> Value {
    let words = |words: &Words| json!({ "path": words.path, "before": words.before, "after": words.after });
    let other = |other: &Other| match other {
        Other::Changed(path) => json!({ "path": path, "change": "changed" }),
        Other::Renamed(before, after) => json!({ "path": after, "change": "changed", "before": before }),
        Other::New(path) => json!({ "path": path, "change": "new" }),
        Other::Gone(path) => json!({ "path": path, "change": "gone" }),
    };
    json!({
        "equal": found.is_equal(),
        "counts": {
            "text": found.text.len(),
            "markup": found.markup.len(),
            "assets": found.assets.len(),
            "new": found.new.len(),
            "gone": found.gone.len(),
            "others": found.others.len(),
            "same": found.same,
        },
        "text": found.text.iter().map(words).collect::<Value>(),
        "markup": found.markup,
        "assets": found.assets,
        "new": found.new,
        "gone": found.gone,
        "others": found.others.iter().map(other).collect::<Value>(),
    })
}
