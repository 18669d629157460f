//! Components that are printed once for equal arguments, however many pages show them: the rows of lists above all.
//!
//! Key: the component, the language and all arguments, in their order. It may be kept because a component sees nothing else, and what
//! it may call is pure in one snapshot; it is kept as long as the snapshot's templates. Arguments are told apart by value, summaries of
//! items by where they lie, as each stays at its place for as long; with any other list or map the component is printed each time.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock, Weak};

use tera::{Context, Error, ErrorKind, Tera, TeraResult, Value};
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

use super::functions::{Call, add};
use super::registry::{Registry, refusal};
use super::view::View;
use crate::config::Lang;
use crate::diagnostic::{Diagnostic, nearest};
use crate::site::PageId;

/// The argument that names the component.
const COMPONENT: &str = "component";

/// The argument that gives the language, as it does for every function.
const LANG: &str = "lang";

/// Kind of the refusal that stands for a failure within a component.
const FAILED: &str = "cached";

/// So many components may be printed within each other by this function; each may call as many more as the engine allows.
const DEEPEST: usize = 4;

thread_local! {
    /// Where this thread is; at the ground whenever it prints nothing.
    static LEVEL: Cell<Level> = const { Cell::new(Level { depth: 0, reached: 0 }) };
}

/// How many components are being printed within each other, and how many were at most since the outermost began.
#[derive(Clone, Copy)]
struct Level {
    depth: usize,
    reached: usize,
}

/// One that is being printed.
struct Printing {
    around: Level,
}

impl Printing {
    /// Goes one level down, unless it is the deepest. The engine counts only within one rendering.
    fn begin() -> Option<Printing> {
        let around = LEVEL.get();
        let depth = around.depth + 1;
        (depth <= DEEPEST).then(|| {
            LEVEL.set(Level { depth, reached: depth });
            Printing { around }
        })
    }

    /// How many levels it took so far, its own included.
    fn height(&self) -> usize {
        LEVEL.get().reached.saturating_sub(self.around.depth)
    }
}

impl Drop for Printing {
    fn drop(&mut self) {
        let reached = self.around.reached.max(LEVEL.get().reached);
        LEVEL.set(Level { reached, ..self.around });
    }
}

/// Goes as deep as something that is known went when it was printed, if it may; whether it may.
fn is_within(height: usize) -> bool {
    let level = LEVEL.get();
    let reached = level.depth + height;
    let is_within = reached <= DEEPEST;
    if is_within {
        LEVEL.set(Level { reached: level.reached.max(reached), ..level });
    }
    is_within
}

/// Whether no component is being printed around this.
fn is_outermost() -> bool {
    LEVEL.get().depth == 0
}

/// What was printed.
pub(super) struct Cached {
    view: Arc<View>,
    /// The templates, which hold the function that holds this.
    tera: OnceLock<Weak<Tera>>,
    /// Where summaries of items lie.
    summaries: OnceLock<HashSet<usize>>,
    printed: RwLock<HashMap<u128, Printed, BuildHasherDefault<Digested>>>,
    failures: Mutex<Vec<ErrorKind>>,
}

/// What a component gave: its text, or the place of its failure; and how many levels it took.
#[derive(Clone)]
struct Printed {
    text: Result<Value, usize>,
    height: usize,
}

impl Cached {
    /// Registers the function, and gives what it remembers.
    pub(super) fn register(registry: &mut Registry<'_>, view: &Arc<View>) -> Arc<Cached> {
        let cached = Arc::new(Cached {
            view: Arc::clone(view),
            tera: OnceLock::new(),
            summaries: OnceLock::new(),
            printed: RwLock::default(),
            failures: Mutex::default(),
        });
        let own = Arc::clone(&cached);
        add(registry, view, "cached", move |call| own.call(call));
        cached
    }

    /// Prints by these templates from now on.
    pub(super) fn prints_by(&self, tera: &Arc<Tera>) {
        // A second time would be another engine's, and there is one for each.
        drop(self.tera.set(Arc::downgrade(tera)));
    }

