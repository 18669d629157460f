use super::*;

fn coloured(language: &str, code: &str) -> String {
    Highlighter::default().highlight(language, code).unwrap().html
}

/// What a reader sees: the code itself.
fn text_of(html: &str) -> String {
    let mut text = String::new();
    for piece in html.split('<') {
        let visible = piece.split_once('>').filter(|(tag, _)| tag.starts_with("span") || *tag == "/span");
        text.push_str(visible.map_or(piece, |(_, rest)| rest));
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

#[test]
fn trap_classes_are_few_and_neighbours_share_a_span() {
    assert_eq!(
        coloured("rust", "// a\n// b\nfn main() { let x = \"y\\n\" + 1; }\n"),
        "<span class=\"hl-comment\">// a\n// b</span>\n<span class=\"hl-keyword\">fn</span> \
         <span class=\"hl-function\">main</span><span class=\"hl-punctuation\">() {</span> \
         <span class=\"hl-keyword\">let</span> x <span class=\"hl-operator\">=</span> \
         <span class=\"hl-string\">\"y</span><span class=\"hl-constant\">\\n</span><span class=\"hl-string\">\"</span> \
         <span class=\"hl-operator\">+</span> <span class=\"hl-number\">1</span><span class=\"hl-punctuation\">; }</span>\n"
    );
}

#[test]
fn constructs_may_go_over_lines() {
    assert!(coloured("rs", "/* a\n b */ c").starts_with("<span class=\"hl-comment\">/* a\n b */</span>"));
    let html = coloured("html", "<p\n id=\"x\">a</p>\n<!-- b\nc -->");
    assert!(
        html.contains("<span class=\"hl-tag\">p</span>") && html.contains("<span class=\"hl-attribute\">id</span>")
    );
    assert!(html.ends_with("<span class=\"hl-comment\">&lt;!-- b\nc --&gt;</span>"), "{html}");
    let diff = coloured("diff", "+a\n-b\n");
    assert!(diff.contains("hl-inserted") && diff.contains("hl-deleted"), "{diff}");
    assert!(coloured("yaml", "a: 1 # b\n").contains("<span class=\"hl-tag\">a</span>"));
}

#[test]
fn every_rule_is_a_scope_and_every_language_keeps_its_text() {
    let grammars = Grammars::load();
    assert_eq!(grammars.rules.len(), RULES.len());
    let code = "a = \"b\" # c\n<d e='f'>&amp; {[(1.0e3)]} // g\n/* h */ class I { j(); }\n\té 你\r\n";
    for syntax in grammars.set.syntaxes() {
        assert_eq!(text_of(&grammars.highlight(syntax, code)), code, "{}", syntax.name);
    }
    for (alias, name) in ALIASES {
        assert!(grammars.find(name).is_some(), "{alias} → {name}");
    }
}

#[test]
fn unknown_languages_are_none_and_get_a_suggestion() {
    let highlighter = Highlighter::default();
    assert_eq!(highlighter.highlight("pyhton", "a"), None);
    assert_eq!(highlighter.suggest("pyhton").as_deref(), Some("python"));
    let plain = Colored { html: "&lt;a&gt;".to_owned(), key: None };
    assert_eq!(highlighter.highlight("text", "<a>"), Some(plain));
}

#[test]
fn what_is_too_large_is_plain() {
    let long = format!("let a = \"{}\";", "x".repeat(LONGEST_LINE));
    assert_eq!(coloured("rust", &long), long);
    assert_eq!(coloured("rust", &"let a;\n".repeat(LARGEST_BLOCK / 7 + 1)).find("<span"), None);
    assert_eq!(coloured("rust", &("let a;".repeat(1_500) + "\n").repeat(3)).find("<span"), None);
}

#[test]
fn the_memory_keeps_what_was_used_and_no_damage_matters() {
    let first = Highlighter::default();
    let expected = first.highlight("rust", "fn a() {}").unwrap();
    first.highlight("rust", "fn b() {}").unwrap();
    let bytes = first.to_bytes(Keep::Used).unwrap();

    let second = Highlighter::new(Memory::from_bytes(&bytes));
    assert_eq!(second.highlight("Rust", "fn a() {}"), Some(expected.clone()));
    assert!(second.grammars.get().is_none(), "nothing is loaded for what is remembered");
    assert!(second.to_bytes(Keep::Used).unwrap().len() < bytes.len(), "what was not used is forgotten");
    assert_eq!(second.to_bytes(Keep::All), None, "nothing is new");
    second.highlight("rust", "fn b() {}").unwrap();
    assert_eq!(second.to_bytes(Keep::Used), None, "nothing is new and all was used");
    second.highlight("rust", "fn c() {}").unwrap();
    assert!(second.to_bytes(Keep::Used).unwrap().len() > bytes.len());

    assert_eq!(Memory::from_bytes(&bytes).entries.len(), 2);
    for at in 0..bytes.len() {
        let mut damaged = bytes.clone();
        damaged[at] ^= 1 << (at % 8);
        assert_eq!(Memory::from_bytes(&damaged), Memory::default(), "byte {at}");
        assert_eq!(Memory::from_bytes(&bytes[..at]), Memory::default(), "cut at {at}");
    }
    let third = Highlighter::new(Memory::from_bytes(b"junk"));
    assert_eq!(third.highlight("rust", "fn a() {}"), Some(expected));
}

#[test]
fn a_key_tells_its_parts_apart() {
    assert_ne!(key("a", "bc"), key("ab", "c"));
}

#[test]
fn the_version_in_the_key_is_the_one_that_is_built() {
    let lock = include_str!("../../../Cargo.lock");
    assert!(lock.contains(&format!("name = \"syntect\"\nversion = \"{SYNTECT}\"\n")), "raise SYNTECT");
}

#[test]
fn hostile_code_comes_to_an_end() {
    for language in ["md", "html", "php", "rust", "js", "css", "yaml", "rb", "tex", "sh"] {
        for piece in ["(", "[", "{", "<", "\"", "`", "a ", "\\", "*_", "<<A ", "- "] {
            let line = piece.repeat(2_000 / piece.len());
            assert_eq!(text_of(&coloured(language, &line)), line, "{language}");
        }
    }
}
