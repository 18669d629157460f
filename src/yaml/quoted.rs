//! A text → the YAML that stands for it, on one line and safe in lists and maps of one line.

/// A text as YAML: plain where nothing in it means something to YAML, else in quotation marks.
pub fn quoted(text: &str) -> String {
    let plain = |letter: char| {
        letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_' | '.' | '/' | '(' | ')' | '+' | '@')
    };
    let is_plain = text.chars().all(plain)
        && text.starts_with(char::is_alphanumeric)
        && text.trim() == text
        && !text.eq_ignore_ascii_case("null");
    if is_plain {
        return text.to_owned();
    }
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            control if control.is_control() => quoted.push_str(&format!("\\U{:08X}", u32::from(control))),
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::quoted;
    use crate::source::Source;
    use crate::yaml::read_free;

    proptest! {
        #[test]
        fn what_is_quoted_comes_back(text in any::<String>()) {
            let yaml = format!("title: {}\n", quoted(&text));
            let read: BTreeMap<String, String> = read_free(&Source::new("a", yaml))
                .ok()
                .and_then(|value| serde_json::from_value(value).ok())
                .unwrap_or_default();
            // Numbers and words of YAML's own are read as texts by every field.
            prop_assume!(text.starts_with(|letter: char| letter.is_alphabetic()) || quoted(&text).starts_with('"'));
            prop_assume!(!["true", "false", "yes", "no"].contains(&text.to_lowercase().as_str()));
            prop_assert_eq!(read.get("title"), Some(&text));
        }
    }
}
