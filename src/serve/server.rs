//! Connections: requests to [`answer`](super::answer), and what it says to the browser. The only place for `async`.
//!
//! A slow or silent client holds its own connection and nothing else: headers must come within seconds and fit into a small
//! buffer, an answer must be taken along, and only so many connections are open at a time.

use std::convert::Infallible;
use std::io::{self, SeekFrom};
use std::net::{SocketAddr, TcpListener};
use std::ops::Range;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use http_body_util::channel::{Channel, Sender};
use http_body_util::{Either, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::{CONNECTION, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncSeekExt, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::sync::{Semaphore, oneshot, watch};
use tokio::time::{Sleep, sleep, timeout};

use super::answer::{Answer, Body, Settings, answer};
use super::news::Listener;
use super::scene::{Scene, Seen};
use crate::read::{self, FileRef};

/// Open connections, at most.
const CONNECTIONS: usize = 256;
/// The headers of a request come within this.
const HEADERS_WITHIN: Duration = Duration::from_secs(10);
/// Bytes that they may have.
const LARGEST_HEADERS: usize = 16 * 1024;
/// A client takes something of its answer within this.
const TAKEN_WITHIN: Duration = Duration::from_secs(30);
/// An open page hears something at least so often, so that nothing on the way takes it for dead.
const BREATH: Duration = Duration::from_secs(15);
/// After this a browser asks again for a stream that ended, in milliseconds.
const RETRY: &str = "retry: 500\n\n";
/// Bytes of a file that are sent at a time.
const PIECE: usize = 64 * 1024;

/// What is shown, changed by the loop and read by every connection.
pub type Stage = watch::Sender<Arc<Scene>>;

/// A server that has its port and answers nobody yet.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    /// Where it listens.
    pub address: SocketAddr,
}

/// So many ports are tried when the first is taken.
const PORTS: u16 = 50;

impl Server {
    /// Takes the port of an address, or the next one that is free.
    ///
    /// # Errors
    /// The system's own: an address that is not of this machine, a port that one may not take, no free one.
    pub fn listen(address: SocketAddr) -> io::Result<Server> {
        let mut tried = address;
        loop {
            match TcpListener::bind(tried) {
                Ok(listener) => {
                    listener.set_nonblocking(true)?;
                    let address = listener.local_addr()?;
                    return Ok(Server { listener, address });
                }
                Err(error) if error.kind() == io::ErrorKind::AddrInUse => match tried.port().checked_add(1) {
                    Some(port) if port - address.port() < PORTS => tried.set_port(port),
                    _ => return Err(error),
                },
                Err(error) => return Err(error),
            }
        }
    }

    /// Answers until `end` comes.
    ///
    /// # Errors
    /// The system gives no threads, or refuses the listener.
    pub fn run(self, stage: &Stage, settings: Arc<Settings>, end: oneshot::Receiver<()>) -> io::Result<()> {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        let scenes = stage.subscribe();
        let ended = runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(self.listener)?;
            tokio::spawn(accept(listener, Shared { scenes, settings }));
            // Its sender may also simply go away.
            drop(end.await);
            Ok(())
        });
        // Streams have no end of their own.
        runtime.shutdown_background();
        ended
    }
}

/// What every connection has.
#[derive(Clone)]
struct Shared {
    scenes: watch::Receiver<Arc<Scene>>,
    settings: Arc<Settings>,
}

async fn accept(listener: tokio::net::TcpListener, shared: Shared) {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { return };
        let Ok((stream, _)) = listener.accept().await else {
            // No file handles left: others will end.
            sleep(Duration::from_millis(50)).await;
            continue;
        };
        // Small answers are not to wait for more.
        drop(stream.set_nodelay(true));
        let shared = shared.clone();
        tokio::spawn(async move {
            let service = service_fn(move |request| respond(shared.clone(), request));
            let connection = http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(HEADERS_WITHIN)
                .max_buf_size(LARGEST_HEADERS)
                .serve_connection(TokioIo::new(Patient::new(stream)), service);
            // A browser that went away is no mistake.
            drop(connection.await);
            drop(place);
        });
    }
}

type Sent = Either<Full<Bytes>, Channel<Bytes, io::Error>>;

async fn respond(shared: Shared, request: Request<Incoming>) -> Result<Response<Sent>, Infallible> {
    let (parts, body) = request.into_parts();
    // Whatever comes with a request is not looked at.
    drop(body);
    let is_head = parts.method == Method::HEAD;
    let scene = Arc::clone(&shared.scenes.borrow());
    let settings = Arc::clone(&shared.settings);
    let answered = tokio::task::spawn_blocking(move || answer(&scene, &settings, &parts)).await;
    // A panic is told by the hook; who asked learns that there is no answer.
    let answer = answered.unwrap_or_else(|_| Answer {
        status: StatusCode::INTERNAL_SERVER_ERROR,
        headers: Vec::new(),
        body: Body::Bytes(Vec::new()),
    });
    Ok(sent(shared, answer, is_head).await)
}

