//! `warta init`: a first site that builds as it is.

use crate::site::{TestSite, warta};

#[test]
fn a_new_site_is_sound_in_both_languages() {
    for lang in ["id", "en"] {
        let folder = tempfile::tempdir().unwrap();
        let site = folder.path().join("situs");
        let run = |command: &str, more: &[&str]| {
            let mut program = warta();
            program.args([command, "--lang", lang]);
            if command == "init" {
                program.arg(&site)
            } else {
                program.arg("-r").arg(&site)
            };
            let ran = program.args(more).output().unwrap();
            assert_eq!(ran.status.code(), Some(0), "{}", String::from_utf8_lossy(&ran.stderr));
            String::from_utf8(ran.stdout).unwrap()
        };
        run("init", &[]);
        run("check", &["--strict"]);
        run("build", &["--strict"]);
        assert!(site.join("public/index.html").exists());
        // Nothing that is there is ever replaced.
        std::fs::write(site.join("warta.yaml"), "title: Milik saya\n").unwrap();
        let said = run("init", &[]);
        assert!(said.contains("warta.yaml"), "{said}");
        assert_eq!(std::fs::read_to_string(site.join("warta.yaml")).unwrap(), "title: Milik saya\n");
    }
}

#[test]
fn usage_mistakes_are_told_apart_from_mistakes_of_the_site() {
    let site = TestSite::new();
    assert_eq!(site.run("build", &["--hilang"]).status.code(), Some(2));
    assert_eq!(site.run("build", &["--lang", "fr"]).status.code(), Some(2));
    let now = warta().args(["build", "--now", "kemarin", "--lang", "en", "-r"]).arg(site.path(".")).output().unwrap();
    assert_eq!(now.status.code(), Some(1));
    assert!(String::from_utf8(now.stderr).unwrap().contains("“kemarin”, given with --now, is not an instant"));
}
