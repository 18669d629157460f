//! `warta.yaml` as written → as meant, with every mistake that is in it.

use std::sync::Arc;

use super::{
    BaseUrl, CommentsConfig, Config, FeedContent, Headers, INFO_CLASS, Language, MarkdownOptions, NumberPattern,
    RawHtml, RawHtmlPolicy, Security, SiteImage, TAXONOMIES, TaxonomyConfig, UnknownKeys, Written, WrittenSecurity,
    headers, numbering,
};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, nearest};
use crate::locale::Words;
use crate::locale::date::Zone;
use crate::source::Source;
use crate::yaml::Entries;
use crate::yaml::OneOr;
use crate::yaml::fields::Record;
use crate::yaml::scalars::{Address, Flag, stays_on_site};
use crate::yaml::{self, Line, Part, Places};
/// The default language's code, from a file that may have mistakes: those are to be told in that language.
pub fn language(source: &Arc<Source>) -> Option<String> {
    let written = yaml::read::<Written>(source, 0..source.text().len()).value;
    written.language.map(|code| code.0)
}

/// Reads the configuration. `base_url` takes the place of the file's own.
pub fn resolve(source: &Arc<Source>, base_url: Option<&str>) -> (Option<Config>, Diagnostics) {
    let read = yaml::read::<Written>(source, 0..source.text().len());
    let mut found = read.diagnostics;
    let written = read.value;
    let absent = written.missing().into_iter().filter(|key| *key != "base_url" || base_url.is_none());
    found.append(yaml::missing::<Written>(source, absent, &read.unread));
    let places = Places::of_file(source);
    let place = |path: &str, part: Part| places.at(path, part).unwrap_or(0..0);

    let code = written.language.as_deref().unwrap_or("id").to_owned();
    let mut codes: Vec<&str> = vec![&code];
    codes.extend(written.languages.iter().map(|(code, _)| code).filter(|other| *other != code));
    for wrong in codes.iter().filter(|code| !is_language_tag(code)) {
        let key = if *wrong == code {
            place("language", Part::Value)
        } else {
            place(&format!("languages.{wrong}"), Part::Key)
        };
        found.push(
            Diagnostic::at(Code::BadValue, source, key)
                .with("value", *wrong)
                .with("type", "language")
                .with("problem", "not-a-language")
                .suggesting(code_of(wrong)),
        );
    }
    let languages = codes
        .iter()
        .map(|code| {
            let own = written.languages.get(code);
            let title = own.and_then(|own| own.title.as_deref()).or_else(|| per_language(written.title.as_ref(), code));
            Language {
                code: (*code).to_owned(),
                name: own.and_then(|own| own.name.as_deref()).unwrap_or_else(|| language_name(code)).to_owned(),
                title: title.unwrap_or("").to_owned(),
                description: own
                    .and_then(|own| own.description.as_deref())
                    .or_else(|| per_language(written.description.as_ref(), code))
                    .map(str::to_owned),
                words: Words::for_code(code),
            }
        })
        .collect();

    let base_text = base_url.or(written.base_url.as_deref());
    let base = base_text.and_then(BaseUrl::parse);
    if let (Some(text), None) = (base_text, &base) {
        let wrong = if base_url.is_some() {
            Diagnostic::new(Code::BadValue)
        } else {
            Diagnostic::at(Code::BadValue, source, place("base_url", Part::Value))
        };
        let wrong = wrong.with("value", text).with("type", "address").with("problem", "not-a-base-url");
        let mended = format!("https://{}", text.trim_start_matches("//"));
        let can_be = text.contains('.') && !text.contains("://") && BaseUrl::parse(&mended).is_some();
        found.push(wrong.suggesting(can_be.then_some(mended)));
    }
    let zone = match written.time_zone.as_deref().map(Zone::parse) {
        Some(Ok(zone)) => Some(zone),
        Some(Err(error)) => {
            let unknown = Diagnostic::at(Code::UnknownZone, source, place("time_zone", Part::Value))
                .with("value", error.name.as_str())
                .suggesting(error.suggestions.first().map(String::as_str));
            found.push(unknown);
            None
        }
        None => None,
    };

    let taxonomies = taxonomies(&written, &codes);
    for (name, taxonomy) in written.taxonomies.iter().flat_map(Entries::iter) {
        if let Some(path) =
            taxonomy.path.as_deref().filter(|path| !stays_on_site(path) || path.trim_matches('/').is_empty())
        {
            let at = place(&format!("taxonomies.{name}.path"), Part::Value);
            found.push(
                Diagnostic::at(Code::BadValue, source, at)
                    .with("value", path)
                    .with("type", "site path")
                    .with("problem", "not-a-part"),
            );
        }
        if !TAXONOMIES.contains(&name) {
            let key = place(&format!("taxonomies.{name}"), Part::Key);
            found.push(
                Diagnostic::at(Code::UnknownSection, source, key)
                    .with("name", name)
                    .with("what", "taxonomy")
                    .with("known", TAXONOMIES.join(", "))
                    .suggesting(nearest(name, TAXONOMIES.iter().copied())),
            );
        }
    }
    let markdown = markdown(&written);
    let image = written.image.as_ref().and_then(|image| {
        let alt = |code: &&str| per_language(image.alt.as_ref(), code).unwrap_or_default().to_owned();
        Some(SiteImage { src: image.src.as_deref()?.to_owned(), alt: codes.iter().map(alt).collect() })
    });
    let menus = codes
        .iter()
        .map(|code| {
            let own = written.menu.by_language.iter().find(|(language, _)| language == code).map(|(_, menu)| menu);
            own.unwrap_or(&written.menu.shared).clone()
        })
        .collect();
    let comments = written.comments.clone().unwrap_or_default();
    let views = written.views.clone().unwrap_or_default();
    let numbers = written.numbering.as_ref().and_then(|numbering| numbering.press_release.as_deref());
    let release_numbers = numbers.and_then(NumberPattern::parse);
    if let (Some(text), None) = (numbers, &release_numbers) {
        let at = place("numbering.press_release", Part::Value);
        let wrong = Diagnostic::at(Code::BadValue, source, at).with("value", text).with("type", "text");
        found.push(wrong.with("problem", "not-a-numbering").with("known", numbering::PARTS.join(", ")));
    }
    found.extend(headers::unsound(written.headers.as_ref(), source, place));
    let (Some(base_url), Some(zone)) = (base, zone) else { return (None, found) };
    let security = written.security.and_then(|own| security(own, &zone));
    let headers = Headers::new(written.headers, comments.endpoint.as_deref(), &base_url);
    let config = Config {
        source: Arc::clone(source),
        base_url,
        zone,
        languages,
        organization: written.organization,
        image,
        license: written.license.map(|license| license.0),
        theme: written.theme.as_deref().unwrap_or("balai").to_owned(),
        theme_options: written.theme_options.0,
        menus,
        sections: written.sections.0,
        taxonomies,
        feed_size: written.feeds.as_ref().and_then(|feeds| feeds.size).map_or(20, as_size),
        feed_content: written.feeds.as_ref().and_then(|feeds| feeds.content).unwrap_or(FeedContent::Full),
        markdown,
        comments: CommentsConfig {
            endpoint: comments.endpoint.map(|address| address.0),
            mailto: comments.mailto.map(|address| address.0),
            close_after_days: comments.close_after_days,
        },
        show_views: views.show.is_none_or(|flag| flag.0),
        views_file: views.file.map_or_else(|| "data/views.yaml".to_owned(), |file| file.0),
        release_numbers,
        security,
        unknown_keys: written.front_matter.and_then(|front| front.unknown).unwrap_or(UnknownKeys::Error),
        headers,
        output: written.output.map_or_else(|| "public".to_owned(), |output| output.0),
        places,
    };
    (Some(config), found)
}

