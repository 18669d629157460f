//! The builder: a project in a temporary folder, built by the program as a user would.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// A theme that shows what a test asks about and nothing else.
const THEME: &[(&str, &str)] = &[
    (
        "theme.yaml",
        "name: t\napi: 1\noptions:\n  accent: { type: color, default: \"#00546e\", contrast: 4.5 }\n  notice: { type: text, default: \"\" }\n",
    ),
    ("i18n/id.ftl", "home = Beranda\nnot-found = Tidak ada\nviews = { $count } kali dibaca\n"),
    ("i18n/en.ftl", "home = Home\nnot-found = Not found\nviews = read { $count } times\n"),
    ("templates/base.html", "<!DOCTYPE html><title>{{ title }}</title>{% block main %}{% endblock main %}\n"),
    (
        "templates/page.html",
        "{% extends \"base.html\" %}{% block main %}<h1>{{ page.title }}</h1><p id=summary>{{ page.summary }}</p><main>{{ page.content }}</main>\
         <ul id=tags>{% for tag in page.tags %}<li>{{ tag.name }} {{ tag.url }}{% endfor %}</ul>\
         <p id=newer>{% if page.newer %}{{ page.newer.url }}{% endif %}</p><p id=older>{% if page.older %}{{ page.older.url }}{% endif %}</p>\
         <ul id=back>{% for item in page.backlinks %}<li>{{ item.url }}{% endfor %}</ul>\
         <ul id=answers>{% for item in page.answered_by %}<li>{{ item.url }}{% endfor %}</ul>\
         <p id=part>{% if page.part_of %}{{ page.part_of.url }}{% endif %}</p>\
         <ul id=members>{% if page.programme %}{% for item in page.programme.members.all %}<li>{{ item.title }} {{ item.url }}{% endfor %}{% endif %}</ul>\
         <ul id=materials>{% for item in page.materials %}<li>{{ item.title }} {{ item.url }}{% endfor %}</ul>\
         <p id=standing>{% for item in announcements() %}{{ item.announcement.headline }}{% endfor %}</p>\
         <ul id=related>{% for item in page.related %}<li>{{ item.url }}{% endfor %}</ul>\
         <p id=about>{% if page.about %}{{ page.about.title }} {{ page.about.url }}{% endif %}</p>\
         <ul id=comments>{% for item in page.comments.items %}<li>{{ item.depth }} {{ item.html }}{% endfor %}</ul>\
         <p id=note>{{ page.status_note }}</p><ul id=translations>{% for item in page.translations %}<li>{{ item.lang }} {{ item.url }}{% endfor %}</ul>{% endblock main %}",
    ),
    (
        "templates/list.html",
        "{% extends \"base.html\" %}{% block main %}<ul id=items>{% for item in pager.items %}<li>{{ item.title }} {{ item.url }}{% endfor %}</ul>{{ pager.number }}/{{ pager.total }}{% endblock main %}",
    ),
    ("templates/section.html", "{% extends \"list.html\" %}"),
    ("templates/term.html", "{% extends \"list.html\" %}"),
    ("templates/archive.html", "{% extends \"list.html\" %}"),
    (
        "templates/terms.html",
        "{% extends \"base.html\" %}{% block main %}{% for term in taxonomy.terms %}{{ term.name }}={{ term.total }};{% endfor %}{% endblock main %}",
    ),
    (
        "templates/home.html",
        "{% extends \"base.html\" %}{% block main %}{% for item in latest(limit=9) %}<li>{{ item.title }}{% endfor %}{% if content %}{{ content }}{% endif %}{% endblock main %}",
    ),
    ("templates/404.html", "{% extends \"base.html\" %}"),
    (
        "templates/redirect.html",
        "<!DOCTYPE html><meta http-equiv=refresh content=\"0; url={{ redirect_to }}\">{{ canonical }}",
    ),
    (
        "templates/components/note.html",
        "{% component note(kind: string = \"info\") {\"writers\": true, \"body\": true} %}<div class=\"{{ kind }}\">{{ body }}</div>{% endcomponent note %}",
    ),
    (
        "templates/components/figure.html",
        "{% component figure(src, alt: string, size: integer = 1) {\"writers\": true, \"resolve\": {\"src\": \"file\"}} %}<img src=\"{{ src.url }}\" alt=\"{{ alt }}\">{% endcomponent figure %}",
    ),
    ("assets/a.css", "a { background: url(\"b.svg\") }\n"),
    ("assets/b.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n"),
];

