//! `parcours fmt`: files in their canonical form.

use std::io::Write;

use crate::cli::Outcome;
use crate::cli::args::Fmt;
use crate::cli::fail::Fail;
use crate::cli::files::{self, Document};
use crate::locale::Lang;

pub(super) fn run(fmt: &Fmt, out: &mut dyn Write) -> Result<Outcome, Fail> {
    let mut outcome = Outcome::Fine;
    for path in &fmt.files {
        let bytes = files::bytes(path)?;
        let document = Document::read(&bytes).map_err(|error| Fail::Content {
            path: files::shown(path),
            place: error.place().map(|at| format!("{}:", files::show(at))).unwrap_or_default(),
            words: files::sentence(Lang::En, &error),
        })?;
        let text = document.text();
        let same = text.as_bytes() == bytes;
        if fmt.check && !same {
            writeln!(out, "{}", files::shown(path).display())?;
            outcome = Outcome::Found;
        } else if !fmt.check && (!same || files::is_standard(path)) {
            files::write(path, &text, out)?;
        }
    }
    Ok(outcome)
}
