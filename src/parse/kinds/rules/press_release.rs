//! What a release's own file can be judged by: what its type requires, and its number.

use super::Judge;
use crate::config::{Config, NumberPattern};
use crate::diagnostic::Code;
use crate::parse::kinds::PressRelease;
use crate::parse::kinds::press_release::ReleaseType;

impl Judge<'_> {
    pub(super) fn press_release(&mut self, release: &PressRelease, config: &Config) {
        match release.release_type {
            Some(ReleaseType::SiaranPers) => self.require("number", release.number.is_some()),
            Some(ReleaseType::Sambutan) => self.require("delivered", release.delivered.is_some()),
            Some(ReleaseType::UndanganMedia) => self.require("media_invite", release.media_invite.is_some()),
            Some(ReleaseType::HakJawab) => self.require("replies_to", release.replies_to.is_some()),
            // An explanation may answer what was said elsewhere.
            Some(ReleaseType::Klarifikasi) => self.expect("replies_to"),
            Some(ReleaseType::Berita | ReleaseType::Pernyataan) | None => {}
        }
        if let (Some(number), Some(pattern)) = (&release.number, &config.release_numbers) {
            self.number(number, pattern);
        }
    }

    /// A number is written as all others are.
    fn number(&mut self, number: &str, pattern: &NumberPattern) {
        let Some(date) = self.front.dates.date.as_ref().map(|date| date.date()) else { return };
        if !pattern.fits(number, date) {
            let finding = self.front.finding(self.source, Code::NumberPattern, &["number"]);
            let finding = finding.with("number", number).with("pattern", pattern.as_str());
            self.found.push(finding.suggesting(pattern.mended(number, date)));
        }
    }
}
