//! Traces and reports as text, in the names of the workspace: one step, one figure a
//! line. It tells all that a trace and a report hold, so texts that are equal come
//! from runs that are equal.

use std::fmt::Write;

use parcours::engine::report::{
    ExitReason, JourneyCounts, Refusal, Report, TileCounts, TriggerCounts,
};
use parcours::engine::trace::{
    FlowStep, Instance, Mapped, Origin, Placement, Step, Trace, Tried, What,
};
use parcours::model::condition::{JourneyProperty, Source};
use parcours::model::flow::Flow;
use parcours::model::id::{AttributeId, TileId, TriggerId};
use parcours::model::sorted::SortedMap;
use parcours::model::time::Instant;
use parcours::model::tree::Slot;
use parcours::model::value::Value;
use parcours::model::workspace::Workspace;

/// So many steps of a trace are told.
const LONG: usize = 200;

/// Tells runs of this workspace.
pub struct Teller<'w>(pub &'w Workspace);

impl Teller<'_> {
    /// A trace, a line for each step; of a very long one the beginning and the end.
    pub fn trace(&self, trace: &Trace) -> String {
        let mut text = format!("{}:\n", trace.contact);
        let steps = trace.steps.len();
        for (place, step) in trace.steps.iter().enumerate() {
            if steps <= LONG || !(LONG / 2..steps - LONG / 2).contains(&place) {
                let _ = writeln!(text, "  {}", self.step(step));
            } else if place == LONG / 2 {
                let _ = writeln!(text, "  … {} more steps …", steps - LONG / 2 * 2);
            }
        }
        text
    }

    /// A report, a line for each figure that is not 0.
    pub fn report(&self, report: &Report) -> String {
        let mut text = format!("contacts {}\n", report.contacts);
        let mut add = |name: String, figures: Vec<(String, u64)>| {
            let figures: Vec<String> = figures
                .into_iter()
                .filter(|(_, count)| *count > 0)
                .map(|(figure, count)| format!("{figure} {count}"))
                .collect();
            if !figures.is_empty() {
                let _ = writeln!(text, "{name}: {}", figures.join(", "));
            }
        };
        add(
            "events".into(),
            vec![
                ("outside the period".into(), report.events_outside),
                ("with messages that were not sent".into(), report.interactions_unsent),
                ("of models beyond their limits".into(), report.cut),
            ],
        );
        for (id, counts) in &report.triggers {
            add(format!("trigger {}", self.trigger(*id)), self.trigger_figures(counts));
        }
        for (id, counts) in &report.journeys {
            let name = &self.0.journeys[id].name;
            add(format!("journey {name}"), self.journey_figures(counts));
        }
        for (id, counts) in &report.tiles {
            add(format!("tile {}", self.tile_with_journey(*id)), self.tile_figures(*id, counts));
        }
        for (id, runs) in &report.flows {
            add(format!("flow {}", self.0.flows[id].name), vec![("runs".into(), *runs)]);
        }
        for (tiles, cut) in &report.loops {
            add(format!("loop {}", self.tiles(tiles)), vec![("cut".into(), *cut)]);
        }
        text
    }

    /// A step: when, where, what.
    pub fn step(&self, step: &Step) -> String {
        let place = step.place.map_or(String::new(), |place| format!("{} ", self.place(place)));
        format!("{} {place}{}", when(step.at), self.what(&step.what))
    }

    fn what(&self, what: &What) -> String {
        match what {
            What::Received { trigger, values, binding, model, started } => format!(
                "{} comes{}{}{}{}",
                self.trigger(*trigger),
                model.map_or(String::new(), |model| format!(" by model {model}")),
                self.values(values),
                bound(binding.as_deref()),
                self.started(started)
            ),
            What::Entered { trigger, tried } => {
                format!("enters by {}{}", self.trigger(*trigger), self.tried(tried))
            }
            What::Taken { segment, tried } => {
                let name = &self.0.segments[segment].name;
                format!("enters by schedule, from {name}{}", self.tried(tried))
            }
            What::Refused { journey, reason, tried } => {
                let tried = tried.as_ref().map_or(String::new(), |tried| self.tried(tried));
                let journey = &self.0.journeys[journey].name;
                format!("{journey} refuses: {}{tried}", refusal(*reason))
            }
            What::Arrived => "arrives".into(),
            What::Branched { slot, tried } => {
                let tried = tried
                    .iter()
                    .map(|(slot, tried)| format!("; {}{}", self.slot(*slot), self.tried(tried)));
                format!("takes {}{}", self.slot(*slot), tried.collect::<String>())
            }
            What::Waiting { until } => format!("waits until {}", when(*until)),
            What::NotWaiting { until: Some(until) } => {
                format!("does not wait: {} is past", when(*until))
            }
            What::NotWaiting { until: None } => "does not wait: there is no date".into(),
            What::Ignored { trigger, tried, .. } => {
                format!("lets {} pass{}", self.trigger(*trigger), self.tried(tried))
            }
            What::Resolved { trigger, slot, tried } => {
                let slot = self.way(*slot);
                format!("{slot} by {}{}", self.trigger(*trigger), self.tried(tried))
            }
            What::OtherBinding { trigger, own, binding } => format!(
                "lets {}{} pass: it is bound to {own}",
                self.trigger(*trigger),
                bound(binding.as_deref())
            ),
            What::TimedOut => "No, the time is up".into(),
            What::Interacted { message, kind } => {
                format!("{} {}", self.tile_with_journey(*message), kind.name())
            }
            What::Answered { message, kind, slot } => {
                format!("{}: {} {}", self.way(*slot), self.tile(*message), kind.name())
            }
            What::Split { slot, drawn } => format!("is drawn {} by {drawn} %", self.slot(*slot)),
            What::Sent { to } => format!("is sent to {to}"),
            What::NotSent => "is not sent".into(),
            What::Waited => "has waited".into(),
            What::Raised { trigger, values, binding, started } => format!(
                "raises {}{}{}{}",
                self.trigger(*trigger),
                self.mapped(values),
                bound(binding.as_deref()),
                self.started(started)
            ),
            What::Failed { trigger, values } => {
                format!("cannot raise {}{}", self.trigger(*trigger), self.mapped(values))
            }
            What::LoopCut { trigger, tiles } => {
                format!("may not raise {}: loop {}", self.trigger(*trigger), self.tiles(tiles))
            }
            What::GoalMet { trigger, tried } => {
                format!("meets its goal by {}{}", self.trigger(*trigger), self.tried(tried))
            }
            What::Exited { reason, tried } => {
                let tried = tried.as_ref().map_or(String::new(), |tried| self.tried(tried));
                format!("exits: {}{tried}", self.reason(*reason))
            }
            What::Completed => "completes".into(),
            What::FlowRan { flow, steps } => {
                let flow = &self.0.flows[flow];
                let told = steps.iter().flat_map(|ran| flow_step(flow, ran));
                format!("flow {} runs{}", flow.name, listed(told))
            }
            What::StillInside => "is still inside".into(),
        }
    }

    fn trigger_figures(&self, counts: &TriggerCounts) -> Vec<(String, u64)> {
        let mut figures = vec![
            ("from outside".into(), counts.outside),
            ("of those by models".into(), counts.made),
            ("activated".into(), counts.activated),
            ("failed".into(), counts.failed_activations),
        ];
        let failed = counts.failed.iter();
        figures.extend(failed.map(|(id, n)| (format!("without {}", self.attribute(*id)), *n)));
        figures
    }

    fn journey_figures(&self, counts: &JourneyCounts) -> Vec<(String, u64)> {
        let mut figures = vec![("entered".into(), counts.entered)];
        let refused = counts.refused.iter();
        figures.extend(refused.map(|(why, n)| (format!("refused ({})", refusal(*why)), *n)));
        figures.push(("inside".into(), counts.inside));
        figures.push(("completed".into(), counts.completed));
        figures.extend(self.exits(&counts.exited));
        figures.push(("goal met".into(), counts.goal_met));
        figures
    }

    fn tile_figures(&self, id: TileId, counts: &TileCounts) -> Vec<(String, u64)> {
        let mut figures = vec![
            ("arrived".into(), counts.arrived),
            ("waiting".into(), counts.waiting),
            ("left".into(), counts.left),
        ];
        let slots = self.slots(id);
        let place = |slot: &Slot| slots.iter().position(|known| known == slot);
        let mut branches: Vec<(&Slot, &u64)> = counts.branches.iter().collect();
        branches.sort_by_key(|(slot, _)| place(slot));
        figures.extend(branches.into_iter().map(|(slot, n)| (self.slot(*slot), *n)));
        figures.extend(self.exits(&counts.exited));
        figures.push(("failed".into(), counts.failed));
        figures.push(("sent".into(), counts.sent));
        let interactions = counts.interactions.iter();
        figures.extend(interactions.map(|(kind, n)| (kind.name().into(), *n)));
        figures
    }

    fn exits(&self, exited: &SortedMap<ExitReason, u64>) -> Vec<(String, u64)> {
        let named =
            |(reason, n): (&ExitReason, &u64)| (format!("exited ({})", self.reason(*reason)), *n);
        exited.iter().map(named).collect()
    }

    fn slots(&self, id: TileId) -> Vec<Slot> {
        let tile = self.0.journeys.values().find_map(|journey| journey.tile(id));
        tile.map_or(Vec::new(), |tile| tile.slots())
    }

    fn place(&self, place: Placement) -> String {
        format!("{} / {}:", self.instance(place.instance), self.tile(place.tile))
    }

    fn instance(&self, instance: Instance) -> String {
        format!("{} #{}", self.0.journeys[&instance.journey].name, instance.number)
    }

    /// A tile by its name, or by its id where it has none.
    fn tile(&self, id: TileId) -> String {
        if self.0.journeys.values().any(|journey| journey.entry.id == id) {
            return "Entry".into();
        }
        let tile = self.0.journeys.values().find_map(|journey| journey.tile(id));
        let name = tile.map_or("", |tile| tile.name.as_str());
        if name.is_empty() { id.to_string() } else { name.into() }
    }

    fn tile_with_journey(&self, id: TileId) -> String {
        let mut journeys = self.0.journeys.values();
        let owner = journeys.find(|journey| journey.entry.id == id || journey.tile(id).is_some());
        format!("{} / {}", owner.map_or("", |journey| &journey.name), self.tile(id))
    }

    fn tiles(&self, tiles: &[TileId]) -> String {
        let tiles: Vec<String> = tiles.iter().map(|id| self.tile_with_journey(*id)).collect();
        tiles.join(" → ")
    }

    fn trigger(&self, id: TriggerId) -> String {
        self.0.triggers.get(&id).map_or_else(|| id.to_string(), |trigger| trigger.name.clone())
    }

    fn attribute(&self, id: AttributeId) -> String {
        let mut triggers = self.0.triggers.values();
        let attribute = triggers.find_map(|trigger| trigger.attribute(id));
        attribute.map_or_else(|| id.to_string(), |attribute| attribute.name.clone())
    }

    /// A branch that a wait takes.
    fn way(&self, slot: Slot) -> String {
        match slot {
            Slot::Yes => "Yes".into(),
            other => self.slot(other),
        }
    }

    fn slot(&self, slot: Slot) -> String {
        let Slot::Branch(id) = slot else { return slot.to_string() };
        let tiles = self.0.journeys.values().flat_map(|journey| journey.all_tiles());
        let mut names = tiles.filter_map(|tile| tile.kind.name_of_branch(id));
        let name = names.next().unwrap_or_default();
        if name.is_empty() { id.to_string() } else { format!("“{name}”") }
    }

    fn source(&self, source: Source) -> String {
        match source {
            Source::Contact(id) => {
                let field = self.0.fields.get(&id);
                field.map_or_else(|| id.to_string(), |field| field.name.clone())
            }
            Source::Received(tile, id) => format!("{}.{}", self.tile(tile), self.attribute(id)),
            Source::Incoming(id) => self.attribute(id),
            Source::Column(reference, path) => {
                let path = path.columns().iter().map(|column| format!(" › {column}"));
                self.source(reference.into()) + &path.collect::<String>()
            }
            Source::ReceivedBinding(tile) => format!("{}.bindingId", self.tile(tile)),
            Source::IncomingBinding => "bindingId".into(),
            Source::Journey(JourneyProperty::Name) => "journey name".into(),
            Source::Journey(JourneyProperty::Id) => "journey id".into(),
        }
    }

    fn tried(&self, tried: &Tried) -> String {
        if tried.rows.is_empty() {
            return if tried.held { String::new() } else { " [does not hold]".into() };
        }
        let rows = tried.rows.iter().map(|row| {
            let comparison = &row.comparison;
            let source = comparison.source.map_or(String::new(), |source| self.source(source));
            let operands = comparison.operands.join(" and ");
            let asked =
                format!("{source}={} {}", shown(row.value.as_ref()), comparison.operator.name());
            let held = if row.held { "yes" } else { "no" };
            format!("{}: {held}", format!("{asked} {operands}").trim())
        });
        let rows: Vec<String> = rows.collect();
        let verdict = if tried.held { "holds" } else { "does not hold" };
        format!(" [{} → {verdict}]", rows.join("; "))
    }

    fn values(&self, values: &[(AttributeId, Option<Value>)]) -> String {
        listed(values.iter().map(|(id, value)| assigned(&self.attribute(*id), value.as_ref())))
    }

    fn mapped(&self, values: &[Mapped]) -> String {
        listed(values.iter().map(|mapped| {
            let assigned = assigned(&self.attribute(mapped.attribute), mapped.value.as_ref());
            match mapped.from {
                Origin::Fixed => format!("{assigned} (fixed)"),
                Origin::Path(source) => format!("{assigned} (from {})", self.source(source)),
                Origin::Unmapped => format!("{assigned} (not mapped)"),
            }
        }))
    }

    fn started(&self, started: &[Instance]) -> String {
        let started: Vec<String> = started.iter().map(|one| self.instance(*one)).collect();
        if started.is_empty() { String::new() } else { format!("; begins {}", started.join(", ")) }
    }

    fn reason(&self, reason: ExitReason) -> String {
        match reason {
            ExitReason::Criterion(trigger) => self.trigger(trigger),
            ExitReason::Segment(id) => format!("segment {}", self.0.segments[&id].name),
            ExitReason::Expired => "expired".into(),
        }
    }
}

