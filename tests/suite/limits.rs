//! What is large, what is elsewhere, and what moves while it is read.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use warta::diagnostic::Code;
use warta::pipeline::{self, Kept, Request};
use warta::read::{self, Begun, Texts};
use warta::render::{Content, Rendered};
use warta::site::Moment;

use crate::site::{CONFIG, TestSite, tree, warta};

/// A folder on another file system than that of temporary files, where the machine has one.
fn elsewhere() -> Option<tempfile::TempDir> {
    let memory = Path::new("/dev/shm");
    let device = |path: &Path| fs::metadata(path).map(|metadata| metadata.dev()).ok();
    if device(memory).is_none() || device(memory) == device(&std::env::temp_dir()) {
        println!("/dev/shm is no other file system here: nothing was tested");
        return None;
    }
    tempfile::tempdir_in(memory).ok()
}

/// Fails when the staging folder lies in the project, and when trees are exchanged across file systems.
#[test]
fn the_output_may_lie_on_another_file_system() {
    let Some(folder) = elsewhere() else { return };
    let site = TestSite::new().release("a", "", "Satu.").release("b", "", "").file("static/video.mp4", "gambar");
    let site = site.into_folder(folder.path().join("situs")).build();
    let site = site.expect_text("video.mp4", "gambar").build().expect_written(&[]);
    // A few files, then all of them, then a file that goes.
    let site = site.release("a", "", "Dua.").build().expect_text("berita/a/index.html", "Dua.");
    let site = site.file("themes/t/templates/base.html", "lain {% block main %}{% endblock main %}").build();
    let site = site.expect_text("index.html", "lain").remove("static/video.mp4").build().expect_no_file("video.mp4");
    let beside = fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(beside, 2, "something is left beside the site and the files for servers");
    assert!(!site.path("public").exists());
}

/// Fails when the staging folder of a mount point lies beside it, and when a file that becomes a folder waits for its turn.
#[cfg(target_os = "linux")]
#[test]
fn the_output_may_be_a_mount_point() {
    let site = TestSite::new().release("a", "", "Satu.").file("static/unduhan", "berkas");
    fs::create_dir(site.output()).unwrap();
    let program = env!("CARGO_BIN_EXE_warta");
    let root = site.path("").display().to_string();
    // In a world of its own, so that the mount is gone with the last program in it.
    let script = r#"
        mount -t tmpfs tmpfs public || exit 77
        inode=$(stat -c %i public)
        build() { "$0" build -q --lang en --now 2026-01-01 -r . || exit 1; }
        build; build
        sed -i s/Satu/Dua/ content/berita/a.md; build
        grep -q Dua public/berita/a/index.html || exit 2
        rm static/unduhan; mkdir static/unduhan; echo satu >static/unduhan/satu.txt; build
        grep -q satu public/unduhan/satu.txt || exit 3
        rm -r static/unduhan; echo lagi >static/unduhan; build
        grep -q lagi public/unduhan || exit 4
        # A first build that was killed on its way.
        mv public/.warta-manifest public/.warta-manifest.new; rm -r public/berita .warta; build
        grep -q Dua public/berita/a/index.html || exit 5
        [ "$(stat -c %i public)" = "$inode" ] || exit 6
        [ -z "$(ls -A public | grep -v manifest | grep '^\.')" ] || exit 7
    "#;
    let ran = Command::new("unshare")
        .args(["--mount", "sh", "-c", script, program])
        .current_dir(&root)
        .env("NO_COLOR", "1")
        .output();
    let Ok(ran) = ran else { return println!("no unshare here: nothing was tested") };
    let told = String::from_utf8_lossy(&ran.stderr);
    if ran.status.code() == Some(77) || told.starts_with("unshare:") {
        return println!("nothing can be mounted here: nothing was tested");
    }
    assert_eq!(ran.status.code(), Some(0), "{told}");
}