async fn sent(shared: Shared, answer: Answer, is_head: bool) -> Response<Sent> {
    let bytes = |bytes: Vec<u8>| Either::Left(Full::new(Bytes::from(bytes)));
    let mut status = answer.status;
    let body = match answer.body {
        Body::Bytes(own) if !is_head => bytes(own),
        Body::File(file, range) if !is_head => match open(&file, range.start).await {
            Ok(opened) => {
                let (sender, body) = Channel::new(2);
                tokio::spawn(send_file(opened, range, sender));
                Either::Right(body)
            }
            // It went away, or leads out of the project by now.
            Err(_) => {
                status = StatusCode::NOT_FOUND;
                bytes(Vec::new())
            }
        },
        Body::News(path, seen) if !is_head => {
            let (sender, body) = Channel::new(2);
            tokio::spawn(send_news(shared, path, seen, sender));
            Either::Right(body)
        }
        _ => bytes(Vec::new()),
    };
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let gone = status != answer.status;
    for (name, value) in answer.headers {
        if let Ok(value) = HeaderValue::from_str(&value)
            && !(gone && name == hyper::header::CONTENT_LENGTH)
        {
            response.headers_mut().insert(name, value);
        }
    }
    if matches!(status, StatusCode::METHOD_NOT_ALLOWED | StatusCode::PAYLOAD_TOO_LARGE) {
        // What was sent along is not read.
        response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    }
    response
}

async fn open(file: &FileRef, start: u64) -> io::Result<tokio::fs::File> {
    let file = file.clone();
    let opened = tokio::task::spawn_blocking(move || read::open(&file)).await;
    let mut opened = tokio::fs::File::from_std(opened.map_err(io::Error::other)??);
    opened.seek(SeekFrom::Start(start)).await?;
    Ok(opened)
}

async fn send_file(mut file: tokio::fs::File, range: Range<u64>, mut to: Sender<Bytes, io::Error>) {
    let mut left = range.end - range.start;
    let mut piece = vec![0; PIECE];
    while left > 0 {
        let most = usize::try_from(left).unwrap_or(PIECE).min(PIECE);
        let Some(part) = piece.get_mut(..most) else { return };
        match file.read(part).await {
            // It shrank meanwhile: the client sees that something is missing.
            Ok(0) => return to.abort(io::ErrorKind::UnexpectedEof.into()),
            Err(error) => return to.abort(error),
            Ok(count) => {
                left -= count as u64;
                let bytes = Bytes::copy_from_slice(part.get(..count).unwrap_or_default());
                if !matches!(timeout(TAKEN_WITHIN, to.send_data(bytes)).await, Ok(Ok(()))) {
                    return;
                }
            }
        }
    }
}

async fn send_news(shared: Shared, path: String, seen: Option<Seen>, mut to: Sender<Bytes, io::Error>) {
    let Shared { mut scenes, settings } = shared;
    let mut scene = Arc::clone(&scenes.borrow_and_update());
    let mut listener = Listener::new(path, seen, &scene);
    let mut text = RETRY.to_owned();
    loop {
        let settings = Arc::clone(&settings);
        let told = tokio::task::spawn_blocking(move || {
            let news = listener.news(&scene, &settings);
            (listener, news)
        });
        let Ok((back, news)) = told.await else { return };
        listener = back;
        text.push_str(&news);
        if !text.is_empty() && !is_taken(&mut to, std::mem::take(&mut text)).await {
            return;
        }
        loop {
            match timeout(BREATH, scenes.changed()).await {
                Ok(Ok(())) => break,
                Ok(Err(_)) => return,
                Err(_) if is_taken(&mut to, ":\n\n".to_owned()).await => {}
                Err(_) => return,
            }
        }
        scene = Arc::clone(&scenes.borrow_and_update());
    }
}

async fn is_taken(to: &mut Sender<Bytes, io::Error>, text: String) -> bool {
    matches!(timeout(TAKEN_WITHIN, to.send_data(Bytes::from(text))).await, Ok(Ok(())))
}

/// A connection that ends when its client takes nothing for too long.
struct Patient {
    stream: TcpStream,
    waiting: Option<Pin<Box<Sleep>>>,
}

impl Patient {
    fn new(stream: TcpStream) -> Patient {
        Patient { stream, waiting: None }
    }

    fn judged<T>(&mut self, context: &mut Context<'_>, polled: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if polled.is_ready() {
            self.waiting = None;
            return polled;
        }
        let waiting = self.waiting.get_or_insert_with(|| Box::pin(sleep(TAKEN_WITHIN)));
        waiting.as_mut().poll(context).map(|()| Err(io::ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for Patient {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        pin!(&mut self.stream).poll_read(context, into)
    }
}

impl AsyncWrite for Patient {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = pin!(&mut self.stream).poll_write(context, bytes);
        self.judged(context, written)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = pin!(&mut self.stream).poll_flush(context);
        self.judged(context, flushed)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        pin!(&mut self.stream).poll_shutdown(context)
    }
}
