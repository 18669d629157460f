//! What it takes to relate a newsroom: `bench-relate DEST [COUNT]`.
//!
//! Writes two kinds of sites of COUNT items (10,000 without it) below DEST and times the stages of each, five times, in one
//! process: a newsroom in which everything is bound to something (releases to events, events to programmes, materials to both,
//! people and topics to all), and releases that share one tag, or a hundred tags with an equal part each. What is printed is the
//! median of each stage in milliseconds and the part that relating has in all of them; nothing is written, so that the part of a
//! real build is smaller.

#![allow(clippy::disallowed_methods, reason = "a measuring tool: writing files and asking for the time is its job")]
#![allow(clippy::indexing_slicing, reason = "five stages and five rounds, both fixed")]

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use warta::pipeline::{self, Kept, Request};
use warta::site::Moment;
use warta::{parse, plan, read, site};

const ROUNDS: usize = 5;

const SETTINGS: &str = "title: Ukur\nbase_url: https://ukur.example\ntime_zone: WIB\ntheme: plain
sections:
  siaran-pers: { kind: press_release, archive: year_month }
  acara: { kind: workshop, sort: start, archive: year }
  program: { kind: programme }
  materi: { kind: material }
  pengumuman: { kind: announcement }
taxonomies:
  tags: {}
  topics: { path: topik, closed: true }
  people: { path: tokoh, closed: true }
  organizations: { path: instansi, closed: true }
";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(folder), count) = (arguments.next(), arguments.next()) else {
        eprintln!("bench-relate DEST [COUNT]");
        return ExitCode::from(2);
    };
    let count = count.and_then(|count| count.parse().ok()).unwrap_or(10_000);
    let folder = Path::new(&folder);
    println!(
        "{:<28} {:>8} {:>8} {:>8} {:>8} {:>8}  relate",
        "ms (median of 5)", "read", "parse", "relate", "plan", "render"
    );
    for (name, files) in
        [("newsroom", newsroom(count)), ("all in one term", tagged(count, 1)), ("a hundred terms", tagged(count, 100))]
    {
        let root = folder.join(name.replace(' ', "-"));
        for (path, text) in &files {
            let target = root.join(path);
            let parent = target.parent().unwrap_or(&root);
            if let Err(error) = fs::create_dir_all(parent).and_then(|()| fs::write(&target, text.as_bytes())) {
                eprintln!("{}: {error}", target.display());
                return ExitCode::FAILURE;
            }
        }
        match measure(&root) {
            Ok(stages) => {
                let all: f64 = stages.iter().sum();
                let part = stages[2] / all * 100.0;
                print!("{name:<28}");
                stages.iter().for_each(|stage| print!(" {stage:>8.1}"));
                println!("  {part:.1} %");
            }
            Err(told) => {
                eprintln!("{name}: {told}");
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}

/// Milliseconds of reading, parsing, relating, planning and rendering.
fn measure(root: &Path) -> Result<[f64; 5], String> {
    let request = Request { root, base_url: None };
    let (config, _) = pipeline::configure(&request).map_err(|found| format!("{found:?}"))?;
    let moment = Moment {
        now: "2026-01-01T00:00:00Z".parse().map_err(|error: jiff::Error| error.to_string())?,
        drafts: false,
        future: false,
        everything: false,
    };
    let mut rounds: [Vec<f64>; 5] = Default::default();
    for _ in 0..ROUNDS {
        let mut last = Instant::now();
        let mut took = || {
            let now = Instant::now();
            let milliseconds = now.duration_since(last).as_secs_f64() * 1_000.0;
            last = now;
            milliseconds
        };
        let (sources, _) = read::project(root, &config);
        rounds[0].push(took());
        let (parsed, found) = parse::all(&sources, &config);
        rounds[1].push(took());
        if found.has_errors() {
            return Err(format!("{found:?}"));
        }
        let (site, found) = site::relate(parsed, &sources, &config, &moment);
        rounds[2].push(took());
        if found.has_errors() {
            return Err(format!("{found:?}"));
        }
        let planned = plan::plan(&site, &sources, &config, &moment);
        rounds[3].push(took());
        drop((site, planned));
        let (snapshot, _) = pipeline::snapshot(&request, &config, &moment, &mut Kept::default());
        let snapshot = snapshot.ok_or("no snapshot")?;
        took();
        let found = snapshot.render_all(|_, _| Ok(()));
        rounds[4].push(took());
        if found.has_errors() {
            return Err(format!("{found:?}"));
        }
    }
    Ok(rounds.map(|mut times| {
        times.sort_by(f64::total_cmp);
        times[ROUNDS / 2]
    }))
}

type Files = Vec<(String, Arc<str>)>;

fn shared() -> Files {
    let mut people = String::new();
    let mut topics = String::new();
    (0..200).for_each(|index| _ = writeln!(people, "orang-{index}: {{ name: Orang {index} }}"));
    (0..40).for_each(|index| _ = writeln!(topics, "topik-{index}: {{ name: Topik {index} }}"));
    let mut files = vec![
        ("warta.yaml".to_owned(), SETTINGS.into()),
        ("data/people.yaml".to_owned(), people.into()),
        ("data/topics.yaml".to_owned(), topics.into()),
        ("data/organizations.yaml".to_owned(), "dinas: { name: Dinas }\n".into()),
    ];
    let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/themes/plain");
    copy(&theme, "themes/plain", &mut files);
    files
}

fn copy(folder: &Path, to: &str, files: &mut Files) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = format!("{to}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            copy(&entry.path(), &name, files);
        } else if let Ok(text) = fs::read_to_string(entry.path()) {
            files.push((name, text.into()));
        }
    }
}