/// None where something of it is missing, which has been told.
fn security(own: WrittenSecurity, zone: &Zone) -> Option<Security> {
    let of = |address: Option<Address>| address.map(|address| address.0);
    Some(Security {
        contacts: own.contacts.into_iter().map(|contact| contact.0).collect(),
        expires: own.expires?.in_zone(zone).ok()?.end_instant(),
        policy: of(own.policy),
        encryption: of(own.encryption),
        acknowledgments: of(own.acknowledgments),
    })
}

fn taxonomies(written: &Written, codes: &[&str]) -> Vec<TaxonomyConfig> {
    let entries = written.taxonomies.iter().flat_map(Entries::iter);
    let mut all: Vec<TaxonomyConfig> = entries
        .filter(|(name, _)| TAXONOMIES.contains(name))
        .map(|(name, taxonomy)| {
            let is_information = name == INFO_CLASS;
            let default = if is_information { "informasi-publik" } else { name };
            TaxonomyConfig {
                name: name.to_owned(),
                path: taxonomy.path.as_deref().unwrap_or(default).trim_matches('/').to_owned(),
                terms: taxonomy.terms.as_deref().filter(|_| !is_information).map(str::to_owned),
                closed: is_information || taxonomy.closed.is_some_and(|flag| flag.0),
                titles: codes
                    .iter()
                    .map(|code| per_language(taxonomy.title.as_ref(), code).map(str::to_owned))
                    .collect(),
            }
        })
        .collect();
    if all.iter().all(|taxonomy| taxonomy.name != INFO_CLASS) {
        all.push(TaxonomyConfig {
            name: INFO_CLASS.to_owned(),
            path: "informasi-publik".to_owned(),
            terms: None,
            closed: true,
            titles: vec![None; codes.len()],
        });
    }
    all
}

