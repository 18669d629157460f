//! Rules of materials.

use super::Judge;
use crate::diagnostic::Code;
use crate::parse::kinds::Material;

/// Files that only some programs open, and few screen readers.
const OFFICE_FILES: [&str; 6] = [".doc", ".docx", ".ppt", ".pptx", ".odp", ".odt"];

impl Judge<'_> {
    pub(super) fn material(&mut self, material: &Material) {
        let Some(file) = material.file.as_deref() else { return };
        let name = file.to_lowercase();
        let ending = OFFICE_FILES.iter().find(|ending| name.ends_with(*ending));
        if let Some(ending) = ending
            && material.accessible_version.is_none()
        {
            let finding = self.front.finding(self.source, Code::OfficeFileOnly, &["file", "berkas"]);
            self.found.push(finding.with("format", ending.trim_start_matches('.').to_uppercase()));
        }
    }
}
