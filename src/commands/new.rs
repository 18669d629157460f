//! `warta new`: a draft with all that its kind requires and expects, in the place where its section keeps such files.
//!
//! What a kind wants is asked of its tables and of the judges that `warta check` asks; there is no second list here. The
//! draft is judged as a part of the site before it is written, so that what is written has no mistake.

mod fields;
mod place;

use std::io::{BufRead, Write};
use std::sync::Arc;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use jiff::Timestamp;

use super::ask::Talk;
use super::{Global, Outcome, Reporter, SiteArguments, Surroundings, on_threads, prepare};
use crate::config::{Config, Kind, Lang};
use crate::diagnostic::messages::Tongue;
use crate::diagnostic::{Argument, Code, Diagnostic, Diagnostics, Severity};
use crate::locale::date::{When, Written};
use crate::parse::Lexicon;
use crate::parse::documents::DocumentKind;
use crate::pipeline;
use crate::read::{self, Sources};
use crate::site::{Moment, Site};
use crate::source::Source;
use crate::write;
use crate::yaml::Scalar;
use fields::{Fields, Unfit};
use place::Place;

/// `warta new`
#[derive(Clone, Debug, clap::Args)]
pub struct Arguments {
    /// The kind of item.
    #[arg(value_name = "KIND", value_parser = kind())]
    pub kind: Kind,
    /// Its title; asked for on a terminal without it.
    #[arg(value_name = "TITLE")]
    pub title: Option<String>,
    /// The section, or a folder in it, where several hold such items.
    #[arg(long, value_name = "FOLDER")]
    pub section: Option<String>,
    /// Its date; today without it, where its kind needs one.
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// What it says in a sentence or two.
    #[arg(long, value_name = "TEXT")]
    pub summary: Option<String>,
    /// Any other key.
    #[arg(long, value_name = "KEY=VALUE", value_parser = pair)]
    pub set: Vec<(String, String)>,
    /// Name of its file, in the place of one made from the title.
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    /// A folder of its own, for pictures and files.
    #[arg(long)]
    pub bundle: bool,
    /// Its language, where it is not the site's first.
    #[arg(long, value_name = "CODE")]
    pub language: Option<String>,
    /// What makes the site.
    #[command(flatten)]
    pub site: SiteArguments,
}

/// Kinds by every name they have, with hyphens too.
fn kind() -> impl TypedValueParser<Value = Kind> {
    let values = Kind::WORDS.iter().map(|name| {
        let hyphens = name.replace('_', "-");
        let value = PossibleValue::new(*name);
        if hyphens == *name { value } else { value.alias(hyphens) }
    });
    PossibleValuesParser::new(values.collect::<Vec<_>>())
        .map(|word| Kind::from_scalar(&word.replace('-', "_")).unwrap_or(Kind::Page))
}

fn pair(text: &str) -> Result<(String, String), String> {
    let pair = text.split_once('=').map(|(key, value)| (key.trim().to_owned(), value.trim().to_owned()));
    pair.filter(|(key, _)| !key.is_empty()).ok_or_else(|| "summary=…".to_owned())
}

/// What a draft is made in.
struct Room<'a> {
    arguments: &'a Arguments,
    config: &'a Arc<Config>,
    now: Timestamp,
    reporter: &'a Reporter,
    site: &'a Site,
    lang: Lang,
}

