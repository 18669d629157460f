//! The words of an HTML page, without markup: what is read or heard of it.
//!
//! Text, titles, and the attributes that readers are told (`alt`, `aria-label`, `placeholder`, `title`). White space is folded.
//! Scripts and styles have no words. Any bytes give an answer.

use std::cell::RefCell;

use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

/// Elements that may stand inside a word.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s",
    "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
];

/// Attributes whose values are told to readers.
const TOLD: &[&str] = &["alt", "aria-label", "placeholder", "title"];

/// The words of a page in their order.
pub fn words(html: &str) -> Vec<String> {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let tokenizer = Tokenizer::new(Words::default(), TokenizerOpts::default());
    // Nothing runs scripts, so the first call goes to the end.
    drop(tokenizer.feed(&input));
    tokenizer.end();
    let text = tokenizer.sink.0.into_inner().text;
    text.split_whitespace().map(str::to_owned).collect()
}

#[derive(Default)]
struct Words(RefCell<State>);

#[derive(Default)]
struct State {
    text: String,
    /// Inside a script or a style.
    silent: bool,
}

impl TokenSink for Words {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut state = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) if !state.silent => state.text.push_str(&text),
            Token::TagToken(tag) => return state.tag(&tag),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl State {
    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        self.silent = false;
        if !INLINE.contains(&name) {
            self.text.push(' ');
        }
        if tag.kind == TagKind::EndTag {
            return TokenSinkResult::Continue;
        }
        for attribute in tag.attrs.iter().filter(|attribute| TOLD.contains(&&*attribute.name.local)) {
            self.text.push(' ');
            self.text.push_str(&attribute.value);
            self.text.push(' ');
        }
        match name {
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            "style" => self.silence(RawKind::Rawtext),
            "script" => self.silence(RawKind::ScriptData),
            _ => TokenSinkResult::Continue,
        }
    }

    fn silence(&mut self, kind: RawKind) -> TokenSinkResult<()> {
        self.silent = true;
        TokenSinkResult::RawData(kind)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn markup_has_no_words() {
        for (html, expected) in [
            ("<p>Satu <b>du</b>a</p><p>tiga&amp;&#x20;empat</p>", "Satu dua tiga& empat"),
            ("<ul><li>a<li>b</ul>", "a b"),
            ("<title>A <b> B</title><script>let x = '<p>c</p>';</script><style>p {}</style>d", "A <b> B d"),
            ("<img src=x alt=\"Pasar  pagi\"><a href=/x title=y>z</a>", "Pasar pagi y z"),
            ("<!-- a --><!DOCTYPE html>\n<svg><title>Logo</title></svg>", "Logo"),
            ("a<script>b", "a"),
            ("", ""),
        ] {
            assert_eq!(words(html).join(" "), expected, "{html}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn any_text_gives_an_answer(html in "(<[/!]?(p|script|title|a b=|-{0,3})[ >]|&#?[a-z0-9]{0,4};?|[\\PC\\x00\n]){0,40}") {
            prop_assert!(words(&html).iter().all(|word| !word.contains(char::is_whitespace)));
        }
    }
}
