//! What servers are told of a site, beside it: old addresses, those that are gone, headers; and that nothing else comes of it.
//!
//! Fails when an alias is written as it is instead of as each server writes it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use warta::formats::server::{Address, Moved, Rules, apache, caddy, netlify, nginx};

use crate::site::{CONFIG, TestSite, tree, warta};

fn side(site: &TestSite) -> BTreeMap<String, String> {
    let files = tree(&site.path("public-server"));
    files.into_iter().map(|(name, bytes)| (name, String::from_utf8_lossy(&bytes).into_owned())).collect()
}

fn expected() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats/server")
}

#[test]
fn the_files_of_the_demonstration_are_as_they_were() {
    let output = tempfile::tempdir().unwrap();
    let built = warta()
        .args(["build", "-q", "--now", "2026-11-24", "-u", "https://kota.example/humas", "-r"])
        .arg(env!("CARGO_MANIFEST_DIR"))
        .arg("-o")
        .arg(output.path().join("situs"))
        .output()
        .unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let mut files = tree(&output.path().join("situs-server"));
    files.remove(".warta-manifest").unwrap();
    if std::env::var_os("WARTA_BLESS").is_some() {
        let _ = fs::remove_dir_all(expected());
        fs::create_dir_all(expected()).unwrap();
        files.iter().for_each(|(name, bytes)| fs::write(expected().join(name), bytes).unwrap());
    }
    let before = tree(&expected());
    assert_eq!(before.keys().collect::<Vec<_>>(), files.keys().collect::<Vec<_>>());
    for (name, bytes) in files {
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(
            text,
            String::from_utf8_lossy(&before[&name]),
            "{name}; if that is meant: WARTA_BLESS=1 cargo test --test suite server_files"
        );
    }
}

#[test]
fn old_addresses_lead_on_and_gone_ones_are_gone() {
    let site = TestSite::new()
        .release("satu", "aliases: [/lama/, /arsip/12.html, \"/?p=12\", /tua%20sekali, /caf%E9/]", "")
        .release("konsep", "status: draft\naliases: [/rahasia/]", "")
        .file(
            "addresses.yaml",
            "/hilang/: { gone: salah }\n/berita/satu/: { gone: ada lagi }\n/lama/: { gone: menjadi alamat lama }\n",
        )
        .build();
    let files = side(&site);
    let maps = String::from_utf8_lossy(&fs::read(site.path("public-server/nginx-maps.conf")).unwrap()).into_owned();
    for line in [
        "\"/lama/\" \"/berita/satu/\";",
        "\"/lama\" \"/berita/satu/\";",
        "\"/?p=12\" ",
        "\"/tua sekali/\" ",
        "\"/hilang/\" \"1\";",
    ] {
        assert!(maps.contains(line), "{line} in {maps}");
    }
    let redirects = &files["_redirects"];
    for line in ["/lama/ /berita/satu/ 301\n", "/ p=12 /berita/satu/ 301!\n", "/caf%E9/ /berita/satu/ 301\n"] {
        assert!(redirects.contains(line), "{line} in {redirects}");
    }
    for (name, text) in &files {
        assert!(!text.contains("rahasia") && !text.contains("salah"), "{name}: {text}");
        assert!(name == "nginx-maps.conf" || !text.contains("\"/berita/satu/\" \"1\""), "{name}");
    }
    assert_eq!(maps.matches(" \"1\";").count(), 2, "with and without its slash: {maps}");
    // What is text has a page that sends visitors on, wherever it is served.
    let site = site.expect_file("tua sekali/index.html").expect_file("arsip/12.html");
    assert!(!tree(site.output()).keys().any(|path| path.contains("caf")));
}

