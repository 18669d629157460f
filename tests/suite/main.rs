//! Whole sites through the real program: one crate, one builder, a module a subject.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test that fails should stop there, and it plays the user who edits files"
)]

mod addresses;
mod anyone;
mod architecture;
mod at_once;
mod calendars;
mod calls;
mod canaries;
mod cards;
mod clean;
mod command_line;
mod components;
mod converted_before;
mod desk;
mod determinism;
mod diff;
mod edits;
mod escaping;
mod explain;
mod explained;
mod explanations;
mod facets;
mod facts;
mod feeds;
mod fields;
mod front_matter;
mod golden;
mod guides;
mod hostile;
mod house;
mod init;
mod killed;
mod ledger;
mod limits;
mod links;
mod list;
mod lists;
mod messages;
mod new;
mod newsroom;
mod next;
mod nothing_to_do;
mod open_data;
mod parsed_before;
mod pictures;
mod preview;
mod proofreading;
mod properties;
mod publishing;
mod rebuilds;
mod reference;
mod references;
mod reports;
mod rights;
mod same_pages;
mod secrecy;
mod seed;
mod server_files;
mod shell;
mod site;
mod structured_data;
mod summaries;
mod templates;
mod theme;
mod theme_contract;
mod traps;
mod visibility;
mod watching;
mod writing;
