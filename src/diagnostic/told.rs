//! Findings without the texts of their files: the form in which they are kept between runs. They are told again as they were, in any
//! language and format.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::{Arc, PoisonError, RwLock};

use serde::{Deserialize, Serialize};

use super::{Argument, Code, Diagnostic, Severity};
use crate::source::{Location, Source};

/// A finding without the texts of its files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    code: String,
    severity: Severity,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    arguments: Vec<(String, Argument)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    primary: Option<Place>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    related: Vec<Place>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

/// A file of the project, and a range of its bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Place {
    path: String,
    span: Range<usize>,
}

impl Told {
    /// A finding as it is kept.
    pub fn of(finding: &Diagnostic) -> Told {
        let place = |location: &Location| Place { path: location.source().path.clone(), span: location.span() };
        Told {
            code: finding.code.number().to_owned(),
            severity: finding.severity,
            arguments: finding.arguments.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect(),
            primary: finding.primary.as_ref().map(place),
            related: finding.related.iter().map(place).collect(),
            note: finding.note.clone(),
        }
    }

    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// The finding in its files, each of which `source` gives by its path; none when it gives none.
    pub fn again(self, mut source: impl FnMut(&str) -> Option<Arc<Source>>) -> Option<Diagnostic> {
        let mut place = |place: Place| Some(Location::again(&source(&place.path)?, place.span));
        let primary = match self.primary {
            Some(own) => Some(place(own)?),
            None => None,
        };
        let related = self.related.into_iter().map(place).collect::<Option<Vec<Location>>>()?;
        let code = Code::ALL.iter().copied().find(|code| code.number() == self.code)?;
        let arguments = self.arguments.into_iter().map(|(name, value)| (name_of(name), value)).collect();
        Some(Diagnostic { code, severity: self.severity, arguments, primary, related, note: self.note })
    }
}

/// The name of an argument. Messages have a few dozen between them: they are kept for as long as the program runs.
fn name_of(name: String) -> &'static str {
    static NAMES: RwLock<BTreeSet<&'static str>> = RwLock::new(BTreeSet::new());
    // A thread that panicked leaves whole names behind.
    let known = NAMES.read().unwrap_or_else(PoisonError::into_inner).get(name.as_str()).copied();
    known.unwrap_or_else(|| {
        let mut names = NAMES.write().unwrap_or_else(PoisonError::into_inner);
        match names.get(name.as_str()) {
            Some(known) => known,
            None => {
                let name: &'static str = name.leak();
                names.insert(name);
                name
            }
        }
    })
}
