//! After an edit the checker says what one says that looks for the first time, and after
//! a slight one it looks at the tiles that were edited only.

use std::sync::Arc;

use super::fixture::*;
use super::found::{Change as Edit, cases};
use crate::check::{Checker, check};
use crate::model::change::{Change, Diff};
use crate::model::condition::{Condition, Operator, Source};
use crate::model::journey::{Channel, JourneyState, Listener, Mapping, TileKind, WaitOn};
use crate::model::sorted::SortedMap;
use crate::model::time::Duration;
use crate::model::wait::WaitUntil;
use crate::model::workspace::Workspace;

fn diff<I: Ord + Copy, R: PartialEq>(
    before: &SortedMap<I, Arc<R>>,
    now: &SortedMap<I, Arc<R>>,
) -> Diff<I, R> {
    let ids = before.keys().chain(now.keys());
    let pairs = ids.map(|id| (*id, (before.get(id).cloned(), now.get(id).cloned())));
    pairs.filter(|(_, (before, now))| before != now).collect()
}

/// What an edit did that made one workspace of the other.
fn between(before: &Workspace, now: &Workspace) -> Change {
    let settings =
        (before.settings != now.settings).then(|| (before.settings.clone(), now.settings.clone()));
    Change {
        settings,
        tables: diff(&before.tables, &now.tables),
        fields: diff(&before.fields, &now.fields),
        segments: diff(&before.segments, &now.segments),
        triggers: diff(&before.triggers, &now.triggers),
        journeys: diff(&before.journeys, &now.journeys),
        flows: diff(&before.flows, &now.flows),
        contacts: diff(&before.contacts, &now.contacts),
        events: diff(&before.events, &now.events),
        models: diff(&before.models, &now.models),
        scenarios: diff(&before.scenarios, &now.scenarios),
    }
}

/// Checks `before`, then what an edit made of it.
fn agrees(before: &Workspace, now: &Workspace) {
    let mut checker = Checker::new(before);
    checker.update(now, &between(before, now));
    assert_eq!(checker.findings().to_vec(), check(now));
}

#[test]
fn what_each_finding_comes_from_is_found_after_an_edit_and_gone_after_another() {
    let mut before = sound();
    for (_, change) in cases() {
        let mut now = sound();
        change(&mut now);
        agrees(&before, &now);
        agrees(&now, &before);
        before = now;
    }
}

#[test]
fn what_things_are_called_is_called_so_in_every_finding() {
    const RENAMES: [Edit; 5] = [
        |w| edit_trigger(w, ORDER).name = "Sale".into(),
        |w| edit_trigger(w, CALL).name = "Ring".into(),
        |w| edit_trigger(w, CALL).attributes[0].name = "Telephone".into(),
        |w| {
            edit_trigger(w, ORDER).name = "Sale".into();
            edit_trigger(w, ORDER).attributes[1].name = "Sum".into();
        },
        |w| edit_field(w, NICKNAME).name = "Short name".into(),
    ];
    for (_, change) in cases() {
        for rename in RENAMES {
            let mut before = sound();
            change(&mut before);
            if !before.triggers.contains_key(&CALL) || !before.fields.contains_key(&NICKNAME) {
                continue;
            }
            let mut now = before.clone();
            rename(&mut now);
            agrees(&before, &now);
        }
    }
}

const SLIGHT: [Edit; 12] = [
    |w| edit(w, MAIN).name = "Other".into(),
    |w| edit(w, MAIN).state = JourneyState::Stopped,
    |w| edit(w, MAIN).tile_mut(IF).unwrap().name = "Again?".into(),
    |w| edit(w, MAIN).tile_mut(IF).unwrap().name.clear(),
    |w| edit(w, MAIN).tile_mut(RAISE).unwrap().name = "Ring".into(),
    |w| map(w, Mapping::Fixed("1".into())),
    |w| map(w, Mapping::Fixed("none".into())),
    |w| map(w, Mapping::Attribute(Source::Contact(NAME))),
    |w| map(w, Mapping::Attribute(Source::Received(ENTRY, AMOUNT))),
    |w| wait(w, Duration::days(2)),
    |w| wait(w, Duration::days(200)),
    |w| {
        *edit_tile(w, MAIN, RAISE) = TileKind::CustomTrigger {
            trigger: Some(ORDER),
            mappings: Default::default(),
            binding: None,
        }
    },
];

const NOT_SLIGHT: [Edit; 7] = [
    |w| edit(w, MAIN).time_zone = "UTC".into(),
    |w| edit(w, MAIN).tiles.push(exit(100)),
    |w| {
        edit(w, MAIN).tiles.pop();
    },
    // Whether it has a value there is not known yet.
    |w| map(w, Mapping::Attribute(Source::Contact(NICKNAME))),
    |w| {
        let on = Listener { trigger: Some(CALL), condition: Condition::default() };
        edit_tile(w, MAIN, IF).waits_mut()[0].on = WaitOn::Trigger(on);
    },
    |w| {
        // A way through the journey becomes too long.
        wait(w, Duration::days(400));
    },
    |w| *edit_tile(w, MAIN, RAISE) = TileKind::Exit,
];

fn wait(workspace: &mut Workspace, duration: Duration) {
    let kind = TileKind::Wait(WaitUntil::Duration(duration));
    *edit_tile(workspace, MAIN, crate::model::id::TileId(34)) = kind;
}

/// Its Custom trigger tile reads what is received on some ways only; it asks for the
/// order, and sends a message that another tile waits for.
fn busy() -> Workspace {
    let mut workspace = sound();
    map(&mut workspace, Mapping::Attribute(Source::Received(IF, AMOUNT)));
    let entry = edit(&mut workspace, MAIN).entry.listener_mut().unwrap();
    entry.condition = Condition::row(Source::Incoming(AMOUNT), Operator::IsNotEmpty, &[]);
    let content = "welcome".to_owned();
    let to = Some(Source::Contact(NAME));
    let message = TileKind::Message { channel: Channel::Email, to, content };
    edit(&mut workspace, MAIN).tiles.push(tile(101, message));
    workspace
}

#[test]
fn after_a_slight_edit_only_its_tiles_are_checked() {
    let before = busy();
    for (edits, slight) in [(&SLIGHT[..], true), (&NOT_SLIGHT[..], false)] {
        for (at, edit) in edits.iter().enumerate() {
            let mut now = before.clone();
            edit(&mut now);
            let mut checker = Checker::new(&before);
            checker.update(&now, &between(&before, &now));
            // The tile, and that on whose branch it stands.
            assert!(!slight || checker.looked_at() <= 2, "edit {at}: {}", checker.looked_at());
            agrees(&before, &now);
            agrees(&now, &before);
        }
    }
}

#[test]
fn the_name_of_a_journey_is_slight_unless_the_journey_asks_for_it() {
    use crate::model::condition::JourneyProperty;
    let mut before = sound();
    let held = Condition::row(Source::Journey(JourneyProperty::Name), Operator::Is, &["Nurture"]);
    edit_branches(&mut before)[0].condition = held;
    let mut now = before.clone();
    edit(&mut now, NURTURE).name = "Other".into();
    assert_ne!(check(&before), check(&now), "the branch is dead now");
    agrees(&before, &now);
}
