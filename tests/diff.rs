//! What is different between two versions of a journey (rule S7).
#![allow(clippy::unwrap_used, clippy::panic, missing_docs, reason = "these are tests")]

#[path = "support/mod.rs"]
mod support;

use std::sync::Arc;

use parcours::model::collect;
use parcours::model::diff::{Fate, diff};
use parcours::model::id::{JourneyId, TileId};
use parcours::model::journey::{Entry, Journey, JourneyState, Listener, Repeat, Tile, TileKind};
use parcours::model::note::{Anchor, GroundNote, Note};
use parcours::model::version::Version;
use parcours::model::workspace::Workspace;
use proptest::prelude::*;
use support::generate;

/// A tile without what stands on its branches.
fn alone(tile: &Tile) -> Tile {
    let mut tile = tile.clone();
    tile.kind.sequences_mut().into_iter().for_each(|tiles| tiles.clear());
    tile
}

/// The journey without what a difference does not look at.
fn bare(journey: &Journey) -> Journey {
    let mut journey = journey.clone();
    (journey.id, journey.state) = (JourneyId(0), JourneyState::Draft);
    journey.version = Version::default();
    journey
}

/// The journeys of a workspace in pairs, as if the second were a version of the first:
/// made so that a part of the tiles is the same.
fn pairs(workspace: &Workspace) -> Vec<(Journey, Journey)> {
    let all: Vec<_> = workspace.journeys.values().map(|one| one.as_ref().clone()).collect();
    let mut found = Vec::new();
    for old in &all {
        for donor in &all {
            let mut new = old.clone();
            let cut = new.tiles.len() / 2;
            new.tiles.rotate_left(cut.min(1));
            new.tiles.truncate(cut + 1);
            if old.id != donor.id {
                new.tiles.extend(donor.tiles.iter().take(1).cloned());
                (new.name, new.goal) = (donor.name.clone(), donor.goal.clone());
                new.entry.by = donor.entry.by.clone();
            }
            found.push((old.clone(), new));
        }
    }
    found
}

proptest! {
    #[test]
    fn nothing_is_different_between_a_journey_and_itself(w in generate::workspace()) {
        for journey in w.journeys.values() {
            prop_assert!(diff(journey, journey).is_empty());
        }
    }

    #[test]
    fn whatever_differs_is_named(w in generate::workspace()) {
        for (old, new) in pairs(&w) {
            let found = diff(&old, &new);
            let (old, new) = (&found.old, &found.new);
            prop_assert_eq!(found.is_empty(), bare(old) == bare(new));
            let olds = collect::map(old.all_tiles().into_iter().map(|tile| (tile.id, tile)));
            let news = collect::map(new.all_tiles().into_iter().map(|tile| (tile.id, tile)));
            for (id, tile) in &olds {
                let edit = found.of_tile(*id);
                match news.get(id) {
                    None => prop_assert_eq!(edit.unwrap().fate, Fate::Removed),
                    Some(other) => {
                        let named = edit.is_some_and(|edit| !edit.settings.is_empty());
                        prop_assert_eq!(named, alone(tile) != alone(other));
                    }
                }
            }
            for id in news.keys().filter(|id| !olds.contains_key(id)) {
                prop_assert_eq!(found.of_tile(*id).unwrap().fate, Fate::Added);
            }
        }
    }

    #[test]
    fn what_is_added_one_way_is_removed_the_other(w in generate::workspace()) {
        for (old, new) in pairs(&w) {
            let (there, back) = (diff(&old, &new), diff(&new, &old));
            prop_assert_eq!(there.count(Fate::Added), back.count(Fate::Removed));
            prop_assert_eq!(there.count(Fate::Removed), back.count(Fate::Added));
            prop_assert_eq!(there.settings.len(), back.settings.len());
        }
    }
}

#[test]
fn s12_what_became_of_a_note_on_the_ground_is_told() {
    let at = |x| Anchor { tile: TileId(1), x, y: 0 };
    let note = |id, text: &str, x| GroundNote { id: TileId(id), text: text.into(), at: at(x) };
    let entry = Entry::on(TileId(1), Listener::default(), Repeat::Never);
    let mut old = Journey::new(JourneyId(1), "A journey", entry);
    let mut new = old.clone();
    old.notes = vec![note(10, "A", 0), note(11, "B", 0), note(12, "C", 0), note(13, "D", 0)];
    new.notes = vec![note(10, "A", 0), note(11, "b", 0), note(12, "c", 5), note(14, "E", 0)];
    let found = diff(&old, &new);
    let fates = [10, 11, 12, 13, 14].map(|id| found.of_note(TileId(id)));
    let expected =
        [None, Some(Fate::Changed), Some(Fate::Moved), Some(Fate::Removed), Some(Fate::Added)];
    assert_eq!(fates, expected);
}

#[test]
fn journeys_that_have_nothing_in_common_are_paired_by_their_tiles() {
    let text = include_str!("../examples/post-purchase.json");
    let workspace = parcours::format::read(text.as_bytes()).unwrap();
    let old = workspace.journeys.values().next().unwrap();
    let mut new = old.as_ref().clone();
    let numbers = parcours::model::renumber::of_journey(&new);
    let fresh = collect::map(numbers.into_iter().zip(1000..));
    parcours::model::renumber::parts(&mut new, &fresh);
    assert!(diff(old, &new).is_empty());
    assert!(!new.tiles.is_empty());
    new.tiles.retain(|tile| !matches!(tile.kind, TileKind::Exit));
    let extra = Arc::new(Tile {
        id: parcours::model::id::TileId(5000),
        name: "Extra".into(),
        kind: TileKind::Exit,
        note: Note::default(),
    });
    new.tiles.push(extra);
    assert_eq!(diff(old, &new).count(Fate::Added), 1);
}
