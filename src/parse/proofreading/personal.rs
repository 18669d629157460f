//! Personal data that must not be published: identity numbers anywhere, network addresses in fields and comments, e-mail addresses
//! in comments.
//!
//! An error is never accepted, so what is found must be exact. An identity number (NIK) is sixteen digits that begin with a province
//! and a district and hold a date of birth; account numbers, addresses and parts of longer numbers are none.

use std::net::{Ipv4Addr, Ipv6Addr};
use std::ops::Range;

use super::Sheet;
use super::lexicon::in_address;
use crate::diagnostic::Code;

/// Digits of an identity number.
const NIK: usize = 16;

/// What names another kind of number, where it stands before it.
const OTHER_NUMBERS: [&str; 6] = ["rekening", "virtual account", "rek.", "account", "imei", "faktur"];

/// How far before a number its name may stand, in bytes.
const BEFORE: usize = 48;

/// Bytes of the shortest network address that is looked for: `2000::1`.
const SHORTEST_ADDRESS: usize = 7;

/// What kind of personal data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The number of a person.
    Nik,
    /// The number of a machine.
    Ip,
    /// An e-mail address.
    Email,
}

impl Kind {
    /// The word that the message tells apart.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Nik => "nik",
            Kind::Ip => "ip",
            Kind::Email => "email",
        }
    }
}

/// Reports what stands in the fields and the text of an item.
pub(super) fn judge(sheet: &mut Sheet<'_>) {
    let source = &sheet.document.source;
    let (yaml, body) = (sheet.front().yaml.clone(), sheet.document.body.range.clone());
    let fields = source.slice(yaml.clone());
    let mut found: Vec<(usize, Range<usize>, Kind)> =
        identity_numbers(source.slice(body.clone())).into_iter().map(|own| (body.start, own, Kind::Nik)).collect();
    let of_fields = identity_numbers(fields).into_iter().map(|own| (own, Kind::Nik));
    let of_fields = of_fields.chain(network_addresses(fields).into_iter().map(|own| (own, Kind::Ip)));
    // A remark behind `#` is not published.
    let of_fields: Vec<(Range<usize>, Kind)> = of_fields.collect();
    let remarks = if of_fields.is_empty() { Vec::new() } else { remarks(fields) };
    let is_remark = |at: usize| {
        let before = remarks.partition_point(|remark| remark.start <= at).checked_sub(1);
        before.and_then(|before| remarks.get(before)).is_some_and(|remark| at < remark.end)
    };
    found.extend(
        of_fields.into_iter().filter(|(own, _)| !is_remark(own.start)).map(|(own, kind)| (yaml.start, own, kind)),
    );
    for (base, own, kind) in found {
        let finding = sheet.at(Code::PersonalData, base + own.start..base + own.end);
        sheet.found.push(finding.with("problem", kind.word()).with("where", "item"));
    }
}

/// What stands in a comment.
pub fn in_comment(text: &str) -> Vec<(Range<usize>, Kind)> {
    let mut found: Vec<(Range<usize>, Kind)> = identity_numbers(text).into_iter().map(|own| (own, Kind::Nik)).collect();
    found.extend(network_addresses(text).into_iter().map(|own| (own, Kind::Ip)));
    found.extend(mail_addresses(text).into_iter().map(|own| (own, Kind::Email)));
    found
}

/// What stands behind `#` in each line of YAML, quoted ones aside.
fn remarks(yaml: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    let lines = yaml.split_inclusive('\n').filter_map(|line| {
        let start = at;
        at += line.len();
        let sign = if line.trim_start().starts_with('#') { line.find('#') } else { line.find(" #") }?;
        let is_quoted = line.get(..sign)?.matches(['"', '\'']).count() % 2 == 1;
        (!is_quoted).then_some(start + sign..start + line.len())
    });
    lines.collect()
}

/// Sixteen digits that are the number of a person.
fn identity_numbers(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut found = Vec::new();
    // So many digits in a row cannot pass between two looks.
    let mut at = NIK - 1;
    let mut done = 0;
    while at < bytes.len() {
        if !is_digit(at) {
            at += NIK;
            continue;
        }
        let (mut start, mut end) = (at, at + 1);
        while start > done && is_digit(start - 1) {
            start -= 1;
        }
        while is_digit(end) {
            end += 1;
        }
        if end - start == NIK && is_identity_number(text, start..end) {
            found.push(start..end);
        }
        done = end;
        at = end + NIK;
    }
    found
}

