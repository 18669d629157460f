//! README and the pages of `docs/content/`: what they tell people to type and to write is typed and written here.
//!
//! A page is a story in a folder of its own, from its first line to its last. It begins in an empty folder where it says `warta init`,
//! the reference in a copy of the demonstration, every other page in a first site.
//!
//! - `sh` blocks are run line by line in bash; `cd` lasts. A line of [`NOT_RUN`] is left out, each for a reason.
//! - A block below a sentence that ends in a path and a colon (``Isi `content/a.md`:``) is that file. YAML for an item or for a file
//!   of YAML that exists takes the place of its keys there and nothing else. Then the project must pass `warta check`, unless the
//!   sentence begins with “Salah, di” or “Wrong, in”.
//! - A block without a language is a drawing; `text` blocks are what the last command printed, or that check; a line `…` stands for any others.
//! - Any other block must be one of [`NOT_JUDGED`].
//!
//! `WARTA_GUIDES=DIR` keeps the site as it is wherever a page shows a picture: `tests/judges/guide-pictures.mjs` makes them from it.

mod page;
mod told;

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use self::page::{Step, exchanged, key, path_of, steps};
use self::told::{NOT_JUDGED, NOT_RUN};

/// The Monday on which the stories take place.
const NOW: &str = "2026-11-23T08:00:00+07:00";

/// What stands before the program in the stories: its clock, and an end for what would run for ever.
const WRAPPER: &str = r#"#!/bin/bash
word=; now=$NOW_OF_STORY
for argument; do
  case $argument in
    --now | --now=*) now= ;;
    -w | --watch) word=serve ;;
    -*) ;;
    *) [ -n "$word" ] || [ "$argument" = en ] || word=$argument ;;
  esac
done
case $word in
  serve) timeout -s INT 2 "$WARTA" "$@"; status=$?; [ $status = 124 ] || exit $status ;;
  build | check | list | next | explain | new) exec "$WARTA" "$@" ${now:+--now "$now"} ;;
  *) exec "$WARTA" "$@" ;;
esac
"#;

struct Story {
    page: &'static str,
    home: TempDir,
    folder: PathBuf,
    printed: String,
    /// A mistake was written on purpose, and its message is still to come.
    owes: Option<String>,
    met: BTreeSet<&'static str>,
}

impl Story {
    /// An empty folder, or a first site where the page begins with one.
    fn begin(page: &'static str, text: &str) -> Story {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().to_owned();
        let program = home.path().join(".bin/warta");
        fs::create_dir_all(program.parent().unwrap()).unwrap();
        fs::write(&program, WRAPPER).unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        // What people have in their folder of downloads.
        fs::create_dir(folder.join("Unduhan")).unwrap();
        fs::write(folder.join("Unduhan/pembukaan.jpg"), crate::facts::jpeg(b"")).unwrap();
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let pdf = "content/materi/kartu-periksa/kartu-periksa-siaran-pers.pdf";
        fs::copy(root.join(pdf), folder.join("Unduhan/laporan.pdf")).unwrap();
        let mut story = Story { page, home, folder, printed: String::new(), owes: None, met: BTreeSet::new() };
        if is_reference(page) {
            for folder in ["content", "data", "warta.yaml"] {
                let (from, to) = (root.join(folder), story.folder.join("situs").join(folder));
                story.run(&format!("mkdir -p situs && cp -R '{}' '{}'", from.display(), to.display()));
            }
            story.run("cd situs && mkdir -p static content/contoh");
            fs::copy(root.join("themes/balai/assets/bagikan-bawaan.png"), story.folder.join("static/bagikan.png"))
                .unwrap();
            for picture in ["pembukaan.jpg", "foto.jpg"] {
                fs::write(story.folder.join("content/contoh").join(picture), crate::facts::jpeg(b"")).unwrap();
            }
        } else if !text.contains("warta init") {
            story.run("warta init -q situs-humas && cd situs-humas\n");
        }
        story
    }

    fn bash(&self, script: &str) -> Output {
        let language = if self.page.contains("panduan") { "id" } else { "en" };
        Command::new("bash")
            .args(["-c", &format!("set -e\n{script}\npwd > \"$HOME/.pwd\"\n")])
            .current_dir(&self.folder)
            .env("PATH", format!("{}:{}", self.home.path().join(".bin").display(), std::env::var("PATH").unwrap()))
            .env("HOME", self.home.path())
            .env("WARTA", env!("CARGO_BIN_EXE_warta"))
            .env("NOW_OF_STORY", NOW)
            .env("WARTA_LANG", language)
            .env("COLUMNS", "100")
            .env_remove("LC_ALL")
            .stdin(Stdio::null())
            .output()
            .unwrap()
    }

