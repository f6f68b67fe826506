//! Which tiles are offered, and in which order: those used last, then all by groups.
//! The palette and the list at a + share it.

use leptos::prelude::*;

use crate::editor::NewTile;
use crate::ui::canvas::face;
use crate::ui::canvas::state::Canvas;
use crate::ui::i18n::t;
use crate::ui::prefs;
use crate::ui::search;
use crate::ui::widgets::picker::Choice;
use crate::ui::words;

/// So many count as used last.
const MOST: usize = 3;

/// The messages that head the groups, in the order of the palette.
pub const GROUPS: [&str; 3] = ["palette-messages", "palette-flow", "palette-ends"];

/// The group of a kind of tile.
pub fn group(kind: NewTile) -> &'static str {
    GROUPS[match kind {
        NewTile::Message(_) => 0,
        NewTile::AttributeBranch | NewTile::WaitForTrigger | NewTile::Split | NewTile::Wait => 1,
        NewTile::CustomTrigger | NewTile::Exit => 2,
    }]
}

/// The tiles that were used last, in this browser.
pub fn used() -> Vec<NewTile> {
    let stored = prefs::read(prefs::TILES_USED).unwrap_or_default();
    stored.split(' ').filter_map(of_key).collect()
}

/// Remembers that a tile was placed.
pub fn remember(canvas: Canvas, kind: NewTile) {
    canvas.used.update(|used| {
        used.retain(|known| *known != kind);
        used.insert(0, kind);
        used.truncate(MOST);
        let keys: Vec<&str> = used.iter().map(|kind| face::key(Some(*kind))).collect();
        prefs::write(prefs::TILES_USED, &keys.join(" "));
    });
}

/// The kind of that key.
pub fn of_key(key: &str) -> Option<NewTile> {
    NewTile::ALL.into_iter().find(|kind| face::key(Some(*kind)) == key)
}

/// Whether a kind of tile is meant by what was typed.
pub fn is_meant(kind: NewTile, query: &str) -> bool {
    search::matches(&words::kind(kind), query)
}

/// The lines of the list at a +, for what was typed. Tracked.
pub fn choices(canvas: Canvas, query: &str) -> Vec<Choice> {
    let used = canvas.used.get();
    let others = NewTile::ALL.into_iter().filter(|kind| !used.contains(kind));
    let grouped = used.iter().map(|kind| (*kind, "palette-used"));
    let all = grouped.chain(others.map(|kind| (kind, group(kind))));
    let meant = all.filter(|(kind, _)| is_meant(*kind, query));
    let choice = |(kind, group): (NewTile, &str)| Choice {
        key: face::key(Some(kind)).into(),
        label: words::kind(kind),
        group: t(group),
        icon: Some(face::icon(Some(kind))),
        ..Choice::default()
    };
    meant.map(choice).collect()
}
