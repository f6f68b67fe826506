//! Messages, waits for interactions with them, several waits, and splits: where each
//! finding is, and where it is not.

use std::sync::Arc;

use super::fixture::*;
use super::found::Change;
use crate::check::{At, Code, Reach, Scope, Spot, Wanted, messages, offer};
use crate::model::condition::{Condition, JourneyProperty, Operator, Source};
use crate::model::decimal::Decimal;
use crate::model::id::{BranchId, TileId};
use crate::model::journey::{
    Channel, Interaction, Journey, Listener, Sequence, Share, Tile, TileKind, WaitBranch, WaitOn,
};
use crate::model::note::Note;
use crate::model::time::Duration;
use crate::model::wait::WaitUntil;
use crate::model::workspace::Workspace;

const EMAIL: TileId = TileId(200);
const UNTIL: TileId = TileId(201);
const DIVIDE: TileId = TileId(202);

pub const CASES: &[(Code, Change)] = &[
    (Code::NoWaitMessage, |w| add_pair(w, None)),
    (Code::UnknownMessage, |w| add_pair(w, Some(IF))),
    (Code::UnknownMessage, |w| {
        edit_event(w).what = crate::model::audience::Happening::Interaction {
            message: IF,
            kind: Interaction::Opened,
        };
    }),
    (Code::MessageOnSomeWays, |w| {
        edit_tile(w, MAIN, IF).sequences_mut()[0].push(email());
        edit(w, MAIN).tiles.push(until(Some(EMAIL)));
    }),
    (Code::MessageNotSent, |w| edit(w, MAIN).tiles.extend([until(Some(EMAIL)), email()])),
    (Code::NonExistingMessage, |w| set_message(w, Some(Source::Contact(NAME)), " ")),
    (Code::NoRecipient, |w| set_message(w, None, "Welcome")),
    (Code::RecipientNotText, |w| set_message(w, Some(Source::Contact(PHONE)), "Welcome")),
    (Code::RecipientNotAddress, |w| {
        set_message(w, Some(Source::Journey(JourneyProperty::Name)), "Welcome");
    }),
    (Code::RecipientMayBeEmpty, |w| {
        edit_field(w, NAME).required = false;
        edit(w, MAIN).tiles.push(email());
    }),
    (Code::FewShares, |w| edit(w, MAIN).tiles.push(divide(&["100"]))),
    (Code::SharesDoNotAddUp, |w| edit(w, MAIN).tiles.push(divide(&["50", "49.99"]))),
    (Code::NegativeShare, |w| edit(w, MAIN).tiles.push(divide(&["-1", "101"]))),
    (Code::EmptyShare, |w| edit(w, MAIN).tiles.push(divide(&["0", "100"]))),
    (Code::TooManyBranches, |w| edit(w, MAIN).tiles.push(divide(&["1"; 26]))),
    (Code::TooManyBranches, |w| edit(w, MAIN).tiles.push(several(vec![order(); 26]))),
    (Code::EmptyBranchName, |w| {
        edit(w, MAIN).tiles.push(several(vec![order(), opened()]));
        edit_waits(w)[1].name.clear();
    }),
    (Code::DuplicateBranchName, |w| {
        edit(w, MAIN).tiles.push(several(vec![order(), opened()]));
        edit_waits(w)[1].name = "WAIT 0".into();
    }),
    (Code::ShadowedBranch, |w| edit(w, MAIN).tiles.push(several(vec![order(), large()]))),
    (Code::ShadowedBranch, |w| edit(w, MAIN).tiles.push(several(vec![large(), large()]))),
    (Code::ShadowedBranch, |w| edit(w, MAIN).tiles.push(several(vec![opened(), opened()]))),
];

const NOT: &[(Code, Change)] = &[
    (Code::NoWaitMessage, |w| add_pair(w, Some(EMAIL))),
    (Code::MessageOnSomeWays, |w| add_pair(w, Some(EMAIL))),
    (Code::RecipientMayBeEmpty, |w| edit(w, MAIN).tiles.push(email())),
    (Code::RecipientNotAddress, |w| edit(w, MAIN).tiles.push(email())),
    (Code::SharesDoNotAddUp, |w| {
        edit(w, MAIN).tiles.push(divide(&["33.33", "33.33", "33.34"]));
    }),
    (Code::EmptyBranchName, |w| edit(w, MAIN).tiles.push(divide(&["50", "50"]))),
    (Code::EmptyShare, |w| edit(w, MAIN).tiles.push(divide(&["0.0000000001", "99.9999999999"]))),
    (Code::TooManyBranches, |w| edit(w, MAIN).tiles.push(several(vec![order(); 25]))),
    (Code::ShadowedBranch, |w| edit(w, MAIN).tiles.push(several(vec![large(), order()]))),
];

#[test]
fn what_only_comes_near_is_not_found() {
    for (at, (code, change)) in NOT.iter().enumerate() {
        let found = codes(change);
        assert!(!found.contains(code), "case {at}: {code:?} is among {found:?}");
    }
}

#[test]
fn a_finding_about_one_of_several_waits_is_at_that_wait() {
    let mut workspace = sound();
    let waits = vec![order(), WaitOn::Interaction { message: None, kind: Interaction::Opened }];
    edit(&mut workspace, MAIN).tiles.push(several(waits));
    let found = crate::check::check(&workspace);
    let found = found.iter().find(|problem| problem.code == Code::NoWaitMessage).unwrap();
    let holder = crate::check::Holder::Branch(BranchId(211));
    assert_eq!((found.site.tile, found.site.spot), (Some(UNTIL), Spot::Interaction(holder)));
}

