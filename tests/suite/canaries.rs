//! Words that must not be told before an instant: planted in every field of an item of every kind, looked for in every byte and
//! every name of the output, on both sides of the instant.
//!
//! Fails when an embargo is lifted a second early.

use std::collections::BTreeMap;

use crate::site::{TestSite, tree};

/// Every word begins with this, so that none can be overlooked.
const CANARY: &str = "kenari";

/// Instants around 1 March 2026, 10:00 WIB, out of order, so that the clock is set back again and again.
const INSTANTS: &[(&str, bool)] = &[
    ("2016-03-01", false),
    ("2026-03-01T10:00:00+07:00", true),
    ("2026-03-01T09:59:59+07:00", false),
    ("2026-03-01T10:00:01+07:00", true),
    ("2026-03-01T09:59:00+07:00", false),
    ("2027-03-01", true),
    ("2026-03-01T09:00:00+07:00", false),
    ("2026-03-02T10:00:00+07:00", true),
    ("2026-02-28T10:00:00+07:00", false),
    ("2036-03-01", true),
    ("2025-03-01", false),
];

const CONFIG: &str = "title: Situs
base_url: https://a.example
time_zone: WIB
theme: balai
languages: { id: {}, en: {} }
sections:
  berita: { kind: press_release, archive: year_month }
  acara: { kind: workshop, sort: start, archive: year }
  info: { kind: page }
  program: { kind: programme }
  materi: { kind: material }
  pengumuman: { kind: announcement }
  galeri: { kind: gallery }
taxonomies:
  tags: {}
  people: { path: tokoh, terms: data/people.yaml, closed: true }
feeds: { content: full }
comments: { endpoint: /kirim }
menu:
  - { name: Berita, url: /berita/ }
  - { page: berita/kenarinamaberita/index.md }
  - { page: acara/kenarinamaacara/index.md }
  - { page: info/kenarinamainfo/index.md }
  - { page: program/kenarinamaprogram/index.md }
";

/// What only one kind has, with its words.
const KINDS: &[(&str, &str, &[&str])] = &[
    (
        "berita",
        "dateline: { city: Kenarikota }\nsignoff: { desk: kenarimeja }\nnotes_to_editors: Kenaricatatan [x](kenaridicatat.txt)\ncontacts: [{ name: Kenarikontak }]\nreplies_to: umum\nevent: rapat\nnumber: Kenarinomor\nquotes: [{ text: Kenarikutipan, person: ani }]\ndelivered: { at: 2026-01-05, place: Kenaridisampaikan, by: Kenarioleh }\nmedia_invite: { at: 2026-01-06, place: Kenariundangan, rsvp: Kenarijawab }\n",
        &[
            "kota",
            "meja",
            "catatan",
            "dicatat",
            "kontak",
            "nomor",
            "kutipan",
            "disampaikan",
            "oleh",
            "undangan",
            "jawab",
        ],
    ),
    (
        "acara",
        "start: 2026-05-01 09:00\nend: 2026-05-01 12:00\nvenue: { name: Kenaritempat }\naudience: Kenaripeserta\noutcomes: [Kenarihasil]\nsessions: [{ title: Kenarisesi }]\nspeakers: [{ person: ani, role: Kenariajar }]\nreport: umum\nmode: hybrid\nonline: { url: \"https://rapat.example/kenarirapat\", platform: Kenaridaring, passcode_hint: Kenarisandi }\nregistration: { url: \"https://rapat.example/kenaridaftar\", fee: Kenaribiaya }\ncommittee: [{ person: ani, role: Kenaripanitia }]\nattendance: { attended: 5, groups: [Kenarikelompok] }\nrecordings: [{ url: /kenarirekaman.txt, transcript: kenaritranskrip.txt }]\n",
        &[
            "tempat",
            "peserta",
            "hasil",
            "sesi",
            "ajar",
            "daring",
            "biaya",
            "panitia",
            "kelompok",
            "rekaman",
            "isirekaman",
            "isitranskrip",
        ],
    ),
    ("info", "", &[]),
    (
        "program",
        "owner: dinas\nperiod: { start: 2026-02-01 }\nobjectives: [Kenaritujuan]\nlegal_basis: [{ title: Kenarihukum, number: Kenarinomor }]\norder: [umum]\n",
        &["tujuan", "hukum", "nomor"],
    ),
    (
        "materi",
        "file: kenarimateri.txt\nthumbnail: { src: kenarikecil.svg, alt: Kecil }\naccessible_version: kenaribaca.txt\nversion: Kenariversi\nevent: rapat\nprogramme: induk\n",
        &["materi.txt", "kecil.svg", "baca.txt", "versi", "isimateri", "isikecil", "isibaca"],
    ),
    (
        "pengumuman",
        "level: peringatan\nstarts_at: 2026-02-01\nexpires_at: 2026-03-20 10:00\nheadline: Kenarikepala\ninstruction: Kenariimbauan [x](kenariimbau.txt)\nsource: { name: Kenarisumber }\n",
        &["imbauan", "imbau.txt", "sumber", "isiimbau"],
    ),
    (
        "galeri",
        "event: rapat\nphotos: [{ src: kenarifoto.svg, alt: Kenarialtfoto, caption: Kenariketfoto, credit: Kenarijuru, place: Kenarilokasi, people: [ani] }]\n",
        &["foto.svg", "altfoto", "ketfoto", "juru", "lokasi", "isifoto"],
    ),
];

