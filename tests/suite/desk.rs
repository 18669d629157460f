//! Workshops, releases by their types, and people: each field is shown where it is given, and leaves nothing where it is not.

use crate::site::{TestSite, warta};

const CONFIG: &str = "title: Situs\nbase_url: https://a.example/humas\ntime_zone: WIB\ntheme: balai\nlanguages: { id: {}, en: {} }\nsections:\n  berita: { kind: press_release }\n  acara: { kind: workshop }\ntaxonomies:\n  people: { path: tokoh }\n  organizations: { path: instansi }\n";

const PEOPLE: &str = "ani: { name: Ani, aliases: [Ani W.], as_published: [Ani W], roles: [{ title: Camat, org: kecamatan, to: 2020-12-31 }, { title: Kepala Dinas, org: dinas, from: 2021-01-01 }] }\nbudi: { name: Budi }\n";

const ORGANIZATIONS: &str = "kecamatan: { name: Kecamatan Kota, type: Kecamatan, parent: pemko }\ndinas: { name: Dinas Pasar, successor: pemko, closed: yes, email: dinas@a.example }\npemko: { name: Pemerintah Kota }\n";

fn office() -> TestSite {
    TestSite::empty()
        .now("2026-03-01T08:00:00+07:00")
        .file("warta.yaml", CONFIG)
        .file("data/people.yaml", PEOPLE)
        .file("data/organizations.yaml", ORGANIZATIONS)
        .file("data/contacts.yaml", "meja: { name: Meja Pers, phone: 0778 123456, whatsapp: 0812-3456-7890 }\n")
        .file("data/venues.yaml", "aula: { name: Aula Kota, postal_code: 29432, geo: [1.1301, 104.0529] }\n")
}

const EVENT: &str = "acara/a/index.html";

fn event(fields: &str) -> TestSite {
    let has = |key: &str| fields.lines().any(|line| line.starts_with(key));
    let venue = if has("mode: online") { "" } else { "venue: { ref: aula }\n" };
    let start = if has("start:") { "" } else { "start: 2026-03-10 09:00\nend: 2026-03-10 12:00\n" };
    office().file("content/acara/a.md", format!("---\ntitle: Rapat\ndate: 2026-02-01\n{start}{venue}{fields}\n---\n"))
}

/// The event's page at an instant.
fn page(fields: &str, now: &str) -> String {
    event(fields).now(now).build().text(EVENT)
}

fn codes(site: &TestSite, now: &str) -> Vec<String> {
    let ran = warta().args(["check", "--lang", "en", "--now", now, "-r"]).arg(site.path("")).output().unwrap();
    let mut codes = crate::site::codes(&String::from_utf8(ran.stderr).unwrap());
    codes.retain(|code| code != "W001");
    codes
}

const NOW: &str = "2026-03-01";

#[test]
fn the_smallest_event_shows_nothing_that_it_does_not_have() {
    let page = page("", NOW);
    for absent in
        ["Pendaftaran", "Panitia", "Sertifikat", "Rekaman", "Laporan", "Semula", "rapat daring", "Tanggapan", "()"]
    {
        assert!(!page.contains(absent), "{absent}: {page}");
    }
    // Only that nobody can be asked is told, with what else is expected.
    let site = event("").build();
    assert_eq!(site.last().codes(), ["W001"]);
    site.expect_message("contacts");
}

