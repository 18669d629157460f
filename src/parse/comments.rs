//! Comments of readers: `<item>.komentar.yaml` beside an item, or `komentar.yaml` in a bundle.
//!
//! Personal data other than a name have no key here, so writing one is an error: an address or an IP number cannot be
//! published by mistake.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::proofreading;
use super::proofreading::personal::{self, Kind};
use super::proofreading::quotes::{self, Lonely};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, nearest};
use crate::locale::date::When;
use crate::read;
use crate::source::{Location, Source};
use crate::yaml::scalars::{Address, Dated, Prose};
use crate::yaml::{self, Id, Line, Part, Places, Typed, record, words};

words! {
    /// What was decided about a comment.
    pub enum CommentStatus named "comment status" {
        /// Nothing yet.
        Pending = "pending" / "menunggu",
        /// It is shown.
        Approved = "approved" / "disetujui",
        /// It is not.
        Rejected = "rejected" / "ditolak",
        /// It is advertising.
        Spam = "spam",
    }
}

record! {
    /// Who wrote a comment.
    pub struct Author {
        /// The name they gave.
        pub name("nama"): Option<Line>,
        /// Their site.
        pub url("alamat"): Option<Address>,
    }
}

record! {
    /// Who decided, when and why.
    pub struct Moderated {
        /// Who.
        pub by("oleh"): Option<Line>,
        /// When.
        pub at("pada"): Option<Dated>,
        /// Why.
        pub reason("alasan"): Option<Line>,
    }
}

record! {
    /// A comment as written.
    pub struct WrittenComment {
        /// A name that never changes, unique in the file.
        pub id [required]: Option<Id>,
        /// Id of an earlier comment that it answers.
        pub reply_to("membalas"): Option<Id>,
        /// Who wrote it. Left out only where the item has `import` or `official` answers: then it is not known, or is the office.
        pub author("penulis"): Option<Author>,
        /// When. Left out only where the item has `import`: then it is not known.
        pub at("pada"): Option<Dated>,
        /// The words, at most 5,000 characters. Shown as paragraphs and bare links; everything else is text.
        pub body("isi") [required]: Option<Prose>,
        /// What was decided. Only `approved` is published.
        pub status [required]: Option<CommentStatus>,
        /// Id of the organisation that answers officially.
        pub official("resmi"): Option<Id>,
        /// Who decided. For the office; no page shows it.
        pub moderated("moderasi"): Option<Moderated>,
    }
}

/// A comment that may be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Comment {
    /// A name that never changes.
    pub id: String,
    /// The comment that it answers.
    pub reply_to: Option<String>,
    /// Who wrote it; none when it is not known.
    pub author: Option<String>,
    /// Their site.
    pub url: Option<String>,
    /// When; none when it is not known.
    pub at: Option<When>,
    /// The words.
    pub body: String,
    /// The organisation that answers officially.
    pub official: Option<String>,
}