    /// The component that a call names, printed.
    pub(super) fn call(&self, call: &Call<'_>) -> TeraResult<Value> {
        let name = call.must(COMPONENT)?;
        let arguments = || call.arguments.iter().filter_map(|(name, value)| Some((name.as_str()?, value)));
        let arguments = || arguments().filter(|(name, _)| ![COMPONENT, LANG].contains(name));
        let key = key(name, call.lang, arguments());
        let known = key.and_then(|key| self.printed.read().unwrap_or_else(PoisonError::into_inner).get(&key).cloned());
        // What is too deep from here, and what failed, is printed again, so that it is refused where it would be if no other page had
        // come first.
        let stands = |printed: &Printed| if printed.text.is_ok() { is_within(printed.height) } else { is_outermost() };
        let printed = match known.filter(stands) {
            Some(printed) => printed,
            None => {
                let printed = self.print(name, call, arguments())?;
                // What failed further down may be too deep there only.
                let is_kept = printed.text.is_ok() || is_outermost();
                let mut maps = arguments().filter_map(|(_, value)| place(value));
                if let Some(key) = key.filter(|_| is_kept && maps.all(|place| self.is_summary(place))) {
                    self.printed.write().unwrap_or_else(PoisonError::into_inner).insert(key, printed.clone());
                }
                printed
            }
        };
        printed.text.map_err(|failure| refusal(FAILED, &failure.to_string(), None))
    }

    fn print<'a>(
        &self,
        name: &str,
        call: &Call<'_>,
        arguments: impl Iterator<Item = (&'a str, &'a Value)>,
    ) -> TeraResult<Printed> {
        let Some(tera) = self.tera.get().and_then(Weak::upgrade) else {
            return Err(Error::message("no component is printed while templates load"));
        };
        if tera.get_component_definition(name).is_none() {
            return Err(refusal("component", name, nearest(name, tera.get_component_names())));
        }
        let Some(printing) = Printing::begin() else { return Err(refusal("recursion", name, None)) };
        let mut context = Context::new();
        arguments.for_each(|(name, value)| context.insert_value(name.to_owned(), value.clone()));
        let mut implicit = Context::new();
        implicit.insert_value(LANG, Value::from(self.view.config.language(call.lang).code.as_str()));
        let text = match tera.render_component_with_implicits(name, &context, &implicit, None, true) {
            Ok(html) => Ok(Value::safe_string(&html)),
            Err(error) => {
                let mut failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
                failures.push(error.kind().clone());
                Err(failures.len() - 1)
            }
        };
        Ok(Printed { text, height: printing.height() })
    }

    /// What a finding about a call stands for: the failure within the component.
    pub(super) fn failure(&self, found: &Diagnostic) -> Option<Error> {
        let index: usize = found.text("name").filter(|_| found.text("problem") == Some(FAILED))?.parse().ok()?;
        let failures = self.failures.lock().unwrap_or_else(PoisonError::into_inner);
        failures.get(index).cloned().map(Error::new)
    }

    /// Whether the summary of an item lies there. It does as long as the view is there, so that no other map can.
    fn is_summary(&self, place_of_map: usize) -> bool {
        let summaries = self.summaries.get_or_init(|| {
            let ids = (0_u32..).map(PageId).take(self.view.site.pages.len());
            ids.filter_map(|id| place(&self.view.summary(id))).collect()
        });
        summaries.contains(&place_of_map)
    }
}

/// Where a map lies.
fn place(value: &Value) -> Option<usize> {
    value.as_map().map(|map| std::ptr::from_ref(map).addr())
}

/// What tells one call from all others. None where an argument is neither a plain value nor a map.
fn key<'a>(name: &str, lang: Lang, arguments: impl Iterator<Item = (&'a str, &'a Value)>) -> Option<u128> {
    let mut hash = Xxh3::new();
    let mut put = |kind: u8, bytes: &[u8]| {
        hash.update(&[kind]);
        hash.update(&(bytes.len() as u64).to_le_bytes());
        hash.update(bytes);
    };
    put(0, name.as_bytes());
    put(0, &lang.0.to_le_bytes());
    for (name, value) in arguments {
        put(0, name.as_bytes());
        if let Some(text) = value.as_str() {
            put(if value.is_safe() { 1 } else { 2 }, text.as_bytes());
        } else if let Some(is_true) = value.as_bool() {
            put(3, &[u8::from(is_true)]);
        } else if value.is_f64() {
            put(4, &value.as_f64()?.to_bits().to_le_bytes());
        } else if let Some(number) = value.as_i128() {
            put(5, &number.to_le_bytes());
        } else if value.is_none() {
            put(6, &[]);
        } else {
            put(7, &place(value)?.to_le_bytes());
        }
    }
    Some(hash.digest128())
}

/// Takes the lower half of a [`key`], which is a hash already.
#[derive(Default)]
struct Digested(u64);

impl Hasher for Digested {
    fn write_u128(&mut self, key: u128) {
        self.0 = key as u64;
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = xxh3_64(bytes);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
