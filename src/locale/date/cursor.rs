//! A text that is read from its start, character by character; nothing is ever cut within a character.

/// What is left of the text.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    pub(super) rest: &'a str,
}

impl<'a> Cursor<'a> {
    pub(super) fn is_done(self) -> bool {
        self.rest.is_empty()
    }

    fn take_while(&mut self, keep: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|character| !keep(character)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    pub(super) fn digits(&mut self) -> &'a str {
        self.take_while(|character| character.is_ascii_digit())
    }

    pub(super) fn word(&mut self) -> &'a str {
        self.take_while(|character| character.is_alphabetic() || matches!(character, '\'' | '’' | '‘'))
    }

    pub(super) fn eat(&mut self, character: char) -> bool {
        let rest = self.rest.strip_prefix(character);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    pub(super) fn skip_one(&mut self) {
        self.rest = self.rest.strip_prefix(|_: char| true).unwrap_or(self.rest);
    }

    /// Skips spaces with at most one of `others` among them; whether there was anything.
    pub(super) fn separators(&mut self, others: &[char]) -> bool {
        let before = self.rest.len();
        self.take_while(char::is_whitespace);
        self.rest = self.rest.strip_prefix(others).unwrap_or(self.rest);
        self.take_while(char::is_whitespace);
        self.rest.len() < before
    }

    /// Skips spaces; whether there were any.
    pub(super) fn spaces(&mut self) -> bool {
        !self.take_while(char::is_whitespace).is_empty()
    }

    /// Skips the ending of `3rd`.
    pub(super) fn ordinal(&mut self) {
        let mut ahead = *self;
        let word = ahead.word();
        if ["st", "nd", "rd", "th"].iter().any(|ending| ending.eq_ignore_ascii_case(word)) {
            *self = ahead;
        }
    }

    /// Whether one of `characters` and then a digit follow.
    pub(super) fn peek_digit_after<const N: usize>(self, characters: [char; N]) -> bool {
        self.rest.strip_prefix(characters).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    }
}
