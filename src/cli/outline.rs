//! `parcours outline`: journeys as indented text.

use std::io::Write;

use crate::cli::Outcome;
use crate::cli::args::Outline;
use crate::cli::fail::Fail;
use crate::cli::files;
use crate::format::outline::outline;
use crate::locale::Lang;

pub(super) fn run(args: &Outline, out: &mut dyn Write) -> Result<Outcome, Fail> {
    let workspace = files::workspace(&args.file, &files::bytes(&args.file)?, Lang::En)?;
    let journeys = if args.journey.is_empty() {
        workspace.journeys.values().collect()
    } else {
        files::journeys(&workspace, &args.journey)?
    };
    for (index, journey) in journeys.into_iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        out.write_all(outline(&workspace, journey).as_bytes())?;
    }
    Ok(Outcome::Fine)
}
