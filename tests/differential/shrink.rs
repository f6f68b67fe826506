//! Making a workspace smaller as long as it still fails: whole records first, then
//! tiles, then settings.

use std::sync::Arc;

use parcours::model::id::TileId;
use parcours::model::journey::{Journey, Repeat, Sequence, TileKind, WaitOn};
use parcours::model::tree::Place;
use parcours::model::workspace::Workspace;

/// The smallest workspace that is found from this one and still fails.
pub fn smallest(mut workspace: Workspace, fails: impl Fn(&Workspace) -> bool) -> Workspace {
    'again: loop {
        for smaller in smaller(&workspace) {
            if smaller != workspace && fails(&smaller) {
                workspace = smaller;
                continue 'again;
            }
        }
        return workspace;
    }
}

/// Every workspace that is one step smaller.
fn smaller(workspace: &Workspace) -> Vec<Workspace> {
    let mut found = Vec::new();
    let mut without = |change: &dyn Fn(&mut Workspace)| {
        let mut smaller = workspace.clone();
        change(&mut smaller);
        found.push(smaller);
    };
    for id in workspace.contacts.keys() {
        without(&|smaller| {
            smaller.contacts.remove(id);
            smaller.events.retain(|_, event| event.contact != *id);
        });
    }
    workspace.journeys.keys().for_each(|id| without(&|smaller| drop(smaller.journeys.remove(id))));
    workspace.flows.keys().for_each(|id| without(&|smaller| drop(smaller.flows.remove(id))));
    workspace.models.keys().for_each(|id| without(&|smaller| drop(smaller.models.remove(id))));
    workspace.events.keys().for_each(|id| without(&|smaller| drop(smaller.events.remove(id))));
    for journey in workspace.journeys.values() {
        for edited in smaller_journeys(journey) {
            without(&|smaller| drop(smaller.journeys.insert(edited.id, Arc::new(edited.clone()))));
        }
    }
    workspace.triggers.keys().for_each(|id| without(&|smaller| drop(smaller.triggers.remove(id))));
    workspace.segments.keys().for_each(|id| without(&|smaller| drop(smaller.segments.remove(id))));
    workspace.fields.keys().for_each(|id| without(&|smaller| drop(smaller.fields.remove(id))));
    without(&|smaller| Arc::make_mut(&mut smaller.settings).run.start.clear());
    without(&|smaller| Arc::make_mut(&mut smaller.settings).run.end.clear());
    without(&|smaller| Arc::make_mut(&mut smaller.settings).run.as_published.clear());
    for id in workspace.contacts.keys() {
        without(&|smaller| Arc::make_mut(smaller.contacts.get_mut(id).unwrap()).values.clear());
    }
    for id in workspace.events.keys() {
        without(&|smaller| {
            let event = Arc::make_mut(smaller.events.get_mut(id).unwrap());
            event.values_mut().into_iter().for_each(|values| values.clear());
        });
    }
    found
}

fn smaller_journeys(journey: &Journey) -> Vec<Journey> {
    let mut found = Vec::new();
    let mut without = |change: &dyn Fn(&mut Journey)| {
        let mut smaller = journey.clone();
        change(&mut smaller);
        found.push(smaller);
    };
    for tile in journey.all_tiles() {
        without(&|smaller| remove(smaller, tile.id, false));
        without(&|smaller| remove(smaller, tile.id, true));
    }
    without(&|smaller| smaller.goal = None);
    for place in 0..journey.exits.len() {
        without(&|smaller| drop(smaller.exits.remove(place)));
    }
    without(&|smaller| smaller.start.clear());
    without(&|smaller| smaller.end.clear());
    without(&|smaller| smaller.time_zone = "UTC".into());
    without(&|smaller| smaller.entry.exclusions.clear());
    without(&|smaller| _ = smaller.entry.set_repeat(Repeat::Never));
    if matches!(journey.entry.repeat(), Some(Repeat::After(_))) {
        without(&|smaller| _ = smaller.entry.set_repeat(Repeat::AtOnce));
    }
    let conditions = conditions(&mut journey.clone()).len();
    for which in 0..conditions {
        for item in 0..conditions_of(journey, which) {
            without(&|smaller| drop(conditions_mut(smaller, which).items.remove(item)));
        }
    }
    found
}

/// Takes a tile out; what is on its branches goes, or takes its place.
fn remove(journey: &mut Journey, id: TileId, keep_branches: bool) {
    let Some(Place { sequence, index }) = journey.place_of(id) else { return };
    let Some(tiles) = journey.sequence_mut(sequence) else { return };
    let tile = tiles.remove(index);
    if keep_branches {
        let kept: Vec<_> = tile.kind.sequences().into_iter().flatten().cloned().collect();
        tiles.splice(index..index, kept);
    }
}

type Condition = parcours::model::condition::Condition;

/// Every condition of a journey, in one order.
fn conditions(journey: &mut Journey) -> Vec<&mut Condition> {
    let mut found = Vec::new();
    found.extend(journey.entry.listener_mut().map(|on| &mut on.condition));
    found.extend(journey.goal.iter_mut().map(|goal| &mut goal.on.condition));
    let exits = journey.exits.iter_mut().filter_map(|exit| exit.on.listener_mut());
    found.extend(exits.map(|on| &mut on.condition));
    journey.tiles.iter_mut().for_each(|tile| of_tile(&mut Arc::make_mut(tile).kind, &mut found));
    found
}

fn of_tile<'j>(kind: &'j mut TileKind, found: &mut Vec<&'j mut Condition>) {
    let each = |tiles: &'j mut Sequence, found: &mut Vec<&'j mut Condition>| {
        tiles.iter_mut().for_each(|tile| of_tile(&mut Arc::make_mut(tile).kind, found));
    };
    match kind {
        TileKind::AttributeBranch { branches, other } => {
            for branch in branches {
                found.push(&mut branch.condition);
                each(&mut branch.tiles, found);
            }
            each(other, found);
        }
        TileKind::WaitFor { waits, other, .. } => {
            for wait in waits {
                if let WaitOn::Trigger(on) = &mut wait.on {
                    found.push(&mut on.condition);
                }
                each(&mut wait.tiles, found);
            }
            each(other, found);
        }
        TileKind::Split { shares } => {
            shares.iter_mut().for_each(|share| each(&mut share.tiles, found));
        }
        TileKind::Wait(_)
        | TileKind::CustomTrigger { .. }
        | TileKind::Message { .. }
        | TileKind::Exit => {}
    }
}

fn conditions_of(journey: &Journey, which: usize) -> usize {
    conditions(&mut journey.clone())[which].items.len()
}

fn conditions_mut(journey: &mut Journey, which: usize) -> &mut Condition {
    conditions(journey).into_iter().nth(which).unwrap()
}
