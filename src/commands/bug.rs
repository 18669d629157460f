//! What is said when the program itself fails: that it is not the writer's fault, where it happened, and whom to tell.

use std::any::Any;
use std::backtrace::{Backtrace, BacktraceStatus};
use std::io::{IsTerminal, Write};
use std::panic::PanicHookInfo;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::diagnostic::messages::{Messages, Tongue};

/// A hook that words a panic. Threads that fail together are told once.
pub fn hook(tongue: Tongue) -> impl Fn(&PanicHookInfo<'_>) + Send + Sync + 'static {
    let told = AtomicBool::new(false);
    move |info| {
        if told.swap(true, Ordering::Relaxed) {
            return;
        }
        let place = info.location().map_or_else(|| "?".to_owned(), ToString::to_string);
        let arguments = [
            ("place", place.into()),
            ("words", words(info.payload()).to_owned().into()),
            ("version", env!("CARGO_PKG_VERSION").into()),
            ("system", format!("{} {}", std::env::consts::OS, std::env::consts::ARCH).into()),
        ];
        let mut out = std::io::stderr().lock();
        // A bar may stand on the line.
        let fresh = if out.is_terminal() { "\r\u{1b}[K" } else { "" };
        drop(writeln!(out, "{fresh}{}", Messages::new(tongue).say("bug", &arguments)));
        let trace = Backtrace::capture();
        if trace.status() == BacktraceStatus::Captured {
            drop(writeln!(out, "{trace}"));
        }
    }
}

fn words(payload: &(dyn Any + Send)) -> &str {
    let text = payload.downcast_ref::<&str>().copied();
    text.or_else(|| payload.downcast_ref::<String>().map(String::as_str)).unwrap_or("?")
}
