//! Why a command cannot do its work, in words for the terminal.

use std::io;
use std::path::PathBuf;

/// Why a command cannot do its work.
#[derive(Debug, thiserror::Error)]
pub(super) enum Fail {
    /// A file cannot be read.
    #[error("{}: {error}", path.display())]
    Read {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// A file cannot be written.
    #[error("{}: cannot be written: {error}", path.display())]
    Write {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// Standard output cannot be written to.
    #[error("standard output: {0}")]
    Output(#[from] io::Error),
    /// What is in a file does not do.
    #[error("{}:{place} {words}", path.display())]
    Content {
        /// Which.
        path: PathBuf,
        /// `line:column:`, or nothing.
        place: String,
        /// What is wrong.
        words: String,
    },
    /// A name that nothing has.
    #[error("there is no {kind} “{name}”; {}", known(names))]
    Unknown {
        /// What was looked for.
        kind: &'static str,
        /// The name that was given.
        name: String,
        /// The names that there are.
        names: Vec<String>,
    },
    /// An option that does not do.
    #[error("--{option}: {words}")]
    Option {
        /// Which.
        option: &'static str,
        /// What is wrong.
        words: String,
    },
}

fn known(names: &[String]) -> String {
    match names {
        [] => "there are none".into(),
        names => {
            let names: Vec<_> = names.iter().map(|name| format!("“{name}”")).collect();
            format!("there are: {}", names.join(", "))
        }
    }
}
