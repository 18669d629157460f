//! Writes a synthetic warta site for measuring: `bench-site COUNT DEST`.
//!
//! COUNT press releases of 2 to 30 KB (median 6 KB) over twenty years, one workshop for fifty of them, and the plain theme
//! of `benches/themes/plain`. The same arguments give the same bytes on every machine: a fixed seed, whole numbers only.
//! Everything is public on 1 January 2026. It is shaped like an archive of a press office (few tags used much, links to
//! older items, tables, footnotes, code in one of ten); it has no images, no attachments, no comments and no raw HTML.

#![allow(clippy::disallowed_methods, reason = "a measuring tool: writing files is its job")]

#[path = "site/calendar.rs"]
mod calendar;
#[path = "site/code.rs"]
mod code;
#[path = "site/random.rs"]
mod random;
#[path = "site/settings.rs"]
mod settings;
#[path = "site/text.rs"]
mod text;
#[path = "site/words.rs"]
#[rustfmt::skip]
mod words;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use calendar::Day;
use random::Random;
use words::{CITY, ORGANIZATIONS, PEOPLE, PLACES, TAGS, TOPICS};

const SEED: u64 = 0x7761_7274_6120_3031;
const RELEASES_PER_WORKSHOP: usize = 50;

/// Sizes of release files in bytes at parts of a thousand; sizes between are interpolated.
const SIZES: [(usize, usize); 9] = [
    (0, 2_100),
    (50, 2_500),
    (250, 4_200),
    (500, 6_000),
    (750, 8_600),
    (900, 12_000),
    (950, 14_800),
    (990, 21_500),
    (1_000, 29_000),
];

/// What other items must know of a release before its text exists.
struct Release {
    title: String,
    name: String,
    organization: (&'static str, &'static str),
    day: Day,
}

struct Workshop {
    title: String,
    name: String,
    organization: (&'static str, &'static str),
    start: Day,
}

struct Plan {
    releases: Vec<Release>,
    workshops: Vec<Workshop>,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let parsed = match arguments.as_slice() {
        [count, destination] => count.parse().ok().map(|count| (count, PathBuf::from(destination))),
        _ => None,
    };
    let Some((count, destination)) = parsed else {
        eprintln!("usage: bench-site COUNT DEST");
        return ExitCode::FAILURE;
    };
    match write_site(count, &destination) {
        Ok(sizes) => {
            report(sizes);
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("bench-site: {message}");
            ExitCode::FAILURE
        }
    }
}

/// Returns the sizes of the release files.
fn write_site(count: usize, destination: &Path) -> Result<Vec<usize>, String> {
    if fs::read_dir(destination).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(format!("{} is not empty", destination.display()));
    }
    let plan = plan(count);
    let mut sizes = Vec::with_capacity(count);
    for (path, text) in settings::files() {
        write(&destination.join(path), &text)?;
    }
    for (path, text) in settings::THEME {
        write(&destination.join("themes/plain").join(path), text)?;
    }
    for (index, workshop) in plan.workshops.iter().enumerate() {
        let path = format!("content/workshop/{}/{}.md", workshop.start.year, workshop.name);
        write(&destination.join(path), &workshop_file(workshop, index))?;
    }
    for (index, release) in plan.releases.iter().enumerate() {
        let path = format!("content/siaran-pers/{}/{}.md", release.day.year, release.name);
        let text = release_file(&plan, release, index);
        write(&destination.join(path), &text)?;
        sizes.push(text.len());
    }
    Ok(sizes)
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder).and_then(|()| fs::write(path, text)).map_err(|e| format!("{}: {e}", path.display()))
}

fn report(mut sizes: Vec<usize>) {
    sizes.sort_unstable();
    let total: usize = sizes.iter().sum();
    let at =
        |per_mille: usize| sizes.get(sizes.len().saturating_sub(1) * per_mille / 1_000).copied().unwrap_or_default();
    println!("{} releases, {:.1} MB", sizes.len(), total as f64 / 1e6);
    println!(
        "bytes: min {}, 10 % {}, 25 % {}, median {}, 75 % {}, 90 % {}, max {}, mean {}",
        at(0),
        at(100),
        at(250),
        at(500),
        at(750),
        at(900),
        at(1_000),
        total.checked_div(sizes.len()).unwrap_or_default()
    );
}

// ─── what exists: titles, names, days ───

fn plan(count: usize) -> Plan {
    let mut names = BTreeSet::new();
    let mut plan = Plan { releases: Vec::with_capacity(count), workshops: Vec::new() };
    for index in 0..count {
        let mut random = Random::of_item(SEED, index);
        let organization = pick_organization(&mut random);
        let title = text::headline(&mut random, organization.1);
        let name = unique_name(&mut names, &title);
        let day = Day::new(calendar::FIRST_DAY + index * calendar::DAYS / count);
        if index % RELEASES_PER_WORKSHOP == 0 {
            plan.workshops.push(plan_workshop(&mut names, &mut random, day));
        }
        plan.releases.push(Release { title, name, organization, day });
    }
    plan
}

