//! How a step of a trace is read.
//!
//! A step is one object whose `what` says which settings it has. Serde would read
//! such an object twice, through a copy of it in memory, with some forty kilobytes
//! of code: here all settings of all steps are one struct, and what must be there
//! is told afterwards, as for tiles.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{
    Error as Unfit, MapAccessDeserializer, SeqAccessDeserializer, StrDeserializer,
};
use serde::de::{DeserializeOwned, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::engine::trace::{FlowStep, Instance, Mapped, Placement, Step, Tried, What};
use crate::model::decimal::Decimal;
use crate::model::id::{AttributeId, FlowId, JourneyId, ModelId, SegmentId, TileId, TriggerId};
use crate::model::journey::Interaction;
use crate::model::time::Instant;
use crate::model::tree::Slot;
use crate::model::value::Value;

impl<'de> Deserialize<'de> for Step {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        StepRecord::deserialize(from)?.into_step().map_err(|name| {
            D::Error::custom(format_args!("`{name}` is missing or does not fit its step"))
        })
    }
}

/// The settings of all steps; the names and their order are those of [`What`].
#[derive(Deserialize)]
struct StepRecord {
    at: Instant,
    place: Option<Placement>,
    what: String,
    trigger: Option<TriggerId>,
    segment: Option<SegmentId>,
    journey: Option<JourneyId>,
    model: Option<ModelId>,
    flow: Option<FlowId>,
    message: Option<TileId>,
    kind: Option<Interaction>,
    slot: Option<Slot>,
    drawn: Option<Decimal>,
    to: Option<Value>,
    until: Option<Instant>,
    reason: Option<String>,
    values: Option<Vec<Either<Mapped, Assigned>>>,
    own: Option<String>,
    #[serde(rename = "bindingId")]
    binding: Option<String>,
    started: Option<Vec<Instance>>,
    tried: Option<Either<Tried, Vec<(Slot, Tried)>>>,
    tiles: Option<Vec<TileId>>,
    steps: Option<Vec<FlowStep>>,
}

/// An attribute and its value.
type Assigned = (AttributeId, Option<Value>);

/// The name of a setting that is not as it must be.
type Misfit = &'static str;

impl StepRecord {
    fn into_step(mut self) -> Result<Step, Misfit> {
        let what = match self.what.as_str() {
            "received" => What::Received {
                trigger: self.trigger()?,
                model: self.model,
                values: self.received()?,
                binding: self.binding,
                started: need(self.started, "started")?,
            },
            "interacted" => {
                What::Interacted { message: self.message()?, kind: self.interaction()? }
            }
            "entered" => What::Entered { trigger: self.trigger()?, tried: self.tried()? },
            "taken" => {
                What::Taken { segment: need(self.segment, "segment")?, tried: self.tried()? }
            }
            "refused" => What::Refused {
                journey: need(self.journey, "journey")?,
                reason: self.reason()?,
                tried: self.tried_if_any()?,
            },
            "arrived" => What::Arrived,
            "branched" => What::Branched { slot: self.slot()?, tried: self.tried_each()? },
            "split" => What::Split { slot: self.slot()?, drawn: need(self.drawn, "drawn")? },
            "sent" => What::Sent { to: need(self.to, "to")? },
            "notSent" => What::NotSent,
            "notWaiting" => What::NotWaiting { until: self.until },
            "waiting" => What::Waiting { until: need(self.until, "until")? },
            "ignored" => {
                What::Ignored { trigger: self.trigger()?, slot: self.slot()?, tried: self.tried()? }
            }
            "resolved" => What::Resolved {
                trigger: self.trigger()?,
                slot: self.slot()?,
                tried: self.tried()?,
            },
            "answered" => What::Answered {
                message: self.message()?,
                kind: self.interaction()?,
                slot: self.slot()?,
            },
            "otherBinding" => What::OtherBinding {
                trigger: self.trigger()?,
                own: need(self.own, "own")?,
                binding: self.binding,
            },
            "timedOut" => What::TimedOut,
            "waited" => What::Waited,
            "raised" => What::Raised {
                trigger: self.trigger()?,
                values: self.mapped()?,
                binding: self.binding,
                started: need(self.started, "started")?,
            },
            "failed" => What::Failed { trigger: self.trigger()?, values: self.mapped()? },
            "loopCut" => {
                What::LoopCut { trigger: self.trigger()?, tiles: need(self.tiles, "tiles")? }
            }
            "goalMet" => What::GoalMet { trigger: self.trigger()?, tried: self.tried()? },
            "exited" => What::Exited { reason: self.reason()?, tried: self.tried_if_any()? },
            "completed" => What::Completed,
            "flowRan" => {
                What::FlowRan { flow: need(self.flow, "flow")?, steps: need(self.steps, "steps")? }
            }
            "stillInside" => What::StillInside,
            _ => return Err("what"),
        };
        Ok(Step { at: self.at, place: self.place, what })
    }

