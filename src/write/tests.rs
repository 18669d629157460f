//! Every change to the disk fails in turn. Fails when what was put in place is not taken back.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::disk::Real;
use super::*;

#[test]
fn neither_the_project_nor_a_folder_around_it_is_an_output() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("proyek");
    fs::create_dir(&root).unwrap();
    std::os::unix::fs::symlink(&root, folder.path().join("tautan")).unwrap();
    for (output, is_sound) in
        [(".", false), ("..", false), ("x/..", false), ("../tautan", false), ("x", true), ("../x", true)]
    {
        let output = root.join(output);
        let cache = Cache::open(&root, &output).unwrap();
        let begun = Publication::begin(&root, &output, &cache, Options { force: true, ..Options::default() });
        assert_eq!(begun.is_ok(), is_sound, "{}", output.display());
        assert!(begun.err().is_none_or(|error| error.code == Code::ForeignOutput));
    }
}

const SYNC: Options = Options { force: false, sync: true, in_place: false };

/// What fails, and from when on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// One operation fails.
    Once(io::ErrorKind),
    /// The disk is full: what needs room fails from then on.
    Full,
    /// The rights are gone: everything fails from then on.
    Forbidden,
}

/// A disk on which the `at`-th change fails.
struct Faulty {
    at: usize,
    fault: Fault,
    count: AtomicUsize,
    /// Names of the changes that failed.
    failed: Mutex<Vec<&'static str>>,
    /// A file that somebody writes just before it is copied, or before two trees change places.
    grows: Option<PathBuf>,
    /// An output into which another build would write whenever a folder of ours is being removed; what became of each.
    rival: Option<(PathBuf, Mutex<Vec<bool>>)>,
}

impl Faulty {
    fn new(at: usize, fault: Fault) -> Faulty {
        Faulty { at, fault, count: AtomicUsize::new(0), failed: Mutex::default(), grows: None, rival: None }
    }

    /// On which nothing fails.
    fn sound() -> Faulty {
        Faulty::new(usize::MAX, Fault::Once(io::ErrorKind::Other))
    }

    fn meet(&self, name: &'static str) -> io::Result<()> {
        let now = self.count.fetch_add(1, Ordering::SeqCst);
        let error = match self.fault {
            Fault::Once(kind) if now == self.at => kind.into(),
            Fault::Full if now >= self.at && matches!(name, "create_folders" | "write" | "copy" | "link") => {
                io::Error::from(io::ErrorKind::StorageFull)
            }
            Fault::Forbidden if now >= self.at => io::Error::from(io::ErrorKind::PermissionDenied),
            _ => return Ok(()),
        };
        lock(&self.failed).push(name);
        Err(error)
    }
}

impl Disk for Faulty {
    fn create_folders(&self, folder: &Path) -> io::Result<()> {
        // A folder that is there needs no room.
        if folder.is_dir() {
            return Ok(());
        }
        self.meet("create_folders").and_then(|()| Real.create_folders(folder))
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<std::fs::Metadata> {
        if let Err(error) = self.meet("write") {
            // A disk that fills up takes the beginning.
            drop(Real.write(path, bytes.get(..bytes.len() / 2).unwrap_or_default()));
            return Err(error);
        }
        Real.write(path, bytes)
    }

    fn copy(&self, from: &Path, to: &Path) -> io::Result<std::fs::Metadata> {
        if let Some(file) = &self.grows {
            Real.write(file, b"lebih panjang")?;
        }
        self.meet("copy").and_then(|()| Real.copy(from, to))
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.meet("link").and_then(|()| Real.link(from, to))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.meet("rename").and_then(|()| Real.rename(from, to))
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        if let Some(file) = &self.grows {
            Real.write(file, b"lebih panjang")?;
        }
        self.meet("exchange").and_then(|()| Real.exchange(one, other))
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.meet("remove_file").and_then(|()| Real.remove_file(path))
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.meet("remove_folder").and_then(|()| Real.remove_folder(path))
    }

    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        if let Some((output, began)) = &self.rival {
            lock(began).push(Held::output(output, output).is_ok());
        }
        self.meet("remove_tree").and_then(|()| Real.remove_tree(path))
    }