fn plan_workshop(names: &mut BTreeSet<String>, random: &mut Random, start: Day) -> Workshop {
    let title = format!(
        "Lokakarya {} bagi {}",
        text::title_case(&text::heading(random)),
        text::title_case(random.pick(PEOPLE))
    );
    Workshop { name: unique_name(names, &title), title, organization: pick_organization(random), start }
}

/// File names are identifiers, so they are unique in the whole site and at most 80 characters long.
fn unique_name(names: &mut BTreeSet<String>, title: &str) -> String {
    let mut base = String::new();
    for word in title.to_lowercase().split(' ') {
        let word: String = word.chars().filter(char::is_ascii_alphanumeric).collect();
        if base.len() + word.len() > 70 {
            break;
        }
        if !base.is_empty() && !word.is_empty() {
            base.push('-');
        }
        base.push_str(&word);
    }
    let mut name = base.clone();
    let mut number = 2;
    while !names.insert(name.clone()) {
        name = format!("{base}-{number}");
        number += 1;
    }
    name
}

fn pick_organization(random: &mut Random) -> (&'static str, &'static str) {
    let index = random.below(ORGANIZATIONS.len());
    ORGANIZATIONS.get(index).map_or(("bagian-humas", "Bagian Humas"), |&(id, short, _)| (id, short))
}

// ─── items ───

fn release_file(plan: &Plan, release: &Release, index: usize) -> String {
    let mut random = Random::of_item(!SEED, index);
    let workshop = plan.workshops.get(index / RELEASES_PER_WORKSHOP);
    // The first three releases of each fifty are about the workshop, and now and then a later one.
    let event = workshop.filter(|_| index % RELEASES_PER_WORKSHOP < 3 || random.one_in(40));
    let mut file = front_matter(&mut random, release, index, event);

    let mut parts = Vec::new();
    if let Some(workshop) = event {
        parts.push(format!(
            "Selengkapnya tentang [{}](../../workshop/{}/{}.md).\n",
            workshop.title, workshop.start.year, workshop.name
        ));
    }
    parts.extend(cross_links(&mut random, plan, index));
    if random.one_in(6) {
        parts.push(text::table(&mut random));
    }
    if random.one_in(4) {
        parts.push(text::list(&mut random));
    }
    if random.one_in(8) {
        parts.push(text::quotation(&mut random));
    }
    if random.one_in(10) {
        parts.push(code::block(&mut random));
    }
    let footnotes = if random.one_in(8) { random.between(1, 4) } else { 0 };
    for number in 1..=footnotes {
        parts.push(format!("{}[^{number}]\n", text::sentence(&mut random)));
    }
    let notes: String =
        (1..=footnotes).map(|number| format!("\n[^{number}]: {}\n", text::plain_sentence(&mut random))).collect();

    let size = size_at(random.below(1_001)).saturating_sub(notes.len());
    let opening = format!("{}, {}. ", text::plain_sentence(&mut random).trim_end_matches('.'), release.day.in_text());
    write_body(&mut file, &mut random, size, opening, parts);
    file.push_str(&notes);
    file
}

/// Paragraphs until the file has about `size` bytes, with the other `parts` set between them.
fn write_body(file: &mut String, random: &mut Random, size: usize, opening: String, parts: Vec<String>) {
    let mut waiting: usize = parts.iter().map(|part| part.len() + 1).sum();
    let mut parts = parts.into_iter();
    let mut paragraph = opening;
    let mut sentences = random.between(2, 4);
    let mut paragraphs = 0;
    while file.len() + paragraph.len() + waiting < size {
        if sentences > 0 {
            paragraph.push_str(&text::sentence(random));
            paragraph.push(' ');
            sentences -= 1;
            continue;
        }
        push_part(file, paragraph.trim_end());
        paragraph.clear();
        sentences = random.between(3, 6);
        paragraphs += 1;
        if paragraphs % 2 == 0
            && let Some(part) = parts.next()
        {
            waiting -= part.len() + 1;
            push_part(file, part.trim_end());
        }
        if paragraphs % 4 == 0 {
            let level = if paragraphs % 12 == 8 { "###" } else { "##" };
            push_part(file, &format!("{level} {}", text::heading(random)));
        }
    }
    if paragraph.is_empty() {
        paragraph = text::plain_sentence(random);
    }
    push_part(file, paragraph.trim_end());
    for part in parts {
        push_part(file, part.trim_end());
    }
}

