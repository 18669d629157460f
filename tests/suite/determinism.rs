//! One input and one instant are one output, to the byte, wherever and however it is built.
//!
//! Fails when two items of one day are left in the order in which the folder lists them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::site::tree;

type Tree = BTreeMap<String, Vec<u8>>;

/// The demonstration site, with more items of one instant than it has, which only their names can order.
fn project() -> Vec<(String, Vec<u8>)> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = vec![("warta.yaml".to_owned(), fs::read(repository.join("warta.yaml")).unwrap())];
    for part in ["content", "data", "themes/balai"] {
        files.extend(tree(&repository.join(part)).into_iter().map(|(path, bytes)| (format!("{part}/{path}"), bytes)));
    }
    for number in 0..24 {
        let tags = ["air", "Pasar", "élan", "jalan"].map(|tag| format!("{tag}{}", number % 5)).join(", ");
        let text =
            format!("---\ntitle: Serentak\ndate: 2020-02-02\ntags: [{tags}]\nviews: 7\n---\n![x](g{number}.svg)\n");
        files.push((format!("content/siaran-pers/serentak/s{}.md", number * 7 % 24), text.into_bytes()));
        files.push((format!("content/siaran-pers/serentak/g{number}.svg"), b"<svg/>".to_vec()));
        let text =
            format!("---\ntitle: Rapat\ndate: 2020-02-02\nstart: 2020-02-03\nvenue: {{ name: Aula {number} }}\n---\n");
        files.push((format!("content/workshop/serentak/w{number}.md"), text.into_bytes()));
    }
    files
}

/// Writes the files in their order, and builds with a command that is given the program and its arguments.
fn build(files: &[(String, Vec<u8>)], below: &str, command: &mut Command) -> Tree {
    // Where memory is the disk, folders are listed in the order in which they were filled.
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap();
    let root = folder.path().join(below);
    for (path, bytes) in files {
        let target = root.join(path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, bytes).unwrap();
    }
    let program = env!("CARGO_BIN_EXE_warta");
    if command.get_program() != program {
        command.arg(program);
    }
    let ran = command.args(["build", "-q", "--now", "2026-11-24", "-r"]).arg(&root).output().unwrap();
    assert_eq!(ran.status.code(), Some(0), "{}", String::from_utf8_lossy(&ran.stderr));
    tree(&root.join("public"))
}

fn plain() -> Command {
    Command::new(env!("CARGO_BIN_EXE_warta"))
}

#[test]
fn the_same_input_gives_the_same_bytes_everywhere() {
    let mut files = project();
    let first = build(&files, "a", &mut plain());
    assert!(first.len() > 100, "{}", first.len());
    let is_same = |other: &Tree, what: &str| {
        let differ: Vec<&String> =
            other.iter().filter(|(path, bytes)| first.get(*path) != Some(bytes)).map(|(path, _)| path).collect();
        assert!(differ.is_empty() && other.len() == first.len(), "{what}: {differ:?}");
    };
    is_same(&build(&files, "a", &mut plain()), "again");
    for jobs in ["1", "2", "7"] {
        is_same(&build(&files, "a", plain().args(["-j", jobs])), jobs);
    }
    for (zone, locale) in [("Pacific/Apia", "tr_TR.UTF-8"), ("America/St_Johns", "C"), ("Antah/Berantah", "id_ID")] {
        let environment =
            [("TZ", zone), ("LC_ALL", locale), ("LANG", locale), ("HOME", "/nonexistent"), ("COLUMNS", "7")];
        is_same(&build(&files, "a", plain().envs(environment)), zone);
    }
    let mut masked = Command::new("sh");
    masked.args(["-c", "umask 077; cd /; exec \"$0\" \"$@\""]);
    is_same(&build(&files, "a", &mut masked), "umask and current folder");
    is_same(&build(&files, "sebuah tempat/yang é lain/%41 & \"b\"", &mut plain()), "another place");
    files.reverse();
    is_same(&build(&files, "a", &mut plain()), "files made in reverse order");
    files.sort_by_key(|(path, _)| {
        path.bytes().fold(7_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte)) % 9973)
    });
    is_same(&build(&files, "a", &mut plain()), "files made in another order");
}
