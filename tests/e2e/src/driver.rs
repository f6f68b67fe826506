//! The chromedriver process: started on a free port, ended when dropped.

use std::env;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::{Error, Result};

/// A running chromedriver.
pub struct Driver {
    process: Child,
    address: String,
}

impl Driver {
    /// Starts chromedriver: the one that the variable `CHROMEDRIVER` names, else
    /// the one on the path.
    ///
    /// # Errors
    /// When it cannot be started, with its last words.
    pub fn start() -> Result<Self> {
        let program = env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        let (process, port) = listening(|| launch(&program))?;
        Ok(Self { process, address: format!("http://127.0.0.1:{port}") })
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Both fail only when the process has ended by itself.
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// How often a port is drawn. One of a few thousand is taken when some browsers run.
const DRAWS: usize = 5;

/// What a driver that was launched says.
enum Start<P> {
    /// It listens on this port.
    Listening(P, u16),
    /// It has ended, with these last words.
    Ended(String),
}

/// The first driver that listens. A driver draws a free port for IPv6 and then asks
/// for the same one for IPv4; when that is taken, it ends and another must draw.
fn listening<P>(mut launch: impl FnMut() -> Result<Start<P>>) -> Result<(P, u16)> {
    let mut draws = 1;
    loop {
        match launch()? {
            Start::Listening(process, port) => return Ok((process, port)),
            Start::Ended(words) if draws == DRAWS || !words.contains("port not available") => {
                return Err(Error::Unexpected { path: "chromedriver".to_owned(), answer: words });
            }
            Start::Ended(_) => draws += 1,
        }
    }
}

fn launch(program: &str) -> Result<Start<Child>> {
    let mut process = Command::new(program)
        .arg("--port=0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(Error::system(format!("{program} (cargo xtask setup installs it)")))?;
    let mut words = String::new();
    let lines = process.stdout.take().map(|out| BufReader::new(out).lines());
    for line in lines.into_iter().flatten().map_while(|line| line.ok()) {
        if let Some(port) = port(&line) {
            return Ok(Start::Listening(process, port));
        }
        words = line;
    }
    let status = process.wait().map_err(Error::system("chromedriver"))?;
    Ok(Start::Ended(format!("{words} ({status})")))
}

/// The port in the line that says that it has started.
fn port(line: &str) -> Option<u16> {
    let rest = line.split_once("was started successfully on port ")?.1;
    rest.trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{DRAWS, Start, listening, port};

    const TAKEN: &str = "IPv4 port not available. Exiting...";

    #[test]
    fn the_port_stands_in_the_line_that_says_it_has_started() {
        assert_eq!(port("ChromeDriver was started successfully on port 4711."), Some(4711));
        assert_eq!(port("Starting ChromeDriver on port 0"), None);
    }

    #[test]
    fn a_driver_whose_port_is_taken_draws_again() {
        let mut launched = 0;
        let found = listening(|| {
            launched += 1;
            Ok(if launched < 3 { Start::Ended(TAKEN.into()) } else { Start::Listening("it", 4711) })
        });
        assert_eq!(found.unwrap(), ("it", 4711));
    }

    #[test]
    fn a_driver_that_ends_otherwise_or_for_ever_is_told_by_its_last_words() {
        for (words, launches) in [("no display", 1), (TAKEN, DRAWS)] {
            let mut launched = 0;
            let found = listening::<()>(|| {
                launched += 1;
                Ok(Start::Ended(words.into()))
            });
            assert!(found.unwrap_err().to_string().contains(words));
            assert_eq!(launched, launches);
        }
    }
}
