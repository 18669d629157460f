//! Two builds at once: of one project or of two, into one output, by whatever path it is reached.
//!
//! The first build is a process that is stopped in its midst, so that the second one comes at a moment that is known.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use crate::anyone::{give_away, warta_for_anyone};
use crate::killed::{RELEASES, project};
use crate::site::{TestSite, tree, warta};

/// A build of a project, halted after it has begun to write and before it has published anything.
struct Halted(Child);

impl Halted {
    fn of(site: &TestSite, output: &Path) -> Halted {
        let name = output.file_name().unwrap().to_str().unwrap();
        let staging = output.with_file_name(format!(".{name}.warta-staging"));
        let mut command = warta();
        command.args(["build", "-q", "-j", "1", "--now", "2026-01-01", "-r"]).arg(site.path("")).arg("-o").arg(output);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let started = Instant::now();
        while !staging.exists() {
            assert!(child.try_wait().unwrap().is_none() && started.elapsed() < Duration::from_secs(60), "never began");
            std::thread::sleep(Duration::from_millis(1));
        }
        signal(&child, "-STOP");
        assert!(staging.exists(), "it has published already");
        Halted(child)
    }

    /// Lets it go on to its end.
    fn ends(mut self) {
        signal(&self.0, "-CONT");
        assert_eq!(self.0.wait().unwrap().code(), Some(0));
    }
}

fn signal(child: &Child, signal: &str) {
    assert!(Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap().success());
}

fn build(root: &Path, output: &Path, tongue: &str) -> Output {
    let mut command = warta();
    command.args(["build", "--lang", tongue, "--now", "2026-01-01", "-r"]).arg(root).arg("-o").arg(output);
    command.output().unwrap()
}

/// A second build, and one that would clean, must say so and leave everything as it is.
fn are_refused(root: &Path, output: &Path, said: [(&str, &str); 2]) {
    let before = tree(output);
    for (tongue, said) in said {
        let ran = build(root, output, tongue);
        let told = String::from_utf8(ran.stderr).unwrap();
        assert_eq!(ran.status.code(), Some(1), "{told}");
        assert!(told.contains("[E047]") && told.contains(said), "{told}");
        let ran = warta().args(["clean", "-r"]).arg(root).arg("-o").arg(output).output().unwrap();
        let told = String::from_utf8(ran.stderr).unwrap();
        assert!(ran.status.code() == Some(1) && told.contains("[E047]"), "{told}");
    }
    assert!(tree(output) == before, "the output is another one");
}

const OUTPUT: [(&str, &str); 2] = [("en", "another build is writing into"), ("id", "proses lain sedang menulis ke")];
const PROJECT: [(&str, &str); 2] =
    [("en", "another build of this site is running"), ("id", "situs ini sedang dibangun oleh proses lain")];

/// Fails when builds lock the project alone.
#[test]
fn two_projects_do_not_write_into_one_output_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("situs");
    let link = folder.path().join("tautan");
    symlink("situs", &link).unwrap();
    let (first, second) = (project(), TestSite::new().release("lain", "", "Dari proyek lain."));
    // The output is new, then it is there; then only a few files change.
    for text in ["satu", "dua", "tiga"] {
        let first = Halted::of(&first, &output);
        for path in [&output, &link] {
            are_refused(&second.path(""), path, OUTPUT);
        }
        first.ends();
        // Neither build was spoilt by the other one.
        let pages =
            tree(&output).keys().filter(|path| path.starts_with("berita/r") && path.ends_with("index.html")).count();
        assert_eq!(pages, RELEASES, "{text}");
        let ran = build(&second.path(""), &output, "en");
        assert_eq!(ran.status.code(), Some(0), "{}", String::from_utf8_lossy(&ran.stderr));
        assert!(output.join("berita/lain/index.html").exists() && !output.join("berita/r1").exists());
    }
    assert!(link.is_symlink());
    let beside: Vec<_> = fs::read_dir(folder.path()).unwrap().flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(beside.len(), 3, "nothing is left beside the site and the files for servers: {beside:?}");
}

/// Fails when the lock is one of the path by which the project is reached.
#[test]
fn one_project_by_two_paths_is_not_built_twice_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let site = project();
    let link = folder.path().join("tautan");
    symlink(site.path(""), &link).unwrap();
    let first = Halted::of(&site, &folder.path().join("satu"));
    // Another output is no way around it: they share what is remembered.
    are_refused(&link, &folder.path().join("dua"), PROJECT);
    first.ends();
    assert_eq!(build(&link, &folder.path().join("dua"), "en").status.code(), Some(0));
}

/// Fails when a lock that cannot be made is a mistake.
#[test]
fn an_output_that_cannot_be_locked_is_built_all_the_same() {
    let site = TestSite::new().release("a", "", "Lama.").release("b", "", "").build();
    give_away(&site.path(""));
    let site = site.release("a", "", "Baru.");
    // Who may not read a folder can write into it, and cannot open it.
    fs::set_permissions(site.output(), fs::Permissions::from_mode(0o311)).unwrap();
    let mut command = warta_for_anyone(&site.path(""));
    let ran = command.args(["build", "--lang", "en", "--now", "2026-01-01", "-r"]).arg(site.path("")).output().unwrap();
    fs::set_permissions(site.output(), fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(ran.status.code(), Some(0), "{}", String::from_utf8_lossy(&ran.stderr));
    site.expect_text("berita/a/index.html", "Baru.").expect_file("berita/b/index.html");
}
