//! Whole sites through the real program: one crate, one builder, a module a subject.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test that fails should stop there, and it plays the user who edits files"
)]

mod addresses;
mod architecture;
mod components;
mod front_matter;
mod init;
mod links;
mod properties;
mod seed;
mod site;
mod templates;
mod traps;
mod visibility;
mod writing;
