//! Rules B1 to B5: what contacts do by behaviour models.

use parcours::engine::data::Dataset;
use parcours::engine::plan::{PlanCause, PlanError, PlanPlace};
use parcours::engine::report::Report;
use parcours::engine::run::{Window, simulate};
use parcours::engine::trace::What;
use parcours::model::behaviour::{AttributeModel, Delay, ModelOf, Since};
use parcours::model::condition::{Operator, Source};
use parcours::model::decimal::Decimal;
use parcours::model::distribution::{Distribution, DistributionError, Weighted};
use parcours::model::id::*;
use parcours::model::journey::Repeat;
use parcours::model::time::{DAY, Duration, Unit};
use parcours::model::tree::Slot;
use parcours::model::value::Type;

use crate::world::*;

pub fn after(count: u32) -> Delay {
    Delay::Fixed(hours(count))
}

pub fn exponential(count: u32) -> Delay {
    Delay::Exponential { mean: hours(count) }
}

/// A world in which a live journey "A" lets everybody in, again and again, on "go".
pub fn world(run_until: i64) -> (World, TriggerId) {
    let mut world = World::new();
    let go = world.trigger("go", &[]);
    let journey = world.journey("A", go, vec![]);
    world.edit(journey).entry.set_repeat(Repeat::AtOnce);
    world.window(Some(0), Some(run_until));
    (world, go)
}

pub fn crowd(world: &mut World, count: u32) {
    for number in 1..count {
        world.contact(&format!("contact {number}"), &[]);
    }
}

#[test]
fn b1_so_many_of_a_hundred_contacts_do_it_once_from_the_start() {
    let (mut world, go) = world(48);
    world.model(go, Since::Start, 25, after(24));
    crowd(&mut world, 10_000);
    let counts = world.run();
    // A quarter of them, give or take what this seed draws.
    assert_eq!(counts.journey("A").entered, 2_474);
    assert_eq!(counts.trigger("go").made, counts.journey("A").entered);
    assert_eq!(counts.trigger("go").outside, counts.journey("A").entered);
}

#[test]
fn b1_never_and_always() {
    for (percent, expected) in [(0, 0), (100, 1_000)] {
        let (mut world, go) = world(48);
        world.model(go, Since::Start, percent, after(1));
        crowd(&mut world, 1_000);
        assert_eq!(world.run().journey("A").entered, expected);
    }
}

#[test]
fn b1_another_seed_draws_other_contacts() {
    let entered = |seed| {
        let (mut world, go) = world(48);
        world.model(go, Since::Start, 50, after(1));
        world.run_settings().seed = seed;
        world.run().journey("A").entered
    };
    let all: u64 = (0..100).map(entered).sum();
    assert_eq!(all, 49);
}

#[test]
fn b1_a_draw_depends_on_the_contacts_name_not_on_its_place() {
    let story = |names: &[&str]| {
        let (mut world, go) = world(10_000);
        world.model(go, Since::Start, 50, exponential(24));
        world.workspace.contacts.clear();
        for name in names {
            world.contact(name, &[]);
        }
        let place = names.iter().position(|name| *name == "zoe").unwrap();
        world.steps_of(place as u32).iter().map(|step| step.at).collect::<Vec<_>>()
    };
    assert_eq!(story(&["zoe"]), story(&["anna", "bea", "zoe"]));
    assert!(!story(&["zoe"]).is_empty());
}

#[test]
fn b1_values_are_fixed_drawn_or_the_contacts_and_missing_where_nothing_is_said() {
    let (mut world, _) = world(48);
    let field = world.field("Country", Type::Text);
    world.set(field, "FR");
    let order = world.typed_trigger(
        "order",
        &[
            ("Country", Type::Text),
            ("Total", Type::Number),
            ("Gift", Type::TrueFalse),
            ("Note", Type::Text),
        ],
    );
    let model = world.model(order, Since::Start, 100, after(1));
    let total =
        Distribution::Uniform { least: Decimal::from(5), most: Decimal::from(5), decimals: 2 };
    for (name, value) in [
        ("Country", AttributeModel::Contact(field)),
        ("Total", AttributeModel::Drawn(total)),
        ("Gift", AttributeModel::Drawn(Distribution::Fixed("true".into()))),
    ] {
        world.model_value(model, name, value);
    }
    let condition =
        row(Source::Incoming(world.attribute(order, "Total")), Operator::Equals, &["5.00"]);
    let journey = world.journey("B", order, vec![]);
    world.edit(journey).entry.listener_mut().unwrap().condition = condition;
    assert_eq!(
        world.lines(&["received", "entered"]),
        ["1h received order by m10 Country=FR Total=5 Gift=true Note=-", "1h B1/entry entered"]
    );
}

