//! Typed values → the bytes of formats that other programs read. Nothing here knows the site.

pub mod atom;
pub mod calendar;
pub mod cards;
pub mod feed;
pub mod html;
pub mod json_feed;
pub mod media;
pub mod open_data;
pub mod rss;
pub mod security_txt;
pub mod server;
pub mod sitemap;
pub mod structured_data;
pub mod words;
mod xml;