fn push_part(file: &mut String, part: &str) {
    file.push('\n');
    file.push_str(part);
    file.push('\n');
}

fn front_matter(random: &mut Random, release: &Release, index: usize, event: Option<&Workshop>) -> String {
    let day = release.day;
    let mut front = format!("---\ntitle: \"{}\"\nsummary: \"{}\"\n", release.title, text::plain_sentence(random));
    if random.one_in(4) {
        front.push_str(&format!("date: {}\n", day.iso()));
    } else {
        front.push_str(&format!("date: {}T{:02}:{:02}:00+07:00\n", day.iso(), random.between(7, 20), random.below(60)));
    }
    if random.one_in(4) {
        let roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
        let month = roman.get(day.month - 1).unwrap_or(&"I");
        front.push_str(&format!("release_type: siaran_pers\nnumber: {}/SP/HUMAS/{month}/{}\n", index + 1, day.year));
    }
    front.push_str(&format!(
        "dateline: {{ city: {CITY} }}\nsignoff: {{ desk: humas, writer: p{} }}\n",
        random.between(1, 24)
    ));
    front.push_str(&format!("organizations: [{}]\n", release.organization.0));
    front.push_str(&format!(
        "topics: [{}]\n",
        some_of(random, 2, |random| {
            let index = random.below(TOPICS.len());
            TOPICS.get(index).map_or("sosial", |topic| topic.0)
        })
    ));
    // The smaller of two draws: the first tags are used much more than the last, as in real archives.
    front.push_str(&format!(
        "tags: [{}]\n",
        some_of(random, 5, |random| {
            let index = (0..2).map(|_| random.below(TAGS.len())).min().unwrap_or_default();
            TAGS.get(index).copied().unwrap_or_default()
        })
    ));
    if let Some(workshop) = event {
        front.push_str(&format!("event: {}\n", workshop.name));
    }
    if random.one_in(20) {
        front.push_str(&format!("aliases: [/berita/{}/]\n", index + 1));
    }
    front.push_str("contacts: [humas]\ninfo_class: berkala\n---\n");
    front
}

/// One to `most` different things, joined by commas.
fn some_of(random: &mut Random, most: usize, mut draw: impl FnMut(&mut Random) -> &'static str) -> String {
    let mut chosen = Vec::new();
    for _ in 0..random.between(1, most) {
        let one = draw(random);
        if !chosen.contains(&one) {
            chosen.push(one);
        }
    }
    chosen.join(", ")
}

/// Up to three links to older releases by file path; half of them to recent ones.
fn cross_links(random: &mut Random, plan: &Plan, index: usize) -> Vec<String> {
    let mut links = Vec::new();
    for _ in 0..random.below(4) {
        let nearest = if random.one_in(2) { index.saturating_sub(200) } else { 0 };
        let older = nearest + random.below(index - nearest);
        if let Some(other) = plan.releases.get(older).filter(|_| older < index) {
            links.push(format!("Baca juga [{}](../{}/{}.md).\n", other.title, other.day.year, other.name));
        }
    }
    links
}

fn workshop_file(workshop: &Workshop, index: usize) -> String {
    let mut random = Random::of_item(SEED.rotate_left(32), index);
    let (start, announced) = (workshop.start, workshop.start.earlier(7));
    let end = start.later(random.below(3));
    let mut file = format!(
        "---\nevent_type: workshop\ntitle: \"{}\"\nsummary: \"{}\"\ndate: {}\nstart: {}\nend: {}\nevent_status: completed\nmode: offline\n\
         venue: {{ ref: balai-kota, room: Lantai {} }}\norganizer: {}\norganizations: [{}]\naudience: \"{} se-Kota {CITY}\"\n\
         attendance: {{ attended: {}, approximate: true }}\ncontacts: [humas]\ninfo_class: berkala\n---\n",
        workshop.title,
        text::plain_sentence(&mut random),
        announced.iso(),
        start.iso(),
        end.iso(),
        random.between(1, 5),
        workshop.organization.0,
        workshop.organization.0,
        text::capitalized(random.pick(PEOPLE)),
        random.between(20, 200),
    );
    let opening =
        format!("Lokakarya digelar di {}, {} {} {}. ", random.pick(PLACES), start.day, start.month_name(), start.year);
    let parts = vec![text::list(&mut random)];
    let size = random.between(2_000, 4_000);
    write_body(&mut file, &mut random, size, opening, parts);
    file
}

fn size_at(per_mille: usize) -> usize {
    for pair in SIZES.windows(2) {
        if let &[(from, low), (to, high)] = pair
            && per_mille <= to
        {
            return low + (high - low) * per_mille.saturating_sub(from) / (to - from);
        }
    }
    0
}
