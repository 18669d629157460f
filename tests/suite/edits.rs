//! Random edits: a build after an edit is the build of the edited site in a clean folder, whatever was there before; and
//! what is withheld in a random site is nowhere in its output.

use std::fs;

use proptest::prelude::*;

use crate::site::{TestSite, tree};

/// One file of a project as an edit leaves it, or none.
#[derive(Clone, Debug)]
struct Edit {
    path: String,
    text: Option<String>,
}

fn item() -> impl Strategy<Value = String> {
    let field = prop_oneof![
        Just("status: draft\n"),
        Just("status: withdrawn\npencabutan: { alasan: keliru }\n"),
        Just("tags: [air]\n"),
        Just("tags: [api, Air]\n"),
        Just("draft: ya\n"),
        Just("embargo_until: 2026-02-01 10:00\n"),
        Just("expires_at: 2025-01-01\n"),
        Just("aliases: [/lama/]\n"),
        Just("noindex: ya\n"),
        Just("views: 7\n"),
    ];
    let body = prop_oneof![
        Just(""),
        Just("[x](b.md)"),
        Just("![x](a.txt)"),
        Just("## Judul\n\n```rust\nlet a = 1;\n```\n"),
        Just("{{<note>}}\nx\n{{</note>}}\n")
    ];
    ("[A-C]", "20(19|20|26)-0[1-9]-1[0-9]", proptest::option::of(field), body).prop_map(|(title, date, field, body)| {
        format!("---\ntitle: Judul {title}\ndate: {date}\n{}---\n\n{body}\n", field.unwrap_or(""))
    })
}

fn edit() -> impl Strategy<Value = Edit> {
    let item =
        ("(berita/[a-d]|berita/b\\.en|berita/2020/e|acara|berita/f/index)", proptest::option::weighted(0.8, item()));
    let item = item.prop_map(|(name, text)| Edit { path: format!("content/{name}.md"), text });
    let files = prop_oneof![
        ("(content/berita/a\\.txt|static/x|static/y/z\\.txt|content/berita/f/g\\.txt)", proptest::option::of("[ab]"))
            .prop_map(|(path, text)| Edit { path, text }),
        proptest::option::of(Just("---\ntitle: Kabar\npage_size: 2\narchive: year\n---\n".to_owned()))
            .prop_map(|text| Edit { path: "content/berita/_index.md".to_owned(), text }),
        "[ab]".prop_map(|word| Edit {
            path: "themes/t/templates/404.html".to_owned(),
            text: Some(format!(
                "{{% extends \"base.html\" %}}{{# {word} #}}{{% block main %}}{word}{{% endblock main %}}"
            )),
        }),
        "[ab]".prop_map(|word| Edit {
            path: "themes/t/assets/b.svg".to_owned(),
            text: Some(format!("<svg>{word}</svg>"))
        }),
    ];
    prop_oneof![3 => item, 1 => files]
}

fn apply(site: TestSite, edits: &[Edit]) -> TestSite {
    edits.iter().fold(site, |site, edit| match &edit.text {
        Some(text) => site.file(&edit.path, text),
        None => {
            drop(fs::remove_file(site.path(&edit.path)));
            site
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_shrink_iters: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_build_after_edits_is_a_clean_build(
        first in proptest::collection::vec(edit(), 1..8),
        rounds in proptest::collection::vec(proptest::collection::vec(edit(), 1..4), 1..4),
    ) {
        // A few items that stay, so that small edits are small.
        let site = (0..6).fold(TestSite::new(), |site, index| site.release(&format!("tetap{index}"), "", "Isi."));
        let mut site = apply(site, &first).try_build();
        for edits in &rounds {
            let before = tree(site.output());
            site = apply(site, edits).try_build();
            let code = site.last().code;
            prop_assert!(matches!(code, Some(0 | 1)), "{code:?} {}", site.last().err);
            let after = tree(site.output());
            if code == Some(1) {
                prop_assert_eq!(after, before, "a failed build changed the output");
                continue;
            }
            let place = tempfile::tempdir().unwrap();
            let output = place.path().join("bersih");
            let ran = site.run("build", &["-o", &output.display().to_string(), "-j", "1"]);
            prop_assert_eq!(ran.status.code(), Some(0));
            prop_assert_eq!(tree(&output), after, "not what a clean build makes; {:?}", edits);
        }
    }
}
