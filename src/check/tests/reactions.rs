//! What would happen if a trigger was raised, and what follows.

use std::sync::Arc;

use super::fixture::*;
use crate::check::chain::{Step, What, chain};
use crate::check::reaction::{Hindrance, Need, Raise, Reactions, Verdict, Why, reactions};
use crate::check::{Index, Role};
use crate::model::condition::{Condition, Operator, Source};
use crate::model::entry::ExitOn;
use crate::model::id::{ExitId, JourneyId, SegmentId, TileId, TriggerId};
use crate::model::journey::{ExitCriterion, Goal, JourneyState, Mapping, Repeat, TileKind};
use crate::model::segment::Segment;
use crate::model::time::{Duration, Instant};
use crate::model::trigger::{AudienceKind, TriggerState};
use crate::model::workspace::Workspace;

fn raise(trigger: TriggerId, by: Option<(JourneyId, TileId)>) -> Raise {
    Raise { trigger, by, contact: None, at: Instant(0) }
}

/// What comes of [`RAISE`] after a change.
fn call(change: impl FnOnce(&mut Workspace)) -> Reactions {
    asked(raise(CALL, Some((MAIN, RAISE))), change)
}

fn asked(raise: Raise, change: impl FnOnce(&mut Workspace)) -> Reactions {
    let mut workspace = sound();
    change(&mut workspace);
    reactions(&workspace, &Index::build(&workspace), raise)
}

fn verdict(found: &Reactions, role: Role) -> Verdict {
    let mut of_role = found.all.iter().filter(|one| one.used.role == role);
    of_role.next().map(|one| one.verdict.clone()).unwrap()
}

/// A wait of [`MAIN`] for [`CALL`] after the tile that raises it, and one before it.
fn waits(workspace: &mut Workspace) {
    let tiles = &mut edit(workspace, MAIN).tiles;
    tiles.insert(0, wait_for(35, CALL, vec![], vec![]));
    tiles.push(wait_for(36, CALL, vec![], vec![]));
}

#[test]
fn a4_a_live_journey_starts_and_a5_a_flow_runs() {
    let found = call(|_| ());
    assert_eq!(found.hindrances, []);
    assert_eq!(verdict(&found, Role::Starts), Verdict::Depends(vec![Need::NeverEntered]));
    assert_eq!(verdict(&found, Role::Flow), Verdict::Reacts);
    let found = call(|w| assert!(edit(w, NURTURE).entry.set_repeat(Repeat::AtOnce)));
    assert_eq!(verdict(&found, Role::Starts), Verdict::Reacts);
}

#[test]
fn a8_journeys_that_are_not_live_do_not_react() {
    for state in JourneyState::ALL.into_iter().filter(|state| !state.is_live()) {
        let found = call(|w| edit(w, NURTURE).state = state);
        assert_eq!(verdict(&found, Role::Starts), Verdict::DoesNot(vec![Why::State(state)]));
    }
}

#[test]
fn a8_a_flow_that_is_off_or_elsewhere_does_not_run() {
    let found = call(|w| edit_flow(w).on = false);
    assert_eq!(verdict(&found, Role::Flow), Verdict::DoesNot(vec![Why::Off]));
    let found = call(|w| edit_flow(w).environment = "Test".into());
    assert_eq!(verdict(&found, Role::Flow), Verdict::DoesNot(vec![Why::Environment]));
}

#[test]
fn a_condition_over_a_fixed_value_is_decided() {
    let found = |fixed: &str| {
        call(|w| {
            map(w, Mapping::Fixed(fixed.into()));
            let on = edit(w, NURTURE).entry.listener_mut().unwrap();
            on.condition = Condition::row(Source::Incoming(NUMBER), Operator::Greater, &["5"]);
        })
    };
    assert_eq!(verdict(&found("6"), Role::Starts), Verdict::Depends(vec![Need::NeverEntered]));
    assert_eq!(verdict(&found("5"), Role::Starts), Verdict::DoesNot(vec![Why::Condition]));
}

#[test]
fn a_condition_over_a_contact_field_is_decided_for_a_chosen_contact() {
    let mut asked_for = raise(CALL, Some((MAIN, RAISE)));
    let needed = |raise: Raise, value: &'static str| {
        asked(raise, |w| {
            let on = edit(w, NURTURE).entry.listener_mut().unwrap();
            on.condition = Condition::row(Source::Incoming(NUMBER), Operator::Equals, &[value]);
        })
    };
    let needs = vec![Need::NeverEntered, Need::Condition];
    assert_eq!(verdict(&needed(asked_for, "123"), Role::Starts), Verdict::Depends(needs));
    asked_for.contact = Some(CONTACT);
    let needs = vec![Need::NeverEntered];
    assert_eq!(verdict(&needed(asked_for, "123"), Role::Starts), Verdict::Depends(needs));
    let whys = vec![Why::Condition];
    assert_eq!(verdict(&needed(asked_for, "124"), Role::Starts), Verdict::DoesNot(whys));
}

