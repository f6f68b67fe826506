//! Tiles as text: what is copied reads back, and what becomes of it where it is pasted.

use std::sync::Arc;

use parcours::examples::POST_PURCHASE;
use parcours::format::{
    FileKind, Fragment, PasteError, PasteNote, Pasted, ReadError, What, paste, read, read_tiles,
    write_tiles,
};
use parcours::model::audience::Field;
use parcours::model::change::Tx;
use parcours::model::condition::{Condition, Operator, Source};
use parcours::model::id::{AttributeId, BranchId, FieldId, JourneyId, TableId, TileId, TriggerId};
use parcours::model::journey::{
    Branch, Interaction, Journey, Mapping, Sequence, Tile, TileKind, WaitOn,
};
use parcours::model::note::Note;
use parcours::model::sorted::SortedMap;
use parcours::model::time::Duration;
use parcours::model::tree::{Place, SequenceId};
use parcours::model::trigger::Trigger;
use parcours::model::value::Type;
use parcours::model::workspace::Workspace;
use proptest::prelude::*;

use crate::support::generate;

fn example() -> Workspace {
    read(POST_PURCHASE.json().as_bytes()).unwrap()
}

fn journey<'w>(workspace: &'w Workspace, name: &str) -> &'w Journey {
    workspace.journeys.values().find(|journey| journey.name == name).unwrap()
}

/// The tiles that follow its Entry.
fn tiles_of(journey: &Journey) -> Vec<&Tile> {
    journey.tiles.iter().map(Arc::as_ref).collect()
}

fn copied(workspace: &Workspace, journey: &Journey) -> String {
    let notes: Vec<_> = journey.notes.iter().collect();
    write_tiles(workspace, journey, &tiles_of(journey), &notes)
}

fn pasted(text: &str, workspace: &mut Workspace, journey: JourneyId) -> Pasted {
    let place = Place { sequence: SequenceId::Root, index: 0 };
    let mut tx = Tx::new(workspace);
    let done = paste(read_tiles(text).unwrap(), journey, place, &mut tx).unwrap();
    tx.finish();
    done
}

fn missing(pasted: &Pasted) -> Vec<(What, &str)> {
    let missing = pasted.notes.iter().filter_map(|note| match note {
        PasteNote::Missing(what, name) => Some((*what, name.as_str())),
        _ => None,
    });
    missing.collect()
}

fn all_kept(pasted: &Pasted) -> bool {
    pasted.notes.iter().all(|note| matches!(note, PasteNote::Kept(..)))
}

#[test]
fn on_the_same_journey_everything_is_kept() {
    let mut workspace = example();
    let found = journey(&workspace, "Post-purchase").clone();
    let text = copied(&workspace, &found);
    let done = pasted(&text, &mut workspace, found.id);
    assert!(all_kept(&done) && !done.notes.is_empty(), "{:?}", done.notes);
    let now = &workspace.journeys[&found.id];
    assert_eq!(done.tiles, now.tiles[..found.tiles.len()].iter().map(|t| t.id).collect::<Vec<_>>());
    // Another copy says the same about the same: only its own ids are others.
    let again = pasted(&text, &mut workspace, found.id);
    assert_eq!(again.notes, done.notes);
}

#[test]
fn the_text_is_for_people_too() {
    let workspace = example();
    let found = journey(&workspace, "Post-purchase");
    let text = copied(&workspace, found);
    assert!(
        text.starts_with("{\n  \"format\": \"parcours.tiles\",\n  \"version\": 1,\n"),
        "{text}"
    );
    assert!(text.contains("Send to sales agent"), "{text}");
    // Only what the tiles refer to is in it.
    assert!(!text.contains("\"contacts\""), "{text}");
}

/// The same workspace with other numbers: everything comes after what is there.
fn elsewhere(workspace: &Workspace) -> Workspace {
    let mut other = Workspace::default();
    let mut tx = Tx::new(&mut other);
    for _ in 0..1000 {
        tx.next_id();
    }
    let shift = |number: u32| number + 500;
    for trigger in workspace.triggers.values() {
        let mut trigger: Trigger = trigger.as_ref().clone();
        trigger.id = TriggerId(shift(trigger.id.0));
        for attribute in &mut trigger.attributes {
            attribute.id = AttributeId(shift(attribute.id.0));
            if let Type::EntityReference(table) = &mut attribute.ty {
                *table = TableId(shift(table.0));
            }
        }
        tx.put(trigger);
    }
    for field in workspace.fields.values() {
        let mut field: Field = field.as_ref().clone();
        field.id = FieldId(shift(field.id.0));
        tx.put(field);
    }
    for journey in workspace.journeys.values() {
        let mut journey = journey.as_ref().clone();
        journey.id = JourneyId(shift(journey.id.0));
        journey.entry.id = TileId(shift(journey.entry.id.0));
        if let Some(on) = journey.entry.listener_mut() {
            on.trigger = on.trigger.map(|id| TriggerId(shift(id.0)));
            on.condition = Condition::default();
        }
        (journey.tiles, journey.exits, journey.goal) = (Sequence::new(), Vec::new(), None);
        tx.put(journey);
    }
    tx.finish();
    other
}

