//! Conditions and ranges: of what is asked for, how much is sent (RFC 9110 §13, §14).

use std::ops::Range;

use http_range_header::parse_range_header;
use hyper::StatusCode;
use hyper::header::{ACCEPT_RANGES, CONTENT_RANGE, ETAG, HeaderName, IF_NONE_MATCH, IF_RANGE, RANGE};
use hyper::http::request::Parts;
use xxhash_rust::xxh3::xxh3_128;

use super::answer::{Answer, Body};
use crate::read::FileRef;

/// The bytes of an answer, or what is asked for of them.
pub(super) fn with_bytes(request: &Parts, answer: Answer) -> Answer {
    let Body::Bytes(bytes) = &answer.body else { return answer };
    let (etag, length) = (format!("\"{:032x}\"", xxh3_128(bytes)), bytes.len() as u64);
    let whole = answer.with(ETAG, etag.as_str());
    if whole.status != StatusCode::OK {
        return whole;
    }
    let part = match part(request, &etag, length) {
        Part::Unchanged => return unchanged(whole),
        Part::Unsatisfiable => return unsatisfiable(whole, length),
        Part::Whole => return whole.with(ACCEPT_RANGES, "bytes"),
        Part::Range(range) => range,
    };
    let answer = partial(whole, &part, length);
    let Body::Bytes(mut bytes) = answer.body else { return answer };
    // Both ends were held against the length.
    let (start, end) = (usize::try_from(part.start).unwrap_or(0), usize::try_from(part.end).unwrap_or(0));
    bytes.truncate(end);
    bytes.drain(..start.min(bytes.len()));
    Answer { body: Body::Bytes(bytes), ..answer }
}

/// A file, or what is asked for of it.
pub(super) fn with_file(request: &Parts, media_type: &str, file: FileRef) -> Answer {
    let etag = format!("\"{:x}-{:x}-{:x}\"", file.size, file.stamp.modified, file.stamp.inode);
    let length = file.size;
    let whole = Answer::new(StatusCode::OK, media_type, Vec::new()).with(ETAG, etag.as_str());
    let (answer, range) = match part(request, &etag, length) {
        Part::Unchanged => return unchanged(whole),
        Part::Unsatisfiable => return unsatisfiable(whole, length),
        Part::Whole => (whole.with(ACCEPT_RANGES, "bytes"), 0..length),
        Part::Range(range) => (partial(whole, &range, length), range),
    };
    Answer { body: Body::File(file, range), ..answer }
}

/// What is asked for of something.
enum Part {
    Whole,
    Range(Range<u64>),
    Unchanged,
    Unsatisfiable,
}

/// Conditions and ranges (RFC 9110 §13, §14). Several ranges at once are answered by the whole, as it allows.
fn part(request: &Parts, etag: &str, length: u64) -> Part {
    let header = |name: HeaderName| request.headers.get(name).and_then(|value| value.to_str().ok());
    let is_known = |tag: &str| tag.trim().trim_start_matches("W/") == etag || tag.trim() == "*";
    if header(IF_NONE_MATCH).is_some_and(|tags| tags.split(',').any(is_known)) {
        return Part::Unchanged;
    }
    let wanted = header(RANGE).filter(|_| header(IF_RANGE).is_none_or(|tag| tag.trim() == etag));
    let Some(Ok(ranges)) = wanted.map(parse_range_header) else { return Part::Whole };
    match ranges.validate(length) {
        Ok(ranges) => match ranges.as_slice() {
            [range] => Part::Range(*range.start()..range.end() + 1),
            _ => Part::Whole,
        },
        Err(_) => Part::Unsatisfiable,
    }
}

fn unchanged(whole: Answer) -> Answer {
    Answer { status: StatusCode::NOT_MODIFIED, body: Body::Bytes(Vec::new()), ..whole }
}

fn unsatisfiable(whole: Answer, length: u64) -> Answer {
    let answer = Answer { status: StatusCode::RANGE_NOT_SATISFIABLE, body: Body::Bytes(Vec::new()), ..whole };
    answer.with(CONTENT_RANGE, format!("bytes */{length}"))
}

fn partial(whole: Answer, range: &Range<u64>, length: u64) -> Answer {
    let said = format!("bytes {}-{}/{length}", range.start, range.end.saturating_sub(1));
    Answer { status: StatusCode::PARTIAL_CONTENT, ..whole }.with(CONTENT_RANGE, said)
}
