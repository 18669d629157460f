//! Comments in reading order: each answer below what it answers.

use std::collections::BTreeMap;

use crate::parse::Comment;

/// Deeper answers are shown at this depth: narrow columns help nobody.
const MAX_DEPTH: usize = 3;

/// Comments in reading order with their depth, counted from 0. An answer to a comment that is not shown starts a thread.
pub fn in_order(comments: &[Comment]) -> Vec<(&Comment, usize)> {
    let shown: BTreeMap<&str, usize> =
        comments.iter().enumerate().map(|(index, own)| (own.id.as_str(), index)).collect();
    let mut answers: Vec<Vec<usize>> = vec![Vec::new(); comments.len()];
    let mut roots = Vec::new();
    for (index, comment) in comments.iter().enumerate() {
        // Only an earlier comment can be answered, so there is no circle.
        let parent = comment.reply_to.as_deref().and_then(|id| shown.get(id)).filter(|parent| **parent < index);
        match parent.and_then(|parent| answers.get_mut(*parent)) {
            Some(list) => list.push(index),
            None => roots.push(index),
        }
    }
    let mut ordered = Vec::with_capacity(comments.len());
    let mut stack: Vec<(usize, usize)> = roots.into_iter().rev().map(|index| (index, 0)).collect();
    while let Some((index, depth)) = stack.pop() {
        if let Some(comment) = comments.get(index) {
            ordered.push((comment, depth.min(MAX_DEPTH)));
        }
        let below = answers.get(index).map(Vec::as_slice).unwrap_or_default();
        stack.extend(below.iter().rev().map(|answer| (*answer, depth + 1)));
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_follow_what_they_answer() {
        let comment = |id: &str, reply_to: Option<&str>| Comment {
            id: id.to_owned(),
            reply_to: reply_to.map(str::to_owned),
            author: None,
            url: None,
            at: None,
            body: String::new(),
            official: None,
        };
        let comments = [
            comment("a", None),
            comment("b", None),
            comment("c", Some("a")),
            comment("d", Some("c")),
            comment("e", Some("x")),
        ];
        let order: Vec<(&str, usize)> =
            in_order(&comments).into_iter().map(|(own, depth)| (own.id.as_str(), depth)).collect();
        assert_eq!(order, [("a", 0), ("c", 1), ("d", 2), ("b", 0), ("e", 0)]);
    }
}
