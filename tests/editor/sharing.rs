//! What an edit does not touch is not copied: two versions of a journey have it in common,
//! and so have the entries of the history.

use std::collections::BTreeMap;
use std::sync::Arc;

use parcours::editor::{Command, Editor, JourneyEdit, NewTile, Session, Tiles};
use parcours::model::change::Change;
use parcours::model::condition::{Condition, Source};
use parcours::model::decimal::Decimal;
use parcours::model::id::{BranchId, JourneyId, TileId};
use parcours::model::journey::{
    Channel, Journey, JourneyState, Mapping, Sequence, Tile, TileKind, WaitOn,
};
use parcours::model::note::{Anchor, Note};
use parcours::model::renumber::{self, Numbers};
use parcours::model::time::Duration;
use parcours::model::tree::{Place, SequenceId};
use parcours::model::wait::WaitUntil;

use crate::big;
use crate::driver::Driver;

/// Whatever is the same in a journey before and after an edit is there only once.
pub fn what_is_the_same_is_there_once(change: &Change) {
    for (before, after) in change.journeys.values() {
        let (Some(before), Some(after)) = (before, after) else { continue };
        let known = tiles(before);
        for (id, tile) in tiles(after) {
            let copied = known.get(&id).is_some_and(|one| !Arc::ptr_eq(one, tile) && *one == tile);
            assert!(!copied, "{id} of {} is as it was, and was copied", after.name);
        }
    }
}

fn tiles(journey: &Journey) -> BTreeMap<TileId, &Arc<Tile>> {
    fn collect<'a>(tiles: &'a Sequence, found: &mut BTreeMap<TileId, &'a Arc<Tile>>) {
        for tile in tiles {
            found.insert(tile.id, tile);
            tile.kind.sequences().into_iter().for_each(|tiles| collect(tiles, found));
        }
    }
    let mut found = BTreeMap::new();
    collect(&journey.tiles, &mut found);
    found
}

/// The tiles of a journey that it has not in common with how it was; those that came are not
/// among them.
fn copied(before: &Journey, after: &Journey) -> Vec<TileId> {
    let known = tiles(before);
    let now = tiles(after).into_iter();
    let stayed = now.filter_map(|(id, tile)| Some((id, tile, known.get(&id)?)));
    stayed.filter(|(_, tile, one)| !Arc::ptr_eq(one, tile)).map(|(id, ..)| id).collect()
}

/// A large draft, with a Split, a message and one more wait deep inside.
struct Large {
    driver: Driver,
    journey: JourneyId,
}

impl Large {
    fn new() -> Self {
        let mut workspace = big::large(3, 1, 2000);
        let journey = *workspace.journeys.keys().next().unwrap();
        let record = Arc::make_mut(workspace.journeys.get_mut(&journey).unwrap());
        record.state = JourneyState::Draft;
        Self { driver: Driver { editor: Editor::open(workspace, Session::default()) }, journey }
    }

    fn journey(&self) -> Arc<Journey> {
        Arc::clone(&self.driver.editor.workspace().journeys[&self.journey])
    }

    /// The tile of a kind on whose way most tiles with branches are; of those the middle one.
    fn deepest(&self, is: impl Fn(&TileKind) -> bool) -> TileId {
        let journey = self.journey();
        let all = journey.all_tiles().into_iter().filter(|tile| is(&tile.kind));
        let all: Vec<_> = all.map(|tile| (journey.ancestors(tile.id).len(), tile.id)).collect();
        let most = all.iter().map(|(depth, _)| *depth).max().unwrap();
        let all: Vec<_> = all.into_iter().filter(|(depth, _)| *depth == most).collect();
        all[all.len() / 2].1
    }

    /// Edits it; only tiles on the way to `touched` may be copied. Undoing leads to the very
    /// journey of before, and redoing to that of after.
    fn edit(&mut self, edit: JourneyEdit, touched: &[TileId]) {
        let before = self.journey();
        let text = format!("{edit:?}");
        self.driver.edit(self.journey, edit);
        let after = self.journey();
        assert_ne!(before, after, "{text}");
        let way = |id: &TileId| before.ancestors(*id).into_iter().chain([*id]);
        let ways: Vec<TileId> = touched.iter().flat_map(way).collect();
        let copied = copied(&before, &after);
        assert!(copied.iter().all(|id| ways.contains(id)), "{text} copied {copied:?}");
        self.driver.undo();
        assert!(Arc::ptr_eq(&self.journey(), &before), "{text} undone");
        self.driver.redo();
        assert!(Arc::ptr_eq(&self.journey(), &after), "{text} done again");
        self.driver.must(Command::EndGesture);
    }

    /// Puts a new tile before another.
    fn insert(&mut self, kind: NewTile, at: Place) -> TileId {
        let around = owner(at);
        let before = tiles(&self.journey()).into_keys().collect::<Vec<_>>();
        self.edit(JourneyEdit::Insert(at, kind), around.as_slice());
        let journey = self.journey();
        let new = tiles(&journey).into_keys().find(|id| !before.contains(id));
        new.unwrap()
    }

    fn place_of(&self, tile: TileId) -> Place {
        self.journey().place_of(tile).unwrap()
    }

    fn kind(&self, tile: TileId) -> TileKind {
        self.journey().tile(tile).unwrap().kind.clone()
    }
}

/// The tile on whose branch a place is.
fn owner(place: Place) -> Vec<TileId> {
    match place.sequence {
        SequenceId::Of(tile, _) => vec![tile],
        SequenceId::Root => Vec::new(),
    }
}

