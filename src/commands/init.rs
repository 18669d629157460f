//! `warta init`: a folder with a first site, which builds as it is, and the settings of an editor.

mod editor;

use std::io;
use std::path::{Path, PathBuf};

use fluent_bundle::FluentValue;

use super::report::number;
use super::{Global, Outcome, Reporter};
use crate::diagnostic::messages::Tongue;
use crate::diagnostic::{Code, Diagnostic};
use crate::write;

/// `warta init`
#[derive(Clone, Debug, clap::Args)]
pub struct Arguments {
    /// The folder to start in, in the place of `--root`.
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,
    /// Write the editor's schemas and snippets anew, and nothing of the site.
    #[arg(long)]
    pub editor: bool,
}

/// Files of a new site: path, Indonesian and English text.
const FILES: &[(&str, &str, &str)] = &[
    ("warta.yaml", include_str!("init/id/warta.yaml"), include_str!("init/en/warta.yaml")),
    ("data/organizations.yaml", include_str!("init/id/organizations.yaml"), include_str!("init/en/organizations.yaml")),
    ("content/siaran-pers/_index.md", include_str!("init/id/siaran-pers.md"), include_str!("init/en/siaran-pers.md")),
    ("content/siaran-pers/contoh.md", include_str!("init/id/contoh.md"), include_str!("init/en/contoh.md")),
    ("content/tentang.md", include_str!("init/id/tentang.md"), include_str!("init/en/tentang.md")),
    (".gitignore", "/public\n/public-server\n/.warta\n", "/public\n/public-server\n/.warta\n"),
];

/// Makes the files that are not there yet; none is ever replaced.
pub fn run(global: &Global, arguments: &Arguments, reporter: &Reporter) -> Outcome {
    let root = arguments.folder.as_ref().unwrap_or(&global.root);
    let mut made = 0;
    for (path, indonesian, english) in FILES.iter().filter(|_| !arguments.editor) {
        let text = match reporter.tongue() {
            Tongue::Indonesian => indonesian,
            Tongue::English => english,
        };
        let target = root.join(path);
        match write::create(&target, text.as_bytes()) {
            Ok(true) => made += 1,
            Ok(false) => {
                let path = FluentValue::from(target.display().to_string());
                reporter.line("kept", &[("path", path)]);
            }
            Err(error) => return failed(&target, &error, reporter),
        }
    }
    for file in editor::files(reporter.tongue()) {
        let target = root.join(&file.path);
        let written = if file.is_made && arguments.editor {
            write::replace_file(&target, file.text.as_bytes())
        } else {
            write::create(&target, file.text.as_bytes()).map(|_| ())
        };
        if let Err(error) = written {
            return failed(&target, &error, reporter);
        }
    }
    let folder = FluentValue::from(root.display().to_string());
    let said = if arguments.editor { "editor-written" } else { "initialized" };
    reporter.line(said, &[("count", number(made)), ("folder", folder)]);
    Outcome::Done
}

fn failed(target: &Path, error: &io::Error, reporter: &Reporter) -> Outcome {
    let failed = Diagnostic::new(Code::Unwritable).with("path", target.display().to_string()).because(error);
    reporter.findings(failed.into())
}