    fn run(&mut self, script: &str) {
        let ran = self.bash(script);
        self.printed = format!("{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
        assert!(ran.status.success(), "{}: {script}\n{}", self.page, self.printed);
        let folder = fs::read_to_string(self.home.path().join(".pwd")).unwrap();
        self.folder = PathBuf::from(folder.trim());
    }

    /// The lines of a block that are run, one to a command.
    fn commands(&mut self, text: &str) -> String {
        let mut script = String::new();
        for line in text.replace("\\\n", " ").lines() {
            let bare = line.split(" #").next().unwrap_or("").trim();
            // A name of a program with a space behind it stands for each of its commands.
            let is_meant = |command: &str| bare == command || (command.ends_with(' ') && bare.starts_with(command));
            match NOT_RUN.iter().find(|(command, _)| is_meant(command)) {
                Some((command, _)) => _ = self.met.insert(command),
                None => script.push_str(&format!("{line}\n")),
            }
        }
        script
    }

    fn write(&mut self, path: &str, language: &str, text: &str, before: &str) {
        let target = self.folder.join(path);
        let old = fs::read_to_string(&target).unwrap_or_default();
        let fresh = if path.ends_with(".md") && language == "yaml" {
            let (fields, body) = old
                .strip_prefix("---\n")
                .and_then(|rest| rest.split_once("---\n"))
                .unwrap_or_else(|| panic!("{}: {path} has no fields yet", self.page));
            format!("---\n{}---\n{body}", exchanged(fields, text))
        } else if language == "yaml" && path.ends_with(".yaml") && text.lines().next().and_then(key).is_some() {
            exchanged(&old, text)
        } else {
            text.to_owned()
        };
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, fresh).unwrap();
        let is_wrong = ["Salah, di ", "Wrong, in "].iter().any(|words| before.starts_with(words));
        let mut above = Path::new(path).ancestors().skip(1).map(|folder| self.folder.join(folder));
        let project = above.find(|folder| folder.join("warta.yaml").exists());
        let check = project.map_or("true".to_owned(), |project| format!("warta check -r '{}'", project.display()));
        if is_wrong {
            self.printed = String::from_utf8(self.bash(&check).stderr).unwrap();
            self.owes = Some(text.to_owned());
        } else {
            self.run(if path.ends_with(".sh") { "sh -n *.sh" } else { &check });
        }
    }

    fn compare(&mut self, text: &str) {
        for part in text.trim_end().split("\n…\n") {
            assert!(self.printed.contains(part), "{}: not printed:\n{part}\nbut\n{}", self.page, self.printed);
        }
        self.owes = None;
    }

    fn step(&mut self, step: Step) {
        if let (Some(owed), true) = (&self.owes, !matches!(&step, Step::Block(language, ..) if language == "text")) {
            panic!("{}: no message is shown for\n{owed}", self.page);
        }
        match step {
            Step::Picture(name) => {
                if let Some(kept) = std::env::var_os("WARTA_GUIDES") {
                    let output = Path::new(&kept).join(name);
                    let ran = self.bash(&format!("warta build -q -o '{}'", output.display()));
                    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
                }
            }
            Step::Block(language, before, text) => {
                match (language.as_str(), path_of(&before).or_else(|| meant(self.page, &language))) {
                    ("", _) => {}
                    ("sh", _) => {
                        let script = self.commands(&text);
                        self.run(&script);
                    }
                    ("text", _) => self.compare(&text),
                    (_, Some(EXAMPLE)) => {
                        self.write(EXAMPLE, &language, &format!("---\nkind: page\ntitle: Contoh\n---\n\n{text}"), "")
                    }
                    (_, Some(path)) if !listed(self.page, &text) => self.write(path, &language, &text, &before),
                    _ => {
                        let known =
                            NOT_JUDGED.iter().find(|(page, first, _)| *page == self.page && begins(&text, first));
                        let Some((_, first, _)) = known else {
                            panic!("{}: a block that is neither run nor listed:\n{before}\n{text}", self.page)
                        };
                        self.met.insert(first);
                    }
                }
            }
        }
    }
}

/// The item that examples of Markdown are the text of.
const EXAMPLE: &str = "content/contoh/index.md";

fn is_reference(page: &str) -> bool {
    page.starts_with("docs/content/reference/")
}

/// What the examples of a page are where no sentence names a file.
fn meant(page: &str, language: &str) -> Option<&'static str> {
    match (page.strip_prefix("docs/content/reference/")?, language) {
        ("configuration.md" | "markdown.md", "yaml") => Some("warta.yaml"),
        ("markdown.md", "markdown") => Some(EXAMPLE),
        _ => None,
    }
}

fn begins(text: &str, first: &str) -> bool {
    text.lines().next() == Some(first)
}

fn listed(page: &str, text: &str) -> bool {
    NOT_JUDGED.iter().any(|(of, first, _)| *of == page && begins(text, first))
}

/// Plays a page; what of the two lists it met.
fn play(page: &'static str) -> BTreeSet<&'static str> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(page)).unwrap();
    let mut story = Story::begin(page, &text);
    let steps = steps(&text);
    assert!(!steps.is_empty(), "{page} shows nothing");
    for step in steps {
        story.step(step);
    }
    assert!(story.owes.is_none(), "{page} ends in a mistake");
    story.met
}

