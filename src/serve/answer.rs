//! A request → what is answered. No file system here but for files that the site publishes: an address is looked up among the
//! outputs of the snapshot, so that no spelling of it leads anywhere else.

use std::net::{IpAddr, SocketAddr};
use std::ops::Range;

use hyper::header::{
    ALLOW, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, HeaderName, LOCATION,
    REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, TRANSFER_ENCODING, X_CONTENT_TYPE_OPTIONS,
};
use hyper::http::request::Parts;
use hyper::{Method, StatusCode};
use percent_encoding::percent_decode_str;

use super::part::{with_bytes, with_file};
use super::scene::{Page, Scene, Seen};
use crate::diagnostic::Diagnostics;
use crate::diagnostic::messages::Messages;
use crate::diagnostic::print::{Format, Printer, Style};
use crate::formats::media;
use crate::plan::{Old, Recipe};
use crate::read::FileRef;
use crate::read::picture;
use crate::render::Content;

/// What holds for every answer.
#[derive(Debug)]
pub struct Settings {
    /// Pages get the script that loads them again.
    pub reload: bool,
    /// The browser goes to the page that was edited.
    pub follow: bool,
    /// The name under which the server was asked to listen, if it is a name.
    pub name: Option<String>,
    /// The words of what the server says itself.
    pub messages: Messages,
}

impl Settings {
    /// Findings for people, without colours.
    pub fn told(&self, found: &Diagnostics) -> String {
        let style = Style { color: false, width: 100 };
        let printer = Printer { messages: &self.messages, style, root: "." };
        printer.print(&found.clone().sorted(), Format::Human).trim_end().to_owned()
    }

    fn say(&self, id: &str) -> String {
        self.messages.say(id, &[])
    }
}

/// The address below which the preview's own files lie, from the site's own path.
pub const OWN: &str = "/__warta/";

const SCRIPT: &str = include_str!("client/live.js");
const STYLE: &str = include_str!("client/live.css");

/// The content security policy of what the server says while there is no site to be shown.
const POLICY: &str = "default-src 'self'";

/// An answer, before it is sent.
#[derive(Debug)]
pub struct Answer {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: Vec<(HeaderName, String)>,
    /// What follows them.
    pub body: Body,
}

/// What follows the headers.
#[derive(Debug)]
pub enum Body {
    /// Bytes.
    Bytes(Vec<u8>),
    /// A part of a file.
    File(FileRef, Range<u64>),
    /// News of a page, without end: the path in the tree that it is at, and what the browser has of it.
    News(String, Option<Seen>),
}

impl Answer {
    pub(super) fn new(status: StatusCode, media_type: &str, body: Vec<u8>) -> Answer {
        let headers = vec![
            (CONTENT_TYPE, media_type.to_owned()),
            (CONTENT_SECURITY_POLICY, POLICY.to_owned()),
            (X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
            // What is not public yet is shown here, and to no page of others.
            (HeaderName::from_static("cross-origin-resource-policy"), "same-origin".to_owned()),
            (REFERRER_POLICY, "strict-origin-when-cross-origin".to_owned()),
            // Asked for anew each time, and sent anew only when it changed.
            (CACHE_CONTROL, "no-cache".to_owned()),
        ];
        Answer { status, headers, body: Body::Bytes(body) }
    }

    fn plain(status: StatusCode, text: String) -> Answer {
        Answer::new(status, "text/plain; charset=utf-8", format!("{text}\n").into_bytes())
    }

    pub(super) fn with(mut self, name: HeaderName, value: impl Into<String>) -> Answer {
        self.headers.push((name, value.into()));
        self
    }

    /// The answer with the headers that servers send for the site. Left out is what would bind this host for a year, or let pages
    /// of others read drafts.
    fn with_headers_of(mut self, scene: &Scene) -> Answer {
        let own = scene.shown.iter().flat_map(|shown| &shown.config().headers.0);
        for (name, value) in own {
            let Ok(name) = HeaderName::from_bytes(name.as_bytes()) else { continue };
            let is_kept_back = name == STRICT_TRANSPORT_SECURITY
                || ["access-control-", "cross-origin-"].iter().any(|start| name.as_str().starts_with(start));
            if is_kept_back {
                continue;
            }
            match self.headers.iter_mut().find(|(known, _)| *known == name) {
                Some(known) => known.1.clone_from(value),
                None => self.headers.push((name, value.clone())),
            }
        }
        self
    }

    /// The length of what follows, where it has one.
    pub fn length(&self) -> Option<u64> {
        match &self.body {
            Body::Bytes(bytes) => Some(bytes.len() as u64),
            Body::File(_, range) => Some(range.end - range.start),
            Body::News(..) => None,
        }
    }
}

/// A request, and what it is answered from.
struct Asked<'a> {
    scene: &'a Scene,
    settings: &'a Settings,
    request: &'a Parts,
}