    fn sync(&self, _: &Path) -> io::Result<()> {
        // Hundreds of real ones would wait for the whole machine.
        self.meet("sync")
    }
}

type Tree = BTreeMap<String, Vec<u8>>;

/// A site of so many pages, of which the first few say something of their own.
fn site(pages: usize, own: usize, say: &str) -> Tree {
    let mut files: Tree = (0..pages)
        .map(|page| {
            let text = if page < own { format!("{say} {page}") } else { format!("halaman {page}") };
            (format!("berita/{page}/index.html"), text.into_bytes())
        })
        .collect();
    files.insert(format!("aset/{say}.css"), say.as_bytes().to_vec());
    files.insert("index.html".to_owned(), say.as_bytes().to_vec());
    files
}

fn publish(disk: &dyn Disk, root: &Path, files: &Tree) -> Result<Report, Diagnostic> {
    publish_with(SYNC, disk, root, files)
}

fn publish_with(options: Options, disk: &dyn Disk, root: &Path, files: &Tree) -> Result<Report, Diagnostic> {
    let output = root.join("public");
    let cache = Cache::open(root, &output)?;
    let publication = Publication::begin_on(disk, root, &output, &cache, options)?;
    for (path, bytes) in files {
        let rank = if path.starts_with("aset/") { Rank::Asset } else { Rank::Page };
        if let Err(error) = publication.put(&path.as_str().into(), rank, &Content::Bytes(bytes.clone())) {
            publication.abandon();
            return Err(error);
        }
    }
    publication.commit()
}

fn tree(folder: &Path) -> Tree {
    let files = walkdir::WalkDir::new(folder).into_iter().flatten().filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            #[allow(clippy::disallowed_methods, reason = "a test looks at what was written")]
            let bytes = fs::read(entry.path()).unwrap();
            (path, bytes)
        })
        .collect()
}

/// The project after its first publication, with a file of somebody else's in the output.
fn project(files: &Tree) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    publish(&Faulty::sound(), folder.path(), files).unwrap();
    #[allow(clippy::disallowed_methods, reason = "somebody else writes it")]
    fs::write(folder.path().join("public/milik-orang.txt"), "milik orang").unwrap();
    folder
}

fn with_foreign(files: &Tree) -> Tree {
    let mut files = files.clone();
    files.insert("milik-orang.txt".to_owned(), b"milik orang".to_vec());
    files
}

/// What readers can see: the lists that the builds leave aside.
fn seen(root: &Path) -> Tree {
    let mut files = tree(&root.join("public"));
    files.retain(|path, _| !path.starts_with(".warta"));
    files
}

/// Lets each change of a publication fail in turn. Returns the names of all that failed.
fn every_fault(options: Options, old: &Tree, new: &Tree, fault: Fault) -> BTreeSet<&'static str> {
    let mut failed = BTreeSet::new();
    let clean = tree(&project(new).path().join("public"));
    for at in 0.. {
        let folder = project(old);
        let disk = Faulty::new(at, fault);
        let result = publish_with(options, &disk, folder.path(), new);
        let names = std::mem::take(&mut *lock(&disk.failed));
        if names.is_empty() {
            assert_eq!(result.map(|report| report.files).ok(), Some(new.len()));
            assert_eq!(seen(folder.path()), with_foreign(new));
            return failed;
        }
        let told = format!("{fault:?} at {at} ({names:?}): {result:?}");
        let now = seen(folder.path());
        match &result {
            Ok(_) => assert_eq!(now, with_foreign(new), "{told}"),
            Err(error) => {
                assert!(matches!(error.code, Code::Unwritable | Code::ForeignOutput), "{told}");
                if fault == Fault::Forbidden {
                    // Nothing can be taken back then; every file is one of the two, whole.
                    for (path, bytes) in &now {
                        let of = |files: &Tree| files.get(path).is_some_and(|known| known == bytes);
                        assert!(of(&with_foreign(old)) || of(new), "{told}: {path}");
                    }
                } else {
                    assert_eq!(now, with_foreign(old), "{told}");
                }
            }
        }
        failed.extend(names);
        // The next build finds a sound disk and makes everything right.
        publish(&Faulty::sound(), folder.path(), new).unwrap();
        assert_eq!(seen(folder.path()), with_foreign(new), "{told}");
        assert!(tree(&folder.path().join("public")) == clean, "{told}");
        assert!(!folder.path().join(".public.warta-staging").exists(), "{told}");
    }
    failed
}

