//! Every mistake is told so that the message alone suffices to mend it, in both languages, and nothing is lost by it.
//!
//! A case builds a sound project, spoils it, and builds again: an error must leave the output as it was, byte for byte.
//! The whole standard error stands in `tests/messages/`, to be read as prose when it changes. With `WARTA_BLESS=1` in the
//! environment the texts are written anew.

mod desk;
mod fields;
mod files;
mod fine;
mod machine;
mod often;
mod parts;
mod project;
mod relations;
mod settings;
mod templates;
mod texts;
mod words;
mod yaml;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use warta::diagnostic::{Code, Severity};

use crate::anyone::{give_away, restore, warta_for_anyone};
use crate::site::{TestSite, tree, warta};
use project::sound;

/// Longer than this no run may take, on a slow machine and with an unoptimized program.
const LIMIT: Duration = Duration::from_secs(60);

/// Columns of the terminal that the texts are made for.
const COLUMNS: &str = "100";

/// A mistake and its text.
struct Case {
    /// Stem of the text's file: the code's number, and what is wrong.
    name: &'static str,
    command: Told,
    spoil: fn(TestSite) -> TestSite,
}

/// Which command's words the text holds.
#[derive(Clone, Copy, PartialEq)]
enum Told {
    /// `warta check`
    Check,
    /// `warta build`: what has to do with the output.
    Build,
    /// `warta build` by a user who may not do everything.
    BuildAsAnyone,
    /// `warta check` by a user who may not read everything.
    CheckAsAnyone,
    /// `warta check --verbose`: what is good to know.
    CheckAloud,
}

const fn case(name: &'static str, spoil: fn(TestSite) -> TestSite) -> Case {
    Case { name, command: Told::Check, spoil }
}

const fn told_by(command: Told, name: &'static str, spoil: fn(TestSite) -> TestSite) -> Case {
    Case { name, command, spoil }
}

/// All cases.
fn all() -> impl Iterator<Item = &'static Case> {
    let tables: [&[Case]; 12] = [
        desk::CASES,
        fields::CASES,
        files::CASES,
        machine::CASES,
        often::CASES,
        parts::CASES,
        relations::CASES,
        settings::CASES,
        templates::CASES,
        texts::CASES,
        words::CASES,
        yaml::CASES,
    ];
    tables.into_iter().flatten()
}

