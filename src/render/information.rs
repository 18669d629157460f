//! The list of public information (Daftar Informasi Publik, UU 14/2008) as CSV (RFC 4180): a line for each item that has a class.

use super::failed;
use super::view::View;
use crate::config::Lang;
use crate::diagnostic::Diagnostics;
use crate::locale::Words;
use crate::locale::date::When;
use crate::site::{Page, PageId};

/// The bytes of the list in a language: the classes in the order of the law, the items of each newest first.
///
/// # Errors
/// What the writer says; it fails only when memory does.
pub(super) fn list(view: &View, taxonomy: usize, lang: Lang) -> Result<Vec<u8>, Diagnostics> {
    let head = match view.config.language(lang).words {
        Words::Indonesian => [
            "nomor",
            "judul",
            "ringkasan",
            "klasifikasi",
            "penanggung jawab",
            "tanggal",
            "diperbarui",
            "bentuk",
            "alamat",
        ],
        Words::English => {
            ["number", "title", "summary", "class", "responsible unit", "date", "updated", "form", "address"]
        }
    };
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let mut failure = writer.write_record(head).err();
    let Some(taxonomy) = view.site.taxonomies.get(taxonomy) else { return Ok(Vec::new()) };
    let rows = taxonomy.terms.iter().flat_map(|class| class.pages_in(lang).iter().map(move |id| (class, *id)));
    for (number, (class, id)) in (1_usize..).zip(rows) {
        let page = view.site.page(id);
        let day = |when: Option<&When>| when.map(|when| when.date().to_string()).unwrap_or_default();
        let row = [
            number.to_string(),
            cell(page.title()),
            cell(page.summary().unwrap_or_default()),
            class.name(lang).to_owned(),
            cell(&unit(view, page)),
            day(page.date()),
            day(page.document.front.dates.updated.as_ref()),
            form(view, id),
            view.permalink(&page.path),
        ];
        failure = failure.or(writer.write_record(row).err());
    }
    match failure {
        Some(error) => Err(failed(error.to_string())),
        None => writer.into_inner().map_err(|error| failed(error.to_string())),
    }
}

/// A text that a spreadsheet takes for no formula.
fn cell(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text.to_owned() }
}

/// The first of the item's organisations.
fn unit(view: &View, page: &Page) -> String {
    let Some(id) = page.common().organizations.first() else { return String::new() };
    let term = view.term_by_id("organizations", id, page.lang());
    term.get_from_path("name").and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
}

/// In which form the information is there: the page, and the file of a material.
fn form(view: &View, id: PageId) -> String {
    let summary = view.summary(id);
    let format = summary.get_from_path("material.format").and_then(|format| format.as_str().map(str::to_owned));
    format.map_or_else(|| "HTML".to_owned(), |format| format!("HTML, {format}"))
}
