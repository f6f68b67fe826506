//! What is found in behaviour models and in contacts that are made up.

use std::sync::Arc;

use super::fixture::*;
use super::found::{Change, run};
use crate::check::{Code, check};
use crate::model::behaviour::{AttributeModel, Delay, FieldModel, Model, ModelOf, Since};
use crate::model::decimal::Decimal;
use crate::model::distribution::Distribution;
use crate::model::id::{FieldId, ModelId, TriggerId};
use crate::model::journey::Interaction;
use crate::model::time::Duration;
use crate::model::workspace::{ContactSource, Workspace};

const MODEL: ModelId = ModelId(80);
const NOWHERE: TriggerId = TriggerId(999);

pub const CASES: &[(Code, Change)] = &[
    (Code::InvalidProbability, |w| model(w).percent = 101.into()),
    (Code::InvalidProbability, |w| made_up(w).empty = Decimal::from(-1)),
    (Code::NeverHappens, |w| model(w).percent = 0.into()),
    (Code::InvalidDelay, |w| {
        let (least, most) = (Duration::days(2), Duration::days(1));
        model(w).delay = Delay::Uniform { least, most };
    }),
    (Code::InvalidDelay, |w| {
        let (median, factor) = (Duration::days(2), Decimal::from(0));
        model(w).delay = Delay::LogNormal { median, factor };
    }),
    (Code::NonExistingEvent, |w| raise_by_model(w, NOWHERE)),
    (Code::UnknownMessage, |w| {
        let (message, kind) = (RAISE, Interaction::Opened);
        model(w).of = ModelOf::Interaction { message, kind };
    }),
    (Code::UnknownField, |w| draw(w, AttributeModel::Contact(FieldId(999)))),
    (Code::WrongType, |w| draw(w, AttributeModel::Contact(NAME))),
    (Code::UnfitDistribution, |w| draw_by(w, Distribution::True { percent: 50.into() })),
    (Code::InvalidDrawnValue, |w| draw_by(w, Distribution::Fixed("much".into()))),
    (Code::NoWeight, |w| draw_by(w, Distribution::List(vec![]))),
    (Code::EmptyDistribution, |w| uniform(w, 2, 1, 0)),
    (Code::DrawnTooLarge, |w| uniform(w, 0, 400_000_001, 0)),
    (Code::DrawnTooFine, |w| uniform(w, 0, 1, 11)),
    (Code::NegativeDeviation, |w| {
        let (mean, deviation) = (1.into(), Decimal::from(-1));
        draw_by(w, Distribution::Normal { mean, deviation, decimals: 0 });
    }),
    (Code::NoRunStart, |w| {
        model(w);
        w.events.clear();
    }),
    (Code::NoModel, |w| {
        raise_by_model(w, CALL);
        w.events.clear();
    }),
    (Code::InvalidContactCount, |w| {
        made_up(w);
        run(w).made_up.count = 0;
    }),
    (Code::EmptyRequiredField, |w| made_up(w).empty = 1.into()),
];

/// A model of [`ORDER`] that draws its amount, in a run that takes it.
fn model(workspace: &mut Workspace) -> &mut Model {
    run(workspace).models = true;
    let value = AttributeModel::Drawn(Distribution::Fixed("1".into()));
    let values = [(AMOUNT, value)].into();
    let of = ModelOf::Trigger { trigger: ORDER, since: Since::Start, values };
    let model = Model { id: MODEL, of, percent: 50.into(), delay: Delay::Fixed(Duration::days(1)) };
    Arc::make_mut(workspace.models.entry(MODEL).or_insert_with(|| Arc::new(model)))
}

fn draw(workspace: &mut Workspace, value: AttributeModel) {
    model(workspace).values_mut().unwrap().insert(AMOUNT, value);
}

fn draw_by(workspace: &mut Workspace, distribution: Distribution) {
    draw(workspace, AttributeModel::Drawn(distribution));
}

fn uniform(workspace: &mut Workspace, least: i64, most: i64, decimals: u8) {
    let (least, most) = (least.into(), most.into());
    draw_by(workspace, Distribution::Uniform { least, most, decimals });
}

fn raise_by_model(workspace: &mut Workspace, id: TriggerId) {
    let (since, values) = (Since::Start, Default::default());
    model(workspace).of = ModelOf::Trigger { trigger: id, since, values };
}

/// The name of contacts that are made up, in a run on those.
fn made_up(workspace: &mut Workspace) -> &mut FieldModel {
    let run = run(workspace);
    run.contacts = ContactSource::MadeUp;
    run.made_up.count = 10;
    let value = Distribution::Fixed("Anna".into());
    let model = FieldModel { empty: 0.into(), value };
    run.made_up.fields.entry(NAME).or_insert(model)
}

#[test]
fn only_what_a_run_takes_blocks_it() {
    let blocks = |change: Change| {
        let mut workspace = sound();
        change(&mut workspace);
        check(&workspace).iter().any(|problem| problem.blocks_run(&workspace))
    };
    assert!(blocks(|w| model(w).percent = 101.into()));
    assert!(!blocks(|w| {
        model(w).percent = 101.into();
        run(w).models = false;
    }));
    assert!(blocks(|w| made_up(w).empty = 101.into()));
    assert!(!blocks(|w| {
        made_up(w).empty = 101.into();
        run(w).contacts = ContactSource::Workspace;
    }));
}
