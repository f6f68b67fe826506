//! User stories in a real browser, over the built site.
//!
//! A story opens a [`Browser`] on a [`Site`], finds what it needs the way a person
//! or a screen reader does (by role and name), and acts with real pointer and key
//! events. Nothing here sleeps for a fixed time: whatever is looked for is looked
//! for again until it is there or a deadline has passed.
//!
//! The client is this small because it blocks: stories read from top to bottom,
//! and the whole harness builds in seconds.

mod accessibility;
mod actions;
mod axe;
mod browser;
mod client;
mod driver;
mod element;
mod hands;
mod site;
mod wait;

pub use actions::{Key, Touch};
pub use browser::{Browser, Options, Theme};
pub use element::Element;
pub use hands::Hands;
pub use site::Site;

/// Why a step of a story could not be done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file or a process failed.
    #[error("{what}: {cause}")]
    System {
        /// What was tried.
        what: String,
        /// What the system said.
        cause: std::io::Error,
    },
    /// The driver did not answer.
    #[error("chromedriver did not answer {path}: {cause}")]
    Unreachable {
        /// What was asked for.
        path: String,
        /// What the connection said.
        cause: Box<ureq::Error>,
    },
    /// The driver refused.
    #[error("{path}: {code}: {message}")]
    Refused {
        /// What was asked for.
        path: String,
        /// The error code of the WebDriver standard.
        code: String,
        /// The driver's words.
        message: String,
    },
    /// The answer was not what the standard promises.
    #[error("{path}: unexpected answer {answer}")]
    Unexpected {
        /// What was asked for.
        path: String,
        /// What came back.
        answer: String,
    },
    /// The deadline passed.
    #[error("waited {seconds} s for {what}; last seen: {seen}")]
    Late {
        /// How long, in seconds.
        seconds: u64,
        /// What was waited for.
        what: String,
        /// What was there instead.
        seen: String,
    },
}

/// What a step of a story gives.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    fn system(what: impl Into<String>) -> impl FnOnce(std::io::Error) -> Self {
        let what = what.into();
        move |cause| Self::System { what, cause }
    }
}
