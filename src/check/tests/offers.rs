//! What the picker offers, and that it is what the checker accepts.

use super::fixture::*;
use crate::check::{
    At, Code, EmptyReason, Group, HiddenReason, Label, Offer, Wanted, describe, offer,
};
use crate::model::condition::{JourneyProperty, Source};
use crate::model::id::BranchId;
use crate::model::id::TableId;
use crate::model::journey::{Goal, Mapping};
use crate::model::value::Type;

fn offered(at: At, wanted: Wanted) -> Offer {
    let workspace = sound();
    offer(&workspace, &workspace.journeys[&MAIN], at, &wanted)
}

fn sources(offer: &Offer) -> Vec<Source> {
    offer.items.iter().map(|item| item.source).collect()
}

#[test]
fn m2_a_mapping_is_offered_what_fits_and_told_what_is_hidden() {
    let offer = offered(At::Tile(RAISE), Wanted::Type(Type::Number));
    let entry = Source::Received(ENTRY, AMOUNT);
    assert_eq!(sources(&offer), [Source::Contact(PHONE), Source::Contact(NICKNAME), entry]);
    // Other types: Name, Campaign, the bindingId, and the journey’s name and id. On some ways: the If/then's amount.
    assert_eq!(offer.hidden, [(HiddenReason::OtherType, 5), (HiddenReason::SomeWays, 1)]);
    assert_eq!(offer.items[1].may_be_empty, Some(EmptyReason::OptionalField(NICKNAME)));
    assert_eq!(offer.items[2].group, Group::Received(ENTRY, ORDER));
}

#[test]
fn m2_entity_references_to_different_tables_do_not_fit() {
    let mut workspace = sound();
    edit_field(&mut workspace, PHONE).ty = Type::EntityReference(TableId(200));
    let of = |table: u32| {
        let wanted = Wanted::Type(Type::EntityReference(TableId(table)));
        offer(&workspace, &workspace.journeys[&MAIN], At::Tile(RAISE), &wanted).items.len()
    };
    assert_eq!((of(200), of(201)), (1, 0));
}

#[test]
fn a_listener_is_offered_the_trigger_that_it_looks_at() {
    let offer = offered(At::Wait(IF, BranchId::ONLY), Wanted::Any);
    assert_eq!(sources(&offer)[..2], [Source::Incoming(CAMPAIGN), Source::Incoming(AMOUNT)]);
    assert!(sources(&offer).contains(&Source::Received(ENTRY, CAMPAIGN)));
    assert!(
        !sources(&offered(At::Entry, Wanted::Any)).contains(&Source::Received(ENTRY, CAMPAIGN))
    );
}

#[test]
fn a_goal_is_offered_its_own_trigger() {
    let mut workspace = sound();
    edit(&mut workspace, MAIN).goal = Some(Goal { on: listen(CALL), target: None });
    let offer = offer(&workspace, &workspace.journeys[&MAIN], At::Goal, &Wanted::Any);
    assert_eq!(sources(&offer)[0], Source::Incoming(NUMBER));
}

#[test]
fn the_picker_and_the_checker_agree() {
    let all = offered(At::Tile(RAISE), Wanted::Any).items.into_iter().map(|item| item.source);
    let more = [Source::Received(IF, AMOUNT), Source::Received(IF, CAMPAIGN)];
    let fitting = sources(&offered(At::Tile(RAISE), Wanted::Type(Type::Number)));
    let refused =
        [Code::WrongType, Code::ReceivedOnSomeWays, Code::EmptyOnTheWay, Code::NotReceived];
    for source in all.chain(more) {
        let found = codes(|w| map(w, Mapping::Attribute(source)));
        let accepted = !found.iter().any(|code| refused.contains(code));
        assert_eq!(fitting.contains(&source), accepted, "{source:?}: {found:?}");
    }
}

#[test]
fn a_source_is_called_by_its_group_and_name() {
    let workspace = sound();
    let named = |source| describe(&workspace, &workspace.journeys[&MAIN], None, source).unwrap();
    let received = named(Source::Received(IF, AMOUNT));
    assert_eq!(received.group_label, Label::Text("Order".into()));
    assert_eq!(received.label, Label::Text("Amount".into()));
    let journey = named(Source::Journey(JourneyProperty::Name));
    assert_eq!(journey.label, Label::Term("journey-property-name"));
    assert!(
        describe(&workspace, &workspace.journeys[&MAIN], None, Source::Incoming(AMOUNT)).is_err()
    );
}