/// Makes a draft.
pub fn run(global: &Global, arguments: &Arguments, around: &Surroundings<'_>, reporter: &Reporter) -> Outcome {
    let (config, now, found) = match prepare(global, &arguments.site, around.clock) {
        Ok(prepared) => prepared,
        Err(found) => return reporter.findings(found),
    };
    if !found.is_empty() {
        reporter.findings(found);
    }
    let lang = match &arguments.language {
        None => config.default_lang(),
        Some(code) => match config.lang_of(code) {
            Some(lang) => lang,
            None => {
                let known: Vec<&str> = config.languages.iter().map(|language| language.code.as_str()).collect();
                let values = [("language", code.as_str().into()), ("known", known.join(", ").into())];
                return reporter.refuse("new-language", &values);
            }
        },
    };
    let moment = Moment { now, drafts: true, future: true, everything: true };
    on_threads(global.jobs, || {
        let (mut sources, _) = read::project(&global.root, &config);
        let (site, ..) = pipeline::related(&sources, &config, &moment);
        let room = Room { arguments, config: &config, now, reporter, site: &site, lang };
        let (input, output) = (&mut std::io::stdin().lock(), &mut anstream::stderr());
        let drafted = if around.asks {
            room.draft(&mut Some(Talk { input, output, reporter }))
        } else {
            room.draft::<std::io::Empty, std::io::Sink>(&mut None)
        };
        let Drafted { place, text } = match drafted {
            Ok(drafted) => drafted,
            Err(outcome) => return outcome,
        };
        if let Err(outcome) = room.judge(&mut sources, &place, &text, &moment) {
            return outcome;
        }
        let target = global.root.join(place.path());
        match write::create(&target, text.as_bytes()) {
            Ok(true) => {
                let shown = target.strip_prefix(".").unwrap_or(&target).display().to_string();
                reporter.plain(&shown);
                reporter.aside("new-made", &[("file", place.path().into())]);
                Outcome::Done
            }
            Ok(false) => room.exists(&place),
            Err(error) => {
                let failed = Diagnostic::new(Code::Unwritable).with("path", target.display().to_string());
                reporter.findings(failed.with("reason", error.to_string()).into())
            }
        }
    })
}

/// A draft that is not written yet.
struct Drafted {
    place: Place,
    text: String,
}

