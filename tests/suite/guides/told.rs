//! What pages tell people to do and no test does, each with the reason.

/// Commands that are not run. A name with a space behind it stands for every command of that program.
pub(super) const NOT_RUN: &[(&str, &str)] = &[
    ("sudo ", "needs root; `tests/run --long` installs the package, `tests/judges/nginx.mjs` runs the server"),
    ("curl ", "needs a network"),
    ("./publish.sh", "needs a server; its syntax is judged"),
    ("journalctl ", "needs a machine with systemd"),
    ("systemctl ", "needs a machine with systemd"),
    ("cargo ", "takes minutes; `tests/run` builds, `tests/run --long` makes the package"),
    ("rustup ", "needs a network"),
    ("packaging/deb", "takes minutes; `tests/run --long` makes the package"),
    ("tests/run", "runs this test"),
    ("warta serve -O -N", "opens a browser"),
    ("warta next --within 6h --exit-code", "its exit code is the answer; `schedule.md` runs it"),
    ("warta build -o before; git checkout new-theme; warta build -o after", "needs a branch with another theme"),
    ("warta diff before after", "compares what the line above made; `backups.md` compares two sites"),
    ("warta man | man -l -", "needs a pager for manual pages"),
    (
        "*/10 * * * * cd /srv/humas && warta next --now \"$(date -d '10 minutes ago' +\\%FT\\%T\\%:z)\" --within 10m --exit-code >/dev/null && warta build -q",
        "a line for cron; `schedule.md` runs the command in it",
    ),
];

/// Blocks that are not judged: page, first line, reason.
pub(super) const NOT_JUDGED: &[(&str, &str, &str)] = &[
    (
        "docs/content/guide/web-server.md",
        "include /srv/humas/site/public-server/nginx-sizes.conf;",
        "`tests/judges/nginx.mjs` loads and asks what it includes",
    ),
    ("docs/content/guide/web-server.md", "<VirtualHost *:80>", "needs Apache"),
    ("docs/content/guide/web-server.md", "humas.example {", "needs Caddy"),
    (
        "docs/content/guide/web-server.md",
        "humas ALL=(root) NOPASSWD: /usr/bin/systemctl reload nginx",
        "a line for sudoers",
    ),
    ("docs/content/guide/schedule.md", "[Unit]", "needs systemd"),
    (
        "docs/content/guide/schedule.md",
        "*/5 * * * * cd /srv/humas/site && git pull -q --ff-only; warta build -q",
        "a line for cron",
    ),
    ("docs/content/reference/publishing.md", "http {", "`tests/judges/nginx.mjs` starts nginx with it"),
    ("docs/content/reference/publishing.md", "<VirtualHost *:80>", "needs Apache"),
    (
        "docs/content/reference/templates.md",
        "<meta name=\"robots\" content=\"{{ robots }}\">",
        "a part of a template; `theme_contract.rs` renders every variable",
    ),
];