#[test]
fn b1_values_of_a_list_come_by_their_weights() {
    let (mut world, _) = world(48);
    let order = world.typed_trigger("order", &[("Country", Type::Text)]);
    let model = world.model(order, Since::Start, 100, after(1));
    let weighted = |text: &str, weight| Weighted { text: text.into(), weight };
    let list = vec![weighted("FR", 3), weighted("DE", 1)];
    world.model_value(model, "Country", AttributeModel::Drawn(Distribution::List(list)));
    let french = world.journey("French", order, vec![]);
    let country = Source::Incoming(world.attribute(order, "Country"));
    world.edit(french).entry.listener_mut().unwrap().condition =
        row(country, Operator::Is, &["FR"]);
    crowd(&mut world, 10_000);
    assert_eq!(world.run().journey("French").entered, 7_500);
}

#[test]
fn b2_recorded_events_come_before_what_models_make_at_the_same_instant() {
    let (mut world, go) = world(48);
    let other = world.trigger("other", &[]);
    world.model(other, Since::Start, 100, after(5));
    world.model(go, Since::Start, 100, after(5));
    let recorded = world.trigger("recorded", &[]);
    world.event(recorded, 5);
    assert_eq!(
        world.lines(&["received"]),
        ["5h received recorded", "5h received other by m5", "5h received go by m6"]
    );
}

#[test]
fn b2_what_a_model_makes_comes_before_a_timer_that_is_due() {
    let (mut world, go) = world(48);
    let confirm = world.trigger("confirm", &[]);
    let journey = world.journey("B", go, vec![wait_for("w", on(confirm), 6)]);
    world.edit(journey).entry.set_repeat(Repeat::Never);
    world.event(go, 2);
    world.model(confirm, Since::Trigger(go), 100, after(6));
    assert_eq!(world.run().tile("w").branches[&Slot::Yes], 1);
    assert_eq!(world.lines(&["yes"]), ["8h B2/w yes by confirm"]);
}

#[test]
fn b2_what_comes_without_delay_is_the_last_in_the_queue() {
    let mut world = World::new();
    let [go, raised, made] = ["go", "raised", "made"].map(|name| world.trigger(name, &[]));
    world.journey("A", go, vec![raise("r", raised)]);
    world.model(made, Since::Trigger(go), 100, after(0));
    world.run_settings().models = true;
    world.event(go, 2);
    world.event(raised, 2);
    let told = world.lines(&["received"]);
    assert_eq!(told, ["2h received go", "2h received raised", "2h received made by m6"]);
    // The tile's own activation was worked off before it.
    assert_eq!(world.run().trigger("raised").activated, 1);
}

#[test]
fn b3_every_occurrence_of_a_trigger_is_an_occasion_wherever_it_comes_from() {
    let (mut world, go) = world(1_000);
    let [raised, made] = ["raised", "made"].map(|name| world.trigger(name, &[]));
    let journey = world.journey("B", go, vec![raise("r", raised)]);
    world.edit(journey).entry.set_repeat(Repeat::AtOnce);
    world.model(made, Since::Trigger(raised), 100, after(10));
    world.event(go, 1);
    world.event(go, 2);
    world.event(raised, 3);
    let told = world.lines(&["received made"]);
    assert_eq!(
        told,
        ["11h received made by m7", "12h received made by m7", "13h received made by m7"]
    );
}

#[test]
fn b3_what_a_model_makes_of_an_occurrence_keeps_its_binding() {
    let (mut world, go) = world(1_000);
    let made = world.trigger("made", &[]);
    world.event(go, 1);
    world.bind("order/7");
    world.model(made, Since::Trigger(go), 100, after(10));
    let binding = world.steps().into_iter().find_map(|step| match step.what {
        What::Received { trigger, binding, .. } if trigger == made => Some(binding),
        _ => None,
    });
    assert_eq!(binding, Some(Some("order/7".into())));
}

#[test]
fn b3_each_occasion_is_drawn_anew() {
    let (mut world, go) = world(100_000);
    let made = world.trigger("made", &[]);
    world.model(made, Since::Trigger(go), 50, exponential(24));
    (0..1_000).for_each(|hour| world.event(go, hour));
    let report = world.run().report;
    assert_eq!(report.triggers[&made].made, 504);
    let mut told = world.lines(&["received made"]);
    told.dedup();
    assert!(told.len() > 300, "the delays differ: {}", told.len());
}

#[test]
fn b3_models_lead_to_models() {
    let (mut world, go) = world(10_000);
    let [second, third] = ["second", "third"].map(|name| world.trigger(name, &[]));
    world.model(second, Since::Trigger(go), 100, after(24));
    world.model(third, Since::Trigger(second), 100, after(24));
    world.model(go, Since::Start, 100, after(1));
    let told = world.lines(&["received"]);
    assert_eq!(
        told,
        ["1h received go by m8", "25h received second by m6", "49h received third by m7"]
    );
}

#[test]
fn b4_without_a_start_nothing_is_made_from_the_start() {
    let (mut world, go) = world(1_000);
    world.window(None, Some(1_000));
    world.model(go, Since::Start, 100, after(1));
    assert_eq!(world.story(), Vec::<String>::new());
    let bea = world.contact("bea", &[]);
    world.event_of(bea, go, 20, &[]);
    assert_eq!(world.run().trigger("go").made, 0);
}

