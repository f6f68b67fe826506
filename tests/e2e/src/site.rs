//! A static web server for the built site, as plain as the hosts that it is made
//! for: files, their types, and nothing else. The site stands in a folder, because
//! it must work in one.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;

use crate::{Error, Result};

/// The folder under which the site is served.
const FOLDER: &str = "/some/folder/";

/// The site, served on a free local port until the test's process ends.
pub struct Site {
    address: SocketAddr,
}

impl Site {
    /// Serves the built site: the folder `dist` of the project.
    ///
    /// # Errors
    /// When it is not built, or no port is free.
    pub fn built() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist");
        let root = root.canonicalize().map_err(Error::system("dist (run: cargo xtask build)"))?;
        Self::serve(root)
    }

    fn serve(root: PathBuf) -> Result<Self> {
        let listener =
            TcpListener::bind(("127.0.0.1", 0)).map_err(Error::system("a local port"))?;
        let address = listener.local_addr().map_err(Error::system("a local port"))?;
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let root = root.clone();
                // A browser that hangs up early is no concern of the server.
                thread::spawn(move || answer(&stream, &root).ok());
            }
        });
        Ok(Self { address })
    }

    /// The address of the start page.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}{FOLDER}", self.address)
    }
}

fn answer(mut stream: &TcpStream, root: &Path) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // The rest of the request must be read, or closing resets the connection.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let path = request.split(' ').nth(1).and_then(|target| file(root, target));
    let (status, kind, body) = match path.and_then(|path| Some((kind(&path), fs::read(path).ok()?)))
    {
        Some((kind, body)) => ("200 OK", kind, body),
        None => ("404 Not Found", "text/plain", b"not found".to_vec()),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    stream.write_all(&body)
}

/// The file that a request means; none outside the root.
fn file(root: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix(FOLDER)?;
    let path = if path.is_empty() { "index.html" } else { path };
    let path = root.join(path).canonicalize().ok()?;
    path.starts_with(root).then_some(path)
}

fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json") => "application/json",
        Some("csv") => "text/csv; charset=utf-8",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}