#[test]
fn in_another_workspace_the_same_is_found_by_name() {
    let workspace = example();
    let found = journey(&workspace, "Post-purchase");
    let text = copied(&workspace, found);
    let mut other = elsewhere(&workspace);
    let target = journey(&other, "Post-purchase").id;
    let done = pasted(&text, &mut other, target);
    assert_eq!(missing(&done), []);
    let remapped = |note: &&PasteNote| matches!(note, PasteNote::Remapped(..));
    assert!(done.notes.iter().filter(remapped).count() == done.notes.len());
    // What is raised there is what is called so there, with values from its own Entry.
    let now = &other.journeys[&target];
    let raised = now.all_tiles().into_iter().find_map(|tile| match &tile.kind {
        TileKind::CustomTrigger { trigger, mappings, .. } => Some((*trigger, mappings)),
        _ => None,
    });
    let (trigger, mappings) = raised.unwrap();
    let trigger = &other.triggers[&trigger.unwrap()];
    assert!(mappings.keys().all(|id| trigger.attribute(*id).is_some()));
    for mapping in mappings.values() {
        if let Mapping::Attribute(Source::Received(tile, _)) = mapping {
            assert_eq!(*tile, now.entry.id);
        }
    }
}

#[test]
fn what_is_not_there_is_said_and_stays_a_reference_to_nothing() {
    let workspace = example();
    let found = journey(&workspace, "Post-purchase");
    let text = copied(&workspace, found);
    let mut other = Workspace::default();
    let target = Journey { tiles: Sequence::new(), ..found.clone() };
    let (id, entry) = (JourneyId(1), TileId(2));
    let target = Journey {
        id,
        entry: parcours::model::journey::Entry { id: entry, ..target.entry.clone() },
        ..target
    };
    let mut tx = Tx::new(&mut other);
    for _ in 0..3 {
        tx.next_id();
    }
    tx.put(target);
    tx.finish();
    let done = pasted(&text, &mut other, id);
    assert_eq!(missing(&done).len(), done.notes.len());
    let problems = parcours::check::check(&other);
    assert!(problems.iter().any(|p| p.severity() == parcours::check::code::Severity::Error));
    // No number of what is missing has come to name something.
    let numbers: Vec<u32> = other.triggers.keys().map(|id| id.0).collect();
    for tile in other.journeys[&id].all_tiles() {
        if let TileKind::CustomTrigger { trigger: Some(trigger), .. } = &tile.kind {
            assert!(!numbers.contains(&trigger.0) && trigger.0 >= 3);
        }
    }
}

#[test]
fn a_message_that_was_not_copied_is_found_by_its_name() {
    let message = |id, name: &str| {
        Arc::new(Tile {
            id: TileId(id),
            name: name.into(),
            kind: TileKind::Message {
                channel: parcours::model::journey::Channel::Email,
                to: None,
                content: String::new(),
            },
            note: Note::default(),
        })
    };
    let on = WaitOn::Interaction { message: Some(TileId(10)), kind: Interaction::Opened };
    let waits = Arc::new(Tile {
        id: TileId(11),
        name: String::new(),
        kind: TileKind::wait_for(on, Duration::days(1), Sequence::new(), Sequence::new()),
        note: Note::default(),
    });
    let mut workspace = Workspace::default();
    let mut tx = Tx::new(&mut workspace);
    for _ in 0..100 {
        tx.next_id();
    }
    let base = example();
    let base = journey(&base, "Post-purchase");
    let make = |number: u32, name: &str, tiles| {
        let mut journey = Journey { tiles, ..base.clone() };
        (journey.id, journey.name) = (JourneyId(number), name.into());
        journey.entry.id = TileId(number + 1);
        journey
    };
    tx.put(make(1, "One", vec![message(10, "Welcome"), waits.clone()]));
    tx.put(make(20, "Two", vec![message(30, "Welcome")]));
    tx.put(make(40, "Three", vec![message(50, "")]));
    tx.finish();
    let text = write_tiles(&workspace, &workspace.journeys[&JourneyId(1)], &[&waits], &[]);
    let on = |workspace: &Workspace, id: u32| {
        let tile = workspace.journeys[&JourneyId(id)].tiles[0].clone();
        match &tile.kind.waits()[0].on {
            WaitOn::Interaction { message, .. } => *message,
            WaitOn::Trigger(_) => None,
        }
    };
    let two = pasted(&text, &mut workspace, JourneyId(20));
    assert_eq!(two.notes, [PasteNote::Remapped(What::Tile, "Welcome".into())]);
    assert_eq!(on(&workspace, 20), Some(TileId(30)));
    let three = pasted(&text, &mut workspace, JourneyId(40));
    assert_eq!(three.notes, [PasteNote::Missing(What::Tile, "Welcome".into())]);
    assert!(
        !workspace.journeys[&JourneyId(40)]
            .all_tiles()
            .iter()
            .any(|tile| Some(tile.id) == on(&workspace, 40))
    );
    let one = pasted(&text, &mut workspace, JourneyId(1));
    assert_eq!(one.notes, [PasteNote::Kept(What::Tile, "Welcome".into())]);
}