#[test]
fn a4_periods_exclusions_and_audiences_are_looked_at() {
    let why = |change: fn(&mut Workspace)| {
        let raise = Raise { contact: Some(CONTACT), ..raise(CALL, Some((MAIN, RAISE))) };
        verdict(&asked(raise, change), Role::Starts)
    };
    let not = |why| Verdict::DoesNot(vec![why]);
    assert_eq!(why(|w| edit(w, NURTURE).start = "2026-01-01".into()), not(Why::NotYet));
    assert_eq!(why(|w| edit(w, NURTURE).end = "1969-01-01".into()), not(Why::NoLonger));
    assert_eq!(why(|w| edit(w, NURTURE).audience = AudienceKind::Lead), not(Why::Audience));
    let everybody = SegmentId(90);
    let exclude = |w: &mut Workspace| {
        let (name, description) = ("All".into(), String::new());
        let condition = Condition::default();
        let segment = Segment { id: SegmentId(90), name, description, condition };
        w.segments.insert(segment.id, Arc::new(segment));
        edit(w, NURTURE).entry.exclusions = vec![SegmentId(90)];
    };
    assert_eq!(why(exclude), not(Why::Excluded(everybody)));
}

#[test]
fn a6_who_raises_it_in_the_journey_itself_may_not_enter_it_again() {
    let starts = |rule| {
        let found = call(|w| {
            edit(w, MAIN).entry.listen(listen(CALL));
            edit(w, MAIN).entry.set_repeat(rule);
        });
        let mut of_main = found.all.iter().filter(|one| one.used.journey == Some(MAIN));
        of_main.find(|one| one.used.role == Role::Starts).unwrap().verdict.clone()
    };
    assert_eq!(starts(Repeat::Never), Verdict::DoesNot(vec![Why::Repeat]));
    assert_eq!(starts(Repeat::AtOnce), Verdict::Reacts);
    let day = Duration::days(1);
    assert_eq!(starts(Repeat::After(day)), Verdict::Depends(vec![Need::NotEnteredFor(day)]));
}

#[test]
fn a3_a_wait_behind_the_tile_is_passed_by_one_after_it_is_not() {
    let of_tile = |found: &Reactions, id| {
        let mut all = found.all.iter().filter(|one| one.used.tile == Some(TileId(id)));
        all.next().unwrap().verdict.clone()
    };
    let found = call(waits);
    assert_eq!(of_tile(&found, 35), Verdict::DoesNot(vec![Why::PassedBy]));
    assert_eq!(of_tile(&found, 36), Verdict::Depends(vec![Need::Waiting]));
    // Another instance of the contact may wait there when it may enter at once.
    let found = call(|w| {
        waits(w);
        edit(w, MAIN).entry.set_repeat(Repeat::AtOnce);
    });
    assert_eq!(of_tile(&found, 35), Verdict::Depends(vec![Need::Waiting]));
}

#[test]
fn a1_to_a5_are_the_order_of_the_list() {
    let found = call(|w| {
        waits(w);
        edit(w, MAIN).goal = Some(Goal { on: listen(CALL), target: None });
        let on = ExitOn::Trigger(listen(CALL));
        edit(w, NURTURE).exits = vec![ExitCriterion { id: ExitId(91), on }];
    });
    let roles: Vec<Role> = found.all.iter().map(|one| one.used.role).collect();
    let order = [Role::Goal, Role::Ends, Role::Waits, Role::Waits, Role::Starts, Role::Flow];
    assert_eq!(roles, order);
    assert_eq!(verdict(&found, Role::Goal), Verdict::Depends(vec![Need::StillInside]));
    assert_eq!(verdict(&found, Role::Ends), Verdict::Depends(vec![Need::Inside]));
}

#[test]
fn a9_an_instance_may_be_bound_where_a_tile_binds_it() {
    let found = call(|w| {
        edit(w, NURTURE).goal = Some(Goal { on: listen(CALL), target: None });
        let TileKind::CustomTrigger { binding, .. } = edit_tile(w, MAIN, RAISE) else { panic!() };
        *binding = Some(Mapping::Fixed("order/1".into()));
    });
    assert_eq!(verdict(&found, Role::Goal), Verdict::Depends(vec![Need::Inside, Need::Binding]));
}

