//! `warta completions` and `warta man`.

use crate::site::{tree, warta};

const COMMANDS: [&str; 16] = [
    "build",
    "theme",
    "check",
    "serve",
    "clean",
    "completions",
    "diff",
    "explain",
    "explain-code",
    "init",
    "list",
    "man",
    "new",
    "next",
    "record",
    "schema",
];

#[test]
fn every_shell_learns_every_command() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let ran = warta().args(["completions", shell, "--lang", "id"]).output().unwrap();
        assert_eq!(ran.status.code(), Some(0));
        let script = String::from_utf8(ran.stdout).unwrap();
        for command in COMMANDS {
            assert!(script.contains(command), "{shell} does not know {command}");
        }
        assert!(script.contains("dry-run"), "{shell}");
        // Not every shell is told the values of what stands without a flag.
        assert!(script.contains("siaran_pers") || !["bash", "zsh"].contains(&shell), "{shell}");
        if shell != "bash" {
            assert!(script.contains("Bangun situs"), "{shell}");
        }
        // Hidden spellings stay hidden.
        assert!(!script.contains("buildDrafts"), "{shell}");
    }
    let ran = warta().args(["completions", "xyzzy"]).env("WARTA_LANG", "id").output().unwrap();
    assert_eq!(ran.status.code(), Some(2));
    assert!(String::from_utf8(ran.stderr).unwrap().contains("bash, elvish, fish, powershell, zsh"));
}

#[test]
fn bash_reads_its_script() {
    let ran = warta().args(["completions", "bash"]).output().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let script = folder.path().join("warta.bash");
    std::fs::write(&script, ran.stdout).unwrap();
    let asked = "COMP_WORDS=(warta cl); COMP_CWORD=1; _warta warta cl warta; echo ${COMPREPLY[@]}";
    let bash = std::process::Command::new("bash")
        .args(["--norc", "-c", &format!("source {}; {asked}", script.display())])
        .output();
    // Where there is no bash, nobody needs its script.
    if let Ok(bash) = bash {
        assert_eq!(String::from_utf8(bash.stdout).unwrap().trim(), "clean");
    }
}

#[test]
fn there_is_a_page_for_every_command() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("man1");
    for (tongue, said) in [("en", "17 pages written to"), ("id", "17 halaman ditulis ke")] {
        let ran = warta().args(["man", "--lang", tongue]).arg(&target).output().unwrap();
        assert_eq!(ran.status.code(), Some(0));
        assert!(String::from_utf8(ran.stdout).unwrap().contains(said));
    }
    let pages = tree(&target);
    assert_eq!(pages.len(), COMMANDS.len() + 1, "{:?}", pages.keys());
    for command in COMMANDS {
        let page = String::from_utf8(pages[&format!("warta-{command}.1")].clone()).unwrap();
        assert!(page.contains(".TH warta-") || page.contains(&format!("warta\\-{command}")), "{page}");
    }
    assert!(String::from_utf8_lossy(&pages["warta-build.1"]).contains("Bangun situs"));
    // Without a folder the main page is printed, and nothing is written.
    let ran = warta().args(["man", "--lang", "en"]).current_dir(folder.path()).output().unwrap();
    let page = String::from_utf8(ran.stdout).unwrap();
    assert!(page.contains(".TH warta 1") && page.contains("Judge the site"), "{page}");
    // A folder that cannot be made is a mistake that is told.
    let file = folder.path().join("berkas");
    std::fs::write(&file, "").unwrap();
    let ran = warta().args(["man", "--lang", "en"]).arg(file.join("man1")).output().unwrap();
    assert_eq!(ran.status.code(), Some(1));
    assert!(String::from_utf8(ran.stderr).unwrap().contains("[E008]"));
}