#[test]
fn b4_without_an_end_a_circle_of_models_comes_to_its_end() {
    let (mut world, go) = world(0);
    world.window(Some(0), None);
    let week = Delay::Fixed(Duration { count: 1, unit: Unit::Weeks });
    world.model(go, Since::Start, 100, after(0));
    world.model(go, Since::Trigger(go), 100, week);
    // One journey, two models and one more: 4 years of 365 days.
    let occurrences = (4 * 365 * DAY + 7 * DAY - 1) / (7 * DAY);
    assert_eq!(world.run().trigger("go").made, occurrences as u64);
}

#[test]
fn b4_nothing_is_made_at_or_after_the_end() {
    let (mut world, go) = world(10);
    world.model(go, Since::Start, 100, after(9));
    world.model(go, Since::Start, 100, after(10));
    let counts = world.run();
    assert_eq!(counts.trigger("go").made, 1);
    assert_eq!(counts.report.events_outside, 0);
}

#[test]
fn b5_a_circle_without_delay_is_cut_like_a_loop_of_journeys() {
    let (mut world, go) = world(48);
    world.model(go, Since::Start, 100, after(1));
    world.model(go, Since::Trigger(go), 100, after(0));
    let counts = world.run();
    assert_eq!((counts.trigger("go").made, counts.report.cut), (32, 1));
}

#[test]
fn b5_models_make_at_most_4096_occurrences_for_one_contact() {
    let (mut world, go) = world(100_000);
    world.model(go, Since::Start, 100, after(1));
    world.model(go, Since::Trigger(go), 100, after(1));
    let counts = world.run();
    assert_eq!((counts.trigger("go").made, counts.report.cut), (4_096, 1));
}

#[test]
fn a8_without_the_runs_consent_models_make_nothing() {
    let (mut world, go) = world(48);
    world.model(go, Since::Start, 100, after(1));
    world.run_settings().models = false;
    assert_eq!(world.run().trigger("go").made, 0);
}

#[test]
fn t2_any_division_of_the_contacts_gives_the_same_with_models() {
    let (mut world, go) = world(24 * 30);
    let confirm = world.trigger("confirm", &[]);
    let long = Delay::LogNormal { median: hours(30), factor: Decimal::from(3) };
    world.model(go, Since::Start, 80, exponential(100));
    world.model(confirm, Since::Trigger(go), 60, long);
    world.journey("B", go, vec![wait_for("w", on(confirm), 48)]);
    crowd(&mut world, 500);
    let plan = world.compile().unwrap();
    let (data, _) = Dataset::from_workspace(&world.workspace);
    let window = Window::of(&world.workspace.settings.run).unwrap();
    let run = |ranges: &[std::ops::Range<u32>]| {
        let mut report = Report::default();
        ranges.iter().for_each(|range| simulate(&plan, &data, range.clone(), window, &mut report));
        report
    };
    let whole = run(std::slice::from_ref(&(0..500)));
    assert_eq!(whole, run(&[400..500, 0..1, 1..400]));
    let w = world.run();
    let branches: Vec<u64> = w.tile("w").branches.values().copied().collect();
    assert_eq!(branches, [164, 235]);
}

#[test]
fn a_model_that_cannot_be_is_named() {
    let fault = |change: fn(&mut World, ModelId)| {
        let (mut world, _) = world(48);
        let order = world.typed_trigger("order", &[("Total", Type::Number)]);
        let model = world.model(order, Since::Start, 100, after(1));
        change(&mut world, model);
        let [PlanError { journey, place, cause }] = &world.compile().unwrap_err()[..] else {
            panic!("one error")
        };
        assert_eq!((*journey, *place), (None, PlanPlace::Model(model)));
        cause.clone()
    };
    assert_eq!(
        fault(|world, model| world.edit_model(model).percent = Decimal::from(101)),
        PlanCause::Percent
    );
    assert_eq!(
        fault(|world, model| {
            let (least, most) = (hours(2), hours(1));
            world.edit_model(model).delay = Delay::Uniform { least, most };
        }),
        PlanCause::Delay
    );
    assert_eq!(
        fault(|world, model| {
            let (since, values) = (Since::Start, Default::default());
            world.edit_model(model).of = ModelOf::Trigger { trigger: TriggerId(99), since, values };
        }),
        PlanCause::Trigger(TriggerId(99))
    );
    assert_eq!(
        fault(|world, model| {
            world
                .edit_model(model)
                .values_mut()
                .unwrap()
                .insert(AttributeId(98), AttributeModel::Contact(FieldId(1)));
        }),
        PlanCause::Attribute(AttributeId(98))
    );
    let PlanCause::Drawn(_, cause) = fault(|world, model| {
        let value = AttributeModel::Drawn(Distribution::List(vec![]));
        world.model_value(model, "Total", value);
    }) else {
        panic!("a distribution")
    };
    assert_eq!(cause, DistributionError::NoWeight);
    let cause = fault(|world, model| {
        let field = world.field("Name", Type::Text);
        world.model_value(model, "Total", AttributeModel::Contact(field));
    });
    assert!(matches!(cause, PlanCause::MappingType { .. }), "{cause}");
}