#[test]
fn m1_a_trigger_is_in_scope_on_the_branch_of_its_wait_only() {
    let here = |id| vec![tile(id, TileKind::Wait(WaitUntil::Duration(Duration::days(1))))];
    let mut journey = journey(vec![several(vec![order(), opened()])]);
    let branches = Arc::make_mut(&mut journey.tiles[0]).kind.sequences_mut();
    branches.into_iter().zip(220..).for_each(|(tiles, id)| *tiles = here(id));
    journey.tiles.extend(here(230));
    let reach =
        |journey: &Journey, at| Scope::of(journey).reach(UNTIL, ORDER, At::Tile(TileId(at)));
    let all = [220, 221, 222, 230].map(|at| reach(&journey, at));
    assert_eq!(all, [Reach::EveryWay, Reach::NoWay, Reach::NoWay, Reach::SomeWays]);
    Arc::make_mut(&mut journey.tiles[0]).kind.sequences_mut()[1].push(exit(240));
    Arc::make_mut(&mut journey.tiles[0]).kind.sequences_mut()[2].push(exit(241));
    assert_eq!(reach(&journey, 230), Reach::EveryWay);
}

#[test]
fn m1_one_trigger_on_all_branches_that_go_on_has_been_received_after_them() {
    let mut journey = journey(vec![several(vec![large(), order()]), wait(230)]);
    let reach = |journey: &Journey| {
        let scope = Scope::of(journey);
        [ORDER, CALL].map(|trigger| scope.reach(UNTIL, trigger, At::Tile(TileId(230))))
    };
    assert_eq!(reach(&journey), [Reach::SomeWays, Reach::NoWay]);
    Arc::make_mut(&mut journey.tiles[0]).kind.sequences_mut()[2].push(exit(240));
    assert_eq!(reach(&journey), [Reach::EveryWay, Reach::NoWay]);
}

#[test]
fn only_messages_that_every_way_has_sent_are_offered() {
    let mut workspace = sound();
    edit_tile(&mut workspace, MAIN, IF).sequences_mut()[0].push(tile(199, email().kind.clone()));
    edit(&mut workspace, MAIN).tiles.extend([email(), until(None)]);
    let journey = edit(&mut workspace, MAIN).clone();
    assert_eq!(messages(&journey, UNTIL), (vec![EMAIL], 1));
    assert_eq!(messages(&journey, EMAIL), (vec![], 1));
}

#[test]
fn a_message_is_sent_to_a_text_that_is_not_the_journeys() {
    let mut workspace = sound();
    edit(&mut workspace, MAIN).tiles.push(email());
    let journey = edit(&mut workspace, MAIN).clone();
    let offered = offer(&workspace, &journey, At::Tile(EMAIL), &Wanted::Recipient);
    let sources: Vec<Source> = offered.items.iter().map(|item| item.source).collect();
    assert_eq!(sources, [Source::Contact(NAME), Source::Received(ENTRY, CAMPAIGN)]);
}

fn journey(tiles: Sequence) -> Journey {
    let mut workspace = Workspace::default();
    add_journey(&mut workspace, MAIN, "Main", ORDER, tiles);
    edit(&mut workspace, MAIN).clone()
}

fn wait(id: u32) -> Arc<Tile> {
    tile(id, TileKind::Wait(WaitUntil::Duration(Duration::days(1))))
}

fn email() -> Arc<Tile> {
    let to = Some(Source::Contact(NAME));
    let kind = TileKind::Message { channel: Channel::Email, to, content: "Welcome".into() };
    Arc::new(Tile { id: EMAIL, name: "Welcome".into(), kind, note: Note::default() })
}

fn set_message(workspace: &mut Workspace, to: Option<Source>, content: &str) {
    let kind = TileKind::Message { channel: Channel::Email, to, content: content.into() };
    edit(workspace, MAIN).tiles.push(Arc::new(Tile { kind, ..Tile::clone(&email()) }));
}

fn until(message: Option<TileId>) -> Arc<Tile> {
    let on = WaitOn::Interaction { message, kind: Interaction::Opened };
    tile(UNTIL.0, TileKind::wait_for(on, Duration::days(1), vec![], vec![]))
}

/// A message and a wait for an interaction with `message`.
fn add_pair(workspace: &mut Workspace, message: Option<TileId>) {
    edit(workspace, MAIN).tiles.extend([email(), until(message)]);
}

fn divide(percents: &[&str]) -> Arc<Tile> {
    let shares = percents.iter().zip(210..).map(|(percent, id)| Share {
        id: BranchId(id),
        name: String::new(),
        percent: percent.parse::<Decimal>().unwrap(),
        tiles: vec![],
    });
    tile(DIVIDE.0, TileKind::Split { shares: shares.collect() })
}

fn several(waits: Vec<WaitOn>) -> Arc<Tile> {
    let waits = waits.into_iter().zip(210..).map(|(on, id)| WaitBranch {
        id: BranchId(id),
        name: format!("Wait {}", id - 210),
        on,
        tiles: vec![],
    });
    let (limit, other) = (Duration::days(1), vec![]);
    tile(UNTIL.0, TileKind::WaitFor { waits: waits.collect(), limit, other })
}

fn edit_waits(workspace: &mut Workspace) -> &mut [WaitBranch] {
    edit_tile(workspace, MAIN, UNTIL).waits_mut()
}

fn order() -> WaitOn {
    WaitOn::Trigger(listen(ORDER))
}

/// An order above 100.
fn large() -> WaitOn {
    let condition = Condition::row(Source::Incoming(AMOUNT), Operator::Greater, &["100"]);
    WaitOn::Trigger(Listener { condition, ..listen(ORDER) })
}

fn opened() -> WaitOn {
    WaitOn::Interaction { message: Some(EMAIL), kind: Interaction::Opened }
}