fn markdown(written: &Written) -> MarkdownOptions {
    let defaults = MarkdownOptions::default();
    let own = written.markdown.clone().unwrap_or_default();
    let flag = |flag: Option<Flag>, default: bool| flag.map_or(default, |flag| flag.0);
    let level = |index: usize, default: u8| {
        own.toc_depth.get(index).map_or(default, |level| u8::try_from(*level).unwrap_or(6).clamp(1, 6))
    };
    MarkdownOptions {
        extensions: true,
        smart_quotes: flag(own.smart_quotes, defaults.smart_quotes),
        linkify: flag(own.linkify, defaults.linkify),
        heading_anchors: flag(own.heading_anchors, defaults.heading_anchors),
        toc_depth: (level(0, defaults.toc_depth.0), level(1, defaults.toc_depth.1)),
        raw_html: match own.raw_html {
            Some(RawHtmlPolicy::Forbid) => RawHtml::Forbid,
            _ => RawHtml::AllowList,
        },
        highlight: written.highlight.as_ref().and_then(|highlight| highlight.enabled).is_none_or(|flag| flag.0),
    }
}

fn per_language<'a>(value: Option<&'a OneOr<Line, Entries<Line>>>, code: &str) -> Option<&'a str> {
    match value? {
        OneOr::One(line) => Some(line),
        OneOr::Record(entries) => {
            entries.get(code).or_else(|| entries.0.first().map(|(_, line)| line)).map(|line| &**line)
        }
    }
}

/// Letters and digits in parts of at most eight, joined by hyphens (RFC 5646 §2.1).
fn is_language_tag(code: &str) -> bool {
    let mut parts = code.split('-');
    parts
        .next()
        .is_some_and(|first| (2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_lowercase()))
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// The code of a language that is written as a word.
fn code_of(word: &str) -> Option<&'static str> {
    match word.to_lowercase().as_str() {
        "indonesia" | "bahasa" | "bahasa indonesia" | "indonesian" => Some("id"),
        "english" | "inggris" | "bahasa inggris" => Some("en"),
        "jawa" | "basa jawa" | "bahasa jawa" | "javanese" => Some("jv"),
        "sunda" | "basa sunda" | "bahasa sunda" | "sundanese" => Some("su"),
        "melayu" | "bahasa melayu" | "malay" => Some("ms"),
        _ => None,
    }
}

fn language_name(code: &str) -> &str {
    match code.split('-').next().unwrap_or(code) {
        "id" => "Indonesia",
        "en" => "English",
        "jv" => "Basa Jawa",
        "su" => "Basa Sunda",
        "ms" => "Bahasa Melayu",
        _ => code,
    }
}

/// A size as written, for lists in memory.
pub fn as_size(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX).max(1)
}
