//! What an input is rendered with: a stub in the place of a site, or the small site in `fuzz/site`.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use warta::config::Config;
use warta::diagnostic::{Code, Diagnostic, Diagnostics};
use warta::parse::components::{ComponentCall, Literal};
use warta::pipeline::{self, Kept};
use warta::read::{self, Sources};
use warta::render::Content;
use warta::render::markdown::{Components, Links, Target, Words};
use warta::site::Moment;

/// Knows some names, and answers in every way there is.
pub struct Stub;

impl Links for Stub {
    fn resolve(&self, dest: &str, image: bool) -> Target {
        match dest.len() % 5 {
            0 => Target::PlainText,
            1 if image => Target::Image { url: "/aset/foto.jpg".to_owned(), width: Some(720), height: Some(405) },
            2 => Target::Url("/tentang/".to_owned()),
            _ => Target::AsWritten,
        }
    }
}

impl Components for Stub {
    fn render(&self, call: &ComponentCall, body_html: Option<&str>) -> Result<String, Diagnostic> {
        if call.name == "gagal" {
            return Err(Diagnostic::new(Code::UnknownComponent).with("name", call.name.as_str()).with("known", ""));
        }
        let texts = call.arguments.iter().filter(|argument| matches!(argument.value, Literal::Text(_))).count();
        Ok(format!("<section class=\"c{texts}\">{}</section>", body_html.unwrap_or("")))
    }
}

/// The words of a page.
pub const WORDS: Words<'static> = Words {
    note: "Catatan",
    tip: "Kiat",
    important: "Penting",
    warning: "Perhatian",
    caution: "Awas",
    footnotes: "Catatan kaki",
    footnote: "catatan kaki",
    back_to_text: "Kembali ke teks",
    anchor: "Tautan ke bagian",
    table: "Tabel",
    code: "Kode",
};

/// The site in `fuzz/site`, read once: items of each kind, records, a small theme.
pub struct Sample {
    /// Its settings.
    pub config: Arc<Config>,
    /// Its files.
    pub sources: Sources,
}

/// The site.
pub static SAMPLE: LazyLock<Sample> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("site");
    let config = Arc::new(crate::config(""));
    let (sources, found) = read::project(&root, &config);
    assert!(found.is_empty() && !sources.layers.is_empty(), "{found:?}");
    Sample { config, sources }
});

/// The instant of all builds.
pub fn moment() -> Moment {
    let now = "2026-11-24T00:00:00Z".parse().expect("an instant");
    Moment { now, drafts: false, future: false, everything: false }
}

/// The sample with other files in it, rendered: outputs by path, and everything that was found.
pub fn rendered(sources: Sources, config: &Arc<Config>) -> (BTreeMap<String, Vec<u8>>, Diagnostics) {
    let read = (sources, Diagnostics::new());
    let (snapshot, mut found) = pipeline::of_sources(read, config, &moment(), &mut Kept::default());
    let mut outputs = BTreeMap::new();
    for output in snapshot.iter().flat_map(|snapshot| &snapshot.plan().outputs) {
        let rendered = snapshot.as_ref().map(|snapshot| snapshot.render(output));
        match rendered {
            Some(Ok(rendered)) => {
                found.append(rendered.diagnostics);
                if let Content::Bytes(bytes) = rendered.content {
                    outputs.insert(output.path.to_string(), bytes);
                }
            }
            Some(Err(problems)) => found.append(problems),
            None => {}
        }
    }
    (outputs, found)
}