/// Fails when `--in-place` exchanges the trees.
#[test]
fn an_output_that_is_changed_in_place_stays_the_folder_it_was() {
    // As a container sees it that has the folder mounted: by its inode, whatever lies at its path.
    let site = TestSite::new().release("a", "", "Satu.").file("static/unduhan", "berkas");
    // Pages enough that another template changes most of the files.
    let site = ('b'..='z').fold(site, |site, name| site.release(&format!("r{name}"), "import: { from: x }", ""));
    fs::create_dir(site.output()).unwrap();
    let mounted = fs::metadata(site.output()).unwrap().ino();
    let is_same = |site: &TestSite| assert_eq!(fs::metadata(site.output()).unwrap().ino(), mounted);
    let site = site.flags(&["--in-place"]).build();
    is_same(&site);
    fs::write(site.output().join("milik-orang.txt"), "milik orang").unwrap();
    // Everything changes, and a file becomes a folder.
    let site = site
        .remove("static/unduhan")
        .file("static/unduhan/satu.txt", "satu")
        .file("themes/t/templates/base.html", "lain {% block main %}{% endblock main %}")
        .build();
    is_same(&site);
    let site = site.expect_text("index.html", "lain").expect_text("unduhan/satu.txt", "satu").build();
    let site = site.expect_written(&[]);
    fs::remove_dir_all(site.path("static/unduhan")).unwrap();
    let site = site.file("static/unduhan", "berkas lagi").build().expect_text("unduhan", "berkas lagi");
    is_same(&site);
    let in_place = tree(site.output());
    // Without the flag it is another folder, with the same site in it.
    let site = site.flags(&[]).file("themes/t/templates/base.html", "x {% block main %}{% endblock main %}").build();
    assert_ne!(fs::metadata(site.output()).unwrap().ino(), mounted);
    let site = site.file("themes/t/templates/base.html", "lain {% block main %}{% endblock main %}").build();
    assert!(tree(site.output()) == in_place);
}

/// Fails when the list names what the file was before it was copied.
#[test]
fn a_file_that_grows_while_it_is_read_is_published_as_it_is_listed() {
    let site = TestSite::new().release("a", "", "").file("static/rekaman.mp4", vec![7; 8 << 20]);
    let source = site.path("static/rekaman.mp4");
    let size = |path: &Path| fs::metadata(path).unwrap().len();
    let (before, stop) = (size(&source), AtomicBool::new(false));
    let site = std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut file = OpenOptions::new().append(true).open(&source).unwrap();
            while !stop.load(Ordering::Relaxed) && file.metadata().unwrap().len() < 64 << 20 {
                file.write_all(&[8; 4096]).unwrap();
                std::thread::sleep(Duration::from_micros(200));
            }
        });
        let site = site.build();
        stop.store(true, Ordering::Relaxed);
        site
    });
    let published = site.output().join("rekaman.mp4");
    assert!(size(&published) > before, "it did not grow while it was read");
    let bytes = fs::read(&published).unwrap();
    let line = format!("{:032x} {} rekaman.mp4", xxhash_rust::xxh3::xxh3_128(&bytes), bytes.len());
    assert!(site.text(".warta-manifest").contains(&line), "the list says something else than {line}");
    let site = site.build();
    assert!(fs::read(&published).unwrap() == fs::read(&source).unwrap(), "the next build has not caught up");
    site.build().expect_written(&[]);
}

/// Fails when a page is made of another text than the one that was parsed, and when one text stops the others.
#[test]
fn a_text_that_is_saved_while_the_site_is_built_is_not_half_taken() {
    let site = TestSite::new().release("a", "", "Satu.").release("b", "", "Dua.");
    let site = site.release("c", "", "Tiga.").release("d", "", "Empat.");
    let root = site.path("");
    let request = Request { root: &root, base_url: None };
    let (config, _) = pipeline::configure(&request).unwrap();
    let now = "2026-01-01T00:00:00Z".parse().unwrap();
    let moment = Moment { now, drafts: false, future: false, everything: false };
    let begun = Begun { clock: now, content: read::content(&root), texts: Texts::default() };
    let framed = pipeline::framed_snapshot(&request, &config, &moment, begun, Kept::default, drop);
    let (snapshot, _) = framed.snapshot.unwrap();
    let render = |name: &str| {
        let path = format!("berita/{name}/index.html");
        let output = snapshot.plan().outputs.iter().find(|output| *output.path == path).unwrap();
        match snapshot.render(output) {
            Ok(Rendered { content: Content::Bytes(bytes), .. }) => Ok(String::from_utf8(bytes).unwrap()),
            Ok(_) => panic!("{path} is no page"),
            Err(found) => Err(found),
        }
    };
    let change = |name: &str, change: &dyn Fn(String) -> String| {
        let file = site.path(&format!("content/berita/{name}.md"));
        let before = fs::read_to_string(&file).unwrap();
        fs::write(&file, change(before)).unwrap();
    };
    change("a", &|text| text.replace("Satu.", "Lain."));
    let found = render("a").unwrap_err();
    let told: Vec<_> = found.iter().map(|found| (found.code, found.text("reason"))).collect();
    assert_eq!(told, [(Code::Unreadable, Some("changed"))]);
    assert!(render("b").unwrap().contains("Dua."));
    // As another system writes it, the same text.
    change("c", &|text| text.replace('\n', "\r\n"));
    assert!(render("c").unwrap().contains("Tiga."));
    fs::remove_file(site.path("content/berita/d.md")).unwrap();
    assert!(render("d").is_err());
}

