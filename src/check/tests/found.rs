//! For every code a change to the sound workspace after which it is found.

use std::sync::Arc;

use super::fixture::*;
use crate::check::{Code, Problem, apply, check};
use crate::model::audience::{Contact, Happening};
use crate::model::change::Tx;
use crate::model::condition::{Condition, Item, Join, JourneyProperty, Operator, Source};
use crate::model::entry::ExitOn;
use crate::model::id::{
    AttributeId, BranchId, ContactId, ExitId, FieldId, FlowId, JourneyId, TileId, TriggerId,
};
use crate::model::journey::{
    ExitCriterion, Goal, Listener, Mapping, Repeat, Target, TileKind, WaitOn,
};
use crate::model::time::Duration;
use crate::model::trigger::{AudienceKind, TriggerState};
use crate::model::value::Type;
use crate::model::wait::WaitUntil;
use crate::model::workspace::Workspace;

pub type Change = fn(&mut Workspace);

const NOWHERE: TriggerId = TriggerId(999);
const PHONES: Source = Source::Contact(PHONE);

const CASES: &[(Code, Change)] = &[
    (Code::EmptyJourneyName, |w| edit(w, MAIN).name = " ".into()),
    (Code::LongJourneyName, |w| edit(w, MAIN).name = "é".repeat(151)),
    (Code::DuplicateJourneyName, |w| edit(w, MAIN).name = "NURTURE".into()),
    (Code::EmptyTriggerName, |w| edit_trigger(w, CALL).name.clear()),
    (Code::DuplicateTriggerName, |w| edit_trigger(w, CALL).name = "order".into()),
    (Code::DuplicateUniqueName, |w| edit_trigger(w, CALL).unique_name = "msdynmkt_t10".into()),
    (Code::EmptyAttributeName, |w| edit_trigger(w, CALL).attributes[0].name.clear()),
    (Code::DuplicateAttributeName, |w| {
        edit_trigger(w, ORDER).attributes[0].name = "amount".into();
    }),
    (Code::EmptyFieldName, |w| edit_field(w, NAME).name.clear()),
    (Code::DuplicateFieldName, |w| edit_field(w, NAME).name = "phone".into()),
    (Code::EmptyFlowName, |w| edit_flow(w).name.clear()),
    (Code::EmptyContactName, |w| edit_contact(w).name.clear()),
    (Code::DuplicateContactName, |w| {
        let twin = Contact { id: ContactId(61), ..edit_contact(w).clone() };
        w.contacts.insert(twin.id, Arc::new(twin));
    }),
    (Code::EmptyBranchName, |w| edit_branches(w)[1].name.clear()),
    (Code::DuplicateBranchName, |w| edit_branches(w)[1].name = "one".into()),
    (Code::UntrimmedName, |w| edit(w, MAIN).name = "Main ".into()),
    (Code::UntrimmedName, |w| edit_trigger(w, CALL).name = " Call".into()),
    (Code::UntrimmedName, |w| edit_trigger(w, CALL).attributes[0].name = "Phone ".into()),
    (Code::UntrimmedName, |w| edit_field(w, NAME).name = "Name ".into()),
    (Code::UntrimmedName, |w| edit_flow(w).name = "Flow ".into()),
    (Code::UntrimmedName, |w| edit_contact(w).name = "Client ".into()),
    (Code::TooManyAttributes, |w| {
        let many: Vec<String> = (0..30).map(|at| format!("A{at}")).collect();
        let many: Vec<_> =
            many.iter().zip(80..).map(|(name, id)| (AttributeId(id), name.as_str())).collect();
        add_trigger(w, TriggerId(79), "Many", &many);
    }),
    (Code::NoEntryTrigger, |w| edit(w, MAIN).entry.listener_mut().unwrap().trigger = None),
    (Code::NoWaitTrigger, |w| listener(w).trigger = None),
    (Code::NoRaisedTrigger, |w| {
        *edit_tile(w, MAIN, RAISE) =
            TileKind::CustomTrigger { trigger: None, mappings: Default::default(), binding: None };
    }),
    (Code::NoGoalTrigger, |w| edit(w, MAIN).goal = Some(Goal::default())),
    (Code::NoExitTrigger, |w| add_exit(w, MAIN, Listener::default())),
    (Code::NoFlowTrigger, |w| edit_flow(w).trigger = None),
    (Code::NonExistingEvent, |w| {
        edit(w, MAIN).entry.listener_mut().unwrap().trigger = Some(NOWHERE)
    }),
    (Code::NonExistingEvent, |w| edit_flow(w).trigger = Some(NOWHERE)),
    (Code::NonExistingEvent, |w| edit_event(w).what = Happening::raises(NOWHERE)),
    (Code::EventNotInLiveState, |w| edit_trigger(w, CALL).state = TriggerState::Draft),
    (Code::EventNotInLiveState, |w| edit_trigger(w, CALL).state = TriggerState::Stopped),
    (Code::EventTargetEntityMismatch, |w| edit_trigger(w, CALL).audience = AudienceKind::Lead),
    (Code::UnmappedAttribute, |w| {
        *edit_tile(w, MAIN, RAISE) = TileKind::CustomTrigger {
            trigger: Some(CALL),
            mappings: Default::default(),
            binding: None,
        };
    }),
    (Code::StaleMapping, |w| {
        let stale = AttributeId(999);
        let TileKind::CustomTrigger { mappings, .. } = edit_tile(w, MAIN, RAISE) else { return };
        mappings.insert(stale, Mapping::Fixed("1".into()));
    }),
    (Code::WrongType, |w| map(w, Mapping::Attribute(Source::Contact(NAME)))),
    (Code::WrongType, |w| map(w, Mapping::Attribute(Source::Journey(JourneyProperty::Name)))),
    (Code::EmptyFixedValue, |w| map(w, Mapping::Fixed(" ".into()))),
    (Code::InvalidFixedValue, |w| map(w, Mapping::Fixed("+33 1".into()))),
    (Code::UnknownField, |w| map(w, Mapping::Attribute(Source::Contact(FieldId(999))))),
    (Code::InvalidEventDataSourceOutputPath, |w| {
        map(w, Mapping::Attribute(Source::Received(ENTRY, AttributeId(999))));
    }),
    (Code::InvalidEventDataSourceOutputPath, |w| {
        edit_event(w).values_mut().unwrap().insert(AttributeId(999), "1".into());
    }),
    (Code::InvalidEventDataSourceOutputPath, |w| {
        edit_trigger(w, CALL).attributes[0].id = AttributeId(22);
    }),
    (Code::UnknownReceiver, |w| map(w, Mapping::Attribute(Source::Received(TileId(999), AMOUNT)))),
    (Code::UnknownReceiver, |w| map(w, Mapping::Attribute(Source::Received(RAISE, AMOUNT)))),
    (Code::NoIncomingTrigger, |w| map(w, Mapping::Attribute(Source::Incoming(AMOUNT)))),
    (Code::EmptyOnTheWay, |w| map(w, Mapping::Attribute(Source::Received(IF, AMOUNT)))),
    (Code::ReceivedOnSomeWays, |w| {
        let condition = Condition::row(Source::Received(IF, AMOUNT), Operator::Equals, &["1"]);
        let on = Listener { trigger: Some(ORDER), condition };
        edit(w, MAIN).goal = Some(Goal { on, target: None });
    }),
    (Code::NotReceived, |w| {
        let condition = crate::model::condition::Condition::row(
            Source::Received(ENTRY, AMOUNT),
            Operator::Equals,
            &["1"],
        );
        edit(w, MAIN).entry.listener_mut().unwrap().condition = condition;
    }),
    (Code::MayBeEmpty, |w| map(w, Mapping::Attribute(Source::Contact(NICKNAME)))),
    (Code::EmptyBranchCondition, |w| edit_branches(w)[0].condition = Default::default()),
    (Code::EmptyGroup, |w| {
        edit_branches(w)[0].condition.items.push(Item::Group(Join::Any, vec![]));
    }),
    (Code::UnfinishedRow, |w| first_row(w).source = None),
    (Code::UnfinishedRow, |w| first_row(w).operands.clear()),
    (Code::UnfinishedRow, |w| first_row(w).operands[0].clear()),
    (Code::UnfitOperator, |w| first_row(w).operator = Operator::Contains),
    (Code::InvalidOperand, |w| first_row(w).operands[0] = "one".into()),
    (Code::InvalidPeriod, |w| {
        edit_field(w, PHONE).ty = Type::DateTime;
        ask(w, Join::All, PHONES, &[(Operator::InTheLast, &["0", "days"])]);
    }),
    (Code::EmptyRange, |w| ask(w, Join::All, PHONES, &[(Operator::Between, &["2", "1"])])),
    (Code::WaitTooLong, |w| {
        *edit_tile(w, NURTURE, WAIT) = TileKind::Wait(WaitUntil::Duration(Duration::days(91)))
    }),
    (Code::LimitTooLong, |w| *limit(w) = Duration::days(91)),
    (Code::ZeroWait, |w| {
        *edit_tile(w, NURTURE, WAIT) = TileKind::Wait(WaitUntil::Duration(Duration::days(0)))
    }),
    (Code::ZeroLimit, |w| *limit(w) = Duration::days(0)),
    (Code::JourneyTooLong, |w| {
        let wait = |id| tile(id, TileKind::Wait(WaitUntil::Duration(Duration::days(90))));
        edit(w, NURTURE).tiles.extend((100..104).map(wait));
        edit(w, NURTURE).tiles.push(wait_for(104, ORDER, vec![], vec![]));
    }),
    (Code::NoBranches, |w| edit_branches(w).clear()),
    (Code::TooManyBranches, |w| {
        let one = edit_branches(w)[0].clone();
        let branch = |id| crate::model::journey::Branch { id: BranchId(id), ..one.clone() };
        edit_branches(w).extend((100..124).map(branch));
    }),
    (Code::TooDeep, |w| nest(w, 9)),
    (Code::UnreachableTiles, |w| edit(w, NURTURE).tiles.insert(0, exit(100))),
    (Code::UnreachableTiles, |w| {
        let both = wait_for(100, ORDER, vec![exit(101)], vec![exit(102)]);
        edit(w, NURTURE).tiles.insert(1, both);
    }),
    (Code::InvalidTimeZoneName, |w| edit(w, MAIN).time_zone = "Europe/Atlantis".into()),
    (Code::InvalidStartTime, |w| edit(w, MAIN).start = "soon".into()),
    (Code::InvalidEndTime, |w| edit(w, MAIN).end = "2026-02-30".into()),
    (Code::InvalidEndTime, |w| run(w).end = "later".into()),
    (Code::InvalidTimeRange, |w| {
        edit(w, MAIN).start = "2026-01-02".into();
        edit(w, MAIN).end = "2026-01-02".into();
    }),
    (Code::ZeroRepeatDelay, |w| {
        edit(w, MAIN).entry.set_repeat(Repeat::After(Duration::days(0)));
    }),
    (Code::InvalidGoalTarget, |w| set_goal(w, MAIN, Some(Target::Count(0)))),
    (Code::InvalidGoalTarget, |w| set_goal(w, MAIN, Some(Target::Share(101.into())))),
    (Code::GoalNeverMet, |w| {
        edit(w, NURTURE).tiles.pop();
        set_goal(w, NURTURE, None);
    }),
    (Code::ExitNeverHappens, |w| {
        edit(w, NURTURE).tiles.insert(1, exit(100));
        add_exit(w, NURTURE, listen(ORDER));
    }),
    (Code::NothingListens, |w| {
        w.journeys.remove(&NURTURE);
        w.flows.clear();
    }),
    (Code::OnlyFromOutside, |_| {}),
    (Code::TriggerLoop, |w| {
        add_trigger(w, TriggerId(80), "Back", &[]);
        edit(w, MAIN).entry.listener_mut().unwrap().trigger = Some(TriggerId(80));
        edit(w, NURTURE).tiles.push(tile(
            100,
            TileKind::CustomTrigger {
                trigger: Some(TriggerId(80)),
                mappings: Default::default(),
                binding: None,
            },
        ));
    }),
    (Code::FlowInOtherEnvironment, |w| edit_flow(w).environment = "Sandbox".into()),
    (Code::FlowOff, |w| edit_flow(w).on = false),
    (Code::InvalidContactValue, |w| {
        edit_contact(w).values.insert(PHONE, "+33 1".into());
    }),
    (Code::UnknownField, |w| {
        edit_contact(w).values.insert(FieldId(999), "1".into());
    }),
    (Code::MissingRequiredValue, |w| {
        edit_contact(w).values.remove(&PHONE);
    }),
    (Code::UnknownContact, |w| edit_event(w).contact = ContactId(999)),
    (Code::InvalidEventTime, |w| edit_event(w).at = "yesterday".into()),
    (Code::InvalidEventValue, |w| {
        edit_event(w).values_mut().unwrap().insert(AMOUNT, "much".into());
    }),
];

