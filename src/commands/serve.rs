//! `warta serve`: a preview that follows every edit. What is asked for is rendered then.

use std::collections::BTreeSet;
use std::net::{IpAddr, SocketAddr, ToSocketAddrs, UdpSocket};
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use tokio::sync::{oneshot, watch};

use super::watching::{self, Meaning, Told, Watching, obstacles};
use super::{Global, Outcome, Reporter, SiteArguments, Surroundings, kept, on_threads, prepare};
use crate::diagnostic::messages::Messages;
use crate::pipeline::{Request, Snapshot};
use crate::serve::answer::Settings;
use crate::serve::live::Live;
use crate::serve::scene::{Elsewhere, Scene};
use crate::serve::server::{Server, Stage};
use crate::serve::turn::Turn;
use crate::serve::watch::{Report, Until};
use crate::site::{Moment, content_path};

/// `warta serve`
#[derive(Clone, Debug, clap::Args)]
pub struct Arguments {
    /// The port; the next free one when it is taken.
    #[arg(short, long, value_name = "N", default_value_t = 1111)]
    pub port: u16,
    /// The address to listen on: 0.0.0.0 for other devices in the same network.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1", alias = "interface")]
    pub bind: String,
    /// Open the browser.
    #[arg(short = 'O', long)]
    pub open: bool,
    /// The browser goes to the page that was edited.
    #[arg(short = 'N', long, alias = "navigateToChanged")]
    pub follow: bool,
    /// Pages are as built, and do not load again by themselves.
    #[arg(long)]
    pub no_reload: bool,
    /// Look at all files so often instead of waiting for the system's word.
    #[arg(long, value_name = "MS", value_parser = watching::poll())]
    pub poll: Option<u64>,
    /// Show what is public and nothing else.
    #[arg(long)]
    pub like_production: bool,
    /// Show drafts and scheduled items to other devices too.
    #[arg(short = 'D', long, alias = "buildDrafts", conflicts_with = "like_production")]
    pub drafts: bool,
    /// What makes the site.
    #[command(flatten)]
    pub site: SiteArguments,
}

/// Shows the site until it is asked to end.
pub fn run(global: &Global, arguments: &Arguments, around: &Surroundings<'_>, reporter: &Reporter) -> Outcome {
    if let Err(found) = prepare(global, &arguments.site, around.clock)
        && watching::is_hopeless(&found)
    {
        return reporter.findings(found);
    }
    let Some(address) = address(&arguments.bind, arguments.port) else {
        return reporter.refuse("serve-no-address", &[("address", arguments.bind.as_str().into())]);
    };
    let server = match Server::listen(address) {
        Ok(server) => server,
        Err(error) => {
            let (address, reason) = (address.to_string().into(), error.to_string().into());
            return reporter.complain("serve-no-port", &[("address", address), ("reason", reason)]);
        }
    };
    let settings = Arc::new(Settings {
        reload: !arguments.no_reload,
        follow: arguments.follow,
        name: Some(arguments.bind.clone()).filter(|bind| bind.parse::<IpAddr>().is_err()),
        messages: Messages::new(reporter.tongue()),
    });
    // Whoever else may look sees what is public, unless it was said that they may see more.
    let previews = !arguments.like_production && (server.address.ip().is_loopback() || arguments.drafts);
    let (stage, _) = watch::channel(Arc::new(Scene::default()));
    let preview = Preview { global, arguments, around, reporter, stage: &stage, settings: &settings, previews };
    let (sender, end) = oneshot::channel();
    let taken = server.address;
    // Watched before anything is read: nothing that happens in between is missed.
    let (mut watching, reporters) = Watching::begin(&global.root, arguments.poll, around, reporter);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            on_threads(global.jobs, || preview.run(&mut watching, taken));
            // The server may have ended by itself.
            sender.send(()).unwrap_or(());
        });
        match server.run(&stage, Arc::clone(&settings), end) {
            Ok(()) => Outcome::Done,
            Err(error) => {
                // Nobody would see what the other thread shows. It may have ended by itself.
                drop(reporters.send(Report::Stop));
                let (address, reason) = (taken.to_string().into(), error.to_string().into());
                reporter.complain("serve-no-port", &[("address", address), ("reason", reason)])
            }
        }
    })
}

/// Where to listen.
fn address(bind: &str, port: u16) -> Option<SocketAddr> {
    if let Ok(ip) = bind.trim_matches(['[', ']']).parse::<IpAddr>() {
        return Some(SocketAddr::new(ip, port));
    }
    (bind, port).to_socket_addrs().ok()?.next()
}

/// A preview on its way.
struct Preview<'a> {
    global: &'a Global,
    arguments: &'a Arguments,
    around: &'a Surroundings<'a>,
    reporter: &'a Reporter,
    stage: &'a Stage,
    settings: &'a Settings,
    previews: bool,
}

/// It is quiet for so long: time to look for mistakes in pages that nobody looks at.
const QUIET: Duration = Duration::from_millis(250);

