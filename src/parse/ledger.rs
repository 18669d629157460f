//! `addresses.yaml`: every address that was ever published, and to what it belongs. An input like any other: it is committed with
//! the site, and only `warta record` adds to it.

use std::sync::Arc;

use crate::diagnostic::Diagnostics;
use crate::source::Source;
use crate::yaml::Entries;
use crate::yaml::{self, Id, Line, record};

record! {
    /// A published address.
    pub struct WrittenAddress {
        /// Id of the item that it belongs to. Lists, feeds and files have none.
        pub id: Option<Id>,
        /// How often the event at this address was changed in time, place or status.
        pub sequence("urutan"): Option<u64>,
        /// Fingerprint of the event's time, place and status.
        pub event("acara"): Option<Line>,
        /// Why nothing is there any more. Written by hand; the address may then be missing.
        pub gone("dihapus"): Option<Line>,
    }
}

/// All recorded addresses.
#[derive(Debug, Default)]
pub struct Ledger {
    /// The file; none when there is none.
    pub source: Option<Arc<Source>>,
    /// By address from the site's root.
    pub addresses: Entries<WrittenAddress>,
}

/// Reads the ledger.
pub fn parse(source: Option<&Arc<Source>>) -> (Ledger, Diagnostics) {
    let Some(source) = source else { return (Ledger::default(), Diagnostics::new()) };
    let read = yaml::read::<Entries<WrittenAddress>>(source, 0..source.text().len());
    (Ledger { source: Some(Arc::clone(source)), addresses: read.value }, read.diagnostics)
}
