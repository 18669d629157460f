//! warta turns a folder of Markdown press releases and workshop materials into a static public-information site.
//!
//! Read [`pipeline`] first: it names the stages in order. Modules are listed from the ground up; imports point only to
//! modules above their own line.

pub mod digest;

pub mod source;

pub mod locale;

pub mod diagnostic;

pub mod yaml;

pub mod config;

pub mod read;

pub mod parse;

pub mod site;

pub mod plan;

pub mod formats;

pub mod render;

pub mod write;

pub mod pipeline;

pub mod serve;

pub mod commands;