/// Runs the cases of a table and compares what they say with their texts.
fn judge(cases: &[Case]) {
    let complaints: Vec<String> = cases.iter().flat_map(Case::complaints).collect();
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

impl Case {
    fn code(&self) -> Code {
        let number = self.name.split('-').next().unwrap();
        let found = Code::ALL.iter().copied().find(|code| code.number() == number);
        found.unwrap_or_else(|| panic!("{} names no code", self.name))
    }

    /// Whether the project is published all the same.
    fn is_published(&self) -> bool {
        self.code().severity() != Severity::Error
    }

    /// What is not as it should be; nothing, most of the time.
    fn complaints(&self) -> Vec<String> {
        let mut complaints = Vec::new();
        let mut claim = |holds: bool, what: &str, text: &str| {
            if !holds {
                complaints.push(format!("=== {}: {what}\n{text}", self.name));
            }
        };
        let site = sound();
        let anyone = matches!(self.command, Told::BuildAsAnyone | Told::CheckAsAnyone);
        if anyone {
            give_away(&site.path(""));
        }
        let built = run(&site, "build", "en", anyone);
        claim(built.status.code() == Some(0), "the sound project was not built", &told(&site, &built));
        let before = tree(site.output());
        let site = (self.spoil)(site);
        let before = if self.command == Told::Build { tree(site.output()) } else { before };
        let code = Some(i32::from(!self.is_published()));

        let built = run(&site, "build", "en", anyone);
        claim(built.status.code() == code, "exit code of build", &told(&site, &built));
        let after = tree(site.output());
        let changed = before.keys().chain(after.keys()).filter(|path| before.get(*path) != after.get(*path));
        let changed: BTreeSet<&str> = changed.map(String::as_str).collect();
        let what = format!("changed all the same: {changed:?}");
        claim(self.is_published() || changed.is_empty(), &what, &told(&site, &built));
        for lang in ["en", "id"] {
            let command = match self.command {
                Told::Build | Told::BuildAsAnyone => "build",
                Told::Check | Told::CheckAsAnyone | Told::CheckAloud => "check",
            };
            let ran = match self.command {
                Told::CheckAloud => finished(program(&site, command, lang, &["--verbose"])),
                _ => run(&site, command, lang, anyone),
            };
            let text = told(&site, &ran);
            claim(ran.status.code() == code, "exit code", &text);
            claim(text.contains(&format!("[{}]", self.code().number())), "another code", &text);
            for odd in ["\u{1b}", "\u{2068}", "{$", "{ $", "panicked"] {
                claim(!text.contains(odd), odd, &text);
            }
            let told: Vec<&str> = text.split("\n\n").collect();
            let once: BTreeSet<&str> = told.iter().copied().collect();
            claim(told.len() == once.len(), "something is told twice", &text);
            if let Some(known) = other_text(self.name, lang, &text) {
                claim(false, &format!("{lang}: the program says"), &text);
                claim(false, &format!("{lang}: its file says"), &known);
            }
        }
        restore(&site.path(""));
        complaints
    }
}

/// What the file of a text says, where that is something else; or writes the file.
fn other_text(name: &str, lang: &str, text: &str) -> Option<String> {
    let path = folder().join(format!("{name}.{lang}.txt"));
    let known = fs::read_to_string(&path).unwrap_or_default();
    if known == text {
        return None;
    }
    if std::env::var_os("WARTA_BLESS").is_some() {
        fs::write(path, text).unwrap();
        return None;
    }
    Some(known)
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/messages")
}

/// The standard error of a run, without what differs from run to run.
fn told(site: &TestSite, ran: &Output) -> String {
    let root = site.path("").display().to_string();
    String::from_utf8(ran.stderr.clone()).unwrap().replace(root.trim_end_matches('/'), "/situs")
}

/// Runs a command of the program; with `anyone`, as a user who may not do everything.
fn run(site: &TestSite, command: &str, lang: &str, anyone: bool) -> Output {
    if !anyone {
        return finished(program(site, command, lang, &[]));
    }
    let mut program = warta_for_anyone(&site.path(""));
    program.env("COLUMNS", COLUMNS).args([command, "--lang", lang, "--now", "2026-01-01", "-r"]).arg(site.path(""));
    finished(program)
}

/// A command of the program with flags.
fn program(site: &TestSite, command: &str, lang: &str, flags: &[&str]) -> Command {
    let mut program = warta();
    program.env("COLUMNS", COLUMNS).args([command, "--lang", lang, "--now", "2026-01-01"]).args(flags);
    program.arg("-r").arg(site.path(""));
    program
}

/// What a program did, if it ended in time.
fn finished(mut program: Command) -> Output {
    let child = program.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let id = child.id().to_string();
    let (send, receive) = mpsc::channel();
    std::thread::spawn(move || send.send(child.wait_with_output()));
    receive.recv_timeout(LIMIT).map(Result::unwrap).unwrap_or_else(|_| {
        drop(Command::new("kill").arg(&id).status());
        panic!("{program:?} does not end")
    })
}

#[test]
fn every_code_has_a_text_in_both_languages() {
    let names: BTreeSet<&str> = all().map(|case| case.name).collect();
    assert_eq!(names.len(), all().count(), "two cases share a name");
    for code in Code::ALL {
        let mark = format!("[{}]", code.number());
        let own = names.iter().filter(|name| name.split('-').next() == Some(code.number()));
        assert!(own.clone().count() > 0, "{mark} {} has no case", code.name());
        for (name, lang) in own.flat_map(|name| [(name, "en"), (name, "id")]) {
            let text = fs::read_to_string(folder().join(format!("{name}.{lang}.txt"))).unwrap_or_default();
            assert!(text.contains(&mark), "{name}.{lang}.txt does not hold {mark}");
        }
    }
}

#[test]
fn no_text_outlives_its_case() {
    let names: BTreeSet<&str> = all().map(|case| case.name).collect();
    for entry in fs::read_dir(folder()).unwrap().flatten() {
        let file = entry.file_name().into_string().unwrap();
        let stem = file.strip_suffix(".en.txt").or_else(|| file.strip_suffix(".id.txt")).unwrap_or(&file);
        assert!(names.contains(stem), "tests/messages/{file} belongs to no case");
    }
}
