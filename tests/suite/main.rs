//! Whole sites through the real program: one crate, one builder, a module a subject.

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