/// Answers a request.
pub fn answer(scene: &Scene, settings: &Settings, request: &Parts) -> Answer {
    let asked = Asked { scene, settings, request };
    let answer = asked.refusal().unwrap_or_else(|| asked.at_address());
    let answer = answer.with_headers_of(scene);
    match answer.length() {
        Some(length) if answer.status != StatusCode::NOT_MODIFIED => answer.with(CONTENT_LENGTH, length.to_string()),
        _ => answer,
    }
}

impl Asked<'_> {
    /// Why a request is not looked at.
    fn refusal(&self) -> Option<Answer> {
        let Asked { settings, request, .. } = self;
        let host = request.headers.get(HOST).and_then(|host| host.to_str().ok());
        if !host.is_some_and(|host| is_own(host, settings.name.as_deref())) {
            return Some(Answer::plain(StatusCode::MISDIRECTED_REQUEST, settings.say("serve-other-host")));
        }
        if request.method != Method::GET && request.method != Method::HEAD {
            let refused = Answer::plain(StatusCode::METHOD_NOT_ALLOWED, settings.say("serve-reads-only"));
            return Some(refused.with(ALLOW, "GET, HEAD"));
        }
        let length = request.headers.get(CONTENT_LENGTH);
        if length.is_some_and(|length| length != "0") || request.headers.contains_key(TRANSFER_ENCODING) {
            return Some(Answer::plain(StatusCode::PAYLOAD_TOO_LARGE, settings.say("serve-reads-only")));
        }
        None
    }

    fn at_address(&self) -> Answer {
        let Asked { scene, settings, request } = self;
        if let Some(answer) = self.old_address() {
            return answer;
        }
        let Ok(path) = percent_decode_str(request.uri.path()).decode_utf8() else {
            return Answer::plain(StatusCode::BAD_REQUEST, settings.say("serve-bad-address"));
        };
        let base = scene.address("");
        let Some(local) = path.strip_prefix(base.as_str()).filter(|rest| rest.starts_with('/')) else {
            // The site lies under a path of its own; its door is the only thing outside.
            return if matches!(path.as_ref(), "/") || path == base {
                to(format!("{base}/"))
            } else {
                Answer::plain(StatusCode::NOT_FOUND, format!("{} {base}/", settings.say("serve-outside")))
            };
        };
        if let Some(own) = local.strip_prefix(OWN).filter(|_| settings.reload) {
            return self.own_file(own);
        }
        match found(scene, local) {
            Found::At(path) => {
                self.output(StatusCode::OK, &path).unwrap_or_else(|| self.missing(StatusCode::NOT_FOUND, local))
            }
            Found::Slash => {
                let query = request.uri.query().map(|query| format!("?{query}")).unwrap_or_default();
                to(format!("{}/{query}", request.uri.path().trim_end_matches('/')))
            }
            Found::Nothing => self.missing(StatusCode::NOT_FOUND, local),
        }
    }

    /// What servers are told to answer at an old address (`formats/server/`).
    fn old_address(&self) -> Option<Answer> {
        let Asked { scene, request, .. } = self;
        let shown = scene.shown.as_ref()?;
        let local = request.uri.path_and_query()?.as_str().strip_prefix(scene.address("").as_str())?;
        let (old, moves) = (Old::of_link(local)?, &shown.plan().moves);
        if let Some(id) = moves.target(&old) {
            return Some(to(scene.address(&shown.site().page(id).path)));
        }
        moves.is_gone(&old).then(|| self.missing(StatusCode::GONE, local))
    }

    /// The output at a path in the tree, if there is one.
    fn output(&self, status: StatusCode, path: &str) -> Option<Answer> {
        Some(match self.scene.render(path)? {
            Ok(page) => self.page(status, path, page),
            Err(problems) => self.broken(&self.settings.told(&problems)),
        })
    }

    /// The preview's own files.
    fn own_file(&self, name: &str) -> Answer {
        let status = StatusCode::OK;
        match name {
            "live.js" => Answer::new(status, "text/javascript; charset=utf-8", SCRIPT.as_bytes().to_vec()),
            "live.css" => Answer::new(status, "text/css; charset=utf-8", STYLE.as_bytes().to_vec()),
            "news" => {
                let of_query = |wanted: &str| {
                    let parts = self.request.uri.query().unwrap_or("").split('&');
                    let mut values = parts.filter_map(|part| part.strip_prefix(wanted)?.strip_prefix('='));
                    values.next().map(|value| percent_decode_str(value).decode_utf8_lossy().into_owned())
                };
                let path = page_at(self.scene, &of_query("page").unwrap_or_default());
                let seen = of_query("seen").and_then(|seen| Seen::from_text(&seen));
                let answer = Answer::new(status, "text/event-stream", Vec::new());
                Answer { body: Body::News(path, seen), ..answer }
            }
            _ => Answer::plain(StatusCode::NOT_FOUND, name.to_owned()),
        }
    }

    /// The page for what does not exist, in the language of the address.
    fn missing(&self, status: StatusCode, local: &str) -> Answer {
        if self.scene.shown.is_none() {
            return self.broken(self.scene.problems.as_deref().unwrap_or_default());
        }
        let page = self.output(status, &not_found(self.scene, local));
        page.unwrap_or_else(|| Answer::plain(status, self.settings.say("serve-nothing")))
    }

    /// A page that could not be made: what is wrong, and it goes by itself when that is mended.
    fn broken(&self, problems: &str) -> Answer {
        let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
        let title = escaped(&self.settings.say("serve-broken"));
        let base = self.scene.address("");
        let (script, style) = if self.settings.reload {
            (self.tag(Seen::default()), format!("<link rel=\"stylesheet\" href=\"{base}{OWN}live.css\">"))
        } else {
            (String::new(), String::new())
        };
        let lang = self.settings.say("serve-lang");
        let html = format!(
            "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n{style}\n</head>\n\
             <body>\n<main class=\"problems\">\n<h1>{title}</h1>\n<pre>{}</pre>\n</main>\n{script}</body>\n</html>\n",
            escaped(problems)
        );
        Answer::new(StatusCode::INTERNAL_SERVER_ERROR, "text/html; charset=utf-8", html.into_bytes())
    }

    /// The preview's script, with what the browser has of the page.
    fn tag(&self, seen: Seen) -> String {
        format!("<script src=\"{}{OWN}live.js\" data-seen=\"{}\"></script>\n", self.scene.address(""), seen.to_text())
    }

    fn page(&self, status: StatusCode, path: &str, page: Page) -> Answer {
        let media_type = media::of(path);
        let bytes = match page.content {
            Content::File(file) => return with_file(self.request, &media_type, file),
            Content::Picture(file, _) => match picture::published(&file) {
                Ok(Some(bytes)) => bytes,
                // It is being changed, or gone; the next look will tell.
                Ok(None) | Err(_) => return Answer::plain(StatusCode::NOT_FOUND, file.shown()),
            },
            Content::Shared(bytes) => bytes.to_vec(),
            Content::Bytes(bytes) if page.is_html && self.settings.reload => with_script(bytes, &self.tag(page.seen)),
            Content::Bytes(bytes) => bytes,
        };
        with_bytes(self.request, Answer::new(status, &media_type, bytes))
    }
}

