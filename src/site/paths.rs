//! Paths below a folder of the project as texts and stylesheets write them: from where they stand themselves,
//! percent-encoded, with `..` in them.

use percent_encoding::percent_decode_str;

/// A link without `#…` and `?…`.
pub(super) fn without_fragment(dest: &str) -> &str {
    let end = dest.find(['#', '?']).unwrap_or(dest.len());
    dest.get(..end).unwrap_or(dest)
}

/// The path that `path` means from the folder `base`, with `.` and `..` resolved and percent-encoding undone.
pub(crate) fn join(base: &str, path: &str) -> String {
    let path = percent_decode_str(path).decode_utf8_lossy();
    let mut joined = String::with_capacity(base.len() + path.len() + 1);
    let base = base.split('/').filter(|part| !part.is_empty());
    for (part, written) in base.map(|part| (part, false)).chain(path.split('/').map(|part| (part, true))) {
        match part {
            "" | "." if written => {}
            ".." if written => joined.truncate(joined.rfind('/').unwrap_or(0)),
            part => {
                if !joined.is_empty() {
                    joined.push('/');
                }
                joined.push_str(part);
            }
        }
    }
    joined
}

/// The path that leads from the folder `base` to `path`.
pub(super) fn relative(base: &str, path: &str) -> String {
    let base: Vec<&str> = base.split('/').filter(|part| !part.is_empty()).collect();
    let parts: Vec<&str> = path.split('/').collect();
    let shared = base.iter().zip(&parts).take_while(|(a, b)| a == b).count();
    let up = base.len() - shared;
    std::iter::repeat_n("..", up).chain(parts.into_iter().skip(shared)).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins() {
        assert_eq!(join("a/b", "../c.md"), "a/c.md");
        assert_eq!(join("", "c%20d.md"), "c d.md");
        assert_eq!(join("a", "../../../c.md"), "c.md");
    }

    #[test]
    fn relative_paths() {
        assert_eq!(relative("a/b", "a/c/d.md"), "../c/d.md");
        assert_eq!(relative("", "d.md"), "d.md");
    }
}