const FAULTS: [Fault; 5] = [
    Fault::Once(io::ErrorKind::StorageFull),
    Fault::Once(io::ErrorKind::PermissionDenied),
    Fault::Once(io::ErrorKind::Interrupted),
    Fault::Full,
    Fault::Forbidden,
];

#[test]
fn a_fault_while_a_few_files_change_leaves_the_old_site() {
    // An asset, a page and the home page change, one page is new, one is gone.
    let (old, mut new) = (site(11, 1, "lama"), site(10, 1, "baru"));
    new.insert("berita/baru/index.html".to_owned(), b"halaman baru".to_vec());
    let failed: BTreeSet<&str> = FAULTS.into_iter().flat_map(|fault| every_fault(SYNC, &old, &new, fault)).collect();
    for name in ["write", "rename", "link", "create_folders", "sync", "remove_folder"] {
        assert!(failed.contains(name), "{name} never failed: {failed:?}");
    }
}

#[test]
fn a_fault_while_the_whole_tree_changes_leaves_the_old_site_or_the_new_one() {
    let (old, new) = (site(3, 3, "lama"), site(4, 2, "baru"));
    let failed: BTreeSet<&str> = FAULTS.into_iter().flat_map(|fault| every_fault(SYNC, &old, &new, fault)).collect();
    for name in ["write", "exchange", "link", "create_folders", "sync", "remove_tree"] {
        assert!(failed.contains(name), "{name} never failed: {failed:?}");
    }
}

#[test]
fn a_fault_while_all_files_change_in_place_leaves_the_old_site() {
    let in_place = Options { in_place: true, ..SYNC };
    let (mut old, mut new) = (site(3, 3, "lama"), site(4, 2, "baru"));
    // A file becomes a folder. A folder that becomes a file is gone when the disk is full, and may not come back.
    old.insert("unduhan".to_owned(), b"berkas".to_vec());
    new.insert("unduhan/satu.txt".to_owned(), b"satu".to_vec());
    let failed: BTreeSet<&str> =
        FAULTS.into_iter().flat_map(|fault| every_fault(in_place, &old, &new, fault)).collect();
    assert!(failed.contains("rename") && failed.contains("link") && !failed.contains("exchange"), "{failed:?}");
}

#[test]
fn the_first_publication_fails_as_a_whole() {
    let files = site(4, 4, "baru");
    for fault in FAULTS {
        for at in 0.. {
            let folder = tempfile::tempdir().unwrap();
            let disk = Faulty::new(at, fault);
            let result = publish(&disk, folder.path(), &files);
            if lock(&disk.failed).is_empty() {
                assert!(result.is_ok());
                break;
            }
            let now = seen(folder.path());
            assert!(now == files || result.is_err(), "{fault:?} at {at}: {result:?}");
            if fault != Fault::Forbidden {
                assert!(now == files || now.is_empty(), "{fault:?} at {at}: {:?}", now.keys());
            }
            publish(&Faulty::sound(), folder.path(), &files).unwrap();
            assert_eq!(seen(folder.path()), files, "{fault:?} at {at}");
        }
    }
}

