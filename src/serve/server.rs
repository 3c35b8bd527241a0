//! HTTP, on this computer alone: what a request may be, and what goes around an answer.

use std::convert::Infallible;
use std::io;
use std::net::TcpListener;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use futures_util::stream;
use tokio::runtime::Builder;
use tokio::sync::oneshot;
use tokio::task::spawn_blocking;

use super::own;
use super::site::{self, Answer};
use super::studio::Studio;
use super::target::Target;

/// Stack of the threads that render, in bytes: as much as the main thread has, because templates and Markdown nest.
const STACK: usize = 8 << 20;
/// Requests that are worked on at the same time; a browser has six of each page.
const AT_ONCE: usize = 16;
/// What open pages are told to do.
const RELOAD: &str = "muat";

/// Answers requests until Ctrl-C, or until nothing watches the files any more.
pub(super) fn serve(door: TcpListener, studio: Arc<Studio>, watch: oneshot::Receiver<()>) -> io::Result<()> {
    let runtime = Builder::new_multi_thread().enable_all().thread_stack_size(STACK).max_blocking_threads(AT_ONCE).build()?;
    door.set_nonblocking(true)?;
    let served = runtime.block_on(async {
        let door = tokio::net::TcpListener::from_std(door)?;
        let router = Router::new().fallback(answer).with_state(studio);
        tokio::select! {
            served = async { axum::serve(door, router).await } => served,
            stopped = tokio::signal::ctrl_c() => stopped,
            _ = watch => Err(io::Error::other("berkas proyek tidak lagi dipantau")),
        }
    });
    // Pages that wait for news never end by themselves.
    runtime.shutdown_background();
    served
}

async fn answer(State(studio): State<Arc<Studio>>, request: Request) -> Response {
    let headers = request.headers();
    if !is_local(headers) {
        return refusal(StatusCode::MISDIRECTED_REQUEST, "Pratinjau hanya menjawab di localhost dan 127.0.0.1.");
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let mut refused = refusal(StatusCode::METHOD_NOT_ALLOWED, "Pratinjau hanya dapat dibaca.");
        refused.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        return refused;
    }
    let asked = request.uri().path_and_query().map_or("", |asked| asked.as_str());
    let Some(target) = Target::parse(asked) else {
        return refusal(StatusCode::NOT_FOUND, "Alamat ini tidak ada.");
    };
    if target.path == own::NEWS {
        return news(studio, &target);
    }
    let known = headers.get(header::IF_NONE_MATCH).and_then(|known| known.to_str().ok()).unwrap_or_default().to_owned();
    match spawn_blocking(move || site::answer(&studio, &target)).await {
        Ok(answer) => response(answer, &known),
        Err(_) => {
            refusal(StatusCode::INTERNAL_SERVER_ERROR, "Program gagal membuat halaman ini. Laporkan beserta pesan di terminal.")
        }
    }
}

/// Whether the request means this computer. A page of somebody else's whose name leads here all of a sudden does not say so.
fn is_local(headers: &HeaderMap) -> bool {
    let mut hosts = headers.get_all(header::HOST).iter();
    let (Some(host), None) = (hosts.next().and_then(|host| host.to_str().ok()), hosts.next()) else { return false };
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) => name,
        _ => host,
    };
    name.eq_ignore_ascii_case("localhost") || name == "127.0.0.1"
}

fn response(answer: Answer, known: &str) -> Response {
    let Answer { status, kind, body, mark, lasting, elsewhere } = answer;
    let tag = format!("\"{mark}\"");
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    // The browser asks each time, except for what has its state in the address.
    let keep = if lasting { "private, max-age=86400, immutable" } else { "no-cache" };
    let mut out = if status == StatusCode::OK && known.split(',').any(|one| one.trim().trim_start_matches("W/") == tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let mut out = Response::new(Body::from(axum::body::Bytes::from_owner(body)));
        *out.status_mut() = status;
        out.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        out
    };
    let headers = out.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    for (name, value) in [(header::ETAG, Some(tag)), (header::LOCATION, elsewhere)] {
        if let Some(value) = value.and_then(|value| HeaderValue::from_str(&value).ok()) {
            headers.insert(name, value);
        }
    }
    guarded(out)
}

fn refusal(status: StatusCode, why: &'static str) -> Response {
    let mut out = (status, format!("{why}\n")).into_response();
    out.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    guarded(out)
}

/// No other site may show, guess or read what is being written here.
fn guarded(mut out: Response) -> Response {
    for (name, value) in [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "SAMEORIGIN"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ] {
        out.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    out
}

/// A page that waits: how it knows of new versions, what it shows, and the mark of that.
struct Waiting {
    studio: Arc<Studio>,
    versions: tokio::sync::watch::Receiver<u64>,
    shown: Target,
    mark: String,
    /// It may have become another while it was loaded.
    is_new: bool,
}

impl Waiting {
    /// The mark of what it would show now. None when that can't be told.
    async fn mark_now(&self) -> Option<String> {
        let (studio, shown) = (Arc::clone(&self.studio), self.shown.clone());
        spawn_blocking(move || site::answer(&studio, &shown).mark).await.ok()
    }

    /// Waits until it would be another page.
    async fn change(mut self) -> Option<(Result<Event, Infallible>, Waiting)> {
        loop {
            if !std::mem::take(&mut self.is_new) {
                self.versions.changed().await.ok()?;
            }
            let version = *self.versions.borrow_and_update();
            let mark = self.mark_now().await?;
            if mark != self.mark {
                let event = Event::default().event(RELOAD).data(version.to_string());
                return Some((Ok(event), Waiting { mark, ..self }));
            }
        }
    }
}

/// Tells an open page, as long as it stays open, each time it would be another.
fn news(studio: Arc<Studio>, target: &Target) -> Response {
    let shown = target.word("halaman").and_then(Target::parse).filter(|shown| shown.path != own::NEWS);
    let (Some(shown), Some(mark)) = (shown, target.word("sidik")) else {
        return refusal(StatusCode::NOT_FOUND, "Alamat ini tidak ada.");
    };
    let waiting = Waiting { versions: studio.versions(), studio, shown, mark: mark.to_owned(), is_new: true };
    guarded(Sse::new(stream::unfold(waiting, Waiting::change)).keep_alive(KeepAlive::default()).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_computer_is_meant() {
        let asked = |hosts: &[&str]| {
            let mut headers = HeaderMap::new();
            for host in hosts {
                headers.append(header::HOST, HeaderValue::from_str(host).unwrap());
            }
            is_local(&headers)
        };
        for host in ["localhost", "localhost:8000", "127.0.0.1", "127.0.0.1:1", "LocalHost:8000"] {
            assert!(asked(&[host]), "{host}");
        }
        for host in [
            "",
            "jahat.example",
            "jahat.example:8000",
            "localhost.jahat.example",
            "127.0.0.1.jahat.example",
            "127.0.0.1:x",
            "localhost:80:80",
        ] {
            assert!(!asked(&[host]), "{host}");
        }
        assert!(!asked(&[]));
        assert!(!asked(&["localhost", "jahat.example"]));
    }
}
