//! The commands that watch, as processes: real files, a real watcher, a real connection. Everything waits for what it expects,
//! at most for [`PATIENCE`].

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, TestRunner};

use crate::preview::{address, differ};
use crate::rebuilds::{Event, event, first_site, happen};
use crate::site::{TestSite, tree, warta};

/// On a machine with much else to do.
const PATIENCE: Duration = Duration::from_secs(30);
const NOW: &str = "2026-01-01T00:00:00Z";

/// A command that watches, ended with the test.
struct Running {
    child: Child,
    lines: Receiver<String>,
    said: String,
    /// Lines that nobody waited for yet.
    early: Vec<String>,
    port: u16,
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn start(root: &Path, command: &str, flags: &[&str]) -> Running {
    let mut child = warta()
        .args([command, "--lang", "en", "-r"])
        .arg(root)
        .args(flags)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let (sender, lines) = channel();
    let streams: [Box<dyn Read + Send>; 2] =
        [Box::new(child.stdout.take().unwrap()), Box::new(child.stderr.take().unwrap())];
    for stream in streams {
        let sender = sender.clone();
        std::thread::spawn(move || {
            for line in BufReader::new(stream).lines().map_while(Result::ok) {
                drop(sender.send(line));
            }
        });
    }
    Running { child, lines, said: String::new(), early: Vec::new(), port: 0 }
}

/// A preview that says where it is.
fn serve(root: &Path, flags: &[&str]) -> Running {
    let mut running = start(root, "serve", &[&["-p", "0"], flags].concat());
    let line = running.expect("Preview: http://");
    running.port = line.trim_end_matches('/').rsplit(['/', ':']).find_map(|part| part.parse().ok()).unwrap();
    running.expect("Ctrl-C ends the preview");
    running
}

impl Running {
    /// Waits for a line with these words. Lines of the two streams come in no order, so others are kept for later.
    fn expect(&mut self, words: &str) -> String {
        let until = Instant::now() + PATIENCE;
        if let Some(at) = self.early.iter().position(|line| line.contains(words)) {
            return self.early.remove(at);
        }
        loop {
            let line = self.lines.recv_timeout(until.saturating_duration_since(Instant::now()));
            let Ok(line) = line else { panic!("“{words}” was not said, but:\n{}", self.said) };
            self.said.push_str(&format!("{line}\n"));
            if line.contains(words) {
                return line;
            }
            self.early.push(line);
        }
    }

    fn raw(&self, request: &[u8]) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        // It may be refused before all of it was sent.
        drop(stream.write_all(request));
        let mut answer = Vec::new();
        drop(stream.read_to_end(&mut answer));
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// Status and body.
    fn get(&self, path: &str) -> (u16, Vec<u8>) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let end = answer.windows(4).position(|part| part == b"\r\n\r\n").unwrap();
        let status = String::from_utf8_lossy(&answer[9..12]).parse().unwrap();
        (status, answer.split_off(end + 4))
    }

    fn text(&self, path: &str) -> String {
        String::from_utf8_lossy(&self.get(path).1).into_owned()
    }