/// The comments of one item.
#[derive(Debug)]
pub struct CommentsFile {
    /// The file.
    pub source: Arc<Source>,
    /// Key of the item: folder and name.
    pub item: String,
    /// Those that were approved, in the order of the file.
    pub approved: Vec<Comment>,
    /// Places in the file of approved ones that lack a name or a date, and what they lack.
    unsigned: Vec<(usize, &'static str)>,
    /// What is odd about their words. How much it weighs depends on the item.
    pub oddities: Diagnostics,
}

impl CommentsFile {
    /// What is wrong where the item was not taken over from elsewhere: then it is known who wrote a comment, and when.
    pub fn unsigned(&self) -> Diagnostics {
        let places = Places::of_file(&self.source);
        let told = self.unsigned.iter().map(|(index, lacks)| {
            let place = places.at(&format!("[{index}].id"), Part::Value).unwrap_or(0..0);
            Diagnostic::at(Code::CommentUnsigned, &self.source, place).with("problem", *lacks)
        });
        told.collect()
    }
}

/// More characters than this are no comment.
const MAX_BODY: usize = 5000;

/// Parses a file of comments.
pub fn parse(source: &Arc<Source>, config: &Config) -> (CommentsFile, Diagnostics) {
    let read = yaml::read::<Vec<WrittenComment>>(source, 0..source.text().len());
    let mut found = read.diagnostics;
    let places = Places::of_file(source);
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    if !found.has_errors() {
        for (index, comment) in read.value.iter().enumerate() {
            let at = |path: &str| places.at(&format!("[{index}]{path}"), Part::Value).unwrap_or(0..0);
            if comment.body.as_ref().is_some_and(|body| body.chars().count() > MAX_BODY) {
                found.push(Diagnostic::at(Code::RuleBroken, source, at(".body")).with("rule", "comment-too-long"));
            }
            if let Some(id) = comment.id.as_deref()
                && !seen.insert(id)
            {
                let first = read.value.iter().position(|other| other.id == comment.id).unwrap_or(0);
                let first = Location::new(source, places.at(&format!("[{first}].id"), Part::Value).unwrap_or(0..0));
                let twice = Diagnostic::at(Code::DuplicateId, source, at(".id")).with("id", id);
                found.push(twice.with("problem", "comment").related(first));
            }
            if let Some(reply_to) = comment.reply_to.as_deref()
                && !seen.contains(reply_to)
            {
                let unknown = Diagnostic::at(Code::UnknownItem, source, at(".reply_to")).with("id", reply_to);
                let near = nearest(reply_to, seen.iter().copied());
                found.push(unknown.with("problem", "comment").suggesting(near));
            }
        }
    }
    let is_approved = |comment: &&WrittenComment| comment.status == Some(CommentStatus::Approved);
    let approved = read.value.iter().filter(is_approved).filter_map(|comment| shown(comment, config)).collect();
    let numbered = read.value.iter().enumerate().filter(|(_, comment)| is_approved(comment));
    // What is wrong in a file hides what it says.
    let numbered = numbered.filter(|_| !found.has_errors());
    let unsigned = numbered.filter_map(|(index, comment)| Some((index, lacks(comment)?))).collect();
    let mut oddities = Diagnostics::new();
    for (index, comment) in read.value.iter().enumerate().filter(|(_, comment)| is_approved(comment)) {
        let at = |path: &str| places.named(&Vec::<WrittenComment>::shape().names(&format!("[{index}].{path}")));
        let (wrong, odd) = proofread(source, comment, at);
        found.append(wrong);
        oddities.append(odd);
    }
    let comments = CommentsFile { source: Arc::clone(source), item: item(&source.path), approved, unsigned, oddities };
    (comments, found)
}

/// What a comment lacks of name and date. The organisation that answers is a name.
fn lacks(comment: &WrittenComment) -> Option<&'static str> {
    let has_name = comment.author.as_ref().is_some_and(|author| author.name.is_some()) || comment.official.is_some();
    match (has_name, comment.at.is_some()) {
        (true, true) => None,
        (false, true) => Some("name"),
        (true, false) => Some("date"),
        (false, false) => Some("both"),
    }
}

/// What must not be published of a comment, and what is odd about it.
fn proofread(
    source: &Arc<Source>,
    comment: &WrittenComment,
    at: impl Fn(&str) -> Option<Range<usize>>,
) -> (Diagnostics, Diagnostics) {
    let (mut wrong, mut odd) = (Diagnostics::new(), Diagnostics::new());
    let name = comment.author.as_ref().and_then(|author| author.name.as_deref());
    for (path, text) in [("author.name", name), ("body", comment.body.as_deref())] {
        let Some(text) = text else { continue };
        // An office that answers says how it is reached.
        let is_wrong = |kind: &Kind| *kind != Kind::Email || comment.official.is_none();
        let find = |text: &str| personal::in_comment(text);
        for (place, kind) in proofreading::in_value(source, || at(path), text, find) {
            if is_wrong(&kind) {
                let finding = Diagnostic::at(Code::PersonalData, source, place).with("problem", kind.word());
                wrong.push(finding.with("where", "comment"));
            }
        }
    }
    let body = comment.body.as_deref().unwrap_or("");
    if quotes::may_hold_marks(body) {
        let find = |text: &str| -> Vec<(Range<usize>, Lonely)> {
            quotes::unbalanced([(0, text)]).into_iter().map(|lonely| (lonely.range(), lonely)).collect()
        };
        for (place, lonely) in proofreading::in_value(source, || at("body"), body, find) {
            let finding = Diagnostic::at(Code::UnbalancedQuotes, source, place).with("problem", lonely.word());
            odd.push(finding.with("mark", lonely.mark.to_string()));
        }
    }
    (wrong, odd)
}

fn shown(comment: &WrittenComment, config: &Config) -> Option<Comment> {
    let author = comment.author.as_ref();
    Some(Comment {
        id: comment.id.as_ref()?.0.clone(),
        reply_to: comment.reply_to.as_ref().map(|id| id.0.clone()),
        author: author.and_then(|author| author.name.as_ref()).map(|name| name.0.clone()),
        url: author.and_then(|author| author.url.as_ref()).map(|url| url.0.clone()),
        at: comment.at.as_ref().and_then(|at| at.in_zone(&config.zone).ok()),
        body: comment.body.as_ref()?.0.clone(),
        official: comment.official.as_ref().map(|id| id.0.clone()),
    })
}

/// The key of the item that a file of comments belongs to.
pub fn item(path: &str) -> String {
    let path = path.strip_prefix(read::CONTENT).map_or(path, |rest| rest.trim_start_matches('/'));
    let path = path.strip_suffix("komentar.yaml").unwrap_or(path);
    path.trim_end_matches(['.', '/']).to_owned()
}