#[test]
fn what_is_not_ours_broken_or_newer_is_told() {
    let workspace = example();
    let text = copied(&workspace, journey(&workspace, "Post-purchase"));
    let newer = text.replacen("\"version\": 1", "\"version\": 2", 1);
    assert_eq!(read_tiles(&newer), Err(ReadError::Newer { found: 2, newest: 1 }));
    assert!(matches!(read_tiles("{\"a\": 1}"), Err(ReadError::Foreign { found: None, .. })));
    assert!(matches!(read_tiles("Hello"), Err(ReadError::NotJson { .. })));
    assert!(matches!(read_tiles(&text[..text.len() / 2]), Err(ReadError::NotJson { .. })));
    let kind = ReadError::OtherKind { found: FileKind::Workspace, expected: FileKind::Tiles };
    assert_eq!(read_tiles(POST_PURCHASE.json()), Err(kind));
    let unknown = text.replacen("\"tiles\": [", "\"pictures\": [], \"tiles\": [", 1);
    assert!(matches!(read_tiles(&unknown), Err(ReadError::Field { .. })), "{unknown}");
}

#[test]
fn tiles_are_not_pasted_deeper_than_files_hold() {
    let mut workspace = example();
    let found = journey(&workspace, "Post-purchase").clone();
    let mut deep = Sequence::new();
    for number in 0..20 {
        let branch = Branch {
            id: BranchId(5000 + 2 * number),
            name: String::new(),
            condition: Condition::row(Source::IncomingBinding, Operator::IsEmpty, &[]),
            tiles: deep,
        };
        let kind = TileKind::AttributeBranch { branches: vec![branch], other: Sequence::new() };
        deep = vec![Arc::new(Tile {
            id: TileId(5001 + 2 * number),
            name: String::new(),
            kind,
            note: Note::default(),
        })];
    }
    let fragment = Fragment::of(&workspace, &found, &[&deep[0]]);
    let before = workspace.clone();
    let owner = found.tiles.iter().find(|tile| !tile.slots().is_empty()).unwrap();
    let sequence = SequenceId::Of(owner.id, owner.slots()[0]);
    let mut tx = Tx::new(&mut workspace);
    let answer = paste(fragment, found.id, Place { sequence, index: 0 }, &mut tx);
    assert_eq!(answer, Err(PasteError::TooDeep));
    tx.finish();
    assert_eq!(workspace, before);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn copied_tiles_read_back_and_are_written_the_same_again(w in generate::workspace()) {
        for journey in w.journeys.values() {
            let text = copied(&w, journey);
            let fragment = read_tiles(&text);
            let tiles = tiles_of(journey);
            let notes = journey.notes.clone();
            let copied = Fragment { notes, ..Fragment::of(&w, journey, &tiles) };
            prop_assert_eq!(fragment.as_ref(), Ok(&copied), "{}", text);
        }
    }

    /// What is pasted where it came from is the same but for its own ids, which are new.
    #[test]
    fn pasting_at_home_gives_the_same_again(w in generate::workspace()) {
        for (id, journey) in &w.journeys {
            let mut workspace = w.clone();
            let text = copied(&w, journey);
            pasted(&text, &mut workspace, *id);
            let count = journey.tiles.len();
            let now = &workspace.journeys[id];
            prop_assert_eq!(&now.tiles[count..], &journey.tiles[..]);
            let mut copy = Journey::clone(now);
            copy.tiles.truncate(count);
            prop_assert_eq!(copy.all_tiles().len(), journey.all_tiles().len());
            let ids: SortedMap<TileId, ()> =
                now.all_tiles().iter().map(|tile| (tile.id, ())).collect();
            prop_assert_eq!(ids.len(), 2 * journey.all_tiles().len());
            let again = tiles_of(&copy);
            let (one, other) = (Fragment::of(&w, journey, &tiles_of(journey)), Fragment::of(&workspace, &copy, &again));
            prop_assert_eq!(one.triggers, other.triggers);
            prop_assert_eq!(one.fields, other.fields);
        }
    }
}

#[test]
fn a_listener_reads_what_it_listens_to() {
    let workspace = example();
    let found = journey(&workspace, "Post-purchase");
    let fragment = Fragment::of(&workspace, found, &tiles_of(found));
    assert!(fragment.elsewhere.iter().any(|tile| tile.is_entry));
    let entry = found.entry.trigger().unwrap();
    assert!(fragment.triggers.iter().any(|trigger| trigger.id == entry));
}