/// Those here and those of other files.
pub fn cases() -> impl Iterator<Item = &'static (Code, Change)> {
    let others = [
        super::segments::CASES,
        super::behaviour::CASES,
        super::messages::CASES,
        super::tables::CASES,
        super::dead::FOUND,
        super::flows::FOUND,
        super::scenarios::CASES,
    ];
    CASES.iter().chain(others.into_iter().flatten())
}

#[test]
fn nothing_is_found_in_a_sound_workspace_but_where_it_begins() {
    assert_eq!(codes(|_| {}), [Code::OnlyFromOutside]);
}

#[test]
fn every_code_is_found_where_it_belongs() {
    for (at, (code, change)) in cases().enumerate() {
        let found = codes(change);
        assert!(found.contains(code), "case {at}: {code:?} is not among {found:?}");
    }
    for code in Code::ALL {
        assert!(cases().any(|(known, _)| known == code), "{code:?} has no case");
    }
}

#[test]
fn a_change_is_found_where_it_was_made() {
    let of = |code, change: Change| -> Problem {
        problems(change).into_iter().find(|problem| problem.code == code).unwrap()
    };
    let site = of(Code::EmptyOnTheWay, |w| {
        map(w, Mapping::Attribute(Source::Received(IF, AMOUNT)));
    })
    .site;
    assert_eq!(site.subject.journey(), Some(MAIN));
    assert_eq!(site.tile, Some(RAISE));
    assert_eq!(site.spot, crate::check::Spot::Mapping(NUMBER));
}