    fn trigger(&self) -> Result<TriggerId, Misfit> {
        need(self.trigger, "trigger")
    }

    fn slot(&self) -> Result<Slot, Misfit> {
        need(self.slot, "slot")
    }

    fn message(&self) -> Result<TileId, Misfit> {
        need(self.message, "message")
    }

    fn interaction(&self) -> Result<Interaction, Misfit> {
        need(self.kind, "kind")
    }

    fn reason<T: DeserializeOwned>(&self) -> Result<T, Misfit> {
        let text = self.reason.as_deref().unwrap_or_default();
        T::deserialize(StrDeserializer::<Unfit>::new(text)).map_err(|_| "reason")
    }

    fn received(&mut self) -> Result<Vec<Assigned>, Misfit> {
        let values = need(self.values.take(), "values")?.into_iter();
        values.map(|value| value.list().ok_or("values")).collect()
    }

    fn mapped(&mut self) -> Result<Vec<Mapped>, Misfit> {
        let values = need(self.values.take(), "values")?.into_iter();
        values.map(|value| value.object().ok_or("values")).collect()
    }

    fn tried(&mut self) -> Result<Tried, Misfit> {
        need(self.tried_if_any()?, "tried")
    }

    fn tried_if_any(&mut self) -> Result<Option<Tried>, Misfit> {
        self.tried.take().map(|tried| tried.object().ok_or("tried")).transpose()
    }

    fn tried_each(&mut self) -> Result<Vec<(Slot, Tried)>, Misfit> {
        need(self.tried.take().and_then(Either::list), "tried")
    }
}

fn need<T>(value: Option<T>, name: Misfit) -> Result<T, Misfit> {
    value.ok_or(name)
}

/// One of two, told apart by whether it is an object or a list.
enum Either<O, L> {
    Object(O),
    List(L),
}

impl<O, L> Either<O, L> {
    fn object(self) -> Option<O> {
        match self {
            Self::Object(object) => Some(object),
            Self::List(_) => None,
        }
    }

    fn list(self) -> Option<L> {
        match self {
            Self::Object(_) => None,
            Self::List(list) => Some(list),
        }
    }
}