#[test]
fn an_edit_of_one_tile_copies_only_the_way_to_it() {
    let mut large = Large::new();
    let wait = large.deepest(|kind| matches!(kind, TileKind::Wait(_)));
    let raise = large.deepest(|kind| matches!(kind, TileKind::CustomTrigger { .. }));
    let asks = large.deepest(|kind| matches!(kind, TileKind::AttributeBranch { .. }));
    let waits = large.deepest(|kind| kind.waits().len() == 1);
    assert!(large.journey().ancestors(raise).len() > 2);

    let days = |count| WaitUntil::Duration(Duration::days(count));
    large.edit(JourneyEdit::RenameTile(wait, "Later".into()), &[wait]);
    large.edit(JourneyEdit::SetNote(wait, Note::new("Why?".into(), true)), &[wait]);
    large.edit(JourneyEdit::MoveNote(wait, raise), &[wait, raise]);
    large.edit(JourneyEdit::SetWait(wait, days(3)), &[wait]);
    large.edit(JourneyEdit::SetLimit(waits, Duration::days(2)), &[waits]);
    let on = WaitOn::default();
    large.edit(JourneyEdit::SetWaitOn(waits, BranchId::ONLY, on), &[waits]);
    let TileKind::CustomTrigger { mappings, .. } = large.kind(raise) else { panic!("it raises") };
    let attribute = *mappings.keys().next().unwrap();
    let fixed = Mapping::Fixed("77".into());
    large.edit(JourneyEdit::SetMapping(raise, attribute, Some(fixed.clone())), &[raise]);
    large.edit(JourneyEdit::SetBinding(raise, Some(fixed)), &[raise]);
    large.edit(JourneyEdit::SetRaised(raise, None), &[raise]);

    large.edit(JourneyEdit::AddBranch(asks), &[asks]);
    let TileKind::AttributeBranch { branches, .. } = large.kind(asks) else { panic!("it asks") };
    let branch = branches[0].id;
    large.edit(JourneyEdit::RenameBranch(asks, branch, "Many".into()), &[asks]);
    let condition = Condition::default();
    large.edit(JourneyEdit::SetBranchCondition(asks, branch, condition), &[asks]);
    large.edit(JourneyEdit::MoveBranch(asks, branch, 1), &[asks]);
    large.edit(JourneyEdit::DeleteBranch(asks, branch), &[asks]);
}

#[test]
fn tiles_that_come_and_go_copy_only_the_way_to_their_sequence() {
    let mut large = Large::new();
    let raise = large.deepest(|kind| matches!(kind, TileKind::CustomTrigger { .. }));
    let asks = large.deepest(|kind| matches!(kind, TileKind::AttributeBranch { .. }));
    let at = large.place_of(raise);
    let message = large.insert(NewTile::Message(Channel::Email), at);
    large.edit(JourneyEdit::SetContent(message, "Welcome".into()), &[message]);
    large.edit(JourneyEdit::SetRecipient(message, Some(Source::Contact(big::FIELD))), &[message]);
    let split = large.insert(NewTile::Split, at);
    let TileKind::Split { shares } = large.kind(split) else { panic!("it divides") };
    large.edit(JourneyEdit::SetShare(split, shares[0].id, Decimal::ONE), &[split]);
    large.edit(JourneyEdit::Equalize(split), &[split]);

    let around = owner(large.place_of(asks));
    large.edit(JourneyEdit::Duplicate(asks.into()), &around);
    large.edit(JourneyEdit::Copy(asks.into(), at), &owner(at));
    large.edit(JourneyEdit::Move(message.into(), large.place_of(asks)), &[around[0], message]);
    large.edit(JourneyEdit::Delete(asks.into()), &around);
    let root = large.journey().tiles[2].id;
    large.edit(JourneyEdit::Delete(root.into()), &[]);
    let first = Place { sequence: SequenceId::Root, index: 0 };
    let both = Tiles::new([raise, message].into_iter().collect()).unwrap();
    large.edit(JourneyEdit::Move(both, first), &[raise, message]);
}

#[test]
fn settings_of_a_journey_copy_no_tile() {
    let mut large = Large::new();
    let wait = large.deepest(|kind| matches!(kind, TileKind::Wait(_)));
    large.edit(JourneyEdit::Rename("Large".into()), &[]);
    large.edit(JourneyEdit::Describe("For many".into()), &[]);
    large.edit(JourneyEdit::AddExit, &[]);
    large.edit(JourneyEdit::AddNote(Anchor { tile: wait, x: 10, y: 10 }, "Ask Ana".into()), &[]);
    large.edit(JourneyEdit::SetTimeZone("Asia/Tokyo".into()), &[]);
}

#[test]
fn tiles_that_keep_their_numbers_stay_shared() {
    let large = Large::new();
    let journey = large.journey();
    let renumbered = |numbers| {
        let mut renumbered = Journey::clone(&journey);
        renumber::parts(&mut renumbered, &numbers);
        renumbered
    };
    assert_eq!(copied(&journey, &renumbered(Numbers::new())), []);
    let wait = large.deepest(|kind| matches!(kind, TileKind::Wait(_)));
    let unknown = 900_000;
    assert_eq!(copied(&journey, &renumbered([(unknown, unknown + 1)].into())), []);
    let now = renumbered([(wait.0, unknown)].into());
    assert!(now.tile(TileId(unknown)).is_some());
    let mut copied = copied(&journey, &now);
    copied.sort_by_key(|id| journey.ancestors(*id).len());
    assert_eq!(copied, journey.ancestors(wait));
}
