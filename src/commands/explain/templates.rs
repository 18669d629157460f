//! Templates: which one was looked up, which file of which theme won, what that file extends, includes and calls.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::json;

use super::World;
use super::facts::{Entry, Explanation};
use crate::plan::Recipe;
use crate::render::template_names;
use crate::source::Source;

/// A chain of templates is not followed further: one that extends itself is an error elsewhere.
const LONGEST_CHAIN: usize = 20;

/// Adds what is known of the template of an output.
pub(super) fn of(world: &World<'_>, recipe: &Recipe, all: &mut Explanation) {
    let names = template_names(&world.site, recipe);
    if names.is_empty() {
        return;
    }
    let found = names.iter().find_map(|name| file(world, name));
    let looked_up = names.iter().map(|name| {
        let is_found = file(world, name).is_some();
        let taken = if is_found {
            name.clone()
        } else {
            world.reporter.say("explain-no-template", &[("name", name.as_str().into())])
        };
        Entry { text: taken, data: json!({ "name": name, "found": is_found }) }
    });
    all.row("looked_up", looked_up.collect());
    let Some(first) = found else { return };
    let mut chain = vec![Arc::clone(first)];
    while let Some(parent) = chain.last().and_then(|last| uses(last.text()).extends)
        && let Some(parent) = file(world, &parent)
        && chain.len() < LONGEST_CHAIN
    {
        chain.push(Arc::clone(parent));
    }
    all.many("templates", chain.iter().map(|source| world.file(&source.path)).collect());
    let used: Vec<Uses> = chain.iter().map(|source| uses(source.text())).collect();
    let includes: BTreeSet<&String> = used.iter().flat_map(|own| &own.includes).collect();
    let includes = includes.into_iter().map(|name| match file(world, name) {
        Some(source) => world.file(&source.path),
        None => Entry::plain(name.as_str()),
    });
    all.many("includes", includes.collect());
    let components: BTreeSet<&String> = used.iter().flat_map(|own| &own.components).collect();
    all.row("components", components.into_iter().map(|name| Entry::plain(name.as_str())).collect());
}

/// A file of the project that makes no output by itself.
pub(super) fn source(world: &World<'_>, path: &str) -> Explanation {
    let Some(template) = layer_file(world, path) else {
        let what = if path == crate::config::FILE { "configuration" } else { "data" };
        return Explanation::new(what, path);
    };
    let mut all = Explanation::new("template", path);
    let own = uses(template.text());
    all.many("extends", own.extends.into_iter().map(Entry::plain).collect());
    all.many("includes", own.includes.into_iter().map(Entry::plain).collect());
    all.row("components", own.components.into_iter().map(Entry::plain).collect());
    let rendered = world.plan.outputs.iter().filter(|output| {
        let names = template_names(&world.site, &output.recipe);
        names.iter().find_map(|name| file(world, name)).is_some_and(|first| first.path == path)
    });
    all.many("renders", rendered.map(|output| Entry::plain(world.address(&output.address()))).collect());
    // Another file of the same name may stand before it.
    let name = template_name(path);
    let winner = name.and_then(|name| file(world, name)).filter(|winner| winner.path != path);
    all.maybe("hidden_by", winner.map(|winner| winner.path.as_str()));
    all
}

/// The name under which a template is asked for.
fn template_name(path: &str) -> Option<&str> {
    path.strip_prefix("templates/").or_else(|| path.split_once("/templates/").map(|(_, name)| name))
}

/// The template that lies at a path of the project.
pub(super) fn layer_file<'w>(world: &'w World<'_>, path: &str) -> Option<&'w Arc<Source>> {
    world.sources.layers.iter().flat_map(|layer| layer.templates.values()).find(|source| source.path == path)
}

/// The template of a name: the site's own, else the theme's, else that of the theme which it extends.
fn file<'w>(world: &'w World<'_>, name: &str) -> Option<&'w Arc<Source>> {
    let mut layers = world.sources.layers.iter();
    layers.clone().find_map(|layer| layer.templates.get(name)).or_else(|| {
        let (theme, name) = name.split_once('/')?;
        layers.find(|layer| layer.name == theme)?.templates.get(name)
    })
}

/// What a template names.
#[derive(Debug, Default, PartialEq, Eq)]
struct Uses {
    extends: Option<String>,
    includes: Vec<String>,
    components: Vec<String>,
}

/// Reads the tags of a template: comments are passed over, and so is what is not written as Tera's own parser wants it.
fn uses(text: &str) -> Uses {
    let mut found = Uses::default();
    let mut rest = text;
    while let Some(at) = rest.find("{#").into_iter().chain(rest.find("{%")).chain(rest.find("{{")).min() {
        let (opening, inside) = rest.get(at..).and_then(|rest| rest.split_at_checked(2)).unwrap_or_default();
        let closing = match opening {
            "{#" => "#}",
            "{%" => "%}",
            _ => "}}",
        };
        let (tag, after) = inside.split_once(closing).unwrap_or((inside, ""));
        rest = after;
        if opening == "{#" {
            continue;
        }
        let tag = tag.trim_start_matches('-').trim_start();
        let quoted = || tag.split(['"', '\'']).nth(1).map(str::to_owned);
        if tag.starts_with("extends ") {
            found.extends = found.extends.or_else(quoted);
        } else if tag.starts_with("include ") {
            found.includes.extend(quoted());
        } else if let Some(call) = tag.strip_prefix('<') {
            let end = call.find(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '_' | '.' | '-'));
            let name = call.get(..end.unwrap_or(call.len())).unwrap_or_default();
            if !name.is_empty() {
                found.components.push(name.to_owned());
            }
        }
    }
    found.includes.sort();
    found.includes.dedup();
    found.components.sort();
    found.components.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_of_a_template() {
        let text = "{# {% extends \"no.html\" %} #}{% extends \"base.html\" -%}{{- <date value={x}/> }}{% <note kind=\"a\"> %}{{ <date value={y}/> }}{% </note> %}{%- include 'head.html' %}{{ page.title }}{{ <";
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let expected = Uses {
            extends: Some("base.html".to_owned()),
            includes: names(&["head.html"]),
            components: names(&["date", "note"]),
        };
        assert_eq!(uses(text), expected);
        assert_eq!(uses("{"), Uses::default());
        assert_eq!(uses("{% extends \"é"), Uses { extends: Some("é".to_owned()), ..Uses::default() });
    }
}
