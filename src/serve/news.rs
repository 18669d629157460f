//! What an open page is told: the events of its stream.

use serde_json::{Value, json};

use super::answer::Settings;
use super::scene::{Elsewhere, Scene, Seen};

/// An open page and what it was told already.
#[derive(Debug)]
pub struct Listener {
    /// Path in the tree.
    path: String,
    seen: Option<Seen>,
    problems: Option<String>,
    elsewhere: Option<Elsewhere>,
    touched: u64,
    edited: u64,
}

impl Listener {
    /// A page that was opened while this was shown. What happened before is no news to it, but for what it shows.
    pub fn new(path: String, seen: Option<Seen>, scene: &Scene) -> Listener {
        let (touched, edited) = (scene.touched.number, scene.edited.number);
        Listener { path, seen, problems: None, elsewhere: None, touched, edited }
    }

    /// What is new to it.
    pub fn news(&mut self, scene: &Scene, settings: &Settings) -> String {
        let mut news = String::new();
        let mut tell = |event: &str, data: Value| news.push_str(&format!("event: {event}\ndata: {data}\n\n"));
        let page = scene.render(&self.path);
        let of_page = match &page {
            Some(Ok(page)) => page.problems.as_ref(),
            Some(Err(found)) => Some(found),
            None => None,
        };
        let problems = scene.problems.as_deref().map(str::to_owned).or(of_page.map(|found| settings.told(found)));
        if problems != self.problems {
            let title = settings.messages.say("serve-broken", &[]);
            let close = settings.messages.say("serve-close", &[]);
            tell("problems", json!({ "text": problems, "title": title, "close": close }));
            self.problems = problems;
        }
        if scene.elsewhere != self.elsewhere {
            let told = scene.elsewhere.as_ref().map(|elsewhere| {
                let count = i64::try_from(elsewhere.count).unwrap_or(i64::MAX);
                let label = settings.messages.say("serve-elsewhere", &[("count", count.into())]);
                json!({ "label": label, "text": &*elsewhere.text, "close": settings.messages.say("serve-close", &[]) })
            });
            tell("elsewhere", told.unwrap_or(Value::Null));
            self.elsewhere.clone_from(&scene.elsewhere);
        }
        if scene.edited.number != self.edited {
            self.edited = scene.edited.number;
            if let Some(address) = scene.edited.value.as_deref().filter(|_| settings.follow) {
                tell("go", json!(address));
            }
        }
        if scene.touched.number != self.touched {
            self.touched = scene.touched.number;
            tell("files", json!(*scene.touched.value));
        }
        match page {
            Some(Ok(page)) => {
                let known = self.seen.replace(page.seen).unwrap_or(page.seen);
                if known.shape != page.seen.shape {
                    tell("page", Value::Null);
                } else if known.whole != page.seen.whole {
                    tell("styles", json!({ "sheets": page.sheets, "seen": page.seen.to_text() }));
                }
            }
            // It went away: the browser sees what stands in its place.
            None if scene.shown.is_some() && self.seen.take().is_some() => tell("page", Value::Null),
            None | Some(Err(_)) => {}
        }
        news
    }
}