#[test]
fn an_event_shows_all_that_is_known_of_it() {
    let fields = "event_status: rescheduled\nprevious_start: 2026-03-03 10:00\nmode: hybrid\n\
        online: { url: \"https://rapat.example/1\", platform: Ruang daring, passcode_hint: Sandi dikirim lewat surel }\n\
        committee: [{ person: budi, role: Ketua panitia }, { person: ani }]\nco_organizers: [dinas]\norganizer: pemko\n\
        certificate: { available: yes, hours_jp: 8 }\nattendance: { attended: 50, approximate: yes, groups: [Lurah, Camat] }\n\
        recordings: [{ url: \"https://video.example/1\", captions: yes, transcript: transkrip.txt }]\noutcomes: [Rencana kerja]\n\
        report: laporan\ncontacts: [meja]\nspeakers: [{ person: ani, topic: Pasar }, { person: budi, role: Ahli, org: pemko }]";
    let site = event(fields)
        .file("content/acara/transkrip.txt", "x")
        .file("content/berita/laporan.md", "---\ntitle: Laporan rapat\ndate: 2026-02-02\nevent: a\n---\n")
        .file("content/berita/kabar.md", "---\ntitle: Kabar rapat\ndate: 2026-02-03\nevent: a\n---\n")
        .build();
    let page = site.text(EVENT);
    for shown in [
        "Semula Selasa, 3 Maret 2026, 10.00 WIB",
        "href=\"https://rapat.example/1\"",
        "Ruang daring",
        "Sandi dikirim lewat surel",
        "<small>Ketua panitia</small>",
        "8 jam pelajaran",
        "Lurah, Camat",
        "Rekaman di video.example",
        "Dengan takarir",
        "href=\"/humas/acara/transkrip.txt\"",
        "29432",
        "https://www.openstreetmap.org/?mlat=1.1301&amp;mlon=104.0529#map=17/1.1301/104.0529",
        "href=\"tel:+62778123456\"",
        "href=\"https://wa.me/6281234567890\"",
        // The role of the day, and the organisation of that role.
        "<span class=\"p-job-title\">Kepala Dinas</span> <span class=\"p-org\">Dinas Pasar</span>",
        "<span class=\"p-job-title\">Ahli</span> <span class=\"p-org\">Pemerintah Kota</span>",
    ] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    // What reports on it stands by itself, not among the news about it.
    let (report, releases) = (page.find("id=\"s_report\"").unwrap(), page.find("id=\"s_releases\"").unwrap());
    assert!(page[report..releases].contains("Laporan rapat"));
    assert!(page[releases..].contains("Kabar rapat") && !page[releases..].contains("Laporan rapat"), "{page}");
}

#[test]
fn the_address_of_a_meeting_is_gone_when_the_event_is() {
    let online = "mode: online\nonline: { url: \"https://rapat.example/1\", platform: Ruang daring, passcode_hint: Sandi di surel }";
    let shown = |fields: &str, now: &str| page(&format!("{online}\n{fields}"), now);
    let is_open = |page: &str| (page.contains("https://rapat.example/1"), page.contains("Sandi di surel"));
    for (fields, now, expected) in [
        ("", "2026-03-10T11:59:00+07:00", true),
        ("", "2026-03-10T12:00:00+07:00", false),
        ("event_status: cancelled", NOW, false),
        ("event_status: postponed", NOW, false),
    ] {
        let page = shown(fields, now);
        assert_eq!(is_open(&page), (expected, expected), "{fields} {now}");
        assert!(page.contains("Ruang daring"));
    }
}

#[test]
fn an_event_without_an_end_lasts_to_the_end_of_its_day() {
    let state = |now: &str| {
        let page = page("start: 2026-03-10 09:00", now);
        ["Akan datang", "Berlangsung hari ini", "Selesai"].map(|state| page.contains(state))
    };
    assert_eq!(state("2026-03-09T23:59:00+07:00"), [true, false, false]);
    assert_eq!(state("2026-03-10T23:59:00+07:00"), [false, true, false]);
    assert_eq!(state("2026-03-11T00:00:00+07:00"), [false, false, true]);
}

#[test]
fn registration_follows_the_clock() {
    let dates = "{ url: \"https://daftar.example/\", opens_at: 2026-03-02 08:00, closes_at: 2026-03-05, quota: 40, fee: Gratis, contact: meja }";
    let fields = format!("registration: {dates}");
    for (now, words, is_open) in [
        ("2026-03-02T07:59:00+07:00", "Pendaftaran dibuka mulai 2 Maret 2026", false),
        ("2026-03-02T08:00:00+07:00", "Pendaftaran dibuka sampai 5 Maret 2026", true),
        // A day counts to its end.
        ("2026-03-05T23:59:00+07:00", "Pendaftaran dibuka sampai 5 Maret 2026", true),
        ("2026-03-06T00:00:00+07:00", "Pendaftaran ditutup", false),
    ] {
        let site = event(&fields).now(now).build();
        let (own, home) = (site.text(EVENT), site.text("index.html"));
        assert!(own.contains(words) && home.contains(words), "{now}: {own}");
        assert_eq!(own.contains("href=\"https://daftar.example/\""), is_open, "{now}");
        assert!(own.contains("Untuk 40 orang") && own.contains("Biaya: Gratis"), "{own}");
    }
    // Without dates it is open until the event begins, and never for one that is called off.
    let bare = "registration: { url: \"mailto:a@a.example\" }";
    assert!(page(bare, "2026-03-10T08:59:00+07:00").contains("Pendaftaran dibuka"));
    assert!(page(bare, "2026-03-10T09:00:00+07:00").contains("Pendaftaran ditutup"));
    assert!(page(&format!("{bare}\nevent_status: cancelled"), NOW).contains("Pendaftaran ditutup"));
}

