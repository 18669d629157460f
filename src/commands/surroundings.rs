//! What only `main` knows: the clock, and what stands at the other end of the standard streams.

use std::time::Duration;

use jiff::Timestamp;

/// Time since the program started.
pub type Stamp<'a> = &'a (dyn Fn() -> Duration + Sync);

/// The world around a command.
#[derive(Clone, Copy)]
pub struct Surroundings<'a> {
    /// The instant at which the program started.
    pub clock: Timestamp,
    /// Time since then.
    pub elapsed: Stamp<'a>,
    /// The time of day, for runs that last.
    pub wall: &'a (dyn Fn() -> Timestamp + Sync),
    /// Has something called when the program is asked to end. Soon afterwards it ends in any case.
    pub on_interrupt: &'a (dyn Fn(Box<dyn FnMut() + Send>) + Sync),
    /// Columns of the terminal that standard output is; none where it is a file or a pipe.
    pub width: Option<usize>,
    /// Whether someone sits there to be asked, and wants to hear more than errors.
    pub asks: bool,
    /// Whether someone watches standard error.
    pub watched: bool,
}
