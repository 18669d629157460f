//! Options that a site gives its theme, held against the types that `theme.yaml` declares.

use tera::{Map, Value};

use super::colors;
use super::value::{json, list, object};
use crate::config::{Config, Language};
use crate::diagnostic::{Argument, Code, Diagnostic, Diagnostics, nearest};
use crate::read::{ThemeLayer, ThemeManifest};
use crate::source::Source;
use crate::yaml::{self, Part, Places, Scalar};

/// The version of the interface between themes and this program: what templates are given, and what they must have.
pub const API: u64 = 1;

/// The options by language, with defaults filled in. A text may be given once, or once a language.
pub fn check(layers: &[ThemeLayer], config: &Config) -> (Vec<Value>, Diagnostics) {
    let mut found = Diagnostics::new();
    let mut declared: serde_json::Map<String, serde_json::Value> = serde_json::Map::new();
    // The theme that extends comes first and wins.
    for manifest in layers.iter().rev().filter_map(|layer| layer.manifest.as_ref()) {
        let read = yaml::read::<ThemeManifest>(manifest, 0..manifest.text().len());
        if let Some(api) = read.value.api.filter(|api| *api != API) {
            let span = Places::of_file(manifest).at("api", Part::Value).unwrap_or(0..0);
            found.push(
                Diagnostic::at(Code::RuleBroken, manifest, span)
                    .with("rule", "theme-api")
                    .with("found", api.to_string())
                    .with("expected", API.to_string()),
            );
        }
        declared.extend(read.value.options.0);
    }
    let place = |path: &str, part: Part| config.places.at(&format!("theme_options.{path}"), part).unwrap_or(0..0);
    let is_whole = is_whole(layers);
    for (name, value) in &config.theme_options {
        let Some(option) = declared.get(name) else {
            if !is_whole {
                continue;
            }
            let known: Vec<&str> = declared.keys().map(String::as_str).collect();
            found.push(
                Diagnostic::at(Code::UnknownKey, &config.source, place(name, Part::Key))
                    .with("key", name.as_str())
                    .with("known", known.join(", "))
                    .with("free", "no")
                    .with("belongs", "nowhere")
                    .suggesting(nearest(name, known.iter().copied())),
            );
            continue;
        };
        let kind = kind_of(option);
        let fits = match value {
            serde_json::Value::Object(editions) if kind == "text" => {
                editions.iter().all(|(code, text)| config.lang_of(code).is_some() && fits(kind, text))
            }
            value => fits(kind, value),
        };
        if !fits {
            let (key, at) = (place(name, Part::Key), place(name, Part::Value));
            let written = match value {
                serde_json::Value::Null => behind(&config.source, key.end),
                _ => value.as_str().unwrap_or_else(|| config.source.slice(at.clone())),
            };
            let problem = match value {
                serde_json::Value::Null if written.is_empty() => "empty",
                serde_json::Value::Null | serde_json::Value::String(_) if kind == "color" => "not-a-color",
                _ => "not-an-option",
            };
            found.push(
                Diagnostic::at(Code::BadValue, &config.source, if at.is_empty() { key } else { at })
                    .with("value", written)
                    .with("type", kind)
                    .with("problem", problem),
            );
        } else if let Some(pale) =
            value.as_str().filter(|_| kind == "color").and_then(|color| too_little(option, color))
        {
            found.push(
                Diagnostic::at(Code::BadValue, &config.source, place(name, Part::Value))
                    .with("value", value.as_str().unwrap_or_default())
                    .with("problem", "contrast")
                    .with("type", "contrast")
                    .with("ground", pale.ground)
                    .with("found", Argument::decimal(pale.found))
                    .with("wanted", Argument::decimal(pale.wanted))
                    .suggesting(pale.proposal),
            );
        }
    }
    let options = config.languages.iter().map(|language| in_language(&declared, config, language)).collect();
    (options, found)
}

/// Whether every theme of the chain is there; where one is missing nobody knows its options, and that it is missing has been told.
fn is_whole(layers: &[ThemeLayer]) -> bool {
    let last = layers.iter().rev().find_map(|layer| layer.manifest.as_ref());
    last.is_some_and(|last| yaml::read::<ThemeManifest>(last, 0..last.text().len()).value.extends.is_none())
}

/// What stands behind a key in its line: for YAML `accent: #00546e` is a key without a value, and a remark.
fn behind(source: &Source, key: usize) -> &str {
    let line = source.text().get(key..).and_then(|rest| rest.lines().next()).unwrap_or("");
    line.trim_start_matches(['"', '\'', ' ']).trim_start_matches(':').trim()
}

/// A colour that cannot be read on the ground it is printed on.
struct Pale {
    ground: String,
    /// Contrasts, 1 to 21.
    found: f64,
    wanted: f64,
    proposal: Option<String>,
}

/// A colour option may say `contrast: 4.5`, and by `ground` on which colour (white without it).
fn too_little(option: &serde_json::Value, color: &str) -> Option<Pale> {
    let wanted = option.get("contrast").and_then(serde_json::Value::as_f64)?;
    let ground = option.get("ground").and_then(serde_json::Value::as_str).unwrap_or("#ffffff");
    let found = colors::contrast(color, ground)?;
    // Shown cut off, so that 4.499 does not look like 4.5.
    let tenths = |ratio: f64| (ratio * 10.0).floor() / 10.0;
    (found < wanted).then(|| Pale {
        ground: ground.to_owned(),
        found: tenths(found),
        wanted,
        proposal: colors::nearest_with_contrast(color, ground, wanted),
    })
}

fn kind_of(option: &serde_json::Value) -> &str {
    option.get("type").and_then(serde_json::Value::as_str).unwrap_or("text")
}

fn fits(kind: &str, value: &serde_json::Value) -> bool {
    match kind {
        "bool" => value.is_boolean(),
        "number" => value.is_number(),
        "list" => value.is_array(),
        "map" => value.is_object(),
        "color" => value.as_str().is_some_and(|text| yaml::scalars::Color::from_scalar(text).is_ok()),
        _ => value.is_string() || value.is_number(),
    }
}

fn in_language(declared: &serde_json::Map<String, serde_json::Value>, config: &Config, language: &Language) -> Value {
    let mut options = Map::with_capacity(declared.len());
    for (name, option) in declared {
        let default = option.get("default").unwrap_or(&serde_json::Value::Null);
        let value = config.theme_options.get(name).unwrap_or(default);
        let value = match value {
            serde_json::Value::Object(editions) if kind_of(option) == "text" => {
                editions.get(&language.code).or_else(|| editions.values().next()).map_or_else(Value::none, json)
            }
            serde_json::Value::Object(entries) => object(entries),
            serde_json::Value::Array(items) => list(items.iter().map(json)),
            value => json(value),
        };
        options.insert(name.clone().into(), value);
    }
    Value::from(options)
}
