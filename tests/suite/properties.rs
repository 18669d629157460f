//! Random sites: whatever writers write, the program answers; and two builds of one site are one site.

use proptest::prelude::*;

use crate::site::{TestSite, tree};

#[derive(Clone, Debug)]
struct Item {
    title: String,
    fields: String,
    body: String,
}

fn item() -> impl Strategy<Value = Item> {
    let title = prop_oneof!["[A-Za-z ]{1,20}", "\\PC{0,30}"];
    let field = prop_oneof![
        Just("status: draft\n".to_owned()),
        Just("comments: { mode: closed }\n".to_owned()),
        "tags: \\[[a-z]{1,3}, [a-z]{1,3}\\]\n",
        "related: \\[i[0-5]\\]\n",
        "embargo_until: 202[5-7]-0[1-9]-01 10:00\n",
        "expires_at: 202[5-7]-0[1-9]-01\n",
        "slug: [a-c]\n",
        "[a-z]{1,6}: \\PC{0,10}\n",
    ];
    let date = "date: 20[0-2][0-9]-[01][0-9]-[0-3][0-9]\n";
    let body = prop_oneof![
        "(\\[a\\]\\(i[0-5]\\.md\\) ){0,3}",
        "\\PC{0,60}",
        "(> |- |# |\\* |```\n|\\| |\\{\\{<|<b>|\\[\\^1\\]|\n|a){0,30}",
    ];
    (title, date, proptest::collection::vec(field, 0..3), body).prop_map(|(title, date, fields, body)| Item {
        title,
        fields: format!("{date}{}", fields.concat()),
        body,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn every_site_gets_an_answer(items in proptest::collection::vec(item(), 1..6)) {
        let mut site = TestSite::new();
        for (index, item) in items.iter().enumerate() {
            let title = serde_json::to_string(&item.title).unwrap();
            let text = format!("---\ntitle: {title}\n{}---\n{}\n", item.fields, item.body);
            site = site.file(&format!("content/berita/i{index}.md"), text);
        }
        let site = site.try_build();
        let code = site.last().code;
        prop_assert!(matches!(code, Some(0 | 1)), "{code:?} {}", site.last().err);
        if code == Some(0) {
            let before = tree(site.output());
            let site = site.build().expect_written(&[]);
            let elsewhere = tempfile::tempdir().unwrap();
            let site = site.into_folder(elsewhere.path().join("bersih")).flags(&["-j", "1"]).build();
            prop_assert_eq!(tree(site.output()), before);
        }
    }
}