#[test]
fn the_clock_foretells_registration() {
    let site = event("registration: { opens_at: 2026-03-02 08:00, closes_at: 2026-03-05 }");
    let ran = warta().args(["next", "--all", "--lang", "id", "--now", NOW, "-r"]).arg(site.path("")).output().unwrap();
    let told = String::from_utf8(ran.stdout).unwrap();
    for line in [
        "Senin, 2 Maret 2026, 08.00 WIB\n  pendaftaran dibuka: “Rapat”",
        "Jumat, 6 Maret 2026, 00.00 WIB\n  pendaftaran ditutup: “Rapat”",
    ] {
        assert!(told.contains(line), "{told}");
    }
    let quiet = event("registration: { opens_at: 2026-03-02 08:00 }\nevent_status: cancelled");
    let ran = warta().args(["next", "--all", "--lang", "id", "--now", NOW, "-r"]).arg(quiet.path("")).output().unwrap();
    assert!(!String::from_utf8(ran.stdout).unwrap().contains("pendaftaran"));
}

#[test]
fn sessions_of_several_days_stand_under_their_days() {
    let page = page(
        "start: 2026-03-10 09:00\nend: 2026-03-11 12:00\nsessions:\n  - { title: Pembukaan, start: 09.00, end: 10.00 }\n  - { title: Rehat }\n  - { title: Praktik, start: 2026-03-11 09.00 }\n  - { title: Penutup }",
        NOW,
    );
    let tables: Vec<&str> = page.split("<table>").skip(1).collect();
    assert_eq!(tables.len(), 2, "{page}");
    let holds = |table: &str, words: &[&str]| words.iter().all(|word| table.contains(word));
    assert!(holds(tables[0], &["Selasa, 10 Maret 2026", "Pembukaan", "Rehat"]), "{page}");
    assert!(holds(tables[1], &["Rabu, 11 Maret 2026", "Praktik", "Penutup"]), "{page}");
    assert!(!tables[0].contains("Praktik"));
    // Without hours nobody knows on which day they are.
    let page = self::page("start: 2026-03-10\nend: 2026-03-11\nsessions: [{ title: Praktik, speakers: [budi] }]", NOW);
    assert!(page.contains("Sesi, 10–11 Maret 2026"), "{page}");
}

#[test]
fn hours_of_sessions_are_in_the_zone_of_the_event() {
    let fields = "start: 2026-03-10 09:00\nend: 2026-03-10 12:00\ntimezone: WIT\nsessions: [{ title: Pembukaan, start: 09.00, end: 10.00 }]";
    assert!(page(fields, NOW).contains("datetime=\"2026-03-10T09:00:00+09:00\""));
    let fields =
        "start: 2026-03-10 09:00 WIT\nend: 2026-03-10 12:00 WIT\nsessions: [{ title: Pembukaan, start: 09.00 }]";
    assert!(page(fields, NOW).contains("datetime=\"2026-03-10T09:00:00+09:00\""));
}

#[test]
fn what_fits_gives_no_finding() {
    let sessions = |list: &str| format!("sessions:\n  - {}", list.replace("; ", "\n  - "));
    for fields in [
        // One after the other, in other rooms, or breaks.
        sessions(
            "{ title: A, start: 09.00, end: 10.00, room: R1, speakers: [ani] }; { title: B, start: 10.00, end: 11.00, room: R1, speakers: [ani] }",
        ),
        sessions("{ title: A, start: 09.00, end: 10.00, room: R1 }; { title: B, start: 09.00, end: 10.00, room: R2 }"),
        sessions("{ title: A, start: 09.00, end: 10.00 }; { title: B, start: 09.30, end: 10.30 }"),
        // Who speaks in a session may lead it.
        sessions("{ title: A, start: 09.00, end: 10.00, speakers: [ani], moderator: ani }"),
        // To the last minute.
        sessions("{ title: A, start: 09.00, end: 12.00 }"),
        "registration: { url: \"mailto:a@a.example\", opens_at: 2026-03-01, closes_at: 2026-03-10 }".to_owned(),
        "event_status: scheduled\nrecordings: [{ url: \"https://video.example/1\" }]".to_owned(),
        "start: 2026-03-10\nsessions: [{ title: A, start: 23.00 }]".to_owned(),
        "start: 2026-03-10 09:00\nsessions: [{ title: A, start: 20.00 }]".to_owned(),
        // One of the contacts is enough.
        "contacts: [{ name: Budi }, meja]".to_owned(),
        "start: 2026-02-20\nevent_status: completed".to_owned(),
    ] {
        assert_eq!(codes(&event(&fields), NOW), [""; 0], "{fields}");
    }
}

