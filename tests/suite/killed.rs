//! A build that is killed at any instant: what readers see stays whole, and the next build finishes the work.
//!
//! Fails when the old tree is removed before the new one takes its place: pages lack their stylesheet then.

use std::collections::BTreeMap;
use std::fs;
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::site::{TestSite, tree, warta};

/// Releases of the site; enough for writing to be a good part of a build.
pub(crate) const RELEASES: usize = 120;

pub(crate) type Tree = BTreeMap<String, Vec<u8>>;

/// A state of the project: what a few files say, and what every page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct State {
    /// The text of one release, and whether another one exists.
    pub(crate) text: &'static str,
    pub(crate) extra: bool,
    /// What every page shows, and its stylesheet.
    pub(crate) theme: &'static str,
}

pub(crate) fn set(mut site: TestSite, state: State) -> TestSite {
    let State { text, theme, .. } = state;
    site = site
        .release("r1", "", text)
        .file("themes/t/assets/a.css", format!("a {{ content: \"{theme}\" }}\n"))
        .file(
            "themes/t/templates/base.html",
            format!(
                "<!DOCTYPE html><link rel=stylesheet href=\"{{{{ asset(path=\"a.css\") }}}}\"><p>{theme}</p>{{% block main %}}{{% endblock main %}}\n"
            ),
        );
    let extra = site.path("content/berita/tambahan.md");
    if state.extra {
        site.release("tambahan", "", "Isi.")
    } else {
        drop(fs::remove_file(extra));
        site
    }
}

pub(crate) fn project() -> TestSite {
    (0..RELEASES).fold(TestSite::new(), |site, number| {
        site.release(&format!("r{number}"), "tags: [air]", &"Pasar pagi dibuka kembali. ".repeat(60))
    })
}

/// The tree of a clean build.
fn clean(state: State) -> Tree {
    let site = set(project(), state).build();
    tree(site.output())
}

/// A sequence of numbers that a seed decides.
pub(crate) struct Dice(u64);

impl Dice {
    /// From a seed that is printed, and may be given.
    pub(crate) fn thrown() -> Dice {
        let seed = std::env::var("WARTA_SEED")
            .ok()
            .and_then(|seed| seed.parse().ok())
            .unwrap_or_else(|| std::time::SystemTime::UNIX_EPOCH.elapsed().map_or(1, |since| since.as_nanos() as u64));
        println!("seed {seed}: repeat with WARTA_SEED={seed}");
        Dice(seed)
    }

    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        // Knuth's MMIX generator; the high bits are the good ones.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit.max(1)
    }
}

/// How long builds of one kind take, as far as they are known: those that end before they are killed were shorter.
struct Length(u64);

impl Length {
    /// Starts a build and kills it at an instant before its end. True when it was not over by then.
    fn killed(&mut self, site: &TestSite, dice: &mut Dice) -> bool {
        let after = dice.below(self.0);
        let early = killed(site, Duration::from_micros(after));
        if !early {
            // What is remembered makes some builds much shorter than the first: without this, most would be killed too late.
            self.0 = self.0.min(after.max(1));
        }
        early
    }
}

/// Starts a build and kills it after a while. True when it was killed before its end.
fn killed(site: &TestSite, after: Duration) -> bool {
    let mut command = warta();
    command.args(["build", "--now", "2026-01-01", "-r"]).arg(site.path("")).arg("-o").arg(site.output());
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    sleep(after);
    let ended = child.try_wait().unwrap().is_some();
    child.kill().unwrap();
    child.wait().unwrap();
    !ended
}

/// What must hold of an output that may hold files of the old site and of the new one.
pub(crate) fn is_whole(site: &TestSite, old: &Tree, new: &Tree) {
    let now = tree(site.output());
    for (path, bytes) in now.iter().filter(|(path, _)| !path.starts_with(".warta")) {
        if path == "milik-orang.txt" {
            continue;
        }
        assert!(
            old.get(path) == Some(bytes) || new.get(path) == Some(bytes),
            "{path} is neither of the old nor of the new site"
        );
        if path.ends_with(".html") {
            let text = String::from_utf8_lossy(bytes);
            if let Some((_, rest)) = text.split_once("href=\"/aset/") {
                let sheet = format!("aset/{}", rest.split('"').next().unwrap());
                assert!(now.contains_key(&sheet), "{path} lacks its stylesheet {sheet}");
            }
        }
    }
    // Whatever both sites have is there.
    for path in old.keys().filter(|path| new.contains_key(*path)) {
        assert!(now.contains_key(path) || now.is_empty(), "{path} is missing");
    }
}

fn kill(times: usize) {
    let mut dice = Dice::thrown();
    let few = [State { text: "lama", extra: true, theme: "biru" }, State { text: "baru", extra: false, theme: "biru" }];
    let many = [few[0], State { text: "lama", extra: true, theme: "hijau" }];
    let whole: Vec<(State, Tree)> = [few[0], few[1], many[1]].into_iter().map(|state| (state, clean(state))).collect();
    let tree_of = |state: State| &whole.iter().find(|(known, _)| *known == state).unwrap().1;
    let mut killed_early = 0;
    let mut site = set(project(), few[0]);
    let started = Instant::now();
    site = site.build();
    let first = u64::try_from(started.elapsed().as_micros()).unwrap();
    let (mut cold, mut warm) = (Length(first), Length(first));
    fs::write(site.output().join("milik-orang.txt"), "milik orang").unwrap();
    let mut state = few[0];
    for round in 0..times {
        if round % 8 == 7 {
            // Cold: nothing is there, and nothing is remembered.
            fs::remove_dir_all(site.output()).unwrap();
            drop(fs::remove_dir_all(site.path(".warta")));
            site = set(site, state);
            killed_early += usize::from(cold.killed(&site, &mut dice));
            is_whole(&site, &Tree::new(), tree_of(state));
            site = site.build();
            assert!(tree(site.output()) == *tree_of(state), "round {round}: not the clean site");
            fs::write(site.output().join("milik-orang.txt"), "milik orang").unwrap();
            continue;
        }
        let next = match dice.below(3) {
            0 => few[0],
            1 => few[1],
            _ => many[1],
        };
        site = set(site, next);
        killed_early += usize::from(warm.killed(&site, &mut dice));
        is_whole(&site, tree_of(state), tree_of(next));
        // What others put there is there still, wherever the build was.
        assert_eq!(fs::read_to_string(site.output().join("milik-orang.txt")).unwrap(), "milik orang", "round {round}");
        site = site.build();
        let mut now = tree(site.output());
        now.remove("milik-orang.txt");
        assert!(now == *tree_of(next), "round {round}: {state:?} to {next:?} is not the clean site");
        state = next;
    }
    // A test that always comes too late proves nothing.
    assert!(killed_early * 3 > times, "only {killed_early} of {times} builds were killed before their end");
}

#[test]
fn a_killed_build_leaves_whole_files_and_is_finished_by_the_next() {
    kill(16);
}

#[test]
#[ignore = "two hundred builds; part of `tests/run --long`"]
fn builds_killed_at_two_hundred_instants() {
    kill(200);
}