/// Sends a browser on, for now: what stands where may change with the next edit.
fn to(address: String) -> Answer {
    Answer::plain(StatusCode::FOUND, String::new()).with(LOCATION, address)
}

/// Whether a `Host` is this server. A name of elsewhere that was made to lead here (DNS rebinding) would let the pages of
/// strangers read drafts; a number cannot be rebound.
fn is_own(host: &str, name: Option<&str>) -> bool {
    if host.parse::<SocketAddr>().is_ok() || host.trim_matches(['[', ']']).parse::<IpAddr>().is_ok() {
        return true;
    }
    let bare = match host.rsplit_once(':') {
        Some((bare, port)) if port.parse::<u16>().is_ok() => bare,
        Some(_) => return false,
        None => host,
    };
    let bare = bare.trim_end_matches('.').to_ascii_lowercase();
    bare == "localhost" || bare.ends_with(".localhost") || name.is_some_and(|name| name.eq_ignore_ascii_case(&bare))
}

/// Where an address leads.
enum Found {
    /// To an output.
    At(String),
    /// To one, with a slash at its end.
    Slash,
    Nothing,
}

fn found(scene: &Scene, local: &str) -> Found {
    let path = local.strip_prefix('/').unwrap_or(local);
    let index = |folder: &str| format!("{folder}index.html");
    if path.is_empty() || path.ends_with('/') {
        let path = index(path);
        return if scene.has(&path) { Found::At(path) } else { Found::Nothing };
    }
    if scene.has(path) {
        return Found::At(path.to_owned());
    }
    if scene.has(&index(&format!("{path}/"))) { Found::Slash } else { Found::Nothing }
}