#[test]
fn events_meet_only_where_their_times_and_places_do() {
    let two = |one: &str, other: &str| {
        let text = |title: &str, fields: &str| format!("---\ntitle: {title}\ndate: 2026-02-01\n{fields}\n---\n");
        office().file("content/acara/a.md", text("Satu", one)).file("content/acara/b.md", text("Dua", other))
    };
    let morning =
        "start: 2026-03-10 09:00\nend: 2026-03-10 12:00\nvenue: { ref: aula, room: R1 }\nspeakers: [{ person: ani }]";
    let elsewhere = "venue: { name: Lain }\nspeakers: [{ person: budi }]";
    for (other, expected) in [
        ("start: 2026-03-10 11:00\nend: 2026-03-10 13:00\nvenue: { ref: aula, room: r1 }", ["W044"].as_slice()),
        ("start: 2026-03-10 11:00\nend: 2026-03-10 13:00\nvenue: { ref: aula, room: R2 }", &[]),
        ("start: 2026-03-10 11:00\nend: 2026-03-10 13:00\nvenue: { ref: aula }", &[]),
        (
            "start: 2026-03-10 12:00\nend: 2026-03-10 13:00\nvenue: { ref: aula, room: R1 }\nspeakers: [{ person: ani }]",
            &[],
        ),
        (
            "start: 2026-03-10 11:00\nend: 2026-03-10 13:00\nvenue: { ref: aula, room: R1 }\nevent_status: cancelled",
            &[],
        ),
        ("start: 2026-03-10\nvenue: { ref: aula, room: R1 }", &["W044"]),
        // On the second day, outside its hours.
        ("start: 2026-03-09 14:00\nend: 2026-03-10 16:00\nvenue: { ref: aula, room: R1 }", &[]),
        ("start: 2026-03-09 08:00\nend: 2026-03-10 16:00\nvenue: { ref: aula, room: R1 }", &["W044"]),
        (
            "start: 2026-03-10 11:00\nend: 2026-03-10 13:00\nvenue: { name: Lain }\nspeakers: [{ person: ani }]",
            &["W043"],
        ),
        ("start: 2026-03-10\nvenue: { name: Lain }\nspeakers: [{ person: ani }]", &[]),
        // The hours of a person's own session count.
        (
            "start: 2026-03-10 11:00\nend: 2026-03-10 15:00\nvenue: { name: Lain }\nspeakers: [{ person: ani }]\nsessions: [{ title: S, start: 13.00, end: 14.00, speakers: [ani] }]",
            &[],
        ),
        (&format!("start: 2026-03-10 11:00\nend: 2026-03-10 13:00\n{elsewhere}"), &[]),
    ] {
        assert_eq!(codes(&two(morning, other), NOW), expected, "{other}");
    }
    // The same event in another language is that event, and what is accepted is not told.
    let text = format!("---\ntitle: Satu\ndate: 2026-02-01\n{morning}\n---\n");
    let site = office().file("content/acara/a.md", &text).file("content/acara/a.en.md", &text);
    assert_eq!(codes(&site, NOW), [""; 0]);
    let accepted = format!("{morning}\nignore: [{{ code: W043, reason: x }}, {{ code: W044, reason: x }}]");
    assert_eq!(codes(&two(morning, &accepted), NOW), [""; 0]);
}

#[test]
fn an_event_under_embargo_meets_others_on_the_terminal_only() {
    let text = |fields: &str| {
        format!(
            "---\ntitle: Judul-{fields}\ndate: 2026-02-01\nstart: 2026-03-10 09:00\nend: 2026-03-10 12:00\nvenue: {{ ref: aula, room: R1 }}\n---\n"
        )
    };
    let secret = text("rahasia").replace("date: 2026-02-01", "date: 2026-02-01\nembargo_until: 2026-03-09 08:00");
    let site = office().file("content/acara/a.md", text("umum")).file("content/acara/b.md", secret);
    assert_eq!(codes(&site, NOW), ["W044"]);
    let site = site.now(NOW).build();
    assert!(!site.last().err.contains("W044"), "{}", site.last().err);
    for (path, bytes) in crate::site::tree(site.output()) {
        assert!(!String::from_utf8_lossy(&bytes).contains("rahasia"), "{path}");
    }
}

