//! `parcours diff`: what is different between two journeys, as text or JSON.

use std::io::Write;
use std::sync::Arc;

use serde_json::json;

use crate::cli::Outcome;
use crate::cli::args::{Diff, Report};
use crate::cli::fail::Fail;
use crate::cli::files;
use crate::format::outline::{difference, difference_json};
use crate::locale::Lang;
use crate::model::diff::diff;
use crate::model::journey::Journey;
use crate::model::workspace::Workspace;

/// A journey of the old file and what it became.
type Pair<'w> = (Option<&'w Arc<Journey>>, Option<&'w Arc<Journey>>);

pub(super) fn run(args: &Diff, out: &mut dyn Write) -> Result<Outcome, Fail> {
    let read = |path| files::workspace(path, &files::bytes(path)?, Lang::En);
    let old = read(&args.old)?;
    let new = read(args.new.as_ref().unwrap_or(&args.old))?;
    let pairs = pairs(args, &old, &new)?;
    let found = pairs.iter().filter_map(|(old, new)| Some(diff((*old)?, (*new)?)));
    let found: Vec<_> = found.filter(|found| args.alone() || !found.is_empty()).collect();
    let without = |found: &[Pair], gone: bool| {
        let only = found.iter().filter_map(|(old, new)| match (old, new) {
            (Some(old), None) if gone => Some((*old).clone()),
            (None, Some(new)) if !gone => Some((*new).clone()),
            _ => None,
        });
        only.collect::<Vec<_>>()
    };
    let (removed, added) = (without(&pairs, true), without(&pairs, false));
    match args.format {
        Report::Text => {
            for (sign, journeys) in [('-', &removed), ('+', &added)] {
                for journey in journeys {
                    writeln!(out, "{sign} Journey “{}” ({})", journey.name, journey.id)?;
                }
            }
            for one in &found {
                out.write_all(difference(&old, &new, one).as_bytes())?;
            }
        }
        Report::Json => {
            let name = |journey: &Arc<Journey>| json!({"id": journey.id.to_string(), "name": journey.name});
            let value = json!({
                "format": "parcours.diff",
                "version": 1,
                "removed": removed.iter().map(name).collect::<Vec<_>>(),
                "added": added.iter().map(name).collect::<Vec<_>>(),
                "journeys": found.iter().map(|one| difference_json(&old, &new, one)).collect::<Vec<_>>(),
            });
            writeln!(out, "{value:#}")?;
        }
    }
    let same = removed.is_empty() && added.is_empty() && found.iter().all(|one| one.is_empty());
    Ok(if same { Outcome::Fine } else { Outcome::Found })
}

impl Diff {
    /// Whether one journey is asked for, which is told even when nothing is different.
    fn alone(&self) -> bool {
        self.journey.is_some()
    }
}

/// Which journeys are compared: the two that are named, or all of one id.
fn pairs<'w>(args: &Diff, old: &'w Workspace, new: &'w Workspace) -> Result<Vec<Pair<'w>>, Fail> {
    if let Some(name) = &args.journey {
        let with = args.with.as_ref().unwrap_or(name);
        let old = files::journeys(old, std::slice::from_ref(name))?;
        let new = files::journeys(new, std::slice::from_ref(with))?;
        return Ok(old.into_iter().map(Some).zip(new.into_iter().map(Some)).collect());
    }
    let known = old.journeys.iter().map(|(id, journey)| (Some(journey), new.journeys.get(id)));
    let fresh = new.journeys.iter().filter(|(id, _)| !old.journeys.contains_key(id));
    Ok(known.chain(fresh.map(|(_, journey)| (None, Some(journey)))).collect())
}