/// Fails when a file that is gone is left out in silence, and when an output that is gone is taken for one that is there.
#[test]
fn what_is_removed_while_the_site_is_read_is_told_or_comes_back() {
    let site = (0..60).fold(TestSite::new(), |site, number| {
        site.release(&format!("r{number}"), "", &"Pasar pagi dibuka kembali. ".repeat(40))
            .file(&format!("static/lampiran/{number}.pdf"), format!("lampiran {number}"))
    });
    // A page leads there, so that a folder that is gone before it is listed is a mistake as well.
    let mut site = site.release("a", "", "[surat](/lampiran/0.pdf)").build();
    let started = Instant::now();
    site = site.file("themes/t/templates/base.html", "x {% block main %}{% endblock main %}").build();
    let (length, whole) = (started.elapsed(), tree(site.output()));
    let mut met = [0, 0];
    for round in 0..100_u32 {
        if round >= 12 && met[0] > 0 && met[1] > 0 {
            break;
        }
        let is_output = round % 2 == 1;
        // Other pages than before, or there would be nothing to write.
        site = site.file("themes/t/templates/base.html", format!("{round} {{% block main %}}{{% endblock main %}}"));
        let mut command = warta();
        command.args(["build", "-q", "--lang", "en", "--now", "2026-01-01", "-r"]).arg(site.path(""));
        let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        std::thread::sleep(length * (round / 2 % 12 + 1) / 12);
        let aside = site.path("disingkirkan");
        let removed = if is_output { site.output().to_owned() } else { site.path("static/lampiran") };
        // In one step; where trees are changing places it may not be there.
        let moved = fs::rename(&removed, &aside).is_ok();
        let ran = child.wait_with_output().unwrap();
        let told = format!("round {round}: {}", String::from_utf8_lossy(&ran.stderr));
        assert!(matches!(ran.status.code(), Some(0 | 1)), "{:?} {told}", ran.status);
        if told.contains("[E002]") || told.contains("[E008]") {
            assert!(told.contains("does not exist"), "{told}");
            met[usize::from(is_output)] += 1;
        }
        if is_output {
            drop(fs::remove_dir_all(&aside));
        } else {
            assert!(moved);
            let there = fs::read_dir(site.output().join("lampiran")).unwrap().count();
            assert_eq!(there, 60, "the old site or the new one; {told}");
            fs::rename(&aside, &removed).unwrap();
        }
        site = site.build();
        assert!(tree(site.output()).keys().eq(whole.keys()), "not mended; {told}");
    }
    println!("met in time: {met:?}");
    assert!(met[0] > 0 && met[1] > 0, "builds that were met: {met:?}");
}

/// What a build took, as the system counts it: the most memory in kilobytes, and the bytes that it read.
#[cfg(target_os = "linux")]
#[derive(Debug)]
struct Taken {
    memory: u64,
    read: u64,
    out: String,
}

