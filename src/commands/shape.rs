//! The shape of an answer: for people, or as JSON for programs.

use clap::builder::{PossibleValuesParser, TypedValueParser};

/// The shape of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// For people.
    Text,
    /// One JSON document.
    Json,
}

pub(super) fn shape() -> impl TypedValueParser<Value = Shape> {
    PossibleValuesParser::new(["text", "json"]).map(|word| if word == "json" { Shape::Json } else { Shape::Text })
}
