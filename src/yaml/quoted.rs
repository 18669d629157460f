//! A text → the YAML that stands for it, on one line and safe in lists and maps of one line.

/// A text as YAML: plain where nothing in it means something to YAML, else in quotation marks.
pub fn quoted(text: &str) -> String {
    let plain = |letter: char| {
        letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_' | '.' | '/' | '(' | ')' | '+' | '@')
    };
    let is_plain = text.chars().all(plain)
        && text.starts_with(char::is_alphanumeric)
        && text.trim() == text
        // Numbers, `true` and `null` are no texts.
        && matches!(serde_yaml::from_str(text), Ok(serde_yaml::Value::String(_)));
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
            prop_assert_eq!(read.get("title"), Some(&text));
        }
    }
}