#[test]
fn m2_a_wrong_type_names_both_types() {
    let found = problems(|w| map(w, Mapping::Attribute(Source::Contact(NAME))));
    let (id, args) = found.iter().find(|one| one.code == Code::WrongType).unwrap().message();
    assert_eq!(id, "problem-wrong-type");
    assert!(args.contains(&("source-type", crate::check::Arg::Type(Type::Text, String::new()))));
    assert!(
        args.contains(&("attribute-type", crate::check::Arg::Type(Type::Number, String::new())))
    );
}

#[test]
fn a_loop_is_told_with_its_whole_circle() {
    let (_, change) = CASES.iter().find(|(code, _)| *code == Code::TriggerLoop).unwrap();
    let found = problems(change);
    let looped = found.iter().find(|problem| problem.code == Code::TriggerLoop).unwrap();
    let circle = crate::check::Arg::Text("Main → Nurture → Main".into());
    assert_eq!(looped.args, [("circle", circle)]);
    assert_eq!(looped.site.tile, Some(RAISE));
}

#[test]
fn every_fix_removes_its_finding() {
    let mut fixes = crate::model::sorted::SortedSet::new();
    for (_, change) in cases() {
        let mut workspace = sound();
        change(&mut workspace);
        for problem in check(&workspace) {
            for &fix in &problem.fixes {
                let mut fixed = workspace.clone();
                let mut tx = Tx::new(&mut fixed);
                assert!(apply(fix, &mut tx), "{fix:?} does nothing");
                assert!(!tx.finish().is_empty(), "{fix:?} changes nothing");
                let left = check(&fixed);
                let same = |one: &Problem| (one.code, one.site) == (problem.code, problem.site);
                assert!(!left.iter().any(same), "{fix:?} leaves {problem:?}");
                fixes.insert(fix.label_id());
            }
        }
    }
    assert_eq!(fixes.len(), 13, "{fixes:?}");
}