impl<'de, O: Deserialize<'de>, L: Deserialize<'de>> Deserialize<'de> for Either<O, L> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct OfEither<O, L>(PhantomData<(O, L)>);
        impl<'de, O: Deserialize<'de>, L: Deserialize<'de>> Visitor<'de> for OfEither<O, L> {
            type Value = Either<O, L>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object or a list")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                O::deserialize(MapAccessDeserializer::new(map)).map(Either::Object)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
                L::deserialize(SeqAccessDeserializer::new(seq)).map(Either::List)
            }
        }
        from.deserialize_any(OfEither(PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::report::{ExitReason, Refusal};
    use crate::engine::trace::{
        FlowDecision, FlowStep, FlowTried, Instance, Mapped, Origin, Placement, Step, Trace, Tried,
        TriedRow, What,
    };
    use crate::format::trace::{read_trace, write_trace};
    use crate::model::condition::{Comparison, Operator, Source};
    use crate::model::flow::{FlowRow, FlowSource};
    use crate::model::id::{
        AttributeId, BranchId, FieldId, FlowId, JourneyId, ModelId, SegmentId, StepId, TileId,
        TriggerId,
    };
    use crate::model::journey::Interaction;
    use crate::model::time::Instant;
    use crate::model::tree::Slot;
    use crate::model::value::Value;

    fn steps() -> Vec<What> {
        let trigger = TriggerId(7);
        let instance = Instance { number: 1, journey: JourneyId(2) };
        let source = Some(Source::Contact(FieldId(1)));
        let comparison = Comparison { source, operator: Operator::Is, operands: vec![] };
        let value = Some(Value::Text("x".into()));
        let row = TriedRow { comparison, value: value.clone(), held: true };
        let tried = Tried { held: true, rows: vec![row] };
        let some = Some(tried.clone());
        let mapped = |from| Mapped { attribute: AttributeId(8), from, value: value.clone() };
        let values = vec![(AttributeId(8), value.clone()), (AttributeId(9), None)];
        let inputs = vec![("name".to_owned(), value.clone())];
        let row = FlowRow {
            source: Some(FlowSource::Variable(StepId(6))),
            operator: Operator::Is,
            operands: vec!["x".into()],
        };
        let decided = FlowTried { row, value: value.clone(), held: true };
        let decided = FlowDecision { held: true, rows: vec![decided] };
        let raised = vec![mapped(Origin::Fixed), mapped(Origin::Unmapped)];
        vec![
            What::Received {
                trigger,
                model: Some(ModelId(3)),
                values: values.clone(),
                binding: Some("order/1".into()),
                started: vec![instance],
            },
            What::Received { trigger, model: None, values, binding: None, started: vec![] },
            What::Interacted { message: TileId(4), kind: Interaction::Opened },
            What::Entered { trigger, tried: tried.clone() },
            What::Taken { segment: SegmentId(4), tried: tried.clone() },
            What::NotWaiting { until: None },
            What::NotWaiting { until: Some(Instant(4)) },
            What::Refused { journey: JourneyId(2), reason: Refusal::Repeat, tried: None },
            What::Refused { journey: JourneyId(2), reason: Refusal::Condition, tried: some },
            What::Arrived,
            What::Branched { slot: Slot::Other, tried: vec![(Slot::Yes, tried.clone())] },
            What::Branched { slot: Slot::Other, tried: vec![] },
            What::Waiting { until: Instant(5) },
            What::Split { slot: Slot::Branch(BranchId(3)), drawn: "12.5".parse().unwrap() },
            What::Sent { to: Value::Text("ana@example.com".into()) },
            What::NotSent,
            What::Ignored { trigger, slot: Slot::Yes, tried: Tried::default() },
            What::Resolved { trigger, slot: Slot::Yes, tried: tried.clone() },
            What::Answered { message: TileId(4), kind: Interaction::Clicked, slot: Slot::Yes },
            What::OtherBinding { trigger, own: "order/1".into(), binding: None },
            What::OtherBinding { trigger, own: "a".into(), binding: Some("b".into()) },
            What::TimedOut,
            What::Waited,
            What::Raised {
                trigger,
                values: raised.clone(),
                binding: Some("order/1".into()),
                started: vec![],
            },
            What::Failed { trigger, values: raised },
            What::LoopCut { trigger, tiles: vec![TileId(3), TileId(4)] },
            What::GoalMet { trigger, tried: tried.clone() },
            What::Exited { reason: ExitReason::Expired, tried: None },
            What::Exited { reason: ExitReason::Segment(SegmentId(4)), tried: None },
            What::Exited { reason: ExitReason::Criterion(trigger), tried: Some(tried) },
            What::Completed,
            What::FlowRan {
                flow: FlowId(5),
                steps: vec![
                    FlowStep { step: StepId(6), inputs, decided: None },
                    FlowStep { step: StepId(7), inputs: vec![], decided: Some(decided) },
                ],
            },
            What::StillInside,
        ]
    }

    fn trace() -> Trace {
        let instance = Instance { number: 1, journey: JourneyId(2) };
        let place = [None, Some(Placement { instance, tile: TileId(3) })];
        let steps = steps().into_iter().zip(place.into_iter().cycle());
        let steps = steps.map(|(what, place)| Step { at: Instant(1), place, what });
        Trace { contact: "ana".into(), steps: steps.collect() }
    }

    #[test]
    fn every_step_reads_back() {
        let text = write_trace(&trace());
        assert_eq!(read_trace(&text).unwrap(), trace());
        let begins =
            "{\n  \"format\": \"parcours.trace\",\n  \"version\": 1,\n  \"contact\": \"ana\",\n";
        assert!(text.starts_with(begins), "{text}");
    }

    #[test]
    fn a_step_without_its_settings_is_refused() {
        let text = write_trace(&trace());
        for (from, to, name) in [
            ("\"received\"", "\"raised\"", "values"),
            ("\"raised\"", "\"received\"", "values"),
            ("\"entered\"", "\"branched\"", "slot"),
            ("\"completed\"", "\"waiting\"", "until"),
            ("\"completed\"", "\"ended\"", "what"),
            ("\"reason\": \"repeat\"", "\"reason\": \"expired\"", "reason"),
            ("\"reason\": \"expired\"", "\"reason\": \"repeat\"", "reason"),
        ] {
            assert!(text.contains(from), "{from}");
            let error = read_trace(&text.replacen(from, to, 1)).unwrap_err().to_string();
            assert!(error.contains(&format!("`{name}` is missing")), "{from}: {error}");
        }
    }
}
