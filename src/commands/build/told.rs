//! Findings as they are kept for a build that has nothing to do: it tells them again.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Argument, Code, Diagnostic, Diagnostics, Severity};
use crate::read;
use crate::source::{Location, Source};

/// A finding without the texts of its files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Told {
    code: String,
    severity: Severity,
    arguments: Vec<(String, Argument)>,
    primary: Option<Place>,
    related: Vec<Place>,
    note: Option<String>,
}

/// A file of the project, and a range of its bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Place {
    path: String,
    start: usize,
    end: usize,
}

impl Told {
    pub(super) fn of(finding: &Diagnostic) -> Told {
        let place = |location: &Location| {
            let span = location.span();
            Place { path: location.source().path.clone(), start: span.start, end: span.end }
        };
        Told {
            code: finding.code.number().to_owned(),
            severity: finding.severity,
            arguments: finding.arguments.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect(),
            primary: finding.primary.as_ref().map(place),
            related: finding.related.iter().map(place).collect(),
            note: finding.note.clone(),
        }
    }
}

/// The findings with their files read again; none when one of them cannot be.
pub(super) fn again(all: Vec<Told>, root: &Path) -> Option<Diagnostics> {
    let mut sources: BTreeMap<String, Arc<Source>> = BTreeMap::new();
    let mut names: BTreeMap<String, &'static str> = BTreeMap::new();
    let mut found = Diagnostics::new();
    for told in all {
        let mut place = |place: Place| {
            let source = match sources.get(&place.path) {
                Some(source) => Arc::clone(source),
                None => {
                    let source = read::source(root, &place.path)?;
                    sources.insert(place.path, Arc::clone(&source));
                    source
                }
            };
            Some(Location::new(&source, place.start..place.end))
        };
        let primary = told.primary.map(|own| place(own).ok_or(())).transpose().ok()?;
        let related = told.related.into_iter().map(place).collect::<Option<Vec<Location>>>()?;
        // Messages have a few dozen names of arguments between them: they are kept for as long as the program runs.
        let arguments = told.arguments.into_iter().map(|(name, value)| {
            let known = names.get(&name).copied();
            let name = known.unwrap_or_else(|| names.entry(name.clone()).or_insert(String::leak(name)));
            (name, value)
        });
        let arguments = arguments.collect();
        let code = Code::ALL.iter().copied().find(|code| code.number() == told.code)?;
        found.push(Diagnostic { code, severity: told.severity, arguments, primary, related, note: told.note });
    }
    Some(found)
}
