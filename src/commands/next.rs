//! `warta next`: when the output changes by itself, and why.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::list::pretty;
use super::report::number;
use super::shape::{Shape, shape};
use super::{Global, Outcome, Reporter, SiteArguments, Surroundings, on_threads, prepare};
use crate::config::Config;
use crate::locale::date::{Format, When, format};
use crate::pipeline;
use crate::read;
use crate::render;
use crate::site::Moment;
use crate::site::changes::{self, Change};

/// `warta next`
#[derive(Clone, Debug, clap::Args)]
pub struct Arguments {
    /// Only what comes within this span: minutes, hours, days or weeks.
    #[arg(long, value_name = "SPAN", value_parser = span)]
    pub within: Option<SignedDuration>,
    /// End with 3 when nothing comes.
    #[arg(long)]
    pub exit_code: bool,
    /// Every coming instant, not only the next one.
    #[arg(long)]
    pub all: bool,
    /// The shape of the answer.
    #[arg(long = "as", value_name = "SHAPE", value_parser = shape())]
    pub shape: Option<Shape>,
    /// What makes the site.
    #[command(flatten)]
    pub site: SiteArguments,
}

/// `30m`, `6h`, `2d`, `3w`; in Indonesian `30 menit`, `6 jam`, `2 hari`, `3 minggu`.
fn span(text: &str) -> Result<SignedDuration, String> {
    let text = text.trim();
    let (count, unit) = text.split_at(text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len()));
    let minutes = match unit.trim() {
        "m" | "min" | "minute" | "minutes" | "menit" => Some(1),
        "h" | "hour" | "hours" | "jam" => Some(60),
        "d" | "day" | "days" | "hari" => Some(24 * 60),
        "w" | "week" | "weeks" | "minggu" => Some(7 * 24 * 60),
        _ => None,
    };
    // Four digits reach further than anyone plans.
    let count = count.parse::<i64>().ok().filter(|count| (1..=9999).contains(count));
    let minutes = minutes.zip(count).map(|(minutes, count)| minutes * count);
    minutes.map(SignedDuration::from_mins).ok_or_else(|| "30m, 6h, 2d, 3w".to_owned())
}

/// Says what comes.
pub fn run(global: &Global, arguments: &Arguments, around: &Surroundings<'_>, reporter: &Reporter) -> Outcome {
    let (config, now, found) = match prepare(global, &arguments.site, around.clock) {
        Ok(prepared) => prepared,
        Err(found) => return reporter.findings(found),
    };
    // Findings in a form for programs would stand in the way of the result.
    let outcome = if found.is_empty() { Outcome::Done } else { reporter.findings(found) };
    let moment = Moment { now, drafts: false, future: false, everything: false };
    let mut changes = on_threads(global.jobs, || {
        let (sources, _) = read::project(&global.root, &config);
        let (site, ..) = pipeline::related(&sources, &config, &moment);
        changes::coming(&site, &config, &moment, render::ask_for_date(&sources.layers))
    });
    if let Some(end) = arguments.within.and_then(|span| now.checked_add(span).ok()) {
        changes.retain(|change| change.at <= end);
    }
    let mut instants: Vec<&[Change]> = changes.chunk_by(|a, b| a.at == b.at).collect();
    if !arguments.all {
        instants.truncate(1);
    }
    let view = View { config: &config, reporter };
    match arguments.shape.unwrap_or(Shape::Text) {
        Shape::Json => {
            reporter.plain(&pretty(&instants.iter().map(|together| view.object(together)).collect::<Value>()));
        }
        Shape::Text if instants.is_empty() => {
            reporter.line(if arguments.within.is_some() { "next-none-within" } else { "next-none" }, &[]);
        }
        Shape::Text => instants.iter().for_each(|together| view.lines(together)),
    }
    let documents = instants.iter().flat_map(|together| together.iter()).filter_map(|change| change.document.as_ref());
    let mut broken: Vec<&str> =
        documents.filter(|document| document.broken).map(|document| document.source.path.as_str()).collect();
    broken.sort_unstable();
    broken.dedup();
    if !broken.is_empty() {
        reporter.aside("next-broken", &[("count", number(broken.len()))]);
    }
    match outcome {
        Outcome::Done if arguments.exit_code && instants.is_empty() => Outcome::Nothing,
        outcome => outcome,
    }
}

/// What changes are shown with.
struct View<'a> {
    config: &'a Config,
    reporter: &'a Reporter,
}

impl View<'_> {
    fn at(&self, instant: Timestamp) -> When {
        When::at(instant, &self.config.zone)
    }

    /// The instant, and a line for each reason.
    fn lines(&self, together: &[Change]) {
        let Some(first) = together.first() else { return };
        self.reporter.plain(&format(&self.at(first.at), Format::FullTime, self.reporter.words()));
        for change in together {
            let document = change.document.as_ref();
            let title = document.and_then(|document| document.front.common.title.as_deref()).unwrap_or_default();
            let file = document.map_or("", |document| document.source.path.as_str());
            // A control character in a title must not move the cursor.
            let values = [title, file].map(|text| text.replace(char::is_control, " "));
            let [title, file] = values.map(Into::into);
            let id = format!("next-{}", change.cause.word().replace('_', "-"));
            self.reporter.plain(&format!("  {}", self.reporter.say(&id, &[("title", title), ("file", file)])));
        }
    }

    fn object(&self, together: &[Change]) -> Value {
        let reasons = together.iter().map(|change| {
            let document = change.document.as_ref();
            json!({
                "cause": change.cause.word(),
                "file": document.map(|document| document.source.path.as_str()),
                "title": document.and_then(|document| document.front.common.title.as_deref()),
            })
        });
        json!({ "at": together.first().map(|first| self.at(first.at).iso()), "reasons": reasons.collect::<Value>() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_read_in_both_languages() {
        for (text, minutes) in [("30m", 30), ("6h", 360), ("2 hari", 2880), ("3w", 30240), (" 1 jam ", 60)] {
            assert_eq!(span(text), Ok(SignedDuration::from_mins(minutes)), "{text}");
        }
        for text in ["", "m", "30", "0d", "-1d", "2 bulan", "99999w", "1.5h", "９h"] {
            assert!(span(text).is_err(), "{text}");
        }
    }
}