/// Files of those that are named by their own fields: section, name, words in it.
const OWN_FILES: &[(&str, &str, &str)] = &[
    ("materi", "kenarimateri.txt", "kenariisimateri"),
    ("materi", "kenarikecil.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>kenariisikecil</title></svg>"),
    ("materi", "kenaribaca.txt", "kenariisibaca"),
    ("pengumuman", "kenariimbau.txt", "kenariisiimbau"),
    ("galeri", "kenarifoto.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>kenariisifoto</title></svg>"),
];

/// What every kind has; `@` stands for the section, so that each item has words of its own.
const COMMON: &str = "title: Kenarijudul@
subtitle: Kenarisubjudul@
slug: kenarialamat@
date: 2026-02-01
summary: Kenariringkas@ yang cukup panjang supaya tidak ada yang menegurnya.
tags: [kenarilabel@]
people: [{ person: ani, role: Kenariperan@ }]
image: { src: kenarigambar@.svg, alt: Kenarialt@, caption: Kenariketerangan@, credit: Kenarikredit@ }
attachments: [{ file: kenariberkas@.txt, title: Kenarilampiran@ }, { file: /kenaristatis@.txt, title: S }]
aliases: [/kenarilama@/]
changes: [{ at: 2026-02-02, note: Kenaririwayat@ }]
related: [umum]
";

/// The words of [`COMMON`], of the text, the comments, and of names and contents of files.
const WORDS: &[&str] = &[
    "judul",
    "subjudul",
    "alamat",
    "ringkas",
    "label",
    "peran",
    "gambar",
    "alt",
    "keterangan",
    "kredit",
    "berkas",
    "lampiran",
    "statis",
    "lama",
    "riwayat",
    "isi",
    "kode",
    "gambarisi",
    "komentar",
    "isiberkas",
    "isigambar",
    "isistatis",
    "inggris",
];

/// The page of an event and that of a gallery show no picture of their own in the default theme; a programme has no comments.
const NOT_SHOWN: &[&str] = &[
    "kenarialtacara",
    "kenariketeranganacara",
    "kenarikreditacara",
    "kenarialtgaleri",
    "kenariketerangangaleri",
    "kenarikreditgaleri",
    "kenarikomentarprogram",
];

fn site(gate: &str) -> TestSite {
    let mut site = TestSite::empty()
        .file("warta.yaml", CONFIG)
        .file("data/people.yaml", "ani: { name: Ani }\n")
        .file("content/_index.md", "---\ntitle: Situs\n---\n[satu](berita/kenarinamaberita/index.md) [dua](info/kenarinamainfo/index.md)\n")
        .file("content/berita/_index.md", "---\ntitle: Berita\n---\n[satu](kenarinamaberita/index.md) [dua](../acara/kenarinamaacara/index.md)\n")
        .file("content/berita/umum.md", "---\ntitle: Umum\ndate: 2010-01-01\nevent: kenarinamaacara\nrelated: [kenarinamaberita, kenarinamaacara, kenarinamainfo]\nreplies_to: kenarinamaberita\n---\n[a](kenarinamaberita/index.md) [b](../acara/kenarinamaacara/index.md) [c](../info/kenarinamainfo/index.md)\n")
        .file("content/berita/umum.en.md", "---\ntitle: General\ndate: 2010-01-01\n---\n[a](kenarinamaberita/index.en.md)\n")
        .file("content/berita/dicabut.md", "---\ntitle: Dicabut\ndate: 2010-01-02\nstatus: withdrawn\nwithdrawn: { reason: keliru, replacement: kenarinamaberita }\n---\n")
        .file("content/acara/rapat.md", "---\ntitle: Rapat\ndate: 2010-01-01\nstart: 2010-01-03\nvenue: { name: Aula }\nreport: kenarinamaberita\n---\n");
    site = site
        .file("data/organizations.yaml", "dinas: { name: Dinas }\n")
        .file("content/program/induk.md", "---\ntitle: Induk\nowner: dinas\norder: [kenarinamamateri, kenarinamagaleri]\n---\n")
        .file("content/materi/umum-materi.md", "---\ntitle: Umum\ndate: 2010-01-01\nurl: https://a.example/x\nreplaced_by: kenarinamamateri\nevent: kenarinamaacara\nprogramme: kenarinamaprogram\n---\n")
        .file("content/acara/kursus.md", "---\ntitle: Kursus\ndate: 2010-01-01\nstart: 2010-01-04\nvenue: { name: Aula }\nmaterials: [kenarinamamateri]\nprogramme: kenarinamaprogram\n---\n");
    for (section, name, text) in OWN_FILES {
        site = site.file(&format!("content/{section}/kenarinama{section}/{name}"), text);
    }
    for (section, own, _) in KINDS {
        let folder = format!("content/{section}/kenarinama{section}");
        let fields = format!("{COMMON}{gate}").replace('@', section);
        let text = "Kenariisi@ ![Kenarigambarisi@](kenarigambar@.svg)\n\n```rust\nlet kenarikode@ = 1;\n```\n"
            .replace('@', section);
        site = site
            .file(&format!("{folder}/index.md"), format!("---\n{fields}\n{own}---\n{text}"))
            .file(&format!("{folder}/kenarigambar{section}.svg"), format!("<svg xmlns=\"http://www.w3.org/2000/svg\"><title>kenariisigambar{section}</title></svg>"))
            .file(&format!("{folder}/kenariberkas{section}.txt"), format!("kenariisiberkas{section}"))
            .file(&format!("static/kenaristatis{section}.txt"), format!("kenariisistatis{section}"))
            .file(&format!("{folder}/komentar.yaml"), format!("- {{ id: kenarik1, author: {{ name: Kenaripembaca }}, at: 2026-02-03, status: approved, body: kenarikomentar{section} }}\n"));
        let venue = match *section {
            "acara" => "start: 2026-05-01\nvenue: { name: Kenaritempat }\n",
            "berita" | "info" => "",
            _ => own,
        };
        let english = format!("---\ntitle: Kenariinggris{section}\ndate: 2026-02-01\n{gate}\n{venue}---\n");
        site = site.file(&format!("{folder}/index.en.md"), english);
    }
    site.file("content/berita/kenarinamaberita/kenaridicatat.txt", "kenaridicatat")
        .file("static/kenarirekaman.txt", "kenariisirekaman")
        .file("content/acara/kenarinamaacara/kenaritranskrip.txt", "kenariisitranskrip")
}

