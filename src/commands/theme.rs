//! `warta theme`: which themes there are, a theme of one's own, and a file of the theme to change.

use std::path::Path;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use fluent_bundle::FluentValue;

use super::report::number;
use super::table::{Column, Yields, lines};
use super::{Global, Outcome, Reporter};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, nearest};
use crate::pipeline::{self, Request};
use crate::read::theme::{is_name, layers};
use crate::read::{EMBEDDED_THEME, KnownTheme, ThemeLayer, known_themes};
use crate::render::THEME_API;
use crate::write;

/// `warta theme`
#[derive(Clone, Debug, clap::Args)]
pub struct Arguments {
    /// What to do.
    #[arg(value_name = "ACTION", default_value = "list", value_parser = action(), hide_possible_values = true)]
    pub action: Action,
    /// The theme to start, or the file to copy.
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
}

/// What is done with themes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Lists them.
    List,
    /// Starts one that extends another.
    New,
    /// Copies a file of the theme in use, to be changed.
    Eject,
}

/// The words for each, in both languages.
const WORDS: &[(Action, &[&str])] =
    &[(Action::List, &["list", "daftar"]), (Action::New, &["new", "baru"]), (Action::Eject, &["eject", "salin"])];

fn action() -> impl TypedValueParser<Value = Action> {
    let words = WORDS.iter().flat_map(|(_, words)| words.iter().copied());
    PossibleValuesParser::new(words.collect::<Vec<_>>()).map(|word| {
        let known = WORDS.iter().find(|(_, words)| words.contains(&word.as_str()));
        known.map_or(Action::List, |(action, _)| *action)
    })
}

/// Does it.
pub fn run(global: &Global, arguments: &Arguments, reporter: &Reporter) -> Outcome {
    let config = match pipeline::configure(&Request { root: &global.root, base_url: None }) {
        Ok((config, _)) => config,
        Err(found) => return reporter.findings(found),
    };
    match (arguments.action, arguments.name.as_deref()) {
        (Action::List, _) => list(&global.root, &config, reporter),
        (Action::New, Some(name)) => new(&global.root, name, &config, reporter),
        (Action::New, None) => reporter.refuse("theme-without-name", &[]),
        (Action::Eject, name) => eject(&global.root, name, &config, reporter),
    }
}

fn list(root: &Path, config: &Config, reporter: &Reporter) -> Outcome {
    let (themes, found) = known_themes(root);
    let outcome = if found.has_errors() { reporter.findings(found) } else { Outcome::Done };
    let column = |id: &str| Column { title: reporter.say(id, &[]), yields: Yields::Never, spare: None };
    let columns = ["theme-name", "theme-api", "theme-extends", "theme-place", "theme-use"].map(column);
    let rows: Vec<Vec<String>> = themes.iter().map(|theme| row(theme, config, reporter)).collect();
    for line in lines(&columns, &rows, Some(reporter.width())) {
        reporter.plain(&line);
    }
    outcome
}

fn row(theme: &KnownTheme, config: &Config, reporter: &Reporter) -> Vec<String> {
    let api = match theme.manifest.api {
        Some(THEME_API) => THEME_API.to_string(),
        Some(other) => reporter
            .say("theme-other-api", &[("found", other.to_string().into()), ("expected", THEME_API.to_string().into())]),
        None => "?".to_owned(),
    };
    let place = if theme.on_disk { format!("themes/{}", theme.name) } else { reporter.say("theme-inside", &[]) };
    let used = if theme.name == config.theme { reporter.say("theme-used", &[]) } else { String::new() };
    let parent = theme.manifest.extends.as_deref().unwrap_or_default().to_owned();
    vec![theme.name.clone(), api, parent, place, used]
}