/// Text of about 3 KB.
fn text(index: usize) -> String {
    let mut text = String::new();
    for paragraph in 0..8 {
        _ = writeln!(
            text,
            "Alinea {paragraph} dari naskah {index}. {}\n",
            "Warga datang ke balai kota untuk mengurus surat. ".repeat(7)
        );
    }
    text
}

/// Items of all kinds, each bound to others: of a hundred, one programme, nine events, twenty materials, five announcements.
fn newsroom(count: usize) -> Files {
    let mut files = shared();
    for index in 0..count {
        let (year, month, day) = (2005 + index % 20, 1 + index / 20 % 12, 1 + index % 28);
        let date = format!("{year}-{month:02}-{day:02}");
        let group = index / 100 * 100;
        // The events of a group are its items 1 to 9.
        let event = group + 1 + index % 9;
        let people = format!("[orang-{}, orang-{}]", index % 200, index * 7 % 200);
        let head = format!(
            "title: Naskah {index}\ndate: {date}\ntopics: [topik-{}, topik-{}]\ntags: [label {}]\npeople: {people}\n",
            index % 40,
            index * 3 % 40,
            index % 60
        );
        let (section, more) = match index % 100 {
            0 => ("program", "owner: dinas\n".to_owned()),
            1..10 => (
                "acara",
                format!(
                    "start: {date}\nvenue: {{ name: Aula }}\nprogramme: naskah-{group}\nspeakers: [{{ person: orang-{} }}]\nmaterials: [naskah-{}]\n",
                    index * 11 % 200,
                    (group + 10 + index % 9).min(count - 1)
                ),
            ),
            10..30 => ("materi", format!("url: https://ukur.example/berkas-{index}\nevent: naskah-{event}\n")),
            30..35 => (
                "pengumuman",
                format!(
                    "level: info\nstarts_at: {date} 08:00\nexpires_at: {year}-{month:02}-28 23:00\nreferences: [naskah-{}]\n",
                    if index % 100 == 30 { group } else { index - 1 }
                ),
            ),
            _ => (
                "siaran-pers",
                format!("event: naskah-{event}\nrelated: [naskah-{}, naskah-{}]\n", index - 1, index - 2),
            ),
        };
        let file = format!("content/{section}/{year}/naskah-{index}.md");
        files.push((file, format!("---\n{head}{more}---\n\n{}", text(index)).into()));
    }
    files
}

/// Releases in so many tags, each in one.
fn tagged(count: usize, tags: usize) -> Files {
    let mut files = shared();
    for index in 0..count {
        let (year, month, day) = (2005 + index % 20, 1 + index / 20 % 12, 1 + index % 28);
        let head = format!("title: Naskah {index}\ndate: {year}-{month:02}-{day:02}\ntags: [label {}]", index % tags);
        files.push((
            format!("content/siaran-pers/{year}/naskah-{index}.md"),
            format!("---\n{head}\n---\n\n{}", text(index)).into(),
        ));
    }
    files
}
