//! A project watched while people work on it: `warta serve`, `warta build --watch` and `warta check --watch`.
//!
//! [`watch`] says when to look, [`live`] looks and makes the next snapshot, [`turn`] puts both together; [`scene`] is what a preview
//! shows, [`answer`] (with `part`) and [`news`] are what a browser gets of it, [`server`] sends it. A broken edit leaves the last sound snapshot
//! in place. What is asked for is rendered then; there is no other way to a page than that of `build`.

pub mod answer;
pub mod batch;
pub mod live;
pub mod news;
mod part;
pub mod scene;
pub mod server;
pub mod turn;
pub mod watch;