#[test]
fn m4_what_keeps_a_trigger_from_being_raised_is_said() {
    let found = call(|w| {
        edit_trigger(w, CALL).state = TriggerState::Draft;
        edit(w, MAIN).state = JourneyState::Paused;
        map(w, Mapping::Fixed("many".into()));
    });
    let expected = [
        Hindrance::Trigger(TriggerState::Draft),
        Hindrance::Journey(JourneyState::Paused),
        Hindrance::Unmapped(NUMBER),
    ];
    assert_eq!(found.hindrances, expected);
    let raise = Raise { contact: Some(CONTACT), ..raise(CALL, Some((MAIN, RAISE))) };
    let found = asked(raise, |w| map(w, Mapping::Attribute(Source::Contact(NICKNAME))));
    assert_eq!(found.hindrances, [Hindrance::Empty(NUMBER)]);
}

/// A chain as lines: depth, and what happens.
fn told(steps: &[Step]) -> Vec<String> {
    let tell = |step: &Step| {
        let what = match &step.what {
            What::Raised { trigger, again, .. } => format!("{trigger} {again:?}"),
            What::Reaction(one) => match (one.used.journey, one.used.flow) {
                (Some(journey), _) => format!("{:?} {journey}", one.used.role),
                (_, Some(flow)) => format!("{:?} {flow}", one.used.role),
                _ => String::new(),
            },
        };
        format!("{} {what}", step.depth)
    };
    steps.iter().map(tell).collect()
}

fn chain_of(raise: Raise, change: impl FnOnce(&mut Workspace)) -> Vec<String> {
    let mut workspace = sound();
    change(&mut workspace);
    told(&chain(&workspace, &Index::build(&workspace), raise))
}

#[test]
fn the_chain_goes_on_with_what_the_journeys_raise() {
    let found = chain_of(raise(ORDER, None), |_| ());
    let expected = [
        "0 t10 None",
        "1 Waits j30",
        "2 t20 None",
        "3 Starts j40",
        "3 Flow f50",
        "1 Starts j30",
        "2 t20 Some(Elsewhere)",
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_chain_says_where_it_closes_a_loop() {
    let found = chain_of(raise(CALL, Some((MAIN, RAISE))), |w| {
        let kind = TileKind::CustomTrigger {
            trigger: Some(ORDER),
            mappings: Default::default(),
            binding: None,
        };
        edit(w, NURTURE).tiles.push(tile(46, kind));
    });
    assert_eq!(found[..3], ["0 t20 None", "1 Starts j40", "2 t10 None"]);
    assert!(found.contains(&"4 t20 Some(Loop)".to_owned()), "{found:?}");
}

#[test]
fn nothing_follows_from_what_can_never_react() {
    let expected = ["0 t10 None", "1 Waits j30", "1 Starts j30"];
    let found = chain_of(raise(ORDER, None), |w| edit(w, MAIN).state = JourneyState::Stopped);
    assert_eq!(found, expected);
    // A draft may be published, so what would follow is shown.
    let found = chain_of(raise(ORDER, None), |w| edit(w, MAIN).state = JourneyState::Draft);
    assert_eq!(found.len(), 7);
}

/// A newer version of [`NURTURE`], live from that moment on.
fn newer(workspace: &mut Workspace, start: &str) -> JourneyId {
    let mut next = (*workspace.journeys[&NURTURE]).clone();
    next.id = JourneyId(5000);
    (next.version.number, next.version.replaces) = (2, Some(NURTURE));
    next.start = start.into();
    workspace.journeys.insert(next.id, Arc::new(next));
    JourneyId(5000)
}

#[test]
fn s7_the_newer_of_two_versions_takes_the_entries_from_its_start_on() {
    let of = |found: &Reactions, id| {
        let mut of_it = found.all.iter().filter(|one| one.used.journey == Some(id));
        of_it.next().map(|one| one.verdict.clone()).unwrap()
    };
    let enters = Verdict::Depends(vec![Need::NeverEntered]);
    let found = call(|w| _ = newer(w, ""));
    assert_eq!(of(&found, NURTURE), Verdict::DoesNot(vec![Why::NewerVersion]));
    assert_eq!(of(&found, JourneyId(5000)), enters);
    let found = call(|w| _ = newer(w, "2026-01-01"));
    assert_eq!(of(&found, NURTURE), enters);
    assert_eq!(of(&found, JourneyId(5000)), Verdict::DoesNot(vec![Why::NotYet]));
}

#[test]
fn a6_whoever_raises_a_trigger_in_an_older_version_has_entered_the_newer_one() {
    let by = (NURTURE, TileId(77));
    let found = asked(raise(ORDER, Some(by)), |w| {
        edit(w, NURTURE).state = JourneyState::Completing;
        edit(w, NURTURE).entry.listen(crate::model::journey::Listener {
            trigger: Some(ORDER),
            condition: Condition::default(),
        });
        newer(w, "");
        edit(w, JourneyId(5000)).state = JourneyState::Live;
    });
    let mut of_it = found.all.iter().filter(|one| one.used.journey == Some(JourneyId(5000)));
    assert_eq!(
        of_it.next().map(|one| one.verdict.clone()),
        Some(Verdict::DoesNot(vec![Why::Repeat]))
    );
}
