//! Telephone numbers of Indonesia as offices write them → as a telephone dials them (RFC 3966).

/// `0778 123 456` → `+62778123456`; numbers of other countries begin with `+`. Short numbers, such as 112 and those that begin with
/// 1500, are dialled as they are. None for what holds no number. What follows a word (`ext 12`, `pesawat 12`) is an extension.
pub fn dialled(written: &str) -> Option<String> {
    let written = written.trim();
    let end = written.find(char::is_alphabetic).unwrap_or(written.len());
    let (number, rest) = written.split_at(end);
    let number = number.split(['/', ',', ';']).next().unwrap_or(number);
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let own = digits(number);
    if own.len() < 3 || own.len() > 15 {
        return None;
    }
    let mut dialled = if number.trim_start().starts_with(['+', '(']) && number.contains('+') {
        format!("+{own}")
    } else if let Some(national) = own.strip_prefix('0') {
        format!("+62{national}")
    } else if own.starts_with("62") && own.len() > 9 {
        format!("+{own}")
    } else if own.starts_with('8') && own.len() > 8 {
        // A mobile number whose first zero was left out.
        format!("+62{own}")
    } else {
        own
    };
    let extension = digits(rest);
    if !extension.is_empty() && rest.len() - extension.len() < 12 {
        dialled.push_str(";ext=");
        dialled.push_str(&extension);
    }
    Some(dialled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_dialled_from_anywhere() {
        for (written, expected) in [
            ("0778 123 456", "+62778123456"),
            ("(0778) 123-456", "+62778123456"),
            ("0812-3456-7890", "+6281234567890"),
            ("+62 812 3456 7890", "+6281234567890"),
            ("(+62) 778 123456", "+62778123456"),
            ("62778123456", "+62778123456"),
            ("81234567890", "+6281234567890"),
            ("+65 6123 4567", "+6561234567"),
            ("112", "112"),
            ("1500-123", "1500123"),
            ("0778 123456 ext 12", "+62778123456;ext=12"),
            ("0778.123456 pesawat 104", "+62778123456;ext=104"),
            ("0778 123456 / 0778 123457", "+62778123456"),
        ] {
            assert_eq!(dialled(written).as_deref(), Some(expected), "{written}");
        }
        for none in ["", "-", "hubungi humas", "12", "123456789012345678"] {
            assert_eq!(dialled(none), None, "{none}");
        }
    }
}