#[test]
fn headers_are_those_of_the_configuration() {
    let headers = |more: &str| {
        let site = TestSite::new().file("warta.yaml", format!("{CONFIG}{more}")).release("a", "", "").build();
        side(&site)["_headers"].clone()
    };
    let text = headers("comments: { endpoint: \"https://formulir.example/kirim?x\" }\n");
    assert!(
        text.contains("default-src 'self'; base-uri 'none'; form-action 'self' https://formulir.example;"),
        "{text}"
    );
    assert!(text.contains("Strict-Transport-Security: max-age=31536000\n"), "{text}");
    assert!(text.contains("/aset/*\n  Cache-Control: public, max-age=31536000, immutable\n"), "{text}");
    let text = headers(
        "headers: { csp: \"default-src 'none'\", extra: { x-frame-options: DENY, referrer-policy: no-referrer } }\n",
    );
    for line in [
        "  Content-Security-Policy: default-src 'none'\n",
        "  x-frame-options: DENY\n",
        "  referrer-policy: no-referrer\n",
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
    assert!(!text.contains("strict-origin"), "{text}");
    for wrong in ["X Y: a", "\"X:Y\": a", "X-Y: é", "Content-Type: text/plain", "\"\": a"] {
        let site = TestSite::new().file("warta.yaml", format!("{CONFIG}headers: {{ extra: {{ {wrong} }} }}\n"));
        site.fails().expect_codes(&["E017"]);
    }
}

#[test]
fn the_folder_is_written_as_the_site_is() {
    let site = TestSite::new().release("satu", "aliases: [/lama/]", "").build();
    let inode =
        |name: &str| std::os::unix::fs::MetadataExt::ino(&fs::metadata(site.path("public-server").join(name)).unwrap());
    let before = ["nginx.conf", "_redirects"].map(inode);
    fs::write(site.path("public-server/milik-saya.conf"), "x").unwrap();
    let site = site.build();
    let inode =
        |name: &str| std::os::unix::fs::MetadataExt::ino(&fs::metadata(site.path("public-server").join(name)).unwrap());
    assert_eq!(["nginx.conf", "_redirects"].map(inode), before, "what is the same is not written again");
    let site = site.release("satu", "aliases: [/lain/]", "").build();
    assert!(side(&site)["_redirects"].contains("/lain/ ") && side(&site).contains_key("milik-saya.conf"));
    // A broken site changes nothing.
    let before = tree(&site.path("public-server"));
    let site = site.release("satu", "titel: x\naliases: [/baru/]", "").fails();
    assert_eq!(tree(&site.path("public-server")), before);
    // Nothing is checked into being.
    fs::remove_dir_all(site.path("public-server")).unwrap();
    site.run("check", &[]);
    assert!(!site.path("public-server").exists());
}

#[test]
fn a_folder_of_others_is_left_alone_and_told() {
    let site = TestSite::new().release("satu", "", "").file("public-server/penting.txt", "x").build();
    assert!(site.last().err.contains("public-server holds files that are not from this site"), "{}", site.last().err);
    assert_eq!(tree(&site.path("public-server")).len(), 1);
    let site = site.expect_file("berita/satu/index.html").flags(&["--force"]).build();
    assert!(side(&site).contains_key("nginx.conf") && side(&site).contains_key("penting.txt"));
    let site = TestSite::new().release("satu", "", "").file("public-server/penting.txt", "x").build();
    warta().args(["clean", "-r"]).arg(site.path("")).output().unwrap();
    assert!(site.path("public-server/penting.txt").exists() && !site.output().exists());
}

/// An address as anyone may have written it.
fn address() -> impl Strategy<Value = Address> {
    let odd = "[a-z0-9\"'$;{}|^`<>()\\[\\]*+~:@&=!,%#? é漢👍\u{5e9}\u{202e}-]{0,12}";
    let path = (odd, proptest::bool::ANY).prop_map(|(path, slash)| format!("/{path}{}", if slash { "/" } else { "" }));
    let query = proptest::option::of("[a-z0-9$;{}|^`()\\[\\]*+~:@&=!,%?-]{0,12}");
    (path, query).prop_map(|(path, query)| Address { path: path.into_bytes(), query })
}

fn rules(addresses: Vec<Address>) -> Rules {
    let moved = addresses.into_iter().map(|from| Moved { from, to: "/baru/%7B%24%7D/".to_owned() });
    Rules { site: "https://a.example/".to_owned(), base: "/".to_owned(), moved: moved.collect(), ..Rules::default() }
}

/// The first quoted word of a line, as nginx reads it.
fn nginx_word(line: &str) -> String {
    let mut letters = line.trim_start().strip_prefix('"').unwrap().chars();
    let mut word = String::new();
    loop {
        match letters.next().unwrap() {
            '"' => return word,
            '\\' => {
                let next = letters.next().unwrap();
                assert!(matches!(next, '"' | '\\'), "{line}");
                word.push(next);
            }
            letter => word.push(letter),
        }
    }
}

/// A regular expression that has nothing but letters and numbers of bytes, undone.
fn unescaped(expression: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = expression;
    while let Some(letter) = rest.chars().next() {
        if let Some(number) = rest.strip_prefix("\\x") {
            bytes.push(u8::from_str_radix(&number[..2], 16).unwrap());
            rest = &number[2..];
        } else {
            assert!(letter.is_alphanumeric() || "/-_".contains(letter) || !letter.is_ascii(), "{expression}");
            bytes.extend(letter.to_string().as_bytes());
            rest = &rest[letter.len_utf8()..];
        }
    }
    bytes
}

fn whole(address: &Address) -> Vec<u8> {
    let query = address.query.as_ref().map(|query| format!("?{query}")).unwrap_or_default();
    [address.path.as_slice(), query.as_bytes()].concat()
}

proptest! {
    #[test]
    fn addresses_come_back_from_every_grammar(address in address()) {
        let rules = rules(vec![address.clone()]);
        let own = whole(&address);
        let [_, (_, maps), _] = nginx::files(&rules);
        let maps = String::from_utf8(maps).unwrap();
        let lines: Vec<&str> = maps.lines().filter(|line| line.ends_with(" \"/baru/%7B%24%7D/\";")).collect();
        prop_assert!(lines.iter().any(|line| nginx_word(line).as_bytes() == own), "{maps}");

        let apache = String::from_utf8(apache::file(&rules)).unwrap();
        let condition = |name: &str| {
            let lines = apache.lines().filter_map(|line| line.strip_prefix(&format!("RewriteCond %{{{name}}} ^")));
            let last = lines.collect::<Vec<_>>().pop().map(|line| line.strip_suffix('$').unwrap());
            last.map(|line| line.strip_suffix("/?").map_or_else(|| unescaped(line), |stem| [unescaped(stem), b"/".to_vec()].concat()))
        };
        prop_assert_eq!(condition("REQUEST_URI").unwrap(), address.path.clone(), "{}", apache);
        prop_assert_eq!(condition("QUERY_STRING"), address.query.as_ref().map(|query| query.as_bytes().to_vec()));
        prop_assert!(apache.contains("RewriteRule ^ /baru/\\%7B\\%24\\%7D/ [R=301,L,NE,QSD]\n"));

        let caddy = String::from_utf8(caddy::file(&rules)).unwrap();
        let keys = caddy.lines().filter_map(|line| line.strip_suffix(" \"/baru/%7B%24%7D/\"")).map(|line| {
            let word = line.trim_start().strip_prefix('"').unwrap().strip_suffix('"').unwrap();
            prop_assert!(!word.contains(['{', '}']), "{}", word);
            Ok(match word.strip_prefix("~^") {
                Some(expression) => unescaped(expression.strip_suffix('$').unwrap()),
                None => word.replace("\\\"", "\"").into_bytes(),
            })
        });
        let keys: Vec<Vec<u8>> = keys.collect::<Result<_, TestCaseError>>()?;
        prop_assert!(keys.contains(&own), "{caddy}");

        let redirects = String::from_utf8(netlify::redirects(&rules)).unwrap();
        let line = redirects.lines().nth(1).unwrap();
        let words: Vec<&str> = line.split(' ').collect();
        let path: Vec<u8> = percent_encoding::percent_decode_str(words[0]).collect();
        prop_assert_eq!(path, address.path.clone());
        prop_assert!(words[0].bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~/%".contains(&byte)), "{}", line);
    }
}

#[test]
fn addresses_that_differ_in_case_alone_are_told_apart() {
    let of = |query: &str| Address { path: b"/".to_vec(), query: Some(query.to_owned()) };
    let [_, (_, maps), _] = nginx::files(&rules(vec![of("a=X"), of("a=x"), of("a=y")]));
    let maps = String::from_utf8(maps).unwrap();
    for line in ["\"~^\\\\Q/?a=X\\\\E$\"", "\"~^\\\\Q/?a=x\\\\E$\"", "    \"/?a=y\""] {
        assert!(maps.contains(line), "{line} in {maps}");
    }
}

#[test]
fn the_preview_answers_as_servers_do() {
    use crate::preview::answered;
    let site = TestSite::new()
        .release("satu", "aliases: [/lama/, \"/?p=12\"]", "")
        .file("addresses.yaml", "/hilang/: { gone: salah }\n")
        .file(
            "warta.yaml",
            format!("{CONFIG}headers: {{ extra: {{ X-Contoh: ya, Access-Control-Allow-Origin: \"*\" }} }}\n"),
        );
    let (status, headers) = answered(&site, "/hilang/");
    assert_eq!(status, 410);
    let value = |name: &str| headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    assert!(value("content-security-policy").unwrap().contains("form-action 'self'"));
    assert_eq!(value("x-contoh"), Some("ya"));
    // Drafts are for the eyes of this machine.
    assert_eq!((value("strict-transport-security"), value("access-control-allow-origin")), (None, None));
    assert_eq!(answered(&site, "/lama").0, 302);
    assert_eq!(answered(&site, "/?p=12").0, 302);
    assert_eq!(answered(&site, "/?p=1").0, 200);
}

#[test]
fn an_address_that_is_gone_is_explained() {
    let site = TestSite::new()
        .release("satu", "aliases: [/caf%E9/]", "")
        .file("addresses.yaml", "/hilang/: { gone: salah }\n");
    let said = |address: &str| {
        let ran = site.run("explain", &[address]);
        String::from_utf8(ran.stdout).unwrap() + &String::from_utf8(ran.stderr).unwrap()
    };
    assert!(said("/hilang/").contains("Nothing is at https://a.example/hilang/ any more"), "{}", said("/hilang/"));
    assert!(said("/caf%E9/").contains("is an old address"), "{}", said("/caf%E9/"));
}