fn is_identity_number(text: &str, range: Range<usize>) -> bool {
    let digits = text.get(range.clone()).unwrap_or("");
    let pair = |at: usize| digits.get(at..at + 2).and_then(|pair| pair.parse::<u8>().ok()).unwrap_or(0);
    let (province, regency, district, day, month) = (pair(0), pair(2), pair(4), pair(6), pair(8));
    let is_province = matches!(province, 11..=19 | 21 | 31..=36 | 51..=53 | 61..=65 | 71..=76 | 81 | 82 | 91..=97);
    // Of women forty is added to the day.
    let is_birth = matches!(day, 1..=31 | 41..=71) && matches!(month, 1..=12);
    let is_number = is_province && is_birth && regency > 0 && district > 0 && !digits.ends_with("0000");
    is_number && stands_alone(text, &range) && !in_address(text, range.clone()) && !is_other_number(text, range.start)
}

/// Whether no letter, digit or joint stands on either side.
fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let joins = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '%' | '=' | '#' | '+');
    let joint = |letter: char| matches!(letter, '-' | '.' | ',' | '/' | ':');
    let mut before = text.get(..range.start).unwrap_or("").chars().rev();
    let mut after = text.get(range.end..).unwrap_or("").chars();
    let is_free = |near: Option<char>, far: Option<char>| {
        let is_joined = |near: char| joins(near) || (joint(near) && far.is_some_and(|far| far.is_ascii_digit()));
        !near.is_some_and(is_joined)
    };
    is_free(before.next(), before.next()) && is_free(after.next(), after.next())
}

/// Whether the words before a number say that it is one of another kind.
fn is_other_number(text: &str, start: usize) -> bool {
    let line = words_before(text, start);
    OTHER_NUMBERS.iter().any(|name| line.contains(name))
}

/// What stands before a place in its line, as far as it matters, in small letters.
fn words_before(text: &str, start: usize) -> String {
    let mut from = start.saturating_sub(BEFORE);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let before = text.get(from..start).unwrap_or("");
    before.rsplit('\n').next().unwrap_or(before).to_lowercase()
}

/// Addresses of machines on the public network.
fn network_addresses(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let belongs = |byte: &u8| byte.is_ascii_hexdigit() || matches!(byte, b'.' | b':');
    let mut rest = text.as_bytes();
    while let Some(start) = rest.iter().position(belongs) {
        let token = rest.get(start..).unwrap_or_default();
        let length = token.iter().position(|byte| !belongs(byte)).unwrap_or(token.len());
        let from = text.len() - token.len();
        rest = token.get(length..).unwrap_or_default();
        // Nearly every token is a letter of a word.
        if length < SHORTEST_ADDRESS {
            continue;
        }
        let is_joint = |letter: char| matches!(letter, '.' | ':');
        let token = text.get(from..from + length).unwrap_or("");
        let start = from + token.len() - token.trim_start_matches(is_joint).len();
        let trimmed = token.trim_matches(is_joint);
        let range = start..start + trimmed.len();
        if is_network_address(trimmed)
            && stands_alone(text, &range)
            && !in_link(text, &range)
            && !is_version(text, start)
        {
            found.push(range);
        }
    }
    found
}

fn is_network_address(token: &str) -> bool {
    if let Ok(address) = token.parse::<Ipv4Addr>() {
        let octets = address.octets();
        // `1.2.3.4` numbers a section or a version.
        let is_long = octets.iter().filter(|octet| **octet >= 10).count() >= 2;
        let is_public = !address.is_private()
            && !address.is_loopback()
            && !address.is_link_local()
            && !address.is_documentation()
            && !address.is_broadcast()
            && !matches!(octets, [0 | 224..=255, ..]);
        return is_long && is_public;
    }
    let is_global = |address: Ipv6Addr| matches!(address.segments(), [0x2000..=0x3fff, ..]);
    token.matches(':').count() >= 2 && token.parse::<Ipv6Addr>().is_ok_and(is_global)
}

fn in_link(text: &str, range: &Range<usize>) -> bool {
    let before = text.get(..range.start).unwrap_or("");
    before.ends_with('/') || before.ends_with('@') || text.get(range.end..).is_some_and(|after| after.starts_with('/'))
}

fn is_version(text: &str, start: usize) -> bool {
    let line = words_before(text, start);
    ["versi", "version", "v ", "v.", "pasal", "bab", "butir"].iter().any(|word| line.contains(word))
}

