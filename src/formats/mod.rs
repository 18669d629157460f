//! Typed values → the bytes of formats that other programs read. Nothing here knows the site.

pub mod atom;
pub mod html;
pub mod sitemap;
pub mod words;