impl Preview<'_> {
    fn run(&self, watching: &mut Watching<'_>, taken: SocketAddr) {
        let root = &self.global.root;
        let request = Request { root, base_url: self.arguments.site.base_url.as_deref() };
        let mut live = Live::read(request, kept(root));
        let mut told = Told::default();
        self.show(&mut live, &BTreeSet::new(), Duration::ZERO, &mut told);
        self.say_where(taken);
        let mut until = Until { clock: self.next_change(&mut live), idle: Some(QUIET) };
        loop {
            match watching.turn(&mut live, until) {
                Turn::Stop => return,
                Turn::Changed(paths, begun) => self.show(&mut live, &paths, begun, &mut told),
                Turn::Clock => self.show(&mut live, &BTreeSet::new(), (self.around.elapsed)(), &mut told),
                Turn::Idle => {
                    let is_done = self.judge(watching, &live, &mut told);
                    until.idle = if is_done { None } else { Some(QUIET) };
                    continue;
                }
            }
            until = Until { clock: self.next_change(&mut live), idle: Some(QUIET) };
        }
    }

    /// Shows the project as it is now, or says why it cannot be shown.
    fn show(&self, live: &mut Live<'_>, changed: &BTreeSet<String>, begun: Duration, told: &mut Told) {
        let (snapshot, found) = live.snapshot(|config| {
            let now = watching::now(&self.arguments.site, config, self.around.clocks());
            Moment { now, drafts: self.previews, future: self.previews, everything: false }
        });
        let mut scene = Scene::clone(&self.stage.borrow());
        let obstacles = obstacles(&found, self.global.strict);
        let shown = snapshot.filter(|_| obstacles.is_empty()).map(Arc::new);
        let meaning = match &shown {
            Some(snapshot) => {
                let edited = edited(snapshot, changed);
                let meaning = edited.clone().map_or(Meaning::Site, Meaning::Page);
                if let Some(address) = edited {
                    scene.edited.set(Some(address.into()));
                }
                let touched = touched(snapshot, changed);
                if !touched.is_empty() {
                    scene.touched.set(Arc::new(touched));
                }
                scene.problems = None;
                meaning
            }
            None => {
                scene.problems = Some(self.settings.told(&obstacles).into());
                Meaning::Broken(obstacles.iter().count())
            }
        };
        let before = shown.and_then(|shown| scene.shown.replace(shown));
        let last = self.stage.send_replace(Arc::new(scene));
        // Taking a large site apart takes longer than making the next one.
        rayon::spawn(move || drop((before, last)));
        if !changed.is_empty() {
            let took = (self.around.elapsed)().saturating_sub(begun);
            watching::say(changed, meaning, took, self.reporter);
        }
        told.tell(found, self.reporter);
    }

    /// Renders everything that is shown, one output after the other, until something happens. Whether it came to an end.
    fn judge(&self, watching: &mut Watching<'_>, live: &Live<'_>, told: &mut Told) -> bool {
        let Some(shown) = self.stage.borrow().shown.clone() else { return true };
        let Some(found) = shown.judge(|| watching.is_waiting()) else { return false };
        live.tidy();
        let obstacles = obstacles(&found, self.global.strict);
        let count = obstacles.iter().count();
        let mut scene = Scene::clone(&self.stage.borrow());
        scene.elsewhere = (count > 0).then(|| Elsewhere { count, text: self.settings.told(&obstacles).into() });
        let before = if count == 0 { scene.sound.replace(shown) } else { None };
        let last = self.stage.send_replace(Arc::new(scene));
        rayon::spawn(move || drop((before, last)));
        told.tell_rendered(found, self.reporter);
        true
    }

    /// When the site changes by itself; never when its instant was given.
    fn next_change(&self, live: &mut Live<'_>) -> Option<Timestamp> {
        let shown = self.stage.borrow().shown.clone().filter(|_| self.arguments.site.now.is_none())?;
        live.next_change(&shown)
    }

    fn say_where(&self, taken: SocketAddr) {
        let path = self.stage.borrow().address("/");
        let here = |ip: IpAddr| format!("http://{}{path}", SocketAddr::new(ip, taken.port()));
        let ip = taken.ip();
        let own: IpAddr = if ip.is_ipv6() { [0, 0, 0, 0, 0, 0, 0, 1].into() } else { [127, 0, 0, 1].into() };
        let address = here(if ip.is_unspecified() { own } else { ip });
        if taken.port() != self.arguments.port && self.arguments.port != 0 {
            let ports = [("wanted", self.arguments.port.to_string().into()), ("port", taken.port().to_string().into())];
            self.reporter.line("serve-other-port", &ports);
        }
        self.reporter.line("serve-at", &[("address", address.as_str().into())]);
        if let Some(other) = own_address().filter(|_| ip.is_unspecified()) {
            self.reporter.line("serve-at-others", &[("address", here(other).into())]);
        }
        self.reporter.line(if self.previews { "serve-previews" } else { "serve-public" }, &[]);
        self.reporter.line("serve-end", &[]);
        if self.arguments.open
            && let Err(error) = open::that_detached(&address)
        {
            self.reporter.aside("serve-no-browser", &[("reason", error.to_string().into())]);
        }
    }
}

/// The address of the one page that was edited, with the site's own path.
fn edited(snapshot: &Snapshot, changed: &BTreeSet<String>) -> Option<String> {
    let site = snapshot.site();
    let mut pages = changed.iter().filter_map(|path| site.by_file.get(content_path(path)));
    let page = pages.next().filter(|_| pages.next().is_none())?;
    Some(snapshot.config().base_url.relative(&site.page(*page).path))
}

/// Addresses of files that changed and are no pages.
fn touched(snapshot: &Snapshot, changed: &BTreeSet<String>) -> BTreeSet<String> {
    let site = snapshot.site();
    let file = |path: &String| {
        let of_content = path.strip_prefix("content/").and_then(|path| site.files.get(path));
        let file = of_content.or_else(|| site.statics.get(path.strip_prefix("static/")?))?;
        Some(snapshot.file_url(&file.path))
    };
    changed.iter().filter_map(file).collect()
}

/// The address of this machine in its network. Nothing is sent: the system only says from where it would be.
fn own_address() -> Option<IpAddr> {
    let socket = UdpSocket::bind(("0.0.0.0", 0)).ok()?;
    // TEST-NET-1 (RFC 5737): of nobody.
    socket.connect(("192.0.2.1", 9)).ok()?;
    socket.local_addr().ok().map(|address| address.ip()).filter(|ip| !ip.is_loopback())
}