#[test]
fn the_page_of_checks_names_the_fixes_that_there_are() {
    let mut offered = crate::model::sorted::SortedSet::new();
    for (_, change) in cases() {
        for problem in problems(change) {
            offered.extend(problem.fixes.iter().map(|fix| (problem.code, fix.label_id())));
        }
    }
    let told = Code::ALL
        .iter()
        .flat_map(|&code| crate::check::fix::labels(code).iter().map(move |label| (code, *label)));
    assert_eq!(told.collect::<crate::model::sorted::SortedSet<_>>(), offered);
}

#[test]
fn every_code_has_a_workspace_without_it_beside_the_one_with_it() {
    let sound = codes(|_| {});
    for code in Code::ALL {
        let with = cases().any(|(known, change)| known == code && codes(change).contains(code));
        let near = super::not_found::CASES.iter();
        let mut near = near.filter(|(known, _)| known == code);
        let without =
            !sound.contains(code) || near.any(|(_, change)| !codes(change).contains(code));
        assert!(with && without, "{code:?}");
    }
}

#[test]
fn a_fix_of_something_that_is_gone_does_nothing() {
    let mut workspace = Workspace::default();
    let mut tx = Tx::new(&mut workspace);
    assert!(!apply(crate::check::Fix::MarkReady(ORDER), &mut tx));
    assert!(!apply(crate::check::Fix::DeleteFrom(JourneyId(1), TileId(1)), &mut tx));
    assert!(!apply(crate::check::Fix::MoveFlow(FlowId(1)), &mut tx));
    assert!(tx.finish().is_empty());
}