/// The path in the tree of the page that a browser is at; that of the page for what does not exist where there is none.
pub fn page_at(scene: &Scene, address: &str) -> String {
    let decoded = percent_decode_str(address).decode_utf8_lossy();
    let base = scene.address("");
    let local = decoded.strip_prefix(base.as_str()).unwrap_or("/");
    match found(scene, local) {
        Found::At(path) => path,
        _ => not_found(scene, local),
    }
}

/// Path in the tree of the page for what does not exist, in the language of an address.
fn not_found(scene: &Scene, local: &str) -> String {
    let Some(shown) = &scene.shown else { return String::new() };
    let config = shown.config();
    let of_language = |output: &crate::plan::Output| match output.recipe {
        Recipe::NotFound(lang) => {
            let prefix = config.lang_prefix(lang);
            local.starts_with(&format!("{prefix}/")).then(|| (prefix.len(), output.path.clone()))
        }
        _ => None,
    };
    shown.plan().outputs.iter().filter_map(of_language).max().map_or_else(String::new, |(_, path)| path.to_string())
}

/// The page with the script at its end.
fn with_script(mut html: Vec<u8>, tag: &str) -> Vec<u8> {
    const END: &[u8] = b"</body>";
    let at = html.windows(END.len()).rposition(|part| part.eq_ignore_ascii_case(END)).unwrap_or(html.len());
    html.splice(at..at, tag.bytes());
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calendars_and_pages_have_their_types() {
        for (path, wanted) in [
            ("acara/a/acara.ics", "text/calendar; charset=utf-8"),
            ("a/index.html", "text/html; charset=utf-8"),
            ("a.png", "image/png"),
        ] {
            assert_eq!(media::of(path), wanted);
        }
    }

    #[test]
    fn strangers_names_are_not_answered() {
        for own in ["localhost", "localhost:1111", "127.0.0.1:80", "[::1]:1111", "192.168.1.5:1111", "warta.localhost"]
        {
            assert!(is_own(own, None), "{own}");
        }
        for other in ["jahat.example", "jahat.example:1111", "localhost.jahat.example", "127.0.0.1.nip.io", "", "a:b:c"]
        {
            assert!(!is_own(other, None), "{other}");
        }
        assert!(is_own("humas.lokal:1111", Some("humas.lokal")));
    }

    #[test]
    fn the_script_stands_at_the_end() {
        let html = with_script(b"<body>a</body></html>".to_vec(), "<script>");
        assert_eq!(html, b"<body>a<script></body></html>");
        assert_eq!(with_script(b"a".to_vec(), "b"), b"ab");
    }
}
