//! Rules of programmes.

use super::Judge;
use crate::config::Config;
use crate::parse::kinds::Programme;

impl Judge<'_> {
    pub(super) fn programme(&mut self, programme: &Programme, config: &Config) {
        let Some(period) = &programme.period else { return };
        let when = |written: &Option<crate::yaml::scalars::Dated>| {
            written.as_ref().and_then(|written| written.in_zone(&config.zone).ok())
        };
        if let (Some(start), Some(end)) = (when(&period.start), when(&period.end))
            && end.date() < start.date()
        {
            self.against("period-ends-before-start", "period.end", "period.start");
        }
    }
}
