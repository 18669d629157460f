//! `warta.yaml`.

use super::project::{append, edit};
use super::{Case, case, judge};

const CONFIG: &str = "warta.yaml";

pub(super) const CASES: &[Case] = &[
    case("E001-config", |site| site.remove(CONFIG)),
    case("E010-config", |site| edit(site, CONFIG, "title: Humas Batam", "title: Humas: Batam")),
    case("E013-config", |site| edit(site, CONFIG, "time_zone:", "timezone:")),
    case("E013-config-section", |site| edit(site, CONFIG, "sort: start", "sorted: start")),
    case("E015-config", |site| edit(site, CONFIG, "base_url: https://humas.example\n", "")),
    case("E015-config-empty", |site| site.file(CONFIG, "")),
    case("E015-menu", |site| append(site, CONFIG, "menu:\n  - { page: tentang.md }\n  - { name: Kontak }\n")),
    case("E016-config", |site| edit(site, CONFIG, "languages: { id: {}, en: {} }", "languages: [id, en]")),
    case("E017-base-url", |site| edit(site, CONFIG, "https://humas.example", "humas.example")),
    case("E017-language", |site| edit(site, CONFIG, "theme: t\n", "theme: t\nlanguage: Indonesia\n")),
    case("E017-languages", |site| edit(site, CONFIG, "en: {}", "English: {}")),
    case("E017-taxonomy-path", |site| edit(site, CONFIG, "tags: {}", "tags: { path: ../label }")),
    case("E017-permalink", |site| {
        edit(site, CONFIG, "kind: press_release }", "kind: press_release, permalink: \"berita/{slug}\" }")
    }),
    case("E018-config", |site| edit(site, CONFIG, "kind: workshop", "kind: worksop")),
    case("E025-config", |site| edit(site, CONFIG, "time_zone: WIB", "time_zone: Asia/Jakrta")),
    case("E025-config-no-neighbour", |site| edit(site, CONFIG, "time_zone: WIB", "time_zone: waktu kantor")),
    case("E030-config", |site| append(site, CONFIG, "organization: bagian-humass\n")),
    case("E036-terms", |site| edit(site, CONFIG, "terms: data/topics.yaml", "terms: data/topik.yaml")),
    case("E036-site-picture", |site| append(site, CONFIG, "image: { src: /bagikn.png, alt: Humas Batam }\n")),
    case("E038-taxonomy", |site| edit(site, CONFIG, "topics: {", "topic: {")),
    case("W053-ends", |site| {
        append(site, CONFIG, "security:\n  contacts: [\"mailto:humas@humas.example\"]\n  expires: 2026-01-20\n")
    }),
    case("W053-ended", |site| {
        append(site, CONFIG, "security:\n  contacts: [\"mailto:humas@humas.example\"]\n  expires: 2025-10-31\n")
    }),
];

#[test]
fn settings_are_explained() {
    judge(CASES);
}