#[test]
fn a8_a_journey_that_does_not_react_blocks_no_run() {
    let mut workspace = sound();
    map(&mut workspace, Mapping::Fixed("+33 1".into()));
    let blocking = |workspace: &Workspace| {
        check(workspace).iter().filter(|problem| problem.blocks_run(workspace)).count()
    };
    assert_eq!(blocking(&workspace), 1);
    edit(&mut workspace, MAIN).state = crate::model::journey::JourneyState::Draft;
    assert_eq!(blocking(&workspace), 0);
}

fn listener(workspace: &mut Workspace) -> &mut Listener {
    match &mut edit_tile(workspace, MAIN, IF).waits_mut()[0].on {
        WaitOn::Trigger(on) => on,
        other => panic!("{other:?}"),
    }
}

fn limit(workspace: &mut Workspace) -> &mut Duration {
    match edit_tile(workspace, MAIN, IF) {
        TileKind::WaitFor { limit, .. } => limit,
        other => panic!("{other:?}"),
    }
}

fn first_row(workspace: &mut Workspace) -> &mut crate::model::condition::Comparison {
    edit_branches(workspace)[0].condition.rows_mut().next().unwrap()
}

fn add_exit(workspace: &mut Workspace, journey: JourneyId, on: Listener) {
    edit(workspace, journey).exits.push(ExitCriterion { id: ExitId(90), on: ExitOn::Trigger(on) });
}

fn set_goal(workspace: &mut Workspace, journey: JourneyId, target: Option<Target>) {
    edit(workspace, journey).goal = Some(Goal { on: listen(ORDER), target });
}

pub fn run(workspace: &mut Workspace) -> &mut crate::model::workspace::RunSettings {
    &mut Arc::make_mut(&mut workspace.settings).run
}

/// Puts so many If/then tiles into each other.
pub fn nest(workspace: &mut Workspace, depth: u32) {
    let nested =
        (0..depth).fold(vec![], |tiles, at| vec![wait_for(100 + at, ORDER, tiles, vec![])]);
    edit(workspace, NURTURE).tiles.extend(nested);
}