/// E-mail addresses, those of government offices aside: they are made public to be used.
fn mail_addresses(text: &str) -> Vec<Range<usize>> {
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '_' | '%' | '+' | '-');
    let is_host = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-');
    let mut found = Vec::new();
    let mut done = 0;
    for (at, _) in text.match_indices('@') {
        let name = text.get(done..at).unwrap_or("");
        let start = at - name.len()
            + name
                .rfind(|letter| !is_name(letter))
                .map_or(0, |end| end + name.get(end..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
        let rest = text.get(at + 1..).unwrap_or("");
        let length = rest.find(|letter| !is_host(letter)).unwrap_or(rest.len());
        let host = rest.get(..length).unwrap_or("").trim_end_matches(['.', '-']);
        let is_domain = host.rsplit_once('.').is_some_and(|(name, end)| {
            !name.is_empty() && end.len() >= 2 && end.bytes().all(|byte| byte.is_ascii_alphabetic())
        });
        let is_office = host.to_ascii_lowercase().ends_with(".go.id");
        if start < at && is_domain && !is_office {
            found.push(start..at + 1 + host.len());
        }
        done = at + 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::proofreading::tests::{found, release};

    fn of_comment(text: &str) -> Vec<&str> {
        in_comment(text).into_iter().map(|(range, _)| &text[range]).collect()
    }

    #[test]
    fn identity_numbers_are_found() {
        for text in ["NIK 2171040306850001.", "2171044306850001", "(NIK: 3271010101000012)", "`1171040306850001`"] {
            assert_eq!(found(&release("", &format!("{text}\n")), Code::PersonalData).len(), 1, "{text}");
        }
        let text = release("signoff: { desk: humas }\nextra: { pemohon: \"2171040306850001\" }", "Isi.\n");
        assert_eq!(found(&text, Code::PersonalData), ["2171040306850001"]);
    }

    #[test]
    fn other_numbers_are_none() {
        for text in [
            "2171040306850001234",
            "217104030685000",
            "ID2171040306850001",
            "2171043306850001",
            "2171040313850001",
            "9971040306850001",
            "2171040306850000",
            "https://a.id/?nik=2171040306850001",
            "Rekening Bank Riau 2171040306850001",
            "2171040306850001-7",
            "12.2171040306850001",
            "2171 0403 0685 0001",
        ] {
            assert_eq!(found(&release("", &format!("{text}\n")), Code::PersonalData), [""; 0], "{text}");
        }
        let of_fields = |fields: &str| found(&release(fields, "Isi.\n"), Code::PersonalData).len();
        assert_eq!(of_fields("extra: { a: b } # 2171040306850001"), 0);
        assert_eq!(of_fields("# 2171040306850001\nextra: { a: \"x # 2171040306850001\" }"), 1);
    }

    #[test]
    fn network_addresses_are_found_in_fields_and_comments() {
        assert_eq!(
            found(&release("extra: { ip: 36.68.123.45 }", "36.68.123.45\n"), Code::PersonalData),
            ["36.68.123.45"]
        );
        assert_eq!(of_comment("dari 36.68.123.45, 2001:448a:4010::1."), ["36.68.123.45", "2001:448a:4010::1"]);
        for text in [
            "192.168.10.12",
            "1.2.3.4",
            "versi 12.14.16.18",
            "36.68.123.45.6",
            "36.68.123.451",
            "http://36.68.123.45/a",
            "10:20:30",
            "pukul 09.00",
            "Pasal 12.13.14.15",
            "ab:cd::ef",
            "face: b",
        ] {
            assert_eq!(of_comment(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn mail_addresses_are_found_in_comments() {
        assert_eq!(of_comment("tulis ke budi.s@contoh.com, ya"), ["budi.s@contoh.com"]);
        assert_eq!(of_comment("é budi@contoh.co.id. a@b.id@c.id"), ["budi@contoh.co.id", "a@b.id", "b.id@c.id"]);
        for text in ["@humasbatam", "humas@batam.go.id", "a @ b", "budi@contoh", "@", "a@.com"] {
            assert_eq!(of_comment(text), [""; 0], "{text}");
        }
        assert_eq!(found(&release("", "Tulis ke budi@contoh.com.\n"), Code::PersonalData), [""; 0]);
    }

    #[test]
    fn hostile_text_takes_linear_time() {
        for text in
            ["1".repeat(1_000_000), "a@".repeat(500_000), "1.".repeat(500_000), "2171040306850001 ".repeat(60_000)]
        {
            in_comment(&text);
        }
    }
}
