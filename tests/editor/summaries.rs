//! What tiles say at a glance.

use parcours::editor::summary::{
    self, BranchName, SourceName, Summary, TileTitle, Word, Words, branch_name,
};
use parcours::editor::{Command, JourneyEdit, NewTile};
use parcours::model::condition::{Comparison, Condition, Item, Join, Operator, Source};
use parcours::model::id::{AttributeId, BranchId, JourneyId, TileId, TriggerId};
use parcours::model::journey::{Listener, Mapping, Repeat, WaitOn};
use parcours::model::time::Duration;
use parcours::model::tree::{Place, SequenceId, Slot};

use crate::driver::Driver;

const FIRST: Place = Place { sequence: SequenceId::Root, index: 0 };

struct Stage {
    driver: Driver,
    trigger: TriggerId,
    attribute: AttributeId,
    journey: JourneyId,
}

/// A journey that starts from a trigger with two attributes.
fn stage() -> Stage {
    let mut driver = Driver::new();
    let trigger = driver.add_trigger("Order placed");
    let attribute = driver.add_attribute(trigger, "Campaign");
    driver.add_attribute(trigger, "Amount");
    let journey = driver.add_journey("Post-purchase");
    let on = Listener { trigger: Some(trigger), condition: Condition::default() };
    driver.edit(journey, JourneyEdit::SetEntry(on));
    Stage { driver, trigger, attribute, journey }
}

impl Stage {
    fn says(&self, tile: TileId) -> Summary {
        let journey = self.driver.journey(self.journey);
        let tile = self.driver.tile(self.journey, tile);
        summary::of_tile(self.driver.editor.workspace(), journey, tile)
    }

    fn words(&self, condition: &Condition) -> Vec<Word> {
        let workspace = self.driver.editor.workspace();
        let journey = self.driver.journey(self.journey);
        summary::words(workspace, journey, Some(self.trigger), condition).0
    }
}

fn row(source: Option<Source>) -> Comparison {
    Comparison { source, operator: Operator::Is, operands: vec!["Spring".into()] }
}

fn word(source: SourceName) -> Word {
    Word::Row { source, operator: Operator::Is, operands: vec!["Spring".into()] }
}

#[test]
fn tiles_say_what_they_do() {
    let mut stage = stage();
    let name = Some("Order placed".to_owned());
    let Stage { driver, journey, trigger, attribute } = &mut stage;
    let raise = driver.place(*journey, FIRST, NewTile::CustomTrigger);
    driver.edit(*journey, JourneyEdit::SetRaised(raise, Some(*trigger)));
    driver.map(*journey, raise, *attribute, Mapping::Fixed("Spring".into()));
    let wait = driver.place(*journey, FIRST, NewTile::Wait);
    let until = driver.place(*journey, FIRST, NewTile::WaitForTrigger);
    let split = driver.place(*journey, FIRST, NewTile::AttributeBranch);
    let exit = driver.place(*journey, FIRST, NewTile::Exit);

    assert_eq!(stage.says(raise), Summary::Raises { name: name.clone(), mapped: 1, total: 2 });
    assert_eq!(stage.says(wait), Summary::Duration(Duration::days(1)));
    let limit = Duration::days(30);
    let (conditions, condition) = (0, Words::default());
    assert_eq!(stage.says(until), Summary::Trigger { name: None, conditions, condition, limit });
    assert_eq!(stage.says(split), Summary::Condition(Words::default()));
    stage.driver.add_branch(stage.journey, split);
    assert_eq!(stage.says(split), Summary::Branches(2));
    assert_eq!(stage.says(exit), Summary::Exit);

    let entry =
        summary::of_entry(stage.driver.editor.workspace(), stage.driver.journey(stage.journey));
    let (condition, repeat) = (Words::default(), Repeat::Never);
    assert_eq!(entry, Summary::Starts { name, condition, repeat });
}

#[test]
fn a_condition_reads_in_order_with_its_groups_set_off() {
    let mut stage = stage();
    stage.driver.must(Command::AddField("City".into(), parcours::model::value::Type::Text));
    let field = *stage.driver.editor.workspace().fields.keys().next().unwrap();
    let group = vec![row(Some(Source::Incoming(stage.attribute))), row(None)];
    let condition = Condition {
        join: Join::All,
        items: vec![
            Item::Row(row(Some(Source::Contact(field)))),
            Item::Group(Join::Any, Vec::new()),
            Item::Group(Join::Any, group),
        ],
    };
    let expected = [
        word(SourceName::Contact("City".into())),
        Word::Join(Join::All),
        Word::Open,
        word(SourceName::Incoming("Campaign".into())),
        Word::Join(Join::Any),
        word(SourceName::Missing),
        Word::Close,
    ];
    assert_eq!(stage.words(&condition), expected);
}

#[test]
fn a_received_value_names_where_it_was_received() {
    let mut stage = stage();
    let entry = stage.driver.journey(stage.journey).entry.id;
    let until = stage.driver.place(stage.journey, FIRST, NewTile::WaitForTrigger);
    let on = Listener { trigger: Some(stage.trigger), condition: Condition::default() };
    stage
        .driver
        .edit(stage.journey, JourneyEdit::SetWaitOn(until, BranchId::ONLY, WaitOn::Trigger(on)));
    let received = |tile| SourceName::Received {
        tile,
        trigger: "Order placed".into(),
        attribute: "Campaign".into(),
    };
    for (tile, name) in [
        (entry, received(TileTitle::Entry)),
        (until, received(TileTitle::Kind(NewTile::WaitForTrigger))),
        (TileId(99), SourceName::Gone),
    ] {
        let source = Source::Received(tile, stage.attribute);
        let condition = Condition::row(source, Operator::Is, &["Spring"]);
        assert_eq!(stage.words(&condition), [word(name)]);
    }
}

#[test]
fn branches_are_called_after_themselves_or_after_their_place() {
    let mut stage = stage();
    let tile = stage.driver.place(stage.journey, FIRST, NewTile::AttributeBranch);
    let name = |stage: &Stage, slot| branch_name(stage.driver.tile(stage.journey, tile), slot);
    let only = stage.driver.tile(stage.journey, tile).slots()[0];
    assert_eq!(name(&stage, only), BranchName::Yes);
    assert_eq!(name(&stage, Slot::Other), BranchName::No);

    let second = stage.driver.add_branch(stage.journey, tile);
    assert_eq!(name(&stage, only), BranchName::Numbered(1));
    assert_eq!(name(&stage, Slot::Branch(second)), BranchName::Numbered(2));
    assert_eq!(name(&stage, Slot::Other), BranchName::Other);
    let rename = JourneyEdit::RenameBranch(tile, second, "Rewards".into());
    stage.driver.edit(stage.journey, rename);
    assert_eq!(name(&stage, Slot::Branch(second)), BranchName::Own("Rewards".into()));
    assert_eq!(name(&stage, Slot::Yes), BranchName::Yes);
    assert_eq!(name(&stage, Slot::No), BranchName::No);
}

#[test]
fn a_tile_is_called_by_its_own_name_or_after_what_it_does() {
    let mut stage = stage();
    let tile = stage.driver.place(stage.journey, FIRST, NewTile::Wait);
    let title = |stage: &Stage| summary::title(stage.driver.tile(stage.journey, tile));
    assert_eq!(title(&stage), TileTitle::Kind(NewTile::Wait));
    let rename = JourneyEdit::RenameTile(tile, "Breathe".into());
    stage.driver.edit(stage.journey, rename);
    assert_eq!(title(&stage), TileTitle::Own("Breathe".into()));
}