#[cfg(target_os = "linux")]
fn measured(site: &TestSite) -> Taken {
    let mut command = warta();
    command.args(["build", "--lang", "en", "--now", "2026-01-01", "-r"]).arg(site.path(""));
    let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
    let (mut memory, mut read) = (0, 0);
    let number = |file: &str, key: &str| -> Option<u64> {
        let text = fs::read_to_string(format!("/proc/{}/{file}", child.id())).ok()?;
        text.lines().find_map(|line| line.strip_prefix(key))?.split_whitespace().next()?.parse().ok()
    };
    // Both only grow; the last look before its end is near enough.
    loop {
        memory = number("status", "VmHWM:").unwrap_or(0).max(memory);
        read = number("io", "rchar:").unwrap_or(0).max(read);
        let state = fs::read_to_string(format!("/proc/{}/stat", child.id())).unwrap_or_default();
        if state.rsplit_once(") ").is_none_or(|(_, rest)| rest.starts_with('Z')) {
            break;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    let mut out = String::new();
    std::io::Read::read_to_string(&mut child.stdout.take().unwrap(), &mut out).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0), "{out}");
    Taken { memory, read, out }
}

/// Fails when a file that is only copied is loaded, when its hash is not remembered, and when it is copied anew into a new tree.
#[cfg(target_os = "linux")]
#[test]
#[ignore = "writes a gigabyte; part of `tests/run --long`"]
fn a_video_of_a_gigabyte_takes_no_memory_and_is_copied_once() {
    let small = measured(&TestSite::new().release("a", "", "").file("static/video.mp4", "pendek"));
    let site = TestSite::new().release("a", "", "[video](/video.mp4)").file("static/video.mp4", "");
    File::options().write(true).open(site.path("static/video.mp4")).unwrap().set_len(1 << 30).unwrap();
    let first = measured(&site);
    assert!(first.read > 1 << 30, "the measure is blind: {first:?}");
    assert!(first.memory < small.memory + 16 * 1024, "{first:?}, and {small:?} without");
    let published = site.output().join("video.mp4");
    let inode = fs::metadata(&published).unwrap().ino();
    assert_eq!(fs::metadata(&published).unwrap().len(), 1 << 30);
    let second = measured(&site);
    assert!(second.out.contains("(0 written,") && second.read < 32 << 20, "{second:?}");
    let site = site.file("themes/t/templates/base.html", "lain {% block main %}{% endblock main %}");
    let third = measured(&site);
    assert!(third.read < 32 << 20 && third.memory < small.memory + 16 * 1024, "{third:?}");
    assert_eq!(fs::metadata(&published).unwrap().ino(), inode, "it was copied again");
    println!("small {small:?}\nfirst {first:?}\nsecond {second:?}\nthird {third:?}");
}

/// Ten times as many files may take a little more than ten times as long. Fails when anything looks at all files for each of them.
fn grows_with_the_number(fill: impl Fn(&Path, usize)) {
    let times = [10_000, 100_000].map(|count| {
        let site = TestSite::new().file("warta.yaml", CONFIG).release("a", "", "");
        fill(&site.path(""), count);
        [(); 2].map(|()| {
            let started = Instant::now();
            let mut command = warta();
            command.args(["build", "-q", "--now", "2026-01-01", "-r"]).arg(site.path(""));
            assert_eq!(command.status().unwrap().code(), Some(0));
            started.elapsed().as_secs_f64()
        })
    });
    println!("cold and warm, in seconds: {times:?}");
    for (few, many) in times[0].into_iter().zip(times[1]) {
        // The square would be a hundred times.
        assert!(many < few * 30.0, "{times:?}");
    }
}

#[test]
#[ignore = "a hundred thousand files; part of `tests/run --long`"]
fn a_hundred_thousand_files_in_one_folder() {
    grows_with_the_number(|root, count| {
        fs::create_dir_all(root.join("static/arsip")).unwrap();
        (0..count).for_each(|number| fs::write(root.join(format!("static/arsip/{number}.pdf")), "surat").unwrap());
    });
}

#[test]
#[ignore = "a hundred thousand releases; part of `tests/run --long`"]
fn a_hundred_thousand_releases_in_one_folder() {
    grows_with_the_number(|root, count| {
        for number in 0..count {
            let text = format!("---\ntitle: Judul {number}\ndate: 2020-05-01\n---\n\nIsi.\n");
            fs::write(root.join(format!("content/berita/r{number}.md")), text).unwrap();
        }
    });
}