/// Starts a theme that extends the one in use, or the default one where the theme in use has its name already.
fn new(root: &Path, name: &str, config: &Config, reporter: &Reporter) -> Outcome {
    let sound = is_name(name) && name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
    if !sound || name.starts_with('-') {
        return reporter.refuse("theme-bad-name", &[("name", name.into())]);
    }
    let folder = root.join("themes").join(name);
    if folder.exists() || name == EMBEDDED_THEME {
        return reporter.refuse("theme-exists", &[("name", name.into())]);
    }
    let parent = if config.theme == name { EMBEDDED_THEME } else { config.theme.as_str() };
    let manifest = format!("name: {name}\napi: {THEME_API}\nextends: {parent}\n");
    let base = include_str!("theme/base.html").replace("{parent}", parent).replace("{name}", name);
    let css = reporter.say("theme-css", &[("parent", parent.into())]) + "\n";
    let files = [
        ("theme.yaml".to_owned(), manifest),
        ("templates/base.html".to_owned(), base),
        (format!("assets/{name}.css"), css),
    ];
    for (path, text) in &files {
        let target = folder.join(path);
        if let Err(error) = write::create(&target, text.as_bytes()) {
            return unwritable(&target, &error, reporter);
        }
    }
    let shown = FluentValue::from(folder.display().to_string());
    reporter.line(
        "theme-made",
        &[("count", number(files.len())), ("folder", shown), ("name", name.into()), ("parent", parent.into())],
    );
    Outcome::Done
}

/// A file of a theme that a site may have one of its own of: its path in the site.
struct Ejectable<'a> {
    path: String,
    layer: &'a ThemeLayer,
    bytes: &'a [u8],
}

/// The files of the theme in use and of those it extends, each where it is found first.
fn ejectable(layers: &[ThemeLayer]) -> Vec<Ejectable<'_>> {
    let mut files: Vec<Ejectable<'_>> = Vec::new();
    for layer in layers.iter().filter(|layer| !layer.name.is_empty()) {
        let templates =
            layer.templates.iter().map(|(name, source)| (format!("templates/{name}"), source.text().as_bytes()));
        let words = layer.words.iter().map(|(code, source)| (format!("i18n/{code}.ftl"), source.text().as_bytes()));
        let assets = layer.assets.iter().map(|(name, bytes)| (format!("assets/{name}"), bytes.as_slice()));
        files.extend(templates.chain(words).chain(assets).map(|(path, bytes)| Ejectable { path, layer, bytes }));
    }
    // A stable sort: of one path the theme that extends stays before the one that it extends.
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files.dedup_by(|later, earlier| later.path == earlier.path);
    files
}

fn eject(root: &Path, name: Option<&str>, config: &Config, reporter: &Reporter) -> Outcome {
    let mut found = Diagnostics::new();
    let layers = layers(root, config, &mut found);
    if found.has_errors() {
        return reporter.findings(found);
    }
    let files = ejectable(&layers);
    let Some(name) = name else {
        files.iter().for_each(|file| reporter.plain(&file.path));
        reporter.aside("theme-files", &[("count", number(files.len())), ("theme", config.theme.as_str().into())]);
        return Outcome::Done;
    };
    let name = name.trim_start_matches("./");
    // As it is said in `extends`, as a path in the theme's folder, and as a template's name, `home` too.
    let inside = layers.iter().filter(|layer| !layer.name.is_empty()).find_map(|layer| {
        name.strip_prefix(&format!("themes/{}/", layer.name)).or_else(|| name.strip_prefix(&format!("{}/", layer.name)))
    });
    let name = inside.unwrap_or(name);
    let names = [name.to_owned(), format!("templates/{name}"), format!("templates/{name}.html")];
    let Some(file) = files.iter().find(|file| names.contains(&file.path)) else {
        let known =
            files.iter().flat_map(|file| [Some(file.path.as_str()), file.path.strip_prefix("templates/")]).flatten();
        let near = nearest(name, known).unwrap_or("none");
        return reporter.refuse(
            "theme-no-file",
            &[("name", name.into()), ("theme", config.theme.as_str().into()), ("near", near.into())],
        );
    };
    let target = root.join(&file.path);
    match write::create(&target, file.bytes) {
        Ok(true) => {}
        Ok(false) => return reporter.complain("theme-file-kept", &[("path", target.display().to_string().into())]),
        Err(error) => return unwritable(&target, &error, reporter),
    }
    let kind = file.path.split('/').next().unwrap_or_default().to_owned();
    reporter.line(
        "theme-ejected",
        &[
            ("path", target.display().to_string().into()),
            ("theme", file.layer.name.as_str().into()),
            ("template", file.path.strip_prefix("templates/").unwrap_or_default().into()),
            ("kind", kind.into()),
        ],
    );
    Outcome::Done
}

fn unwritable(path: &Path, error: &std::io::Error, reporter: &Reporter) -> Outcome {
    let failed = Diagnostic::new(Code::Unwritable).with("path", path.display().to_string()).because(error);
    reporter.findings(failed.into())
}