fn lower(site: &TestSite) -> BTreeMap<String, String> {
    let files = tree(site.output()).into_iter();
    files.map(|(path, bytes)| (path.to_lowercase(), String::from_utf8_lossy(&bytes).to_lowercase())).collect()
}

fn is_absent(site: &TestSite, told: &str) {
    for (path, text) in lower(site) {
        let at = text.find(CANARY).map(|at| text[at.saturating_sub(60)..].chars().take(140).collect::<String>());
        assert!(!path.contains(CANARY) && at.is_none(), "{told}: {path} gives it away: {at:?}");
    }
}

fn is_present(site: &TestSite, told: &str) {
    let files = lower(site);
    let everything: String = files.iter().map(|(path, text)| format!("{path}\n{text}\n")).collect();
    let mut missing = Vec::new();
    for (section, _, own) in KINDS {
        let common = WORDS.iter().map(|word| format!("{CANARY}{word}{section}"));
        let words = common.chain(own.iter().map(|word| format!("{CANARY}{word}")));
        missing.extend(words.filter(|word| !NOT_SHOWN.contains(&word.as_str()) && !everything.contains(word.as_str())));
    }
    assert_eq!(missing, [""; 0], "{told}");
    assert!(everything.contains("kenaripembaca"), "{told}");
}

#[test]
fn no_byte_tells_what_is_under_embargo() {
    let mut site = site("embargo_until: 2026-03-01 10:00");
    for (now, public) in INSTANTS {
        // Each flag alone where it matters most.
        let previews: &[&[&str]] = match *public {
            true => &[&[]],
            false if now.contains("09:59:59") => &[&[], &["-D"], &["-F"], &["-D", "-F"]],
            false => &[&[], &["-D", "-F"]],
        };
        for flags in previews {
            site = site.now(now).flags(flags).build();
            let told = format!("{now} {flags:?}");
            if *public { is_present(&site, &told) } else { is_absent(&site, &told) }
        }
    }
}

#[test]
fn a_draft_under_embargo_is_in_no_preview() {
    let site = site("embargo_until: 2026-03-01 10:00\nstatus: draft").now("2026-03-01T09:59:59+07:00");
    let site = site.flags(&["-D", "-F"]).build();
    is_absent(&site, "a draft");
    assert!(
        site.last().out.contains("draft, under embargo until Sunday, 1 March 2026, 10:00 WIB"),
        "{}",
        site.last().out
    );
    is_present(&site.now("2026-03-01T10:00:00+07:00").build(), "a draft, after its embargo");
}

#[test]
fn each_gate_alone_keeps_every_word() {
    for (gate, flag) in [("publish_at: 2026-03-01 10:00", "-F"), ("status: draft", "-D"), ("status: review", "-D")] {
        let other = if flag == "-F" { "-D" } else { "-F" };
        let site = site(gate).now("2026-03-01T09:59:59+07:00").flags(&[flag]).build();
        is_present(&site, gate);
        is_absent(&site.flags(&[other]).build(), gate);
    }
}
