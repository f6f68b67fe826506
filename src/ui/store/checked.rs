//! What the checker says of the open workspace, and when it is fetched: its code comes
//! after the first picture.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::check::{Checker, Findings, Index};
use crate::model::change::Change;
use crate::model::journey::Sequence;
use crate::model::workspace::Workspace;
use crate::ui::later::{self, Look, NotFetched};
use crate::ui::toast::Toasts;

/// From so many tiles on the first look of the checker is long.
const LARGE: usize = 1000;
/// How long after the first frame of a large document it may be.
const SEEN: Duration = Duration::from_millis(250);

/// Who uses what, and what is wrong, as the checker has it.
#[derive(Clone, Default)]
pub struct Checked(pub Arc<Index>, pub Arc<Findings>);

impl PartialEq for Checked {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) && Arc::ptr_eq(&self.1, &other.1)
    }
}

/// How long after its first frame a workspace is checked.
pub fn wait(workspace: &Workspace) -> Duration {
    if is_large(workspace) { SEEN } else { Duration::ZERO }
}

/// Fetches the checker.
pub async fn fetch(look: RwSignal<Option<Look>>, toasts: Toasts) {
    match later::checker().await {
        Ok(code) if look.try_with_untracked(Option::is_none) == Some(true) => look.set(Some(code)),
        Ok(_) => {}
        Err(NotFetched) => toasts.say("later-failed", Vec::new()),
    }
}

/// Checks what was edited since the last time; the first time, everything.
pub fn check(
    look: Look,
    checker: StoredValue<Option<Checker>, LocalStorage>,
    workspace: &Workspace,
    change: &Change,
) -> Checked {
    let checked = checker.try_update_value(|checker| {
        look(checker, workspace, change);
        let checker = checker.as_ref()?;
        Some(Checked(Arc::clone(checker.index()), Arc::clone(checker.findings())))
    });
    checked.flatten().unwrap_or_default()
}

/// Whether there are so many tiles that checking them takes longer than a frame.
fn is_large(workspace: &Workspace) -> bool {
    fn take(tiles: &Sequence, left: &mut usize) {
        for tile in tiles {
            *left = left.saturating_sub(1);
            if *left == 0 {
                return;
            }
            tile.kind.sequences().into_iter().for_each(|tiles| take(tiles, left));
        }
    }
    let mut left = LARGE;
    workspace.journeys.values().for_each(|journey| take(&journey.tiles, &mut left));
    left == 0
}
