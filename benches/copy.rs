//! Copies a tree of files with a few threads and says how long it took: the yardstick of the build benchmark.
//!
//! `copy-tree SRC DEST [--threads 2]` reads every file whole and writes it below DEST, making folders where they are
//! missing. Listing the tree is part of the time, since whoever writes a tree must find out what to write. A DEST that
//! exists is renamed aside before the clock starts and never deleted here: on ext4 the inodes of deleted files are
//! walked past by every create for minutes, and the copy after it would look several times slower.
//! Folders without files, symbolic links and permissions are not copied.

#![allow(clippy::disallowed_methods, reason = "a measuring tool: reading, writing and the clock are its job")]

use std::fs;
use std::io;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

const USAGE: &str = "usage: copy-tree SRC DEST [--threads 2]";

struct Options {
    source: PathBuf,
    destination: PathBuf,
    threads: NonZeroUsize,
}

struct Copied {
    files: usize,
    bytes: u64,
}

fn main() -> ExitCode {
    match parse_arguments(std::env::args().skip(1)).and_then(run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("copy-tree: {message}");
            ExitCode::FAILURE
        }
    }
}

fn parse_arguments(mut arguments: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut folders = Vec::new();
    let mut threads = NonZeroUsize::MIN.saturating_add(1);
    while let Some(argument) = arguments.next() {
        if argument == "--threads" {
            threads = arguments.next().and_then(|n| n.parse().ok()).ok_or("--threads needs a number from 1")?;
        } else {
            folders.push(PathBuf::from(argument));
        }
    }
    let [source, destination] = <[PathBuf; 2]>::try_from(folders).map_err(|_| USAGE)?;
    Ok(Options { source, destination, threads })
}

fn run(options: Options) -> Result<(), String> {
    let Options { source, destination, threads } = options;
    if let Some(aside) = rename_aside(&destination).map_err(|e| format!("{}: {e}", destination.display()))? {
        eprintln!("copy-tree: the old {} is now {}", destination.display(), aside.display());
    }
    let start = Instant::now();
    let copied = copy_tree(&source, &destination, threads)?;
    let seconds = start.elapsed().as_secs_f64();
    println!("{seconds:.3} s, {} files, {:.1} MB, {threads} threads", copied.files, copied.bytes as f64 / 1e6);
    Ok(())
}

fn rename_aside(folder: &Path) -> io::Result<Option<PathBuf>> {
    if !folder.try_exists()? {
        return Ok(None);
    }
    let mut number = 1;
    loop {
        let mut name = folder.as_os_str().to_owned();
        name.push(format!(".aside-{number}"));
        let aside = PathBuf::from(name);
        if !aside.try_exists()? {
            fs::rename(folder, &aside)?;
            return Ok(Some(aside));
        }
        number += 1;
    }
}

fn copy_tree(source: &Path, destination: &Path, threads: NonZeroUsize) -> Result<Copied, String> {
    let mut files = Vec::new();
    list_files(source, Path::new(""), &mut files).map_err(|e| format!("{}: {e}", source.display()))?;
    fs::create_dir_all(destination).map_err(|e| format!("{}: {e}", destination.display()))?;

    let next = AtomicUsize::new(0);
    let copy_some = || -> Result<u64, String> {
        let mut bytes = 0;
        while let Some(path) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            bytes += copy_file(&source.join(path), &destination.join(path))
                .map_err(|e| format!("{}: {e}", path.display()))?;
        }
        Ok(bytes)
    };
    let bytes: Result<u64, String> = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads.get()).map(|_| scope.spawn(copy_some)).collect();
        workers.into_iter().map(|worker| worker.join().map_err(|_| "a thread panicked".to_owned())?).sum()
    });
    bytes.map(|bytes| Copied { files: files.len(), bytes })
}

fn list_files(root: &Path, below: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(root.join(below))? {
        let entry = entry?;
        let kind = entry.file_type()?;
        let path = below.join(entry.file_name());
        if kind.is_dir() {
            list_files(root, &path, files)?;
        } else if kind.is_file() {
            files.push(path);
        }
    }
    Ok(())
}

fn copy_file(from: &Path, to: &Path) -> io::Result<u64> {
    let bytes = fs::read(from)?;
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(to, &bytes)?;
    Ok(bytes.len() as u64)
}