impl Room<'_> {
    /// Collects what is to stand in the file.
    fn draft<I: BufRead, O: Write>(&self, talk: &mut Option<Talk<'_, I, O>>) -> Result<Drafted, Outcome> {
        let arguments = self.arguments;
        let section = place::section(self, talk)?;
        let title = match (&arguments.title, talk.as_mut()) {
            (Some(title), _) => Some(title.clone()),
            (None, Some(talk)) => talk.line("new-ask-title", &[]),
            (None, None) => None,
        };
        let title = title.filter(|title| !title.trim().is_empty());
        let Some(title) = title else { return Err(self.reporter.refuse("new-no-title", &[])) };
        let mut fields = Fields::new(arguments.kind, self.reporter.tongue());
        if section.kind != arguments.kind {
            self.set(&mut fields, "kind", self.kind_name())?;
        }
        self.set(&mut fields, "title", &title)?;
        let today = When::at(self.now, &self.config.zone).date().to_string();
        let given = arguments.set.iter().any(|(key, _)| fields.is_key(key, "date"));
        match &arguments.date {
            Some(date) => self.set(&mut fields, "date", date)?,
            None if !given && fields.wants("date") => self.set(&mut fields, "date", &today)?,
            None => {}
        }
        if !arguments.set.iter().any(|(key, _)| fields.is_key(key, "status")) {
            let draft = if self.reporter.tongue() == Tongue::English { "draft" } else { "konsep" };
            self.set(&mut fields, "status", draft)?;
        }
        if let Some(summary) = &arguments.summary {
            self.set(&mut fields, "summary", summary)?;
        }
        for (key, value) in &arguments.set {
            self.set(&mut fields, key, value)?;
        }
        if let Some(own) = self.config.organization.as_ref().filter(|_| fields.wants("organizations")) {
            self.set(&mut fields, "organizations", own)?;
        }
        for key in fields.wanted() {
            if let Some(talk) = talk.as_mut() {
                self.ask(&mut fields, key, talk)?;
            }
        }
        // Some keys are wanted because of what others say: the judges know.
        loop {
            let date = fields.text("date").or_else(|| fields.text("start")).unwrap_or(&today);
            let day =
                Written::parse(date).map_or_else(|_| When::at(self.now, &self.config.zone).date(), |date| date.date());
            let place = section.place(self, &title, day)?;
            let text = fields.file(self.reporter);
            let missing = self.missing(&place, &text);
            let Some((first, _)) = missing.first() else { return Ok(Drafted { place, text }) };
            let before = fields.text(first).map(str::to_owned);
            if let Some(talk) = talk.as_mut() {
                self.ask(&mut fields, first, talk)?;
            }
            if fields.text(first).map(str::to_owned) == before {
                return Err(self.lacks(&missing));
            }
        }
    }

    /// The kind in the writer's language.
    fn kind_name(&self) -> &'static str {
        let word = self.arguments.kind.word();
        let alias = DocumentKind::named(word).and_then(|kind| kind.alias);
        alias.filter(|_| self.reporter.tongue() == Tongue::Indonesian).unwrap_or(word)
    }

    fn set(&self, fields: &mut Fields, key: &str, value: &str) -> Result<(), Outcome> {
        fields.set(key, value).map_err(|unfit| {
            let values = [("key", key.into()), ("known", fields.known().into())];
            match unfit {
                Unfit::Unknown(Some(near)) => {
                    self.reporter.refuse("new-key-near", &[("key", key.into()), ("suggestion", near.into())])
                }
                Unfit::Unknown(None) => self.reporter.refuse("new-key", &values),
                Unfit::Twice => self.reporter.refuse("new-key-twice", &values),
            }
        })
    }

    fn ask<I: BufRead, O: Write>(
        &self,
        fields: &mut Fields,
        key: &str,
        talk: &mut Talk<'_, I, O>,
    ) -> Result<(), Outcome> {
        if fields.has(key) {
            return Ok(());
        }
        match fields.ask(key, talk) {
            Some(value) => self.set(fields, key, &value),
            None => Ok(()),
        }
    }

    /// Keys that the judges of one file miss, in both languages.
    fn missing(&self, place: &Place, text: &str) -> Vec<(String, String)> {
        let source = Source::new(place.path(), text);
        let (_, found) = crate::parse::document(&source, self.config, self.arguments.kind, &Lexicon::default());
        let missing = found.iter().filter(|finding| finding.code == Code::MissingKey);
        let keys = missing.flat_map(|finding| &finding.arguments).filter_map(|(name, value)| match value {
            Argument::Key(english, indonesian) if *name == "key" => Some((english.clone(), indonesian.clone())),
            _ => None,
        });
        keys.collect()
    }

    /// Says which keys must be given.
    fn lacks(&self, missing: &[(String, String)]) -> Outcome {
        let name = |(english, indonesian): &(String, String)| match self.reporter.tongue() {
            Tongue::English => english.clone(),
            Tongue::Indonesian => indonesian.clone(),
        };
        let keys: Vec<String> = missing.iter().map(name).collect();
        let flags: Vec<String> = keys.iter().map(|key| format!("--set {key}=…")).collect();
        self.reporter.refuse("new-lacks", &[("keys", keys.join(", ").into()), ("flags", flags.join(" ").into())])
    }

    /// Judges the draft as a part of the site.
    fn judge(&self, sources: &mut Sources, place: &Place, text: &str, moment: &Moment) -> Result<(), Outcome> {
        if self.site.by_file.contains_key(&place.content()) {
            return Err(self.exists(place));
        }
        let source = Source::new(place.path(), text);
        sources.markdown.push(Arc::clone(&source));
        sources.markdown.sort_by(|a, b| a.path.cmp(&b.path));
        let (.., found) = pipeline::related(sources, self.config, moment);
        let is_ours = |finding: &Diagnostic| {
            let places = finding.primary.iter().chain(&finding.related);
            places.into_iter().any(|place| place.source().path == source.path)
        };
        let errors: Diagnostics =
            found.into_iter().filter(|finding| finding.severity == Severity::Error && is_ours(finding)).collect();
        if errors.iter().any(|error| matches!(error.code, Code::DuplicateId | Code::AddressTaken)) {
            return Err(self.exists(place));
        }
        if errors.is_empty() {
            return Ok(());
        }
        let outcome = self.reporter.findings(errors);
        self.reporter.aside("new-nothing", &[]);
        Err(outcome)
    }

    /// The name is taken: another one is proposed.
    fn exists(&self, place: &Place) -> Outcome {
        let values = [("file", place.path().into()), ("name", place.free_name(self).into())];
        self.reporter.complain("new-exists", &values)
    }
}
