//! `parcours picture`: a journey as SVG or as the text of a Mermaid flowchart.

use std::io::Write;

use crate::cli::Outcome;
use crate::cli::args::{Picture, PictureFormat};
use crate::cli::fail::Fail;
use crate::cli::files;
use crate::editor::picture::{Caption, Captions, Look, mermaid, svg};
use crate::locale::names;

/// The colours of the page: a picture has those of its light theme.
const TOKENS: &str = include_str!("../../style/tokens.css");

pub(super) fn run(args: &Picture, out: &mut dyn Write) -> Result<Outcome, Fail> {
    let lang = args.lang;
    let workspace = files::workspace(&args.file, &files::bytes(&args.file)?, lang)?;
    let wanted: Vec<String> = args.journey.iter().cloned().collect();
    let found = match wanted.is_empty() {
        true => workspace.journeys.values().next(),
        false => files::journeys(&workspace, &wanted)?.into_iter().next(),
    };
    let Some(journey) = found else { return Ok(Outcome::Fine) };
    let caption =
        |id| Caption { title: names::tile(lang, &workspace, journey, id), line: String::new() };
    let branch = |tile: &_, slot| names::branch(lang, tile, slot);
    let captions = Captions::of(journey, &caption, &branch);
    let text = match args.format {
        PictureFormat::Mermaid => mermaid(journey, &captions, true),
        PictureFormat::Svg => {
            let picture = crate::editor::picture::Picture::of(journey, &captions, true);
            svg(&picture, &Look::of(&token), &journey.name)
        }
    };
    files::write(&args.output, &text, out)?;
    Ok(Outcome::Fine)
}

/// The value of a token in the light theme, which comes first in the sheet.
fn token(name: &str) -> String {
    let value = TOKENS.lines().find_map(|line| {
        line.trim().strip_prefix("--")?.strip_prefix(name)?.strip_prefix(": ")?.strip_suffix(';')
    });
    value.unwrap_or_default().to_owned()
}
