//! The preview: the website and the sheets of a project while someone writes, always as the files are now.
//!
//! 1. [`run`] opens a door on this computer alone and reads the project through the [`Read`] that it is given.
//! 2. [`watch`] sees a file change; [`studio`] reads again, keeps the newest [`snapshot`] and the last one without errors.
//! 3. A request is one job of the plan: [`target`] cleans what was asked for, [`site`] renders that page or file, [`sheets`] lays out that
//!    sheet. Nothing is written to `output/`.
//! 4. Each page gets a panel ([`panel`]): what is wrong ([`problems`]) and the sheets that it feeds ([`fed`]); [`inject`] puts it in. The
//!    published site knows nothing of it.
//! 5. [`server`] speaks HTTP, and tells open pages by Server-Sent Events when they have become others.

mod fed;
mod inject;
mod own;
mod panel;
mod problems;
mod server;
mod sheets;
mod site;
mod snapshot;
mod studio;
mod target;
mod watch;

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;

use studio::Studio;

use crate::diagnostics::{Diagnostic, Silenced, Silencers};
use crate::plan::Plan;

/// A project as it is now.
#[derive(Default)]
pub struct Content {
    /// Everything that would be published; none when there is not even a plan.
    pub plan: Option<Plan>,
    /// What is wrong with it, sorted.
    pub problems: Vec<Diagnostic>,
    /// What is not told, because somebody answers for it, sorted.
    pub silenced: Vec<Silenced>,
    /// What is to be silenced of all that is found later.
    pub silencers: Silencers,
    /// The folders and zips of its bases, which are watched too.
    pub bases: Vec<PathBuf>,
}

/// Reads the project anew.
pub type Read = Box<dyn Fn() -> Content + Send + Sync>;

/// Says a line to who started the preview.
pub type Say = fn(&str);

/// What was asked for.
pub struct Options {
    /// The project's folder.
    pub root: PathBuf,
    /// The port; none for the first that is free.
    pub port: Option<u16>,
}

/// Why there is no preview.
#[derive(Debug)]
pub enum ServeError {
    /// The port can't be had.
    Port(u16, io::Error),
    /// The system gives no threads or no door at all.
    System(io::Error),
}

/// The first port that is tried.
const FIRST_PORT: u16 = 8000;
/// How many ports are tried before the system chooses one.
const TRIED: u16 = 30;

/// Serves the preview until Ctrl-C.
///
/// # Errors
/// When the port can't be had.
pub fn run(options: Options, read: Read, say: Say) -> Result<(), ServeError> {
    // The door first: a port that is taken is told before anything is read.
    let door = door(options.port)?;
    let address = door.local_addr().map_err(ServeError::System)?;
    let studio = Arc::new(Studio::new(read));
    let watch = watch::start(options.root, Arc::clone(&studio), say);
    greet(&studio, address, say);
    server::serve(door, studio, watch).map_err(ServeError::System)
}

fn door(port: Option<u16>) -> Result<TcpListener, ServeError> {
    // Never on another interface: what is written here is not yet meant for others.
    let open = |port: u16| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    match port {
        Some(port) => open(port).map_err(|error| ServeError::Port(port, error)),
        None => {
            let tried = (FIRST_PORT..FIRST_PORT + TRIED).find_map(|port| open(port).ok());
            tried.map_or_else(|| open(0).map_err(ServeError::System), Ok)
        }
    }
}

/// Says where the preview is.
fn greet(studio: &Studio, address: SocketAddr, say: Say) {
    /// Of more editions only the number is told; the panel of each page lists all.
    const SHOWN: usize = 12;
    let now = studio.now();
    let editions = now.editions();
    if editions.is_empty() {
        say(&format!("Pratinjau: http://{address}/"));
    }
    for plan in editions.iter().take(SHOWN) {
        say(&format!("Pratinjau: http://{address}{}  ({})", plan.root, plan.edition.name));
    }
    if editions.len() > SHOWN {
        say(&format!("           dan {} daerah lain", editions.len() - SHOWN));
    }
    if let Some(told) = problems::count(&now.problems) {
        say(&format!("Temuan:    {told}; rinciannya di http://{address}{}", own::PROBLEMS));
    }
    say("Simpan berkas, dan halaman di peramban ikut berubah. Tekan Ctrl+C untuk berhenti.");
}