/// Pages, a test each, so that they run side by side.
macro_rules! pages {
    ($($name:ident: $page:literal,)*) => {
        $(#[test] fn $name() { play($page); })*

        const PAGES: &[&str] = &[$($page),*];

        #[test]
        #[ignore = "plays every page a second time; tests/run --long"]
        fn what_is_left_out_is_still_there() {
            let met: BTreeSet<&str> = PAGES.iter().flat_map(|page| play(page)).collect();
            let left: Vec<&str> = NOT_RUN.iter().map(|(command, _)| *command)
                .chain(NOT_JUDGED.iter().map(|(_, first, _)| *first))
                .filter(|one| !met.contains(one))
                .collect();
            assert!(left.is_empty(), "listed and nowhere to be found: {left:?}");
        }
    };
}

pages! {
    readme: "README.md",
    memasang: "docs/content/panduan/memasang.md",
    siaran_pers: "docs/content/panduan/siaran-pers.md",
    lokakarya: "docs/content/panduan/lokakarya.md",
    jadwal: "docs/content/panduan/jadwal.md",
    ralat: "docs/content/panduan/ralat.md",
    materi: "docs/content/panduan/materi.md",
    komentar: "docs/content/panduan/komentar.md",
    kesalahan: "docs/content/panduan/kesalahan.md",
    install: "docs/content/guide/install.md",
    theming: "docs/content/guide/theming.md",
    editors: "docs/content/guide/editors.md",
    pipelines: "docs/content/guide/pipelines.md",
    web_server: "docs/content/guide/web-server.md",
    schedule: "docs/content/guide/schedule.md",
    backups: "docs/content/guide/backups.md",
    moving: "docs/content/guide/moving.md",
    architecture: "docs/content/guide/architecture.md",
    commands: "docs/content/reference/commands.md",
    configuration: "docs/content/reference/configuration.md",
    content: "docs/content/reference/content.md",
    markdown: "docs/content/reference/markdown.md",
    open_data: "docs/content/reference/open-data.md",
    publishing: "docs/content/reference/publishing.md",
    templates: "docs/content/reference/templates.md",
}

#[test]
fn every_page_with_a_block_is_played() {
    // Those about codes are judged in `explanations`; the tables of keys show nothing to type.
    const ELSEWHERE: &[&str] = &["docs/content/panduan/kode.md", "docs/content/reference/codes.md"];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = crate::site::tree(&root.join("docs/content"));
    let pages = files.into_iter().filter(|(path, _)| path.ends_with(".md"));
    for (path, bytes) in pages {
        let path = format!("docs/content/{path}");
        let has_blocks = String::from_utf8(bytes).unwrap().lines().any(|line| line.trim_start().starts_with("```"));
        let is_decision = path.starts_with("docs/content/decisions/");
        let is_played = PAGES.contains(&path.as_str()) || ELSEWHERE.contains(&path.as_str()) || is_decision;
        assert!(is_played || !has_blocks, "{path} shows blocks that nobody runs");
    }
}

#[test]
fn the_documentation_is_a_sound_site() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let output = tempfile::tempdir().unwrap();
    for (command, more) in
        [("check", vec![]), ("build", vec!["-o".into(), output.path().join("public").into_os_string()])]
    {
        let ran = crate::site::warta()
            .args([command, "--strict", "--lang", "en", "--now", NOW, "-r"])
            .arg(&docs)
            .args(more)
            .output()
            .unwrap();
        assert_eq!(ran.status.code(), Some(0), "{}", String::from_utf8_lossy(&ran.stderr));
    }
}

#[test]
fn a_page_that_tells_what_is_not_so_fails() {
    let fails = |text: &str| {
        let text = text.to_owned();
        std::panic::catch_unwind(move || {
            let mut story = Story::begin("docs/content/panduan/x.md", &text);
            steps(&text).into_iter().for_each(|step| story.step(step));
            assert!(story.owes.is_none());
        })
        .is_err()
    };
    let item = |title: &str| {
        format!("`content/siaran-pers/a.md`:\n\n```markdown\n---\n{title}\ntanggal: 2026-11-20\n---\n\nIsi.\n```\n")
    };
    assert!(!fails(&format!("Isi {}", item("judul: A"))));
    assert!(fails(&format!("Isi {}", item("judl: A"))), "a file with a mistake");
    assert!(fails(&format!("Salah, di {}", item("judl: A"))), "a mistake without its message");
    let told = "\n```text\ngalat[E013]: tidak ada isian “judl” di sini\n```\n";
    assert!(!fails(&format!("Salah, di {}{told}", item("judl: A"))));
    assert!(fails(&format!("Salah, di {}{told}", item("judil: A"))), "another message");
    assert!(fails("```sh\nfalse\n```\n"), "a command that fails");
    assert!(fails("```toml\na = 1\n```\n"), "a block of nothing known");
}