#[test]
fn files_of_a_stopped_build_are_ours() {
    // Stopped while files were put in place; then the page that had just arrived is taken out of the site.
    let (old, new) = (site(20, 1, "lama"), site(21, 1, "lama"));
    let folder = project(&old);
    let output = folder.path().join("public");
    let list = Manifest::new(new.keys().map(|path| Entry { path: path.as_str().into(), hash: 1, size: 1 }).collect());
    Real.write(&output.join(manifest::PENDING), &list.to_bytes()).unwrap();
    Real.create_folders(&output.join("berita/20")).unwrap();
    Real.write(&output.join("berita/20/index.html"), b"halaman 20").unwrap();
    publish(&Faulty::sound(), folder.path(), &old).unwrap();
    assert_eq!(seen(folder.path()), with_foreign(&old));
    assert!(!output.join(manifest::PENDING).exists());
}

#[test]
fn the_rights_of_the_output_stay_when_trees_change_places() {
    use std::os::unix::fs::PermissionsExt;
    let folder = project(&site(4, 4, "lama"));
    let output = folder.path().join("public");
    fs::set_permissions(&output, fs::Permissions::from_mode(0o2750)).unwrap();
    publish(&Faulty::sound(), folder.path(), &site(4, 4, "baru")).unwrap();
    assert_eq!(fs::metadata(&output).unwrap().permissions().mode() & 0o7777, 0o2750);
}

#[test]
fn a_file_that_changes_while_it_is_copied_is_listed_as_it_was_copied() {
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("video.mp4");
    Real.write(&source, b"pendek").unwrap();
    let output = folder.path().join("public");
    let cache = Cache::open(folder.path(), &output).unwrap();
    let disk = Faulty { grows: Some(source.clone()), ..Faulty::sound() };
    let publication = Publication::begin_on(&disk, folder.path(), &output, &cache, SYNC).unwrap();
    let (stamp, picture) = (crate::read::Stamp::default(), None);
    let file = FileRef {
        folder: "static".into(),
        path: "video.mp4".to_owned(),
        absolute: source,
        size: 6,
        stamp,
        changed: 0,
        picture,
    };
    publication.put(&"video.mp4".into(), Rank::Asset, &Content::File(file)).unwrap();
    publication.commit().unwrap();
    let list = Manifest::from_bytes(&crate::read::cache(&output.join(manifest::NAME)).unwrap()).unwrap();
    let entry = list.get("video.mp4").unwrap();
    assert_eq!((entry.size, entry.hash), (13, xxh3_128(b"lebih panjang")));
}

#[test]
fn what_others_write_in_the_last_moment_comes_along() {
    let folder = project(&site(4, 4, "lama"));
    let late = folder.path().join("public/terlambat.txt");
    let disk = Faulty { grows: Some(late.clone()), ..Faulty::sound() };
    publish(&disk, folder.path(), &site(4, 4, "baru")).unwrap();
    let mut expected = with_foreign(&site(4, 4, "baru"));
    expected.insert("terlambat.txt".to_owned(), b"lebih panjang".to_vec());
    assert_eq!(seen(folder.path()), expected);
}

#[test]
fn no_other_build_begins_while_trees_change_places() {
    let folder = project(&site(4, 4, "lama"));
    let output = folder.path().join("public");
    let disk = Faulty { rival: Some((output.clone(), Mutex::default())), ..Faulty::sound() };
    publish(&disk, folder.path(), &site(4, 4, "baru")).unwrap();
    // Before anything is staged, and when the old tree goes: it is the new one that lies at the path by then.
    assert_eq!(disk.rival.map(|(_, began)| lock(&began).clone()), Some(vec![false, false]));
    assert!(Held::output(&output, &output).is_ok_and(|held| held.is_some()));
}

#[test]
fn nothing_half_done_is_left_in_sight() {
    // Where the folder around it cannot be written, the staging folder lies in the output, where readers could find it.
    for fault in [Fault::Full, Fault::Once(io::ErrorKind::StorageFull)] {
        for at in 1..40 {
            let folder = project(&site(3, 3, "lama"));
            let disk = Faulty::new(at, fault);
            if publish(&disk, folder.path(), &site(3, 3, "baru")).is_err() {
                assert!(!folder.path().join(".public.warta-staging").exists(), "{fault:?} at {at}");
            }
        }
    }
}