const RELEASE: &str = "berita/a/index.html";

fn release(fields: &str) -> TestSite {
    office().file("content/berita/a.md", format!("---\ntitle: Kabar\ndate: 2020-06-03\n{fields}\n---\n\nIsi.\n"))
}

#[test]
fn a_release_shows_what_its_type_asks_for() {
    let plain = release("").build().text(RELEASE);
    for absent in ["Disampaikan", "Undangan media", "blockquote", "Tanggapan", "Ditanggapi"] {
        assert!(!plain.contains(absent), "{absent}");
    }
    let page =
        release("release_type: sambutan\ndelivered: { at: 2020-06-02 09:00, place: Aula Kota, by: Wali Kota }").build();
    let page = page.text(RELEASE);
    for shown in ["Disampaikan", "Selasa, 2 Juni 2020, 09.00 WIB", "<dd>Aula Kota</dd>", "<dd>Wali Kota</dd>"] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    for (rsvp, link) in [
        ("humas@a.example", "href=\"mailto:humas@a.example\""),
        ("0778 123456", "href=\"tel:+62778123456\""),
        ("\"https://a.example/rsvp\"", "href=\"https://a.example/rsvp\""),
        ("hubungi meja pers", ": hubungi meja pers</p>"),
        ("\"a@b.example, c@d.example\"", ": a@b.example, c@d.example</p>"),
    ] {
        let invite = format!("{{ at: 2020-06-05 09:00, place: Aula Kota, rsvp: {rsvp} }}");
        let page = release(&format!("release_type: undangan_media\nmedia_invite: {invite}")).build().text(RELEASE);
        assert!(page.contains("Undangan media") && page.contains("Jumat, 5 Juni 2020, 09.00 WIB"), "{page}");
        assert!(page.contains(link), "{link}: {page}");
    }
    let quotes = "quotes: [{ text: Isi., person: ani }, { text: All is well, lang: en }]";
    let page = release(quotes).build().text(RELEASE);
    // The role that Ani held in 2020.
    for shown in ["<p>Isi.</p>", ">Ani</a>, Camat, Kecamatan Kota</footer>", "<p lang=\"en\">All is well</p>"] {
        assert!(page.contains(shown) || page.contains(&shown.replace("</a>", "</span>")), "{shown}: {page}");
    }
}

#[test]
fn a_reply_and_what_it_answers_name_each_other() {
    let site = release("").file(
        "content/berita/b.md",
        "---\ntitle: Hak jawab warga\ndate: 2020-06-05\nrelease_type: hak_jawab\nreplies_to: a\n---\n",
    );
    let withheld = site.file(
        "content/berita/c.md",
        "---\ntitle: Jawaban konsep\ndate: 2020-06-06\nreplies_to: a\nstatus: draft\n---\n",
    );
    let site = withheld.build();
    let (answered, reply) = (site.text(RELEASE), site.text("berita/b/index.html"));
    assert!(answered.contains("Ditanggapi dalam") && answered.contains("Hak jawab warga</a> ("), "{answered}");
    assert!(!answered.contains("Jawaban konsep") && !answered.contains("id=\"s_backlinks\""), "{answered}");
    assert!(reply.contains("Tanggapan atas") && reply.contains("<a href=\"/humas/berita/a/\">Kabar</a>"), "{reply}");
}

#[test]
fn a_number_belongs_to_one_release_a_year() {
    let site = |other: &str| {
        release("number: 1/SP/2020").file("content/berita/b.md", format!("---\ntitle: Lain\n{other}\n---\n"))
    };
    assert_eq!(codes(&site("date: 2020-07-01\nnumber: 1 / sp / 2020"), NOW), ["E059"]);
    assert_eq!(codes(&site("date: 2020-07-01\nnumber: 2/SP/2020"), NOW), [""; 0]);
    assert_eq!(codes(&site("date: 2021-07-01\nnumber: 1/SP/2020"), NOW), [""; 0]);
    let edition = release("number: 1/SP/2020")
        .file("content/berita/a.en.md", "---\ntitle: News\ndate: 2020-06-03\nnumber: 1/SP/2020\n---\n");
    assert_eq!(codes(&edition, NOW), [""; 0]);
    let numbered = format!("{CONFIG}numbering: {{ press_release: \"{{n}}/SP/{{ROMAN_MONTH}}/{{YYYY}}\" }}\n");
    let site = |number: &str| release(&format!("number: {number}")).file("warta.yaml", &numbered);
    assert_eq!(codes(&site("012/SP/VI/2020"), NOW), [""; 0]);
    assert_eq!(codes(&site("012/SP/VII/2020"), NOW), ["W041"]);
}

