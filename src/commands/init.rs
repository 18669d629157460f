//! `warta init`: a folder with a first site, which builds as it is.

use std::path::PathBuf;

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
    for (path, indonesian, english) in FILES {
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
            Err(error) => {
                let failed =
                    Diagnostic::new(Code::Unwritable).with("path", target.display().to_string()).because(&error);
                return reporter.findings(failed.into());
            }
        }
    }
    let folder = FluentValue::from(root.display().to_string());
    reporter.line("initialized", &[("count", number(made)), ("folder", folder)]);
    Outcome::Done
}