/// The configuration of a site that a test says nothing about.
pub(crate) const CONFIG: &str = "title: Situs\nbase_url: https://a.example\ntime_zone: WIB\ntheme: t\nlanguages: { id: {}, en: {} }\nsections:\n  berita: { kind: press_release }\ntaxonomies: { tags: {} }\n";

/// A project and its last build.
pub(crate) struct TestSite {
    folder: TempDir,
    now: String,
    flags: Vec<String>,
    output: PathBuf,
    last: Option<Built>,
}

/// What a build did.
pub(crate) struct Built {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
    /// Outputs that are new or have other bytes than before.
    written: BTreeSet<String>,
}

impl TestSite {
    /// A site with the tests' own theme and [`CONFIG`].
    pub(crate) fn new() -> TestSite {
        let site = TestSite::empty().file("warta.yaml", CONFIG);
        THEME.iter().fold(site, |site, (path, text)| site.file(&format!("themes/t/{path}"), text))
    }

    /// An empty folder.
    pub(crate) fn empty() -> TestSite {
        let folder = tempfile::tempdir().unwrap();
        let output = folder.path().join("public");
        TestSite { folder, now: "2026-01-01".to_owned(), flags: Vec::new(), output, last: None }
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn output(&self) -> &Path {
        &self.output
    }

    /// Writes a file of the project.
    pub(crate) fn file(self, path: &str, text: impl AsRef<[u8]>) -> TestSite {
        let target = self.path(path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, text).unwrap();
        self
    }

    /// Writes a release in `content/berita/` with a title, more fields and a text.
    pub(crate) fn release(self, name: &str, fields: &str, text: &str) -> TestSite {
        let date = if fields.contains("date:") { "" } else { "date: 2020-05-01\n" };
        let title = if fields.contains("title:") { String::new() } else { format!("title: Naskah {name}\n") };
        self.file(&format!("content/berita/{name}.md"), format!("---\n{title}{date}{fields}\n---\n\n{text}\n"))
    }

    pub(crate) fn remove(self, path: &str) -> TestSite {
        fs::remove_file(self.path(path)).unwrap();
        self
    }

    /// The instant of the builds that follow.
    pub(crate) fn now(mut self, now: &str) -> TestSite {
        self.now = now.to_owned();
        self
    }

    /// Flags of the builds that follow.
    pub(crate) fn flags(mut self, flags: &[&str]) -> TestSite {
        self.flags = flags.iter().map(|flag| (*flag).to_owned()).collect();
        self
    }

    /// Where the builds that follow write.
    pub(crate) fn into_folder(mut self, output: PathBuf) -> TestSite {
        self.output = output;
        self
    }

    /// Runs a command of the program on this project.
    pub(crate) fn run(&self, command: &str, flags: &[&str]) -> Output {
        warta()
            .args([command, "--lang", "en", "--now", &self.now, "-r"])
            .arg(self.folder.path())
            .args(&self.flags)
            .args(flags)
            .output()
            .unwrap()
    }

    /// Builds, whatever comes of it.
    pub(crate) fn try_build(mut self) -> TestSite {
        let before = tree(&self.output);
        let output = self.output.display().to_string();
        let ran = self.run("build", &["-o", &output]);
        let after = tree(&self.output);
        let written =
            after.iter().filter(|(path, bytes)| before.get(*path) != Some(bytes)).map(|(path, _)| path.clone());
        self.last = Some(Built {
            code: ran.status.code(),
            out: String::from_utf8(ran.stdout).unwrap(),
            err: String::from_utf8(ran.stderr).unwrap(),
            written: written.collect(),
        });
        self
    }

    /// Builds; the build must succeed.
    pub(crate) fn build(self) -> TestSite {
        let site = self.try_build();
        let last = site.last();
        assert_eq!(last.code, Some(0), "{}{}", last.out, last.err);
        site
    }

    /// Builds; the build must find mistakes and publish nothing.
    pub(crate) fn fails(self) -> TestSite {
        let before = tree(&self.output);
        let site = self.try_build();
        assert_eq!(site.last().code, Some(1), "{}{}", site.last().out, site.last().err);
        assert_eq!(tree(&site.output), before, "something was published");
        site
    }

    pub(crate) fn last(&self) -> &Built {
        self.last.as_ref().unwrap()
    }

    /// The text of an output.
    pub(crate) fn text(&self, path: &str) -> String {
        let bytes =
            fs::read(self.output.join(path)).unwrap_or_else(|_| panic!("no output {path}; {}", self.last().err));
        String::from_utf8(bytes).unwrap()
    }

    pub(crate) fn expect_file(self, path: &str) -> TestSite {
        assert!(self.output.join(path).is_file(), "no {path} among {:?}", tree(&self.output).keys());
        self
    }

    pub(crate) fn expect_no_file(self, path: &str) -> TestSite {
        assert!(!self.output.join(path).exists(), "{path} was published");
        self
    }

    pub(crate) fn expect_text(self, path: &str, text: &str) -> TestSite {
        let all = self.text(path);
        assert!(all.contains(text), "no {text:?} in {path}:\n{all}");
        self
    }

    pub(crate) fn expect_no_text(self, path: &str, text: &str) -> TestSite {
        let all = self.text(path);
        assert!(!all.contains(text), "{text:?} in {path}:\n{all}");
        self
    }

    /// The codes of the last run's findings in the order printed, expected keys (W001) left aside.
    pub(crate) fn expect_codes(self, codes: &[&str]) -> TestSite {
        let last = self.last();
        let found: Vec<String> = last.codes().into_iter().filter(|code| code != "W001").collect();
        assert_eq!(found, codes, "{}", last.err);
        self
    }

    /// That the last run's findings say this.
    pub(crate) fn expect_message(self, words: &str) -> TestSite {
        assert!(self.last().err.contains(words), "no {words:?} in\n{}", self.last().err);
        self
    }

    /// Which outputs the last build made or changed, the manifest left aside, and open data, whose lists hold every item.
    pub(crate) fn expect_written(self, paths: &[&str]) -> TestSite {
        let written: Vec<&str> = self
            .last()
            .written
            .iter()
            .map(String::as_str)
            .filter(|path| *path != ".warta-manifest" && !path.starts_with("api/"))
            .collect();
        assert_eq!(written, paths);
        self
    }
}

impl Built {
    pub(crate) fn codes(&self) -> Vec<String> {
        codes(&self.err)
    }
}

/// The codes of the findings that a run printed, in their order. That a title is short is left out: one letter suffices for most tests.
pub(crate) fn codes(err: &str) -> Vec<String> {
    let lines = err.lines().filter_map(|line| {
        let (_, rest) = line.split_once('[')?;
        let (code, rest) = rest.split_once(']')?;
        let known = code.len() == 4 && matches!(code.as_bytes()[0], b'E' | b'W' | b'I') && rest.starts_with(':');
        let is_short = code == "W025" && (rest.contains("has only") || rest.contains("hanya"));
        (known && !is_short && line.find('[') < Some(8)).then(|| code.to_owned())
    });
    lines.collect()
}

/// The program, away from the settings of whoever runs the tests.
pub(crate) fn warta() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_warta"));
    command.env_remove("WARTA_LANG").env("NO_COLOR", "1");
    command
}

/// Every file below a folder with its bytes.
pub(crate) fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(current) = folders.pop() {
        for entry in fs::read_dir(&current).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                files.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    files
}
