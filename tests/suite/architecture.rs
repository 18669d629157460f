//! The picture of the house holds: imports point one way, and files and clocks are touched in one place each.

use std::fs;
use std::path::Path;

/// From the ground up. What stands in one line may import itself and every line above.
const FLOORS: &[&[&str]] = &[
    &["digest"],
    &["source"],
    &["locale"],
    &["diagnostic"],
    &["yaml"],
    &["config"],
    &["read"],
    &["parse"],
    &["site"],
    &["plan"],
    &["formats"],
    &["render"],
    &["write"],
    &["pipeline"],
    &["serve"],
    &["commands"],
];

fn floor(module: &str) -> usize {
    FLOORS.iter().position(|names| names.contains(&module)).unwrap_or_else(|| panic!("no floor for {module}"))
}

/// Every source file with the module it belongs to, and its text without tests.
fn sources() -> Vec<(String, String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = crate::site::tree(&root).into_iter().filter(|(path, _)| path.ends_with(".rs"));
    files
        .map(|(path, bytes)| {
            let module = path.split('/').next().unwrap().trim_end_matches(".rs").to_owned();
            let text = String::from_utf8(bytes).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap().to_owned();
            (path, module, code)
        })
        .filter(|(path, ..)| !path.ends_with("tests.rs") && !path.contains("/tests/"))
        .collect()
}

/// Modules named by `crate::…` in code, comments left aside.
fn imports(code: &str) -> Vec<String> {
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let mut found = Vec::new();
    for line in lines {
        for (at, start) in line.match_indices("crate::") {
            let name: String = line[at + start.len()..]
                .chars()
                .take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '_')
                .collect();
            if !name.is_empty() {
                found.push(name);
            }
        }
    }
    found
}

#[test]
fn imports_point_one_way() {
    let mut wrong = Vec::new();
    for (path, module, code) in sources() {
        if matches!(module.as_str(), "lib" | "main") {
            continue;
        }
        for import in imports(&code) {
            if floor(&import) > floor(&module) {
                wrong.push(format!("{path} imports {import}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_order_of_lib_rs_is_the_order_of_the_floors() {
    let lib = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let listed: Vec<usize> =
        lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).map(floor).collect();
    assert!(listed.is_sorted() && listed.len() == FLOORS.concat().len(), "{listed:?}");
}

#[test]
fn files_and_clocks_are_touched_in_one_place() {
    let may = |module: &str, word: &str| match word {
        "fs::read(" | "File::open" | "WalkDir" => matches!(module, "read" | "write"),
        "fs::write" | "File::create" | "fs::rename" | "fs::copy" | "remove_file" | "remove_dir" => module == "write",
        "Instant::now" | "Timestamp::now" | "SystemTime" => module == "main",
        _ => false,
    };
    let words = [
        "fs::read(",
        "File::open",
        "WalkDir",
        "fs::write",
        "File::create",
        "fs::rename",
        "fs::copy",
        "remove_file",
        "remove_dir",
        "Instant::now",
        "Timestamp::now",
        "SystemTime",
    ];
    let mut wrong = Vec::new();
    for (path, module, code) in sources() {
        for word in words.iter().filter(|word| code.contains(*word) && !may(&module, word)) {
            wrong.push(format!("{path}: {word}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
