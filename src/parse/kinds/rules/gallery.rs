//! Rules of galleries.

use super::Judge;
use crate::parse::kinds::Gallery;

impl Judge<'_> {
    pub(super) fn gallery(&mut self, gallery: &Gallery) {
        if gallery.download.is_some_and(|flag| flag.0) && gallery.license.is_none() && !self.unread.has("license") {
            self.broken("download-without-licence", &["download", "unduh"]);
        }
        for (index, photo) in gallery.photos.iter().enumerate() {
            let consents = photo.consent.is_some_and(|flag| flag.0);
            if photo.minors.is_some_and(|flag| flag.0) && !consents {
                self.broken("minors-without-consent", &[&format!("photos[{index}].minors")]);
            }
        }
    }
}
