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
    /// When it cannot be started.
    pub fn start() -> Result<Self> {
        let program = env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        let mut process = Command::new(&program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(Error::system(format!("{program} (cargo xtask setup installs it)")))?;
        let port = process.stdout.take().and_then(|out| {
            BufReader::new(out).lines().map_while(|line| line.ok()).find_map(|line| port(&line))
        });
        let Some(port) = port else {
            let code = process.wait().map_err(Error::system("chromedriver"))?;
            return Err(Error::Unexpected { path: program, answer: code.to_string() });
        };
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

/// The port in the line that says that it has started.
fn port(line: &str) -> Option<u16> {
    let rest = line.split_once("was started successfully on port ")?.1;
    rest.trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::port;

    #[test]
    fn the_port_stands_in_the_line_that_says_it_has_started() {
        assert_eq!(port("ChromeDriver was started successfully on port 4711."), Some(4711));
        assert_eq!(port("Starting ChromeDriver on port 0"), None);
    }
}
