//! Lines with a checksum in the last one: the form of what the cache keeps as text. A file that was cut or damaged is none at all.

use xxhash_rust::xxh3::xxh3_64;

/// Lines, each with its end, and their checksum.
pub fn seal(mut lines: String) -> Vec<u8> {
    let sum = xxh3_64(lines.as_bytes());
    lines.push_str(&format!("{sum:016x}\n"));
    lines.into_bytes()
}

/// What [`seal`] was given, if it is whole.
pub fn unseal(bytes: &[u8]) -> Option<&str> {
    unseal_text(std::str::from_utf8(bytes).ok()?)
}

/// The same of bytes that are known to be text.
pub fn unseal_text(text: &str) -> Option<&str> {
    let (lines, sum) = text.strip_suffix('\n')?.rsplit_once('\n')?;
    let lines = text.get(..lines.len() + 1)?;
    (format!("{:016x}", xxh3_64(lines.as_bytes())) == sum).then_some(lines)
}