#[test]
fn people_have_the_role_of_the_day() {
    let fields = "authors: [ani]\npeople: [ani, { person: budi, role: Ketua RT }]";
    let at = |date: &str| {
        let text = format!("---\ntitle: Kabar\ndate: {date}\n{fields}\n---\n");
        office().file("content/berita/a.md", text).build().text(RELEASE)
    };
    let early = at("2020-12-31");
    assert!(early.contains("<span>Camat, Kecamatan Kota</span>") && early.contains("<span>Ketua RT</span>"), "{early}");
    assert!(early.contains("<span class=\"p-job-title\">Camat, Kecamatan Kota</span>"), "{early}");
    assert!(at("2021-01-01").contains("<span>Kepala Dinas, Dinas Pasar</span>"));
}

#[test]
fn pages_of_people_and_organisations_say_what_the_data_files_do() {
    let site = release("people: [ani]\norganizations: [kecamatan, dinas, pemko]").build();
    let ani = site.text("tokoh/ani/index.html");
    for shown in [
        "Juga dikenal sebagai Ani W.",
        "Tertulis dalam arsip: Ani W",
        "Camat, <a href=\"/humas/instansi/kecamatan/\">Kecamatan Kota</a> (sampai 31 Desember 2020)",
        "Kepala Dinas, <a href=\"/humas/instansi/dinas/\">Dinas Pasar</a> (sejak 1 Januari 2021)",
    ] {
        assert!(ani.contains(shown), "{shown}: {ani}");
    }
    let unit = site.text("instansi/kecamatan/index.html");
    assert!(unit.contains("<p>Kecamatan</p>"), "{unit}");
    assert!(unit.contains("Bagian dari <a href=\"/humas/instansi/pemko/\">Pemerintah Kota</a>"), "{unit}");
    let closed = site.text("instansi/dinas/index.html");
    for shown in ["sudah tidak ada", "Dilanjutkan oleh <a href=\"/humas/instansi/pemko/\">", "mailto:dinas@a.example"] {
        assert!(closed.contains(shown), "{shown}: {closed}");
    }
    let plain = site.text("instansi/pemko/index.html");
    for absent in ["Bagian dari", "Dilanjutkan", "sudah tidak ada"] {
        assert!(!plain.contains(absent), "{absent}");
    }
}

#[test]
fn approval_is_for_the_office() {
    let site = release("approval: { by: ani, at: 2020-06-02 10:00 }").build();
    for (path, bytes) in crate::site::tree(site.output()) {
        assert!(!String::from_utf8_lossy(&bytes).contains("2020-06-02"), "{path}");
    }
    let list = |flags: &[&str]| {
        let ran = warta().args(["list", "--lang", "id", "--now", NOW, "-r"]).arg(site.path("")).args(flags).output();
        String::from_utf8(ran.unwrap().stdout).unwrap()
    };
    assert!(list(&[]).contains("Ani, 2 Jun 2020 10.00 WIB"), "{}", list(&[]));
    let json: serde_json::Value = serde_json::from_str(&list(&["--as", "json"])).unwrap();
    assert_eq!(
        (&json[0]["approved_by"], &json[0]["approved_at"]),
        (&"ani".into(), &"2020-06-02T10:00:00+07:00".into())
    );
}

#[test]
fn comments_have_a_name_and_a_date_except_in_archives() {
    let comments = "- { id: a1, status: approved, body: Baik, moderated: { by: rahasia-petugas, reason: rahasia-alasan } }\n- { id: a2, status: pending, body: Belum }\n";
    let site = release("").file("content/berita/a.komentar.yaml", comments);
    assert_eq!(codes(&site, NOW), ["E061"]);
    let archive = release("import: { from: arsip }").file("content/berita/a.komentar.yaml", comments);
    assert_eq!(codes(&archive, NOW), [""; 0]);
    let archive = archive.build();
    for (path, bytes) in crate::site::tree(archive.output()) {
        assert!(!String::from_utf8_lossy(&bytes).contains("rahasia-"), "{path}");
    }
    // The organisation that answers is a name.
    let answer = "- { id: a1, status: approved, body: Baik, official: dinas, at: 2020-06-04 }\n";
    assert_eq!(codes(&release("").file("content/berita/a.komentar.yaml", answer), NOW), [""; 0]);
}
