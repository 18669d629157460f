//! JSON for people who read differences: what fits stands on one line, and an item that is named in passing is its address.

use serde_json::Value;

/// A line is no longer than this where it can be broken.
const WIDTH: usize = 140;

/// The text of a value, with a line break at its end.
pub(super) fn printed(value: Value) -> String {
    let mut out = String::new();
    print(&shortened(value, 0, ""), 0, &mut out);
    out.push('\n');
    out
}

/// Summaries stand in full in lists (`pager`) and in `page` itself; elsewhere they are the same, and would be most of the text.
fn shortened(value: Value, depth: usize, within: &str) -> Value {
    match value {
        Value::Object(map) => {
            let is_summary = map.contains_key("permalink") && map.contains_key("status_note");
            if is_summary && depth > 1 && within != "pager" {
                return Value::from(format!("the summary of {}", map["url"].as_str().unwrap()));
            }
            let map = map.into_iter().map(|(key, value)| {
                let within = if within.is_empty() { key.clone() } else { within.to_owned() };
                (key, shortened(value, depth + 1, &within))
            });
            Value::Object(map.collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(|item| shortened(item, depth + 1, within)).collect()),
        other => other,
    }
}

fn print(value: &Value, indent: usize, out: &mut String) {
    let short = value.to_string();
    let is_empty =
        value.as_object().is_some_and(serde_json::Map::is_empty) || value.as_array().is_some_and(Vec::is_empty);
    let nests = value.as_object().is_some_and(|map| map.values().any(|one| one.is_object() || one.is_array()));
    if is_empty || (short.chars().count() + indent <= WIDTH && !nests) {
        out.push_str(&short);
        return;
    }
    match value {
        Value::Object(map) => {
            let parts = map.iter().map(|(key, value)| (format!("{}: ", Value::from(key.as_str())), value));
            block(['{', '}'], parts, indent, out);
        }
        Value::Array(items) => block(['[', ']'], items.iter().map(|item| (String::new(), item)), indent, out),
        _ => out.push_str(&short),
    }
}

fn block<'v>(
    [open, close]: [char; 2],
    parts: impl Iterator<Item = (String, &'v Value)>,
    indent: usize,
    out: &mut String,
) {
    out.push(open);
    for (index, (key, value)) in parts.enumerate() {
        out.push_str(if index == 0 { "\n" } else { ",\n" });
        out.push_str(&" ".repeat(indent + 2));
        out.push_str(&key);
        print(value, indent + 2, out);
    }
    out.push('\n');
    out.push_str(&" ".repeat(indent));
    out.push(close);
}