    /// Waits until a page is as it should be; no answer on the way may be anything but a page.
    fn until(&self, path: &str, what: &str, is_so: impl Fn(&str) -> bool) {
        let begun = Instant::now();
        loop {
            let (status, body) = self.get(path);
            let text = String::from_utf8_lossy(&body);
            if is_so(&text) {
                return;
            }
            assert!(begun.elapsed() < PATIENCE, "{path}: {what} did not come: {status}\n{text}\n{}", self.said);
            assert_eq!(status, 200, "{path} while waiting for: {what}");
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    fn until_says(&self, path: &str, words: &str) {
        self.until(path, words, |text| text.contains(words));
    }

    /// Ends it as Ctrl-C does, and gives its status and how long it took.
    fn interrupt(mut self) -> (Option<i32>, Duration) {
        let begun = Instant::now();
        let killed = std::process::Command::new("kill").args(["-INT", &self.child.id().to_string()]).status().unwrap();
        assert!(killed.success());
        (self.child.wait().unwrap().code(), begun.elapsed())
    }
}

fn release(title: &str, body: &str) -> String {
    format!("---\ntitle: {title}\ndate: 2020-05-01\n---\n\n{body}\n")
}

#[test]
fn every_way_to_save_is_seen() {
    let site = TestSite::new().release("satu", "", "Isi.").release("dua", "", "Isi.");
    let preview = serve(&site.path(""), &["--now", NOW]);
    let folder = site.path("content/berita");
    let (file, page) = (folder.join("satu.md"), "/berita/satu/");

    // In place.
    fs::write(&file, release("A", "Langsung.")).unwrap();
    preview.until_says(page, "Langsung.");
    // Emptied, and written a little later.
    fs::write(&file, "").unwrap();
    std::thread::sleep(Duration::from_millis(30));
    fs::write(&file, release("A", "Setelah kosong.")).unwrap();
    preview.until_says(page, "Setelah kosong.");
    // Vim: a probe, the old file kept under another name, a new one in its place.
    fs::write(folder.join("4913"), "").unwrap();
    fs::remove_file(folder.join("4913")).unwrap();
    fs::rename(&file, folder.join("satu.md~")).unwrap();
    fs::write(&file, release("A", "Dari Vim.")).unwrap();
    fs::remove_file(folder.join("satu.md~")).unwrap();
    preview.until_says(page, "Dari Vim.");
    // Emacs: a hidden file, renamed onto the old one.
    fs::write(folder.join(".#satu.md"), release("A", "Dari Emacs.")).unwrap();
    fs::rename(folder.join(".#satu.md"), &file).unwrap();
    preview.until_says(page, "Dari Emacs.");
    // As offices save: a lock beside it, the old file deleted, then the new one put in its place.
    fs::write(folder.join(".~lock.satu.md#"), "x").unwrap();
    fs::write(folder.join("~$satu.tmp"), release("A", "Dari kantor.")).unwrap();
    fs::remove_file(&file).unwrap();
    fs::rename(folder.join("~$satu.tmp"), &file).unwrap();
    fs::remove_file(folder.join(".~lock.satu.md#")).unwrap();
    preview.until_says(page, "Dari kantor.");
    // Piece by piece, with the file kept open.
    let text = release("A", "Potong demi potong, selesai.");
    let mut open = fs::File::create(&file).unwrap();
    for piece in text.as_bytes().chunks(16) {
        open.write_all(piece).unwrap();
        std::thread::sleep(Duration::from_millis(5));
    }
    drop(open);
    preview.until_says(page, "selesai.");
}

#[test]
fn folders_come_move_and_go() {
    let site = TestSite::new().release("satu", "", "Isi.");
    let preview = serve(&site.path(""), &["--now", NOW]);
    let content = site.path("content");

    // A new folder with files already in it, made elsewhere and moved here; and as many files as a checkout touches.
    let elsewhere = site.path("lain");
    fs::create_dir_all(elsewhere.join("dalam")).unwrap();
    for number in 0..500 {
        fs::write(elsewhere.join(format!("dalam/t{number:03}.md")), release(&format!("T{number:03}"), "x")).unwrap();
    }
    fs::rename(&elsewhere, content.join("berita/baru")).unwrap();
    preview.until("/berita/satu/", "a page of the new folder", |_| preview.get("/berita/t499/").0 == 200);
    for number in 0..500 {
        fs::write(content.join(format!("berita/baru/dalam/t{number:03}.md")), release(&format!("U{number:03}"), "x"))
            .unwrap();
    }
    preview.until_says("/berita/t000/", "U000");
    preview.until_says("/berita/t499/", "U499");
    // Files in a folder that was new a moment ago.
    fs::create_dir_all(content.join("berita/a/b/c")).unwrap();
    fs::write(content.join("berita/a/b/c/dalam-sekali.md"), release("Dalam sekali", "x")).unwrap();
    preview.until("/berita/satu/", "a deep page", |_| preview.get("/berita/dalam-sekali/").0 == 200);
    // Moved, then written at its new place.
    fs::rename(content.join("berita/baru"), content.join("berita/pindah")).unwrap();
    preview.until("/berita/satu/", "the moved page", |_| preview.get("/berita/t001/").0 == 200);
    fs::write(content.join("berita/pindah/dalam/t001.md"), release("Sesudah pindah", "x")).unwrap();
    preview.until_says("/berita/t001/", "Sesudah pindah");
    // Deleted.
    fs::remove_dir_all(content.join("berita/pindah")).unwrap();
    preview.until("/berita/satu/", "that it is the only one", |_| preview.get("/berita/t001/").0 == 404);
    // The theme goes and comes back; what is shown stays.
    let theme = site.path("themes");
    fs::rename(&theme, site.path("t2")).unwrap();
    std::thread::sleep(Duration::from_millis(300));
    preview.until_says("/berita/satu/", "Naskah satu");
    fs::rename(site.path("t2"), &theme).unwrap();
    let base = "<!DOCTYPE html><title>Kembali</title>{% block main %}{% endblock main %}\n";
    std::thread::sleep(Duration::from_millis(300));
    fs::write(theme.join("t/templates/base.html"), base).unwrap();
    preview.until_says("/berita/satu/", "<title>Kembali</title>");
}

#[test]
fn a_broken_edit_leaves_the_last_good_site() {
    let site = TestSite::new().release("satu", "", "Isi.");
    let mut preview = serve(&site.path(""), &["--now", NOW]);
    let file = site.path("content/berita/satu.md");
    fs::write(&file, "---\ntitle: \"A\ndate: 2020-05-01\n---\n").unwrap();
    preview.expect("1 mistake; the last good site stays");
    preview.expect("error[E010]");
    assert!(preview.text("/berita/satu/").contains("Naskah satu"));
    fs::write(&file, release("Mended", "x")).unwrap();
    preview.until_says("/berita/satu/", "Mended");
    // A template that fails on one page only: it keeps its last version, and the others are new.
    let page = site.path("themes/t/templates/page.html");
    let text = fs::read_to_string(&page).unwrap();
    std::thread::sleep(Duration::from_millis(600));
    fs::write(&page, text.replace("<h1>", "{{ tidak.ada }}<h1>")).unwrap();
    preview.expect("→ the site");
    preview.expect("error[E");
    assert_eq!(preview.get("/berita/satu/").0, 200);
    assert!(preview.text("/berita/satu/").contains("Mended"));
}

#[test]
fn a_warning_is_told_once() {
    let site = TestSite::new().release("satu", "", "```bahasa-asing\nx\n```").release("dua", "", "Isi.");
    let mut preview = serve(&site.path(""), &["--now", NOW]);
    preview.expect("[W");
    for edit in 0..3 {
        fs::write(site.path("content/berita/dua.md"), release("A", &format!("Suntingan {edit}."))).unwrap();
        preview.until_says("/berita/dua/", &format!("Suntingan {edit}."));
        // It renders the other pages when it is quiet.
        std::thread::sleep(Duration::from_millis(600));
    }
    preview.expect("berita/dua.md → ");
    while let Ok(line) = preview.lines.recv_timeout(Duration::from_millis(500)) {
        preview.said.push_str(&format!("{line}\n"));
    }
    assert_eq!(
        preview.said.matches("bahasa-asing").count(),
        2,
        "in the message and beside the carets: {}",
        preview.said
    );
}

#[test]
fn a_site_that_begins_broken_is_shown_once_it_is_mended() {
    let config = crate::site::CONFIG;
    let site = TestSite::new()
        .release("satu", "", "Isi.")
        .file("warta.yaml", config.replace("time_zone: WIB", "time_zone: X"));
    let preview = serve(&site.path(""), &["--now", NOW]);
    let (status, body) = preview.get("/");
    let text = String::from_utf8_lossy(&body).into_owned();
    assert!(status == 500 && text.contains("time_zone") && text.contains("live.js"), "{status} {text}");
    fs::write(site.path("warta.yaml"), config).unwrap();
    let begun = Instant::now();
    while preview.get("/berita/satu/").0 != 200 {
        assert!(begun.elapsed() < PATIENCE);
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn files_can_be_looked_at_again_and_again() {
    let site = TestSite::new().release("satu", "", "Isi.");
    let preview = serve(&site.path(""), &["--now", NOW, "--poll", "50"]);
    fs::write(site.path("content/berita/satu.md"), release("A", "Dilihat berkala.")).unwrap();
    preview.until_says("/berita/satu/", "Dilihat berkala.");
    fs::create_dir_all(site.path("content/berita/lagi")).unwrap();
    fs::write(site.path("content/berita/lagi/b.md"), release("B", "x")).unwrap();
    preview.until("/berita/satu/", "the new page", |_| preview.get("/berita/b/").0 == 200);
}

#[test]
fn an_item_appears_when_its_time_comes() {
    let at = jiff::Timestamp::from_second(jiff::Timestamp::now().as_second() + 6).unwrap();
    let site = TestSite::new().release("satu", "", "Isi.").release("nanti", &format!("publish_at: {at}"), "Isi.");
    let preview = serve(&site.path(""), &["--like-production"]);
    assert_eq!(preview.get("/berita/nanti/").0, 404);
    preview.until("/berita/satu/", "the scheduled page", |_| preview.get("/berita/nanti/").0 == 200);
    assert!(jiff::Timestamp::now() >= at);
}

#[test]
fn strangers_and_their_requests_are_refused() {
    let site = TestSite::new().release("satu", "", "Isi.");
    let preview = serve(&site.path(""), &["--now", NOW]);
    let status = |request: &str| preview.raw(request.as_bytes()).get(9..12).unwrap_or("").to_owned();
    let end = "Connection: close\r\n\r\n";
    assert_eq!(status(&format!("GET / HTTP/1.1\r\nHost: jahat.example\r\n{end}")), "421");
    assert_eq!(status(&format!("GET / HTTP/1.1\r\n{end}")), "421");
    assert_eq!(status(&format!("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n{end}abc")), "405");
    assert_eq!(status(&format!("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n{end}abc")), "413");
    assert_eq!(status(&format!("GET /../warta.yaml HTTP/1.1\r\nHost: localhost\r\n{end}")), "404");
    assert_eq!(status(&format!("GET / HTTP/1.1\r\nHost: localhost\r\nX: {}\r\n{end}", "a".repeat(64 * 1024))), "431");
    assert_eq!(status(&format!("GET http://[ HTTP/1.1\r\nHost: localhost\r\n{end}")), "400");
    assert_eq!(status("\0\0\0\r\n\r\n"), "400");
    // One that says nothing more is let go, and nobody waited for it.
    let begun = Instant::now();
    let mut slow = TcpStream::connect(("127.0.0.1", preview.port)).unwrap();
    slow.write_all(b"GET / HTTP/1.1\r\nHost: local").unwrap();
    assert_eq!(preview.get("/berita/satu/").0, 200);
    slow.set_read_timeout(Some(PATIENCE)).unwrap();
    drop(slow.read_to_end(&mut Vec::new()));
    assert!(begun.elapsed() < PATIENCE, "a silent client is kept");
}

#[test]
fn a_link_that_leaves_the_project_is_not_followed_later_either() {
    let site = TestSite::new().release("satu", "", "Isi.").file("static/data.txt", "milik kami");
    let outside = tempfile::NamedTempFile::new().unwrap();
    fs::write(outside.path(), "milik lain").unwrap();
    let preview = serve(&site.path(""), &["--now", NOW]);
    assert_eq!(preview.text("/data.txt"), "milik kami");
    let file = site.path("static/data.txt");
    fs::remove_file(&file).unwrap();
    std::os::unix::fs::symlink(outside.path(), &file).unwrap();
    for _ in 0..50 {
        assert!(!preview.text("/data.txt").contains("milik lain"));
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn others_in_the_network_see_what_is_public() {
    let site = TestSite::new().release("satu", "", "Isi.").release("konsep", "status: draft", "Isi.");
    let draft = |flags: &[&str]| serve(&site.path(""), &[&["--now", NOW], flags].concat()).get("/berita/konsep/").0;
    assert_eq!(draft(&[]), 200);
    assert_eq!(draft(&["--like-production"]), 404);
    assert_eq!(draft(&["--bind", "0.0.0.0"]), 404);
    assert_eq!(draft(&["--bind", "0.0.0.0", "--drafts"]), 200);
}

#[test]
fn the_next_free_port_is_taken() {
    let site = TestSite::new().release("satu", "", "Isi.");
    let first = serve(&site.path(""), &["--now", NOW]);
    let port = first.port.to_string();
    let mut second = start(&site.path(""), "serve", &["-p", &port]);
    second.expect(&format!("Port {port} is taken"));
    let run = |flags: &[&str]| {
        let output = warta().args(["serve", "--lang", "en", "-r"]).arg(site.path("")).args(flags).output().unwrap();
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let (code, err) = run(&["--bind", "203.0.113.9"]);
    assert!(code == Some(1) && err.contains("error: nothing can be shown at 203.0.113.9"), "{code:?} {err}");
    let (code, err) = run(&["--bind", "bukan alamat"]);
    assert!(code == Some(2) && err.contains("is no address of this machine"), "{code:?} {err}");
}

#[test]
fn ctrl_c_ends_at_once() {
    let site = TestSite::new().release("satu", "", "Isi.");
    let preview = serve(&site.path(""), &["--now", NOW]);
    // An open page keeps it from nothing.
    let mut stream = TcpStream::connect(("127.0.0.1", preview.port)).unwrap();
    stream.write_all(b"GET /__warta/news?page=/ HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    stream.read_exact(&mut [0; 16]).unwrap();
    let (code, took) = preview.interrupt();
    assert_eq!(code, Some(0));
    assert!(took < Duration::from_secs(5), "{took:?}");
    for command in ["build", "check"] {
        let mut running = start(&site.path(""), command, &["--watch", "--now", NOW]);
        running.expect("Watching.");
        assert_eq!(running.interrupt().0, Some(0), "{command}");
    }
}

#[test]
fn a_watching_build_publishes_what_is_sound() {
    let site = TestSite::new().release("satu", "", "Isi.");
    let output = site.output().join("berita/satu/index.html");
    let mut build = start(&site.path(""), "build", &["--watch", "--now", NOW]);
    build.expect("Built:");
    build.expect("Watching.");
    let file = site.path("content/berita/satu.md");
    fs::write(&file, release("Kedua", "x")).unwrap();
    build.expect("content/berita/satu.md changed");
    build.expect("Built:");
    assert!(fs::read_to_string(&output).unwrap().contains("Kedua"));
    fs::write(&file, "---\ntitle: \"A\n---\n").unwrap();
    build.expect("error[E010]");
    build.expect("Nothing was published");
    assert!(fs::read_to_string(&output).unwrap().contains("Kedua"));
    fs::write(site.path("warta.yaml"), "title: [\n").unwrap();
    build.expect("error[E");
    fs::write(site.path("warta.yaml"), crate::site::CONFIG).unwrap();
    fs::write(&file, release("Ketiga", "x")).unwrap();
    let begun = Instant::now();
    while !fs::read_to_string(&output).unwrap().contains("Ketiga") {
        assert!(begun.elapsed() < PATIENCE, "{}", build.said);
        std::thread::sleep(Duration::from_millis(10));
    }
    // What it wrote itself is no reason to build again.
    build.expect("Built:");
    assert!(build.lines.recv_timeout(Duration::from_millis(700)).is_err() || build.said.matches("Built").count() < 5);
    let clean = site.path("bersih");
    let built = warta().args(["build", "--now", NOW, "-r"]).arg(site.path("")).arg("-o").arg(&clean).output().unwrap();
    assert!(built.status.success());
    assert_eq!(differ(&tree(site.output()), &tree(&clean)), [""; 0]);
}

#[test]
fn a_watching_check_judges_again() {
    let site = TestSite::new().release("satu", "", "Isi.").release("konsep", "status: draft", "Isi.");
    let mut check = start(&site.path(""), "check", &["--watch", "--now", NOW]);
    check.expect("Watching.");
    fs::write(site.path("content/berita/konsep.md"), "---\ntitel: A\nstatus: draft\n---\n").unwrap();
    check.expect("did you mean");
    fs::write(site.path("content/berita/konsep.md"), release("A", "x")).unwrap();
    check.expect("Checked:");
}

#[test]
#[ignore = "five thousand edits; part of `tests/run --long`"]
fn memory_does_not_grow_with_edits() {
    let mut site = TestSite::new();
    for number in 0..200 {
        site = site.release(&format!("r{number}"), "tags: [air, pasar]", &"Kata demi kata. ".repeat(200));
    }
    let preview = serve(&site.path(""), &["--now", NOW]);
    // `ps` is on every Unix.
    let kilobytes = || -> u64 {
        let id = preview.child.id().to_string();
        let output = std::process::Command::new("ps").args(["-o", "rss=", "-p", &id]).output().unwrap();
        String::from_utf8(output.stdout).unwrap().trim().parse().unwrap()
    };
    let mut warm = 0;
    for edit in 0..5000 {
        let code = format!("```rust\nfn f{edit}() {{}}\n```\n");
        fs::write(site.path("content/berita/r7.md"), release("A", &format!("Suntingan {edit}.\n\n{code}"))).unwrap();
        preview.until_says("/berita/r7/", &format!("Suntingan {edit}."));
        if edit % 500 == 499 {
            // Time to look at all pages, after which what is of no use any more goes.
            std::thread::sleep(Duration::from_secs(1));
            eprintln!("after {} edits: {} KB", edit + 1, kilobytes());
        }
        if edit == 999 {
            warm = kilobytes();
        }
    }
    let end = kilobytes();
    assert!(end < warm + warm / 5, "{warm} KB after 1,000 edits, {end} KB after 5,000");
}

/// Random edits, broken ones too, and requests all the while: in the end the site is served as a clean build writes it.
fn soak(length: Duration) {
    let mut runner = TestRunner::new(Config::default());
    let mut sample = || event().new_tree(&mut runner).unwrap().current();
    let mut site = first_site(&["---\ntitle: A\ndate: 2020-01-01\n---\n".to_owned()]);
    let flags = ["--now", NOW, "--no-reload"];
    let preview = serve(&site.path(""), &flags);
    let begun = Instant::now();
    let mut edits = 0;
    while begun.elapsed() < length {
        let event = sample();
        // What is no file of the project is none of the preview's.
        if matches!(event, Event::Altered(..) | Event::Manifest(..) | Event::Memory(..)) {
            continue;
        }
        site = happen(site, &event);
        edits += 1;
        if edits % 7 == 0 {
            site = site.file("content/berita/i0.md", "---\ntitle: \"A\n---\n");
        }
        for path in ["/", "/berita/i1/", "/atom.xml", "/berita/i9/"] {
            let status = preview.get(path).0;
            assert!([200, 404, 500].contains(&status), "{path}: {status}");
        }
    }
    // Sound in the end, whatever random items had in common.
    for number in 0..7 {
        let text = format!("---\ntitle: T{number}\ndate: 2020-01-0{}\n---\n\nAkhir.\n", number + 1);
        site = site.file(&format!("content/berita/i{number}.md"), text);
    }
    let clean = site.path("bersih");
    let built = warta()
        .args(["build", "--drafts", "--future", "--now", NOW, "-r"])
        .arg(site.path(""))
        .arg("-o")
        .arg(&clean)
        .output();
    let built = built.unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let mut expected = tree(&clean);
    expected.remove(".warta-manifest");
    let until = Instant::now() + PATIENCE;
    loop {
        let served = expected.keys().map(|path| (path.clone(), preview.get(&address(path)).1)).collect();
        let differ = differ(&expected, &served);
        if differ.is_empty() {
            break;
        }
        assert!(Instant::now() < until, "after {edits} edits {differ:?} differ from a clean build");
        std::thread::sleep(Duration::from_millis(20));
    }
    eprintln!("{edits} edits");
}

#[test]
fn a_minute_of_edits_ends_with_the_clean_site() {
    soak(Duration::from_secs(60));
}

#[test]
#[ignore = "half an hour; part of `tests/run --long`"]
fn half_an_hour_of_edits_ends_with_the_clean_site() {
    soak(Duration::from_secs(30 * 60));
}