/// An instant as short as it can be: minutes, and what is finer only where it is not 0.
fn when(at: Instant) -> String {
    let text = at.to_string();
    let text = text.trim_end_matches('Z').replace('T', " ");
    text.strip_suffix(":00").unwrap_or(&text).to_owned()
}

fn bound(binding: Option<&str>) -> String {
    binding.map_or(String::new(), |binding| format!(" bound to {binding}"))
}

fn refusal(reason: Refusal) -> &'static str {
    match reason {
        Refusal::NotLive => "not live",
        Refusal::TimeWindow => "time window",
        Refusal::Condition => "condition",
        Refusal::Excluded => "excluded",
        Refusal::Repeat => "repeat",
        Refusal::Limit => "limit",
    }
}

fn assigned(name: &str, value: Option<&Value>) -> String {
    format!("{name}={}", shown(value))
}

fn shown(value: Option<&Value>) -> String {
    match value {
        None => "∅".into(),
        Some(Value::DateTime(at)) => when(*at),
        Some(value) => value.to_string(),
    }
}

fn listed(parts: impl Iterator<Item = String>) -> String {
    let parts: Vec<String> = parts.collect();
    if parts.is_empty() { String::new() } else { format!(" with {}", parts.join(", ")) }
}

/// What a step of a flow read, or which branch it took.
fn flow_step(flow: &Flow, ran: &FlowStep) -> Vec<String> {
    if let Some(decided) = &ran.decided {
        let name = flow.step(ran.step).map_or("?", |step| &step.name);
        return vec![format!("{name}: {}", if decided.held { "yes" } else { "no" })];
    }
    let inputs = ran.inputs.iter();
    inputs.map(|(name, value)| assigned(name, value.as_ref())).collect()
}
