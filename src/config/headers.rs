//! Response headers: what the site asks browsers to do and not to do, wherever it is served.

use std::ops::Range;
use std::sync::Arc;

use super::BaseUrl;
use super::written::WrittenHeaders;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Source;
use crate::yaml::Part;

/// The headers of every answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headers(pub Vec<(String, String)>);

/// The name of the header that lets browsers ask for the host by HTTPS alone.
const TRANSPORT: &str = "Strict-Transport-Security";

/// Headers that say something of one answer, and cannot be the same for all.
const OF_ONE_ANSWER: &[&str] = &[
    "cache-control",
    "connection",
    "content-encoding",
    "content-length",
    "content-range",
    "content-type",
    "date",
    "etag",
    "last-modified",
    "location",
    "transfer-encoding",
];

/// The word for the policy that suits the theme of the program.
const DEFAULT: &str = "default";

impl Headers {
    /// The headers as meant: those of every site, and what is written in their place or beside them. `endpoint` is where the
    /// reply form is sent.
    pub(super) fn new(written: Option<WrittenHeaders>, endpoint: Option<&str>, base_url: &BaseUrl) -> Headers {
        let written = written.unwrap_or_default();
        let policy = written.csp.map(|policy| policy.0).filter(|policy| policy != DEFAULT);
        let mut all = vec![
            ("Content-Security-Policy".to_owned(), policy.unwrap_or_else(|| default_policy(endpoint))),
            ("Permissions-Policy".to_owned(), "camera=(), geolocation=(), microphone=()".to_owned()),
            ("Referrer-Policy".to_owned(), "strict-origin-when-cross-origin".to_owned()),
            ("X-Content-Type-Options".to_owned(), "nosniff".to_owned()),
        ];
        // It binds the whole host for a year, so it is sent only by a site that has the host to itself, and says nothing of
        // hosts below it (RFC 6797 §6.1).
        if base_url.origin.starts_with("https://") && base_url.path.is_empty() {
            all.push((TRANSPORT.to_owned(), "max-age=31536000".to_owned()));
        }
        for (name, value) in written.extra.0 {
            match all.iter_mut().find(|(known, _)| known.eq_ignore_ascii_case(&name)) {
                Some(known) => *known = (name, value.0),
                None => all.push((name, value.0)),
            }
        }
        all.sort_by_cached_key(|(name, _)| name.to_ascii_lowercase());
        Headers(all)
    }
}

/// Everything from the site itself, forms to it and to where replies are sent, no other page around it (CSP Level 3).
fn default_policy(endpoint: Option<&str>) -> String {
    let elsewhere = endpoint.and_then(origin).map(|origin| format!(" {origin}")).unwrap_or_default();
    format!(
        "default-src 'self'; base-uri 'none'; form-action 'self'{elsewhere}; frame-ancestors 'self'; object-src 'none'"
    )
}

/// Scheme, host and port of an address of another site.
fn origin(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("://").filter(|(scheme, _)| matches!(*scheme, "http" | "https"))?;
    let host = rest.split(['/', '?', '#']).next().filter(|host| !host.is_empty())?;
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':' | b'[' | b']');
    host.bytes().all(is_plain).then(|| format!("{scheme}://{host}"))
}

/// What is no header, or none of a whole site (RFC 9110 §5.5, §5.6.2).
pub(super) fn unsound(
    written: Option<&WrittenHeaders>,
    source: &Arc<Source>,
    place: impl Fn(&str, Part) -> Range<usize>,
) -> Vec<Diagnostic> {
    let Some(written) = written else { return Vec::new() };
    let is_name = |name: &str| {
        let is_token = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
        !name.is_empty() && is_token && !OF_ONE_ANSWER.iter().any(|known| known.eq_ignore_ascii_case(name))
    };
    let is_value = |value: &str| value.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    let wrong = |value: &str, at: Range<usize>| {
        Diagnostic::at(Code::BadValue, source, at)
            .with("value", value)
            .with("type", "header")
            .with("problem", "not-a-header")
    };
    let policy = written.csp.iter().filter(|policy| !is_value(policy));
    let policy = policy.map(|policy| wrong(policy, place("headers.csp", Part::Value)));
    let extra = written.extra.iter().filter_map(|(name, value)| {
        let path = format!("headers.extra.{name}");
        match (is_name(name), is_value(value)) {
            (false, _) => Some(wrong(name, place(&path, Part::Key))),
            (true, false) => Some(wrong(value, place(&path, Part::Value))),
            (true, true) => None,
        }
    });
    policy.chain(extra).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_may_be_sent_where_replies_go() {
        for (endpoint, source) in [
            (None, "form-action 'self';"),
            (Some("/kirim"), "form-action 'self';"),
            (Some("https://formulir.example:8443/a?b"), "form-action 'self' https://formulir.example:8443;"),
            (Some("https://a.example;script-src/x"), "form-action 'self';"),
            (Some("mailto:a@b.example"), "form-action 'self';"),
        ] {
            assert!(default_policy(endpoint).contains(source), "{endpoint:?}");
        }
    }

    #[test]
    fn a_host_is_bound_to_https_by_the_site_that_has_it_alone() {
        for (base_url, is_bound) in
            [("https://a.example", true), ("https://a.example/humas", false), ("http://a.example", false)]
        {
            let Headers(all) = Headers::new(None, None, &BaseUrl::parse(base_url).unwrap());
            assert_eq!(all.iter().any(|(name, _)| name == TRANSPORT), is_bound, "{base_url}");
        }
    }
}
