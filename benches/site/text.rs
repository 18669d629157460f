//! Sentences, paragraphs, lists and tables of Indonesian officialese, drawn from `words`.
//!
//! Grammatical enough to look at, meaningless on purpose. Every function draws from the `Random` it is given and from
//! nothing else.

use crate::random::Random;
use crate::words::{
    ACTIVE, ADJECTIVES, ADVERBIALS, CITY, CONNECTORS, FOREIGN, GIVEN_NAMES, HEADLINE_VERBS, MONTHS, NAME_ENDS,
    NAME_MIDDLES, NAME_STARTS, NOUNS, ORGANIZATIONS, PASSIVE, PEOPLE, PLACES, SPEECH,
};

/// A headline of an organisation, at most about 100 characters: `Dinas Sosial Tinjau Posko Darurat di Sagu Raya`.
pub(crate) fn headline(random: &mut Random, organization: &str) -> String {
    let what = match random.below(3) {
        0 => random.pick(NOUNS).to_owned(),
        1 => format!("{} {}", random.pick(NOUNS), random.pick(ADJECTIVES)),
        _ => format!("{} dan {} {}", random.pick(NOUNS), random.pick(NOUNS), random.pick(ADJECTIVES)),
    };
    let start = format!("{organization} {} {}", random.pick(HEADLINE_VERBS), title_case(&what));
    match random.below(4) {
        0 => start,
        1 => format!("{start} bagi {}", title_case(random.pick(PEOPLE))),
        _ => format!("{start} di {}", random.pick(PLACES)),
    }
}

pub(crate) fn heading(random: &mut Random) -> String {
    capitalized(&noun_phrase(random))
}

/// A sentence without Markdown of 50 to 300 characters, as a summary needs.
pub(crate) fn plain_sentence(random: &mut Random) -> String {
    let (organization, what) = (organization(random), noun_phrase(random));
    format!(
        "{organization} Kota {CITY} {} {what} bersama para {} {}.",
        random.pick(ACTIVE),
        random.pick(PEOPLE),
        random.pick(ADVERBIALS)
    )
}

/// One sentence of Markdown, now and then with emphasis or a link.
pub(crate) fn sentence(random: &mut Random) -> String {
    match random.below(9) {
        0 => format!(
            "“{} {},” {} {}.",
            capitalized(&noun_phrase(random)),
            clause_end(random),
            random.pick(SPEECH),
            person(random)
        ),
        1 => format!("{}, {} {}.", random.pick(CONNECTORS), subject(random), clause_end(random)),
        2 => format!(
            "Kepala {} {} mengatakan bahwa {} {}.",
            organization(random),
            person(random),
            subject(random),
            clause_end(random)
        ),
        3 => format!(
            "Kegiatan yang {} di {} itu diikuti {} {} dari {} kelurahan.",
            random.pick(PASSIVE),
            random.pick(PLACES),
            random.between(12, 900),
            random.pick(PEOPLE),
            random.between(2, 60)
        ),
        4 => format!(
            "Hingga {} {}, tercatat {} {} di {} kecamatan, naik {},{} persen dari tahun sebelumnya.",
            random.pick(MONTHS),
            random.between(2003, 2025),
            thousands(random.between(40, 99_000)),
            random.pick(NOUNS),
            random.between(2, 12),
            random.between(1, 38),
            random.between(1, 9)
        ),
        5 => format!(
            "{} {} {} {}.",
            capitalized(&noun_phrase(random)),
            random.pick(PASSIVE),
            random.pick(ADVERBIALS),
            random.pick(ADVERBIALS)
        ),
        _ => decorated(random),
    }
}

pub(crate) fn list(random: &mut Random) -> String {
    let ordered = random.one_in(3);
    let items = random.between(3, 8);
    (1..=items)
        .map(|number| {
            let text = format!("{} {}", random.pick(ACTIVE), noun_phrase(random));
            if ordered { format!("{number}. {text}\n") } else { format!("- {text}\n") }
        })
        .collect()
}

pub(crate) fn table(random: &mut Random) -> String {
    let columns = random.between(2, 5);
    let rows = random.between(4, 16);
    let mut table = String::from("| Kecamatan |");
    for _ in 0..columns {
        table.push_str(&format!(" {} |", capitalized(random.pick(NOUNS))));
    }
    table.push_str("\n|---|");
    table.push_str(&"---:|".repeat(columns));
    table.push('\n');
    for row in 1..=rows {
        table.push_str(&format!("| {row}. {} |", random.pick(PLACES)));
        for _ in 0..columns {
            table.push_str(&format!(" {} |", thousands(random.below(250_000))));
        }
        table.push('\n');
    }
    table
}

pub(crate) fn quotation(random: &mut Random) -> String {
    format!("> {}\n>\n> {}\n", capitalized(&format!("{} {}.", noun_phrase(random), clause_end(random))), person(random))
}

pub(crate) fn person(random: &mut Random) -> String {
    let (given, start) = (random.pick(GIVEN_NAMES), random.pick(NAME_STARTS));
    let middle = if random.one_in(3) { "" } else { random.pick(NAME_MIDDLES) };
    format!("{given} {start}{middle}{}", random.pick(NAME_ENDS))
}

/// `12345` → `12.345`, as Indonesian writes it.
pub(crate) fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    grouped
}

pub(crate) fn capitalized(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

pub(crate) fn title_case(text: &str) -> String {
    let words: Vec<_> =
        text.split(' ').map(|word| if word == "dan" { word.to_owned() } else { capitalized(word) }).collect();
    words.join(" ")
}

fn organization(random: &mut Random) -> &'static str {
    let index = random.below(ORGANIZATIONS.len());
    ORGANIZATIONS.get(index).map_or(CITY, |&(_, short, _)| short)
}

fn subject(random: &mut Random) -> String {
    match random.below(4) {
        0 => format!("Pemerintah Kota {CITY}"),
        1 => format!("para {}", random.pick(PEOPLE)),
        2 => organization(random).to_owned(),
        _ => format!("{} Kecamatan {}", random.pick(PEOPLE), random.pick(PLACES)),
    }
}

fn noun_phrase(random: &mut Random) -> String {
    match random.below(4) {
        0 => random.pick(NOUNS).to_owned(),
        1 => format!("{} {}", random.pick(NOUNS), random.pick(ADJECTIVES)),
        2 => format!("{} serta {}", random.pick(NOUNS), random.pick(NOUNS)),
        _ => format!("{} yang {} dan {}", random.pick(NOUNS), random.pick(ADJECTIVES), random.pick(ADJECTIVES)),
    }
}

fn clause_end(random: &mut Random) -> String {
    let end = format!("{} {}", random.pick(ACTIVE), noun_phrase(random));
    if random.one_in(2) { format!("{end} {}", random.pick(ADVERBIALS)) } else { end }
}

fn decorated(random: &mut Random) -> String {
    let (who, end) = (capitalized(&subject(random)), clause_end(random));
    match random.below(10) {
        0 => format!("{who} {end} untuk **{}**.", noun_phrase(random)),
        1 | 2 => format!("{who} {end} (*{}*).", random.pick(FOREIGN)),
        3 if random.one_in(2) => {
            let word = random.pick(NAME_MIDDLES);
            format!("{who} {end}; keterangan ada di https://layanan.example/{word}/{}.", random.between(1, 9999))
        }
        4 if random.one_in(2) => {
            format!("{who} {end} menurut [peraturan daerah](https://hukum.example/perda/{}).", random.between(1, 400))
        }
        _ => format!("{who} {end}."),
    }
}
